import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../../common/clock.js';
import { Gudang } from '../../../infra/storage/gudang.js';

const SETIAP_MS = 3_600_000;
/** A content gets its row within seconds of being stored; one without a row after a day belongs to no act. */
const UMUR_MS = 86_400_000;
const SEKALIGUS = 200;

/**
 * Once an hour the worker removes contents that no row names: of forms that were refused after their files were stored.
 * Several workers may do it at once without harm. Every column named after `sha256` counts as a reference, so that a
 * new table need not be known here.
 */
@Injectable()
export class PenyapuIsi implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('PenyapuIsi');
  private jam: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gudang: Gudang,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.jam = setInterval(() => this.mulai(), SETIAP_MS);
    this.mulai();
  }

  onModuleDestroy(): void {
    clearInterval(this.jam);
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

  private mulai(): void {
    this.sapu().then(
      (n) => n > 0 && this.log.log(`${n} isi berkas tanpa pemilik dihapus.`),
      () => this.log.warn('Penyapuan isi berkas tertunda; diulang satu jam lagi.'),
    );
  }
}
