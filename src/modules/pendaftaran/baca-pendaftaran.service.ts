import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { AuditService } from '../audit/audit.service.js';
import { type BerkasTersimpan } from '../berkas/berkas.types.js';
import { HariLiburService } from '../setelan/hari-libur.service.js';
import { jamLayanan } from './jam-layanan.js';

import { Pendaftaran } from './pendaftaran.entity.js';
import { bacaDokumen, bacaPutaran, catatanDari, jawabanDari, OBJEK, objekDari } from './pendaftaran.kueri.js';
import { bolehLihatDaftarKerja, bolehLihatPendaftaran, bolehLihatPribadi, isPemohon } from './pendaftaran.policy.js';
import {
  BAGIAN_KERJA,
  type BagianKerja,
  type DaftarKerja,
  type PendaftaranRinci,
  type RingkasPendaftaran,
} from './pendaftaran.types.js';
import { BERKAS_PRIBADI } from './pendaftaran.service.js';
import { RujukanPendaftaranService } from './rujukan-pendaftaran.service.js';

const PER_HALAMAN = 25;

const PILIH = `SELECT p.id, p.nama, p.status, p.akun_id AS pemohonId, p.petugas_id AS petugasId, t.nama AS petugas,
  p.dibuat_pada AS dibuatPada, p.diajukan_pertama_pada AS diajukanPertamaPada, p.diubah_pada AS diubahPada
  FROM pendaftaran p LEFT JOIN akun t ON t.id = p.petugas_id`;

type Baris = Omit<RingkasPendaftaran, 'jam' | 'pernahDiajukan'>;

/** Which applications stand in which part of the work list. Drafts that were never sent are nobody's but their writers'. */
function syaratBagian(bagian: BagianKerja, aktorId: number | null): { sql: string; nilai: unknown[] } {
  const ada = 'p.diajukan_pertama_pada IS NOT NULL';
  switch (bagian) {
    case 'menunggu':
      return { sql: `p.status IN ('diajukan','diajukan-ulang')`, nilai: [] };
    case 'saya':
      return {
        sql: `p.petugas_id = ? AND p.status IN ('diajukan','diajukan-ulang','terverifikasi')`,
        nilai: [aktorId],
      };
    case 'persetujuan':
      return { sql: `p.status = 'terverifikasi'`, nilai: [] };
    case 'perbaikan':
      return { sql: `${ada} AND p.status IN ('perlu-perbaikan','draf')`, nilai: [] };
    case 'selesai':
      return { sql: `${ada} AND p.status IN ('terdaftar','ditolak','dicabut-pemohon')`, nilai: [] };
  }
}

/** Reading of applications, for the applicant and for the office; and the guard of their files. */
@Injectable()
export class BacaPendaftaranService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly rujukan: RujukanPendaftaranService,
    private readonly libur: HariLiburService,
  ) {}

  /** The applications of the actor's own account, newest first. @throws DomainError `tidak-berwenang` */
  async milikSaya(aktor: Aktor): Promise<RingkasPendaftaran[]> {
    if (!isPemohon(aktor)) throw new DomainError('tidak-berwenang');
    return this.lengkapi(await this.db.query<Baris[]>(`${PILIH} WHERE p.akun_id = ? ORDER BY p.id DESC`, [aktor.id]));
  }

  /** One page of a part of the work list: oldest first (the newest decision first among those decided). */
  async daftarKerja(aktor: Aktor, bagian: BagianKerja, halaman: number): Promise<DaftarKerja> {
    if (!bolehLihatDaftarKerja(aktor)) throw new DomainError('tidak-berwenang');
    const jumlah = {} as Record<BagianKerja, number>;
    for (const b of BAGIAN_KERJA) {
      const { sql, nilai } = syaratBagian(b, aktor.id);
      const [h] = await this.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM pendaftaran p WHERE ${sql}`, nilai);
      jumlah[b] = Number(h?.n ?? 0);
    }
    const { sql, nilai } = syaratBagian(bagian, aktor.id);
    const urut = bagian === 'selesai' ? 'p.diubah_pada DESC, p.id DESC' : 'p.diajukan_pertama_pada, p.id';
    const baris = await this.db.query<Baris[]>(`${PILIH} WHERE ${sql} ORDER BY ${urut} LIMIT ? OFFSET ?`, [
      ...nilai,
      PER_HALAMAN,
      (halaman - 1) * PER_HALAMAN,
    ]);
    const isi = await this.lengkapi(baris);
    return { bagian, jumlah, isi: { isi, halaman, perHalaman: PER_HALAMAN, jumlah: jumlah[bagian] } };
  }

  /**
   * Everything one application holds.
   * @throws DomainError `tidak-ditemukan` also when it exists but is not for this reader
   */
  async rinci(aktor: Aktor, id: number): Promise<PendaftaranRinci> {
    const p = await this.db.manager.findOneBy(Pendaftaran, { id });
    if (!p || !bolehLihatPendaftaran(aktor, objekDari(p))) throw new DomainError('tidak-ditemukan');
    const em = this.db.manager;
    const [dokumen, putaran, rujukan, riwayat, libur, orang] = await Promise.all([
      bacaDokumen(em, id),
      bacaPutaran(em, id),
      this.rujukan.ambil(),
      this.audit.riwayat(OBJEK, id, 200),
      this.libur.baca(),
      em.query<{ id: number; nama: string }[]>('SELECT id, nama FROM akun WHERE id IN (?)', [
        [p.akunId, p.petugasId ?? p.akunId],
      ]),
    ]);
    const kini = this.clock.sekarang();
    const nama = new Map(orang.map((o) => [o.id, o.nama]));
    return {
      ...{ id, nama: p.nama, versi: p.versi, ...objekDari(p), ormasId: p.ormasId },
      pemohon: nama.get(p.akunId) ?? '',
      petugas: p.petugasId === null ? null : (nama.get(p.petugasId) ?? null),
      ...{ dibuatPada: p.dibuatPada, diajukanPertamaPada: p.diajukanPertamaPada, diubahPada: p.diubahPada },
      jam: jamLayanan(p.status, putaran, kini, libur),
      ...{ jawaban: jawabanDari(p), dokumen, putaran, rujukan, riwayat, hari: tanggalWib(kini) },
      saranBidang: await this.rujukan.saran(jawabanDari(p)),
      catatan: p.catatan,
      ...catatanDari(p),
    };
  }

  /** Whether the actor may read a file of an application; asked by the guard of files. */
  async bolehBacaBerkas(aktor: Aktor, berkas: Pick<BerkasTersimpan, 'objek' | 'objekId'>): Promise<boolean> {
    const p = await this.db.manager.findOneBy(Pendaftaran, { id: berkas.objekId });
    if (!p) return false;
    const objek = objekDari(p);
    return berkas.objek === BERKAS_PRIBADI ? bolehLihatPribadi(aktor, objek) : bolehLihatPendaftaran(aktor, objek);
  }

  private async lengkapi(baris: Baris[]): Promise<RingkasPendaftaran[]> {
    if (baris.length === 0) return [];
    const [libur, putaran] = await Promise.all([
      this.libur.baca(),
      this.db.query<{ id: number; diajukanPada: Date; berakhirPada: Date | null }[]>(
        `SELECT pendaftaran_id AS id, diajukan_pada AS diajukanPada, berakhir_pada AS berakhirPada
         FROM pendaftaran_putaran WHERE pendaftaran_id IN (?) ORDER BY pendaftaran_id, nomor`,
        [baris.map((b) => b.id)],
      ),
    ]);
    const kini = this.clock.sekarang();
    return baris.map((b) => ({
      ...b,
      pernahDiajukan: b.diajukanPertamaPada !== null,
      jam: jamLayanan(
        b.status,
        putaran.filter((p) => p.id === b.id),
        kini,
        libur,
      ),
    }));
  }
}
