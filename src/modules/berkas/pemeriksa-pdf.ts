import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AlasanPdf } from './periksa-pdf-objek.js';

/** Why a PDF is not taken; the last two say nothing of what is in it. */
export type PutusanPdf = AlasanPdf | 'terlalu-rumit' | 'sibuk';

/** So many documents at once, each in a process of its own; the others wait their turn. */
const BERSAMAAN = 2;
/** So many may wait: with a second or two for a document of 10 MB nobody waits longer than a person does. */
const ANTREAN_MAKS = 24;
/** Of these, so many may be one person's: of two processes none is held by one person alone. */
const ANTREAN_SESEORANG = 2;
/**
 * Processor time for one document: on an idle machine 10 MB with a hundred thousand objects take two seconds, and the
 * walk is linear. What takes longer holds up everybody else. Measured where the system tells it (Linux), so that a machine
 * with much other work refuses nothing that is sound.
 */
const BATAS_CPU_MS = 10_000;
/** And by the clock on the wall, whatever it does. */
const BATAS_MS = 60_000;
const LIHAT_MS = 500;
/** Heap of one process: 10 MB with a hundred thousand objects take 250 MB. */
const HEAP_MB = 384;
/** A process that has nothing to do for so long ends. */
const DIAM_MS = 60_000;

/**
 * Under the tests this file runs as TypeScript, and Node takes the types off the child's files by itself; hence they
 * import each other as `.ts`, which the build writes as `.js`.
 */
const ANAK = new URL(
  import.meta.url.endsWith('.ts') ? './pemeriksa-pdf.anak.ts' : './pemeriksa-pdf.anak.js',
  import.meta.url,
);

/** Processes without work, each with the clock that ends it. */
const diam: { anak: ChildProcess; istirahat: NodeJS.Timeout }[] = [];
/** For whom, in the order of coming; null: for the portal itself. */
const menunggu: { milik: number | null; lanjut: () => void }[] = [];
const berjalan: (number | null)[] = [];

/**
 * Looks through a PDF (`periksaPdf`) in a process of its own, so that pages are served meanwhile and a document that
 * makes the parser run away costs that process alone. A process and not a thread: when the heap of a thread is full in
 * the middle of a large allocation (a table that doubles, a string taken apart), V8 ends the whole process, not the
 * thread; measured with Node 24 for four of seven ways to fill it.
 *
 * @param milik the account that sent it: one of its documents is looked through at a time, and two more may wait; null:
 *   the portal's own
 * @returns null when nothing was found; `terlalu-rumit` when the process was ended for its time or died of its memory;
 *   `sibuk` when too many wait already, no process can be started now, or two in turn were ended from outside
 */
export async function periksaPdfTerpisah(bita: Uint8Array, milik: number | null = null): Promise<PutusanPdf | null> {
  if (bolehMulai(milik)) berjalan.push(milik);
  else if (menunggu.length >= ANTREAN_MAKS || berapaMenunggu(milik) >= ANTREAN_SESEORANG) return 'sibuk';
  else await new Promise<void>((lanjut) => menunggu.push({ milik, lanjut }));
  try {
    const putusan = await tanya(bangunkan() ?? (await nyalakan()), bita);
    // Ended from outside, which says nothing of the document: once more, in a process that is new.
    const lagi = putusan === 'terputus' ? await tanya(await nyalakan(), bita) : putusan;
    return lagi === 'terputus' ? 'sibuk' : lagi;
  } finally {
    berjalan.splice(berjalan.indexOf(milik), 1);
    const berikut = menunggu.findIndex((m) => bolehMulai(m.milik));
    const [giliran] = berikut < 0 ? [] : menunggu.splice(berikut, 1);
    if (giliran) {
      // The place is handed over rather than freed, so that nobody slips in between.
      berjalan.push(giliran.milik);
      giliran.lanjut();
    }
  }
}

const bolehMulai = (milik: number | null): boolean =>
  berjalan.length < BERSAMAAN && (milik === null || !berjalan.includes(milik));

const berapaMenunggu = (milik: number | null): number =>
  milik === null ? 0 : menunggu.filter((m) => m.milik === milik).length;

/** Starts a process; null when it cannot be started or ends before it is ready. */
function nyalakan(): Promise<ChildProcess | null> {
  const anak = fork(fileURLToPath(ANAK), [], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    // What it would say is of the document or of its own death, and the verdict says both.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // It reads what strangers send: settings and passwords of the portal are none of its business.
    env: {},
  });
  // Sending to one that has just died is an error too; its end is what counts.
  anak.on('error', () => undefined);
  return new Promise((selesai) => {
    const gagal = (): void => selesai(null);
    anak.once('error', gagal).once('exit', gagal);
    anak.once('message', () => {
      anak.off('error', gagal).off('exit', gagal);
      selesai(anak);
    });
  });
}

/** How a process ends that somebody else ended: the operating system short of memory, an operator, its own idle clock. */
const DARI_LUAR: ReadonlySet<string | null> = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP']);

/** Hands one document over and waits for the verdict, the end of the process, or the end of its time. */
function tanya(anak: ChildProcess | null, bita: Uint8Array): Promise<PutusanPdf | 'terputus' | null> {
  if (!anak) return Promise.resolve('terputus');
  return new Promise((selesai) => {
    const akhiri = (putusan: PutusanPdf | 'terputus' | null): void => {
      clearTimeout(jam);
      clearInterval(lihat);
      anak.off('message', jawab).off('exit', mati);
      selesai(putusan);
    };
    const jawab = ({ alasan }: { alasan: AlasanPdf | null }): void => {
      istirahatkan(anak);
      akhiri(alasan);
    };
    const mati = (_kode: number | null, sinyal: string | null): void =>
      akhiri(DARI_LUAR.has(sinyal) ? 'terputus' : 'terlalu-rumit');
    const habis = (): void => {
      anak.kill('SIGKILL');
      akhiri('terlalu-rumit');
    };
    const jam = setTimeout(habis, BATAS_MS);
    const awal = cpuMs(anak);
    const lihat = setInterval(() => cpuMs(anak) - awal > BATAS_CPU_MS && habis(), LIHAT_MS);
    anak.once('message', jawab).once('exit', mati);
    anak.send(bita, () => undefined);
  });
}

/** Processor time that a process has used, in milliseconds; 0 where the system does not tell. */
function cpuMs({ pid }: ChildProcess): number {
  try {
    // Behind the name, which may hold anything: fields 14 and 15 of proc(5), in hundredths of a second.
    const [, , , , , , , , , , , pengguna, sistem] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(pengguna) + Number(sistem)) * 10;
  } catch {
    return 0;
  }
}

/** Keeps a process for the next document, without holding ours back from ending. */
function istirahatkan(anak: ChildProcess): void {
  anak.unref();
  anak.channel?.unref();
  const pulang = { anak, istirahat: setTimeout(() => anak.kill(), DIAM_MS).unref() };
  diam.push(pulang);
}

function bangunkan(): ChildProcess | null {
  for (let satu = diam.pop(); satu; satu = diam.pop()) {
    clearTimeout(satu.istirahat);
    if (!satu.anak.connected) continue;
    satu.anak.ref();
    satu.anak.channel?.ref();
    return satu.anak;
  }
  return null;
}
