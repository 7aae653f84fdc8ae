import { alamatPublik } from './alamat-publik.js';

describe('the address that everybody may see', () => {
  it.each([
    ['Jl. Contoh Melati No. 12, Gg. Mawar', 'Jl. Contoh Melati No. 12, Gg. Mawar'],
    ['Jl. Contoh 5, HP 0812-0000-0001', 'Jl. Contoh 5'],
    ['Jl. Contoh 5 (Telp. 0251 8300 000)', 'Jl. Contoh 5'],
    ['Jl. Contoh 5, Telp. (0251) 830000', 'Jl. Contoh 5'],
    ['Jl. Contoh 5, +62 812 0000 0001', 'Jl. Contoh 5'],
    ['Jl. Contoh 5 orang@contoh.invalid', 'Jl. Contoh 5'],
    ['d/a Bapak Rekaan, Jl. Contoh 5', 'Jl. Contoh 5'],
    ['Rumah Ibu Hj. Rekaan Umpama, Jl. Contoh 5', 'Jl. Contoh 5'],
    ['Jl. Contoh 5 u.p. Sdr. Rekaan', 'Jl. Contoh 5'],
    ['Jl. Contoh 5 (kediaman Bpk Rekaan)', 'Jl. Contoh 5'],
    ['NPWP 99.999.999.9-999.999, Jl. Contoh 5', 'Jl. Contoh 5'],
    ['3271000000000001', ''],
    ['Jl. H. Rekaan No. 3', 'Jl. H. Rekaan No. 3'],
    ['Jl. KH. Rekaan Umpama Blok C-12 No. 3', 'Jl. KH. Rekaan Umpama Blok C-12 No. 3'],
    ['Jl. Ibu Rekaan No. 1', 'Jl. Ibu Rekaan No. 1'],
    ['Perum Rekaan Blok AA 12/34 Kav. 5', 'Perum Rekaan Blok AA 12/34 Kav. 5'],
    ['', ''],
  ])('of "%s" is "%s"', (asal, publik) => expect(alamatPublik(asal)).toBe(publik));
});
