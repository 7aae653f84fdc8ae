import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { konteksIni } from '../../infra/database/konteks.js';
import { BerkasService } from './berkas.service.js';
import { type BerkasSiap } from './berkas.types.js';
import { hitungKiriman } from './kiriman-akun.js';
import { bersihkanNama } from './nama-berkas.js';
import { periksaBerkas, periksaUkuran } from './periksa-berkas.js';

/** A4 at 72 points to the inch. */
const A4 = { pendek: 595, panjang: 842 } as const;

/** Several photos of one paper, by a phone that makes no PDF, become one PDF of as many pages. */
@Injectable()
export class LembaranService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly berkas: BerkasService,
  ) {}

  /**
   * @param lembar the photos in the order of the pages; where they lie, their names as the person knows them, their bytes
   * @returns the PDF, checked and durable as `BerkasService.siapkan` does it; named after the first page
   * @throws DomainError `berkas-ditolak` naming the photo that is not taken, or one that is no photo
   */
  async siapkan(lembar: readonly { jalur: string; nama: string; ukuran: number }[]): Promise<BerkasSiap> {
    const pdf = await PDFDocument.create();
    for (const { jalur, nama, ukuran } of lembar) {
      const tolak = (sebab: string) => new DomainError('berkas-ditolak', `Berkas “${bersihkanNama(nama)}” ${sebab}`);
      const alasan = periksaUkuran(ukuran);
      if (alasan) throw tolak(alasan);
      await hitungKiriman(this.db, this.clock, ukuran);
      const hasil = await periksaBerkas(await readFile(jalur), nama, konteksIni().akunId ?? null);
      if (!hasil.layak) throw new DomainError('berkas-ditolak', hasil.pesan);
      if (hasil.mime === 'application/pdf')
        throw tolak('adalah PDF. Kirim satu PDF saja, atau beberapa foto saja; keduanya tidak digabung.');
      const foto = await pdf.embedJpg(await sharp(hasil.bita).flatten({ background: '#fff' }).jpeg().toBuffer());
      const tegak = foto.height >= foto.width;
      const kertas: [number, number] = tegak ? [A4.pendek, A4.panjang] : [A4.panjang, A4.pendek];
      const { width, height } = foto.scaleToFit(...kertas);
      pdf.addPage([width, height]).drawImage(foto, { x: 0, y: 0, width, height });
    }
    return this.berkas.siapkanBuatan(await pdf.save(), lembar[0]?.nama ?? 'dokumen');
  }
}
