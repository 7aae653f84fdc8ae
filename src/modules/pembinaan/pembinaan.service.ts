import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalSah, tanggalWib } from '../../common/tanggal.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { OrmasService } from '../ormas/ormas.service.js';
import { Pembinaan } from './pembinaan.entity.js';
import { bolehKelolaPembinaan, bolehLihatPembinaan } from './pembinaan.policy.js';

export type JenisPembinaan = Pembinaan['jenis'];

/** What each kind is called on every page. */
export const SEBUTAN_PEMBINAAN: Readonly<Record<JenisPembinaan, string>> = {
  pembinaan: 'Pembinaan',
  peringatan: 'Peringatan tertulis',
  penghentian: 'Penghentian kegiatan',
  pencabutan: 'Pencabutan',
};

/** Guidance or a sanction as a fact. Days 'YYYY-MM-DD'; `sampai` null: no end known. */
export interface PembinaanBaru {
  jenis: JenisPembinaan;
  tanggal: string;
  sampai: string | null;
  /** Number and date of the letter or decision it rests on. */
  dasar: string;
  keterangan: string;
}

export interface BarisPembinaan extends PembinaanBaru {
  id: number;
}

/** The log of guidance and sanctions: recorded with date and basis, never decided here (UU 16/2017). */
@Injectable()
export class PembinaanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly ormas: OrmasService,
  ) {}

  /**
   * Records what happened; returns its id.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `isian-tidak-sah`
   */
  async catat(aktor: Aktor, ormasId: number, baru: PembinaanBaru): Promise<number> {
    if (!bolehKelolaPembinaan(aktor)) throw new DomainError('tidak-berwenang');
    await this.ormas.pastikanTerlihat(aktor, ormasId);
    if (!tanggalSah(baru.tanggal) || baru.tanggal > tanggalWib(this.clock.sekarang())) {
      throw salah('tanggal', 'Tanggal harus hari ini atau sebelumnya.');
    }
    if (baru.sampai !== null && (!tanggalSah(baru.sampai) || baru.sampai < baru.tanggal)) {
      throw salah('sampai', 'Tanggal berakhir tidak boleh sebelum tanggal mulai.');
    }
    if (!baru.dasar.trim()) throw salah('dasar', 'Tulis dasarnya, misalnya nomor dan tanggal surat.');
    return this.transaksi.jalankan(async (em) => {
      const { identifiers } = await em.insert(Pembinaan, { ...baru, ormasId });
      const id = (identifiers[0] as { id: number }).id;
      await this.audit.catat(em, aktor, {
        aksi: 'pembinaan.catat',
        objek: 'pembinaan',
        objekId: id,
        ormasId,
        ringkasan: `${SEBUTAN_PEMBINAAN[baru.jenis]} dicatat: ${baru.dasar}`,
        rincian: baru,
      });
      return id;
    });
  }

  /**
   * Corrects the end of a recorded fact: a sanction lifted early, or (null) with no end known.
   * @param ubah `dari` is the end that the person saw, `sampai` the new one; days 'YYYY-MM-DD' or null
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `isian-tidak-sah`, `versi-berbeda` when somebody has
   * changed the end since, with both values
   */
  async akhiri(
    aktor: Aktor,
    id: number,
    { dari, sampai }: { dari: string | null; sampai: string | null },
    alasan: string,
  ): Promise<void> {
    if (!bolehKelolaPembinaan(aktor)) throw new DomainError('tidak-berwenang');
    if (!alasan.trim()) throw salah('alasan', 'Tulis alasan perubahan ini.');
    await this.transaksi.jalankan(async (em) => {
      const p = await em.findOne(Pembinaan, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!p) throw new DomainError('tidak-ditemukan');
      if (sampai !== null && (!tanggalSah(sampai) || sampai < p.tanggal)) {
        throw salah('sampai', 'Tanggal berakhir tidak boleh sebelum tanggal mulai.');
      }
      if (p.sampai !== dari)
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, 'pembinaan', id)),
          milikAnda: { 'Berlaku sampai': sebut(sampai) },
          tersimpan: { 'Berlaku sampai': sebut(p.sampai) },
        });
      await em.update(Pembinaan, { id }, { sampai });
      await this.audit.catat(em, aktor, {
        aksi: 'pembinaan.akhiri',
        objek: 'pembinaan',
        objekId: id,
        ormasId: p.ormasId,
        ringkasan: `${SEBUTAN_PEMBINAAN[p.jenis]}: masa berlaku diubah`,
        rincian: { sebelum: p.sampai, sesudah: sampai, catatan: alasan.trim() },
      });
    });
  }

  /** The log of an ormas, newest first. @throws DomainError `tidak-ditemukan` */
  async daftar(aktor: Aktor, ormasId: number): Promise<BarisPembinaan[]> {
    const ormas = await this.ormas.pastikanTerlihat(aktor, ormasId);
    if (!bolehLihatPembinaan(aktor, ormas)) throw new DomainError('tidak-ditemukan');
    return this.db.query(
      `SELECT id, jenis, tanggal, sampai, dasar, keterangan FROM pembinaan
       WHERE ormas_id = ? ORDER BY tanggal DESC, id DESC LIMIT 200`,
      [ormasId],
    );
  }

  /** The bulk entrance for the demonstration and measurements: facts, no acts; only the portal itself. One audit row for all. */
  async muatBanyak(
    em: EntityManager,
    aktor: Aktor,
    daftar: readonly (PembinaanBaru & { ormasId: number })[],
  ): Promise<void> {
    if (aktor.peran !== 'sistem') throw new DomainError('tidak-berwenang');
    if (daftar.length === 0) return;
    await sisipBanyak(
      em,
      'pembinaan',
      ['ormas_id', 'jenis', 'tanggal', 'sampai', 'dasar', 'keterangan'],
      daftar.map((p) => [p.ormasId, p.jenis, p.tanggal, p.sampai, p.dasar, p.keterangan]),
    );
    await this.audit.catat(em, aktor, {
      aksi: 'pembinaan.muat',
      objek: 'pembinaan',
      objekId: 'banyak',
      ringkasan: `${daftar.length} catatan pembinaan dan sanksi dimuat sekaligus.`,
    });
  }
}

const sebut = (tanggal: string | null): string => tanggal ?? 'tanpa batas yang diketahui';

const salah = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang, pesan }] });
