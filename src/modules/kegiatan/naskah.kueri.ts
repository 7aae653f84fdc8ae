import { type EntityManager } from 'typeorm';
import { type Kegiatan } from './kegiatan.entity.js';
import { bacaBukti, isianDari, KOLOM_BUKTI } from './kegiatan.kueri.js';
import { STATUS_BERNASKAH } from './kegiatan.status.js';
import { type BuktiKegiatan, type IsianKegiatan } from './kegiatan.types.js';

// A report that was sent once stays in its row and its evidence as it was sent, for everybody. What its ormas rewrites
// lies beside it until it is sent in its turn: the `naskah`, which only those read who write it.

/** A report as its writer has it. `ditulisPada`: when the unsent rewriting of a sent report was last saved; null: there is none. */
export interface Naskah {
  isian: IsianKegiatan;
  bukti: BuktiKegiatan[];
  ditulisPada: Date | null;
}

/** When the unsent rewriting of a report was last saved; null where there is none. */
export async function perbaikanPada(em: Pick<EntityManager, 'query'>, k: Kegiatan): Promise<Date | null> {
  if (!STATUS_BERNASKAH.includes(k.status)) return null;
  const [b] = await em.query<{ pada: Date }[]>(
    'SELECT diubah_pada AS pada FROM kegiatan_perbaikan WHERE kegiatan_id = ?',
    [k.id],
  );
  return b?.pada ?? null;
}

/** The report as its writer has it: the rewriting where there is one, else what the row says. */
export async function bacaNaskah(em: EntityManager, k: Kegiatan): Promise<Naskah> {
  const [b] = STATUS_BERNASKAH.includes(k.status)
    ? await em.query<{ isian: string; pada: Date }[]>(
        'SELECT isian, diubah_pada AS pada FROM kegiatan_perbaikan WHERE kegiatan_id = ?',
        [k.id],
      )
    : [];
  if (!b) return { isian: isianDari(k), bukti: await bacaBukti(em, k.id), ditulisPada: null };
  return {
    // A field that the form has learned since is as it was sent.
    isian: { ...isianDari(k), ...(JSON.parse(b.isian) as IsianKegiatan) },
    bukti: await em.query(
      `SELECT b.nomor AS id, ${KOLOM_BUKTI} FROM kegiatan_perbaikan_bukti b JOIN berkas f ON f.id = b.berkas_id
       WHERE b.kegiatan_id = ? ORDER BY b.urutan, b.nomor`,
      [k.id],
    ),
    ditulisPada: b.pada,
  };
}

/** Writes the fields of the rewriting; the first time it takes the evidence that was sent over, under the same numbers. */
export async function simpanPerbaikan(em: EntityManager, id: number, isian: IsianKegiatan, kini: Date): Promise<void> {
  const ada = await em.query<unknown[]>('SELECT 1 FROM kegiatan_perbaikan WHERE kegiatan_id = ?', [id]);
  await em.query(
    `INSERT INTO kegiatan_perbaikan (kegiatan_id, isian, diubah_pada) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE isian = VALUES(isian), diubah_pada = VALUES(diubah_pada)`,
    [id, JSON.stringify(isian), kini],
  );
  if (ada.length > 0) return;
  await em.query(
    `INSERT INTO kegiatan_perbaikan_bukti (kegiatan_id, nomor, berkas_id, jenis, keterangan, urutan)
     SELECT kegiatan_id, id, berkas_id, jenis, keterangan, urutan FROM kegiatan_bukti WHERE kegiatan_id = ?`,
    [id],
  );
}

/** Makes the evidence of the rewriting that which is sent, and ends the rewriting. Nothing where there is none. */
export async function terbitkanPerbaikan(em: EntityManager, id: number): Promise<void> {
  const ada = await em.query<unknown[]>('SELECT 1 FROM kegiatan_perbaikan WHERE kegiatan_id = ?', [id]);
  if (ada.length === 0) return;
  for (const sql of TERBITKAN) await em.query(sql, [id]);
}

/** In this order; each takes the id of the report. What stays keeps its row, which levels of the index refer to. */
const TERBITKAN = [
  `DELETE b FROM kegiatan_bukti b LEFT JOIN kegiatan_perbaikan_bukti p
     ON p.kegiatan_id = b.kegiatan_id AND p.berkas_id = b.berkas_id
   WHERE b.kegiatan_id = ? AND p.nomor IS NULL`,
  `UPDATE kegiatan_bukti b JOIN kegiatan_perbaikan_bukti p ON p.kegiatan_id = b.kegiatan_id AND p.berkas_id = b.berkas_id
   SET b.keterangan = p.keterangan, b.urutan = p.urutan WHERE b.kegiatan_id = ?`,
  `INSERT INTO kegiatan_bukti (kegiatan_id, berkas_id, jenis, keterangan, urutan)
   SELECT p.kegiatan_id, p.berkas_id, p.jenis, p.keterangan, p.urutan
   FROM kegiatan_perbaikan_bukti p LEFT JOIN kegiatan_bukti b ON b.berkas_id = p.berkas_id
   WHERE p.kegiatan_id = ? AND b.id IS NULL ORDER BY p.urutan, p.nomor`,
  'DELETE FROM kegiatan_perbaikan_bukti WHERE kegiatan_id = ?',
  'DELETE FROM kegiatan_perbaikan WHERE kegiatan_id = ?',
];
