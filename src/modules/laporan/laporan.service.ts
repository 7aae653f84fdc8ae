import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { buatKode } from '../../common/kode-periksa.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { type StatusPeriode } from '../penilaian/penilaian.types.js';
import { setelanKurang } from '../setelan/setelan.lengkap.js';
import { setelanPada } from '../setelan/setelan.service.js';
import {
  bolehBatalkanPengesahan,
  bolehLihatDaftarLaporan,
  bolehLihatLaporan,
  bolehSahkanLaporan,
  bolehSetujuiLaporan,
  bolehSusunLaporan,
  bolehUlangiLaporan,
  bolehUnduhLaporan,
  type ObjekPengesahan,
} from './laporan.policy.js';
import { angkaRingkas, type AngkaRingkas } from './laporan.data.js';
import { alasanBelumAkhir } from './laporan.kata.js';
import { nomorBerikut } from './laporan.nomor.js';
import { LaporanQueue } from './laporan.queue.js';
import { type BagianRingkas, type LaporanRingkas, type Pengesahan, type TahunLaporan } from './laporan.types.js';

const PILIH = `SELECT l.id, p.tahun, COALESCE(l.nomor, '') AS nomor, l.status, l.jumlah, l.selesai, l.halaman, f.ukuran,
    f.sha256, l.berkas_id AS berkasId, l.hitung_id AS hitungId, p.hitung_id <> l.hitung_id AS usang,
    l.sementara, p.status <> 'ditutup' AS terbuka, t.selesai_pada AS dihitungPada, a.nama AS dibuatOleh,
    l.dibuat_pada AS dibuatPada, l.selesai_pada AS selesaiPada, s.nama AS disetujuiOleh, l.disetujui_pada AS disetujuiPada,
    h.nama AS disahkanOleh, l.disahkan_pada AS disahkanPada, l.galat, l.versi
  FROM laporan l JOIN periode p ON p.id = l.periode_id JOIN hitung t ON t.id = l.hitung_id
    LEFT JOIN berkas f ON f.id = l.berkas_id
    LEFT JOIN akun a ON a.id = l.dibuat_oleh LEFT JOIN akun s ON s.id = l.disetujui_oleh
    LEFT JOIN akun h ON h.id = l.disahkan_oleh`;

export { type AngkaRingkas };

type Tanda = 'usang' | 'sementara' | 'terbuka';
type Baris = Omit<LaporanRingkas, Tanda | 'pengesahan' | 'kurang'> & Record<Tanda, 0 | 1> & { sha256: string | null };

/** One report opened: with its parts and the SHA-256 of its file. */
export interface LaporanRincian extends LaporanRingkas {
  sha256: string | null;
  bagian: BagianRingkas[];
}

/**
 * Reports as their readers see them: asking for one, taking a failed one up again, approving, reading. Rendering is the
 * worker's side (`jobs/`); between the two stand only the rows and the outbox.
 */
@Injectable()
export class LaporanService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly queue: LaporanQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for the annual report over the run that counts; while one over the same run is being made, that one is returned.
   * While the period is open the report is provisional: marked so on every page and never ratified.
   * @returns id of the report
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan` (no such period), `transisi-tidak-sah` (not yet scored)
   */
  async susun(aktor: Aktor, tahun: number): Promise<number> {
    if (!bolehSusunLaporan(aktor)) throw new DomainError('tidak-berwenang');
    return this.transaksi.jalankan(async (em) => {
      const [periode] = await em.query<{ id: number; hitung_id: number | null; status: StatusPeriode }[]>(
        'SELECT id, hitung_id, status FROM periode WHERE tahun = ? FOR UPDATE',
        [tahun],
      );
      if (!periode) throw new DomainError('tidak-ditemukan', `Belum ada periode penilaian tahun ${tahun}.`);
      if (periode.hitung_id === null)
        throw new DomainError(
          'transisi-tidak-sah',
          `IKO tahun ${tahun} belum dihitung. Hitung IKO dahulu, lalu susun laporannya.`,
        );
      const sementara = periode.status !== 'ditutup';
      const [berjalan] = await em.query<{ id: number }[]>(
        `SELECT id FROM laporan WHERE periode_id = ? AND hitung_id = ? AND sementara = ?
           AND status IN ('menunggu', 'dibuat') ORDER BY id DESC LIMIT 1`,
        [periode.id, periode.hitung_id, sementara],
      );
      if (berjalan) return berjalan.id;
      const kini = this.clock.sekarang();
      const { insertId } = await em.query<{ insertId: number }>(
        `INSERT INTO laporan (jenis, periode_id, hitung_id, status, nomor, kode, sementara, dibuat_oleh, dibuat_pada)
         VALUES ('tahunan', ?, ?, 'menunggu', ?, ?, ?, ?, ?)`,
        [
          periode.id,
          periode.hitung_id,
          await nomorBerikut(em, sementara, kini),
          sementara ? null : buatKode(),
          sementara,
          aktor.id,
          kini,
        ],
      );
      await this.queue.titipSiapkan(em, insertId, 0);
      await this.audit.catat(em, aktor, {
        aksi: 'laporan.susun',
        objek: 'laporan',
        objekId: insertId,
        ringkasan: `Laporan ${sementara ? 'sementara' : 'tahunan'} ${tahun} mulai disusun.`,
      });
      return insertId;
    });
  }

  /**
   * Takes a failed report up where it stopped: parts that are done stay done.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `transisi-tidak-sah`, `versi-berbeda`
   */
  async ulangi(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.transaksi.jalankan((em) => this.ulangiDalam(em, aktor, id, versi));
  }

  /** `ulangi` within the transaction of who asks for it. */
  async ulangiDalam(em: EntityManager, aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.tindakDalam(em, { aktor, id, versi }, bolehUlangiLaporan, async (em, l) => {
      await em.query(
        'UPDATE laporan SET status = ?, galat = NULL, ulangan = ulangan + 1, versi = versi + 1 WHERE id = ?',
        [l.jumlah > 0 ? 'dibuat' : 'menunggu', id],
      );
      const ulangan = l.ulangan + 1;
      const sisa = await em.query<{ id: number }[]>(
        "SELECT id FROM laporan_bagian WHERE laporan_id = ? AND status = 'menunggu' ORDER BY urutan",
        [id],
      );
      if (l.jumlah === 0) await this.queue.titipSiapkan(em, id, ulangan);
      else if (sisa.length > 0)
        await this.queue.titipBagian(
          em,
          sisa.map((b) => b.id),
          ulangan,
        );
      else await this.queue.titipGabung(em, id, ulangan);
      return { aksi: 'laporan.ulangi', ringkasan: `Penyusunan laporan ${l.nomor} yang gagal dicoba lagi.` };
    });
  }

  /** The kabid approves a finished report of the run that counts. @throws DomainError as `ulangi` */
  async setujui(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.tindak(aktor, id, versi, bolehSetujuiLaporan, async (em, l) => {
      await em.query('UPDATE laporan SET disetujui_oleh = ?, disetujui_pada = ?, versi = versi + 1 WHERE id = ?', [
        aktor.id,
        this.clock.sekarang(),
        id,
      ]);
      return { aksi: 'laporan.setujui', ringkasan: `Laporan ${l.nomor} disetujui untuk disahkan.` };
    });
  }

  /** The kaban records the ratification of an approved report of the run that counts. @throws DomainError as `ulangi` */
  async sahkan(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.tindak(aktor, id, versi, bolehSahkanLaporan, async (em, l) => {
      await em.query('UPDATE laporan SET disahkan_oleh = ?, disahkan_pada = ?, versi = versi + 1 WHERE id = ?', [
        aktor.id,
        this.clock.sekarang(),
        id,
      ]);
      return { aksi: 'laporan.sahkan', ringkasan: `Laporan ${l.nomor} dicatat telah disahkan (tanda tangan basah).` };
    });
  }

  /**
   * Takes the last step back, with a reason that stays in the trail: the kaban a ratification (the approval stands), the
   * kabid an approval.
   * @param alasan 5 to 300 characters
   * @throws DomainError as `ulangi`, and `isian-tidak-sah` without a reason
   */
  async batalkanPengesahan(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const rapi = alasan.trim();
    if (rapi.length < 5 || rapi.length > 300)
      throw new DomainError('isian-tidak-sah', undefined, {
        isian: [{ bidang: 'alasan', pesan: 'Tuliskan alasan pembatalan, 5 sampai 300 huruf.' }],
      });
    await this.tindak(aktor, id, versi, bolehBatalkanPengesahan, async (em, l) => {
      const [kolom, apa] = l.disahkanPada ? ['disahkan', 'Pengesahan'] : ['disetujui', 'Persetujuan'];
      await em.query(`UPDATE laporan SET ${kolom}_oleh = NULL, ${kolom}_pada = NULL, versi = versi + 1 WHERE id = ?`, [
        id,
      ]);
      return { aksi: 'laporan.batalkan', ringkasan: `${apa} laporan ${l.nomor} dibatalkan: ${rapi}` };
    });
  }

  /** Every report that the reader may see, newest first. @throws DomainError `tidak-berwenang` */
  async daftar(aktor: Aktor): Promise<LaporanRingkas[]> {
    if (!bolehLihatDaftarLaporan(aktor)) throw new DomainError('tidak-berwenang');
    const baris = await this.db.query<Baris[]>(`${PILIH} ORDER BY p.tahun DESC, l.id DESC LIMIT 200`);
    return baris.map(lengkapi).filter((l) => bolehLihatLaporan(aktor, l));
  }

  /** One report with its parts. @throws DomainError `tidak-ditemukan` also when it is not for this reader */
  async rincian(aktor: Aktor, id: number): Promise<LaporanRincian> {
    const [baris] = await this.db.query<Baris[]>(`${PILIH} WHERE l.id = ?`, [id]);
    if (!baris || !bolehLihatLaporan(aktor, lengkapi(baris))) throw new DomainError('tidak-ditemukan');
    const bagian = await this.db.query<BagianRingkas[]>(
      'SELECT urutan, judul, status, halaman FROM laporan_bagian WHERE laporan_id = ? ORDER BY urutan',
      [id],
    );
    const kurang = await this.kurangPada(this.db.manager, baris);
    return { ...lengkapi(baris), kurang, sha256: baris.sha256, bagian };
  }

  /**
   * What the page that asks before approving or ratifying shows: the report, and who signs its paper.
   * @throws DomainError as the step itself
   */
  async tinjauPengesahan(
    aktor: Aktor,
    id: number,
    langkah: 'setujui' | 'sahkan',
  ): Promise<{ laporan: LaporanRincian; penandaTangan: string }> {
    const laporan = await this.rincian(aktor, id);
    tolakKecuali(langkah === 'setujui' ? bolehSetujuiLaporan : bolehSahkanLaporan, aktor, laporan);
    const { penandaTangan: p } = await setelanPada(this.db.manager, laporan.dibuatPada);
    return { laporan, penandaTangan: `${p.nama}, ${p.jabatan}` };
  }

  /** The figures of a run that a report speaks of. The caller has checked permission. */
  angka(hitungId: number): Promise<AngkaRingkas> {
    return angkaRingkas(this.db.manager, hitungId);
  }

  /** The newest finished report over a run that is (or is not) provisional, or null. The caller has checked permission. */
  async selesaiUntuk(hitungId: number, sementara: boolean): Promise<LaporanRincian | null> {
    const [baris] = await this.db.query<Baris[]>(
      `${PILIH} WHERE l.hitung_id = ? AND l.sementara = ? AND l.status = 'selesai' ORDER BY l.id DESC LIMIT 1`,
      [hitungId, sementara],
    );
    return baris ? { ...lengkapi(baris), sha256: baris.sha256, bagian: [] } : null;
  }

  /** Id of the stored file for a download. @throws DomainError `tidak-ditemukan` */
  async berkasUnduh(aktor: Aktor, id: number): Promise<string> {
    const l = await this.rincian(aktor, id);
    if (!bolehUnduhLaporan(aktor, l) || l.berkasId === null) throw new DomainError('tidak-ditemukan');
    return l.berkasId;
  }

  /** Whether the reader may open the file of a report; asked by the one door to stored files. */
  async bolehBacaBerkas(aktor: Aktor, id: number): Promise<boolean> {
    const [baris] = await this.db.query<Baris[]>(`${PILIH} WHERE l.id = ?`, [id]);
    return baris !== undefined && bolehUnduhLaporan(aktor, lengkapi(baris));
  }

  /** The years that have been scored, newest first: of these a report can be made. */
  async tahunTersedia(): Promise<TahunLaporan[]> {
    type BarisTahun = Omit<TahunLaporan, 'berjalan' | 'terbuka'> & Record<'berjalan' | 'terbuka', 0 | 1>;
    const baris = await this.db.query<BarisTahun[]>(
      `SELECT p.tahun, p.hitung_id AS hitungId, h.selesai_pada AS dihitungPada, p.status <> 'ditutup' AS terbuka,
         EXISTS (SELECT 1 FROM laporan l WHERE l.hitung_id = p.hitung_id AND l.sementara = (p.status <> 'ditutup')
           AND l.status IN ('menunggu', 'dibuat')) AS berjalan
       FROM periode p JOIN hitung h ON h.id = p.hitung_id ORDER BY p.tahun DESC`,
    );
    return baris.map((b) => ({ ...b, berjalan: isYa(b.berjalan), terbuka: isYa(b.terbuka) }));
  }

  /** What a report made now would lack; see `setelanKurang`. */
  async setelanKurang(): Promise<string[]> {
    return setelanKurang(await setelanPada(this.db.manager, this.clock.sekarang()));
  }

  /** What was missing on the paper of a final report; nobody signs another. */
  private async kurangPada(em: EntityManager, l: Baris): Promise<string[]> {
    return isYa(l.sementara) ? [] : setelanKurang(await setelanPada(em, l.dibuatPada));
  }

  /** One act on one report: locked, permitted, of the version that the person saw, and written to the trail. */
  private async tindak(
    aktor: Aktor,
    id: number,
    versi: number,
    boleh: (aktor: Aktor, objek: ObjekPengesahan) => boolean,
    lakukan: (em: EntityManager, l: Baris & { ulangan: number }) => Promise<{ aksi: string; ringkasan: string }>,
  ): Promise<void> {
    await this.transaksi.jalankan((em) => this.tindakDalam(em, { aktor, id, versi }, boleh, lakukan));
  }

  private async tindakDalam(
    em: EntityManager,
    { aktor, id, versi }: { aktor: Aktor; id: number; versi: number },
    boleh: (aktor: Aktor, objek: ObjekPengesahan) => boolean,
    lakukan: (em: EntityManager, l: Baris & { ulangan: number }) => Promise<{ aksi: string; ringkasan: string }>,
  ): Promise<void> {
    // With its period, so that no run becomes the one that counts between the look and the act.
    const [kunci] = await em.query<{ ulangan: number }[]>(
      'SELECT l.ulangan FROM laporan l JOIN periode p ON p.id = l.periode_id WHERE l.id = ? FOR UPDATE',
      [id],
    );
    const [baris] = await em.query<Baris[]>(`${PILIH} WHERE l.id = ?`, [id]);
    if (!kunci || !baris || !bolehLihatLaporan(aktor, lengkapi(baris))) throw new DomainError('tidak-ditemukan');
    if (baris.versi !== versi)
      throw new DomainError('versi-berbeda', undefined, await terakhirDiubah(em, 'laporan', id));
    tolakKecuali(boleh, aktor, { ...lengkapi(baris), kurang: await this.kurangPada(em, baris) });
    const catatan = await lakukan(em, { ...baris, ulangan: kunci.ulangan });
    await this.audit.catat(em, aktor, { ...catatan, objek: 'laporan', objekId: id });
  }
}

/** Refuses what is not permitted; where only the standing of the results is in the way, it says so. */
function tolakKecuali(boleh: (aktor: Aktor, o: ObjekPengesahan) => boolean, aktor: Aktor, l: LaporanRingkas): void {
  if (boleh(aktor, l)) return;
  if (!boleh(aktor, { ...l, usang: false, sementara: false, terbuka: false, kurang: [] }))
    throw new DomainError('tidak-berwenang');
  throw new DomainError('transisi-tidak-sah', alasanBelumAkhir(l)?.teks);
}

function lengkapi({ sha256: _, ...b }: Baris): LaporanRingkas {
  const pengesahan: Pengesahan = b.disahkanPada ? 'disahkan' : b.disetujuiPada ? 'disetujui' : 'belum';
  return { ...b, usang: isYa(b.usang), sementara: isYa(b.sementara), terbuka: isYa(b.terbuka), kurang: [], pengesahan };
}

/** A yes or no of SQL, which comes as a number, a text or nothing. */
function isYa(nilai: 0 | 1 | null): boolean {
  return Boolean(Number(nilai ?? 0));
}
