import type Bull from 'bull';
import { type DataSource } from 'typeorm';
import { type Clock } from '../../common/clock.js';

/** Rows that are handed over at once; who was given so many asks for more. */
export const SEKALI_AMBIL = 500;
/** So often the relay looks whether Bull still holds everything that it was sent. */
const TENGOK_MS = 5_000;
/**
 * Rows that Bull holds are stamped anew this often, since a row that nobody has touched for a minute says that no worker
 * is there (`KeadaanKotak`).
 */
const TANDAI_MS = 30_000;

const TERBUKA = 'antrean = ? AND selesai_pada IS NULL AND gagal_pada IS NULL';

/**
 * The relay: hands waiting rows to Bull, each with an id of its own, so that handing it over twice is handing it over
 * once. What was sent is sent again only when Bull holds fewer jobs than rows are under way: it never does unless some
 * were lost, and sending twelve thousand rows again that wait there anyway took more than a second of every five.
 */
export class Penerus {
  private ditengok = 0;

  constructor(
    private readonly antrean: ReadonlyMap<string, Bull.Queue<{ id: number }>>,
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Of each queue the new rows first and those that are sent again after all of them, so that a long backlog (or rows of
   * a queue that this worker does not know) holds nothing else up.
   * @returns the most that one queue had, at most `SEKALI_AMBIL`
   */
  async kirim(): Promise<number> {
    let terbanyak = 0;
    for (const [nama, queue] of this.antrean)
      terbanyak = Math.max(terbanyak, await this.kirimYang(nama, queue, 'dikirim_pada IS NULL', []));
    const kini = this.clock.sekarang().getTime();
    if (kini - this.ditengok < TENGOK_MS) return terbanyak;
    return Math.max(terbanyak, await this.tengok(kini));
  }

  /** Sends again what Bull has lost. Rows sent a moment ago are given time: their jobs may just be ending. */
  private async tengok(kini: number): Promise<number> {
    const lama = new Date(kini - TENGOK_MS);
    let terbanyak = 0;
    let tuntas = true;
    for (const { antrean: nama, terlama } of await this.berjalan()) {
      const queue = this.antrean.get(nama);
      if (!queue) continue;
      const dipegang = await jumlahDipegang(queue);
      // Counted after Bull's: what ends in between makes fewer rows than jobs, never more.
      const [masih] = await this.berjalan(nama);
      if (masih && Number(masih.n) > dipegang) {
        const n = await this.kirimYang(nama, queue, 'dikirim_pada < ?', [lama]);
        terbanyak = Math.max(terbanyak, n);
        tuntas &&= n > 0 && n < SEKALI_AMBIL;
      } else if (terlama.getTime() < kini - TANDAI_MS)
        await this.db.query(`UPDATE kotak_keluar SET dikirim_pada = ? WHERE ${TERBUKA} AND dikirim_pada < ?`, [
          ...[new Date(kini), nama, lama],
        ]);
    }
    if (tuntas) this.ditengok = kini;
    return terbanyak;
  }

  /** Of each queue, or of one, the rows that were sent and are not done: how many, and since when. */
  private berjalan(nama?: string): Promise<{ antrean: string; n: string; terlama: Date }[]> {
    return this.db.query(
      `SELECT antrean, COUNT(*) AS n, MIN(dikirim_pada) AS terlama FROM kotak_keluar
       WHERE selesai_pada IS NULL AND gagal_pada IS NULL AND dikirim_pada IS NOT NULL ${nama === undefined ? '' : 'AND antrean = ?'}
       GROUP BY antrean`,
      nama === undefined ? [] : [nama],
    );
  }

  private async kirimYang(
    nama: string,
    queue: Bull.Queue<{ id: number }>,
    syarat: string,
    nilai: readonly unknown[],
  ): Promise<number> {
    const kini = this.clock.sekarang();
    const baris = await this.db.query<{ id: number }[]>(
      `SELECT id FROM kotak_keluar WHERE ${TERBUKA} AND tersedia_pada <= ? AND ${syarat} ORDER BY id LIMIT ${SEKALI_AMBIL}`,
      [nama, kini, ...nilai],
    );
    if (baris.length === 0) return 0;
    await queue.addBulk(baris.map(({ id }) => ({ name: 'kotak', data: { id }, opts: { jobId: `kotak-${id}` } })));
    await this.db.query('UPDATE kotak_keluar SET dikirim_pada = ? WHERE id IN (?)', [kini, baris.map((b) => b.id)]);
    return baris.length;
  }
}

/** Jobs that are waiting, under way, or put off. */
async function jumlahDipegang(queue: Bull.Queue): Promise<number> {
  const { waiting, active, delayed } = await queue.getJobCounts();
  return waiting + active + delayed;
}
