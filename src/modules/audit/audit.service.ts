import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { type Halaman } from '../../common/page.js';
import { type Sisipan, sisipBeriringan } from '../../infra/database/sisip.js';
import { bolehBacaAudit } from './audit.policy.js';
import { DomainError } from '../../common/domain-error.js';

/** One thing that happened. `rincian` is kept as JSON; it must not hold secrets. */
export interface CatatanAudit {
  aksi: string;
  objek: string;
  objekId: number | string;
  ormasId?: number | null;
  /** A sentence a person can read: what happened, to what. */
  ringkasan: string;
  rincian?: unknown;
}

/** A row of the audit trail as read back. */
export interface BarisAudit {
  id: number;
  waktu: Date;
  aktorNama: string;
  aktorPeran: string;
  aksi: string;
  objek: string;
  objekId: string;
  ormasId: number | null;
  ringkasan: string;
  rincian: unknown;
}

/** What to read of the trail; every part is optional and they narrow each other. */
export interface SaringanAudit {
  objek?: string;
  aksi?: string;
  cari?: string;
  dari?: Date;
  sampai?: Date;
}

const KOLOM = [
  'waktu',
  'aktor_id',
  'aktor_nama',
  'aktor_peran',
  'aksi',
  'objek',
  'objek_id',
  'ormas_id',
  'ringkasan',
  'rincian',
] as const;
const PILIH = `SELECT id, waktu, aktor_nama AS aktorNama, aktor_peran AS aktorPeran, aksi, objek, objek_id AS objekId,
  ormas_id AS ormasId, ringkasan, rincian FROM audit`;

/** The audit trail: written in the same transaction as the change, never changed, read on a page and as timelines. */
@Injectable()
export class AuditService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Writes rows of the trail within the transaction of the change itself. */
  async catat(em: EntityManager, aktor: Aktor, ...catatan: CatatanAudit[]): Promise<void> {
    await sisipBeriringan(em, [this.sisipan(aktor, () => catatan)]);
  }

  /** What `catat` writes, for who writes more with it; `catatan` is asked when it is its turn. */
  sisipan(aktor: Aktor, catatan: () => readonly CatatanAudit[]): Sisipan {
    const kini = this.clock.sekarang();
    return {
      tabel: 'audit',
      kolom: KOLOM,
      baris: () =>
        catatan().map((c) => [
          kini,
          aktor.id,
          aktor.nama,
          aktor.peran,
          c.aksi,
          c.objek,
          String(c.objekId),
          c.ormasId ?? null,
          c.ringkasan.slice(0, 500),
          c.rincian === undefined ? null : JSON.stringify(c.rincian),
        ]),
    };
  }

  /** Everything that happened to one thing, newest first, at most `batas` rows. The caller has checked permission. */
  async riwayat(objek: string, objekId: number | string, batas = 50): Promise<BarisAudit[]> {
    return this.baca(`${PILIH} WHERE objek = ? AND objek_id = ? ORDER BY id DESC LIMIT ?`, [
      objek,
      String(objekId),
      batas,
    ]);
  }

  /** Everything that happened around one ormas, newest first, at most `batas` rows. The caller has checked permission. */
  async riwayatOrmas(ormasId: number, batas = 50): Promise<BarisAudit[]> {
    return this.baca(`${PILIH} WHERE ormas_id = ? ORDER BY id DESC LIMIT ?`, [ormasId, batas]);
  }

  /** One page of the whole trail, newest first; throws `tidak-berwenang` unless the policy allows it. */
  async daftar(aktor: Aktor, saringan: SaringanAudit, halaman: number, perHalaman = 50): Promise<Halaman<BarisAudit>> {
    if (!bolehBacaAudit(aktor)) throw new DomainError('tidak-berwenang');
    const syarat: string[] = ['1 = 1'];
    const nilai: unknown[] = [];
    const pasang = (sql: string, v: unknown) => {
      syarat.push(sql);
      nilai.push(v);
    };
    if (saringan.objek) pasang('objek = ?', saringan.objek);
    if (saringan.aksi) pasang('aksi = ?', saringan.aksi);
    if (saringan.cari)
      pasang("CONCAT(aktor_nama, ' ', ringkasan) LIKE ?", `%${saringan.cari.replace(/[\\%_]/g, '\\$&')}%`);
    if (saringan.dari) pasang('waktu >= ?', saringan.dari);
    if (saringan.sampai) pasang('waktu < ?', saringan.sampai);
    const dimana = syarat.join(' AND ');
    const [hitung] = await this.db.query<{ jumlah: number }[]>(
      `SELECT COUNT(*) AS jumlah FROM audit WHERE ${dimana}`,
      nilai,
    );
    const isi = await this.baca(`${PILIH} WHERE ${dimana} ORDER BY id DESC LIMIT ? OFFSET ?`, [
      ...nilai,
      perHalaman,
      (halaman - 1) * perHalaman,
    ]);
    return { isi, halaman, perHalaman, jumlah: Number(hitung?.jumlah ?? 0) };
  }

  private async baca(sql: string, nilai: unknown[]): Promise<BarisAudit[]> {
    const baris = await this.db.query<(BarisAudit & { rincian: string | null })[]>(sql, nilai);
    return baris.map((b) => ({ ...b, rincian: b.rincian ? (JSON.parse(b.rincian) as unknown) : null }));
  }
}
