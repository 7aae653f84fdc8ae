import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { type Hitung, type RencanaOrmas, rencanakan } from './ormas-kueri.js';
import { susunSyarat } from './ormas-syarat.js';
import { bacaanCari, syaratKata } from './ormas.cari.js';
import { type LingkupOrmas } from './ormas.policy.js';
import { type SaringanOrmas } from './ormas.types.js';
import { type Jendela, type PilahanOrmas, type SyaratSql } from './pilah-ormas.types.js';
import { SebaranOrmasService } from './sebaran-ormas.js';

const HITUNG_DIINGAT_MS = 30_000;
const HITUNG_DIINGAT = 2_000;
/** Fewer are counted each time: quick, and what was just registered counts at once. */
const HITUNG_SEDIKIT = 1_000;

/** Picks the ormas of one page out of a register that the database can read for each list: by the way that touches fewest rows. */
@Injectable()
export class PilahPendekService {
  private readonly terhitung = new Map<string, { n: number; sejak: number }>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly sebaran: SebaranOrmasService,
    private readonly clock: Clock,
  ) {}

  /** One page; beyond the last one it is empty. `halaman` counts from 1. */
  async halaman(
    lingkup: LingkupOrmas,
    saringan: SaringanOrmas,
    { halaman, perHalaman }: Jendela,
  ): Promise<PilahanOrmas> {
    const lewati = (halaman - 1) * perHalaman;
    const rencana = await this.rencana(lingkup, saringan, { lewati, sebanyak: perHalaman });
    if (rencana.cara === 'kosong') return { id: [], jumlah: 0, lebih: false };
    if (rencana.cara === 'semua') {
      const semua = await this.id(rencana.sql, rencana.nilai);
      return { id: semua.slice(lewati, lewati + perHalaman), jumlah: semua.length, lebih: false };
    }
    const { maks } = rencana.hitung;
    const [n, id] = await Promise.all([
      this.hitung(rencana.hitung),
      lewati >= maks
        ? []
        : rencana.cara === 'urutkan'
          ? this.id(`${rencana.sql} LIMIT ? OFFSET ?`, [...rencana.nilai, perHalaman, lewati])
          : this.susuri(rencana.golongan, lewati, perHalaman),
    ]);
    return { id, jumlah: Math.min(n, maks), lebih: n > maks };
  }

  /** How a page would be read. */
  async rencana(
    lingkup: LingkupOrmas,
    saringan: SaringanOrmas,
    jendela: { lewati: number; sebanyak: number },
  ): Promise<RencanaOrmas> {
    const [wilayah, klaster, sebaran] = [
      await this.wilayah.data(),
      await this.klaster.data(),
      await this.sebaran.ambil(),
    ];
    const bahan = {
      lingkup,
      saringan,
      rujukan: { wilayah, klaster },
      sebaran,
      hari: tanggalWib(this.clock.sekarang()),
    };
    return rencanakan({ ...bahan, syarat: susunSyarat(bahan), ...jendela });
  }

  /** All conditions of a list, its words included: for those who read the whole of it. */
  async syarat(lingkup: LingkupOrmas, saringan: SaringanOrmas): Promise<SyaratSql> {
    const [wilayah, klaster, sebaran] = [
      await this.wilayah.data(),
      await this.klaster.data(),
      await this.sebaran.ambil(),
    ];
    const hari = tanggalWib(this.clock.sekarang());
    const kata = syaratKata(saringan.cari, bacaanCari(saringan.cari, wilayah.kamus));
    const bagian: SyaratSql[] = [
      ...susunSyarat({ lingkup, saringan, rujukan: { wilayah, klaster }, sebaran, hari }),
      ...(kata === null ? [] : [kata]),
    ];
    return {
      sql: bagian.length === 0 ? '1 = 1' : bagian.map((b) => b.sql).join(' AND '),
      nilai: bagian.flatMap((b) => b.nilai),
    };
  }

  /** Ids of ormas in whose name or place these letters stand, at most `batas`. */
  berawalan(awal: string, batas: number): Promise<number[]> {
    return this.id('SELECT o.id FROM ormas o WHERE o.cari LIKE ? ORDER BY o.id LIMIT ?', [`%${awal}%`, batas]);
  }

  private async susuri(
    golongan: readonly { sql: string; nilai: readonly unknown[] }[],
    lewati: number,
    sebanyak: number,
  ): Promise<number[]> {
    const [satu] = golongan;
    if (satu && golongan.length === 1)
      return this.id(`${satu.sql} LIMIT ? OFFSET ?`, [...satu.nilai, sebanyak, lewati]);
    const hasil: number[] = [];
    let sisa = lewati;
    for (const g of golongan) {
      const id = await this.id(`${g.sql} LIMIT ?`, [...g.nilai, sisa + sebanyak - hasil.length]);
      hasil.push(...id.slice(sisa));
      sisa = Math.max(0, sisa - id.length);
      if (hasil.length >= sebanyak) break;
    }
    return hasil;
  }

  /** Counts; large counts are some seconds old, for they cost most and change least. */
  private async hitung({ sql, nilai }: Hitung): Promise<number> {
    const kunci = JSON.stringify([sql, nilai]);
    const kini = this.clock.sekarang().getTime();
    const ada = this.terhitung.get(kunci);
    if (ada && Math.abs(kini - ada.sejak) < HITUNG_DIINGAT_MS) return ada.n;
    const [baris] = await this.db.query<{ n: string }[]>(sql, [...nilai]);
    const n = Number(baris?.n ?? 0);
    if (n > HITUNG_SEDIKIT) {
      if (this.terhitung.size >= HITUNG_DIINGAT) this.terhitung.clear();
      this.terhitung.set(kunci, { n, sejak: kini });
    }
    return n;
  }

  private async id(sql: string, nilai: readonly unknown[]): Promise<number[]> {
    return (await this.db.query<{ id: number }[]>(sql, [...nilai])).map((b) => b.id);
  }
}
