import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { setelanKurang } from '../setelan/setelan.lengkap.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { type LangkahAwal } from './dasbor.types.js';

/** What an empty portal still needs before it can be used; read for the admin's home page. */
@Injectable()
export class LangkahAwalService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly setelan: SetelanService,
  ) {}

  /** Which of the first steps are done: three looks for one row each, and the settings. */
  async baca(): Promise<LangkahAwal> {
    const [b] = await this.db.query<Record<Exclude<keyof LangkahAwal, 'setelan'>, number | string>[]>(
      `SELECT EXISTS (SELECT 1 FROM akun WHERE peran = 'petugas' AND aktif = 1) AS petugas,
              EXISTS (SELECT 1 FROM ormas) AS register, EXISTS (SELECT 1 FROM periode) AS periode`,
    );
    const ada = (n: number | string | undefined): boolean => Number(n ?? 0) === 1;
    const setelan = setelanKurang(await this.setelan.baca()).length === 0;
    return { petugas: ada(b?.petugas), setelan, register: ada(b?.register), periode: ada(b?.periode) };
  }
}
