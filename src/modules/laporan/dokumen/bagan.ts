import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { desimal } from '../../../common/format.js';
import { bersihkanSvg } from '../../../infra/view/svg.js';

// Charts as drawings on the server: the same SVG stands on a page and in a document. Every bar carries its figure, so
// that nothing has to be read off an axis.

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

const TINTA = '#1c2624';
const REDUP = '#55605c';
const GARIS = '#dcd8cb';
const AKSEN = '#0d5752';
const PEMBANDING = '#b9c4bf';
const HURUF = "'Plus Jakarta Sans', sans-serif";
const teks = { fontFamily: HURUF, fontSize: 10.5, color: TINTA };

/** One row or column of a chart; `nilai` is drawn, `label` written at its end. */
export interface DataBagan {
  nama: string;
  nilai: number | null;
  label: string;
}

function gambar(lebar: number, tinggi: number, opsi: EChartsCoreOption): string {
  const bagan = init(null, null, { renderer: 'svg', ssr: true, width: lebar, height: tinggi });
  try {
    bagan.setOption({ animation: false, textStyle: teks, ...opsi });
    return bersihkanSvg(bagan.renderToSVGString());
  } finally {
    bagan.dispose();
  }
}

const label = (data: readonly DataBagan[], posisi: string, redup = false) => ({
  show: true,
  position: posisi,
  ...teks,
  fontWeight: redup ? 'normal' : 600,
  color: redup ? REDUP : TINTA,
  formatter: ({ dataIndex }: { dataIndex: number }) => data[dataIndex]?.label ?? '',
});

/** Upright bars with their figures above, for counts by class. @param lebar in pixels; the drawing scales with its frame */
export function baganTegak(data: readonly DataBagan[], lebar = 640, tinggi = 210): string {
  return gambar(lebar, tinggi, {
    grid: { left: 8, right: 8, top: 22, bottom: 30 },
    xAxis: {
      type: 'category',
      data: data.map((d) => d.nama),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GARIS } },
      axisLabel: { ...teks, interval: 0 },
    },
    yAxis: { show: false, min: 0 },
    series: [
      {
        type: 'bar',
        data: data.map((d) => d.nilai ?? 0),
        barWidth: '56%',
        itemStyle: { color: AKSEN },
        label: label(data, 'top'),
      },
    ],
  });
}

/**
 * Lying bars, first row on top; with `banding` a second, paler bar under each, and a legend.
 * @param maks right end of the scale
 */
export function baganBaring(
  data: readonly DataBagan[],
  {
    maks,
    banding,
    nama,
    lebar = 640,
  }: { maks: number; banding?: readonly DataBagan[]; nama: readonly [string, string?]; lebar?: number },
): string {
  const tinggiBaris = banding ? 28 : 26;
  const kiri = Math.min(250, 12 + Math.max(...data.map((d) => d.nama.length)) * 6.1);
  const batang = (isi: readonly DataBagan[], judul: string, warna: string, redup: boolean) => ({
    type: 'bar',
    name: judul,
    data: isi.map((d) => d.nilai),
    barWidth: banding ? 9 : 14,
    barGap: '30%',
    itemStyle: { color: warna },
    label: label(isi, 'right', redup),
  });
  return gambar(lebar, data.length * tinggiBaris + (banding ? 28 : 12), {
    grid: { left: kiri, right: 62, top: banding ? 24 : 4, bottom: 4 },
    legend: banding
      ? {
          top: 0,
          left: kiri - 6,
          itemWidth: 11,
          itemHeight: 11,
          itemGap: 18,
          icon: 'rect',
          textStyle: { ...teks, color: REDUP },
        }
      : undefined,
    xAxis: { type: 'value', min: 0, max: maks, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.map((d) => d.nama),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GARIS } },
      axisLabel: { ...teks, width: kiri - 14, overflow: 'truncate' },
    },
    series: [
      batang(data, nama[0], AKSEN, false),
      ...(banding ? [batang(banding, nama[1] ?? '', PEMBANDING, true)] : []),
    ],
  });
}

/** Yearly means as a line with its figures. `min` and `maks` frame the scale, 0–100 of the IKO. */
export function baganTren(data: readonly { tahun: number; rata: string }[], lebar = 640, tinggi = 170): string {
  const nilai = data.map((d) => Number(d.rata));
  const titik = data.map((d) => ({ nama: String(d.tahun), nilai: Number(d.rata), label: desimal(d.rata) }));
  return gambar(lebar, tinggi, {
    grid: { left: 40, right: 40, top: 30, bottom: 28 },
    xAxis: {
      type: 'category',
      data: data.map((d) => String(d.tahun)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: GARIS } },
      axisLabel: teks,
    },
    yAxis: { show: false, min: Math.max(0, Math.min(...nilai) - 8), max: Math.min(100, Math.max(...nilai) + 4) },
    series: [
      {
        type: 'line',
        data: nilai,
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { color: AKSEN, width: 2 },
        itemStyle: { color: AKSEN },
        label: label(titik, 'top'),
      },
    ],
  });
}

/**
 * A small line of scores of one ormas: years without a complete score are hollow or left out. Drawn by hand: two hundred of
 * these stand in a report.
 * @param data oldest first; `nilai` 0–100, null without any score
 */
export function garisKecil(data: readonly { tahun: number; nilai: number | null; sementara: boolean }[]): string {
  const [lebar, tinggi, atas, bawah] = [180, 62, 16, 16];
  const ada = data.filter((d) => d.nilai !== null);
  if (ada.length < 2) return '';
  const nilai = ada.map((d) => d.nilai ?? 0);
  const [min, maks] = [Math.min(...nilai), Math.max(...nilai)];
  const x = (i: number) => 18 + (i * (lebar - 36)) / Math.max(1, data.length - 1);
  const y = (n: number) => atas + (1 - (maks === min ? 0.5 : (n - min) / (maks - min))) * (tinggi - atas - bawah - 6);
  const bulat = (n: number) => n.toFixed(1);
  const titik = data.flatMap((d, i) =>
    d.nilai === null ? [] : [{ ...d, px: bulat(x(i)), py: bulat(y(d.nilai)), n: d.nilai }],
  );
  const huruf = `font-family="Plus Jakarta Sans" text-anchor="middle"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${lebar} ${tinggi}" aria-hidden="true" focusable="false">`,
    `<polyline points="${titik.map((t) => `${t.px},${t.py}`).join(' ')}" fill="none" stroke="${AKSEN}" stroke-width="1.6"/>`,
    ...titik.map(
      (t) =>
        `<circle cx="${t.px}" cy="${t.py}" r="2.8" fill="${t.sementara ? '#fff' : AKSEN}" stroke="${AKSEN}" stroke-width="1.4"/>` +
        `<text x="${t.px}" y="${bulat(Number(t.py) - 6)}" font-size="8.5" font-weight="600" fill="${TINTA}" ${huruf}>${desimal(String(t.n))}</text>`,
    ),
    ...data.map(
      (d, i) => `<text x="${bulat(x(i))}" y="${tinggi - 3}" font-size="8" fill="${REDUP}" ${huruf}>${d.tahun}</text>`,
    ),
    '</svg>',
  ].join('');
}

/** Every complete score as one thin line, lowest to highest: the cover's picture of the year. */
export function garisSemua(skor: readonly number[]): string {
  const [lebar, tinggi] = [640, 190];
  if (skor.length === 0) return '';
  const langkah = lebar / skor.length;
  const tebal = Math.max(0.6, Math.min(6, langkah * 0.55)).toFixed(2);
  const garis = skor.map((s, i) => {
    const px = ((i + 0.5) * langkah).toFixed(2);
    return `M${px} ${tinggi}V${(tinggi - (s / 100) * tinggi).toFixed(1)}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${lebar} ${tinggi}" aria-hidden="true" focusable="false"><path d="${garis.join('')}" stroke="${AKSEN}" stroke-width="${tebal}" fill="none"/></svg>`;
}
