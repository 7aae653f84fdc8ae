import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { catatUbahanOrmas } from './indeks-ormas.service.js';
import {
  type BarisStatus,
  dapatDikoreksi,
  galatHariStatus,
  galatKoreksi,
  type IsianKoreksi,
  statusSah,
} from './koreksi-status.js';
import { bolehKoreksiStatus, bolehLihatOrmas, bolehUbahStatus } from './ormas.policy.js';
import { type IsianStatus, SEBUTAN_STATUS, type StatusOrmas } from './ormas.types.js';
import { bacaRiwayatStatus, catatStatus } from './riwayat-status.js';

interface Baris {
  id: number;
  opdId: number | null;
  status: StatusOrmas;
  terdaftarPada: string | null;
  versi: number;
}

const salah = (...isian: GalatIsian[]): DomainError => new DomainError('isian-tidak-sah', undefined, { isian });

/** One row of the history in words. */
function sebut(b: Pick<BarisStatus, 'status' | 'berlaku'>): string {
  if (b.status === null) return 'Tidak pernah terjadi';
  return b.berlaku === null
    ? SEBUTAN_STATUS[b.status]
    : `${SEBUTAN_STATUS[b.status]}, berlaku sejak ${tanggal(b.berlaku)}`;
}

/** Standing in the register as it changes: suspended, revoked, dissolved, registered again; and what of it was wrong. */
@Injectable()
export class StatusOrmasService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The history of one ormas, oldest first, also what was cancelled. The caller has checked permission. */
  async riwayat(id: number): Promise<BarisStatus[]> {
    return bacaRiwayatStatus(this.db, id);
  }

  /**
   * Records that an ormas has another standing from a day on, with the reason (the decision, the deed). The day may lie
   * in the past, not before the ormas was registered nor before the last change; a change of the same day takes the
   * place of the earlier one.
   * @param versi the version the person has seen
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `isian-tidak-sah`, `versi-berbeda`
   */
  async ubahStatus(aktor: Aktor, id: number, versi: number, isian: IsianStatus): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const o = await this.kunci(em, aktor, id);
      if (!bolehUbahStatus(aktor, o)) throw new DomainError('tidak-berwenang');
      const kini = this.clock.sekarang();
      const { status, berlaku, alasan } = isian;
      const milikAnda = { Status: SEBUTAN_STATUS[status] };
      if (o.versi !== versi)
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, 'ormas', id)),
          milikAnda,
          tersimpan: { Status: SEBUTAN_STATUS[o.status] },
        });
      if (status === o.status)
        throw salah({
          bidang: 'status',
          pesan: `Status ormas ini memang sudah ${SEBUTAN_STATUS[o.status].toLowerCase()}.`,
        });
      this.periksaHari(o, berlaku, kini);
      const terakhir = statusSah(await bacaRiwayatStatus(em, id)).at(-1)?.berlaku ?? null;
      if (terakhir !== null && berlaku < terakhir)
        throw salah({
          bidang: 'berlaku',
          pesan: `Status sebelumnya berlaku sejak ${tanggal(terakhir)}. Isi tanggal itu atau sesudahnya.`,
        });
      await this.simpan(em, id, status, kini);
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

  /**
   * Puts a wrong row of the history right: a new row cancels it and says what holds instead, or that the change never
   * was. Nothing is deleted. Years that are open follow when they are scored next; closed ones keep whom they scored.
   * @param riwayatId the row that is wrong
   * @param versi the version of the ormas that the person has seen
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `transisi-tidak-sah`, `isian-tidak-sah`, `versi-berbeda`
   */
  async koreksi(aktor: Aktor, id: number, riwayatId: number, versi: number, isian: IsianKoreksi): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const o = await this.kunci(em, aktor, id);
      const riwayat = await bacaRiwayatStatus(em, id);
      const lama = riwayat.find((r) => r.id === riwayatId);
      if (!lama) throw new DomainError('tidak-ditemukan');
      if (!bolehKoreksiStatus(aktor, o)) throw new DomainError('tidak-berwenang');
      const { status, alasan } = isian;
      const berlaku = status === null ? lama.berlaku : isian.berlaku;
      const [sebelum, sesudah] = [sebut(lama), sebut({ status, berlaku })];
      if (o.versi !== versi)
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, 'ormas', id)),
          milikAnda: { 'Riwayat status': sesudah },
          tersimpan: { 'Riwayat status': lama.dibatalkanOleh === null ? sebelum : 'Sudah dikoreksi' },
        });
      if (!dapatDikoreksi(riwayat, lama)) throw new DomainError('transisi-tidak-sah');
      const kini = this.clock.sekarang();
      if (status !== null) this.periksaHari(o, isian.berlaku, kini);
      const galat = galatKoreksi(riwayat, lama, isian);
      if (galat) throw salah(galat);
      await catatStatus(em, [
        { ormasId: id, status, berlaku, alasan, membatalkanId: riwayatId, akunId: aktor.id, dicatat: kini },
      ]);
      const berlakuKini = statusSah(await bacaRiwayatStatus(em, id)).at(-1)?.status ?? o.status;
      await this.simpan(em, id, berlakuKini, kini);
      await this.audit.catat(em, aktor, {
        aksi: 'ormas.koreksi-status',
        objek: 'ormas',
        objekId: id,
        ormasId: id,
        ringkasan: `Riwayat status dikoreksi: ${sebelum}; seharusnya ${sesudah.charAt(0).toLowerCase()}${sesudah.slice(1)}`,
        rincian: { sebelum: { 'Riwayat status': sebelum }, sesudah: { 'Riwayat status': sesudah }, alasan },
      });
    });
  }

  private periksaHari(o: Baris, berlaku: string, kini: Date): void {
    const pesan = galatHariStatus(berlaku, { terdaftarPada: o.terdaftarPada, hariIni: tanggalWib(kini) });
    if (pesan !== null) throw salah({ bidang: 'berlaku', pesan });
  }

  private async simpan(em: EntityManager, id: number, status: StatusOrmas, kini: Date): Promise<void> {
    await em.query('UPDATE ormas SET status = ?, versi = versi + 1, diubah_pada = ? WHERE id = ?', [status, kini, id]);
    await catatUbahanOrmas(em, [id]);
  }

  private async kunci(em: EntityManager, aktor: Aktor, id: number): Promise<Baris> {
    const [o] = await em.query<Baris[]>(
      `SELECT id, opd_id AS opdId, status, terdaftar_pada AS terdaftarPada, versi FROM ormas WHERE id = ? FOR UPDATE`,
      [id],
    );
    if (!o || !bolehLihatOrmas(aktor, o)) throw new DomainError('tidak-ditemukan');
    return o;
  }
}
