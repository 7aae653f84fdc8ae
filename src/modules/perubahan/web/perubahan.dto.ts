import { IsIn, MaxLength } from 'class-validator';
import { teksFormulir } from '../../../infra/http/teks-formulir.js';
import { type Ketikan } from '../perubahan.aturan.js';

/** The officer's decision. Whether remarks are needed depends on the decision; the service says so. */
export class KeputusanDto {
  @IsIn(['setujui', 'kembalikan', 'tolak'], { message: 'Pilih keputusan Anda.' })
  keputusan: 'setujui' | 'kembalikan' | 'tolak';

  @MaxLength(1000, { message: 'Catatan paling banyak 1.000 huruf.' })
  catatan: string;
}

/** Every named field of a form as trimmed text; what is missing or no text becomes `''`. */
export const teksIsian = (isi: unknown, nama: readonly string[]): Ketikan =>
  teksFormulir(
    isi,
    nama,
    nama.filter((n) => /tanggal|berlaku|sampai/i.test(n)),
  );
