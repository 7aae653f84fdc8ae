import { selisihHari, tambahHari } from '../../common/tanggal.js';
import { type AcakTetap } from './acak-tetap.js';
import { JUDUL, JUDUL_UMUM, URAIAN } from './bahan.js';

/** How an ormas fares; decides how much it does and how well it reports. */
export type Watak = 'teladan' | 'baik' | 'sedang' | 'lemah' | 'diam';

/** What the story needs to know of an ormas of the register. */
export interface OrmasContoh {
  id: number;
  nama: string;
  bidangKode: string | null;
  bidangId: number | null;
  opdId: number | null;
  kelurahanId: number | null;
  kelurahan: string;
  terdaftarPada: string;
}

/** The window of a year (both days included) and the last day on which something can have happened in it. */
export interface JendelaContoh {
  tahun: number;
  mulai: string;
  akhir: string;
  sampai: string;
}

/** How much of a window is over on the morning of a day: 0 on its first day, 1 after its last. */
export function bagianLewat({ mulai, akhir }: Pick<JendelaContoh, 'mulai' | 'akhir'>, hariIni: string): number {
  return Math.min(1, Math.max(0, selisihHari(mulai, hariIni) / (selisihHari(mulai, akhir) + 1)));
}

/** One activity as it happened. Days are 'YYYY-MM-DD'; `laporHari` days after its last day it was first reported. */
export interface KegiatanContoh {
  judul: string;
  uraian: string;
  mulai: string;
  selesai: string;
  butirRencana: number | null;
  dalamKlaster: boolean;
  peserta: {
    laki: number;
    perempuan: number;
    anak: number | null;
    pemuda: number | null;
    lansia: number | null;
    difabel: number | null;
  } | null;
  realisasi: number | null;
  laporHari: number;
  bersamaOpd: boolean;
  jumlahFoto: number;
  denganDokumen: boolean;
}

interface Ukuran {
  kegiatan: [number, number];
  rencana: [number, number];
  tepat: number;
  catat: number;
  pilah: number;
  bersama: number;
  tingkat: [number, number];
}

const UKURAN: Readonly<Record<Watak, Ukuran>> = {
  teladan: { kegiatan: [5, 8], rencana: [5, 6], tepat: 97, catat: 100, pilah: 95, bersama: 45, tingkat: [3, 4] },
  baik: { kegiatan: [3, 6], rencana: [4, 6], tepat: 88, catat: 92, pilah: 75, bersama: 25, tingkat: [2, 4] },
  sedang: { kegiatan: [2, 4], rencana: [3, 6], tepat: 70, catat: 75, pilah: 40, bersama: 10, tingkat: [1, 3] },
  lemah: { kegiatan: [0, 2], rencana: [0, 4], tepat: 40, catat: 45, pilah: 10, bersama: 3, tingkat: [0, 2] },
  diam: { kegiatan: [0, 0], rencana: [0, 2], tepat: 0, catat: 0, pilah: 0, bersama: 0, tingkat: [0, 1] },
};

const URUTAN: readonly Watak[] = ['diam', 'lemah', 'sedang', 'baik', 'teladan'];

/** The nature of an ormas in its first year: 10 % exemplary, 30 % good, 32 % middling, 18 % weak, 10 % silent. */
export function watakAwal(acak: AcakTetap): Watak {
  const n = acak.bulat(100);
  return n < 10 ? 'teladan' : n < 40 ? 'baik' : n < 72 ? 'sedang' : n < 90 ? 'lemah' : 'diam';
}

/** The nature a year later: most stay as they are, some rise, fewer fall. */
export function watakBerikut(acak: AcakTetap, kini: Watak): Watak {
  const n = acak.bulat(100);
  const langkah = n < 22 ? 1 : n < 36 ? -1 : 0;
  return URUTAN[Math.min(4, Math.max(0, URUTAN.indexOf(kini) + langkah))] as Watak;
}

/** The items of the year's work plan. */
export function rencanaKerja(
  acak: AcakTetap,
  o: OrmasContoh,
  watak: Watak,
): { nama: string; target: number; anggaran: number }[] {
  const judul = (o.bidangKode && JUDUL[o.bidangKode]) || JUDUL_UMUM;
  const [dari, sampai] = UKURAN[watak].rencana;
  const jumlah = Math.min(acak.antara(dari, sampai), judul.length);
  return judul.slice(0, jumlah).map((j) => ({
    nama: j.replace(' di {k}', '').replace(' {k}', '').replace(' warga {k}', ' warga'),
    target: acak.antara(2, 9) * 10,
    anggaran: acak.antara(2, 30) * 500_000,
  }));
}

/** What the ormas did in a window, in order of days. `rencana` is the number of items of its plan. */
export function kegiatanSetahun(
  acak: AcakTetap,
  o: OrmasContoh,
  watak: Watak,
  jendela: JendelaContoh,
  rencana: number,
): KegiatanContoh[] {
  const u = UKURAN[watak];
  const judul = (o.bidangKode && JUDUL[o.bidangKode]) || JUDUL_UMUM;
  const panjang = Math.max(1, Math.round((Date.parse(jendela.sampai) - Date.parse(jendela.mulai)) / 86_400_000));
  const penuh = Math.round((Date.parse(jendela.akhir) - Date.parse(jendela.mulai)) / 86_400_000);
  // The running year has had less time than a whole one.
  const jumlah = Math.round((acak.antara(...u.kegiatan) * panjang) / penuh);
  return Array.from({ length: jumlah }, (_, i) => {
    const mulai = tambahHari(jendela.mulai, acak.bulat(Math.max(1, panjang - 2)));
    const selesai = tambahHari(mulai, acak.peluang(25) ? acak.antara(1, 2) : 0);
    const catat = acak.peluang(u.catat);
    const pilah = acak.peluang(u.pilah);
    return {
      judul: (judul[i % judul.length] as string).replace('{k}', o.kelurahan),
      uraian: acak.pilih(URAIAN),
      mulai,
      selesai: selesai > jendela.sampai ? mulai : selesai,
      butirRencana: i < rencana && acak.peluang(90) ? i : null,
      dalamKlaster: acak.peluang(watak === 'lemah' ? 60 : 85),
      peserta: catat ? pesertaContoh(acak, pilah) : null,
      realisasi: acak.peluang(80) ? acak.antara(1, 28) * 500_000 : null,
      laporHari: acak.peluang(u.tepat) ? acak.antara(1, 28) : acak.antara(31, 75),
      bersamaOpd: o.opdId !== null && acak.peluang(u.bersama),
      jumlahFoto: acak.antara(1, 3),
      denganDokumen: acak.peluang(40),
    };
  }).sort((a, b) => (a.mulai < b.mulai ? -1 : 1));
}

/** A level an officer or the ormas itself would give an ormas of this nature. */
export function tingkatUntuk(acak: AcakTetap, watak: Watak): number {
  return acak.antara(...UKURAN[watak].tingkat);
}

/** Chance in 100 that a document of this kind is there and valid. */
export function peluangDokumen(watak: Watak): number {
  return { teladan: 98, baik: 88, sedang: 68, lemah: 40, diam: 22 }[watak];
}

/** Participants by sex and by age; nobody is of two ages, so that the ages are at most all of them. */
function pesertaContoh(acak: AcakTetap, pilah: boolean): NonNullable<KegiatanContoh['peserta']> {
  const orang = () => acak.antara(6, 48);
  const [laki, perempuan] = [orang(), orang()];
  if (!pilah) return { laki, perempuan, anak: null, pemuda: null, lansia: null, difabel: null };
  const anak = Math.min(acak.bulat(12), laki);
  const pemuda = Math.min(orang(), laki + perempuan - anak);
  const lansia = Math.min(acak.bulat(10), laki + perempuan - anak - pemuda);
  return { laki, perempuan, anak, pemuda, lansia, difabel: Math.min(acak.bulat(4), laki) };
}
