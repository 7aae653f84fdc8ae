import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { sebutKembaran } from '../ormas/cari-kembaran.service.js';
import { DaftarkanOrmasService, type OrmasBaru } from '../ormas/daftarkan-ormas.service.js';
import { JejakPendaftaran } from './jejak-pendaftaran.js';
import { MasukRegister } from './masuk-register.js';
import { ormasDari } from './ormas-dari-jawaban.js';
import { akhiriPutaran, bacaDokumen, buka, jawabanDari, simpan } from './pendaftaran.kueri.js';
import { TRANSISI_PENDAFTARAN } from './pendaftaran.status.js';

/** The head's approval: what was applied for becomes an ormas of the register, and the applicant its secretary. */
@Injectable()
export class PengesahanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly jejak: JejakPendaftaran,
    private readonly ormas: DaftarkanOrmasService,
    private readonly register: MasukRegister,
    private readonly clock: Clock,
  ) {}

  /**
   * Approves a verified application. In one transaction: the ormas enters the register with board, documents, cluster
   * and the beginning of its history; the applicant's account becomes that of its secretary; the application ends.
   * @param bukanKembaran ids of the organisations that the head was shown, has looked at, and says that it is not: one
   *   that has come to light since is shown first
   * @returns the id of the ormas
   * @throws DomainError `sudah-ada` naming the organisations of which that was not said; `tidak-ditemukan`,
   *   `tidak-berwenang`, `versi-berbeda`, `transisi-tidak-sah`
   */
  async daftarkan(aktor: Aktor, id: number, versi: number, bukanKembaran: readonly number[]): Promise<number> {
    return this.transaksi.jalankan(async (em) => {
      const p = await buka(em, aktor, 'daftarkan', id, { versi, kehendak: 'Setujui dan daftarkan' });
      const status = statusSetelah(TRANSISI_PENDAFTARAN, 'daftarkan', p.status);
      const kini = this.clock.sekarang();
      const jawaban = jawabanDari(p);
      const baru = ormasDari(jawaban, await bacaDokumen(em, id), tanggalWib(kini));
      await this.pastikanBaru(em, baru, bukanKembaran);
      const masuk = await this.register.masukkan(em, aktor, p, baru);
      const { ormasId, nomorSurat } = masuk;
      await akhiriPutaran(em, id, kini);
      await simpan(em, p, { status, ormasId, catatan: '', diputuskanPada: kini, diputuskanOleh: aktor.id }, kini);
      await this.jejak.catat(em, aktor, id, {
        ...{ aksi: 'daftarkan', ormasId },
        ringkasan: `Pendaftaran disetujui; “${p.nama}” terdaftar`,
        rincian: { bukanKembaran, surat: nomorSurat },
      });
      await this.jejak.beritahu(
        em,
        { akunId: p.akunId },
        { id, versi: versi + 1 },
        {
          judul: `“${p.nama}” sudah terdaftar`,
          isi: `Pendaftaran disetujui dan surat keterangan ${nomorSurat} terbit. Akun Anda kini akun sekretaris organisasi.`,
        },
      );
      return ormasId;
    });
  }

  private async pastikanBaru(em: EntityManager, baru: OrmasBaru, bukanKembaran: readonly number[]): Promise<void> {
    // One registration at a time: of two applications of one organisation the second sees the first in the register.
    await em.query("SELECT nama FROM kunci_kerja WHERE nama = 'impor-register' FOR UPDATE");
    const kembar = (await this.ormas.kembaran(em, baru)).filter((k) => !bukanKembaran.includes(k.id));
    if (kembar.length === 0) return;
    const kata = kembar.map((k) => `${k.nama} (${sebutKembaran(k)})`).join('; ');
    const pesan = `Mungkin sudah terdaftar: ${kata}. Periksa dahulu; bila memang berbeda, nyatakan itu pada formulir.`;
    throw new DomainError('sudah-ada', pesan, { isian: [{ bidang: 'bukanKembaran', pesan }] });
  }
}
