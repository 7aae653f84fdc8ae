/**
 * What of an address may be shown to everybody. A secretariat is often somebody's house, and what people write into the
 * field of an address is more than an address: whose house it is, which telephone to ring. The street stays.
 */

/** "d/a Bapak X", "u.p. X": up to the next comma, bracket or semicolon. */
const UNTUK = /\b(?:d\s*[/.]\s*a|c\s*\/\s*o|u\s*\.\s*p)\b\.?[^,;()]*/giu;
/** "rumah Ibu X", "kediaman Sdr. X", "H. X"; but a street may bear the name of one: "Jl. H. X" stays. */
const MILIK_ORANG =
  /(?<!\b(?:jl|jln|jalan|gg|gang|masjid|mesjid|musala|makam|kp|kampung|perum|komplek)\.?\s*(?:\p{L}+\.\s*)*)\b(?:(?:rumah|kediaman|kontrakan)\s+)?(?:bapak|bpk|ibu|sdri?|saudar[ai]|tuan|nyonya|ny|ustad[zh]?|hj?|kh)\b\.?\s+[^,;()]*/giu;
const SUREL = /\S+@\S+/gu;
/** What announces a telephone, with what follows; then any run of digits as long as a telephone, an NPWP or an NIK. */
const TELEPON = /\b(?:hp|telp?|telepon|no\.?\s*hp|wa|whatsapp|kontak|npwp|nik)\b\.?\s*:?\s*\+?\(?\d+\)?[\d\s.-]{4,}/giu;
const ANGKA_PANJANG = /\+?\d(?:[\s.-]?\d){7,}/gu;

/** The address without persons, telephones and other numbers of people; `''` when nothing is left. */
export function alamatPublik(alamat: string): string {
  return alamat
    .replace(SUREL, ' ')
    .replace(TELEPON, ' ')
    .replace(ANGKA_PANJANG, ' ')
    .replace(UNTUK, ' ')
    .replace(MILIK_ORANG, ' ')
    .replace(/\b(?:hp|telp?|telepon|wa|whatsapp|kontak|npwp|nik)\b\.?\s*:?(?=\s*(?:[,;()]|$))/giu, ' ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([,;.)])/g, '$1')
    .replace(/([,;])(?:\s*[,;])+/g, '$1')
    .replace(/^[\s,;.]+|[\s,;]+$/g, '');
}
