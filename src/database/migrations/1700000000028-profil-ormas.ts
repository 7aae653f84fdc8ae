import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { satukanJY } from '../../common/kata-cari.js';
import { kunciCari } from '../../common/normalisasi.js';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** What the official form says of an ormas beyond its identity: kept on approval, and filled in for those approved before. */
export class ProfilOrmas1700000000028 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, SKEMA);
    await isiDariPendaftaran(q);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const SKEMA: Pernyataan[] = [
  { tabel: 'ormas', kolom: 'singkatan', sql: 'ALTER TABLE ormas ADD COLUMN singkatan VARCHAR(40) NULL' },
  // One row for each ormas that a form was filled in for. Not among the columns of `ormas`: lists never read it.
  `CREATE TABLE IF NOT EXISTS ormas_profil (
    ormas_id INT UNSIGNED NOT NULL PRIMARY KEY,
    per_tanggal DATE NOT NULL,
    anggota_laki INT UNSIGNED NULL,
    anggota_perempuan INT UNSIGNED NULL,
    anggota_anak INT UNSIGNED NULL,
    anggota_pemuda INT UNSIGNED NULL,
    anggota_dewasa INT UNSIGNED NULL,
    anggota_lansia INT UNSIGNED NULL,
    tempat_berdiri VARCHAR(100) NULL,
    tanggal_berdiri DATE NULL,
    nama_induk VARCHAR(200) NULL,
    status_kantor VARCHAR(10) NULL,
    ciri_khusus VARCHAR(20) NULL,
    asas VARCHAR(200) NULL,
    ruang_lingkup VARCHAR(10) NULL,
    keputusan_tertinggi VARCHAR(200) NULL,
    unit_otonom VARCHAR(1000) NULL,
    usaha VARCHAR(300) NULL,
    lambang VARCHAR(1000) NULL,
    bendera VARCHAR(1000) NULL,
    bank VARCHAR(100) NULL,
    CONSTRAINT fk_ormas_profil_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT ck_ormas_profil_kantor CHECK (status_kantor IN ('milik', 'sewa', 'pinjam')),
    CONSTRAINT ck_ormas_profil_lingkup CHECK (ruang_lingkup IN ('kota', 'provinsi', 'nasional')),
    CONSTRAINT ck_ormas_profil_ciri CHECK
      (ciri_khusus IN ('tidak-ada', 'keagamaan', 'kewanitaan', 'kepemudaan', 'profesi', 'mitra')),
    CONSTRAINT ck_ormas_profil_anggota CHECK (anggota_laki + anggota_perempuan =
      anggota_anak + anggota_pemuda + anggota_dewasa + anggota_lansia)
  ) ${AKHIR}`,
  // The fields beside the primary one, which stands in `ormas` and alone decides on the cluster.
  `CREATE TABLE IF NOT EXISTS ormas_bidang_lain (
    ormas_id INT UNSIGNED NOT NULL,
    bidang_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (ormas_id, bidang_id),
    KEY ix_ormas_bidang_lain_bidang (bidang_id),
    CONSTRAINT fk_ormas_bidang_lain_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT fk_ormas_bidang_lain_bidang FOREIGN KEY (bidang_id) REFERENCES bidang (id)
  ) ${AKHIR}`,
  // Founders, patrons and advisers: they have no terms, so they are no pengurus.
  `CREATE TABLE IF NOT EXISTS ormas_tokoh (
    ormas_id INT UNSIGNED NOT NULL,
    peran VARCHAR(10) NOT NULL,
    urut SMALLINT UNSIGNED NOT NULL,
    nama VARCHAR(1000) NOT NULL,
    PRIMARY KEY (ormas_id, peran, urut),
    CONSTRAINT fk_ormas_tokoh_ormas FOREIGN KEY (ormas_id) REFERENCES ormas (id),
    CONSTRAINT ck_ormas_tokoh_peran CHECK (peran IN ('pendiri', 'pembina', 'penasihat'))
  ) ${AKHIR}`,
];

const TEKS: readonly (readonly [kolom: string, bidang: string])[] = [
  ['tempat_berdiri', 'tempatBerdiri'],
  ['tanggal_berdiri', 'tanggalBerdiri'],
  ['nama_induk', 'namaInduk'],
  ['status_kantor', 'statusKantor'],
  ['ciri_khusus', 'ciriKhusus'],
  ['asas', 'asas'],
  ['ruang_lingkup', 'ruangLingkup'],
  ['keputusan_tertinggi', 'keputusanTertinggi'],
  ['unit_otonom', 'unitOtonom'],
  ['usaha', 'usaha'],
  ['lambang', 'lambang'],
  ['bendera', 'bendera'],
  ['bank', 'bank'],
];
const ANGKA: readonly (readonly [kolom: string, bidang: string])[] = [
  ['anggota_laki', 'anggotaLaki'],
  ['anggota_perempuan', 'anggotaPerempuan'],
  ['anggota_anak', 'anggotaAnak'],
  ['anggota_pemuda', 'anggotaPemuda'],
  ['anggota_dewasa', 'anggotaDewasa'],
  ['anggota_lansia', 'anggotaLansia'],
];

type Jawaban = Record<string, string | string[] | undefined>;

/** What was approved before the register kept it: each application once, and again without harm. */
async function isiDariPendaftaran(q: QueryRunner): Promise<void> {
  const baris = (await q.query(
    `SELECT p.ormas_id AS id, p.jawaban, DATE_FORMAT(COALESCE(o.terdaftar_pada, p.diubah_pada), '%Y-%m-%d') AS hari
     FROM pendaftaran p JOIN ormas o ON o.id = p.ormas_id LEFT JOIN ormas_profil r ON r.ormas_id = o.id
     WHERE p.status = 'terdaftar' AND r.ormas_id IS NULL ORDER BY p.id`,
  )) as { id: number; jawaban: string; hari: string }[];
  for (const b of baris) await isiSatu(q, b.id, JSON.parse(b.jawaban) as Jawaban, b.hari);
}

/** The row of the profile comes last: it says that the rest is there. */
async function isiSatu(q: QueryRunner, id: number, j: Jawaban, hari: string): Promise<void> {
  const teks = (n: string): string | null => {
    const v = j[n];
    return typeof v === 'string' && v !== '' ? v : null;
  };
  const singkatan = teks('singkatan');
  if (singkatan !== null) {
    const kunci = satukanJY(kunciCari(singkatan.replaceAll('.', '')));
    const [o] = (await q.query('SELECT cari, digabung_ke IS NULL AS sendiri FROM ormas WHERE id = ?', [id])) as {
      cari: string;
      sendiri: number;
    }[];
    const cari = Number(o?.sendiri) === 1 ? `${o?.cari ?? ''} ${kunci}`.slice(0, 600) : (o?.cari ?? '');
    await q.query('UPDATE ormas SET singkatan = ?, cari = ? WHERE id = ? AND singkatan IS NULL', [singkatan, cari, id]);
    await q.query('INSERT INTO ormas_ubahan (ormas_id) VALUES (?)', [id]);
  }
  for (const bidang of [j.bidangLain ?? []].flat())
    await q.query('INSERT IGNORE INTO ormas_bidang_lain (ormas_id, bidang_id) SELECT ?, id FROM bidang WHERE id = ?', [
      ...[id, Number(bidang) || 0],
    ]);
  for (const peran of ['pendiri', 'pembina', 'penasihat']) {
    const nama = (teks(peran) ?? '').split('\n').map((n) => n.trim());
    for (const [urut, n] of nama.filter(Boolean).entries())
      await q.query('INSERT IGNORE INTO ormas_tokoh (ormas_id, peran, urut, nama) VALUES (?, ?, ?, ?)', [
        ...[id, peran, urut, n],
      ]);
  }
  const kolom = [...TEKS, ...ANGKA].map(([k]) => k);
  const nilai = [
    ...TEKS.map(([, n]) => teks(n)),
    ...ANGKA.map(([, n]) => (/^\d{1,6}$/.test(teks(n) ?? '') ? Number(teks(n)) : null)),
  ];
  await q.query(
    `INSERT IGNORE INTO ormas_profil (ormas_id, per_tanggal, ${kolom.join(', ')}) VALUES (?, ?, ${kolom.map(() => '?').join(', ')})`,
    [id, hari, ...nilai],
  );
}
