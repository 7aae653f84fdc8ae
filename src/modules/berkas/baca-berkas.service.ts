import { Injectable, Logger } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { Gudang } from '../../infra/storage/gudang.js';
import { AuditService } from '../audit/audit.service.js';
import { BerkasService } from './berkas.service.js';
import { sebutBerkas } from './nama-berkas.js';

/** What somebody reads: the bytes as a stream of `ukuran` bytes, and how to label them. */
export interface IsiBerkas {
  aliran: NodeJS.ReadableStream;
  ukuran: number;
  mime: string;
  nama: string;
}

/** Reading of stored files by people: permission by the guard of the file's object, and a trace where it matters. */
@Injectable()
export class BacaBerkasService {
  private readonly log = new Logger('Berkas');

  constructor(
    private readonly berkas: BerkasService,
    private readonly gudang: Gudang,
    private readonly audit: AuditService,
    private readonly transaksi: Transaksi,
  ) {}

  /**
   * Opens a file for a reader. The reading of documents that name people is written to the audit trail (not the
   * reading of one's own upload, nor of photos: a page of thumbnails would drown the trail).
   * @param kecil the small picture, where there is one
   * @throws DomainError `tidak-ditemukan` also when it exists but is not for this reader
   */
  async baca(aktor: Aktor, id: string, kecil = false): Promise<IsiBerkas> {
    const { berkas, dicatat } = await this.berkas.untukDibaca(aktor, id);
    const sidik = kecil && berkas.sha256Kecil ? berkas.sha256Kecil : berkas.sha256;
    const ukuran = await this.gudang.ukuran(sidik);
    if (ukuran === null) {
      this.log.error(`Isi berkas ${sidik} tidak ada di gudang`);
      throw new DomainError(
        'tidak-ditemukan',
        'Isi berkas ini tidak ada di penyimpanan. Beri tahu admin portal; data lainnya tidak berubah.',
      );
    }
    if (dicatat) {
      await this.transaksi.jalankan((em) =>
        this.audit.catat(em, aktor, {
          aksi: 'berkas.baca',
          objek: berkas.objek,
          objekId: berkas.objekId,
          ormasId: berkas.ormasId,
          ringkasan: `Membuka ${sebutBerkas(berkas)}`,
          rincian: { berkas: berkas.id, sha256: berkas.sha256 },
        }),
      );
    }
    return { aliran: this.gudang.baca(sidik), ukuran, mime: berkas.mime, nama: berkas.nama };
  }
}
