import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { terakhirDiubah } from '../audit/audit.service.js';
import { type Fakta } from '../ormas/fakta.js';
import { GabungOrmasService, type KeadaanPengurus, type NomorSurat } from '../ormas/gabung-ormas.service.js';
import { bolehLihatGanda } from '../ormas/ormas.policy.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import { faktaKini } from '../ormas/riwayat-fakta.js';
import { type KeadaanLama, type OrmasTerkunci, UbahOrmasService } from '../ormas/ubah-ormas.service.js';
import { kembalikanBaris, pindahkanBaris } from './gabung-baris.js';
import { berwenangPasangan, bolehBatalkanGabungan, bolehPasangan } from './ganda.policy.js';
import { type FaktaPilihan, type IsianGabung } from './ganda.types.js';
import { halanganBatal, kunciTahun, sedangDihitung, tahunTertutup } from './halangan-batal.js';
import { type BahanGabung, JejakGabungan } from './jejak-gabungan.js';
import { alasanWajib, PasanganService } from './pasangan.service.js';
import { SEBUTAN_PILIHAN, URUTAN_PILIHAN } from './beda.js';

/** What a merging replaced (`penggabungan.keadaan_lama`). */
export interface KeadaanGabungan {
  status: StatusOrmas;
  nomor: { lama: NomorSurat; baru: NomorSurat } | null;
  fakta: { fakta: Fakta; lama: KeadaanLama; riwayatId: number | null; sebelum: string; sesudah: string }[];
  pengurus: (KeadaanPengurus & { sebelum: string; sesudah: string }) | null;
  /** Entries that had been merged into the merged one before. */
  bawaan: number[];
}

interface BarisGabungan {
  id: number;
  asalId: number;
  tujuanId: number;
  keadaan: string;
  tertutup: string;
  dibatalkanPada: Date | null;
  versi: number;
}

/** Two entries of the register become one, and that is taken back. */
@Injectable()
export class PenggabunganService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly register: UbahOrmasService,
    private readonly gabung: GabungOrmasService,
    private readonly pasangan: PasanganService,
    private readonly jejak: JejakGabungan,
  ) {}

  /**
   * Puts one entry under another. In one transaction: of the facts on which they differ the chosen ones hold, the rows
   * around the merged entry go over and are written down one by one, and its address, name and numbers lead to the other.
   * Results of closed years stay where they are.
   * @returns the id of the merging
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `isian-tidak-sah`, `transisi-tidak-sah` (merged already,
   *   said to be two, a run of scores goes on), `versi-berbeda` when one of the two has changed since it was shown
   */
  async gabungkan(aktor: Aktor, isian: IsianGabung): Promise<number> {
    const alasan = alasanWajib(isian.alasan);
    const { asalId, tujuanId } = isian;
    const ambil = URUTAN_PILIHAN.filter((f) => isian.ambil.includes(f));
    if (asalId === tujuanId) throw new DomainError('tidak-ditemukan');
    return this.transaksi.jalankan(async (em) => {
      if (!bolehLihatGanda(aktor)) throw new DomainError('tidak-berwenang');
      await kunciTahun(em);
      await em.query('SELECT id FROM ormas WHERE id IN (?) ORDER BY id FOR UPDATE', [[asalId, tujuanId]]);
      const [asal, tujuan] = [await this.register.baca(em, asalId), await this.register.baca(em, tujuanId)];
      if (!berwenangPasangan(aktor, 'gabungkan')) throw new DomainError('tidak-berwenang');
      this.periksaVersi(asal, tujuan, isian);
      const { status } = await this.pasangan.tersimpan(em, asalId, tujuanId);
      const sudahDigabung = [asal, tujuan].some((o) => o.status === 'digabung');
      if (!bolehPasangan(aktor, 'gabungkan', { status, sudahDigabung })) throw new DomainError('transisi-tidak-sah');
      if (await sedangDihitung(em))
        throw new DomainError('transisi-tidak-sah', 'IKO sedang dihitung. Tunggu sampai selesai, lalu gabungkan.');
      const bahan = await this.jejak.bahan(em, asal, tujuan);
      const hari = tanggalWib(this.jejak.kini());
      const fakta = await this.ambilFakta(em, aktor, ambil, { asal, tujuan, hari, alasan, bahan });
      const id = await this.catat(em, aktor, isian, alasan);
      const pengurus = ambil.includes('pengurus')
        ? {
            ...(await this.gabung.ambilPengurus(em, asal, tujuan, hari)),
            ...{ sebelum: bahan.kata('pengurus', 'tujuan'), sesudah: bahan.kata('pengurus', 'asal') },
          }
        : null;
      const nomor = await this.ambilNomor(em, tujuanId, ambil, bahan);
      const dipindah = await pindahkanBaris(em, id, asalId, tujuanId);
      const bawaan = await this.gabung.taruh(em, asalId, tujuanId);
      const keadaan: KeadaanGabungan = { status: asal.status, nomor, fakta, pengurus, bawaan };
      await em.query('UPDATE penggabungan SET keadaan_lama = ? WHERE id = ?', [JSON.stringify(keadaan), id]);
      await this.naikkan(em, tujuanId);
      await this.jejak.digabung(em, aktor, {
        ...{ id, asal, tujuan, alasan, dipindah },
        diambil: ambil.map((f) => SEBUTAN_PILIHAN[f]),
      });
      return id;
    });
  }

  /**
   * Takes a merging back: exactly the rows that went over go back, and the facts that were taken over give way to those
   * before, unless somebody has changed them since. What was done on the other entry since stays there.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `isian-tidak-sah` without a reason, `versi-berbeda`;
   *   `transisi-tidak-sah` when it was taken back already, or cannot be wholly (`halanganBatal`)
   */
  async batalkan(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const kata = alasanWajib(alasan);
    await this.transaksi.jalankan(async (em) => {
      if (!bolehLihatGanda(aktor)) throw new DomainError('tidak-berwenang');
      const [g] = await em.query<BarisGabungan[]>(
        `SELECT id, asal_id AS asalId, tujuan_id AS tujuanId, keadaan_lama AS keadaan, tertutup,
           dibatalkan_pada AS dibatalkanPada, versi FROM penggabungan WHERE id = ? FOR UPDATE`,
        [id],
      );
      if (!g) throw new DomainError('tidak-ditemukan');
      if (!berwenangPasangan(aktor, 'gabungkan')) throw new DomainError('tidak-berwenang');
      if (g.versi !== versi)
        throw new DomainError('versi-berbeda', undefined, {
          ...(await terakhirDiubah(em, 'penggabungan', id)),
          milikAnda: { Penggabungan: 'Batalkan', Alasan: kata },
          tersimpan: { Penggabungan: g.dibatalkanPada === null ? 'Masih berlaku' : 'Sudah dibatalkan' },
        });
      if (!bolehBatalkanGabungan(aktor, { berlaku: g.dibatalkanPada === null }))
        throw new DomainError('transisi-tidak-sah');
      const { asalId, tujuanId } = g;
      await kunciTahun(em);
      await em.query('SELECT id FROM ormas WHERE id IN (?) ORDER BY id FOR UPDATE', [[asalId, tujuanId]]);
      const keadaan = JSON.parse(g.keadaan) as KeadaanGabungan;
      const halangan = await halanganBatal(em, {
        ...{ id, asalId, tujuanId, tertutup: JSON.parse(g.tertutup) as number[] },
        puncakPengurus: keadaan.pengurus?.puncak ?? null,
      });
      if (halangan !== null) throw new DomainError('transisi-tidak-sah', halangan);
      const tetap = await this.kembalikanFakta(em, aktor, tujuanId, keadaan, kata);
      if (keadaan.pengurus) await this.gabung.kembalikanPengurus(em, asalId, tujuanId, keadaan.pengurus);
      if (keadaan.nomor && !(await this.gabung.catatNomor(em, tujuanId, keadaan.nomor.lama, keadaan.nomor.baru)))
        tetap.push(SEBUTAN_PILIHAN.skko);
      const { kembali, tertinggal } = await kembalikanBaris(em, id, asalId, tujuanId);
      await this.gabung.lepas(em, { asalId, tujuanId, status: keadaan.status, bawaan: keadaan.bawaan });
      await this.naikkan(em, tujuanId);
      await this.jejak.dibatalkan(em, aktor, { id, asalId, tujuanId, alasan: kata, kembali, tertinggal, tetap });
    });
  }

  private periksaVersi(asal: OrmasTerkunci, tujuan: OrmasTerkunci, isian: IsianGabung): void {
    if (asal.versi === isian.versiAsal && tujuan.versi === isian.versiTujuan) return;
    const sebut = (o: OrmasTerkunci, versi: number): string =>
      o.versi === versi ? 'Tidak berubah' : `Berubah sesudah halaman Anda dibuka (kini “${o.nama}”)`;
    throw new DomainError(
      'versi-berbeda',
      'Salah satu catatan berubah sesudah halaman Anda dibuka. Belum ada yang digabung; bandingkan lagi keduanya.',
      {
        milikAnda: { 'Yang digabung': 'Tidak berubah', 'Yang tetap': 'Tidak berubah' },
        tersimpan: {
          'Yang digabung': sebut(asal, isian.versiAsal),
          'Yang tetap': sebut(tujuan, isian.versiTujuan),
        },
      },
    );
  }

  private async ambilFakta(
    em: EntityManager,
    aktor: Aktor,
    ambil: readonly FaktaPilihan[],
    apa: { asal: OrmasTerkunci; tujuan: OrmasTerkunci; hari: string; alasan: string; bahan: BahanGabung },
  ): Promise<KeadaanGabungan['fakta']> {
    const { asal, tujuan } = apa;
    const hasil: KeadaanGabungan['fakta'] = [];
    for (const f of ambil) {
      if (f === 'pengurus' || f === 'skko' || !apa.bahan.berbeda(f)) continue;
      // Each fact is written upon the row as the one before left it.
      const o = await this.register.baca(em, tujuan.id);
      const penerapan = { perihal: f, nilai: asal.fakta[f], berlaku: apa.hari, dokumen: null };
      const lama = await this.register.terapkan(
        em,
        aktor,
        o,
        penerapan as Parameters<UbahOrmasService['terapkan']>[3],
        {
          ...{ perubahanId: null, alasan: `Diambil dari catatan nomor ${asal.id} yang digabung: ${apa.alasan}` },
        },
      );
      const { id: riwayatId } = await faktaKini(em, tujuan.id, f);
      hasil.push({
        ...{ fakta: f, lama, riwayatId },
        ...{ sebelum: apa.bahan.kata(f, 'tujuan'), sesudah: apa.bahan.kata(f, 'asal') },
      });
    }
    return hasil;
  }

  /** Returns what stays as it is, because somebody has changed it since. */
  private async kembalikanFakta(
    em: EntityManager,
    aktor: Aktor,
    tujuanId: number,
    keadaan: KeadaanGabungan,
    alasan: string,
  ): Promise<string[]> {
    const tetap: string[] = [];
    for (const { fakta: perihal, lama, riwayatId } of [...keadaan.fakta].reverse()) {
      if ((await faktaKini(em, tujuanId, perihal)).id !== riwayatId) {
        tetap.push(SEBUTAN_PILIHAN[perihal]);
        continue;
      }
      const o = await this.register.baca(em, tujuanId);
      try {
        await this.register.kembalikan(em, aktor, o, { perihal, lama, perubahanId: null, alasan });
      } catch (galat) {
        if (!(galat instanceof DomainError) || galat.kode !== 'transisi-tidak-sah') throw galat;
        throw new DomainError(
          'transisi-tidak-sah',
          'Klaster ormas yang tetap sudah ditetapkan lagi sesudah penggabungan, sehingga bidangnya tidak dapat dikembalikan. Kembalikan dahulu klasternya.',
        );
      }
    }
    return tetap;
  }

  private async ambilNomor(
    em: EntityManager,
    tujuanId: number,
    ambil: readonly FaktaPilihan[],
    bahan: BahanGabung,
  ): Promise<KeadaanGabungan['nomor']> {
    const [lama, baru] = [bahan.tujuan.skko, bahan.asal.skko];
    if (!ambil.includes('skko') || lama === null || baru === null || !bahan.berbeda('skko')) return null;
    await this.gabung.catatNomor(em, tujuanId, baru);
    return { lama, baru };
  }

  private async catat(em: EntityManager, aktor: Aktor, isian: IsianGabung, alasan: string): Promise<number> {
    const tertutup = (await tahunTertutup(em)).map((p) => p.id);
    await em.query(
      `INSERT INTO penggabungan (asal_id, tujuan_id, alasan, keadaan_lama, tertutup, dibuat_oleh, dibuat_pada)
       VALUES (?, ?, ?, '{}', ?, ?, ?)`,
      [isian.asalId, isian.tujuanId, alasan, JSON.stringify(tertutup), aktor.id, this.jejak.kini()],
    );
    const [b] = await em.query<{ id: number }[]>(
      'SELECT id FROM penggabungan WHERE asal_id = ? AND dibatalkan_pada IS NULL',
      [isian.asalId],
    );
    return b?.id ?? 0;
  }

  private async naikkan(em: EntityManager, id: number): Promise<void> {
    await em.query('UPDATE ormas SET versi = versi + 1, diubah_pada = ? WHERE id = ?', [this.jejak.kini(), id]);
  }
}
