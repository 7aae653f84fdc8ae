import { Transform } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsISO8601,
  IsInt,
  IsNotEmpty,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { TIDAK_TERJADI } from '../koreksi-status.js';
import { JENIS_DOKUMEN, type JenisDokumen, STATUS_ORMAS, type StatusOrmas } from '../ormas.types.js';

const rapi = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
const angkaTelepon = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/[\s().-]/g, '').replace(/^\+?62(?=8)/, '0') : value;
const keAngka = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? Number(value) : value);
const terisi =
  (bidang: string) =>
  (o: object): boolean =>
    (o as Record<string, unknown>)[bidang] !== '';

class BerversiDto {
  @Transform(keAngka)
  @IsInt({ message: 'Muat ulang halaman ini, lalu isi kembali.' })
  @Min(1, { message: 'Muat ulang halaman ini, lalu isi kembali.' })
  versi: number;
}

/** Contact details as they come from the form; empty text is "none". */
export class KontakDto extends BerversiDto {
  @Transform(angkaTelepon)
  @ValidateIf(terisi('telepon'))
  @Matches(/^0\d{9,12}$/, { message: 'Tulis nomor telepon 10 sampai 13 angka, misalnya 081200000000.' })
  telepon: string;

  @Transform(rapi)
  @ValidateIf(terisi('surel'))
  @IsEmail({}, { message: 'Tulis alamat surel yang lengkap, misalnya sekretariat@contoh.org.' })
  @MaxLength(190, { message: 'Alamat surel paling panjang 190 huruf.' })
  surel: string;
}

/** A document as it is handed in; empty text is "none". */
export class DokumenDto {
  @IsIn(JENIS_DOKUMEN, { message: 'Pilih jenis dokumennya.' })
  jenis: JenisDokumen;

  @Transform(rapi)
  @MaxLength(120, { message: 'Nomor dokumen paling panjang 120 huruf.' })
  nomor: string;

  @ValidateIf(terisi('tanggal'))
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'Tulis tanggal yang ada, misalnya 2026-03-01.' })
  @IsISO8601({ strict: true }, { message: 'Tulis tanggal yang ada, misalnya 2026-03-01.' })
  tanggal: string;

  @ValidateIf(terisi('berlakuSampai'))
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'Tulis tanggal yang ada, misalnya 2026-03-01.' })
  @IsISO8601({ strict: true }, { message: 'Tulis tanggal yang ada, misalnya 2031-03-01.' })
  berlakuSampai: string;
}

/** An officer's finding on a document. */
export class TemuanDokumenDto {
  @IsIn(['sah', 'tidak-sah'], { message: 'Pilih sah atau tidak sah.' })
  hasil: 'sah' | 'tidak-sah';

  @IsString()
  statusTerlihat: string;

  @Transform(rapi)
  @IsString()
  @MaxLength(300, { message: 'Alasan paling panjang 300 huruf.' })
  alasan: string;
}

/** A decision on the cluster. */
export class KlasterDto extends BerversiDto {
  @IsString({ message: 'Pilih OPD.' })
  @IsNotEmpty({ message: 'Pilih OPD.' })
  opd: string;

  @IsString({ message: 'Pilih bidang.' })
  bidang: string;

  @Transform(rapi)
  @IsString({ message: 'Tulis alasan.' })
  @Length(10, 300, { message: 'Tulis alasan, 10 sampai 300 huruf.' })
  alasan: string;
}

/** A change of standing in the register. */
export class StatusDto extends BerversiDto {
  @IsIn(STATUS_ORMAS, { message: 'Pilih status baru.' })
  status: StatusOrmas;

  // Asked from below: what is empty is told so before anything of the calendar.
  @IsISO8601({ strict: true }, { message: 'Tanggal ini tidak ada dalam kalender.' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Isi tanggalnya.' })
  berlaku: string;

  @Transform(rapi)
  @IsString({ message: 'Tulis dasarnya.' })
  @Length(10, 300, { message: 'Tulis dasarnya, 10 sampai 300 huruf.' })
  alasan: string;
}

/** A correction of the history of standing; the day counts only where something takes the place of what was wrong. */
export class KoreksiStatusDto extends BerversiDto {
  @IsIn([...STATUS_ORMAS, TIDAK_TERJADI], { message: 'Pilih yang benar.' })
  status: StatusOrmas | typeof TIDAK_TERJADI;

  @ValidateIf((d: KoreksiStatusDto) => d.status !== TIDAK_TERJADI)
  // Asked from below: what is empty is told so before anything of the calendar.
  @IsISO8601({ strict: true }, { message: 'Tanggal ini tidak ada dalam kalender.' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Isi tanggalnya.' })
  berlaku: string;

  @Transform(rapi)
  @IsString({ message: 'Tulis alasan koreksi.' })
  @Length(10, 300, { message: 'Tulis alasan koreksi, 10 sampai 300 huruf.' })
  alasan: string;
}
