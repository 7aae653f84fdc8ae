import { selisihHari, tambahHari, tambahTahun } from '../../common/tanggal.js';
import { type Jenis } from '../../infra/view/bagian.js';
import { type KeadaanSurat, type StatusSurat } from './surat.types.js';

/** From so many days before its end a letter is called to mind. */
export const HARI_SEGERA = 90;

/** How a letter stands on a day; its last day still counts. */
export function keadaanSurat(s: { status: StatusSurat; berlakuSampai: string }, hari: string): KeadaanSurat {
  if (s.status !== 'terbit') return s.status;
  const sisa = selisihHari(hari, s.berlakuSampai);
  if (sisa < 0) return 'berakhir';
  return sisa <= HARI_SEGERA ? 'segera-berakhir' : 'berlaku';
}

/** What each standing is called on every page, and its mood. */
export const SEBUTAN_KEADAAN: Readonly<Record<KeadaanSurat, { jenis: Jenis; teks: string }>> = {
  berlaku: { jenis: 'baik', teks: 'Berlaku' },
  'segera-berakhir': { jenis: 'perlu', teks: 'Segera berakhir' },
  berakhir: { jenis: 'bahaya', teks: 'Masa berlaku habis' },
  diganti: { jenis: 'netral', teks: 'Diganti' },
  dicabut: { jenis: 'bahaya', teks: 'Dicabut' },
};

/** Last day of a letter: a day before the same day `tahun` years later. */
export const akhirMasa = (terbit: string, tahun: number): string => tambahHari(tambahTahun(terbit, tahun), -1);

const ROMAWI = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/**
 * The number of a letter from the format of the settings: `{urut}` the running number of the year (three figures at
 * least), `{bulan}` the month in Roman figures, `{tahun}` the year of issue.
 * @param terbit day of issue 'YYYY-MM-DD'
 */
export function nomorSurat(format: string, urut: number, terbit: string): string {
  return format
    .replaceAll('{urut}', String(urut).padStart(3, '0'))
    .replaceAll('{bulan}', ROMAWI[Number(terbit.slice(5, 7)) - 1] ?? '')
    .replaceAll('{tahun}', terbit.slice(0, 4));
}
