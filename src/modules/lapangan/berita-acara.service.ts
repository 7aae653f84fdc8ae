import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { tanggalWib } from '../../common/tanggal.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { JejakKunjungan } from './jejak-kunjungan.js';
import { FOTO_MAKS, kekuranganBeritaAcara, potretBeritaAcara, rapikanBeritaAcara } from './kunjungan.aturan.js';
import { type Kunjungan } from './kunjungan.entity.js';
import {
  bacaBeritaAcara,
  bacaCalonPetugas,
  bacaFoto,
  bacaPetugas,
  buka,
  hapusFotoDraf,
  isianDari,
  kolomIsian,
  OBJEK,
  simpan,
  simpanPetugas,
} from './kunjungan.kueri.js';
import { TRANSISI_KUNJUNGAN } from './kunjungan.status.js';
import {
  type IsianBeritaAcara,
  type PerubahanFoto,
  SEBUTAN_SIKAP,
  type SikapOrmas,
  TANPA_FOTO,
} from './kunjungan.types.js';
import { PenerbitBeritaAcara } from './penerbit-berita-acara.js';
import { wajib } from './rencana-kunjungan.service.js';

/** The record of a visit: begun, written, signed off, opened again. The word of the officers who were there. */
@Injectable()
export class BeritaAcaraService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly jejak: JejakKunjungan,
    private readonly berkas: BerkasService,
    private readonly penerbit: PenerbitBeritaAcara,
  ) {}

  /**
   * Begins the record of a planned visit, with the planned officers.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `versi-berbeda`, `transisi-tidak-sah`
   */
  async mulai(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const kehendak = { Tindakan: 'Mulai berita acara' };
      const { k } = await buka(em, aktor, 'laksanakan', { id, versi, kehendak });
      const status = statusSetelah(TRANSISI_KUNJUNGAN, 'laksanakan', k.status);
      const kini = this.clock.sekarang();
      const hari = tanggalWib(kini);
      await simpan(em, k, { status, tanggalNyata: k.tanggal < hari ? k.tanggal : hari }, kini);
      await this.jejak.catat(em, aktor, id, {
        aksi: 'kunjungan.laksanakan',
        ormasId: k.ormasId,
        ringkasan: 'Kunjungan lapangan dilaksanakan; berita acara disusun',
      });
    });
  }

  /**
   * Keeps what is written so far, unfinished as it may be, with new photos, photos taken off, and captions.
   * @returns the new version
   * @throws DomainError as `mulai`; `versi-berbeda` with both records; `berkas-ditolak`
   */
  async tulis(aktor: Aktor, id: number, versi: number, isian: IsianBeritaAcara, foto = TANPA_FOTO): Promise<number> {
    return this.transaksi.jalankan(async (em) => {
      const semua = await bacaCalonPetugas(em, id);
      const kehendak = potretBeritaAcara(isian, semua, []);
      const { k } = await buka(em, aktor, 'tulis', { id, versi, kehendak }, async (x) =>
        potretBeritaAcara(isianDari(x, await this.idPetugas(em, id)), semua, await bacaFoto(em, id)),
      );
      if (k.status !== 'dilaksanakan')
        throw new DomainError('transisi-tidak-sah', 'Berita acara kunjungan ini tidak sedang disusun.');
      await simpan(em, k, kolomIsian(isian), this.clock.sekarang());
      await simpanPetugas(em, id, isian.petugas);
      const hilang = await this.ubahFoto(em, aktor, k, foto);
      await this.jejak.catat(em, aktor, id, {
        aksi: 'kunjungan.tulis',
        // What is unfinished is nobody's affair but the writers': the timeline of the ormas does not tell it.
        ormasId: null,
        ringkasan: 'Berita acara kunjungan disimpan sebagai draf',
        rincian: { foto: { tambah: foto.tambah.map((f) => f.siap.sha256), lepas: foto.lepas, hilang } },
      });
      return versi + 1;
    });
  }

  /**
   * Signs a record off: from now on it is numbered, printed, and read by the ormas, and the visit counts as a sign of
   * life where somebody was met. Every photo is read back from storage first.
   * @throws DomainError `isian-tidak-sah` with everything that is missing; `berkas-ditolak` naming a damaged photo; as
   *   `mulai`
   */
  async selesaikan(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const kehendak = { Tindakan: 'Selesaikan berita acara' };
      const { k, objek } = await buka(em, aktor, 'selesaikan', { id, versi, kehendak });
      const status = statusSetelah(TRANSISI_KUNJUNGAN, 'selesaikan', k.status);
      const [petugas, foto, lama] = [
        await bacaPetugas(em, id),
        await bacaFoto(em, id),
        (await bacaBeritaAcara(em, id))[0] ?? null,
      ];
      const kini = this.clock.sekarang();
      const ditulis = isianDari(
        k,
        petugas.map((p) => p.id),
      );
      const kurang = kekuranganBeritaAcara(ditulis, foto, tanggalWib(kini));
      if (kurang.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian: kurang });
      for (const f of foto)
        if (!(await this.berkas.utuh([f])))
          throw new DomainError(
            'berkas-ditolak',
            `Foto “${f.nama}” tidak lagi utuh di penyimpanan. Berita acara belum selesai; lampirkan ulang foto itu.`,
          );
      const isian = rapikanBeritaAcara(ditulis);
      await simpan(em, k, { ...kolomIsian(isian), status, selesaiPada: kini, ...TANPA_JAWABAN }, kini);
      const nomor = await this.penerbit.terbitkan(em, aktor, {
        ...{ k, nama: objek.nama, kelurahan: objek.kelurahan, isian, petugas, foto },
        lama: lama?.nomor ?? null,
      });
      await this.jejak.catat(em, aktor, id, {
        aksi: 'kunjungan.selesaikan',
        ormasId: k.ormasId,
        ringkasan: `Kunjungan lapangan ${tanggal(isian.tanggal ?? k.tanggal)} selesai, berita acara ${nomor}`,
        rincian: { nomor, ditemui: isian.ditemui, sikap: isian.sikap, foto: foto.map((f) => f.sha256) },
      });
      await this.jejak.beritahuOrmas(
        em,
        { id, versi: versi + 1, objek },
        {
          judul: `Berita acara kunjungan ${nomor} dapat dibaca`,
          isi: `Kunjungan ${tanggal(isian.tanggal ?? k.tanggal)} ke ${objek.nama}. ${kataSikap(isian.sikap ?? 'belum')}`,
        },
      );
    });
  }

  /**
   * Opens a record again by a recorded decision: it may be corrected and is signed off anew under another number. What
   * the ormas answered was about the old one and stands in the trail. Errors as `mulai`; `isian-tidak-sah` without reason.
   */
  async bukaKembali(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const kata = wajib(alasan, 'Tulis alasan membuka kembali berita acara ini.');
    await this.transaksi.jalankan(async (em) => {
      const kehendak = { Tindakan: 'Buka kembali berita acara', Alasan: kata };
      const { k, objek } = await buka(em, aktor, 'bukaKembali', { id, versi, kehendak });
      const status = statusSetelah(TRANSISI_KUNJUNGAN, 'bukaKembali', k.status);
      const kini = this.clock.sekarang();
      await simpan(em, k, { status, selesaiPada: null, ...TANPA_JAWABAN }, kini);
      await em.query('UPDATE berita_acara SET dicabut_pada = ? WHERE kunjungan_id = ? AND dicabut_pada IS NULL', [
        kini,
        id,
      ]);
      await this.jejak.catat(em, aktor, id, {
        aksi: 'kunjungan.buka-kembali',
        ormasId: k.ormasId,
        ringkasan: 'Berita acara kunjungan dibuka kembali untuk diperbaiki',
        rincian: { alasan: kata, ...(k.jawabSikap && { jawaban: k.jawabSikap, kata: k.jawabKata }) },
      });
      const kejadian = { id, versi: versi + 1, objek };
      const kabar = { judul: `Berita acara kunjungan diperbaiki: ${objek.nama}`, isi: `Alasannya: ${kata}` };
      await this.jejak.beritahuOrmas(em, kejadian, kabar);
      await this.jejak.beritahuPetugas(em, aktor, kejadian, objek.petugas, kabar);
    });
  }

  /** Leaves the printing of the record that holds anew after it failed. Errors as `mulai`. */
  async ulangiDokumen(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { k } = await buka(em, aktor, 'ulangiDokumen', { id, versi, kehendak: { Tindakan: 'Buat ulang dokumen' } });
      const [ba] = await bacaBeritaAcara(em, id);
      if (!ba || !(await this.penerbit.ulangi(em, ba.id)))
        throw new DomainError('transisi-tidak-sah', 'Dokumen ini tidak sedang gagal dibuat.');
      await this.jejak.catat(em, aktor, id, {
        aksi: 'kunjungan.ulangi-dokumen',
        ormasId: k.ormasId,
        ringkasan: `Dokumen berita acara ${ba.nomor} dibuat ulang`,
      });
    });
  }

  private async idPetugas(em: EntityManager, id: number): Promise<number[]> {
    return (await bacaPetugas(em, id)).map((p) => p.id);
  }

  /** @returns SHA-256 of the photos that are gone altogether */
  private async ubahFoto(em: EntityManager, aktor: Aktor, k: Kunjungan, p: PerubahanFoto): Promise<string[]> {
    for (const [id, keterangan] of Object.entries(p.keterangan))
      await em.query('UPDATE kunjungan_foto SET keterangan = ? WHERE id = ? AND kunjungan_id = ?', [
        keterangan,
        Number(id),
        k.id,
      ]);
    // What no signed record shows goes with the room that it took; what one shows keeps its row.
    const hilang = await hapusFotoDraf(em, k.id, p.lepas);
    await this.berkas.lepaskan(
      em,
      hilang.map((f) => f.berkasId),
    );
    if (p.lepas.length > 0)
      await em.query('UPDATE kunjungan_foto SET dilepas_pada = ? WHERE kunjungan_id = ? AND id IN (?)', [
        this.clock.sekarang(),
        k.id,
        p.lepas,
      ]);
    const sidik = hilang.map((f) => f.sha256);
    if (p.tambah.length === 0) return sidik;
    if ((await bacaFoto(em, k.id)).length + p.tambah.length > FOTO_MAKS)
      throw new DomainError('berkas-ditolak', `Satu berita acara paling banyak memuat ${FOTO_MAKS} foto.`);
    // Taken by the office: they fill nobody's share of the storage but the officer's own of a day.
    const pemilik = { objek: OBJEK, objekId: k.id, ormasId: null, dibuatOleh: aktor.id };
    const berkasId = await this.berkas.catatBanyak(
      em,
      p.tambah.map(({ siap }) => ({ siap, pemilik })),
    );
    for (const [i, f] of p.tambah.entries())
      await em.query('INSERT INTO kunjungan_foto (kunjungan_id, berkas_id, keterangan) VALUES (?, ?, ?)', [
        k.id,
        berkasId[i],
        f.keterangan,
      ]);
    return sidik;
  }
}

/** What the ormas is asked for: what it has said on the spot is not asked again. */
const kataSikap = (sikap: SikapOrmas): string =>
  sikap === 'belum'
    ? 'Baca temuannya, lalu nyatakan setuju atau tidak.'
    : `Sikap Anda sudah tercatat di tempat: ${SEBUTAN_SIKAP[sikap].toLowerCase()}.`;

const TANPA_JAWABAN = { jawabSikap: null, jawabKata: '', jawabPada: null, jawabOleh: null } as const;
