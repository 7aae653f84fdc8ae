import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { bacaBerciri, type OrmasBerciri } from '../ormas/cari-kembaran.service.js';
import { ciriOrmas, kekuatanKembar, sebabKembar } from '../ormas/kembaran.js';
import { MASIH_ADA, masihAda } from '../ormas/riwayat-status.js';
import { bolehCariGanda } from './ganda.policy.js';
import { GandaQueue } from './ganda.queue.js';
import { type NamaBernomor, pasanganSekelompok, pasanganSenada } from './pasangan-senada.js';

/** Pairs looked at in one transaction. */
const SEKALI = 500;
/**
 * More groups of one kind, or more pairs in one kelurahan, nobody works through. Of groups those with the newest entries
 * are looked at: what was decided stays in its group, and would else keep what came later out for ever.
 */
const KELOMPOK_MAKS = 5000;

/**
 * Each key by which two entries may be one, with its column: counted within an index, and only groups of two to six are
 * looked at. With an NPWP of 15 digits belongs the same behind a 0.
 */
const KUNCI: readonly { kolom: string; ungkapan: string }[] = [
  { kolom: 'npwp', ungkapan: "LPAD(npwp, 16, '0')" },
  { kolom: 'dasar_hukum_normal', ungkapan: 'dasar_hukum_normal' },
  { kolom: 'nama_normal', ungkapan: 'nama_normal' },
  { kolom: 'alamat_kunci', ungkapan: 'alamat_kunci' },
];

/**
 * Looks through the register for entries that may be one organisation and keeps the pairs (`pasangan_kembar`). May be
 * repeated and goes on where it was interrupted; what officers have decided stays untouched.
 */
@Injectable()
export class CariPasanganService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly antrean: GandaQueue,
    private readonly clock: Clock,
  ) {}

  /** Asks the worker to look. @throws DomainError `tidak-berwenang` */
  async minta(aktor: Aktor): Promise<void> {
    if (!bolehCariGanda(aktor)) throw new DomainError('tidak-berwenang');
    await this.transaksi.jalankan((em) => this.antrean.titipCari(em, this.clock.sekarang().toISOString()));
  }

  /** Looks through everything: by numbers, names and houses in the whole city, by nearly equal names in each kelurahan. */
  async kerjakan(): Promise<void> {
    for (const kunci of KUNCI) await this.simpan(await this.sekunci(kunci));
    const kelurahan = await this.db.query<{ id: number }[]>('SELECT id FROM kelurahan ORDER BY id');
    for (const id of [null, ...kelurahan.map((k) => k.id)]) {
      const nama = await this.db.query<NamaBernomor[]>(
        `SELECT id, nama_normal AS nama FROM ormas FORCE INDEX (ix_ormas_nama_normal) WHERE kelurahan_id <=> ?`,
        [id],
      );
      await this.simpan(pasanganSenada(nama).slice(0, KELOMPOK_MAKS));
    }
    await this.bersihkan();
  }

  /**
   * Groups of more than six are left out, so that their ids are never cut short. Counted are those that stand in the
   * register today: twins that were merged long ago must not hide a new one.
   */
  private async sekunci({ kolom, ungkapan }: { kolom: string; ungkapan: string }): Promise<[number, number][]> {
    const baris = await this.db.query<{ id: string }[]>(
      `SELECT GROUP_CONCAT(id) AS id FROM ormas WHERE ${kolom} IS NOT NULL AND ${kolom} <> ''
         AND id NOT IN (SELECT o.id FROM ormas o WHERE NOT (${MASIH_ADA}))
       GROUP BY ${ungkapan} HAVING COUNT(*) BETWEEN 2 AND 6
       ORDER BY MAX(id) DESC LIMIT ${KELOMPOK_MAKS}`,
    );
    return pasanganSekelompok(baris.map((b) => b.id.split(',').map(Number)));
  }

  /** Keeps those pairs for which something speaks; both stand in the register today. */
  private async simpan(pasangan: readonly [number, number][]): Promise<void> {
    for (let i = 0; i < pasangan.length; i += SEKALI) {
      const sebagian = pasangan.slice(i, i + SEKALI);
      await this.transaksi.jalankan(async (em) => {
        const nilai = await this.nilai(em, sebagian);
        const kini = this.clock.sekarang();
        for (const p of nilai) {
          if (p.sebab.length === 0) continue;
          await em.query(
            `INSERT INTO pasangan_kembar (ormas_a, ormas_b, sebab, kekuatan, status, ditemukan_pada, terlihat_pada)
             VALUES (?, ?, ?, ?, 'dugaan', ?, ?)
             ON DUPLICATE KEY UPDATE sebab = VALUES(sebab), kekuatan = VALUES(kekuatan), terlihat_pada = VALUES(terlihat_pada)`,
            [p.a, p.b, `,${p.sebab.join(',')},`, p.kekuatan, kini, kini],
          );
        }
      });
    }
  }

  /** Takes away suspicions for which nothing speaks any more: renamed, dissolved. Merged ones wait for an undoing. */
  private async bersihkan(): Promise<void> {
    for (let sesudah = 0; ;) {
      const baris = await this.db.query<{ id: number; a: number; b: number }[]>(
        `SELECT id, ormas_a AS a, ormas_b AS b FROM pasangan_kembar WHERE status = 'dugaan' AND id > ? ORDER BY id LIMIT ${SEKALI}`,
        [sesudah],
      );
      const akhir = baris.at(-1);
      if (!akhir) return;
      await this.transaksi.jalankan(async (em) => {
        const nilai = await this.nilai(
          em,
          baris.map(({ a, b }): [number, number] => [a, b]),
        );
        const hapus = baris.flatMap(({ id }, i) => {
          const n = nilai[i];
          return n && n.sebab.length === 0 && !n.digabung ? [id] : [];
        });
        if (hapus.length > 0)
          await em.query("DELETE FROM pasangan_kembar WHERE status = 'dugaan' AND id IN (?)", [hapus]);
      });
      sesudah = akhir.id;
    }
  }

  private async nilai(em: EntityManager, pasangan: readonly [number, number][]) {
    const ormas = new Map((await bacaBerciri(em, [...new Set(pasangan.flat())])).map((o) => [o.id, o]));
    const ciri = new Map([...ormas].map(([id, o]) => [id, ciriOrmas(o)]));
    const hidup = (o: OrmasBerciri | undefined): boolean => o !== undefined && masihAda(o.status);
    return pasangan.map(([a, b]) => {
      const [x, y] = [ciri.get(a), ciri.get(b)];
      const sebab = x && y && hidup(ormas.get(a)) && hidup(ormas.get(b)) ? sebabKembar(x, y) : [];
      const digabung = [a, b].some((id) => (ormas.get(id)?.digabungKe ?? null) !== null);
      return { a, b, sebab, digabung, kekuatan: kekuatanKembar(sebab, x?.kelurahanId === y?.kelurahanId) };
    });
  }
}
