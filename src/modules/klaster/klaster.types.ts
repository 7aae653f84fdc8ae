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

/** A field of work. */
export interface DataBidang {
  id: number;
  kode: string;
  nama: string;
}

/** From when to when a bidang belongs to an OPD; `opdUsulan` is who might take it over. */
export interface DataPemetaan {
  bidangId: number;
  opdId: number;
  opdUsulan: string | null;
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

/** One row of the cluster history of an ormas. */
export interface RiwayatKlaster {
  opd: string | null;
  bidang: string | null;
  berlakuDari: string;
  berlakuSampai: string | null;
  sumber: 'bidang' | 'petugas';
  alasan: string | null;
}
