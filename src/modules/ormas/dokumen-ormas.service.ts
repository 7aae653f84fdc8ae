import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { Ormas, OrmasDokumen } from './ormas.entity.js';
import { bolehLihatOrmas, bolehPeriksaDokumen } from './ormas.policy.js';

type StatusDokumen = OrmasDokumen['status'];

/** An officer's finding on a document. `statusTerlihat` is what the officer saw on the page. */
export interface TemuanDokumen {
  hasil: 'sah' | 'tidak-sah';
  statusTerlihat: string;
  /** Asked for where the finding is `tidak-sah` or replaces an earlier finding. */
  alasan: string;
}

const SEBUTAN: Readonly<Record<StatusDokumen, string>> = {
  'belum-diperiksa': 'Belum diperiksa',
  sah: 'Sah',
  'tidak-sah': 'Tidak sah',
};

/** Officers' findings on the documents of the register; a finding may be replaced by another, with its reason. */
@Injectable()
export class DokumenOrmasService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
  ) {}

  /**
   * Records whether a document is valid.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `isian-tidak-sah` without a reason where one is asked for,
   * `versi-berbeda` when another officer found otherwise meanwhile
   */
  async periksa(aktor: Aktor, ormasId: number, dokumenId: number, temuan: TemuanDokumen): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const o = await em.findOneBy(Ormas, { id: ormasId });
      if (!o || !bolehLihatOrmas(aktor, o)) throw new DomainError('tidak-ditemukan');
      if (!bolehPeriksaDokumen(aktor, o)) throw new DomainError('tidak-berwenang');
      const d = await em.findOne(OrmasDokumen, {
        where: { id: dokumenId, ormasId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!d) throw new DomainError('tidak-ditemukan');
      if (d.status !== temuan.statusTerlihat) {
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, 'ormas', ormasId)),
          milikAnda: { Temuan: SEBUTAN[temuan.hasil], Alasan: temuan.alasan },
          tersimpan: { Temuan: SEBUTAN[d.status] },
        });
      }
      const alasan = temuan.alasan.trim();
      if ((temuan.hasil === 'tidak-sah' || d.status !== 'belum-diperiksa') && alasan.length < 5) {
        const pesan = 'Tuliskan alasan temuan ini; alasan tersimpan dalam riwayat ormas.';
        throw new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang: 'alasan', pesan }] });
      }
      await em.update(OrmasDokumen, { id: dokumenId }, { status: temuan.hasil });
      await this.audit.catat(em, aktor, {
        aksi: 'ormas.periksa-dokumen',
        objek: 'ormas',
        objekId: ormasId,
        ormasId,
        ringkasan: `Dokumen ${d.jenis} dinyatakan ${temuan.hasil === 'sah' ? 'sah' : 'tidak sah'}${alasan ? `: ${alasan}` : ''}`,
        rincian: { dokumenId, jenis: d.jenis, sebelum: d.status, sesudah: temuan.hasil, alasan },
      });
    });
  }
}
