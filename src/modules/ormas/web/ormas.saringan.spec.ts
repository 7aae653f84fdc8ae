import { type OpsiOrmas } from '../ormas.types.js';
import { jalurOrmas, SARINGAN_KOSONG } from './ormas.paths.js';
import { bacaHalaman, bacaSaringan } from './ormas.saringan.js';

const satu = (nilai: string) => [{ nilai, teks: nilai }];
const OPSI: OpsiOrmas = {
  bidang: satu('pendidikan'),
  opd: satu('dp3a'),
  kecamatan: satu('bogor-utara'),
  kelurahan: satu('tegal-gundil'),
  status: satu('terdaftar'),
  keaktifan: satu('aktif'),
  tingkat: satu('3'),
};

describe('the filter in the address bar', () => {
  it('is read back as it was written', () => {
    const s = {
      cari: 'kedung & halang/é',
      bidang: 'pendidikan',
      opd: 'dp3a',
      kecamatan: 'bogor-utara',
      kelurahan: 'tegal-gundil',
      status: 'terdaftar',
      keaktifan: 'aktif',
      tingkat: '3',
      urut: 'skor',
      arah: 'turun',
    } as const;
    const alamat = new URL(jalurOrmas.daftar(s, 3), 'http://contoh.invalid');
    const kueri = Object.fromEntries(alamat.searchParams);
    expect(bacaSaringan(kueri, OPSI)).toEqual(s);
    expect(bacaHalaman(kueri)).toBe(3);
  });

  it('does not stand in the address when nothing is asked for', () => {
    expect(jalurOrmas.daftar(SARINGAN_KOSONG, 1)).toBe('/ormas');
    expect(jalurOrmas.daftar()).toBe('/ormas');
  });

  it.each([
    [{}],
    [{ bidang: 'lain', opd: '<script>', tingkat: '9', urut: 'sandi', arah: 'miring' }],
    [{ bidang: ['pendidikan'], cari: { a: 'b' }, urut: ['skor'] }],
    [{ cari: '   ' }],
  ])('reads %j as no filter', (kueri) => {
    expect(bacaSaringan(kueri, OPSI)).toEqual(SARINGAN_KOSONG);
  });

  it('cuts a search that is far too long', () => {
    expect(bacaSaringan({ cari: 'a'.repeat(5000) }, OPSI).cari).toHaveLength(100);
  });

  it.each([
    ['2', 2],
    ['0', 1],
    ['-3', 1],
    ['x', 1],
    ['9999999', 1],
    [undefined, 1],
    [['2'], 1],
  ])('reads page %j as %d', (halaman, angka) => {
    expect(bacaHalaman({ halaman })).toBe(angka);
  });
});
