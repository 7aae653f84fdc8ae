import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { JejakPendaftaran } from './jejak-pendaftaran.js';
import {
  bandingPutusan,
  catatanTerbuka,
  pastikanAdaCatatan,
  pastikanSesuai,
  salah,
  tulisPemeriksaan,
} from './pemeriksaan.kueri.js';
import { Pendaftaran } from './pendaftaran.entity.js';
import { akhiriPutaran, bacaPutaran, buka, objekDari, simpan } from './pendaftaran.kueri.js';
import {
  type AksiPendaftaran,
  berwenangPendaftaran,
  bolehLihatPendaftaran,
  bolehPendaftaran,
} from './pendaftaran.policy.js';
import {
  SEBUTAN_STATUS,
  STATUS_DIPERIKSA,
  STATUS_MENUNGGU_KANTOR,
  type TindakanPendaftaran,
  TRANSISI_PENDAFTARAN,
} from './pendaftaran.status.js';
import { type HasilPeriksa, type Rujukan } from './pendaftaran.types.js';
import { RujukanPendaftaranService } from './rujukan-pendaftaran.service.js';

/** One decision of the office as its act describes it. */
interface Putusan {
  aksi: TindakanPendaftaran & AksiPendaftaran;
  sebutan: string;
  catatan: string;
  /** What was found in the same sitting; kept with the decision, or not at all. */
  hasil?: HasilPeriksa | undefined;
}

/** What officers and their head do with submitted applications, up to the decision to register. */
@Injectable()
export class PeriksaPendaftaranService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly jejak: JejakPendaftaran,
    private readonly rujukan: RujukanPendaftaranService,
  ) {}

  /**
   * Claims an application that nobody holds. Of two officers at the same moment one gets it and the other is told who.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `transisi-tidak-sah`; `sudah-ada` naming the holder
   */
  async ambil(aktor: Aktor, id: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const p = await em.findOneBy(Pendaftaran, { id });
      if (!p || !bolehLihatPendaftaran(aktor, objekDari(p))) throw new DomainError('tidak-ditemukan');
      if (!berwenangPendaftaran(aktor, 'ambil', objekDari(p))) throw new DomainError('tidak-berwenang');
      const hasil = await em.query<{ affectedRows: number }>(
        `UPDATE pendaftaran SET petugas_id = ?, versi = versi + 1, diubah_pada = ?
         WHERE id = ? AND petugas_id IS NULL AND status IN (?)`,
        [aktor.id, this.clock.sekarang(), id, STATUS_DIPERIKSA],
      );
      if (hasil.affectedRows !== 1) await this.tolakKlaim(em, id);
      await this.jejak.catat(em, aktor, id, { aksi: 'ambil', ringkasan: 'Pendaftaran diambil untuk diperiksa' });
    });
  }

  private async tolakKlaim(em: EntityManager, id: number): Promise<never> {
    const [b] = await em.query<{ nama: string | null }[]>(
      'SELECT a.nama FROM pendaftaran p LEFT JOIN akun a ON a.id = p.petugas_id WHERE p.id = ?',
      [id],
    );
    if (b?.nama)
      throw new DomainError('sudah-ada', `Pendaftaran ini sudah diambil oleh ${b.nama}. Pilih pendaftaran lain.`);
    throw new DomainError('transisi-tidak-sah', 'Pendaftaran ini tidak sedang menunggu pemeriksaan.');
  }

  /** Gives an application back to the list, for another officer to take. Errors as `simpanPemeriksaan`. */
  async lepas(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const p = await buka(em, aktor, 'lepas', id, { versi, kehendak: 'Lepaskan pendaftaran' });
      if (![...STATUS_MENUNGGU_KANTOR, 'perlu-perbaikan'].includes(p.status))
        throw new DomainError('transisi-tidak-sah');
      await simpan(em, p, { petugasId: null }, this.clock.sekarang());
      await this.jejak.catat(em, aktor, id, { aksi: 'lepas', ringkasan: 'Pendaftaran dilepaskan ke daftar kerja' });
    });
  }

  /**
   * Keeps what was found so far, per document and per field; it decides nothing yet. An empty remark takes an earlier
   * one away; a document or field that is not named stays as it is.
   * @throws DomainError `isian-tidak-sah` when a document is found wanting without a word why; `tidak-ditemukan`,
   *   `tidak-berwenang`, `versi-berbeda`, `transisi-tidak-sah`
   */
  async simpanPemeriksaan(aktor: Aktor, id: number, versi: number, hasil: HasilPeriksa): Promise<void> {
    const rujukan = await this.rujukan.ambil();
    await this.transaksi.jalankan(async (em) => {
      const banding = bandingPutusan(em, { hasil });
      const p = await buka(em, aktor, 'periksa', id, { versi, kehendak: 'Simpan hasil pemeriksaan', banding });
      if (!STATUS_DIPERIKSA.includes(p.status)) throw new DomainError('transisi-tidak-sah');
      await simpan(em, p, await tulisPemeriksaan(em, p, hasil, rujukan), this.clock.sekarang());
      await this.jejak.catat(em, aktor, id, { aksi: 'periksa', ringkasan: 'Hasil pemeriksaan disimpan' });
    });
  }

  /**
   * Sends an application back to be mended: with a general remark, or with remarks on fields and documents.
   * The clock stands still from here.
   * @param hasil what was found in the same sitting: kept with the decision, in one transaction
   * @throws DomainError `isian-tidak-sah` when nothing says what to mend; otherwise as `simpanPemeriksaan`
   */
  async kembalikan(aktor: Aktor, id: number, versi: number, catatan: string, hasil?: HasilPeriksa): Promise<void> {
    await this.putuskan(aktor, id, versi, { aksi: 'kembalikan', sebutan: 'Pendaftaran dikembalikan', catatan, hasil });
  }

  /** Refuses an application; the reason is read by the applicant. The way back is `bukaKembali`. Errors as `kembalikan`. */
  async tolak(aktor: Aktor, id: number, versi: number, alasan: string, hasil?: HasilPeriksa): Promise<void> {
    wajib(alasan, 'catatan', 'Tulis alasan penolakan; pemohon akan membacanya.');
    await this.putuskan(aktor, id, versi, { aksi: 'tolak', sebutan: 'Pendaftaran ditolak', catatan: alasan, hasil });
  }

  /**
   * Finds everything in order and hands it to the head for approval.
   * @throws DomainError `isian-tidak-sah` while a document is not found in order or a remark stands; otherwise as
   *   `simpanPemeriksaan`
   */
  async verifikasi(aktor: Aktor, id: number, versi: number, catatan = '', hasil?: HasilPeriksa): Promise<void> {
    await this.putuskan(aktor, id, versi, { aksi: 'verifikasi', sebutan: 'Pendaftaran diverifikasi', catatan, hasil });
  }

  /** Takes a verification back: it is examined again. Errors as `kembalikan`. */
  async batalkanVerifikasi(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    wajib(alasan, 'alasan', 'Tulis alasan membatalkan verifikasi.');
    const sebutan = 'Verifikasi dibatalkan; pendaftaran diperiksa kembali';
    await this.putuskan(aktor, id, versi, { aksi: 'batalkanVerifikasi', sebutan, catatan: alasan });
  }

  /** Takes a refusal back: it is examined again, and the clock goes on. Errors as `kembalikan`. */
  async bukaKembali(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    wajib(alasan, 'alasan', 'Tulis alasan membuka kembali pendaftaran ini.');
    await this.putuskan(aktor, id, versi, {
      aksi: 'bukaKembali',
      sebutan: 'Penolakan dibuka kembali',
      catatan: alasan,
    });
  }

  private async putuskan(aktor: Aktor, id: number, versi: number, k: Putusan): Promise<void> {
    const catatan = k.catatan.trim();
    if (catatan.length > 1000) throw salah('catatan', 'Catatan paling banyak 1.000 huruf.');
    const rujukan = await this.rujukan.ambil();
    await this.transaksi.jalankan(async (em) => {
      const banding = bandingPutusan(em, { catatan, hasil: k.hasil });
      const p = await buka(em, aktor, k.aksi, id, { versi, kehendak: k.sebutan, banding });
      const status = statusSetelah(TRANSISI_PENDAFTARAN, k.aksi, p.status);
      const temuan: Partial<Pendaftaran> = k.hasil ? await this.tulisBersama(em, aktor, p, k.hasil, rujukan) : {};
      const sesudah = { ...p, ...temuan };
      if (k.aksi === 'verifikasi') await pastikanSesuai(em, sesudah, rujukan);
      if (k.aksi === 'kembalikan') {
        Object.assign(temuan, await catatanTerbuka(em, sesudah, rujukan));
        if (catatan === '') await pastikanAdaCatatan(em, { ...sesudah, ...temuan });
      }
      const kini = this.clock.sekarang();
      if (k.aksi === 'kembalikan' || k.aksi === 'tolak') await akhiriPutaran(em, id, kini);
      if (k.aksi === 'bukaKembali') await lanjutkanPutaran(em, id, kini);
      const akhir = k.aksi === 'tolak';
      // An act that takes one back leaves the words of that one standing for the applicant no longer.
      const kata = k.aksi === 'kembalikan' || k.aksi === 'tolak' ? catatan : '';
      await simpan(
        em,
        p,
        {
          ...temuan,
          status,
          catatan: kata,
          diputuskanPada: akhir ? kini : null,
          diputuskanOleh: akhir ? aktor.id : null,
        },
        kini,
      );
      await this.jejak.catat(em, aktor, id, {
        ...{ aksi: k.aksi, ringkasan: k.sebutan },
        rincian: {
          ...{ dari: SEBUTAN_STATUS[p.status].teks, ke: SEBUTAN_STATUS[status].teks },
          ...(catatan !== '' && { catatan }),
        },
      });
      await this.kabari(em, p, k.aksi);
    });
  }

  /** What was found goes with the decision: both stand, or neither. */
  private async tulisBersama(em: EntityManager, aktor: Aktor, p: Pendaftaran, hasil: HasilPeriksa, rujukan: Rujukan) {
    if (!bolehPendaftaran(aktor, 'periksa', objekDari(p))) throw new DomainError('tidak-berwenang');
    const temuan = await tulisPemeriksaan(em, p, hasil, rujukan);
    await this.jejak.catat(em, aktor, p.id, { aksi: 'periksa', ringkasan: 'Hasil pemeriksaan disimpan' });
    return temuan;
  }

  /** Tells the applicant what concerns them, and the head what waits for approval. */
  private async kabari(em: EntityManager, p: Pendaftaran, aksi: TindakanPendaftaran): Promise<void> {
    const peristiwa = { id: p.id, versi: p.versi + 1 };
    if (aksi === 'verifikasi') {
      const kata = { judul: `Setujui pendaftaran “${p.nama}”`, isi: 'Petugas sudah memverifikasinya.' };
      return this.jejak.beritahu(em, { peran: 'kabid' }, peristiwa, kata);
    }
    const [judul, isi] = KABAR[aksi] ?? [];
    if (judul !== undefined && isi !== undefined)
      await this.jejak.beritahu(em, { akunId: p.akunId }, peristiwa, { judul, isi });
  }
}

const KABAR: Readonly<Partial<Record<TindakanPendaftaran, readonly [judul: string, isi: string]>>> = {
  kembalikan: [
    'Pendaftaran Anda perlu diperbaiki',
    'Buka halaman pendaftaran untuk membaca yang diminta petugas, lalu kirim lagi.',
  ],
  tolak: ['Pendaftaran Anda ditolak', 'Alasannya ada di halaman pendaftaran. Isian dan dokumen Anda tetap tersimpan.'],
  bukaKembali: ['Pendaftaran Anda diperiksa kembali', 'Penolakan sebelumnya sudah dibuka kembali.'],
};

function wajib(isi: string, bidang: string, pesan: string): void {
  if (isi.trim() === '') throw salah(bidang, pesan);
}

/** Begins a round with the words of the last one: nothing was sent anew. */
async function lanjutkanPutaran(em: EntityManager, id: number, kini: Date): Promise<void> {
  const lalu = (await bacaPutaran(em, id)).at(-1);
  if (!lalu) return;
  await em.query('INSERT INTO pendaftaran_putaran (pendaftaran_id, nomor, diajukan_pada, potret) VALUES (?,?,?,?)', [
    id,
    lalu.nomor + 1,
    kini,
    JSON.stringify({ potret: lalu.potret, dokumen: lalu.dokumen }),
  ]);
}
