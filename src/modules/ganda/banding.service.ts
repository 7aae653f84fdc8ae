import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { bacaBerciri } from '../ormas/cari-kembaran.service.js';
import { ciriOrmas, sebabKembar } from '../ormas/kembaran.js';
import { OrmasRincianService } from '../ormas/ormas-rincian.service.js';
import { bolehLihatGanda } from '../ormas/ormas.policy.js';
import { bacaRiwayatStatus } from '../ormas/riwayat-status.js';
import { UbahOrmasService } from '../ormas/ubah-ormas.service.js';
import { bedaOrmas } from './beda.js';
import { type AksiPasangan, bolehPasangan } from './ganda.policy.js';
import { type Perbandingan, type Sekeliling, type Sisi } from './ganda.types.js';
import { bacaNomor, JejakGabungan } from './jejak-gabungan.js';
import { PasanganService, urutkan } from './pasangan.service.js';

const AKSI: readonly AksiPasangan[] = ['lihat', 'nyatakanBukan', 'tarik', 'gabungkan'];

/** Two entries of the register side by side, with everything around them. */
@Injectable()
export class BandingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly rincian: OrmasRincianService,
    private readonly register: UbahOrmasService,
    private readonly pasangan: PasanganService,
    private readonly jejak: JejakGabungan,
  ) {}

  /**
   * Both entries, the smaller number first.
   * @throws DomainError `tidak-berwenang`; `tidak-ditemukan` when one of them does not exist or both are the same
   */
  async banding(aktor: Aktor, satu: number, dua: number): Promise<Perbandingan> {
    if (!bolehLihatGanda(aktor)) throw new DomainError('tidak-berwenang');
    const [x, y] = urutkan(satu, dua);
    if (x === y) throw new DomainError('tidak-ditemukan');
    const em = this.db.manager;
    const [a, b] = [await this.sisi(aktor, x), await this.sisi(aktor, y)];
    const [pasangan, ciri] = [await this.pasangan.tersimpan(em, x, y), await bacaBerciri(em, [x, y])];
    const [ca, cb] = ciri.map(ciriOrmas);
    const sudahDigabung = [a, b].some((s) => s.o.status === 'digabung');
    const objek = { status: pasangan.status, sudahDigabung };
    return {
      ...{ a, b, pasangan, beda: await this.beda(x, y) },
      sebab: ca && cb ? sebabKembar(ca, cb) : [],
      boleh: Object.fromEntries(AKSI.map((k) => [k, bolehPasangan(aktor, k, objek)])) as Perbandingan['boleh'],
    };
  }

  private async beda(a: number, b: number): Promise<Perbandingan['beda']> {
    const em = this.db.manager;
    const [x, y] = [await this.register.baca(em, a, false), await this.register.baca(em, b, false)];
    const nomor = await bacaNomor(em, [a, b]);
    return bedaOrmas(
      { fakta: x.fakta, pengurus: x.pengurus, skko: nomor.get(a) ?? null },
      { fakta: y.fakta, pengurus: y.pengurus, skko: nomor.get(b) ?? null },
      await this.jejak.nama(),
    );
  }

  private async sisi(aktor: Aktor, id: number): Promise<Sisi> {
    const [o, sekeliling, riwayatStatus] = await Promise.all([
      this.rincian.rincian(aktor, id),
      this.sekeliling(id),
      bacaRiwayatStatus(this.db, id),
    ]);
    return { o, sekeliling, riwayatStatus };
  }

  private async sekeliling(id: number): Promise<Sekeliling> {
    type Hitungan = Pick<
      Sekeliling,
      'kegiatan' | 'terverifikasi' | 'rencana' | 'rekomendasi' | 'pembinaan' | 'permohonan'
    >;
    const [[hitung], akun, surat, laporan] = await Promise.all([
      this.db.query<Hitungan[]>(
        `SELECT (SELECT COUNT(*) FROM kegiatan WHERE ormas_id = ?) AS kegiatan,
           (SELECT COUNT(*) FROM kegiatan WHERE ormas_id = ? AND status = 'terverifikasi') AS terverifikasi,
           (SELECT COUNT(*) FROM program_kerja WHERE ormas_id = ?) AS rencana,
           (SELECT COUNT(*) FROM rekomendasi WHERE ormas_id = ?) AS rekomendasi,
           (SELECT COUNT(*) FROM pembinaan WHERE ormas_id = ?) AS pembinaan,
           (SELECT COUNT(*) FROM perubahan_ormas WHERE ormas_id = ?) AS permohonan`,
        [id, id, id, id, id, id],
      ),
      this.db.query<{ nama: string; aktif: number }[]>(
        "SELECT nama, aktif FROM akun WHERE ormas_id = ? AND peran = 'sekretaris' ORDER BY id",
        [id],
      ),
      this.db.query<Sekeliling['surat']>(
        'SELECT nomor, status, berlaku_sampai AS berlakuSampai FROM surat WHERE ormas_id = ? ORDER BY id DESC',
        [id],
      ),
      this.db.query<{ tahun: number }[]>(
        'SELECT DISTINCT tahun FROM laporan_ormas WHERE ormas_id = ? ORDER BY tahun DESC',
        [id],
      ),
    ]);
    const n = (nilai: number | undefined): number => Number(nilai ?? 0);
    return {
      ...{ kegiatan: n(hitung?.kegiatan), terverifikasi: n(hitung?.terverifikasi), rencana: n(hitung?.rencana) },
      ...{ rekomendasi: n(hitung?.rekomendasi), pembinaan: n(hitung?.pembinaan), permohonan: n(hitung?.permohonan) },
      akun: akun.map((a) => ({ nama: a.nama, aktif: a.aktif === 1 })),
      surat,
      laporanTahunan: laporan.map((l) => l.tahun),
    };
  }
}
