import { tanggal } from '../../common/format.js';
import { type Fakta } from '../ormas/fakta.js';
import { type IsiSurat } from './surat.types.js';

// A letter says what held on the day of its issue. Here is told what of it the register no longer says.

/** Something on a letter that is no longer so. `sejak` 'YYYY-MM-DD'; null: since nobody knows when. No value of either side. */
export interface BedaSurat {
  label: string;
  /** A person holds the office now who is not on the letter. */
  orang: boolean;
  sejak: string | null;
}

/** Parts of a letter with the fact of the register that each is made from. */
const BAGIAN = [
  ['nama', 'Nama organisasi', 'nama'],
  ['alamat', 'Alamat sekretariat', 'sekretariat'],
  ['bentuk', 'Bentuk', 'dasar-hukum'],
  ['bidang', 'Bidang kegiatan', 'bidang'],
  ['dasarHukum', 'Dasar hukum', 'dasar-hukum'],
  ['akta', 'Akta notaris', 'dasar-hukum'],
] as const satisfies readonly (readonly [keyof IsiSurat, string, Fakta])[];

const rapi = (t: string): string => t.replace(/\s+/g, ' ').trim();

/** The facts whose words on the letter differ from those of now. */
export function faktaBerbeda(lama: IsiSurat, kini: IsiSurat): { label: string; fakta: Fakta }[] {
  return BAGIAN.filter(([b]) => rapi(lama[b]) !== rapi(kini[b])).map(([, label, fakta]) => ({ label, fakta }));
}

/** The offices on the letter that somebody else holds now. One whose term ended without a successor is no other person. */
export function jabatanBerganti(
  lama: IsiSurat,
  kini: readonly { jabatan: string; nama: string; dari: string }[],
): BedaSurat[] {
  return lama.pengurus.flatMap((p) => {
    const baru = kini.find((k) => k.jabatan === p.jabatan);
    return baru && rapi(baru.nama) !== rapi(p.nama) ? [{ label: p.jabatan, orang: true, sejak: baru.dari }] : [];
  });
}

/** "Ketua pada surat ini sudah berganti sejak 1 Maret 2025." */
export function kalimatBeda({ label, orang, sejak }: BedaSurat): string {
  return `${label} pada surat ini sudah ${orang ? 'berganti' : 'berubah'}${sejak ? ` sejak ${tanggal(sejak)}` : ''}.`;
}

/** The reason that a letter in place of this one would have, as it is proposed: "Perubahan ketua dan alamat sekretariat". */
export function alasanPengganti(beda: readonly BedaSurat[]): string {
  const kata = beda.map((b) => b.label.toLowerCase());
  if (kata.length === 0) return '';
  const akhir = kata.pop() ?? '';
  return `Perubahan ${kata.length > 0 ? `${kata.join(', ')} dan ` : ''}${akhir}`;
}
