import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { type GalatIsian } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { ATURAN, kataKini, type Ketikan, type Perihal } from './perubahan.aturan.js';
import { type PilihanPerubahan, RujukanPerubahanService } from './rujukan-perubahan.service.js';

/** What the form of a request is made of. */
export interface BahanFormulir {
  pilihan: PilihanPerubahan;
  /** What the register says now, in words. */
  sekarang: Record<string, string>;
  ketikanAwal: Ketikan;
  hariIni: string;
}

/** What stands around the fields of a request. The caller has checked that the actor may write there. */
@Injectable()
export class FormulirPerubahanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly rujukan: RujukanPerubahanService,
    private readonly clock: Clock,
  ) {}

  async siapkan(ormasId: number, perihal: Perihal): Promise<BahanFormulir> {
    const em = this.db.manager;
    const [pilihan, data, o, ketikanAwal] = await Promise.all([
      this.rujukan.pilihan(),
      this.rujukan.data(),
      this.rujukan.kini(em, ormasId, false),
      this.rujukan.ketikanAwal(em, ormasId, perihal),
    ]);
    const sekarang = kataKini(perihal, o, data);
    return { pilihan, sekarang, ketikanAwal, hariIni: tanggalWib(this.clock.sekarang()) };
  }

  /** That the paper the matter asks for is not attached yet. */
  kurangBukti(p: { perihal: Perihal; bukti: readonly unknown[] }): GalatIsian[] {
    const { bukti } = ATURAN[p.perihal];
    if (!bukti.wajib || p.bukti.length > 0) return [];
    return [{ bidang: 'bukti', pesan: `Lampirkan ${bukti.sebutan}.` }];
  }
}
