import { type EntityManager } from 'typeorm';
import { type ButirRujukan, type PilihanBukti } from './penilaian.types.js';

// Names for the rows behind a fact, to list them on the page of a score, and what an ormas may point to as evidence; reads
// tables of other modules, one ormas at a time.

const KEGIATAN = `SELECT id, judul AS teks, tanggal_selesai AS tanggal, NULL AS berkasId, program_kerja_id AS programId
  FROM kegiatan WHERE id IN (?)`;
const PROGRAM = 'SELECT id, nama AS teks, NULL AS tanggal, NULL AS berkasId, tahun FROM program_kerja WHERE id IN (?)';
const REKOMENDASI = 'SELECT id, isi AS teks, jatuh_tempo AS tanggal, NULL AS berkasId FROM rekomendasi WHERE id IN (?)';
const DOKUMEN = `SELECT id, CONCAT_WS(' ', 'nomor', nomor) AS teks, tanggal, berkas_id AS berkasId
  FROM ormas_dokumen WHERE id IN (?)`;

/** Which rows stand behind a fact. */
const SUMBER: Readonly<Record<string, string>> = {
  kegiatan: KEGIATAN,
  laporanTepatWaktu: KEGIATAN,
  kegiatanTercatat: KEGIATAN,
  kegiatanTerpilah: KEGIATAN,
  kegiatanSebidang: KEGIATAN,
  kegiatanBersamaOpd: KEGIATAN,
  butirRencana: PROGRAM,
  butirTerlaksana: PROGRAM,
  rekomendasiJatuhTempo: REKOMENDASI,
  rekomendasiSelesai: REKOMENDASI,
  rekomendasiTepatWaktu: REKOMENDASI,
  adArtSah: DOKUMEN,
  skPengurusSah: DOKUMEN,
  programKerjaSah: DOKUMEN,
  sopKeuanganSah: DOKUMEN,
  dasarHukumSah: DOKUMEN,
  domisiliSah: DOKUMEN,
  npwpSah: DOKUMEN,
  profilMutakhir:
    "SELECT id, 'Konfirmasi profil' AS teks, tanggal, NULL AS berkasId FROM ormas_konfirmasi WHERE id IN (?)",
  sanksiAktif:
    "SELECT id, CONCAT(jenis, ': ', dasar) AS teks, tanggal, NULL AS berkasId FROM pembinaan WHERE id IN (?)",
  laporanTahunanTepatWaktu:
    "SELECT id, 'Laporan tahunan' AS teks, DATE(DATE_ADD(diajukan_pada, INTERVAL 7 HOUR)) AS tanggal, NULL AS berkasId FROM laporan_ormas WHERE id IN (?)",
};

/** Whether the rows behind a fact are activities, which have a page of their own. */
export function isKegiatan(fakta: string): boolean {
  return SUMBER[fakta] === KEGIATAN;
}

/** The same for items of the plan of work, which stand on one page. */
export function isProgram(fakta: string): boolean {
  return SUMBER[fakta] === PROGRAM;
}

/** The rows behind each fact as they are called today, in the order of their ids; one query per kind of row. */
export async function bacaRujukan(
  em: EntityManager,
  rujukan: Readonly<Record<string, readonly number[]>>,
): Promise<Record<string, ButirRujukan[]>> {
  const perSumber = new Map<string, Set<number>>();
  for (const [fakta, ids] of Object.entries(rujukan)) {
    const sql = SUMBER[fakta];
    if (sql) for (const id of ids) perSumber.set(sql, (perSumber.get(sql) ?? new Set()).add(id));
  }
  const isi = new Map<string, Map<number, ButirRujukan>>();
  for (const [sql, ids] of perSumber) {
    const baris = await em.query<ButirRujukan[]>(sql, [[...ids]]);
    isi.set(sql, new Map(baris.map((b) => [b.id, { ...b }])));
  }
  return Object.fromEntries(
    Object.entries(rujukan).map(([fakta, ids]) => [
      fakta,
      ids.flatMap((id) => isi.get(SUMBER[fakta] ?? '')?.get(id) ?? []),
    ]),
  );
}

/** So many of the newest are offered; older ones can be sent again as a file. */
const PILIHAN_MAKS = 100;

const NAMA_DOKUMEN: Readonly<Record<string, string>> = {
  'dasar-hukum': 'Dasar hukum',
  'ad-art': 'AD/ART',
  'sk-pengurus': 'SK pengurus',
  'program-kerja': 'Program kerja',
  'sop-keuangan': 'SOP keuangan',
  domisili: 'Surat domisili',
  npwp: 'NPWP',
};

/** What the portal holds of an ormas as files: its documents first, then those of its activities, newest first. */
export async function bacaPilihanBukti(em: EntityManager, ormasId: number): Promise<PilihanBukti[]> {
  const dokumen = await em.query<(PilihanBukti & { jenis: string; nomor: string | null })[]>(
    `SELECT CONCAT('dokumen:', d.id) AS kunci, 'dokumen' AS sumber, d.id AS sumberId, d.jenis, d.nomor, d.tanggal,
       '' AS keterangan, d.berkas_id AS berkasId, f.nama
     FROM ormas_dokumen d JOIN berkas f ON f.id = d.berkas_id WHERE d.ormas_id = ? ORDER BY d.jenis, d.tanggal DESC, d.id`,
    [ormasId],
  );
  const kegiatan = await em.query<PilihanBukti[]>(
    `SELECT CONCAT('kegiatan:', b.id) AS kunci, 'kegiatan' AS sumber, k.id AS sumberId, k.judul AS sumberTeks,
       k.tanggal_selesai AS tanggal, b.keterangan, b.berkas_id AS berkasId, f.nama
     FROM kegiatan_bukti b JOIN kegiatan k ON k.id = b.kegiatan_id JOIN berkas f ON f.id = b.berkas_id
     WHERE k.ormas_id = ? AND k.status NOT IN ('dibatalkan', 'ditolak')
     ORDER BY k.tanggal_selesai DESC, k.id DESC, b.urutan LIMIT ${PILIHAN_MAKS}`,
    [ormasId],
  );
  return [
    ...dokumen.map(({ jenis, nomor, ...d }) => ({
      ...d,
      sumberTeks: [NAMA_DOKUMEN[jenis] ?? jenis, nomor && `nomor ${nomor}`].filter(Boolean).join(' '),
    })),
    ...kegiatan,
  ];
}
