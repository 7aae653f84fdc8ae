import { bacaanSingkatan } from './singkatan.js';

describe('abbreviations in a search', () => {
  it.each([
    ['yys cahaya', ['yayasan cahaya']],
    ['YYS. Cahaya', ['yayasan cahaya']],
    ['yayasan cahaya', ['yys cahaya']],
    ['lsm hijau', ['lembaga swadaya masyarakat hijau']],
    ['L.S.M. hijau', ['lsm hijau', 'lembaga swadaya masyarakat hijau']],
    ['lembaga swadaya masyarakat hijau', ['lsm hijau']],
    ['perkump. warga', ['perkumpulan warga']],
    ['forum hijau', []],
    ['yayasans', []],
    ['', []],
  ])('"%s" is also %j', (kueri, bacaan) => expect(bacaanSingkatan(kueri)).toEqual(bacaan));
});
