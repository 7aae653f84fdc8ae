import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { angka, tanggal } from '../../common/format.js';
import { tambahHari, tanggalWib } from '../../common/tanggal.js';
import { setelahKomit, Transaksi } from '../../infra/database/transaksi.js';
import { terakhirDiubah } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { HariKlaster } from '../ormas/hari-klaster.js';
import { akhirTertutupTerkunci, bacaBidang, bacaPindah, bacaTetap } from './dampak.kueri.js';
import { KabarPemetaan, OBJEK_PEMETAAN } from './kabar-pemetaan.js';
import { periksaUsul, type RuasPeta, sidikPratinjau } from './pemetaan.aturan.js';
import { bolehUbahPemetaan } from './pemetaan.policy.js';
import { type UsulPemetaan } from './pemetaan.types.js';

interface OpdDikunci {
  id: number;
  kode: string;
  nama: string;
  berlakuDari: string;
  berlakuSampai: string | null;
}

const ALASAN_MAKS = 1000;

const salah = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang, pesan }] });

function alasanSah(alasan: string): string {
  const isi = alasan.trim();
  if (isi === '') throw salah('alasan', 'Tuliskan alasannya, misalnya nomor keputusan atau hasil rapat.');
  if (isi.length > ALASAN_MAKS) throw salah('alasan', `Alasan paling banyak ${angka(ALASAN_MAKS)} huruf.`);
  return isi;
}

/** Decisions on which OPD guides which bidang, from a day on. */
@Injectable()
export class PemetaanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly klaster: KlasterService,
    private readonly hariKlaster: HariKlaster,
    private readonly kabar: KabarPemetaan,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a bidang to another OPD from a day on, with a reason. What follows for each ormas is derived from the mapping by
   * date; nothing has to happen on the day itself.
   * @param sidik stands for the preview that the person has seen
   * @returns the id of the decision
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`; `isian-tidak-sah` (fields `opd`, `mulai`, `alasan`);
   * `versi-berbeda` when whom it moves is no longer what was shown
   */
  async ubah(aktor: Aktor, bidangId: number, usul: UsulPemetaan & { alasan: string; sidik: string }): Promise<number> {
    if (!bolehUbahPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    return this.transaksi.jalankan(async (em) => {
      const kini = this.clock.sekarang();
      const hari = tanggalWib(kini);
      const terkunci = await bacaBidang(em, bidangId, true);
      if (!terkunci) throw new DomainError('tidak-ditemukan');
      const { bidang, peta } = terkunci;
      const [baru] = await em.query<OpdDikunci[]>(
        `SELECT id, kode, nama, berlaku_dari AS berlakuDari, berlaku_sampai AS berlakuSampai FROM opd
         WHERE kode = ? FOR UPDATE`,
        [usul.opd],
      );
      const galat = periksaUsul({
        ...{ usul: { opdId: baru?.id ?? null, mulai: usul.mulai }, opd: baru ?? null, peta, hari },
        ...{ bidangBerakhir: bidang.berakhir, tertutup: await akhirTertutupTerkunci(em) },
      });
      const lama = peta.at(-1);
      if (galat.length > 0 || !baru || !lama) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
      const alasan = alasanSah(usul.alasan);
      const pindah = (await bacaPindah(em, bidangId, usul.mulai)).map((p) => p.id);
      const tetap = (await bacaTetap(em, bidangId)).map((t) => t.id);
      const { versi } = bidang;
      if (usul.sidik !== sidikPratinjau({ bidangId, versi, opdId: baru.id, mulai: usul.mulai, pindah, tetap }))
        throw new DomainError(
          'versi-berbeda',
          'Data berubah sejak pratinjau Anda dibuka. Periksa lagi siapa yang berpindah, lalu tetapkan.',
          await terakhirDiubah(em, 'bidang', bidangId),
        );
      await em.query('UPDATE bidang SET versi = versi + 1 WHERE id = ?', [bidangId]);
      await this.tulisPeta(em, bidangId, peta, { opdId: baru.id, mulai: usul.mulai, alasan });
      const { insertId: id } = await em.query<{ insertId: number }>(
        `INSERT INTO perubahan_pemetaan (bidang_id, opd_lama_id, opd_baru_id, berlaku_dari, alasan, pindah, tetap, dibuat_oleh, dibuat_pada)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [bidangId, lama.opdId, baru.id, usul.mulai, alasan, pindah.length, tetap.length, aktor.id, kini],
      );
      if (usul.mulai <= hari) await this.hariKlaster.selaraskan(em, [bidangId], hari);
      await this.kabar.diubah(em, aktor, {
        ...{ id, bidangId, bidang: bidang.nama, lamaId: lama.opdId, baruId: baru.id },
        ...{ mulai: usul.mulai, hari, alasan, pindah: pindah.length, tetap: tetap.length },
      });
      setelahKomit(em, () => this.klaster.lupakan());
      return id;
    });
  }

  /**
   * Takes back a decision that has not begun, with a reason; the OPD of today goes on.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`; `transisi-tidak-sah` once its day has come;
   * `isian-tidak-sah` (field `alasan`); `versi-berbeda`
   */
  async batalkan(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    if (!bolehUbahPemetaan(aktor)) throw new DomainError('tidak-berwenang');
    await this.transaksi.jalankan(async (em) => {
      const kini = this.clock.sekarang();
      const [p] = await em.query<
        {
          bidangId: number;
          lamaId: number;
          baruId: number;
          mulai: string;
          status: string;
          versi: number;
          pindah: number;
        }[]
      >(
        `SELECT bidang_id AS bidangId, opd_lama_id AS lamaId, opd_baru_id AS baruId, berlaku_dari AS mulai, status, versi,
           pindah FROM perubahan_pemetaan WHERE id = ?`,
        [id],
      );
      const terkunci = p ? await bacaBidang(em, p.bidangId, true) : null;
      if (!p || !terkunci) throw new DomainError('tidak-ditemukan');
      if (p.status !== 'ditetapkan' || p.mulai <= tanggalWib(kini))
        throw new DomainError(
          'transisi-tidak-sah',
          p.status === 'ditetapkan'
            ? `Perubahan ini sudah berlaku sejak ${tanggal(p.mulai)}. Balikkan dengan perubahan baru.`
            : 'Perubahan ini sudah tidak berlaku.',
        );
      const isi = alasanSah(alasan);
      const { affectedRows } = await em.query<{ affectedRows: number }>(
        `UPDATE perubahan_pemetaan SET status = 'dibatalkan', alasan_batal = ?, dibatalkan_oleh = ?, dibatalkan_pada = ?,
           versi = versi + 1 WHERE id = ? AND versi = ? AND status = 'ditetapkan'`,
        [isi, aktor.id, kini, id, versi],
      );
      if (affectedRows !== 1)
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, OBJEK_PEMETAAN, id)),
          milikAnda: { Keputusan: 'Batalkan', Alasan: isi },
          tersimpan: { Keputusan: 'Ditetapkan' },
        });
      await em.query('UPDATE bidang SET versi = versi + 1 WHERE id = ?', [p.bidangId]);
      await lepasTerakhir(em, terkunci.peta);
      await this.kabar.dibatalkan(em, aktor, { ...p, id, bidang: terkunci.bidang.nama, alasan: isi });
      setelahKomit(em, () => this.klaster.lupakan());
    });
  }

  /** The rows of the mapping say what holds and nothing else: one that another replaces on its first day goes. */
  private async tulisPeta(
    em: EntityManager,
    bidangId: number,
    peta: readonly RuasPeta[],
    { opdId, mulai, alasan }: { opdId: number; mulai: string; alasan: string },
  ): Promise<void> {
    const [sebelum, lama] = [peta.at(-2), peta.at(-1)];
    if (lama && lama.berlakuDari === mulai) {
      await em.query(
        `UPDATE perubahan_pemetaan SET status = 'diganti', versi = versi + 1
         WHERE bidang_id = ? AND berlaku_dari = ? AND status = 'ditetapkan'`,
        [bidangId, mulai],
      );
      if (sebelum?.opdId === opdId) return lepasTerakhir(em, peta);
      await em.query('UPDATE bidang_opd SET opd_id = ?, opd_usulan = NULL, alasan = ? WHERE id = ?', [
        ...[opdId, alasan, lama.id],
      ]);
      return;
    }
    if (lama) await em.query('UPDATE bidang_opd SET berlaku_sampai = ? WHERE id = ?', [tambahHari(mulai, -1), lama.id]);
    await em.query('INSERT INTO bidang_opd (bidang_id, opd_id, alasan, berlaku_dari) VALUES (?, ?, ?, ?)', [
      ...[bidangId, opdId, alasan, mulai],
    ]);
  }
}

/** The newest row goes, and the one before it holds until further notice again. */
async function lepasTerakhir(em: EntityManager, peta: readonly RuasPeta[]): Promise<void> {
  const [sebelum, terakhir] = [peta.at(-2), peta.at(-1)];
  if (!sebelum || !terakhir) throw new DomainError('transisi-tidak-sah');
  await em.query('DELETE FROM bidang_opd WHERE id = ?', [terakhir.id]);
  await em.query('UPDATE bidang_opd SET berlaku_sampai = NULL WHERE id = ?', [sebelum.id]);
}
