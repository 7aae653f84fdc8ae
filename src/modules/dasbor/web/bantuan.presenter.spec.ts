import { PANDUAN, PANDUAN_PEMOHON } from './bantuan.isi.js';

it('help tells applicants what is needed, the steps, the return, the clock and the letter', () => {
  const semua = PANDUAN_PEMOHON.langkah.join(' ');
  for (const kata of ['akun pemohon', 'surat permohonan', '15 hari kerja', 'dikembalikan', 'surat keterangan'])
    expect(semua.toLowerCase()).toContain(kata);
});

it('help sends a changed address or board to a request, not to the contact form', () => {
  const semua = PANDUAN.sekretaris.langkah.join(' ');
  expect(semua).toContain('Ajukan perubahan data');
  expect(semua).not.toMatch(/pengurus berubah, ubah kontak/);
});
