import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AKTOR_SISTEM } from '../../../common/aktor.js';
import { Clock } from '../../../common/clock.js';
import { Transaksi } from '../../../infra/database/transaksi.js';
import { AuditService } from '../../audit/audit.service.js';
import { BerkasService } from '../../berkas/berkas.service.js';
import { type StatusLaporan } from '../laporan.types.js';

/** How a report ends: as a file with an owner, or as a failure with its reason. Either way once, and in the trail. */
@Injectable()
export class PenutupLaporan {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly clock: Clock,
  ) {}

  /** @param kunci locks the report and tells its status */
  async selesaikan(
    laporan: { id: number; tahun: number; nomor: string },
    dokumen: { pdf: Uint8Array; halaman: number; nama: string },
    kunci: (em: EntityManager) => Promise<StatusLaporan | undefined>,
  ): Promise<void> {
    const siap = await this.berkas.siapkanBuatan(dokumen.pdf, dokumen.nama);
    await this.transaksi.jalankan(async (em) => {
      if ((await kunci(em)) !== 'dibuat') return;
      const berkasId = await this.berkas.catat(em, siap, {
        objek: 'laporan',
        objekId: laporan.id,
        ormasId: null,
        dibuatOleh: null,
      });
      await em.query(
        `UPDATE laporan SET status = 'selesai', berkas_id = ?, halaman = ?, selesai_pada = ?, galat = NULL, versi = versi + 1
         WHERE id = ?`,
        [berkasId, dokumen.halaman, this.clock.sekarang(), laporan.id],
      );
      await this.audit.catat(em, AKTOR_SISTEM, {
        aksi: 'laporan.selesai',
        objek: 'laporan',
        objekId: laporan.id,
        ringkasan: `Laporan tahunan ${laporan.tahun} (${laporan.nomor}) selesai: ${dokumen.halaman} halaman.`,
        rincian: { sha256: siap.sha256, ukuran: siap.ukuran },
      });
    });
  }

  async gagalkan(laporanId: number, galat: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { affectedRows } = await em.query<{ affectedRows: number }>(
        "UPDATE laporan SET status = 'gagal', galat = ?, versi = versi + 1 WHERE id = ? AND status IN ('menunggu', 'dibuat')",
        [galat.slice(0, 1000), laporanId],
      );
      if (affectedRows === 0) return;
      await this.audit.catat(em, AKTOR_SISTEM, {
        aksi: 'laporan.gagal',
        objek: 'laporan',
        objekId: laporanId,
        ringkasan: 'Penyusunan laporan gagal; bagian yang sudah jadi tetap tersimpan dan dapat dilanjutkan.',
        rincian: { galat },
      });
    });
  }
}
