import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { rapatkan } from '../../common/normalisasi.js';
import { type BarisWilayah, KamusWilayah } from './nama-wilayah.js';

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
}

/** Kecamatan and kelurahan: found by any of their spellings, listed for filters and forms. */
@Injectable()
export class WilayahService {
  private isi: Promise<DataWilayah> | null = null;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** All places of the city, read once per process. */
  data(): Promise<DataWilayah> {
    this.isi ??= this.muat().catch((galat: unknown) => {
      this.isi = null;
      throw galat;
    });
    return this.isi;
  }

  /** The dictionary of spellings, for the reading of registers. */
  async kamus(): Promise<KamusWilayah> {
    return new KamusWilayah((await this.data()).kelurahan);
  }

  /** The kelurahan that a text names in any known spelling, or null. */
  async cari(ejaan: string): Promise<DataKelurahan | null> {
    const { kelurahan } = await this.data();
    const tempat = (await this.kamus()).cari(ejaan);
    return tempat === null ? null : (kelurahan.find((k) => k.kelurahan === tempat.kelurahan) ?? null);
  }

  /** The ids of the kelurahan by their official names folded by `rapatkan`. */
  async idPerNama(): Promise<ReadonlyMap<string, number>> {
    const { kelurahan } = await this.data();
    return new Map(kelurahan.map((k) => [rapatkan(k.kelurahan), k.id]));
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
    // An empty answer is not kept: the reference data may come after the process.
    if (perId.size === 0) this.isi = null;
    return { kelurahan: [...perId.values()], kecamatan: [...kecamatan.values()], perId };
  }
}
