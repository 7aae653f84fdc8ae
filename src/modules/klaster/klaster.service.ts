import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Simpanan } from '../../common/simpanan.js';
import { tambahHari } from '../../common/tanggal.js';
import { type Sisipan, sisipBeriringan } from '../../infra/database/sisip.js';
import { Bidang, BidangOpd, KlasterOrmas, Opd } from './klaster.entity.js';
import {
  type DataKlaster,
  type DataPemetaan,
  type IsiKlaster,
  type LangkahKlaster,
  type PenetapanKlaster,
  type RiwayatKlaster,
} from './klaster.types.js';
import { opdPada, pemetaanPada, ruasKlaster } from './pemetaan.js';

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

const KOLOM_ISI = ['opdId', 'bidangId', 'sumber', 'alasan', 'akunId'] as const;

const isiKlaster = ({ opdId, bidangId, sumber, alasan, akunId }: IsiKlaster): IsiKlaster => ({
  ...{ opdId, bidangId, sumber, alasan, akunId },
});

/** The row of an ormas that holds until further notice. */
const barisKini = (em: EntityManager, ormasId: number): Promise<KlasterOrmas | null> =>
  em.findOne(KlasterOrmas, { where: { ormasId, berlakuSampai: IsNull() }, order: { id: 'DESC' } });

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

  /** Forgets what this process keeps, after it was changed. */
  lupakan(): void {
    this.isi.lupakan();
  }

  /**
   * Who guides which bidang, as it is at this moment and until the transaction ends: nobody changes the mapping between
   * the reading and what is written by it.
   */
  pemetaanTerkunci(em: EntityManager): Promise<DataPemetaan[]> {
    return em.query<DataPemetaan[]>(
      `SELECT bidang_id AS bidangId, opd_id AS opdId, opd_usulan AS opdUsulan, alasan, berlaku_dari AS berlakuDari,
         berlaku_sampai AS berlakuSampai FROM bidang_opd ORDER BY bidang_id, berlaku_dari LOCK IN SHARE MODE`,
    );
  }

  /**
   * The id of the OPD to which a bidang belongs on a day ('YYYY-MM-DD'), or null: belum ditetapkan. Locks the mapping as
   * `pemetaanTerkunci` does.
   */
  async opdUntukBidang(em: EntityManager, bidangId: number | null, hari: string): Promise<number | null> {
    return pemetaanPada(await this.pemetaanTerkunci(em), bidangId, hari)?.opdId ?? null;
  }

  /**
   * In whose cluster an ormas is on a day by the row of its history that holds until further notice; undefined when it
   * has none. Locks the mapping as `pemetaanTerkunci` does.
   */
  async opdKini(em: EntityManager, ormasId: number, hari: string): Promise<number | null | undefined> {
    const [pemetaan, kini] = [await this.pemetaanTerkunci(em), await barisKini(em, ormasId)];
    return kini ? opdPada(kini, pemetaan, hari) : undefined;
  }

  /**
   * Puts one ormas into a cluster from a day on: the present row of its history ends the day before and a new one
   * begins. A second decision that begins on the same day, or before the present row, takes the present row's place.
   * The caller holds the lock on the ormas, keeps its copies, and writes the audit row.
   * @returns what it did, for `urungkan`
   */
  async tetapkan(em: EntityManager, p: PenetapanKlaster): Promise<LangkahKlaster> {
    const kini = await barisKini(em, p.ormasId);
    const isi = isiKlaster(p);
    if (kini && kini.berlakuDari >= p.mulai) {
      await em.update(KlasterOrmas, { id: kini.id }, isi);
      return { barisId: kini.id, isi, semula: isiKlaster(kini), ditutupId: null };
    }
    if (kini) await em.update(KlasterOrmas, { id: kini.id }, { berlakuSampai: tambahHari(p.mulai, -1) });
    await this.bukaBanyak(em, [p]);
    const baru = await barisKini(em, p.ormasId);
    return { barisId: baru?.id ?? 0, isi, semula: null, ditutupId: kini?.id ?? null };
  }

  /**
   * Takes a decision back, so that the history reads as before it. The caller is as in `tetapkan`.
   * @returns false, and nothing is touched, when another decision has followed
   */
  async urungkan(em: EntityManager, ormasId: number, l: LangkahKlaster): Promise<boolean> {
    const kini = await barisKini(em, ormasId);
    if (kini?.id !== l.barisId || !KOLOM_ISI.every((k) => kini[k] === l.isi[k])) return false;
    if (l.semula) await em.update(KlasterOrmas, { id: l.barisId }, l.semula);
    else await em.delete(KlasterOrmas, { id: l.barisId });
    if (l.ditutupId !== null) await em.update(KlasterOrmas, { id: l.ditutupId }, { berlakuSampai: null });
    return true;
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

  /**
   * The cluster history of one ormas, newest first, with what a planned change of the mapping will bring. The caller has
   * checked permission.
   */
  async riwayat(ormasId: number): Promise<RiwayatKlaster[]> {
    const [{ opdPerId, bidangPerId, pemetaan }, baris] = await Promise.all([
      this.data(),
      this.db.getRepository(KlasterOrmas).find({ where: { ormasId }, order: { berlakuDari: 'DESC', id: 'DESC' } }),
    ]);
    const ruas = baris.flatMap((b) => ruasKlaster(b, pemetaan).reverse());
    return ruas.map((b) => ({
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
