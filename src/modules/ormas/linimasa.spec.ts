import { type BarisLinimasa, tampakDiLinimasa, tanpaPribadi } from './linimasa.js';

const baris = (aksi: string, lain: Partial<BarisLinimasa> = {}): BarisLinimasa => ({
  aksi,
  aktorPeran: 'sekretaris',
  rincian: null,
  ...lain,
});

describe('the timeline of an ormas', () => {
  const draf = [
    baris('kegiatan.simpan-draf'),
    baris('kegiatan.ubah'),
    baris('kegiatan.batalkan', { rincian: { catatan: 'contoh', draf: true } }),
    baris('kegiatan.pulihkan', { rincian: { draf: true } }),
    baris('berkas.baca'),
  ];
  const terbuka = [
    baris('kegiatan.ajukan'),
    baris('kegiatan.batalkan'),
    baris('kegiatan.pulihkan', { rincian: {} }),
    baris('berkas.baca', { aktorPeran: 'petugas' }),
    baris('ormas.daftar'),
  ];

  it.each(['petugas', 'kabid', 'pimpinan', 'admin', 'opd'] as const)('shows %s nothing of drafts', (peran) => {
    const aktor = { peran, ormasId: null };
    expect(draf.filter((b) => tampakDiLinimasa(aktor, 7, b))).toEqual([]);
    expect(terbuka.filter((b) => tampakDiLinimasa(aktor, 7, b))).toEqual(terbuka);
  });

  it('shows everything to the own secretary, and nothing of drafts to one of another ormas', () => {
    const semua = [...draf, ...terbuka];
    expect(semua.filter((b) => tampakDiLinimasa({ peran: 'sekretaris', ormasId: 7 }, 7, b))).toEqual(semua);
    expect(semua.filter((b) => tampakDiLinimasa({ peran: 'sekretaris', ormasId: 8 }, 7, b))).toEqual(terbuka);
  });
});

it('for those who may not read numbers the before and after tell that there was one, not which', () => {
  const b = baris('ormas.ubah-kontak', {
    rincian: { sebelum: { Telepon: '', Surel: 'a@contoh.invalid' }, sesudah: { Telepon: '081200000001', NPWP: '1' } },
  });
  expect(tanpaPribadi(b).rincian).toEqual({
    sebelum: { Telepon: '', Surel: 'a@contoh.invalid' },
    sesudah: { Telepon: 'tidak ditampilkan', NPWP: 'tidak ditampilkan' },
  });
  expect(tanpaPribadi(baris('x')).rincian).toBeNull();
});
