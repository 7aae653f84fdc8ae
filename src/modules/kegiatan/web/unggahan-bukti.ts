import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { type GalatIsian } from '../../../common/domain-error.js';
import { keteranganIsian, nomorIsian, PenerimaUnggahan } from '../../berkas/penerima-unggahan.js';
import { type PerubahanBukti } from '../kegiatan.types.js';

/** Places for new files in the form: some photos and a document at a time; the saved page offers them anew. */
export const TEMPAT_BERKAS = ['foto1', 'foto2', 'foto3', 'dokumen1'] as const;
export type TempatBerkas = (typeof TEMPAT_BERKAS)[number];

/** The evidence in a sent form, and why some of its files are not taken. */
export interface HasilUnggah {
  bukti: PerubahanBukti;
  galat: GalatIsian[];
  /** Captions that were typed where no file was taken. */
  keteranganDitolak: Partial<Record<TempatBerkas, string>>;
}

/** A form of which no file was looked at. */
export const TANPA_UNGGAHAN: Readonly<HasilUnggah> = {
  bukti: { tambah: [], hapus: [], keterangan: {} },
  galat: [],
  keteranganDitolak: {},
};

/** Reads what the form of a report asks for its evidence. */
@Injectable()
export class UnggahanBukti {
  constructor(private readonly penerima: PenerimaUnggahan) {}

  /** @param ormasId whose place in storage the files take; the caller has checked that the sender may write there */
  async ambil(req: Request, ormasId: number): Promise<HasilUnggah> {
    const { diterima, ...ditolak } = await this.penerima.terima(req, TEMPAT_BERKAS, ormasId);
    const tambah = diterima.map(({ siap, keterangan }) => ({ siap, keterangan }));
    return { bukti: { tambah, hapus: nomorIsian(req, 'hapus'), keterangan: keteranganIsian(req) }, ...ditolak };
  }
}
