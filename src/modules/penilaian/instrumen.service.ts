import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';
import { sha256 } from '../../common/sidik.js';
import { type Instrumen } from '../../iko/instrumen.js';
import { type PenilaiOrmas, siapkanPenilai } from '../../iko/nilai-ormas.js';
import { INSTRUMEN_BAWAAN } from './instrumen.seed.js';
import { type InstrumenTerbit } from './penilaian.types.js';

/** A published instrument ready for scoring. */
export interface InstrumenSiapPakai extends InstrumenTerbit {
  penilai: PenilaiOrmas;
}

/** Reads published instruments. They never change, so each is read, checked against its hash and prepared once. */
@Injectable()
export class InstrumenService {
  private readonly siap = new Map<number, InstrumenSiapPakai>();

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * The instrument with this id, prepared.
   * @throws DomainError `tidak-ditemukan`; an Error when its text no longer has the hash it was published with
   */
  async ambil(id: number): Promise<InstrumenSiapPakai> {
    const ada = this.siap.get(id);
    if (ada) return ada;
    const [baris] = await this.db.query<{ isi: string; hash: string }[]>(
      "SELECT isi, hash FROM instrumen WHERE id = ? AND status = 'terbit'",
      [id],
    );
    if (!baris) throw new DomainError('tidak-ditemukan', 'Instrumen tidak ditemukan atau belum terbit.');
    if (sha256(baris.isi) !== baris.hash) throw new Error('A published instrument differs from its hash');
    const isi = JSON.parse(baris.isi) as Instrumen;
    const siap = { id, hash: baris.hash, isi, penilai: siapkanPenilai(isi) };
    this.siap.set(id, siap);
    return siap;
  }

  /** Id of the newest published version of the default instrument; throws `tidak-ditemukan` when there is none. */
  async idBawaan(em: EntityManager): Promise<number> {
    const [baris] = await em.query<{ id: number }[]>(
      "SELECT id FROM instrumen WHERE kode = ? AND status = 'terbit' ORDER BY versi DESC LIMIT 1",
      [INSTRUMEN_BAWAAN],
    );
    if (!baris) throw new DomainError('tidak-ditemukan', 'Belum ada instrumen yang terbit.');
    return baris.id;
  }
}
