import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AKTOR_SISTEM } from '../../../common/aktor.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { AuditService } from '../../audit/audit.service.js';
import { BerkasService } from '../../berkas/berkas.service.js';
import { bacaSurat } from '../surat.kueri.js';
import { OBJEK_SURAT } from '../surat.module.js';
import { MesinSurat } from './mesin-surat.service.js';

/** The worker's side of a letter: prints it once, stores it under its SHA-256, and says so. Idempotent. */
@Injectable()
export class CetakSuratService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly mesin: MesinSurat,
  ) {}

  /** Prints a letter whose document is not there yet. @throws PdfError */
  async cetak(id: number): Promise<void> {
    const surat = await bacaSurat(this.db.manager, 's.id = ?', id, this.mesin.hari());
    if (surat?.dokumen !== 'menunggu') return;
    const pdf = await this.mesin.pdf(surat);
    // A slash in a name of a file parts folders, and all before the last one would be cut off.
    const nama = `Surat Keterangan ${surat.nomor} - ${surat.isi.nama}`.replaceAll('/', '-');
    const siap = await this.berkas.siapkanBuatan(pdf, `${nama}.pdf`);
    await this.transaksi.jalankan(async (em) => {
      const [kini] = await em.query<{ dokumen: string }[]>('SELECT dokumen FROM surat WHERE id = ? FOR UPDATE', [id]);
      if (kini?.dokumen !== 'menunggu') return;
      const pemilik = { objek: OBJEK_SURAT, objekId: id, ormasId: null, dibuatOleh: null };
      const berkasId = await this.berkas.catat(em, siap, pemilik);
      await em.query("UPDATE surat SET dokumen = 'selesai', berkas_id = ?, galat = NULL WHERE id = ?", [berkasId, id]);
      await this.audit.catat(em, AKTOR_SISTEM, {
        aksi: 'surat.dokumen',
        objek: 'surat',
        objekId: id,
        ringkasan: `Dokumen surat keterangan ${surat.nomor} siap dicetak`,
        rincian: { sha256: siap.sha256, ukuran: siap.ukuran },
      });
    });
  }

  /** Records that a letter could not be printed, for its page. */
  async menyerah(id: number, galat: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { affectedRows } = await em.query<{ affectedRows: number }>(
        "UPDATE surat SET dokumen = 'gagal', galat = ?, versi = versi + 1 WHERE id = ? AND dokumen = 'menunggu'",
        [galat.slice(0, 300), id],
      );
      if (affectedRows === 0) return;
      await this.audit.catat(em, AKTOR_SISTEM, {
        ...{ aksi: 'surat.dokumen-gagal', objek: 'surat', objekId: id },
        ringkasan: 'Dokumen surat keterangan gagal dicetak',
      });
    });
  }
}
