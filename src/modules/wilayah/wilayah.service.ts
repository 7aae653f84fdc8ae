import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Simpanan } from '../../common/simpanan.js';
import { type BarisWilayah, KamusWilayah } from './nama-wilayah.js';

const UMUR_MS = 60_000;

/** A kelurahan with its kecamatan and the other spellings it is known by. */
export interface DataKelurahan extends BarisWilayah {
  id: number;
  kecamatanId: number;
}

/** The places of the city in one process: small, and changed only with the reference data. */
export interface DataWilayah {
  /** By name of kecamatan, then of kelurahan. */
  kelurahan: readonly DataKelurahan[];
  kecamatan: readonly { id: number; nama: string }[];
  perId: ReadonlyMap<number, DataKelurahan>;
  /** By the official name, as `KamusWilayah` gives it. */
  perNama: ReadonlyMap<string, DataKelurahan>;
  /** Every spelling of them. */
  kamus: KamusWilayah;
}

/** Kecamatan and kelurahan: found by any of their spellings, listed for filters and forms. */
@Injectable()
export class WilayahService {
  private readonly isi: Simpanan<DataWilayah>;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    clock: Clock,
  ) {
    this.isi = new Simpanan(clock, UMUR_MS, () => this.muat());
  }

  /** All places of the city, at most a minute old. */
  data(): Promise<DataWilayah> {
    return this.isi.ambil();
  }

  /** The dictionary of spellings, for the reading of registers. */
  async kamus(): Promise<KamusWilayah> {
    return (await this.data()).kamus;
  }

  /** The kelurahan that a text names in any known spelling, or null. */
  async cari(ejaan: string): Promise<DataKelurahan | null> {
    const { kamus, perNama } = await this.data();
    const tempat = kamus.cari(ejaan);
    return tempat === null ? null : (perNama.get(tempat.kelurahan) ?? null);
  }

  private async muat(): Promise<DataWilayah> {
    const baris = await this.db.query<
      { id: number; kelurahan: string; kecamatanId: number; kecamatan: string; ejaan: string | null }[]
    >(
      `SELECT k.id, k.nama AS kelurahan, c.id AS kecamatanId, c.nama AS kecamatan, v.ejaan
       FROM kelurahan k JOIN kecamatan c ON c.id = k.kecamatan_id
       LEFT JOIN kelurahan_varian v ON v.kelurahan_id = k.id
       ORDER BY c.nama, k.nama, v.ejaan`,
    );
    const perId = new Map<number, DataKelurahan & { varian: string[] }>();
    for (const { ejaan, ...k } of baris) {
      const ada = perId.get(k.id) ?? { ...k, varian: [] };
      if (ejaan !== null) ada.varian.push(ejaan);
      perId.set(k.id, ada);
    }
    const kecamatan = new Map(baris.map((b) => [b.kecamatanId, { id: b.kecamatanId, nama: b.kecamatan }]));
    const kelurahan = [...perId.values()];
    const perNama = new Map(kelurahan.map((k) => [k.kelurahan, k]));
    return { kelurahan, kecamatan: [...kecamatan.values()], perId, perNama, kamus: new KamusWilayah(kelurahan) };
  }
}
