import { Type } from 'class-transformer';
import { IsInt, IsString, Length, Max, Min } from 'class-validator';

/** The year of a report to be made. */
export class SusunDto {
  @Type(() => Number)
  @IsInt({ message: 'Pilih tahun laporan.' })
  @Min(2000, { message: 'Tahun laporan tidak masuk akal.' })
  @Max(2100, { message: 'Tahun laporan tidak masuk akal.' })
  tahun: number;
}

/** The version of the report that the person has seen. */
export class VersiDto {
  @Type(() => Number)
  @IsInt({ message: 'Muat ulang halaman, lalu coba lagi.' })
  versi: number;
}

/** Taking an approval or a ratification back. */
export class BatalkanDto extends VersiDto {
  @IsString({ message: 'Tuliskan alasan pembatalan.' })
  @Length(5, 300, { message: 'Tuliskan alasan pembatalan, 5 sampai 300 huruf.' })
  alasan: string;
}
