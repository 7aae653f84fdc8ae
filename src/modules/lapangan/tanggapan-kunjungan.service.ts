import { Injectable } from '@nestjs/common';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { JejakKunjungan } from './jejak-kunjungan.js';
import { periksaTanggapan } from './kunjungan.aturan.js';
import { bacaBeritaAcara, buka, simpan } from './kunjungan.kueri.js';
import { SEBUTAN_SIKAP, type SikapJawaban } from './kunjungan.types.js';

/** What the ormas says of a record that was signed off. */
@Injectable()
export class TanggapanKunjunganService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly jejak: JejakKunjungan,
  ) {}

  /**
   * Agrees to a record or not, with a remark. It may be said anew: the last word holds, all of them stand in the trail.
   * The record itself stays as it was signed.
   * @throws DomainError `isian-tidak-sah` (a refusal says why), `tidak-ditemukan`, `tidak-berwenang`, `versi-berbeda`,
   *   `transisi-tidak-sah` while the record is not signed off
   */
  async tanggapi(
    aktor: Aktor,
    id: number,
    versi: number,
    { sikap, kata }: { sikap: SikapJawaban | null; kata: string },
  ): Promise<void> {
    const galat = periksaTanggapan(sikap, kata);
    await this.transaksi.jalankan(async (em) => {
      const kehendak = { 'Sikap Anda': sikap === null ? '' : SEBUTAN_SIKAP[sikap], Tanggapan: kata };
      const { k, objek } = await buka(em, aktor, 'tanggapi', { id, versi, kehendak });
      if (k.status !== 'selesai')
        throw new DomainError('transisi-tidak-sah', 'Berita acara ini belum selesai, jadi belum dapat ditanggapi.');
      if (galat.length > 0 || sikap === null) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
      const kini = this.clock.sekarang();
      await simpan(em, k, { jawabSikap: sikap, jawabKata: kata, jawabPada: kini, jawabOleh: aktor.id }, kini);
      const nomor = (await bacaBeritaAcara(em, id))[0]?.nomor ?? '';
      const setuju = sikap === 'setuju' ? 'menyetujui' : 'tidak menyetujui';
      await this.jejak.catat(em, aktor, id, {
        aksi: 'kunjungan.tanggapi',
        ormasId: k.ormasId,
        ringkasan: `Ormas ${setuju} berita acara ${nomor}`,
        rincian: kata === '' ? undefined : { alasan: kata },
      });
      await this.jejak.tandaiTerjawab(em, id, objek);
      await this.jejak.beritahuPetugas(em, aktor, { id, versi: versi + 1 }, objek.petugas, {
        judul: `${objek.nama} ${setuju} berita acara ${nomor}`,
        isi: kata === '' ? 'Tanpa tanggapan tambahan.' : kata,
      });
    });
  }
}
