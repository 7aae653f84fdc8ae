import { type GalatIsian } from '../../common/domain-error.js';
import { tanggalSah } from '../../common/tanggal.js';
import { angka, tanggal } from '../../common/format.js';
import { BENTUK_ORMAS, type BentukOrmas } from '../ormas/ormas.types.js';
import { DAFTAR_PERIKSA, type DokumenDiminta, type Keperluan } from './daftar-periksa.data.js';
import { FORMULIR } from './formulir.data.js';
import { type Bila, type HalamanFormulir, type KolomFormulir } from './formulir.types.js';
import {
  type Butir,
  type Jawaban,
  type KeteranganDokumen,
  type PotretDokumen,
  type Rujukan,
} from './pendaftaran.types.js';

// The rules of the form and of the checklist: what is asked, what is wrong, what is missing, and the words of it all.

/** A document as far as completeness is concerned. */
export type DokumenAda = KeteranganDokumen & { kode: string; berkasId: string | null };

/** The text of one answer; `''` when there is none or it is a list. */
export function teks(jawaban: Jawaban, bidang: string): string {
  const nilai = jawaban[bidang];
  return typeof nilai === 'string' ? nilai : '';
}

/** The choices of one answer; a single text is a list of one. */
export function pilihan(jawaban: Jawaban, bidang: string): readonly string[] {
  const nilai = jawaban[bidang];
  if (nilai === undefined || nilai === '') return [];
  return typeof nilai === 'string' ? [nilai] : nilai;
}

/** Whether a condition on another answer holds. */
export function berlakuBila(bila: Bila, jawaban: Jawaban): boolean {
  return pilihan(jawaban, bila.bidang).some((n) => bila.nilai.includes(n));
}

const isWajib = (k: boolean | Bila, jawaban: Jawaban): boolean =>
  typeof k === 'boolean' ? k : berlakuBila(k, jawaban);

/** The page of a code, or undefined. */
export function halamanFormulir(kode: string): HalamanFormulir | undefined {
  return FORMULIR.find((h) => h.kode === kode);
}

/** Every answer of a page out of a sent form: trimmed texts and lists, and nothing else that may have been sent. */
export function bacaJawaban(halaman: HalamanFormulir, isi: unknown): Jawaban {
  const asal = (isi ?? {}) as Record<string, unknown>;
  const rapi = (v: unknown): string => (typeof v === 'string' ? v.replace(/\r\n?/g, '\n').trim() : '');
  return Object.fromEntries(
    halaman.kolom.map((k): [string, string | string[]] => {
      const v = Object.hasOwn(asal, k.nama) ? asal[k.nama] : undefined;
      if (k.jenis !== 'centang') return [k.nama, rapi(k.jenis === 'tanggal' ? tanggalDiketik(rapi(v)) : v)];
      return [k.nama, [...new Set([v ?? []].flat().map(rapi).filter(Boolean))]];
    }),
  );
}

/** `05/12/2026` as `2026-12-05`: browsers without a date picker send what was typed. */
export function tanggalDiketik(t: string): string {
  const c = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(t);
  return c ? `${c[3]}-${(c[2] ?? '').padStart(2, '0')}-${(c[1] ?? '').padStart(2, '0')}` : t;
}

/** A phone in its national form: digits beginning with 0. */
export const teleponRapi = (t: string): string => t.replace(/[\s().-]/g, '').replace(/^(\+62|62)(?=\d)/, '0');
/** An NPWP as digits alone. */
export const npwpRapi = (t: string): string => t.replace(/\D/g, '');

const POLA: Readonly<Record<NonNullable<KolomFormulir['pola']>, readonly [(t: string) => boolean, string]>> = {
  telepon: [(t) => /^0\d{8,12}$/.test(teleponRapi(t)), 'Nomor telepon terdiri atas 9 sampai 13 angka, diawali 0.'],
  // No address is longer (RFC 5321), and on a quarter of a megabyte of dots the pattern takes minutes.
  surel: [
    (t) => t.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(t),
    'Tulis alamat surel yang lengkap, misalnya nama@contoh.id.',
  ],
  npwp: [(t) => /^[\d.\- ]+$/.test(t) && /^\d{15,16}$/.test(npwpRapi(t)), 'NPWP terdiri atas 15 atau 16 angka.'],
  rtrw: [(t) => /^\d{1,3}$/.test(t), 'Isi dengan angka, misalnya 03.'],
};

/** The ids or codes that a field accepts, with their words; null where anything may be typed. */
export function opsiKolom(k: KolomFormulir, rujukan: Rujukan): ReadonlyMap<string, string> | null {
  const { bidangTertutup: tertutup } = rujukan;
  if (k.sumber === 'bidang' && tertutup && tertutup.size > 0)
    return new Map([...rujukan.bidang].filter(([id]) => !tertutup.has(id)));
  if (k.sumber) return rujukan[k.sumber];
  return k.opsi ? new Map(k.opsi) : null;
}

function periksaKolom(k: KolomFormulir, jawaban: Jawaban, rujukan: Rujukan, hari: string): string | null {
  const isi = pilihan(jawaban, k.nama);
  if (isi.length === 0) return isWajib(k.wajib, jawaban) ? k.pesan : null;
  const opsi = opsiKolom(k, rujukan);
  if (opsi) return isi.every((i) => opsi.has(i)) ? null : 'Pilih dari daftar yang tersedia.';
  const t = teks(jawaban, k.nama);
  if (k.maksimal !== undefined && t.length > k.maksimal)
    return `Paling banyak ${angka(k.maksimal)} huruf; sekarang ${angka(t.length)}.`;
  if (k.jenis === 'bulat' && !/^\d{1,6}$/.test(t)) return 'Isi dengan angka bulat, misalnya 25.';
  if (k.jenis === 'tanggal') {
    if (!tanggalSah(t)) return 'Isi dengan tanggal yang ada, misalnya 5 Desember 2025 ditulis 05/12/2025.';
    if (k.waktu === 'lampau' && t > hari) return 'Tanggal ini tidak boleh di masa depan.';
  }
  if (k.pola) {
    const [sah, pesan] = POLA[k.pola];
    if (!sah(t)) return pesan;
  }
  return null;
}

/** Rules between fields; each is told at the field that is easiest to mend. Asked only where both were answered. */
function pertentangan(jawaban: Jawaban): GalatIsian[] {
  const galat: GalatIsian[] = [];
  const [dari, sampai] = [teks(jawaban, 'masaBaktiDari'), teks(jawaban, 'masaBaktiSampai')];
  if (tanggalSah(dari) && tanggalSah(sampai) && sampai <= dari) {
    galat.push({ bidang: 'masaBaktiSampai', pesan: 'Akhir masa bakti harus setelah mulainya.' });
  }
  if (pilihan(jawaban, 'bidangLain').includes(teks(jawaban, 'bidangUtama'))) {
    galat.push({ bidang: 'bidangLain', pesan: 'Bidang utama tidak perlu dipilih lagi di sini.' });
  }
  const bulat = (n: string): number => (/^\d{1,6}$/.test(teks(jawaban, n)) ? Number(teks(jawaban, n)) : NaN);
  const kelamin = bulat('anggotaLaki') + bulat('anggotaPerempuan');
  const umur = bulat('anggotaAnak') + bulat('anggotaPemuda') + bulat('anggotaDewasa') + bulat('anggotaLansia');
  if (kelamin !== umur && !Number.isNaN(kelamin) && !Number.isNaN(umur)) {
    galat.push({
      bidang: 'anggotaLansia',
      pesan: `Jumlah menurut umur ${angka(umur)} orang, sedangkan laki-laki dan perempuan ${angka(kelamin)} orang. Samakan keduanya.`,
    });
  } else if (kelamin === 0) {
    galat.push({ bidang: 'anggotaLaki', pesan: 'Organisasi harus mempunyai anggota.' });
  }
  return galat;
}

/** Everything that is wrong or missing on one page, one sentence per field, in the order of the page. */
export function periksaHalaman(
  halaman: HalamanFormulir,
  jawaban: Jawaban,
  rujukan: Rujukan,
  hari: string,
): GalatIsian[] {
  const antar = pertentangan(jawaban);
  return halaman.kolom.flatMap((k) => {
    const pesan = periksaKolom(k, jawaban, rujukan, hari) ?? antar.find((g) => g.bidang === k.nama)?.pesan ?? null;
    return pesan === null ? [] : [{ bidang: k.nama, pesan }];
  });
}

/** The legal form that was chosen, or null. */
export function bentukDari(jawaban: Jawaban): BentukOrmas | null {
  return BENTUK_ORMAS.find((b) => b === teks(jawaban, 'bentuk')) ?? null;
}

/** The documents that the checklist has for these answers, and whether each must be there. */
export function dokumenDiminta(jawaban: Jawaban): { dokumen: DokumenDiminta; wajib: boolean }[] {
  const bentuk = bentukDari(jawaban);
  if (bentuk === null) return [];
  return DAFTAR_PERIKSA.flatMap((dokumen) => {
    const k: Keperluan | undefined = dokumen.untuk[bentuk];
    if (k === undefined || (typeof k === 'object' && !berlakuBila(k, jawaban))) return [];
    return [{ dokumen, wajib: k !== 'boleh' }];
  });
}

/** What is wrong or missing beside one file. `berkas`: whether there is a file. */
export function periksaDokumen(d: DokumenDiminta, isi: KeteranganDokumen, berkas: boolean, hari: string): GalatIsian[] {
  const galat: GalatIsian[] = [];
  const wajib = (bidang: keyof KeteranganDokumen, cara: DokumenDiminta['nomor'], pesan: string): void => {
    if (cara === 'wajib' && isi[bidang] === '') galat.push({ bidang, pesan });
  };
  if (!berkas) galat.push({ bidang: 'berkas', pesan: `Lampirkan ${d.nama}.` });
  wajib('nomor', d.nomor, 'Tulis nomor dokumen.');
  if (isi.nomor.length > 120) galat.push({ bidang: 'nomor', pesan: 'Nomor paling banyak 120 huruf.' });
  wajib('tanggal', d.tanggal, 'Isi tanggal dokumen.');
  if (isi.tanggal !== '' && !tanggalSah(isi.tanggal))
    galat.push({ bidang: 'tanggal', pesan: 'Isi dengan tanggal yang ada.' });
  else if (isi.tanggal > hari) galat.push({ bidang: 'tanggal', pesan: 'Tanggal dokumen tidak boleh di masa depan.' });
  wajib('berlakuSampai', d.berlaku, 'Isi tanggal berakhirnya.');
  if (isi.berlakuSampai !== '') {
    if (!tanggalSah(isi.berlakuSampai)) galat.push({ bidang: 'berlakuSampai', pesan: 'Isi dengan tanggal yang ada.' });
    else if (isi.berlakuSampai < hari)
      galat.push({ bidang: 'berlakuSampai', pesan: 'Dokumen ini sudah berakhir; lampirkan yang masih berlaku.' });
  }
  return galat;
}

/** One thing that stands between an application and its sending. `tempat`: the code of a page, or of a document. */
export interface Kekurangan {
  jenis: 'halaman' | 'dokumen';
  tempat: string;
  judul: string;
  galat: GalatIsian[];
}

/** Every page and document that is not in order yet; empty: it can be sent. */
export function kekurangan(
  jawaban: Jawaban,
  dokumen: readonly DokumenAda[],
  rujukan: Rujukan,
  hari: string,
): Kekurangan[] {
  const perKode = new Map(dokumen.map((d) => [d.kode, d]));
  const kosong = { nomor: '', tanggal: '', berlakuSampai: '', berkasId: null };
  return [
    ...FORMULIR.map((h): Kekurangan => ({
      ...{ jenis: 'halaman', tempat: h.kode, judul: h.judul },
      galat: periksaHalaman(h, jawaban, rujukan, hari),
    })),
    ...dokumenDiminta(jawaban).map(({ dokumen: d, wajib }): Kekurangan => {
      const ada = perKode.get(d.kode);
      const galat = ada || wajib ? periksaDokumen(d, ada ?? kosong, Boolean(ada?.berkasId), hari) : [];
      return { jenis: 'dokumen', tempat: d.kode, judul: d.nama, galat };
    }),
  ].filter((k) => k.galat.length > 0);
}

/** The words of one answer; `''` when there is none. What no choice offers is told as it was typed. */
export function kataJawaban(k: KolomFormulir, jawaban: Jawaban, rujukan: Rujukan): string {
  const isi = pilihan(jawaban, k.nama);
  const opsi = k.sumber ? rujukan[k.sumber] : opsiKolom(k, rujukan);
  if (opsi) return isi.map((i) => opsi.get(i) ?? i).join(', ');
  const t = isi.join(', ');
  if (k.jenis === 'tanggal' && tanggalSah(t)) return tanggal(t);
  return k.satuan && t !== '' ? `${/^\d+$/.test(t) ? angka(t) : t} ${k.satuan}` : t;
}

/** All answers in words, in the order of the form: what a round is remembered by. */
export function potretJawaban(jawaban: Jawaban, rujukan: Rujukan): Butir[] {
  return FORMULIR.flatMap((h) =>
    h.kolom.map((k) => ({ bidang: k.nama, label: k.label, nilai: kataJawaban(k, jawaban, rujukan) })),
  );
}

/** A document in words: number, days, and which file (its name, and the beginning of its SHA-256). */
export function kataDokumen(d: KeteranganDokumen & { namaBerkas: string; sidik?: string }): string {
  return [
    d.nomor && `nomor ${d.nomor}`,
    d.tanggal && `tanggal ${tanggalSah(d.tanggal) ? tanggal(d.tanggal) : d.tanggal}`,
    d.berlakuSampai && `berlaku sampai ${tanggalSah(d.berlakuSampai) ? tanggal(d.berlakuSampai) : d.berlakuSampai}`,
    d.namaBerkas && `berkas ${d.namaBerkas}${d.sidik ? ` (${d.sidik.slice(0, 8)})` : ''}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Where the number or the date beside a file is not the one that the form tells; spaces and case do not count. */
export function selisihIsian(jawaban: Jawaban, kode: string, d: KeteranganDokumen | null): string[] {
  const isian = DAFTAR_PERIKSA.find((x) => x.kode === kode)?.isian;
  if (!isian || !d) return [];
  const rapi = (t: string): string => t.replace(/\s+/g, '').toLowerCase();
  const [nomor, hari] = [teks(jawaban, isian.nomor), teks(jawaban, isian.tanggal)];
  const kata = (t: string): string => (tanggalSah(t) ? tanggal(t) : t);
  return [
    ...(nomor !== '' && d.nomor !== '' && rapi(nomor) !== rapi(d.nomor)
      ? [`Nomor pada isian ${nomor}; pada dokumen ${d.nomor}.`]
      : []),
    ...(hari !== '' && d.tanggal !== '' && hari !== d.tanggal
      ? [`Tanggal pada isian ${kata(hari)}; pada dokumen ${kata(d.tanggal)}.`]
      : []),
  ];
}

/** What differs between two rounds, in words. */
export function bedaPutaran(
  lalu: { potret: readonly Butir[]; dokumen: readonly PotretDokumen[] },
  kini: { potret: readonly Butir[]; dokumen: readonly PotretDokumen[] },
): { bidang: string; label: string; sebelum: string; sesudah: string }[] {
  const namaDokumen = (kode: string): string => DAFTAR_PERIKSA.find((d) => d.kode === kode)?.nama ?? kode;
  const sama = (b: { sebelum: string; sesudah: string }): boolean => b.sebelum !== b.sesudah;
  const kode = [...new Set([...lalu.dokumen, ...kini.dokumen].map((d) => d.kode))];
  const nilai = (daftar: readonly PotretDokumen[], k: string): string => daftar.find((d) => d.kode === k)?.nilai ?? '';
  return [
    ...kini.potret.map((b) => ({
      ...{ bidang: b.bidang, label: b.label, sesudah: b.nilai },
      sebelum: lalu.potret.find((l) => l.bidang === b.bidang)?.nilai ?? '',
    })),
    ...kode.map((k) => ({
      ...{ bidang: `dokumen-${k}`, label: namaDokumen(k) },
      ...{ sebelum: nilai(lalu.dokumen, k), sesudah: nilai(kini.dokumen, k) },
    })),
  ].filter(sama);
}
