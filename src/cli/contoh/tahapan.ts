import { performance } from 'node:perf_hooks';

/** What a step took, in seconds. */
export interface Langkah {
  nama: string;
  detik: number;
}

/** Says what is being done, one line per step when it is done, and keeps what each took. */
export class Tahapan {
  readonly langkah: Langkah[] = [];

  constructor(private readonly tulis: (baris: string) => void) {}

  /**
   * Runs a step and writes its line: name, what came of it, seconds. `lapor` writes a line in between, for long steps.
   */
  async kerjakan(nama: string, kerja: (lapor: (kalimat: string) => void) => Promise<string>): Promise<void> {
    const mulai = performance.now();
    const hasil = await kerja((kalimat) => this.tulis(`  … ${kalimat}`));
    const detik = Math.round((performance.now() - mulai) / 100) / 10;
    this.langkah.push({ nama, detik });
    this.tulis(`✓ ${nama}: ${hasil} (${detik.toLocaleString('id-ID')} detik)`);
  }
}
