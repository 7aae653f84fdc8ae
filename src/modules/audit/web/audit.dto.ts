import { Transform, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { type RagamAksi } from '../audit.service.js';

const RAGAM: readonly RagamAksi[] = ['semua', 'masuk', 'baca', 'hitung'];

const kosong = ({ value }: { value: unknown }) => (value === '' ? undefined : value);

export class SaringanAuditDto {
  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Kata pencarian terlalu panjang.' })
  @Transform(kosong)
  cari?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  @Transform(kosong)
  objek?: string;

  /** Another value than these is the usual one, so that an old address still opens. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => RAGAM.find((r) => r === value))
  ragam?: RagamAksi;

  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Nama pelaku terlalu panjang.' })
  @Transform(kosong)
  pelaku?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100, { message: 'Nama ormas terlalu panjang.' })
  @Transform(kosong)
  ormas?: string;

  @IsOptional()
  @Transform(kosong)
  @IsString()
  @MaxLength(20)
  dari?: string;

  @IsOptional()
  @Transform(kosong)
  @IsString()
  @MaxLength(20)
  sampai?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  halaman?: number;
}
