import { Controller, Get, Inject, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Response } from 'express';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { Publik } from '../http/publik.decorator.js';
import { REDIS } from '../queue/token.js';

/** Liveness and readiness. The portal is ready without Redis: pages and writes work, queued work waits in the outbox. */
@Publik()
@Controller()
export class SehatController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  /** The process lives. */
  @Get('sehat')
  sehat(@Res() res: Response): void {
    res.set('Cache-Control', 'no-store').json({ status: 'sehat' });
  }

  /** 200 when the database answers and its schema is up to date, else 503. */
  @Get('siap')
  async siap(@Res() res: Response): Promise<void> {
    const redis = this.redis.status === 'ready' ? 'tersambung' : 'terputus';
    let basisData: 'tersambung' | 'terputus' | 'perlu-migrasi';
    try {
      basisData = (await this.db.showMigrations()) ? 'perlu-migrasi' : 'tersambung';
    } catch {
      basisData = 'terputus';
    }
    res
      .set('Cache-Control', 'no-store')
      .status(basisData === 'tersambung' ? 200 : 503)
      .json({ status: basisData === 'tersambung' ? 'siap' : 'belum-siap', basisData, redis });
  }
}
