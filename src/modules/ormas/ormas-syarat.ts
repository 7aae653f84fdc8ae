import { type DataKlaster } from '../klaster/klaster.types.js';
import { type DataWilayah } from '../wilayah/wilayah.service.js';
import { AKTIF_SQL, batasAktif, TIDAK_AKTIF_SQL } from './keaktifan.js';
import { BUKAN_GABUNGAN } from './riwayat-status.js';
import { type LingkupOrmas } from './ormas.policy.js';
import { type SaringanOrmas } from './ormas.types.js';
import { type SebaranOrmas } from './sebaran-ormas.js';

/** One condition of a list, and how much of the register it leaves. */
export interface Syarat {
  sql: string;
  nilai: readonly unknown[];
  /** About how many ormas of the register meet it. */
  tersisa: number;
  /** The index that begins with its column. */
  indeks?: string;
  /** The values of its column that it lets through. */
  kolom?: { nama: 'kelurahan' | 'opd' | 'lain'; boleh: readonly (number | null)[] };
}

export interface BahanSyarat {
  lingkup: LingkupOrmas;
  saringan: SaringanOrmas;
  rujukan: { wilayah: DataWilayah; klaster: DataKlaster };
  sebaran: SebaranOrmas;
  /** Today, 'YYYY-MM-DD'. */
  hari: string;
}

const TIDAK_ADA: Syarat = { sql: '1 = 0', nilai: [], tersisa: 0 };

/** A place as it stands in the address bar: `tegal-gundil`. */
export function sandiTempat(nama: string): string {
  return nama.toLowerCase().replaceAll(' ', '-');
}

/** All conditions of a list but its words. A code that the reference data does not have finds nothing. */
export function susunSyarat(bahan: BahanSyarat): Syarat[] {
  return [syaratLingkup(bahan), ...syaratSaringan(bahan), tanpaGabungan(bahan)].filter((s) => s !== null);
}

/** Entries that were merged into another stand in no list; what they are searched by leads to the other. */
function tanpaGabungan({ saringan, sebaran }: BahanSyarat): Syarat | null {
  if (saringan.status !== '') return null;
  return { sql: BUKAN_GABUNGAN, nilai: [], tersisa: sebaran.jumlah - (sebaran.status.get('digabung') ?? 0) };
}

function syaratLingkup({ lingkup, sebaran }: BahanSyarat): Syarat | null {
  if (lingkup.jenis === 'semua') return null;
  if (lingkup.jenis === 'opd') return satuKolom('opd', 'o.opd_id', [lingkup.opdId], sebaran.opd);
  if (lingkup.jenis === 'ormas') return { sql: 'o.id = ?', nilai: [lingkup.ormasId], tersisa: 1, indeks: 'PRIMARY' };
  return TIDAK_ADA;
}

function syaratSaringan({ saringan: s, rujukan, sebaran, hari }: BahanSyarat): (Syarat | null)[] {
  const { wilayah, klaster } = rujukan;
  const tempat = (cocok: (k: DataWilayah['kelurahan'][number]) => boolean) => () =>
    wilayah.kelurahan.filter(cocok).map((k) => k.id);
  return [
    pilih(
      s.bidang,
      () => klaster.bidang.filter((b) => b.kode === s.bidang).map((b) => b.id),
      (id) => satuKolom('bidang', 'o.bidang_id', id, sebaran.bidang),
    ),
    pilih(
      s.opd,
      () => klaster.opd.filter((p) => p.kode === s.opd).map((p) => p.id),
      (id) => satuKolom('opd', 'o.opd_id', id, sebaran.opd),
    ),
    pilih(
      s.kecamatan,
      tempat((k) => sandiTempat(k.kecamatan) === s.kecamatan),
      (id) => satuKolom('kelurahan', 'o.kelurahan_id', id, sebaran.kelurahan),
    ),
    s.kelurahan === 'luar'
      ? satuKolom('kelurahan', 'o.kelurahan_id', [null], sebaran.kelurahan)
      : pilih(
          s.kelurahan,
          tempat((k) => sandiTempat(k.kelurahan) === s.kelurahan),
          (id) => satuKolom('kelurahan', 'o.kelurahan_id', id, sebaran.kelurahan),
        ),
    syaratStatus(s.status, sebaran),
    syaratKeaktifan(s.keaktifan, batasAktif(hari), sebaran),
    pilih(
      s.tingkat,
      () => (/^\d$/.test(s.tingkat) ? [Number(s.tingkat)] : []),
      (id) => satuKolom('tingkat', 'o.iko_tingkat', id, sebaran.tingkat),
    ),
  ];
}

/** A chosen code: `''` anything, `belum` the empty column, else one of the ids the code stands for. */
function pilih(kode: string, id: () => number[], susun: (id: (number | null)[]) => Syarat): Syarat | null {
  if (kode === '') return null;
  const daftar = kode === 'belum' ? [null] : id();
  return daftar.length === 0 ? TIDAK_ADA : susun(daftar);
}

function satuKolom(
  nama: 'kelurahan' | 'bidang' | 'opd' | 'tingkat',
  kolom: string,
  id: readonly (number | null)[],
  sebaran: ReadonlyMap<number | null, number>,
): Syarat {
  const [satu] = id;
  return {
    ...(satu === null
      ? { sql: `${kolom} IS NULL`, nilai: [] }
      : id.length === 1
        ? { sql: `${kolom} = ?`, nilai: [satu] }
        : { sql: `${kolom} IN (?)`, nilai: [id] }),
    tersisa: id.reduce<number>((n, i) => n + (sebaran.get(i) ?? 0), 0),
    indeks: `ix_ormas_menurut_${nama}`,
    kolom: { nama: nama === 'kelurahan' || nama === 'opd' ? nama : 'lain', boleh: id },
  };
}

function syaratStatus(status: string, { status: n }: SebaranOrmas): Syarat | null {
  if (status === '') return null;
  const daftar = status === 'ada' ? ['terdaftar', 'dibekukan'] : [status];
  return {
    sql: 'o.status IN (?)',
    nilai: [daftar],
    tersisa: daftar.reduce((a, s) => a + (n.get(s) ?? 0), 0),
    indeks: 'ix_ormas_menurut_status',
  };
}

function syaratKeaktifan(keaktifan: string, batas: string, { aktif, jumlah }: SebaranOrmas): Syarat | null {
  const indeks = 'ix_ormas_menurut_kegiatan';
  if (keaktifan === 'aktif') return { sql: AKTIF_SQL, nilai: [batas], tersisa: aktif, indeks };
  if (keaktifan !== 'tidak-aktif') return null;
  return { sql: TIDAK_AKTIF_SQL, nilai: [batas], tersisa: jumlah - aktif, indeks };
}
