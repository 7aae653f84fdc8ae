import { jalurAkun } from './akun.paths.js';
import { memuatNomorPribadi } from '../../../common/nomor-pribadi.js';
import { bacaLetak, letakAsal } from './pengguna.saringan.js';

describe('which accounts are shown', () => {
  it('is read from an address and written into one', () => {
    const letak = bacaLetak({ cari: ' budi ', peran: 'opd', keadaan: 'nonaktif', halaman: '3' });
    expect(letak).toEqual({ saringan: { cari: 'budi', peran: 'opd', keadaan: 'nonaktif' }, halaman: 3 });
    const alamat = jalurAkun.pengguna(letak.saringan, letak.halaman);
    expect(alamat).toBe('/pengguna?cari=budi&peran=opd&keadaan=nonaktif&halaman=3');
    expect(letakAsal(alamat)).toEqual(letak);
  });

  it.each([{}, { peran: 'raja', keadaan: ['aktif'], halaman: '0', cari: 5 }])('is everything for %j', (kueri) => {
    expect(bacaLetak(kueri)).toEqual({ saringan: { cari: '', peran: '', keadaan: '' }, halaman: 1 });
    expect(jalurAkun.pengguna(bacaLetak(kueri).saringan)).toBe('/pengguna');
  });

  it.each(['https://jahat.invalid/?peran=opd', '/sistem?peran=opd', null])('%s is no list to come back to', (asal) => {
    expect(letakAsal(asal).saringan.peran).toBe('');
  });

  it('an e-mail address stands in no address of the portal', () => {
    expect(memuatNomorPribadi('rekaan@contoh.invalid')).toBe(true);
    expect(memuatNomorPribadi('Yayasan Rekaan 12')).toBe(false);
  });
});
