import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AKTOR_SISTEM } from '../../../common/aktor.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { AuditService } from '../../audit/audit.service.js';
import { BerkasService } from '../../berkas/berkas.service.js';
import { OBJEK_BERITA_ACARA, satuBeritaAcara } from '../kunjungan.kueri.js';
import { MesinBeritaAcara } from './mesin-berita-acara.service.js';

/** The worker's side of a record: prints it once, stores it under its SHA-256, and says so. Idempotent. */
@Injectable()
export class CetakBeritaAcaraService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly mesin: MesinBeritaAcara,
  ) {}

  /** Prints a record whose document is not there yet. @throws PdfError */
  async cetak(id: number): Promise<void> {
    const ba = await satuBeritaAcara(this.db.manager, id);
    if (ba?.dokumen !== 'menunggu') return;
    const pdf = await this.mesin.pdf(ba);
    const siap = await this.berkas.siapkanBuatan(pdf, `Berita Acara ${ba.nomor} - ${ba.isi.nama}.pdf`);
    await this.transaksi.jalankan(async (em) => {
      const [kini] = await em.query<{ dokumen: string }[]>('SELECT dokumen FROM berita_acara WHERE id = ? FOR UPDATE', [
        id,
      ]);
      if (kini?.dokumen !== 'menunggu') return;
      const pemilik = { objek: OBJEK_BERITA_ACARA, objekId: id, ormasId: null, dibuatOleh: null };
      const berkasId = await this.berkas.catat(em, siap, pemilik);
      await em.query("UPDATE berita_acara SET dokumen = 'selesai', berkas_id = ?, galat = NULL WHERE id = ?", [
        berkasId,
        id,
      ]);
      await this.audit.catat(em, AKTOR_SISTEM, {
        aksi: 'kunjungan.dokumen',
        objek: 'kunjungan',
        objekId: ba.kunjunganId,
        ringkasan: `Dokumen berita acara ${ba.nomor} siap dicetak`,
        rincian: { sha256: siap.sha256, ukuran: siap.ukuran },
      });
    });
  }

  /** Records that a record could not be printed, for the page of its visit. */
  async menyerah(id: number, galat: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      await em.query("UPDATE berita_acara SET dokumen = 'gagal', galat = ? WHERE id = ? AND dokumen = 'menunggu'", [
        galat.slice(0, 300),
        id,
      ]);
    });
  }
}
