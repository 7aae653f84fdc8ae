import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Simpanan } from '../../common/simpanan.js';
import { tanggalWib } from '../../common/tanggal.js';
import { bacaRadar } from './dasbor.kueri.js';
import { type RadarDokumen } from './dasbor.types.js';

const UMUR_MS = 15_000;

/** Documents that end soon: counted through the whole register, and so kept for a quarter of a minute. */
@Injectable()
export class RadarService {
  private readonly simpanan = new Map<number | null, Simpanan<RadarDokumen>>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Of the city (null) or of the cluster of one OPD, at most a quarter of a minute old. */
  ambil(opdId: number | null): Promise<RadarDokumen> {
    const muat = () => bacaRadar(this.db, tanggalWib(this.clock.sekarang()), opdId);
    const simpanan = this.simpanan.get(opdId) ?? new Simpanan(this.clock, UMUR_MS, muat);
    this.simpanan.set(opdId, simpanan);
    return simpanan.ambil();
  }
}
