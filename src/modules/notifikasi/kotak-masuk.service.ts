import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { bolehLihatKabarOrmas } from './notifikasi.policy.js';
import { type NotifikasiMasuk, type NotifikasiOrmas } from './notifikasi.types.js';

const PER_HALAMAN = 20;
const KOLOM = 'n.id, n.jenis, n.judul, n.isi, n.tautan, n.dibuat_pada AS dibuatPada';

/** Notices as they are read. */
@Injectable()
export class KotakMasukService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** How many notices of an account are unread: one look into an index, for the head of every page. */
  async belumDibaca(akunId: number): Promise<number> {
    const [baris] = await this.db.query<{ n: number }[]>(
      'SELECT COUNT(*) AS n FROM notifikasi_penerima WHERE akun_id = ? AND dibaca_pada IS NULL',
      [akunId],
    );
    return Number(baris?.n ?? 0);
  }

  /** One page of the own notices, unread first, newest first within both. @param halaman from 1 */
  async daftar(aktor: Aktor, halaman: number): Promise<Halaman<NotifikasiMasuk>> {
    const [[hitung], isi] = await Promise.all([
      this.db.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM notifikasi_penerima WHERE akun_id = ?', [aktor.id]),
      this.db.query<NotifikasiMasuk[]>(
        `SELECT ${KOLOM}, p.dibaca_pada AS dibacaPada
         FROM notifikasi_penerima p JOIN notifikasi n ON n.id = p.notifikasi_id
         WHERE p.akun_id = ? ORDER BY p.dibaca_pada IS NULL DESC, n.id DESC LIMIT ? OFFSET ?`,
        [aktor.id, PER_HALAMAN, (halaman - 1) * PER_HALAMAN],
      ),
    ]);
    return { isi, halaman, perHalaman: PER_HALAMAN, jumlah: Number(hitung?.n ?? 0) };
  }

  /**
   * Marks one notice of the own account as read and says where it leads; reading it again changes nothing.
   * @throws DomainError `tidak-ditemukan` when it is not (also) for this account
   */
  async baca(aktor: Aktor, id: number): Promise<string | null> {
    return this.transaksi.jalankan(async (em) => {
      const [n] = await em.query<{ tautan: string | null }[]>(
        `SELECT n.tautan FROM notifikasi_penerima p JOIN notifikasi n ON n.id = p.notifikasi_id
         WHERE p.notifikasi_id = ? AND p.akun_id = ?`,
        [id, aktor.id],
      );
      if (!n) throw new DomainError('tidak-ditemukan');
      await em.query(
        `UPDATE notifikasi_penerima SET dibaca_pada = ?
         WHERE notifikasi_id = ? AND akun_id = ? AND dibaca_pada IS NULL`,
        [this.clock.sekarang(), id, aktor.id],
      );
      return n.tautan;
    });
  }

  /** Marks every notice of the own account up to the newest one shown as read. @param sampai id of a notice */
  async bacaSemua(aktor: Aktor, sampai: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      await em.query(
        'UPDATE notifikasi_penerima SET dibaca_pada = ? WHERE akun_id = ? AND dibaca_pada IS NULL AND notifikasi_id <= ?',
        [this.clock.sekarang(), aktor.id, sampai],
      );
    });
  }

  /** Whether the own account wants notices by mail. */
  async mauSurel(aktor: Aktor): Promise<boolean> {
    const [baris] = await this.db.query<{ surel: number }[]>('SELECT surel FROM notifikasi_pilihan WHERE akun_id = ?', [
      aktor.id,
    ]);
    return baris?.surel !== 0;
  }

  /** Sets whether the own account wants notices by mail; what waits to be sent heeds it, too. */
  async aturSurel(aktor: Aktor, mau: boolean): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      await em.query(
        'INSERT INTO notifikasi_pilihan (akun_id, surel) VALUES (?, ?) ON DUPLICATE KEY UPDATE surel = VALUES(surel)',
        [aktor.id, mau ? 1 : 0],
      );
      await this.audit.catat(em, aktor, {
        aksi: 'akun.pilihan-surel',
        objek: 'akun',
        objekId: aktor.id ?? 0,
        ringkasan: mau ? 'Pemberitahuan lewat surel dinyalakan' : 'Pemberitahuan lewat surel dimatikan',
      });
    });
  }

  /**
   * One page of what was told to ormas, newest first. @throws DomainError `tidak-berwenang`
   * @param tanpaAkun only those that reached nobody: somebody has to tell the ormas in person
   */
  async kabarOrmas(aktor: Aktor, tanpaAkun: boolean, halaman: number): Promise<Halaman<NotifikasiOrmas>> {
    if (!bolehLihatKabarOrmas(aktor)) throw new DomainError('tidak-berwenang');
    const dimana = `FROM notifikasi n WHERE n.ormas_id IS NOT NULL${
      tanpaAkun ? ' AND NOT EXISTS (SELECT 1 FROM notifikasi_penerima p WHERE p.notifikasi_id = n.id)' : ''
    }`;
    const [[hitung], isi] = await Promise.all([
      this.db.query<{ n: number }[]>(`SELECT COUNT(*) AS n ${dimana}`),
      this.db.query<(NotifikasiOrmas & Record<'penerima' | 'dibaca' | 'surelTerkirim' | 'surelGagal', string>)[]>(
        `SELECT ${KOLOM}, n.ormas_id AS ormasId,
           (SELECT COUNT(*) FROM notifikasi_penerima p WHERE p.notifikasi_id = n.id) AS penerima,
           (SELECT COUNT(p.dibaca_pada) FROM notifikasi_penerima p WHERE p.notifikasi_id = n.id) AS dibaca,
           (SELECT COUNT(*) FROM notifikasi_penerima p WHERE p.notifikasi_id = n.id AND p.surel = 'terkirim') AS surelTerkirim,
           (SELECT COUNT(*) FROM notifikasi_penerima p WHERE p.notifikasi_id = n.id AND p.surel IN ('gagal', 'tidak-pasti')) AS surelGagal
         ${dimana} ORDER BY n.id DESC LIMIT ? OFFSET ?`,
        [PER_HALAMAN, (halaman - 1) * PER_HALAMAN],
      ),
    ]);
    return {
      isi: isi.map((b) => ({
        ...b,
        penerima: Number(b.penerima),
        dibaca: Number(b.dibaca),
        surelTerkirim: Number(b.surelTerkirim),
        surelGagal: Number(b.surelGagal),
      })),
      halaman,
      perHalaman: PER_HALAMAN,
      jumlah: Number(hitung?.n ?? 0),
    };
  }
}
