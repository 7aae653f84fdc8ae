import { lipat, normalNama, rapatkan } from '../../../common/normalisasi.js';

/** What makes two rows the same organisation. `null`/empty: says nothing about it. */
export interface KunciGanda {
  nama: string;
  npwp: string | null;
  dasarHukum: readonly string[];
}

/** The keys already in the register, as the functions below make them, each with the id of its ormas. */
export interface KunciTerdaftar {
  nama: Iterable<readonly [string, number]>;
  npwp: Iterable<readonly [string, number]>;
  dasarHukum: Iterable<readonly [string, number]>;
}

/** What is repeated: a line of the file, or an ormas of the register (then `kembaran` is null). */
export interface Temuan {
  sebab: string;
  kembaran: number | null;
  ormasId: number | null;
}

/** Where a key was met first. */
type Pemilik = { baris: number } | { ormasId: number };

/**
 * @param namaNormal of `normalNama`
 * @param kelurahan official spelling; null = outside the city
 */
export function kunciNama(namaNormal: string, kelurahan: string | null): string {
  return `${namaNormal}|${kelurahan === null ? 'luardomisili' : rapatkan(kelurahan)}`;
}

/** Both lengths of one NPWP are one taxpayer: the 16-digit number of a body is its 15-digit one behind a 0. */
export function kunciNpwp(npwp: string | null): string | null {
  return npwp === null || npwp === '' ? null : npwp.padStart(16, '0');
}

/** Words around a number that say only that it is one. */
const KATA_HIASAN = new Set(['no', 'nomor', 'nr', 'tahun', 'thn', 'th']);
const NORMAL_MAKS = 120;
/** Nearly every number is plain, and tables of letters cost ten times what these do. */
const ASCII = /^[\x20-\x7e]*$/;
const AWAL_ANGKA = /^[0-9]|^\p{N}/u;

/**
 * A legal-basis number without what differs between two hands: case, separators, spaces, "No.", "Tahun", leading
 * zeros, the date behind it. Letters and digits stay apart (`22/0469` is not `220/469`), and of a text that holds an
 * AHU number only that number counts.
 * @returns null when the text holds no number one could compare by: no digit, or a lone number of up to four digits
 */
export function kunciDasarHukum(nomor: string): string | null {
  const bagian: string[] = [];
  let berangka = false;
  const dilipat = lipat(nomor);
  for (const k of dilipat.match(ASCII.test(dilipat) ? /[a-z]+|[0-9]+/g : /\p{L}+|\p{N}+/gu) ?? []) {
    if (KATA_HIASAN.has(k)) continue;
    if (bagian.length > 0 && (k === 'tanggal' || k === 'tgl')) break;
    if (k === 'ahu' && !bagian.includes('ahu')) {
      bagian.length = 0;
      berangka = false;
    }
    const angka = AWAL_ANGKA.test(k);
    berangka ||= angka;
    bagian.push(angka && k.startsWith('0') ? k.replace(/^0+(?=.)/, '') : k);
  }
  if (!berangka || (bagian.length === 1 && (bagian[0] ?? '').length <= 4)) return null;
  return bagian.join('.').slice(0, NORMAL_MAKS);
}

/** The keys of one organisation, from the values as they are stored. */
export function kunciGanda(o: {
  nama: string;
  kelurahan: string | null;
  npwp: string | null;
  dasarHukum: readonly string[];
}): KunciGanda {
  const dasarHukum: string[] = [];
  for (const nomor of o.dasarHukum) {
    const k = kunciDasarHukum(nomor);
    if (k !== null && !dasarHukum.includes(k)) dasarHukum.push(k);
  }
  return {
    nama: kunciNama(normalNama(o.nama), o.kelurahan),
    npwp: kunciNpwp(o.npwp),
    dasarHukum,
  };
}

/**
 * Remembers every organisation taken so far, in the register and in the file. Only lines that are taken are
 * remembered: neither a rejected line nor a repeated one makes a later line a repetition, for neither will be in the
 * register, and the outcome of a file must not depend on what was refused.
 */
export class PencocokGanda {
  private readonly nama = new Map<string, Pemilik>();
  private readonly npwp = new Map<string, Pemilik>();
  private readonly dasarHukum = new Map<string, Pemilik>();

  constructor(terdaftar: KunciTerdaftar = { nama: [], npwp: [], dasarHukum: [] }) {
    for (const [k, ormasId] of terdaftar.nama) this.nama.set(k, { ormasId });
    for (const [k, ormasId] of terdaftar.npwp) this.npwp.set(k, { ormasId });
    for (const [k, ormasId] of terdaftar.dasarHukum) this.dasarHukum.set(k, { ormasId });
  }

  /** The organisation taken earlier that has one of the keys, or null. */
  cari(kunci: KunciGanda): Temuan | null {
    const nama = this.nama.get(kunci.nama);
    if (nama !== undefined) return temuan('nama dan kelurahan', nama);
    const npwp = kunci.npwp === null ? undefined : this.npwp.get(kunci.npwp);
    if (npwp !== undefined) return temuan('NPWP', npwp);
    for (const k of kunci.dasarHukum) {
      const dasar = this.dasarHukum.get(k);
      if (dasar !== undefined) return temuan('nomor dasar hukum', dasar);
    }
    return null;
  }

  /** Remembers an organisation that is taken, with its line of the file. */
  catat(kunci: KunciGanda, baris: number): void {
    const pemilik = { baris };
    this.nama.set(kunci.nama, pemilik);
    if (kunci.npwp !== null) this.npwp.set(kunci.npwp, pemilik);
    for (const k of kunci.dasarHukum) this.dasarHukum.set(k, pemilik);
  }
}

function temuan(apa: string, pemilik: Pemilik): Temuan {
  if ('baris' in pemilik)
    return { sebab: `${berkapital(apa)} sama dengan baris ${pemilik.baris}`, kembaran: pemilik.baris, ormasId: null };
  return {
    sebab: `${berkapital(apa)} sama dengan ormas yang sudah terdaftar`,
    kembaran: null,
    ormasId: pemilik.ormasId,
  };
}

const berkapital = (teks: string): string => teks.charAt(0).toUpperCase() + teks.slice(1);
