import { Transform } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, Matches, MaxLength, Min, Validate, ValidatorConstraint } from 'class-validator';
import { tanggalSah } from '../../../common/tanggal.js';

const rapi = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
const paragraf = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
const bulat = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;

/** A day of the calendar. */
@ValidatorConstraint({ name: 'hariKalender' })
class HariKalender {
  validate(nilai: unknown): boolean {
    return typeof nilai === 'string' && tanggalSah(nilai);
  }
}

const HARI = { message: 'Isi tanggal yang ada dalam kalender.' };
const ALASAN = 'Tuliskan alasannya, misalnya nomor keputusan atau hasil rapat.';
const ALASAN_PANJANG = 'Alasan paling banyak 1.000 huruf.';
const NAMA_PANJANG = 'Nama paling banyak 80 huruf.';
const LENGKAP = 'Tulis nama lengkap perangkat daerah.';
const LENGKAP_PANJANG = 'Nama lengkap paling banyak 200 huruf.';
const KONTAK_PANJANG = 'Kontak paling banyak 300 huruf.';

class RujukanDto {
  @Transform(rapi)
  @Matches(/^[a-z][a-z0-9-]{1,29}$/, {
    message: 'Kode terdiri atas 2 sampai 30 huruf kecil, angka, atau tanda hubung, diawali huruf.',
  })
  @Matches(/^(?!pemetaan$|belum$)/, { message: 'Kode ini dipakai portal sendiri. Tulis kode lain.' })
  kode: string;

  @Transform(rapi)
  @IsNotEmpty({ message: 'Tulis namanya.' })
  @MaxLength(80, { message: NAMA_PANJANG })
  nama: string;

  @Transform(rapi)
  @Validate(HariKalender, HARI)
  mulai: string;
}

/** A new bidang. */
export class BidangDto extends RujukanDto {
  @Transform(rapi)
  @IsNotEmpty({ message: 'Pilih OPD pembina.' })
  @MaxLength(40, { message: 'Pilih OPD pembina.' })
  opd: string;
}

/** A new OPD. */
export class OpdDto extends RujukanDto {
  @Transform(rapi)
  @IsNotEmpty({ message: LENGKAP })
  @MaxLength(200, { message: LENGKAP_PANJANG })
  namaLengkap: string;

  @IsOptional()
  @Transform(rapi)
  @MaxLength(300, { message: KONTAK_PANJANG })
  kontak?: string;
}

class VersiDto {
  @Transform(bulat)
  @IsInt()
  @Min(0)
  versi: number;
}

/** How the office of an OPD is reached. */
export class KontakDto extends VersiDto {
  @Transform(rapi)
  @MaxLength(300, { message: KONTAK_PANJANG })
  kontak: string;
}

/** Another name of a bidang. */
export class NamaBidangDto extends VersiDto {
  @Transform(rapi)
  @IsNotEmpty({ message: 'Tulis namanya.' })
  @MaxLength(80, { message: NAMA_PANJANG })
  nama: string;

  @Transform(rapi)
  @Validate(HariKalender, HARI)
  mulai: string;

  @Transform(paragraf)
  @IsNotEmpty({ message: ALASAN })
  @MaxLength(1000, { message: ALASAN_PANJANG })
  alasan: string;
}

/** Other names of an OPD. */
export class NamaOpdDto extends NamaBidangDto {
  @Transform(rapi)
  @IsNotEmpty({ message: LENGKAP })
  @MaxLength(200, { message: LENGKAP_PANJANG })
  namaLengkap: string;
}

/** That something goes on whose end was set. */
export class LanjutkanDto extends VersiDto {
  @Transform(paragraf)
  @IsNotEmpty({ message: ALASAN })
  @MaxLength(1000, { message: ALASAN_PANJANG })
  alasan: string;
}

/** The last day of something. */
export class AkhiriDto extends LanjutkanDto {
  @Transform(rapi)
  @Validate(HariKalender, HARI)
  sampai: string;
}
