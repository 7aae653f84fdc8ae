import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { NotifikasiService } from '../notifikasi/notifikasi.service.js';
import { OrmasService } from '../ormas/ormas.service.js';
import { DARI_JAWABAN, kabarBantahan, kabarKeputusan, type PutusanKegiatan, ringkasJawaban } from './kabar-kegiatan.js';
import { Kegiatan } from './kegiatan.entity.js';
import { bacaBantahan, bacaOrmas, kunciKegiatan, objekDari } from './kegiatan.kueri.js';
import { type AksiKegiatan, berwenangKegiatan, bolehKegiatan, type JawabanBersama } from './kegiatan.policy.js';
import {
  SEBUTAN_STATUS,
  STATUS_DAPAT_DIKONFIRMASI,
  type StatusKegiatan,
  TRANSISI_KEGIATAN,
} from './kegiatan.status.js';
import { type OrmasKegiatan } from './kegiatan.types.js';

/** What the actor wanted, in words: for the page that shows it beside what somebody else decided meanwhile. */
const KEHENDAK: Readonly<Partial<Record<AksiKegiatan, string>>> = {
  kembalikan: 'Kembalikan untuk diperbaiki',
  verifikasi: 'Verifikasi',
  tolak: 'Tolak',
  bukaKembali: 'Buka kembali',
  konfirmasiBersama: 'Konfirmasi kegiatan bersama',
  tarikKonfirmasi: 'Tarik konfirmasi',
  bantahBersama: 'Bukan kegiatan bersama',
  tarikBantahan: 'Tarik jawaban',
};

/** Decisions of the office on submitted reports, and the word of the OPD on joint activities. */
@Injectable()
export class KeputusanKegiatanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly ormas: OrmasService,
    private readonly notifikasi: NotifikasiService,
  ) {}

  /**
   * Sends a report back to be mended; `catatan` says what.
   * @throws DomainError `isian-tidak-sah` without remarks; `tidak-ditemukan`, `tidak-berwenang`, `versi-berbeda` with both
   *   decisions, `transisi-tidak-sah`
   */
  async kembalikan(aktor: Aktor, id: number, versi: number, catatan: string): Promise<void> {
    const kata = wajib(
      'catatan',
      catatan,
      'Tulis apa yang perlu diperbaiki, agar ormas tahu apa yang harus dilakukan.',
    );
    await this.putuskan(aktor, id, versi, {
      aksi: 'kembalikan',
      sebutan: 'dikembalikan untuk diperbaiki',
      catatan: kata,
    });
  }

  /** Accepts a report as true; from now on the activity counts. Remarks are optional. Errors as `kembalikan`. */
  async verifikasi(aktor: Aktor, id: number, versi: number, catatan = ''): Promise<void> {
    await this.putuskan(aktor, id, versi, {
      aksi: 'verifikasi',
      sebutan: 'diverifikasi',
      catatan: catatan.trim() || null,
    });
  }

  /** Refuses a report for good; `alasan` says why. The way back is `bukaKembali`. Errors as `kembalikan`. */
  async tolak(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const kata = wajib('catatan', alasan, 'Tulis alasan penolakan; ormas akan membacanya.');
    await this.putuskan(aktor, id, versi, { aksi: 'tolak', sebutan: 'ditolak', catatan: kata });
  }

  /** Takes a decision back: the report waits for a decision again. Errors as `kembalikan`. */
  async bukaKembali(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const kata = wajib('alasan', alasan, 'Tulis alasan membuka kembali keputusan ini.');
    await this.putuskan(aktor, id, versi, { aksi: 'bukaKembali', sebutan: 'dibuka kembali', catatan: kata });
  }

  /** The OPD says that it held the activity together with the ormas. Errors as `kembalikan`. */
  async konfirmasiBersama(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.jawab(aktor, id, versi, { aksi: 'konfirmasiBersama', alasan: null });
  }

  /** The OPD takes its word back. Errors as `kembalikan`. */
  async tarikKonfirmasi(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const kata = wajib('alasan', alasan, 'Tulis alasan menarik konfirmasi.');
    await this.jawab(aktor, id, versi, { aksi: 'tarikKonfirmasi', alasan: kata });
  }

  /** The OPD says that it did not hold the activity together with the ormas; `alasan` says why. Errors as `kembalikan`. */
  async bantahBersama(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const kata = wajib(
      'alasan',
      alasan,
      'Tulis mengapa ini bukan kegiatan bersama; ormas dan petugas akan membacanya.',
    );
    await this.jawab(aktor, id, versi, { aksi: 'bantahBersama', alasan: kata });
  }

  /** The OPD takes that back: its answer is waited for again. Errors as `kembalikan`. */
  async tarikBantahan(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const kata = wajib('alasan', alasan, 'Tulis alasan menarik jawaban ini.');
    await this.jawab(aktor, id, versi, { aksi: 'tarikBantahan', alasan: kata });
  }

  private async putuskan(
    aktor: Aktor,
    id: number,
    versi: number,
    p: { aksi: PutusanKegiatan; sebutan: string; catatan: string | null },
  ): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { kegiatan: k } = await this.buka(em, aktor, p.aksi, { id, versi, catatan: p.catatan });
      const status = statusSetelah(TRANSISI_KEGIATAN, p.aksi, k.status);
      const kini = this.clock.sekarang();
      await em.update(
        Kegiatan,
        { id, versi },
        {
          status,
          catatan: p.catatan,
          diputuskanPada: p.aksi === 'bukaKembali' ? null : kini,
          diputuskanOleh: p.aksi === 'bukaKembali' ? null : aktor.id,
          versi: versi + 1,
          diubahPada: kini,
        },
      );
      await this.segarkanOrmas(em, k.ormasId, [k.status, status]);
      await this.audit.catat(em, aktor, {
        aksi: `kegiatan.${p.aksi === 'bukaKembali' ? 'buka-kembali' : p.aksi}`,
        objek: 'kegiatan',
        objekId: id,
        ormasId: k.ormasId,
        ringkasan: `Laporan kegiatan “${k.judul}” ${p.sebutan}`,
        rincian: { dari: k.status, ke: status, ...(p.catatan ? { catatan: p.catatan } : {}) },
      });
      await this.kabari(em, { id, versi: versi + 1, ormasId: k.ormasId }, kabarKeputusan(p.aksi, k, p.catatan));
    });
  }

  private async jawab(
    aktor: Aktor,
    id: number,
    versi: number,
    p: { aksi: JawabanBersama; alasan: string | null },
  ): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { kegiatan: k } = await this.buka(em, aktor, p.aksi, { id, versi, catatan: p.alasan });
      const kini = this.clock.sekarang();
      const jawaban = k.opdKonfirmasiPada ? 'ya' : (await bacaBantahan(em, k)) ? 'bukan' : null;
      if (!STATUS_DAPAT_DIKONFIRMASI.includes(k.status) || jawaban !== DARI_JAWABAN[p.aksi]) {
        throw new DomainError('transisi-tidak-sah');
      }
      await em.update(
        Kegiatan,
        { id, versi },
        { opdKonfirmasiPada: p.aksi === 'konfirmasiBersama' ? kini : null, versi: versi + 1, diubahPada: kini },
      );
      await em.query('DELETE FROM kegiatan_bantahan WHERE kegiatan_id = ?', [id]);
      if (p.aksi === 'bantahBersama') {
        await em.query('INSERT INTO kegiatan_bantahan (kegiatan_id, opd_id, alasan, pada) VALUES (?, ?, ?, ?)', [
          ...[id, k.bersamaOpdId, p.alasan, kini],
        ]);
        await this.kabari(em, { id, versi: versi + 1, ormasId: k.ormasId }, kabarBantahan(k, p.alasan ?? ''));
      }
      await this.audit.catat(em, aktor, {
        aksi:
          p.aksi === 'konfirmasiBersama'
            ? 'kegiatan.konfirmasi-bersama'
            : p.aksi === 'tarikKonfirmasi'
              ? 'kegiatan.tarik-konfirmasi'
              : p.aksi === 'bantahBersama'
                ? 'kegiatan.bantah-bersama'
                : 'kegiatan.tarik-bantahan',
        objek: 'kegiatan',
        objekId: id,
        ormasId: k.ormasId,
        ringkasan: ringkasJawaban(p.aksi, k.judul),
        rincian: p.alasan ? { catatan: p.alasan } : undefined,
      });
    });
  }

  /** Tells the ormas, with the way to the report. */
  private kabari(
    em: EntityManager,
    k: { id: number; versi: number; ormasId: number },
    kabar: { judul: string; isi: string },
  ): Promise<void> {
    return this.notifikasi.titip(em, {
      ...kabar,
      jenis: 'kegiatan',
      ormasId: k.ormasId,
      tautan: `/kegiatan/${k.id}`,
      kunci: `kegiatan-${k.id}-${k.versi}`,
    });
  }

  /**
   * The day of the last verified activity of the ormas, told to the register anew whenever the set of verified ones
   * changes. Not "the later of the two": a decision taken back must take the day back as well. The ormas is locked, so
   * that two decisions at once do not overlook each other.
   */
  private async segarkanOrmas(em: EntityManager, ormasId: number, status: StatusKegiatan[]): Promise<void> {
    if (!status.includes('terverifikasi')) return;
    const [baris] = await em.query<{ terakhir: string | null }[]>(
      "SELECT MAX(tanggal_selesai) AS terakhir FROM kegiatan WHERE ormas_id = ? AND status = 'terverifikasi'",
      [ormasId],
    );
    await this.ormas.catatKegiatanTerverifikasi(em, ormasId, baris?.terakhir ?? null);
  }

  private async buka(
    em: EntityManager,
    aktor: Aktor,
    aksi: AksiKegiatan,
    dilihat: { id: number; versi: number; catatan: string | null },
  ): Promise<{ kegiatan: Kegiatan; ormas: OrmasKegiatan }> {
    const kegiatan = await kunciKegiatan(em, dilihat.id);
    const ormas = await bacaOrmas(em, kegiatan.ormasId, true);
    const objek = objekDari(kegiatan, ormas);
    if (!bolehKegiatan(aktor, 'lihat', objek)) throw new DomainError('tidak-ditemukan');
    if (!berwenangKegiatan(aktor, aksi, objek)) throw new DomainError('tidak-berwenang');
    if (kegiatan.versi !== dilihat.versi) throw await this.konflik(em, kegiatan, aksi, dilihat.catatan);
    return { kegiatan, ormas };
  }

  private async konflik(
    em: EntityManager,
    k: Kegiatan,
    aksi: AksiKegiatan,
    catatan: string | null,
  ): Promise<DomainError> {
    return new DomainError(
      'versi-berbeda',
      'Laporan ini baru saja diubah atau diputuskan orang lain. Keputusan Anda belum disimpan.',
      {
        ...(await terakhirDiubah(em, 'kegiatan', k.id)),
        milikAnda: { Keputusan: KEHENDAK[aksi] ?? '', Catatan: catatan ?? '' },
        tersimpan: { Keputusan: SEBUTAN_STATUS[k.status].teks, Catatan: k.catatan ?? '' },
      },
    );
  }
}

function wajib(bidang: string, kata: string, pesan: string): string {
  const bersih = kata.trim();
  if (!bersih) throw new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang, pesan }] });
  if (bersih.length > 1000) {
    const terlalu = 'Paling banyak 1.000 huruf.';
    throw new DomainError('isian-tidak-sah', terlalu, { isian: [{ bidang, pesan: terlalu }] });
  }
  return bersih;
}
