import { type EntityManager } from 'typeorm';
import { TABEL_PINDAH } from './gabung.tabel.js';

// The rows of other modules that go over with an entry of the register. Nothing of them is changed but whose they are; each
// is written down, so that an undoing takes back precisely these.

/** Ids per statement. */
const SEKALI = 1000;

type Id = number | string;

/** How many rows of a table went over, or came back. */
export interface Pindahan {
  tabel: string;
  sebutan: string;
  jumlah: number;
}

/** Moves the rows of one entry to another and remembers them under the merging. The caller has locked both. */
export async function pindahkanBaris(
  em: EntityManager,
  penggabunganId: number,
  asalId: number,
  tujuanId: number,
): Promise<Pindahan[]> {
  const hasil: Pindahan[] = [];
  for (const { tabel, sebutan, bentrok, hanya } of TABEL_PINDAH) {
    const syarat = [
      't.ormas_id = ?',
      ...(hanya === undefined ? [] : [hanya]),
      ...(bentrok === undefined
        ? []
        : [
            `NOT EXISTS (SELECT 1 FROM ${tabel} x WHERE x.ormas_id = ? AND ${bentrok.map((k) => `x.${k} = t.${k}`).join(' AND ')})`,
          ]),
    ];
    const id = (
      await em.query<{ id: Id }[]>(
        `SELECT t.id FROM ${tabel} t WHERE ${syarat.join(' AND ')} ORDER BY t.id FOR UPDATE`,
        bentrok === undefined ? [asalId] : [asalId, tujuanId],
      )
    ).map((b) => b.id);
    for (let i = 0; i < id.length; i += SEKALI) {
      const sebagian = id.slice(i, i + SEKALI);
      await em.query(
        `INSERT INTO penggabungan_baris (penggabungan_id, tabel, baris_id) VALUES ${sebagian.map(() => '(?, ?, ?)').join(', ')}`,
        sebagian.flatMap((b) => [penggabunganId, tabel, String(b)]),
      );
      await em.query(`UPDATE ${tabel} SET ormas_id = ? WHERE id IN (?)`, [tujuanId, sebagian]);
    }
    if (id.length > 0) hasil.push({ tabel, sebutan, jumlah: id.length });
  }
  return hasil;
}

/** Ids of the rows of one table that went over by a merging. */
export async function barisTercatat(
  em: Pick<EntityManager, 'query'>,
  penggabunganId: number,
  tabel: string,
): Promise<Id[]> {
  const baris = await em.query<{ id: string }[]>(
    'SELECT baris_id AS id FROM penggabungan_baris WHERE penggabungan_id = ? AND tabel = ? ORDER BY baris_id',
    [penggabunganId, tabel],
  );
  return baris.map(({ id }) => (tabel === 'berkas' ? id : Number(id)));
}

/**
 * Puts back the rows that went over and still are with the other entry; what somebody has moved or removed since stays as
 * it is. Files that were added to one of them since go back with it. `tertinggal`: what stayed.
 */
export async function kembalikanBaris(
  em: EntityManager,
  penggabunganId: number,
  asalId: number,
  tujuanId: number,
): Promise<{ kembali: Pindahan[]; tertinggal: Pindahan[] }> {
  const kembali: Pindahan[] = [];
  const tertinggal: Pindahan[] = [];
  await catatPengganti(em, penggabunganId, tujuanId);
  for (const { tabel, sebutan } of TABEL_PINDAH) {
    const id = await barisTercatat(em, penggabunganId, tabel);
    let jumlah = 0;
    for (let i = 0; i < id.length; i += SEKALI) {
      const sebagian = id.slice(i, i + SEKALI);
      const { affectedRows } = await em.query<{ affectedRows: number }>(
        `UPDATE ${tabel} SET ormas_id = ? WHERE ormas_id = ? AND id IN (?)`,
        [asalId, tujuanId, sebagian],
      );
      jumlah += affectedRows;
    }
    if (jumlah > 0) kembali.push({ tabel, sebutan, jumlah });
    if (id.length > jumlah) tertinggal.push({ tabel, sebutan, jumlah: id.length - jumlah });
  }
  await kembalikanBerkasBaru(em, penggabunganId, asalId, tujuanId);
  return { kembali, tertinggal };
}

/**
 * A row of guidance that was put right since is another row: it belongs where the one belongs whose place it took, or the
 * entry that stands by itself again would keep nothing but what was struck through.
 */
async function catatPengganti(em: EntityManager, penggabunganId: number, tujuanId: number): Promise<void> {
  for (;;) {
    const { affectedRows } = await em.query<{ affectedRows: number }>(
      `INSERT IGNORE INTO penggabungan_baris (penggabungan_id, tabel, baris_id)
       SELECT r.penggabungan_id, r.tabel, p.id FROM penggabungan_baris r
         JOIN pembinaan p ON p.menggantikan_id = r.baris_id AND p.ormas_id = ?
       WHERE r.penggabungan_id = ? AND r.tabel = 'pembinaan'`,
      [tujuanId, penggabunganId],
    );
    if (affectedRows === 0) return;
  }
}

/** Which rows the files of an `objek` belong to. */
const PEMILIK_BERKAS: Readonly<Record<string, string>> = {
  kegiatan: 'kegiatan',
  'ormas-dokumen': 'ormas_dokumen',
  perubahan: 'perubahan_ormas',
  tingkat: 'tingkat_indikator',
  pembinaan: 'pembinaan',
  rekomendasi: 'rekomendasi',
};

async function kembalikanBerkasBaru(
  em: EntityManager,
  penggabunganId: number,
  asalId: number,
  tujuanId: number,
): Promise<void> {
  for (const [objek, tabel] of Object.entries(PEMILIK_BERKAS)) {
    const id = await barisTercatat(em, penggabunganId, tabel);
    for (let i = 0; i < id.length; i += SEKALI)
      await em.query('UPDATE berkas SET ormas_id = ? WHERE ormas_id = ? AND objek = ? AND objek_id IN (?)', [
        ...[asalId, tujuanId, objek, id.slice(i, i + SEKALI)],
      ]);
  }
}
