import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';

/** Work that nobody has taken for this long means that no worker is there; a healthy one looks once a second. */
const DIAM_MS = 60_000;
const SEHARI_MS = 86_400_000;

/** The outbox in figures. Work is `menunggu` until a worker has taken it, `berjalan` after, `gagal` when given up. */
export interface RingkasKotak {
  menunggu: number;
  berjalan: number;
  gagal: number;
  /** Done within the last 24 hours. */
  selesai: number;
  /** Since when work waits that should have been taken long ago; null while the worker answers. */
  diamSejak: Date | null;
}

/** Work that was given up after its last attempt. `muatan` holds ids only. */
export interface PekerjaanGagal {
  id: number;
  antrean: string;
  pekerjaan: string;
  muatan: Record<string, number | string>;
  percobaan: number;
  galat: string | null;
  dibuatPada: Date;
  gagalPada: Date;
}

interface BarisGagal extends Omit<PekerjaanGagal, 'muatan'> {
  muatan: string;
}

const PILIH = `SELECT a.id, a.antrean, a.pekerjaan, a.muatan, a.percobaan, a.galat, a.dibuat_pada AS dibuatPada,
  a.gagal_pada AS gagalPada FROM kotak_keluar a`;
/** The same work left in the outbox again later takes the place of the failed one. */
const BELUM_DIULANG = `a.gagal_pada IS NOT NULL AND a.selesai_pada IS NULL AND NOT EXISTS (SELECT 1 FROM kotak_keluar b
  WHERE b.id > a.id AND b.antrean = a.antrean AND b.pekerjaan = a.pekerjaan AND b.muatan = a.muatan)`;

/** The outbox as its keeper sees it: how much waits, what failed and why, and trying it again. */
@Injectable()
export class KeadaanKotak {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Everything in figures: a few looks into the index of open work. */
  async ringkas(): Promise<RingkasKotak> {
    const kini = this.clock.sekarang();
    const batas = new Date(kini.getTime() - DIAM_MS);
    const [[terbuka], [gagal], [selesai]] = await Promise.all([
      this.db.query<{ menunggu: string | null; berjalan: string | null; diamSejak: Date | null }[]>(
        `SELECT SUM(dikirim_pada IS NULL) AS menunggu, SUM(dikirim_pada IS NOT NULL) AS berjalan,
           MIN(CASE WHEN tersedia_pada < ? AND (dikirim_pada IS NULL OR dikirim_pada < ?) THEN tersedia_pada END) AS diamSejak
         FROM kotak_keluar WHERE selesai_pada IS NULL AND gagal_pada IS NULL`,
        [batas, batas],
      ),
      this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM kotak_keluar a WHERE ${BELUM_DIULANG}`),
      this.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM kotak_keluar WHERE selesai_pada >= ?', [
        new Date(kini.getTime() - SEHARI_MS),
      ]),
    ]);
    return {
      menunggu: Number(terbuka?.menunggu ?? 0),
      berjalan: Number(terbuka?.berjalan ?? 0),
      gagal: Number(gagal?.n ?? 0),
      selesai: Number(selesai?.n ?? 0),
      diamSejak: terbuka?.diamSejak ?? null,
    };
  }

  /** What was given up and not taken up again since, newest first, at most `batas`. */
  async daftarGagal(batas = 50): Promise<PekerjaanGagal[]> {
    const baris = await this.db.query<BarisGagal[]>(
      `${PILIH} WHERE ${BELUM_DIULANG} ORDER BY a.gagal_pada DESC, a.id DESC LIMIT ?`,
      [batas],
    );
    return baris.map(urai);
  }

  /** Work that was given up, its row held until the transaction ends; null when there is none (any more). */
  async kunciGagal(em: EntityManager, id: number): Promise<PekerjaanGagal | null> {
    const [baris] = await em.query<BarisGagal[]>(
      `${PILIH} WHERE a.id = ? AND a.gagal_pada IS NOT NULL AND a.selesai_pada IS NULL FOR UPDATE`,
      [id],
    );
    return baris ? urai(baris) : null;
  }

  /** Puts given-up work back as if it were new, with all its attempts. The worker finds it within a second. */
  async pulihkan(em: EntityManager, id: number): Promise<void> {
    await em.query(
      'UPDATE kotak_keluar SET gagal_pada = NULL, percobaan = 0, dikirim_pada = NULL, tersedia_pada = ? WHERE id = ?',
      [this.clock.sekarang(), id],
    );
  }
}

const urai = (b: BarisGagal): PekerjaanGagal => ({
  ...b,
  muatan: JSON.parse(b.muatan) as Record<string, number | string>,
});
