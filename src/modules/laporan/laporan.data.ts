import { type EntityManager } from 'typeorm';
import { jalurVerifikasi } from '../../common/kode-periksa.js';
import { tanggalWib } from '../../common/tanggal.js';
import { type FaktaOrmas } from '../../iko/fakta.js';
import { isTakBerlaku } from '../../iko/hasil.js';
import { type HasilOrmas } from '../../iko/nilai-ormas.js';
import { type AsalIndikator, type Penanda } from '../../iko/tingkat.js';
import { jendelaBerjalan } from './laporan.angka.js';
import { bacaRingkasan } from '../penilaian/ringkasan.kueri.js';
import { STATUS_PADA } from '../ormas/riwayat-status.js';
import { type InstrumenTerbit } from '../penilaian/penilaian.types.js';
import { type BentukOrmas, type StatusOrmas } from '../ormas/ormas.types.js';
import { type SetelanKantor } from '../setelan/setelan.types.js';
import {
  type DataLaporan,
  type KegiatanLaporan,
  type KlasterLaporan,
  type NilaiLaporan,
  type OrmasLaporan,
  type PembinaanLaporan,
  type SkorLalu,
  type TahunLalu,
} from './laporan.types.js';

// The one place of this module that reads tables of others: a few queries per five hundred ormas, whatever the number
// of activities. What was counted is taken from the run's frozen inputs, so a report speaks of what was scored.

const SEKALI_BACA = 500;
const TAHUN_KE_BELAKANG = 4;

/** What a report is to be made of. */
export interface PermintaanData {
  laporanId: number;
  nomor: string;
  /** The period was open when the report was asked for. */
  sementara: boolean;
  /** Code of the report; null on a provisional one. */
  kode: string | null;
  /** Where the portal is, for the address at which the code is checked. */
  portalUrl: string;
  /** Day on which the report was asked for. */
  disusun: string;
  hitungId: number;
  kantor: SetelanKantor;
  instrumen: InstrumenTerbit;
}

interface BarisHitung {
  tahun: number;
  mulai: string;
  akhir: string;
  selesai: Date;
}
interface BarisHasil {
  id: number;
  ormasId: number;
  opdId: number | null;
  nama: string;
  bentuk: BentukOrmas;
  statusRegister: StatusOrmas;
  bidang: string | null;
  ditetapkanSesudah: 0 | 1;
  kelurahan: string | null;
  kecamatan: string | null;
  terdaftarPada: string | null;
  status: 'dinilai' | 'profil-saja';
  ditandai: 0 | 1;
  skor: string | null;
  tingkat: number | null;
  sebutan: string | null;
  cakupan: string | null;
  sementara: 0 | 1;
  domain: string;
  bendera: string;
  masukan: string;
  jejak: string;
}
interface BarisKegiatan {
  ormas_id: number;
  laki: string;
  perempuan: string;
  anak: string;
  pemuda: string;
  lansia: string;
  difabel: string;
  terakhir: string | null;
}
interface BarisLalu extends SkorLalu {
  ormas_id: number;
  domain: string;
}
/** What stands beside the results of one chunk, by ormas. */
interface Sisi {
  kegiatan: Map<number, BarisKegiatan>;
  bukti: Map<number, { foto: number; dokumen: number }>;
  belum: Map<number, { menunggu: number; ditolak: number }>;
  tahunan: Set<number>;
  pembinaan: Map<number, PembinaanLaporan[]>;
  lalu: Map<number, BarisLalu[]>;
}

/**
 * The data of a report over a completed run. Call it in a transaction with a consistent view (REPEATABLE READ).
 * @throws Error when the run does not exist or is not complete
 */
export async function kumpulkanData(em: EntityManager, minta: PermintaanData): Promise<DataLaporan> {
  const [hitung] = await em.query<BarisHitung[]>(
    `SELECT p.tahun, p.mulai, p.akhir, h.selesai_pada AS selesai FROM hitung h JOIN periode p ON p.id = h.periode_id
     WHERE h.id = ? AND h.status = 'selesai'`,
    [minta.hitungId],
  );
  if (!hitung) throw new Error(`Run ${minta.hitungId} is not complete`);
  const ormas: OrmasLaporan[] = [];
  for (let sesudah = 0; ;) {
    const hasil = await bacaHasil(em, minta.hitungId, hitung.akhir, sesudah);
    if (hasil.length === 0) break;
    const masukan = hasil.map((h) => JSON.parse(h.masukan) as Masukan);
    const sisi = await bacaSisi(em, hitung, hasil, masukan, minta.instrumen.hash);
    ormas.push(...hasil.map((h, i) => susunOrmas(h, masukan[i] as Masukan, sisi, hitung.tahun)));
    sesudah = hasil.at(-1)?.id ?? sesudah;
  }
  const klaster = await bacaKlaster(em, hitung.akhir, ormas);
  const urutan = new Map(klaster.map((k, i) => [k.opdId, i]));
  const { compare } = new Intl.Collator('id');
  ormas.sort(
    (a, b) => (urutan.get(a.opdId) ?? 0) - (urutan.get(b.opdId) ?? 0) || compare(a.nama, b.nama) || a.id - b.id,
  );
  return hanyaTahunUtuh({
    skema: 1,
    laporanId: minta.laporanId,
    nomor: minta.nomor,
    sementara: minta.sementara,
    periksa: minta.kode === null ? null : { kode: minta.kode, alamat: minta.portalUrl + jalurVerifikasi(minta.kode) },
    disusun: minta.disusun,
    tahun: hitung.tahun,
    mulai: hitung.mulai,
    akhir: hitung.akhir,
    hitungId: minta.hitungId,
    dihitung: tanggalWib(hitung.selesai),
    kantor: minta.kantor,
    instrumen: minta.instrumen.isi,
    instrumenHash: minta.instrumen.hash,
    klaster,
    ormas,
    tahunLalu: await bacaTahunLalu(em, hitung.tahun, minta.instrumen.hash),
  });
}

/** Of a part of a year nothing is compared: no earlier scores stand beside it. */
function hanyaTahunUtuh(data: DataLaporan): DataLaporan {
  if (jendelaBerjalan(data) === null) return data;
  return { ...data, tahunLalu: [], ormas: data.ormas.map((o) => ({ ...o, lalu: [], domainLalu: null })) };
}

/** SQL: the run `r` that counts for the period `p` is of its whole window. */
const TAHUN_UTUH = `(p.status = 'ditutup' OR DATE(DATE_ADD(r.dibuat_pada, INTERVAL 7 HOUR)) > p.akhir)`;

interface Masukan {
  fakta: FaktaOrmas;
  rujukan: Readonly<Record<string, readonly number[]>>;
}

/**
 * The next results of a run. The cluster is the run's; the standing in the register is that of the window's last day, by
 * its history; the bidang is the one under which the ormas was in that cluster on
 * the last day of the window, and nothing where the run saw no cluster: the register may say otherwise by now.
 */
function bacaHasil(em: EntityManager, hitungId: number, akhir: string, sesudah: number): Promise<BarisHasil[]> {
  return em.query<BarisHasil[]>(
    `SELECT h.id, h.ormas_id AS ormasId, h.opd_id AS opdId, o.nama, o.bentuk, COALESCE(${STATUS_PADA}, o.status) AS statusRegister, b.nama AS bidang,
       h.opd_id IS NULL AND o.opd_id IS NOT NULL AS ditetapkanSesudah, l.nama AS kelurahan, c.nama AS kecamatan, o.terdaftar_pada AS terdaftarPada, h.status, h.ditandai, h.skor,
       h.tingkat, h.sebutan, h.cakupan, h.sementara, h.domain, h.bendera, h.masukan, h.jejak
     FROM hasil_iko h JOIN ormas o ON o.id = h.ormas_id LEFT JOIN bidang b ON h.opd_id IS NOT NULL AND b.id = COALESCE(
         (SELECT k.bidang_id FROM klaster_ormas k WHERE k.ormas_id = h.ormas_id AND (k.opd_id = h.opd_id
              OR (k.sumber = 'bidang' AND EXISTS (SELECT 1 FROM bidang_opd p WHERE p.bidang_id = k.bidang_id AND p.opd_id = h.opd_id)))
            AND k.bidang_id IS NOT NULL ORDER BY k.berlaku_dari > ?, k.berlaku_dari DESC, k.id DESC LIMIT 1), o.bidang_id)
       LEFT JOIN kelurahan l ON l.id = o.kelurahan_id LEFT JOIN kecamatan c ON c.id = l.kecamatan_id
     WHERE h.hitung_id = ? AND h.id > ? ORDER BY h.id LIMIT ${SEKALI_BACA}`,
    [akhir, akhir, hitungId, sesudah],
  );
}

async function bacaSisi(
  em: EntityManager,
  { tahun, mulai, akhir }: BarisHitung,
  hasil: readonly BarisHasil[],
  masukan: readonly Masukan[],
  instrumenHash: string,
): Promise<Sisi> {
  const ids = hasil.map((h) => h.ormasId);
  const dihitung = masukan.flatMap((m) => m.rujukan.kegiatan ?? []);
  // An empty list is no SQL: 0 is the id of nothing.
  const kegiatanId = dihitung.length > 0 ? dihitung : [0];
  const kegiatan = await em.query<BarisKegiatan[]>(
    `SELECT ormas_id, COALESCE(SUM(peserta_laki), 0) AS laki, COALESCE(SUM(peserta_perempuan), 0) AS perempuan,
       COALESCE(SUM(peserta_anak), 0) AS anak, COALESCE(SUM(peserta_pemuda), 0) AS pemuda,
       COALESCE(SUM(peserta_lansia), 0) AS lansia, COALESCE(SUM(peserta_difabel), 0) AS difabel,
       MAX(tanggal_selesai) AS terakhir
     FROM kegiatan WHERE id IN (?) GROUP BY ormas_id`,
    [kegiatanId],
  );
  const bukti = await em.query<{ ormas_id: number; foto: string; dokumen: string }[]>(
    `SELECT k.ormas_id, SUM(b.jenis = 'foto') AS foto, SUM(b.jenis = 'dokumen') AS dokumen
     FROM kegiatan_bukti b JOIN kegiatan k ON k.id = b.kegiatan_id WHERE k.id IN (?) GROUP BY k.ormas_id`,
    [kegiatanId],
  );
  const belum = await em.query<{ ormas_id: number; menunggu: string; ditolak: string }[]>(
    `SELECT ormas_id, SUM(status <> 'ditolak') AS menunggu, SUM(status = 'ditolak') AS ditolak FROM kegiatan
     WHERE ormas_id IN (?) AND status IN ('diajukan', 'dikembalikan', 'ditolak')
       AND tanggal_selesai BETWEEN ? AND ? GROUP BY ormas_id`,
    [ids, mulai, akhir],
  );
  const tahunan = await em.query<{ ormas_id: number }[]>(
    "SELECT ormas_id FROM laporan_ormas WHERE ormas_id IN (?) AND tahun = ? AND jenis = 'tahunan'",
    [ids, tahun],
  );
  const pembinaan = await em.query<(Omit<PembinaanLaporan, 'berlaku'> & { ormas_id: number; berlaku: 0 | 1 })[]>(
    `SELECT ormas_id, jenis, tanggal, sampai, dasar, jenis <> 'pembinaan' AND (sampai IS NULL OR sampai >= ?) AS berlaku
     FROM pembinaan WHERE ormas_id IN (?) AND tanggal <= ? AND batal_pada IS NULL
       AND (tanggal >= ? OR (jenis <> 'pembinaan' AND (sampai IS NULL OR sampai >= ?)))
     ORDER BY ormas_id, tanggal, id`,
    [akhir, ids, akhir, mulai, mulai],
  );
  const lalu = await em.query<BarisLalu[]>(
    `SELECT h.ormas_id, p.tahun, h.skor, h.sementara, h.domain FROM hasil_iko h
       JOIN periode p ON p.id = h.periode_id AND p.hitung_id = h.hitung_id
       JOIN hitung r ON r.id = p.hitung_id AND ${TAHUN_UTUH}
     WHERE h.ormas_id IN (?) AND p.tahun < ? AND p.tahun >= ? AND h.status = 'dinilai' AND h.instrumen_hash = ?
     ORDER BY h.ormas_id, p.tahun`,
    [ids, tahun, tahun - TAHUN_KE_BELAKANG, instrumenHash],
  );
  return {
    kegiatan: new Map(kegiatan.map((k) => [k.ormas_id, k])),
    bukti: new Map(bukti.map((b) => [b.ormas_id, { foto: Number(b.foto), dokumen: Number(b.dokumen) }])),
    belum: new Map(belum.map((b) => [b.ormas_id, { menunggu: Number(b.menunggu), ditolak: Number(b.ditolak) }])),
    tahunan: new Set(tahunan.map((t) => t.ormas_id)),
    pembinaan: kelompokkan(pembinaan, ({ ormas_id: _, ...p }) => ({ ...p, berlaku: Boolean(Number(p.berlaku)) })),
    lalu: kelompokkan(lalu, (b) => b),
  };
}

function kelompokkan<T extends { ormas_id: number }, H>(baris: readonly T[], ubah: (b: T) => H): Map<number, H[]> {
  const hasil = new Map<number, H[]>();
  for (const b of baris) {
    const ada = hasil.get(b.ormas_id);
    if (ada) ada.push(ubah(b));
    else hasil.set(b.ormas_id, [ubah(b)]);
  }
  return hasil;
}

function susunOrmas(h: BarisHasil, { fakta }: Masukan, sisi: Sisi, tahun: number): OrmasLaporan {
  const { asal } = JSON.parse(h.jejak) as HasilOrmas;
  const lalu = sisi.lalu.get(h.ormasId) ?? [];
  const sebelum = lalu.find((l) => l.tahun === tahun - 1);
  return {
    id: h.ormasId,
    nama: h.nama,
    bentuk: h.bentuk,
    statusRegister: h.statusRegister,
    opdId: h.opdId,
    bidang: h.bidang,
    ditetapkanSesudah: Boolean(Number(h.ditetapkanSesudah)),
    kelurahan: h.kelurahan,
    kecamatan: h.kecamatan,
    terdaftarPada: h.terdaftarPada,
    status: h.status,
    ditandai: Boolean(h.ditandai),
    skor: h.skor,
    tingkat: h.tingkat,
    sebutan: h.sebutan,
    cakupan: h.cakupan,
    sementara: Boolean(h.sementara),
    domain: JSON.parse(h.domain) as Record<string, string | null>,
    indikator: Object.fromEntries(asal.map((a) => [a.kode, nilaiDari(a)])),
    bendera: JSON.parse(h.bendera) as Penanda[],
    dokumen: {
      'dasar-hukum': fakta.dasarHukumSah,
      'ad-art': fakta.adArtSah,
      'sk-pengurus': fakta.skPengurusSah,
      'program-kerja': fakta.programKerjaSah,
      'sop-keuangan': fakta.sopKeuanganSah,
      domisili: fakta.domisiliSah,
      npwp: fakta.npwpSah,
    },
    profilMutakhir: fakta.profilMutakhir,
    laporanTahunan: sisi.tahunan.has(h.ormasId),
    kegiatan: susunKegiatan(h.ormasId, fakta, sisi),
    rekomendasi: {
      jatuhTempo: fakta.rekomendasiJatuhTempo,
      selesai: fakta.rekomendasiSelesai,
      tepatWaktu: fakta.rekomendasiTepatWaktu,
    },
    pembinaan: sisi.pembinaan.get(h.ormasId) ?? [],
    lalu: lalu.map((l) => ({ tahun: l.tahun, skor: l.skor, sementara: Boolean(l.sementara) })),
    domainLalu: sebelum ? (JSON.parse(sebelum.domain) as Record<string, string | null>) : null,
  };
}

function susunKegiatan(id: number, fakta: FaktaOrmas, sisi: Sisi): KegiatanLaporan {
  const k = sisi.kegiatan.get(id);
  return {
    jumlah: fakta.kegiatan,
    tercatat: fakta.kegiatanTercatat,
    laki: Number(k?.laki ?? 0),
    perempuan: Number(k?.perempuan ?? 0),
    anak: Number(k?.anak ?? 0),
    pemuda: Number(k?.pemuda ?? 0),
    lansia: Number(k?.lansia ?? 0),
    difabel: Number(k?.difabel ?? 0),
    tepatWaktu: fakta.laporanTepatWaktu,
    bersamaOpd: fakta.kegiatanBersamaOpd,
    ...(sisi.bukti.get(id) ?? { foto: 0, dokumen: 0 }),
    terakhir: k?.terakhir ?? null,
    ...(sisi.belum.get(id) ?? { menunggu: 0, ditolak: 0 }),
  };
}

function nilaiDari(asal: AsalIndikator): NilaiLaporan {
  if (asal.akhir === undefined) return { belum: asal.catatan ?? null };
  return isTakBerlaku(asal.akhir) ? { takBerlaku: asal.akhir.takBerlaku } : { tingkat: asal.akhir };
}

/** SQL: row `n` of the names is the one that thing `id` bore on a day (before the first of them, the first holds). */
const NAMA_PADA = (kolom: 'opd_id' | 'bidang_id', id: string): string =>
  `n.id = (SELECT x.id FROM riwayat_nama x WHERE x.${kolom} = ${id} ORDER BY x.berlaku_dari > ?, x.berlaku_dari DESC LIMIT 1)`;

/** The clusters of the last day: every OPD that guides a bidang or has an ormas, by name; those of nobody come last. */
async function bacaKlaster(
  em: EntityManager,
  akhir: string,
  ormas: readonly OrmasLaporan[],
): Promise<KlasterLaporan[]> {
  const opd = await em.query<{ id: number; kode: string; nama: string; nama_lengkap: string }[]>(
    `SELECT o.id, o.kode, COALESCE(n.nama, o.nama) AS nama, COALESCE(n.nama_lengkap, o.nama_lengkap) AS nama_lengkap
     FROM opd o LEFT JOIN riwayat_nama n ON n.opd_id = o.id AND ${NAMA_PADA('opd_id', 'o.id')}`,
    [akhir],
  );
  const bidang = await em.query<{ opd_id: number; nama: string }[]>(
    `SELECT p.opd_id, COALESCE(n.nama, b.nama) AS nama FROM bidang_opd p JOIN bidang b ON b.id = p.bidang_id
       LEFT JOIN riwayat_nama n ON n.bidang_id = b.id AND ${NAMA_PADA('bidang_id', 'b.id')}
     WHERE p.berlaku_dari <= ? AND (p.berlaku_sampai IS NULL OR p.berlaku_sampai >= ?) ORDER BY b.urutan`,
    [akhir, akhir, akhir],
  );
  const dipakai = new Set([...bidang.map((b) => b.opd_id), ...ormas.map((o) => o.opdId)]);
  const { compare } = new Intl.Collator('id');
  const klaster: KlasterLaporan[] = opd
    .filter((o) => dipakai.has(o.id))
    .sort((a, b) => compare(a.nama, b.nama))
    .map((o) => ({
      opdId: o.id,
      kode: o.kode,
      nama: o.nama,
      namaLengkap: o.nama_lengkap,
      bidang: bidang.filter((b) => b.opd_id === o.id).map((b) => b.nama),
    }));
  if (dipakai.has(null))
    klaster.push({
      opdId: null,
      kode: 'belum',
      nama: 'Belum ditetapkan',
      namaLengkap: 'Klaster belum ditetapkan',
      bidang: [],
    });
  return klaster;
}

async function bacaTahunLalu(em: EntityManager, tahun: number, instrumenHash: string): Promise<TahunLalu[]> {
  const periode = await em.query<{ tahun: number; hitungId: number; sebanding: string | null }[]>(
    `SELECT p.tahun, p.hitung_id AS hitungId,
       (SELECT MAX(h.instrumen_hash = ?) FROM hasil_iko h WHERE h.hitung_id = p.hitung_id) AS sebanding
     FROM periode p JOIN hitung r ON r.id = p.hitung_id AND ${TAHUN_UTUH} WHERE p.tahun < ? AND p.tahun >= ? AND p.hitung_id IS NOT NULL ORDER BY p.tahun`,
    [instrumenHash, tahun, tahun - TAHUN_KE_BELAKANG],
  );
  const hasil: TahunLalu[] = [];
  for (const p of periode) {
    const [{ rerata }] = await bacaRingkasan(em, p.hitungId);
    const { rata, n, populasi } = rerata;
    if (populasi > 0) hasil.push({ tahun: p.tahun, sebanding: Boolean(Number(p.sebanding)), rata, n, populasi });
  }
  return hasil;
}

/** A run in a few figures. `rata` is the mean of the `n` complete scores, two decimals. */
export interface AngkaRingkas {
  ormas: number;
  n: number;
  rata: string | null;
  sementara: number;
  profilSaja: number;
}

/** The figures of one run, for the page of its report. */
export async function angkaRingkas(em: EntityManager, hitungId: number): Promise<AngkaRingkas> {
  const [{ rerata, sementara, profilSaja }] = await bacaRingkasan(em, hitungId);
  return { ormas: rerata.populasi, n: rerata.n, rata: rerata.rata, sementara, profilSaja };
}
