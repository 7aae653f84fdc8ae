import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { AuditService } from '../audit/audit.service.js';
import { NotifikasiService } from '../notifikasi/notifikasi.service.js';
import { type TujuanNotifikasi } from '../notifikasi/notifikasi.types.js';
import { OBJEK } from './pendaftaran.kueri.js';

/** What an act leaves behind beside its change: a row of the trail, and a notice to whoever must act next. */
@Injectable()
export class JejakPendaftaran {
  constructor(
    private readonly audit: AuditService,
    private readonly notifikasi: NotifikasiService,
  ) {}

  /** Writes the row of the trail. `ringkasan` and `rincian` hold no answer of the form. */
  catat(
    em: EntityManager,
    aktor: Aktor,
    id: number,
    apa: { aksi: string; ringkasan: string; rincian?: unknown; ormasId?: number },
  ): Promise<void> {
    return this.audit.catat(em, aktor, { ...apa, aksi: `${OBJEK}.${apa.aksi}`, objek: OBJEK, objekId: id });
  }

  /** Leaves a notice that leads to the application. @param versi of the application after the act: names the event */
  beritahu(
    em: EntityManager,
    tujuan: TujuanNotifikasi,
    p: { id: number; versi: number },
    kata: { judul: string; isi: string },
  ): Promise<void> {
    const siapa = Object.entries(tujuan).flat().join('-');
    return this.notifikasi.titip(em, {
      ...tujuan,
      ...kata,
      jenis: 'pendaftaran',
      tautan: `/pendaftaran/${p.id}`,
      kunci: `pendaftaran-${p.id}-${p.versi}-${siapa}`,
    });
  }
}
