import { type Clock } from './clock.js';

/**
 * One value that is dear to read and rarely changes, kept in the process for a while. Readers that come while it is being
 * read share the one reading; a reading that fails is not kept.
 */
export class Simpanan<T> {
  private isi: { nilai: Promise<T>; sejak: number } | null = null;

  /**
   * @param muat reads the value
   * @param umurMs for how long a value is good enough, in milliseconds
   */
  constructor(
    private readonly clock: Clock,
    private readonly umurMs: number,
    private readonly muat: () => Promise<T>,
  ) {}

  /** The value, at most `umurMs` old. Rejects as `muat` does. */
  ambil(): Promise<T> {
    const kini = this.clock.sekarang().getTime();
    if (this.isi && Math.abs(kini - this.isi.sejak) < this.umurMs) return this.isi.nilai;
    const isi = { nilai: this.muat(), sejak: kini };
    this.isi = isi;
    isi.nilai.catch(() => {
      if (this.isi === isi) this.isi = null;
    });
    return isi.nilai;
  }

  /** Forgets the value: the next reader reads anew. */
  lupakan(): void {
    this.isi = null;
  }
}
