import { FAKTA, type Fakta, type IsiFakta, samaFakta } from '../ormas/fakta.js';
import { SEBUTAN_JABATAN } from '../ormas/jabatan.js';
import { type NamaRujukan, SEBUTAN_FAKTA, uraiFakta } from '../ormas/kata-fakta.js';
import { tanggal } from '../../common/format.js';
import { type BedaFakta, type FaktaPilihan } from './ganda.types.js';

/** What of an entry may be chosen from, when two become one. */
export interface BahanBeda {
  fakta: IsiFakta;
  pengurus: readonly { jabatan: string; nama: string }[];
  /** Number of its letter from before the portal; null where the portal has issued one to either. */
  skko: { nomor: string | null; sampai: string | null } | null;
}

/** What each choice is called. */
export const SEBUTAN_PILIHAN: Readonly<Record<FaktaPilihan, string>> = {
  ...SEBUTAN_FAKTA,
  pengurus: 'Susunan pengurus',
  skko: 'Nomor surat keterangan',
};
/** The choices in the order of the register. */
export const URUTAN_PILIHAN = Object.keys(SEBUTAN_PILIHAN) as readonly FaktaPilihan[];
const KOSONG = 'belum diisi';

const isFakta = (f: FaktaPilihan): f is Fakta => (FAKTA as readonly string[]).includes(f);

/** The value of one choice in words. */
export function kataPilihan(f: FaktaPilihan, b: BahanBeda, nama: NamaRujukan): string {
  if (f === 'pengurus')
    return b.pengurus.map((p) => `${SEBUTAN_JABATAN[p.jabatan] ?? p.jabatan}: ${p.nama}`).join('; ') || KOSONG;
  if (f === 'skko') {
    const { nomor, sampai } = b.skko ?? { nomor: null, sampai: null };
    return nomor === null ? KOSONG : `${nomor}${sampai === null ? '' : `, sampai ${tanggal(sampai)}`}`;
  }
  if (!isFakta(f)) return '';
  const isi = Object.entries(uraiFakta(f, b.fakta[f] as never, nama)).filter(([, v]) => v !== '');
  return isi.map(([k, v]) => (isi.length === 1 ? v : `${k}: ${v}`)).join('; ') || KOSONG;
}

/** On what two entries differ, in the order of the register. */
export function bedaOrmas(a: BahanBeda, b: BahanBeda, nama: NamaRujukan): BedaFakta[] {
  const sama = (f: FaktaPilihan): boolean => {
    if (f === 'skko') return a.skko === null || b.skko === null || a.skko.nomor === b.skko.nomor;
    if (isFakta(f)) return samaFakta(f, a.fakta[f] as never, b.fakta[f] as never);
    return kataPilihan(f, a, nama) === kataPilihan(f, b, nama);
  };
  return URUTAN_PILIHAN.filter((f) => !sama(f)).map((fakta) => ({
    ...{ fakta, label: SEBUTAN_PILIHAN[fakta] },
    ...{ a: kataPilihan(fakta, a, nama), b: kataPilihan(fakta, b, nama) },
  }));
}
