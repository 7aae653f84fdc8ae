import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { AKTIF_SQL, batasAktif } from './keaktifan.js';

/** For how long an estimate is good enough: it chooses a way through the register, never what is shown. */
const UMUR_MS = 10 * 60_000;

/** How many ormas of the register have which value; estimates, some minutes old. */
export interface SebaranOrmas {
  jumlah: number;
  kelurahan: ReadonlyMap<number | null, number>;
  bidang: ReadonlyMap<number | null, number>;
  opd: ReadonlyMap<number | null, number>;
  status: ReadonlyMap<string, number>;
  tingkat: ReadonlyMap<number | null, number>;
  /** With a verified activity within a year. */
  aktif: number;
}

/**
 * What the register looks like as a whole, so that each list can be read by the shortest way. The database's own choice
 * is good for one condition; for the first page of two, in a third order, it is a guess that may read the whole register.
 */
@Injectable()
export class SebaranOrmasService {
  private isi: { nilai: SebaranOrmas; sejak: number } | null = null;
  private dibaca: Promise<SebaranOrmas> | null = null;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The estimates. Nobody waits for newer ones: they are read beside the requests. */
  async ambil(): Promise<SebaranOrmas> {
    const { isi } = this;
    if (isi && Math.abs(this.kini() - isi.sejak) < UMUR_MS) return isi.nilai;
    this.dibaca ??= this.muat().finally(() => (this.dibaca = null));
    if (!isi) return this.dibaca;
    // What was read before still serves; a reading that fails is tried again by the next request.
    this.dibaca.catch(() => undefined);
    return isi.nilai;
  }

  private async muat(): Promise<SebaranOrmas> {
    const hitung = async <K>(kolom: string): Promise<Map<K, number>> => {
      const baris = await this.db.query<{ k: K; n: string }[]>(
        `SELECT ${kolom} AS k, COUNT(*) AS n FROM ormas GROUP BY ${kolom}`,
      );
      return new Map(baris.map((b) => [b.k, Number(b.n)]));
    };
    // One after another: nobody waits for them, and the requests beside them need the connections.
    const kelurahan = await hitung<number | null>('kelurahan_id');
    const bidang = await hitung<number | null>('bidang_id');
    const opd = await hitung<number | null>('opd_id');
    const status = await hitung<string>('status');
    const tingkat = await hitung<number | null>('iko_tingkat');
    const [a] = await this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM ormas o WHERE ${AKTIF_SQL}`, [
      batasAktif(tanggalWib(this.clock.sekarang())),
    ]);
    const nilai: SebaranOrmas = {
      jumlah: [...status.values()].reduce((x, y) => x + y, 0),
      ...{ kelurahan, bidang, opd, status, tingkat },
      aktif: Number(a?.n ?? 0),
    };
    this.isi = { nilai, sejak: this.kini() };
    return nilai;
  }

  private kini(): number {
    return this.clock.sekarang().getTime();
  }
}
