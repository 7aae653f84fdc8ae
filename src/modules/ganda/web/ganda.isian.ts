import { SEBAB_KEMBAR } from '../../ormas/kembaran.js';
import { URUTAN_PILIHAN } from '../beda.js';
import { type FaktaPilihan, type SaringanGanda } from '../ganda.types.js';

type Isi = Record<string, unknown>;

/** The filters of the list as they stand in the address; what is not known narrows nothing. */
export function bacaSaringan(kueri: Isi): SaringanGanda {
  return {
    status: kueri.status === 'bukan-kembaran' ? 'bukan-kembaran' : 'dugaan',
    sebab: SEBAB_KEMBAR.find((s) => s === kueri.sebab) ?? '',
  };
}

export const bacaHalaman = ({ halaman }: Isi): number =>
  typeof halaman === 'string' && /^[1-9]\d{0,4}$/.test(halaman) ? Number(halaman) : 1;

/** The named fields of a form as trimmed texts; what is missing or no text is ''. */
export function teksIsian<K extends string>(isi: Isi, nama: readonly K[]): Record<K, string> {
  return Object.fromEntries(
    nama.map((n) => {
      const nilai = isi[n];
      return [n, typeof nilai === 'string' ? nilai.replace(/\r\n?/g, '\n').trim() : ''];
    }),
  ) as Record<K, string>;
}

/** The version that a form was made from; what is none is one that nothing has. */
export const versiDari = (v: unknown): number => (typeof v === 'string' && /^\d{1,9}$/.test(v) ? Number(v) : -1);

/** The form of a merging: `tetap` and each choice are `a`, `b`, or '' while nothing is chosen. */
export interface KetikanGabung {
  tetap: 'a' | 'b' | '';
  pilihan: Partial<Record<FaktaPilihan, 'a' | 'b'>>;
  alasan: string;
  versiA: string;
  versiB: string;
}

const sisi = (v: string): 'a' | 'b' | '' => (v === 'a' || v === 'b' ? v : '');

export function bacaKetikan(isi: Isi): KetikanGabung {
  const { tetap, alasan, versiA, versiB } = teksIsian(isi, ['tetap', 'alasan', 'versiA', 'versiB']);
  const nama = URUTAN_PILIHAN.map((f) => `nilai-${f}`);
  const pilih = teksIsian(isi, nama);
  return {
    ...{ tetap: sisi(tetap), alasan, versiA, versiB },
    pilihan: Object.fromEntries(
      URUTAN_PILIHAN.flatMap((f) => {
        const s = sisi(pilih[`nilai-${f}`] ?? '');
        return s === '' ? [] : [[f, s]];
      }),
    ),
  };
}
