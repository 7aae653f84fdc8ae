import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { AuditService } from '../audit/audit.service.js';

/** What the audit trail keeps of corrections: who, which line, which columns; not what stands in them. */
@Injectable()
export class JejakKoreksi {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  kini(): Date {
    return this.clock.sekarang();
  }

  async koreksi(
    em: EntityManager,
    aktor: Aktor,
    k: { id: number; nomor: number; berkas: string; kolom: string[] },
  ): Promise<void> {
    await this.audit.catat(em, aktor, {
      ...{ aksi: 'impor.koreksi', objek: 'impor', objekId: k.id },
      ringkasan: `Baris ${k.nomor} dari ${k.berkas} dikoreksi sebelum dimasukkan: ${k.kolom.join(', ') || 'tanpa perubahan'}`,
      rincian: { baris: k.nomor, kolom: k.kolom },
    });
  }

  async lewati(
    em: EntityManager,
    aktor: Aktor,
    k: { id: number; nomor: number; berkas: string; dilewati: boolean },
  ): Promise<void> {
    await this.audit.catat(em, aktor, {
      ...{ aksi: 'impor.lewati', objek: 'impor', objekId: k.id },
      ringkasan: `Baris ${k.nomor} dari ${k.berkas} ${k.dilewati ? 'ditinggalkan' : 'diikutkan kembali'}`,
      rincian: { baris: k.nomor },
    });
  }
}
