import { bedaSatuHuruf, hurufUrut, NAMA_MIRIP_MIN } from '../kembaran.js';

/** Whose name is nearly the same: a line of the file, or an ormas of the register. */
export type Mirip = { baris: number } | { ormasId: number };

interface Bernama {
  nama: string;
  milik: Mirip;
}

/**
 * With so many names of one kelurahan and one length a name is compared: a file of names that are all as long must not
 * take the square of its lines. What is not compared here is found once it is in the register.
 */
const SEBANDING_MAKS = 200;

/**
 * Remembers names and finds the one that is nearly the same in its kelurahan: one letter differs, or the same letters
 * stand in another order. It says only that somebody should look: such a line is taken like any other.
 */
export class PencocokMirip {
  private readonly sepanjang = new Map<string, Bernama[]>();
  private readonly sehuruf = new Map<string, Bernama>();

  /** @param terdaftar names of the register as `kunciNama` makes them, each with the id of its ormas */
  constructor(terdaftar: Iterable<readonly [string, number]> = []) {
    for (const [kunci, ormasId] of terdaftar) this.ingat(kunci, { ormasId });
  }

  /** The first that was remembered whose name is nearly that of the key; null when there is none. */
  cari(kunci: string): Mirip | null {
    const { nama, kelurahan } = urai(kunci);
    if (nama.length < NAMA_MIRIP_MIN) return null;
    const sehuruf = this.sehuruf.get(kunciHuruf(nama, kelurahan));
    if (sehuruf && sehuruf.nama !== nama) return sehuruf.milik;
    for (const n of [nama.length, nama.length - 1, nama.length + 1]) {
      const satu = this.sepanjang.get(kunciPanjang(n, kelurahan))?.find((b) => bedaSatuHuruf(b.nama, nama));
      if (satu) return satu.milik;
    }
    return null;
  }

  /** Remembers a line that is taken. */
  catat(kunci: string, baris: number): void {
    this.ingat(kunci, { baris });
  }

  private ingat(kunci: string, milik: Mirip): void {
    const { nama, kelurahan } = urai(kunci);
    if (nama.length < NAMA_MIRIP_MIN) return;
    const panjang = kunciPanjang(nama.length, kelurahan);
    const ada = this.sepanjang.get(panjang);
    if (!ada) this.sepanjang.set(panjang, [{ nama, milik }]);
    else if (ada.length < SEBANDING_MAKS) ada.push({ nama, milik });
    const huruf = kunciHuruf(nama, kelurahan);
    if (!this.sehuruf.has(huruf)) this.sehuruf.set(huruf, { nama, milik });
  }
}

const kunciPanjang = (panjang: number, kelurahan: string): string => `${panjang}|${kelurahan}`;
const kunciHuruf = (nama: string, kelurahan: string): string => `${hurufUrut(nama)}|${kelurahan}`;

/** The two halves of a key; a folded name has no stroke. */
function urai(kunci: string): { nama: string; kelurahan: string } {
  const di = kunci.indexOf('|');
  return { nama: kunci.slice(0, di), kelurahan: kunci.slice(di + 1) };
}
