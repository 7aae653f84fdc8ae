import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { tanggalWib } from '../../common/tanggal.js';
import { pemetaanPada } from '../klaster/pemetaan.js';
import { MASIH_ADA } from '../ormas/riwayat-status.js';
import {
  akhirTertutup,
  bacaAkun,
  bacaBidang,
  bacaDampakTahun,
  bacaPindah,
  bacaTerdampak,
  bacaTetap,
} from './dampak.kueri.js';
import { hariTerdini, keadaanPemetaan, periksaUsul, type RuasPeta, sidikPratinjau } from './pemetaan.aturan.js';
import { bolehLihatPemetaan, bolehUbahPemetaan } from './pemetaan.policy.js';
import {
  type BidangDipetakan,
  type DampakPemetaan,
  type FormulirPemetaan,
  type PerubahanPemetaan,
  type UsulPemetaan,
} from './pemetaan.types.js';

const PER_HALAMAN = 25;
/** So many of those that stay are named; the rest is counted. */
const TETAP_MAKS = 50;

interface BarisOpd {
  id: number;
  kode: string;
  nama: string;
  berlakuDari: string;
  berlakuSampai: string | null;
}

type BarisPerubahan = Omit<PerubahanPemetaan, 'keadaan'> & { status: 'ditetapkan' | 'dibatalkan' | 'diganti' };

const PILIH = `SELECT p.id, p.bidang_id AS bidangId, b.nama AS bidang, l.nama AS opdLama, l.kode AS opdLamaKode,
  n.nama AS opdBaru, n.kode AS opdBaruKode, p.berlaku_dari AS mulai, p.alasan, p.pindah, p.tetap, p.status,
  COALESCE(a.nama, 'Sistem') AS oleh, p.dibuat_pada AS pada, p.alasan_batal AS alasanBatal, x.nama AS dibatalkanOleh,
  p.dibatalkan_pada AS dibatalkanPada, p.versi
  FROM perubahan_pemetaan p JOIN bidang b ON b.id = p.bidang_id JOIN opd l ON l.id = p.opd_lama_id
  JOIN opd n ON n.id = p.opd_baru_id LEFT JOIN akun a ON a.id = p.dibuat_oleh LEFT JOIN akun x ON x.id = p.dibatalkan_oleh`;

/** Who guides which bidang, who did and will, and whom a change would move. */
@Injectable()
export class BacaPemetaanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Today in Jakarta, 'YYYY-MM-DD'. */
  hari(): string {
    return tanggalWib(this.clock.sekarang());
  }

  /** Every bidang with its OPD, in the order of the official list. @throws DomainError `tidak-berwenang` */
  async bidang(aktor: Aktor): Promise<BidangDipetakan[]> {
    if (!bolehLihatPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    const [bidang, peta, opd, jumlah, rencana] = await Promise.all([
      this.db.query<{ id: number; kode: string; nama: string; berakhir: string | null }[]>(
        'SELECT id, kode, nama, berlaku_sampai AS berakhir FROM bidang ORDER BY urutan, id',
      ),
      this.db.query<(RuasPeta & { bidangId: number })[]>(
        `SELECT id, bidang_id AS bidangId, opd_id AS opdId, berlaku_dari AS berlakuDari, berlaku_sampai AS berlakuSampai
         FROM bidang_opd`,
      ),
      this.opd(),
      this.db.query<{ bidangId: number; sumber: string; n: string }[]>(
        `SELECT k.bidang_id AS bidangId, k.sumber, COUNT(*) AS n FROM klaster_ormas k JOIN ormas o ON o.id = k.ormas_id
         WHERE k.berlaku_sampai IS NULL AND k.bidang_id IS NOT NULL AND ${MASIH_ADA} GROUP BY k.bidang_id, k.sumber`,
      ),
      this.rencana(),
    ]);
    const hari = this.hari();
    const perId = new Map(opd.map((o) => [o.id, o]));
    const hitung = (id: number, sumber: string): number =>
      Number(jumlah.find((j) => j.bidangId === id && j.sumber === sumber)?.n ?? 0);
    return bidang.map((b) => {
      const kini = pemetaanPada(peta, b.id, hari);
      const o = kini ? perId.get(kini.opdId) : undefined;
      return {
        ...b,
        ...{ opd: o?.nama ?? null, opdKode: o?.kode ?? null, sejak: kini?.berlakuDari ?? null },
        rencana: rencana.get(b.id) ?? null,
        ...{ mengikuti: hitung(b.id, 'bidang'), keputusanPetugas: hitung(b.id, 'petugas') },
      };
    });
  }

  /** One page of the decisions, the last to take effect first. @throws DomainError `tidak-berwenang` */
  async perubahan(aktor: Aktor, halaman: number): Promise<Halaman<PerubahanPemetaan>> {
    if (!bolehLihatPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    const [[jumlah], baris] = await Promise.all([
      this.db.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM perubahan_pemetaan'),
      this.db.query<BarisPerubahan[]>(`${PILIH} ORDER BY p.berlaku_dari DESC, p.id DESC LIMIT ? OFFSET ?`, [
        PER_HALAMAN,
        (halaman - 1) * PER_HALAMAN,
      ]),
    ]);
    return { isi: await this.urai(baris), halaman, perHalaman: PER_HALAMAN, jumlah: Number(jumlah?.n ?? 0) };
  }

  /** One decision. @throws DomainError `tidak-berwenang`, `tidak-ditemukan` */
  async satu(aktor: Aktor, id: number): Promise<PerubahanPemetaan> {
    if (!bolehLihatPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    const [p] = await this.urai(await this.db.query<BarisPerubahan[]>(`${PILIH} WHERE p.id = ?`, [id]));
    if (!p) throw new DomainError('tidak-ditemukan');
    return p;
  }

  /** What the form of a change needs. @throws DomainError `tidak-berwenang`, `tidak-ditemukan` */
  async formulir(aktor: Aktor, bidangId: number): Promise<FormulirPemetaan> {
    if (!bolehUbahPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    const [ada, opd, rencana, tertutup] = await Promise.all([
      bacaBidang(this.db, bidangId, false),
      this.opd(),
      this.rencana(),
      akhirTertutup(this.db),
    ]);
    if (!ada) throw new DomainError('tidak-ditemukan');
    const hari = this.hari();
    const kini = ada.peta.find((p) => p.berlakuDari <= hari && (p.berlakuSampai === null || p.berlakuSampai >= hari));
    return {
      bidang: {
        ...{ id: bidangId, nama: ada.bidang.nama, opd: opd.find((o) => o.id === kini?.opdId)?.nama ?? null },
        sejak: kini?.berlakuDari ?? null,
      },
      rencana: rencana.get(bidangId) ?? null,
      opd: opd.filter((o) => o.berlakuSampai === null && o.id !== kini?.opdId),
      ...{ terdini: hariTerdini(ada.peta, tertutup), hari },
    };
  }

  /**
   * Whom a change would move and what follows; nothing is written.
   * @param halaman of those who move, from 1
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`; `isian-tidak-sah` (fields `opd`, `mulai`)
   */
  async pratinjau(aktor: Aktor, bidangId: number, usul: UsulPemetaan, halaman: number): Promise<DampakPemetaan> {
    if (!bolehUbahPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    const [ada, opd, tertutup] = await Promise.all([
      bacaBidang(this.db, bidangId, false),
      this.opd(),
      akhirTertutup(this.db),
    ]);
    if (!ada) throw new DomainError('tidak-ditemukan');
    const { bidang, peta } = ada;
    const hari = this.hari();
    const baru = opd.find((o) => o.kode === usul.opd) ?? null;
    const lama = opd.find((o) => o.id === peta.at(-1)?.opdId);
    const { mulai } = usul;
    const isian = periksaUsul({
      ...{ usul: { opdId: baru?.id ?? null, mulai }, opd: baru, peta, hari },
      ...{ bidangBerakhir: bidang.berakhir, tertutup },
    });
    if (isian.length > 0 || !baru || !lama) throw new DomainError('isian-tidak-sah', undefined, { isian });
    const [pindah, tetap] = await Promise.all([bacaPindah(this.db, bidangId, mulai), bacaTetap(this.db, bidangId)]);
    const idPindah = pindah.map((p) => p.id);
    const awal = (halaman - 1) * PER_HALAMAN;
    const lalu = new Set(pindah.filter((p) => p.kini === 0).map((p) => p.id));
    const [isi, isiTetap, akun, tahun] = await Promise.all([
      bacaTerdampak(this.db, idPindah.slice(awal, awal + PER_HALAMAN)),
      bacaTerdampak(
        this.db,
        tetap.slice(0, TETAP_MAKS).map((t) => t.id),
      ),
      bacaAkun(this.db, [lama.id, baru.id]),
      bacaDampakTahun(this.db, mulai, idPindah, { lama: lama.id, baru: baru.id }),
    ]);
    const perKelurahan = new Map<string | null, number>();
    for (const p of pindah) perKelurahan.set(p.kelurahan, (perKelurahan.get(p.kelurahan) ?? 0) + 1);
    return {
      ...{ opdLama: lama, opdBaru: baru, mulai, hari },
      pindah: {
        isi: isi.map((o) => ({ ...o, riwayatSaja: lalu.has(o.id) })),
        ...{ halaman, perHalaman: PER_HALAMAN, jumlah: pindah.length },
      },
      perKelurahan: [...perKelurahan].map(([kelurahan, jumlah]) => ({ kelurahan, jumlah })),
      ...{ tetap: isiTetap, tetapJumlah: tetap.length },
      ...{ akunLama: akun.get(lama.id) ?? 0, akunBaru: akun.get(baru.id) ?? 0, tahun },
      sidik: sidikPratinjau({
        ...{ bidangId, versi: bidang.versi, opdId: baru.id, mulai, pindah: idPindah },
        tetap: tetap.map((t) => t.id),
      }),
    };
  }

  private opd(): Promise<BarisOpd[]> {
    return this.db.query<BarisOpd[]>(
      'SELECT id, kode, nama, berlaku_dari AS berlakuDari, berlaku_sampai AS berlakuSampai FROM opd ORDER BY nama',
    );
  }

  /** The decisions that have not begun, by bidang: at most one each. */
  private async rencana(): Promise<Map<number, NonNullable<BidangDipetakan['rencana']>>> {
    const baris = await this.db.query<{ id: number; bidangId: number; opd: string; mulai: string }[]>(
      `SELECT p.id, p.bidang_id AS bidangId, o.nama AS opd, p.berlaku_dari AS mulai FROM perubahan_pemetaan p
         JOIN opd o ON o.id = p.opd_baru_id WHERE p.status = 'ditetapkan' AND p.berlaku_dari > ?`,
      [this.hari()],
    );
    return new Map(baris.map(({ bidangId, ...r }) => [bidangId, r]));
  }

  private async urai(baris: readonly BarisPerubahan[]): Promise<PerubahanPemetaan[]> {
    if (baris.length === 0) return [];
    const hari = this.hari();
    const kini = await this.db.query<{ bidangId: number; mulai: string }[]>(
      'SELECT bidang_id AS bidangId, MAX(berlaku_dari) AS mulai FROM bidang_opd WHERE berlaku_dari <= ? GROUP BY bidang_id',
      [hari],
    );
    const mulai = new Map(kini.map((k) => [k.bidangId, k.mulai]));
    return baris.map(({ status, ...p }) => ({
      ...p,
      keadaan: keadaanPemetaan({ status, mulai: p.mulai }, hari, mulai.get(p.bidangId) ?? ''),
    }));
  }
}
