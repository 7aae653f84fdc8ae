import { IsIn, MaxLength } from 'class-validator';
import { type Ketikan } from '../perubahan.aturan.js';

/** The officer's decision. Whether remarks are needed depends on the decision; the service says so. */
export class KeputusanDto {
  @IsIn(['setujui', 'kembalikan', 'tolak'], { message: 'Pilih keputusan Anda.' })
  keputusan: 'setujui' | 'kembalikan' | 'tolak';

  @MaxLength(1000, { message: 'Catatan paling banyak 1.000 huruf.' })
  catatan: string;
}

/** `05/12/2026` as `2026-12-05`; browsers with a date picker send the latter. */
const tanggalDiketik = (teks: string): string => {
  const t = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(teks);
  return t ? `${t[3]}-${(t[2] ?? '').padStart(2, '0')}-${(t[1] ?? '').padStart(2, '0')}` : teks;
};

/** Every named field of a form as trimmed text; what is missing or no text becomes `''`. */
export function teksIsian(isi: unknown, nama: readonly string[]): Ketikan {
  const asal = (isi ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    nama.map((n) => {
      const teks = typeof asal[n] === 'string' ? asal[n].replace(/\r\n?/g, '\n').trim() : '';
      return [n, /tanggal|berlaku|sampai/i.test(n) ? tanggalDiketik(teks) : teks];
    }),
  );
}
