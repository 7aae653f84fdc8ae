import puppeteer from 'puppeteer';
import type * as Huruf from '../../src/infra/pdf/huruf.js';
import type * as Layanan from '../../src/infra/pdf/pdf.service.js';
import type { BenchContext, Hasil } from './index.ts';
import { dist } from './lib/app.ts';

/** Names of the measures in this file. */
export const nama = ['pdf-satu'];

const PUTARAN = 15;
const PER_PUTARAN = 8;
const TARGET = 1.3;

function dokumen(css: string): string {
  const baris = Array.from(
    { length: 32 },
    (_, i) =>
      `<tr><td>${i + 1}</td><td>Perkumpulan Contoh ${i + 1}</td><td>Pemberdayaan masyarakat</td><td>${i % 7} laporan</td><td>${(60 + i * 1.17).toFixed(2).replace('.', ',')}</td></tr>`,
  ).join('');
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Hasil IKO</title><style>${css}
    body{font:9pt 'Plus Jakarta Sans'}table{border-collapse:collapse;width:100%}td,th{border:.5pt solid #888;padding:2pt 4pt}tr{break-inside:avoid}td:last-child{font-weight:600;text-align:right}</style></head>
    <body><h1>Hasil IKO Tahun 2025</h1><p>Kota Contoh, <i>sementara</i>, seluruh klaster.</p><table><thead><tr><th>No</th><th>Nama ormas</th><th>Bidang</th><th>Laporan</th><th>IKO</th></tr></thead><tbody>${baris}</tbody></table></body></html>`;
}

function tengah(angka: number[]): number {
  return [...angka].sort((a, b) => a - b)[Math.floor(angka.length / 2)] ?? 0;
}

/** Milliseconds a document for `PER_PUTARAN` documents, two at a time. */
async function ukur(cetak: (giliran: number) => Promise<Uint8Array>): Promise<number> {
  let sisa = PER_PUTARAN;
  const mulai = performance.now();
  const pekerja = async (giliran: number) => {
    while (sisa-- > 0) await cetak(giliran);
  };
  await Promise.all([pekerja(0), pekerja(1)]);
  return (performance.now() - mulai) / PER_PUTARAN;
}

/**
 * A one-page PDF, warm, two at a time, against bare Chromium: two warm pages of one browser, `setContent` and `pdf`,
 * with tags and bookmarks on both sides. Both are given the very same HTML, which carries its fonts as `data:`, for
 * bare Chromium knows no other way without a server. The note tells what ours costs with the fonts as assets.
 */
export async function jalankan(ctx: BenchContext, _nama: string[]): Promise<Hasil[]> {
  const { hurufDokumen } = (await import(dist('infra/pdf/huruf.js'))) as typeof Huruf;
  const { PdfService } = (await import(dist('infra/pdf/pdf.service.js'))) as typeof Layanan;
  const huruf = hurufDokumen();
  // Only the cuts this document uses: inlining the others would burden both sides alike, and blur the comparison.
  const dipakai = huruf.css
    .split('\n')
    .filter(
      (aturan) => /latin-(400-normal|400-italic|600-normal|700-normal)/.test(aturan) && !aturan.includes('latin-ext'),
    );
  const sebaris = dipakai.map((aturan) =>
    aturan.replace(/http:\/\/aset\.invalid\/([^)]+)/, (_, path: string) => {
      return `data:font/woff2;base64,${Buffer.from(huruf.aset.get(path) ?? []).toString('base64')}`;
    }),
  );
  const [mandiri, beraset] = [dokumen(sebaris.join('\n')), dokumen(dipakai.join('\n'))];
  const margin = { atas: 20, kanan: 20, bawah: 20, kiri: 20 };
  // No restart falls into the measure: it is a cost of a hundred renders, not of one.
  const pdf = new PdfService({ chromium: ctx.chromium, batasRender: 100_000 });
  const browser = await puppeteer.launch({
    executablePath: ctx.chromium,
    pipe: true,
    headless: true,
    args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const halaman = [await browser.newPage(), await browser.newPage()];
    const mm = { top: '20mm', right: '20mm', bottom: '20mm', left: '20mm' };
    const cara = {
      floor: async (giliran: number) => {
        const page = halaman[giliran] ?? (await browser.newPage());
        await page.setContent(mandiri);
        return page.pdf({ format: 'A4', printBackground: true, tagged: true, outline: true, margin: mm });
      },
      ours: async () => (await pdf.render({ html: mandiri, kertas: 'A4', margin })).pdf,
      aset: async () => (await pdf.render({ html: beraset, aset: huruf.aset, kertas: 'A4', margin })).pdf,
    };
    const waktu: Record<keyof typeof cara, number[]> = { floor: [], ours: [], aset: [] };
    const urutan = Object.keys(cara) as (keyof typeof cara)[];
    for (let i = -1; i < PUTARAN; i++) {
      for (const satu of i % 2 ? urutan : [...urutan].reverse()) {
        const ms = await ukur(cara[satu]);
        if (i >= 0) waktu[satu].push(ms); // the first round warms
      }
    }
    const [ours, floor] = [tengah(waktu.ours), tengah(waktu.floor)];
    const ratio = ours / floor;
    const aset = tengah(waktu.aset);
    const catatan = `fonts as assets: ${aset.toFixed(1)} ms (× ${(aset / floor).toFixed(2)}); peak memory ${Math.round(pdf.metrik.puncakMemori / 1048576)} MB`;
    return [{ name: 'pdf-satu', ours, floor, ratio, target: TARGET, unit: 'ms', met: ratio <= TARGET, catatan }];
  } finally {
    await browser.close();
    await pdf.onModuleDestroy();
  }
}
