import { type AsalIndikator, type Penanda } from '../../iko/tingkat.js';
import { type Jejak } from '../../iko/hasil.js';
import { type Instrumen } from '../../iko/instrumen.js';
import { type BerkasSiap } from '../berkas/berkas.types.js';

/** `berjalan`: levels may still be set, and runs started. `ditutup`: frozen, levels and results alike. */
export type StatusPeriode = 'berjalan' | 'ditutup';
/** State of a run; `menunggu` until a worker has taken its first chunk. */
export type StatusHitung = 'menunggu' | 'berjalan' | 'selesai' | 'gagal';

/** An instrument as stored: `hash` is the SHA-256 of its canonical JSON. */
export interface InstrumenTerbit {
  id: number;
  hash: string;
  isi: Instrumen;
}

/** A period with its window (both days included, WIB) and the run whose results count, if any. */
export interface PeriodeRingkas {
  id: number;
  tahun: number;
  mulai: string;
  akhir: string;
  status: StatusPeriode;
  versi: number;
  instrumenId: number;
  instrumenNama: string;
  instrumenVersi: number;
  /** Shown beside every figure while the office has not adopted the weights; null when there is nothing to say. */
  instrumenCatatan: string | null;
  hitungId: number | null;
  /** When the run that counts was completed. */
  dihitungPada: Date | null;
  /** Closed once: a further run scores those it was closed with; see `syaratPopulasi`. */
  populasiTetap: boolean;
}

/** How far a run is. `selesai` and `jumlah` count ormas. */
export interface Kemajuan {
  id: number;
  periodeId: number;
  tahun: number;
  statusPeriode: StatusPeriode;
  status: StatusHitung;
  jumlah: number;
  selesai: number;
  dibuatPada: Date;
  mulaiPada: Date | null;
  selesaiPada: Date | null;
  dibuatOleh: string | null;
  galat: string | null;
  /** Whether it is the newest run of its period: only that one may be taken up again. */
  terbaru: boolean;
}

/** A mean with what must always stand beside it. `rata` has two decimals; null when nothing was counted. */
export interface Rerata {
  rata: string | null;
  /** Scores in the mean: complete ones only. */
  n: number;
  /** Ormas that the mean speaks for. */
  populasi: number;
  /** Mean coverage of the scores in the mean, two decimals. */
  cakupan: string | null;
}

/** The results of one group (the city, or a cluster): how many of which kind, and the mean. */
export interface RingkasanKelompok {
  opdId: number | null;
  /** null: the cluster is not decided yet. */
  opd: string | null;
  rerata: Rerata;
  /** Scores shown but not ranked: coverage too low, or a domain without a value. */
  sementara: number;
  /** Registered for less than a year: no score. */
  profilSaja: number;
  /** Complete scores by level 0–4. */
  tingkat: number[];
}

/** The results that speak for the present: year, run and when it was completed; the whole city first, then each cluster. */
export interface HasilTerakhir {
  tahun: number;
  hitungId: number;
  dihitungPada: Date;
  kelompok: [RingkasanKelompok, ...RingkasanKelompok[]];
}

/** One line of the list of results. `peringkat` only for complete scores, equal scores sharing a place. */
export interface BarisHasil {
  ormasId: number;
  nama: string;
  opdId: number | null;
  opd: string | null;
  status: 'dinilai' | 'profil-saja';
  ditandai: boolean;
  skor: string | null;
  tingkat: number | null;
  sebutan: string | null;
  cakupan: string | null;
  sementara: boolean;
  bendera: Penanda[];
  peringkat: number | null;
}

/** What to list of the results; every part is optional and they narrow each other. */
export interface SaringanHasil {
  cari?: string;
  opdId?: number;
  /** A level 0–4 of complete scores, all of them, or one of the two kinds that have no ranked score. */
  keadaan?: '0' | '1' | '2' | '3' | '4' | 'lengkap' | 'sementara' | 'profil-saja' | 'bertanda';
  urut: 'skor' | 'nama' | 'cakupan';
  arah: 'naik' | 'turun';
}

/** One thing behind a fact, to be listed and linked. */
export interface ButirRujukan {
  id: number;
  /** What it is called: title of the activity, kind and number of the document … */
  teks: string;
  /** Its day, 'YYYY-MM-DD', where it has one. */
  tanggal: string | null;
  /** File to open, where there is one. */
  berkasId: string | null;
  /** Of an activity: the item of the plan that it carries out. */
  programId?: number | null;
  /** Of an item of the plan: its year. */
  tahun?: number;
}

/** The present row of a level that people entered; see `tetapkanTingkat`. */
export interface TingkatTersimpan {
  indikator: string;
  mandiri: number | null;
  /** The ormas attached evidence; counted, never typed. */
  adaBerkasMandiri: boolean;
  /** The officer's decision rests on at least one file. */
  adaBerkas: boolean;
  petugas: number | null;
  akhir: number | null;
  takBerlaku: string | null;
  alasan: string | null;
  oleh: string | null;
  pada: Date | null;
  versi: number;
}

/** The score of one ormas with everything behind it. */
export interface HasilTerbuka {
  ormasId: number;
  nama: string;
  opdId: number | null;
  opd: string | null;
  periode: PeriodeRingkas;
  /** null: not in the run that counts (or there is none yet). */
  hasil: {
    id: number;
    hitungId: number;
    status: 'dinilai' | 'profil-saja';
    ditandai: boolean;
    skor: string | null;
    tingkat: number | null;
    sebutan: string | null;
    cakupan: string | null;
    sementara: boolean;
    domain: Readonly<Record<string, string | null>>;
    bendera: readonly Penanda[];
    asal: readonly AsalIndikator[];
    jejak: Jejak | null;
    masukanHash: string;
    instrumenHash: string;
    dihitungPada: Date;
    peringkat: number | null;
    dariBerapa: number;
  } | null;
  instrumen: Instrumen;
  /** By the name of a fact: what was counted, as it was when it was counted. */
  rujukan: Readonly<Record<string, readonly ButirRujukan[]>>;
  tingkat: Readonly<Record<string, TingkatTersimpan>>;
  /** By indicator: the files attached to its level that the reader may know of. */
  bukti: Readonly<Record<string, readonly BuktiTingkat[]>>;
  /** By indicator: the decision that the run counted. */
  putusan: Readonly<Record<string, PutusanTingkat>>;
  /** By indicator: the decision that stands today. */
  putusanKini: Readonly<Record<string, PutusanTingkat>>;
}

/** Who attached a file to a level. */
export type PihakBukti = 'ormas' | 'petugas';
/** Sent as a file, or taken from what the portal holds of the ormas: a document, a file of an activity. */
export type SumberBukti = 'unggahan' | 'dokumen' | 'kegiatan';

/** A file that may stand behind a level. `terbaca`: this reader may open it; else `nama` and `keterangan` are empty. */
export interface BerkasBukti {
  berkasId: string;
  pihak: PihakBukti;
  keterangan: string;
  nama: string;
  mime: string;
  /** Bytes as stored. */
  ukuran: number;
  sha256: string;
  terbaca: boolean;
}

/** A file attached to the level of one indicator. */
export interface BuktiTingkat extends BerkasBukti {
  id: number;
  indikator: string;
  sumber: SumberBukti;
  /** The activity or the document it was taken from. */
  sumberId: number | null;
  /** What that one was called then; empty for what was sent as a file. */
  sumberTeks: string;
  pada: Date;
  /** A decision rests on it: it cannot be taken off any more. */
  dirujuk: boolean;
}

/** An officer's decision as it was made; `berkas` with the SHA-256 of that moment. Without value: taken back. */
export interface PutusanTingkat {
  id: number;
  indikator: string;
  nilai: number | null;
  takBerlaku: string | null;
  alasan: string;
  oleh: string | null;
  pada: Date;
  berkas: readonly BerkasBukti[];
}

/** Something the portal holds of an ormas that can be pointed to as evidence. */
export interface PilihanBukti {
  /** `kegiatan:<id>` or `dokumen:<id>`. */
  kunci: string;
  sumber: SumberBukti;
  /** The activity or the document. */
  sumberId: number;
  /** Title of the activity, or kind and number of the document. */
  sumberTeks: string;
  tanggal: string | null;
  keterangan: string;
  berkasId: string;
  nama: string;
}

/** What the self-assessment and the officers' levels are loaded from in bulk. Levels 0–4. */
export interface MuatanTingkat {
  ormasId: number;
  indikator: string;
  mandiri: number | null;
  /** The evidence was seen: also where it lies on paper only, as in years that are taken over. */
  adaBerkas: boolean;
  petugas: number | null;
  akhir: number | null;
  takBerlaku: string | null;
  alasan: string | null;
  /** Files behind it; where it is decided, the decision rests on all of them. */
  bukti?: readonly { pihak: PihakBukti; siap: BerkasSiap; keterangan: string }[];
}
