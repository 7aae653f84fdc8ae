import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { tanggal } from '../../common/format.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { type BarisAudit, AuditService } from '../audit/audit.service.js';
import { type BerkasTersimpan } from '../berkas/berkas.types.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type DataOpd } from '../klaster/klaster.types.js';
import { BacaKunjunganService } from '../lapangan/baca-kunjungan.service.js';
import { type RekomendasiKunjungan } from '../lapangan/kunjungan.types.js';
import { lingkupOrmas } from '../ormas/ormas.policy.js';
import { type RekomendasiOrmas } from '../ormas/ormas.types.js';
import {
  bacaKemajuan,
  bacaOrmasRekomendasi,
  DARI_REKOMENDASI,
  keRingkas,
  KOLOM_REKOMENDASI,
  type MentahRekomendasi,
  type OrmasRekomendasi,
  syaratKeadaan,
} from './rekomendasi.kueri.js';
import {
  bolehBukaBukti,
  bolehKelolaRekomendasi,
  bolehLihatDaftarRekomendasi,
  bolehLihatRekomendasi,
  bolehRekomendasi,
} from './rekomendasi.policy.js';
import { lencanaRekomendasi } from './rekomendasi.kata.js';
import {
  type Kemajuan,
  type RekomendasiBaru,
  type RingkasRekomendasi,
  type SaringanRekomendasi,
  type SaringKeadaan,
  TINDAKAN_REKOMENDASI,
  type TindakanRekomendasi,
} from './rekomendasi.types.js';

const PER_HALAMAN = 25;
/** Room for the words of a recommendation, and how many days there are to do it unless somebody says otherwise. */
const ISI_MAKS = 500;
const HARI_BAWAAN = 30;
/** A printed list has no pages; more than this nobody carries. */
const CETAK_MAKS = 2000;
/** Rows of a file that are read at a time. */
const SEKALI = 500;
/** What waits first, and then the next due; what is settled below. */
const URUT = `r.batal_pada IS NOT NULL, r.selesai_pada IS NOT NULL, r.dilaporkan_pada IS NULL, r.jatuh_tempo, r.id`;

/** An ormas as the pages of its recommendations show it. */
export interface OrmasDirekomendasi extends OrmasRekomendasi {
  /** Today, 'YYYY-MM-DD'. */
  hari: string;
  boleh: { beri: boolean; lihatDaftar: boolean };
}

/** A recommendation opened, as its reader may see it. */
export interface RekomendasiRinci {
  r: RingkasRekomendasi;
  ormas: OrmasDirekomendasi;
  /** Newest first; without files for who may open none. */
  kemajuan: Kemajuan[];
  bolehBukti: boolean;
  riwayat: BarisAudit[];
  boleh: Record<TindakanRekomendasi, boolean>;
}

/** Recommendations as they are read. */
@Injectable()
export class BacaRekomendasiService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly klaster: KlasterService,
    private readonly kunjungan: BacaKunjunganService,
  ) {}

  /** Every OPD, for the form and the filter. */
  async daftarOpd(): Promise<readonly DataOpd[]> {
    return (await this.klaster.data()).opd;
  }

  /** The ormas, when the actor may read its recommendations. @throws DomainError `tidak-ditemukan` */
  async ormas(aktor: Aktor, ormasId: number): Promise<OrmasDirekomendasi> {
    const o = await bacaOrmasRekomendasi(this.db.manager, ormasId);
    if (!bolehLihatRekomendasi(aktor, o)) throw new DomainError('tidak-ditemukan');
    const boleh = { beri: bolehKelolaRekomendasi(aktor), lihatDaftar: bolehLihatDaftarRekomendasi(aktor) };
    return { ...o, hari: this.hari(), boleh };
  }

  /** The recommendations to an ormas, the next due first, what is settled below. @throws DomainError `tidak-ditemukan` */
  async milikOrmas(
    aktor: Aktor,
    ormasId: number,
    keadaan: SaringKeadaan | '' = '',
  ): Promise<{ ormas: OrmasDirekomendasi; keadaan: SaringKeadaan | ''; baris: RingkasRekomendasi[] }> {
    const ormas = await this.ormas(aktor, ormasId);
    const [syarat, ...nilai] = keadaan === '' ? ['1 = 1'] : syaratKeadaan(keadaan, ormas.hari);
    const baris = await this.db.query<MentahRekomendasi[]>(
      `SELECT ${KOLOM_REKOMENDASI} ${DARI_REKOMENDASI} WHERE r.ormas_id = ? AND ${syarat}
       ORDER BY r.batal_pada IS NOT NULL, r.selesai_pada IS NOT NULL, r.jatuh_tempo, r.id LIMIT 200`,
      [ormasId, ...nilai],
    );
    return { ormas, keadaan, baris: baris.map(keRingkas) };
  }

  /** How many of an ormas stand open; null where they are not for this reader. */
  async ringkas(aktor: Aktor, ormas: { id: number; opdId: number | null }): Promise<RekomendasiOrmas | null> {
    if (!bolehLihatRekomendasi(aktor, ormas)) return null;
    const keadaan = ['terbuka', 'terlambat', 'dilaporkan'] as const;
    const per = keadaan.map((k) => syaratKeadaan(k, this.hari()));
    const [b] = await this.db.query<Record<keyof RekomendasiOrmas, string | null>[]>(
      `SELECT ${per.map(([sql], i) => `SUM(${sql}) AS ${keadaan[i]}`).join(', ')}
       FROM rekomendasi r WHERE r.ormas_id = ?`,
      [...per.flatMap(([, ...nilai]) => nilai), ormas.id],
    );
    return {
      terbuka: Number(b?.terbuka ?? 0),
      terlambat: Number(b?.terlambat ?? 0),
      dilaporkan: Number(b?.dilaporkan ?? 0),
    };
  }

  /**
   * What the record of a finished visit says of itself as a recommendation: its words, cut to the room there is, and a
   * month to do it. @throws DomainError `tidak-ditemukan`, also when it is no finished visit to this ormas
   */
  async dariBeritaAcara(
    aktor: Aktor,
    kunjunganId: number,
    ormasId: number,
  ): Promise<Pick<RekomendasiBaru, 'isi' | 'sumber' | 'jatuhTempo'>> {
    const k = await this.kunjungan.rinci(aktor, kunjunganId);
    if (k.status !== 'selesai' || k.sasaran.jenis !== 'ormas' || k.sasaran.id !== ormasId)
      throw new DomainError('tidak-ditemukan');
    const nomor = k.beritaAcara.find((b) => b.dicabutPada === null)?.nomor ?? '';
    return {
      isi: (k.isian?.rekomendasi ?? '').slice(0, ISI_MAKS),
      sumber: `Berita acara ${nomor}, kunjungan ${tanggal(k.isian?.tanggal ?? k.tanggal)}`,
      jatuhTempo: tambahHari(this.hari(), HARI_BAWAAN),
    };
  }

  /** What came of a visit, the oldest first. The caller has checked that the reader may see the visit. */
  async dariKunjungan(kunjunganId: number): Promise<RekomendasiKunjungan[]> {
    const baris = await this.db.query<MentahRekomendasi[]>(
      `SELECT ${KOLOM_REKOMENDASI} ${DARI_REKOMENDASI} WHERE r.kunjungan_id = ? ORDER BY r.id LIMIT 50`,
      [kunjunganId],
    );
    const hari = this.hari();
    return baris.map(keRingkas).map((r) => ({
      ...{ id: r.id, isi: r.isi, jatuhTempo: r.jatuhTempo, lencana: lencanaRekomendasi(r, hari) },
    }));
  }

  /** One of them. @throws DomainError `tidak-ditemukan`, also when it is not the actor's to see */
  async rinci(aktor: Aktor, id: number): Promise<RekomendasiRinci> {
    const em = this.db.manager;
    const [mentah] = await em.query<MentahRekomendasi[]>(
      `SELECT ${KOLOM_REKOMENDASI} ${DARI_REKOMENDASI} WHERE r.id = ?`,
      [id],
    );
    if (!mentah) throw new DomainError('tidak-ditemukan');
    const ormas = await this.ormas(aktor, mentah.ormasId);
    const r = keRingkas(mentah);
    const bolehBukti = bolehBukaBukti(aktor, ormas);
    const kemajuan = await bacaKemajuan(em, id);
    const boleh = Object.fromEntries(
      TINDAKAN_REKOMENDASI.map((t) => [t, bolehRekomendasi(aktor, t, { ormas, status: r.status })]),
    );
    return {
      ...{ r, ormas, bolehBukti },
      kemajuan: bolehBukti ? kemajuan : kemajuan.map((k) => ({ ...k, berkas: [] })),
      riwayat: (await this.audit.riwayat('rekomendasi', id, 100)).filter((x) => x.aksi !== 'berkas.baca'),
      boleh: boleh as RekomendasiRinci['boleh'],
    };
  }

  /**
   * One page of the list, what waits first and then the next due: the office everything, an OPD its cluster and what it
   * answers for there.
   * @param halaman from 1; null: all of it (at most 2,000), for print
   * @throws DomainError `tidak-berwenang`
   */
  async daftar(
    aktor: Aktor,
    s: SaringanRekomendasi,
    halaman: number | null,
  ): Promise<{ halaman: Halaman<RingkasRekomendasi>; hari: string }> {
    if (!bolehLihatDaftarRekomendasi(aktor)) throw new DomainError('tidak-berwenang');
    const hari = this.hari();
    const { sql, nilai } = await this.syarat(aktor, s, hari);
    const perHalaman = halaman === null ? CETAK_MAKS : PER_HALAMAN;
    const [[hitung], isi] = await Promise.all([
      this.db.query<{ n: string }[]>(
        `SELECT COUNT(*) AS n FROM rekomendasi r JOIN ormas o ON o.id = r.ormas_id WHERE ${sql}`,
        nilai,
      ),
      this.db.query<MentahRekomendasi[]>(
        `SELECT ${KOLOM_REKOMENDASI} ${DARI_REKOMENDASI} WHERE ${sql}
         ORDER BY ${URUT} LIMIT ? OFFSET ?`,
        [...nilai, perHalaman, ((halaman ?? 1) - 1) * perHalaman],
      ),
    ]);
    const jumlah = Number(hitung?.n ?? 0);
    return { halaman: { isi: isi.map(keRingkas), halaman: halaman ?? 1, perHalaman, jumlah }, hari };
  }

  /**
   * The whole list in the order of its pages, however long, to take along: the ids first, so that nothing is left out or
   * comes twice when one of them changes meanwhile, and the rows in groups as they are asked for.
   * @throws DomainError `tidak-berwenang`
   */
  async seluruhnya(
    aktor: Aktor,
    s: SaringanRekomendasi,
  ): Promise<{ jumlah: number; kelompok: AsyncGenerator<RingkasRekomendasi[]>; hari: string }> {
    if (!bolehLihatDaftarRekomendasi(aktor)) throw new DomainError('tidak-berwenang');
    const hari = this.hari();
    const { sql, nilai } = await this.syarat(aktor, s, hari);
    const id = (
      await this.db.query<{ id: number }[]>(
        `SELECT r.id FROM rekomendasi r JOIN ormas o ON o.id = r.ormas_id WHERE ${sql} ORDER BY ${URUT}`,
        nilai,
      )
    ).map((b) => b.id);
    return { jumlah: id.length, kelompok: this.menurutId(id), hari };
  }

  private async *menurutId(id: readonly number[]): AsyncGenerator<RingkasRekomendasi[]> {
    for (let i = 0; i < id.length; i += SEKALI) {
      const sebagian = id.slice(i, i + SEKALI);
      const baris = await this.db.query<MentahRekomendasi[]>(
        `SELECT ${KOLOM_REKOMENDASI} ${DARI_REKOMENDASI} WHERE r.id IN (?)`,
        [sebagian],
      );
      const perId = new Map(baris.map((r) => [r.id, keRingkas(r)]));
      yield sebagian.flatMap((n) => perId.get(n) ?? []);
    }
  }

  /** Years in which something is due, newest first. */
  async tahun(): Promise<string[]> {
    const baris = await this.db.query<{ tahun: number }[]>(
      'SELECT DISTINCT YEAR(jatuh_tempo) AS tahun FROM rekomendasi ORDER BY tahun DESC LIMIT 60',
    );
    return baris.map((b) => String(b.tahun));
  }

  /** Whether an actor may open a piece of evidence. */
  async bolehBerkas(aktor: Aktor, berkas: BerkasTersimpan): Promise<boolean> {
    if (berkas.ormasId === null) return false;
    return bolehBukaBukti(aktor, await bacaOrmasRekomendasi(this.db.manager, berkas.ormasId));
  }

  private async syarat(aktor: Aktor, s: SaringanRekomendasi, hari: string): Promise<{ sql: string; nilai: unknown[] }> {
    const syarat: string[] = ['1 = 1'];
    const nilai: unknown[] = [];
    const pasang = (sql: string, ...isi: unknown[]): void => {
      syarat.push(sql);
      nilai.push(...isi);
    };
    const lingkup = lingkupOrmas(aktor);
    if (lingkup.jenis === 'opd') pasang('o.opd_id = ?', lingkup.opdId);
    else if (s.opd === 'belum') pasang('o.opd_id IS NULL');
    else if (s.opd !== '') pasang('o.opd_id = ?', (await this.daftarOpd()).find((p) => p.kode === s.opd)?.id ?? 0);
    if (s.tahun !== '') pasang('r.jatuh_tempo BETWEEN ? AND ?', `${s.tahun}-01-01`, `${s.tahun}-12-31`);
    if (s.keadaan !== '') pasang(...syaratKeadaan(s.keadaan, hari));
    if (s.cari !== '') {
      const pola = `%${s.cari.replace(/[\\%_]/g, '\\$&')}%`;
      pasang('(o.nama LIKE ? OR r.isi LIKE ? OR r.sumber LIKE ?)', pola, pola, pola);
    }
    return { sql: syarat.join(' AND '), nilai };
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }
}
