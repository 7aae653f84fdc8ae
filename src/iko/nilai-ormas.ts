import { type AturanSiap } from './aturan.js';
import { type FaktaOrmas } from './fakta.js';
import { type Hasil, type Nilai } from './hasil.js';
import { hitungIko, type InstrumenSiap, siapkanInstrumen } from './hitung-iko.js';
import { type Indikator, type Instrumen } from './instrumen.js';
import { type NilaiJson, kanonik } from './kanonik.js';
import {
  type AsalIndikator,
  type Masa,
  type NilaiManusia,
  type Penanda,
  masaDaftar,
  penandaOrmas,
  putuskan,
  siapkanSemuaAturan,
} from './tingkat.js';

/**
 * Everything that the score of one ormas depends on, besides the instrument. Plain JSON: frozen into the result by
 * storing `bekukan(masukan)`, whose SHA-256 is the input hash.
 */
export interface MasukanOrmas {
  readonly id: string;
  /** Last day of the window, 'YYYY-MM-DD'. */
  readonly hariTerakhir: string;
  readonly fakta: FaktaOrmas;
  /** By indicator code; codes that the instrument does not know are not looked at. */
  readonly manusia: Readonly<Record<string, NilaiManusia>>;
}

/** The whole outcome for one ormas and one period. */
export interface HasilOrmas {
  readonly id: string;
  readonly masa: Masa;
  readonly penanda: readonly Penanda[];
  /** Where each level comes from, in the instrument's order. */
  readonly asal: readonly AsalIndikator[];
  /** Null for "profil saja": registered too short a time to have a score. */
  readonly hasil: Hasil | null;
}

/** An instrument made ready for scoring ormas from facts. Make it once per run. */
export interface PenilaiOrmas {
  readonly siap: InstrumenSiap;
  readonly indikator: readonly Indikator[];
  readonly aturan: ReadonlyMap<string, AturanSiap>;
}

/**
 * Prepares a checked instrument (see `validasiInstrumen`).
 * @throws RangeError when it was not checked
 */
export function siapkanPenilai(instrumen: Instrumen): PenilaiOrmas {
  const indikator = instrumen.domain.flatMap((d) => d.indikator);
  return { siap: siapkanInstrumen(instrumen), indikator, aturan: siapkanSemuaAturan(indikator) };
}

/**
 * From facts and what people entered to the score of one ormas, with every step kept.
 * Equal input gives an equal result, to the byte of its canonical JSON.
 * @throws GalatPenilaian when an entered level is no level (the database constraint and the form prevent it)
 */
export function nilaiOrmas(penilai: PenilaiOrmas, masukan: MasukanOrmas): HasilOrmas {
  const { id, fakta, hariTerakhir, manusia } = masukan;
  const asal = penilai.indikator.map((i) =>
    putuskan(
      i,
      (Object.hasOwn(manusia, i.kode) ? manusia[i.kode] : undefined) ?? {},
      penilai.aturan.get(i.kode)?.(fakta),
    ),
  );
  const masa = masaDaftar(fakta.terdaftarSejak, hariTerakhir, penilai.siap.instrumen.masaDaftar);
  const penanda = penandaOrmas(fakta, masa);
  if (masa === 'profil-saja') return { id, masa, penanda, asal, hasil: null };
  const tingkat = Object.fromEntries(
    asal.flatMap((a): [string, Nilai][] => (a.akhir === undefined ? [] : [[a.kode, a.akhir]])),
  );
  return { id, masa, penanda, asal, hasil: hitungIko(penilai.siap, { id, tingkat }) };
}

/** The canonical text of an input, to be stored and hashed. */
export function bekukan(masukan: MasukanOrmas): string {
  return kanonik(masukan as unknown as NilaiJson);
}

/** The canonical text of a result: what a replay must equal to the byte. */
export function tulisHasil(hasil: HasilOrmas): string {
  return kanonik(hasil as unknown as NilaiJson);
}

/**
 * Scores a frozen input again.
 * @param beku what `bekukan` returned when the result was made, with the same instrument version
 * @returns the canonical text of the result, to be compared with the stored one
 */
export function ulangi(penilai: PenilaiOrmas, beku: string): string {
  return tulisHasil(nilaiOrmas(penilai, JSON.parse(beku) as MasukanOrmas));
}
