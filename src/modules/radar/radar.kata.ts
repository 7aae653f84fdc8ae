import { angka, tanggal } from '../../common/format.js';
import { selisihHari } from '../../common/tanggal.js';
import { type JenisDokumen, SEBUTAN_DOKUMEN } from '../ormas/ormas.types.js';
import { type BarisRadar, type BendaRadar } from './radar.types.js';

export const SEBUTAN_BENDA: Readonly<Record<BendaRadar, string>> = {
  dokumen: 'Dokumen',
  surat: 'Surat keterangan terdaftar',
  skko: 'SKKO',
  'masa-bakti': 'Masa bakti pengurus',
};

/** What a thing is called. */
export function namaBenda(b: Pick<BarisRadar, 'benda' | 'rinci'>): string {
  return b.benda === 'dokumen' ? SEBUTAN_DOKUMEN[b.rinci as JenisDokumen] : SEBUTAN_BENDA[b.benda];
}

/** `berakhir dalam 28 hari`, `berakhir hari ini`, `sudah berakhir 3 hari lalu`. */
export function kataAkhir(sampai: string, hari: string): string {
  const sisa = selisihHari(hari, sampai);
  if (sisa > 0) return `berakhir dalam ${angka(sisa)} hari`;
  return sisa === 0 ? 'berakhir hari ini' : `sudah berakhir ${angka(-sisa)} hari lalu`;
}

/** What the ormas is told of one thing: title and text. @param hari today, 'YYYY-MM-DD' */
export function kabarBenda(
  b: Pick<BarisRadar, 'benda' | 'rinci' | 'nomor' | 'berlakuSampai' | 'ormas'>,
  hari: string,
): { judul: string; isi: string } {
  const nama = namaBenda(b);
  const nomor = b.nomor === null ? '' : ` nomor ${b.nomor}`;
  const sampai = tanggal(b.berlakuSampai);
  const lewat = b.berlakuSampai < hari;
  const apa =
    b.benda === 'masa-bakti'
      ? `Masa bakti pengurus ${b.ormas} ${lewat ? 'berakhir pada' : 'sampai'} ${sampai}.`
      : `${nama}${nomor} milik ${b.ormas} ${lewat ? 'berakhir pada' : 'berlaku sampai'} ${sampai}.`;
  const minta =
    b.benda === 'masa-bakti'
      ? 'Sampaikan susunan pengurus yang baru beserta surat keputusannya.'
      : b.benda === 'dokumen'
        ? 'Perbarui dokumennya, lalu sampaikan kepada Bakesbangpol.'
        : 'Hubungi Bakesbangpol untuk memperpanjangnya.';
  return { judul: `${nama} ${kataAkhir(b.berlakuSampai, hari)}`, isi: `${apa}\n${minta}` };
}
