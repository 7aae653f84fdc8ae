import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { kataCari } from '../../common/kata-cari.js';
import { jalankanBerulang, type Pernyataan } from './pernyataan.js';

/** What keeps the lists of ormas quick however long the register: an index of words, and one index per order. */
export class PencarianOrmas1700000000006 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await jalankanBerulang(q, TABEL);
    await isiKata(q);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations only go forward.'));
  }
}

const AKHIR = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

/** Everything a list filters by: with it, an index answers alone, without looking at a row. */
const SARINGAN = 'kelurahan_id, luar_domisili, bidang_id, opd_id, status, iko_tingkat, kegiatan_terakhir';

const indeks = (nama: string, kolom: string, ganti?: string): Pernyataan => ({
  tabel: 'ormas',
  indeks: nama,
  // The index before stays until the new one is there: a foreign key rests on it.
  sql: `ALTER TABLE ormas ${ganti === undefined ? '' : `DROP INDEX ${ganti}, `}ADD INDEX ${nama} (${kolom})`,
});

const TABEL: Pernyataan[] = [
  // The words of name and kelurahan as they are searched for, written with the ormas itself. Binary: they are folded
  // already, and a prefix of bytes is a prefix of letters. An index, which can be made anew from the register: no foreign
  // key looks each of its rows up there.
  `CREATE TABLE IF NOT EXISTS ormas_kata (
    ormas_id INT UNSIGNED NOT NULL,
    kata VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (ormas_id, kata),
    KEY ix_ormas_kata_kata (kata, ormas_id)
  ) ${AKHIR}`,
  indeks('ix_ormas_menurut_nama', `nama, id, ${SARINGAN}`, 'ix_ormas_nama'),
  indeks(
    'ix_ormas_menurut_kelurahan',
    `kelurahan_id, nama, id, ${SARINGAN.replace('kelurahan_id, ', '')}`,
    'ix_ormas_kelurahan',
  ),
  indeks('ix_ormas_menurut_bidang', `bidang_id, nama, id, ${SARINGAN.replace(' bidang_id,', '')}`, 'ix_ormas_bidang'),
  indeks('ix_ormas_menurut_opd', `opd_id, nama, id, ${SARINGAN.replace(' opd_id,', '')}`, 'ix_ormas_opd'),
  indeks('ix_ormas_menurut_status', `status, id, ${SARINGAN.replace(' status,', '')}`),
  indeks('ix_ormas_menurut_tingkat', `iko_tingkat, id, ${SARINGAN.replace(' iko_tingkat,', '')}`),
  indeks('ix_ormas_menurut_skor', `iko_skor, id, ${SARINGAN}`, 'ix_ormas_iko'),
  indeks(
    'ix_ormas_menurut_kegiatan',
    `kegiatan_terakhir, id, ${SARINGAN.replace(', kegiatan_terakhir', '')}`,
    'ix_ormas_kegiatan_terakhir',
  ),
  indeks('ix_ormas_diubah', 'diubah_pada'),
];

const SEKALI = 2000;

/** Gives the ormas that were there before their words. */
async function isiKata(q: QueryRunner): Promise<void> {
  for (let sesudah = 0; ;) {
    const baris = (await q.query(
      `SELECT o.id, o.nama, k.nama AS kelurahan FROM ormas o LEFT JOIN kelurahan k ON k.id = o.kelurahan_id
       WHERE o.id > ? ORDER BY o.id LIMIT ${SEKALI}`,
      [sesudah],
    )) as { id: number; nama: string; kelurahan: string | null }[];
    const akhir = baris.at(-1);
    if (!akhir) return;
    const kata = baris.flatMap((b) => kataCari(b.nama, b.kelurahan ?? 'luar domisili').map((k) => [b.id, k]));
    await q.query(
      `INSERT IGNORE INTO ormas_kata (ormas_id, kata) VALUES ${kata.map(() => '(?, ?)').join(', ')}`,
      kata.flat(),
    );
    sesudah = akhir.id;
  }
}
