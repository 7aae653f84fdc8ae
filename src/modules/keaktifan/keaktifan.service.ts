import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { OrmasDaftarService } from '../ormas/ormas-daftar.service.js';
import { sandiTempat } from '../ormas/ormas-syarat.js';
import { bolehLihatDataPribadi, lingkupOrmas } from '../ormas/ormas.policy.js';
import { type OpsiOrmas } from '../ormas/ormas.types.js';
import { MASIH_ADA } from '../ormas/riwayat-status.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { bolehLihatKeaktifan } from './keaktifan.policy.js';
import {
  type BarisKeaktifan,
  type BarisKunjungan,
  type Diam,
  type SaringanKeaktifan,
  TANDA_HIDUP,
  type TandaHidup,
} from './keaktifan.types.js';

const PER_HALAMAN = 25;
/** Stands for "never" where days are compared. */
const TIDAK_PERNAH = '0001-01-01';

/** SQL of the newest day in Jakarta of an instant. */
const hariDari = (instan: string): string => `DATE_FORMAT(DATE_ADD(${instan}, INTERVAL 7 HOUR), '%Y-%m-%d')`;

/**
 * SQL of the newest day of each sign of ormas `o`. Drafts and failed sign-ins are no signs, nor is a visit that met nobody.
 */
const TANDA_SQL: Readonly<Record<TandaHidup, string>> = {
  laporan: `SELECT ${hariDari('MAX(k.diajukan_pada)')} FROM kegiatan k WHERE k.ormas_id = o.id`,
  pertemuan: `SELECT DATE_FORMAT(MAX(b.tanggal), '%Y-%m-%d') FROM pembinaan b
      WHERE b.ormas_id = o.id AND b.jenis = 'pembinaan' AND b.batal_pada IS NULL`,
  kunjungan: `SELECT DATE_FORMAT(MAX(v.tanggal_nyata), '%Y-%m-%d') FROM kunjungan v
      WHERE v.ormas_id = o.id AND v.status = 'selesai' AND v.ditemui = 1`,
  perubahan: `SELECT ${hariDari('MAX(u.diajukan_pada)')} FROM perubahan_ormas u WHERE u.ormas_id = o.id AND u.asal = 'ormas'`,
  konfirmasi: `SELECT DATE_FORMAT(MAX(f.tanggal), '%Y-%m-%d') FROM ormas_konfirmasi f WHERE f.ormas_id = o.id`,
  masuk: `SELECT ${hariDari('MAX(j.waktu)')} FROM akun a JOIN audit j ON j.id = (SELECT MAX(i.id) FROM audit i
      WHERE i.aktor_id = a.id AND i.aksi <> 'masuk-gagal') WHERE a.ormas_id = o.id AND a.peran = 'sekretaris'`,
};

type Syarat = [sql: string, ...nilai: unknown[]];
type Baris = Omit<BarisKunjungan, 'tanda'> & Record<TandaHidup, string>;

/**
 * Who has gone silent: for each ormas in the register the newest report, meeting, visit, change, confirmation and
 * sign-in, read across their tables at once.
 */
@Injectable()
export class KeaktifanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ormas: OrmasDaftarService,
    private readonly wilayah: WilayahService,
  ) {}

  /** The choices of the filters. */
  opsi(): Promise<OpsiOrmas> {
    return this.ormas.opsi();
  }

  /** Today in Jakarta, 'YYYY-MM-DD'. */
  hari(): string {
    return tanggalWib(this.clock.sekarang());
  }

  /**
   * One page of the ladder, the longest silence first: the office everyone, an OPD its cluster.
   * @throws DomainError `tidak-berwenang`
   */
  async daftar(aktor: Aktor, s: SaringanKeaktifan, halaman: number): Promise<Halaman<BarisKeaktifan>> {
    const { sql, nilai } = await this.susun(aktor, s, '');
    const [[jumlah], isi] = await Promise.all([
      this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n ${sql}`, nilai),
      this.db.query<Baris[]>(`SELECT x.* ${sql} ORDER BY x.terakhir, x.nama, x.id LIMIT ? OFFSET ?`, [
        ...nilai,
        PER_HALAMAN,
        (halaman - 1) * PER_HALAMAN,
      ]),
    ]);
    return { isi: isi.map(urai), halaman, perHalaman: PER_HALAMAN, jumlah: Number(jumlah?.n ?? 0) };
  }

  /**
   * Everyone of the ladder as a list to go by: place by place, with secretariat and chair; phone numbers only for who
   * may see them. @throws DomainError `tidak-berwenang`
   */
  async kunjungan(aktor: Aktor, s: SaringanKeaktifan): Promise<BarisKunjungan[]> {
    const lebih = `, o.alamat, o.rt, o.rw, o.telepon, o.opd_id AS opdId,
      (SELECT p.nama FROM pengurus p WHERE p.ormas_id = o.id AND p.jabatan = 'ketua'
         AND (p.sampai IS NULL OR p.sampai >= ?) ORDER BY p.dari DESC, p.id LIMIT 1) AS ketua`;
    const { sql, nilai } = await this.susun(aktor, s, lebih);
    const baris = await this.db.query<(Baris & { opdId: number | null })[]>(
      `SELECT x.* ${sql} ORDER BY x.kecamatan IS NULL, x.kecamatan, x.kelurahan, x.terakhir, x.nama, x.id`,
      [this.hari(), ...nilai],
    );
    return baris.map((b) => {
      const { alamat, rt, rw, ketua } = b;
      const telepon = bolehLihatDataPribadi(aktor, b) ? b.telepon : null;
      return { ...urai(b), alamat, rt, rw, ketua, telepon };
    });
  }

  /** @param lebih further columns; their values come first */
  private async susun(aktor: Aktor, s: SaringanKeaktifan, lebih: string): Promise<{ sql: string; nilai: unknown[] }> {
    if (!bolehLihatKeaktifan(aktor)) throw new DomainError('tidak-berwenang');
    const syarat = await this.syarat(aktor, s);
    const tanda = TANDA_HIDUP.map((t) => `COALESCE((${TANDA_SQL[t]}), '${TIDAK_PERNAH}') AS ${t}`).join(', ');
    const dalam = `SELECT o.id, o.nama, o.status, k.nama AS kelurahan, c.nama AS kecamatan, d.nama AS opd,
        o.kegiatan_terakhir AS kegiatanTerakhir, o.terdaftar_pada AS terdaftarPada, ${tanda}${lebih}
      FROM ormas o LEFT JOIN kelurahan k ON k.id = o.kelurahan_id LEFT JOIN kecamatan c ON c.id = k.kecamatan_id
        LEFT JOIN opd d ON d.id = o.opd_id WHERE ${[MASIH_ADA, ...syarat.map(([sql]) => sql)].join(' AND ')}`;
    const diam = batasDiam(s.diam, this.hari());
    return {
      sql: `FROM (SELECT y.*, GREATEST(${TANDA_HIDUP.map((t) => `y.${t}`).join(', ')}) AS terakhir FROM (${dalam}) y) x
        WHERE x.terakhir <= ?`,
      nilai: [...syarat.flatMap(([, ...nilai]) => nilai), diam],
    };
  }

  private async syarat(aktor: Aktor, s: SaringanKeaktifan): Promise<Syarat[]> {
    const lingkup = lingkupOrmas(aktor);
    const { kelurahan } = await this.wilayah.data();
    const tempat = kelurahan.filter(
      (k) =>
        (s.kecamatan === '' || sandiTempat(k.kecamatan) === s.kecamatan) &&
        (s.kelurahan === '' || sandiTempat(k.kelurahan) === s.kelurahan),
    );
    const opd = (await this.ormas.klasterData()).opd.find((o) => o.kode === s.opd);
    return [
      ...(lingkup.jenis === 'opd' ? [['o.opd_id = ?', lingkup.opdId] as Syarat] : []),
      ...(s.opd === ''
        ? []
        : s.opd === 'belum'
          ? [['o.opd_id IS NULL'] as Syarat]
          : [['o.opd_id = ?', opd?.id ?? 0] as Syarat]),
      ...(s.kelurahan === 'luar'
        ? [['o.luar_domisili = 1'] as Syarat]
        : s.kecamatan === '' && s.kelurahan === ''
          ? []
          : [['o.kelurahan_id IN (?)', [0, ...tempat.map((k) => k.id)]] as Syarat]),
    ];
  }
}

/** The last day on which a newest sign may lie for a silence of that length. */
export function batasDiam(diam: Diam, hari: string): string {
  if (diam === 'belum') return TIDAK_PERNAH;
  return diam === '0' ? hari : tambahHari(hari, -Math.round(Number(diam) * 30.4375));
}

function urai(b: Baris): BarisKeaktifan {
  const tanda = Object.fromEntries(TANDA_HIDUP.map((t) => [t, b[t] === TIDAK_PERNAH ? null : b[t]]));
  const { id, nama, status, kelurahan, kecamatan, opd, kegiatanTerakhir, terdaftarPada } = b;
  const umum = { id, nama, status, kelurahan, kecamatan, opd, kegiatanTerakhir, terdaftarPada };
  return { ...umum, tanda: tanda as BarisKeaktifan['tanda'] };
}
