import { kecualiLinimasa, tanpaPribadi } from './linimasa.js';

describe('the timeline of an ormas', () => {
  it.each(['petugas', 'kabid', 'pimpinan', 'admin', 'opd', 'sekretaris'] as const)(
    'shows a %s of elsewhere nothing of drafts',
    (peran) => {
      const { aksi, draf } = kecualiLinimasa({ peran, ormasId: peran === 'sekretaris' ? 8 : null }, 7);
      expect(aksi).toEqual(expect.arrayContaining(['kegiatan.simpan-draf', 'kegiatan.ubah', 'berkas.baca']));
      expect(aksi).not.toContain('kegiatan.ajukan');
      expect(draf).toEqual(expect.arrayContaining(['kegiatan.batalkan', 'perubahan.cabut', 'tingkat.bukti']));
    },
  );

  it('shows everything to the own secretary but who looked at a file', () => {
    const { aksi, draf } = kecualiLinimasa({ peran: 'sekretaris', ormasId: 7 }, 7);
    expect(aksi).toEqual(['berkas.baca', 'ormas.ekspor', 'pembinaan.ekspor', 'rekomendasi.ekspor']);
    expect(draf).toEqual([]);
  });
});

it('for those who may not read numbers the before and after tell that there was one, not which', () => {
  const b = {
    rincian: { sebelum: { Telepon: '', Surel: 'a@contoh.invalid' }, sesudah: { Telepon: '081200000001', NPWP: '1' } },
  };
  expect(tanpaPribadi(b).rincian).toEqual({
    sebelum: { Telepon: '', Surel: 'a@contoh.invalid' },
    sesudah: { Telepon: 'tidak ditampilkan', NPWP: 'tidak ditampilkan' },
  });
  expect(tanpaPribadi({ rincian: null }).rincian).toBeNull();
});
