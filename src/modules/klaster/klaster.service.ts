import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Simpanan } from '../../common/simpanan.js';
import { tambahHari } from '../../common/tanggal.js';
import { type Sisipan, sisipBeriringan } from '../../infra/database/sisip.js';
import { Bidang, BidangOpd, KlasterOrmas, Opd } from './klaster.entity.js';
import { type DataKlaster, type PenetapanKlaster, type RiwayatKlaster } from './klaster.types.js';
import { pemetaanPada } from './pemetaan.js';

const UMUR_MS = 60_000;
const KOLOM = [
  'ormas_id',
  'opd_id',
  'bidang_id',
  'berlaku_dari',
  'berlaku_sampai',
  'sumber',
  'alasan',
  'akun_id',
] as const;

/** Which OPD guides which bidang, and in which cluster each ormas is and was. */
@Injectable()
export class KlasterService {
  private readonly isi: Simpanan<DataKlaster>;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    clock: Clock,
  ) {
    this.isi = new Simpanan(clock, UMUR_MS, () => this.muat());
  }

  /** The OPD, the bidang and who guides which, at most a minute old. */
  data(): Promise<DataKlaster> {
    return this.isi.ambil();
  }

  /** The id of the OPD to which a bidang belongs on a day ('YYYY-MM-DD'), or null: belum ditetapkan. */
  async opdUntukBidang(bidangId: number | null, hari: string): Promise<number | null> {
    return pemetaanPada((await this.data()).pemetaan, bidangId, hari)?.opdId ?? null;
  }

  /**
   * Puts one ormas into a cluster from a day on: the present row of its history ends the day before and a new one
   * begins. A second decision that begins on the same day, or before the present row, takes the present row's place.
   * The caller holds the lock on the ormas, keeps its copies, and writes the audit row.
   */
  async tetapkan(em: EntityManager, p: PenetapanKlaster): Promise<void> {
    const kini = await em.findOne(KlasterOrmas, {
      where: { ormasId: p.ormasId, berlakuSampai: IsNull() },
      order: { id: 'DESC' },
    });
    if (kini && kini.berlakuDari >= p.mulai) {
      const { opdId, bidangId, sumber, alasan, akunId } = p;
      await em.update(KlasterOrmas, { id: kini.id }, { opdId, bidangId, sumber, alasan, akunId });
      return;
    }
    if (kini) await em.update(KlasterOrmas, { id: kini.id }, { berlakuSampai: tambahHari(p.mulai, -1) });
    await this.bukaBanyak(em, [p]);
  }

  /** Begins the cluster history of many ormas that have none. */
  async bukaBanyak(em: EntityManager, penetapan: readonly PenetapanKlaster[]): Promise<void> {
    await sisipBeriringan(em, [this.sisipanBuka(penetapan)]);
  }

  /** What `bukaBanyak` writes, for who writes more with it. */
  sisipanBuka(penetapan: readonly PenetapanKlaster[]): Sisipan {
    return {
      tabel: 'klaster_ormas',
      kolom: KOLOM,
      baris: () => penetapan.map((p) => [p.ormasId, p.opdId, p.bidangId, p.mulai, null, p.sumber, p.alasan, p.akunId]),
    };
  }

  /** The cluster history of one ormas, newest first. The caller has checked permission. */
  async riwayat(ormasId: number): Promise<RiwayatKlaster[]> {
    const [{ opdPerId, bidangPerId }, baris] = await Promise.all([
      this.data(),
      this.db.getRepository(KlasterOrmas).find({ where: { ormasId }, order: { berlakuDari: 'DESC', id: 'DESC' } }),
    ]);
    return baris.map((b) => ({
      opd: b.opdId === null ? null : (opdPerId.get(b.opdId)?.nama ?? null),
      bidang: b.bidangId === null ? null : (bidangPerId.get(b.bidangId)?.nama ?? null),
      berlakuDari: b.berlakuDari,
      berlakuSampai: b.berlakuSampai,
      sumber: b.sumber,
      alasan: b.alasan,
    }));
  }

  private async muat(): Promise<DataKlaster> {
    const [opd, bidang, pemetaan] = await Promise.all([
      this.db.getRepository(Opd).find({ order: { nama: 'ASC' } }),
      this.db.getRepository(Bidang).find({ order: { urutan: 'ASC' } }),
      this.db.getRepository(BidangOpd).find(),
    ]);
    return {
      opd,
      bidang,
      pemetaan,
      opdPerId: new Map(opd.map((o) => [o.id, o])),
      bidangPerId: new Map(bidang.map((b) => [b.id, b])),
    };
  }
}
