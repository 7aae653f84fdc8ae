import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { type Pita } from '../../iko/instrumen.js';
import { kunciGanda, Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { type Jendela, jendelaTahun } from '../setelan/jendela.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { InstrumenService } from './instrumen.service.js';
import { bolehHitung } from './penilaian.policy.js';
import { type PeriodeRingkas, type StatusPeriode } from './penilaian.types.js';
import { usangSejak } from './perubahan-nilai.js';

/** Years that a period may have; outside of it a year is a slip of the hand. */
export const TAHUN_PERIODE: readonly [number, number] = [2000, 2100];

const PILIH = `SELECT p.id, p.tahun, p.mulai, p.akhir, p.status, p.versi, p.instrumen_id AS instrumenId,
  i.nama AS instrumenNama, i.versi AS instrumenVersi, p.hitung_id AS hitungId, h.selesai_pada AS dihitungPada,
  p.populasi_tetap AS populasiTetap
  FROM periode p JOIN instrumen i ON i.id = p.instrumen_id LEFT JOIN hitung h ON h.id = p.hitung_id`;

/** Periods: the year that is assessed, its window, its instrument, and whether its levels may still be set. */
@Injectable()
export class PeriodeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly instrumen: InstrumenService,
    private readonly setelan: SetelanService,
  ) {}

  /**
   * Makes the period of a year with the office's window (1 December to 30 November unless set otherwise) and the newest default instrument, unless it exists.
   * Whoever makes it stands in the trail.
   * @returns its id
   * @throws DomainError `isian-tidak-sah` for a year outside TAHUN_PERIODE
   */
  async pastikanPeriode(em: EntityManager, tahun: number, aktor: Aktor = AKTOR_SISTEM): Promise<number> {
    if (!Number.isInteger(tahun) || tahun < TAHUN_PERIODE[0] || tahun > TAHUN_PERIODE[1])
      throw new DomainError('isian-tidak-sah', 'Tahun penilaian tidak masuk akal.');
    const cari = (): Promise<{ id: number }[]> => em.query('SELECT id FROM periode WHERE tahun = ?', [tahun]);
    const [ada] = await cari();
    if (ada) return ada.id;
    const { mulai, akhir } = jendelaTahun((await this.setelan.baca()).jendelaMulai, tahun);
    const nilai = [tahun, mulai, akhir, await this.instrumen.idBawaan(em)];
    // Two may come at once: the unique year lets one win, and the other reads the winner's row.
    try {
      const { insertId } = await em.query<{ insertId: number }>(
        "INSERT INTO periode (tahun, mulai, akhir, instrumen_id, status) VALUES (?, ?, ?, ?, 'berjalan')",
        nilai,
      );
      await this.audit.catat(em, aktor, {
        aksi: 'periode.buat',
        objek: 'periode',
        objekId: insertId,
        ringkasan: `Periode penilaian ${tahun} dibuat.`,
      });
      return insertId;
    } catch (galat) {
      if (!kunciGanda(galat)) throw galat;
      const [menang] = await cari();
      if (!menang) throw galat;
      return menang.id;
    }
  }

  /** Makes the period of a year on somebody's behalf; nothing happens when it exists. @throws DomainError `tidak-berwenang` */
  async buatPeriode(aktor: Aktor, tahun: number): Promise<void> {
    if (!bolehHitung(aktor)) throw new DomainError('tidak-berwenang');
    await this.transaksi.jalankan((em) => this.pastikanPeriode(em, tahun, aktor));
  }

  /** Every period, newest first. */
  async daftar(): Promise<PeriodeRingkas[]> {
    return this.lengkapi(await this.db.query<Baris[]>(`${PILIH} ORDER BY p.tahun DESC`));
  }

  /** The levels of the instrument of a period, lowest first. */
  async pita(periode: Pick<PeriodeRingkas, 'instrumenId'>): Promise<readonly Pita[]> {
    return (await this.instrumen.ambil(periode.instrumenId)).isi.tingkat;
  }

  /** Since when data have changed that the scores of a running year are computed from; null: they are up to date. */
  async usangSejak(periode: Pick<PeriodeRingkas, 'hitungId' | 'status'>, hari: string): Promise<Date | null> {
    if (periode.hitungId === null || periode.status !== 'berjalan') return null;
    return usangSejak(this.db, periode.hitungId, hari);
  }

  /** The windows of the closed years. */
  masaTertutup(): Promise<{ tahun: number; mulai: string; akhir: string }[]> {
    return this.db.query("SELECT tahun, mulai, akhir FROM periode WHERE status = 'ditutup' ORDER BY mulai");
  }

  /** The window that the period of a year was made with; null: there is no such period. */
  async jendela(tahun: number): Promise<Jendela | null> {
    const [periode] = await this.db.query<Jendela[]>('SELECT mulai, akhir FROM periode WHERE tahun = ?', [tahun]);
    return periode ?? null;
  }

  /** The period of a year; throws `tidak-ditemukan`. */
  async untukTahun(tahun: number): Promise<PeriodeRingkas> {
    const [periode] = await this.lengkapi(await this.db.query<Baris[]>(`${PILIH} WHERE p.tahun = ?`, [tahun]));
    if (!periode) throw new DomainError('tidak-ditemukan', `Belum ada periode penilaian tahun ${tahun}.`);
    return periode;
  }

  /**
   * Lets the next run of an opened period take its ormas from the register's dated history again, instead of those that
   * it was closed with. The reason stays in the trail; closing settles the population anew.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `transisi-tidak-sah`, `versi-berbeda`, `isian-tidak-sah`
   */
  async susunUlangPopulasi(aktor: Aktor, tahun: number, versi: number, alasan: string): Promise<void> {
    if (!bolehHitung(aktor)) throw new DomainError('tidak-berwenang');
    if (!alasan.trim())
      throw new DomainError('isian-tidak-sah', undefined, {
        isian: [{ bidang: 'alasan', pesan: 'Tuliskan alasan menyusun ulang daftar ormas yang dinilai.' }],
      });
    await this.transaksi.jalankan(async (em) => {
      const [baris] = await em.query<{ id: number; status: StatusPeriode; versi: number; tetap: 0 | 1 }[]>(
        'SELECT id, status, versi, populasi_tetap AS tetap FROM periode WHERE tahun = ? FOR UPDATE',
        [tahun],
      );
      if (!baris) throw new DomainError('tidak-ditemukan', `Belum ada periode penilaian tahun ${tahun}.`);
      if (baris.versi !== versi)
        throw new DomainError('versi-berbeda', undefined, await terakhirDiubah(em, 'periode', baris.id));
      if (baris.status !== 'berjalan' || baris.tetap === 0) throw new DomainError('transisi-tidak-sah');
      await em.query('UPDATE periode SET populasi_tetap = 0, versi = versi + 1 WHERE id = ?', [baris.id]);
      await this.audit.catat(em, aktor, {
        aksi: 'periode.susun-ulang-populasi',
        objek: 'periode',
        objekId: baris.id,
        ringkasan: `Daftar ormas yang dinilai ${tahun} disusun ulang dari register: ${alasan.trim()}`.slice(0, 500),
      });
    });
  }

  private async lengkapi(baris: Baris[]): Promise<PeriodeRingkas[]> {
    return Promise.all(
      baris.map(async (b) => ({
        ...b,
        populasiTetap: b.populasiTetap === 1,
        instrumenCatatan: (await this.instrumen.ambil(b.instrumenId)).isi.catatan ?? null,
      })),
    );
  }
}

type Baris = Omit<PeriodeRingkas, 'instrumenCatatan' | 'populasiTetap'> & { populasiTetap: 0 | 1 };
