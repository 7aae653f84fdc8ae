import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { AuditService } from '../audit/audit.service.js';
import { NotifikasiService } from '../notifikasi/notifikasi.service.js';
import { type TujuanNotifikasi } from '../notifikasi/notifikasi.types.js';
import { OBJEK } from './kunjungan.kueri.js';
import { type ObjekKunjungan } from './kunjungan.types.js';

type PihakOrmas = Pick<ObjekKunjungan, 'ormasId' | 'pemohonId'>;

const tautan = (id: number): string => `/kunjungan/${id}`;

function pihakOrmas({ ormasId, pemohonId }: PihakOrmas): { ormasId: number } | { akunId: number } | null {
  if (ormasId !== null) return { ormasId };
  return pemohonId === null ? null : { akunId: pemohonId };
}

/** What an act leaves behind beside its change: a row of the trail, and notices to those whom it concerns. */
@Injectable()
export class JejakKunjungan {
  constructor(
    private readonly audit: AuditService,
    private readonly notifikasi: NotifikasiService,
  ) {}

  /**
   * Writes the row of the trail. `ringkasan` and `rincian` name nobody of the ormas: the ormas' timeline, which an OPD
   * reads too, tells them. `ormasId` null: the row stands in the timeline of the visit alone.
   */
  catat(
    em: EntityManager,
    aktor: Aktor,
    id: number,
    apa: { aksi: string; ringkasan: string; rincian?: unknown; ormasId: number | null },
  ): Promise<void> {
    return this.audit.catat(em, aktor, { ...apa, objek: OBJEK, objekId: id });
  }

  /** Tells the ormas, or the applicant. @param versi of the visit after the act: names the event */
  async beritahuOrmas(
    em: EntityManager,
    k: { id: number; versi: number; objek: PihakOrmas },
    kata: { judul: string; isi: string },
  ): Promise<void> {
    const tujuan = pihakOrmas(k.objek);
    if (tujuan) await this.titip(em, tujuan, k, kata);
  }

  /** The ormas, or the applicant, has answered: what its notices of this visit asked for is done. */
  async tandaiTerjawab(em: EntityManager, id: number, objek: PihakOrmas): Promise<void> {
    const tujuan = pihakOrmas(objek);
    if (tujuan) await this.notifikasi.tuntaskan(em, tujuan, tautan(id));
  }

  /** Tells the officers, but not the one who acts. */
  async beritahuPetugas(
    em: EntityManager,
    aktor: Aktor,
    k: { id: number; versi: number },
    petugas: readonly number[],
    kata: { judul: string; isi: string },
  ): Promise<void> {
    for (const akunId of petugas) if (akunId !== aktor.id) await this.titip(em, { akunId }, k, kata);
  }

  private titip(
    em: EntityManager,
    tujuan: TujuanNotifikasi,
    k: { id: number; versi: number },
    kata: { judul: string; isi: string },
  ): Promise<void> {
    const siapa = Object.entries(tujuan).flat().join('-');
    return this.notifikasi.titip(em, {
      ...tujuan,
      ...kata,
      jenis: 'kunjungan',
      tautan: tautan(k.id),
      kunci: `kunjungan-${k.id}-${k.versi}-${siapa}`,
    });
  }
}
