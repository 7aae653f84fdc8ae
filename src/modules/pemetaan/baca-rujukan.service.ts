import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { angka, tanggal } from '../../common/format.js';
import { tanggalWib } from '../../common/tanggal.js';
import { KODE_KANTOR } from '../klaster/klaster.types.js';
import { MASIH_ADA } from '../ormas/riwayat-status.js';
import { bolehLihatPemetaan } from './pemetaan.policy.js';
import { type BendaRujukan, type JenisRujukan, type NamaLama, type RujukanRinci } from './pemetaan.types.js';

type Baris = Omit<BendaRujukan, 'ormas' | 'kaitan'>;
type Pembaca = Pick<DataSource | EntityManager, 'query'>;

const PILIH: Readonly<Record<JenisRujukan, string>> = {
  opd: `SELECT id, kode, nama, nama_lengkap AS namaLengkap, COALESCE(kontak, '') AS kontak, berlaku_dari AS berlakuDari,
    berlaku_sampai AS berlakuSampai, versi FROM opd`,
  bidang: `SELECT id, kode, nama, '' AS namaLengkap, '' AS kontak, berlaku_dari AS berlakuDari,
    berlaku_sampai AS berlakuSampai, versi FROM bidang`,
};

/** The office's list of OPD and of bidang, as it is kept. */
@Injectable()
export class BacaRujukanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Today in Jakarta, 'YYYY-MM-DD'. */
  hari(): string {
    return tanggalWib(this.clock.sekarang());
  }

  /** All of them, also those that have ended: OPD by name, bidang in the order of the list. @throws DomainError `tidak-berwenang` */
  async daftar(aktor: Aktor, jenis: JenisRujukan): Promise<BendaRujukan[]> {
    if (!bolehLihatPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    const baris = await this.db.query<Baris[]>(`${PILIH[jenis]} ORDER BY ${jenis === 'opd' ? 'nama' : 'urutan'}, id`);
    return this.lengkapi(this.db, jenis, baris);
  }

  /** One of them. @throws DomainError `tidak-berwenang`, `tidak-ditemukan` */
  async satu(aktor: Aktor, jenis: JenisRujukan, id: number): Promise<RujukanRinci> {
    if (!bolehLihatPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    return this.rinci(this.db, jenis, id, '', this.hari());
  }

  /**
   * The same within an act: locked until the transaction ends. The caller has checked permission.
   * @param sampai the last day it shall have: what lies beyond it keeps it from ending (today unless given)
   * @throws DomainError `tidak-ditemukan`
   */
  dalam(em: EntityManager, jenis: JenisRujukan, id: number, sampai = this.hari()): Promise<RujukanRinci> {
    return this.rinci(em, jenis, id, ' FOR UPDATE', sampai);
  }

  private async rinci(
    em: Pembaca,
    jenis: JenisRujukan,
    id: number,
    kunci: string,
    sampai: string,
  ): Promise<RujukanRinci> {
    const [baris] = await em.query<Baris[]>(`${PILIH[jenis]} WHERE id = ?${kunci}`, [id]);
    if (!baris) throw new DomainError('tidak-ditemukan');
    const [benda] = await this.lengkapi(em, jenis, [baris]);
    const riwayatNama = await em.query<NamaLama[]>(
      `SELECT nama, nama_lengkap AS namaLengkap, berlaku_dari AS berlakuDari, alasan FROM riwayat_nama
       WHERE ${jenis}_id = ? ORDER BY berlaku_dari DESC`,
      [id],
    );
    const rinci = { ...(benda ?? { ...baris, ormas: 0, kaitan: [] }), riwayatNama };
    if (jenis === 'bidang') return { ...rinci, penghalang: [], akun: 0 };
    const [akun] = await em.query<{ n: string }[]>(
      "SELECT COUNT(*) AS n FROM akun WHERE peran = 'opd' AND aktif = 1 AND opd_id = ?",
      [id],
    );
    return { ...rinci, penghalang: await penghalangOpd(em, baris, sampai), akun: Number(akun?.n ?? 0) };
  }

  private async lengkapi(em: Pembaca, jenis: JenisRujukan, baris: readonly Baris[]): Promise<BendaRujukan[]> {
    const hari = this.hari();
    const lain = jenis === 'opd' ? 'bidang' : 'opd';
    const [jumlah, kaitan] = await Promise.all([
      em.query<{ id: number; n: string }[]>(
        `SELECT o.${jenis}_id AS id, COUNT(*) AS n FROM ormas o WHERE ${MASIH_ADA} GROUP BY o.${jenis}_id`,
      ),
      em.query<{ id: number; nama: string }[]>(
        `SELECT p.${jenis}_id AS id, x.nama FROM bidang_opd p JOIN ${lain} x ON x.id = p.${lain}_id
         WHERE p.berlaku_dari <= ? AND (p.berlaku_sampai IS NULL OR p.berlaku_sampai >= ?) ORDER BY x.nama`,
        [hari, hari],
      ),
    ]);
    const n = new Map(jumlah.map((j) => [j.id, Number(j.n)]));
    return baris.map((b) => ({
      ...b,
      ormas: n.get(b.id) ?? 0,
      kaitan: kaitan.filter((k) => k.id === b.id).map((k) => k.nama),
    }));
  }
}

/** What an OPD still guides after a day: until it has gone to others, the OPD cannot end. */
async function penghalangOpd(em: Pembaca, opd: Pick<Baris, 'id' | 'kode' | 'nama'>, sampai: string): Promise<string[]> {
  if (opd.kode === KODE_KANTOR)
    return ['Ormas yang klasternya belum ditetapkan dibina kantor ini, jadi tidak berakhir.'];
  const bidang = await em.query<{ nama: string; sampai: string | null }[]>(
    `SELECT b.nama, p.berlaku_sampai AS sampai FROM bidang_opd p JOIN bidang b ON b.id = p.bidang_id
     WHERE p.opd_id = ? AND (p.berlaku_sampai IS NULL OR p.berlaku_sampai > ?) ORDER BY b.urutan`,
    [opd.id, sampai],
  );
  const [ormas] = await em.query<{ n: string }[]>(
    `SELECT COUNT(DISTINCT k.ormas_id) AS n FROM klaster_ormas k JOIN ormas o ON o.id = k.ormas_id
     WHERE k.opd_id = ? AND k.sumber = 'petugas' AND k.berlaku_sampai IS NULL AND ${MASIH_ADA}`,
    [opd.id],
  );
  return [
    ...bidang.map(
      (b) =>
        `Bidang ${b.nama} masih dibina ${opd.nama}${b.sampai === null ? '' : ` sampai ${tanggal(b.sampai)}`}; alihkan dahulu.`,
    ),
    ...(Number(ormas?.n ?? 0) > 0
      ? [`${angka(Number(ormas?.n))} ormas ditempatkan petugas di klaster ini; pindahkan dahulu.`]
      : []),
  ];
}
