import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { bolehUbahLambang } from './surat.policy.js';

/** The picture of the emblem at the one door to stored files. */
export const OBJEK_LAMBANG = 'lambang';

/** The emblem in the letterhead: a checked picture of which the settings know. */
@Injectable()
export class LambangService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly berkas: BerkasService,
    private readonly setelan: SetelanService,
  ) {}

  /** The stored picture, or null. @throws DomainError `tidak-berwenang` */
  async baca(aktor: Aktor): Promise<{ berkasId: string } | null> {
    if (!bolehUbahLambang(aktor)) throw new DomainError('tidak-berwenang');
    return (await this.setelan.bacaUntukUbah(aktor)).isi.lambang;
  }

  /**
   * Puts a received picture into the letterhead of all documents made from now on.
   * @param unggahan where the upload lies, and its name
   * @throws DomainError `tidak-berwenang`; `berkas-ditolak` for what is no picture
   */
  async ganti(aktor: Aktor, unggahan: { jalur: string; nama: string }): Promise<void> {
    if (!bolehUbahLambang(aktor)) throw new DomainError('tidak-berwenang');
    const siap = await this.berkas.siapkan(unggahan.jalur, unggahan.nama);
    if (!siap.mime.startsWith('image/'))
      throw new DomainError('berkas-ditolak', `Berkas “${siap.nama}” bukan gambar. Pilih berkas PNG, JPEG, atau WebP.`);
    await this.transaksi.jalankan(async (em) => {
      const berkasId = await this.berkas.catat(em, siap, {
        objek: OBJEK_LAMBANG,
        objekId: 0,
        ormasId: null,
        dibuatOleh: aktor.id,
      });
      await this.setelan.ubahLambang(em, aktor, { berkasId, sha256: siap.sha256, mime: siap.mime });
    });
    this.setelan.segarkan();
  }

  /** Takes the emblem out of the letterhead. @throws DomainError `tidak-berwenang` */
  async hapus(aktor: Aktor): Promise<void> {
    if (!bolehUbahLambang(aktor)) throw new DomainError('tidak-berwenang');
    await this.transaksi.jalankan((em) => this.setelan.ubahLambang(em, aktor, null));
    this.setelan.segarkan();
  }
}
