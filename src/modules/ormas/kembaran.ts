import { kata } from '../../common/normalisasi.js';
import { kunciAlamat } from '../../common/kunci-alamat.js';
import { normalNama } from '../../common/normalisasi.js';
import { kunciDasarHukum, kunciNpwp } from './impor/pencocok-ganda.js';

// What makes two entries of the register perhaps one organisation. Pure, and the one place that says so: applications,
// requests for changes, the list of suspected pairs and the page that compares two all ask here; the import of whole
// registers shares its keys (`PencocokGanda`).

/** The reasons, the strongest first. */
export const SEBAB_KEMBAR = ['npwp', 'dasar-hukum', 'nama', 'urutan-kata', 'nama-mirip', 'alamat'] as const;
export type SebabKembar = (typeof SEBAB_KEMBAR)[number];

/** Each reason in words, within a sentence. */
export const KATA_SEBAB: Readonly<Record<SebabKembar, string>> = {
  npwp: 'NPWP sama',
  'dasar-hukum': 'nomor pengesahan sama',
  nama: 'nama sama setelah disamakan ejaannya',
  'urutan-kata': 'kata-kata namanya sama dengan urutan berbeda, di kelurahan yang sama',
  'nama-mirip': 'nama hanya berbeda satu huruf, di kelurahan yang sama',
  alamat: 'alamat sekretariat sama',
};

/** How much a reason says by itself: a number is given to one body, a house may hold several. */
const BOBOT: Readonly<Record<SebabKembar, number>> = {
  ...{ npwp: 40, 'dasar-hukum': 35, nama: 25 },
  ...{ 'urutan-kata': 18, 'nama-mirip': 15, alamat: 10 },
};
const SEKELURAHAN = 5;

/** By what an organisation is known again, folded. Null and empty say nothing. */
export interface CiriOrmas {
  namaNormal: string;
  /** The words of the name, sorted. */
  kataNama: string;
  /** null: outside the city. */
  kelurahanId: number | null;
  npwp: string | null;
  dasarHukum: readonly string[];
  alamat: string | null;
}

/** The values of an organisation as the register keeps them. */
export interface AsalCiri {
  nama: string;
  kelurahanId: number | null;
  npwp: string | null;
  dasarHukum: readonly (string | null)[];
  alamat: string;
}

export function ciriOrmas(o: AsalCiri): CiriOrmas {
  return {
    namaNormal: normalNama(o.nama),
    kataNama: kata(o.nama).sort().join(' '),
    kelurahanId: o.kelurahanId,
    npwp: kunciNpwp(o.npwp),
    dasarHukum: o.dasarHukum.flatMap((n) => (n === null ? [] : (kunciDasarHukum(n) ?? []))),
    alamat: kunciAlamat(o.alamat, o.kelurahanId),
  };
}

/** Shorter names differ by a letter and are two: "PSSI" and "PSTI". */
export const NAMA_MIRIP_MIN = 10;
const ANGKA = /\p{N}/u;

/** Whether the number that a name bears is the same: "Angkatan 1" and "Angkatan 2" are two, however alike. */
function bedaAngka(a: string, b: string): boolean {
  const angka = (t: string): string => (t.match(/\p{N}+/gu) ?? []).join('.');
  return (ANGKA.test(a) || ANGKA.test(b)) && angka(a) !== angka(b);
}

/**
 * Whether two folded names differ by one letter: one more, one less, another, or two neighbours exchanged. Names that are
 * short, or that differ in a number, do not count.
 */
export function bedaSatuHuruf(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < NAMA_MIRIP_MIN || Math.abs(a.length - b.length) > 1) return false;
  // Numbers last: nearly every pair has more letters between it than one.
  return satuHurufAntara(a, b) && !bedaAngka(a, b);
}

function satuHurufAntara(a: string, b: string): boolean {
  const [pendek, panjang] = a.length <= b.length ? [a, b] : [b, a];
  let awal = 0;
  while (awal < pendek.length && pendek[awal] === panjang[awal]) awal++;
  if (pendek.length < panjang.length) return pendek.slice(awal) === panjang.slice(awal + 1);
  if (pendek.slice(awal + 1) === panjang.slice(awal + 1)) return true;
  return (
    pendek[awal] === panjang[awal + 1] &&
    pendek[awal + 1] === panjang[awal] &&
    pendek.slice(awal + 2) === panjang.slice(awal + 2)
  );
}

/** Letters in order: two names of the same words in another order have them in common. */
export const hurufUrut = (t: string): string => [...t].sort().join('');

/** Why two organisations may be one, the strongest reason first; `[]`: nothing speaks for it. Symmetric. */
export function sebabKembar(a: CiriOrmas, b: CiriOrmas): SebabKembar[] {
  const sekelurahan = a.kelurahanId === b.kelurahanId;
  const sama = a.namaNormal !== '' && a.namaNormal === b.namaNormal;
  const ada: Record<SebabKembar, boolean> = {
    npwp: a.npwp !== null && a.npwp === b.npwp,
    'dasar-hukum': a.dasarHukum.some((n) => b.dasarHukum.includes(n)),
    nama: sama,
    'urutan-kata': !sama && sekelurahan && a.kataNama.includes(' ') && a.kataNama === b.kataNama,
    'nama-mirip': !sama && sekelurahan && bedaSatuHuruf(a.namaNormal, b.namaNormal),
    alamat: a.alamat !== null && a.alamat === b.alamat,
  };
  return SEBAB_KEMBAR.filter((s) => ada[s]);
}

/** How strongly the reasons speak, for the order of lists; larger is stronger. */
export function kekuatanKembar(sebab: readonly SebabKembar[], sekelurahan: boolean): number {
  return sebab.reduce((n, s) => n + BOBOT[s], 0) + (sekelurahan && sebab.length > 0 ? SEKELURAHAN : 0);
}

/** The reasons as one sentence of a list: "NPWP sama, alamat sekretariat sama". */
export const sebutSebab = (sebab: readonly SebabKembar[]): string => sebab.map((s) => KATA_SEBAB[s]).join(', ');
