import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { tanggalWib } from '../../common/tanggal.js';
import { MASIH_ADA } from '../ormas/riwayat-status.js';
import { AngkaKotaService, bulanDari } from './angka-kota.service.js';
import { batasJawaban } from './beranda-kantor.service.js';
import { bacaPeriode, bulat } from './dasbor.kueri.js';
import { bolehLihatDaftar } from './dasbor.policy.js';
import { type BarisTugas, type NamaDaftar } from './dasbor.types.js';
import { TingkatKurangService } from './tingkat-kurang.service.js';

const PER_HALAMAN = 25;

/** What a page of a list behind a task shows. */
export interface DaftarTugasTerbuka {
  halaman: Halaman<BarisTugas>;
  hari: string;
  /** The OPD to which it was narrowed on request. */
  kode: string | null;
}

interface Bahan {
  opdId: number | null;
  masa: { mulai: string; akhir: string };
}

interface Kueri {
  dari: string;
  kolom: string;
  urut: string;
  nilai: unknown[];
}

/** The lists behind the figures and tasks of the home page: each figure there can be opened here. */
@Injectable()
export class DaftarTugasService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly tingkat: TingkatKurangService,
    private readonly angka: AngkaKotaService,
  ) {}

  /**
   * One page of a list; an OPD sees its own cluster only.
   * @param kode code of an OPD to which to narrow, for those who see every cluster
   * @throws DomainError `tidak-berwenang`
   */
  async buka(aktor: Aktor, daftar: NamaDaftar, nomor: number, kode: string | null = null): Promise<DaftarTugasTerbuka> {
    if (!bolehLihatDaftar(aktor, daftar)) throw new DomainError('tidak-berwenang');
    const hari = tanggalWib(this.clock.sekarang());
    const opd = kode === null ? null : ((await this.angka.daftarOpd()).find((o) => o.kode === kode) ?? null);
    const opdId = aktor.peran === 'opd' ? aktor.opdId : (opd?.id ?? null);
    const potong = { batas: PER_HALAMAN, lewati: (nomor - 1) * PER_HALAMAN };
    const masa = daftar === 'tahun-ini' ? await this.angka.tahunIni() : bulanDari(hari);
    const { isi, jumlah } =
      daftar === 'tingkat'
        ? await this.tingkat.daftar(await bacaPeriode(this.db, hari), potong)
        : await this.baca(daftar, this.susun(daftar, { opdId, masa }), potong);
    return { halaman: { isi, halaman: nomor, perHalaman: PER_HALAMAN, jumlah }, hari, kode: opd?.kode ?? null };
  }

  private async baca(
    jenis: Exclude<NamaDaftar, 'tingkat'>,
    q: Kueri,
    { batas, lewati }: { batas: number; lewati: number },
  ): Promise<{ isi: BarisTugas[]; jumlah: number }> {
    const [[hitung], isi] = await Promise.all([
      this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${q.dari}`, q.nilai),
      this.db.query<BarisTugas[]>(
        `SELECT o.id AS ormasId, o.nama AS ormas, (SELECT p.nama FROM opd p WHERE p.id = o.opd_id) AS opd, ${q.kolom}
         ${q.dari} ORDER BY ${q.urut} LIMIT ? OFFSET ?`,
        [...q.nilai, batas, lewati],
      ),
    ]);
    return { isi: isi.map((b) => ({ ...b, jenis }) as BarisTugas), jumlah: bulat(hitung?.n) };
  }

  private susun(daftar: Exclude<NamaDaftar, 'tingkat'>, { opdId, masa }: Bahan): Kueri {
    const [klaster, opd] = opdId === null ? ['', []] : ['AND o.opd_id = ?', [opdId]];
    if (daftar === 'dikembalikan') {
      return {
        kolom: 'k.id, k.judul, k.catatan, k.diputuskan_pada AS sejak',
        dari: `FROM kegiatan k JOIN ormas o ON o.id = k.ormas_id
          WHERE k.status = 'dikembalikan' AND k.diputuskan_pada < ? ${klaster}`,
        urut: 'k.diputuskan_pada, k.id',
        nilai: [batasJawaban(this.clock.sekarang()), ...opd],
      };
    }
    if (daftar === 'bulan-ini' || daftar === 'tahun-ini') {
      return {
        kolom: 'k.id, k.judul, k.tanggal_selesai AS tanggal, k.status',
        dari: `FROM ormas o JOIN kegiatan k ON k.ormas_id = o.id
          WHERE ${MASIH_ADA} AND k.status IN ('diajukan', 'dikembalikan', 'terverifikasi')
            AND k.tanggal_selesai BETWEEN ? AND ? ${klaster}`,
        urut: 'k.tanggal_selesai DESC, k.id DESC',
        nilai: [masa.mulai, masa.akhir, ...opd],
      };
    }
    return {
      kolom: 'd.id AS dokumenId, d.jenis AS dokumen, d.nomor, d.berlaku_sampai AS berlakuSampai',
      dari: `FROM ormas_dokumen d JOIN ormas o ON o.id = d.ormas_id WHERE d.status = 'belum-diperiksa' AND ${MASIH_ADA} ${klaster}`,
      urut: 'd.berlaku_sampai IS NULL, d.berlaku_sampai, o.nama, d.id',
      nilai: opd,
    };
  }
}
