import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { KeadaanKotak, type PekerjaanGagal } from '../../infra/outbox/keadaan-kotak.js';
import { AuditService } from '../audit/audit.service.js';
import { ANTREAN_LAPORAN, PEKERJAAN_BAGIAN } from '../laporan/laporan.queue.js';
import { LaporanService } from '../laporan/laporan.service.js';
import { HitungService } from '../penilaian/hitung.service.js';
import { ANTREAN_PENILAIAN } from '../penilaian/penilaian.queue.js';
import { bolehKelolaSistem } from './dasbor.policy.js';

/** What failed as a whole. */
type Utuh = { jenis: 'hitung'; id: number } | { jenis: 'laporan'; id: number; versi: number };

/** Trying given-up work again. */
@Injectable()
export class UlangiService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly kotak: KeadaanKotak,
    private readonly audit: AuditService,
    private readonly hitung: HitungService,
    private readonly laporan: LaporanService,
  ) {}

  /**
   * Puts one piece of given-up work back into the queue.
   * @throws DomainError `tidak-berwenang`; `transisi-tidak-sah` when it is not (any more) given up
   */
  async cobaLagi(aktor: Aktor, id: number): Promise<void> {
    if (!bolehKelolaSistem(aktor)) throw new DomainError('tidak-berwenang');
    await this.transaksi.jalankan(async (em) => {
      const gagal = await this.kotak.kunciGagal(em, id);
      if (!gagal)
        throw new DomainError('transisi-tidak-sah', 'Pekerjaan ini sudah tidak gagal; mungkin sudah dicoba lagi.');
      const milik = await this.yangGagal(em, gagal);
      if (milik === null) await this.kotak.pulihkan(em, id);
      // A run or report that has failed is taken up as a whole; that leaves new work in the outbox in place of this one.
      else if (milik.jenis === 'hitung') await this.hitung.ulangiDalam(em, AKTOR_SISTEM, milik.id);
      else await this.laporan.ulangiDalam(em, AKTOR_SISTEM, milik.id, milik.versi);
      await this.audit.catat(em, aktor, {
        aksi: 'sistem.coba-lagi',
        objek: 'kotak-keluar',
        objekId: id,
        ringkasan: `Pekerjaan ${gagal.antrean}/${gagal.pekerjaan} yang gagal dicoba lagi.`,
        rincian: { muatan: gagal.muatan, galat: gagal.galat },
      });
    });
  }

  /** The run or report that the work belongs to, when it stands as failed; null: the work stands for itself. */
  private async yangGagal(em: EntityManager, p: PekerjaanGagal): Promise<Utuh | null> {
    if (p.antrean === ANTREAN_PENILAIAN) {
      const [hitung] = await em.query<{ id: number }[]>(
        `SELECT h.id FROM hitung_potongan p JOIN hitung h ON h.id = p.hitung_id WHERE p.id = ? AND h.status = 'gagal'
           AND NOT EXISTS (SELECT 1 FROM hitung x WHERE x.periode_id = h.periode_id AND x.id > h.id)`,
        [p.muatan.id],
      );
      return hitung ? { jenis: 'hitung', id: hitung.id } : null;
    }
    if (p.antrean !== ANTREAN_LAPORAN) return null;
    const milik = p.pekerjaan === PEKERJAAN_BAGIAN ? '(SELECT b.laporan_id FROM laporan_bagian b WHERE b.id = ?)' : '?';
    const [laporan] = await em.query<{ id: number; versi: number }[]>(
      `SELECT id, versi FROM laporan WHERE id = ${milik} AND status = 'gagal'`,
      [p.muatan.id],
    );
    return laporan ? { jenis: 'laporan', ...laporan } : null;
  }
}
