import type { Rekaman } from './csv.js';
import * as isian from './isian.js';
import type { Catatan } from './register.types.js';
import { bacaTanggal } from './tanggal-register.js';
import type { Medan, Peta } from './tata-letak.js';

/** The longest text a field takes, in characters: the widths of the register's columns. */
export const PANJANG_MAKS: Readonly<Partial<Record<Medan, number>>> = {
  nama: 200,
  dasarHukum: 120,
  dasarHukumLain: 120,
  akta: 60,
  alamat: 300,
  bidang: 120,
  sumberDana: 200,
  ketua: 160,
  sekretaris: 160,
  bendahara: 160,
  bendahara2: 160,
  singkatan: 40,
  nomorSkko: 80,
  nomorReg: 80,
};

const ANGKA_HILANG = (teks: string): string =>
  `berisi bilangan ${isian.kutip(teks)} yang angka-angkanya sudah hilang: ubah format kolomnya menjadi Teks, lalu ketik ulang nomornya`;

/** A line being read: its cells by field, and what has been found wrong or worth a note so far. */
export class PembacaBaris {
  readonly galat: string[] = [];
  readonly catatan: Omit<Catatan, 'baris'>[] = [];
  private readonly rusak = new Set<number>();

  constructor(
    private readonly rekaman: Rekaman,
    private readonly peta: Peta,
  ) {
    this.periksaJumlahSel();
    const telepon = peta.kolom.get('telepon');
    for (const [i, sel] of rekaman.sel.entries()) {
      // Its length first: nothing else is asked of a text that may be as long as the file.
      if (sel.length > isian.SEL_MAKS) this.cacat(i, `terlalu panjang, paling banyak ${isian.SEL_MAKS} karakter`);
      else if (isian.adalahRumus(sel, i === telepon)) this.cacat(i, 'berisi rumus, tulis sebagai teks biasa');
      else if (isian.berkendali(sel)) this.cacat(i, 'berisi karakter kendali yang tidak terbaca');
      else if (isian.angkaHilang(sel)) this.cacat(i, ANGKA_HILANG(sel.trim()));
    }
  }

  judul(medan: Medan): string {
    return this.peta.judul[this.peta.kolom.get(medan) ?? -1] ?? medan;
  }

  ada(medan: Medan): boolean {
    return this.peta.kolom.has(medan);
  }

  /** Whether this layout gives the kelurahan a column; in the city's register it may stand in the address. */
  get kelurahanBerkolom(): boolean {
    return this.peta.tataLetak !== 'skko';
  }

  /** Whether the cell was refused as such already (a formula, damage): then nothing else is asked of it. */
  sudahCacat(medan: Medan): boolean {
    return this.rusak.has(this.peta.kolom.get(medan) ?? -1);
  }

  /** The tidy text of a cell; `''` when empty, when the file has no such column, or when the cell is refused. */
  sel(medan: Medan): string {
    const i = this.peta.kolom.get(medan);
    return i === undefined || this.rusak.has(i) ? '' : isian.rapikanSel(this.rekaman.sel[i] ?? '');
  }

  salah(medan: Medan, pesan: string): void {
    this.galat.push(`${this.judul(medan)}: ${pesan}`);
  }

  catat(medan: Medan, pesan: string | undefined): void {
    if (pesan !== undefined) this.catatan.push({ kolom: this.judul(medan), pesan });
  }

  teks(medan: Medan, isi = this.sel(medan)): string | null {
    const maks = PANJANG_MAKS[medan];
    if (maks !== undefined && isi.length > maks) {
      this.salah(medan, `isi terlalu panjang (${isi.length} karakter), paling banyak ${maks}`);
    }
    return isi === '' ? null : isi;
  }

  tanggal(medan: Medan, isi = isian.rapikanAngka(this.sel(medan))): string | null {
    if (isi === '') return null;
    const tanggal = bacaTanggal(isi);
    if (tanggal === null) this.salah(medan, `${isian.kutip(isi)} bukan tanggal yang ada, seharusnya hari/bulan/tahun`);
    return tanggal;
  }

  /** A value that rejects the line when it is wrong. */
  ketat<T>(medan: Medan, baca: (teks: string) => isian.Isian<T>): T | null {
    const hasil = baca(isian.rapikanAngka(this.sel(medan)));
    if ('galat' in hasil) {
      this.salah(medan, hasil.galat);
      return null;
    }
    this.catat(medan, hasil.catatan);
    return hasil.nilai;
  }

  /** A value that is dropped with a note when it is wrong. */
  longgar<T>(medan: Medan, baca: (teks: string) => { nilai: T; catatan?: string }): T {
    const hasil = baca(isian.rapikanAngka(this.sel(medan)));
    this.catat(medan, hasil.catatan);
    return hasil.nilai;
  }

  private cacat(i: number, pesan: string): void {
    this.rusak.add(i);
    this.galat.push(`${this.peta.judul[i] ?? `kolom ke-${i + 1}`}: ${pesan}`);
  }

  /** Spreadsheets leave out trailing empty cells; a cell too many means that a separator stands unquoted in a text. */
  private periksaJumlahSel(): void {
    const { sel, baris, sampai } = this.rekaman;
    const harus = this.peta.judul.length;
    if (!sel.slice(harus).some((s) => s.trim() !== '')) return;
    const tempat = sampai > baris ? ` (baris ${baris} sampai ${sampai} terbaca sebagai satu)` : '';
    this.galat.push(
      `jumlah kolom ${sel.length}, seharusnya ${harus}${tempat}: apit isi yang memuat pemisah dengan tanda kutip`,
    );
  }
}
