import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';

/** An entry of the register by its number and its name. */
export interface SebutanOrmas {
  id: number;
  nama: string;
}

/** Which entries of the register were put under which: asked by every page that has the number of an ormas in its address. */
@Injectable()
export class GabunganOrmasService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** The entry that holds in place of this one; null: it was not merged, or does not exist. */
  async tujuan(id: number): Promise<SebutanOrmas | null> {
    const [b] = await this.db.query<SebutanOrmas[]>(
      'SELECT t.id, t.nama FROM ormas o JOIN ormas t ON t.id = o.digabung_ke WHERE o.id = ?',
      [id],
    );
    return b ?? null;
  }

  /** The entries that were merged into this one, in the order of their numbers. */
  daftar(id: number): Promise<SebutanOrmas[]> {
    return this.db.query<SebutanOrmas[]>('SELECT id, nama FROM ormas WHERE digabung_ke = ? ORDER BY id', [id]);
  }

  /** The entry by whose address somebody came here, when it was merged into this one; null otherwise. */
  async asalAlamat(id: number, dari: unknown): Promise<SebutanOrmas | null> {
    const nomor = typeof dari === 'string' && /^[1-9]\d{0,9}$/.test(dari) ? Number(dari) : null;
    return nomor === null ? null : ((await this.daftar(id)).find((o) => o.id === nomor) ?? null);
  }
}

/**
 * Holds an entry of the register while something is written of it: of one that is being put under another it would come
 * too late to be moved with the rest, and nobody would read it again. Whoever makes a row of `TABEL_ORMAS` that moves
 * (module ganda) asks this first, after permission. @throws DomainError `transisi-tidak-sah` once it was merged
 */
export async function pastikanBukanGabungan(em: EntityManager, ormasId: number): Promise<void> {
  const [o] = await em.query<{ tujuanId: number | null }[]>(
    'SELECT digabung_ke AS tujuanId FROM ormas WHERE id = ? LOCK IN SHARE MODE',
    [ormasId],
  );
  if (o && o.tujuanId !== null)
    throw new DomainError(
      'transisi-tidak-sah',
      `Catatan ormas ini sudah digabung ke catatan nomor ${o.tujuanId}, dan belum ada yang disimpan. Buka catatan itu, lalu ulangi di sana.`,
    );
}

/** What is said to who came by the address of an entry that was merged. */
export const kataDialihkan = (asal: SebutanOrmas): string =>
  `Alamat yang Anda buka adalah alamat catatan nomor ${asal.id}, “${asal.nama}”. Catatan itu sudah digabung ke sini.`;
