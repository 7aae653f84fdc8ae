import { RUJUKAN, WILAYAH } from '../../../test/fixtures/register/rujukan-uji.js';
import { adalahLuarDomisili, KamusWilayah } from './nama-wilayah.js';

const kamus = RUJUKAN.wilayah;

describe('the names of the kelurahan', () => {
  it('are 68 in 6 kecamatan, and every spelling means one of them', () => {
    expect(WILAYAH).toHaveLength(68);
    expect(new Set(WILAYAH.map((w) => w.kecamatan)).size).toBe(6);
    for (const w of WILAYAH) {
      for (const ejaan of [w.kelurahan, ...w.varian]) {
        for (const tulis of [ejaan, ejaan.toUpperCase(), ejaan.replaceAll(' ', ''), `Kel. ${ejaan}`, ` ${ejaan}  `]) {
          expect(kamus.cari(tulis)).toEqual({ kelurahan: w.kelurahan, kecamatan: w.kecamatan });
        }
      }
    }
  });

  it.each([
    ['Kebon Kelapa', 'Kebon Kalapa'],
    ['Tanah Sereal', 'Tanah Sareal'],
    ['LAWANG GINTUNG', 'Lawanggintung'],
    ['Tanah Baru', 'Tanahbaru'],
    ['babakanpasar', 'Babakan Pasar'],
    ['Balumbang Jaya', 'Balungbangjaya'],
    ['Balumbangjaya', 'Balungbangjaya'],
    ['Tegalega', 'Tegallega'],
    ['Kelurahan Kedung-Badak', 'Kedung Badak'],
  ])('%s is %s', (tulis, resmi) => expect(kamus.cari(tulis)?.kelurahan).toBe(resmi));

  it.each(['', 'Sukamaju Antah', 'Bogor Selatan', 'Bogor', 'Kel.', 'constructor', 'Luar Domisili', 'Gudang Baru'])(
    '"%s" is none of them',
    (tulis) => expect(kamus.cari(tulis)).toBeNull(),
  );

  it.each([
    ['Ibu Kebon-Kelapa', 'ibu kebonkalapa'],
    ['balumbangjaya', 'balungbangjaya'],
    ['Majelis Balumbang Jaya Tanah Sereal', 'majelis balungbangjaya tanahsareal'],
    ['Kel. Tegal Gundil', 'tegalgundil'],
    ['yayasan desa kebon kelapa', 'yayasan kebonkalapa'],
    ['desa maju', null],
    ['kelurahan', null],
    ['Kebon Kalapa', null],
    ['kedung halang', null],
    ['Kelapa', null],
    ['%', null],
  ])('"%s" put right is %j', (tulis, resmi) => expect(kamus.resmikan(tulis)).toBe(resmi));

  it('knows the kecamatan, its own variants and "Kec."', () => {
    expect(kamus.cariKecamatan('KEC. BOGOR TENGAH')).toBe('Bogor Tengah');
    expect(kamus.cariKecamatan('Tanah Sereal')).toBe('Tanah Sareal');
    expect(kamus.cariKecamatan('Ciomas')).toBeNull();
  });

  it.each([
    ['bogor utara', 'Bogor Utara', ''],
    ['BOGORUTARA', 'Bogor Utara', ''],
    ['kecamatan Bogor-Utara', 'Bogor Utara', ''],
    ['Tanah Sereal', 'Tanah Sareal', ''],
    ['yayasan kec. bogor utara', 'Bogor Utara', 'yayasan'],
    ['bogor barat karang taruna', 'Bogor Barat', 'karang taruna'],
  ])('"%s" names kecamatan %s and leaves "%s"', (teks, kecamatan, sisa) =>
    expect(kamus.sebutKecamatan(teks)).toEqual({ kecamatan, sisa }),
  );

  it.each(['', 'bogor', 'utara', 'kecamatan', 'Ciomas', 'Bogor Raya Utara'])('"%s" names no kecamatan', (teks) =>
    expect(kamus.sebutKecamatan(teks)).toBeNull(),
  );

  it('knows who sits outside the city', () => {
    expect(['Luar Domisili', 'LUARDOMISILI', ' luar  domisili '].every(adalahLuarDomisili)).toBe(true);
    expect(adalahLuarDomisili('Luar Kota')).toBe(false);
  });

  it('refuses reference data in which one spelling means two places', () => {
    const dua = [
      { kecamatan: 'A', kelurahan: 'Satu', varian: ['Sama'] },
      { kecamatan: 'A', kelurahan: 'Dua', varian: ['SAMA'] },
    ];
    expect(() => new KamusWilayah(dua)).toThrow('Two kelurahan');
  });
});

describe('an address taken apart', () => {
  it.each([
    ['Jl. Pajajaran No. 16 RT 2/RW 14 Kel. Gudang', 'Jl. Pajajaran No. 16', '2', '14', 'Gudang'],
    [
      'Jl. Contoh No. 1 RT 002 RW 014 Kelurahan Kedung Halang Kec. Bogor Utara',
      'Jl. Contoh No. 1 Kec. Bogor Utara',
      '2',
      '14',
      'Kedunghalang',
    ],
    [
      'Jl. Contoh No. 1, RT/RW 02/14, Kel.Babakan Pasar, Kota Bogor',
      'Jl. Contoh No. 1, Kota Bogor',
      '2',
      '14',
      'Babakan Pasar',
    ],
    ['Jl. Contoh No. 1 RT.03/05 kel babakan', 'Jl. Contoh No. 1', '3', '5', 'Babakan'],
    ['Jl. Contoh No. 1 Kel. Babakan, Pasar Anyar', 'Jl. Contoh No. 1, Pasar Anyar', null, null, 'Babakan'],
    ['Jl. Desa Lama No. 3 Kel. TEGALEGA RW 4', 'Jl. Desa Lama No. 3', null, '4', 'Tegallega'],
    ['Jl. Contoh No. 9, Baranangsiang, Bogor Timur', 'Jl. Contoh No. 9, Bogor Timur', null, null, 'Baranangsiang'],
    ['Jl. Contoh No. 9 Kel. Tanah Sareal, Tanah Sareal', 'Jl. Contoh No. 9, Tanah Sareal', null, null, 'Tanah Sareal'],
  ])('%s', (teks, alamat, rt, rw, kelurahan) => {
    const { tempat, ...urai } = kamus.uraiAlamat(teks);
    expect({ ...urai, kelurahan: tempat?.kelurahan }).toEqual({ alamat, rt, rw, kelurahan, luarDomisili: false });
  });

  it.each([
    'Jl. Pakuan No. 3',
    'Jl. Contoh No. 3 Kel. Antah Berantah, Pakuan',
    'Jl. Contoh No. 3, Tanah Sareal',
    'Jl. Contoh No. 3, Gudang, Pakuan',
    'Kelompok Gudang',
    '',
  ])('finds no kelurahan in "%s"', (teks) => expect(kamus.uraiAlamat(teks).tempat).toBeNull());

  it('sees "Luar Domisili" in it', () => {
    expect(kamus.uraiAlamat('Jl. Contoh No. 3, Luar Domisili')).toMatchObject({ luarDomisili: true, tempat: null });
  });
});
