import { Injectable, Logger } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { sha256 } from '../../../common/sidik.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { GalatSurel, PengirimSurel, type SifatGagal, type Surel } from '../../../infra/mail/pengirim-surel.js';
import { LingkunganSurel } from '../lingkungan-surel.js';
import { NotifikasiQueue } from '../notifikasi.queue.js';
import { type KeadaanSurel } from '../notifikasi.types.js';
import { susunSurel } from '../surel.js';

/** Minutes after each refusal until the next try; after the last the notice stays in the portal alone. */
export const JEDA_SUREL_MENIT = [1, 5, 30, 120, 360, 1440] as const;

interface Baris {
  kunci: string;
  judul: string;
  isi: string;
  tautan: string | null;
  akunId: number;
  nama: string;
  surel: string;
  aktif: number;
  mau: number | null;
  keadaan: KeadaanSurel;
  percobaan: number;
}

/**
 * Sends the letters of notices, for the worker. SMTP cannot be part of a transaction: the row says `mengirim` before the
 * letter is handed over, and what is found so after a crash may have gone out and is not sent again. So a reader gets a
 * letter at most once; whoever gets none still has the notice in the portal.
 */
@Injectable()
export class SurelService {
  private readonly log = new Logger('Surel');

  constructor(
    private readonly transaksi: Transaksi,
    private readonly pengirim: PengirimSurel,
    private readonly antrean: NotifikasiQueue,
    private readonly lingkungan: LingkunganSurel,
    private readonly clock: Clock,
  ) {}

  /** Sends the letter to one reader of one notice, unless it went out before or is not wanted any more. */
  async kirim(penerimaId: number): Promise<void> {
    const surat = await this.transaksi.jalankan((em) => this.ambil(em, penerimaId));
    if (!surat) return;
    try {
      await this.pengirim.kirim(surat.surel);
    } catch (galat) {
      if (!(galat instanceof GalatSurel)) throw galat;
      this.log.warn({ pesan: 'Surel tidak terkirim', penerima: penerimaId, sifat: galat.sifat, galat: galat.code });
      return this.transaksi.jalankan((em) => this.catatGagal(em, penerimaId, surat.percobaan, galat.sifat));
    }
    await this.transaksi.jalankan((em) => this.tandai(em, penerimaId, 'terkirim'));
  }

  /** The letter, its row marked as being sent; null when there is nothing (any more) to send. */
  private async ambil(em: EntityManager, id: number): Promise<{ surel: Surel; percobaan: number } | null> {
    const [b] = await em.query<Baris[]>(
      `SELECT n.kunci, n.judul, n.isi, n.tautan, a.id AS akunId, a.nama, a.surel, a.aktif, s.surel AS mau,
         p.surel AS keadaan, p.surel_percobaan AS percobaan
       FROM notifikasi_penerima p JOIN notifikasi n ON n.id = p.notifikasi_id JOIN akun a ON a.id = p.akun_id
         LEFT JOIN notifikasi_pilihan s ON s.akun_id = a.id
       WHERE p.id = ? FOR UPDATE`,
      [id],
    );
    if (!b || (b.keadaan !== 'menunggu' && b.keadaan !== 'mengirim')) return null;
    if (b.keadaan === 'mengirim') {
      // A worker died between handing the letter over and writing that down.
      await this.tandai(em, id, 'tidak-pasti');
      return null;
    }
    if (b.aktif !== 1 || b.mau === 0 || !this.pengirim.tersedia) {
      await this.tandai(em, id, 'tidak');
      return null;
    }
    await this.tandai(em, id, 'mengirim');
    const isi = susunSurel({ ...b, ...(await this.lingkungan.kantor()) }, this.lingkungan.portalUrl);
    return {
      surel: { kepada: b.surel, ...isi, idPesan: sha256(`${b.kunci}|${b.akunId}`).slice(0, 40) },
      percobaan: b.percobaan,
    };
  }

  private async catatGagal(em: EntityManager, id: number, percobaan: number, sifat: SifatGagal): Promise<void> {
    const jeda = JEDA_SUREL_MENIT[percobaan];
    if (sifat !== 'sementara' || jeda === undefined)
      return this.tandai(em, id, sifat === 'tidak-pasti' ? 'tidak-pasti' : 'gagal');
    await em.query("UPDATE notifikasi_penerima SET surel = 'menunggu', surel_percobaan = ? WHERE id = ?", [
      percobaan + 1,
      id,
    ]);
    await this.antrean.titipSurel(em, [id], percobaan + 1, jeda * 60_000);
  }

  private async tandai(em: EntityManager, id: number, keadaan: KeadaanSurel): Promise<void> {
    await em.query('UPDATE notifikasi_penerima SET surel = ?, surel_pada = ? WHERE id = ?', [
      keadaan,
      this.clock.sekarang(),
      id,
    ]);
  }
}
