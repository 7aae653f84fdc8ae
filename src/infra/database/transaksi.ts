import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { sha256 } from '../../common/sidik.js';
import { konteksIni } from './konteks.js';

const SETELAH_KOMIT = Symbol('setelah-komit');
const PERCOBAAN = 4;

/** Whether the database itself asks for the transaction to be tried again (deadlock, lock wait time-out). */
function bolehDiulang(galat: unknown): boolean {
  const kode = galat instanceof QueryFailedError ? (galat.driverError as { code?: string }).code : undefined;
  return kode === 'ER_LOCK_DEADLOCK' || kode === 'ER_LOCK_WAIT_TIMEOUT' || kode === 'ER_CHECKREAD';
}

/** Whether a write failed because a unique key already holds the value. */
export function kunciGanda(galat: unknown): boolean {
  return galat instanceof QueryFailedError && (galat.driverError as { code?: string }).code === 'ER_DUP_ENTRY';
}

/** Calls `fn` once the transaction that `em` belongs to is committed; never when it is rolled back. */
export function setelahKomit(em: EntityManager, fn: () => void): void {
  const data = (em.queryRunner?.data ?? {}) as Record<symbol, (() => void)[] | undefined>;
  (data[SETELAH_KOMIT] ??= []).push(fn);
}

/**
 * The one way to write. Everything in `fn` is one transaction (READ COMMITTED), tried again on a deadlock, so `fn` must
 * have no effect outside the database except through `setelahKomit`. When the work was started by a form, the form's
 * one-time token is spent in the same transaction: the second sending fails with `sudah-terkirim`, and a failed sending
 * leaves the token unspent.
 */
@Injectable()
export class Transaksi {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async jalankan<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    for (let ke = 1; ; ke++) {
      try {
        return await this.sekali(fn);
      } catch (galat) {
        if (ke >= PERCOBAAN || !bolehDiulang(galat)) throw galat;
      }
    }
  }

  private async sekali<T>(fn: (em: EntityManager) => Promise<T>): Promise<T> {
    const pelari = this.db.createQueryRunner();
    try {
      await pelari.startTransaction('READ COMMITTED');
      try {
        await this.pakaiTokenFormulir(pelari.manager);
        const hasil = await fn(pelari.manager);
        await pelari.commitTransaction();
        for (const lanjut of (pelari.data as Record<symbol, (() => void)[] | undefined>)[SETELAH_KOMIT] ?? []) lanjut();
        return hasil;
      } catch (galat) {
        if (pelari.isTransactionActive) await pelari.rollbackTransaction().catch(() => undefined);
        throw galat;
      }
    } finally {
      await pelari.release();
    }
  }

  private async pakaiTokenFormulir(em: EntityManager): Promise<void> {
    const konteks = konteksIni();
    if (konteks.tokenFormulir === undefined) return;
    if (!konteks.tokenFormulir) throw new DomainError('csrf-tidak-sah');
    const token = konteks.tokenFormulir;
    try {
      await em.query('INSERT INTO token_formulir (token, dipakai_pada) VALUES (?, ?)', [
        sha256(token),
        this.clock.sekarang(),
      ]);
    } catch (galat) {
      if (!kunciGanda(galat)) throw galat;
      const [pertama] = await em.query<{ tujuan: string | null }[]>(
        'SELECT tujuan FROM token_formulir WHERE token = ?',
        [sha256(token)],
      );
      throw new DomainError('sudah-terkirim', undefined, pertama?.tujuan ? { tujuan: pertama.tujuan } : {});
    }
    // One form, one token: further transactions of the same request belong to the same sending.
    setelahKomit(em, () => delete konteks.tokenFormulir);
  }
}
