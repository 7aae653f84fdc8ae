import { galatBerlabel } from './galat-berlabel.js';

const HALAMAN = {
  judul: 'Laporan',
  settings: { nama: 'anak', label: 'Bukan dari halaman' },
  kolom: { anak: { nama: 'anak', label: 'di antaranya anak' }, judul: { nama: 'judul', label: 'Nama kegiatan' } },
  tindakan: [{ kolom: { nama: 'alasan', label: 'Alasan' } }],
};

describe('the faults of a form in its summary', () => {
  it('begin with the label that the field has on the page', () => {
    expect(galatBerlabel(HALAMAN, [{ bidang: 'anak', pesan: 'Isi dengan jumlah orang.' }])).toEqual([
      { bidang: 'anak', kalimat: 'Di antaranya anak: Isi dengan jumlah orang.', adaKolom: true },
    ]);
    expect(galatBerlabel(HALAMAN, [{ bidang: 'alasan', pesan: 'Tulis sebabnya.' }])[0]?.kalimat).toBe(
      'Alasan: Tulis sebabnya.',
    );
  });

  it('do not say the label twice', () => {
    const pesan = 'Nama kegiatan paling banyak 200 huruf.';
    expect(galatBerlabel(HALAMAN, [{ bidang: 'judul', pesan }])[0]?.kalimat).toBe(pesan);
  });

  it('lead nowhere when the page has no such field', () => {
    expect(galatBerlabel(HALAMAN, [{ bidang: 'versi', pesan: 'Muat ulang halaman ini.' }])).toEqual([
      { bidang: 'versi', kalimat: 'Muat ulang halaman ini.', adaKolom: false },
    ]);
  });
});
