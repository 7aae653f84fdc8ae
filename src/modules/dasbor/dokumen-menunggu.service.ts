import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Simpanan } from '../../common/simpanan.js';
import { MASIH_ADA } from '../ormas/riwayat-status.js';
import { RadarService } from '../radar/radar.service.js';
import { bulat } from './dasbor.kueri.js';
import { type RadarDokumen } from './dasbor.types.js';

const UMUR_MS = 15_000;

/** What of the papers of ormas asks for attention: what ends (the radar) and what no officer has looked at yet. */
@Injectable()
export class DokumenMenungguService {
  private readonly simpanan = new Map<number | null, Simpanan<number>>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly radar: RadarService,
  ) {}

  /** Of the city (null) or of the cluster of one OPD, at most a quarter of a minute old. */
  async ambil(opdId: number | null): Promise<RadarDokumen> {
    const simpanan =
      this.simpanan.get(opdId) ?? new Simpanan(this.clock, UMUR_MS, () => this.hitungBelumDiperiksa(opdId));
    this.simpanan.set(opdId, simpanan);
    const [ringkas, belumDiperiksa] = await Promise.all([this.radar.ringkas(opdId), simpanan.ambil()]);
    return { ...ringkas, belumDiperiksa };
  }

  private async hitungBelumDiperiksa(opdId: number | null): Promise<number> {
    const [baris] = await this.db.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM ormas_dokumen d JOIN ormas o ON o.id = d.ormas_id
       WHERE d.status = 'belum-diperiksa' AND ${MASIH_ADA}${opdId === null ? '' : ' AND o.opd_id = ?'}`,
      opdId === null ? [] : [opdId],
    );
    return bulat(baris?.n);
  }
}
