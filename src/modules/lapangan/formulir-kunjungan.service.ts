import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { bacaCalonPetugas } from './kunjungan.kueri.js';
import { STATUS_BERJALAN } from './kunjungan.status.js';
import { type PetugasKunjungan, type Sasaran, type SasaranKunjungan } from './kunjungan.types.js';
import { RencanaKunjunganService } from './rencana-kunjungan.service.js';

/** Whom a visit would go to, with the visits that are under way there already. */
export interface CalonKunjungan extends SasaranKunjungan {
  berjalan: { id: number; tanggal: string }[];
}

/** What the forms and filters of visits offer. */
@Injectable()
export class FormulirKunjunganService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly wilayah: WilayahService,
    private readonly rencana: RencanaKunjunganService,
  ) {}

  /** Officers who may be sent, those on the visit included. */
  petugas(kunjunganId: number | null = null): Promise<PetugasKunjungan[]> {
    return bacaCalonPetugas(this.db.manager, kunjunganId);
  }

  /** Every kelurahan of the city. */
  async kelurahan(): Promise<{ id: number; nama: string }[]> {
    const { kelurahan } = await this.wilayah.data();
    return kelurahan.map((k) => ({ id: k.id, nama: `${k.kelurahan} (${k.kecamatan})` }));
  }

  /** The places that a plan is made for. @throws DomainError as `RencanaKunjunganService.calon` */
  async calon(aktor: Aktor, sasaran: readonly Sasaran[]): Promise<CalonKunjungan[]> {
    const em = this.db.manager;
    const hasil: CalonKunjungan[] = [];
    for (const s of sasaran) {
      const tuju = await this.rencana.calon(em, aktor, s);
      const berjalan = await em.query<CalonKunjungan['berjalan']>(
        `SELECT id, tanggal FROM kunjungan WHERE ${s.jenis === 'ormas' ? 'ormas_id' : 'pendaftaran_id'} = ?
           AND status IN (?) ORDER BY tanggal, id`,
        [s.id, STATUS_BERJALAN],
      );
      hasil.push({ ...tuju, berjalan });
    }
    return hasil;
  }
}
