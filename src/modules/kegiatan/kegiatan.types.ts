import { type BerkasSiap } from '../berkas/berkas.types.js';
import { type StatusKegiatan } from './kegiatan.status.js';
import { type MasaTerhenti } from './masa-terhenti.js';

/**
 * What a report says. `null` (for the words: `''`) means not filled in, which only a draft may leave so. Dates are
 * 'YYYY-MM-DD'; participants are people and the groups may overlap; `realisasi` is rupiah as an exact decimal string.
 */
export interface IsianKegiatan {
  judul: string;
  uraian: string;
  tanggalMulai: string | null;
  tanggalSelesai: string | null;
  tempat: string;
  kelurahanId: number | null;
  bidangId: number | null;
  programKerjaId: number | null;
  pesertaLaki: number | null;
  pesertaPerempuan: number | null;
  pesertaAnak: number | null;
  pesertaPemuda: number | null;
  pesertaLansia: number | null;
  pesertaDifabel: number | null;
  realisasi: string | null;
  bersamaOpdId: number | null;
}

/** A report of which nothing is filled in yet. */
export const ISIAN_KOSONG: Readonly<IsianKegiatan> = {
  judul: '',
  uraian: '',
  tanggalMulai: null,
  tanggalSelesai: null,
  tempat: '',
  kelurahanId: null,
  bidangId: null,
  programKerjaId: null,
  pesertaLaki: null,
  pesertaPerempuan: null,
  pesertaAnak: null,
  pesertaPemuda: null,
  pesertaLansia: null,
  pesertaDifabel: null,
  realisasi: null,
  bersamaOpdId: null,
};

/** A prepared file to be attached; what it is (photo or document) follows from its content. */
export interface BuktiBaru {
  siap: BerkasSiap;
  keterangan: string;
}

/** One change of the evidence of a report. */
export interface PerubahanBukti {
  tambah: BuktiBaru[];
  /** Ids of evidence to take off; the file itself stays in storage and in the trail. */
  hapus: number[];
  /** New captions by id of the evidence. */
  keterangan: Readonly<Record<number, string>>;
}

export interface BuktiKegiatan {
  id: number;
  berkasId: string;
  jenis: 'foto' | 'dokumen';
  keterangan: string;
  nama: string;
  mime: string;
  ukuran: number;
  sha256: string;
  ukuranAsal: number;
  sha256Asal: string;
}

/** Names behind the ids of a report, for people; `null` where nothing is filled in. */
export interface NamaRujukan {
  kelurahan: string | null;
  kecamatan: string | null;
  bidang: string | null;
  program: string | null;
  bersamaOpd: string | null;
}

/** A year of assessment and the span of days whose activities count for it, both ends included. */
export interface TahunPenilaian {
  tahun: number;
  mulai: string;
  akhir: string;
}

/** `lewat`: the window is over but the period is not closed, so that what is verified now still counts. */
export interface MasaPenilaian extends TahunPenilaian {
  keadaan: 'berjalan' | 'lewat' | 'ditutup';
}

/** What a policy must know of a report. */
export interface ObjekKegiatan {
  ormasId: number;
  /** The OPD of the cluster of the ormas. */
  ormasOpdId: number | null;
  bersamaOpdId: number | null;
  status: StatusKegiatan;
  /** Whether it was ever submitted: before that it belongs to the ormas alone. */
  pernahDiajukan: boolean;
}

/** One line of a list of reports. */
export interface BarisKegiatan {
  id: number;
  ormasId: number;
  ormasNama: string;
  opdNama: string | null;
  judul: string;
  tanggalMulai: string | null;
  tanggalSelesai: string | null;
  tempat: string;
  status: StatusKegiatan;
  catatan: string | null;
  diajukanPertamaPada: Date | null;
  diajukanPada: Date | null;
  bersamaOpdNama: string | null;
  opdKonfirmasiPada: Date | null;
  jumlahFoto: number;
  jumlahDokumen: number;
  /** Its ormas is rewriting it; the line says what was sent. */
  ditulisUlang: boolean;
  /** The year for which it would count, where that year is closed. */
  tahunDitutup: number | null;
}

/** One thing of the timeline of a report. `beda` is what changed since the round before. */
export interface PeristiwaKegiatan {
  waktu: Date;
  aktorNama: string;
  aksi: string;
  ringkasan: string;
  catatan: string | null;
  beda: { bidang: string; sebelum: string; sesudah: string }[];
}

/** One report in full. */
export interface KegiatanRinci extends ObjekKegiatan {
  id: number;
  versi: number;
  ormasNama: string;
  isian: IsianKegiatan;
  nama: NamaRujukan;
  bukti: BuktiKegiatan[];
  catatan: string | null;
  diajukanPertamaPada: Date | null;
  diajukanPada: Date | null;
  diputuskanPada: Date | null;
  diputuskanOlehNama: string | null;
  opdKonfirmasiPada: Date | null;
  /** When the unsent rewriting of a sent report was last saved; null: there is none. */
  ditulisUlangPada: Date | null;
  /** Whether `isian`, `nama` and `bukti` are that rewriting (for its writer), not what was sent. */
  naskah: boolean;
  /** When the ormas was suspended or had ended. */
  terhenti: MasaTerhenti[];
  /** A halt of activities (a sanction) that held on the days of the activity; null: none. Days 'YYYY-MM-DD'. */
  penghentian: { sejak: string; sampai: string | null } | null;
  /** Whether it was taken over from elsewhere, so that the trail does not have its beginning. */
  dimuat: boolean;
  /** The answer of the named OPD that it did not take part; null: it has not said so. */
  bantahan: { pada: Date; alasan: string } | null;
  /** The year of assessment to which its last day belongs; null: no day yet. */
  masa: MasaPenilaian | null;
  /** What was done with it, newest first; that somebody looked at a file is none of it. */
  riwayat: PeristiwaKegiatan[];
}

/** Counts of one ormas in one year of assessment (by the last day of the activity). */
export interface HitunganTahun extends TahunPenilaian {
  jumlah: number;
  terverifikasi: number;
  menunggu: number;
  perluDiperbaiki: number;
}

/** An ormas as the pages of its activities show it. */
export interface OrmasKegiatan {
  id: number;
  nama: string;
  opdId: number | null;
  bidangId: number | null;
}

export interface Pilihan {
  id: number;
  nama: string;
}

/** What the form of a report offers to choose from. */
export interface PilihanKegiatan {
  kelurahan: Pilihan[];
  bidang: Pilihan[];
  program: (Pilihan & { tahun: number })[];
  opd: Pilihan[];
}
