import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { KERTAS, type Kertas, type SetelanKantor } from '../setelan.types.js';

const rapi = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/[^\S\n]+/g, ' ').trim() : value;
const keAngka = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? Number(value) : value);
const hanyaAngka = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/[\s.]/g, '') : value;

/** A line of text that must be there, at most `maks` letters. */
function Wajib(apa: string, maks = 200): PropertyDecorator {
  const hias = [
    Transform(rapi),
    IsString({ message: `Tulis ${apa}.` }),
    IsNotEmpty({ message: `Tulis ${apa}.` }),
    MaxLength(maks, { message: `Paling panjang ${maks} huruf.` }),
  ];
  return (sasaran, nama) => hias.forEach((h) => h(sasaran, nama));
}

/** The form of settings; the letterhead's lines come in one field, a line each. */
export class SetelanDto {
  @Transform(keAngka)
  @IsInt({ message: 'Muat ulang halaman ini, lalu isi kembali.' })
  @Min(0, { message: 'Muat ulang halaman ini, lalu isi kembali.' })
  versi: number;

  @Wajib('nama kota', 80)
  kota: string;

  @Wajib('nama lembaga')
  lembaga: string;

  @Wajib('baris kop surat', 600)
  barisKop: string;

  @Wajib('alamat kantor', 300)
  alamat: string;

  @Wajib('kontak kantor', 300)
  kontak: string;

  @Wajib('tempat penandatanganan', 80)
  tempat: string;

  @IsIn(KERTAS, { message: 'Pilih A4 atau F4.' })
  kertas: Kertas;

  @Wajib('jabatan penanda tangan')
  jabatan: string;

  @Wajib('nama penanda tangan')
  nama: string;

  @Wajib('pangkat penanda tangan', 120)
  pangkat: string;

  @Transform(hanyaAngka)
  @Matches(/^\d{18}$/, { message: 'NIP terdiri atas 18 angka.' })
  nip: string;

  @Wajib('format nomor surat keterangan', 60)
  @Matches(/^(?=.*\{urut\})(?=.*\{tahun\})(?:[^{}]|\{(?:urut|bulan|tahun)\})+$/, {
    message: 'Pakai {urut} dan {tahun}, boleh juga {bulan}; tidak ada kurung kurawal lain.',
  })
  formatSurat: string;

  @Transform(keAngka)
  @IsInt({ message: 'Isi masa berlaku dalam tahun, 1 sampai 10.' })
  @Min(1, { message: 'Isi masa berlaku dalam tahun, 1 sampai 10.' })
  @Max(10, { message: 'Isi masa berlaku dalam tahun, 1 sampai 10.' })
  masaSurat: number;

  @Matches(/^(0[1-9]|1[0-2])-01$/, { message: 'Pilih bulan awal jendela penilaian.' })
  jendelaMulai: string;
}

/** The settings that a checked form means; what the form does not show stays as it is. */
export function keSetelan(d: SetelanDto, lama: Pick<SetelanKantor, 'lambang'>): SetelanKantor {
  const baris = d.barisKop.split('\n').map((b) => b.trim());
  return {
    kota: d.kota,
    lembaga: d.lembaga,
    kop: { baris: baris.filter((b) => b !== ''), alamat: d.alamat, kontak: d.kontak },
    tempat: d.tempat,
    kertas: d.kertas,
    penandaTangan: { jabatan: d.jabatan, nama: d.nama, pangkat: d.pangkat, nip: d.nip },
    surat: { format: d.formatSurat, masaTahun: d.masaSurat },
    lambang: lama.lambang,
    jendelaMulai: d.jendelaMulai,
  };
}
