import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { type KontakOrmas } from '../notifikasi/notifikasi.types.js';
import { SumberKontak } from '../notifikasi/sumber-kontak.js';
import { bolehLihatOrmas, bolehLihatDataPribadi } from './ormas.policy.js';

/** Names and phone numbers of many ormas at once, as far as the actor may see them; notices ask for them. */
@Injectable()
export class KontakOrmasService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly sumber: SumberKontak,
  ) {}

  onModuleInit(): void {
    this.sumber.daftarkan((aktor, id) => this.baca(aktor, id));
  }

  /** The contact of each of these ormas that the actor may see; the others are absent. */
  async baca(aktor: Aktor, id: readonly number[]): Promise<Map<number, KontakOrmas>> {
    if (id.length === 0) return new Map();
    const baris = await this.db.query<(KontakOrmas & { id: number; opdId: number | null })[]>(
      'SELECT id, nama, opd_id AS opdId, telepon FROM ormas WHERE id IN (?)',
      [id],
    );
    return new Map(
      baris
        .filter((o) => bolehLihatOrmas(aktor, o))
        .map((o) => [o.id, { nama: o.nama, telepon: bolehLihatDataPribadi(aktor, o) ? o.telepon : null }]),
    );
  }
}
