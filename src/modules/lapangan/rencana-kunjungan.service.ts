import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { hariTanggal, tanggal } from '../../common/format.js';
import { tanggalWib } from '../../common/tanggal.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { bolehLihatOrmas } from '../ormas/ormas.policy.js';
import { JejakKunjungan } from './jejak-kunjungan.js';
import { kataJam, type Ketikan, potretRencana, RENCANA_MAKS, uraiRencana } from './kunjungan.aturan.js';
import { Kunjungan } from './kunjungan.entity.js';
import {
  bacaCalonPetugas,
  bacaOrmasSasaran,
  bacaPetugas,
  buka,
  type KunjunganTerbuka,
  simpan,
  simpanPetugas,
} from './kunjungan.kueri.js';
import { bolehLihatKunjungan, bolehRencanakanKunjungan } from './kunjungan.policy.js';
import { STATUS_BERJALAN, TRANSISI_KUNJUNGAN } from './kunjungan.status.js';
import {
  type IsianRencana,
  type PetugasKunjungan,
  type Sasaran,
  type SasaranKunjungan,
  SEBUTAN_TUJUAN,
} from './kunjungan.types.js';
import { SumberPendaftaran } from './sumber-pendaftaran.js';

/** Planning of field visits: to one ormas, to several at once, or to an application that is being examined. */
@Injectable()
export class RencanaKunjunganService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly jejak: JejakKunjungan,
    private readonly sumber: SumberPendaftaran,
  ) {}

  /**
   * Plans a visit to each of these, all or none. Several share day, officers and purpose; each is visited at its own
   * recorded address.
   * @returns ids in the order given
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`; `transisi-tidak-sah` for what may not be visited now;
   *   `isian-tidak-sah`; `sudah-ada` at the field of the day when one of them is visited that day already
   */
  async rencanakan(aktor: Aktor, sasaran: readonly Sasaran[], k: Ketikan): Promise<number[]> {
    if (!bolehRencanakanKunjungan(aktor)) throw new DomainError('tidak-berwenang');
    if (sasaran.length === 0) throw new DomainError('tidak-ditemukan');
    if (sasaran.length > RENCANA_MAKS)
      throw new DomainError('isian-tidak-sah', `Rencanakan paling banyak ${RENCANA_MAKS} kunjungan sekaligus.`);
    return this.transaksi.jalankan(async (em) => {
      const { isian, petugas } = await this.urai(em, k, null);
      const hasil: number[] = [];
      // Always in one order, so that two who plan the same ormas at once wait for each other instead of locking up.
      const urut = [...sasaran].sort((a, b) => a.jenis.localeCompare(b.jenis) || a.id - b.id);
      for (const s of urut) {
        const tuju = await this.sasaran(em, aktor, s, true);
        await this.pastikanTunggal(em, s, isian.tanggal, null);
        const tempat = (sasaran.length === 1 && isian.tempat) || tuju.alamat || 'Alamat belum tercatat';
        hasil.push(await this.sisipkan(em, aktor, tuju, { ...isian, tempat }, petugas));
      }
      return sasaran.map((s) => hasil[urut.indexOf(s)] ?? 0);
    });
  }

  /**
   * Whom a visit would go to, when the actor may plan one there.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`, `transisi-tidak-sah`
   */
  async calon(em: EntityManager, aktor: Aktor, s: Sasaran): Promise<SasaranKunjungan> {
    if (!bolehRencanakanKunjungan(aktor)) throw new DomainError('tidak-berwenang');
    return this.sasaran(em, aktor, s, false);
  }

  /**
   * Changes day, officers, place or purpose of a visit that has not begun.
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `versi-berbeda` with both plans, `transisi-tidak-sah`,
   *   `isian-tidak-sah`, `sudah-ada`
   */
  async ubah(aktor: Aktor, id: number, versi: number, k: Ketikan): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { isian, petugas } = await this.urai(em, k, id);
      const dipilih = petugas.filter((p) => isian.petugas.includes(p.id)).map((p) => p.nama);
      const kehendak = potretRencana(isian, dipilih);
      const { k: lama, objek } = await buka(em, aktor, 'ubahRencana', { id, versi, kehendak }, async (x) =>
        potretRencana(
          x,
          (await bacaPetugas(em, id)).map((p) => p.nama),
        ),
      );
      if (lama.status !== 'direncanakan')
        throw new DomainError('transisi-tidak-sah', 'Kunjungan ini tidak lagi direncanakan.');
      await this.pastikanTunggal(em, sasaranDari(lama), isian.tanggal, id);
      const sebelum = potretRencana(
        lama,
        (await bacaPetugas(em, id)).map((p) => p.nama),
      );
      const { petugas: baru, ...rencana } = isian;
      const tempat = isian.tempat || lama.tempat;
      await simpan(em, lama, { ...rencana, tempat }, this.clock.sekarang());
      await simpanPetugas(em, id, baru);
      await this.jejak.catat(em, aktor, id, {
        aksi: 'kunjungan.ubah-rencana',
        ormasId: lama.ormasId,
        ringkasan: `Rencana kunjungan lapangan diubah: ${tanggal(isian.tanggal)}`,
        rincian: { sebelum, sesudah: potretRencana({ ...isian, tempat }, dipilih) },
      });
      const kejadian = { id, versi: versi + 1, objek };
      const kata = { judul: `Jadwal kunjungan berubah: ${objek.nama}`, isi: kalimatRencana(isian, dipilih) };
      await this.jejak.beritahuOrmas(em, kejadian, kata);
      await this.jejak.beritahuPetugas(em, aktor, kejadian, [...new Set([...objek.petugas, ...baru])], kata);
    });
  }

  /** Calls a visit off; the ormas reads the reason. The way back is `pulihkan`. Errors as `ubah`. */
  async batalkan(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const kata = wajib(alasan, 'Tulis alasan membatalkan; ormas akan membacanya.');
    await this.putuskan(aktor, id, versi, { aksi: 'batalkan', sebutan: 'Kunjungan lapangan dibatalkan', kata });
  }

  /** Plans a visit again that was called off, for the same day as before. Errors as `ubah`. */
  async pulihkan(aktor: Aktor, id: number, versi: number, alasan: string): Promise<void> {
    const kata = wajib(alasan, 'Tulis alasan merencanakan kembali kunjungan ini.');
    await this.putuskan(aktor, id, versi, {
      aksi: 'pulihkan',
      sebutan: 'Kunjungan lapangan direncanakan kembali',
      kata,
    });
  }

  /** The visits of an application become those of the ormas that it became, within the transaction that registers it. */
  async kaitkanOrmas(em: EntityManager, pendaftaranId: number, ormasId: number): Promise<void> {
    await em.query(
      'UPDATE kunjungan SET ormas_id = ?, versi = versi + 1 WHERE pendaftaran_id = ? AND ormas_id IS NULL',
      [ormasId, pendaftaranId],
    );
  }

  private async putuskan(
    aktor: Aktor,
    id: number,
    versi: number,
    p: { aksi: 'batalkan' | 'pulihkan'; sebutan: string; kata: string },
  ): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const kehendak = { Tindakan: p.sebutan, Alasan: p.kata };
      const { k, objek }: KunjunganTerbuka = await buka(em, aktor, p.aksi, { id, versi, kehendak });
      const status = statusSetelah(TRANSISI_KUNJUNGAN, p.aksi, k.status);
      if (p.aksi === 'pulihkan') await this.pastikanTunggal(em, sasaranDari(k), k.tanggal, id);
      await simpan(em, k, { status, alasan: p.aksi === 'batalkan' ? p.kata : null }, this.clock.sekarang());
      await this.jejak.catat(em, aktor, id, {
        aksi: p.aksi === 'batalkan' ? 'kunjungan.batalkan' : 'kunjungan.pulihkan',
        ormasId: k.ormasId,
        ringkasan: `${p.sebutan}: ${tanggal(k.tanggal)}`,
        rincian: { alasan: p.kata },
      });
      const kejadian = { id, versi: versi + 1, objek };
      const kata = { judul: `${p.sebutan}: ${objek.nama}`, isi: `Hari kunjungan: ${hariTanggal(k.tanggal)}.` };
      await this.jejak.beritahuOrmas(em, kejadian, kata);
      await this.jejak.beritahuPetugas(em, aktor, kejadian, objek.petugas, kata);
    });
  }

  private async urai(
    em: EntityManager,
    k: Ketikan,
    id: number | null,
  ): Promise<{ isian: IsianRencana; petugas: PetugasKunjungan[] }> {
    const petugas = await bacaCalonPetugas(em, id);
    const hari = tanggalWib(this.clock.sekarang());
    const { isian, galat } = uraiRencana(k, new Set(petugas.map((p) => p.id)), hari);
    if (!isian) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
    return { isian, petugas };
  }

  private async sasaran(em: EntityManager, aktor: Aktor, s: Sasaran, kunci: boolean): Promise<SasaranKunjungan> {
    if (kunci && s.jenis === 'pendaftaran')
      await em.query('SELECT id FROM pendaftaran WHERE id = ? FOR UPDATE', [s.id]);
    const tuju = s.jenis === 'ormas' ? await bacaOrmasSasaran(em, s.id, kunci) : await this.sumber.ambil(em, s.id);
    if (!tuju) throw new DomainError('tidak-ditemukan');
    const terlihat =
      s.jenis === 'ormas'
        ? bolehLihatOrmas(aktor, { id: s.id, opdId: tuju.opdId })
        : bolehLihatKunjungan(aktor, { ...OBJEK_BARU, pemohonId: tuju.pemohonId });
    if (!terlihat) throw new DomainError('tidak-ditemukan');
    if (!tuju.terbuka)
      throw new DomainError(
        'transisi-tidak-sah',
        s.jenis === 'ormas'
          ? `${tuju.nama} tidak ada lagi dalam register, jadi tidak dikunjungi.`
          : 'Pendaftaran ini tidak sedang diperiksa, jadi tidak dikunjungi.',
      );
    return tuju;
  }

  /** One visit to one place on one day: of two officers who plan it the second hears of the first. */
  private async pastikanTunggal(em: EntityManager, s: Sasaran, hari: string, kecuali: number | null): Promise<void> {
    const [ada] = await em.query<{ id: number; oleh: string | null }[]>(
      `SELECT k.id, a.nama AS oleh FROM kunjungan k LEFT JOIN akun a ON a.id = k.dibuat_oleh
       WHERE ${s.jenis === 'ormas' ? 'k.ormas_id' : 'k.pendaftaran_id'} = ? AND k.tanggal = ? AND k.status IN (?)
         AND k.id <> ? LIMIT 1`,
      [s.id, hari, STATUS_BERJALAN, kecuali ?? 0],
    );
    if (!ada) return;
    const pesan = `Pada ${tanggal(hari)} sudah ada kunjungan ke tempat ini, direncanakan ${ada.oleh ?? 'orang lain'} (kunjungan nomor ${ada.id}). Pilih hari lain, atau ubah kunjungan itu.`;
    throw new DomainError('sudah-ada', pesan, { isian: [{ bidang: 'tanggal', pesan }] });
  }

  private async sisipkan(
    em: EntityManager,
    aktor: Aktor,
    tuju: SasaranKunjungan,
    isian: IsianRencana,
    petugas: readonly PetugasKunjungan[],
  ): Promise<number> {
    const kini = this.clock.sekarang();
    const { petugas: pergi, ...rencana } = isian;
    const ormasId = tuju.sasaran.jenis === 'ormas' ? tuju.sasaran.id : null;
    const { identifiers } = await em.insert(Kunjungan, {
      ...rencana,
      ormasId,
      pendaftaranId: tuju.sasaran.jenis === 'pendaftaran' ? tuju.sasaran.id : null,
      ...{ kelurahanId: tuju.kelurahanId, status: 'direncanakan', periksa: '{}', temuan: '', rekomendasi: '' },
      ...{ dibuatOleh: aktor.id, dibuatPada: kini, diubahPada: kini, versi: 1 },
    });
    const { id } = identifiers[0] as { id: number };
    await simpanPetugas(em, id, pergi);
    const nama = petugas.filter((p) => pergi.includes(p.id)).map((p) => p.nama);
    await this.jejak.catat(em, aktor, id, {
      aksi: 'kunjungan.rencanakan',
      ormasId,
      ringkasan: `Kunjungan lapangan direncanakan untuk ${tanggal(isian.tanggal)}: ${SEBUTAN_TUJUAN[isian.tujuan]}`,
      rincian: { sesudah: potretRencana(isian, nama) },
    });
    const kejadian = { id, versi: 1, objek: { ormasId, pemohonId: tuju.pemohonId } };
    const apa = isian.tanggal < tanggalWib(kini) ? 'dicatat' : 'direncanakan';
    const kata = { judul: `Kunjungan petugas ${apa}: ${tuju.nama}`, isi: kalimatRencana(isian, nama) };
    await this.jejak.beritahuOrmas(em, kejadian, kata);
    await this.jejak.beritahuPetugas(em, aktor, kejadian, pergi, kata);
    return id;
  }
}

const OBJEK_BARU = {
  ...{ ormasId: null, ormasOpdId: null, petugas: [] as number[], status: 'direncanakan' as const },
};

const sasaranDari = (k: Kunjungan): Sasaran =>
  k.ormasId === null ? { jenis: 'pendaftaran', id: k.pendaftaranId ?? 0 } : { jenis: 'ormas', id: k.ormasId };

/** What the ormas and the officers should know of a plan. */
function kalimatRencana(i: IsianRencana, petugas: readonly string[]): string {
  const kapan = hariTanggal(i.tanggal) + (i.jam === null ? '' : `, ${kataJam(i.jam)}`);
  return `${SEBUTAN_TUJUAN[i.tujuan]}. ${kapan}. Petugas: ${petugas.join(', ')}.`;
}

/** A reason that must be there. @throws DomainError `isian-tidak-sah` at the field `alasan` */
export function wajib(teks: string, pesan: string): string {
  const kata = teks.trim();
  const isian: GalatIsian[] =
    kata.length < 5
      ? [{ bidang: 'alasan', pesan }]
      : kata.length > 500
        ? [{ bidang: 'alasan', pesan: 'Alasan paling banyak 500 huruf.' }]
        : [];
  if (isian.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian });
  return kata;
}
