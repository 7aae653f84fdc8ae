import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { tambahHari } from '../../common/tanggal.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { catatUbahanOrmas } from './indeks-ormas.service.js';
import { kunciCariOrmas, namaLainOrmas } from './ormas.cari.js';
import { type StatusOrmas } from './ormas.types.js';
import { type PengurusKini } from './ubah-ormas.service.js';

/** What taking over a board replaced: enough to put both back. */
export interface KeadaanPengurus {
  /** Rows of mergings before boards were copied: these went over themselves. */
  dipindah: number[];
  /** Rows that were made of the board that was taken over. */
  disalin?: number[];
  diakhiri: { id: number; sampai: string | null; menjadi: string }[];
  /** The newest row of the board then; what is newer was entered since. */
  puncak: number;
}

/** A number of a letter from before the portal, with its last day. */
export interface NomorSurat {
  nomor: string | null;
  sampai: string | null;
}

/**
 * What the register itself does when one entry is put under another, and when that is taken back: its standing, its words,
 * its board. It asks no policy and writes no audit row: the module that decides does (ganda). The caller has locked both.
 */
@Injectable()
export class GabungOrmasService {
  constructor(
    private readonly wilayah: WilayahService,
    private readonly clock: Clock,
  ) {}

  /** Puts an entry under another, with those that were merged into it before; returns the ids of these. */
  async taruh(em: EntityManager, asalId: number, tujuanId: number): Promise<number[]> {
    const bawaan = (
      await em.query<{ id: number }[]>('SELECT id FROM ormas WHERE digabung_ke = ? ORDER BY id', [asalId])
    ).map((b) => b.id);
    if (bawaan.length > 0) await em.query('UPDATE ormas SET digabung_ke = ? WHERE id IN (?)', [tujuanId, bawaan]);
    await this.tulis(em, asalId, 'digabung', tujuanId);
    await this.segarkan(em, asalId, tujuanId);
    return bawaan;
  }

  /** Makes an entry stand by itself again, as it stood, with those that had been merged into it. */
  async lepas(
    em: EntityManager,
    lama: { asalId: number; tujuanId: number; status: StatusOrmas; bawaan: readonly number[] },
  ): Promise<void> {
    await this.tulis(em, lama.asalId, lama.status, null);
    if (lama.bawaan.length > 0)
      await em.query('UPDATE ormas SET digabung_ke = ? WHERE id IN (?)', [lama.asalId, lama.bawaan]);
    await this.segarkan(em, lama.asalId, lama.tujuanId);
  }

  /** The words both are found by, and the last day of the newest verified activity of both. */
  async segarkan(em: EntityManager, asalId: number, tujuanId: number): Promise<void> {
    const { perId } = await this.wilayah.data();
    const baris = await em.query<{ id: number; nama: string; kelurahanId: number | null; digabungKe: number | null }[]>(
      'SELECT id, nama, kelurahan_id AS kelurahanId, digabung_ke AS digabungKe FROM ormas WHERE id IN (?)',
      [[asalId, tujuanId]],
    );
    for (const b of baris) {
      const tempat = b.kelurahanId === null ? null : (perId.get(b.kelurahanId)?.kelurahan ?? null);
      // A merged entry is found by no word of its own: its name finds the other.
      if (b.digabungKe === null) {
        const lain = await namaLainOrmas(em, b.id);
        await em.query('UPDATE ormas SET cari = ? WHERE id = ?', [kunciCariOrmas(b.nama, tempat, lain), b.id]);
      }
      await em.query(
        `UPDATE ormas SET kegiatan_terakhir = (SELECT MAX(k.tanggal_selesai) FROM kegiatan k
           WHERE k.ormas_id = ? AND k.status = 'terverifikasi') WHERE id = ?`,
        [b.id, b.id],
      );
    }
    await catatUbahanOrmas(em, [asalId, tujuanId]);
  }

  /**
   * Lets the present board of one entry be that of the other from today on; who sat there before leaves the day before.
   * The rows are copied: the entry keeps its own history, and on days before today nobody sits twice. A board whose term
   * is over comes with its last day.
   */
  async ambilPengurus(
    em: EntityManager,
    asal: { pengurus: readonly PengurusKini[] },
    tujuan: { id: number; pengurus: readonly PengurusKini[] },
    hari: string,
  ): Promise<KeadaanPengurus> {
    const kemarin = tambahHari(hari, -1);
    const diakhiri = tujuan.pengurus
      .filter((p) => p.sampai === null || p.sampai > kemarin)
      // Who was entered today held the office on no day: an empty span, as when a board is put back.
      .map((p) => ({ id: p.id, sampai: p.sampai, menjadi: p.dari > kemarin ? tambahHari(p.dari, -1) : kemarin }));
    for (const p of diakhiri) await em.query('UPDATE pengurus SET sampai = ? WHERE id = ?', [p.menjadi, p.id]);
    const lama = await this.puncakPengurus(em, tujuan.id);
    if (asal.pengurus.length > 0)
      await sisipBanyak(
        em,
        'pengurus',
        ['ormas_id', 'jabatan', 'nama', 'dari', 'sampai'],
        asal.pengurus.map((p) => [
          ...[tujuan.id, p.jabatan, p.nama],
          ...[p.sampai !== null && p.sampai < hari ? p.sampai : hari, p.sampai],
        ]),
      );
    const disalin = (
      await em.query<{ id: number }[]>('SELECT id FROM pengurus WHERE ormas_id = ? AND id > ? ORDER BY id', [
        ...[tujuan.id, lama],
      ])
    ).map((b) => b.id);
    return { dipindah: [], disalin, diakhiri, puncak: await this.puncakPengurus(em, tujuan.id) };
  }

  /** Puts both boards back. */
  async kembalikanPengurus(em: EntityManager, asalId: number, tujuanId: number, lama: KeadaanPengurus): Promise<void> {
    if (lama.dipindah.length > 0)
      await em.query('UPDATE pengurus SET ormas_id = ? WHERE ormas_id = ? AND id IN (?)', [
        ...[asalId, tujuanId, lama.dipindah],
      ]);
    // Who they are stands with the entry that they were copied from.
    if (lama.disalin && lama.disalin.length > 0)
      await em.query('DELETE FROM pengurus WHERE ormas_id = ? AND id IN (?)', [tujuanId, lama.disalin]);
    for (const p of lama.diakhiri)
      await em.query('UPDATE pengurus SET sampai = ? WHERE id = ? AND sampai = ?', [p.sampai, p.id, p.menjadi]);
  }

  /** The newest row of a board; 0 without any. */
  async puncakPengurus(em: Pick<EntityManager, 'query'>, ormasId: number): Promise<number> {
    const [b] = await em.query<{ id: number | null }[]>('SELECT MAX(id) AS id FROM pengurus WHERE ormas_id = ?', [
      ormasId,
    ]);
    return b?.id ?? 0;
  }

  /** Sets the number of a letter from before the portal; with `dari` only where that still stands. Returns whether it did. */
  async catatNomor(
    em: EntityManager,
    ormasId: number,
    n: NomorSurat,
    dari: NomorSurat | null = null,
  ): Promise<boolean> {
    const { affectedRows } = await em.query<{ affectedRows: number }>(
      `UPDATE ormas SET nomor_skko = ?, skko_berlaku_sampai = ? WHERE id = ?${
        dari === null ? '' : ' AND nomor_skko <=> ? AND skko_berlaku_sampai <=> ?'
      }`,
      [n.nomor, n.sampai, ormasId, ...(dari === null ? [] : [dari.nomor, dari.sampai])],
    );
    return affectedRows === 1;
  }

  private async tulis(em: EntityManager, id: number, status: StatusOrmas, tujuanId: number | null): Promise<void> {
    await em.query('UPDATE ormas SET status = ?, digabung_ke = ?, versi = versi + 1, diubah_pada = ? WHERE id = ?', [
      status,
      tujuanId,
      this.clock.sekarang(),
      id,
    ]);
  }
}
