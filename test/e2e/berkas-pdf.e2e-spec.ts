import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tambahHari, tanggalWib } from '../../src/common/tanggal.js';
import { pdfBanyakObjek, pdfContoh, pdfPeledakMemori } from '../factories/berkas.js';
import { buatOrmas } from '../factories/ormas.js';
import { aplikasiUji, type AplikasiUji, type Pengunjung } from '../support/aplikasi.js';

/** A document may be looked through for a minute before it is given up. */
const SABAR_MS = 150_000;

let uji: AplikasiUji;
let sekretaris: Pengunjung;
let baru: string;

beforeAll(async () => {
  uji = await aplikasiUji();
  const ormas = await buatOrmas(uji.db);
  sekretaris = await uji.masukSebagai('sekretaris', { ormasId: ormas.id });
  baru = `/ormas/${ormas.id}/kegiatan/baru`;
});
afterAll(() => uji.tutup());

/** Sends a report with one document, as a browser does. */
async function kirimDokumen(isi: Buffer, nama: string, lagi: readonly Buffer[] = []) {
  const rahasia = await sekretaris.rahasia(baru);
  const kiriman = sekretaris.agen.post(baru).set('Accept', 'text/html');
  const isian = { judul: `Kerja bakti contoh ${nama}`, tanggalMulai: tambahHari(tanggalWib(new Date()), -1) };
  for (const [bidang, nilai] of Object.entries({ ...rahasia, ...isian, lanjut: 'periksa' }))
    void kiriman.field(bidang, nilai);
  void kiriman.attach('dokumen1', isi, nama);
  for (const satu of lagi) void kiriman.attach('dokumen1', satu, nama);
  return kiriman;
}

const berkas = async (): Promise<number> =>
  Number((await uji.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM berkas'))[0]?.n);
/** Everything that lies in storage and in the folder of what is being received. */
const tersimpan = (): string[] =>
  ['berkas', 'sementara'].flatMap((folder) => {
    try {
      return readdirSync(join(uji.config.varDir, folder), { recursive: true, withFileTypes: true })
        .filter((e) => e.isFile())
        .map((e) => e.name);
    } catch {
      return [];
    }
  });

describe('a place for one document', () => {
  it('takes none of several that are sent there', async () => {
    const pdf = await pdfContoh();
    const jawaban = await kirimDokumen(pdf, 'banyak.pdf', [pdf, pdf]);
    expect(jawaban.status).toBe(422);
    expect(jawaban.text).toContain('Hanya satu berkas yang dapat dikirim di sini');
    expect(await berkas()).toBe(0);
    expect(tersimpan()).toEqual([]);
  });
});

describe('a document that is hard to look through', () => {
  it(
    'is refused in a plain sentence when it would fill the memory; nothing of it is stored and the portal lives on',
    async () => {
      const jawaban = await kirimDokumen(pdfPeledakMemori(), 'peledak.pdf');
      expect(jawaban.status).toBe(422);
      expect(jawaban.text).toContain('Berkas “peledak.pdf” terlalu rumit untuk diperiksa.');
      expect(await berkas()).toBe(0);
      expect((await uji.tamu().buka('/sehat')).status).toBe(200);
      expect(tersimpan()).toEqual([]);
    },
    SABAR_MS,
  );

  it(
    'is taken when it is sound, and others are served while it is looked through',
    async () => {
      const urutan: string[] = [];
      const kiriman = kirimDokumen(pdfBanyakObjek(40_000), 'besar.pdf').then((jawaban) => {
        urutan.push('dokumen');
        return jawaban;
      });
      // It has arrived whole once it lies in its temporary place; from here on it is being looked through.
      while (tersimpan().length === 0) await uji.tamu().buka('/sehat');
      for (let i = 0; i < 20; i++) {
        expect((await uji.tamu().buka('/sehat')).status).toBe(200);
        urutan.push('sehat');
      }
      expect(/Berkas “besar.pdf”[^<]*/.exec((await kiriman).text)).toBeNull();
      expect(urutan).toEqual([...Array<string>(20).fill('sehat'), 'dokumen']);
      expect(await berkas()).toBe(1);
    },
    SABAR_MS,
  );
});
