import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import Big from 'big.js';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { Simpanan } from '../../common/simpanan.js';
import { tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { batasAktif } from './keaktifan.js';
import { bolehLihatKlaster, bolehLihatSemuaKlaster, lingkupOrmas } from './ormas.policy.js';
import { susunKueri, sandiTempat } from './ormas-kueri.js';
import { type BarisRingkas, KOLOM_RINGKAS, keRingkas } from './ormas-ringkas.js';
import {
  type AngkaSemuaKlaster,
  type AnggotaKlaster,
  type DokumenOrmas,
  type OpsiOrmas,
  type RingkasOrmas,
  type SaringanOrmas,
  SEBUTAN_STATUS,
  STATUS_ORMAS,
} from './ormas.types.js';

const PER_HALAMAN = 25;
const UMUR_OPSI_MS = 60_000;
/** Ormas that have ended are not counted among those of a cluster. */
const MASIH_ADA = "status IN ('terdaftar', 'dibekukan')";

/** Lists of ormas: searched, filtered, sorted and paged in the database; and the clusters in figures. */
@Injectable()
export class OrmasDaftarService {
  private readonly pilihan: Simpanan<OpsiOrmas>;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly clock: Clock,
  ) {
    this.pilihan = new Simpanan(clock, UMUR_OPSI_MS, () => this.muatOpsi());
  }

  /** The choices of every filter, at most a minute old. */
  opsi(): Promise<OpsiOrmas> {
    return this.pilihan.ambil();
  }

  /**
   * One page of the ormas the actor may see.
   * @param halaman from 1; beyond the end the page is empty
   */
  async daftar(
    aktor: Aktor,
    saringan: SaringanOrmas,
    halaman: number,
    perHalaman = PER_HALAMAN,
  ): Promise<Halaman<RingkasOrmas>> {
    const rujukan = { wilayah: await this.wilayah.data(), klaster: await this.klaster.data() };
    const kueri = susunKueri({ lingkup: lingkupOrmas(aktor), saringan, rujukan, hari: this.hari() });
    const lewati = (halaman - 1) * perHalaman;
    if (kueri.mencari) {
      // A search reads every key anyhow: one reading gives both the count and the order.
      const semua = await this.id(kueri.urutan, kueri.nilai);
      const isi = await this.ringkas(semua.slice(lewati, lewati + perHalaman));
      return { isi, halaman, perHalaman, jumlah: semua.length };
    }
    const [[hitung], id] = await Promise.all([
      this.db.query<{ n: number }[]>(kueri.hitung, kueri.nilai),
      this.id(`${kueri.urutan} LIMIT ? OFFSET ?`, [...kueri.nilai, perHalaman, lewati]),
    ]);
    return { isi: await this.ringkas(id), halaman, perHalaman, jumlah: Number(hitung?.n ?? 0) };
  }

  /** The given ormas in the given order, in the short form. The caller has checked permission. */
  async ringkas(id: readonly number[]): Promise<RingkasOrmas[]> {
    if (id.length === 0) return [];
    const rujukan = { wilayah: await this.wilayah.data(), klaster: await this.klaster.data(), hari: this.hari() };
    const baris = await this.db.query<BarisRingkas[]>(`SELECT ${KOLOM_RINGKAS} FROM ormas o WHERE o.id IN (?)`, [id]);
    const perId = new Map(baris.map((b) => [b.id, b]));
    return id.flatMap((i) => {
      const b = perId.get(i);
      return b ? [keRingkas(b, rujukan)] : [];
    });
  }

  /**
   * Every cluster in figures: how many ormas, how many active, and the mean of the last year's final scores with its n.
   * @throws DomainError `tidak-berwenang` outside the office
   */
  async angkaKlaster(aktor: Aktor): Promise<AngkaSemuaKlaster> {
    if (!bolehLihatSemuaKlaster(aktor)) throw new DomainError('tidak-berwenang');
    return this.hitungKlaster(null);
  }

  /**
   * The members of one cluster with contact and documents, by name, and the cluster in figures.
   * @throws DomainError `tidak-ditemukan` when there is no such OPD or the actor may not see it
   */
  async klasterOpd(aktor: Aktor, kode: string, halaman: number, perHalaman = PER_HALAMAN) {
    const opd = (await this.klaster.data()).opd.find((o) => o.kode === kode);
    if (!opd || !bolehLihatKlaster(aktor, opd.id)) throw new DomainError('tidak-ditemukan');
    const [angka, id] = await Promise.all([
      this.hitungKlaster(opd.id),
      this.id(`SELECT id FROM ormas WHERE opd_id = ? AND ${MASIH_ADA} ORDER BY nama, id LIMIT ? OFFSET ?`, [
        opd.id,
        perHalaman,
        (halaman - 1) * perHalaman,
      ]),
    ]);
    const kini = angka.klaster[0] ?? { opdId: opd.id, jumlah: 0, aktif: 0, n: 0, rata: null };
    const anggota: Halaman<AnggotaKlaster> = {
      isi: await this.lengkapi(await this.ringkas(id)),
      halaman,
      perHalaman,
      jumlah: kini.jumlah,
    };
    return { opd, tahun: angka.tahun, angka: kini, anggota, hari: this.hari() };
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }

  private async id(sql: string, nilai: readonly unknown[]): Promise<number[]> {
    return (await this.db.query<{ id: number }[]>(sql, [...nilai])).map((b) => b.id);
  }

  private async hitungKlaster(opdId: number | null): Promise<AngkaSemuaKlaster> {
    const [puncak] = await this.db.query<{ tahun: number | null }[]>('SELECT MAX(iko_tahun) AS tahun FROM ormas');
    const tahun = puncak?.tahun ?? null;
    const final = 'iko_tahun = ? AND iko_sementara = 0';
    const baris = await this.db.query<
      { opdId: number | null; jumlah: string; aktif: string | null; n: string; total: string | null }[]
    >(
      `SELECT opd_id AS opdId, COUNT(*) AS jumlah, SUM(kegiatan_terakhir >= ?) AS aktif,
         COUNT(CASE WHEN ${final} THEN iko_skor END) AS n, SUM(CASE WHEN ${final} THEN iko_skor END) AS total
       FROM ormas WHERE ${MASIH_ADA} ${opdId === null ? '' : 'AND opd_id = ?'} GROUP BY opd_id`,
      [batasAktif(this.hari()), tahun, tahun, ...(opdId === null ? [] : [opdId])],
    );
    return {
      tahun,
      klaster: baris.map((b) => ({
        opdId: b.opdId,
        jumlah: Number(b.jumlah),
        aktif: Number(b.aktif ?? 0),
        n: Number(b.n),
        rata: b.total === null ? null : new Big(b.total).div(b.n).toFixed(2, Big.roundHalfUp),
      })),
    };
  }

  private async lengkapi(ormas: readonly RingkasOrmas[]): Promise<AnggotaKlaster[]> {
    if (ormas.length === 0) return [];
    const id = ormas.map((o) => o.id);
    const [kontak, ketua, dokumen] = await Promise.all([
      this.db.query<{ id: number; telepon: string | null }[]>('SELECT id, telepon FROM ormas WHERE id IN (?)', [id]),
      this.db.query<{ id: number; nama: string }[]>(
        `SELECT ormas_id AS id, nama FROM pengurus
         WHERE ormas_id IN (?) AND jabatan = 'ketua' AND (sampai IS NULL OR sampai >= ?) ORDER BY dari, id`,
        [id, this.hari()],
      ),
      this.db.query<(DokumenOrmas & { id: number })[]>(
        `SELECT ormas_id AS id, jenis, nomor, tanggal, berlaku_sampai AS berlakuSampai, status
         FROM ormas_dokumen WHERE ormas_id IN (?)`,
        [id],
      ),
    ]);
    const telepon = new Map(kontak.map((b) => [b.id, b.telepon]));
    const namaKetua = new Map(ketua.map((b) => [b.id, b.nama]));
    return ormas.map((o) => ({
      ...o,
      telepon: telepon.get(o.id) ?? null,
      ketua: namaKetua.get(o.id) ?? null,
      dokumen: dokumen.filter((d) => d.id === o.id),
    }));
  }

  private async muatOpsi(): Promise<OpsiOrmas> {
    const [wilayah, klaster, tingkat] = await Promise.all([
      this.wilayah.data(),
      this.klaster.data(),
      this.db.query<{ tingkat: number; sebutan: string | null }[]>(
        `SELECT iko_tingkat AS tingkat, MAX(iko_sebutan) AS sebutan FROM ormas
         WHERE iko_tingkat IS NOT NULL GROUP BY iko_tingkat ORDER BY iko_tingkat`,
      ),
    ]);
    const kelurahan = [...wilayah.kelurahan].sort((a, b) => a.kelurahan.localeCompare(b.kelurahan, 'id'));
    return {
      bidang: [
        ...klaster.bidang.map((b) => ({ nilai: b.kode, teks: b.nama })),
        { nilai: 'belum', teks: 'Belum dikenali' },
      ],
      opd: [...klaster.opd.map((o) => ({ nilai: o.kode, teks: o.nama })), { nilai: 'belum', teks: 'Belum ditetapkan' }],
      kecamatan: wilayah.kecamatan.map((k) => ({ nilai: sandiTempat(k.nama), teks: k.nama })),
      kelurahan: [
        ...kelurahan.map((k) => ({ nilai: sandiTempat(k.kelurahan), teks: k.kelurahan })),
        { nilai: 'luar', teks: 'Luar domisili' },
      ],
      status: STATUS_ORMAS.map((s) => ({ nilai: s, teks: SEBUTAN_STATUS[s] })),
      keaktifan: [
        { nilai: 'aktif', teks: 'Aktif' },
        { nilai: 'tidak-aktif', teks: 'Tidak aktif' },
      ],
      tingkat: [
        ...tingkat.map((t) => ({ nilai: String(t.tingkat), teks: `${t.tingkat} ${t.sebutan ?? ''}`.trim() })),
        { nilai: 'belum', teks: 'Belum dinilai' },
      ],
    };
  }
}
