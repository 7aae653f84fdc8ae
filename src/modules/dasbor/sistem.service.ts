import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { KeadaanKotak, type PekerjaanGagal } from '../../infra/outbox/keadaan-kotak.js';
import { REDIS } from '../../infra/queue/token.js';
import { AngkaKotaService } from './angka-kota.service.js';
import { bulat } from './dasbor.kueri.js';
import { bolehKelolaSistem } from './dasbor.policy.js';
import { type BahanAdmin, type KeadaanSistem } from './dasbor.types.js';

/** What the admin looks after: accounts, queue, database, Redis, sessions. */
@Injectable()
export class SistemService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly kotak: KeadaanKotak,
    private readonly angka: AngkaKotaService,
    private readonly clock: Clock,
  ) {}

  /** The admin's home page. */
  async beranda(aktor: Aktor): Promise<BahanAdmin> {
    const kini = this.clock.sekarang();
    const [[akun], kotak, [sesi], kota] = await Promise.all([
      this.db.query<{ jumlah: string; aktif: string | null; tanpaSandi: string | null; sejak: Date | null }[]>(
        `SELECT COUNT(*) AS jumlah, SUM(aktif) AS aktif, SUM(aktif AND sandi IS NULL) AS tanpaSandi,
           MIN(CASE WHEN aktif AND sandi IS NULL THEN dibuat_pada END) AS sejak FROM akun`,
      ),
      this.kotak.ringkas(),
      this.db.query<{ n: string }[]>(
        'SELECT COUNT(*) AS n FROM sesi WHERE kedaluwarsa_pada >= ? AND akun_id IS NOT NULL',
        [kini],
      ),
      this.angka.kota(),
    ]);
    return {
      ...{ peran: 'admin', nama: aktor.nama, kini, kotak, kota, sesi: bulat(sesi?.n) },
      akun: {
        jumlah: bulat(akun?.jumlah),
        aktif: bulat(akun?.aktif),
        tanpaSandi: { jumlah: bulat(akun?.tanpaSandi), sejak: akun?.sejak ?? null },
      },
    };
  }

  /** The state of the machinery and what failed. @throws DomainError `tidak-berwenang` */
  async keadaan(aktor: Aktor): Promise<KeadaanSistem & { gagal: PekerjaanGagal[]; kini: Date }> {
    if (!bolehKelolaSistem(aktor)) throw new DomainError('tidak-berwenang');
    const kini = this.clock.sekarang();
    const [kotak, gagal, [versi], perluMigrasi, [sesi]] = await Promise.all([
      this.kotak.ringkas(),
      this.kotak.daftarGagal(),
      this.db.query<{ versi: string }[]>('SELECT VERSION() AS versi'),
      this.db.showMigrations(),
      this.db.query<{ aktif: string | null; kedaluwarsa: string | null }[]>(
        `SELECT SUM(kedaluwarsa_pada >= ? AND akun_id IS NOT NULL) AS aktif, SUM(kedaluwarsa_pada < ?) AS kedaluwarsa
         FROM sesi`,
        [kini, kini],
      ),
    ]);
    return {
      ...{ kini, kotak, gagal },
      basisData: { versi: versi?.versi ?? '', perluMigrasi },
      redis: this.redis.status === 'ready' ? 'tersambung' : 'terputus',
      sesi: { aktif: bulat(sesi?.aktif), kedaluwarsa: bulat(sesi?.kedaluwarsa) },
    };
  }
}
