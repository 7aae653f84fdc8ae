import { type EntityManager } from 'typeorm';
import { type Perintah } from '../../infra/database/sisip.js';
import { FAKTA, type Fakta, type IsiFakta, KOLOM_FAKTA, langkahFakta, type SumberFakta } from './fakta.js';

// The writing side of the dated history of what the register says (`riwayat_ormas`). Every act that changes a column of
// `ormas` named in `KOLOM_FAKTA` tells it here, in the same transaction; the register's row repeats what holds today.

/** Who recorded something of the history, from what, and when. */
export interface AsalFakta {
  sumber: SumberFakta;
  alasan: string | null;
  /** The request for a change that brought it. */
  perubahanId: number | null;
  akunId: number | null;
  dicatat: Date;
}

/** The register's row of an ormas `o` as the JSON value of a fact, in SQL. */
const nilaiRegister = (fakta: Fakta): string =>
  `JSON_OBJECT(${Object.entries(KOLOM_FAKTA[fakta])
    .map(([kunci, kolom]) => `'${kunci}', o.${kolom}`)
    .join(', ')})`;

/**
 * Begins the history of ormas that were just written, each fact from the day on which the ormas is registered. Those
 * that have one already keep it.
 * @param id the first and the last id to look at
 */
export async function mulaiRiwayat(
  em: EntityManager,
  id: { dari: number; sampai: number },
  asal: AsalFakta,
): Promise<void> {
  const belumAda = (fakta: Fakta): string =>
    `AND NOT EXISTS (SELECT 1 FROM riwayat_ormas r WHERE r.ormas_id = o.id AND r.fakta = '${fakta}')`;
  for (const { sql, nilai } of perintahAwal(id, asal, belumAda)) await em.query(sql, [...nilai]);
}

/** The statements that begin the history of ormas that cannot have one, for who writes more with them. */
export const perintahMulaiRiwayat = (id: { dari: number; sampai: number }, asal: AsalFakta): Perintah[] =>
  // Without asking for what is there: the server would first copy every row aside.
  perintahAwal(id, asal, () => '');

const perintahAwal = (
  id: { dari: number; sampai: number },
  asal: AsalFakta,
  syarat: (fakta: Fakta) => string,
): Perintah[] =>
  FAKTA.map((fakta) => ({
    sql: `INSERT INTO riwayat_ormas (ormas_id, fakta, nilai, berlaku_dari, sumber, alasan, perubahan_id, akun_id, dicatat_pada)
       SELECT o.id, '${fakta}', ${nilaiRegister(fakta)}, o.terdaftar_pada, ?, ?, ?, ?, ? FROM ormas o
       WHERE o.id BETWEEN ? AND ? ${syarat(fakta)}`,
    nilai: [asal.sumber, asal.alasan, asal.perubahanId, asal.akunId, asal.dicatat, id.dari, id.sampai],
  }));

/** The present row of a fact. */
export interface FaktaKini {
  id: number;
  berlakuDari: string | null;
  perubahanId: number | null;
}

/** The present row of a fact, or null where nothing was ever recorded. */
export async function faktaKini(em: EntityManager, ormasId: number, fakta: Fakta): Promise<FaktaKini | null> {
  const [b] = await em.query<FaktaKini[]>(
    `SELECT id, berlaku_dari AS berlakuDari, perubahan_id AS perubahanId FROM riwayat_ormas
     WHERE ormas_id = ? AND fakta = ? AND kini = 1`,
    [ormasId, fakta],
  );
  return b ?? null;
}

/**
 * Records a value that holds from a day on. The caller holds the lock on the ormas and writes its row; an ormas without
 * a history gets its beginning here, from `lama`.
 */
export async function catatFakta<F extends Fakta>(
  em: EntityManager,
  ormasId: number,
  isi: { fakta: F; lama: IsiFakta[F]; baru: IsiFakta[F]; berlaku: string },
  asal: AsalFakta,
): Promise<void> {
  const { fakta } = isi;
  let kini = await faktaKini(em, ormasId, fakta);
  if (kini === null) {
    const awal = { ...asal, sumber: 'awal' as const, alasan: null, perubahanId: null };
    await sisip(em, ormasId, { fakta, nilai: isi.lama, dari: null }, awal);
    kini = await faktaKini(em, ormasId, fakta);
  }
  const langkah = langkahFakta(kini, isi.berlaku);
  if (kini && langkah.jenis === 'lanjut')
    await em.query('UPDATE riwayat_ormas SET berlaku_sampai = ? WHERE id = ?', [langkah.tutup, kini.id]);
  if (kini && langkah.jenis === 'ganti')
    await em.query('UPDATE riwayat_ormas SET gugur_pada = ? WHERE id = ?', [asal.dicatat, kini.id]);
  await sisip(em, ormasId, { fakta, nilai: isi.baru, dari: langkah.dari }, asal);
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
