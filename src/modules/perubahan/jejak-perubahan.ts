import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { KabarSuratService } from '../surat/kabar-surat.service.js';

/** What a decision leaves behind beside its change: a row of the trail, and word that a letter is no longer right. */
@Injectable()
export class JejakPerubahan {
  constructor(
    private readonly audit: AuditService,
    private readonly surat: KabarSuratService,
  ) {}

  catat(...apa: Parameters<AuditService['catat']>): Promise<void> {
    return this.audit.catat(...apa);
  }

  /** Tells officers when the letter of the ormas now says something else than the register. */
  async kabariSurat(em: EntityManager, p: { id: number; ormasId: number; versi: number }): Promise<void> {
    await this.surat.registerBerubah(em, p.ormasId, `${p.id}-${p.versi}`);
  }
}
