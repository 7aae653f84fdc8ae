import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { type RekomendasiBaru } from './rekomendasi.types.js';

/** A recommendation as it is taken over in bulk. */
export interface RekomendasiMuatan extends Pick<RekomendasiBaru, 'isi' | 'sumber' | 'jatuhTempo'> {
  ormasId: number;
  dibuatPada: Date;
  selesaiPada: string | null;
}

/** Loads the recommendations of many ormas at once: for the demonstration and for measurements. */
@Injectable()
export class MuatRekomendasiService {
  constructor(private readonly audit: AuditService) {}

  /** Facts, no acts: nobody is told. Only the portal itself; one audit row for all. @throws DomainError `tidak-berwenang` */
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
      ...{ aksi: 'rekomendasi.muat', objek: 'rekomendasi', objekId: 'banyak' },
      ringkasan: `${daftar.length} rekomendasi dimuat sekaligus.`,
    });
  }
}
