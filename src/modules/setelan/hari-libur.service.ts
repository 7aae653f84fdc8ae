import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { hariTanggal, tanggal } from '../../common/format.js';
import { type HariLibur } from '../../common/hari-kerja.js';
import { Simpanan } from '../../common/simpanan.js';
import { kunciGanda, Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { type BarisLibur, type IsianLibur, SEBUTAN_JENIS_LIBUR } from './hari-libur.types.js';
import { bolehUbahSetelan } from './setelan.policy.js';

/** How long a process may count with days off that another process has changed. */
const UMUR_MS = 5_000;
const PILIH = 'SELECT id, tanggal, nama, jenis, kepastian, dasar, berlaku, versi FROM hari_libur';

/** The days off of the office: what working days are counted with, and the admin's list of them. */
@Injectable()
export class HariLiburService {
  private readonly simpanan: Simpanan<HariLibur>;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    clock: Clock,
  ) {
    this.simpanan = new Simpanan(clock, UMUR_MS, async () => {
      const baris = await this.db.query<{ tanggal: string }[]>('SELECT tanggal FROM hari_libur WHERE berlaku = 1');
      return new Set(baris.map((b) => b.tanggal));
    });
  }

  /** All days off, for the functions of `common/hari-kerja`; at most five seconds behind another process. */
  baca(): Promise<HariLibur> {
    return this.simpanan.ambil();
  }

  /** The years with days off, with how many of them are only expected, oldest first. @throws DomainError `tidak-berwenang` */
  async tahun(aktor: Aktor): Promise<{ tahun: number; jumlah: number; perkiraan: number }[]> {
    periksa(aktor);
    const baris = await this.db.query<{ tahun: number; jumlah: string; perkiraan: string }[]>(
      `SELECT YEAR(tanggal) AS tahun, SUM(berlaku) AS jumlah, SUM(berlaku = 1 AND kepastian = 'perkiraan') AS perkiraan
       FROM hari_libur GROUP BY tahun ORDER BY tahun`,
    );
    return baris.map((b) => ({ tahun: b.tahun, jumlah: Number(b.jumlah), perkiraan: Number(b.perkiraan) }));
  }

  /** The days off of a year by date, those that were withdrawn among them. @throws DomainError `tidak-berwenang` */
  async daftar(aktor: Aktor, tahun: number): Promise<BarisLibur[]> {
    periksa(aktor);
    const baris = await this.db.query<BarisLibur[]>(`${PILIH} WHERE tanggal BETWEEN ? AND ? ORDER BY tanggal`, [
      `${tahun}-01-01`,
      `${tahun}-12-31`,
    ]);
    return baris.map(rapi);
  }

  /** One day off. @throws DomainError `tidak-berwenang`, `tidak-ditemukan` */
  async satu(aktor: Aktor, id: number): Promise<BarisLibur> {
    periksa(aktor);
    return ambil(this.db.manager, id);
  }

  /**
   * Adds a day off.
   * @throws DomainError `tidak-berwenang`; `isian-tidak-sah` when the day is in the list already
   */
  async tambah(aktor: Aktor, isian: IsianLibur): Promise<void> {
    periksa(aktor);
    await this.transaksi.jalankan(async (em) => {
      await tanpaGanda(isian.tanggal, () =>
        em.query('INSERT INTO hari_libur (tanggal, nama, jenis, kepastian, dasar, berlaku) VALUES (?, ?, ?, ?, ?, ?)', [
          ...nilai(isian),
        ]),
      );
      await this.audit.catat(em, aktor, {
        aksi: 'libur.tambah',
        objek: 'hari-libur',
        objekId: isian.tanggal,
        ringkasan: `Hari libur ditambahkan: ${tanggal(isian.tanggal)}, ${isian.nama}`,
        rincian: { sesudah: isian },
      });
    });
    this.simpanan.lupakan();
  }

  /**
   * Corrects a day off, or says that the office works that day after all.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `isian-tidak-sah`; `versi-berbeda` with both versions
   */
  async ubah(aktor: Aktor, id: number, versi: number, isian: IsianLibur): Promise<void> {
    periksa(aktor);
    await this.transaksi.jalankan(async (em) => {
      const lama = await ambil(em, id);
      const { affectedRows } = await tanpaGanda(isian.tanggal, () =>
        em.query<{ affectedRows: number }>(
          `UPDATE hari_libur SET tanggal = ?, nama = ?, jenis = ?, kepastian = ?, dasar = ?, berlaku = ?, versi = versi + 1
           WHERE id = ? AND versi = ?`,
          [...nilai(isian), id, versi],
        ),
      );
      if (affectedRows === 0)
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, 'hari-libur', lama.tanggal)),
          milikAnda: ringkas(isian),
          tersimpan: ringkas(lama),
        });
      await this.audit.catat(em, aktor, {
        aksi: 'libur.ubah',
        objek: 'hari-libur',
        objekId: isian.tanggal,
        ringkasan: isian.berlaku
          ? `Hari libur diubah: ${tanggal(isian.tanggal)}, ${isian.nama}`
          : `Hari libur ditiadakan: ${tanggal(isian.tanggal)}, ${isian.nama}`,
        rincian: { sebelum: lama, sesudah: isian },
      });
    });
    this.simpanan.lupakan();
  }
}

function periksa(aktor: Aktor): void {
  if (!bolehUbahSetelan(aktor)) throw new DomainError('tidak-berwenang');
}

const rapi = (b: BarisLibur): BarisLibur => ({ ...b, berlaku: Boolean(b.berlaku) });

async function ambil(em: EntityManager, id: number): Promise<BarisLibur> {
  const [baris] = await em.query<BarisLibur[]>(`${PILIH} WHERE id = ?`, [id]);
  if (!baris) throw new DomainError('tidak-ditemukan');
  return rapi(baris);
}

const nilai = (i: IsianLibur): unknown[] => [i.tanggal, i.nama, i.jenis, i.kepastian, i.dasar, i.berlaku ? 1 : 0];

async function tanpaGanda<T>(hari: string, tulis: () => Promise<T>): Promise<T> {
  try {
    return await tulis();
  } catch (galat) {
    if (!kunciGanda(galat)) throw galat;
    const pesan = `${hariTanggal(hari)} sudah ada dalam daftar. Ubah baris itu.`;
    throw new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang: 'tanggal', pesan }] });
  }
}

/** A day off as label and text, for the page that shows two versions side by side. */
function ringkas(i: IsianLibur): Record<string, string> {
  return {
    Tanggal: tanggal(i.tanggal),
    Nama: i.nama,
    Jenis: SEBUTAN_JENIS_LIBUR[i.jenis],
    Kepastian: i.kepastian === 'ketetapan' ? 'Ketetapan' : 'Perkiraan',
    Dasar: i.dasar,
    Keadaan: i.berlaku ? 'Libur' : 'Tidak libur',
  };
}
