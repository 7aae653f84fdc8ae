import { Injectable } from '@nestjs/common';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { KeadaanKotak, type PekerjaanGagal } from '../../infra/outbox/keadaan-kotak.js';
import { AuditService } from '../audit/audit.service.js';
import { HitungService } from '../penilaian/hitung.service.js';
import { ANTREAN_PENILAIAN } from '../penilaian/penilaian.queue.js';
import { bolehKelolaSistem } from './dasbor.policy.js';

/** Trying given-up work again. */
@Injectable()
export class UlangiService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly kotak: KeadaanKotak,
    private readonly audit: AuditService,
    private readonly hitung: HitungService,
  ) {}

  /**
   * Puts one piece of given-up work back into the queue.
   * @throws DomainError `tidak-berwenang`; `transisi-tidak-sah` when it is not (any more) given up
   */
  async cobaLagi(aktor: Aktor, id: number): Promise<void> {
    if (!bolehKelolaSistem(aktor)) throw new DomainError('tidak-berwenang');
    const hitungId = await this.transaksi.jalankan(async (em) => {
      const gagal = await this.kotak.kunciGagal(em, id);
      if (!gagal)
        throw new DomainError('transisi-tidak-sah', 'Pekerjaan ini sudah tidak gagal; mungkin sudah dicoba lagi.');
      const milik = await this.hitungGagal(em, gagal);
      if (milik === null) await this.kotak.pulihkan(em, id);
      await this.audit.catat(em, aktor, {
        aksi: 'sistem.coba-lagi',
        objek: 'kotak-keluar',
        objekId: id,
        ringkasan: `Pekerjaan ${gagal.antrean}/${gagal.pekerjaan} yang gagal dicoba lagi.`,
        rincian: { muatan: gagal.muatan, galat: gagal.galat },
      });
      return milik;
    });
    // A run that has failed as a whole is taken up as a whole; that leaves new work in the outbox in place of this one.
    if (hitungId !== null) await this.hitung.ulangi(AKTOR_SISTEM, hitungId);
  }

  private async hitungGagal(
    em: { query<T>(sql: string, nilai: unknown[]): Promise<T> },
    p: PekerjaanGagal,
  ): Promise<number | null> {
    if (p.antrean !== ANTREAN_PENILAIAN) return null;
    const [baris] = await em.query<{ id: number }[]>(
      `SELECT h.id FROM hitung_potongan p JOIN hitung h ON h.id = p.hitung_id
       WHERE p.id = ? AND h.status = 'gagal' AND NOT EXISTS (SELECT 1 FROM hitung x WHERE x.periode_id = h.periode_id AND x.id > h.id)`,
      [p.muatan.id],
    );
    return baris?.id ?? null;
  }
}
