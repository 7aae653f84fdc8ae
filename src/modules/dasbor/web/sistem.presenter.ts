import { angka, tanggalJam } from '../../../common/format.js';
import { type Butir, type Catatan, type KepalaHalaman } from '../../../infra/view/bagian.js';
import { type PekerjaanGagal } from '../../../infra/outbox/keadaan-kotak.js';
import { type KeadaanSistem } from '../dasbor.types.js';
import { jalurDasbor, jalurLain } from './dasbor.paths.js';

/** `views/dasbor/sistem.hbs`. */
export interface TampilanSistem {
  judul: string;
  kepala: KepalaHalaman;
  peringatan: Catatan[];
  antrean: Butir[];
  mesin: Butir[];
  gagal: { nama: string; muatan: string; galat: string; kapan: string; percobaan: string; cobaLagi: string }[];
  /** That there are more than are shown; '' where all are. */
  gagalLain: string;
}

const NAMA: Readonly<Record<string, string>> = {
  'penilaian/potongan': 'Perhitungan IKO, satu bagian',
  'laporan/siapkan': 'Laporan tahunan, persiapan',
  'laporan/bagian': 'Laporan tahunan, satu bagian',
  'laporan/gabung': 'Laporan tahunan, penggabungan',
};

/** The state of queue, database and Redis, and what failed. */
export function presentSistem(k: KeadaanSistem & { gagal: PekerjaanGagal[]; kini: Date }): TampilanSistem {
  const { kotak, basisData, sesi } = k;
  return {
    judul: 'Keadaan sistem',
    kepala: {
      judul: 'Keadaan sistem',
      pengantar: `Dibaca ${tanggalJam(k.kini)}.`,
      remah: [{ teks: 'Beranda', href: jalurDasbor.beranda() }],
      tindakan: [{ teks: 'Muat ulang', href: jalurDasbor.sistem() }],
    },
    peringatan: peringatan(k),
    antrean: [
      { label: 'Menunggu', nilai: `${angka(kotak.menunggu)} pekerjaan` },
      { label: 'Sedang dikerjakan', nilai: `${angka(kotak.berjalan)} pekerjaan` },
      { label: 'Selesai dalam 24 jam', nilai: `${angka(kotak.selesai)} pekerjaan` },
      {
        label: 'Gagal',
        nilai: `${angka(kotak.gagal)} pekerjaan`,
        ...(kotak.gagal > 0 && { lencana: { jenis: 'bahaya' as const, teks: 'Perlu dicoba lagi' } }),
      },
      {
        label: 'Proses pekerja',
        nilai: '',
        lencana: kotak.diamSejak
          ? { jenis: 'bahaya', teks: 'Tidak menjawab' }
          : { jenis: 'baik', teks: kotak.menunggu + kotak.berjalan > 0 ? 'Bekerja' : 'Tidak ada yang tertunda' },
      },
    ],
    mesin: [
      {
        label: 'Basis data',
        nilai: basisData.versi,
        lencana: basisData.perluMigrasi
          ? { jenis: 'perlu', teks: 'Perlu migrasi' }
          : { jenis: 'baik', teks: 'Tersambung' },
      },
      {
        label: 'Redis',
        nilai: '',
        lencana:
          k.redis === 'tersambung' ? { jenis: 'baik', teks: 'Tersambung' } : { jenis: 'bahaya', teks: 'Terputus' },
      },
      { label: 'Sesi yang sedang masuk', nilai: angka(sesi.aktif) },
      {
        label: 'Sesi kedaluwarsa',
        nilai: sesi.kedaluwarsa === 0 ? 'sudah disapu' : `${angka(sesi.kedaluwarsa)} menunggu disapu`,
      },
      { label: 'Jejak tindakan', nilai: 'Buka jejak audit', href: jalurLain.audit() },
    ],
    gagal: k.gagal.map((g) => ({
      nama: NAMA[`${g.antrean}/${g.pekerjaan}`] ?? `${g.antrean}/${g.pekerjaan}`,
      muatan: Object.entries(g.muatan)
        .map(([kunci, nilai]) => `${kunci} ${nilai}`)
        .join(', '),
      galat: g.galat ?? 'sebab tidak tercatat',
      kapan: tanggalJam(g.gagalPada),
      percobaan: `${angka(g.percobaan)} kali dicoba`,
      cobaLagi: jalurDasbor.cobaLagi(g.id),
    })),
    gagalLain:
      kotak.gagal > k.gagal.length
        ? `Yang terbaru: ${angka(k.gagal.length)} dari ${angka(kotak.gagal)} pekerjaan. Yang lain muncul setelah ini dicoba lagi.`
        : '',
  };
}

function peringatan({ kotak, redis, basisData }: KeadaanSistem): Catatan[] {
  return [
    ...(kotak.diamSejak
      ? [
          {
            jenis: 'bahaya' as const,
            judul: 'Proses pekerja tidak menjawab',
            teks: `Ada pekerjaan yang menunggu sejak ${tanggalJam(kotak.diamSejak)}. Tidak ada yang hilang: begitu proses pekerja dijalankan kembali, semuanya dilanjutkan.`,
          },
        ]
      : []),
    ...(redis === 'terputus'
      ? [
          {
            jenis: 'perlu' as const,
            judul: 'Redis terputus',
            teks: 'Halaman dan formulir tetap berjalan. Perhitungan dan laporan menunggu sampai Redis tersambung kembali.',
          },
        ]
      : []),
    ...(basisData.perluMigrasi
      ? [
          {
            jenis: 'perlu' as const,
            judul: 'Basis data perlu migrasi',
            teks: 'Jalankan migrasi sebelum memakai portal lebih lanjut.',
          },
        ]
      : []),
  ];
}
