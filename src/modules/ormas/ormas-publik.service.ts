import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { sha256 } from '../../common/sidik.js';
import { Simpanan } from '../../common/simpanan.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { alamatPublik } from './alamat-publik.js';
import { awalKata } from './ormas.cari.js';
import { BUKAN_GABUNGAN } from './riwayat-status.js';
import { type SaringanOrmas, type StatusOrmas } from './ormas.types.js';
import { PilahOrmasService } from './pilah-ormas.service.js';

/** What everybody may know of an ormas: nothing of a person. */
export interface OrmasPublik {
  id: number;
  nama: string;
  singkatan: string | null;
  status: StatusOrmas;
  /** Number of the city's letter about its existence (SKKO). */
  nomor: string | null;
  nomorSampai: string | null;
  bidang: string | null;
  /** null: outside the city. */
  kelurahan: string | null;
  kecamatan: string | null;
  /** Street of the secretariat, without persons and telephones. */
  alamat: string;
  rt: string | null;
  rw: string | null;
  diubah: Date;
}

/** How the public register stands: what tells whether a copy of it is still good. */
export interface KeadaanPublik {
  jumlah: number;
  /** Last change of any ormas; null in an empty register. */
  diubah: Date | null;
  /** Changes with every change of the ormas, and of the names of places and fields. */
  sidik: string;
}

/** What narrows the public register; codes as in `SaringanOrmas`. */
export type SaringanPublik = Pick<SaringanOrmas, 'cari' | 'bidang' | 'kecamatan' | 'kelurahan' | 'status'>;

interface Baris extends Omit<OrmasPublik, 'bidang' | 'kelurahan' | 'kecamatan'> {
  bidangId: number | null;
  kelurahanId: number | null;
}

/** Nothing else is read here: what is not selected cannot be shown. */
const KOLOM = `o.id, o.nama, o.singkatan, o.status, o.nomor_skko AS nomor, o.skko_berlaku_sampai AS nomorSampai,
  o.bidang_id AS bidangId, o.kelurahan_id AS kelurahanId, o.alamat, o.rt, o.rw, o.diubah_pada AS diubah`;

const PER_HALAMAN = 25;
const UMUR_KEADAAN_MS = 30_000;
const CALON_MIRIP = 300;
const HASIL_NOMOR = 25;

const awalan = (teks: string): string => `${teks.replace(/[\\%_]/g, '\\$&')}%`;

/** The register as everybody may read it. */
@Injectable()
export class OrmasPublikService {
  private readonly simpanan: Simpanan<KeadaanPublik>;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly pilah: PilahOrmasService,
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    clock: Clock,
  ) {
    this.simpanan = new Simpanan(clock, UMUR_KEADAAN_MS, () => this.muatKeadaan());
  }

  /** One page by name; beyond the last one it is empty. `halaman` counts from 1. */
  async daftar(saringan: SaringanPublik, halaman: number, perHalaman = PER_HALAMAN): Promise<Halaman<OrmasPublik>> {
    const semua = { ...saringan, opd: '', keaktifan: '', tingkat: '', urut: 'nama', arah: 'naik' } as const;
    const { id, ...jumlah } = await this.pilah.halaman({ jenis: 'semua' }, semua, { halaman, perHalaman });
    return { isi: await this.banyak(id), halaman, perHalaman, ...jumlah };
  }

  /** One ormas. @throws DomainError `tidak-ditemukan` */
  async satu(id: number): Promise<OrmasPublik> {
    const [o] = await this.banyak([id]);
    if (!o) throw new DomainError('tidak-ditemukan');
    return o;
  }

  /** Those whose letter has a number that begins like this; at most 25, by name. */
  async bernomor(nomor: string): Promise<OrmasPublik[]> {
    const baris = await this.db.query<Baris[]>(
      `SELECT ${KOLOM} FROM (SELECT DISTINCT COALESCE(digabung_ke, id) AS id FROM ormas WHERE nomor_skko LIKE ? LIMIT ${HASIL_NOMOR}) n
       JOIN ormas o ON o.id = n.id ORDER BY o.nama, o.id`,
      [awalan(nomor)],
    );
    return this.lengkapi(baris);
  }

  /** Names with a word that begins like the longest word typed: among them are those that were misspelt further on. */
  async calonMirip(cari: string): Promise<{ id: number; nama: string }[]> {
    const [kata = ''] = awalKata(cari).sort((a, b) => b.length - a.length);
    if (kata.length < 4) return [];
    const id = await this.pilah.berawalan(kata.slice(0, 3), CALON_MIRIP);
    if (id.length === 0) return [];
    return this.db.query<{ id: number; nama: string }[]>('SELECT id, nama FROM ormas WHERE id IN (?)', [id]);
  }

  /** How the register stands, at most half a minute ago. */
  keadaan(): Promise<KeadaanPublik> {
    return this.simpanan.ambil();
  }

  /** All ormas by id, in chunks of `sekali`, each read when it is asked for. */
  async *semua(sekali = 2000): AsyncGenerator<OrmasPublik[]> {
    for (let sesudah = 0; ;) {
      const baris = await this.db.query<Baris[]>(
        `SELECT ${KOLOM} FROM ormas o WHERE o.id > ? AND ${BUKAN_GABUNGAN} ORDER BY o.id LIMIT ?`,
        [sesudah, sekali],
      );
      const akhir = baris.at(-1);
      if (!akhir) return;
      yield await this.lengkapi(baris);
      sesudah = akhir.id;
    }
  }

  private async banyak(id: readonly number[]): Promise<OrmasPublik[]> {
    if (id.length === 0) return [];
    const baris = await this.db.query<Baris[]>(`SELECT ${KOLOM} FROM ormas o WHERE o.id IN (?)`, [id]);
    const perId = new Map((await this.lengkapi(baris)).map((o) => [o.id, o]));
    return id.flatMap((i) => perId.get(i) ?? []);
  }

  private async lengkapi(baris: readonly Baris[]): Promise<OrmasPublik[]> {
    const [wilayah, klaster] = [await this.wilayah.data(), await this.klaster.data()];
    return baris.map(({ bidangId, kelurahanId, ...o }) => {
      const tempat = kelurahanId === null ? undefined : wilayah.perId.get(kelurahanId);
      return {
        ...o,
        alamat: alamatPublik(o.alamat),
        bidang: (bidangId === null ? null : klaster.bidangPerId.get(bidangId)?.nama) ?? null,
        kelurahan: tempat?.kelurahan ?? null,
        kecamatan: tempat?.kecamatan ?? null,
      };
    });
  }

  private async muatKeadaan(): Promise<KeadaanPublik> {
    const [wilayah, klaster] = [await this.wilayah.data(), await this.klaster.data()];
    const [b] = await this.db.query<{ n: string; diubah: Date | null }[]>(
      `SELECT (SELECT COUNT(*) FROM ormas) - (SELECT COUNT(*) FROM ormas WHERE status = 'digabung') AS n,
         (SELECT MAX(diubah_pada) FROM ormas) AS diubah`,
    );
    const jumlah = Number(b?.n ?? 0);
    const diubah = b?.diubah ?? null;
    const nama = [wilayah.kelurahan.map((k) => [k.id, k.kelurahan, k.kecamatan]), klaster.bidang];
    return { jumlah, diubah, sidik: sha256(JSON.stringify([jumlah, diubah, nama])).slice(0, 20) };
  }
}
