import fc from 'fast-check';
import { kata, kunciCari, lipat, normalNama, polaCari, rapatkan } from './normalisasi.js';

/** What MySQL does with `cari LIKE '%needle%'` for every needle. */
function ditemukan(kueri: string, ...tersimpan: string[]): boolean {
  const kunci = kunciCari(...tersimpan);
  return polaCari(kueri).every((p) => kunci.includes(p.slice(1, -1)));
}

const kataAcak = fc.stringMatching(/^[A-Za-z]{1,9}$/);
const namaAcak = fc.array(kataAcak, { minLength: 1, maxLength: 5 }).map((k) => k.join(' '));

describe('names that are one organisation', () => {
  it.each([
    ['Forum Hijau Lestari', 'FORUM  HIJAU LESTARI'],
    ['Forum Hijau Lestari', ' forum hijau-lestari. '],
    ['Majelis Ta’lim Al-Ikhlas', "MAJELIS TA'LIM AL IKHLAS"],
    ['Komunitas Café Literasi', 'Komunitas Cafe Literasi'],
    ['Forum "Kedung Halang"', 'Forum Kedunghalang'],
    ['Pemuda & Olahraga', 'Pemuda dan Olahraga'],
    ['Yys. Cahaya', 'Yayasan Cahaya'],
    ['L.S.M. Sauyunan', 'LSM Sauyunan'],
    ['LSM Sauyunan', 'Lembaga Swadaya Masyarakat Sauyunan'],
    ['ＦＯＲＵＭ Bogor', 'Forum Bogor'],
  ])('%s = %s', (a, b) => expect(normalNama(a)).toBe(normalNama(b)));

  it.each([
    ['Yayasan Cahaya', 'Perkumpulan Cahaya'],
    ['Yayasan Cahaya', 'Cahaya'],
    ['Angkatan 1 2', 'Angkatan 12'],
    ['Forum Hijau', 'Forum Hijau Bogor'],
    ['DPC Garuda', 'PAC Garuda'],
    ['Karang Taruna RW 1', 'Karang Taruna RW 11'],
    ['Constructor Muda', 'Muda'],
  ])('%s ≠ %s', (a, b) => expect(normalNama(a)).not.toBe(normalNama(b)));

  it('folds a folded name to itself, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        const n = normalNama(s);
        expect(rapatkan(lipat(n)).length === 0).toBe(n === '');
        expect(n).not.toMatch(/[\s%_'"]/);
      }),
    );
  });
});

describe('a forgiving search', () => {
  it.each([
    ['kedung halang', 'Forum Kedunghalang'],
    ['kedunghalang', 'Forum Kedung Halang'],
    ['tegal lega', 'Karang Taruna Tegallega'],
    ['tegalega', 'Karang Taruna Tegal Lega'],
    ['soekarno', 'Yayasan Sukarno'],
    ['sukarno', 'Yayasan Soekarno'],
    ['pajajaran', 'Paguyuban Padjadjaran'],
    ['tjiliwoeng', 'Sahabat Ciliwung'],
    ['ahmad', 'Majelis Achmad'],
    ['akhmad', 'Majelis Achmad'],
    ['BOGOR forum', 'Forum Warga Bogor'],
    ["qur'an", 'Rumah Quran'],
    ['café', 'CAFE Literasi'],
    ['red jeruk', 'Red Jeruk'],
    ['sidoelok', 'Paguyuban Sido Elok'],
    ['sido elok', 'Paguyuban Sido Elok'],
    ['liter', 'Forum Literasi'],
  ])('"%s" finds %s', (kueri, nama) => expect(ditemukan(kueri, nama)).toBe(true));

  it.each([
    ['hijau', 'Forum Literasi'],
    ['forum hijau', 'Forum Literasi'],
    ['2000', 'Angkatan 200'],
  ])('"%s" does not find %s', (kueri, nama) => expect(ditemukan(kueri, nama)).toBe(false));

  it('does not find across the border of two parts', () => {
    expect(ditemukan('halangtanah', 'Kedunghalang', 'Tanah Sareal')).toBe(false);
    expect(ditemukan('tanah sareal forum', 'Forum Hijau', 'Tanah Sareal')).toBe(true);
  });

  it('finds every name by any of its words, in any order, and by all of them joined', () => {
    fc.assert(
      fc.property(namaAcak, fc.array(fc.nat(9), { maxLength: 4 }), (nama, pilih) => {
        const k = kata(nama);
        const kueri = pilih.map((i) => k[i % k.length]).join(' ');
        expect(ditemukan(kueri, nama)).toBe(true);
        expect(ditemukan(nama.toUpperCase(), nama)).toBe(true);
        expect(ditemukan(k.join(''), nama)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('lets nothing typed act as a wildcard, and takes no filter from nothing', () => {
    expect(polaCari('')).toEqual([]);
    expect(polaCari('%_\\')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        for (const p of polaCari(s)) expect(p).toMatch(/^%[\p{L}\p{N}]+%$/u);
        expect(polaCari(s).length).toBeLessThanOrEqual(8);
        expect(kunciCari(s, s).length).toBeLessThanOrEqual(600);
      }),
    );
  });
});
