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
import { jendelaTahun, sqlTahunJendela, tahunJendela } from '../setelan/jendela.js';
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
type BarisSurat = NonNullable<BahanSekretaris['surat']>;

/** A decision is news for so long, whatever the year of its activity. */
const HARI_KABAR = 90;

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
    const [[o], kegiatan, perbaikan, perubahan, draf, dokumen, [lain], mandiri, kunjungan, surat] = await Promise.all([
      this.db.query<BarisOrmas[]>(
        `SELECT id, nama, status, iko_tahun AS tahun, iko_skor AS skor, iko_tingkat AS tingkat, iko_sebutan AS sebutan,
           iko_sementara AS sementara FROM ormas WHERE id = ?`,
        [id],
      ),
      this.kegiatan(id, kini, tahun),
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
           (SELECT COUNT(*) FROM rekomendasi WHERE ormas_id = ? AND selesai_pada IS NULL AND dilaporkan_pada IS NULL
             AND batal_pada IS NULL) AS rekomendasi,
           (SELECT MIN(jatuh_tempo) FROM rekomendasi WHERE ormas_id = ? AND selesai_pada IS NULL AND dilaporkan_pada IS NULL
             AND batal_pada IS NULL) AS terdekat`,
        [id, id, tahun, id, tahun, id, id],
      ),
      this.mandiri(id, tanggalWib(kini)),
      this.db.query<BahanSekretaris['kunjungan']>(
        `SELECT id, COALESCE(tanggal_nyata, tanggal) AS hari, status FROM kunjungan
         WHERE ormas_id = ? AND ((status = 'direncanakan' AND tanggal >= ?)
           OR (status = 'selesai' AND sikap = 'belum' AND jawab_sikap IS NULL))
         ORDER BY hari, id LIMIT 5`,
        [id, tanggalWib(kini)],
      ),
      this.surat(id),
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
        kunjungan,
        surat,
      },
      ormas: {
        ...{ id: o.id, nama: o.nama, status: o.status },
        iko: ikoTahun === null ? null : { tahun: ikoTahun, skor, tingkat, sebutan, ...keadaanIko(skor, sementara) },
      },
      kegiatan: kegiatan.find((k) => k.tahun === tahun)?.kegiatan ?? {},
      kegiatanLain: kegiatan.filter((k) => k.tahun !== tahun),
      konfirmasi: lain?.konfirmasi ?? null,
      programKerja: bulat(lain?.programKerja),
      laporanTahunan: bulat(lain?.laporanTahunan) > 0,
      rekomendasi: { jumlah: bulat(lain?.rekomendasi), terdekat: lain?.terdekat ?? null },
    };
  }

  /** Reports by year of assessment: the year that runs, the one before, and others in which something waits or is news. */
  private async kegiatan(id: number, kini: Date, berjalan: number): Promise<BahanSekretaris['kegiatanLain']> {
    const { jendelaMulai } = await this.setelan.baca();
    const hari = `COALESCE(tanggal_selesai, tanggal_mulai, DATE '${tanggalWib(kini)}')`;
    const baris = await this.db.query<{ tahun: string; status: StatusKegiatan; n: string; putusan: Date | null }[]>(
      `SELECT ${sqlTahunJendela(jendelaMulai, hari)} AS tahun, status, COUNT(*) AS n, MAX(diputuskan_pada) AS putusan
       FROM kegiatan WHERE ormas_id = ? GROUP BY tahun, status`,
      [id],
    );
    const kabar = kini.getTime() - HARI_KABAR * 86_400_000;
    return [...new Set(baris.map((b) => Number(b.tahun)))]
      .sort((a, b) => b - a)
      .map((tahun) => ({ tahun, isi: baris.filter((b) => Number(b.tahun) === tahun) }))
      .filter(
        ({ tahun, isi }) =>
          tahun >= berjalan - 1 ||
          isi.some((b) => ['diajukan', 'dikembalikan'].includes(b.status) || (b.putusan?.getTime() ?? 0) > kabar),
      )
      .map(({ tahun, isi }) => ({ tahun, kegiatan: Object.fromEntries(isi.map((b) => [b.status, bulat(b.n)])) }));
  }

  /** The newest letter of the portal, else the SKKO of the register file: the one that the radar watches. */
  private async surat(id: number): Promise<BahanSekretaris['surat']> {
    const [surat] = await this.db.query<BarisSurat[]>(
      `SELECT 'Surat keterangan terdaftar' AS nama, nomor, berlaku_sampai AS berlakuSampai FROM surat
       WHERE ormas_id = ? AND status = 'terbit' ORDER BY id DESC LIMIT 1`,
      [id],
    );
    if (surat) return surat;
    const [skko] = await this.db.query<BarisSurat[]>(
      `SELECT 'SKKO' AS nama, nomor_skko AS nomor, skko_berlaku_sampai AS berlakuSampai FROM ormas
       WHERE id = ? AND (nomor_skko IS NOT NULL OR skko_berlaku_sampai IS NOT NULL)`,
      [id],
    );
    return skko ?? null;
  }

  private async mandiri(ormasId: number, hari: string): Promise<BahanSekretaris['mandiri']> {
    const [o] = await this.db.query<{ sejak: string | null }[]>(
      'SELECT terdaftar_pada AS sejak FROM ormas WHERE id = ?',
      [ormasId],
    );
    // A year that was over before it registered is not its to assess.
    const miliknya = (await bacaPeriode(this.db, hari)).filter((p) => p.akhir >= (o?.sejak ?? ''));
    const periode = periodeTerbuka(miliknya, hari);
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
