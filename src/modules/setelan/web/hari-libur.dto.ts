import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsString, MaxLength, Validate, ValidatorConstraint } from 'class-validator';
import { tanggalSah } from '../../../common/tanggal.js';
import {
  type IsianLibur,
  JENIS_LIBUR,
  type JenisLibur,
  KEPASTIAN_LIBUR,
  type KepastianLibur,
} from '../hari-libur.types.js';

const rapi = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;

/** A day of the calendar in the years that a clock of working days can meet. */
@ValidatorConstraint({ name: 'hariKalender' })
class HariKalender {
  validate(nilai: unknown): boolean {
    return typeof nilai === 'string' && tanggalSah(nilai) && nilai >= '2020-01-01' && nilai <= '2099-12-31';
  }
}

/** The form of a day off. */
export class LiburDto {
  @Transform(rapi)
  @Validate(HariKalender, { message: 'Isi tanggal yang ada dalam kalender, antara 2020 dan 2099.' })
  tanggal: string;

  @Transform(rapi)
  @IsString({ message: 'Tulis nama hari libur.' })
  @IsNotEmpty({ message: 'Tulis nama hari libur.' })
  @MaxLength(160, { message: 'Paling panjang 160 huruf.' })
  nama: string;

  @IsIn(JENIS_LIBUR, { message: 'Pilih jenis hari libur.' })
  jenis: JenisLibur;

  @IsIn(KEPASTIAN_LIBUR, { message: 'Pilih apakah hari ini sudah ditetapkan.' })
  kepastian: KepastianLibur;

  @Transform(rapi)
  @IsString({ message: 'Tulis dasar penetapan, atau kosongkan.' })
  @MaxLength(200, { message: 'Paling panjang 200 huruf.' })
  dasar: string;

  @IsIn(['ya', 'tidak'], { message: 'Pilih apakah kantor libur pada hari ini.' })
  berlaku: 'ya' | 'tidak';
}

/** The day off that a checked form means. */
export const keLibur = (d: LiburDto): IsianLibur => ({
  tanggal: d.tanggal,
  nama: d.nama,
  jenis: d.jenis,
  kepastian: d.kepastian,
  dasar: d.dasar,
  berlaku: d.berlaku === 'ya',
});
