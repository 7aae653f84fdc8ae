import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { JejakKoreksi } from './impor-jejak.js';
import { ImporPratinjauService } from './impor-pratinjau.service.js';
import { ImporService } from './impor.service.js';
import { type KunciGanda, PencocokGanda } from './impor/pencocok-ganda.js';
import { PencocokMirip } from './impor/pencocok-mirip.js';
import { kolomMirip, periksaSatu } from './impor/periksa-pratinjau.js';
import { kenaliTataLetak } from './impor/tata-letak.js';
import { bidangKolom, type HasilBaris } from './impor.types.js';
import { OrmasRegisterService } from './ormas-register.service.js';

interface BarisTerkunci {
  sampai: number;
  sel: string;
  selAsal: string | null;
  versi: number;
}

interface BarisCocok {
  nomor: number;
  kunci: string;
  hasil: HasilBaris;
  alasan: string | null;
  kembaran: number | null;
  mirip: number | null;
  miripOrmas: number | null;
}

/** Correcting and leaving out lines of a preview; whom they repeat is found anew each time. */
@Injectable()
export class ImporKoreksiService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly pratinjau: ImporPratinjauService,
    private readonly impor: ImporService,
    private readonly register: OrmasRegisterService,
    private readonly jejak: JejakKoreksi,
  ) {}

  /**
   * Puts other cells in place of those of a line. They are checked first, by the checker of every import; nothing is
   * kept of a line that still cannot be taken.
   * @param sel one cell per heading of the file
   * @throws DomainError `isian-tidak-sah` with a sentence per column, `versi-berbeda`, `tidak-ditemukan`, `transisi-tidak-sah`
   */
  async koreksi(aktor: Aktor, id: number, nomor: number, versi: number, sel: readonly string[]): Promise<void> {
    const rujukan = await this.impor.rujukan();
    await this.transaksi.jalankan(async (em) => {
      const { judul, berkas } = await this.pratinjau.untukDiubah(em, aktor, id);
      const peta = kenaliTataLetak(JSON.parse(judul ?? '[]') as string[], 1);
      const lama = await this.barisTerkunci(em, id, nomor);
      const selLama = JSON.parse(lama.sel) as string[];
      if (lama.versi !== versi) throw berbeda(peta.judul, sel, selLama);
      const hasil = periksaSatu({ baris: nomor, sampai: lama.sampai, sel: [...sel] }, peta, rujukan);
      if (hasil.kunci === null) {
        throw new DomainError('isian-tidak-sah', undefined, { isian: galatPerKolom(hasil.galat, peta.judul) });
      }
      const temuan = new PencocokGanda(await this.register.kunciSerupa(em, hasil.kunci, hasil.baris)).cari(hasil.kunci);
      await em.query(
        `UPDATE impor_baris SET sel = ?, sel_asal = COALESCE(sel_asal, ?), nama = ?, kunci = ?, hasil = ?, alasan = ?,
           catatan = ?, kembaran = NULL, kembaran_ormas = ?, mirip = NULL, mirip_ormas = ?, dilewati = 0, dikoreksi_oleh = ?, dikoreksi_pada = ?,
           versi = versi + 1 WHERE impor_id = ? AND nomor = ?`,
        [
          ...[JSON.stringify(sel), lama.sel, hasil.nama, JSON.stringify(hasil.kunci)],
          ...[temuan ? 'ganda' : 'diterima', temuan?.sebab ?? null],
          ...[hasil.catatan.length === 0 ? null : JSON.stringify(hasil.catatan), temuan?.ormasId ?? null],
          temuan === null ? await this.register.namaMirip(em, hasil.kunci, hasil.baris) : null,
          ...[aktor.id, this.jejak.kini(), id, nomor],
        ],
      );
      await this.cocokkanUlang(em, id);
      await this.pratinjau.sentuh(em, id);
      await this.jejak.koreksi(em, aktor, {
        id,
        nomor,
        berkas,
        kolom: peta.judul.filter((_, i) => (selLama[i] ?? '') !== (sel[i] ?? '')),
      });
    });
  }

  /** Leaves a line out, or takes it back among the others. Errors as `koreksi`. */
  async lewati(aktor: Aktor, id: number, nomor: number, versi: number, dilewati: boolean): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { berkas } = await this.pratinjau.untukDiubah(em, aktor, id);
      const lama = await this.barisTerkunci(em, id, nomor);
      if (lama.versi !== versi) throw new DomainError('versi-berbeda');
      await em.query('UPDATE impor_baris SET dilewati = ?, versi = versi + 1 WHERE impor_id = ? AND nomor = ?', [
        ...[dilewati ? 1 : 0, id, nomor],
      ]);
      await this.cocokkanUlang(em, id);
      await this.pratinjau.sentuh(em, id);
      await this.jejak.lewati(em, aktor, { id, nomor, berkas, dilewati });
    });
  }

  private async barisTerkunci(em: EntityManager, id: number, nomor: number): Promise<BarisTerkunci> {
    const [baris] = await em.query<BarisTerkunci[]>(
      'SELECT sampai, sel, sel_asal AS selAsal, versi FROM impor_baris WHERE impor_id = ? AND nomor = ? FOR UPDATE',
      [id, nomor],
    );
    if (!baris) throw new DomainError('tidak-ditemukan');
    return baris;
  }

  /**
   * Finds anew which lines repeat which other, or nearly have its name: a line that became another organisation may free those that repeated it.
   * What the register has stays as it was found; it is looked at once more, whole and locked, before anything is stored.
   */
  private async cocokkanUlang(em: EntityManager, id: number): Promise<void> {
    const baris = await em.query<BarisCocok[]>(
      `SELECT nomor, kunci, hasil, alasan, kembaran, mirip, mirip_ormas AS miripOrmas FROM impor_baris
       WHERE impor_id = ? AND kunci IS NOT NULL AND dilewati = 0 AND kembaran_ormas IS NULL ORDER BY nomor`,
      [id],
    );
    const pencocok = new PencocokGanda();
    const senada = new PencocokMirip();
    for (const b of baris) {
      const kunci = JSON.parse(b.kunci) as KunciGanda;
      const temuan = pencocok.cari(kunci);
      const [mirip] = kolomMirip(temuan || b.miripOrmas !== null ? null : senada.cari(kunci.nama));
      if (!temuan) {
        pencocok.catat(kunci, b.nomor);
        senada.catat(kunci.nama, b.nomor);
      }
      const kembaran = temuan?.kembaran ?? null;
      if (kembaran === b.kembaran && mirip === b.mirip && (temuan === null) === (b.hasil === 'diterima')) continue;
      await em.query(
        'UPDATE impor_baris SET hasil = ?, alasan = ?, kembaran = ?, mirip = ? WHERE impor_id = ? AND nomor = ?',
        [temuan ? 'ganda' : 'diterima', temuan?.sebab ?? null, kembaran, mirip, id, b.nomor],
      );
    }
  }
}

/** Faults of a line at the fields of its form: each begins with the heading of its column. */
function galatPerKolom(galat: readonly string[], judul: readonly string[]): GalatIsian[] {
  return galat.map((g) => {
    const i = judul.findIndex((j) => g.startsWith(`${j}: `));
    const pesan = i === -1 ? g : g.slice((judul[i] ?? '').length + 2);
    return {
      bidang: i === -1 ? 'baris' : bidangKolom(i),
      pesan: `${pesan.slice(0, 1).toUpperCase()}${pesan.slice(1)}.`,
    };
  });
}

function berbeda(judul: readonly string[], milikAnda: readonly string[], tersimpan: readonly string[]): DomainError {
  const isi = (sel: readonly string[]): Record<string, string> =>
    Object.fromEntries(judul.map((j, i) => [j, sel[i] ?? ''] as const).filter((_, i) => milikAnda[i] !== tersimpan[i]));
  return new DomainError('versi-berbeda', undefined, { milikAnda: isi(milikAnda), tersimpan: isi(tersimpan) });
}
