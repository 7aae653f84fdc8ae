import { IsEmail, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, MaxLength, Min, ValidateIf } from 'class-validator';
import { Transform, Type } from 'class-transformer';
import { PERAN, type Peran } from '../../../common/aktor.js';

/** A name stands on one line. */
const satuBaris = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
/** An id as a list of choices sends it: digits alone, so that '1e1' is none. */
const keId = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

export class MasukDto {
  @IsEmail({}, { message: 'Tuliskan alamat surel yang lengkap, misalnya nama@contoh.id.' })
  @MaxLength(190, { message: 'Surel terlalu panjang.' })
  surel: string;

  @IsString({ message: 'Tuliskan kata sandi Anda.' })
  @IsNotEmpty({ message: 'Tuliskan kata sandi Anda.' })
  @MaxLength(512, { message: 'Kata sandi terlalu panjang.' })
  sandi: string;

  @IsOptional()
  @IsString()
  kembali?: string;
}

export class GantiSandiDto {
  @IsString({ message: 'Tuliskan kata sandi Anda sekarang.' })
  @IsNotEmpty({ message: 'Tuliskan kata sandi Anda sekarang.' })
  @MaxLength(512, { message: 'Kata sandi terlalu panjang.' })
  sandiLama: string;

  @IsString({ message: 'Tuliskan kata sandi baru.' })
  @IsNotEmpty({ message: 'Tuliskan kata sandi baru.' })
  @MaxLength(512, { message: 'Kata sandi terlalu panjang.' })
  sandiBaru: string;
}

export class PakaiTautanDto {
  @IsEmail({}, { message: 'Tuliskan alamat surel yang lengkap, misalnya nama@contoh.id.' })
  @MaxLength(190, { message: 'Surel terlalu panjang.' })
  surel: string;

  @Transform(satuBaris)
  @IsString({ message: 'Tuliskan nama Anda.' })
  @IsNotEmpty({ message: 'Tuliskan nama Anda.' })
  @MaxLength(160, { message: 'Nama paling banyak 160 karakter.' })
  nama: string;

  @IsString({ message: 'Tuliskan kata sandi baru.' })
  @IsNotEmpty({ message: 'Tuliskan kata sandi baru.' })
  @MaxLength(512, { message: 'Kata sandi terlalu panjang.' })
  sandiBaru: string;
}

/** Opening an account by oneself: what `PakaiTautanDto` asks of the first admin. */
export class BukaAkunDto extends PakaiTautanDto {}

export class AkunBaruDto {
  @IsEmail({}, { message: 'Tuliskan alamat surel yang lengkap, misalnya nama@contoh.id.' })
  @MaxLength(190, { message: 'Surel terlalu panjang.' })
  surel: string;

  @Transform(satuBaris)
  @IsString({ message: 'Tuliskan nama pemilik akun.' })
  @IsNotEmpty({ message: 'Tuliskan nama pemilik akun.' })
  @MaxLength(160, { message: 'Nama paling banyak 160 karakter.' })
  nama: string;

  @IsIn(PERAN, { message: 'Pilih peran akun.' })
  peran: Peran;

  @ValidateIf((d: AkunBaruDto) => d.peran === 'opd')
  @Transform(keId)
  @IsInt({ message: 'Pilih OPD akun ini.' })
  @Min(1, { message: 'Pilih OPD akun ini.' })
  opdId?: number;

  @ValidateIf((d: AkunBaruDto) => d.peran === 'sekretaris')
  @Transform(keId)
  @IsInt({ message: 'Cari lalu pilih ormas akun ini.' })
  @Min(1, { message: 'Cari lalu pilih ormas akun ini.' })
  ormasId?: number;
}

export class AturAktifDto {
  @Type(() => Number)
  @IsInt()
  versi: number;

  @IsIn(['ya', 'tidak'])
  aktif: 'ya' | 'tidak';
}
