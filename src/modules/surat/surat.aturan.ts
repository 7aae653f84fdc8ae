import { tanggal } from '../../common/format.js';
import { selisihHari, tambahHari, tambahTahun } from '../../common/tanggal.js';
import { type Jenis } from '../../infra/view/bagian.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import { type KeadaanSurat, type StatusSurat } from './surat.types.js';

/** From so many days before its end a letter is called to mind. */
export const HARI_SEGERA = 90;

/**
 * How a letter stands on a day; its last day still counts. That the ormas is registered is what the letter says: it says
 * so no longer of one that was suspended, revoked or dissolved, whatever its own last day.
 */
export function keadaanSurat(
  s: { status: StatusSurat; berlakuSampai: string; ormasStatus: StatusOrmas },
  hari: string,
): KeadaanSurat {
  if (s.status !== 'terbit') return s.status;
  if (s.ormasStatus !== 'terdaftar') return 'ormas-berhenti';
  const sisa = selisihHari(hari, s.berlakuSampai);
  if (sisa < 0) return 'berakhir';
  return sisa <= HARI_SEGERA ? 'segera-berakhir' : 'berlaku';
}

/** What each standing is called on every page, and its mood. */
export const SEBUTAN_KEADAAN: Readonly<Record<KeadaanSurat, { jenis: Jenis; teks: string }>> = {
  berlaku: { jenis: 'baik', teks: 'Berlaku' },
  'segera-berakhir': { jenis: 'perlu', teks: 'Segera berakhir' },
  berakhir: { jenis: 'bahaya', teks: 'Masa berlaku habis' },
  'ormas-berhenti': { jenis: 'bahaya', teks: 'Ormas tidak terdaftar lagi' },
  diganti: { jenis: 'netral', teks: 'Diganti' },
  dicabut: { jenis: 'bahaya', teks: 'Dicabut' },
};

const KATA_BERHENTI: Readonly<Record<Exclude<StatusOrmas, 'terdaftar'>, string>> = {
  dibekukan: 'sedang dibekukan',
  dicabut: 'sudah dicabut pendaftarannya',
  bubar: 'sudah bubar',
  digabung: 'sudah digabung ke catatan lain dalam register',
};

/** How an ormas stands that is not registered now, within a sentence about it: "sudah bubar sejak 1 Maret 2026". */
export function kataBerhenti(s: { ormasStatus: StatusOrmas; ormasSejak: string | null }): string {
  const kata = s.ormasStatus === 'terdaftar' ? 'terdaftar' : KATA_BERHENTI[s.ormasStatus];
  return s.ormasSejak === null ? kata : `${kata} sejak ${tanggal(s.ormasSejak)}`;
}

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
