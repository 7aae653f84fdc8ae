import { type Penanda, type CatatanAsal } from '../../iko/tingkat.js';
import { type Instrumen } from '../../iko/instrumen.js';
import { type JenisDokumen, type BentukOrmas, type StatusOrmas } from '../ormas/ormas.types.js';
import { type SetelanKantor } from '../setelan/setelan.types.js';

/** `menunggu`: nobody has begun; `dibuat`: parts are being rendered; the other two are the end. */
export const STATUS_LAPORAN = ['menunggu', 'dibuat', 'selesai', 'gagal'] as const;
export type StatusLaporan = (typeof STATUS_LAPORAN)[number];

/** How far a finished report is on its way to the leaders. */
export type Pengesahan = 'belum' | 'disetujui' | 'disahkan';

/** One report with what a list shows of it. `selesai` of `jumlah` parts are rendered. */
export interface LaporanRingkas {
  id: number;
  tahun: number;
  nomor: string;
  status: StatusLaporan;
  jumlah: number;
  selesai: number;
  halaman: number | null;
  /** Bytes of the file. */
  ukuran: number | null;
  berkasId: string | null;
  hitungId: number;
  /** Whether the year's scores have been computed again since: this report shows older ones. */
  usang: boolean;
  /** Made while the period was open: every page of the file says so, whatever becomes of the period. */
  sementara: boolean;
  /** Whether the period is open now; of such a year nothing is approved or ratified. */
  terbuka: boolean;
  /** What the letterhead or the signer lacked when it was made, in words; see `setelanKurang`. */
  kurang: readonly string[];
  /** When the scores that it shows were computed. */
  dihitungPada: Date;
  dibuatOleh: string | null;
  dibuatPada: Date;
  selesaiPada: Date | null;
  pengesahan: Pengesahan;
  disetujuiOleh: string | null;
  disetujuiPada: Date | null;
  disahkanOleh: string | null;
  disahkanPada: Date | null;
  galat: string | null;
  versi: number;
}

/** One part of a report. */
export interface BagianRingkas {
  urutan: number;
  judul: string;
  status: 'menunggu' | 'selesai';
  halaman: number | null;
}

/** A year of which a report can be made, and whether one may be asked for now. */
export interface TahunLaporan {
  tahun: number;
  hitungId: number;
  dihitungPada: Date;
  /** The period is open, so that a report made now would be provisional. */
  terbuka: boolean;
  /** A report of this year is being made at the moment. */
  berjalan: boolean;
}

/** The value of one indicator: a level, "does not apply" with its reason, or unscored with why. */
export type NilaiLaporan = { tingkat: number } | { takBerlaku: string } | { belum: CatatanAsal | null };

/** Verified activities that entered the score, and what waits beside them. People are head counts. */
export interface KegiatanLaporan {
  jumlah: number;
  /** Of these with a count of participants. */
  tercatat: number;
  laki: number;
  perempuan: number;
  anak: number;
  pemuda: number;
  lansia: number;
  difabel: number;
  tepatWaktu: number;
  bersamaOpd: number;
  foto: number;
  dokumen: number;
  /** Day of the last one, 'YYYY-MM-DD'. */
  terakhir: string | null;
  /** Reports of the window that are submitted or sent back, and so not verified. */
  menunggu: number;
  /** Reports of the window that were refused; absent in data frozen before they were told apart. */
  ditolak?: number;
}

/** Guidance or a sanction within the window or in force on its last day. */
export interface PembinaanLaporan {
  jenis: 'pembinaan' | 'peringatan' | 'penghentian' | 'pencabutan';
  tanggal: string;
  sampai: string | null;
  dasar: string;
  /** In force on the last day of the window. */
  berlaku: boolean;
}

/** The score of an earlier year, comparable because the instrument is the same. */
export interface SkorLalu {
  tahun: number;
  skor: string | null;
  sementara: boolean;
}

/** One ormas of the run, with everything the report says of it. Scores are texts with two decimals. */
export interface OrmasLaporan {
  id: number;
  nama: string;
  bentuk: BentukOrmas;
  statusRegister: StatusOrmas;
  /** Cluster and bidang as the run saw them: whoever had no cluster then has no bidang here either. */
  opdId: number | null;
  bidang: string | null;
  /** Without a cluster when the run was made, with one when the report was. */
  ditetapkanSesudah: boolean;
  kelurahan: string | null;
  kecamatan: string | null;
  terdaftarPada: string | null;
  status: 'dinilai' | 'profil-saja';
  ditandai: boolean;
  skor: string | null;
  tingkat: number | null;
  sebutan: string | null;
  cakupan: string | null;
  sementara: boolean;
  domain: Readonly<Record<string, string | null>>;
  indikator: Readonly<Record<string, NilaiLaporan>>;
  bendera: readonly Penanda[];
  /** Documents verified and valid on the last day of the window. */
  dokumen: Readonly<Record<JenisDokumen, boolean>>;
  profilMutakhir: boolean;
  laporanTahunan: boolean;
  kegiatan: KegiatanLaporan;
  rekomendasi: { jatuhTempo: number; selesai: number; tepatWaktu: number };
  pembinaan: readonly PembinaanLaporan[];
  /** Earlier years of the same instrument, oldest first, at most four. */
  lalu: readonly SkorLalu[];
  /** Scores of the domains in the year before; null when there is nothing comparable. */
  domainLalu: Readonly<Record<string, string | null>> | null;
}

/** A cluster of the report, in the order of the document. `opdId` null: belum ditetapkan. */
export interface KlasterLaporan {
  opdId: number | null;
  kode: string;
  nama: string;
  namaLengkap: string;
  bidang: readonly string[];
}

/** An earlier year as a whole: the mean of its complete scores. */
export interface TahunLalu {
  tahun: number;
  /** The same instrument to the byte: scores may be compared. */
  sebanding: boolean;
  rata: string | null;
  n: number;
  populasi: number;
}

/**
 * Everything a report is made from, frozen: plain JSON, stored under its SHA-256 before the first part is rendered, so
 * that every part and every retry sees the same, whatever happens to the register meanwhile.
 */
export interface DataLaporan {
  skema: 1;
  laporanId: number;
  nomor: string;
  /** The period was open when the report was asked for: every page says so, with the day in `dihitung`. */
  sementara: boolean;
  /** Code and full address by which anybody may check the report; none on a provisional one or on one of before. */
  periksa?: { kode: string; alamat: string } | null;
  /** Day on which the report was asked for (WIB). */
  disusun: string;
  tahun: number;
  mulai: string;
  akhir: string;
  hitungId: number;
  /** Day on which the run was completed (WIB). */
  dihitung: string;
  kantor: SetelanKantor;
  instrumen: Instrumen;
  instrumenHash: string;
  klaster: readonly KlasterLaporan[];
  /** By cluster in the order above, then by name. */
  ormas: readonly OrmasLaporan[];
  /** Earlier years with a run that counts, oldest first, at most four. */
  tahunLalu: readonly TahunLalu[];
}
