import { type Peran } from '../../common/aktor.js';
import { type RingkasKotak } from '../../infra/outbox/keadaan-kotak.js';
import { type StatusKegiatan } from '../kegiatan/kegiatan.status.js';
import { type StatusLaporan } from '../laporan/laporan.types.js';
import { type DokumenOrmas, type IkoOrmas, type JenisDokumen, type StatusOrmas } from '../ormas/ormas.types.js';
import { type StatusHitung, type StatusPeriode } from '../penilaian/penilaian.types.js';

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

/** Documents of ormas in the register that ask for attention. The three spans do not overlap; days count from today. */
export interface RadarDokumen {
  belumDiperiksa: number;
  berakhir: number;
  /** Ending within 0–30 days. */
  hari30: number;
  /** Ending within 31–60 days. */
  hari60: number;
  /** Ending within 61–90 days. */
  hari90: number;
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
  /** Made from a run that no longer counts. */
  usang: boolean;
  halaman: number | null;
  /** Bytes. */
  ukuran: number | null;
  selesaiPada: Date | null;
  disetujuiPada: Date | null;
  disahkanPada: Date | null;
}

/** One cluster in figures. `rata`, two decimals, is the mean of its `n` final scores of the year. */
export interface AngkaKlasterBeranda {
  opdId: number | null;
  opd: string | null;
  kode: string | null;
  jumlah: number;
  aktif: number;
  n: number;
  rata: string | null;
}

/** The city in figures; `tahun` is the year of the scores, null before the first. */
export interface AngkaKota {
  tahun: number | null;
  jumlah: number;
  aktif: number;
  n: number;
  rata: string | null;
  klaster: AngkaKlasterBeranda[];
}

/** How many ormas of an open period still lack a level that only an officer can give. */
export interface TingkatKurang {
  tahun: number;
  jumlah: number;
  /** Ormas that get a score in the period. */
  dari: number;
}

interface Dasar<P extends Peran> {
  peran: P;
  nama: string;
  kini: Date;
}

export interface BahanPetugas extends Dasar<'petugas'> {
  verifikasi: TungguOpd[];
  dikembalikan: Tunggu;
  belumDitetapkan: Tunggu;
  tingkat: TingkatKurang | null;
  dokumen: RadarDokumen;
  periode: PeriodeBeranda[];
  laporan: LaporanBeranda[];
  kota: AngkaKota;
}

export interface BahanKabid extends Dasar<'kabid'> {
  verifikasi: TungguOpd[];
  periode: PeriodeBeranda[];
  laporan: LaporanBeranda[];
  kota: AngkaKota;
}

export interface BahanPembaca extends Dasar<'kaban' | 'pimpinan'> {
  laporan: LaporanBeranda[];
  kota: AngkaKota;
}

export interface BahanOpd extends Dasar<'opd'> {
  opd: { nama: string; kode: string };
  konfirmasi: Tunggu;
  /** Registered ormas of the cluster without a verified activity within one year. */
  diam: number;
  dokumen: RadarDokumen;
  /** Reported activities of the cluster whose last day lies in this month. */
  bulanIni: { jumlah: number; terverifikasi: number };
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
  /** Reports to mend, the longest waiting first, at most five. */
  perbaikan: { id: number; judul: string; catatan: string | null; sejak: Date | null }[];
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

export interface BahanAdmin extends Dasar<'admin'> {
  akun: { jumlah: number; aktif: number; tanpaSandi: Tunggu };
  kotak: RingkasKotak;
  sesi: number;
  kota: AngkaKota;
}

/** Everything the home page of a role is made of. */
export type BahanBeranda = BahanPetugas | BahanKabid | BahanPembaca | BahanOpd | BahanSekretaris | BahanAdmin;

/** The lists behind the tasks, as they stand in the address: `/tugas/dokumen`. */
export const DAFTAR_TUGAS = ['dokumen', 'dikembalikan', 'tingkat', 'bulan-ini'] as const;
export type NamaDaftar = (typeof DAFTAR_TUGAS)[number];

/** Which documents to list. `30`: ending within 30 days, `60`: in 31–60, `90`: in 61–90. */
export const KEADAAN_DOKUMEN = ['30', '60', '90', 'berakhir', 'belum-diperiksa'] as const;
export type KeadaanRadar = (typeof KEADAAN_DOKUMEN)[number];

/** One line of a list behind a task. */
export type BarisTugas = { ormasId: number; ormas: string; opd: string | null } & (
  | { jenis: 'dokumen'; dokumen: JenisDokumen; nomor: string | null; berlakuSampai: string | null }
  | { jenis: 'dikembalikan'; id: number; judul: string; catatan: string | null; sejak: Date }
  | { jenis: 'tingkat'; terisi: number; dari: number; tahun: number }
  | { jenis: 'bulan-ini'; id: number; judul: string; tanggal: string; status: StatusKegiatan }
);

/** The portal's machinery, as its keeper sees it. */
export interface KeadaanSistem {
  kotak: RingkasKotak;
  basisData: { versi: string; perluMigrasi: boolean };
  redis: 'tersambung' | 'terputus';
  sesi: { aktif: number; kedaluwarsa: number };
}
