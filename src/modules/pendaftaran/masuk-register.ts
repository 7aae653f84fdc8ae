import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { AkunService } from '../akun/akun.service.js';
import { RencanaKunjunganService } from '../lapangan/rencana-kunjungan.service.js';
import { DaftarkanOrmasService, type OrmasBaru } from '../ormas/daftarkan-ormas.service.js';
import { SuratService } from '../surat/surat.service.js';

/** What follows from an approval, all within its transaction. */
@Injectable()
export class MasukRegister {
  constructor(
    private readonly ormas: DaftarkanOrmasService,
    private readonly akun: AkunService,
    private readonly surat: SuratService,
    private readonly kunjungan: RencanaKunjunganService,
  ) {}

  /**
   * Enters an organisation into the register, makes the applicant its secretary, issues its letter of existence (its
   * document follows from the queue), and makes the field visits to the application those of the ormas.
   * @throws DomainError as the acts it is made of
   */
  async masukkan(
    em: EntityManager,
    aktor: Aktor,
    pendaftaran: { id: number; akunId: number },
    baru: OrmasBaru,
  ): Promise<{ ormasId: number; nomorSurat: string }> {
    const ormasId = await this.ormas.daftarkan(em, aktor, baru, `pendaftaran:${pendaftaran.id}`);
    await this.akun.ikatOrmas(em, aktor, pendaftaran.akunId, ormasId);
    await this.kunjungan.kaitkanOrmas(em, pendaftaran.id, ormasId);
    const { nomor } = await this.surat.terbitkan(em, aktor, { ormasId, alasan: '' });
    return { ormasId, nomorSurat: nomor };
  }
}
