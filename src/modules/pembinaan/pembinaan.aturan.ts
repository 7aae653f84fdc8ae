import { type GalatIsian } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { HARI_PERTAMA, tanggalSah } from '../../common/tanggal.js';
import { type JenisPembinaan } from '../ormas/ormas.types.js';
import { sanksiBerlaku, SEBUTAN_PEMBINAAN } from '../ormas/sanksi.js';
import { type IsianPembinaan, type KeadaanPembinaan } from './pembinaan.types.js';

// The rules of the log of guidance and sanctions. Pure.

/** What each kind is, as the form explains it; the ladder is that of UU 16/2017 (before: UU 17/2013). */
export const URAIAN_JENIS: Readonly<Record<JenisPembinaan, string>> = {
  pembinaan: 'Kunjungan, undangan, atau pertemuan untuk membimbing. Bukan sanksi.',
  peringatan: 'Sanksi pertama: surat peringatan tertulis, diberikan satu kali.',
  penghentian: 'Sanksi kedua: kegiatan dihentikan, bila peringatan tidak dipatuhi.',
  pencabutan:
    'Sanksi terakhir: surat keterangan terdaftar atau status badan hukum dicabut Menteri. Bukan keputusan kota.',
};

/** Said wherever sanctions are recorded or read. */
export const PORTAL_MENCATAT =
  'Portal ini hanya mencatat apa yang sudah diputuskan pejabat yang berwenang beserta suratnya. Portal tidak pernah menjatuhkan, mengusulkan, atau mencabut sanksi; pencabutan adalah keputusan Menteri.';

/** How a row stands on a day. */
export function keadaanPembinaan(
  b: Pick<IsianPembinaan, 'jenis' | 'tanggal' | 'sampai'> & { batalPada: Date | null },
  hari: string,
): KeadaanPembinaan {
  if (b.batalPada !== null) return 'batal';
  if (b.jenis === 'pembinaan') return 'tercatat';
  return sanksiBerlaku(b, hari) ? 'berlaku' : 'berakhir';
}

/** What speaks against recording it so, each at its field. @param hari today */
export function galatPembinaan(b: IsianPembinaan, hari: string): GalatIsian[] {
  const galat: GalatIsian[] = [];
  const salah = (bidang: keyof IsianPembinaan, pesan: string): unknown => galat.push({ bidang, pesan });
  const lampau = (bidang: 'tanggal' | 'tanggalSurat', nilai: string): unknown =>
    !tanggalSah(nilai)
      ? salah(bidang, 'Tanggal ini tidak ada dalam kalender.')
      : nilai > hari
        ? salah(bidang, 'Isi tanggal hari ini atau yang sudah lewat.')
        : nilai < HARI_PERTAMA && salah(bidang, `Isi tanggal ${tanggal(HARI_PERTAMA)} atau sesudahnya.`);
  const sanksi = b.jenis !== 'pembinaan';
  lampau('tanggal', b.tanggal);
  if (b.sampai !== null) {
    if (!tanggalSah(b.sampai)) salah('sampai', 'Tanggal ini tidak ada dalam kalender.');
    else if (b.sampai < b.tanggal) salah('sampai', 'Hari terakhir tidak boleh sebelum tanggal mulai.');
  }
  if (b.nomor === null && sanksi)
    salah(
      'nomor',
      b.jenis === 'pencabutan'
        ? 'Isi nomor keputusan Menteri. Pencabutan tanpa keputusan tidak dapat dicatat.'
        : 'Isi nomor suratnya. Sanksi tanpa surat tidak dapat dicatat.',
    );
  if (b.tanggalSurat !== null) lampau('tanggalSurat', b.tanggalSurat);
  else if (sanksi) salah('tanggalSurat', `Isi tanggal ${b.jenis === 'pencabutan' ? 'keputusan Menteri' : 'suratnya'}.`);
  if (b.dasar === '') salah('dasar', 'Tulis dasarnya: siapa yang memutuskan, dan menurut apa.');
  if (b.keterangan === '') salah('keterangan', 'Tulis singkat apa yang terjadi.');
  return galat;
}

/** A row in words, as conflicts and the trail compare it. */
export function kataPembinaan(b: IsianPembinaan): Record<string, string> {
  const hari = (t: string | null, kosong: string): string => (t === null ? kosong : tanggal(t));
  return {
    Jenis: SEBUTAN_PEMBINAAN[b.jenis],
    Tanggal: tanggal(b.tanggal),
    'Hari terakhir': hari(b.sampai, 'belum diketahui'),
    'Nomor surat': b.nomor ?? '',
    'Tanggal surat': hari(b.tanggalSurat, ''),
    Dasar: b.dasar,
    Keterangan: b.keterangan,
  };
}

/** Of what a correction changes nothing it is none. */
export function samaPembinaan(a: IsianPembinaan, b: IsianPembinaan): boolean {
  const [x, y] = [kataPembinaan(a), kataPembinaan(b)];
  return Object.keys(x).every((k) => x[k] === y[k]);
}
