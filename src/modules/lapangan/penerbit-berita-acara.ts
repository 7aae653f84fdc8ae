import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { SetelanService } from '../setelan/setelan.service.js';
import { DAFTAR_PERIKSA, SEBUTAN_HASIL } from './daftar-periksa.data.js';
import { type Kunjungan } from './kunjungan.entity.js';
import { nomorBerikut } from './kunjungan.kueri.js';
import {
  type FotoKunjungan,
  type IsianBeritaAcara,
  type IsiBeritaAcara,
  type PetugasKunjungan,
  SEBUTAN_TUJUAN,
} from './kunjungan.types.js';
import { LapanganQueue } from './lapangan.queue.js';

/** What a record is made from when it is signed off; `lama`: number of the one that it replaces. */
export interface BahanBeritaAcara {
  k: Kunjungan;
  nama: string;
  kelurahan: string | null;
  isian: IsianBeritaAcara;
  petugas: readonly PetugasKunjungan[];
  foto: readonly FotoKunjungan[];
  lama: string | null;
}

/** Freezes a record under the settings of the day, numbers it, and leaves its printing. */
@Injectable()
export class PenerbitBeritaAcara {
  constructor(
    private readonly setelan: SetelanService,
    private readonly queue: LapanganQueue,
    private readonly clock: Clock,
  ) {}

  /** Within the caller's transaction; returns the number. */
  async terbitkan(em: EntityManager, aktor: Aktor, b: BahanBeritaAcara): Promise<string> {
    const kini = this.clock.sekarang();
    const nomor = await nomorBerikut(em, Number(tanggalWib(kini).slice(0, 4)));
    const isi = await this.susun(b);
    const { insertId: id } = await em.query<{ insertId: number }>(
      `INSERT INTO berita_acara (kunjungan_id, nomor, isi, dibuat_oleh, dibuat_pada, dokumen)
       VALUES (?, ?, ?, ?, ?, 'menunggu')`,
      [b.k.id, nomor, JSON.stringify(isi), aktor.id, kini],
    );
    await this.queue.titipCetak(em, id, 0);
    return nomor;
  }

  /** Leaves the printing anew after it failed, within the caller's transaction. Does nothing while it has not failed. */
  async ulangi(em: EntityManager, id: number): Promise<boolean> {
    const { affectedRows } = await em.query<{ affectedRows: number }>(
      "UPDATE berita_acara SET dokumen = 'menunggu', galat = NULL, ulangan = ulangan + 1 WHERE id = ? AND dokumen = 'gagal'",
      [id],
    );
    if (affectedRows !== 1) return false;
    const [b] = await em.query<{ ulangan: number }[]>('SELECT ulangan FROM berita_acara WHERE id = ?', [id]);
    await this.queue.titipCetak(em, id, b?.ulangan ?? 1);
    return true;
  }

  private async susun({
    k,
    nama,
    kelurahan,
    isian: i,
    petugas,
    foto,
    lama,
  }: BahanBeritaAcara): Promise<IsiBeritaAcara> {
    const s = await this.setelan.baca();
    const tempat = k.tempat + (kelurahan === null ? '' : `, Kelurahan ${kelurahan}`);
    const pada = new Map(petugas.map((p) => [p.id, p.nama]));
    return {
      skema: 1,
      ...{ nama, tujuan: SEBUTAN_TUJUAN[k.tujuan], tanggal: i.tanggal ?? k.tanggal, tempat },
      ...{ mulai: i.mulai ?? '', selesai: i.selesai ?? '', ditemui: i.ditemui === true },
      penerimaJabatan: i.penerimaJabatan,
      petugas: i.petugas.map((p) => pada.get(p) ?? ''),
      periksa: DAFTAR_PERIKSA.map(({ kode, sebutan }) => {
        const { hasil, catatan } = i.periksa[kode] ?? { hasil: null, catatan: '' };
        return { sebutan, hasil: hasil === null ? '' : SEBUTAN_HASIL[hasil], catatan };
      }),
      ...{ temuan: i.temuan, rekomendasi: i.rekomendasi, sikap: i.sikap ?? 'belum', kataOrmas: i.kataOrmas },
      foto: foto.map(({ berkasId, sha256, keterangan }) => ({ berkasId, sha256, keterangan })),
      menggantikan: lama,
      kantor: {
        ...{ kota: s.kota, lembaga: s.lembaga, kop: s.kop, tempat: s.tempat, kertas: s.kertas },
        lambang: s.lambang && { sha256: s.lambang.sha256, mime: s.lambang.mime },
      },
    };
  }
}
