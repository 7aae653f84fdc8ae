import { readFileSync } from 'node:fs';
import { type DataSource, type EntityManager } from 'typeorm';

/** From when the default list of OPD and bidang holds: the year in which the city named its first clusters. */
const BERLAKU_DARI = '2022-01-01';

/** The OPD that guide a cluster in the default list; the code stands in addresses (`/klaster/dp3a`). */
const OPD = [
  { kode: 'bakesbangpol', nama: 'Bakesbangpol', lengkap: 'Badan Kesatuan Bangsa dan Politik' },
  {
    kode: 'dp3a',
    nama: 'DP3A',
    lengkap: 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak',
  },
  {
    kode: 'dinkukmdagin',
    nama: 'DinKUKMdagin',
    lengkap: 'Dinas Koperasi, Usaha Kecil dan Menengah, Perdagangan dan Perindustrian',
  },
  { kode: 'disparbud', nama: 'Disparbud', lengkap: 'Dinas Pariwisata dan Kebudayaan' },
  { kode: 'dlh', nama: 'DLH', lengkap: 'Dinas Lingkungan Hidup' },
] as const;

/** One part of the reference data, loaded inside the common transaction; must leave what is there as it is. */
export type BagianRujukan = (em: EntityManager, sekarang: Date) => Promise<void>;

/** Every part, in the order of their dependence. A further part is one more line here. */
const BAGIAN: readonly BagianRujukan[] = [isiWilayah, isiOpd, isiBidang, isiHariLibur];

/**
 * Loads the reference data: 6 kecamatan, 68 kelurahan with their spelling variants, the OPD, and 13 bidang with the OPD
 * each belongs to, and the holidays 2025–2027. One transaction; idempotent: what is there (perhaps edited since) is left as it is, what is missing
 * is added.
 */
export async function isiRujukan(db: DataSource, sekarang: Date): Promise<void> {
  await db.transaction(async (em) => {
    for (const isi of BAGIAN) await isi(em, sekarang);
  });
}

/** The lines of a reference file beside this one, as records by its heading. The files are ours: no quotes in them. */
function bacaRujukan(nama: string): Record<string, string>[] {
  const [kepala = '', ...baris] = readFileSync(new URL(nama, import.meta.url), 'utf8').trim().split(/\r?\n/);
  const kolom = kepala.split(',');
  return baris.map((b) => Object.fromEntries(b.split(',').map((sel, i) => [kolom[i] ?? '', sel])));
}

/** The ids of a table by the text of one of its columns. */
async function petaId(em: EntityManager, tabel: string, kunci: string): Promise<Map<string, number>> {
  const baris = await em.query<{ id: number; kunci: string }[]>(`SELECT id, ${kunci} AS kunci FROM ${tabel}`);
  return new Map(baris.map((b) => [b.kunci, b.id]));
}

/** Inserts the rows whose unique key is not there yet. */
async function tambah(em: EntityManager, tabel: string, kolom: string[], baris: unknown[][]): Promise<void> {
  if (baris.length === 0) return;
  const tanda = `(${kolom.map(() => '?').join(', ')})`;
  await em.query(
    `INSERT INTO ${tabel} (${kolom.join(', ')}) VALUES ${baris.map(() => tanda).join(', ')}
     ON DUPLICATE KEY UPDATE id = id`,
    baris.flat(),
  );
}

function idDari(peta: ReadonlyMap<string, number>, kunci: string): number {
  const id = peta.get(kunci);
  if (id === undefined) throw new Error(`Reference data names "${kunci}", which does not exist`);
  return id;
}

async function isiWilayah(em: EntityManager): Promise<void> {
  const wilayah = bacaRujukan('wilayah.csv').map((w) => ({
    kode: w.kode_bps_kecamatan ?? '',
    kecamatan: w.kecamatan ?? '',
    kelurahan: w.kelurahan ?? '',
    varian: (w.varian_ejaan ?? '').split('|').filter((ejaan) => ejaan !== ''),
  }));
  const kecamatanUnik = new Map(wilayah.map((w) => [w.kode, w.kecamatan]));
  await tambah(em, 'kecamatan', ['kode_bps', 'nama'], [...kecamatanUnik]);
  const kecamatan = await petaId(em, 'kecamatan', 'kode_bps');
  await tambah(
    em,
    'kelurahan',
    ['kecamatan_id', 'nama'],
    wilayah.map((w) => [idDari(kecamatan, w.kode), w.kelurahan]),
  );
  // The city's kelurahan all have different names, so the name alone finds the row.
  const kelurahan = await petaId(em, 'kelurahan', 'nama');
  await tambah(
    em,
    'kelurahan_varian',
    ['kelurahan_id', 'ejaan'],
    wilayah.flatMap((w) => w.varian.map((ejaan) => [idDari(kelurahan, w.kelurahan), ejaan])),
  );
}

async function isiOpd(em: EntityManager): Promise<void> {
  await tambah(
    em,
    'opd',
    ['kode', 'nama', 'nama_lengkap', 'berlaku_dari'],
    OPD.map((o) => [o.kode, o.nama, o.lengkap, BERLAKU_DARI]),
  );
}

async function isiBidang(em: EntityManager): Promise<void> {
  const bidang = bacaRujukan('bidang.csv');
  await tambah(
    em,
    'bidang',
    ['kode', 'nama', 'urutan'],
    bidang.map((b, i) => [b.kode, b.bidang, i + 1]),
  );
  const [idBidang, idOpd] = [await petaId(em, 'bidang', 'kode'), await petaId(em, 'opd', 'nama')];
  await tambah(
    em,
    'bidang_opd',
    ['bidang_id', 'opd_id', 'opd_usulan', 'berlaku_dari'],
    bidang.map((b) => [idDari(idBidang, b.kode ?? ''), idDari(idOpd, b.opd ?? ''), b.opd_usulan || null, BERLAKU_DARI]),
  );
}

/** What the file calls `SKB 2025` is the joint decree of three ministers on holidays and cuti bersama of that year. */
const DASAR: Readonly<Record<string, string>> = {
  'SKB 2025': 'SKB Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB tentang hari libur dan cuti bersama 2025',
  'SKB 2026': 'SKB Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB tentang hari libur dan cuti bersama 2026',
};

async function isiHariLibur(em: EntityManager): Promise<void> {
  await tambah(
    em,
    'hari_libur',
    ['tanggal', 'jenis', 'kepastian', 'nama', 'dasar'],
    bacaRujukan('hari-libur.csv').map((h) => [
      h.tanggal,
      h.jenis,
      h.kepastian,
      h.nama,
      DASAR[h.dasar ?? ''] ?? h.dasar ?? '',
    ]),
  );
}
