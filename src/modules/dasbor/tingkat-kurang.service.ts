import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Simpanan } from '../../common/simpanan.js';
import { tambahTahun, tanggalWib } from '../../common/tanggal.js';
import { MASA_DAFTAR_BAWAAN } from '../../iko/tingkat.js';
import { InstrumenService } from '../penilaian/instrumen.service.js';
import { syaratPopulasi } from '../penilaian/penilaian.masukan.js';
import { bulat } from './dasbor.kueri.js';
import { type BarisTugas, type PeriodeBeranda, type TingkatKurang } from './dasbor.types.js';

const UMUR_MS = 15_000;

/** What it takes for an ormas to be complete in a period. */
interface Syarat {
  periode: PeriodeBeranda;
  /** Indicators whose level only an officer can give. */
  indikator: string[];
  /** Registered later than this day: no score yet. */
  terdaftarPaling: string;
}

const DITETAPKAN = 't.indikator IN (?) AND (t.tingkat_akhir IS NOT NULL OR t.tak_berlaku IS NOT NULL)';

/** Which ormas get a score in the period: its population, without those registered for too short a time. */
function dinilai({ periode, terdaftarPaling }: Syarat): { sql: string; nilai: unknown[] } {
  const { sql, nilai } = syaratPopulasi(periode);
  return {
    sql: `${sql} AND (o.terdaftar_pada IS NULL OR o.terdaftar_pada <= ?)`,
    nilai: [...nilai, terdaftarPaling],
  };
}

/** Which ormas still lack a level that only an officer can give, in the period that is open now. */
@Injectable()
export class TingkatKurangService {
  private readonly simpanan = new Map<number, Simpanan<TingkatKurang>>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly instrumen: InstrumenService,
  ) {}

  /** The indicators of an instrument by who must give their level. */
  async indikator(instrumenId: number): Promise<{ petugas: string[]; mandiri: string[]; tahunPertama: number }> {
    const { isi, penilai } = await this.instrumen.ambil(instrumenId);
    const kode = (cocok: (sumber: string) => boolean) =>
      penilai.indikator.filter((i) => cocok(i.sumber ?? 'V')).map((i) => i.kode);
    return {
      petugas: kode((s) => s === 'V' || s === 'S+V'),
      mandiri: kode((s) => s === 'S' || s === 'S+V'),
      tahunPertama: (isi.masaDaftar ?? MASA_DAFTAR_BAWAAN).profilSajaDiBawahTahun,
    };
  }

  /** How many, at most a quarter of a minute old; null when no period is open or its instrument asks no officer. */
  async hitung(semua: readonly PeriodeBeranda[]): Promise<TingkatKurang | null> {
    const syarat = await this.syarat(semua);
    if (!syarat) return null;
    const { id } = syarat.periode;
    const simpanan = this.simpanan.get(id) ?? new Simpanan(this.clock, UMUR_MS, () => this.muat(syarat));
    this.simpanan.set(id, simpanan);
    return simpanan.ambil();
  }

  /** One page of them by name. The caller has checked permission. */
  async daftar(
    semua: readonly PeriodeBeranda[],
    { batas, lewati }: { batas: number; lewati: number },
  ): Promise<{ isi: BarisTugas[]; jumlah: number }> {
    const s = await this.syarat(semua);
    if (!s) return { isi: [], jumlah: 0 };
    const { sql, nilai } = dinilai(s);
    // By name along its index: only the ormas that are walked past are counted, not the whole register.
    const [ringkas, baris] = await Promise.all([
      this.hitung(semua),
      this.db.query<{ id: number; nama: string; opd: string | null; n: string }[]>(
        `SELECT o.id, o.nama, (SELECT p.nama FROM opd p WHERE p.id = o.opd_id) AS opd,
           (SELECT COUNT(*) FROM tingkat_indikator t WHERE t.periode_id = ? AND t.ormas_id = o.id AND ${DITETAPKAN}) AS n
         FROM ormas o WHERE ${sql} HAVING n < ? ORDER BY o.nama, o.id LIMIT ? OFFSET ?`,
        [s.periode.id, s.indikator, ...nilai, s.indikator.length, batas, lewati],
      ),
    ]);
    const dari = s.indikator.length;
    return {
      isi: baris.map((b) => ({
        ...{ jenis: 'tingkat', ormasId: b.id, ormas: b.nama, opd: b.opd },
        ...{ terisi: bulat(b.n), dari, tahun: s.periode.tahun },
      })),
      jumlah: ringkas?.jumlah ?? 0,
    };
  }

  private async syarat(semua: readonly PeriodeBeranda[]): Promise<Syarat | null> {
    const periode = periodeTerbuka(semua, tanggalWib(this.clock.sekarang()));
    if (!periode) return null;
    const { petugas, tahunPertama } = await this.indikator(periode.instrumenId);
    if (petugas.length === 0) return null;
    return { periode, indikator: petugas, terdaftarPaling: tambahTahun(periode.akhir, -tahunPertama) };
  }

  private async muat(syarat: Syarat): Promise<TingkatKurang> {
    const { periode, indikator } = syarat;
    const { sql, nilai } = dinilai(syarat);
    const [baris] = await this.db.query<{ dari: string; jumlah: string | null }[]>(
      `SELECT COUNT(*) AS dari, SUM(COALESCE(t.n, 0) < ?) AS jumlah FROM ormas o
         LEFT JOIN (SELECT t.ormas_id, COUNT(*) AS n FROM tingkat_indikator t WHERE t.periode_id = ? AND ${DITETAPKAN}
           GROUP BY t.ormas_id) t ON t.ormas_id = o.id
       WHERE ${sql}`,
      [indikator.length, periode.id, indikator, ...nilai],
    );
    return { tahun: periode.tahun, jumlah: bulat(baris?.jumlah), dari: bulat(baris?.dari) };
  }
}

/** The period whose levels are to be set now: the newest open one that has begun. @param hari today, 'YYYY-MM-DD' */
export function periodeTerbuka<P extends Pick<PeriodeBeranda, 'status' | 'mulai' | 'tahun'>>(
  semua: readonly P[],
  hari: string,
): P | null {
  return semua.filter((p) => p.status === 'berjalan' && p.mulai <= hari).sort((a, b) => b.tahun - a.tahun)[0] ?? null;
}
