import { type EntityManager } from 'typeorm';
import { tambahHari, tambahTahun } from '../../common/tanggal.js';
import { FAKTA_KOSONG, type FaktaOrmas } from '../../iko/fakta.js';
import { type Nilai } from '../../iko/hasil.js';
import { type MasukanOrmas } from '../../iko/nilai-ormas.js';
import { type NilaiManusia } from '../../iko/tingkat.js';
import { opdPada } from '../klaster/pemetaan.js';
import { ADA_PADA, BUKAN_GABUNGAN } from '../ormas/riwayat-status.js';
import { laporanTahunanTerlambatSejak } from '../setelan/jendela.js';

// The one place of this module that reads tables of others: the facts of many ormas at once, a few queries per chunk
// whatever its size. What lies in the window is decided here; what a fact means stands at `FaktaOrmas`.

/** A report is on time when it was first submitted at most so many days (WIB) after the activity's last day. */
export const HARI_LAPORAN = 30;

/** The part of a period that facts depend on. Both days of the window are included. */
export interface JendelaPeriode {
  id: number;
  tahun: number;
  mulai: string;
  akhir: string;
}

interface JendelaHitung extends JendelaPeriode {
  sampaiHari: string;
}

/** The input of one ormas as it is frozen: besides what the engine reads, the ids of what was counted. */
export interface MasukanBeku extends MasukanOrmas {
  /**
   * The last day that counts for what falls due: that of the run while the window is open, else the window's last. What
   * falls due later in a running year is not yet done or left undone.
   */
  readonly sampaiHari: string;
  /** The OPD of its cluster on the last day of the window; null: not decided. */
  readonly opdId: number | null;
  /**
   * By the name of a fact: ids of the rows behind it, ascending; facts without rows are left out. Under
   * `kunciKeputusan` the decision that a person's level came from.
   */
  readonly rujukan: Readonly<Record<string, readonly number[]>>;
}

/** What the population of a period depends on. */
export interface PeriodePopulasi {
  /** Last day of the window. */
  akhir: string;
  hitungId: number | null;
  /** Settled when the period was closed: from then on it is that of the run that counts. */
  populasiTetap: boolean;
}

/**
 * SQL: ormas `o` is scored in the period. Whoever stood in the register at the end of the window's last day, read from
 * the dated history as it is known now; once the period has been closed, exactly those of the run that counts, so that
 * what is recorded later changes nothing unless an officer asks for it (`PeriodeService.susunUlangPopulasi`). ADR 0016.
 * An entry that was merged into another is scored no more, with whatever window: what it did counts for the other (ADR 0025).
 */
export function syaratPopulasi({ akhir, hitungId, populasiTetap }: PeriodePopulasi): { sql: string; nilai: unknown[] } {
  return populasiTetap && hitungId !== null
    ? {
        sql: `o.id IN (SELECT x.ormas_id FROM hasil_iko x WHERE x.hitung_id = ?) AND ${BUKAN_GABUNGAN}`,
        nilai: [hitungId],
      }
    : { sql: `${ADA_PADA} AND ${BUKAN_GABUNGAN}`, nilai: [akhir] };
}

/** Ids of the ormas that are scored in a period, ascending; see `syaratPopulasi`. */
export async function ormasDalamPeriode(em: EntityManager, periode: PeriodePopulasi): Promise<number[]> {
  const { sql, nilai } = syaratPopulasi(periode);
  const baris = await em.query<{ id: number }[]>(`SELECT o.id FROM ormas o WHERE ${sql} ORDER BY o.id`, nilai);
  return baris.map((b) => b.id);
}

interface Milik {
  ormas_id: number;
}
interface BarisOrmas {
  id: number;
  terdaftar_pada: string | null;
  opd_id: number | null;
  bidang_id: number | null;
}
interface BarisKlaster extends Milik {
  opd_id: number | null;
  bidang_id: number | null;
  berlaku_dari: string;
  sumber: 'bidang' | 'petugas';
}
interface BarisBidang {
  bidang_id: number;
  opd_id: number;
  berlaku_dari: string;
  berlaku_sampai: string | null;
}
interface BarisKegiatan extends Milik {
  id: number;
  program_kerja_id: number | null;
  bidang_id: number | null;
  tanggal_selesai: string;
  bersama_opd_id: number | null;
  dikonfirmasi: 0 | 1;
  tepat: 0 | 1;
  tercatat: 0 | 1;
  terpilah: 0 | 1;
  peserta: number | string;
}
interface BarisProgram extends Milik {
  id: number;
  target_penerima: number | null;
}
interface BarisRekomendasi extends Milik {
  id: number;
  selesai: 0 | 1;
  tepat: 0 | 1;
}
interface BarisFakta extends Milik {
  id: number;
  fakta: NamaYaTidak;
}
interface BarisTingkat extends Milik {
  indikator: string;
  tingkat_mandiri: number | null;
  ada_berkas_mandiri: string | number;
  ada_berkas: 0 | 1;
  tingkat_akhir: number | null;
  tak_berlaku: string | null;
  alasan: string | null;
  keputusan: number | null;
}

/** Facts that are a yes or a no. */
type NamaYaTidak = { [K in keyof FaktaOrmas]: FaktaOrmas[K] extends boolean ? K : never }[keyof FaktaOrmas];

/** Everything that is known about a chunk of ormas, as it came from the database. */
interface Bahan {
  ormas: BarisOrmas[];
  klaster: Map<number, BarisKlaster[]>;
  bidang: Map<number, BarisBidang[]>;
  kegiatan: Map<number, BarisKegiatan[]>;
  program: Map<number, BarisProgram[]>;
  rekomendasi: Map<number, BarisRekomendasi[]>;
  /** Facts that are true as soon as one row is there: documents, sanctions, confirmations, the annual report. */
  ada: Map<number, BarisFakta[]>;
  tingkat: Map<number, BarisTingkat[]>;
}

/**
 * The frozen inputs of the given ormas (at most a few hundred), in ascending order of their ids. An id that is not in
 * the register is left out.
 * @param hari day of the run in Jakarta, 'YYYY-MM-DD'
 */
export async function kumpulkanMasukan(
  em: EntityManager,
  periode: JendelaPeriode,
  idOrmas: readonly number[],
  hari: string,
): Promise<MasukanBeku[]> {
  if (idOrmas.length === 0) return [];
  const jendela = { ...periode, sampaiHari: hari < periode.akhir ? hari : periode.akhir };
  const bahan = await bacaBahan(em, jendela, idOrmas);
  return bahan.ormas.map((o) => susunMasukan(o, bahan, jendela));
}

async function bacaBahan(
  em: EntityManager,
  { id, tahun, mulai, akhir, sampaiHari }: JendelaHitung,
  ids: readonly number[],
): Promise<Bahan> {
  const baca = <T>(sql: string, ...nilai: unknown[]): Promise<T[]> => em.query<T[]>(sql, [ids, ...nilai]);
  const ormas = await baca<BarisOrmas>(
    'SELECT id, terdaftar_pada, opd_id, bidang_id FROM ormas WHERE id IN (?) ORDER BY id',
  );
  const klaster = await baca<BarisKlaster>(
    'SELECT ormas_id, opd_id, bidang_id, berlaku_dari, sumber FROM klaster_ormas WHERE ormas_id IN (?) ORDER BY ormas_id, berlaku_dari, id',
  );
  const kegiatan = await baca<BarisKegiatan>(SQL_KEGIATAN, mulai, akhir);
  const program = await baca<BarisProgram>(
    'SELECT id, ormas_id, target_penerima FROM program_kerja WHERE ormas_id IN (?) AND tahun = ? ORDER BY ormas_id, id',
    tahun,
  );
  const rekomendasi = await em.query<BarisRekomendasi[]>(
    `SELECT id, ormas_id, selesai_pada IS NOT NULL AND selesai_pada <= ? AS selesai,
       selesai_pada IS NOT NULL AND selesai_pada <= jatuh_tempo AS tepat
     FROM rekomendasi WHERE ormas_id IN (?) AND jatuh_tempo BETWEEN ? AND ? AND batal_pada IS NULL ORDER BY ormas_id, id`,
    [sampaiHari, ids, mulai, sampaiHari],
  );
  const ada = await em.query<BarisFakta[]>(SQL_ADA, [
    ...[ids, akhir, akhir],
    ...[ids, tambahHari(tambahTahun(akhir, -1), 1), akhir],
    ...[ids, akhir, akhir],
    ...[ids, tahun, laporanTahunanTerlambatSejak({ akhir })],
  ]);
  const tingkat = await baca<BarisTingkat>(
    `SELECT t.ormas_id, t.indikator, t.tingkat_mandiri, t.ada_berkas, t.tingkat_akhir, t.tak_berlaku, t.alasan,
       EXISTS (SELECT 1 FROM bukti_tingkat b WHERE b.tingkat_id = t.id AND b.pihak = 'ormas') AS ada_berkas_mandiri,
       (SELECT MAX(k.id) FROM keputusan_tingkat k WHERE k.tingkat_id = t.id) AS keputusan
     FROM tingkat_indikator t WHERE t.ormas_id IN (?) AND t.periode_id = ?`,
    id,
  );
  const bidang = await em.query<BarisBidang[]>(
    'SELECT bidang_id, opd_id, berlaku_dari, berlaku_sampai FROM bidang_opd ORDER BY bidang_id, berlaku_dari',
  );
  return {
    ormas,
    klaster: perOrmas(klaster),
    bidang: kelompokkan(bidang, (b) => b.bidang_id),
    kegiatan: perOrmas(kegiatan),
    program: perOrmas(program),
    rekomendasi: perOrmas(rekomendasi),
    ada: perOrmas(ada),
    tingkat: perOrmas(tingkat),
  };
}

/**
 * Verified activities whose last day lies in the window. The day of submission is that of Jakarta: instants are UTC, and
 * Jakarta has had UTC+7 without daylight saving since 1964.
 */
const SQL_KEGIATAN = `SELECT id, ormas_id, program_kerja_id, bidang_id, tanggal_selesai,
    bersama_opd_id, opd_konfirmasi_pada IS NOT NULL AS dikonfirmasi,
    diajukan_pertama_pada IS NOT NULL
      AND DATEDIFF(DATE(DATE_ADD(diajukan_pertama_pada, INTERVAL 7 HOUR)), tanggal_selesai) <= ${HARI_LAPORAN} AS tepat,
    peserta_laki IS NOT NULL OR peserta_perempuan IS NOT NULL AS tercatat,
    peserta_laki IS NOT NULL AND peserta_perempuan IS NOT NULL
      AND COALESCE(peserta_anak, peserta_pemuda, peserta_lansia, peserta_difabel) IS NOT NULL AS terpilah,
    COALESCE(peserta_laki, 0) + COALESCE(peserta_perempuan, 0) AS peserta
  FROM kegiatan WHERE ormas_id IN (?) AND status = 'terverifikasi' AND tanggal_selesai BETWEEN ? AND ?
  ORDER BY ormas_id, id`;

/** Rows that make a fact true by being there. Documents and sanctions count as they stand on the window's last day. */
const SQL_ADA = `SELECT id, ormas_id, CASE jenis WHEN 'ad-art' THEN 'adArtSah' WHEN 'sk-pengurus' THEN 'skPengurusSah'
      WHEN 'program-kerja' THEN 'programKerjaSah' WHEN 'sop-keuangan' THEN 'sopKeuanganSah'
      WHEN 'dasar-hukum' THEN 'dasarHukumSah' WHEN 'domisili' THEN 'domisiliSah' ELSE 'npwpSah' END AS fakta
    FROM ormas_dokumen WHERE ormas_id IN (?) AND status = 'sah'
      AND (tanggal IS NULL OR tanggal <= ?) AND (berlaku_sampai IS NULL OR berlaku_sampai >= ?)
  UNION ALL SELECT id, ormas_id, 'profilMutakhir' FROM ormas_konfirmasi
    WHERE ormas_id IN (?) AND tanggal BETWEEN ? AND ?
  UNION ALL SELECT id, ormas_id, 'sanksiAktif' FROM pembinaan
    WHERE ormas_id IN (?) AND batal_pada IS NULL AND jenis <> 'pembinaan'
      AND tanggal <= ? AND (sampai IS NULL OR sampai >= ?)
  UNION ALL SELECT id, ormas_id, 'laporanTahunanTepatWaktu' FROM laporan_ormas
    WHERE ormas_id IN (?) AND tahun = ? AND jenis = 'tahunan' AND diajukan_pada < ?
  ORDER BY ormas_id, fakta, id`;

type FaktaTerisi = { -readonly [K in keyof FaktaOrmas]: FaktaOrmas[K] };
/** Facts that count rows. */
type NamaHitungan = { [K in keyof FaktaOrmas]: FaktaOrmas[K] extends number ? K : never }[keyof FaktaOrmas];

function susunMasukan(ormas: BarisOrmas, bahan: Bahan, periode: JendelaHitung): MasukanBeku {
  const fakta: FaktaTerisi = { ...FAKTA_KOSONG, terdaftarSejak: ormas.terdaftar_pada };
  const rujukan: Record<string, number[]> = {};
  const catat = (nama: string, id: number): unknown =>
    rujukan[nama] ? rujukan[nama].push(id) : (rujukan[nama] = [id]);
  const hitung = (nama: NamaHitungan, id: number): void => {
    fakta[nama]++;
    catat(nama, id);
  };
  const klaster = klasterPada(ormas, bahan, periode.akhir);
  const dijalankan = new Set<number | null>();
  for (const k of bahan.kegiatan.get(ormas.id) ?? []) {
    hitung('kegiatan', k.id);
    dijalankan.add(k.program_kerja_id);
    fakta.peserta += Number(k.peserta);
    if (k.tepat) hitung('laporanTepatWaktu', k.id);
    if (k.tercatat) hitung('kegiatanTercatat', k.id);
    if (k.terpilah) hitung('kegiatanTerpilah', k.id);
    if (sebidang(k, klaster, bahan.bidang)) hitung('kegiatanSebidang', k.id);
    if (k.dikonfirmasi && k.bersama_opd_id !== null && k.bersama_opd_id === klaster.opd_id)
      hitung('kegiatanBersamaOpd', k.id);
  }
  for (const p of bahan.program.get(ormas.id) ?? []) {
    hitung('butirRencana', p.id);
    if (dijalankan.has(p.id)) hitung('butirTerlaksana', p.id);
    if (p.target_penerima !== null) fakta.targetPeserta = (fakta.targetPeserta ?? 0) + p.target_penerima;
  }
  for (const r of bahan.rekomendasi.get(ormas.id) ?? []) {
    hitung('rekomendasiJatuhTempo', r.id);
    if (r.selesai) hitung('rekomendasiSelesai', r.id);
    if (r.tepat) hitung('rekomendasiTepatWaktu', r.id);
  }
  for (const { id, fakta: nama } of bahan.ada.get(ormas.id) ?? []) {
    fakta[nama] = true;
    catat(nama, id);
  }
  const tingkat = bahan.tingkat.get(ormas.id) ?? [];
  for (const t of tingkat) if (isDiputuskan(t) && t.keputusan !== null) catat(kunciKeputusan(t.indikator), t.keputusan);
  return {
    id: String(ormas.id),
    hariTerakhir: periode.akhir,
    sampaiHari: periode.sampaiHari,
    fakta,
    manusia: Object.fromEntries(tingkat.map((t) => [t.indikator, nilaiManusia(t)])),
    opdId: klaster.opd_id,
    rujukan,
  };
}

/**
 * The cluster on a day, as the whole portal derives it (`opdPada`). Clusters were first recorded after some of the
 * periods: before its first one, the first one holds.
 */
function klasterPada(
  ormas: BarisOrmas,
  bahan: Pick<Bahan, 'klaster' | 'bidang'>,
  hari: string,
): { opd_id: number | null; bidang_id: number | null } {
  const riwayat = bahan.klaster.get(ormas.id) ?? [];
  const k = riwayat.findLast((b) => b.berlaku_dari <= hari) ?? riwayat[0];
  if (!k) return ormas;
  const pemetaan = (bahan.bidang.get(k.bidang_id ?? 0) ?? []).map((b) => ({
    ...{ bidangId: b.bidang_id, opdId: b.opd_id, berlakuDari: b.berlaku_dari, berlakuSampai: b.berlaku_sampai },
  }));
  const { opd_id: opdId, bidang_id: bidangId, sumber } = k;
  return { opd_id: opdPada({ opdId, bidangId, sumber }, pemetaan, hari), bidang_id: bidangId };
}

/** In the ormas's own cluster: of its bidang, or of a bidang that belonged to the same OPD on the activity's last day. */
function sebidang(
  kegiatan: BarisKegiatan,
  klaster: { opd_id: number | null; bidang_id: number | null },
  bidang: Map<number, BarisBidang[]>,
): boolean {
  if (kegiatan.bidang_id === null || klaster.opd_id === null) return false;
  if (kegiatan.bidang_id === klaster.bidang_id) return true;
  const riwayat = bidang.get(kegiatan.bidang_id) ?? [];
  const hari = kegiatan.tanggal_selesai;
  const berlaku =
    riwayat.findLast((b) => b.berlaku_dari <= hari && (b.berlaku_sampai === null || b.berlaku_sampai >= hari)) ??
    riwayat[0];
  return berlaku?.opd_id === klaster.opd_id;
}

/** The name under which the decision on the level of an indicator stands among the rows behind a score. */
export function kunciKeputusan(indikator: string): string {
  return `keputusan.${indikator}`;
}

const isDiputuskan = (t: BarisTingkat): boolean => t.tingkat_akhir !== null || t.tak_berlaku !== null;

/**
 * What people entered, as the engine takes it: the final level stands for the officer's. An officer's level counts with
 * the files that the decision rests on, the ormas's own with the files that it attached.
 */
function nilaiManusia(t: BarisTingkat): NilaiManusia {
  const akhir: Nilai | undefined =
    t.tingkat_akhir ?? (t.tak_berlaku === null ? undefined : { takBerlaku: t.tak_berlaku });
  return {
    ...(t.tingkat_mandiri !== null && { mandiri: t.tingkat_mandiri }),
    ...(akhir !== undefined && { petugas: akhir }),
    ...(t.alasan !== null && { alasanPetugas: t.alasan }),
    ...(Number(akhir === undefined ? t.ada_berkas_mandiri : t.ada_berkas) === 1 && { adaBerkas: true }),
  };
}

function perOrmas<T extends Milik>(baris: T[]): Map<number, T[]> {
  return kelompokkan(baris, (b) => b.ormas_id);
}

function kelompokkan<T>(baris: T[], kunci: (b: T) => number): Map<number, T[]> {
  const hasil = new Map<number, T[]>();
  for (const b of baris) {
    const ada = hasil.get(kunci(b));
    if (ada) ada.push(b);
    else hasil.set(kunci(b), [b]);
  }
  return hasil;
}
