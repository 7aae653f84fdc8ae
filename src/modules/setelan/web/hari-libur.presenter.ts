import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, hariTanggal } from '../../../common/format.js';
import {
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Lencana,
  type Tab,
} from '../../../infra/view/bagian.js';
import { type BarisLibur, JENIS_LIBUR, SEBUTAN_JENIS_LIBUR } from '../hari-libur.types.js';
import { jalurLibur, JALUR_SETELAN } from './setelan.paths.js';

/** The form of a day off as typed. */
export type KetikanLibur = Record<'tanggal' | 'nama' | 'jenis' | 'kepastian' | 'dasar' | 'berlaku', string>;

export const LIBUR_KOSONG: Readonly<KetikanLibur> = {
  tanggal: '',
  nama: '',
  jenis: '',
  kepastian: '',
  dasar: '',
  berlaku: 'ya',
};

/** A stored day off as the form shows it. */
export const ketikanLibur = (b: BarisLibur): KetikanLibur => ({
  tanggal: b.tanggal,
  nama: b.nama,
  jenis: b.jenis,
  kepastian: b.kepastian,
  dasar: b.dasar,
  berlaku: b.berlaku ? 'ya' : 'tidak',
});

interface KolomLibur {
  tanggal: KolomTeks;
  nama: KolomTeks;
  jenis: KolomPilihan;
  kepastian: KolomPilihan;
  dasar: KolomTeks;
  berlaku: KolomPilihan;
}

export interface HalamanLibur {
  judul: string;
  kepala: KepalaHalaman;
  tab: Tab;
  catatan: Catatan | null;
  keterangan: string;
  baris: { tanggal: string; nama: string; jenis: string; dasar: string; lencana: Lencana; ubah: string }[];
  aksi: string;
  galat: GalatIsian[];
  kolom: KolomLibur;
}

/** The days off of a year, with the form to add one. */
export function presentDaftarLibur(b: {
  tahun: number;
  daftar: BarisLibur[];
  ringkasan: { tahun: number; jumlah: number; perkiraan: number }[];
  ketikan: KetikanLibur;
  galat: GalatIsian[];
}): HalamanLibur {
  const perkiraan = b.ringkasan.find((r) => r.tahun === b.tahun)?.perkiraan ?? 0;
  return {
    judul: `Hari libur ${b.tahun}`,
    kepala: {
      judul: 'Hari libur',
      pengantar: 'Tenggat dalam hari kerja melewati Sabtu, Minggu, dan hari-hari dalam daftar ini.',
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'Setelan kantor', href: JALUR_SETELAN },
      ],
    },
    tab: {
      label: 'Tahun',
      tab: b.ringkasan.map((r) => ({
        teks: String(r.tahun),
        href: jalurLibur.daftar(r.tahun),
        aktif: r.tahun === b.tahun,
        jumlah: angka(r.jumlah),
      })),
    },
    catatan:
      perkiraan === 0
        ? null
        : {
            jenis: 'perlu',
            judul: `${angka(perkiraan)} hari masih perkiraan`,
            teks: `Keputusan bersama untuk tahun ${b.tahun} belum dimuat. Cocokkan setiap baris setelah keputusan terbit; tenggat yang sedang berjalan ikut menyesuaikan.`,
          },
    keterangan: `Hari libur tahun ${b.tahun}`,
    baris: b.daftar.map((h) => ({
      tanggal: hariTanggal(h.tanggal),
      nama: h.nama,
      jenis: SEBUTAN_JENIS_LIBUR[h.jenis],
      dasar: h.dasar,
      lencana: lencanaLibur(h),
      ubah: jalurLibur.satu(h.id),
    })),
    aksi: jalurLibur.daftar(),
    galat: b.galat,
    kolom: kolomLibur(b.ketikan, b.galat),
  };
}

function lencanaLibur(h: BarisLibur): Lencana {
  if (!h.berlaku) return { jenis: 'netral', teks: 'Ditiadakan' };
  return h.kepastian === 'ketetapan' ? { jenis: 'baik', teks: 'Ketetapan' } : { jenis: 'perlu', teks: 'Perkiraan' };
}

export interface HalamanUbahLibur {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  versi: string;
  galat: GalatIsian[];
  kolom: KolomLibur;
  kembali: string;
}

/** The form that corrects one day off. */
export function presentUbahLibur(
  h: BarisLibur,
  ketikan: KetikanLibur,
  versi: string,
  galat: GalatIsian[],
): HalamanUbahLibur {
  const tahun = Number(h.tanggal.slice(0, 4));
  const judul = `Ubah hari libur ${hariTanggal(h.tanggal)}`;
  return {
    judul,
    kepala: {
      judul,
      pengantar: h.nama,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'Setelan kantor', href: JALUR_SETELAN },
        { teks: 'Hari libur', href: jalurLibur.daftar(tahun) },
      ],
    },
    aksi: jalurLibur.satu(h.id),
    versi,
    galat,
    kolom: kolomLibur(ketikan, galat),
    kembali: jalurLibur.daftar(tahun),
  };
}

function kolomLibur(isi: KetikanLibur, galat: GalatIsian[]): KolomLibur {
  const dasar = (nama: keyof KetikanLibur, label: string, wajib = true) => ({
    nama,
    label,
    wajib,
    nilai: isi[nama],
    galat: galat.find((g) => g.bidang === nama)?.pesan ?? null,
  });
  const opsi = (nama: keyof KetikanLibur, daftar: [string, string][]) =>
    daftar.map(([nilai, teks]) => ({ nilai, teks, terpilih: isi[nama] === nilai }));
  return {
    tanggal: dasar('tanggal', 'Tanggal'),
    nama: { ...dasar('nama', 'Nama hari libur'), maksimal: 160 },
    jenis: {
      ...dasar('jenis', 'Jenis'),
      kosong: 'Pilih jenis',
      opsi: opsi(
        'jenis',
        JENIS_LIBUR.map((j) => [j, SEBUTAN_JENIS_LIBUR[j]]),
      ),
    },
    kepastian: {
      ...dasar('kepastian', 'Kepastian'),
      opsi: opsi('kepastian', [
        ['ketetapan', 'Sudah ditetapkan dengan keputusan'],
        ['perkiraan', 'Perkiraan, menunggu keputusan'],
      ]),
    },
    dasar: { ...dasar('dasar', 'Dasar penetapan', false), maksimal: 200, petunjuk: 'Misalnya nomor keputusan.' },
    berlaku: {
      ...dasar('berlaku', 'Kantor pada hari ini'),
      opsi: opsi('berlaku', [
        ['ya', 'Libur'],
        ['tidak', 'Tidak libur: hari ini ditiadakan dari daftar'],
      ]),
    },
  };
}
