import { type Halaman } from '../../common/page.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import { type KeadaanPemetaan } from './pemetaan.policy.js';

/** Which kind of reference data: the OPD that guide, or the fields of work. */
export type JenisRujukan = 'opd' | 'bidang';

/** One OPD or bidang, valid from a day to a day (null: until further notice). */
export interface BendaRujukan {
  id: number;
  kode: string;
  nama: string;
  /** Of an OPD; empty for a bidang. */
  namaLengkap: string;
  /** How the office of an OPD is reached; empty: not known. */
  kontak: string;
  berlakuDari: string;
  berlakuSampai: string | null;
  versi: number;
  /** Ormas in the register today that stand in it. */
  ormas: number;
  /** Of an OPD the bidang it guides today, of a bidang its OPD. */
  kaitan: string[];
}

/** A name that a thing bore from a day on. */
export interface NamaLama {
  nama: string;
  namaLengkap: string;
  berlakuDari: string;
  alasan: string | null;
}

/** One OPD or bidang with its names and with what keeps it from ending (`[]`: nothing). */
export interface RujukanRinci extends BendaRujukan {
  riwayatNama: NamaLama[];
  penghalang: string[];
  /** Accounts that see by it; 0 for a bidang. */
  akun: number;
}

/** What is typed of a new OPD or bidang. `opd` is the code of the OPD that guides a new bidang. */
export interface IsianRujukan {
  kode: string;
  nama: string;
  namaLengkap: string;
  kontak: string;
  opd: string;
  mulai: string;
}

/** A proposal: the bidang goes to an OPD (its code) from a day on. */
export interface UsulPemetaan {
  opd: string;
  mulai: string;
}

/** A row of the overview: who guides a bidang today, and from when another will. */
export interface BidangDipetakan {
  id: number;
  kode: string;
  nama: string;
  berakhir: string | null;
  opd: string | null;
  opdKode: string | null;
  sejak: string | null;
  /** A decision that has not begun. */
  rencana: { id: number; opd: string; mulai: string } | null;
  mengikuti: number;
  keputusanPetugas: number;
}

/** A decision on the mapping. */
export interface PerubahanPemetaan {
  id: number;
  bidangId: number;
  bidang: string;
  opdLama: string;
  opdLamaKode: string;
  opdBaru: string;
  opdBaruKode: string;
  mulai: string;
  alasan: string;
  /** As the preview said when it was decided. */
  pindah: number;
  tetap: number;
  keadaan: KeadaanPemetaan;
  oleh: string;
  pada: Date;
  alasanBatal: string | null;
  dibatalkanOleh: string | null;
  dibatalkanPada: Date | null;
  versi: number;
}

/** An ormas that a change moves, or leaves where an officer put it. */
export interface OrmasTerdampak {
  id: number;
  nama: string;
  status: StatusOrmas;
  kelurahan: string | null;
  /** It has left the bidang since: only its history changes. */
  riwayatSaja: boolean;
  /** Of those that stay: the OPD an officer chose, and why. */
  opd: string | null;
  alasan: string | null;
}

/** What follows from a change for a year that is not closed. */
export interface DampakTahun {
  tahun: number;
  /** Scores computed of those who move. */
  nilai: number;
  /** Their verified activities held together with the old OPD (no longer counted) and with the new (counted from now on). */
  bersamaLama: number;
  bersamaBaru: number;
}

/** Whom a change would move, and what follows. `sidik` stands for exactly this: what is confirmed is what was shown. */
export interface DampakPemetaan {
  opdLama: { id: number; kode: string; nama: string };
  opdBaru: { id: number; kode: string; nama: string };
  mulai: string;
  hari: string;
  pindah: Halaman<OrmasTerdampak>;
  /** How many of those who move stand in each kelurahan, by name. */
  perKelurahan: { kelurahan: string | null; jumlah: number }[];
  tetap: OrmasTerdampak[];
  tetapJumlah: number;
  akunLama: number;
  akunBaru: number;
  tahun: DampakTahun[];
  sidik: string;
}

/** The form of a change: what may be chosen, and from which day. */
export interface FormulirPemetaan {
  bidang: { id: number; nama: string; opd: string | null; sejak: string | null };
  rencana: { id: number; opd: string; mulai: string } | null;
  opd: { kode: string; nama: string }[];
  /** The first day that a change may have, and today. */
  terdini: string;
  hari: string;
}
