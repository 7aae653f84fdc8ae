import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import process from 'node:process';
import {
  pdfAksiBerantai,
  pdfAlamatTerakhir,
  pdfBanyakObjek,
  pdfContoh,
  pdfPeledakMemori,
} from '../../../test/factories/berkas.js';
import { periksaPdfTerpisah } from './pemeriksa-pdf.js';

/** A document may be looked through for a minute before it is given up. */
const SABAR_MS = 150_000;

/** The processes that this one has started and whose end it has not seen yet. */
function anakKita(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const [, induk] = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ');
      return induk === String(process.pid);
    } catch {
      return false;
    }
  });
}

/** Processor time of its own that a process has used, in hundredths of a second; 0 when it is gone. */
function terpakai(pid: string): number {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /s, '')
        .split(' ')[11],
    );
  } catch {
    return 0;
  }
}

describe('a PDF is looked through in a process of its own', () => {
  it(
    'so that a document of 10 MB with many objects is taken and others are served meanwhile',
    async () => {
      const besar = pdfBanyakObjek();
      expect(besar.length).toBeGreaterThan(9_500_000);
      expect(besar.length).toBeLessThanOrEqual(10_000_000);
      const server = createServer((_req, res) => res.end('sehat'));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const alamat = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const urutan: string[] = [];
      const periksa = periksaPdfTerpisah(besar).then((putusan) => {
        urutan.push('diperiksa');
        return putusan;
      });
      for (let i = 0; i < 20; i++) {
        await (await fetch(alamat)).text();
        urutan.push('dijawab');
      }
      expect(await periksa).toBeNull();
      expect(urutan).toEqual([...Array<string>(20).fill('dijawab'), 'diperiksa']);
      server.closeAllConnections();
      await new Promise((tutup) => server.close(tutup));
    },
    SABAR_MS,
  );

  it(
    'so that one which fills the memory costs that process alone',
    async () => {
      expect(await periksaPdfTerpisah(pdfPeledakMemori())).toBe('terlalu-rumit');
      expect(await periksaPdfTerpisah(await pdfContoh())).toBeNull();
    },
    SABAR_MS,
  );

  it(
    'two at a time; when too many wait, the next is told so at once',
    async () => {
      const pdf = await pdfContoh();
      const putusan = await Promise.all(Array.from({ length: 30 }, () => periksaPdfTerpisah(pdf)));
      expect(putusan.filter((p) => p === null)).toHaveLength(26);
      expect(putusan.slice(26)).toEqual(Array(4).fill('sibuk'));
      expect(await periksaPdfTerpisah(pdf)).toBeNull();
    },
    SABAR_MS,
  );

  it(
    'one at a time for one account, of which two more may wait; others are served beside it',
    async () => {
      const pdf = await pdfContoh();
      const selesai: string[] = [];
      const periksa = async (nama: string, isi: Buffer, milik: number) => {
        const putusan = await periksaPdfTerpisah(isi, milik);
        selesai.push(nama);
        return putusan;
      };
      const besar = pdfBanyakObjek(40_000);
      const seorang = [besar, pdf, pdf, pdf, pdf].map((isi, i) => periksa(`satu-${i}`, isi, 1));
      const lain = [2, 3, 4].map((milik) => periksa(`lain-${milik}`, pdf, milik));
      expect(await Promise.all(lain)).toEqual([null, null, null]);
      // What one account has running and waiting is still there when the others have been served.
      expect(selesai.filter((n) => n.startsWith('satu'))).toEqual(['satu-3', 'satu-4']);
      expect(await Promise.all(seorang)).toEqual([null, null, null, 'sibuk', 'sibuk']);
    },
    SABAR_MS,
  );

  it('in a process that knows no setting of the portal', async () => {
    expect(await periksaPdfTerpisah(await pdfContoh())).toBeNull();
    const anak = anakKita();
    expect(anak.length).toBeGreaterThan(0);
    for (const pid of anak) {
      const nama = readFileSync(`/proc/${pid}/environ`, 'latin1')
        .split('\0')
        .map((v) => v.split('=')[0] ?? '');
      expect(nama.filter((n) => n && !n.startsWith('NODE_CHANNEL'))).toEqual([]);
    }
  });

  it(
    'once more when its process is ended from outside, and says that it is busy when that goes on',
    async () => {
      const besar = pdfBanyakObjek();
      expect(await periksaPdfTerpisah(await pdfContoh())).toBeNull();
      const sesudahMulai = Math.max(...anakKita().map(terpakai));
      const akhiri = async (kecuali: readonly string[]): Promise<string[]> => {
        for (;;) {
          const anak = anakKita().filter((pid) => !kecuali.includes(pid));
          // At work: it has been handed the document once it has used more than a start and a small document need.
          const sibuk = anak.filter((pid) => terpakai(pid) > sesudahMulai + 10);
          if (sibuk.length > 0) {
            for (const pid of sibuk) process.kill(Number(pid), 'SIGKILL');
            return [...kecuali, ...sibuk];
          }
          await new Promise((lanjut) => setImmediate(lanjut));
        }
      };
      for (const pid of anakKita()) process.kill(Number(pid), 'SIGKILL');
      while (anakKita().length > 0) await new Promise((lanjut) => setImmediate(lanjut));
      const sekali = periksaPdfTerpisah(besar);
      await akhiri([]);
      expect(await sekali).toBeNull();
      for (const pid of anakKita()) process.kill(Number(pid), 'SIGKILL');
      while (anakKita().length > 0) await new Promise((lanjut) => setImmediate(lanjut));
      const duaKali = periksaPdfTerpisah(besar);
      await akhiri(await akhiri([]));
      expect(await duaKali).toBe('sibuk');
    },
    SABAR_MS,
  );

  it('walks actions that lead to each other once, and all of them', async () => {
    expect(await periksaPdfTerpisah(pdfAksiBerantai())).toBeNull();
    expect(await periksaPdfTerpisah(pdfAlamatTerakhir(2000))).toBe('berisi-program');
  });
});
