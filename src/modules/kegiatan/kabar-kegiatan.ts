import { memuatNomorPribadi } from '../../common/nomor-pribadi.js';
import { type JawabanBersama } from './kegiatan.policy.js';
import { type TindakanKegiatan } from './kegiatan.status.js';

// What an ormas is told of the decisions on its reports. It goes out by mail: remarks in which a number of a person may
// stand are read in the portal alone.

/** From which answer of the OPD an answer leads away; null: it has not answered. */
export const DARI_JAWABAN: Readonly<Record<JawabanBersama, 'ya' | 'bukan' | null>> = {
  konfirmasiBersama: null,
  bantahBersama: null,
  tarikKonfirmasi: 'ya',
  tarikBantahan: 'bukan',
};

/** What the trail says of an answer. */
export function ringkasJawaban(aksi: JawabanBersama, judul: string): string {
  return {
    konfirmasiBersama: `OPD mengonfirmasi kegiatan “${judul}” sebagai kegiatan bersama`,
    tarikKonfirmasi: `OPD menarik konfirmasi atas kegiatan “${judul}”`,
    bantahBersama: `OPD menyatakan kegiatan “${judul}” bukan kegiatan bersama`,
    tarikBantahan: `OPD menarik jawaban bahwa kegiatan “${judul}” bukan kegiatan bersama`,
  }[aksi];
}

/** The acts of the office on a report that was sent. */
export type PutusanKegiatan = Extract<TindakanKegiatan, 'verifikasi' | 'kembalikan' | 'tolak' | 'bukaKembali'>;

const PUTUSAN: Readonly<Record<PutusanKegiatan, { sebutan: string; isi: string; catatan: string }>> = {
  verifikasi: { sebutan: 'diverifikasi', isi: 'Petugas menerima laporan ini.', catatan: 'Catatan petugas' },
  kembalikan: {
    sebutan: 'perlu diperbaiki',
    isi: 'Petugas mengembalikan laporan ini. Perbaiki, lalu kirim lagi; hari pengiriman yang pertama tetap dihitung.',
    catatan: 'Yang perlu diperbaiki',
  },
  tolak: { sebutan: 'ditolak', isi: 'Petugas tidak menerima laporan ini.', catatan: 'Alasan' },
  bukaKembali: {
    sebutan: 'dibuka kembali',
    isi: 'Keputusan atas laporan ini dibuka kembali; laporan menunggu verifikasi lagi.',
    catatan: 'Alasan',
  },
};

const catatanAman = (label: string, catatan: string): string =>
  memuatNomorPribadi(catatan) ? `${label}: baca di portal.` : `${label}: ${catatan}`;

/** The notice of a decision. */
export function kabarKeputusan(
  aksi: PutusanKegiatan,
  k: { judul: string },
  catatan: string | null,
): { judul: string; isi: string } {
  const { sebutan, isi, catatan: label } = PUTUSAN[aksi];
  return {
    judul: judulKabar(`Laporan ${sebutan}`, k.judul),
    isi: [isi, ...(catatan ? [catatanAman(label, catatan)] : [])].join('\n'),
  };
}

/** The notice that an OPD did not take part. */
export function kabarBantahan(k: { judul: string }, alasan: string): { judul: string; isi: string } {
  return {
    judul: judulKabar('Bukan kegiatan bersama', k.judul),
    isi: `OPD yang Anda sebut menyatakan bahwa ini bukan kegiatan bersamanya.\n${catatanAman('Alasan', alasan)}`,
  };
}

const judulKabar = (apa: string, judul: string): string =>
  memuatNomorPribadi(judul) ? apa : `${apa}: ${judul}`.slice(0, 200);
