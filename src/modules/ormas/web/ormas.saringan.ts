import { type OpsiOrmas, type SaringanOrmas, URUTAN_ORMAS } from '../ormas.types.js';
import { SARINGAN_KOSONG } from './ormas.paths.js';

/** No needle of a search is longer. */
const CARI_MAKS = 100;
const HALAMAN_MAKS = 100_000;

/** What stands after the `?` of an address: each value a text, a list, or nested. */
export type Kueri = Record<string, unknown>;

/** The page asked for, from 1; anything else is the first. */
export function bacaHalaman(kueri: Kueri): number {
  const n = typeof kueri.halaman === 'string' && /^\d{1,6}$/.test(kueri.halaman) ? Number(kueri.halaman) : 1;
  return Math.min(Math.max(n, 1), HALAMAN_MAKS);
}

/** The filter an address asks for; values that no choice offers are left out, so that an old link still opens. */
export function bacaSaringan(kueri: Kueri, opsi: OpsiOrmas): SaringanOrmas {
  const pilihan = (nama: keyof OpsiOrmas): string => {
    const nilai = kueri[nama];
    return typeof nilai === 'string' && opsi[nama].some((o) => o.nilai === nilai) ? nilai : '';
  };
  return {
    cari: typeof kueri.cari === 'string' ? kueri.cari.trim().slice(0, CARI_MAKS) : '',
    bidang: pilihan('bidang'),
    opd: pilihan('opd'),
    kecamatan: pilihan('kecamatan'),
    kelurahan: pilihan('kelurahan'),
    status: pilihan('status'),
    keaktifan: pilihan('keaktifan'),
    tingkat: pilihan('tingkat'),
    urut: URUTAN_ORMAS.find((u) => u === kueri.urut) ?? SARINGAN_KOSONG.urut,
    arah: kueri.arah === 'turun' ? 'turun' : 'naik',
  };
}
