import { rentangTanggal } from '../../../common/format.js';
import { type Catatan } from '../../../infra/view/bagian.js';
import { type MasaPenilaian, type TahunPenilaian } from '../kegiatan.types.js';

// What a year is where activities are counted by year, and what its end means for a report.

/** `Tahun penilaian 2027: 1 Desember 2026–30 November 2027`. */
export const kalimatTahun = ({ tahun, mulai, akhir }: TahunPenilaian): string =>
  `Tahun penilaian ${tahun}: ${rentangTanggal(mulai, akhir)}`;

/** What an officer's "verified" means in that year. */
export function kalimatDihitung(masa: MasaPenilaian | null): string {
  if (masa?.keadaan === 'ditutup')
    return `Laporan benar dan buktinya cukup. Tahun penilaian ${masa.tahun} sudah ditutup, jadi kegiatan ini tidak dihitung dalam IKO ${masa.tahun}.`;
  return `Laporan benar dan buktinya cukup; kegiatan dihitung${masa ? ` dalam IKO ${masa.tahun}` : ''}.`;
}

/**
 * The year of the activity is over: what that means for its report, and what can be done.
 * @param siapa who reads it: the ormas before it sends, the office before it decides
 */
export function catatanMasa(masa: MasaPenilaian | null, siapa: 'ormas' | 'kantor'): Catatan[] {
  if (masa === null || masa.keadaan === 'berjalan') return [];
  const rentang = rentangTanggal(masa.mulai, masa.akhir);
  if (masa.keadaan === 'lewat') {
    return [
      {
        jenis: 'proses',
        judul: `Masa penilaian ${masa.tahun} sudah berakhir`,
        teks: `Kegiatan ini masuk tahun penilaian ${masa.tahun} (${rentang}), yang belum ditutup. Kegiatan masih dihitung bila laporannya diverifikasi sebelum Kepala Bidang menutup tahun itu.`,
      },
    ];
  }
  const buka =
    siapa === 'ormas'
      ? 'Bila seharusnya dihitung, sampaikan kepada petugas: Kepala Bidang dapat membuka kembali tahun itu.'
      : 'Agar dihitung, Kepala Bidang perlu membuka kembali tahun itu, lalu IKO dihitung ulang.';
  return [
    {
      jenis: 'perlu',
      judul: `Tahun penilaian ${masa.tahun} sudah ditutup`,
      teks: `Kegiatan ini masuk tahun penilaian ${masa.tahun} (${rentang}). Laporannya tetap dapat ${siapa === 'ormas' ? 'dikirim dan diperiksa' : 'diputuskan'} dan tercatat sebagai kegiatan ormas, tetapi tidak dihitung dalam IKO ${masa.tahun}. ${buka}`,
    },
  ];
}
