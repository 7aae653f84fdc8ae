import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { angka } from '../../common/format.js';
import { AuditService } from '../audit/audit.service.js';
import { KlasterService } from '../klaster/klaster.service.js';
import { NotifikasiService } from '../notifikasi/notifikasi.service.js';
import { type NamaRujukan } from '../ormas/kata-fakta.js';
import { type OrmasTerkunci } from '../ormas/ubah-ormas.service.js';
import { WilayahService } from '../wilayah/wilayah.service.js';
import { type BahanBeda, bedaOrmas, kataPilihan } from './beda.js';
import { type Pindahan } from './gabung-baris.js';
import { type FaktaPilihan } from './ganda.types.js';

/** "12 laporan kegiatan, 3 dokumen". */
export const sebutPindahan = (p: readonly Pindahan[]): string =>
  p.map((x) => `${angka(x.jumlah)} ${x.sebutan}`).join(', ');

/** Both entries as their facts are chosen from. */
export interface BahanGabung {
  asal: BahanBeda;
  tujuan: BahanBeda;
  berbeda: (f: FaktaPilihan) => boolean;
  kata: (f: FaktaPilihan, sisi: 'asal' | 'tujuan') => string;
}

/** What mergings leave behind for those who read later: the trail of both entries, and a word to their secretaries. */
@Injectable()
export class JejakGabungan {
  constructor(
    private readonly audit: AuditService,
    private readonly notifikasi: NotifikasiService,
    private readonly wilayah: WilayahService,
    private readonly klaster: KlasterService,
    private readonly clock: Clock,
  ) {}

  kini(): Date {
    return this.clock.sekarang();
  }

  /** The names of places and fields. */
  async nama(): Promise<NamaRujukan> {
    const [wilayah, klaster] = [await this.wilayah.data(), await this.klaster.data()];
    return { kelurahan: wilayah.perId, bidang: klaster.bidangPerId };
  }

  /** What of both may be chosen from. */
  async bahan(em: EntityManager, asal: OrmasTerkunci, tujuan: OrmasTerkunci): Promise<BahanGabung> {
    const nama = await this.nama();
    const nomor = await bacaNomor(em, [asal.id, tujuan.id]);
    const sisi = {
      asal: { fakta: asal.fakta, pengurus: asal.pengurus, skko: nomor.get(asal.id) ?? null },
      tujuan: { fakta: tujuan.fakta, pengurus: tujuan.pengurus, skko: nomor.get(tujuan.id) ?? null },
    };
    const beda = new Set(bedaOrmas(sisi.asal, sisi.tujuan, nama).map((b) => b.fakta));
    return { ...sisi, berbeda: (f) => beda.has(f), kata: (f, s) => kataPilihan(f, sisi[s], nama) };
  }

  /** Writes that two became one into the trail of both, and tells their secretaries. */
  async digabung(
    em: EntityManager,
    aktor: Aktor,
    g: {
      id: number;
      asal: OrmasTerkunci;
      tujuan: OrmasTerkunci;
      alasan: string;
      dipindah: readonly Pindahan[];
      diambil: readonly string[];
    },
  ): Promise<void> {
    const rincian = { alasan: g.alasan, dipindah: sebutPindahan(g.dipindah), diambil: g.diambil.join(', ') };
    await this.audit.catat(
      em,
      aktor,
      {
        ...{ aksi: 'ganda.gabungkan', objek: 'penggabungan', objekId: g.id, ormasId: g.tujuan.id, rincian },
        ringkasan: `Catatan nomor ${g.asal.id}, “${g.asal.nama}”, digabung ke sini`,
      },
      {
        ...{ aksi: 'ganda.digabung', objek: 'penggabungan', objekId: g.id, ormasId: g.asal.id, rincian },
        ringkasan: `Digabung ke catatan nomor ${g.tujuan.id}, “${g.tujuan.nama}”`,
      },
    );
    await this.notifikasi.titip(em, {
      ...{ kunci: `ganda/${g.id}/gabung`, jenis: 'ganda', ormasId: g.tujuan.id, tautan: `/ormas/${g.tujuan.id}` },
      judul: `Catatan “${g.asal.nama}” digabung ke “${g.tujuan.nama}”`,
      isi: 'Kantor menemukan bahwa keduanya satu organisasi. Laporan, dokumen, dan akun kini berada pada satu catatan; tidak ada yang dihapus.',
    });
  }

  /** Writes that a merging was taken back, what went back and what stayed; and tells the secretaries of both. */
  async dibatalkan(
    em: EntityManager,
    aktor: Aktor,
    g: {
      id: number;
      asalId: number;
      tujuanId: number;
      alasan: string;
      kembali: readonly Pindahan[];
      tertinggal: readonly Pindahan[];
      tetap: readonly string[];
    },
  ): Promise<void> {
    const hasil = [
      g.kembali.length === 0
        ? 'Tidak ada baris yang perlu dikembalikan.'
        : `Dikembalikan: ${sebutPindahan(g.kembali)}.`,
      ...(g.tertinggal.length === 0
        ? []
        : [
            `Tidak dikembalikan, karena sudah dipindahkan atau dihapus sesudah penggabungan: ${sebutPindahan(g.tertinggal)}.`,
          ]),
      ...(g.tetap.length === 0
        ? []
        : [`Tetap seperti sekarang, karena diubah lagi sesudah penggabungan: ${g.tetap.join(', ')}.`]),
      'Yang terjadi sesudah penggabungan tetap pada catatan yang waktu itu menggantikan.',
    ];
    const kini = this.kini();
    await em.query(
      `UPDATE penggabungan SET dibatalkan_oleh = ?, dibatalkan_pada = ?, alasan_batal = ?, hasil_batal = ?, versi = versi + 1
       WHERE id = ? AND dibatalkan_pada IS NULL`,
      [aktor.id, kini, g.alasan, JSON.stringify(hasil), g.id],
    );
    const satu = (ormasId: number, lain: number) => ({
      ...{ aksi: 'ganda.batalkan', objek: 'penggabungan', objekId: g.id, ormasId },
      ringkasan: `Penggabungan dengan catatan nomor ${lain} dibatalkan`,
      rincian: { alasan: g.alasan, hasil: hasil.join(' ') },
    });
    await this.audit.catat(em, aktor, satu(g.tujuanId, g.asalId), satu(g.asalId, g.tujuanId));
    await this.notifikasi.titip(
      em,
      ...[g.asalId, g.tujuanId].map((ormasId) => ({
        ...{ kunci: `ganda/${g.id}/batal/${ormasId}`, jenis: 'ganda' as const, ormasId, tautan: `/ormas/${ormasId}` },
        judul: 'Penggabungan catatan ormas dibatalkan',
        isi: 'Kantor menemukan bahwa kedua catatan itu dua organisasi. Laporan, dokumen, dan akun masing-masing sudah dikembalikan.',
      })),
    );
  }
}

/** The numbers of letters from before the portal; absent for all as soon as the portal has issued a letter to one. */
export async function bacaNomor(
  em: Pick<EntityManager, 'query'>,
  id: readonly number[],
): Promise<Map<number, { nomor: string | null; sampai: string | null }>> {
  const [surat] = await em.query<{ ada: number }[]>(
    'SELECT EXISTS (SELECT 1 FROM surat WHERE ormas_id IN (?)) AS ada',
    [id],
  );
  if (Number(surat?.ada) === 1) return new Map();
  const baris = await em.query<{ id: number; nomor: string | null; sampai: string | null }[]>(
    'SELECT id, nomor_skko AS nomor, skko_berlaku_sampai AS sampai FROM ormas WHERE id IN (?)',
    [id],
  );
  return new Map(baris.map((b) => [b.id, { nomor: b.nomor, sampai: b.sampai }]));
}
