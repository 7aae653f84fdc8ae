import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { bolehLihatOrmas, bolehUbahStatus } from './ormas.policy.js';
import { type IsianStatus, SEBUTAN_STATUS, type StatusOrmas } from './ormas.types.js';
import { catatStatus } from './riwayat-status.js';

interface Baris {
  id: number;
  opdId: number | null;
  status: StatusOrmas;
  versi: number;
  terakhir: string | null;
}

const salah = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang, pesan }] });

/** Standing in the register as it changes: suspended, revoked, dissolved, registered again. */
@Injectable()
export class StatusOrmasService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Records that an ormas has another standing from a day on, with the reason (the decision, the deed). The day may lie
   * in the past, not before the last change; a change of the same day takes the place of the earlier one.
   * @param versi the version the person has seen
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `isian-tidak-sah`, `versi-berbeda`
   */
  async ubahStatus(aktor: Aktor, id: number, versi: number, isian: IsianStatus): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const o = await this.kunci(em, aktor, id);
      const kini = this.clock.sekarang();
      const milikAnda = { Status: SEBUTAN_STATUS[isian.status] };
      if (o.versi !== versi)
        throw new DomainError('versi-berbeda', undefined, {
          milikAnda,
          tersimpan: { Status: SEBUTAN_STATUS[o.status] },
        });
      if (isian.status === o.status)
        throw salah('status', `Status ormas ini memang sudah ${SEBUTAN_STATUS[o.status].toLowerCase()}.`);
      if (isian.berlaku > tanggalWib(kini)) throw salah('berlaku', 'Isi tanggal hari ini atau yang sudah lewat.');
      if (o.terakhir !== null && isian.berlaku < o.terakhir)
        throw salah(
          'berlaku',
          `Status sebelumnya berlaku sejak ${tanggal(o.terakhir)}. Isi tanggal itu atau sesudahnya.`,
        );
      await em.query('UPDATE ormas SET status = ?, versi = versi + 1, diubah_pada = ? WHERE id = ?', [
        isian.status,
        kini,
        id,
      ]);
      const { status, berlaku, alasan } = isian;
      await catatStatus(em, [{ ormasId: id, status, berlaku, alasan, akunId: aktor.id, dicatat: kini }]);
      await this.audit.catat(em, aktor, {
        aksi: 'ormas.ubah-status',
        objek: 'ormas',
        objekId: id,
        ormasId: id,
        ringkasan: `Status berubah dari ${SEBUTAN_STATUS[o.status]} menjadi ${SEBUTAN_STATUS[status]}, berlaku sejak ${tanggal(berlaku)}`,
        rincian: { sebelum: { Status: SEBUTAN_STATUS[o.status] }, sesudah: milikAnda, berlaku, alasan },
      });
    });
  }

  private async kunci(em: EntityManager, aktor: Aktor, id: number): Promise<Baris> {
    const [o] = await em.query<Baris[]>(
      `SELECT o.id, o.opd_id AS opdId, o.status, o.versi,
         (SELECT MAX(r.berlaku_dari) FROM riwayat_status_ormas r WHERE r.ormas_id = o.id) AS terakhir
       FROM ormas o WHERE o.id = ? FOR UPDATE`,
      [id],
    );
    if (!o || !bolehLihatOrmas(aktor, o)) throw new DomainError('tidak-ditemukan');
    if (!bolehUbahStatus(aktor)) throw new DomainError('tidak-berwenang');
    return o;
  }
}
