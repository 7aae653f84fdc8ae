// The thread that sends: see beban.ts.
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { Beban, Catatan, Permintaan } from './beban.ts';

/** As many connections as a crowd of browsers would hold; beyond, requests wait, and the waiting counts. */
const SAMBUNGAN = 256;
const TUNGGU_MS = 15_000;

const { alamat, permintaan, laju, detik } = workerData as Beban;
const { hostname, port } = new URL(alamat);
if (hostname !== '127.0.0.1') throw new Error('The load goes to this machine only');

const agen = new Agent({ keepAlive: true, maxSockets: SAMBUNGAN });
const hasil: Catatan = { latensi: [], bita: [], gagal: {}, terlambat: 0 };
const jumlah = Math.round(laju * detik);
const mulai = performance.now() + 50;
let terkirim = 0;
let selesai = 0;

function catat(jatuhTempo: number, bita: number, galat: string | null): void {
  hasil.latensi.push(performance.now() - jatuhTempo);
  if (galat === null) hasil.bita.push(bita);
  else hasil.gagal[galat] = (hasil.gagal[galat] ?? 0) + 1;
  if (++selesai < jumlah) return;
  agen.destroy();
  parentPort?.postMessage(hasil);
}

function minta({ jalur, cookie, dari }: Permintaan, jatuhTempo: number): void {
  const headers = {
    accept: 'text/html,application/xhtml+xml',
    'accept-language': 'id-ID,id;q=0.9',
    'accept-encoding': 'gzip, deflate, br, zstd',
    cookie,
    ...(dari && { 'x-forwarded-for': dari }),
  };
  const kiriman = get({ hostname, port, path: jalur, agent: agen, headers, timeout: TUNGGU_MS }, (jawaban) => {
    let bita = 0;
    jawaban.on('data', (potong: Buffer) => (bita += potong.length));
    jawaban.on('end', () => catat(jatuhTempo, bita, jawaban.statusCode === 200 ? null : `HTTP ${jawaban.statusCode}`));
  });
  kiriman.on('timeout', () => kiriman.destroy(new Error('timeout')));
  kiriman.on('error', (galat) => catat(jatuhTempo, 0, galat.message));
}

/** Sends everything that is due and sleeps until the next. */
function kirimYangTiba(): void {
  const kini = performance.now();
  for (; terkirim < jumlah; terkirim++) {
    const jatuhTempo = mulai + (terkirim * 1000) / laju;
    if (jatuhTempo > kini) break;
    hasil.terlambat = Math.max(hasil.terlambat, kini - jatuhTempo);
    minta(permintaan[terkirim % permintaan.length] as Permintaan, jatuhTempo);
  }
  if (terkirim === jumlah) return;
  setTimeout(kirimYangTiba, Math.max(1, mulai + (terkirim * 1000) / laju - performance.now()));
}
kirimYangTiba();
