import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor, type Peran } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { angka } from '../../common/format.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { type RegisterTerurai } from './impor/baca-register.js';
import { type Lembar } from './impor/csv.js';
import { periksaBaris } from './impor/periksa-baris.js';
import { type HasilBaca } from './impor/register.types.js';
import { kenaliTataLetak, type TataLetak } from './impor/tata-letak.js';
import { ImporService } from './impor.service.js';
import { bolehDaftarkan } from './ormas.policy.js';

interface BarisImpor {
  berkas: string;
  tataLetak: TataLetak;
  sandi: Lembar['sandi'];
  judul: string;
  akunId: number;
  nama: string;
  peran: Peran;
  aktif: number;
}

interface BarisTersimpan {
  nomor: number;
  sampai: number;
  sel: string;
  hasil: string;
}

/**
 * The worker's side of taking a preview in: all of it in one transaction, checked and compared once more while the
 * register stands still. Should it no longer be what the officer agreed to, nothing is stored and the preview says what
 * has changed.
 */
@Injectable()
export class ImporMasukkanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly impor: ImporService,
    private readonly clock: Clock,
  ) {}

  /** Stores the lines of a preview that can be taken. Idempotent: what is stored is marked so in the same transaction. */
  async masukkan(id: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const impor = await this.baca(em, id);
      if (!impor) return;
      const aktor: Aktor = { id: impor.akunId, nama: impor.nama, peran: impor.peran, opdId: null, ormasId: null };
      if (!impor.aktif || !bolehDaftarkan(aktor)) return this.kembalikan(em, id, 'Akun pengirim tidak lagi berwenang.');
      const tersimpan = await em.query<BarisTersimpan[]>(
        'SELECT nomor, sampai, sel, hasil FROM impor_baris WHERE impor_id = ? AND dilewati = 0 ORDER BY nomor',
        [id],
      );
      const hasil = await this.impor.cocokkanTerkunci(em, await this.periksa(impor, tersimpan));
      const berubah = await this.perbaruiPratinjau(em, id, tersimpan, hasil);
      if (berubah > 0) return this.kembalikan(em, id, pesanBerubah(berubah));
      await this.impor.daftarkan(em, aktor, hasil, {
        berkas: impor.berkas,
        // Outside of the transaction, so that it is seen while that is still open.
        lapor: async (selesai) => {
          await this.db.query("UPDATE impor SET diproses = ? WHERE id = ? AND status = 'memasukkan'", [selesai, id]);
        },
      });
      await em.query(
        "UPDATE impor SET status = 'selesai', masuk = ?, diproses = ?, selesai_pada = ?, versi = versi + 1 WHERE id = ?",
        [hasil.diterima.length, hasil.diterima.length, this.clock.sekarang(), id],
      );
    });
  }

  /** Records on the row that it was given up: nothing is stored, and it may be tried again. */
  async menyerah(id: number, galat: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      if (await this.baca(em, id))
        await this.kembalikan(em, id, `Berkas ini gagal dimasukkan, dan tidak satu baris pun tersimpan. ${galat}`);
    });
  }

  /** The preview while it is to be taken in; the lock that keeps two workers apart is that of the register. */
  private async baca(em: EntityManager, id: number): Promise<BarisImpor | undefined> {
    await em.query("SELECT nama FROM kunci_kerja WHERE nama = 'impor-register' FOR UPDATE");
    const [impor] = await em.query<BarisImpor[]>(
      `SELECT i.berkas, i.tata_letak AS tataLetak, i.sandi, i.judul, a.id AS akunId, a.nama, a.peran, a.aktif
       FROM impor i JOIN akun a ON a.id = i.dibuat_oleh WHERE i.id = ? AND i.status = 'memasukkan'`,
      [id],
    );
    return impor;
  }

  private async periksa(impor: BarisImpor, baris: readonly BarisTersimpan[]): Promise<RegisterTerurai> {
    const peta = kenaliTataLetak(JSON.parse(impor.judul) as string[], 1);
    const rujukan = await this.impor.rujukan();
    return {
      tataLetak: impor.tataLetak,
      sandi: impor.sandi,
      data: baris.map((b) => {
        const rekaman = { baris: b.nomor, sampai: b.sampai, sel: JSON.parse(b.sel) as string[] };
        return { nomor: b.nomor, ...periksaBaris(rekaman, peta, rujukan) };
      }),
    };
  }

  /** Writes what has changed since the preview into its lines. @returns how many lines that is */
  private async perbaruiPratinjau(
    em: EntityManager,
    id: number,
    tersimpan: readonly BarisTersimpan[],
    hasil: HasilBaca,
  ): Promise<number> {
    const ganda = new Map(hasil.ganda.map((g) => [g.baris, g]));
    const ditolak = new Map(hasil.ditolak.map((d) => [d.baris, d.alasan]));
    let berubah = 0;
    for (const { nomor, hasil: lama } of tersimpan) {
      const g = ganda.get(nomor);
      const kini = g ? 'ganda' : ditolak.has(nomor) ? 'ditolak' : 'diterima';
      if (kini === lama) continue;
      berubah++;
      await em.query(
        `UPDATE impor_baris SET hasil = ?, alasan = ?, kembaran = ?, kembaran_ormas = ?, versi = versi + 1
         WHERE impor_id = ? AND nomor = ?`,
        [kini, g?.sebab ?? ditolak.get(nomor) ?? null, g?.kembaran ?? null, g?.ormasId ?? null, id, nomor],
      );
    }
    return berubah;
  }

  private async kembalikan(em: EntityManager, id: number, sebab: string): Promise<void> {
    await em.query(
      "UPDATE impor SET status = 'siap', diproses = jumlah, pesan = ?, versi = versi + 1 WHERE id = ? AND status = 'memasukkan'",
      [`${sebab} Belum ada yang dimasukkan.`.slice(0, 1000), id],
    );
  }
}

function pesanBerubah(baris: number): string {
  return `Register berubah sejak berkas ini diperiksa, sehingga hasil ${angka(baris)} baris ikut berubah. Periksa lagi barisnya, lalu masukkan kembali.`;
}
