import { type GalatIsian } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { tambahHari, tanggalSah } from '../../common/tanggal.js';
import { DAFTAR_PERIKSA, HASIL_PERIKSA, SEBUTAN_HASIL } from './daftar-periksa.data.js';
import {
  type FotoKunjungan,
  type IsianBeritaAcara,
  type IsianRencana,
  type JawabanPeriksa,
  type PetugasKunjungan,
  SEBUTAN_SIKAP,
  SEBUTAN_TUJUAN,
  SIKAP_ORMAS,
  type SikapJawaban,
  TUJUAN_KUNJUNGAN,
} from './kunjungan.types.js';

/** Officers of one visit, photos of one record, ormas planned in one sending. */
export const PETUGAS_MAKS = 6;
export const FOTO_MAKS = 12;
export const RENCANA_MAKS = 25;
/** A visit is planned at most so many days ahead; one that was made without a plan is entered at most so many days after. */
export const HARI_TERJAUH = 365;
export const HARI_SUSULAN = 30;
/** Lengths of texts in letters. */
const PANJANG = { tempat: 300, bekal: 1000, nama: 160, jabatan: 120, catatan: 500, panjang: 4000, kata: 1000 } as const;

/** A form as it was typed: texts by the name of their field, and the accounts that were ticked. */
export interface Ketikan {
  teks: Readonly<Record<string, string>>;
  petugas: readonly number[];
}

export const BIDANG_RENCANA = ['tujuan', 'tanggal', 'jam', 'tempat', 'bekal'] as const;
const BIDANG_POKOK = [
  ...['tanggal', 'mulai', 'selesai', 'ditemui', 'penerimaNama', 'penerimaJabatan'],
  ...['temuan', 'rekomendasi', 'sikap', 'kataOrmas'],
];
export const bidangHasil = (kode: string): string => `hasil_${kode}`;
export const bidangCatatan = (kode: string): string => `catatan_${kode}`;
/** Every text of the form of a record. */
export const BIDANG_BERITA_ACARA: readonly string[] = [
  ...BIDANG_POKOK,
  ...DAFTAR_PERIKSA.flatMap((d) => [bidangHasil(d.kode), bidangCatatan(d.kode)]),
];

const ambil = (k: Ketikan, bidang: string): string => k.teks[bidang] ?? '';

/** `9.05`, `09:05` as '09:05'; null for what is no hour. */
export function bacaJam(teks: string): string | null {
  const [, jam = '', menit = ''] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(teks.trim()) ?? [];
  return jam === '' ? null : `${jam.padStart(2, '0')}:${menit}`;
}

/** '09:05' as `09.05 WIB`. */
export const kataJam = (jam: string): string => `${jam.replace(':', '.')} WIB`;

/** Monday and Sunday of the week of a day. */
export function pekan(hari: string): [senin: string, minggu: string] {
  const ke = (new Date(`${hari}T00:00:00Z`).getUTCDay() + 6) % 7;
  return [tambahHari(hari, -ke), tambahHari(hari, 6 - ke)];
}

/**
 * Reads the form of a plan.
 * @param petugasSah accounts of officers that may be chosen
 * @param hari today, 'YYYY-MM-DD'
 */
export function uraiRencana(
  k: Ketikan,
  petugasSah: ReadonlySet<number>,
  hari: string,
): { isian: IsianRencana | null; galat: GalatIsian[] } {
  const galat: GalatIsian[] = [];
  const salah = (bidang: string, pesan: string): void => void galat.push({ bidang, pesan });
  const tujuan = TUJUAN_KUNJUNGAN.find((t) => t === ambil(k, 'tujuan'));
  if (!tujuan) salah('tujuan', 'Pilih tujuan kunjungan.');
  const tanggalnya = ambil(k, 'tanggal');
  const [terawal, terjauh] = [tambahHari(hari, -HARI_SUSULAN), tambahHari(hari, HARI_TERJAUH)];
  if (!tanggalSah(tanggalnya)) salah('tanggal', 'Isi tanggal kunjungan, misalnya 5 Desember 2026 ditulis 05/12/2026.');
  else if (tanggalnya < terawal || tanggalnya > terjauh)
    salah('tanggal', `Isi tanggal antara ${tanggal(terawal)} dan ${tanggal(terjauh)}.`);
  const jam = ambil(k, 'jam') === '' ? null : bacaJam(ambil(k, 'jam'));
  if (ambil(k, 'jam') !== '' && jam === null) salah('jam', 'Isi jam seperti 09.30, atau kosongkan.');
  const petugas = [...new Set(k.petugas)];
  if (petugas.length === 0) salah('petugas', 'Pilih paling sedikit satu petugas.');
  else if (petugas.length > PETUGAS_MAKS) salah('petugas', `Pilih paling banyak ${PETUGAS_MAKS} petugas.`);
  else if (petugas.some((p) => !petugasSah.has(p))) salah('petugas', 'Pilih petugas dari daftar.');
  const tempat = ambil(k, 'tempat');
  if (tempat.length > PANJANG.tempat) salah('tempat', 'Tempat paling banyak 300 huruf.');
  const bekal = ambil(k, 'bekal');
  if (bekal.length > PANJANG.bekal) salah('bekal', 'Catatan paling banyak 1.000 huruf.');
  if (galat.length > 0 || !tujuan) return { isian: null, galat };
  return { isian: { tujuan, tanggal: tanggalnya, jam, petugas, tempat, bekal }, galat };
}

/**
 * Reads the form of a record: a field that is wrong keeps the value of `dasar` (what is stored), so that the rest can be
 * kept.
 * @param wajib the account that writes: it was there
 */
export function uraiBeritaAcara(
  k: Ketikan,
  dasar: IsianBeritaAcara,
  { petugasSah, wajib }: { petugasSah: ReadonlySet<number>; wajib: number | null },
): { isian: IsianBeritaAcara; galat: GalatIsian[] } {
  const galat: GalatIsian[] = [];
  const salah = <T>(bidang: string, pesan: string, lama: T): T => {
    galat.push({ bidang, pesan });
    return lama;
  };
  const teks = (bidang: string, maks: number, lama: string): string => {
    const isi = ambil(k, bidang);
    return isi.length > maks ? salah(bidang, `Paling banyak ${maks.toLocaleString('id-ID')} huruf.`, lama) : isi;
  };
  const jam = (bidang: 'mulai' | 'selesai'): string | null => {
    const isi = ambil(k, bidang);
    return isi === '' ? null : (bacaJam(isi) ?? salah(bidang, 'Isi jam seperti 09.30.', dasar[bidang]));
  };
  const hari = ambil(k, 'tanggal');
  let [mulai, selesai] = [jam('mulai'), jam('selesai')];
  if (mulai !== null && selesai !== null && selesai < mulai) {
    salah('selesai', 'Jam selesai tidak boleh sebelum jam mulai.', null);
    [mulai, selesai] = [dasar.mulai, dasar.selesai];
  }
  let petugas: readonly number[] = [...new Set(k.petugas)];
  if (petugas.length === 0 || petugas.length > PETUGAS_MAKS || petugas.some((p) => !petugasSah.has(p)))
    petugas = salah('petugas', `Pilih satu sampai ${PETUGAS_MAKS} petugas dari daftar.`, dasar.petugas);
  else if (wajib !== null && !petugas.includes(wajib))
    petugas = salah('petugas', 'Anda menulis berita acara ini, jadi Anda tetap tercantum.', dasar.petugas);
  const periksa = Object.fromEntries(
    DAFTAR_PERIKSA.map(({ kode }): [string, JawabanPeriksa] => [
      kode,
      {
        hasil: HASIL_PERIKSA.find((h) => h === ambil(k, bidangHasil(kode))) ?? null,
        catatan: teks(bidangCatatan(kode), PANJANG.catatan, dasar.periksa[kode]?.catatan ?? ''),
      },
    ]),
  );
  const ditemui = { ya: true, tidak: false }[ambil(k, 'ditemui')] ?? null;
  const isian: IsianBeritaAcara = {
    tanggal:
      hari === '' ? null : tanggalSah(hari) ? hari : salah('tanggal', 'Isi dengan tanggal yang ada.', dasar.tanggal),
    ...{ mulai, selesai, petugas, ditemui },
    penerimaNama: teks('penerimaNama', PANJANG.nama, dasar.penerimaNama),
    penerimaJabatan: teks('penerimaJabatan', PANJANG.jabatan, dasar.penerimaJabatan),
    periksa,
    temuan: teks('temuan', PANJANG.panjang, dasar.temuan),
    rekomendasi: teks('rekomendasi', PANJANG.panjang, dasar.rekomendasi),
    sikap: SIKAP_ORMAS.find((s) => s === ambil(k, 'sikap')) ?? null,
    kataOrmas: teks('kataOrmas', PANJANG.kata, dasar.kataOrmas),
  };
  return { isian, galat };
}

/**
 * What keeps a record from being signed off, in the order of the form. Where nobody was met, nobody is named and nothing
 * was said.
 * @param hari today, 'YYYY-MM-DD'
 */
export function kekuranganBeritaAcara(
  i: IsianBeritaAcara,
  foto: readonly Pick<FotoKunjungan, 'id' | 'keterangan'>[],
  hari: string,
): GalatIsian[] {
  const galat: GalatIsian[] = [];
  const perlu = (kurang: boolean, bidang: string, pesan: string): void => {
    if (kurang) galat.push({ bidang, pesan });
  };
  perlu(i.tanggal === null, 'tanggal', 'Isi tanggal pelaksanaan.');
  perlu(i.tanggal !== null && i.tanggal > hari, 'tanggal', 'Tanggal pelaksanaan belum tiba.');
  perlu(i.mulai === null, 'mulai', 'Isi jam mulai.');
  perlu(i.selesai === null, 'selesai', 'Isi jam selesai.');
  perlu(i.petugas.length === 0, 'petugas', 'Pilih petugas yang hadir.');
  perlu(i.ditemui === null, 'ditemui', 'Pilih apakah ada pengurus yang menerima kunjungan.');
  if (i.ditemui === true) {
    perlu(i.penerimaNama === '', 'penerimaNama', 'Isi nama yang menerima kunjungan.');
    perlu(i.penerimaJabatan === '', 'penerimaJabatan', 'Isi jabatannya dalam organisasi.');
  }
  for (const { kode } of DAFTAR_PERIKSA) {
    const { hasil, catatan } = i.periksa[kode] ?? { hasil: null, catatan: '' };
    perlu(hasil === null, bidangHasil(kode), 'Pilih hasilnya.');
    perlu(hasil !== null && hasil !== 'sesuai' && catatan === '', bidangCatatan(kode), 'Tulis apa yang ditemukan.');
  }
  perlu(i.temuan === '', 'temuan', 'Tulis temuan kunjungan ini.');
  perlu(foto.length === 0, 'foto1', 'Lampirkan paling sedikit satu foto.');
  for (const f of foto) perlu(f.keterangan === '', `keterangan_${f.id}`, 'Tulis apa yang terlihat pada foto ini.');
  if (i.ditemui === true) {
    perlu(i.sikap === null, 'sikap', 'Pilih sikap pihak ormas.');
    perlu(i.sikap === 'tidak-setuju' && i.kataOrmas === '', 'kataOrmas', 'Tulis keberatan pihak ormas.');
  }
  return galat;
}

/** The record as it is signed off: what cannot be where nobody was met is not in it. */
export function rapikanBeritaAcara(i: IsianBeritaAcara): IsianBeritaAcara {
  return i.ditemui === true ? i : { ...i, penerimaNama: '', penerimaJabatan: '', sikap: 'belum', kataOrmas: '' };
}

/** Faults of an answer of the ormas: a refusal says why. */
export function periksaTanggapan(sikap: SikapJawaban | null, kata: string): GalatIsian[] {
  return [
    ...(sikap === null ? [{ bidang: 'sikap', pesan: 'Pilih sikap Anda.' }] : []),
    ...(sikap === 'tidak-setuju' && kata === ''
      ? [{ bidang: 'kata', pesan: 'Tulis bagian mana yang tidak Anda setujui dan sebabnya.' }]
      : []),
    ...(kata.length > PANJANG.kata ? [{ bidang: 'kata', pesan: 'Paling banyak 1.000 huruf.' }] : []),
  ];
}

/** A plan in words, for the page that shows two versions of it. */
export function potretRencana(
  i: Pick<IsianRencana, 'tujuan' | 'tanggal' | 'jam' | 'tempat'>,
  petugas: readonly string[],
): Record<string, string> {
  return {
    Tujuan: SEBUTAN_TUJUAN[i.tujuan],
    'Hari kunjungan': tanggal(i.tanggal) + (i.jam === null ? '' : `, ${kataJam(i.jam)}`),
    Petugas: petugas.join(', '),
    Tempat: i.tempat,
  };
}

/** A record in words: for the check before it is signed off, and for the page that shows two versions of it. */
export function potretBeritaAcara(
  i: IsianBeritaAcara,
  semua: readonly PetugasKunjungan[],
  foto: readonly Pick<FotoKunjungan, 'nama' | 'keterangan'>[],
): Record<string, string> {
  const nama = new Map(semua.map((p) => [p.id, p.nama]));
  return {
    Tanggal: i.tanggal === null ? '' : tanggal(i.tanggal),
    Jam: [i.mulai, i.selesai].flatMap((j) => (j === null ? [] : [kataJam(j)])).join(' sampai '),
    'Petugas yang hadir': i.petugas.map((p) => nama.get(p) ?? '').join(', '),
    'Ada yang menerima': i.ditemui === null ? '' : i.ditemui ? 'Ya' : 'Tidak ada',
    'Yang menerima': [i.penerimaNama, i.penerimaJabatan].filter((t) => t !== '').join(', '),
    ...Object.fromEntries(
      DAFTAR_PERIKSA.map(({ kode, sebutan }) => {
        const { hasil, catatan } = i.periksa[kode] ?? { hasil: null, catatan: '' };
        const kata = [hasil === null ? '' : SEBUTAN_HASIL[hasil], catatan];
        return [sebutan, kata.filter((t) => t !== '').join(': ')];
      }),
    ),
    Temuan: i.temuan,
    Rekomendasi: i.rekomendasi,
    'Sikap ormas': i.sikap === null ? '' : SEBUTAN_SIKAP[i.sikap],
    'Kata ormas': i.kataOrmas,
    Foto: foto.map((f) => f.keterangan || f.nama).join('; '),
  };
}
