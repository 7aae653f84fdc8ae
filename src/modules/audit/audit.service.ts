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

/** A row of the whole trail: with the name that its ormas has today. */
export interface BarisJejak extends BarisAudit {
  ormasNama: string | null;
}

/** Acts that change nothing: coming and going, and looking at files. */
export const AKSI_MASUK = ['masuk', 'masuk-gagal', 'keluar'] as const;
export const AKSI_BACA = ['berkas.baca', 'ormas.ekspor', 'pembinaan.ekspor', 'rekomendasi.ekspor'] as const;

/** One row per ormas and run: they would drown what people did. */
const AKSI_HITUNG = ['nilai.hitung'] as const;

/** Which acts are read: all, those that change something, or one of the kinds that do not. */
export type RagamAksi = 'semua' | 'perubahan' | 'masuk' | 'baca' | 'hitung';

/** Rows that a reader is not shown: acts of certain names, and acts of others whose row says that it was on a draft. */
export interface KecualiAudit {
  aksi: readonly string[];
  draf: readonly string[];
}

/** What to read of the trail; every part is optional and they narrow each other. */
export interface SaringanAudit {
  objek?: string;
  ragam?: RagamAksi;
  /** A part of what happened. */
  cari?: string;
  /** A part of the name of who did it. */
  pelaku?: string;
  /** A part of the name of an ormas as it is today, or its number. */
  ormas?: string;
  dari?: Date;
  sampai?: Date;
}

/** The trail is counted up to here; beyond, it is "more than". Also how deep one can turn pages. */
const HITUNG_MAKS = 10_000;
const memuat = (teks: string): string => `%${teks.replace(/[\\%_]/g, '\\$&')}%`;

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

  /**
   * Everything that happened to one thing but for `kecuali`, newest first, at most `batas` rows. The caller has checked
   * permission.
   */
  async riwayat(objek: string, objekId: number | string, batas = 50, kecuali?: KecualiAudit): Promise<BarisAudit[]> {
    const lain = susunKecuali(kecuali);
    return this.baca(`${PILIH} WHERE objek = ? AND objek_id = ?${lain.sql} ORDER BY id DESC LIMIT ?`, [
      ...[objek, String(objekId), ...lain.nilai],
      batas,
    ]);
  }

  /**
   * When things happened around ormas (one, and the entries merged into it) but for `kecuali`: the newest `batas`, newest first, and how many there are.
   * The caller has checked permission.
   */
  async saatOrmas(
    ormasId: readonly number[],
    kecuali: KecualiAudit,
    batas: number,
  ): Promise<{ saat: { id: number; waktu: Date }[]; jumlah: number }> {
    const lain = susunKecuali(kecuali);
    const dimana = `FROM audit WHERE ormas_id IN (?)${lain.sql}`;
    const [saat, [hitung]] = await Promise.all([
      this.db.query<{ id: number; waktu: Date }[]>(`SELECT id, waktu ${dimana} ORDER BY waktu DESC, id DESC LIMIT ?`, [
        ...[ormasId, ...lain.nilai],
        batas,
      ]),
      this.db.query<{ jumlah: number }[]>(`SELECT COUNT(*) AS jumlah ${dimana}`, [ormasId, ...lain.nilai]),
    ]);
    return { saat, jumlah: Number(hitung?.jumlah ?? 0) };
  }

  /** Rows of the trail by their ids. The caller has checked permission. */
  async menurutId(id: readonly number[]): Promise<BarisAudit[]> {
    return id.length === 0 ? [] : this.baca(`${PILIH} WHERE id IN (?)`, [id]);
  }

  /** One page of the whole trail, newest first; throws `tidak-berwenang` unless the policy allows it. */
  async daftar(aktor: Aktor, saringan: SaringanAudit, diminta: number, perHalaman = 50): Promise<Halaman<BarisJejak>> {
    if (!bolehBacaAudit(aktor)) throw new DomainError('tidak-berwenang');
    // No deeper than is counted: behind it no page leads, and every row before it would be read for nothing.
    const halaman = Math.min(diminta, Math.ceil(HITUNG_MAKS / perHalaman));
    const { sql, nilai } = susunSyarat(saringan);
    const [hitung] = await this.db.query<{ jumlah: number }[]>(
      `SELECT COUNT(*) AS jumlah FROM (SELECT 1 FROM audit WHERE ${sql} LIMIT ${HITUNG_MAKS + 1}) h`,
      nilai,
    );
    const jumlah = Number(hitung?.jumlah ?? 0);
    const isi = await this.baca(`${PILIH} WHERE ${sql} ORDER BY id DESC LIMIT ? OFFSET ?`, [
      ...nilai,
      perHalaman,
      (halaman - 1) * perHalaman,
    ]);
    const nama = await this.namaOrmas(isi);
    return {
      isi: isi.map((b) => ({ ...b, ormasNama: b.ormasId === null ? null : (nama.get(b.ormasId) ?? null) })),
      halaman,
      perHalaman,
      jumlah: Math.min(jumlah, HITUNG_MAKS),
      lebih: jumlah > HITUNG_MAKS,
    };
  }

  private async namaOrmas(baris: readonly BarisAudit[]): Promise<Map<number, string>> {
    const id = [...new Set(baris.flatMap((b) => b.ormasId ?? []))];
    if (id.length === 0) return new Map();
    const nama = await this.db.query<{ id: number; nama: string }[]>('SELECT id, nama FROM ormas WHERE id IN (?)', [
      id,
    ]);
    return new Map(nama.map((o) => [o.id, o.nama]));
  }

  private async baca(sql: string, nilai: unknown[]): Promise<BarisAudit[]> {
    const baris = await this.db.query<(BarisAudit & { rincian: string | null })[]>(sql, nilai);
    return baris.map((b) => ({ ...b, rincian: b.rincian ? (JSON.parse(b.rincian) as unknown) : null }));
  }
}

function susunKecuali(k?: KecualiAudit): { sql: string; nilai: unknown[] } {
  const sql: string[] = [];
  const nilai: unknown[] = [];
  if (k && k.aksi.length > 0) {
    sql.push(' AND aksi NOT IN (?)');
    nilai.push(k.aksi);
  }
  if (k && k.draf.length > 0) {
    sql.push(" AND (aksi NOT IN (?) OR COALESCE(JSON_CONTAINS(rincian, 'true', '$.draf'), 0) = 0)");
    nilai.push(k.draf);
  }
  return { sql: sql.join(''), nilai };
}

function susunSyarat(s: SaringanAudit): { sql: string; nilai: unknown[] } {
  const bagian: [sql: string, nilai: unknown][] = [];
  if (s.objek) bagian.push(['objek = ?', s.objek]);
  if (s.ragam === 'perubahan') bagian.push(['aksi NOT IN (?)', [...AKSI_MASUK, ...AKSI_BACA, ...AKSI_HITUNG]]);
  if (s.ragam === 'masuk') bagian.push(['aksi IN (?)', AKSI_MASUK]);
  if (s.ragam === 'hitung') bagian.push(['aksi IN (?)', AKSI_HITUNG]);
  if (s.ragam === 'baca') bagian.push(['aksi IN (?)', AKSI_BACA]);
  if (s.cari) bagian.push(['ringkasan LIKE ?', memuat(s.cari)]);
  if (s.pelaku) bagian.push(['aktor_nama LIKE ?', memuat(s.pelaku)]);
  if (s.ormas)
    bagian.push(
      /^\d{1,9}$/.test(s.ormas)
        ? ['ormas_id = ?', Number(s.ormas)]
        : ['ormas_id IN (SELECT id FROM ormas WHERE nama LIKE ?)', memuat(s.ormas)],
    );
  if (s.dari) bagian.push(['waktu >= ?', s.dari]);
  if (s.sampai) bagian.push(['waktu < ?', s.sampai]);
  return {
    sql: bagian.length === 0 ? '1 = 1' : bagian.map(([sql]) => sql).join(' AND '),
    nilai: bagian.map(([, nilai]) => nilai),
  };
}

/** Who changed a thing last, and when: for those who find it changed. */
export interface UbahanTerakhir {
  oleh: string;
  olehId: number | null;
  pada: Date;
}

/**
 * The last change of a thing in the trail, within the caller's transaction; reading it is no change. `{}` where the trail
 * has none, so that it can be spread into what a conflict tells.
 */
export async function terakhirDiubah(
  em: EntityManager,
  objek: string,
  objekId: number | string,
): Promise<{ terakhir?: UbahanTerakhir }> {
  const [b] = await em.query<UbahanTerakhir[]>(
    `SELECT aktor_nama AS oleh, aktor_id AS olehId, waktu AS pada FROM audit WHERE objek = ? AND objek_id = ? AND aksi NOT IN (?)
     ORDER BY id DESC LIMIT 1`,
    [objek, String(objekId), AKSI_BACA],
  );
  return b ? { terakhir: b } : {};
}
