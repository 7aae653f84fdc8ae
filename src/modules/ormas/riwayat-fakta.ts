import { type EntityManager } from 'typeorm';
import { tambahHari } from '../../common/tanggal.js';
import { type Fakta, type IsiFakta, langkahFakta, type SumberFakta } from './fakta.js';

// The writing side of the dated history of what the register says (`riwayat_ormas`). Every act that changes a column of
// `ormas` named in `KOLOM_FAKTA` tells it here, in the same transaction; the register's row repeats what holds today. A
// fact that never changed has no row: its history is the register's row, from the day of registration. Most facts of most
// ormas are such, and taking in a register would otherwise write seven rows more for each.

/** Who recorded something of the history, from what, and when. */
export interface AsalFakta {
  sumber: SumberFakta;
  alasan: string | null;
  /** The request for a change that brought it. */
  perubahanId: number | null;
  akunId: number | null;
  dicatat: Date;
}

/** What holds of a fact at present. `id` null: it never changed; `berlakuDari` null: since nobody knows when. */
export interface FaktaKini {
  id: number | null;
  berlakuDari: string | null;
  perubahanId: number | null;
}

/** What holds of a fact at present. The ormas exists. */
export async function faktaKini(em: EntityManager, ormasId: number, fakta: Fakta): Promise<FaktaKini> {
  const [b] = await em.query<FaktaKini[]>(
    `SELECT r.id, CASE WHEN r.id IS NULL THEN o.terdaftar_pada ELSE r.berlaku_dari END AS berlakuDari,
       r.perubahan_id AS perubahanId
     FROM ormas o LEFT JOIN riwayat_ormas r ON r.ormas_id = o.id AND r.fakta = ? AND r.kini = 1 WHERE o.id = ?`,
    [fakta, ormasId],
  );
  if (!b) throw new Error(`Ormas ${ormasId} does not exist`);
  return b;
}

/**
 * Records a value that holds from a day on. The caller holds the lock on the ormas and writes its row; what changes for
 * the first time gets its beginning here, from `lama`.
 */
export async function catatFakta<F extends Fakta>(
  em: EntityManager,
  ormasId: number,
  isi: { fakta: F; lama: IsiFakta[F]; baru: IsiFakta[F]; berlaku: string },
  asal: AsalFakta,
): Promise<void> {
  const { fakta } = isi;
  let kini = await faktaKini(em, ormasId, fakta);
  if (kini.id === null) {
    await mulai(em, ormasId, fakta, isi.lama);
    kini = await faktaKini(em, ormasId, fakta);
  }
  const langkah = langkahFakta(kini, isi.berlaku);
  if (langkah.jenis === 'lanjut')
    await em.query('UPDATE riwayat_ormas SET berlaku_sampai = ? WHERE id = ?', [langkah.tutup, kini.id]);
  if (langkah.jenis === 'ganti')
    await em.query('UPDATE riwayat_ormas SET gugur_pada = ? WHERE id = ?', [asal.dicatat, kini.id]);
  await sisip(em, ormasId, { fakta, nilai: isi.baru, dari: langkah.dari }, asal);
}

/**
 * Takes the present value of a fact back, as if it had never held: what was before it holds again, from its own day and
 * by its own request, so that this one can be taken back next. The caller is as in `catatFakta`.
 * @param semula what held before, as `faktaKini` told it
 */
export async function urungkanFakta<F extends Fakta>(
  em: EntityManager,
  ormasId: number,
  isi: { fakta: F; nilai: IsiFakta[F]; semula: FaktaKini },
  asal: Omit<AsalFakta, 'perubahanId'>,
): Promise<void> {
  const { fakta, nilai, semula } = isi;
  const kini = await faktaKini(em, ormasId, fakta);
  // The present row, and the one that ended when it began: one row says again what both days had.
  const gugurkan = 'UPDATE riwayat_ormas SET gugur_pada = ? WHERE ormas_id = ? AND fakta = ? AND gugur_pada IS NULL';
  if (kini.berlakuDari !== null && kini.berlakuDari !== semula.berlakuDari)
    await em.query(`${gugurkan} AND berlaku_sampai = ?`, [
      ...[asal.dicatat, ormasId, fakta, tambahHari(kini.berlakuDari, -1)],
    ]);
  await em.query(`${gugurkan} AND berlaku_sampai IS NULL`, [asal.dicatat, ormasId, fakta]);
  await sisip(em, ormasId, { fakta, nilai, dari: semula.berlakuDari }, { ...asal, perubahanId: semula.perubahanId });
}

/** The first row of a fact, as the register had it from the day of registration. */
async function mulai<F extends Fakta>(em: EntityManager, ormasId: number, fakta: F, nilai: IsiFakta[F]): Promise<void> {
  await em.query(
    `INSERT INTO riwayat_ormas (ormas_id, fakta, nilai, berlaku_dari, sumber, dicatat_pada)
     SELECT id, ?, ?, terdaftar_pada, 'awal', dibuat_pada FROM ormas WHERE id = ?`,
    [fakta, JSON.stringify(nilai), ormasId],
  );
}

async function sisip<F extends Fakta>(
  em: EntityManager,
  ormasId: number,
  isi: { fakta: F; nilai: IsiFakta[F]; dari: string | null },
  asal: AsalFakta,
): Promise<void> {
  await em.query(
    `INSERT INTO riwayat_ormas (ormas_id, fakta, nilai, berlaku_dari, sumber, alasan, perubahan_id, akun_id, dicatat_pada)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[ormasId, isi.fakta, JSON.stringify(isi.nilai), isi.dari, asal.sumber, asal.alasan?.slice(0, 1000) ?? null],
      ...[asal.perubahanId, asal.akunId, asal.dicatat],
    ],
  );
}
