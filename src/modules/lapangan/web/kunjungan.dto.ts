import { BIDANG_BERITA_ACARA, BIDANG_RENCANA, type Ketikan, RENCANA_MAKS } from '../kunjungan.aturan.js';
import {
  BAGIAN_KUNJUNGAN,
  type SaringanKunjungan,
  type Sasaran,
  SIKAP_ORMAS,
  type SikapJawaban,
  TUJUAN_KUNJUNGAN,
} from '../kunjungan.types.js';
import { BAGIAN_AWAL } from './kunjungan.paths.js';

type Isi = Record<string, unknown>;

/** An id as it stands in a form or an address; null for what is none. */
export function idDari(nilai: unknown): number | null {
  return typeof nilai === 'string' && /^[1-9]\d{0,8}$/.test(nilai) ? Number(nilai) : null;
}

/** Several ids of one name, each once. */
const idSemua = (nilai: unknown): number[] => [
  ...new Set([nilai ?? []].flat().flatMap((v: unknown) => idDari(v) ?? [])),
];

/** `05/12/2026` as `2026-12-05`; browsers with a date picker send the latter. */
function tanggalDiketik(teks: string): string {
  const t = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(teks);
  return t ? `${t[3]}-${(t[2] ?? '').padStart(2, '0')}-${(t[1] ?? '').padStart(2, '0')}` : teks;
}

/** A named field of a form as trimmed text; what is missing or no text becomes `''`. */
export function teksDari(isi: Isi, nama: string): string {
  const nilai = isi[nama];
  return typeof nilai === 'string' ? nilai.replace(/\r\n?/g, '\n').trim() : '';
}

function ketikan(isi: Isi, bidang: readonly string[]): Ketikan {
  const teks = bidang.map((b) => [b, b === 'tanggal' ? tanggalDiketik(teksDari(isi, b)) : teksDari(isi, b)] as const);
  return { teks: Object.fromEntries(teks), petugas: idSemua(isi.petugas) };
}

/** The form of a plan as it was typed. */
export const ketikanRencana = (isi: Isi): Ketikan => ketikan(isi, BIDANG_RENCANA);
/** The form of a record as it was typed. */
export const ketikanBeritaAcara = (isi: Isi): Ketikan => ketikan(isi, BIDANG_BERITA_ACARA);

/** The version of the visit that the sender has seen; 0 (never a version) when the form does not say. */
export function versiDari(isi: Isi): number {
  const versi = Number(isi.versi);
  return Number.isSafeInteger(versi) ? versi : 0;
}

/** Whom a plan is for, out of the address or the form: ormas of the register, or one application. */
export function bacaSasaran(isi: Isi): Sasaran[] {
  const ormas = idSemua(isi.ormas).map((id): Sasaran => ({ jenis: 'ormas', id }));
  const pendaftaran = idDari(isi.pendaftaran);
  return ormas.length === 0 && pendaftaran !== null
    ? [{ jenis: 'pendaftaran', id: pendaftaran }]
    : ormas.slice(0, RENCANA_MAKS);
}

/** What the ormas says, out of its form. */
export function tanggapanDari(isi: Isi): { sikap: SikapJawaban | null; kata: string } {
  const sikap = SIKAP_ORMAS.find((s) => s === isi.sikap);
  return { sikap: sikap === 'setuju' || sikap === 'tidak-setuju' ? sikap : null, kata: teksDari(isi, 'kata') };
}

/** Choices out of the address; what is no choice narrows nothing. */
export function bacaSaringan(k: Isi): SaringanKunjungan {
  return {
    bagian: BAGIAN_KUNJUNGAN.find((b) => b === k.bagian) ?? BAGIAN_AWAL,
    tujuan: TUJUAN_KUNJUNGAN.find((t) => t === k.tujuan) ?? '',
    petugasId: idDari(k.petugas),
    kelurahanId: idDari(k.kelurahan),
  };
}
