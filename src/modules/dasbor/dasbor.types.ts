import { type Peran } from '../../common/aktor.js';
import { type Halaman } from '../../common/page.js';
import { type RingkasKotak } from '../../infra/outbox/keadaan-kotak.js';
import { type StatusKegiatan } from '../kegiatan/kegiatan.status.js';
import { type Pengesahan, type StatusLaporan } from '../laporan/laporan.types.js';
import { type DataOpd, type DataPemetaan } from '../klaster/klaster.types.js';
import {
  type AnggotaKlaster,
  type DokumenOrmas,
  type IkoOrmas,
  type JenisDokumen,
  type RingkasOrmas,
  type StatusOrmas,
} from '../ormas/ormas.types.js';
import { type BarisRadar, type RingkasRadar } from '../radar/radar.types.js';
import { type Rerata, type StatusHitung, type StatusPeriode } from '../penilaian/penilaian.types.js';

/** So many things wait, the longest since `sejak` (null when none waits). */
export interface Tunggu {
  jumlah: number;
  sejak: Date | null;
}

/** Reports that wait for verification in one cluster; `opdId` null: belum ditetapkan. */
export interface TungguOpd extends Tunggu {
  opdId: number | null;
  opd: string | null;
}

/** What of the papers of ormas in the register asks for attention: what ends, and what no officer has looked at yet. */
export interface RadarDokumen extends RingkasRadar {
  belumDiperiksa: number;
}

/** A period, the run that counts, and its newest run. */
export interface PeriodeBeranda {
  id: number;
  tahun: number;
  mulai: string;
  akhir: string;
  status: StatusPeriode;
  instrumenId: number;
  /** The run that counts, and when its inputs were frozen and its last result came in. */
  hitungId: number | null;
  /** Closed once: it is settled who is assessed. */
  populasiTetap: boolean;
  dibekukanPada: Date | null;
  dihitungPada: Date | null;
  terakhir: { id: number; status: StatusHitung } | null;
  /** The first change since the run that would change its numbers; null while it is up to date. Open periods only. */
  usangSejak: Date | null;
}

/** The newest report of a year. */
export interface LaporanBeranda {
  id: number;
  tahun: number;
  nomor: string | null;
  status: StatusLaporan;
  pengesahan: Pengesahan;
  /** Made from a run that no longer counts. */
  usang: boolean;
  /** The period is open now. */
  terbuka: boolean;
  /** What the letterhead or the signer lacked when it was made; looked up only while it may yet be signed. */
  kurang: readonly string[];
  /** When the scores that it shows were computed. */
  dihitungPada: Date;
  halaman: number | null;
  /** Bytes. */
  ukuran: number | null;
  selesaiPada: Date | null;
  disetujuiPada: Date | null;
  disahkanPada: Date | null;
  /** The reader has opened its file. */
  dibaca: boolean;
}

/** Reported activities, and those of them that are verified. */
export interface JumlahKegiatan {
  jumlah: number;
  terverifikasi: number;
}

/**
 * One cluster in figures. `jumlah` and `aktif` are of the register today; `iko` is of the run that counts, in the
 * clusters of that run: null when the run scored nobody there.
 */
export interface AngkaKlasterBeranda {
  opdId: number | null;
  opd: string | null;
  kode: string | null;
  jumlah: number;
  aktif: number;
  iko: Rerata | null;
}

/** The city in figures: the register today, and the results that speak for the present (`hasil` null before the first). */
export interface AngkaKota {
  jumlah: number;
  aktif: number;
  hasil: { tahun: number; hitungId: number; dihitungPada: Date } | null;
  iko: Rerata | null;
  klaster: AngkaKlasterBeranda[];
}

/** What is counted through one cluster for the OPD that guides it. */
export interface AngkaOpd {
  /** Registered ormas without a verified activity within one year. */
  diam: number;
  /** Activities whose last day lies in this month. */
  bulanIni: JumlahKegiatan;
  /** Activities whose last day lies in the window of the year of assessment to which today belongs. */
  tahunIni: JumlahKegiatan & { tahun: number; mulai: string; akhir: string };
}

/** The page of all clusters. */
export interface SemuaKlaster {
  opd: readonly DataOpd[];
  bidang: ReadonlyMap<number, string>;
  pemetaan: readonly DataPemetaan[];
  kota: AngkaKota;
  /** The first of those whose cluster is not decided. */
  belum: Halaman<RingkasOrmas>;
  /** Today, 'YYYY-MM-DD'. */
  hari: string;
}

/** What the page of a cluster is narrowed to; `''`: nothing. Days are spans that do not overlap, as on the radar. */
export const TAMPIL_KLASTER = ['', '30', '60', '90', 'berakhir', 'tidak-aktif'] as const;
export type TampilKlaster = (typeof TAMPIL_KLASTER)[number];

/** Something of an ormas that has ended or ends soon. */
export type AkhirAnggota = Pick<BarisRadar, 'benda' | 'rinci' | 'berlakuSampai'>;

/** The page of one cluster. */
export interface KlasterTerbuka {
  opd: DataOpd;
  hasil: AngkaKota['hasil'];
  angka: AngkaKlasterBeranda;
  kegiatan: AngkaOpd['tahunIni'];
  anggota: Halaman<AnggotaKlaster>;
  /** How many stand in the cluster, whatever the page is narrowed to. */
  semua: number;
  tampil: TampilKlaster;
  /** Of the members of the page: what has ended or ends within 90 days, the earliest first. */
  akhir: ReadonlyMap<number, readonly AkhirAnggota[]>;
  /** How many things of the cluster end in each span of days. */
  ringkasAkhir: RingkasRadar;
  /** Of the members of the page: activities reported for the year, and how many of them are verified. */
  kegiatanAnggota: ReadonlyMap<number, JumlahKegiatan>;
  /** Ormas whose cluster nobody has decided, where this is the page of the office that guides them until then; else 0. */
  belum: number;
  /** Today, 'YYYY-MM-DD'. */
  hari: string;
}

/** How many ormas of an open period still lack a level that only an officer can give. */
export interface TingkatKurang {
  tahun: number;
  jumlah: number;
  /** Ormas that get a score in the period. */
  dari: number;
}

/** What waits of guidance: reports on recommendations, and ormas whose standing and log of sanctions differ. */
export interface PembinaanMenunggu {
  rekomendasi: Tunggu;
  selisih: number;
  /** Sanctions in force without their letter. */
  tanpaDokumen: number;
}

interface Dasar<P extends Peran> {
  peran: P;
  nama: string;
  kini: Date;
}

export interface BahanPetugas extends Dasar<'petugas'> {
  /** Applications that wait for examination. */
  pendaftaran: Tunggu;
  /** Accounts that wait for their e-mail to be confirmed. */
  calon: Tunggu;
  verifikasi: TungguOpd[];
  /** Requests for changes that wait for a decision. */
  perubahan: Tunggu;
  /** The officer's own field visits: those whose record is not signed off though their day has come, and those of the next seven days. */
  kunjungan: { akunId: number; tertunda: Tunggu; sepekan: { jumlah: number; terdekat: string | null } };
  pembinaan: PembinaanMenunggu;
  /** Pairs of entries that may be one organisation. */
  ganda: Tunggu;
  dikembalikan: Tunggu;
  belumDitetapkan: Tunggu;
  tingkat: TingkatKurang | null;
  dokumen: RadarDokumen;
  periode: PeriodeBeranda[];
  laporan: LaporanBeranda[];
  kota: AngkaKota;
}

export interface BahanKabid extends Dasar<'kabid'> {
  /** Applications that wait for approval. */
  pendaftaran: Tunggu;
  verifikasi: TungguOpd[];
  perubahan: Tunggu;
  periode: PeriodeBeranda[];
  laporan: LaporanBeranda[];
  kota: AngkaKota;
}

export interface BahanPembaca extends Dasar<'kaban' | 'pimpinan'> {
  laporan: LaporanBeranda[];
  kota: AngkaKota;
}

export interface BahanOpd extends Dasar<'opd'> {
  opd: { id: number; nama: string; kode: string };
  konfirmasi: Tunggu;
  diam: AngkaOpd['diam'];
  dokumen: RadarDokumen;
  bulanIni: AngkaOpd['bulanIni'];
  kota: AngkaKota;
  laporan: LaporanBeranda[];
}

export interface BahanSekretaris extends Dasar<'sekretaris'> {
  ormas: { id: number; nama: string; status: StatusOrmas; iko: IkoOrmas | null };
  /** The year of assessment to whose window today belongs. */
  tahun: number;
  /** Last day of that window, 'YYYY-MM-DD'. */
  akhirJendela: string;
  /** Reports whose last day lies in that window, and drafts without a day, by state. */
  kegiatan: Partial<Record<StatusKegiatan, number>>;
  /**
   * The same of other years of assessment, newest first: of the year before, and of any in which reports wait or were
   * decided lately.
   */
  kegiatanLain: { tahun: number; kegiatan: Partial<Record<StatusKegiatan, number>> }[];
  /** The letter that says that the ormas stands in the register, with its last day; null: it has none. */
  surat: { nama: string; nomor: string | null; berlakuSampai: string | null } | null;
  /** Reports to mend, the longest waiting first, at most five. */
  perbaikan: { id: number; judul: string; catatan: string | null; sejak: Date | null }[];
  /** Requests for changes that came back to be mended, the longest waiting first. */
  perubahan: { id: number; perihal: string; catatan: string | null; sejak: Date | null }[];
  /** Field visits that are planned, and records that the ormas has not answered; the nearest first, at most five. */
  kunjungan: { id: number; hari: string; status: 'direncanakan' | 'selesai' }[];
  /** Drafts, the newest first, at most three. */
  draf: { id: number; judul: string; sejak: Date }[];
  dokumen: DokumenOrmas[];
  /** Day on which the ormas last said that its profile holds. */
  konfirmasi: string | null;
  programKerja: number;
  laporanTahunan: boolean;
  /** Recommendations not yet done: how many, and the nearest due day. */
  rekomendasi: { jumlah: number; terdekat: string | null };
  /** Indicators the ormas assesses itself in the open period, and how many of them it has; null without such a period. */
  mandiri: { tahun: number; terisi: number; dari: number } | null;
}

/** What a new portal needs first, and whether it is there. */
export interface LangkahAwal {
  petugas: boolean;
  /** The letterhead and the signer are filled in. */
  setelan: boolean;
  register: boolean;
  periode: boolean;
}

export interface BahanAdmin extends Dasar<'admin'> {
  awal?: LangkahAwal;
  akun: { jumlah: number; aktif: number; tanpaSandi: Tunggu };
  kotak: RingkasKotak;
  sesi: number;
  kota: AngkaKota;
}

/** Everything the home page of a role is made of. */
export type BahanBeranda = BahanPetugas | BahanKabid | BahanPembaca | BahanOpd | BahanSekretaris | BahanAdmin;

/** The lists behind the tasks, as they stand in the address: `/tugas/dokumen`. */
export const DAFTAR_TUGAS = ['dokumen', 'dikembalikan', 'tingkat', 'bulan-ini', 'tahun-ini'] as const;
export type NamaDaftar = (typeof DAFTAR_TUGAS)[number];

/** One line of a list behind a task. */
export type BarisTugas = { ormasId: number; ormas: string; opd: string | null } & (
  | { jenis: 'dokumen'; dokumenId: number; dokumen: JenisDokumen; nomor: string | null; berlakuSampai: string | null }
  | { jenis: 'dikembalikan'; id: number; judul: string; catatan: string | null; sejak: Date }
  | { jenis: 'tingkat'; terisi: number; dari: number; tahun: number }
  | { jenis: 'bulan-ini' | 'tahun-ini'; id: number; judul: string; tanggal: string; status: StatusKegiatan }
);

/** The portal's machinery, as its keeper sees it. */
export interface KeadaanSistem {
  kotak: RingkasKotak;
  basisData: { versi: string; perluMigrasi: boolean };
  redis: 'tersambung' | 'terputus';
  sesi: { aktif: number; kedaluwarsa: number };
}
