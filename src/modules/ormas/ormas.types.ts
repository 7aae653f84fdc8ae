import { type Halaman } from '../../common/page.js';
import { type BarisAudit } from '../audit/audit.service.js';
import { type ProfilOrmas } from './profil.types.js';
import { type FormulirOrmas } from './sumber-formulir.js';
import { type SebutanOrmas } from './gabungan-ormas.service.js';
import { type RiwayatKlaster } from '../klaster/klaster.types.js';
import { type Lencana } from '../../infra/view/bagian.js';

/** Legal form (UU 17/2013 art. 10–11): legal entities, non-legal-entity ormas, or the branch of a larger one. */
export const BENTUK_ORMAS = ['yayasan', 'perkumpulan', 'non-badan-hukum', 'cabang'] as const;
export type BentukOrmas = (typeof BENTUK_ORMAS)[number];

/** Standing in the register; whether it is active is computed from verified activities, never typed. */
export const STATUS_ORMAS = ['terdaftar', 'dibekukan', 'dicabut', 'bubar'] as const;
/**
 * How an entry stands. `digabung`: it says of an organisation what another entry says already, and was put under that one
 * (module ganda): no standing that anybody chooses, and it stands in no list.
 */
export type StatusOrmas = (typeof STATUS_ORMAS)[number] | 'digabung';

/** Guidance, and the ladder of sanctions (UU 16/2017). */
export const JENIS_PEMBINAAN = ['pembinaan', 'peringatan', 'penghentian', 'pencabutan'] as const;
export type JenisPembinaan = (typeof JENIS_PEMBINAAN)[number];

/** A row of the log of guidance and sanctions that was not cancelled. Days 'YYYY-MM-DD'; `sampai` null: no end known. */
export interface CatatanPembinaan {
  id: number;
  jenis: JenisPembinaan;
  tanggal: string;
  sampai: string | null;
  nomor: string | null;
  dasar: string;
}

/** In what standing and log differ. */
export type SelisihStatus =
  /** A sanction is in force, the standing does not say so. */
  | { jenis: 'status-tertinggal'; sanksi: CatatanPembinaan; status: StatusOrmas; kini: StatusOrmas }
  /** A halt is over, the standing still says that it lasts. */
  | { jenis: 'sanksi-berakhir'; sanksi: CatatanPembinaan; kini: StatusOrmas }
  /** The standing says that there is a sanction, the log knows of none. */
  | { jenis: 'sanksi-tertinggal'; sanksi: 'penghentian' | 'pencabutan'; kini: StatusOrmas };

/** Documents whose validity the instrument asks about (EFK3, KBL1). */
export const JENIS_DOKUMEN = [
  'dasar-hukum',
  'ad-art',
  'sk-pengurus',
  'program-kerja',
  'sop-keuangan',
  'domisili',
  'npwp',
] as const;
export type JenisDokumen = (typeof JENIS_DOKUMEN)[number];

/** What each document is called on the page. */
export const SEBUTAN_DOKUMEN: Readonly<Record<JenisDokumen, string>> = {
  'dasar-hukum': 'Dasar hukum (AHU/SKT)',
  'ad-art': 'AD/ART',
  'sk-pengurus': 'SK pengurus',
  'program-kerja': 'Program kerja',
  'sop-keuangan': 'SOP keuangan',
  domisili: 'Surat domisili',
  npwp: 'NPWP',
};

export const SEBUTAN_BENTUK: Readonly<Record<BentukOrmas, string>> = {
  yayasan: 'Yayasan',
  perkumpulan: 'Perkumpulan',
  'non-badan-hukum': 'Tidak berbadan hukum (SKT)',
  cabang: 'Cabang/perwakilan',
};

export const SEBUTAN_STATUS: Readonly<Record<StatusOrmas, string>> = {
  terdaftar: 'Terdaftar',
  dibekukan: 'Dibekukan',
  dicabut: 'Dicabut',
  bubar: 'Bubar',
  digabung: 'Digabung',
};

/** The orders in which the list can stand. */
export const URUTAN_ORMAS = ['nama', 'kelurahan', 'opd', 'skor', 'kegiatan'] as const;
export type UrutanOrmas = (typeof URUTAN_ORMAS)[number];
export type Arah = 'naik' | 'turun';

/** Everything that may narrow the list of ormas, as codes that stand in the address bar; `''` narrows nothing. */
export interface SaringanOrmas {
  /** What was typed: words of a name or a kelurahan, in any order and spelling. */
  cari: string;
  bidang: string;
  /** Code of an OPD, or `belum`: belum ditetapkan. */
  opd: string;
  kecamatan: string;
  kelurahan: string;
  /** A standing, or `ada`: registered or suspended, what the register counts as its own. */
  status: string;
  /** `aktif`: a verified activity within one year; `tidak-aktif`: none. */
  keaktifan: string;
  /** Level of the last IKO, or `belum`: none yet. */
  tingkat: string;
  urut: UrutanOrmas;
  arah: Arah;
}

/** The last IKO, as the register repeats it. `skor` 0.00–100.00 as text. */
export interface IkoOrmas {
  tahun: number;
  skor: string | null;
  tingkat: number | null;
  sebutan: string | null;
  /** Shown but not ranked: coverage too low, or a domain without a value. */
  sementara: boolean;
  /** Registered for less than a year: no score. */
  profilSaja: boolean;
}

/** The IKO of one year in the run that counts. `skor` 0.00–100.00 as text. */
export interface IkoTahun {
  tahun: number;
  skor: string | null;
  tingkat: number | null;
  sebutan: string | null;
  /** Shown but not ranked: coverage too low, or a domain without a value. */
  sementara: boolean;
  /** Registered for less than a year: no score. */
  profilSaja: boolean;
  /** The year is not closed: its scores may still change. */
  berjalan: boolean;
}

/** An ormas in a list or a heading: nothing personal. */
export interface RingkasOrmas {
  id: number;
  nama: string;
  singkatan: string | null;
  status: StatusOrmas;
  kelurahan: string | null;
  kecamatan: string | null;
  luarDomisili: boolean;
  bidang: string | null;
  bidangId: number | null;
  opdId: number | null;
  /** Short name of the OPD; null: belum ditetapkan. */
  opd: string | null;
  kegiatanTerakhir: string | null;
  aktif: boolean;
  /** In the register for less than a year. */
  baru: boolean;
  iko: IkoOrmas | null;
}

/** One choice of a filter. */
export interface OpsiSaringan {
  nilai: string;
  teks: string;
}

/** The choices of every filter of the list. */
export type OpsiOrmas = Record<
  'bidang' | 'opd' | 'kecamatan' | 'kelurahan' | 'status' | 'keaktifan' | 'tingkat',
  readonly OpsiSaringan[]
>;

/** The register of today in one OPD's cluster: how many ormas stand in it, and how many of them are active. */
export interface AngkaKlaster {
  /** null: belum ditetapkan. */
  opdId: number | null;
  jumlah: number;
  aktif: number;
}

/** A document of an ormas as the register has it. */
export interface DokumenOrmas {
  jenis: JenisDokumen;
  nomor: string | null;
  tanggal: string | null;
  berlakuSampai: string | null;
  status: 'belum-diperiksa' | 'sah' | 'tidak-sah';
}

export interface PengurusOrmas {
  jabatan: string;
  nama: string;
  dari: string;
  sampai: string | null;
}

/** An ormas of a cluster page: with its chair, its secretariat and documents, for the OPD that guides it. */
export interface AnggotaKlaster extends RingkasOrmas {
  ketua: string | null;
  /** The address of the secretariat; empty: not filled in. */
  alamat: string;
  dokumen: DokumenOrmas[];
}

/** What the ormas changes by itself, at once. `telepon` in its national form `0…`, 10–13 digits. */
export interface IsianKontak {
  telepon: string | null;
  surel: string | null;
}

/** How and where an ormas is found. */
export interface KontakOrmas extends IsianKontak {
  alamat: string;
  rt: string | null;
  rw: string | null;
}

/** A decision on the cluster: codes of the OPD and of the bidang (`''`: as it is), and why. */
export interface IsianKlaster {
  opd: string;
  bidang: string;
  alasan: string;
}

/** A change of standing in the register, from a day ('YYYY-MM-DD') on, and why. */
export interface IsianStatus {
  status: StatusOrmas;
  berlaku: string;
  alasan: string;
}

/** A score that the register repeats: `skor` 0.00–100.00 as text, null when nothing was scored. */
export interface SkorOrmas {
  ormasId: number;
  skor: string | null;
  tingkat: number | null;
  sebutan: string | null;
  sementara: boolean;
  /** Registered for less than a year: no score. */
  profilSaja: boolean;
}

/** What the register is to say of an ormas in place of the score it has: another year's, or nothing. */
export type GantiIko = { ormasId: number } & ({ tahun: number; skor: SkorOrmas } | { tahun: null; skor: null });

/** A field visit as the page of its ormas tells it. `hari` 'YYYY-MM-DD'. */
export interface KunjunganOrmas {
  id: number;
  hari: string;
  tujuan: string;
  lencana: Lencana[];
}

/** What an ormas was asked to do: not yet done, of these past their day, and reported as done and not looked at. */
export interface RekomendasiOrmas {
  terbuka: number;
  terlambat: number;
  dilaporkan: number;
}

/** The letter of an ormas that says what is no longer so, in sentences. */
export interface SuratBerubah {
  id: number;
  nomor: string;
  kalimat: string[];
  /** The reader may issue the one that takes its place. */
  bolehGanti: boolean;
}

/** Everything the register knows of one ormas, and what the reader may do. */
export interface RincianOrmas extends RingkasOrmas {
  bentuk: BentukOrmas;
  dasarHukumNomor: string | null;
  dasarHukumTanggal: string | null;
  aktaNomor: string | null;
  aktaTanggal: string | null;
  npwp: string | null;
  nomorSkko: string | null;
  skkoBerlakuSampai: string | null;
  terdaftarPada: string | null;
  /** The field of work in the words of the register file, where it was not recognised. */
  bidangTeks: string | null;
  sumberDana: string | null;
  jumlahAnggota: number | null;
  /** What it is for, in its own words. */
  tujuan: string | null;
  /** What its form says beyond that; `bank` only for who may read it. Null: it came without a form. */
  profil: ProfilOrmas | null;
  /** Names of the fields of work beside the primary one. */
  bidangLain: string[];
  kontak: KontakOrmas;
  /** Code of the OPD, for the address of its page. */
  opdKode: string | null;
  /** `berkasId` only for who may read the file. */
  dokumen: (DokumenOrmas & { id: number; berkasId: string | null })[];
  pengurus: PengurusOrmas[];
  /** When the ormas last said that its profile holds. */
  konfirmasiTerakhir: string | null;
  klaster: RiwayatKlaster[];
  /** Its scores, oldest year first. */
  riwayatIko: IkoTahun[];
  /** Its newest field visits, newest first. */
  kunjungan: KunjunganOrmas[];
  /** Null: not for this reader. */
  rekomendasi: RekomendasiOrmas | null;
  /** The approved forms by which it, and what was merged into it, came into the register, as far as the reader may open them. */
  formulir: FormulirOrmas[];
  surat: SuratBerubah | null;
  riwayat: Halaman<BarisAudit>;
  /** Its log of guidance and sanctions without what was cancelled, newest first, and how the standing differs from it. */
  pembinaan: { catatan: CatatanPembinaan[]; selisih: SelisihStatus | null };
  /** The entry that holds in place of this one, and those that were merged into this one. */
  digabungKe: SebutanOrmas | null;
  gabungan: SebutanOrmas[];
  versi: number;
  /** Today, 'YYYY-MM-DD'. */
  hari: string;
  boleh: Record<
    | 'ubahKontak'
    | 'ajukanPerubahan'
    | 'lihatPerubahan'
    | 'konfirmasi'
    | 'pindahKlaster'
    | 'ubahStatus'
    | 'periksaDokumen'
    | 'serahkanDokumen'
    | 'lihatDaftar'
    | 'lihatKlaster'
    | 'lihatGanda'
    | 'lihatBank',
    boolean
  >;
}
