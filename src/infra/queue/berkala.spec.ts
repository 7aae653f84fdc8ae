import { setInterval as detak } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Berkala } from './berkala.js';

class Uji extends Berkala {
  protected readonly setiapMs = 1;
  protected readonly sebutan = 'Pekerjaan rekaan';
  kali = 0;

  constructor(private readonly kerja: (ke: number) => Promise<string>) {
    super();
  }

  protected jalankan(): Promise<string> {
    return this.kerja(++this.kali);
  }
}

describe('work that a worker does by itself', () => {
  const catatan: unknown[] = [];
  const catat = (pesan: unknown): void => void catatan.push(pesan);
  beforeAll(() => {
    Logger.overrideLogger({ log: catat, warn: catat, error: catat });
  });
  afterAll(() => {
    Logger.overrideLogger(false);
  });

  it('is begun at once, told of when it fails, and done again', async () => {
    let lagi = (): void => undefined;
    const ketiga = new Promise<void>((r) => (lagi = r));
    const uji = new Uji((ke) => {
      if (ke === 1) return Promise.reject(new TypeError('rekaan'));
      if (ke === 3) lagi();
      return Promise.resolve('Sudah.');
    });
    uji.onApplicationBootstrap();
    expect(uji.kali).toBe(1);
    await ketiga;
    uji.onModuleDestroy();
    expect(catatan[0]).toMatchObject({ galat: 'TypeError', pesan: 'Pekerjaan rekaan tertunda; dicoba lagi kemudian.' });
    expect(catatan).toContain('Sudah.');
  });

  it('is not begun a second time while it lasts', async () => {
    let selesai = (_: string): void => undefined;
    const uji = new Uji(() => new Promise((r) => (selesai = r)));
    uji.onApplicationBootstrap();
    let n = 0;
    for await (const _ of detak(1)) if (++n === 20) break;
    expect(uji.kali).toBe(1);
    selesai('');
    uji.onModuleDestroy();
  });
});
