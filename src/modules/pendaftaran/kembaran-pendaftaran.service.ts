import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { type Kembaran } from '../ormas/cari-kembaran.service.js';
import { DaftarkanOrmasService } from '../ormas/daftarkan-ormas.service.js';
import { ormasDari } from './ormas-dari-jawaban.js';
import { bolehLihatPribadi } from './pendaftaran.policy.js';
import { type PendaftaranRinci } from './pendaftaran.types.js';

/** Warns those who examine an application of organisations that it may already be. */
@Injectable()
export class KembaranPendaftaranService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly ormas: DaftarkanOrmasService,
  ) {}

  /** Organisations of the register that this one may be, with the reasons; [] for its applicant, and once registered. */
  async cari(aktor: Aktor, p: PendaftaranRinci): Promise<Kembaran[]> {
    if (p.ormasId !== null || aktor.peran === 'sekretaris' || !bolehLihatPribadi(aktor, p)) return [];
    return this.ormas.kembaran(this.db.manager, ormasDari(p.jawaban, [], p.hari));
  }
}
