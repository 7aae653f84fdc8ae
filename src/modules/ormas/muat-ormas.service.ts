import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { type JenisDokumen } from './ormas.types.js';

/** A document as an office's archive has it. Days are 'YYYY-MM-DD'; no end means no end. */
export interface DokumenMuatan {
  ormasId: number;
  jenis: JenisDokumen;
  nomor: string | null;
  tanggal: string | null;
  berlakuSampai: string | null;
  status: 'belum-diperiksa' | 'sah' | 'tidak-sah';
}

/**
 * The bulk entrance for what stands around a register: documents and confirmations taken over from an archive, for the
 * demonstration city and for measurements. Only the portal itself may use it.
 */
@Injectable()
export class MuatOrmasService {
  constructor(private readonly audit: AuditService) {}

  /** Takes documents over. @throws DomainError `tidak-berwenang` */
  async muatDokumen(em: EntityManager, aktor: Aktor, daftar: readonly DokumenMuatan[]): Promise<void> {
    if (aktor.peran !== 'sistem') throw new DomainError('tidak-berwenang');
    const kolom = ['ormas_id', 'jenis', 'nomor', 'tanggal', 'berlaku_sampai', 'status'];
    await sisipBanyak(
      em,
      'ormas_dokumen',
      kolom,
      daftar.map((d) => [d.ormasId, d.jenis, d.nomor, d.tanggal, d.berlakuSampai, d.status]),
    );
    await this.catat(em, aktor, `${daftar.length} dokumen ormas dimuat sekaligus`);
  }

  /** Takes over on which days ormas confirmed their profile. @throws DomainError `tidak-berwenang` */
  async muatKonfirmasi(
    em: EntityManager,
    aktor: Aktor,
    daftar: readonly { ormasId: number; tanggal: string }[],
  ): Promise<void> {
    if (aktor.peran !== 'sistem') throw new DomainError('tidak-berwenang');
    await sisipBanyak(
      em,
      'ormas_konfirmasi',
      ['ormas_id', 'tanggal'],
      daftar.map((d) => [d.ormasId, d.tanggal]),
    );
    await this.catat(em, aktor, `${daftar.length} konfirmasi profil dimuat sekaligus`);
  }

  private async catat(em: EntityManager, aktor: Aktor, ringkasan: string): Promise<void> {
    await this.audit.catat(em, aktor, { aksi: 'ormas.muat', objek: 'register', objekId: 'banyak', ringkasan });
  }
}
