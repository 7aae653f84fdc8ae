import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { tanggalSah, tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { NotifikasiService } from '../notifikasi/notifikasi.service.js';
import { pastikanBukanGabungan } from '../ormas/gabungan-ormas.service.js';
import { SEBUTAN_PEMBINAAN } from '../ormas/sanksi.js';
import { kabarPembinaan } from './kabar-pembinaan.js';
import { galatPembinaan, kataPembinaan, samaPembinaan } from './pembinaan.aturan.js';
import { Pembinaan } from './pembinaan.entity.js';
import { bacaLampiran, bacaOrmasPembinaan, kunciPembinaan, objekDari, type OrmasPembinaan } from './pembinaan.kueri.js';
import {
  type AksiPembinaan,
  berwenangPembinaan,
  bolehKelolaPembinaan,
  bolehLihatPembinaan,
  bolehPembinaan,
} from './pembinaan.policy.js';
import { type BerkasPembinaan, type IsianPembinaan } from './pembinaan.types.js';

const OBJEK = 'pembinaan';
/** Files of one row. */
export const BERKAS_MAKS = 6;
const TANPA_BERKAS: BerkasPembinaan = { tambah: [], lepas: [] };

/** The log of guidance and sanctions: recorded with date and basis, never decided here (UU 16/2017). Nothing is deleted. */
@Injectable()
export class PembinaanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly notifikasi: NotifikasiService,
  ) {}

  /**
   * What speaks against recording it so; nothing is written.
   * @returns one sentence per field, empty when it may be recorded
   */
  periksa(isian: IsianPembinaan): GalatIsian[] {
    return galatPembinaan(isian, this.hari());
  }

  /**
   * Records what happened, and tells the ormas and the OPD of its cluster. The standing of the ormas stays as it is.
   * @returns the id of the row (its version is 1)
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `isian-tidak-sah`, `berkas-ditolak`
   */
  async catat(aktor: Aktor, ormasId: number, isian: IsianPembinaan, berkas = TANPA_BERKAS): Promise<number> {
    return this.transaksi.jalankan(async (em) => {
      const ormas = await bacaOrmasPembinaan(em, ormasId);
      if (!bolehLihatPembinaan(aktor, ormas)) throw new DomainError('tidak-ditemukan');
      if (!bolehKelolaPembinaan(aktor)) throw new DomainError('tidak-berwenang');
      this.pastikan(isian);
      await pastikanBukanGabungan(em, ormasId);
      const id = await this.sisip(em, aktor, ormasId, isian);
      await this.lampirkanKe(em, aktor, { id, ormasId }, berkas.tambah);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'pembinaan.catat', objek: OBJEK, objekId: id, ormasId },
        ringkasan: `${SEBUTAN_PEMBINAAN[isian.jenis]} dicatat: ${isian.nomor ?? isian.dasar}`,
        rincian: { isi: kataPembinaan(isian), berkas: berkas.tambah.map((b) => b.sha256) },
      });
      await this.kabari(em, 'catat', { ...isian, id, versi: 1 }, ormas);
      return id;
    });
  }

  /**
   * Records that it is over: its last day and on what that rests.
   * @param akhir `sampai` the last day in force, 'YYYY-MM-DD', not in the future
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `isian-tidak-sah`, `transisi-tidak-sah`, `versi-berbeda`
   *   with both values, `berkas-ditolak`
   */
  async akhiri(
    aktor: Aktor,
    id: number,
    versi: number,
    akhir: { sampai: string; dasar: string },
    berkas = TANPA_BERKAS,
  ): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const kehendak = {
        'Hari terakhir': tanggalSah(akhir.sampai) ? tanggal(akhir.sampai) : akhir.sampai,
        'Dasar berakhirnya': akhir.dasar,
      };
      const { p, ormas } = await this.buka(em, aktor, 'akhiri', { id, versi, milikAnda: kehendak });
      const galat = this.galatAkhir(p, akhir);
      if (galat.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
      const { sampai, dasar } = akhir;
      await em.update(Pembinaan, { id, versi }, { sampai, akhirDasar: dasar.slice(0, 300), versi: versi + 1 });
      await this.lampirkanKe(em, aktor, p, berkas.tambah);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'pembinaan.akhiri', objek: OBJEK, objekId: id, ormasId: p.ormasId },
        ringkasan: `${SEBUTAN_PEMBINAAN[p.jenis]} berakhir ${tanggal(sampai)}`,
        rincian: {
          sebelum: { 'Hari terakhir': kataPembinaan(p)['Hari terakhir'] },
          sesudah: { 'Hari terakhir': tanggal(sampai) },
          alasan: dasar,
        },
      });
      await this.kabari(em, 'akhiri', { ...p, sampai, versi: versi + 1 }, ormas);
    });
  }

  /** What speaks against an end. */
  galatAkhir(p: Pick<IsianPembinaan, 'tanggal'>, akhir: { sampai: string; dasar: string }): GalatIsian[] {
    const galat: GalatIsian[] = [];
    if (akhir.sampai === '') galat.push({ bidang: 'sampai', pesan: 'Isi hari terakhirnya.' });
    else if (!tanggalSah(akhir.sampai))
      galat.push({ bidang: 'sampai', pesan: 'Tanggal ini tidak ada dalam kalender.' });
    else if (akhir.sampai < p.tanggal)
      galat.push({ bidang: 'sampai', pesan: `Mulainya ${tanggal(p.tanggal)}. Isi tanggal itu atau sesudahnya.` });
    else if (akhir.sampai > this.hari())
      galat.push({ bidang: 'sampai', pesan: 'Isi tanggal hari ini atau yang sudah lewat.' });
    if (akhir.dasar.length < 5)
      galat.push({ bidang: 'dasar', pesan: 'Tulis dasarnya, misalnya surat atau masanya yang habis.' });
    return galat;
  }

  /** Attaches files to a row that has been recorded. Errors as `akhiri`; `berkas-ditolak` beyond six. */
  async lampirkan(aktor: Aktor, id: number, versi: number, berkas: BerkasPembinaan): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { p } = await this.buka(em, aktor, 'lampirkan', { id, versi, milikAnda: {} });
      if (berkas.tambah.length === 0) throw salah('dokumen', 'Pilih berkasnya.');
      await em.update(Pembinaan, { id, versi }, { versi: versi + 1 });
      await this.lampirkanKe(em, aktor, p, berkas.tambah);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'pembinaan.lampirkan', objek: OBJEK, objekId: id, ormasId: p.ormasId },
        ringkasan: `Dokumen dilampirkan pada catatan ${SEBUTAN_PEMBINAAN[p.jenis].toLowerCase()}`,
        rincian: { berkas: berkas.tambah.map((b) => b.sha256) },
      });
    });
  }

  /**
   * Puts a wrong row right: a new row takes its place and keeps the files that are not let go; the wrong one stays,
   * struck through, with the reason.
   * @returns the id of the new row
   * @throws DomainError as `akhiri`
   */
  async koreksi(
    aktor: Aktor,
    id: number,
    versi: number,
    isi: { isian: IsianPembinaan; alasan: string },
    berkas = TANPA_BERKAS,
  ): Promise<number> {
    const { isian, alasan } = isi;
    return this.transaksi.jalankan(async (em) => {
      const { p, ormas } = await this.buka(em, aktor, 'koreksi', {
        id,
        versi,
        milikAnda: { ...kataPembinaan(isian), Alasan: alasan },
      });
      this.pastikan(isian);
      pastikanAlasan(alasan);
      if (samaPembinaan(p, isian) && berkas.tambah.length === 0 && berkas.lepas.length === 0)
        throw salah('jenis', 'Belum ada yang berbeda. Ubah yang keliru, atau batalkan catatannya.');
      await this.gugurkan(em, aktor, p, alasan);
      const akhirDasar = isian.sampai === null ? null : p.akhirDasar;
      const baru = await this.sisip(em, aktor, p.ormasId, isian, { menggantikanId: id, akhirDasar });
      const tetap = (await bacaLampiran(em, id)).filter((b) => !berkas.lepas.includes(b.id));
      for (const b of tetap)
        await em.query('INSERT INTO pembinaan_berkas (pembinaan_id, berkas_id) VALUES (?, ?)', [baru, b.berkasId]);
      await this.lampirkanKe(em, aktor, { id: baru, ormasId: p.ormasId }, berkas.tambah);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'pembinaan.koreksi', objek: OBJEK, objekId: baru, ormasId: p.ormasId },
        ringkasan: `Catatan ${SEBUTAN_PEMBINAAN[p.jenis].toLowerCase()} dikoreksi: ${isian.nomor ?? isian.dasar}`,
        rincian: { sebelum: kataPembinaan(p), sesudah: kataPembinaan(isian), alasan, menggantikan: id },
      });
      await this.kabari(em, 'koreksi', { ...isian, id: baru, versi: 1 }, ormas);
      return baru;
    });
  }

  /** Says that a row should never have been; it stays, struck through, with the reason. Errors as `akhiri`. */
  async batalkan(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { p, ormas } = await this.buka(em, aktor, 'batalkan', {
        id,
        versi,
        milikAnda: { Keadaan: 'Dibatalkan', Alasan: alasan },
      });
      pastikanAlasan(alasan);
      await this.gugurkan(em, aktor, p, alasan);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'pembinaan.batalkan', objek: OBJEK, objekId: id, ormasId: p.ormasId },
        ringkasan: `Catatan ${SEBUTAN_PEMBINAAN[p.jenis].toLowerCase()} dibatalkan: ${p.nomor ?? p.dasar}`,
        rincian: { isi: kataPembinaan(p), alasan },
      });
      await this.kabari(em, 'batalkan', { ...p, versi: versi + 1 }, ormas);
    });
  }

  /** Locks the row and asks, in this order: may one see it, may one do this, has one seen its present version, may it be now. */
  private async buka(
    em: EntityManager,
    aktor: Aktor,
    aksi: AksiPembinaan,
    { id, versi, milikAnda }: { id: number; versi: number; milikAnda: Record<string, string> },
  ): Promise<{ p: Pembinaan; ormas: OrmasPembinaan }> {
    const p = await kunciPembinaan(em, id);
    const ormas = await bacaOrmasPembinaan(em, p.ormasId);
    const objek = objekDari(p, ormas, this.hari());
    if (!bolehLihatPembinaan(aktor, ormas)) throw new DomainError('tidak-ditemukan');
    if (!berwenangPembinaan(aktor, aksi, objek)) throw new DomainError('tidak-berwenang');
    if (p.versi !== versi) {
      const kini: Record<string, string> = {
        ...kataPembinaan(p),
        Keadaan: p.batalPada === null ? 'Tercatat' : 'Dibatalkan',
        'Dasar berakhirnya': p.akhirDasar ?? '',
        Alasan: p.batalAlasan ?? '',
      };
      const tersimpan = Object.fromEntries(Object.keys(milikAnda).map((k) => [k, kini[k] ?? '']));
      const terakhir = await terakhirDiubah(em, OBJEK, id);
      throw new DomainError('versi-berbeda', undefined, { ...terakhir, milikAnda, tersimpan });
    }
    if (!bolehPembinaan(aktor, aksi, objek))
      throw new DomainError(
        'transisi-tidak-sah',
        objek.keadaan === 'batal'
          ? 'Catatan ini sudah dibatalkan sehingga tidak dapat diubah lagi.'
          : 'Hari terakhirnya sudah tercatat. Bila keliru, koreksi catatannya.',
      );
    return { p, ormas };
  }

  private async sisip(
    em: EntityManager,
    aktor: Aktor,
    ormasId: number,
    isian: IsianPembinaan,
    lain: { menggantikanId: number | null; akhirDasar: string | null } = { menggantikanId: null, akhirDasar: null },
  ): Promise<number> {
    const { identifiers } = await em.insert(Pembinaan, {
      ...{ ...isian, ...lain, ormasId, versi: 1 },
      ...{ dicatatOleh: aktor.id, dicatatPada: this.clock.sekarang() },
    });
    return (identifiers[0] as { id: number }).id;
  }

  private async gugurkan(em: EntityManager, aktor: Aktor, p: Pembinaan, alasan: string): Promise<void> {
    await em.update(
      Pembinaan,
      { id: p.id, versi: p.versi },
      {
        ...{ batalPada: this.clock.sekarang(), batalOleh: aktor.id, batalAlasan: alasan.slice(0, 300) },
        versi: p.versi + 1,
      },
    );
  }

  private async lampirkanKe(
    em: EntityManager,
    aktor: Aktor,
    p: { id: number; ormasId: number },
    tambah: BerkasPembinaan['tambah'],
  ): Promise<void> {
    if (tambah.length === 0) return;
    if ((await bacaLampiran(em, p.id)).length + tambah.length > BERKAS_MAKS)
      throw new DomainError('berkas-ditolak', `Satu catatan paling banyak memuat ${BERKAS_MAKS} berkas.`);
    const pemilik = { objek: OBJEK, objekId: p.id, ormasId: p.ormasId, dibuatOleh: aktor.id };
    for (const b of await this.berkas.catatBanyak(
      em,
      tambah.map((siap) => ({ siap, pemilik })),
    ))
      await em.query('INSERT INTO pembinaan_berkas (pembinaan_id, berkas_id) VALUES (?, ?)', [p.id, b]);
  }

  private async kabari(em: EntityManager, ...[apa, p, ormas]: Parameters<typeof kabarPembinaan>): Promise<void> {
    await this.notifikasi.titip(em, ...kabarPembinaan(apa, p, ormas));
  }

  private pastikan(isian: IsianPembinaan): void {
    const galat = this.periksa(isian);
    if (galat.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }
}

function pastikanAlasan(alasan: string): void {
  if (alasan.length < 5) throw salah('alasan', 'Tulis alasannya: apa yang keliru, dan dari mana diketahui.');
}

const salah = (bidang: string, pesan: string): DomainError =>
  new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang, pesan }] });
