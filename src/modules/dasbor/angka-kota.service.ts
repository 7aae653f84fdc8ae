import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Simpanan } from '../../common/simpanan.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { type DataOpd } from '../klaster/klaster.types.js';
import { batasAktif } from '../ormas/keaktifan.js';
import { OrmasDaftarService } from '../ormas/ormas-daftar.service.js';
import { HasilService } from '../penilaian/hasil.service.js';
import { jendelaTahun, tahunJendela } from '../setelan/jendela.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { bulat, hitungKegiatan, hitungKegiatanAnggota } from './dasbor.kueri.js';
import { type AngkaKlasterBeranda, type AngkaKota, type AngkaOpd } from './dasbor.types.js';

/** City-wide figures are read through the whole register: kept this long, they cost a page nothing. */
const UMUR_MS = 15_000;

/** Calendar month of a day: its first and last day. */
export function bulanDari(hari: string): { mulai: string; akhir: string } {
  const mulai = `${hari.slice(0, 7)}-01`;
  return { mulai, akhir: tambahHari(`${tambahHari(mulai, 31).slice(0, 7)}-01`, -1) };
}

/** The city and its clusters in figures, the same on every page that shows them; at most a quarter of a minute old. */
@Injectable()
export class AngkaKotaService {
  private readonly simpanan: Simpanan<AngkaKota>;
  private readonly perOpd = new Map<number, Simpanan<AngkaOpd>>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ormas: OrmasDaftarService,
    private readonly hasil: HasilService,
    private readonly setelan: SetelanService,
  ) {
    this.simpanan = new Simpanan(clock, UMUR_MS, () => this.muat());
  }

  /** The register today, and the results of the last year that is over (`bacaRingkasan`). */
  kota(): Promise<AngkaKota> {
    return this.simpanan.ambil();
  }

  /** What is counted through the cluster of one OPD. */
  opd(opdId: number): Promise<AngkaOpd> {
    const simpanan = this.perOpd.get(opdId) ?? new Simpanan(this.clock, UMUR_MS, () => this.muatOpd(opdId));
    this.perOpd.set(opdId, simpanan);
    return simpanan.ambil();
  }

  /** The year of assessment to whose window today belongs, with that window. */
  async tahunIni(): Promise<{ tahun: number; mulai: string; akhir: string }> {
    const { jendelaMulai } = await this.setelan.baca();
    const tahun = tahunJendela(jendelaMulai, this.hari());
    return { tahun, ...jendelaTahun(jendelaMulai, tahun) };
  }

  /** Activities of the year by ormas, of the given ones. The caller has checked permission. */
  kegiatanAnggota(ormasId: readonly number[], masa: { mulai: string; akhir: string }) {
    return hitungKegiatanAnggota(this.db, ormasId, masa);
  }

  /** Every OPD, for codes in addresses. */
  async daftarOpd(): Promise<readonly DataOpd[]> {
    return (await this.ormas.klasterData()).opd;
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }

  private async muat(): Promise<AngkaKota> {
    const [kini, terakhir, { opd }] = await Promise.all([
      this.ormas.angkaHariIni(),
      this.hasil.terakhir(),
      this.ormas.klasterData(),
    ]);
    const [semua, ...kelompok] = terakhir?.kelompok ?? [null];
    const ada = new Set([...kini.map((k) => k.opdId), ...kelompok.map((k) => k.opdId)]);
    const klaster = [...opd, null].flatMap((o): AngkaKlasterBeranda[] => {
      const opdId = o?.id ?? null;
      if (!ada.has(opdId)) return [];
      const { jumlah, aktif } = kini.find((k) => k.opdId === opdId) ?? { jumlah: 0, aktif: 0 };
      const iko = kelompok.find((k) => k.opdId === opdId)?.rerata ?? null;
      return [{ opdId, opd: o?.nama ?? null, kode: o?.kode ?? null, jumlah, aktif, iko }];
    });
    return {
      jumlah: kini.reduce((n, k) => n + k.jumlah, 0),
      aktif: kini.reduce((n, k) => n + k.aktif, 0),
      hasil: terakhir && {
        ...{ tahun: terakhir.tahun, hitungId: terakhir.hitungId, dihitungPada: terakhir.dihitungPada },
      },
      iko: semua?.rerata ?? null,
      klaster,
    };
  }

  private async muatOpd(opdId: number): Promise<AngkaOpd> {
    const tahunIni = await this.tahunIni();
    const [[diam], bulan, tahun] = await Promise.all([
      this.db.query<{ n: string }[]>(
        `SELECT COUNT(*) AS n FROM ormas WHERE opd_id = ? AND status = 'terdaftar'
           AND (kegiatan_terakhir IS NULL OR kegiatan_terakhir < ?)`,
        [opdId, batasAktif(this.hari())],
      ),
      hitungKegiatan(this.db, opdId, bulanDari(this.hari())),
      hitungKegiatan(this.db, opdId, tahunIni),
    ]);
    return { diam: bulat(diam?.n), bulanIni: bulan, tahunIni: { ...tahunIni, ...tahun } };
  }
}
