import type { Connection, RowDataPacket } from 'mysql2/promise';
import { pengacak } from './konteks.ts';

/** Copies of one ormas carry one of so many last words, so that no two of its copies have one name. */
const AKHIRAN_PER_SALINAN = 50;
const SUKU = 'ba ca da ga ja ka la ma na pa ra sa ta wa bi ci di gi ji ki li mi ni pi ri si ti wi bu cu du gu'.split(
  ' ',
);
const KOLOM_TETAP = `bentuk, dasar_hukum_nomor, dasar_hukum_normal, dasar_hukum_tanggal, npwp, skko_berlaku_sampai,
  terdaftar_pada, kelurahan_id, luar_domisili, alamat, rt, rw, bidang_id, opd_id, telepon, sumber, dibuat_pada, diubah_pada`;

/** The marks of a few years on every ormas: activity, scores, standings; `%` stands for its id. */
const TANDA: Readonly<Record<string, string>> = {
  kegiatan_terakhir: 'IF(CRC32(%) % 10 < 7, DATE_SUB(CURDATE(), INTERVAL CRC32(% * 3) % 700 DAY), NULL)',
  status:
    "CASE WHEN CRC32(% * 5) % 100 < 96 THEN 'terdaftar' WHEN CRC32(% * 5) % 100 < 98 THEN 'dibekukan' ELSE 'bubar' END",
  iko_tahun: 'IF(CRC32(% * 13) % 10 < 9, YEAR(CURDATE()) - 1, NULL)',
  iko_skor: 'IF(CRC32(% * 13) % 10 < 9, (CRC32(% * 7) % 10001) / 100, NULL)',
  iko_tingkat: 'IF(CRC32(% * 13) % 10 < 9, 1 + CRC32(% * 7) % 10001 DIV 2001, NULL)',
  iko_sebutan:
    "IF(CRC32(% * 13) % 10 < 9, ELT(1 + CRC32(% * 7) % 10001 DIV 2001, 'Sangat Rendah', 'Rendah', 'Sedang', 'Tinggi', 'Sangat Tinggi'), NULL)",
  iko_sementara: 'CRC32(% * 11) % 20 = 0',
};
// Only `(%)`, `(% * n)` stand for the id; ` % 10` is what is left of a division.
const tanda = (id: string): [string, string][] =>
  Object.entries(TANDA).map(([kolom, rumus]) => [kolom, rumus.replaceAll('(%', `(${id}`)]);

/** Gives the ormas of the register the marks of a few years: activity, scores, standings. */
export async function tandaiRegister(k: Connection): Promise<void> {
  await k.query(
    `UPDATE ormas SET ${tanda('id')
      .map(([kolom, rumus]) => `${kolom} = ${rumus}`)
      .join(', ')}`,
  );
}

/**
 * Makes the register of a whole province out of that of a city: every ormas `kali` times, each copy under a name of its
 * own. A few statements for all rows.
 */
export async function gandakanRegister(k: Connection, kali: number): Promise<void> {
  const [puncak] = await k.query<RowDataPacket[]>('SELECT MAX(id) AS id FROM ormas');
  const langkah = Number(puncak[0]?.id);
  const acak = pengacak(17);
  const suku = (): string => SUKU[Math.floor(acak() * SUKU.length)] as string;
  const akhiran: [number, number, string][] = [];
  const ada = new Set<string>();
  while (akhiran.length < (kali - 1) * AKHIRAN_PER_SALINAN) {
    const kata = suku() + suku() + suku() + (acak() < 0.4 ? suku() : '');
    if (ada.has(kata)) continue;
    ada.add(kata);
    const n = akhiran.length;
    akhiran.push([1 + Math.floor(n / AKHIRAN_PER_SALINAN), n % AKHIRAN_PER_SALINAN, kata]);
  }
  await k.query(
    'CREATE TEMPORARY TABLE akhiran (salinan INT UNSIGNED, urutan INT UNSIGNED, kata VARCHAR(20) COLLATE utf8mb4_bin, PRIMARY KEY (urutan, salinan))',
  );
  await k.query('INSERT INTO akhiran (salinan, urutan, kata) VALUES ?', [akhiran]);
  await k.query('SET foreign_key_checks = 0, unique_checks = 0');
  const pulih = [await lepasIndeks(k, 'ormas')];
  const baru = 'o.id + a.salinan * ?';
  const jejak = tanda('s.id');
  await k.query(
    `INSERT INTO ormas (id, nama, nama_normal, cari, nomor_skko, ${KOLOM_TETAP}, ${jejak.map(([kolom]) => kolom).join(', ')})
     SELECT s.*, ${jejak.map(([, rumus]) => rumus).join(', ')} FROM (
       SELECT ${baru} AS id, CONCAT(o.nama, ' ', UPPER(LEFT(a.kata, 1)), SUBSTRING(a.kata, 2)) AS nama,
         CONCAT(o.nama_normal, a.kata) AS nama_normal,
         CONCAT(SUBSTRING_INDEX(o.cari, ' ', 1), a.kata, ' ', SUBSTRING_INDEX(o.cari, ' ', -1)) AS cari,
         CONCAT(o.nomor_skko, '/', a.salinan) AS nomor_skko, ${KOLOM_TETAP.replaceAll(/(\w+)/g, 'o.$1')}
       FROM ormas o JOIN akhiran a ON a.urutan = o.id % ${AKHIRAN_PER_SALINAN} WHERE o.id <= ? ORDER BY a.salinan, o.id
     ) s`,
    [langkah, langkah],
  );
  for (const sql of pulih) await k.query(sql);
  await k.query('SET foreign_key_checks = 1, unique_checks = 1');
}

/** Takes the secondary indexes and foreign keys off; returns the statement that puts them back, which is quicker at the end. */
async function lepasIndeks(k: Connection, tabel: string): Promise<string> {
  const [[asal]] = await k.query<RowDataPacket[]>(`SHOW CREATE TABLE ${tabel}`);
  const baris = String(asal?.['Create Table'])
    .split('\n')
    .map((b) => b.trim().replace(/,$/, ''));
  const indeks = baris.filter((b) => b.startsWith('KEY '));
  const kunci = baris.filter((b) => b.includes(' FOREIGN KEY '));
  const nama = (b: string): string => /`(\w+)`/.exec(b)?.[1] ?? '';
  if (kunci.length > 0)
    await k.query(`ALTER TABLE ${tabel} ${kunci.map((b) => `DROP FOREIGN KEY ${nama(b)}`).join(', ')}`);
  await k.query(`ALTER TABLE ${tabel} ${indeks.map((b) => `DROP INDEX ${nama(b)}`).join(', ')}`);
  return `ALTER TABLE ${tabel} ${[...indeks, ...kunci].map((b) => `ADD ${b}`).join(', ')}`;
}
