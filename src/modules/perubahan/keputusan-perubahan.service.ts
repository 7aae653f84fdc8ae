import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggal } from '../../common/format.js';
import { tanggalWib } from '../../common/tanggal.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { terakhirDiubah } from '../audit/audit.service.js';
import { type KeadaanLama, type OrmasTerkunci, UbahOrmasService } from '../ormas/ubah-ormas.service.js';
import { JejakPerubahan } from './jejak-perubahan.js';
import { ATURAN, kataKini, kataUsul, uraiUsul } from './perubahan.aturan.js';
import { PerubahanOrmas } from './perubahan.entity.js';
import { bacaBukti, bacaOrmasPerubahan, ketikanDari, kunciPerubahan, objekDari } from './perubahan.kueri.js';
import { berwenangPerubahan, bolehPerubahan } from './perubahan.policy.js';
import { SEBUTAN_STATUS, type TindakanPerubahan, TRANSISI_PERUBAHAN } from './perubahan.status.js';
import { RujukanPerubahanService } from './rujukan-perubahan.service.js';

const KEHENDAK: Readonly<Partial<Record<TindakanPerubahan, string>>> = {
  kembalikan: 'Kembalikan untuk diperbaiki',
  setujui: 'Setujui',
  tolak: 'Tolak',
  bukaKembali: 'Buka kembali',
};

/** What the officer has on the screen: the version of the request, and that of the register it was compared with. */
export interface VersiTerlihat {
  versi: number;
  versiOrmas: number;
}

type Keputusan = 'kembalikan' | 'setujui' | 'tolak' | 'bukaKembali';

/** Decisions of the office on requests. An approval changes the register in the same transaction. */
@Injectable()
export class KeputusanPerubahanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly jejak: JejakPerubahan,
    private readonly register: UbahOrmasService,
    private readonly rujukan: RujukanPerubahanService,
  ) {}

  /**
   * Sends a request back; `catatan` says what is to be mended.
   * @throws DomainError `isian-tidak-sah` without remarks; `tidak-ditemukan`, `tidak-berwenang`, `transisi-tidak-sah`,
   *   `versi-berbeda` with both decisions
   */
  async kembalikan(aktor: Aktor, id: number, v: VersiTerlihat, catatan: string): Promise<void> {
    const kata = wajib(
      'catatan',
      catatan,
      'Tulis apa yang perlu diperbaiki, agar pemohon tahu apa yang harus dilakukan.',
    );
    await this.tanpaRegister(aktor, id, v, { aksi: 'kembalikan', sebutan: 'dikembalikan untuk diperbaiki', kata });
  }

  /** Refuses a request; `catatan` says why. The way back is `bukaKembali`. Errors as `kembalikan`. */
  async tolak(aktor: Aktor, id: number, v: VersiTerlihat, catatan: string): Promise<void> {
    const kata = wajib('catatan', catatan, 'Tulis alasan penolakan.');
    await this.tanpaRegister(aktor, id, v, { aksi: 'tolak', sebutan: 'ditolak', kata });
  }

  /**
   * Lets a change hold: the register, its dated history and what depends on it, in one transaction.
   * @throws DomainError as `kembalikan`; `versi-berbeda` also when the register has changed since the officer's page was
   *   made, with what was asked beside what holds now; `isian-tidak-sah` when the present value began after the day asked
   */
  async setujui(aktor: Aktor, id: number, v: VersiTerlihat, catatan = ''): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { p, o } = await this.buka(em, aktor, 'setujui', id, v.versi);
      const status = statusSetelah(TRANSISI_PERUBAHAN, 'setujui', p.status);
      const rujukan = await this.rujukan.data();
      const kini = this.clock.sekarang();
      const { usul, galat } = uraiUsul(p.perihal, ketikanDari(p), rujukan, tanggalWib(kini));
      if (!usul) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
      const [sebelum, sesudah] = [kataKini(p.perihal, o, rujukan), kataUsul(usul, rujukan)];
      if (o.versi !== v.versiOrmas)
        throw new DomainError(
          'versi-berbeda',
          'Data ormas ini berubah sesudah halaman Anda dibuka. Belum ada yang disetujui; bandingkan, lalu putuskan lagi.',
          { milikAnda: sesudah, tersimpan: sebelum },
        );
      const [bukti] = await bacaBukti(em, id);
      const dokumen = usul.dokumen && { ...usul.dokumen, berkasId: bukti?.berkasId ?? null };
      const apa = { perubahanId: id, alasan: p.alasan };
      const lama = await this.register.terapkan(em, aktor, o, { ...usul, dokumen }, apa);
      await this.simpan(em, aktor, p, { status, catatan: catatan.trim() || null, keadaanLama: JSON.stringify(lama) });
      await this.jejak.catat(em, aktor, {
        ...{ aksi: 'perubahan.setujui', objek: 'perubahan', objekId: id, ormasId: p.ormasId },
        ringkasan: `Perubahan disetujui: ${ATURAN[p.perihal].sebutan}, berlaku sejak ${tanggal(usul.berlaku)}`,
        rincian: { sebelum, sesudah, alasan: p.alasan, berlaku: usul.berlaku, ...(catatan.trim() && { catatan }) },
      });
      await this.jejak.kabariSurat(em, p);
    });
  }

  /**
   * Reverses a decision by a new one: the request waits again, and of an approval the register gets back what it
   * replaced, as if it had never held.
   * @throws DomainError as `kembalikan`; `transisi-tidak-sah` also when something else has changed the same data since
   */
  async bukaKembali(aktor: Aktor, id: number, v: VersiTerlihat, alasan: string): Promise<void> {
    const kata = wajib('alasan', alasan, 'Tulis alasan membuka kembali keputusan ini.');
    await this.transaksi.jalankan(async (em) => {
      const { p, o } = await this.buka(em, aktor, 'bukaKembali', id, v.versi);
      const status = statusSetelah(TRANSISI_PERUBAHAN, 'bukaKembali', p.status);
      const rincian: Record<string, unknown> = { alasan: kata };
      if (p.status === 'disetujui') {
        const rujukan = await this.rujukan.data();
        rincian.sebelum = kataKini(p.perihal, o, rujukan);
        const lama = JSON.parse(p.keadaanLama ?? 'null') as KeadaanLama;
        await this.register.kembalikan(em, aktor, o, { perihal: p.perihal, lama, perubahanId: id, alasan: kata });
        rincian.sesudah = kataKini(p.perihal, await this.register.baca(em, p.ormasId), rujukan);
      }
      const dibatalkan = p.status === 'disetujui' ? 'Persetujuan perubahan dibatalkan' : 'Keputusan dibuka kembali';
      await this.simpan(em, aktor, p, { status, catatan: null });
      await this.jejak.catat(em, aktor, {
        ...{ aksi: 'perubahan.buka-kembali', objek: 'perubahan', objekId: id, ormasId: p.ormasId },
        ringkasan: `${dibatalkan}: ${ATURAN[p.perihal].sebutan}`,
        rincian,
      });
      if (p.status === 'disetujui') await this.jejak.kabariSurat(em, p);
    });
  }

  private async tanpaRegister(
    aktor: Aktor,
    id: number,
    v: VersiTerlihat,
    apa: { aksi: 'kembalikan' | 'tolak'; sebutan: string; kata: string },
  ): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { p } = await this.buka(em, aktor, apa.aksi, id, v.versi);
      const status = statusSetelah(TRANSISI_PERUBAHAN, apa.aksi, p.status);
      await this.simpan(em, aktor, p, { status, catatan: apa.kata });
      await this.jejak.catat(em, aktor, {
        ...{ aksi: `perubahan.${apa.aksi}`, objek: 'perubahan', objekId: id, ormasId: p.ormasId },
        ringkasan: `Permohonan perubahan ${apa.sebutan}: ${ATURAN[p.perihal].sebutan}`,
        rincian: { alasan: apa.kata },
      });
    });
  }

  /** Locks request and ormas and asks: may one see it, may one decide, has one seen its present version. */
  private async buka(
    em: EntityManager,
    aktor: Aktor,
    aksi: Keputusan,
    id: number,
    versi: number,
  ): Promise<{ p: PerubahanOrmas; o: OrmasTerkunci }> {
    const p = await kunciPerubahan(em, id);
    const objek = objekDari(p, await bacaOrmasPerubahan(em, p.ormasId));
    if (!bolehPerubahan(aktor, 'lihat', objek)) throw new DomainError('tidak-ditemukan');
    if (!berwenangPerubahan(aktor, aksi, objek)) throw new DomainError('tidak-berwenang');
    if (p.versi !== versi)
      throw new DomainError('versi-berbeda', undefined, {
        ...(await terakhirDiubah(em, 'perubahan', id)),
        milikAnda: { Keputusan: KEHENDAK[aksi] ?? '' },
        tersimpan: { Keputusan: SEBUTAN_STATUS[p.status].teks, Catatan: p.catatan ?? '' },
      });
    return { p, o: await this.rujukan.kini(em, p.ormasId, true) };
  }

  private async simpan(
    em: EntityManager,
    aktor: Aktor,
    p: PerubahanOrmas,
    isi: Partial<PerubahanOrmas>,
  ): Promise<void> {
    const kini = this.clock.sekarang();
    await em.update(
      PerubahanOrmas,
      { id: p.id, versi: p.versi },
      { ...isi, diputuskanPada: kini, diputuskanOleh: aktor.id, versi: p.versi + 1, diubahPada: kini },
    );
  }
}

/** Remarks that must be there, in a form's field. */
function wajib(bidang: string, teks: string, pesan: string): string {
  const kata = teks.trim();
  if (kata.length < 5) throw new DomainError('isian-tidak-sah', undefined, { isian: [{ bidang, pesan }] });
  return kata.slice(0, 1000);
}
