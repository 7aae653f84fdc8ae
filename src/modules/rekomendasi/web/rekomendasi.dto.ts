import { MaxLength } from 'class-validator';
import { teksFormulir } from '../../../infra/http/teks-formulir.js';
import { type DataOpd } from '../../klaster/klaster.types.js';
import {
  PENANGGUNG,
  type RekomendasiBaru,
  SARING_KEADAAN,
  type SaringanRekomendasi,
  type SaringKeadaan,
} from '../rekomendasi.types.js';

const NAMA = ['isi', 'sumber', 'jatuhTempo', 'penanggung'] as const;
/** The form as it was typed; `penanggung` is a word, or `opd:` and a code. */
export type KetikanRekomendasi = Record<(typeof NAMA)[number], string>;

/** How long what is typed may be; what it must hold, the rules say. */
export class RekomendasiDto {
  @MaxLength(500, { message: 'Isi rekomendasi paling panjang 500 huruf.' })
  isi: string;

  @MaxLength(200, { message: 'Dasar paling panjang 200 huruf.' })
  sumber: string;
}

export const ketikanRekomendasi = (isi: unknown): KetikanRekomendasi => teksFormulir(isi, NAMA, ['jatuhTempo']);

/** What was typed as a recommendation. An OPD that does not exist leaves the field open. */
export function baruDari(k: KetikanRekomendasi, opd: readonly DataOpd[]): RekomendasiBaru {
  const dipilih = opd.find((o) => `opd:${o.kode}` === k.penanggung);
  const kata = PENANGGUNG.find((p) => p === k.penanggung);
  return {
    ...{ isi: k.isi, sumber: k.sumber, jatuhTempo: k.jatuhTempo, opdId: dipilih?.id ?? null },
    penanggung: kata ?? 'opd',
  };
}

const NAMA_TINDAKAN = ['keadaan', 'uraian', 'selesaiPada', 'catatan', 'alasan', 'versi'] as const;
/** What is typed into the forms of one recommendation. */
export type KetikanTindakan = Record<(typeof NAMA_TINDAKAN)[number], string>;
export const ketikanTindakan = (isi: unknown): KetikanTindakan => teksFormulir(isi, NAMA_TINDAKAN, ['selesaiPada']);

/** The visit that an address names; null: none. */
export const idKunjungan = (nilai: unknown): number | null =>
  typeof nilai === 'string' && /^[1-9]\d{0,8}$/.test(nilai) ? Number(nilai) : null;

/** The state that an address asks for; '' every one. */
export const bacaKeadaan = (keadaan: unknown): SaringKeadaan | '' => SARING_KEADAAN.find((s) => s === keadaan) ?? '';

/** Choices out of the address; what is no choice narrows nothing. */
export function bacaSaringan(
  k: Record<string, unknown>,
  p: { opd: readonly DataOpd[]; tahun: readonly string[] },
): SaringanRekomendasi {
  return {
    cari: typeof k.cari === 'string' ? k.cari.trim().slice(0, 100) : '',
    keadaan: bacaKeadaan(k.keadaan),
    tahun: p.tahun.find((t) => t === k.tahun) ?? '',
    opd: k.opd === 'belum' ? 'belum' : (p.opd.find((o) => o.kode === k.opd)?.kode ?? ''),
  };
}
