import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { type GalatIsian } from '../../../common/domain-error.js';
import {
  bidangKeterangan,
  keteranganIsian,
  nomorIsian,
  PenerimaUnggahan,
  teksIsian,
} from '../../berkas/penerima-unggahan.js';
import { type BuktiDiminta } from '../lampiran-tingkat.js';

/** Places for new files in the form of a level; the saved page offers them anew. */
export const TEMPAT_BUKTI = ['berkas1', 'berkas2'] as const;
export type TempatBukti = (typeof TEMPAT_BUKTI)[number];

/** What a sent form asks for the files of a level, why some are not taken, and the captions typed for those. */
export interface HasilUnggah {
  bukti: BuktiDiminta;
  galat: GalatIsian[];
  /** By the name of the caption field. */
  ketikan: Readonly<Record<string, string>>;
}

/** Reads what the form of a level asks for its files. */
@Injectable()
export class UnggahanTingkat {
  constructor(private readonly penerima: PenerimaUnggahan) {}

  /**
   * @param ormasId whose place in storage the files take; null: the office's. The caller has checked that the sender
   * may attach files there
   */
  async ambil(req: Request, ormasId: number | null): Promise<HasilUnggah> {
    const { diterima, galat, keteranganDitolak } = await this.penerima.terima(req, TEMPAT_BUKTI, ormasId);
    const kunci = teksIsian(req, 'rujuk');
    return {
      bukti: {
        tambah: diterima.map(({ siap, keterangan }) => ({ siap, keterangan })),
        hapus: nomorIsian(req, 'hapus'),
        keterangan: keteranganIsian(req),
        rujuk: kunci ? [{ kunci, keterangan: teksIsian(req, 'ket_rujuk') }] : [],
      },
      galat,
      ketikan: Object.fromEntries(Object.entries(keteranganDitolak).map(([t, k]) => [bidangKeterangan(t), k])),
    };
  }
}
