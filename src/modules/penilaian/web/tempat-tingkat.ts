import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { type Aktor } from '../../../common/aktor.js';
import { DomainError } from '../../../common/domain-error.js';
import { type Indikator } from '../../../iko/instrumen.js';
import { NilaiService } from '../nilai.service.js';
import { type HasilTerbuka } from '../penilaian.types.js';

/** The address of one level. */
export interface AlamatTingkat {
  tahun: string;
  ormasId: string;
  indikator: string;
}

/** Finds the score and the indicator that an address names. */
@Injectable()
export class TempatTingkat {
  constructor(private readonly nilai: NilaiService) {}

  /** @throws DomainError `tidak-ditemukan`, also for what the actor may not see */
  async cari(aktor: Aktor, alamat: AlamatTingkat): Promise<{ hasil: HasilTerbuka; indikator: Indikator }> {
    const [tahun, ormasId] = [Number(alamat.tahun), Number(alamat.ormasId)];
    if (!Number.isSafeInteger(tahun) || !Number.isSafeInteger(ormasId)) throw new DomainError('tidak-ditemukan');
    const hasil = await this.nilai.buka(aktor, tahun, ormasId);
    const indikator = hasil.instrumen.domain.flatMap((d) => d.indikator).find((i) => i.kode === alamat.indikator);
    if (!indikator) throw new DomainError('tidak-ditemukan');
    return { hasil, indikator };
  }
}

/** The fields of a sent form. */
export const isianDari = (req: Request): Record<string, unknown> => (req.body ?? {}) as Record<string, unknown>;

/** What was typed into a field, at most 1000 characters. */
export const teksDari = (nilai: unknown): string => (typeof nilai === 'string' ? nilai.slice(0, 1000) : '');

/** The version of the level that the sender has seen; 0: there was none. */
export function versiDari(isi: Record<string, unknown>): number {
  const versi = Number(isi.versi);
  return Number.isSafeInteger(versi) ? versi : 0;
}
