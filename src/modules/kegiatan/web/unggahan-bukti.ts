import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { ukuranBerkas } from '../../../common/format.js';
import { satuUnggahanDari } from '../../../infra/http/unggahan.js';
import { BerkasService } from '../../berkas/berkas.service.js';
import { KUOTA_ORMAS } from '../../berkas/berkas.types.js';
import { bersihkanNama } from '../../berkas/nama-berkas.js';
import { type BuktiBaru, type PerubahanBukti } from '../kegiatan.types.js';

/** Places for new files in the form: some photos and a document at a time; the saved page offers them anew. */
export const TEMPAT_BERKAS = ['foto1', 'foto2', 'foto3', 'dokumen1'] as const;
export type TempatBerkas = (typeof TEMPAT_BERKAS)[number];

/** The caption field of a place. */
export const bidangKeterangan = (tempat: TempatBerkas): string => `ket_${tempat}`;

const KETERANGAN_MAKS = 300;

/** The evidence in a sent form, and why some of its files are not taken. */
export interface HasilUnggah {
  bukti: PerubahanBukti;
  galat: GalatIsian[];
  /** Captions typed for files that were not taken. */
  keteranganDitolak: Partial<Record<TempatBerkas, string>>;
}

/** A form of which no file was looked at. */
export const TANPA_UNGGAHAN: Readonly<HasilUnggah> = {
  bukti: { tambah: [], hapus: [], keterangan: {} },
  galat: [],
  keteranganDitolak: {},
};

const kuotaHabis = (nama: string): DomainError =>
  new DomainError(
    'berkas-ditolak',
    `Berkas “${bersihkanNama(nama)}” tidak disimpan: tempat penyimpanan ormas Anda (${ukuranBerkas(KUOTA_ORMAS)}) hampir habis. Isian lain tersimpan. Perkecil berkas itu, atau hubungi petugas.`,
  );

/** Takes the files of the form of a report in: checked and durable before the report is touched. */
@Injectable()
export class UnggahanBukti {
  constructor(private readonly berkas: BerkasService) {}

  /** @param ormasId whose place in storage the files take; the caller has checked that the sender may write there */
  async ambil(req: Request, ormasId: number): Promise<HasilUnggah> {
    const isi = (req.body ?? {}) as Record<string, unknown>;
    const keteranganDari = (bidang: string): string => {
      const teks = isi[bidang];
      return typeof teks === 'string' ? teks.trim().slice(0, KETERANGAN_MAKS) : '';
    };
    const tambah: BuktiBaru[] = [];
    const galat: GalatIsian[] = [];
    const keteranganDitolak: HasilUnggah['keteranganDitolak'] = {};
    let sisa = (req.unggahan ?? []).length > 0 ? await this.berkas.sisaKuota(ormasId) : 0;
    for (const tempat of TEMPAT_BERKAS) {
      try {
        const u = satuUnggahanDari(req, tempat);
        if (!u) continue;
        if (u.ukuran > sisa) throw kuotaHabis(u.nama);
        const siap = await this.berkas.siapkan(u.jalur, u.nama);
        sisa -= siap.ukuran;
        tambah.push({ siap, keterangan: keteranganDari(bidangKeterangan(tempat)) });
      } catch (salah) {
        if (!(salah instanceof DomainError)) throw salah;
        galat.push({ bidang: tempat, pesan: salah.message });
        keteranganDitolak[tempat] = keteranganDari(bidangKeterangan(tempat));
      }
    }
    const hapus = [isi.hapus ?? []].flat().map(Number).filter(Number.isSafeInteger);
    const keterangan: Record<number, string> = {};
    for (const nama of Object.keys(isi)) {
      const id = /^keterangan_(\d{1,9})$/.exec(nama)?.[1];
      if (id) keterangan[Number(id)] = keteranganDari(nama);
    }
    return { bukti: { tambah, hapus, keterangan }, galat, keteranganDitolak };
  }
}
