import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import Bull from 'bull';
import { Redis } from 'ioredis';
import { DataSource, QueryFailedError } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { angka } from '../../common/format.js';
import { ConfigError, type Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { jejakGalat } from '../log/log.js';
import { SALURAN_KOTAK_KELUAR } from '../outbox/kotak-keluar.js';
import { Penerus, SEKALI_AMBIL } from './penerus.js';

/** What a processor offers for one kind of work. Both must be idempotent: work may be delivered more than once. */
export interface Penangan {
  /**
   * The most that one piece of this work may take, in milliseconds, generous: work that is over it hangs. It has then
   * failed for good, since the run cannot be stopped, only left alone: each further attempt could hang beside it.
   */
  tenggatMs: number;
  kerjakan(muatan: Record<string, number | string>): Promise<void>;
  /** Called once when the work has failed for good, with a sentence for the row that the user looks at. */
  menyerah?(muatan: Record<string, number | string>, galat: string): Promise<void>;
}

interface BarisKotak {
  id: number;
  antrean: string;
  pekerjaan: string;
  muatan: string;
  percobaan: number;
  galat: string | null;
  selesai_pada: Date | null;
  gagal_pada: Date | null;
}

const MAKS_PERCOBAAN = 8;
const JEDA_DIAM_MS = 1_000;
const SIMPAN_SELESAI_MS = 7 * 86_400_000;
const BERSAMAAN = 2;
/** For so long a worker that ends waits for a Redis that does not answer. */
const PAMIT_MS = 3_000;

/** So many minutes in milliseconds, for `Penangan.tenggatMs`. */
export const menit = (n: number): number => n * 60_000;

function kalimatTenggat({ tenggatMs }: Penangan): string {
  return `Pekerjaan ini tidak selesai dalam ${angka(Math.ceil(tenggatMs / 60_000))} menit, batas waktunya, sehingga tidak ditunggu lagi.`;
}

/** What may be kept of an error: our own sentences, else only its kind; database errors quote values. */
function ringkasGalat(galat: unknown): string {
  if (galat instanceof DomainError) return galat.message;
  if (galat instanceof QueryFailedError)
    return `Basis data: ${(galat.driverError as { code?: string }).code ?? 'galat'}`;
  return galat instanceof Error ? galat.name + ('code' in galat ? ` ${String(galat.code)}` : '') : 'Galat tak dikenal';
}

/** The same in a sentence, for the page of what was being made. */
function kalimatGalat(galat: unknown): string {
  if (galat instanceof DomainError) return galat.message;
  return `Ada kesalahan pada portal, bukan pada data Anda (${ringkasGalat(galat)}). Cobalah lagi; bila berulang, admin dapat melihatnya di halaman Sistem.`;
}

/**
 * The relay and the consumer of the worker process: outbox row → Bull job (carrying the row's id only) → handler → row
 * marked done. Bull delivers at least once and may lose everything; rows that are not done are sent again.
 */
@Injectable()
export class Pekerja implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Pekerja');
  private readonly penangan = new Map<string, Penangan>();
  private readonly antrean = new Map<string, Bull.Queue<{ id: number }>>();
  private readonly penerus: Penerus;
  private pendengar: Redis | undefined;
  private bangun: () => void = () => undefined;
  private readonly sambungan: Redis[] = [];
  private readonly pembuka: (() => Promise<void>)[] = [];
  private readonly sedang = new Set<Promise<void>>();
  private dibuangPada = 0;
  private berhenti = false;
  private putaran: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {
    this.penerus = new Penerus(this.antrean, db, clock);
  }

  /** Registers the handlers of a queue; called by processors while the module starts. */
  tangani(antrean: string, penangan: Record<string, Penangan>): void {
    for (const [pekerjaan, p] of Object.entries(penangan)) this.penangan.set(`${antrean}/${pekerjaan}`, p);
    if (!this.antrean.has(antrean)) this.antrean.set(antrean, this.bukaAntrean(antrean));
  }

  /** Has something done before each piece of work; what it throws counts as a failure of the work. */
  awali(kerja: () => Promise<void>): void {
    this.pembuka.push(kerja);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.periksaRedis();
    for (const queue of this.antrean.values()) {
      queue
        .process('*', BERSAMAAN, (job) => this.catatSedang(this.jalankan(job.data.id)))
        .catch((g: unknown) => this.log.error(ringkasGalat(g)));
    }
    this.pendengar = this.sambungRedis();
    await this.pendengar.subscribe(SALURAN_KOTAK_KELUAR).catch(() => undefined);
    this.pendengar.on('message', () => this.bangun());
    this.pendengar.on('ready', () => this.bangun());
    this.putaran = this.berputar();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.berhenti = true;
    this.bangun();
    // A Redis that is away keeps whoever speaks to it waiting for ever: then it is hung up on. Nothing is lost by that.
    const tutup = (): void => this.sambungan.forEach((redis) => redis.disconnect());
    const batas = setTimeout(tutup, PAMIT_MS);
    await this.putaran;
    // The jobs in hand are finished; Bull itself need not wait, for what it forgets is sent again from the rows.
    await Promise.allSettled(this.sedang);
    await Promise.all([...this.antrean.values()].map((q) => q.close(true).catch(() => undefined)));
    clearTimeout(batas);
    // Bull leaves connections that it was given to their owner.
    tutup();
  }

  private sambungRedis(): Redis {
    const redis = new Redis(this.config.redisUrl, { maxRetriesPerRequest: null, enableReadyCheck: false });
    redis.on('error', () => undefined);
    this.sambungan.push(redis);
    return redis;
  }

  private bukaAntrean(nama: string): Bull.Queue<{ id: number }> {
    const queue = new Bull<{ id: number }>(nama, {
      prefix: 'portal-iko',
      createClient: () => this.sambungRedis(),
      settings: { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 100, drainDelay: 2 },
      defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', (g) => this.log.warn(`Antrean ${nama}: ${ringkasGalat(g)}`));
    return queue;
  }

  /** An evicting Redis loses queued work without a word; refuse it when it lets itself be asked. */
  private async periksaRedis(): Promise<void> {
    const redis = this.sambungRedis();
    try {
      const jawaban = (await redis.config('GET', 'maxmemory-policy').catch(() => [])) as string[];
      if (jawaban[1] && jawaban[1] !== 'noeviction') {
        throw new ConfigError(
          `REDIS_URL menunjuk Redis dengan maxmemory-policy "${jawaban[1]}"; atur menjadi "noeviction".`,
        );
      }
    } finally {
      redis.disconnect();
    }
  }

  private async berputar(): Promise<void> {
    while (!this.berhenti) {
      const tidur = new Promise<void>((selesai) => {
        const jam = setTimeout(selesai, JEDA_DIAM_MS);
        this.bangun = () => {
          clearTimeout(jam);
          selesai();
        };
      });
      try {
        await this.buangYangLama();
        while (!this.berhenti && (await this.penerus.kirim()) === SEKALI_AMBIL);
      } catch (galat) {
        this.log.warn(`Penerus tertunda: ${ringkasGalat(galat)}`);
      }
      if (!this.berhenti) await tidur;
    }
  }

  /** Once an hour, rows done a week ago are dropped; failed ones stay for the admin to see. */
  private async buangYangLama(): Promise<void> {
    const kini = this.clock.sekarang();
    if (kini.getTime() - this.dibuangPada < 3_600_000) return;
    this.dibuangPada = kini.getTime();
    await this.db.query('DELETE FROM kotak_keluar WHERE selesai_pada < ? LIMIT 10000', [
      new Date(kini.getTime() - SIMPAN_SELESAI_MS),
    ]);
  }

  private catatSedang(kerja: Promise<void>): Promise<void> {
    this.sedang.add(kerja);
    return kerja.finally(() => this.sedang.delete(kerja));
  }

  private async jalankan(id: number): Promise<void> {
    if (this.berhenti) return;
    const [baris] = await this.db.query<BarisKotak[]>('SELECT * FROM kotak_keluar WHERE id = ?', [id]);
    if (!baris || baris.selesai_pada || baris.gagal_pada) return;
    // Counted before it runs: work that kills its worker must come to an end, too.
    await this.db.query('UPDATE kotak_keluar SET percobaan = percobaan + 1 WHERE id = ?', [id]);
    const penangan = this.penangan.get(`${baris.antrean}/${baris.pekerjaan}`);
    const muatan = JSON.parse(baris.muatan) as Record<string, number | string>;
    try {
      if (!penangan)
        throw new DomainError('tidak-ditemukan', `Tidak ada penangan untuk ${baris.antrean}/${baris.pekerjaan}.`);
      if (baris.percobaan >= MAKS_PERCOBAAN)
        throw new DomainError(
          'dokumen-gagal',
          baris.galat === kalimatTenggat(penangan) ? baris.galat : 'Pekerjaan ini berkali-kali menghentikan pekerja.',
        );
      await this.dalamTenggat(baris, penangan, muatan);
    } catch (galat) {
      await this.catatGagal(baris, muatan, penangan, galat);
      this.log.warn({
        pesan: 'Pekerjaan gagal',
        kotak: id,
        pekerjaan: baris.pekerjaan,
        galat: ringkasGalat(galat),
        jejak: galat instanceof DomainError ? undefined : jejakGalat(galat),
      });
      return;
    }
    await this.db.query('UPDATE kotak_keluar SET selesai_pada = ?, galat = NULL WHERE id = ?', [
      this.clock.sekarang(),
      id,
    ]);
  }

  /**
   * Does the work, but waits no longer than its deadline. What is over it goes on unheeded until it ends by itself or with
   * the worker; should it come to write something yet, it finds its row failed, as any act that looks at its row first.
   */
  private async dalamTenggat(
    baris: BarisKotak,
    penangan: Penangan,
    muatan: Record<string, number | string>,
  ): Promise<void> {
    let jam: NodeJS.Timeout | undefined;
    const tenggat = new Promise<true>((habis) => {
      jam = setTimeout(() => habis(true), penangan.tenggatMs);
    });
    try {
      const lewat = await Promise.race([this.kerjakan(penangan, muatan), tenggat]);
      if (!lewat) return;
    } finally {
      clearTimeout(jam);
    }
    // Written before anybody is told, and with all its attempts: what hangs may hold the locks that telling needs, and
    // then this is told later, and not done once more.
    baris.percobaan = MAKS_PERCOBAAN;
    const galat = kalimatTenggat(penangan);
    await this.db.query('UPDATE kotak_keluar SET percobaan = ?, galat = ? WHERE id = ?', [
      ...[MAKS_PERCOBAAN, galat, baris.id],
    ]);
    throw new DomainError('dokumen-gagal', galat);
  }

  private async kerjakan(penangan: Penangan, muatan: Record<string, number | string>): Promise<void> {
    for (const buka of this.pembuka) await buka();
    await penangan.kerjakan(muatan);
  }

  private async catatGagal(
    baris: BarisKotak,
    muatan: Record<string, number | string>,
    penangan: Penangan | undefined,
    galat: unknown,
  ): Promise<void> {
    const kini = this.clock.sekarang();
    const ke = baris.percobaan + 1;
    const menyerah = ke >= MAKS_PERCOBAAN;
    if (menyerah) await penangan?.menyerah?.(muatan, kalimatGalat(galat));
    await this.db.query(
      'UPDATE kotak_keluar SET galat = ?, dikirim_pada = NULL, tersedia_pada = ?, gagal_pada = ? WHERE id = ?',
      [
        ringkasGalat(galat).slice(0, 1000),
        new Date(kini.getTime() + Math.min(60_000, 500 * 2 ** ke)),
        menyerah ? kini : null,
        baris.id,
      ],
    );
  }
}
