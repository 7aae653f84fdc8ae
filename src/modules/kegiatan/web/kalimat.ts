import { angka, rentangTanggal, tanggal } from '../../../common/format.js';
import { selisihHari, tanggalWib } from '../../../common/tanggal.js';
import { hariTerlambat } from '../kegiatan.aturan.js';
import { type StatusKegiatan } from '../kegiatan.status.js';
import { type BarisKegiatan } from '../kegiatan.types.js';

// The same words for the same thing on every page of activities.

/** How long something waits, in words: `hari ini`, `1 hari`, `6 hari`. */
export function lamaMenunggu(sejak: Date, kini: Date): string {
  const hari = Math.max(0, selisihHari(tanggalWib(sejak), tanggalWib(kini)));
  return hari === 0 ? 'sejak hari ini' : `${angka(hari)} hari`;
}

/** Whether the first submission was on time, in the words used everywhere; null before it. */
export function kalimatTepatWaktu(selesai: string | null, pertama: Date | null): string | null {
  const hari = hariTerlambat(selesai, pertama);
  if (hari === null) return null;
  return hari === 0 ? 'dilaporkan tepat waktu' : `dilaporkan terlambat ${angka(hari)} hari`;
}

/** That a report which was sent is being rewritten, to its writer and to others; `''` where it is not. */
function kalimatTulisUlang(k: BarisKegiatan, penulis: boolean): string {
  const ditulisUlang = k.ditulisUlang || (k.status === 'draf' && k.diajukanPertamaPada !== null);
  if (!ditulisUlang) return '';
  if (penulis) return 'Perbaikan Anda belum dikirim';
  return `Sedang ditulis ulang oleh ormas${k.diajukanPada ? `; yang tampil adalah kiriman ${tanggal(k.diajukanPada)}` : ''}`;
}

/** The one status line of a report: the badge says what it is, this what it means. @param penulis whether the reader writes it */
export function kalimatStatus(k: BarisKegiatan, kini: Date, penulis: boolean): string {
  const waktu = kalimatTepatWaktu(k.tanggalSelesai, k.diajukanPertamaPada);
  const ekor = waktu ? `, ${waktu}` : '';
  const ulang = kalimatTulisUlang(k, penulis);
  const per: Record<StatusKegiatan, string> = {
    draf: ulang || 'Belum dikirim',
    diajukan: `Menunggu ${k.diajukanPada ? lamaMenunggu(k.diajukanPada, kini) : ''}${ekor}`,
    dikembalikan: `${ulang ? `${ulang}. ` : ''}Petugas meminta perbaikan${k.catatan ? `: ${k.catatan}` : ''}`,
    terverifikasi: waktu ? `${(waktu[0] ?? '').toUpperCase()}${waktu.slice(1)}` : 'Diterima',
    ditolak: k.catatan ? `Alasan: ${k.catatan}` : 'Tidak diterima',
    dibatalkan: 'Ditarik oleh ormas',
  };
  return per[k.status];
}

/** The days of an activity in words. */
export const tanggalKegiatan = (mulai: string | null, selesai: string | null): string =>
  mulai ? rentangTanggal(mulai, selesai ?? mulai) : 'Belum bertanggal';
