import { kabarBantahan, kabarKeputusan } from './kabar-kegiatan.js';

describe('what an ormas is told of a decision', () => {
  it('names the report, says what follows, and gives the remark of the officer', () => {
    expect(kabarKeputusan('kembalikan', { judul: 'Bakti' }, 'Foto buram.')).toEqual({
      judul: 'Laporan perlu diperbaiki: Bakti',
      isi: expect.stringMatching(/kirim lagi[^]*Yang perlu diperbaiki: Foto buram\.$/) as string,
    });
    expect(kabarKeputusan('verifikasi', { judul: 'Bakti' }, null).isi).toBe('Petugas menerima laporan ini.');
    expect(kabarBantahan({ judul: 'Bakti' }, 'Kami tidak hadir.').isi).toContain('Alasan: Kami tidak hadir.');
  });

  it('sends no number of a person by mail', () => {
    const { judul, isi } = kabarKeputusan('tolak', { judul: 'Hubungi 0812-0000-0042' }, 'NIK 3271000000000001 keliru.');
    expect(judul).toBe('Laporan ditolak');
    expect(isi).not.toContain('3271');
    expect(isi).toContain('Alasan: baca di portal.');
  });
});
