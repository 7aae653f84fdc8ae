import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { type GalatIsian } from '../../../common/domain-error.js';
import { nomorIsian, PenerimaUnggahan } from '../../berkas/penerima-unggahan.js';
import { type PerubahanBukti } from '../perubahan.service.js';

/** The evidence in a sent form, and why some of its files are not taken. */
export interface HasilUnggah {
  bukti: PerubahanBukti;
  galat: GalatIsian[];
}

/** Reads what the form of a request asks for its evidence. */
@Injectable()
export class UnggahanPerubahan {
  constructor(private readonly penerima: PenerimaUnggahan) {}

  /** @param ormasId whose place in storage the files take; the caller has checked that the sender may write there */
  async ambil(req: Request, ormasId: number): Promise<HasilUnggah> {
    const { diterima, galat } = await this.penerima.terima(req, ['bukti'], ormasId, { banyak: true });
    return { bukti: { tambah: diterima.map((d) => d.siap), lepas: nomorIsian(req, 'lepas') }, galat };
  }
}
