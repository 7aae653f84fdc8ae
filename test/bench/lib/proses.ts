import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import type { BenchContext } from '../index.ts';
import { dist } from './app.ts';
import { setelanApp } from './konteks.ts';

const SIAP_MS = 30_000;
const AKHIR_MS = 10_000;

/** A server in a process of its own, answering at `alamat`. */
export interface Peladen {
  alamat: string;
  /** Most memory the process ever held, in MB. */
  puncakMB(): Promise<number>;
  /** Processor time the process has used so far, all threads, in ms (steps of 10): what a busy machine cannot stretch. */
  prosesorMs(): Promise<number>;
  akhiri(): Promise<void>;
}

/** Starts a Node program with an open channel to it; what it prints goes where ours goes. */
export function jalankanAnak(berkas: string, argumen: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(berkas), ...argumen], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** The first message of a child; rejects when it ends before. */
export async function pesanAnak<T>(anak: ChildProcess): Promise<T> {
  const berhenti = new AbortController();
  try {
    return await Promise.race([
      once(anak, 'message', { signal: berhenti.signal }).then(([isi]) => isi as T),
      once(anak, 'exit', { signal: berhenti.signal }).then(([kode]) => {
        throw new Error(`${anak.spawnargs.at(2)} ended with ${String(kode)}`);
      }),
    ]);
  } finally {
    berhenti.abort();
  }
}

/** Ends a child and waits for its end. */
export async function akhiri(anak: ChildProcess): Promise<void> {
  if (anak.exitCode !== null || anak.signalCode !== null) return;
  const habis = once(anak, 'exit');
  anak.kill('SIGTERM');
  const paksa = setTimeout(() => anak.kill('SIGKILL'), AKHIR_MS);
  await habis;
  clearTimeout(paksa);
}

/** Starts the real web process and waits until it is ready. */
export async function peladenPortal(ctx: BenchContext): Promise<Peladen> {
  const port = await portBebas();
  const alamat = `http://127.0.0.1:${port}`;
  const anak = jalankanAnak(dist('main-web.js'), [], { ...setelanApp(ctx), PORT: String(port), PORTAL_URL: alamat });
  const batas = performance.now() + SIAP_MS;
  // Only its answer tells that a server has begun to listen.
  while (!(await menjawab(`${alamat}/siap`))) {
    if (anak.exitCode !== null || performance.now() > batas) {
      await akhiri(anak);
      throw new Error('The web process did not become ready');
    }
    await new Promise((lanjut) => setTimeout(lanjut, 50));
  }
  return peladen(alamat, anak);
}

/** A started server as its users see it. */
export function peladen(alamat: string, anak: ChildProcess): Peladen {
  return { alamat, puncakMB: () => puncakMB(anak), prosesorMs: () => prosesorMs(anak), akhiri: () => akhiri(anak) };
}

async function menjawab(alamat: string): Promise<boolean> {
  try {
    const jawaban = await fetch(alamat);
    await jawaban.arrayBuffer();
    return jawaban.ok;
  } catch {
    return false;
  }
}

async function portBebas(): Promise<number> {
  const penjaga = createServer().listen(0, '127.0.0.1');
  await once(penjaga, 'listening');
  const { port } = penjaga.address() as AddressInfo;
  penjaga.close();
  await once(penjaga, 'close');
  return port;
}

async function puncakMB(anak: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${anak.pid}/status`, 'utf8');
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
}

async function prosesorMs(anak: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${anak.pid}/stat`, 'utf8');
  // After the name in brackets: fields 14 and 15 of proc(5), in hundredths of a second.
  const medan = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(medan[11]) + Number(medan[12])) * 10;
}
