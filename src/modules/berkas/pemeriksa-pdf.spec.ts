import { createServer } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
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
      const besar = pdfBanyakObjek();
      const seorang = [besar, pdf, pdf, pdf, pdf].map((isi, i) => periksa(`satu-${i}`, isi, 1));
      const lain = [2, 3, 4].map((milik) => periksa(`lain-${milik}`, pdf, milik));
      expect(await Promise.all(lain)).toEqual([null, null, null]);
      // What one account has running and waiting is still there when the others have been served.
      expect(selesai.filter((n) => n.startsWith('satu'))).toEqual(['satu-3', 'satu-4']);
      expect(await Promise.all(seorang)).toEqual([null, null, null, 'sibuk', 'sibuk']);
    },
    SABAR_MS,
  );

  it('walks actions that lead to each other once, and all of them', async () => {
    expect(await periksaPdfTerpisah(pdfAksiBerantai())).toBeNull();
    expect(await periksaPdfTerpisah(pdfAlamatTerakhir(2000))).toBe('berisi-program');
  });
});
