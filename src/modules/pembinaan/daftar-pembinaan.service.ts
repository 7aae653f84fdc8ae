import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { type KolomLembar, type LembarTulis, type NilaiSel } from '../../infra/lembar/lembar.js';
import { AuditService } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type DataBidang, type DataOpd } from '../klaster/klaster.types.js';
import { lingkupOrmas } from '../ormas/ormas.policy.js';
import { type SelisihStatus, type StatusOrmas } from '../ormas/ormas.types.js';
import {
  bacaCatatanPembinaan,
  BERSELISIH,
  nilaiBerselisih,
  SANKSI_BERLAKU,
  SANKSI_TANPA_SURAT,
  SEBUTAN_PEMBINAAN,
  selisihStatus,
} from '../ormas/sanksi.js';
import { DARI_PEMBINAAN, keRingkas, KOLOM_PEMBINAAN, type MentahPembinaan } from './pembinaan.kueri.js';
import { bolehLihatDaftarPembinaan, bolehLihatSelisih } from './pembinaan.policy.js';
import { type RingkasPembinaan, type SaringanPembinaan, SEBUTAN_KEADAAN } from './pembinaan.types.js';

const PER_HALAMAN = 25;
/** A printed list has no pages; more than this nobody carries. */
const CETAK_MAKS = 2000;
const SEKALI = 250;

/** What the filters offer. */
export interface PilihanDaftar {
  opd: readonly DataOpd[];
  bidang: readonly DataBidang[];
  /** Years of which something is recorded, newest first. */
  tahun: string[];
}

/** An ormas whose standing and log differ. */
export interface OrmasBerselisih {
  id: number;
  nama: string;
  status: StatusOrmas;
  selisih: SelisihStatus;
}

interface KolomDaftar extends KolomLembar {
  nilai: (b: RingkasPembinaan) => NilaiSel;
}
const kolom = (
  judul: string,
  nilai: KolomDaftar['nilai'],
  lebar = 18,
  jenis: KolomLembar['jenis'] = 'teks',
): KolomDaftar => ({ ...{ judul, nilai, lebar, jenis } });

const KOLOM_EKSPOR: readonly KolomDaftar[] = [
  kolom('Nama ormas', (b) => b.ormasNama, 44),
  kolom('OPD pembina', (b) => b.opd ?? 'Belum ditetapkan'),
  kolom('Jenis', (b) => SEBUTAN_PEMBINAAN[b.jenis], 22),
  kolom('Keadaan', (b) => SEBUTAN_KEADAAN[b.keadaan].teks, 12),
  kolom('Tanggal', (b) => b.tanggal, 14, 'tanggal'),
  kolom('Hari terakhir', (b) => b.sampai, 14, 'tanggal'),
  kolom('Nomor surat', (b) => b.nomor, 28),
  kolom('Tanggal surat', (b) => b.tanggalSurat, 14, 'tanggal'),
  kolom('Dasar', (b) => b.dasar, 36),
  kolom('Keterangan', (b) => b.keterangan, 44),
  kolom('Dasar berakhirnya', (b) => b.akhirDasar, 36),
  kolom('Alasan pembatalan', (b) => b.batalAlasan, 36),
  kolom('Jumlah dokumen', (b) => b.jumlahBerkas, 10, 'angka'),
  kolom('Dicatat oleh', (b) => b.dicatatOleh, 24),
];

/** The log of many ormas: a page of it, the sheet for print, the file to take along, and where standing and log differ. */
@Injectable()
export class DaftarPembinaanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly klaster: KlasterService,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
  ) {}

  /** What the filters offer. */
  async pilihan(): Promise<PilihanDaftar> {
    const { opd, bidang } = await this.klaster.data();
    const tahun = await this.db.query<{ tahun: number }[]>(
      'SELECT DISTINCT YEAR(tanggal) AS tahun FROM pembinaan ORDER BY tahun DESC LIMIT 60',
    );
    return { opd, bidang, tahun: tahun.map((t) => String(t.tahun)) };
  }

  /**
   * One page, newest first: the office everything, an OPD its cluster.
   * @param halaman from 1; null: all of it (at most 2,000), for print
   * @throws DomainError `tidak-berwenang`
   */
  async daftar(
    aktor: Aktor,
    s: SaringanPembinaan,
    halaman: number | null,
  ): Promise<{ halaman: Halaman<RingkasPembinaan>; hari: string }> {
    const hari = this.hari();
    const { sql, nilai } = await this.syarat(aktor, s, hari);
    const perHalaman = halaman === null ? CETAK_MAKS : PER_HALAMAN;
    const [[hitung], baris] = await Promise.all([
      this.db.query<{ n: string }[]>(
        `SELECT COUNT(*) AS n FROM pembinaan b JOIN ormas o ON o.id = b.ormas_id WHERE ${sql}`,
        nilai,
      ),
      this.db.query<MentahPembinaan[]>(
        `SELECT ${KOLOM_PEMBINAAN} ${DARI_PEMBINAAN} WHERE ${sql} ORDER BY b.tanggal DESC, b.id DESC LIMIT ? OFFSET ?`,
        [...nilai, perHalaman, ((halaman ?? 1) - 1) * perHalaman],
      ),
    ]);
    const isi = baris.map((b) => keRingkas(b, hari));
    return { halaman: { isi, halaman: halaman ?? 1, perHalaman, jumlah: Number(hitung?.n ?? 0) }, hari };
  }

  /**
   * The list as a sheet, with the filters of the list; who takes it along stands in the audit trail.
   * @throws DomainError `tidak-berwenang`
   */
  async ekspor(
    aktor: Aktor,
    s: SaringanPembinaan,
    jenis: 'csv' | 'xlsx',
  ): Promise<{ lembar: LembarTulis; nama: string }> {
    const hari = this.hari();
    const syarat = await this.syarat(aktor, s, hari);
    const dipakai = Object.fromEntries(Object.entries(s).filter(([, v]) => v !== ''));
    const [hitung] = await this.db.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM pembinaan b JOIN ormas o ON o.id = b.ormas_id WHERE ${syarat.sql}`,
      syarat.nilai,
    );
    const jumlah = Number(hitung?.n ?? 0);
    await this.transaksi.jalankan((em) =>
      this.audit.catat(em, aktor, {
        ...{ aksi: 'pembinaan.ekspor', objek: 'register', objekId: `pembinaan.${jenis}` },
        ringkasan: `Daftar pembinaan dan sanksi diunduh (${jenis.toUpperCase()}): ${jumlah} catatan`,
        rincian: { saringan: dipakai, jumlah },
      }),
    );
    return {
      nama: `pembinaan-dan-sanksi-${hari}`,
      lembar: { kolom: KOLOM_EKSPOR, kelompok: this.kelompok(syarat, hari) },
    };
  }

  private async *kelompok(
    { sql, nilai }: { sql: string; nilai: unknown[] },
    hari: string,
  ): AsyncGenerator<NilaiSel[][]> {
    let sesudah: MentahPembinaan | undefined;
    for (;;) {
      const lanjut = sesudah ? 'AND (b.tanggal < ? OR (b.tanggal = ? AND b.id < ?))' : '';
      const baris = await this.db.query<MentahPembinaan[]>(
        `SELECT ${KOLOM_PEMBINAAN} ${DARI_PEMBINAAN} WHERE ${sql} ${lanjut} ORDER BY b.tanggal DESC, b.id DESC LIMIT ${SEKALI}`,
        [...nilai, ...(sesudah ? [sesudah.tanggal, sesudah.tanggal, sesudah.id] : [])],
      );
      if (baris.length > 0)
        yield baris.map((b) => {
          const r = keRingkas(b, hari);
          return KOLOM_EKSPOR.map((k) => k.nilai(r));
        });
      if (baris.length < SEKALI) return;
      sesudah = baris.at(-1);
    }
  }

  /** The ormas whose standing and log differ, by name. @throws DomainError `tidak-berwenang` */
  async berselisih(aktor: Aktor, halaman: number): Promise<Halaman<OrmasBerselisih>> {
    if (!bolehLihatSelisih(aktor)) throw new DomainError('tidak-berwenang');
    const hari = this.hari();
    const nilai = nilaiBerselisih(hari);
    const [hitung] = await this.db.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM ormas o WHERE ${BERSELISIH}`,
      nilai,
    );
    const ormas = await this.db.query<Omit<OrmasBerselisih, 'selisih'>[]>(
      `SELECT o.id, o.nama, o.status FROM ormas o WHERE ${BERSELISIH} ORDER BY o.nama, o.id LIMIT ? OFFSET ?`,
      [...nilai, PER_HALAMAN, (halaman - 1) * PER_HALAMAN],
    );
    const isi = await Promise.all(
      ormas.map(async (o) => ({
        ...o,
        selisih: selisihStatus(o.status, await bacaCatatanPembinaan(this.db, o.id), hari),
      })),
    );
    return {
      isi: isi.filter((o): o is OrmasBerselisih => o.selisih !== null),
      ...{ halaman, perHalaman: PER_HALAMAN, jumlah: Number(hitung?.n ?? 0) },
    };
  }

  private async syarat(aktor: Aktor, s: SaringanPembinaan, hari: string): Promise<{ sql: string; nilai: unknown[] }> {
    if (!bolehLihatDaftarPembinaan(aktor)) throw new DomainError('tidak-berwenang');
    const { opd, bidang } = await this.klaster.data();
    const syarat: string[] = ['1 = 1'];
    const nilai: unknown[] = [];
    const pasang = (sql: string, ...isi: unknown[]): void => {
      syarat.push(sql);
      nilai.push(...isi);
    };
    const lingkup = lingkupOrmas(aktor);
    if (lingkup.jenis === 'opd') pasang('o.opd_id = ?', lingkup.opdId);
    else if (s.opd === 'belum') pasang('o.opd_id IS NULL');
    else if (s.opd !== '') pasang('o.opd_id = ?', opd.find((p) => p.kode === s.opd)?.id ?? 0);
    if (s.bidang !== '') pasang('o.bidang_id = ?', bidang.find((b) => b.kode === s.bidang)?.id ?? 0);
    if (s.jenis !== '') pasang('b.jenis = ?', s.jenis);
    if (s.tahun !== '') pasang('b.tanggal BETWEEN ? AND ?', `${s.tahun}-01-01`, `${s.tahun}-12-31`);
    if (s.keadaan === 'batal') pasang('b.batal_pada IS NOT NULL');
    if (s.keadaan === 'berlaku') pasang(SANKSI_BERLAKU, hari, hari);
    if (s.keadaan === 'tanpa-surat') pasang(SANKSI_TANPA_SURAT, hari, hari);
    if (s.keadaan === 'berakhir') pasang("b.batal_pada IS NULL AND b.jenis <> 'pembinaan' AND b.sampai < ?", hari);
    if (s.keadaan === 'tercatat') pasang("b.batal_pada IS NULL AND b.jenis = 'pembinaan'");
    if (s.cari !== '') {
      const pola = `%${s.cari.replace(/[\\%_]/g, '\\$&')}%`;
      pasang('(o.nama LIKE ? OR b.nomor LIKE ? OR b.dasar LIKE ?)', pola, pola, pola);
    }
    return { sql: syarat.join(' AND '), nilai };
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }
}
