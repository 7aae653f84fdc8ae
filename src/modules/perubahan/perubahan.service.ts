import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { pastikanBukanGabungan } from '../ormas/gabungan-ormas.service.js';
import { type BerkasSiap } from '../berkas/berkas.types.js';
import { bolehLihatOrmas } from '../ormas/ormas.policy.js';
import {
  ATURAN,
  bandingkan,
  kataKini,
  kataUsul,
  type Ketikan,
  namaIsian,
  type Perihal,
  uraiUsul,
} from './perubahan.aturan.js';
import { PerubahanOrmas } from './perubahan.entity.js';
import { bacaBukti, bacaOrmasPerubahan, ketikanDari, kunciPerubahan, objekDari } from './perubahan.kueri.js';
import { type AksiPerubahan, asalPerubahan, berwenangPerubahan, bolehPerubahan } from './perubahan.policy.js';
import { SEBUTAN_STATUS, STATUS_DAPAT_DIUBAH, TRANSISI_PERUBAHAN } from './perubahan.status.js';
import { RujukanPerubahanService } from './rujukan-perubahan.service.js';

const OBJEK = 'perubahan';
/** Pieces of evidence in one request. */
export const BUKTI_MAKS = 6;

/** New evidence, and which of the old is no longer meant. */
export interface PerubahanBukti {
  tambah: readonly BerkasSiap[];
  lepas: readonly number[];
}

const TANPA_BUKTI: PerubahanBukti = { tambah: [], lepas: [] };

/** What an ormas, or an officer with its paper in hand, does with requests for changes. */
@Injectable()
export class PerubahanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly rujukan: RujukanPerubahanService,
  ) {}

  /**
   * Begins a request about one matter. It may be as unfinished as its writer likes; evidence is attached at once.
   * @returns the id of the draft (its version is 1)
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `berkas-ditolak`
   */
  async buat(
    aktor: Aktor,
    ormasId: number,
    perihal: Perihal,
    ketikan: Ketikan,
    bukti: PerubahanBukti = TANPA_BUKTI,
  ): Promise<number> {
    const urai = await this.urai(perihal, ketikan);
    return this.transaksi.jalankan(async (em) => {
      const ormas = await bacaOrmasPerubahan(em, ormasId);
      if (!bolehLihatOrmas(aktor, ormas)) throw new DomainError('tidak-ditemukan');
      await pastikanBukanGabungan(em, ormasId);
      const asal = asalPerubahan(aktor, ormas);
      if (asal === null) throw new DomainError('tidak-berwenang');
      const kini = this.clock.sekarang();
      const { identifiers } = await em.insert(PerubahanOrmas, {
        ...{ ormasId, perihal, asal, status: 'draf', ...kolomDari(perihal, ketikan, urai) },
        ...{ dibuatOleh: aktor.id, versi: 1, dibuatPada: kini, diubahPada: kini },
      });
      const id = (identifiers[0] as { id: number }).id;
      await this.ubahBukti(em, aktor, { id, ormasId, diajukanPertamaPada: null }, bukti);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'perubahan.buat', objek: OBJEK, objekId: id, ormasId },
        ringkasan: `Draf permohonan perubahan dibuat: ${ATURAN[perihal].sebutan}`,
      });
      return id;
    });
  }

  /**
   * Changes a draft or a returned request.
   * @returns the new version
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `transisi-tidak-sah`, `versi-berbeda` with both versions
   */
  async ubah(aktor: Aktor, id: number, versi: number, ketikan: Ketikan, bukti = TANPA_BUKTI): Promise<number> {
    return this.transaksi.jalankan(async (em) => {
      const p = await this.buka(em, aktor, 'ubah', id, versi);
      if (!STATUS_DAPAT_DIUBAH.includes(p.status)) {
        const { teks } = SEBUTAN_STATUS[p.status];
        throw new DomainError('transisi-tidak-sah', `Permohonan ini berstatus “${teks}” sehingga tidak dapat diubah.`);
      }
      const urai = await this.urai(p.perihal, ketikan);
      await em.update(
        PerubahanOrmas,
        { id, versi },
        { ...kolomDari(p.perihal, ketikan, urai), versi: versi + 1, diubahPada: this.clock.sekarang() },
      );
      await this.ubahBukti(em, aktor, p, bukti);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'perubahan.ubah', objek: OBJEK, objekId: id, ormasId: p.ormasId },
        ringkasan: `Permohonan perubahan diubah: ${ATURAN[p.perihal].sebutan}`,
      });
      return versi + 1;
    });
  }

  /**
   * Sends a request to the office, with what the register says today beside it.
   * @throws DomainError `isian-tidak-sah` with everything that is missing; `berkas-ditolak` naming a damaged file;
   *   `tidak-ditemukan`, `tidak-berwenang`, `versi-berbeda`, `transisi-tidak-sah`
   */
  async ajukan(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const p = await this.buka(em, aktor, 'ajukan', id, versi);
      const status = statusSetelah(TRANSISI_PERUBAHAN, 'ajukan', p.status);
      const { perihal, ormasId } = p;
      const urai = await this.urai(perihal, ketikanDari(p));
      const bukti = await bacaBukti(em, id);
      const galat = [...urai.galat];
      if (ATURAN[perihal].bukti.wajib && bukti.length === 0)
        galat.push({ bidang: 'bukti', pesan: `Lampirkan ${ATURAN[perihal].bukti.sebutan}.` });
      const rujukan = await this.rujukan.data();
      const sebelum = kataKini(perihal, await this.rujukan.kini(em, ormasId, false), rujukan);
      const sesudah = urai.usul && kataUsul(urai.usul, rujukan);
      if (sesudah && bandingkan(sebelum, sesudah).every((b) => !b.berbeda)) {
        const pesan = 'Isinya sama dengan yang sudah tercatat; tidak ada yang perlu diubah.';
        galat.push({ bidang: ATURAN[perihal].isian[0]?.nama ?? 'alasan', pesan });
      }
      if (galat.length > 0 || !sesudah) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
      for (const b of bukti)
        if (!(await this.berkas.utuh([b])))
          throw new DomainError(
            'berkas-ditolak',
            `Berkas “${b.nama}” tidak lagi utuh di penyimpanan. Permohonan belum dikirim; lampirkan ulang berkas itu.`,
          );
      const kini = this.clock.sekarang();
      await em.update(
        PerubahanOrmas,
        { id, versi },
        {
          ...{ status, sebelum: JSON.stringify(sebelum), diajukanPertamaPada: p.diajukanPertamaPada ?? kini },
          ...{ diajukanPada: kini, versi: versi + 1, diubahPada: kini },
        },
      );
      const lagi = p.diajukanPertamaPada === null ? '' : ' kembali';
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'perubahan.ajukan', objek: OBJEK, objekId: id, ormasId },
        ringkasan: `Permohonan perubahan diajukan${lagi}: ${ATURAN[perihal].sebutan}`,
        rincian: { sebelum, sesudah, alasan: urai.alasan, berlaku: urai.berlaku, berkas: bukti.map((b) => b.sha256) },
      });
    });
  }

  /** Withdraws a request that is not decided. The way back is `pulihkan`. Errors as `ubah`. */
  async cabut(aktor: Aktor, id: number, versi: number, alasan = ''): Promise<void> {
    await this.pindahkan(aktor, id, versi, { aksi: 'cabut', sebutan: 'dicabut pemohon', alasan });
  }

  /** Makes a withdrawn request a draft again. Errors as `ubah`. */
  async pulihkan(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.pindahkan(aktor, id, versi, { aksi: 'pulihkan', sebutan: 'dipulihkan menjadi draf', alasan: '' });
  }

  private async pindahkan(
    aktor: Aktor,
    id: number,
    versi: number,
    apa: { aksi: 'cabut' | 'pulihkan'; sebutan: string; alasan: string },
  ): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const p = await this.buka(em, aktor, apa.aksi, id, versi);
      const status = statusSetelah(TRANSISI_PERUBAHAN, apa.aksi, p.status);
      await em.update(PerubahanOrmas, { id, versi }, { status, versi: versi + 1, diubahPada: this.clock.sekarang() });
      await this.audit.catat(em, aktor, {
        ...{ aksi: `perubahan.${apa.aksi}`, objek: OBJEK, objekId: id, ormasId: p.ormasId },
        ringkasan: `Permohonan perubahan ${apa.sebutan}: ${ATURAN[p.perihal].sebutan}`,
        rincian: { ...(apa.alasan && { alasan: apa.alasan }), ...(p.diajukanPertamaPada === null && { draf: true }) },
      });
    });
  }

  private async urai(perihal: Perihal, ketikan: Ketikan) {
    return uraiUsul(perihal, ketikan, await this.rujukan.data(), tanggalWib(this.clock.sekarang()));
  }

  /** Locks the request and asks, in this order: may one see it, may one do this, has one seen its present version. */
  private async buka(
    em: EntityManager,
    aktor: Aktor,
    aksi: AksiPerubahan,
    id: number,
    versi: number,
  ): Promise<PerubahanOrmas> {
    const p = await kunciPerubahan(em, id);
    const objek = objekDari(p, await bacaOrmasPerubahan(em, p.ormasId));
    if (!bolehPerubahan(aktor, 'lihat', objek)) throw new DomainError('tidak-ditemukan');
    if (!berwenangPerubahan(aktor, aksi, objek)) throw new DomainError('tidak-berwenang');
    if (p.versi !== versi) {
      const tersimpan = { Status: SEBUTAN_STATUS[p.status].teks, Catatan: p.catatan ?? '' };
      const terakhir = await terakhirDiubah(em, OBJEK, id);
      throw new DomainError('versi-berbeda', undefined, { ...terakhir, milikAnda: {}, tersimpan });
    }
    return p;
  }

  private async ubahBukti(
    em: EntityManager,
    aktor: Aktor,
    p: Pick<PerubahanOrmas, 'id' | 'ormasId' | 'diajukanPertamaPada'>,
    bukti: PerubahanBukti,
  ): Promise<void> {
    if (bukti.lepas.length > 0) await this.lepasBukti(em, p, bukti.lepas);
    if (bukti.tambah.length === 0) return;
    if ((await bacaBukti(em, p.id)).length + bukti.tambah.length > BUKTI_MAKS)
      throw new DomainError('berkas-ditolak', `Satu permohonan paling banyak memuat ${BUKTI_MAKS} berkas.`);
    const pemilik = { objek: OBJEK, objekId: p.id, ormasId: p.ormasId, dibuatOleh: aktor.id };
    const berkasId = await this.berkas.catatBanyak(
      em,
      bukti.tambah.map((siap) => ({ siap, pemilik })),
    );
    for (const b of berkasId)
      await em.query('INSERT INTO perubahan_bukti (perubahan_id, berkas_id) VALUES (?, ?)', [p.id, b]);
  }

  /**
   * Takes evidence off. Of a request that was never sent it goes altogether: nobody but its writers could read it, and it
   * may be an identity paper attached by mistake. What the office could read is kept.
   */
  private async lepasBukti(
    em: EntityManager,
    p: Pick<PerubahanOrmas, 'id' | 'diajukanPertamaPada'>,
    lepas: readonly number[],
  ): Promise<void> {
    const bukti = (await bacaBukti(em, p.id)).filter((b) => lepas.includes(b.id));
    if (bukti.length === 0) return;
    const id = bukti.map((b) => b.id);
    if (p.diajukanPertamaPada !== null) {
      await em.query('UPDATE perubahan_bukti SET dilepas_pada = ? WHERE id IN (?)', [this.clock.sekarang(), id]);
      return;
    }
    await em.query('DELETE FROM perubahan_bukti WHERE id IN (?)', [id]);
    await this.berkas.lepaskan(
      em,
      bukti.map((b) => b.berkasId),
    );
  }
}

/** The typed fields as they are kept: those of the form alone, and what could be read of the common ones. */
function kolomDari(perihal: Perihal, ketikan: Ketikan, urai: ReturnType<typeof uraiUsul>): Partial<PerubahanOrmas> {
  const usul = Object.fromEntries(namaIsian(perihal).map((n) => [n, (ketikan[n] ?? '').slice(0, 1200)]));
  const { berlaku, buktiTanggal, buktiSampai } = urai;
  return {
    ...{ usul: JSON.stringify(usul), alasan: urai.alasan.slice(0, 1000), berlaku, buktiTanggal, buktiSampai },
    buktiNomor: urai.buktiNomor?.slice(0, 120) ?? null,
  };
}
