import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';

const OPSI = { whitelist: true, forbidUnknownValues: true, stopAtFirstError: true } as const;

/** Flattens class-validator's tree into one sentence per field. */
export function daftarGalat(galat: readonly ValidationError[], awalan = ''): GalatIsian[] {
  return galat.flatMap((g) => {
    const bidang = awalan ? `${awalan}.${g.property}` : g.property;
    const pesan = Object.values(g.constraints ?? {})[0];
    return [...(pesan ? [{ bidang, pesan }] : []), ...daftarGalat(g.children ?? [], bidang)];
  });
}

/**
 * Checks a form against its DTO, so that the page can be shown again with what was typed. Fields that the DTO does not
 * name are dropped.
 */
export async function periksaIsian<T extends object>(
  dto: new () => T,
  isi: unknown,
): Promise<{ ok: true; isian: T } | { ok: false; galat: GalatIsian[] }> {
  const isian = plainToInstance(dto, isi ?? {}, { enableImplicitConversion: false });
  const galat = daftarGalat(await validate(isian, OPSI));
  return galat.length === 0 ? { ok: true, isian } : { ok: false, galat };
}

/** For the global validation pipe: faults become the one domain error with a sentence per field. */
export function galatValidasi(galat: ValidationError[]): DomainError {
  return new DomainError('isian-tidak-sah', undefined, { isian: daftarGalat(galat) });
}
