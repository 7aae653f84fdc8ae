import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { NotifikasiService } from '../notifikasi/notifikasi.service.js';
import { kalimatBeda } from './beda-surat.js';
import { bacaBeda, bacaSurat, suratTerbit } from './surat.kueri.js';

/** Tells officers that a letter says what is no longer so. */
@Injectable()
export class KabarSuratService {
  constructor(
    private readonly notifikasi: NotifikasiService,
    private readonly clock: Clock,
  ) {}

  /**
   * Leaves a notice with the officers when the letter of an ormas differs from the register, in the transaction that
   * changed the register. @param peristiwa names the act: the same one tells it once
   */
  async registerBerubah(em: EntityManager, ormasId: number, peristiwa: string): Promise<void> {
    const terbit = await suratTerbit(em, ormasId);
    const hari = tanggalWib(this.clock.sekarang());
    const surat = terbit && (await bacaSurat(em, 's.id = ?', terbit.id, hari));
    if (!surat) return;
    const beda = await bacaBeda(em, surat, hari);
    if (beda.length === 0) return;
    await this.notifikasi.titip(em, {
      ...{ peran: 'petugas', jenis: 'surat' },
      judul: `Terbitkan surat pengganti ${surat.nomor}`.slice(0, 200),
      isi: [`${surat.nama}:`, ...beda.map(kalimatBeda)].join(' '),
      tautan: `/surat/${surat.id}`,
      kunci: `surat-berubah-${surat.id}-${peristiwa}`,
    });
  }
}
