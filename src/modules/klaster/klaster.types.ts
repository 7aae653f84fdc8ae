/** Code of the office itself: until somebody decides its cluster, it is the one that guides an ormas. It does not end. */
export const KODE_KANTOR = 'bakesbangpol';

/** A perangkat daerah that guides a cluster. */
export interface DataOpd {
  id: number;
  /** Stands in addresses: `dp3a`. */
  kode: string;
  nama: string;
  namaLengkap: string;
  berlakuDari: string;
  berlakuSampai: string | null;
}

/** A field of work. It may be chosen from its first day to its last (null: until further notice). */
export interface DataBidang {
  id: number;
  kode: string;
  nama: string;
  berlakuDari: string;
  berlakuSampai: string | null;
}

/** From when to when a bidang belongs to an OPD; `opdUsulan` is who might take it over. */
export interface DataPemetaan {
  bidangId: number;
  opdId: number;
  opdUsulan: string | null;
  /** Why the OPD changed on the first day; null: as the default list has it. */
  alasan: string | null;
  berlakuDari: string;
  berlakuSampai: string | null;
}

/** What clusters are made of, as one process keeps it. */
export interface DataKlaster {
  /** By name. */
  opd: readonly DataOpd[];
  /** In the order of the official list. */
  bidang: readonly DataBidang[];
  pemetaan: readonly DataPemetaan[];
  opdPerId: ReadonlyMap<number, DataOpd>;
  bidangPerId: ReadonlyMap<number, DataBidang>;
}

/** The place of an ormas in a cluster from a day on. `opdId` null: belum ditetapkan. */
export interface PenetapanKlaster {
  ormasId: number;
  opdId: number | null;
  bidangId: number | null;
  mulai: string;
  /** `bidang`: followed from the field of work; `petugas`: an officer decided it. */
  sumber: 'bidang' | 'petugas';
  alasan: string | null;
  akunId: number | null;
}

/** What a row of the cluster history says. */
export type IsiKlaster = Pick<PenetapanKlaster, 'opdId' | 'bidangId' | 'sumber' | 'alasan' | 'akunId'>;

/** What a decision on a cluster did to the history: enough to take it back. */
export interface LangkahKlaster {
  barisId: number;
  isi: IsiKlaster;
  /** What the row said before; null: it was added. */
  semula: IsiKlaster | null;
  /** The row that ended with it. */
  ditutupId: number | null;
}

/** How an ormas came to where it is: by its bidang, by an officer's decision, or because the OPD of its bidang changed. */
export type SumberKlaster = 'bidang' | 'petugas' | 'pemetaan';

/** One span of the cluster history of an ormas. A planned change of the mapping makes a span that begins in the future. */
export interface RiwayatKlaster {
  opd: string | null;
  bidang: string | null;
  berlakuDari: string;
  berlakuSampai: string | null;
  sumber: SumberKlaster;
  alasan: string | null;
}
