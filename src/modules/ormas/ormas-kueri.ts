import { type DataKlaster } from '../klaster/klaster.types.js';
import { type DataWilayah } from '../wilayah/wilayah.service.js';
import { batasAktif } from './keaktifan.js';
import { polaCariOrmas } from './ormas.cari.js';
import { type LingkupOrmas } from './ormas.policy.js';
import { MASIH_ADA } from './riwayat-status.js';
import { type Arah, type SaringanOrmas, type UrutanOrmas } from './ormas.types.js';

/** The SQL of one list: conditions and values, as text for the two queries it takes. */
export interface KueriOrmas {
  /** Counts all rows. */
  hitung: string;
  /** Selects the id of all rows in the order asked for. */
  urutan: string;
  nilai: readonly unknown[];
  /** Whether it looks for words. */
  mencari: boolean;
}

interface Bahan {
  lingkup: LingkupOrmas;
  saringan: SaringanOrmas;
  rujukan: { wilayah: DataWilayah; klaster: DataKlaster };
  /** Today, 'YYYY-MM-DD'. */
  hari: string;
}

/** A place as it stands in the address bar: `tegal-gundil`. */
export function sandiTempat(nama: string): string {
  return nama.toLowerCase().replaceAll(' ', '-');
}

/** The column of a name by which one can sort, and the ids in the order of their names: cheaper than a join. */
function menurutNama(kolom: string, daftar: readonly { id: number; nama: string }[], lalu: string) {
  const urut = [...daftar].sort((a, b) => a.nama.localeCompare(b.nama, 'id')).map((d) => d.id);
  const peringkat = `FIELD(${[kolom, ...urut].join(', ')})`;
  return { naik: `${kolom} IS NULL, ${peringkat}, ${lalu}`, turun: `${peringkat} DESC, ${lalu}` };
}

/** What is unknown (no place, no OPD, no score, no activity) stands at the end whichever way the list runs. */
function urutkan(urut: UrutanOrmas, arah: Arah, { wilayah, klaster }: Bahan['rujukan']): string {
  const pilihan: Record<UrutanOrmas, () => Record<Arah, string>> = {
    nama: () => ({ naik: 'o.nama, o.id', turun: 'o.nama DESC, o.id DESC' }),
    kelurahan: () =>
      menurutNama(
        'o.kelurahan_id',
        wilayah.kelurahan.map((k) => ({ id: k.id, nama: k.kelurahan })),
        'o.nama, o.id',
      ),
    opd: () => menurutNama('o.opd_id', klaster.opd, 'o.nama, o.id'),
    skor: () => ({ naik: 'o.iko_skor IS NULL, o.iko_skor, o.id', turun: 'o.iko_skor DESC, o.id DESC' }),
    kegiatan: () => ({
      naik: 'o.kegiatan_terakhir IS NULL, o.kegiatan_terakhir, o.id',
      turun: 'o.kegiatan_terakhir DESC, o.id DESC',
    }),
  };
  return pilihan[urut]()[arah];
}

type Syarat = [sql: string, ...nilai: unknown[]];

/** Builds the SQL of a list of ormas. A code that the reference data does not have finds nothing. */
export function susunKueri(bahan: Bahan): KueriOrmas {
  const { saringan: s } = bahan;
  const syarat = [syaratLingkup(bahan.lingkup), ...syaratSaringan(bahan)].filter((x) => x !== null);
  const dimana = syarat.length === 0 ? '' : ` WHERE ${syarat.map(([sql]) => sql).join(' AND ')}`;
  return {
    hitung: `SELECT COUNT(*) AS n FROM ormas o${dimana}`,
    urutan: `SELECT o.id FROM ormas o${dimana} ORDER BY ${urutkan(s.urut, s.arah, bahan.rujukan)}`,
    nilai: syarat.flatMap(([, ...nilai]) => nilai),
    mencari: polaCariOrmas(s.cari).length > 0,
  };
}

function syaratLingkup(lingkup: LingkupOrmas): Syarat | null {
  if (lingkup.jenis === 'semua') return null;
  if (lingkup.jenis === 'opd') return ['o.opd_id = ?', lingkup.opdId];
  if (lingkup.jenis === 'ormas') return ['o.id = ?', lingkup.ormasId];
  return ['1 = 0'];
}

/** The ids of what a code in the address bar stands for. */
const idDari = (daftar: readonly { id: number }[]): number[] => daftar.map((b) => b.id);

function syaratSaringan({ saringan: s, rujukan, hari }: Bahan): (Syarat | null)[] {
  const { wilayah, klaster } = rujukan;
  return [
    ...polaCariOrmas(s.cari).map((pola): Syarat => ['o.cari LIKE ?', pola]),
    pilih('o.bidang_id', s.bidang, () => idDari(klaster.bidang.filter((b) => b.kode === s.bidang))),
    pilih('o.opd_id', s.opd, () => idDari(klaster.opd.filter((p) => p.kode === s.opd))),
    pilih('o.kelurahan_id', s.kecamatan, () =>
      idDari(wilayah.kelurahan.filter((k) => sandiTempat(k.kecamatan) === s.kecamatan)),
    ),
    s.kelurahan === 'luar'
      ? ['o.luar_domisili = 1']
      : pilih('o.kelurahan_id', s.kelurahan, () =>
          idDari(wilayah.kelurahan.filter((k) => sandiTempat(k.kelurahan) === s.kelurahan)),
        ),
    s.status === '' ? null : s.status === 'ada' ? [MASIH_ADA] : ['o.status = ?', s.status],
    syaratKeaktifan(s.keaktifan, batasAktif(hari)),
    pilih('o.iko_tingkat', s.tingkat, () => (/^\d$/.test(s.tingkat) ? [Number(s.tingkat)] : [])),
  ];
}

/** One column by a chosen code: `''` anything, `belum` the empty column, else one of the ids the code stands for. */
function pilih(kolom: string, kode: string, id: () => number[]): Syarat | null {
  if (kode === '') return null;
  if (kode === 'belum') return [`${kolom} IS NULL`];
  const daftar = id();
  return daftar.length === 0 ? ['1 = 0'] : [`${kolom} IN (?)`, daftar];
}

function syaratKeaktifan(keaktifan: string, batas: string): Syarat | null {
  if (keaktifan === 'aktif') return ['o.kegiatan_terakhir >= ?', batas];
  if (keaktifan === 'tidak-aktif') return ['(o.kegiatan_terakhir IS NULL OR o.kegiatan_terakhir < ?)', batas];
  return null;
}
