import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { persentil } from './konteks.ts';

/** What is asked for: a path with the cookie of who asks. */
export interface Permintaan {
  jalur: string;
  cookie: string;
  /** Behind a proxy: on whose behalf it asks. */
  dari?: string;
}

/** A load on a loopback server: requests begin at a constant rate, whether or not earlier ones were answered. */
export interface Beban {
  alamat: string;
  /** Asked in turn, from the beginning again after the last. */
  permintaan: Permintaan[];
  /** Requests per second. */
  laju: number;
  detik: number;
}

/** What the thread that sends reports back: one entry per request that was due. */
export interface Catatan {
  /** From the moment the request was due, in milliseconds, to the last byte of its answer. */
  latensi: number[];
  /** Compressed bytes of each body. */
  bita: number[];
  /** Answers other than 200, and requests that got none. */
  gagal: Record<string, number>;
  /** How late requests left, at most, in milliseconds: the generator's own share of the latencies. */
  terlambat: number;
}

export interface HasilBeban extends Catatan {
  laju: number;
  p50: number;
  p95: number;
  p99: number;
  jumlahGagal: number;
}

/**
 * Offers a load from a thread of its own and waits for every answer. Latency counts from when a request was due, not
 * from when it could be sent: a server that falls behind is not spared the waiting it causes.
 */
export async function beri(beban: Beban): Promise<HasilBeban> {
  const pekerja = new Worker(new URL('./beban-pekerja.ts', import.meta.url), { workerData: beban });
  const [catatan] = (await once(pekerja, 'message')) as [Catatan];
  await pekerja.terminate();
  const { latensi } = catatan;
  return {
    ...catatan,
    laju: beban.laju,
    p50: persentil(latensi, 0.5),
    p95: persentil(latensi, 0.95),
    p99: persentil(latensi, 0.99),
    jumlahGagal: Object.values(catatan.gagal).reduce((a, b) => a + b, 0),
  };
}

/** Loads that rise until they are answered too slowly. */
const TANGGA = { mulai: 75, kali: 1.2, detik: 6, batasMs: 100, tertinggi: 2000 };

/**
 * The highest rate offered (requests/s, in steps of a fifth) at which p95 stays within 100 ms with no failed answer.
 * Each step is tried twice before it counts as too much.
 */
export async function lajuTertinggi(beban: Omit<Beban, 'laju' | 'detik'>): Promise<number> {
  let tertinggi = 0;
  for (let laju = TANGGA.mulai; laju <= TANGGA.tertinggi; laju = Math.round(laju * TANGGA.kali)) {
    if (!(await tahan(beban, laju)) && !(await tahan(beban, laju))) break;
    tertinggi = laju;
  }
  return tertinggi;
}

async function tahan(beban: Omit<Beban, 'laju' | 'detik'>, laju: number): Promise<boolean> {
  const hasil = await beri({ ...beban, laju, detik: TANGGA.detik });
  return hasil.jumlahGagal === 0 && hasil.p95 <= TANGGA.batasMs;
}
