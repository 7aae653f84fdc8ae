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
import { galatKemajuan, galatRekomendasi, statusRekomendasi } from './rekomendasi.aturan.js';
import { Rekomendasi } from './rekomendasi.entity.js';
import {
  bacaOrmasRekomendasi,
  kunciRekomendasi,
  kunjunganSelesai,
  type OrmasRekomendasi,
} from './rekomendasi.kueri.js';
import {
  berwenangRekomendasi,
  bolehKelolaRekomendasi,
  bolehLihatRekomendasi,
  bolehRekomendasi,
} from './rekomendasi.policy.js';
import {
  type BerkasKemajuan,
  type LaporanKemajuan,
  type RekomendasiBaru,
  SEBUTAN_STATUS,
  type TindakanRekomendasi,
} from './rekomendasi.types.js';

const OBJEK = 'rekomendasi';
/** Files of one report. */
export const BUKTI_MAKS = 6;

/** Recommendations to an ormas: given, reported, done or withdrawn; counted by the instrument (REL3). */
@Injectable()
export class RekomendasiService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly notifikasi: NotifikasiService,
  ) {}

  /** What speaks against giving it so; nothing is written. */
  periksa(baru: RekomendasiBaru): GalatIsian[] {
    return galatRekomendasi(baru, this.hari());
  }

  /** What speaks against a report; nothing is written. @param olehOrmas who brings evidence; an officer has seen it */
  periksaKemajuan(
    r: { dibuatPada: Date },
    l: LaporanKemajuan,
    { olehOrmas, adaBukti }: { olehOrmas: boolean; adaBukti: boolean },
  ): GalatIsian[] {
    const b = { diberi: tanggalWib(r.dibuatPada), hari: this.hari(), wajibBukti: olehOrmas, adaBukti };
    return galatKemajuan(l, b);
  }

  /**
   * Gives an ormas something to do, and tells it; returns its id (its version is 1).
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan` (also a visit that was not finished there), `isian-tidak-sah`
   */
  async beri(aktor: Aktor, ormasId: number, baru: RekomendasiBaru): Promise<number> {
    return this.transaksi.jalankan(async (em) => {
      const ormas = await bacaOrmasRekomendasi(em, ormasId);
      if (!bolehLihatRekomendasi(aktor, ormas)) throw new DomainError('tidak-ditemukan');
      if (!bolehKelolaRekomendasi(aktor)) throw new DomainError('tidak-berwenang');
      pastikan(this.periksa(baru));
      await pastikanBukanGabungan(em, ormasId);
      const kunjunganId = baru.kunjunganId ?? null;
      if (kunjunganId !== null && !(await kunjunganSelesai(em, kunjunganId, ormasId)))
        throw new DomainError('tidak-ditemukan');
      const { identifiers } = await em.insert(Rekomendasi, {
        ...{
          ...baru,
          kunjunganId,
          ormasId,
          dibuatPada: this.clock.sekarang(),
          dibuatOleh: aktor.id,
          selesaiPada: null,
          versi: 1,
        },
      });
      const id = (identifiers[0] as { id: number }).id;
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rekomendasi.beri', objek: OBJEK, objekId: id, ormasId },
        ringkasan: `Rekomendasi diberikan: ${baru.isi}`,
        rincian: baru,
      });
      const isi = `${baru.isi}\nBatas waktunya ${tanggal(baru.jatuhTempo)}. Laporkan tindak lanjutnya beserta bukti.`;
      await this.kabari(em, { id, versi: 1 }, ormas, 'Ada rekomendasi baru untuk ormas Anda', isi);
      if (baru.opdId !== null)
        await this.notifikasi.titip(em, {
          ...{ jenis: 'rekomendasi', opdId: baru.opdId, tautan: `/ormas/${ormasId}`, kunci: `rekomendasi/${id}/opd` },
          ...{ judul: `OPD Anda mendampingi rekomendasi untuk ${ormas.nama}`, isi },
        });
      return id;
    });
  }

  /**
   * The ormas tells what it has done: under way, or done on a day, with evidence; the latter waits for an officer.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `isian-tidak-sah`, `transisi-tidak-sah`, `versi-berbeda`,
   *   `berkas-ditolak`
   */
  async lapor(aktor: Aktor, id: number, versi: number, l: LaporanKemajuan, bukti: BerkasKemajuan): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { r, ormas } = await this.buka(em, aktor, 'lapor', { id, versi, milikAnda: kataLaporan(l) });
      pastikan(this.periksaKemajuan(r, l, { olehOrmas: true, adaBukti: bukti.length > 0 }));
      await this.catatKemajuan(em, aktor, r, { ...l, bukti, diterima: false });
      const dilaporkanPada = l.selesaiPada === null ? null : this.clock.sekarang();
      await em.update(Rekomendasi, { id, versi }, { dilaporkanPada, versi: versi + 1 });
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rekomendasi.lapor', objek: OBJEK, objekId: id, ormasId: r.ormasId },
        ringkasan: `Tindak lanjut dilaporkan${l.selesaiPada === null ? '' : ` selesai ${tanggal(l.selesaiPada)}`}: ${r.isi}`,
        rincian: { ...l, berkas: bukti.map((b) => b.sha256) },
      });
      if (l.selesaiPada !== null)
        await this.notifikasi.titip(em, {
          ...{ jenis: 'rekomendasi', peran: 'petugas', tautan: `/rekomendasi/${id}` },
          ...{ judul: `${ormas.nama} melaporkan rekomendasi selesai`, isi: r.isi, kunci: `rekomendasi/${id}/${versi}` },
        });
    });
  }

  /** An officer says on which day it was done: what the ormas reported, or what was seen. Errors as `lapor`. */
  async selesaikan(aktor: Aktor, id: number, versi: number, l: LaporanKemajuan, bukti: BerkasKemajuan): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { r, ormas } = await this.buka(em, aktor, 'selesaikan', { id, versi, milikAnda: kataLaporan(l) });
      pastikan(
        this.periksaKemajuan(r, { ...l, selesaiPada: l.selesaiPada ?? '' }, { olehOrmas: false, adaBukti: true }),
      );
      await this.catatKemajuan(em, aktor, r, { ...l, bukti, diterima: true });
      await this.tandaiSelesai(em, aktor, { r, ormas, selesaiPada: l.selesaiPada ?? '', alasan: l.uraian });
    });
  }

  /** An officer accepts what the ormas reported, with the day it says or another. Errors as `lapor`. */
  async terima(aktor: Aktor, id: number, versi: number, selesaiPada: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { r, ormas } = await this.buka(em, aktor, 'terima', {
        id,
        versi,
        milikAnda: kataLaporan({ uraian: '', selesaiPada }),
      });
      const l = { uraian: 'Diterima', selesaiPada };
      pastikan(this.periksaKemajuan(r, l, { olehOrmas: false, adaBukti: true }));
      await this.putuskan(em, aktor, id, 'diterima', null);
      await this.tandaiSelesai(em, aktor, { r, ormas, selesaiPada });
    });
  }

  /** An officer sends a report back; `catatan` says what is missing. Errors as `lapor`. */
  async kembalikan(aktor: Aktor, id: number, versi: number, catatan: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { r, ormas } = await this.buka(em, aktor, 'kembalikan', { id, versi, milikAnda: { Catatan: catatan } });
      pastikanKata('catatan', catatan, 'Tulis apa yang masih kurang.');
      await this.putuskan(em, aktor, id, 'dikembalikan', catatan);
      await em.update(Rekomendasi, { id, versi }, { dilaporkanPada: null, versi: versi + 1 });
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rekomendasi.kembalikan', objek: OBJEK, objekId: id, ormasId: r.ormasId },
        ringkasan: `Laporan tindak lanjut dikembalikan: ${r.isi}`,
        rincian: { alasan: catatan },
      });
      await this.kabari(em, r, ormas, 'Laporan tindak lanjut perlu dilengkapi', `${r.isi}\n${catatan}`);
    });
  }

  /** Says that it is open after all. Errors as `lapor`. */
  async bukaKembali(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { r, ormas } = await this.buka(em, aktor, 'bukaKembali', { id, versi, milikAnda: { Alasan: alasan } });
      pastikanKata('alasan', alasan, 'Tulis alasannya.');
      await em.update(Rekomendasi, { id, versi }, { selesaiPada: null, dilaporkanPada: null, versi: versi + 1 });
      await em.query(
        "UPDATE rekomendasi_kemajuan SET putusan = 'dibuka', catatan = ? WHERE rekomendasi_id = ? AND putusan = 'diterima'",
        [alasan.slice(0, 300), id],
      );
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rekomendasi.buka-kembali', objek: OBJEK, objekId: id, ormasId: r.ormasId },
        ringkasan: `Rekomendasi dibuka kembali: ${r.isi}`,
        rincian: { sebelum: r.selesaiPada, sesudah: null, alasan },
      });
      await this.kabari(em, r, ormas, 'Rekomendasi dibuka kembali', `${r.isi}\n${alasan}`);
    });
  }

  /** Withdraws a recommendation that should not have been; it stays readable and counts no more. Errors as `lapor`. */
  async batalkan(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { r, ormas } = await this.buka(em, aktor, 'batalkan', { id, versi, milikAnda: { Alasan: alasan } });
      pastikanKata('alasan', alasan, 'Tulis alasan pembatalannya.');
      const batal = { batalPada: this.clock.sekarang(), batalOleh: aktor.id, batalAlasan: alasan.slice(0, 300) };
      await em.update(Rekomendasi, { id, versi }, { ...batal, versi: versi + 1 });
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rekomendasi.batalkan', objek: OBJEK, objekId: id, ormasId: r.ormasId },
        ringkasan: `Rekomendasi dibatalkan: ${r.isi}`,
        rincian: { alasan },
      });
      await this.kabari(em, r, ormas, 'Rekomendasi dibatalkan', `${r.isi}\nAnda tidak perlu menindaklanjutinya.`);
    });
  }

  /** Lets a withdrawn one hold again, as it stood. Errors as `lapor`. */
  async pulihkan(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { r, ormas } = await this.buka(em, aktor, 'pulihkan', { id, versi, milikAnda: {} });
      const hidup = { batalPada: null, batalOleh: null, batalAlasan: null, versi: versi + 1 };
      await em.update(Rekomendasi, { id, versi }, hidup);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'rekomendasi.pulihkan', objek: OBJEK, objekId: id, ormasId: r.ormasId },
        ringkasan: `Rekomendasi dipulihkan: ${r.isi}`,
        rincian: { alasanBatal: r.batalAlasan },
      });
      await this.kabari(em, r, ormas, 'Rekomendasi berlaku kembali', r.isi);
    });
  }

  private async tandaiSelesai(
    em: EntityManager,
    aktor: Aktor,
    b: { r: Rekomendasi; ormas: OrmasRekomendasi; selesaiPada: string; alasan?: string },
  ): Promise<void> {
    const { id, versi, ormasId, isi } = b.r;
    await em.update(Rekomendasi, { id, versi }, { selesaiPada: b.selesaiPada, dilaporkanPada: null, versi: versi + 1 });
    await this.audit.catat(em, aktor, {
      ...{ aksi: 'rekomendasi.selesai', objek: OBJEK, objekId: id, ormasId },
      ringkasan: `Rekomendasi selesai ${tanggal(b.selesaiPada)}: ${isi}`,
      rincian: { sebelum: null, sesudah: b.selesaiPada, ...(b.alasan !== undefined && { alasan: b.alasan }) },
    });
    await this.kabari(em, b.r, b.ormas, 'Rekomendasi dinyatakan selesai', `${isi}\nSelesai ${tanggal(b.selesaiPada)}.`);
  }

  /** Locks it and asks, in this order: may one see it, may one do this, has one seen its present version, may it be now. */
  private async buka(
    em: EntityManager,
    aktor: Aktor,
    aksi: TindakanRekomendasi,
    { id, versi, milikAnda }: { id: number; versi: number; milikAnda: Record<string, string> },
  ): Promise<{ r: Rekomendasi; ormas: OrmasRekomendasi }> {
    const r = await kunciRekomendasi(em, id);
    const ormas = await bacaOrmasRekomendasi(em, r.ormasId);
    const objek = { ormas, status: statusRekomendasi(r) };
    if (!bolehLihatRekomendasi(aktor, ormas)) throw new DomainError('tidak-ditemukan');
    if (!berwenangRekomendasi(aktor, aksi, objek)) throw new DomainError('tidak-berwenang');
    if (r.versi !== versi) {
      const terakhir = await terakhirDiubah(em, OBJEK, id);
      const tersimpan = {
        Keadaan: SEBUTAN_STATUS[objek.status].teks,
        'Selesai pada': r.selesaiPada === null ? 'belum selesai' : tanggal(r.selesaiPada),
      };
      throw new DomainError('versi-berbeda', undefined, { ...terakhir, milikAnda, tersimpan });
    }
    if (!bolehRekomendasi(aktor, aksi, objek)) throw new DomainError('transisi-tidak-sah');
    return { r, ormas };
  }

  private async catatKemajuan(
    em: EntityManager,
    aktor: Aktor,
    r: Rekomendasi,
    k: LaporanKemajuan & { bukti: BerkasKemajuan; diterima: boolean },
  ): Promise<void> {
    if (k.bukti.length > BUKTI_MAKS)
      throw new DomainError('berkas-ditolak', `Satu laporan paling banyak memuat ${BUKTI_MAKS} berkas.`);
    const kini = this.clock.sekarang();
    const putus = k.diterima ? ['diterima', aktor.id, kini] : [null, null, null];
    const { insertId } = await em.query<{ insertId: number }>(
      `INSERT INTO rekomendasi_kemajuan
         (rekomendasi_id, uraian, selesai_pada, dibuat_oleh, dibuat_pada, putusan, diputuskan_oleh, diputuskan_pada)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [r.id, k.uraian.slice(0, 1000), k.selesaiPada, aktor.id, kini, ...putus],
    );
    if (k.bukti.length === 0) return;
    const pemilik = { objek: OBJEK, objekId: r.id, ormasId: r.ormasId, dibuatOleh: aktor.id };
    for (const b of await this.berkas.catatBanyak(
      em,
      k.bukti.map((siap) => ({ siap, pemilik })),
    ))
      await em.query('INSERT INTO rekomendasi_berkas (kemajuan_id, berkas_id) VALUES (?, ?)', [insertId, b]);
  }

  private async putuskan(
    em: EntityManager,
    aktor: Aktor,
    id: number,
    putusan: 'diterima' | 'dikembalikan',
    catatan: string | null,
  ): Promise<void> {
    await em.query(
      `UPDATE rekomendasi_kemajuan SET putusan = ?, catatan = ?, diputuskan_oleh = ?, diputuskan_pada = ?
       WHERE rekomendasi_id = ? AND putusan IS NULL AND selesai_pada IS NOT NULL`,
      [putusan, catatan?.slice(0, 300) ?? null, aktor.id, this.clock.sekarang(), id],
    );
  }

  private async kabari(
    em: EntityManager,
    r: { id: number; versi: number },
    ormas: OrmasRekomendasi,
    judul: string,
    isi: string,
  ): Promise<void> {
    const kunci = `rekomendasi/${r.id}/${r.versi}/ormas`;
    await this.notifikasi.titip(em, {
      ...{ jenis: 'rekomendasi', ormasId: ormas.id, tautan: `/rekomendasi/${r.id}`, kunci, judul, isi },
    });
  }

  private hari(): string {
    return tanggalWib(this.clock.sekarang());
  }
}

/** What was typed of a report, for the page that shows it beside what is stored: files are chosen again, words are not typed again. */
const kataLaporan = ({ uraian, selesaiPada }: LaporanKemajuan): Record<string, string> => ({
  ...(uraian !== '' && { Uraian: uraian }),
  ...(selesaiPada !== null && {
    'Selesai pada': tanggalSah(selesaiPada) ? tanggal(selesaiPada) : selesaiPada,
  }),
});

function pastikan(isian: GalatIsian[]): void {
  if (isian.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian });
}

function pastikanKata(bidang: string, kata: string, pesan: string): void {
  if (kata.length < 5) pastikan([{ bidang, pesan }]);
}
