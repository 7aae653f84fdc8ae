import { readFile } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { adalahZip } from '../../infra/lembar/baca-xlsx.js';
import { tolakBukanLembar } from '../../infra/lembar/kenali-berkas.js';
import { Gudang, type IsiTersimpan } from '../../infra/storage/gudang.js';
import { bacaLembar } from './impor/lembar-register.js';
import { uraiBaris } from './impor/periksa-pratinjau.js';

/** Files of previews: stored under their SHA-256, and removed with the last preview that names them. */
@Injectable()
export class BerkasImpor {
  constructor(
    private readonly gudang: Gudang,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells at once what the worker would find first: that the file is empty, of another kind, or no register. Of a
   * workbook only its directory is looked at here.
   * @throws DomainError `isian-tidak-sah` at the field `berkas`
   */
  async periksaAwal(jalur: string): Promise<void> {
    const isi = await readFile(jalur);
    try {
      if (adalahZip(isi)) await tolakBukanLembar(isi);
      else uraiBaris(await bacaLembar(isi));
    } catch (galat) {
      if (!(galat instanceof DomainError)) throw galat;
      throw new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang: 'berkas', pesan: galat.message }] });
    }
  }

  /** Until commit nobody else stores or removes a file of a preview: none can vanish between its storing and its row. */
  async kunci(em: EntityManager): Promise<void> {
    await em.query("SELECT nama FROM kunci_kerja WHERE nama = 'impor-berkas' FOR UPDATE");
  }

  simpan(jalur: string): Promise<IsiTersimpan> {
    return this.gudang.simpanBerkas(jalur);
  }

  /** Removes a preview with its lines, and its file unless another preview or a document has the same content. */
  async hapusPratinjau(em: EntityManager, impor: { id: number; sha256: string }): Promise<void> {
    await this.kunci(em);
    await em.query('DELETE FROM impor WHERE id = ?', [impor.id]);
    const masihDirujuk = async (): Promise<boolean> => {
      const [baris] = await em.query<unknown[]>(
        `SELECT 1 FROM impor WHERE sha256 = ? UNION ALL SELECT 1 FROM berkas WHERE sha256 = ? OR sha256_kecil = ? LIMIT 1`,
        [impor.sha256, impor.sha256, impor.sha256],
      );
      return baris !== undefined;
    };
    // The file goes before the row is gone for good: should the commit fail, the preview says that its file is missing.
    await this.gudang.buang(impor.sha256, new Date(this.clock.sekarang().getTime() + 60_000), masihDirujuk);
  }
}
