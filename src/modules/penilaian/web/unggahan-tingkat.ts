import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { DomainError, type GalatIsian } from '../../../common/domain-error.js';
import { ukuranBerkas } from '../../../common/format.js';
import { satuUnggahanDari } from '../../../infra/http/unggahan.js';
import { BerkasService } from '../../berkas/berkas.service.js';
import { KUOTA_ORMAS } from '../../berkas/berkas.types.js';
import { bersihkanNama } from '../../berkas/nama-berkas.js';
import { type BuktiDiminta } from '../lampiran-tingkat.js';

/** Places for new files in the form of a level; the saved page offers them anew. */
export const TEMPAT_BUKTI = ['berkas1', 'berkas2'] as const;
export type TempatBukti = (typeof TEMPAT_BUKTI)[number];

/** The caption field of a place. */
export const bidangKeterangan = (tempat: string): string => `ket_${tempat}`;

const KETERANGAN_MAKS = 300;

/** What a sent form asks for the files of a level, why some are not taken, and the captions typed for those. */
export interface HasilUnggah {
  bukti: BuktiDiminta;
  galat: GalatIsian[];
  ketikan: Readonly<Record<string, string>>;
}

const kuotaHabis = (nama: string): DomainError =>
  new DomainError(
    'berkas-ditolak',
    `Berkas “${bersihkanNama(nama)}” tidak disimpan: tempat penyimpanan ormas Anda (${ukuranBerkas(KUOTA_ORMAS)}) hampir habis. Isian lain tersimpan. Perkecil berkas itu, atau hubungi petugas.`,
  );

/** Takes the files of the form of a level in: checked and durable before the level is touched. */
@Injectable()
export class UnggahanTingkat {
  constructor(private readonly berkas: BerkasService) {}

  /**
   * @param ormasId whose place in storage the files take; null: the office's. The caller has checked that the sender
   * may attach files there
   */
  async ambil(req: Request, ormasId: number | null): Promise<HasilUnggah> {
    const isi = (req.body ?? {}) as Record<string, unknown>;
    const teks = (bidang: string): string => {
      const nilai = isi[bidang];
      return typeof nilai === 'string' ? nilai.trim().slice(0, KETERANGAN_MAKS) : '';
    };
    const tambah: BuktiDiminta['tambah'][number][] = [];
    const galat: GalatIsian[] = [];
    const ketikan: Record<string, string> = {};
    const banyak = (req.unggahan ?? []).length;
    let sisa = ormasId === null ? Infinity : banyak > 0 ? await this.berkas.sisaKuota(ormasId) : 0;
    for (const tempat of TEMPAT_BUKTI) {
      const keterangan = teks(bidangKeterangan(tempat));
      try {
        const u = satuUnggahanDari(req, tempat);
        if (!u) continue;
        if (u.ukuran > sisa) throw kuotaHabis(u.nama);
        const siap = await this.berkas.siapkan(u.jalur, u.nama);
        sisa -= siap.ukuran;
        tambah.push({ siap, keterangan });
      } catch (salah) {
        if (!(salah instanceof DomainError)) throw salah;
        galat.push({ bidang: tempat, pesan: salah.message });
        ketikan[bidangKeterangan(tempat)] = keterangan;
      }
    }
    const keterangan: Record<number, string> = {};
    for (const nama of Object.keys(isi)) {
      const id = /^keterangan_(\d{1,9})$/.exec(nama)?.[1];
      if (id) keterangan[Number(id)] = teks(nama);
    }
    const hapus = [isi.hapus ?? []].flat().map(Number).filter(Number.isSafeInteger);
    const rujuk = teks('rujuk') ? [{ kunci: teks('rujuk'), keterangan: teks('ket_rujuk') }] : [];
    return { bukti: { tambah, hapus, keterangan, rujuk }, galat, ketikan };
  }
}
