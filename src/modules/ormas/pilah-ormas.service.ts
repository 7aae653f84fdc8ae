import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type DataWilayah, WilayahService } from '../wilayah/wilayah.service.js';
import { BACA_SELURUHNYA, type Hitung, type KataPenuntun, type RencanaOrmas, rencanakan } from './ormas-kueri.js';
import { susunSyarat } from './ormas-syarat.js';
import { awalKata, bacaanCari, syaratKata } from './ormas.cari.js';
import { type LingkupOrmas } from './ormas.policy.js';
import { type SaringanOrmas } from './ormas.types.js';
import { SebaranOrmasService } from './sebaran-ormas.js';

/** The ormas of one page, and how many there are; with `lebih` more than `jumlah`. */
export interface PilahanOrmas {
  id: number[];
  jumlah: number;
  lebih: boolean;
}

/** The conditions of a list over `ormas o`, as one expression. */
export interface SyaratSql {
  sql: string;
  nilai: readonly unknown[];
}

const HITUNG_DIINGAT_MS = 30_000;
const HITUNG_DIINGAT = 2_000;
/** Fewer are counted each time: quick, and what was just registered counts at once. */
const HITUNG_SEDIKIT = 1_000;

/** Picks the ormas of one page out of the register: by filter, words and order, by the way that touches fewest rows. */
@Injectable()
export class PilahOrmasService {
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
    { halaman, perHalaman }: { halaman: number; perHalaman: number },
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
    const penuntun = sebaran.jumlah > BACA_SELURUHNYA ? await this.penuntun(saringan.cari, wilayah) : null;
    return rencanakan({ ...bahan, syarat: susunSyarat(bahan), penuntun, ...jendela });
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

  /** The words by which what was typed is found, in each way of reading it. */
  private async penuntun(cari: string, wilayah: DataWilayah): Promise<KataPenuntun | null> {
    const bacaan = await Promise.all(bacaanCari(cari, wilayah.kamus).map((b) => this.terjarang(b)));
    const [satu] = bacaan;
    if (!satu || bacaan.length === 1) return satu ?? null;
    const awal = [...new Set(bacaan.flatMap((b) => b?.awal ?? []))];
    return { awal, tersisa: bacaan.reduce((n, b) => n + (b?.tersisa ?? 0), 0) };
  }

  /**
   * The rarest word of what was typed, also as one with its neighbours ("kedung halang" is "Kedunghalang"). A word that
   * begins none in the register may still be the end of one: the others lead, it is looked for in their rows.
   */
  private async terjarang(cari: string): Promise<KataPenuntun | null> {
    const kata = awalKata(cari);
    if (kata.length === 0) return null;
    const calon = await Promise.all(
      kata.map(async (k, i): Promise<KataPenuntun> => {
        const [lalu, lanjut] = [kata[i - 1], kata[i + 1]];
        const awal = [k, ...(lalu ? [lalu + k] : []), ...(lanjut ? [k + lanjut] : [])];
        const banyak = await Promise.all(awal.map((a) => this.sebaran.banyakKata(a)));
        return { awal: awal.filter((_, n) => (banyak[n] ?? 0) > 0), tersisa: banyak.reduce((a, b) => a + b, 0) };
      }),
    );
    const ada = calon.filter((c) => c.tersisa > 0).sort((a, b) => a.tersisa - b.tersisa);
    return ada[0] ?? { awal: [], tersisa: 0 };
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
