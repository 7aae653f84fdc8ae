import { angka, tanggal } from '../../common/format.js';
import { type Fakta, type IsiFakta } from './fakta.js';
import { SEBUTAN_BENTUK } from './ormas.types.js';

/** What each fact is called on every page. */
export const SEBUTAN_FAKTA: Readonly<Record<Fakta, string>> = {
  nama: 'Nama ormas',
  bidang: 'Bidang kegiatan',
  npwp: 'NPWP',
  sekretariat: 'Alamat sekretariat',
  'dasar-hukum': 'Dasar hukum',
  kontak: 'Kontak',
  'sumber-daya': 'Sumber dana dan anggota',
};

/** The names behind the ids of a fact. */
export interface NamaRujukan {
  kelurahan: ReadonlyMap<number, { kelurahan: string; kecamatan: string }>;
  bidang: ReadonlyMap<number, { nama: string }>;
}

/** What is shown instead of a number of a person or a taxpayer to those who may not read it. */
export const TERSEMBUNYI = 'tidak ditampilkan';
/** The labels under which such numbers stand, here and in the before and after of the trail. */
export const LABEL_PRIBADI: ReadonlySet<string> = new Set(['Telepon', 'NPWP']);

/** A before or after in words, without what the reader may not read. */
export function sembunyikanPribadi<T>(butir: Readonly<Record<string, T>>): Record<string, T | string> {
  return Object.fromEntries(
    Object.entries(butir).map(([label, nilai]) => [label, LABEL_PRIBADI.has(label) && nilai ? TERSEMBUNYI : nilai]),
  );
}

type Urai = { [F in Fakta]: (nilai: IsiFakta[F], nama: NamaRujukan) => Record<string, string> };

const hari = (t: string | null): string => (t === null ? '' : tanggal(t));

const URAI: Urai = {
  nama: (v) => ({ Nama: v.nama }),
  bidang: (v, nama) => ({
    Bidang: (v.bidangId === null ? null : nama.bidang.get(v.bidangId)?.nama) ?? v.bidangTeks ?? 'Belum dikenali',
  }),
  npwp: (v) => ({ NPWP: v.npwp ?? '' }),
  sekretariat: (v, nama) => {
    const tempat = v.kelurahanId === null ? undefined : nama.kelurahan.get(v.kelurahanId);
    return {
      ...{ Alamat: v.alamat, RT: v.rt ?? '', RW: v.rw ?? '' },
      Kelurahan: tempat ? `${tempat.kelurahan}, Kecamatan ${tempat.kecamatan}` : 'Luar domisili',
    };
  },
  'dasar-hukum': (v) => ({
    Bentuk: SEBUTAN_BENTUK[v.bentuk],
    'Nomor dasar hukum': v.dasarHukumNomor ?? '',
    'Tanggal dasar hukum': hari(v.dasarHukumTanggal),
    'Nomor akta': v.aktaNomor ?? '',
    'Tanggal akta': hari(v.aktaTanggal),
  }),
  kontak: (v) => ({ Telepon: v.telepon ?? '', Surel: v.surel ?? '' }),
  'sumber-daya': (v) => ({
    'Sumber dana': v.sumberDana ?? '',
    'Jumlah anggota': v.jumlahAnggota === null ? '' : angka(v.jumlahAnggota),
  }),
};

/** The value of a fact in words, label by label; an empty text is "not filled in". */
export function uraiFakta<F extends Fakta>(fakta: F, nilai: IsiFakta[F], nama: NamaRujukan): Record<string, string> {
  return URAI[fakta](nilai, nama);
}
