import { angka, tanggal } from '../../../common/format.js';
import { type KepalaHalaman, type Kosong, type Lencana, type Penomoran } from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { SEBUTAN_STATUS } from '../../kegiatan/kegiatan.status.js';
import { SEBUTAN_DOKUMEN } from '../../ormas/ormas.types.js';
import { type DaftarTugasTerbuka } from '../daftar-tugas.service.js';
import { type BarisTugas, type NamaDaftar } from '../dasbor.types.js';
import { jalurDasbor, jalurLain } from './dasbor.paths.js';
import { kataDalam } from './kata.js';

interface Baris {
  ormas: string;
  hrefOrmas: string;
  opd: string;
  apa: string;
  href: string;
  catatan: string;
  lencana: Lencana | null;
  kapan: string;
}

/** `views/dasbor/daftar.hbs`. */
export interface TampilanDaftarTugas {
  judul: string;
  kepala: KepalaHalaman;
  /** How many the whole list has. */
  jumlah: string;
  keterangan: string;
  kepalaApa: string;
  kepalaKapan: string;
  baris: Baris[];
  penomoran: Penomoran;
  kosong: Kosong | null;
}

const KATA: Readonly<Record<NamaDaftar, { judul: string; pengantar: string; apa: string; kapan: string }>> = {
  dokumen: {
    judul: 'Dokumen yang belum diperiksa',
    pengantar: 'Dokumen yang sudah disampaikan ormas dan menunggu pemeriksaan petugas.',
    apa: 'Dokumen',
    kapan: 'Berlaku sampai',
  },
  dikembalikan: {
    judul: 'Laporan yang belum diperbaiki',
    pengantar: 'Dikembalikan lebih dari 14 hari lalu dan belum dikirim kembali oleh ormas.',
    apa: 'Laporan',
    kapan: 'Dikembalikan',
  },
  tingkat: {
    judul: 'Tingkat indikator yang belum lengkap',
    pengantar: 'Ormas yang pada periode berjalan belum mempunyai semua tingkat dari petugas.',
    apa: 'Penilaian',
    kapan: 'Sudah ditetapkan',
  },
  'bulan-ini': {
    judul: 'Kegiatan bulan ini',
    pengantar: 'Kegiatan yang dilaporkan dan selesai pada bulan berjalan.',
    apa: 'Kegiatan',
    kapan: 'Selesai',
  },
  'tahun-ini': {
    judul: 'Kegiatan tahun penilaian ini',
    pengantar: 'Kegiatan yang dilaporkan dan selesai dalam masa penilaian yang sedang berjalan.',
    apa: 'Kegiatan',
    kapan: 'Selesai',
  },
};

/** A list behind a task. */
export function presentDaftarTugas(
  daftar: NamaDaftar,
  { halaman, hari, kode }: DaftarTugasTerbuka,
): TampilanDaftarTugas {
  const kata = KATA[daftar];
  return {
    judul: kata.judul,
    kepala: {
      judul: kata.judul,
      pengantar: kata.pengantar,
      remah: [{ teks: 'Beranda', href: jalurDasbor.beranda() }],
    },
    jumlah: angka(halaman.jumlah),
    keterangan: kata.judul,
    kepalaApa: kata.apa,
    kepalaKapan: kata.kapan,
    baris: halaman.isi.map((b) => baris(b, hari)),
    penomoran: susunPenomoran(halaman, (n) => jalurDasbor.daftar(daftar, n, kode)),
    kosong:
      halaman.isi.length > 0
        ? null
        : {
            judul: halaman.jumlah > 0 ? 'Halaman ini kosong' : 'Tidak ada yang menunggu di sini',
            teks:
              halaman.jumlah > 0
                ? 'Daftarnya lebih pendek daripada halaman yang Anda minta.'
                : 'Begitu ada yang perlu dikerjakan, daftarnya muncul di halaman ini.',
            tindakan:
              halaman.jumlah > 0
                ? { teks: 'Ke halaman pertama', href: jalurDasbor.daftar(daftar, 1, kode) }
                : { teks: 'Kembali ke beranda', href: jalurDasbor.beranda() },
          },
  };
}

function baris(b: BarisTugas, hari: string): Baris {
  const dasar = {
    ormas: b.ormas,
    hrefOrmas: jalurLain.ormas(b.ormasId),
    opd: b.opd ?? 'Belum ditetapkan',
    catatan: '',
    lencana: null,
  };
  switch (b.jenis) {
    case 'dokumen':
      return {
        ...dasar,
        apa: SEBUTAN_DOKUMEN[b.dokumen],
        href: jalurLain.dokumenOrmas(b.ormasId, b.dokumenId),
        catatan: b.nomor ? `Nomor ${b.nomor}` : '',
        kapan: kapanBerakhir(b.berlakuSampai, hari),
      };
    case 'dikembalikan':
      return {
        ...dasar,
        apa: b.judul,
        href: jalurLain.kegiatan(b.id),
        catatan: b.catatan ?? '',
        kapan: tanggal(b.sejak),
      };
    case 'tingkat':
      return {
        ...dasar,
        apa: `Penilaian ${b.tahun}`,
        href: jalurLain.nilaiOrmas(b.tahun, b.ormasId),
        kapan: `${angka(b.terisi)} dari ${angka(b.dari)} indikator`,
      };
    case 'bulan-ini':
    case 'tahun-ini':
      return {
        ...dasar,
        apa: b.judul,
        href: jalurLain.kegiatan(b.id),
        lencana: SEBUTAN_STATUS[b.status],
        kapan: tanggal(b.tanggal),
      };
  }
}

function kapanBerakhir(sampai: string | null, hari: string): string {
  if (sampai === null) return 'tanpa batas';
  return sampai < hari ? tanggal(sampai) : kataDalam(sampai, hari);
}
