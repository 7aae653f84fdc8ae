import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { type GalatIsian } from '../../../common/domain-error.js';
import { keteranganIsian, nomorIsian, PenerimaUnggahan } from '../../berkas/penerima-unggahan.js';
import { type PerubahanFoto, TANPA_FOTO } from '../kunjungan.types.js';

/** Places for new photos in the form: some at a time; the saved page offers them anew. */
export const TEMPAT_FOTO = ['foto1', 'foto2', 'foto3', 'foto4'] as const;
export type TempatFoto = (typeof TEMPAT_FOTO)[number];

/** The photos in a sent form, and why some of them are not taken. */
export interface HasilFoto {
  foto: PerubahanFoto;
  galat: GalatIsian[];
  /** Captions typed for photos that were not taken. */
  keteranganDitolak: Partial<Record<TempatFoto, string>>;
}

/** A form of which no photo was looked at. */
export const TANPA_UNGGAHAN: Readonly<HasilFoto> = { foto: TANPA_FOTO, galat: [], keteranganDitolak: {} };

/** Reads what the form of a record asks for its photos. */
@Injectable()
export class UnggahanFoto {
  constructor(private readonly penerima: PenerimaUnggahan) {}

  /** The caller has checked that the sender may write the record. */
  async ambil(req: Request): Promise<HasilFoto> {
    const { diterima, ...ditolak } = await this.penerima.terima(req, TEMPAT_FOTO, null, { hanya: 'foto' });
    const tambah = diterima.map(({ siap, keterangan }) => ({ siap, keterangan }));
    return { foto: { tambah, lepas: nomorIsian(req, 'lepas'), keterangan: keteranganIsian(req) }, ...ditolak };
  }
}
