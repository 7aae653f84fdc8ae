import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { pemilikAlamat } from '../../../infra/http/pemilik-alamat.js';

/** So much at once, and so much again in each second. */
export interface Takaran {
  sekaligus: number;
  perDetik: number;
}

/**
 * Pages: a whole office or school behind one address may look things up all day; who takes the register page by page is
 * slowed down, and finds the open data, which is one request.
 */
export const TAKARAN_HALAMAN: Takaran = { sekaligus: 600, perDetik: 10 };
/** The whole register: ten times at once, then once a minute. What has not changed (304) is not counted. */
export const TAKARAN_DATA: Takaran = { sekaligus: 10, perDetik: 1 / 60 };

/** Addresses remembered at most; beyond, all begin anew. */
const ALAMAT_MAKS = 20_000;

/** How much each address may ask for: a bucket that fills up again. Kept in the process; nothing of it is written down. */
@Injectable()
export class BatasLaju {
  private readonly sisa = new Map<string, { isi: number; saat: number }>();

  constructor(private readonly clock: Clock) {}

  /** Takes one from the bucket. @throws DomainError `terlalu-sering` with the seconds to wait, when it is empty */
  ambil(jenis: string, alamat: string, { sekaligus, perDetik }: Takaran): void {
    const kini = this.clock.sekarang().getTime();
    const kunci = `${jenis} ${pemilikAlamat(alamat)}`;
    const ada = this.sisa.get(kunci);
    const isi = ada ? Math.min(sekaligus, ada.isi + (Math.max(0, kini - ada.saat) / 1000) * perDetik) : sekaligus;
    if (isi < 1) {
      this.sisa.set(kunci, { isi, saat: kini });
      throw new DomainError(
        'terlalu-sering',
        'Dari alamat jaringan ini terlalu banyak halaman dibuka dalam waktu singkat. Tunggu sebentar, lalu coba lagi; seluruh isi direktori juga tersedia sekali unduh di halaman data terbuka.',
        { cobaLagiDetik: Math.ceil((1 - isi) / perDetik) },
      );
    }
    if (!ada && this.sisa.size >= ALAMAT_MAKS) this.sisa.clear();
    this.sisa.set(kunci, { isi: isi - 1, saat: kini });
  }
}
