import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { type Halaman } from '../../common/page.js';
import { Simpanan } from '../../common/simpanan.js';
import { tanggalWib } from '../../common/tanggal.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { type DataKlaster } from '../klaster/klaster.types.js';
import { berlakuPada } from '../klaster/pemetaan.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { type KecamatanDisebut, type KecamatanTercari } from './kata-kecamatan.js';
import { AKTIF_SQL, batasAktif, TIDAK_AKTIF_SQL } from './keaktifan.js';
import { lingkupOrmas } from './ormas.policy.js';
import { PilahOrmasService } from './pilah-ormas.service.js';
import { sandiTempat } from './ormas-syarat.js';
import { type BarisRingkas, KOLOM_RINGKAS, keRingkas } from './ormas-ringkas.js';
import {
  type AngkaKlaster,
  type AnggotaKlaster,
  type DokumenOrmas,
  type OpsiOrmas,
  type RingkasOrmas,
  type SaringanOrmas,
  SEBUTAN_STATUS,
  STATUS_ORMAS,
} from './ormas.types.js';
import { MASIH_ADA } from './riwayat-status.js';

/** What a search has found, and how it was read. */
interface HasilCari {
  halaman: Halaman<RingkasOrmas>;
  /** The filter that the page shows. */
  saringan: SaringanOrmas;
  /** The kecamatan that was named; null: none. */
  kecamatan: KecamatanTercari | null;
}

const PER_HALAMAN = 25;
const UMUR_OPSI_MS = 60_000;

/** Lists of ormas: searched, filtered, sorted and paged in the database; and the clusters with their members. */
@Injectable()
export class OrmasDaftarService {
  private readonly pilihan: Simpanan<OpsiOrmas>;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly clock: Clock,
    private readonly pilah: PilahOrmasService,
  ) {
    this.pilihan = new Simpanan(clock, UMUR_OPSI_MS, () => this.muatOpsi());
  }

  /** The choices of every filter, at most a minute old. */
  opsi(): Promise<OpsiOrmas> {
    return this.pilihan.ambil();
  }

  /** The OPD and bidang into which an ormas can be put today. */
  async pilihanKlaster(): Promise<Pick<OpsiOrmas, 'opd' | 'bidang'>> {
    const { opd, bidang } = await this.klaster.data();
    const hari = this.hari();
    const pilihan = (
      isi: readonly { kode: string; nama: string; berlakuDari: string; berlakuSampai: string | null }[],
    ) => isi.filter((b) => berlakuPada(b, hari)).map((b) => ({ nilai: b.kode, teks: b.nama }));
    return { opd: pilihan(opd), bidang: pilihan(bidang) };
  }

  /** The kecamatan that a text names, in any spelling, as a choice of the filter; or null. */
  async kecamatanDisebut(teks: string): Promise<KecamatanDisebut | null> {
    const sebut = (await this.wilayah.kamus()).sebutKecamatan(teks);
    return sebut && { nilai: sandiTempat(sebut.kecamatan), teks: sebut.kecamatan, sisa: sebut.sisa };
  }

  /**
   * One page of what was searched for. Names that match are the list, and a kecamatan that was named is offered beside them;
   * where no name matches the kecamatan, its ormas are the list, and `saringan` is the filter by it.
   */
  async cari(aktor: Aktor, saringan: SaringanOrmas, halaman: number): Promise<HasilCari> {
    const menurutNama = await this.daftar(aktor, saringan, halaman);
    const sebut = await this.kecamatanDisebut(saringan.cari);
    if (sebut === null) return { halaman: menurutNama, saringan, kecamatan: null };
    const disana = { ...saringan, cari: sebut.sisa, kecamatan: sebut.nilai };
    const dibaca = menurutNama.jumlah === 0 && sebut.sisa === '' && saringan.kecamatan === '';
    const hasil = await this.daftar(aktor, disana, dibaca ? halaman : 1, dibaca ? PER_HALAMAN : 1);
    const kecamatan = {
      ...{ ...sebut, diketik: saringan.cari, dibaca },
      ...{ jumlah: hasil.jumlah, lebih: hasil.lebih ?? false },
    };
    return dibaca ? { halaman: hasil, saringan: disana, kecamatan } : { halaman: menurutNama, saringan, kecamatan };
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
    const { id, ...jumlah } = await this.pilah.halaman(lingkupOrmas(aktor), saringan, { halaman, perHalaman });
    return { isi: await this.ringkas(id), halaman, perHalaman, ...jumlah };
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

  /** How many ormas stand in the register today, and how many of them are active, by cluster. The caller has checked permission. */
  async angkaHariIni(): Promise<AngkaKlaster[]> {
    const baris = await this.db.query<{ opdId: number | null; jumlah: string; aktif: string | null }[]>(
      `SELECT o.opd_id AS opdId, COUNT(*) AS jumlah, SUM(${AKTIF_SQL}) AS aktif
       FROM ormas o WHERE ${MASIH_ADA} GROUP BY o.opd_id`,
      [batasAktif(this.hari())],
    );
    return baris.map((b) => ({ opdId: b.opdId, jumlah: Number(b.jumlah), aktif: Number(b.aktif ?? 0) }));
  }

  /** The OPD and bidang, for those who put names to figures. */
  klasterData(): Promise<DataKlaster> {
    return this.klaster.data();
  }

  /** The first of those in the register whose cluster is not decided, by name. The caller has checked permission. */
  async belumDitetapkan(batas: number): Promise<Halaman<RingkasOrmas>> {
    const dimana = `FROM ormas o WHERE o.opd_id IS NULL AND ${MASIH_ADA}`;
    const [[hitung], id] = await Promise.all([
      this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${dimana}`),
      this.id(`SELECT o.id ${dimana} ORDER BY o.nama, o.id LIMIT ?`, [batas]),
    ]);
    return { isi: await this.ringkas(id), halaman: 1, perHalaman: batas, jumlah: Number(hitung?.n ?? 0) };
  }

  /**
   * One page of the members of one cluster by name, with contact and documents. The caller has checked permission.
   * @param batas narrows it to the given ormas, or to those without a verified activity within a year
   */
  async anggotaKlaster(
    opdId: number,
    halaman: number,
    batas: { id?: readonly number[]; tidakAktif?: boolean; perHalaman?: number } = {},
  ): Promise<Halaman<AnggotaKlaster>> {
    const { perHalaman = PER_HALAMAN } = batas;
    const dimana = `FROM ormas o WHERE o.opd_id = ? AND ${MASIH_ADA}${batas.id ? ' AND o.id IN (?)' : ''}${
      batas.tidakAktif ? ` AND ${TIDAK_AKTIF_SQL}` : ''
    }`;
    const nilai = [
      opdId,
      // An empty list is no SQL: 0 is the id of nothing.
      ...(batas.id ? [[0, ...batas.id]] : []),
      ...(batas.tidakAktif ? [batasAktif(this.hari())] : []),
    ];
    const [[hitung], id] = await Promise.all([
      this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${dimana}`, nilai),
      this.id(`SELECT o.id ${dimana} ORDER BY o.nama, o.id LIMIT ? OFFSET ?`, [
        ...nilai,
        perHalaman,
        (halaman - 1) * perHalaman,
      ]),
    ]);
    return { isi: await this.lengkapi(await this.ringkas(id)), halaman, perHalaman, jumlah: Number(hitung?.n ?? 0) };
  }

  /** Today in Jakarta, 'YYYY-MM-DD'. */
  hari(): string {
    return tanggalWib(this.clock.sekarang());
  }

  private async id(sql: string, nilai: readonly unknown[]): Promise<number[]> {
    return (await this.db.query<{ id: number }[]>(sql, [...nilai])).map((b) => b.id);
  }

  private async lengkapi(ormas: readonly RingkasOrmas[]): Promise<AnggotaKlaster[]> {
    if (ormas.length === 0) return [];
    const id = ormas.map((o) => o.id);
    const [kontak, ketua, dokumen] = await Promise.all([
      this.db.query<{ id: number; alamat: string }[]>('SELECT id, alamat FROM ormas WHERE id IN (?)', [id]),
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
    const alamat = new Map(kontak.map((b) => [b.id, b.alamat]));
    const namaKetua = new Map(ketua.map((b) => [b.id, b.nama]));
    return ormas.map((o) => ({
      ...o,
      alamat: alamat.get(o.id) ?? '',
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
      status: [
        { nilai: 'ada', teks: 'Masih dalam register' },
        ...STATUS_ORMAS.map((s) => ({ nilai: s, teks: SEBUTAN_STATUS[s] })),
      ],
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
