import { adaKekurangan, keadaanDokumen, susunLegalitas } from './legalitas.js';
import { type DokumenOrmas } from './ormas.types.js';

const HARI = '2026-11-30';

const dokumen = (isi: Partial<DokumenOrmas>): DokumenOrmas => ({
  jenis: 'sk-pengurus',
  nomor: null,
  tanggal: null,
  berlakuSampai: null,
  status: 'sah',
  ...isi,
});

describe('how a document stands', () => {
  it.each([
    ['sah', null, 'sah'],
    ['sah', '2026-12-31', 'sah'],
    ['sah', '2026-12-30', 'segera-berakhir'],
    ['sah', '2026-11-30', 'segera-berakhir'],
    ['sah', '2026-11-29', 'berakhir'],
    ['belum-diperiksa', '2027-11-30', 'belum-diperiksa'],
    ['belum-diperiksa', '2026-11-29', 'berakhir'],
    ['tidak-sah', '2027-11-30', 'tidak-sah'],
  ] as const)('a %s document that ends on %s is "%s" on 30 November', (status, berlakuSampai, keadaan) => {
    expect(keadaanDokumen({ status, berlakuSampai }, HARI)).toBe(keadaan);
  });
});

describe('the legality of an ormas', () => {
  it('has one line per kind and says what is missing', () => {
    const baris = susunLegalitas([dokumen({})], HARI);
    expect(baris).toHaveLength(7);
    expect(baris.filter((b) => b.keadaan === 'belum-ada')).toHaveLength(6);
    expect(baris.filter((b) => adaKekurangan(b.keadaan))).toHaveLength(6);
  });

  it('shows the best of several documents of one kind', () => {
    const baris = susunLegalitas(
      [dokumen({ berlakuSampai: '2025-01-01' }), dokumen({ nomor: 'baru', berlakuSampai: '2027-12-31' })],
      HARI,
    );
    expect(baris.find((b) => b.jenis === 'sk-pengurus')).toMatchObject({ keadaan: 'sah', sisaHari: 396 });
  });
});
