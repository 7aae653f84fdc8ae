import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Instrumen } from '../../iko/instrumen.js';
import { InstrumenService } from '../penilaian/instrumen.service.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { type SetelanKantor } from '../setelan/setelan.types.js';

/** What the help page says of this office and its instrument. */
export interface BahanBantuan {
  kantor: SetelanKantor;
  instrumen: Instrumen;
}

/** Help speaks of the instrument in force and of the office as it is set, so that it never tells an older story. */
@Injectable()
export class BantuanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly instrumen: InstrumenService,
    private readonly setelan: SetelanService,
  ) {}

  /** @throws DomainError `tidak-ditemukan` while no instrument is published */
  async bahan(): Promise<BahanBantuan> {
    const kantor = await this.setelan.baca();
    const { isi } = await this.instrumen.ambil(await this.instrumen.idBawaan(this.db.manager));
    return { kantor, instrumen: isi };
  }
}
