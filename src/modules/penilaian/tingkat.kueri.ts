import { type EntityManager } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';
import { TINGKAT_MAKSIMUM } from '../../iko/hasil.js';
import { type Indikator } from '../../iko/instrumen.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { kunciGanda } from '../../infra/database/transaksi.js';
import { pastikanBukanGabungan } from '../ormas/gabungan-ormas.service.js';
import { type InstrumenService, type InstrumenSiapPakai } from './instrumen.service.js';
import { type JendelaPeriode } from './penilaian.masukan.js';
import { type PihakBukti, type StatusPeriode, type SumberBukti } from './penilaian.types.js';

// The row of one level and what hangs on it, read and written inside the transaction of an act.

/** A period as the acts on levels need it; held against closing until the transaction ends. */
export interface PeriodeTingkat extends JendelaPeriode {
  instrumenId: number;
  status: StatusPeriode;
}

/** The stored row of a level. */
export interface BarisTingkat {
  id: number;
  tingkat_mandiri: number | null;
  ada_berkas: 0 | 1;
  tingkat_petugas: number | null;
  tingkat_akhir: number | null;
  tak_berlaku: string | null;
  alasan: string | null;
  versi: number;
}

/** Where a level is kept, and what for; `lama` undefined: nobody has entered anything yet. */
export interface Tempat {
  periode: PeriodeTingkat;
  ormasId: number;
  indikator: Indikator;
  instrumen: InstrumenSiapPakai;
  lama: BarisTingkat | undefined;
}

/** A file attached to a level, as the acts need it. */
export interface BarisBukti {
  id: number;
  pihak: PihakBukti;
  sumber: SumberBukti;
  berkasId: string;
  nama: string;
  sha256: string;
  keterangan: string;
  /** A decision rests on it. */
  dirujuk: boolean;
}

/** Columns of a level that acts write. */
export type IsiTingkat = Partial<
  Record<
    | 'tingkat_mandiri'
    | 'ada_berkas'
    | 'tingkat_petugas'
    | 'tingkat_akhir'
    | 'tak_berlaku'
    | 'alasan'
    | 'ditetapkan_oleh'
    | 'ditetapkan_pada',
    unknown
  >
>;

/** A fault in one field of the form. */
export const salahIsi = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang, pesan }] });

/** @throws DomainError `tidak-ditemukan` */
export async function bacaPeriode(em: EntityManager, tahun: number): Promise<PeriodeTingkat> {
  const [periode] = await em.query<PeriodeTingkat[]>(
    'SELECT id, tahun, mulai, akhir, instrumen_id AS instrumenId, status FROM periode WHERE tahun = ? LOCK IN SHARE MODE',
    [tahun],
  );
  if (!periode) throw new DomainError('tidak-ditemukan', `Belum ada periode penilaian tahun ${tahun}.`);
  return periode;
}

/**
 * The place of one level, its row held until the transaction ends.
 * @throws DomainError `tidak-ditemukan`; `transisi-tidak-sah` for an entry that was merged into another
 */
export async function bacaTempat(
  em: EntityManager,
  layanan: InstrumenService,
  periode: PeriodeTingkat,
  ormasId: number,
  kode: string,
): Promise<Tempat> {
  const instrumen = await layanan.ambil(periode.instrumenId);
  const indikator = instrumen.penilai.indikator.find((i) => i.kode === kode);
  if (!indikator) throw new DomainError('tidak-ditemukan', 'Indikator ini tidak ada dalam instrumen.');
  await pastikanBukanGabungan(em, ormasId);
  const [lama] = await em.query<BarisTingkat[]>(
    `SELECT id, tingkat_mandiri, ada_berkas, tingkat_petugas, tingkat_akhir, tak_berlaku, alasan, versi
     FROM tingkat_indikator WHERE periode_id = ? AND ormas_id = ? AND indikator = ? FOR UPDATE`,
    [periode.id, ormasId, kode],
  );
  return { periode, ormasId, indikator, instrumen, lama };
}

/**
 * Writes to the row that the actor saw, or makes it.
 * @param versi what the actor saw; 0: there was none
 * @returns the row's id and its new version
 * @throws DomainError `versi-berbeda` when somebody made the row at the same moment
 */
export async function tulisTingkat(
  em: EntityManager,
  { periode, ormasId, indikator, lama }: Tempat,
  isi: IsiTingkat,
): Promise<{ id: number; versi: number }> {
  const kolom = Object.keys(isi);
  if (lama) {
    const ubah = [...kolom.map((k) => `${k} = ?`), 'versi = versi + 1'].join(', ');
    await em.query(`UPDATE tingkat_indikator SET ${ubah} WHERE id = ? AND versi = ?`, [
      ...Object.values(isi),
      lama.id,
      lama.versi,
    ]);
    return { id: lama.id, versi: lama.versi + 1 };
  }
  try {
    await sisipBanyak(
      em,
      'tingkat_indikator',
      ['periode_id', 'ormas_id', 'indikator', ...kolom],
      [[periode.id, ormasId, indikator.kode, ...Object.values(isi)]],
    );
  } catch (galat) {
    if (kunciGanda(galat)) throw new DomainError('versi-berbeda');
    throw galat;
  }
  const [baris] = await em.query<{ id: number }[]>(
    'SELECT id FROM tingkat_indikator WHERE periode_id = ? AND ormas_id = ? AND indikator = ?',
    [periode.id, ormasId, indikator.kode],
  );
  return { id: baris?.id ?? 0, versi: 1 };
}

/** @throws DomainError `versi-berbeda` with both versions, unless the actor has seen the row as it is */
export function periksaVersi({ lama }: Tempat, versi: number, milikAnda: Record<string, string>): void {
  if ((lama?.versi ?? 0) === versi) return;
  const tersimpan: Record<string, string> = {
    'Penilaian mandiri': lama?.tingkat_mandiri === null || !lama ? 'belum ada' : `tingkat ${lama.tingkat_mandiri}`,
    'Tingkat akhir': sebutTingkat(lama),
    Alasan: lama?.alasan ?? '',
  };
  throw new DomainError('versi-berbeda', undefined, {
    milikAnda,
    tersimpan: Object.fromEntries(Object.keys(milikAnda).map((k) => [k, tersimpan[k] ?? ''])),
  });
}

/** The files attached to a level, in the order in which they came. */
export async function bacaBaris(em: EntityManager, tingkatId: number | undefined): Promise<BarisBukti[]> {
  if (tingkatId === undefined) return [];
  const baris = await em.query<(Omit<BarisBukti, 'dirujuk'> & { dirujuk: string | number })[]>(
    `SELECT b.id, b.pihak, b.sumber, b.berkas_id AS berkasId, b.keterangan, f.nama, f.sha256,
       EXISTS (SELECT 1 FROM keputusan_tingkat_berkas k WHERE k.berkas_id = b.berkas_id) AS dirujuk
     FROM bukti_tingkat b JOIN berkas f ON f.id = b.berkas_id WHERE b.tingkat_id = ? ORDER BY b.id`,
    [tingkatId],
  );
  return baris.map((b) => ({ ...b, dirujuk: Number(b.dirujuk) === 1 }));
}

/** One file to be attached: its row in `berkas` is made already. */
export interface BuktiBaris {
  tingkatId: number;
  pihak: PihakBukti;
  sumber: SumberBukti;
  sumberId: number | null;
  sumberTeks: string;
  berkasId: string;
  keterangan: string;
}

/** Attaches files to levels. */
export async function sisipBuktiTingkat(em: EntityManager, bukti: readonly BuktiBaris[]): Promise<void> {
  await sisipBanyak(
    em,
    'bukti_tingkat',
    ['tingkat_id', 'pihak', 'sumber', 'sumber_id', 'sumber_teks', 'berkas_id', 'keterangan'],
    bukti.map((b) => [b.tingkatId, b.pihak, b.sumber, b.sumberId, b.sumberTeks, b.berkasId, b.keterangan]),
  );
}

/** A file that a decision rests on, with hash and caption of that moment. */
export interface BerkasDasar {
  berkasId: string;
  sha256: string;
  keterangan: string;
}

/** A decision to be kept: what was set, why, by whom, resting on which files. */
export interface Keputusan {
  tingkatId: number;
  nilai: number | null;
  takBerlaku: string | null;
  alasan: string;
  oleh: number | null;
  pada: Date;
  berkas: readonly BerkasDasar[];
}

/**
 * Keeps decisions for good, beside the earlier ones of their levels. Two decisions of one sending are of two levels.
 */
export async function sisipKeputusan(em: EntityManager, keputusan: readonly Keputusan[]): Promise<void> {
  if (keputusan.length === 0) return;
  await sisipBanyak(
    em,
    'keputusan_tingkat',
    ['tingkat_id', 'nilai', 'tak_berlaku', 'alasan', 'ditetapkan_oleh', 'ditetapkan_pada'],
    keputusan.map((k) => [k.tingkatId, k.nilai, k.takBerlaku, k.alasan, k.oleh, k.pada]),
  );
  const id = await em.query<{ id: number; tingkatId: number }[]>(
    'SELECT MAX(id) AS id, tingkat_id AS tingkatId FROM keputusan_tingkat WHERE tingkat_id IN (?) GROUP BY tingkat_id',
    [keputusan.map((k) => k.tingkatId)],
  );
  const perTingkat = new Map(id.map((k) => [k.tingkatId, k.id]));
  await sisipBanyak(
    em,
    'keputusan_tingkat_berkas',
    ['keputusan_id', 'berkas_id', 'sha256', 'keterangan'],
    keputusan.flatMap((k) => k.berkas.map((b) => [perTingkat.get(k.tingkatId), b.berkasId, b.sha256, b.keterangan])),
  );
}

/** A level that exists: a whole number from 0 to 4. */
export function tingkatSah(nilai: number): boolean {
  return Number.isInteger(nilai) && nilai >= 0 && nilai <= TINGKAT_MAKSIMUM;
}

/** A final level as words. */
export function sebutTingkat(
  baris: { tingkat_akhir?: number | null; tak_berlaku?: string | null } | undefined,
): string {
  if (baris?.tak_berlaku) return 'tak berlaku';
  return baris?.tingkat_akhir === null || baris?.tingkat_akhir === undefined
    ? 'belum ditetapkan'
    : `tingkat ${baris.tingkat_akhir}`;
}
