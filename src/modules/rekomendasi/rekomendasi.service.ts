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
import { Rekomendasi } from './rekomendasi.entity.js';
import { bolehKelolaRekomendasi, bolehLihatRekomendasi } from './rekomendasi.policy.js';

/** Something an ormas is asked to do by a day ('YYYY-MM-DD'); `sumber` says where it came from. */
export interface RekomendasiBaru {
  isi: string;
  sumber: string;
  jatuhTempo: string;
}

/** A recommendation as it is read; `selesaiPada` is the day it was done, null: open. */
export interface BarisRekomendasi extends RekomendasiBaru {
  id: number;
  dibuatPada: Date;
  selesaiPada: string | null;
}

/** A recommendation as it is taken over in bulk. */
export interface RekomendasiMuatan extends RekomendasiBaru {
  ormasId: number;
  dibuatPada: Date;
  selesaiPada: string | null;
}

/** Recommendations to an ormas: given, done, counted by the instrument (REL3). */
@Injectable()
export class RekomendasiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly ormas: OrmasService,
  ) {}

  /**
   * Gives an ormas something to do; returns its id.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `isian-tidak-sah`
   */
  async beri(aktor: Aktor, ormasId: number, baru: RekomendasiBaru): Promise<number> {
    if (!bolehKelolaRekomendasi(aktor)) throw new DomainError('tidak-berwenang');
    await this.ormas.pastikanTerlihat(aktor, ormasId);
    const kini = this.clock.sekarang();
    if (!baru.isi.trim()) throw salah('isi', 'Tulis apa yang perlu dilakukan.');
    if (!tanggalSah(baru.jatuhTempo) || baru.jatuhTempo < tanggalWib(kini)) {
      throw salah('jatuhTempo', 'Batas waktu harus hari ini atau sesudahnya.');
    }
    return this.transaksi.jalankan(async (em) => {
      const { identifiers } = await em.insert(Rekomendasi, { ...baru, ormasId, dibuatPada: kini, selesaiPada: null });
      const id = (identifiers[0] as { id: number }).id;
      await this.audit.catat(em, aktor, {
        aksi: 'rekomendasi.beri',
        objek: 'rekomendasi',
        objekId: id,
        ormasId,
        ringkasan: `Rekomendasi diberikan: ${baru.isi}`,
        rincian: baru,
      });
      return id;
    });
  }

  /**
   * Says on which day a recommendation was done, or (null) that it is open after all.
   * @param dari what the person saw: the day it was done, or null for open
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `isian-tidak-sah` for a day that has not come,
   * `versi-berbeda` when somebody has marked it since, with both values
   */
  async tandai(aktor: Aktor, id: number, dari: string | null, selesaiPada: string | null): Promise<void> {
    if (!bolehKelolaRekomendasi(aktor)) throw new DomainError('tidak-berwenang');
    if (selesaiPada !== null && (!tanggalSah(selesaiPada) || selesaiPada > tanggalWib(this.clock.sekarang()))) {
      throw salah('selesaiPada', 'Tanggal selesai harus hari ini atau sebelumnya.');
    }
    await this.transaksi.jalankan(async (em) => {
      const r = await em.findOne(Rekomendasi, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!r) throw new DomainError('tidak-ditemukan');
      if (r.selesaiPada !== dari)
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, 'rekomendasi', id)),
          milikAnda: { 'Selesai pada': sebut(selesaiPada) },
          tersimpan: { 'Selesai pada': sebut(r.selesaiPada) },
        });
      await em.update(Rekomendasi, { id }, { selesaiPada });
      await this.audit.catat(em, aktor, {
        aksi: selesaiPada ? 'rekomendasi.selesai' : 'rekomendasi.buka-kembali',
        objek: 'rekomendasi',
        objekId: id,
        ormasId: r.ormasId,
        ringkasan: `Rekomendasi ${selesaiPada ? 'selesai' : 'dibuka kembali'}: ${r.isi}`,
        rincian: { sebelum: r.selesaiPada, sesudah: selesaiPada },
      });
    });
  }

  /** The recommendations to an ormas, the next due first. @throws DomainError `tidak-ditemukan` */
  async daftar(aktor: Aktor, ormasId: number): Promise<BarisRekomendasi[]> {
    const ormas = await this.ormas.pastikanTerlihat(aktor, ormasId);
    if (!bolehLihatRekomendasi(aktor, ormas)) throw new DomainError('tidak-ditemukan');
    return this.db.query(
      `SELECT id, isi, sumber, dibuat_pada AS dibuatPada, jatuh_tempo AS jatuhTempo, selesai_pada AS selesaiPada
       FROM rekomendasi WHERE ormas_id = ? ORDER BY selesai_pada IS NOT NULL, jatuh_tempo, id LIMIT 200`,
      [ormasId],
    );
  }

  /** The bulk entrance for the demonstration and measurements: facts, no acts; only the portal itself. One audit row for all. */
  async muatBanyak(em: EntityManager, aktor: Aktor, daftar: readonly RekomendasiMuatan[]): Promise<void> {
    if (aktor.peran !== 'sistem') throw new DomainError('tidak-berwenang');
    if (daftar.length === 0) return;
    await sisipBanyak(
      em,
      'rekomendasi',
      ['ormas_id', 'isi', 'sumber', 'dibuat_pada', 'jatuh_tempo', 'selesai_pada'],
      daftar.map((r) => [r.ormasId, r.isi, r.sumber, r.dibuatPada, r.jatuhTempo, r.selesaiPada]),
    );
    await this.audit.catat(em, aktor, {
      aksi: 'rekomendasi.muat',
      objek: 'rekomendasi',
      objekId: 'banyak',
      ringkasan: `${daftar.length} rekomendasi dimuat sekaligus.`,
    });
  }
}

const sebut = (tanggal: string | null): string => tanggal ?? 'belum selesai';

const salah = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang, pesan }] });
