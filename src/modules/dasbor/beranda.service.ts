import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { BerandaKantorService } from './beranda-kantor.service.js';
import { BerandaSekretarisService } from './beranda-sekretaris.service.js';
import { type BahanBeranda } from './dasbor.types.js';
import { LangkahAwalService } from './langkah-awal.service.js';
import { SistemService } from './sistem.service.js';

/** The home page of every role. */
@Injectable()
export class BerandaService {
  constructor(
    private readonly kantor: BerandaKantorService,
    private readonly sekretaris: BerandaSekretarisService,
    private readonly sistem: SistemService,
    private readonly awal: LangkahAwalService,
  ) {}

  /** What the home page of this actor is made of. @throws DomainError `tidak-berwenang` for the portal itself */
  async bahan(aktor: Aktor): Promise<BahanBeranda> {
    switch (aktor.peran) {
      case 'petugas':
        return this.kantor.petugas(aktor);
      case 'kabid':
        return this.kantor.kabid(aktor);
      case 'kaban':
      case 'pimpinan':
        return this.kantor.pembaca(aktor, aktor.peran);
      case 'opd':
        return this.kantor.opd(aktor);
      case 'sekretaris':
        return this.sekretaris.bahan(aktor);
      case 'admin':
        return { ...(await this.sistem.beranda(aktor)), awal: await this.awal.baca() };
      case 'sistem':
        throw new DomainError('tidak-berwenang');
    }
  }
}
