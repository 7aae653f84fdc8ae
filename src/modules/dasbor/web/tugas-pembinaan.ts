import { angka } from '../../../common/format.js';
import { type Tugas } from '../../../infra/view/bagian.js';
import { type PembinaanMenunggu } from '../dasbor.types.js';
import { jalurLain } from './dasbor.paths.js';
import { kataMenunggu } from './kata.js';

/** What waits of recommendations, and where standing and sanctions ask for an officer. */
export function tugasPembinaan({ rekomendasi, selisih, tanpaDokumen }: PembinaanMenunggu, kini: Date): Tugas[] {
  const sejak = kataMenunggu(rekomendasi.sejak, kini);
  return [
    ...(rekomendasi.jumlah === 0
      ? []
      : [
          {
            jenis: 'proses' as const,
            teks: `Periksa ${angka(rekomendasi.jumlah)} tindak lanjut rekomendasi`,
            alasan: 'Ormas melaporkannya selesai; dihitung setelah diterima.',
            ...(sejak === undefined ? {} : { sejak }),
            tombol: { teks: 'Periksa', href: jalurLain.rekomendasiDilaporkan() },
          },
        ]),
    ...(selisih === 0
      ? []
      : [
          {
            jenis: 'perlu' as const,
            teks: `Samakan status dan sanksi ${angka(selisih)} ormas`,
            alasan: 'Yang tercatat sebagai sanksi dan status dalam register belum sejalan.',
            tombol: { teks: 'Lihat', href: jalurLain.statusBelumSejalan() },
          },
        ]),
    ...(tanpaDokumen === 0
      ? []
      : [
          {
            jenis: 'netral' as const,
            teks: `Lampirkan surat pada ${angka(tanpaDokumen)} sanksi yang berlaku`,
            alasan: 'Suratnya belum tersimpan di portal.',
            tombol: { teks: 'Lihat', href: jalurLain.sanksiTanpaSurat() },
          },
        ]),
  ];
}
