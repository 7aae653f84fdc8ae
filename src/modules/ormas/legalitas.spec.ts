import { adaKekurangan, keadaanDokumen, sudahDiganti, susunLegalitas } from './legalitas.js';
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

describe('a document that a newer one has replaced', () => {
  const baru = { ...dokumen({ berlakuSampai: '2028-12-31' }), id: 9 };
  it.each([
    ['has ended', { berlakuSampai: '2026-01-01' }, true],
    ['ends soon', { berlakuSampai: '2026-12-05' }, true],
    ['was found not valid', { status: 'tidak-sah' }, true],
    ['still holds', { berlakuSampai: '2027-06-30' }, false],
    ['waits for a finding', { berlakuSampai: '2026-01-01', status: 'belum-diperiksa' }, false],
    ['is of another kind', { jenis: 'domisili', berlakuSampai: '2026-01-01' }, false],
  ] as const)('one that %s', (_, isi, diganti) => {
    const lama = { ...dokumen(isi), id: 4 };
    expect(sudahDiganti(lama, [lama, baru], HARI)).toBe(diganti);
  });

  it('is none while the newer one is not in force, and a later refusal replaces nothing', () => {
    const lama = { ...dokumen({ berlakuSampai: '2026-01-01' }), id: 4 };
    for (const status of ['belum-diperiksa', 'tidak-sah'] as const)
      expect(sudahDiganti(lama, [lama, { ...baru, status }], HARI)).toBe(false);
    const ditolak = { ...dokumen({ status: 'tidak-sah' }), id: 12 };
    expect(sudahDiganti(ditolak, [ditolak, baru], HARI)).toBe(false);
  });
});
