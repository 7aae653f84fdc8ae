import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { Gudang } from '../../../infra/storage/gudang.js';
import { Berkala, SETIAP_JAM } from '../../../infra/queue/berkala.js';

/** A content gets its row within seconds of being stored; one without a row after a day belongs to no act. */
const UMUR_MS = 86_400_000;
const SEKALIGUS = 200;

/**
 * Once an hour the worker removes contents that no row names: of forms that were refused after their files were stored.
 * Several workers may do it at once without harm. Every column named after `sha256` counts as a reference, so that a
 * new table need not be known here.
 */
@Injectable()
export class PenyapuIsi extends Berkala {
  protected readonly setiapMs = SETIAP_JAM;
  protected readonly sebutan = 'Penyapuan isi berkas';

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gudang: Gudang,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Removes what is older than a day and named by no row. @returns how many contents were removed */
  async sapu(): Promise<number> {
    const sebelum = new Date(this.clock.sekarang().getTime() - UMUR_MS);
    const kolom = await this.kolomSidik();
    // An empty database beside a full storage is a restore half done: then nothing may be removed.
    const [satu] = await this.db.query<unknown[]>('SELECT 1 FROM berkas LIMIT 1');
    if (kolom.length === 0 || !satu) return 0;
    let terhapus = 0;
    let sekelompok: string[] = [];
    const buang = async (): Promise<void> => {
      const dirujuk = await this.dirujuk(kolom, sekelompok);
      for (const s of sekelompok.filter((x) => !dirujuk.has(x))) {
        const lagi = async () => (await this.dirujuk(kolom, [s])).size > 0;
        if (await this.gudang.buang(s, sebelum, lagi)) terhapus += 1;
      }
      sekelompok = [];
    };
    for await (const s of this.gudang.lama(sebelum)) {
      sekelompok.push(s);
      if (sekelompok.length === SEKALIGUS) await buang();
    }
    if (sekelompok.length > 0) await buang();
    return terhapus;
  }

  private async kolomSidik(): Promise<{ tabel: string; kolom: string }[]> {
    return this.db.query(
      `SELECT table_name AS tabel, column_name AS kolom FROM information_schema.columns
       WHERE table_schema = DATABASE() AND column_name LIKE '%sha256%' AND column_name <> 'sha256_asal'`,
    );
  }

  private async dirujuk(
    kolom: readonly { tabel: string; kolom: string }[],
    sidik: readonly string[],
  ): Promise<Set<string>> {
    const ada = new Set<string>();
    for (const { tabel, kolom: k } of kolom) {
      const baris = await this.db.query<{ s: string }[]>(
        `SELECT DISTINCT \`${k}\` AS s FROM \`${tabel}\` WHERE \`${k}\` IN (?)`,
        [sidik],
      );
      for (const b of baris) ada.add(b.s);
    }
    return ada;
  }

  protected async jalankan(): Promise<string> {
    const n = await this.sapu();
    return n > 0 ? `${n} isi berkas tanpa pemilik dihapus.` : '';
  }
}
