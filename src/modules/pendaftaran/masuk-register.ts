import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { AkunService } from '../akun/akun.service.js';
import { DaftarkanOrmasService, type OrmasBaru } from '../ormas/daftarkan-ormas.service.js';
import { SuratService } from '../surat/surat.service.js';

/** What follows from an approval, all within its transaction. */
@Injectable()
export class MasukRegister {
  constructor(
    private readonly ormas: DaftarkanOrmasService,
    private readonly akun: AkunService,
    private readonly surat: SuratService,
  ) {}

  /**
   * Enters an organisation into the register, makes the applicant its secretary, and issues its letter of existence (its
   * document follows from the queue).
   * @param sumber where it comes from, at most 40 characters
   * @throws DomainError as the acts it is made of
   */
  async masukkan(
    em: EntityManager,
    aktor: Aktor,
    pemohonId: number,
    baru: OrmasBaru,
    sumber: string,
  ): Promise<{ ormasId: number; nomorSurat: string }> {
    const ormasId = await this.ormas.daftarkan(em, aktor, baru, sumber);
    await this.akun.ikatOrmas(em, aktor, pemohonId, ormasId);
    const { nomor } = await this.surat.terbitkan(em, aktor, { ormasId, alasan: '' });
    return { ormasId, nomorSurat: nomor };
  }
}
