import { Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { ukuranBerkas } from '../../common/format.js';
import { satuUnggahanDari, type Unggahan, unggahanDari } from '../../infra/http/unggahan.js';
import { BerkasService } from './berkas.service.js';
import { type BerkasSiap, type JenisBerkas, KUOTA_ORMAS } from './berkas.types.js';
import { LembaranService } from './lembaran.service.js';
import { bersihkanNama } from './nama-berkas.js';

const KETERANGAN_MAKS = 300;

const TANPA_BERKAS = 'Keterangannya terisi, tetapi berkasnya tidak ada. Pilih berkasnya, atau kosongkan keterangannya.';

/** The caption field of a place for a file. */
export const bidangKeterangan = (tempat: string): string => `ket_${tempat}`;

/** What came of the files of a form; places are the names of its fields. */
export interface HasilTerima<T extends string> {
  diterima: { tempat: T; siap: BerkasSiap; keterangan: string }[];
  /** Why files were not taken, each at its place. */
  galat: GalatIsian[];
  /** Captions that were typed where no file was taken: of refused files, and those left over from an earlier sending. */
  keteranganDitolak: Partial<Record<T, string>>;
}

/** A caption in a sent form, trimmed and cut to 300 characters; `''` where there is none. */
export function teksIsian(req: Request, bidang: string): string {
  const nilai = ((req.body ?? {}) as Record<string, unknown>)[bidang];
  return typeof nilai === 'string' ? nilai.trim().slice(0, KETERANGAN_MAKS) : '';
}

/** The ids in a field of a sent form that may be ticked several times. */
export function nomorIsian(req: Request, bidang: string): number[] {
  const nilai = ((req.body ?? {}) as Record<string, unknown>)[bidang];
  return [nilai ?? []].flat().map(Number).filter(Number.isSafeInteger);
}

/** Captions of files that are there already, by id: the fields `keterangan_<id>` of a sent form. */
export function keteranganIsian(req: Request): Record<number, string> {
  const hasil: Record<number, string> = {};
  for (const bidang of Object.keys((req.body ?? {}) as object)) {
    const id = /^keterangan_(\d{1,9})$/.exec(bidang)?.[1];
    if (id) hasil[Number(id)] = teksIsian(req, bidang);
  }
  return hasil;
}

/** How a place takes its files; see `PenerimaUnggahan.terima`. */
interface AturanTerima {
  banyak?: boolean;
  hanya?: JenisBerkas;
  lembaran?: boolean;
}

/** Takes the files of a form in: checked and durable before what they belong to is touched. */
@Injectable()
export class PenerimaUnggahan {
  constructor(
    private readonly berkas: BerkasService,
    private readonly lembaran: LembaranService,
  ) {}

  /**
   * The files of the given places; a file that is not taken, and a caption without a file, is told at its place, and the
   * others go on.
   * @param ormasId whose storage the files fill; null: nobody's share. The caller has checked that the sender may
   *   attach files there
   * @param aturan `banyak`: a place takes several files, otherwise none of several is taken; `hanya`: only files of
   *   this kind, others are refused before they are stored; `lembaran`: several photos of a place are the pages of one
   *   paper and become one PDF
   */
  async terima<T extends string>(
    req: Request,
    tempat: readonly T[],
    ormasId: number | null,
    { banyak = false, hanya, lembaran = false }: AturanTerima = {},
  ): Promise<HasilTerima<T>> {
    const hasil: HasilTerima<T> = { diterima: [], galat: [], keteranganDitolak: {} };
    const ruang = { sisa: await this.sisa(req, ormasId) };
    for (const satu of tempat) {
      const keterangan = teksIsian(req, bidangKeterangan(satu));
      const tolak = (salah: unknown): void => {
        if (!(salah instanceof DomainError)) throw salah;
        hasil.galat.push({ bidang: satu, pesan: salah.message });
      };
      const semua = unggahanDari(req, satu);
      const ambil = banyak
        ? semua.map((u) => () => this.simpan([u], ruang, hanya))
        : [() => this.simpan(lembaran ? semua : satuan(req, satu), ruang, hanya)];
      for (const a of ambil)
        try {
          const siap = await a();
          if (siap) hasil.diterima.push({ tempat: satu, siap, keterangan });
        } catch (salah) {
          tolak(salah);
        }
      // A refused file is gone from the page that comes back, its caption is not: the next sending brings it alone.
      if (keterangan && !hasil.diterima.some((d) => d.tempat === satu)) {
        hasil.keteranganDitolak[satu] = keterangan;
        if (!hasil.galat.some((g) => g.bidang === satu)) hasil.galat.push({ bidang: satu, pesan: TANPA_BERKAS });
      }
    }
    return hasil;
  }

  private async sisa(req: Request, ormasId: number | null): Promise<number> {
    if (ormasId === null) return Infinity;
    return (req.unggahan ?? []).length > 0 ? this.berkas.sisaKuota(ormasId) : 0;
  }

  /** One file, or the pages of one paper; null: none was sent. */
  private async simpan(u: Unggahan[], ruang: { sisa: number }, hanya?: JenisBerkas): Promise<BerkasSiap | null> {
    const [satu, ...lain] = u;
    if (!satu) return null;
    if (u.reduce((n, x) => n + x.ukuran, 0) > ruang.sisa)
      throw new DomainError(
        'berkas-ditolak',
        `Berkas “${bersihkanNama(satu.nama)}” tidak disimpan: tempat penyimpanan ormas Anda (${ukuranBerkas(KUOTA_ORMAS)}) hampir habis. Isian lain tersimpan. Perkecil berkas itu, atau hubungi petugas.`,
      );
    const siap =
      lain.length > 0 ? await this.lembaran.siapkan(u) : await this.berkas.siapkan(satu.jalur, satu.nama, hanya);
    ruang.sisa -= siap.ukuran;
    return siap;
  }
}

const satuan = (req: Request, bidang: string): Unggahan[] => {
  const u = satuUnggahanDari(req, bidang);
  return u ? [u] : [];
};
