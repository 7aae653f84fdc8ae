/** Runs at most `lebar` works at once; the rest wait in the order they came. */
export class Antrean {
  private berjalan = 0;
  private readonly menunggu: (() => void)[] = [];

  constructor(private readonly lebar: number) {}

  /** Result or error of `kerja`, once its turn has come. */
  async jalankan<T>(kerja: () => Promise<T>): Promise<T> {
    if (this.berjalan >= this.lebar) await new Promise<void>((giliran) => this.menunggu.push(giliran));
    else this.berjalan++;
    try {
      return await kerja();
    } finally {
      // The place passes straight to the next in line, so that nobody arriving meanwhile slips in.
      const berikut = this.menunggu.shift();
      if (berikut) berikut();
      else this.berjalan--;
    }
  }
}
