import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { type IsianPembinaan } from './pembinaan.types.js';

/** Loads the log of many ormas at once: for the demonstration and for measurements. */
@Injectable()
export class MuatPembinaanService {
  constructor(private readonly audit: AuditService) {}

  /** Facts, no acts: nobody is told. Only the portal itself; one audit row for all. @throws DomainError `tidak-berwenang` */
  async muatBanyak(
    em: EntityManager,
    aktor: Aktor,
    daftar: readonly (IsianPembinaan & { ormasId: number })[],
  ): Promise<void> {
    if (aktor.peran !== 'sistem') throw new DomainError('tidak-berwenang');
    if (daftar.length === 0) return;
    await sisipBanyak(
      em,
      'pembinaan',
      ['ormas_id', 'jenis', 'tanggal', 'sampai', 'nomor', 'tanggal_surat', 'dasar', 'keterangan'],
      daftar.map((p) => [p.ormasId, p.jenis, p.tanggal, p.sampai, p.nomor, p.tanggalSurat, p.dasar, p.keterangan]),
    );
    await this.audit.catat(em, aktor, {
      ...{ aksi: 'pembinaan.muat', objek: 'pembinaan', objekId: 'banyak' },
      ringkasan: `${daftar.length} catatan pembinaan dan sanksi dimuat sekaligus.`,
    });
  }
}
