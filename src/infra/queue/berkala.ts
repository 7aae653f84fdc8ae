import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isiGalat } from '../log/log.js';

export const SETIAP_MENIT = 60_000;
export const SETIAP_JAM = 3_600_000;

/**
 * What a worker does by itself at its start and from then on at intervals: sweeping, looking whether something has come.
 * A run that fails is told in the log and made good by the next; one that takes longer than the interval is not joined by
 * another of the same process. Several workers do it at once, so each run must bear that.
 */
export abstract class Berkala implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(this.constructor.name);
  private jam: NodeJS.Timeout | undefined;
  private sedang = false;

  protected abstract readonly setiapMs: number;
  /** What is put off when a run fails, with a capital: "Penyapuan sesi". */
  protected abstract readonly sebutan: string;
  /** One run. @returns a sentence for the log, '' when there is nothing to tell */
  protected abstract jalankan(): Promise<string>;

  onApplicationBootstrap(): void {
    this.jam = setInterval(() => void this.mulai(), this.setiapMs);
    void this.mulai();
  }

  onModuleDestroy(): void {
    clearInterval(this.jam);
  }

  private async mulai(): Promise<void> {
    if (this.sedang) return;
    this.sedang = true;
    try {
      const kalimat = await this.jalankan();
      if (kalimat !== '') this.log.log(kalimat);
    } catch (galat) {
      this.log.warn({ pesan: `${this.sebutan} tertunda; dicoba lagi kemudian.`, ...isiGalat(galat as Error) });
    } finally {
      this.sedang = false;
    }
  }
}
