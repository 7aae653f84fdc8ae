import { tambahHari } from '../../common/tanggal.js';
import { type BentukOrmas } from './ormas.types.js';

/** What the register says of an ormas and keeps dated, each fact as it changes together. */
export interface IsiFakta {
  nama: { nama: string };
  bidang: { bidangId: number | null; bidangTeks: string | null };
  npwp: { npwp: string | null };
  /** `kelurahanId` null: outside the city. */
  sekretariat: {
    alamat: string;
    rt: string | null;
    rw: string | null;
    kelurahanId: number | null;
    luarDomisili: number;
  };
  'dasar-hukum': {
    bentuk: BentukOrmas;
    dasarHukumNomor: string | null;
    dasarHukumTanggal: string | null;
    aktaNomor: string | null;
    aktaTanggal: string | null;
  };
  kontak: { telepon: string | null; surel: string | null };
  'sumber-daya': { sumberDana: string | null; jumlahAnggota: number | null };
}
export type Fakta = keyof IsiFakta;

/** The columns of `ormas` that hold each fact. */
export const KOLOM_FAKTA: { readonly [F in Fakta]: Readonly<Record<keyof IsiFakta[F] & string, string>> } = {
  nama: { nama: 'nama' },
  bidang: { bidangId: 'bidang_id', bidangTeks: 'bidang_teks' },
  npwp: { npwp: 'npwp' },
  sekretariat: {
    ...{ alamat: 'alamat', rt: 'rt', rw: 'rw', kelurahanId: 'kelurahan_id', luarDomisili: 'luar_domisili' },
  },
  'dasar-hukum': {
    ...{ bentuk: 'bentuk', dasarHukumNomor: 'dasar_hukum_nomor', dasarHukumTanggal: 'dasar_hukum_tanggal' },
    ...{ aktaNomor: 'akta_nomor', aktaTanggal: 'akta_tanggal' },
  },
  kontak: { telepon: 'telepon', surel: 'surel' },
  'sumber-daya': { sumberDana: 'sumber_dana', jumlahAnggota: 'jumlah_anggota' },
};
export const FAKTA = Object.keys(KOLOM_FAKTA) as readonly Fakta[];

/** Where a fact of the history comes from; `awal`: as it was registered. */
export type SumberFakta = 'awal' | 'kantor' | 'ormas' | 'perubahan' | 'pembatalan';

/**
 * One row of the history: the value of a fact from a day to a day, both included. `berlakuDari` null: since nobody knows
 * when; `berlakuSampai` null: until further notice.
 */
export interface BarisFakta<F extends Fakta = Fakta> {
  fakta: F;
  nilai: IsiFakta[F];
  berlakuDari: string | null;
  berlakuSampai: string | null;
  sumber: SumberFakta;
  alasan: string | null;
  perubahanId: number | null;
  dicatatPada: Date;
}

/** Whether the row holds on a day ('YYYY-MM-DD'). */
export function berlakuPada(b: Pick<BarisFakta, 'berlakuDari' | 'berlakuSampai'>, hari: string): boolean {
  return (b.berlakuDari === null || b.berlakuDari <= hari) && (b.berlakuSampai === null || b.berlakuSampai >= hari);
}

/** The row of a fact that holds on a day; before the first row there is the first, for it is all that is known. */
export function faktaPada<F extends Fakta>(baris: readonly BarisFakta[], fakta: F, hari: string): BarisFakta<F> | null {
  const milik = baris.filter((b): b is BarisFakta<F> => b.fakta === fakta);
  return milik.find((b) => berlakuPada(b, hari)) ?? milik[0] ?? null;
}

/** What a new value does to the rows of its fact. */
export type LangkahFakta =
  /** The present row ends the day before. */
  | { jenis: 'lanjut'; dari: string; tutup: string }
  /** The present row began that day or later: it is replaced, and kept as what was believed until now. */
  | { jenis: 'ganti'; dari: string | null };

/**
 * How a value that holds from `berlaku` on joins the present row, so that no day has two values and none is without.
 * @param kini the present row
 */
export function langkahFakta(kini: Pick<BarisFakta, 'berlakuDari'>, berlaku: string): LangkahFakta {
  if (kini.berlakuDari !== null && berlaku <= kini.berlakuDari) return { jenis: 'ganti', dari: kini.berlakuDari };
  return { jenis: 'lanjut', dari: berlaku, tutup: tambahHari(berlaku, -1) };
}

/** Whether two values of one fact say the same. */
export function samaFakta<F extends Fakta>(fakta: F, a: IsiFakta[F], b: IsiFakta[F]): boolean {
  return (Object.keys(KOLOM_FAKTA[fakta]) as (keyof IsiFakta[F])[]).every((k) => a[k] === b[k]);
}
