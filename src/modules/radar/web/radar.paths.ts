import { type BarisRadar, type SaringanRadar } from '../radar.types.js';

/** Addresses of the radar; what is as usual does not stand in them. */
export const jalurRadar = {
  daftar: (s: Partial<SaringanRadar> = {}, halaman = 1): string => {
    const kueri = new URLSearchParams(Object.entries(s).filter(([n, v]) => v !== '' && !(n === 'masa' && v === '30')));
    if (halaman > 1) kueri.set('halaman', String(halaman));
    const teks = kueri.toString();
    return teks === '' ? '/radar' : `/radar?${teks}`;
  },
  cetak: (s: SaringanRadar): string => {
    const kueri = new URLSearchParams(Object.entries(s).filter(([, v]) => v !== ''));
    return `/radar/cetak?${kueri.toString()}`;
  },
  /** The page of the ormas, at what ends where it stands there. */
  ormas: ({ ormasId, benda, bendaId }: Pick<BarisRadar, 'ormasId' | 'benda' | 'bendaId'>): string =>
    `/ormas/${ormasId}${{ dokumen: `#dokumen-${bendaId}`, 'masa-bakti': '#pengurus', skko: '#identitas', surat: '' }[benda]}`,
};
