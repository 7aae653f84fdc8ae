import { type GalatIsian } from '../../../common/domain-error.js';
import { type SaringanPublik } from '../../ormas/ormas-publik.service.js';
import { type OpsiOrmas } from '../../ormas/ormas.types.js';

/** No name of an ormas and no number is longer. */
const CARI_MAKS = 100;

const LABEL = { bidang: 'bidang', kecamatan: 'kecamatan', kelurahan: 'kelurahan', status: 'status' } as const;
type Pilihan = keyof typeof LABEL;

/** What an address asks for, and in words what of it cannot be. */
export interface Permintaan {
  saringan: SaringanPublik;
  halaman: number;
  galat: GalatIsian[];
}

/**
 * Reads an address of the directory. Whoever follows an old or a mistyped link is told what is wrong with it, instead of
 * being shown another list than the one that was asked for. Parameters that the directory does not know (of a campaign,
 * of a social network) are of no account.
 */
export function bacaPermintaan(kueri: Record<string, unknown>, opsi: Pick<OpsiOrmas, Pilihan>): Permintaan {
  const galat: GalatIsian[] = [];
  const teks = (nama: string): string => {
    const nilai = kueri[nama] ?? '';
    if (typeof nilai === 'string') return nilai.trim();
    galat.push({ bidang: nama, pesan: `Isi ${nama} satu kali saja.` });
    return '';
  };
  const pilihan = (nama: Pilihan): string => {
    const nilai = teks(nama);
    if (nilai === '' || opsi[nama].some((o) => o.nilai === nilai)) return nilai;
    galat.push({ bidang: nama, pesan: `Pilihan ${LABEL[nama]} ini tidak ada. Pilih dari daftar yang tersedia.` });
    return '';
  };
  const cari = teks('cari');
  if (cari.length > CARI_MAKS) {
    galat.push({
      bidang: 'cari',
      pesan: `Tulis paling banyak ${CARI_MAKS} huruf; beberapa kata dari namanya sudah cukup.`,
    });
  }
  const halaman = teks('halaman');
  const nomor = halaman === '' ? 1 : /^[1-9]\d{0,5}$/.test(halaman) ? Number(halaman) : 0;
  if (nomor === 0) galat.push({ bidang: 'halaman', pesan: 'Nomor halaman ditulis dengan angka, mulai dari 1.' });
  return {
    saringan: {
      cari: cari.slice(0, CARI_MAKS),
      bidang: pilihan('bidang'),
      kecamatan: pilihan('kecamatan'),
      kelurahan: pilihan('kelurahan'),
      status: pilihan('status'),
    },
    halaman: nomor || 1,
    galat,
  };
}
