import { type AturanSiap, type HasilAturan, type MasukanAturan, siapkanAturan } from './aturan.js';
import { type FaktaOrmas } from './fakta.js';
import { type Nilai, isTakBerlaku } from './hasil.js';
import { type Indikator, type MasaDaftar, type Sumber, isDihitung } from './instrumen.js';

/** What people entered for one indicator. All of it is kept; `putuskan` says which of it counts. */
export interface NilaiManusia {
  /** The ormas's own level. */
  readonly mandiri?: Nilai;
  /** The officer's level. */
  readonly petugas?: Nilai;
  /** Why the officer's level differs from the ormas's own or from the computed one. */
  readonly alasanPetugas?: string;
  /** At least one file is attached as evidence to this indicator. */
  readonly adaBerkas?: boolean;
}

/** How the final level came about. */
export type CaraPutus =
  /** computed, and no officer looked */
  | 'hitungan'
  /** computed or self-assessed, and an officer set the same */
  | 'konfirmasi'
  /** an officer's level in place of a computed or self-assessed one, with a reason */
  | 'koreksi'
  /** an officer's level where there is no other */
  | 'petugas'
  /** self-assessed, for indicators that need no officer */
  | 'mandiri'
  /** unscored */
  | 'belum';

/** Where the value of one indicator comes from: kept with the result beside its jejak. Members without content are left out. */
export interface AsalIndikator {
  readonly kode: string;
  readonly cara: CaraPutus;
  /** The value that counts; left out where unscored. */
  readonly akhir?: Nilai;
  readonly hitungan?: Nilai;
  readonly mandiri?: Nilai;
  readonly petugas?: Nilai;
  readonly alasanPetugas?: string;
  /** The facts behind `hitungan`; see `kalimatMasukan`. */
  readonly masukan?: MasukanAturan;
  /** Why the value is not what was entered, or why there is none. */
  readonly catatan?: CatatanAsal;
}

/** Why a value was held back; `kalimatCatatan` has the words. */
export type CatatanAsal =
  'tanpa-berkas' | 'terkunci' | 'tanpa-alasan' | 'menunggu-petugas' | 'menunggu-warga' | 'tak-boleh-tak-berlaku';

const KALIMAT_CATATAN: Readonly<Record<CatatanAsal, string>> = {
  'tanpa-berkas': 'Tanpa berkas bukti, tingkat paling tinggi 1.',
  terkunci: 'Tingkat hitungan ini tidak dapat diubah petugas; perbaiki catatannya di register bila keliru.',
  'tanpa-alasan': 'Tingkat dari petugas tidak dihitung karena berbeda tanpa alasan.',
  'menunggu-petugas': 'Menunggu tingkat dari petugas.',
  'menunggu-warga': 'Menunggu hasil penilaian warga.',
  'tak-boleh-tak-berlaku': '"Tak berlaku" tidak dihitung karena tidak dibolehkan instrumen.',
};

/** The note as a sentence for people. */
export function kalimatCatatan(catatan: CatatanAsal): string {
  return KALIMAT_CATATAN[catatan];
}

/** Highest level of a self-assessed indicator without a file. */
export const TINGKAT_TANPA_BERKAS = 1;

/** Who may give an indicator its value, by its source. V alone stands for instruments in the exchange format. */
function sumberDari(indikator: Indikator): Sumber {
  return indikator.sumber ?? 'V';
}

/** True where the ormas assesses itself. */
export function isMandiri(sumber: Sumber): boolean {
  return sumber === 'S' || sumber === 'S+V';
}

/**
 * Says why an officer's level cannot be accepted, or null when it can. Asked when the officer saves; `putuskan`
 * applies the same rules again when scoring, because the facts may have changed in between.
 * @param hitungan the computed result, for sources A, C and A+V
 */
export function tolakPetugas(indikator: Indikator, manusia: NilaiManusia, hitungan?: HasilAturan): string | null {
  const catatan = manusia.petugas === undefined ? null : halanganPetugas(indikator, manusia, hitungan);
  if (catatan === 'tanpa-alasan')
    return 'Tuliskan alasan, karena tingkat Anda berbeda dari tingkat hitungan atau penilaian mandiri.';
  return catatan ? KALIMAT_CATATAN[catatan] : null;
}

function halanganPetugas(indikator: Indikator, manusia: NilaiManusia, hitungan?: HasilAturan): CatatanAsal | null {
  const { petugas } = manusia;
  if (isTakBerlaku(petugas) && !indikator.bolehTakBerlaku) return 'tak-boleh-tak-berlaku';
  const dihitung = isDihitung(sumberDari(indikator));
  const pembanding = dihitung ? nilaiHitungan(hitungan) : manusia.mandiri;
  if (pembanding !== undefined && sama(pembanding, petugas)) return null;
  if (hitungan && 'tingkat' in hitungan && hitungan.terkunci) return 'terkunci';
  const perluAlasan = dihitung || pembanding !== undefined;
  return perluAlasan && !manusia.alasanPetugas?.trim() ? 'tanpa-alasan' : null;
}

function nilaiHitungan(hitungan: HasilAturan | undefined): Nilai | undefined {
  if (!hitungan || 'belum' in hitungan) return undefined;
  return 'tingkat' in hitungan ? hitungan.tingkat : { takBerlaku: hitungan.takBerlaku };
}

function sama(a: Nilai, b: Nilai | undefined): boolean {
  if (isTakBerlaku(a) || isTakBerlaku(b)) return isTakBerlaku(a) && isTakBerlaku(b);
  return a === b;
}

/**
 * The final value of one indicator out of the computed, the self-assessed and the officer's level:
 * - A, C, A+V: the computed level stands; an officer's other level replaces it only with a reason (override, visible),
 *   and never a locked one.
 * - S+V: the officer's level; until there is one the indicator is unscored. Another level than the ormas's own needs a reason.
 * - S: the ormas's own level, unless an officer set another with a reason.
 * - V: the officer's level.
 * Without a file, S and S+V end at 1 at most. Never throws: what cannot count is set aside, and `catatan` says so.
 */
export function putuskan(indikator: Indikator, manusia: NilaiManusia, hitungan?: HasilAturan): AsalIndikator {
  const sumber = sumberDari(indikator);
  const dihitung = isDihitung(sumber);
  const dasar = dihitung ? nilaiHitungan(hitungan) : manusia.mandiri;
  const halangan = manusia.petugas === undefined ? null : halanganPetugas(indikator, manusia, hitungan);
  const petugas = halangan ? undefined : manusia.petugas;

  let akhir: Nilai | undefined;
  let cara: CaraPutus;
  if (petugas !== undefined) {
    akhir = petugas;
    cara = dasar === undefined ? (dihitung ? 'koreksi' : 'petugas') : sama(dasar, petugas) ? 'konfirmasi' : 'koreksi';
  } else {
    akhir = dihitung || sumber === 'S' ? dasar : undefined;
    cara = akhir === undefined ? 'belum' : dihitung ? 'hitungan' : 'mandiri';
  }
  let catatan = halangan;
  if (isTakBerlaku(akhir) && !indikator.bolehTakBerlaku) {
    akhir = undefined;
    cara = 'belum';
    catatan = 'tak-boleh-tak-berlaku';
  }
  if (typeof akhir === 'number' && akhir > TINGKAT_TANPA_BERKAS && isMandiri(sumber) && !manusia.adaBerkas) {
    akhir = TINGKAT_TANPA_BERKAS;
    catatan = 'tanpa-berkas';
  }
  if (cara === 'belum') catatan ??= sumber === 'C' ? 'menunggu-warga' : 'menunggu-petugas';
  return susun(indikator.kode, cara, {
    akhir,
    hitungan: nilaiHitungan(hitungan),
    manusia,
    masukan: hitungan?.masukan,
    catatan,
  });
}

interface BahanAsal {
  readonly akhir: Nilai | undefined;
  readonly hitungan: Nilai | undefined;
  readonly manusia: NilaiManusia;
  readonly masukan: MasukanAturan | undefined;
  readonly catatan: CatatanAsal | null;
}

/** Leaves out what is empty: the record is stored once per indicator per ormas. */
function susun(kode: string, cara: CaraPutus, bahan: BahanAsal): AsalIndikator {
  const { mandiri, petugas, alasanPetugas } = bahan.manusia;
  const asal: { -readonly [K in keyof AsalIndikator]: AsalIndikator[K] } = { kode, cara };
  if (bahan.akhir !== undefined) asal.akhir = bahan.akhir;
  if (bahan.hitungan !== undefined) asal.hitungan = bahan.hitungan;
  if (mandiri !== undefined) asal.mandiri = mandiri;
  if (petugas !== undefined) asal.petugas = petugas;
  if (alasanPetugas?.trim()) asal.alasanPetugas = alasanPetugas;
  if (bahan.masukan !== undefined) asal.masukan = bahan.masukan;
  if (bahan.catatan !== null) asal.catatan = bahan.catatan;
  return asal;
}

/** Rules of an instrument, by indicator code. */
export function siapkanSemuaAturan(indikator: readonly Indikator[]): ReadonlyMap<string, AturanSiap> {
  return new Map(indikator.flatMap((i) => (i.aturan ? [[i.kode, siapkanAturan(i.aturan)]] : [])));
}

/** How long an ormas has been registered, as far as scoring cares; `tak-diketahui` is scored and marked. */
export type Masa = 'profil-saja' | 'ditandai' | 'penuh' | 'tak-diketahui';

export const MASA_DAFTAR_BAWAAN: MasaDaftar = Object.freeze({ profilSajaDiBawahTahun: 1, ditandaiDiBawahTahun: 2 });

/**
 * Registered for less than 1 year on the last day of the window: profile only, no score; less than 2: marked.
 * @param terdaftarSejak 'YYYY-MM-DD' or null; a year is full on the same day of the next (29 February: on 1 March)
 * @param hariTerakhir last day of the window, 'YYYY-MM-DD'
 */
export function masaDaftar(
  terdaftarSejak: string | null,
  hariTerakhir: string,
  batas: MasaDaftar = MASA_DAFTAR_BAWAAN,
): Masa {
  if (terdaftarSejak === null) return 'tak-diketahui';
  const genap = (tahun: number): boolean => tambahTahun(terdaftarSejak, tahun) <= hariTerakhir;
  if (!genap(batas.profilSajaDiBawahTahun)) return 'profil-saja';
  return genap(batas.ditandaiDiBawahTahun) ? 'penuh' : 'ditandai';
}

/** Compared as text only, so that 2025-02-29 (no such day) rightly sorts after 28 February and before 1 March. */
function tambahTahun(tanggal: string, tahun: number): string {
  return String(Number(tanggal.slice(0, 4)) + tahun).padStart(4, '0') + tanggal.slice(4);
}

/** Flags that stand beside a score and never inside it. */
export type Penanda =
  'dasar-hukum-tidak-sah' | 'sanksi-aktif' | 'sengketa-aktif' | 'terdaftar-belum-lama' | 'tanggal-daftar-tak-diketahui';

/** The flags of one ormas, in a fixed order. */
export function penandaOrmas(fakta: FaktaOrmas, masa: Masa): Penanda[] {
  const penanda: Penanda[] = [];
  if (!fakta.dasarHukumSah) penanda.push('dasar-hukum-tidak-sah');
  if (fakta.sanksiAktif) penanda.push('sanksi-aktif');
  if (fakta.sengketaAktif) penanda.push('sengketa-aktif');
  if (masa === 'ditandai' || masa === 'profil-saja') penanda.push('terdaftar-belum-lama');
  if (masa === 'tak-diketahui') penanda.push('tanggal-daftar-tak-diketahui');
  return penanda;
}
