import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { Simpanan } from '../../common/simpanan.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type DataOpd } from '../klaster/klaster.types.js';
import { lingkupOrmas } from '../ormas/ormas.policy.js';
import { BENDA_BERAKHIR, nilaiBenda } from './radar.kueri.js';
import { type BarisRadar, type MasaRadar, type RingkasRadar, type SaringanRadar } from './radar.types.js';

const UMUR_MS = 15_000;
const PER_HALAMAN = 25;
/** A printed list has no pages; more than this nobody carries. */
const CETAK_MAKS = 2000;

/** First and last day of a span as seen on a day; what has ended has no first. */
export function rentangMasa(masa: MasaRadar, hari: string): { dari: string; sampai: string } {
  if (masa === 'berakhir') return { dari: '0001-01-01', sampai: tambahHari(hari, -1) };
  const sampai = Number(masa);
  return { dari: tambahHari(hari, sampai === 30 ? 0 : sampai - 29), sampai: tambahHari(hari, sampai) };
}

/** What ends soon and what has ended: counted through the whole register, and so kept for a quarter of a minute. */
@Injectable()
export class RadarService {
  private readonly simpanan = new Map<number | null, Simpanan<RingkasRadar>>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly klaster: KlasterService,
  ) {}

  /** Of the city (null) or of the cluster of one OPD, at most a quarter of a minute old. */
  ringkas(opdId: number | null): Promise<RingkasRadar> {
    const simpanan =
      this.simpanan.get(opdId) ??
      new Simpanan(this.clock, UMUR_MS, () =>
        opdId === null ? this.hitung('1 = 1', []) : this.hitung('o.opd_id = ?', [opdId]),
      );
    this.simpanan.set(opdId, simpanan);
    return simpanan.ambil();
  }

  /** Every OPD, for the filter. */
  async daftarOpd(): Promise<readonly DataOpd[]> {
    return (await this.klaster.data()).opd;
  }

  /**
   * One page of what ends, the nearest end first: the office everything, an OPD its cluster, an ormas its own.
   * @param halaman from 1; null: all of it (at most 2,000), for print
   * @throws DomainError `tidak-berwenang`
   */
  async daftar(
    aktor: Aktor,
    s: SaringanRadar,
    halaman: number | null,
  ): Promise<{ halaman: Halaman<BarisRadar>; ringkas: RingkasRadar; hari: string }> {
    const hari = tanggalWib(this.clock.sekarang());
    const [lingkup, ...nilaiLingkup] = await this.lingkup(aktor, s.opd);
    const { dari, sampai } = rentangMasa(s.masa, hari);
    const perHalaman = halaman === null ? CETAK_MAKS : PER_HALAMAN;
    const benda = s.benda === '' ? '' : ' AND b.benda = ?';
    const dimana = `FROM ${BENDA_BERAKHIR} WHERE b.berlaku_sampai >= ? AND ${lingkup}${benda}`;
    const nilai = [...nilaiBenda(sampai), dari, ...nilaiLingkup, ...(s.benda === '' ? [] : [s.benda])];
    const [[jumlah], isi, ringkas] = await Promise.all([
      this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${dimana}`, nilai),
      this.db.query<BarisRadar[]>(
        `SELECT b.benda, b.benda_id AS bendaId, b.rinci, b.nomor, b.berlaku_sampai AS berlakuSampai, o.id AS ormasId, o.nama AS ormas,
           (SELECT p.nama FROM opd p WHERE p.id = o.opd_id) AS opd,
           (SELECT k.nama FROM kelurahan k WHERE k.id = o.kelurahan_id) AS kelurahan
         ${dimana} ORDER BY b.berlaku_sampai ${s.masa === 'berakhir' ? 'DESC' : 'ASC'}, o.nama, b.benda, b.benda_id LIMIT ? OFFSET ?`,
        [...nilai, perHalaman, ((halaman ?? 1) - 1) * perHalaman],
      ),
      this.hitung(lingkup, nilaiLingkup),
    ]);
    return {
      halaman: { isi, halaman: halaman ?? 1, perHalaman, jumlah: Number(jumlah?.n ?? 0) },
      ringkas,
      hari,
    };
  }

  /**
   * Everything in the cluster of one OPD that has ended or ends within 90 days, the earliest end first. The caller has
   * checked permission.
   */
  async dalamKlaster(opdId: number): Promise<Omit<BarisRadar, 'ormas' | 'opd' | 'kelurahan'>[]> {
    const sampai = tambahHari(tanggalWib(this.clock.sekarang()), 90);
    return this.db.query(
      `SELECT b.benda, b.benda_id AS bendaId, b.rinci, b.nomor, b.berlaku_sampai AS berlakuSampai, o.id AS ormasId FROM ${BENDA_BERAKHIR}
       WHERE o.opd_id = ? ORDER BY b.berlaku_sampai, b.benda, b.benda_id`,
      [...nilaiBenda(sampai), opdId],
    );
  }

  private async lingkup(aktor: Aktor, kode: string): Promise<[string, ...unknown[]]> {
    const lingkup = lingkupOrmas(aktor);
    if (lingkup.jenis === 'tidak-ada') throw new DomainError('tidak-berwenang');
    if (lingkup.jenis === 'ormas') return ['o.id = ?', lingkup.ormasId];
    if (lingkup.jenis === 'opd') return ['o.opd_id = ?', lingkup.opdId];
    if (kode === '') return ['1 = 1'];
    if (kode === 'belum') return ['o.opd_id IS NULL'];
    return ['o.opd_id = ?', (await this.daftarOpd()).find((o) => o.kode === kode)?.id ?? 0];
  }

  private async hitung(lingkup: string, nilai: readonly unknown[]): Promise<RingkasRadar> {
    const hari = tanggalWib(this.clock.sekarang());
    const [b] = await this.db.query<Record<keyof RingkasRadar, string | null>[]>(
      `SELECT SUM(b.berlaku_sampai < ?) AS berakhir, SUM(b.berlaku_sampai BETWEEN ? AND ?) AS hari30,
         SUM(b.berlaku_sampai BETWEEN ? AND ?) AS hari60, SUM(b.berlaku_sampai BETWEEN ? AND ?) AS hari90
       FROM ${BENDA_BERAKHIR} WHERE ${lingkup}`,
      [
        hari,
        ...(['30', '60', '90'] as const).flatMap((m) => Object.values(rentangMasa(m, hari))),
        ...nilaiBenda(tambahHari(hari, 90)),
        ...nilai,
      ],
    );
    const bulat = (n: string | null | undefined): number => Number(n ?? 0);
    return {
      berakhir: bulat(b?.berakhir),
      hari30: bulat(b?.hari30),
      hari60: bulat(b?.hari60),
      hari90: bulat(b?.hari90),
    };
  }
}
