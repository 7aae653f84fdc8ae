import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { berlakuPada, pemetaanPada } from '../klaster/pemetaan.js';
import { DAFTAR_KATA, saranBidang, type SaranBidang, saranTunggal } from '../klaster/saran-klaster.js';
import { OrmasService } from './ormas.service.js';
import { bolehTetapkanKlaster } from './ormas.policy.js';
import { MASIH_ADA } from './riwayat-status.js';

const PER_HALAMAN = 25;

/** An ormas whose cluster is not decided, with what its words speak for. `bidang` '' where nothing stands alone at the top. */
export interface BarisSaran {
  id: number;
  nama: string;
  bidangTeks: string;
  /** What it is for, in its own words; empty: not known. */
  tujuan: string;
  versi: number;
  bidang: string;
  saran: SaranBidang[];
}

/** One decision of an officer: the ormas in the version seen, and the code of its bidang. */
export interface PilihanKlaster {
  id: number;
  versi: number;
  bidang: string;
}

/** A bidang with the OPD to which it belongs today. */
export interface BidangPilihan {
  kode: string;
  nama: string;
  opd: string;
}

/** Suggests bidang and OPD for the undecided, and takes what the officer decided, one or many at once. */
@Injectable()
export class SaranKlasterService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly klaster: KlasterService,
    private readonly ormas: OrmasService,
    private readonly clock: Clock,
  ) {}

  /** One page of the undecided by name. @throws DomainError `tidak-berwenang` */
  async daftar(aktor: Aktor, halaman: number): Promise<{ halaman: Halaman<BarisSaran>; bidang: BidangPilihan[] }> {
    if (!bolehTetapkanKlaster(aktor)) throw new DomainError('tidak-berwenang');
    const dimana = `FROM ormas o WHERE o.opd_id IS NULL AND ${MASIH_ADA}`;
    const [[jumlah], baris] = await Promise.all([
      this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${dimana}`),
      this.db.query<{ id: number; nama: string; bidangTeks: string | null; tujuan: string | null; versi: number }[]>(
        `SELECT o.id, o.nama, o.bidang_teks AS bidangTeks, o.tujuan, o.versi ${dimana} ORDER BY o.nama, o.id LIMIT ? OFFSET ?`,
        [PER_HALAMAN, (halaman - 1) * PER_HALAMAN],
      ),
    ]);
    const pilihan = await this.pilihan();
    const kata = DAFTAR_KATA.filter((k) => pilihan.some((b) => b.kode === k.bidang));
    const isi = baris.map((b): BarisSaran => {
      const [bidangTeks, tujuan] = [b.bidangTeks ?? '', b.tujuan ?? ''];
      const saran = saranBidang({ nama: b.nama, bidang: bidangTeks, tujuan }, kata);
      return { ...b, bidangTeks, tujuan, saran, bidang: saranTunggal(saran)?.bidang ?? '' };
    });
    return { halaman: { isi, halaman, perHalaman: PER_HALAMAN, jumlah: Number(jumlah?.n ?? 0) }, bidang: pilihan };
  }

  /**
   * Puts the chosen ormas into the cluster of their bidang, each in a transaction of its own, so that one that somebody
   * else has changed meanwhile keeps none of the others back.
   * @returns how many were decided, and the ids of those that were not
   * @throws DomainError `tidak-berwenang`; `isian-tidak-sah` when nothing was chosen or a bidang is missing
   */
  async tetapkan(aktor: Aktor, pilihan: readonly PilihanKlaster[]): Promise<{ jumlah: number; gagal: number[] }> {
    if (!bolehTetapkanKlaster(aktor)) throw new DomainError('tidak-berwenang');
    const bidang = new Map((await this.pilihan()).map((b) => [b.kode, b]));
    const galat = pilihan
      .filter((p) => !bidang.has(p.bidang))
      .map((p) => ({ bidang: `bidang-${p.id}`, pesan: 'Pilih bidang ormas yang dicentang.' }));
    if (pilihan.length === 0) galat.push({ bidang: 'pilih', pesan: 'Centang ormas yang akan ditetapkan klasternya.' });
    if (galat.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
    const opd = (await this.klaster.data()).opd;
    const gagal: number[] = [];
    for (const p of pilihan) {
      const b = bidang.get(p.bidang);
      const kode = opd.find((o) => o.nama === b?.opd)?.kode ?? '';
      try {
        await this.ormas.pindahKlaster(aktor, p.id, p.versi, {
          opd: kode,
          bidang: p.bidang,
          alasan: `Ditetapkan petugas menurut bidang ${b?.nama ?? ''}, setelah melihat saran dari nama, bidang tertulis, dan tujuan.`,
        });
      } catch (g) {
        if (!(g instanceof DomainError) || g.kode === 'sudah-terkirim' || g.kode === 'csrf-tidak-sah') throw g;
        gagal.push(p.id);
      }
    }
    return { jumlah: pilihan.length - gagal.length, gagal };
  }

  private async pilihan(): Promise<BidangPilihan[]> {
    const { bidang, pemetaan, opdPerId } = await this.klaster.data();
    const hari = tanggalWib(this.clock.sekarang());
    return bidang
      .filter((b) => berlakuPada(b, hari))
      .flatMap((b) => {
        const opd = opdPerId.get(pemetaanPada(pemetaan, b.id, hari)?.opdId ?? 0);
        return opd ? [{ kode: b.kode, nama: b.nama, opd: opd.nama }] : [];
      });
  }
}
