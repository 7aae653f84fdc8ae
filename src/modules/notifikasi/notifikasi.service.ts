import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { type Config } from '../../infra/config/config.js';
import { CONFIG } from '../../infra/config/config.module.js';
import { NotifikasiQueue } from './notifikasi.queue.js';
import { type TitipanNotifikasi } from './notifikasi.types.js';

/** Notices per statement. */
const SEKALI = 500;

/** Which accounts a notice reaches, by the kind of addressee it names. */
const PEMBACA: Readonly<Record<'akun_id' | 'peran' | 'opd_id' | 'ormas_id', string>> = {
  akun_id: 'a.id = n.akun_id',
  peran: 'a.peran = n.peran',
  opd_id: "a.opd_id = n.opd_id AND a.peran = 'opd'",
  ormas_id: "a.ormas_id = n.ormas_id AND a.peran = 'sekretaris'",
};

/** Leaves notices, within the transaction of what they tell of. */
@Injectable()
export class NotifikasiService {
  constructor(
    private readonly antrean: NotifikasiQueue,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Leaves notices for their readers (the active accounts of today) and, where there is a mail server and the reader wants
   * it, a letter in the outbox. A key that is known is left as it is. Must be called with the manager of a running
   * `Transaksi`; any number of notices costs a few statements.
   */
  async titip(em: EntityManager, ...titipan: TitipanNotifikasi[]): Promise<void> {
    for (let i = 0; i < titipan.length; i += SEKALI) await this.titipSebagian(em, titipan.slice(i, i + SEKALI));
  }

  /**
   * What the notices of one page asked of an addressee was done: nobody is asked any more, neither in the portal nor by a
   * letter that has not left. Must be called with the manager of a running `Transaksi`.
   */
  async tuntaskan(em: EntityManager, tujuan: { akunId: number } | { ormasId: number }, tautan: string): Promise<void> {
    const [kolom, id] =
      'akunId' in tujuan ? (['akun_id', tujuan.akunId] as const) : (['ormas_id', tujuan.ormasId] as const);
    await em.query(
      `UPDATE notifikasi_penerima p JOIN notifikasi n ON n.id = p.notifikasi_id
       SET p.dibaca_pada = ?, p.surel = IF(p.surel = 'menunggu', 'tidak', p.surel)
       WHERE n.${kolom} = ? AND n.tautan = ? AND p.dibaca_pada IS NULL`,
      [this.clock.sekarang(), id, tautan],
    );
  }

  private async titipSebagian(em: EntityManager, titipan: readonly TitipanNotifikasi[]): Promise<void> {
    const kini = this.clock.sekarang();
    await em.query(
      `INSERT INTO notifikasi (kunci, jenis, judul, isi, tautan, akun_id, peran, opd_id, ormas_id, dibuat_pada)
       VALUES ${titipan.map(() => '(?,?,?,?,?,?,?,?,?,?)').join(',')} ON DUPLICATE KEY UPDATE kunci = VALUES(kunci)`,
      titipan.flatMap((t) => [
        ...[t.kunci, t.jenis, t.judul.slice(0, 200), t.isi.slice(0, 2000), t.tautan],
        ...['akunId' in t ? t.akunId : null, 'peran' in t ? t.peran : null],
        ...['opdId' in t ? t.opdId : null, 'ormasId' in t ? t.ormasId : null, kini],
      ]),
    );
    // What another transaction left under the same key has been handed round by it: only the new ones are.
    const baru = (
      await em.query<{ id: number }[]>('SELECT id FROM notifikasi WHERE kunci IN (?) AND diedarkan = 0', [
        titipan.map((t) => t.kunci),
      ])
    ).map((n) => n.id);
    if (baru.length === 0) return;
    const surel = this.config.surel === null ? "'tidak'" : "CASE WHEN p.surel = 0 THEN 'tidak' ELSE 'menunggu' END";
    for (const [kolom, syarat] of Object.entries(PEMBACA)) {
      await em.query(
        `INSERT INTO notifikasi_penerima (notifikasi_id, akun_id, surel)
         SELECT n.id, a.id, ${surel} FROM notifikasi n JOIN akun a ON ${syarat} AND a.aktif = 1
           LEFT JOIN notifikasi_pilihan p ON p.akun_id = a.id
         WHERE n.id IN (?) AND n.${kolom} IS NOT NULL`,
        [baru],
      );
    }
    await em.query('UPDATE notifikasi SET diedarkan = 1 WHERE id IN (?)', [baru]);
    if (this.config.surel === null) return;
    const kirim = await em.query<{ id: number }[]>(
      "SELECT id FROM notifikasi_penerima WHERE notifikasi_id IN (?) AND surel = 'menunggu'",
      [baru],
    );
    await this.antrean.titipSurel(
      em,
      kirim.map((k) => k.id),
    );
  }
}
