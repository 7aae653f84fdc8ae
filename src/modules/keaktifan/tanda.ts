import { angka } from '../../common/format.js';
import { selisihHari } from '../../common/tanggal.js';
import { TANDA_HIDUP, type TandaHidup, type TandaOrmas } from './keaktifan.types.js';

export const SEBUTAN_TANDA: Readonly<Record<TandaHidup, string>> = {
  laporan: 'Laporan kegiatan',
  pertemuan: 'Pertemuan pembinaan',
  kunjungan: 'Kunjungan lapangan',
  perubahan: 'Perubahan data',
  konfirmasi: 'Konfirmasi profil',
  masuk: 'Masuk ke portal',
};

/** The newest sign of life and its day; null when there never was one. Of one day the strongest sign counts. */
export function tandaTerakhir(tanda: TandaOrmas): { jenis: TandaHidup; pada: string } | null {
  let terakhir: { jenis: TandaHidup; pada: string } | null = null;
  for (const jenis of TANDA_HIDUP) {
    const pada = tanda[jenis];
    if (pada !== null && (terakhir === null || pada > terakhir.pada)) terakhir = { jenis, pada };
  }
  return terakhir;
}

/** `diam 14 bulan`, `diam 12 hari`, `belum pernah`: the silence until a day ('YYYY-MM-DD'). */
export function kataDiam(terakhir: string | null, hari: string): string {
  if (terakhir === null) return 'belum pernah';
  const lama = selisihHari(terakhir, hari);
  if (lama <= 0) return 'hari ini';
  return lama < 60 ? `diam ${angka(lama)} hari` : `diam ${angka(Math.floor(lama / 30.4375))} bulan`;
}
