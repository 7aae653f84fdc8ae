/**
 * Folding of names, in two strengths. `normalNama` decides whether two names are the same organisation, so it folds
 * only what cannot tell two organisations apart. `kunciCari` decides whether a name is worth showing to somebody who
 * searches, so it folds generously: what it finds too much, the reader skips.
 */

/** Length of the column that holds a search key. */
const PANJANG_CARI = 600;
/** More words than this in one query narrow nothing any more, and each costs a LIKE. */
const JARUM_MAKS = 8;

/** Printable ASCII without the quotes of `KUTIP`. */
const POLOS = /^[\x20\x21\x23-\x26\x28-\x5f\x61-\x7e]*$/;
const ASCII = /^[\x20-\x7e]*$/;
/** Written inside words ("Qur'an", "Ta'lim") or around them; they separate nothing. */
const KUTIP = /['"`´‘’“”‚„ʼʿʾ]/g;

/**
 * Lower case, no diacritics, no quotes, compatibility forms (full-width, ligatures) unfolded; the rest as it stands.
 * Total: any text in, any text out.
 */
export function lipat(teks: string): string {
  // Nearly every name is plain: the costly steps are for the rest.
  if (POLOS.test(teks)) return teks.toLowerCase();
  return teks.replace(KUTIP, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text (runs of letters and digits), folded by `lipat`; `[]` when it has none. */
export function kata(teks: string): string[] {
  const dilipat = lipat(teks);
  return dilipat.match(ASCII.test(dilipat) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * A text as one run of letters and digits: `'Kedung Halang'`, `'KEDUNGHALANG'` and `'kedung-halang'` are equal.
 * For names out of a closed list (kelurahan, bidang, column headings).
 */
export function rapatkan(teks: string): string {
  return kata(teks).join('');
}

const AWAL_ANGKA = /^\p{N}/u;
const AKHIR_ANGKA = /\p{N}$/u;

/** Abbreviations of the legal form that stand first in a name. */
const SINGKATAN_AWAL: ReadonlyMap<string, string> = new Map([
  ['yys', 'yayasan'],
  ['yay', 'yayasan'],
  ['perkump', 'perkumpulan'],
]);

/** "L.S.M." is read as "LSM": dots between single letters separate nothing. */
function rangkaiInisial(nama: string): string {
  if (!nama.includes('.')) return nama;
  return nama.replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu, '$1');
}

/**
 * The key by which two names are the same organisation: blind to case, diacritics, quotes, punctuation and spaces,
 * `&` = `dan`, and a few abbreviations of the legal form. Conservative on purpose: the legal form itself stays (a
 * yayasan and a perkumpulan of one name are two organisations), so do words, acronyms in brackets, and the border
 * between two numbers ("Angkatan 1 2" is not "Angkatan 12").
 * @returns `''` when the name has neither letter nor digit; may be longer than the name
 */
export function normalNama(nama: string): string {
  let hasil = '';
  const bagian = kata(rangkaiInisial(nama.replaceAll('&', ' dan ')));
  for (const [i, asal] of bagian.entries()) {
    let k = asal;
    if (i === 0) k = SINGKATAN_AWAL.get(k) ?? k;
    if (k === 'lsm') k = 'lembagaswadayamasyarakat';
    hasil += AWAL_ANGKA.test(k) && AKHIR_ANGKA.test(hasil) ? `.${k}` : k;
  }
  return hasil;
}

const BERBUNYI_LAMA = /oe|[dts]j|[ck]h/;

/** Old and new spelling of one sound, and letters written once or twice, become one. Digits keep their number. */
function lipatBunyi(k: string): string {
  if (!BERBUNYI_LAMA.test(k)) return k;
  return k.replace(/oe/g, 'u').replace(/dj/g, 'j').replace(/tj/g, 'c').replace(/sj/g, 'sy').replace(/[ck]h/g, 'h');
}

const kembarDilipat = (k: string): string => k.replace(/(\p{L})\1+/gu, '$1');

/** One letter over and over (`zzzz`, `aa`, `iii`): by its sound it is a single letter, which is in nearly every name. */
export const hurufBerulang = (k: string): boolean => /^(\p{L})\1+$/u.test(k);

/** One folded word of `kata` by its sound: what two spellings of it have in common. */
export const bunyiKata = (k: string): string => kembarDilipat(lipatBunyi(k));

/**
 * The stored search key of a thing: each part (name, kelurahan, spelling variants …) joined into one run, so that
 * `kedung halang` finds `Kedunghalang` and the other way round; matched with the needles of `polaCari`.
 * @returns at most 600 characters: letters, digits, and single spaces between parts, over which no needle reaches
 */
export function kunciCari(...bagian: readonly string[]): string {
  const kunci = new Set<string>();
  for (const teks of bagian) {
    const k = kata(teks);
    kunci.add(kembarDilipat(k.map(lipatBunyi).join('')));
    // Joined first and folded then: what somebody gets who types the words without the space.
    kunci.add(kembarDilipat(lipatBunyi(k.join(''))));
  }
  kunci.delete('');
  return [...kunci].join(' ').slice(0, PANJANG_CARI);
}

/**
 * What somebody typed, as patterns for `cari LIKE ?` (all of them must hold; the order of the words does not matter).
 * Folding leaves letters and digits only, so nothing typed can act as a wildcard; the escaping guards that.
 * @returns `[]` when nothing searchable was typed: no filter
 */
export function polaCari(kueri: string): string[] {
  const jarum = new Set(kata(kueri).map(bunyiKata));
  return [...jarum].slice(0, JARUM_MAKS).map((j) => `%${j.replace(/[\\%_]/g, '\\$&')}%`);
}
