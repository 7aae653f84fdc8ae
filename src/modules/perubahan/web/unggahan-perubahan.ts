import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { unggahanDari } from '../../../infra/http/unggahan.js';
import { BerkasService } from '../../berkas/berkas.service.js';
import { type PerubahanBukti } from '../perubahan.service.js';

/** The evidence in a sent form, and why some of its files are not taken. */
export interface HasilUnggah {
  bukti: PerubahanBukti;
  galat: GalatIsian[];
}

/** Takes the files of a request in: checked and durable before the request is touched. */
@Injectable()
export class UnggahanPerubahan {
  constructor(private readonly berkas: BerkasService) {}

  /** @param ormasId whose place in storage the files take; the caller has checked that the sender may write there */
  async ambil(req: Request, ormasId: number): Promise<HasilUnggah> {
    const tambah = [];
    const galat: GalatIsian[] = [];
    const unggahan = unggahanDari(req, 'bukti');
    let sisa = unggahan.length > 0 ? await this.berkas.sisaKuota(ormasId) : 0;
    for (const u of unggahan) {
      try {
        const siap = await this.berkas.siapkan(u.jalur, u.nama);
        sisa -= siap.ukuran;
        if (sisa < 0)
          throw new DomainError('berkas-ditolak', 'Tempat penyimpanan ormas ini tidak cukup; hubungi petugas.');
        tambah.push(siap);
      } catch (salah) {
        if (!(salah instanceof DomainError)) throw salah;
        galat.push({ bidang: 'bukti', pesan: salah.message });
      }
    }
    const isi = (req.body ?? {}) as Record<string, string | string[] | undefined>;
    const lepas = [isi.lepas ?? []].flat().map(Number).filter(Number.isSafeInteger);
    return { bukti: { tambah, lepas }, galat };
  }
}
