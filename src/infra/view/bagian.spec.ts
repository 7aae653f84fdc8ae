import * as echarts from 'echarts';
import { isiGalat } from './galat.js';
import { susunPenomoran } from './penomoran.js';
import { bersihkanSvg } from './svg.js';

describe('page links under a list', () => {
  const alamat = (n: number): string => `?halaman=${n}`;
  const susun = (halaman: number, jumlah: number): string =>
    susunPenomoran({ isi: Array.from({ length: 25 }), halaman, perHalaman: 25, jumlah }, alamat)
      .nomor.map((n) => (n.kini ? `[${n.teks}]` : n.teks))
      .join(' ');

  it.each([
    [1, 210, '[1] 2 … 9'],
    [3, 210, '1 2 [3] 4 … 9'],
    [4, 210, '1 2 3 [4] 5 … 9'],
    [5, 210, '1 … 4 [5] 6 … 9'],
    [9, 210, '1 … 8 [9]'],
    [1, 25, '[1]'],
    [1, 0, '[1]'],
  ])('stand right on page %i of %i rows', (halaman, jumlah, hasil) => {
    expect(susun(halaman, jumlah)).toBe(hasil);
  });

  it('tell which rows are seen', () => {
    const p = susunPenomoran({ isi: Array.from({ length: 10 }), halaman: 9, perHalaman: 25, jumlah: 1210 }, alamat);
    expect(p.ringkasan).toBe('201–210 dari 1.210');
    expect(p.sebelum).toBe('?halaman=8');
  });
});

describe('a chart in a page', () => {
  it('keeps no inline style and is hidden behind its table', () => {
    const bagan = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 300, height: 200 });
    bagan.setOption({
      animation: false,
      xAxis: { data: ['EFK', 'EFS'] },
      yAxis: {},
      series: [{ type: 'bar', data: [14.5, 12] }],
    });
    const svg = bersihkanSvg(bagan.renderToSVGString());
    bagan.dispose();
    expect(svg).not.toMatch(/style/);
    expect(svg).toMatch(/^<svg aria-hidden="true"/);
    expect(svg).toMatch(/font-size="12px"/);
  });
});

describe('the words of an error page', () => {
  it.each([400, 401, 403, 404, 409, 410, 413, 422, 429, 500, 503])('tell what to do at %i', (kode) => {
    const isi = isiGalat(kode);
    expect(isi.kode).toBe(kode);
    expect(isi.langkah.length).toBeGreaterThan(0);
    expect(isi.tindakan.length).toBeGreaterThan(0);
  });

  it('keep a status that has no words of its own', () => {
    expect(isiGalat(418)).toMatchObject({ kode: 418, judul: isiGalat(400).judul });
    expect(isiGalat(502)).toMatchObject({ kode: 502, judul: isiGalat(500).judul });
  });

  it('take the more exact sentence of the rule that said no', () => {
    expect(isiGalat(409, 'Laporan ini sudah diverifikasi.').terjadi).toBe('Laporan ini sudah diverifikasi.');
  });
});
