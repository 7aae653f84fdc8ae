import { type Galat, type Periksa, anggota, isObjek, isTeks, kutip, periksaBidang } from './galat.js';
import { type Penilaian, TINGKAT_MAKSIMUM } from './hasil.js';

/** What an assessment is checked against: may this indicator be "tak berlaku"; undefined for an unknown code. */
export type KamusIndikator = (kode: string) => boolean | undefined;

/**
 * Reads the indicator codes of an instrument that need not be right, so that the assessments beside a faulty
 * instrument can be checked in the same pass.
 * @returns null when not every indicator has a readable code: then "unknown indicator" could not be told
 */
export function bacaKamus(instrumen: unknown): KamusIndikator | null {
  const kamus = new Map<string, boolean>();
  const domain = isObjek(instrumen) ? anggota(instrumen, 'domain') : undefined;
  if (!Array.isArray(domain)) return null;
  for (const d of domain as unknown[]) {
    const indikator = isObjek(d) ? anggota(d, 'indikator') : undefined;
    if (!Array.isArray(indikator)) return null;
    for (const i of indikator as unknown[]) {
      const kode = isObjek(i) ? anggota(i, 'kode') : undefined;
      if (!isObjek(i) || !isTeks(kode)) return null;
      // An unreadable permission is an error of the instrument; it must not echo as an error of each assessment.
      kamus.set(kode, anggota(i, 'bolehTakBerlaku') !== false);
    }
  }
  return (kode) => kamus.get(kode);
}

/**
 * Why a value cannot be the value of an indicator, or null when it can: an integer 0 … 4, or "tak berlaku" with a
 * reason where the instrument allows it.
 */
export function galatNilai(nilai: unknown, bolehTakBerlaku: boolean): Pick<Galat, 'jenis' | 'pesan'> | null {
  if (isObjek(nilai)) {
    const lain = Object.keys(nilai).filter((kunci) => kunci !== 'takBerlaku');
    if (!Object.hasOwn(nilai, 'takBerlaku') || lain.length > 0)
      return {
        jenis: 'tak-berlaku',
        pesan: `harus berupa tingkat atau {"takBerlaku": alasan} saja, bukan ${kutip(nilai)}.`,
      };
    if (!bolehTakBerlaku) return { jenis: 'tak-berlaku', pesan: 'tidak boleh "tak berlaku" menurut instrumen.' };
    if (!isTeks(nilai.takBerlaku))
      return { jenis: 'tak-berlaku', pesan: `"tak berlaku" harus beralasan, bukan ${kutip(nilai.takBerlaku)}.` };
    return null;
  }
  if (typeof nilai === 'number' && Number.isInteger(nilai) && nilai >= 0 && nilai <= TINGKAT_MAKSIMUM) return null;
  return {
    jenis: 'tingkat',
    pesan: `tingkat harus bilangan bulat 0 sampai ${TINGKAT_MAKSIMUM}, bukan ${kutip(nilai)}.`,
  };
}

/** Every problem in the values of one ormas. `letak` begins each sentence, e.g. `Penilaian "A001"`. */
export function galatTingkat(tingkat: unknown, kamus: KamusIndikator, letak: string, id?: string): Galat[] {
  if (!isObjek(tingkat))
    return [{ jenis: 'bentuk', pesan: `${letak}: "tingkat" harus berupa objek, bukan ${kutip(tingkat)}.`, id }];
  const galat: Galat[] = [];
  for (const kode of Object.keys(tingkat)) {
    const boleh = kamus(kode);
    const keliru: Pick<Galat, 'jenis' | 'pesan'> | null =
      boleh === undefined
        ? { jenis: 'indikator-tak-dikenal', pesan: 'tidak ada dalam instrumen.' }
        : galatNilai(tingkat[kode], boleh);
    if (keliru)
      galat.push({
        jenis: keliru.jenis,
        pesan: `${letak}, indikator ${JSON.stringify(kode)}: ${keliru.pesan}`,
        id,
        indikator: kode,
      });
  }
  return galat;
}

/**
 * Checks a list of assessments.
 * @param kamus null when the instrument's codes could not be read: then only shape and ids are checked
 * @returns the same list, typed, or every problem found, each naming the id and the indicator
 */
export function validasiPenilaian(kamus: KamusIndikator | null, dokumen: unknown): Periksa<readonly Penilaian[]> {
  if (!Array.isArray(dokumen))
    return {
      ok: false,
      galat: [{ jenis: 'bentuk', pesan: `"penilaian" harus berupa larik, bukan ${kutip(dokumen)}.` }],
    };
  const galat: Galat[] = [];
  const urutanId = new Map<string, number>();
  (dokumen as unknown[]).forEach((isi, i) => {
    const urutan = i + 1;
    if (!isObjek(isi)) {
      galat.push({ jenis: 'bentuk', pesan: `Penilaian ke-${urutan} harus berupa objek, bukan ${kutip(isi)}.` });
      return;
    }
    const nilaiId = anggota(isi, 'id');
    const id = isTeks(nilaiId) ? nilaiId : undefined;
    const letak = id === undefined ? `Penilaian ke-${urutan}` : `Penilaian ${JSON.stringify(id)}`;
    galat.push(...periksaBidang(isi, ['id', 'tingkat'], [], letak).map((g) => ({ ...g, id })));
    if (id === undefined && nilaiId !== undefined)
      galat.push({
        jenis: 'bentuk',
        pesan: `${letak}: "id" harus berupa teks yang tidak kosong, bukan ${kutip(nilaiId)}.`,
      });
    const pertama = id === undefined ? undefined : urutanId.get(id);
    if (pertama !== undefined)
      galat.push({
        jenis: 'id-ganda',
        pesan: `${letak}: id ini tertulis lebih dari sekali (urutan ke-${pertama} dan ke-${urutan}).`,
        id,
      });
    else if (id !== undefined) urutanId.set(id, urutan);
    const tingkat = anggota(isi, 'tingkat');
    if (tingkat !== undefined) galat.push(...galatTingkat(tingkat, kamus ?? (() => true), letak, id));
  });
  return galat.length > 0 ? { ok: false, galat } : { ok: true, nilai: dokumen as readonly Penilaian[] };
}
