import Handlebars from 'handlebars';
import {
  angka,
  bulanTahun,
  desimal,
  hariTanggal,
  jam,
  nip,
  persen,
  rupiah,
  tanggal,
  tanggalJam,
  tanggalRingkas,
  ukuranBerkas,
} from '../../common/format.js';
import { type GalatIsian } from '../../common/domain-error.js';
import { type Saringan } from './bagian.js';
import { galatBerlabel } from './galat-berlabel.js';

const nilaiBenar = (nilai: unknown): boolean => !Handlebars.Utils.isEmpty(nilai);
// Handlebars hands every helper one more argument, its options: the templates' own arguments are all but the last.
const tanpaPilihan = (argumen: unknown[]): unknown[] => argumen.slice(0, -1);

/** How many filters are in force beside what was searched for: their fields are folded on a phone, and the fold says it. */
const banyakSaringan = ({ aktif, cari }: Pick<Saringan, 'aktif' | 'cari'>): number =>
  aktif.length - (cari?.nilai ? 1 : 0);

/** The helpers of every template: few, pure, and the same words as the functions in `common/format.ts`. */
export const PEMBANTU: Readonly<Record<string, Handlebars.HelperDelegate>> = {
  tanggal: (waktu: string | Date) => tanggal(waktu),
  tanggalRingkas: (waktu: string | Date) => tanggalRingkas(waktu),
  hariTanggal: (waktu: string | Date) => hariTanggal(waktu),
  bulanTahun: (waktu: string | Date) => bulanTahun(waktu),
  jam: (saat: Date) => jam(saat),
  tanggalJam: (saat: Date) => tanggalJam(saat),
  angka: (n: string | number) => angka(n),
  desimal: (n: string | number) => desimal(n),
  rupiah: (n: string | number) => rupiah(n),
  persen: (n: string | number) => persen(n),
  ukuranBerkas: (bita: number) => ukuranBerkas(bita),
  nip: (teks: string) => nip(teks),
  galatBerlabel: (halaman: object, galat: GalatIsian[]) => galatBerlabel(halaman, galat),
  banyakSaringan: (s: Saringan) => banyakSaringan(s),
  adaGalat: (s: Saringan) => s.kolom?.some((k) => Boolean(k.galat)) ?? false,
  eq: (a: unknown, b: unknown) => a === b,
  not: (a: unknown) => !nilaiBenar(a),
  and: (...argumen: unknown[]) => tanpaPilihan(argumen).every(nilaiBenar),
  or: (...argumen: unknown[]) => tanpaPilihan(argumen).find(nilaiBenar) ?? false,
};
