import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { MASIH_ADA } from '../ormas/riwayat-status.js';
import { BERSELISIH, nilaiBerselisih, SANKSI_TANPA_SURAT } from '../ormas/sanksi.js';
import { STATUS_DIPERIKSA, type StatusPendaftaran } from '../pendaftaran/pendaftaran.status.js';
import { AngkaKotaService } from './angka-kota.service.js';
import { bacaKonfirmasi, bacaKunjungan, bacaLaporan, bacaPeriode, bulat } from './dasbor.kueri.js';
import {
  type BahanKabid,
  type BahanOpd,
  type BahanPembaca,
  type BahanPetugas,
  type PembinaanMenunggu,
  type Tunggu,
  type TungguOpd,
} from './dasbor.types.js';
import { DokumenMenungguService } from './dokumen-menunggu.service.js';
import { TingkatKurangService } from './tingkat-kurang.service.js';

/** A report sent back longer ago than this without an answer is asked after. */
export const HARI_TANPA_JAWABAN = 14;

/** What waits for the people of the office and of the OPD, and the figures beside it. */
@Injectable()
export class BerandaKantorService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly angka: AngkaKotaService,
    private readonly tingkat: TingkatKurangService,
    private readonly dokumen: DokumenMenungguService,
  ) {}

  async petugas(aktor: Aktor): Promise<BahanPetugas> {
    const kini = this.clock.sekarang();
    const [verifikasi, perubahan, dikembalikan, belumDitetapkan, dokumen, periode, laporan, kota] = await Promise.all([
      this.verifikasi(),
      this.perubahan(),
      this.tanpaJawaban(kini),
      this.belumDitetapkan(),
      this.dokumen.ambil(null),
      bacaPeriode(this.db, tanggalWib(kini)),
      bacaLaporan(this.db),
      this.angka.kota(),
    ]);
    const pendaftaran = await this.pendaftaran(STATUS_DIPERIKSA);
    const pembinaan = await this.pembinaan(tanggalWib(kini));
    const ganda = await this.ganda();
    const calon = await this.calon(kini);
    const tingkat = await this.tingkat.hitung(periode);
    const kunjungan = await bacaKunjungan(this.db, aktor.id ?? 0, tanggalWib(kini));
    return {
      ...{ peran: 'petugas', nama: aktor.nama, kini, verifikasi, perubahan, dikembalikan, belumDitetapkan },
      ...{ pendaftaran, calon, ganda, kunjungan, pembinaan, tingkat, dokumen, periode, laporan, kota },
    };
  }

  async kabid(aktor: Aktor): Promise<BahanKabid> {
    const kini = this.clock.sekarang();
    const [verifikasi, perubahan, periode, laporan, kota] = await Promise.all([
      this.verifikasi(),
      this.perubahan(),
      bacaPeriode(this.db, tanggalWib(kini)),
      bacaLaporan(this.db),
      this.angka.kota(),
    ]);
    const pendaftaran = await this.pendaftaran(['terverifikasi']);
    return { peran: 'kabid', nama: aktor.nama, kini, pendaftaran, verifikasi, perubahan, periode, laporan, kota };
  }

  async pembaca(aktor: Aktor, peran: BahanPembaca['peran']): Promise<BahanPembaca> {
    const [laporan, kota] = await Promise.all([bacaLaporan(this.db, aktor.id), this.angka.kota()]);
    return { peran, nama: aktor.nama, kini: this.clock.sekarang(), laporan, kota };
  }

  /** @throws DomainError `tidak-ditemukan` when the account's OPD is not (any more) in the reference data */
  async opd(aktor: Aktor): Promise<BahanOpd> {
    const kini = this.clock.sekarang();
    const kota = await this.angka.kota();
    const [opd] = await this.db.query<BahanOpd['opd'][]>('SELECT id, nama, kode FROM opd WHERE id = ?', [aktor.opdId]);
    if (!opd) throw new DomainError('tidak-ditemukan', 'OPD akun Anda tidak ditemukan. Hubungi admin portal.');
    const [konfirmasi, { diam, bulanIni }, dokumen, laporan] = await Promise.all([
      bacaKonfirmasi(this.db, opd.id),
      this.angka.opd(opd.id),
      this.dokumen.ambil(opd.id),
      bacaLaporan(this.db, aktor.id),
    ]);
    return {
      ...{ peran: 'opd', nama: aktor.nama, kini, opd },
      ...{ konfirmasi, diam, dokumen, bulanIni, laporan, kota },
    };
  }

  private async verifikasi(): Promise<TungguOpd[]> {
    const baris = await this.db.query<{ opdId: number | null; opd: string | null; jumlah: string; sejak: Date }[]>(
      `SELECT o.opd_id AS opdId, p.nama AS opd, COUNT(*) AS jumlah, MIN(k.diajukan_pada) AS sejak
       FROM kegiatan k JOIN ormas o ON o.id = k.ormas_id LEFT JOIN opd p ON p.id = o.opd_id
       WHERE k.status = 'diajukan' GROUP BY o.opd_id, p.nama ORDER BY sejak`,
    );
    return baris.map((b) => ({ ...b, jumlah: bulat(b.jumlah) }));
  }

  private pendaftaran(status: readonly StatusPendaftaran[]): Promise<Tunggu> {
    return this.tunggu(
      'SELECT COUNT(*) AS jumlah, MIN(diajukan_pertama_pada) AS sejak FROM pendaftaran WHERE status IN (?)',
      [status],
    );
  }

  /** Accounts that wait for their e-mail to be confirmed: no mail goes out, so each waits for an officer's link. */
  private calon(kini: Date): Promise<Tunggu> {
    return this.tunggu(
      'SELECT COUNT(*) AS jumlah, MIN(dibuat_pada) AS sejak FROM calon_akun WHERE kedaluwarsa_pada > ?',
      [kini],
    );
  }

  private perubahan(): Promise<Tunggu> {
    return this.tunggu(
      "SELECT COUNT(*) AS jumlah, MIN(diajukan_pada) AS sejak FROM perubahan_ormas WHERE status = 'diajukan'",
      [],
    );
  }

  private async pembinaan(hari: string): Promise<PembinaanMenunggu> {
    const hitung = async (sql: string, nilai: unknown[]): Promise<number> => (await this.tunggu(sql, nilai)).jumlah;
    return {
      rekomendasi: await this.tunggu(
        `SELECT COUNT(*) AS jumlah, MIN(dilaporkan_pada) AS sejak FROM rekomendasi
         WHERE dilaporkan_pada IS NOT NULL AND selesai_pada IS NULL AND batal_pada IS NULL`,
        [],
      ),
      selisih: await hitung(
        `SELECT COUNT(*) AS jumlah, NULL AS sejak FROM ormas o WHERE ${BERSELISIH}`,
        nilaiBerselisih(hari),
      ),
      tanpaDokumen: await hitung(
        `SELECT COUNT(*) AS jumlah, NULL AS sejak FROM pembinaan b JOIN ormas o ON o.id = b.ormas_id WHERE ${SANKSI_TANPA_SURAT}`,
        [hari, hari],
      ),
    };
  }

  /** Pairs of entries that may be one organisation and wait for somebody's word. */
  private ganda(): Promise<Tunggu> {
    return this.tunggu(
      `SELECT COUNT(*) AS jumlah, MIN(p.ditemukan_pada) AS sejak FROM pasangan_kembar p
         JOIN ormas a ON a.id = p.ormas_a AND a.status <> 'digabung' JOIN ormas b ON b.id = p.ormas_b AND b.status <> 'digabung'
       WHERE p.status = 'dugaan'`,
      [],
    );
  }

  private tanpaJawaban(kini: Date): Promise<Tunggu> {
    return this.tunggu(
      "SELECT COUNT(*) AS jumlah, MIN(diputuskan_pada) AS sejak FROM kegiatan WHERE status = 'dikembalikan' AND diputuskan_pada < ?",
      [batasJawaban(kini)],
    );
  }

  private belumDitetapkan(): Promise<Tunggu> {
    return this.tunggu(
      `SELECT COUNT(*) AS jumlah, MIN(o.dibuat_pada) AS sejak FROM ormas o WHERE o.opd_id IS NULL AND ${MASIH_ADA}`,
      [],
    );
  }

  private async tunggu(sql: string, nilai: unknown[]): Promise<Tunggu> {
    const [baris] = await this.db.query<{ jumlah: string; sejak: Date | null }[]>(sql, nilai);
    return { jumlah: bulat(baris?.jumlah), sejak: baris?.sejak ?? null };
  }
}

/** What was sent back before this instant has waited too long. */
export function batasJawaban(kini: Date): Date {
  return new Date(kini.getTime() - HARI_TANPA_JAWABAN * 86_400_000);
}
