import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import { type SaringanHasil } from '../penilaian.types.js';

const rapi = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
const keAngka = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
/** An unknown choice in an address is as none, so that an old link still opens. */
const salahSatu =
  (pilihan: readonly string[]) =>
  ({ value }: { value: unknown }): unknown =>
    typeof value === 'string' && pilihan.includes(value) ? value : undefined;

const KEADAAN = ['0', '1', '2', '3', '4', 'lengkap', 'sementara', 'profil-saja', 'bertanda'] as const;

/** Filters of the list of results, from the address. */
export class SaringanHasilDto {
  @IsOptional()
  @Transform(rapi)
  @IsString()
  @MaxLength(100, { message: 'Kata pencarian terlalu panjang.' })
  cari?: string;

  @IsOptional()
  @Transform(keAngka)
  @IsInt()
  @Min(0)
  opd?: number;

  @IsOptional()
  @Transform(salahSatu(KEADAAN))
  @IsIn(KEADAAN)
  keadaan?: SaringanHasil['keadaan'];

  @IsOptional()
  @Transform(salahSatu(['skor', 'nama', 'cakupan']))
  urut?: SaringanHasil['urut'];

  @IsOptional()
  @Transform(salahSatu(['naik', 'turun']))
  arah?: SaringanHasil['arah'];

  @IsOptional()
  @Transform(keAngka)
  @IsInt()
  @Min(1)
  @Max(100_000)
  halaman?: number;
}

const ULANGI = 'Muat ulang halaman ini, lalu isi kembali.';

/** The year of a new period. */
export class PeriodeBaruDto {
  @Transform(keAngka)
  @IsInt({ message: 'Tulis tahun penilaian, misalnya 2026.' })
  @Min(2000, { message: 'Tulis tahun penilaian, misalnya 2026.' })
  @Max(2100, { message: 'Tulis tahun penilaian, misalnya 2026.' })
  tahun: number;
}

/** Closing or opening a period. */
export class StatusPeriodeDto {
  @Transform(keAngka)
  @IsInt({ message: ULANGI })
  @Min(1, { message: ULANGI })
  versi: number;

  @IsOptional()
  @Transform(rapi)
  @IsString()
  @MaxLength(300, { message: 'Alasan paling panjang 300 huruf.' })
  alasan?: string;
}

/** Closing a period, with the tick that its page asks for. */
export class TutupPeriodeDto {
  @Transform(keAngka)
  @IsInt({ message: ULANGI })
  @Min(1, { message: ULANGI })
  versi: number;

  @IsIn(['ya'], { message: 'Centang persetujuan ini bila periode memang hendak ditutup.' })
  paham: 'ya';
}

const TINGKAT = ['0', '1', '2', '3', '4'] as const;

const daftar = ({ value }: { value: unknown }): unknown => [value ?? []].flat();

/** An officer's decision about one indicator. */
export class TingkatDto {
  @IsIn([...TINGKAT, 'tak-berlaku', 'tarik'], { message: 'Pilih salah satu tingkat.' })
  nilai: (typeof TINGKAT)[number] | 'tak-berlaku' | 'tarik';

  @Transform(rapi)
  @IsString({ message: 'Tuliskan alasannya.' })
  @Length(5, 300, { message: 'Tuliskan alasannya, 5 sampai 300 huruf; alasan ini disimpan bersama tingkatnya.' })
  alasan: string;

  /** Ids of the files that the decision rests on. */
  @Transform(daftar)
  @IsString({ each: true, message: ULANGI })
  dasar: string[];
}

/** The ormas's own level of one indicator. */
export class MandiriDto {
  @IsIn(TINGKAT, { message: 'Pilih salah satu tingkat.' })
  nilai: (typeof TINGKAT)[number];
}
