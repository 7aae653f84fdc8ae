/**
 * What a cell must be to be taken: one pure function per kind. A fault is the rest of a sentence that begins with the
 * heading of the column; it holds the plain word of its kind (nama, kelurahan, tanggal, npwp, telepon, rumus).
 */
export type Isian<T> = { nilai: T; catatan?: string } | { galat: string };

/** No cell of a register is longer; what is, is damage or an attack. */
export const SEL_MAKS = 2000;

const TAMPAK = /[^\x20-\x7e]| {2}|^ | $/;
// Soft hyphens, zero-width characters, byte-order marks: never meant, always in the way of a comparison.
const TAK_TAMPAK = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
// Control characters except tab and line end, and the marks that turn the direction of writing.
const KENDALI = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

const STRIP_SAJA = /^[-–—_./\s]+$/;
/** What people write into a cell that may stay empty; only where a number, a date or a phone is asked. */
const KATA_KOSONG = new Set(['tidak ada', 'belum ada', 'nihil', 'n/a', 'null']);

/** A cell as it is compared and stored: NFC, invisible characters gone, spaces and line ends single, `-` empty. */
export function rapikanSel(mentah: string): string {
  if (!TAMPAK.test(mentah)) return STRIP_SAJA.test(mentah) ? '' : mentah;
  const s = mentah.normalize('NFC').replace(TAK_TAMPAK, '').replace(/\s+/g, ' ').trim();
  return STRIP_SAJA.test(s) ? '' : s;
}

/**
 * A cell of numbers, already through `rapikanSel`: `tidak ada` and the like are empty, and the apostrophe is gone by
 * which a spreadsheet marks digits as text.
 */
export function rapikanAngka(teks: string): string {
  if (teks.length < 10 && KATA_KOSONG.has(teks.toLowerCase())) return '';
  return teks.replace(/^['’](?=[\d+])/, '');
}

/** Whether a cell holds a control character, or one that reverses the direction of writing. */
export function berkendali(mentah: string): boolean {
  return TAMPAK.test(mentah) && KENDALI.test(mentah);
}

const AWAL_BIASA = /^[A-Za-z0-9]/;
const AWAL_KULIT = /^[\s\p{Cc}\u00ad\u200b-\u200f\u2060\ufeff'"`´‘’“”]+/u;
const BILANGAN = /^[+-] ?\d+(?:[.,]\d+)*$/;
const TELEPON_PLUS = /^\+\d[\d\s().-]*$/;

/**
 * Whether a spreadsheet would run the cell: it begins with `=`, `+`, `-` or `@` (full-width forms too) behind spaces,
 * controls and quotes. Not so a dash that says "nothing", a plain number with its sign, and a phone with its `+62`.
 * @param telepon in a phone column several numbers may stand in one cell
 */
export function adalahRumus(mentah: string, telepon = false): boolean {
  if (AWAL_BIASA.test(mentah)) return false;
  const t = tanpaEkor(mentah.replace(AWAL_KULIT, '').trimEnd(), KUTIP_EKOR);
  const awal = t.slice(0, 1).normalize('NFKC');
  if (awal === '=' || awal === '@') return true;
  if (awal !== '+' && awal !== '-') return false;
  if (STRIP_SAJA.test(t) || BILANGAN.test(t)) return false;
  const bagian = telepon ? pecahTelepon(t) : [t];
  return !bagian.every((b) => /^\d/.test(b) || (TELEPON_PLUS.test(b) && (telepon || hitungAngka(b) >= 8)));
}

const KUTIP_EKOR = new Set('"\'’”');

/** Without the characters at its end. A pattern for that would begin anew at each of them: quadratic in a long run. */
function tanpaEkor(teks: string, buang: ReadonlySet<string>): string {
  let akhir = teks.length;
  while (akhir > 0 && buang.has(teks[akhir - 1] as string)) akhir--;
  return teks.slice(0, akhir);
}

const hitungAngka = (teks: string): number => teks.replace(/\D/g, '').length;

/** A value quoted in a message, cut short. */
export function kutip(teks: string): string {
  return `"${teks.length > 40 ? `${teks.slice(0, 40)}…` : teks}"`;
}

const NOL_HILANG =
  'angka nol di depan mungkin hilang karena selnya berupa bilangan: ubah format kolomnya menjadi Teks, lalu ketik ulang';

const BILANGAN_BULAT_HILANG = /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i;

/** Whether a cell is what a spreadsheet leaves of a long number: `1.2E+15`. Its other digits are lost. */
export function angkaHilang(teks: string): boolean {
  return BILANGAN_BULAT_HILANG.test(teks.trim());
}

/**
 * An NPWP: 15 digits (`99.999.999.9-999.999`) or 16; dots, dashes, slashes and spaces do not count, letters are wrong.
 * Nothing but zeros is how forms say "none".
 */
export function bacaNpwp(teks: string): Isian<string | null> {
  if (teks === '') return { nilai: null };
  const angka = teks.replace(/[\s./–-]/g, '');
  if (!/^(?:\d{15}|\d{16})$/.test(angka)) {
    const hilang = /^\d{12,14}$/.test(angka) ? `; ${NOL_HILANG}` : '';
    return { galat: `${kutip(teks)} bukan npwp yang sah, seharusnya 15 atau 16 angka${hilang}` };
  }
  if (/^0+$/.test(angka)) return { nilai: null, catatan: 'berisi nol semua, dianggap kosong' };
  return { nilai: angka };
}

const SEBUTAN_TELEPON = /^(?:no(?:mor)?|hp|wa|whatsapp|telp?|tlp|telepon|ponsel|kantor)[\s.:]+/i;
const ANGKA_TELEPON = /^\+?[\d\s().–-]+$/;

function pecahTelepon(teks: string): string[] {
  return teks
    .split(/[,;|&/]|\bdan\b|\batau\b/i)
    .map((b) => b.trim())
    .filter((b) => b !== '');
}

/** One phone in its national form `0…`, or null. */
function satuTelepon(teks: string): string | null {
  const t = teks
    .replace(SEBUTAN_TELEPON, '')
    .replace(SEBUTAN_TELEPON, '')
    .replace(/\s*\((?:wa|hp)\)$/i, '');
  if (!ANGKA_TELEPON.test(t)) return null;
  const tertulis = t.replace(/\D/g, '');
  const nasional = /^(?:00)?62/.test(tertulis) ? tertulis.replace(/^(?:00)?620?/, '0') : tertulis;
  const wajar = (n: string): boolean => n.length >= 10 && n.length <= 13;
  if (!wajar(tertulis) && !wajar(nasional)) return null;
  return nasional.startsWith('0') ? nasional : `0${nasional}`;
}

/**
 * A phone of 10 to 13 digits, stored as `08…`. The country code may stand for the first 0 and then either way of
 * counting will do, so that one number is never right in one spelling and wrong in the other. Several phones may
 * share a cell (`,` `;` `/` `&` "dan" "atau"); each must be right, the first is kept. The message does not repeat the
 * number: it is personal.
 */
export function bacaTelepon(teks: string): Isian<string | null> {
  if (teks === '') return { nilai: null };
  // "0251/8321234" is one number: only what is no phone as a whole is taken for several.
  const utuh = satuTelepon(teks.replace(/\//g, '-'));
  if (utuh) return { nilai: utuh };
  const semua = pecahTelepon(teks).map(satuTelepon);
  const pertama = semua[0];
  if (pertama && !semua.includes(null)) {
    return { nilai: pertama, catatan: `${semua.length} nomor telepon dalam satu sel, yang pertama dipakai` };
  }
  if (/[a-z]/i.test(teks)) return { galat: 'berisi huruf, nomor telepon seharusnya 10 sampai 13 angka' };
  return { galat: `berisi ${hitungAngka(teks)} angka, nomor telepon seharusnya 10 sampai 13 angka` };
}

/** A whole number from 0 to 10 million, `1.024` and `1,024` included; else null with a note, never a rejection. */
export function bacaBilangan(teks: string): { nilai: number | null; catatan?: string } {
  if (teks === '') return { nilai: null };
  const polos = /^\d{1,3}(?:[.,]\d{3})+$/.test(teks) ? teks.replace(/[.,]/g, '') : teks.replace(/[.,]0+$/, '');
  const n = /^\d{1,8}$/.test(polos) ? Number(polos) : null;
  if (n === null || n > 10_000_000) return { nilai: null, catatan: `${kutip(teks)} bukan bilangan bulat, dikosongkan` };
  return { nilai: n };
}

/** RT or RW: one to three digits without leading zeros; else null with a note. */
export function bacaRtRw(teks: string): { nilai: string | null; catatan?: string } {
  if (teks === '') return { nilai: null };
  const angka = /^(?:R[TW])?[\s.:]*0*(\d{1,3})(?:[.,]0)?$/i.exec(teks)?.[1];
  if (angka === undefined) return { nilai: null, catatan: `${kutip(teks)} bukan nomor RT/RW, dikosongkan` };
  return { nilai: angka === '0' ? null : angka };
}

/** An e-mail address in lower case; what is none is dropped with a note that does not repeat it. */
export function bacaSurel(teks: string): { nilai: string | null; catatan?: string } {
  if (teks === '') return { nilai: null };
  const surel = teks.toLowerCase();
  if (surel.length <= 190 && /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(surel)) return { nilai: surel };
  return { nilai: null, catatan: 'bukan alamat surel yang sah, dikosongkan' };
}
