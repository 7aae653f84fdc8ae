import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { Simpanan } from '../../common/simpanan.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { batasAktif } from '../ormas/keaktifan.js';
import { bacaKota, bacaLaporan, bacaPeriode, bulat, MASIH_ADA } from './dasbor.kueri.js';
import {
  type AngkaKota,
  type BahanKabid,
  type BahanOpd,
  type BahanPembaca,
  type BahanPetugas,
  type Tunggu,
  type TungguOpd,
} from './dasbor.types.js';
import { RadarService } from './radar.service.js';
import { TingkatKurangService } from './tingkat-kurang.service.js';

/** A report sent back longer ago than this without an answer is asked after. */
export const HARI_TANPA_JAWABAN = 14;
/** City-wide figures are read through the whole register: kept this long, they cost a page nothing. */
const UMUR_ANGKA_MS = 15_000;

type AngkaOpd = Pick<BahanOpd, 'diam' | 'bulanIni'>;

/** Calendar month of a day: its first and last day. */
export function bulanDari(hari: string): { awal: string; akhir: string } {
  const awal = `${hari.slice(0, 7)}-01`;
  return { awal, akhir: tambahHari(`${tambahHari(awal, 31).slice(0, 7)}-01`, -1) };
}

/** What waits for the people of the office and of the OPD, and the figures beside it. */
@Injectable()
export class BerandaKantorService {
  private readonly kota: Simpanan<AngkaKota>;
  private readonly klasterOpd = new Map<number, Simpanan<AngkaOpd>>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly klaster: KlasterService,
    private readonly tingkat: TingkatKurangService,
    private readonly radar: RadarService,
  ) {
    this.kota = new Simpanan(clock, UMUR_ANGKA_MS, async () => bacaKota(db, this.hari(), await klaster.data()));
  }

  /** The register and its scores in figures, at most a quarter of a minute old. */
  angkaKota(): Promise<AngkaKota> {
    return this.kota.ambil();
  }

  async petugas(aktor: Aktor): Promise<BahanPetugas> {
    const kini = this.clock.sekarang();
    const [verifikasi, dikembalikan, belumDitetapkan, dokumen, periode, laporan, kota] = await Promise.all([
      this.verifikasi(),
      this.tanpaJawaban(kini),
      this.belumDitetapkan(),
      this.radar.ambil(null),
      bacaPeriode(this.db),
      bacaLaporan(this.db),
      this.kota.ambil(),
    ]);
    const tingkat = await this.tingkat.hitung(periode);
    return {
      ...{ peran: 'petugas', nama: aktor.nama, kini, verifikasi, dikembalikan, belumDitetapkan },
      ...{ tingkat, dokumen, periode, laporan, kota },
    };
  }

  async kabid(aktor: Aktor): Promise<BahanKabid> {
    const [verifikasi, periode, laporan, kota] = await Promise.all([
      this.verifikasi(),
      bacaPeriode(this.db),
      bacaLaporan(this.db),
      this.kota.ambil(),
    ]);
    return { peran: 'kabid', nama: aktor.nama, kini: this.clock.sekarang(), verifikasi, periode, laporan, kota };
  }

  async pembaca(aktor: Aktor, peran: BahanPembaca['peran']): Promise<BahanPembaca> {
    const [laporan, kota] = await Promise.all([bacaLaporan(this.db), this.kota.ambil()]);
    return { peran, nama: aktor.nama, kini: this.clock.sekarang(), laporan, kota };
  }

  /** @throws DomainError `tidak-ditemukan` when the account's OPD is not (any more) in the reference data */
  async opd(aktor: Aktor): Promise<BahanOpd> {
    const kini = this.clock.sekarang();
    const opd = (await this.klaster.data()).opdPerId.get(aktor.opdId ?? 0);
    if (!opd) throw new DomainError('tidak-ditemukan', 'OPD akun Anda tidak ditemukan. Hubungi admin portal.');
    const [konfirmasi, { diam, bulanIni }, dokumen, laporan, kota] = await Promise.all([
      this.konfirmasi(opd.id),
      this.angkaOpd(opd.id),
      this.radar.ambil(opd.id),
      bacaLaporan(this.db),
      this.kota.ambil(),
    ]);
    return {
      ...{ peran: 'opd', nama: aktor.nama, kini, opd: { nama: opd.nama, kode: opd.kode } },
      ...{ konfirmasi, diam, dokumen, bulanIni, laporan, kota },
    };
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }

  private async verifikasi(): Promise<TungguOpd[]> {
    const baris = await this.db.query<{ opdId: number | null; opd: string | null; jumlah: string; sejak: Date }[]>(
      `SELECT o.opd_id AS opdId, p.nama AS opd, COUNT(*) AS jumlah, MIN(k.diajukan_pada) AS sejak
       FROM kegiatan k JOIN ormas o ON o.id = k.ormas_id LEFT JOIN opd p ON p.id = o.opd_id
       WHERE k.status = 'diajukan' GROUP BY o.opd_id, p.nama ORDER BY sejak`,
    );
    return baris.map((b) => ({ ...b, jumlah: bulat(b.jumlah) }));
  }

  private tanpaJawaban(kini: Date): Promise<Tunggu> {
    return this.tunggu(
      "SELECT COUNT(*) AS jumlah, MIN(diputuskan_pada) AS sejak FROM kegiatan WHERE status = 'dikembalikan' AND diputuskan_pada < ?",
      [batasJawaban(kini)],
    );
  }

  private belumDitetapkan(): Promise<Tunggu> {
    return this.tunggu(
      "SELECT COUNT(*) AS jumlah, MIN(dibuat_pada) AS sejak FROM ormas WHERE opd_id IS NULL AND status = 'terdaftar'",
      [],
    );
  }

  private konfirmasi(opdId: number): Promise<Tunggu> {
    return this.tunggu(
      `SELECT COUNT(*) AS jumlah, MIN(diajukan_pada) AS sejak FROM kegiatan WHERE bersama_opd_id = ?
         AND opd_konfirmasi_pada IS NULL AND status IN ('diajukan', 'dikembalikan', 'terverifikasi')`,
      [opdId],
    );
  }

  /** What is counted through a whole cluster, at most a quarter of a minute old. */
  private angkaOpd(opdId: number): Promise<AngkaOpd> {
    const muat = async () => ({ diam: await this.diam(opdId), bulanIni: await this.bulanIni(opdId) });
    const simpanan = this.klasterOpd.get(opdId) ?? new Simpanan(this.clock, UMUR_ANGKA_MS, muat);
    this.klasterOpd.set(opdId, simpanan);
    return simpanan.ambil();
  }

  private async diam(opdId: number): Promise<number> {
    const [baris] = await this.db.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM ormas WHERE opd_id = ? AND status = 'terdaftar'
         AND (kegiatan_terakhir IS NULL OR kegiatan_terakhir < ?)`,
      [opdId, batasAktif(this.hari())],
    );
    return bulat(baris?.n);
  }

  private async bulanIni(opdId: number): Promise<BahanOpd['bulanIni']> {
    const { awal, akhir } = bulanDari(this.hari());
    const [baris] = await this.db.query<{ jumlah: string; terverifikasi: string | null }[]>(
      `SELECT COUNT(*) AS jumlah, SUM(k.status = 'terverifikasi') AS terverifikasi
       FROM ormas o JOIN kegiatan k ON k.ormas_id = o.id
       WHERE o.opd_id = ? AND ${MASIH_ADA} AND k.status IN ('diajukan', 'dikembalikan', 'terverifikasi')
         AND k.tanggal_selesai BETWEEN ? AND ?`,
      [opdId, awal, akhir],
    );
    return { jumlah: bulat(baris?.jumlah), terverifikasi: bulat(baris?.terverifikasi) };
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
