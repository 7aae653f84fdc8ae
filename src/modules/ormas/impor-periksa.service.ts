import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { Gudang } from '../../infra/storage/gudang.js';
import { SEL_MAKS } from './impor/isian.js';
import { type Peta } from './impor/tata-letak.js';
import { type BarisDiperiksa, kolomMirip, periksaSemua, uraiBaris } from './impor/periksa-pratinjau.js';
import { bacaLembar } from './impor/lembar-register.js';
import { type Lembar } from './impor/csv.js';
import { ImporService } from './impor.service.js';
import { type StatusImpor } from './impor.types.js';

/** Lines per transaction: seen as progress, and what is lost at most when the worker is killed. */
const POTONGAN = 500;
const KOLOM_BARIS = [
  'impor_id',
  'nomor',
  'sampai',
  'nama',
  'sel',
  'kunci',
  'hasil',
  'alasan',
  'catatan',
  'kembaran',
  'kembaran_ormas',
  'mirip',
  'mirip_ormas',
] as const;

interface BarisImpor {
  status: StatusImpor;
  sha256: string;
  diproses: number;
}

/**
 * The worker's side of a preview: reads the file and says of every line what would become of it. The lines that are
 * stored are the truth: a worker that takes over goes on behind the last of them, and a preview that was cancelled takes
 * no more.
 */
@Injectable()
export class ImporPeriksaService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly gudang: Gudang,
    private readonly impor: ImporService,
    private readonly clock: Clock,
  ) {}

  /** Checks the file of a preview. Idempotent. */
  async periksa(id: number): Promise<void> {
    const [impor] = await this.db.query<BarisImpor[]>('SELECT status, sha256, diproses FROM impor WHERE id = ?', [id]);
    if (!impor || !['menunggu', 'memeriksa'].includes(impor.status)) return;
    let berkas: { lembar: Lembar; peta: Peta };
    try {
      const lembar = await bacaLembar(await this.gudang.isi(impor.sha256));
      berkas = { lembar, peta: uraiBaris(lembar) };
    } catch (galat) {
      if (!(galat instanceof DomainError)) throw galat;
      return this.gagal(id, galat.message);
    }
    const { lembar, peta } = berkas;
    const data = lembar.rekaman.slice(1);
    await this.db.query(
      `UPDATE impor SET status = 'memeriksa', jumlah = ?, tata_letak = ?, sandi = ?, judul = ?, mulai_pada = COALESCE(mulai_pada, ?)
       WHERE id = ? AND status IN ('menunggu', 'memeriksa')`,
      [data.length, peta.tataLetak, lembar.sandi, JSON.stringify(peta.judul), this.clock.sekarang(), id],
    );
    const pencocok = await this.impor.pencocokBaris(this.db.manager);
    const rujukan = await this.impor.rujukan();
    for (let dari = 0; dari < data.length; dari += POTONGAN) {
      // Also what is stored already goes through the checker: later lines may repeat it.
      const potong = periksaSemua(data.slice(dari, dari + POTONGAN), peta, rujukan, pencocok);
      if (dari + potong.length > impor.diproses && !(await this.simpan(id, dari, potong))) return;
    }
    await this.db.query("UPDATE impor SET status = 'siap', versi = versi + 1 WHERE id = ? AND status = 'memeriksa'", [
      id,
    ]);
  }

  /** Records on the row that the checking was given up. */
  async menyerah(id: number, galat: string): Promise<void> {
    await this.gagal(id, `Pemeriksaan berhenti: ${galat} Hapus pratinjau ini, lalu kirim berkasnya lagi.`);
  }

  /** Stores one chunk unless another worker has; false when there is nothing to store into any more. */
  private async simpan(id: number, dari: number, potong: readonly BarisDiperiksa[]): Promise<boolean> {
    return this.transaksi.jalankan(async (em) => {
      const [kini] = await em.query<BarisImpor[]>('SELECT status, diproses FROM impor WHERE id = ? FOR UPDATE', [id]);
      if (kini?.status !== 'memeriksa') return false;
      if (kini.diproses > dari) return true;
      await sisipBanyak(
        em,
        'impor_baris',
        KOLOM_BARIS,
        potong.map((b) => [
          ...[
            id,
            b.nomor,
            b.sampai,
            b.nama,
            JSON.stringify(b.sel.map(potongSel)),
            b.kunci === null ? null : JSON.stringify(b.kunci),
          ],
          ...[b.hasil, b.alasan, b.catatan.length === 0 ? null : JSON.stringify(b.catatan), b.kembaran, b.ormasId],
          ...kolomMirip(b.mirip),
        ]),
      );
      await em.query('UPDATE impor SET diproses = ? WHERE id = ?', [dari + potong.length, id]);
      return true;
    });
  }

  private async gagal(id: number, pesan: string): Promise<void> {
    await this.db.query(
      "UPDATE impor SET status = 'gagal', pesan = ?, selesai_pada = ?, versi = versi + 1 WHERE id = ? AND status IN ('menunggu', 'memeriksa')",
      [pesan.slice(0, 1000), this.clock.sekarang(), id],
    );
  }
}

/** A refused cell is shown, never kept whole: one longer than the bound still shows that it is. */
const potongSel = (sel: string): string => (sel.length > SEL_MAKS ? sel.slice(0, SEL_MAKS + 1) : sel);
