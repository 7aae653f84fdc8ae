import { type SebabKembar } from '../ormas/kembaran.js';
import { type BarisStatus } from '../ormas/koreksi-status.js';
import { type Fakta } from '../ormas/fakta.js';
import { type RincianOrmas, type StatusOrmas } from '../ormas/ormas.types.js';
import { type AksiPasangan, type StatusPasangan } from './ganda.policy.js';

/** What the list of pairs is narrowed by; '' narrows nothing. */
export interface SaringanGanda {
  status: StatusPasangan;
  sebab: SebabKembar | '';
}

/** One of two entries, as lists show it. */
export interface SisiRingkas {
  id: number;
  nama: string;
  status: StatusOrmas;
  kelurahan: string | null;
}

/** One pair as the list shows it. */
export interface RingkasPasangan {
  id: number;
  a: SisiRingkas;
  b: SisiRingkas;
  sebab: SebabKembar[];
  alasan: string | null;
  diputuskanOleh: string | null;
  diputuskanPada: Date | null;
  ditemukanPada: Date;
}

/** What stands around an entry besides what the register says of it. */
export interface Sekeliling {
  kegiatan: number;
  terverifikasi: number;
  rencana: number;
  rekomendasi: number;
  pembinaan: number;
  permohonan: number;
  /** Names of its secretaries; those switched off are told apart. */
  akun: { nama: string; aktif: boolean }[];
  surat: { nomor: string; status: string; berlakuSampai: string }[];
  laporanTahunan: number[];
}

/** One entry in full. */
export interface Sisi {
  o: RincianOrmas;
  sekeliling: Sekeliling;
  riwayatStatus: BarisStatus[];
}

/** A fact on which the two differ, in words, as they may be chosen from. */
export interface BedaFakta {
  fakta: FaktaPilihan;
  label: string;
  a: string;
  b: string;
}
/** What may be taken over from the entry that is merged: a fact of the register, its board, its number of a letter. */
export type FaktaPilihan = Fakta | 'pengurus' | 'skko';

/** Two entries side by side. `versi` of the pair: 0 where nobody has suspected it. */
export interface Perbandingan {
  a: Sisi;
  b: Sisi;
  sebab: SebabKembar[];
  pasangan: {
    status: StatusPasangan | null;
    versi: number;
    alasan: string | null;
    oleh: string | null;
    pada: Date | null;
  };
  beda: BedaFakta[];
  boleh: Record<AksiPasangan, boolean>;
}

/** What an officer decides when two entries become one. */
export interface IsianGabung {
  asalId: number;
  tujuanId: number;
  versiAsal: number;
  versiTujuan: number;
  /** Facts of which the value of the merged entry holds. */
  ambil: readonly FaktaPilihan[];
  alasan: string;
}

/** A merging as it is read. */
export interface RincianGabungan {
  id: number;
  asal: SisiRingkas;
  tujuan: SisiRingkas;
  alasan: string;
  oleh: string | null;
  pada: Date;
  /** What was moved, by table, as people call it. */
  dipindah: { sebutan: string; jumlah: number }[];
  /** Facts whose value was taken over. */
  diambil: { label: string; sebelum: string; sesudah: string }[];
  batal: { oleh: string | null; pada: Date; alasan: string; hasil: string[] } | null;
  versi: number;
  bolehBatalkan: boolean;
  /** Why it cannot be taken back now, in a sentence; null: nothing speaks against it. */
  halangan: string | null;
}
