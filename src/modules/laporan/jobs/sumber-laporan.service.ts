import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Config } from '../../../infra/config/config.js';
import { CONFIG } from '../../../infra/config/config.module.js';
import { InstrumenService } from '../../penilaian/instrumen.service.js';
import { type InstrumenTerbit } from '../../penilaian/penilaian.types.js';
import { setelanPada } from '../../setelan/setelan.service.js';
import { type SetelanKantor } from '../../setelan/setelan.types.js';

/** What a report takes from other modules besides the results: the office's settings and the run's instrument. */
@Injectable()
export class SumberLaporan {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly instrumen: InstrumenService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @param dibuatPada when the report was asked for: its letterhead and signer are those of that moment, by which its page
   *   judges what is missing, whenever a worker comes to it
   * @throws Error when the run does not exist
   */
  async baca(
    hitungId: number,
    dibuatPada: Date,
  ): Promise<{ kantor: SetelanKantor; instrumen: InstrumenTerbit; portalUrl: string }> {
    const [hitung] = await this.db.query<{ instrumen_id: number }[]>('SELECT instrumen_id FROM hitung WHERE id = ?', [
      hitungId,
    ]);
    if (!hitung) throw new Error(`Run ${hitungId} does not exist`);
    const [instrumen, kantor] = await Promise.all([
      this.instrumen.ambil(hitung.instrumen_id),
      setelanPada(this.db.manager, dibuatPada),
    ]);
    return {
      kantor,
      portalUrl: this.config.portalUrl,
      instrumen: { id: instrumen.id, hash: instrumen.hash, isi: instrumen.isi },
    };
  }
}
