import { createServer } from 'node:http';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { pdfBanyakObjek, pdfContoh, pdfPeledakMemori } from '../../../test/factories/berkas.js';
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
});
