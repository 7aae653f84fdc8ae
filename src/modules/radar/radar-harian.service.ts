import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { angka } from '../../common/format.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { NotifikasiService } from '../notifikasi/notifikasi.service.js';
import { type TitipanNotifikasi } from '../notifikasi/notifikasi.types.js';
import { kabarBenda } from './radar.kata.js';
import { BENDA_BERAKHIR, nilaiBenda } from './radar.kueri.js';
import { type BarisRadar } from './radar.types.js';

/** Notices per transaction. */
const SEKALI = 250;
/** After a longer standstill ends that lie further back are not announced one by one; the radar shows them. */
const SUSULAN_MAKS_HARI = 30;

/**
 * The work of a day: whoever has something that ends in 90, 60 or 30 days, or today, is told once per thing and
 * threshold. What was missed while the portal stood still is made up for: of several thresholds the nearest alone.
 */
@Injectable()
export class RadarHarianService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly notifikasi: NotifikasiService,
    private readonly clock: Clock,
  ) {}

  /** Finds and announces what is due today in Jakarta; may be repeated, and goes on where it was interrupted. */
  async kerjakan(): Promise<void> {
    const hari = tanggalWib(this.clock.sekarang());
    await this.transaksi.jalankan((em) => this.temukan(em, hari));
    while ((await this.transaksi.jalankan((em) => this.beritahu(em, hari))) === SEKALI);
    await this.transaksi.jalankan((em) => this.ringkas(em, hari));
  }

  private async temukan(em: EntityManager, hari: string): Promise<void> {
    const [lalu] = await em.query<{ hari: string | null }[]>(
      'SELECT MAX(hari) AS hari FROM radar_hari WHERE hari < ?',
      [hari],
    );
    const terjauh = tambahHari(hari, -SUSULAN_MAKS_HARI);
    const sejak = lalu?.hari && lalu.hari > terjauh ? lalu.hari : lalu?.hari ? terjauh : tambahHari(hari, -1);
    await em.query(
      `INSERT INTO radar_peringatan (benda, benda_id, ormas_id, opd_id, rinci, nomor, berlaku_sampai, ambang, hari)
       SELECT b.benda, b.benda_id, o.id, o.opd_id, b.rinci, b.nomor, b.berlaku_sampai,
         CASE WHEN b.berlaku_sampai <= ? THEN 0 WHEN b.berlaku_sampai <= ? THEN 30 WHEN b.berlaku_sampai <= ? THEN 60 ELSE 90 END, ?
       FROM ${BENDA_BERAKHIR} WHERE b.berlaku_sampai > ?
       ON DUPLICATE KEY UPDATE ambang = VALUES(ambang)`,
      [hari, tambahHari(hari, 30), tambahHari(hari, 60), hari, ...nilaiBenda(tambahHari(hari, 90)), sejak],
    );
    await em.query('INSERT INTO radar_hari (hari) VALUES (?) ON DUPLICATE KEY UPDATE hari = VALUES(hari)', [hari]);
  }

  private async beritahu(em: EntityManager, hari: string): Promise<number> {
    const baris = await em.query<(BarisRadar & { id: number })[]>(
      `SELECT p.id, p.benda, p.rinci, p.nomor, p.berlaku_sampai AS berlakuSampai, p.ormas_id AS ormasId, o.nama AS ormas
       FROM radar_peringatan p JOIN ormas o ON o.id = p.ormas_id
       WHERE p.diberitahukan = 0 ORDER BY p.id LIMIT ${SEKALI} FOR UPDATE`,
    );
    if (baris.length === 0) return 0;
    await this.notifikasi.titip(
      em,
      ...baris.map((b): TitipanNotifikasi => ({
        ...{ jenis: 'masa-berlaku', ormasId: b.ormasId, tautan: `/ormas/${b.ormasId}`, kunci: `radar/${b.id}` },
        ...kabarBenda(b, hari),
      })),
    );
    await em.query('UPDATE radar_peringatan SET diberitahukan = 1 WHERE id IN (?)', [baris.map((b) => b.id)]);
    return baris.length;
  }

  /** One notice a day for the officers, and one for each OPD, of what was found today. */
  private async ringkas(em: EntityManager, hari: string): Promise<void> {
    const baris = await em.query<{ opdId: number | null; n: string; ini: string }[]>(
      `SELECT opd_id AS opdId, COUNT(*) AS n, SUM(ambang = 0) AS ini FROM radar_peringatan WHERE hari = ? GROUP BY opd_id`,
      [hari],
    );
    if (baris.length === 0) return;
    const kabar = (n: number, ini: number, di: string) => ({
      jenis: 'masa-berlaku' as const,
      judul: `${angka(n)} masa berlaku ormas ${di} perlu diperhatikan`,
      isi: `${angka(n)} dokumen, surat, atau masa bakti ${di} berakhir dalam 90 hari atau kurang dan baru mencapai batas peringatan${
        ini > 0 ? `; ${angka(ini)} di antaranya berakhir sekarang` : ''
      }.\nOrmasnya sudah diberi tahu lewat portal.`,
      tautan: '/radar',
    });
    const jumlah = (k: 'n' | 'ini'): number => baris.reduce((t, b) => t + Number(b[k]), 0);
    await this.notifikasi.titip(
      em,
      { peran: 'petugas', kunci: `radar/${hari}/petugas`, ...kabar(jumlah('n'), jumlah('ini'), 'di kota') },
      ...baris.flatMap((b): TitipanNotifikasi[] =>
        b.opdId === null
          ? []
          : [
              {
                ...{ opdId: b.opdId, kunci: `radar/${hari}/opd/${b.opdId}` },
                ...kabar(Number(b.n), Number(b.ini), 'di klaster Anda'),
              },
            ],
      ),
    );
  }
}
