import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { type StatusKegiatan } from '../kegiatan/kegiatan.status.js';
import { keadaanIko } from '../ormas/ormas-ringkas.js';
import { type DokumenOrmas, type StatusOrmas } from '../ormas/ormas.types.js';
import { ATURAN, type Perihal } from '../perubahan/perubahan.aturan.js';
import { jendelaTahun, tahunJendela } from '../setelan/jendela.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { bacaPeriode, bulat } from './dasbor.kueri.js';
import { type BahanSekretaris } from './dasbor.types.js';
import { periodeTerbuka, TingkatKurangService } from './tingkat-kurang.service.js';

interface BarisOrmas {
  id: number;
  nama: string;
  status: StatusOrmas;
  tahun: number | null;
  skor: string | null;
  tingkat: number | null;
  sebutan: string | null;
  sementara: number;
}
interface BarisLain {
  konfirmasi: string | null;
  programKerja: string;
  laporanTahunan: string;
  rekomendasi: string;
  terdekat: string | null;
}

/** How the own ormas stands, and what it should do next. All of it are looks by `ormas_id`: a few rows each. */
@Injectable()
export class BerandaSekretarisService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly setelan: SetelanService,
    private readonly tingkat: TingkatKurangService,
  ) {}

  /** @throws DomainError `tidak-ditemukan` when the account belongs to no ormas */
  async bahan(aktor: Aktor): Promise<BahanSekretaris> {
    const id = aktor.ormasId ?? 0;
    const kini = this.clock.sekarang();
    const { jendelaMulai } = await this.setelan.baca();
    const tahun = tahunJendela(jendelaMulai, tanggalWib(kini));
    const jendela = jendelaTahun(jendelaMulai, tahun);
    const [[o], kegiatan, perbaikan, perubahan, draf, dokumen, [lain], mandiri] = await Promise.all([
      this.db.query<BarisOrmas[]>(
        `SELECT id, nama, status, iko_tahun AS tahun, iko_skor AS skor, iko_tingkat AS tingkat, iko_sebutan AS sebutan,
           iko_sementara AS sementara FROM ormas WHERE id = ?`,
        [id],
      ),
      this.db.query<{ status: StatusKegiatan; n: string }[]>(
        `SELECT status, COUNT(*) AS n FROM kegiatan
         WHERE ormas_id = ? AND (tanggal_selesai BETWEEN ? AND ? OR tanggal_selesai IS NULL) GROUP BY status`,
        [id, jendela.mulai, jendela.akhir],
      ),
      this.db.query<BahanSekretaris['perbaikan']>(
        `SELECT id, judul, catatan, diputuskan_pada AS sejak FROM kegiatan
         WHERE ormas_id = ? AND status = 'dikembalikan' ORDER BY diputuskan_pada, id LIMIT 5`,
        [id],
      ),
      this.db.query<(Omit<BahanSekretaris['perubahan'][number], 'perihal'> & { perihal: Perihal })[]>(
        `SELECT id, perihal, catatan, diputuskan_pada AS sejak FROM perubahan_ormas
         WHERE ormas_id = ? AND asal = 'ormas' AND status = 'perlu-perbaikan' ORDER BY diputuskan_pada, id LIMIT 5`,
        [id],
      ),
      this.db.query<BahanSekretaris['draf']>(
        `SELECT id, judul, diubah_pada AS sejak FROM kegiatan
         WHERE ormas_id = ? AND status = 'draf' ORDER BY diubah_pada DESC, id DESC LIMIT 3`,
        [id],
      ),
      this.db.query<DokumenOrmas[]>(
        'SELECT jenis, nomor, tanggal, berlaku_sampai AS berlakuSampai, status FROM ormas_dokumen WHERE ormas_id = ?',
        [id],
      ),
      this.db.query<BarisLain[]>(
        `SELECT (SELECT MAX(tanggal) FROM ormas_konfirmasi WHERE ormas_id = ?) AS konfirmasi,
           (SELECT COUNT(*) FROM program_kerja WHERE ormas_id = ? AND tahun = ?) AS programKerja,
           (SELECT COUNT(*) FROM laporan_ormas WHERE ormas_id = ? AND tahun = ? AND jenis = 'tahunan') AS laporanTahunan,
           (SELECT COUNT(*) FROM rekomendasi WHERE ormas_id = ? AND selesai_pada IS NULL) AS rekomendasi,
           (SELECT MIN(jatuh_tempo) FROM rekomendasi WHERE ormas_id = ? AND selesai_pada IS NULL) AS terdekat`,
        [id, id, tahun, id, tahun, id, id],
      ),
      this.mandiri(id, tanggalWib(kini)),
    ]);
    if (!o) throw new DomainError('tidak-ditemukan', 'Ormas akun Anda tidak ditemukan. Hubungi admin portal.');
    const { tahun: ikoTahun, skor, tingkat, sebutan, sementara } = o;
    return {
      ...{
        peran: 'sekretaris',
        nama: aktor.nama,
        kini,
        tahun,
        akhirJendela: jendela.akhir,
        perbaikan,
        perubahan: perubahan.map((p) => ({ ...p, perihal: ATURAN[p.perihal].sebutan })),
        draf,
        dokumen,
        mandiri,
      },
      ormas: {
        ...{ id: o.id, nama: o.nama, status: o.status },
        iko: ikoTahun === null ? null : { tahun: ikoTahun, skor, tingkat, sebutan, ...keadaanIko(skor, sementara) },
      },
      kegiatan: Object.fromEntries(kegiatan.map((k) => [k.status, bulat(k.n)])),
      konfirmasi: lain?.konfirmasi ?? null,
      programKerja: bulat(lain?.programKerja),
      laporanTahunan: bulat(lain?.laporanTahunan) > 0,
      rekomendasi: { jumlah: bulat(lain?.rekomendasi), terdekat: lain?.terdekat ?? null },
    };
  }

  private async mandiri(ormasId: number, hari: string): Promise<BahanSekretaris['mandiri']> {
    const periode = periodeTerbuka(await bacaPeriode(this.db, hari), hari);
    if (!periode) return null;
    const { mandiri } = await this.tingkat.indikator(periode.instrumenId);
    if (mandiri.length === 0) return null;
    const [baris] = await this.db.query<{ n: string }[]>(
      `SELECT COUNT(*) AS n FROM tingkat_indikator
       WHERE periode_id = ? AND ormas_id = ? AND indikator IN (?)
         AND (tingkat_mandiri IS NOT NULL OR tingkat_akhir IS NOT NULL OR tak_berlaku IS NOT NULL)`,
      [periode.id, ormasId, mandiri],
    );
    return { tahun: periode.tahun, terisi: bulat(baris?.n), dari: mandiri.length };
  }
}
