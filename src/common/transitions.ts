import { DomainError } from './domain-error.js';

/** A state machine as data: each act says from which states it may start and where it ends. */
export type TabelTransisi<Tindakan extends string, Status extends string> = Readonly<
  Record<Tindakan, { readonly dari: readonly Status[]; readonly ke: Status }>
>;

/** Whether the act may start from the state. */
export function transisiSah<T extends string, S extends string>(
  tabel: TabelTransisi<T, S>,
  tindakan: T,
  dari: S,
): boolean {
  return tabel[tindakan].dari.includes(dari);
}

/** The state after the act; throws `transisi-tidak-sah` when the act may not start from the state. */
export function statusSetelah<T extends string, S extends string>(tabel: TabelTransisi<T, S>, tindakan: T, dari: S): S {
  if (!transisiSah(tabel, tindakan, dari)) {
    throw new DomainError('transisi-tidak-sah', `Tindakan "${tindakan}" tidak dapat dilakukan pada status "${dari}".`);
  }
  return tabel[tindakan].ke;
}
