import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { BerkasImpor } from './impor-berkas.js';
import { bolehBatalkanImpor, bolehImpor, bolehLihatImpor, bolehUbahImpor } from './impor.policy.js';
import { ImporQueue } from './impor.queue.js';
import { type StatusImpor } from './impor.types.js';

/** A preview nobody touched for a week is removed with its file. */
const UMUR_MS = 7 * 86_400_000;

/** What an act must know of a preview, its row locked until commit. */
export interface ImporTerkunci {
  id: number;
  berkas: string;
  sha256: string;
  status: StatusImpor;
  tataLetak: string | null;
  judul: string | null;
  ulangan: number;
  versi: number;
  dibuatOleh: number;
}

/** The way of a register file through the portal: sent, taken in as a whole, or cancelled without a trace of its lines. */
@Injectable()
export class ImporPratinjauService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly queue: ImporQueue,
    private readonly berkas: BerkasImpor,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file that was sent and leaves its checking to the worker. The same bytes sent again while their preview
   * waits lead to that preview.
   * @param jalur where the received file lies
   * @throws DomainError `tidak-berwenang`; `isian-tidak-sah` at the field `berkas` when it cannot be a register
   */
  async kirim(aktor: Aktor, kiriman: { nama: string; jalur: string }): Promise<{ id: number; baru: boolean }> {
    if (!bolehImpor(aktor) || aktor.id === null) throw new DomainError('tidak-berwenang');
    await this.berkas.periksaAwal(kiriman.jalur);
    return this.transaksi.jalankan(async (em) => {
      await this.berkas.kunci(em);
      const { sha256, ukuran } = await this.berkas.simpan(kiriman.jalur);
      const kini = this.clock.sekarang();
      const [ada] = await em.query<{ id: number }[]>(
        `SELECT id FROM impor WHERE sha256 = ? AND dibuat_oleh = ? AND kedaluwarsa_pada > ?
           AND status IN ('menunggu', 'memeriksa', 'siap', 'memasukkan') ORDER BY id DESC LIMIT 1`,
        [sha256, aktor.id, kini],
      );
      if (ada) return { id: ada.id, baru: false };
      const { insertId } = await em.query<{ insertId: number }>(
        `INSERT INTO impor (berkas, sha256, ukuran, status, dibuat_oleh, dibuat_pada, kedaluwarsa_pada)
         VALUES (?, ?, ?, 'menunggu', ?, ?, ?)`,
        [kiriman.nama, sha256, ukuran, aktor.id, kini, new Date(kini.getTime() + UMUR_MS)],
      );
      await this.queue.titipPeriksa(em, insertId);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'impor.kirim', objek: 'impor', objekId: insertId },
        ringkasan: `Berkas register ${kiriman.nama} dikirim untuk diperiksa`,
        rincian: { sha256, ukuran },
      });
      return { id: insertId, baru: true };
    });
  }

  /**
   * Has the lines that can be taken stored as a whole by the worker.
   * @param versi of the preview as it was shown: what was corrected since must be seen first
   * @throws DomainError `versi-berbeda`, `transisi-tidak-sah`, `tidak-ditemukan`
   */
  async masukkan(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const impor = await this.untukDiubah(em, aktor, id);
      if (impor.versi !== versi) throw new DomainError('versi-berbeda', VERSI_BERBEDA);
      const [{ n } = { n: '0' }] = await em.query<{ n: string }[]>(
        "SELECT COUNT(*) AS n FROM impor_baris WHERE impor_id = ? AND dilewati = 0 AND hasil = 'diterima'",
        [id],
      );
      if (Number(n) === 0) throw new DomainError('transisi-tidak-sah', 'Tidak ada baris yang dapat dimasukkan.');
      await em.query(
        `UPDATE impor SET status = 'memasukkan', diproses = 0, mulai_pada = ?, pesan = NULL, ulangan = ulangan + 1,
           versi = versi + 1 WHERE id = ?`,
        [this.clock.sekarang(), id],
      );
      await this.queue.titipMasukkan(em, id, impor.ulangan + 1);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'impor.masukkan', objek: 'impor', objekId: id },
        ringkasan: `${n} ormas dari ${impor.berkas} diminta dimasukkan ke register`,
      });
    });
  }

  /** Removes a preview, its lines and its file. @throws DomainError `tidak-ditemukan`, `transisi-tidak-sah` */
  async batalkan(aktor: Aktor, id: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const impor = await this.terkunci(em, id);
      if (!impor || !bolehLihatImpor(aktor, impor)) throw new DomainError('tidak-ditemukan');
      if (!bolehBatalkanImpor(aktor, impor)) {
        throw new DomainError(
          'transisi-tidak-sah',
          'Berkas ini sedang atau sudah dimasukkan, sehingga tidak dapat dibatalkan.',
        );
      }
      await this.berkas.hapusPratinjau(em, impor);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'impor.batalkan', objek: 'impor', objekId: id },
        ringkasan: `Pratinjau impor ${impor.berkas} dibatalkan; baris dan berkasnya dihapus`,
      });
    });
  }

  /** Removes what has expired, with its lines and files. @returns how many previews */
  async sapu(): Promise<number> {
    let terhapus = 0;
    for (;;) {
      const id = await this.transaksi.jalankan(async (em) => {
        const [lama] = await em.query<{ id: number; sha256: string; berkas: string }[]>(
          "SELECT id, sha256, berkas FROM impor WHERE kedaluwarsa_pada <= ? AND status <> 'memasukkan' LIMIT 1 FOR UPDATE",
          [this.clock.sekarang()],
        );
        if (!lama) return undefined;
        await this.berkas.hapusPratinjau(em, lama);
        await this.audit.catat(em, AKTOR_SISTEM, {
          ...{ aksi: 'impor.sapu', objek: 'impor', objekId: lama.id },
          ringkasan: `Pratinjau impor ${lama.berkas} kedaluwarsa; baris dan berkasnya dihapus`,
        });
        return lama.id;
      });
      if (id === undefined) return terhapus;
      terhapus++;
    }
  }

  /** The preview, locked, when the actor may change it now. @throws DomainError `tidak-ditemukan`, `transisi-tidak-sah` */
  async untukDiubah(em: EntityManager, aktor: Aktor, id: number): Promise<ImporTerkunci> {
    const impor = await this.terkunci(em, id);
    if (!impor || !bolehLihatImpor(aktor, impor)) throw new DomainError('tidak-ditemukan');
    if (!bolehUbahImpor(aktor, impor)) {
      throw new DomainError('transisi-tidak-sah', 'Pratinjau ini sedang diperiksa, atau sudah dimasukkan ke register.');
    }
    return impor;
  }

  /** Every touch keeps the preview for another week and makes pages that show it out of date. */
  async sentuh(em: EntityManager, id: number): Promise<void> {
    const sampai = new Date(this.clock.sekarang().getTime() + UMUR_MS);
    await em.query('UPDATE impor SET versi = versi + 1, pesan = NULL, kedaluwarsa_pada = ? WHERE id = ?', [sampai, id]);
  }

  private async terkunci(em: EntityManager, id: number): Promise<ImporTerkunci | undefined> {
    const [impor] = await em.query<ImporTerkunci[]>(
      `SELECT id, berkas, sha256, status, tata_letak AS tataLetak, judul, ulangan, versi, dibuat_oleh AS dibuatOleh
       FROM impor WHERE id = ? AND kedaluwarsa_pada > ? FOR UPDATE`,
      [id, this.clock.sekarang()],
    );
    return impor;
  }
}

const VERSI_BERBEDA =
  'Pratinjau ini berubah setelah halaman Anda dibuka. Belum ada yang dimasukkan; lihat pratinjau terbaru, lalu putuskan.';
