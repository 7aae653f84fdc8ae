import { pemilikAlamat } from '../../../infra/http/pemilik-alamat.js';

/** Requests of one address within the window. */
interface Hitungan {
  sejak: number;
  jumlah: number;
}

/** No more addresses are kept in mind; beyond, all are forgotten, which only lets some ask again. */
const ALAMAT_MAKS = 10_000;

/**
 * Lets each address ask so many times within a window, in this process. Codes cannot be found by trying; this keeps one
 * sender from taking the page away from the others.
 */
export class Pembatas {
  private readonly hitungan = new Map<string, Hitungan>();

  constructor(
    private readonly jatah: number,
    private readonly jendelaMs: number,
  ) {}

  /** Counts one request. @returns seconds to wait when there were too many, else 0 */
  hitung(dari: string, kini: number): number {
    const alamat = pemilikAlamat(dari);
    const ada = this.hitungan.get(alamat);
    if (!ada || kini - ada.sejak >= this.jendelaMs || kini < ada.sejak) {
      if (this.hitungan.size >= ALAMAT_MAKS) this.hitungan.clear();
      this.hitungan.set(alamat, { sejak: kini, jumlah: 1 });
      return 0;
    }
    ada.jumlah++;
    return ada.jumlah <= this.jatah ? 0 : Math.max(1, Math.ceil((ada.sejak + this.jendelaMs - kini) / 1000));
  }
}
