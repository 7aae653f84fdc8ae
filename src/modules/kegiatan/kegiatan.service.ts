import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { type BarisAudit, AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { BerkasService } from '../berkas/berkas.service.js';
import {
  bedaPotret,
  BUKTI_MAKS,
  kekuranganLaporan,
  pertentanganIsian,
  type Potret,
  potretKegiatan,
} from './kegiatan.aturan.js';
import { Kegiatan, KegiatanBukti } from './kegiatan.entity.js';
import {
  bacaBukti,
  bacaOrmas,
  isianDari,
  kunciKegiatan,
  objekDari,
  sisipBukti,
  pastikanBukanGabungan,
} from './kegiatan.kueri.js';
import { bolehKegiatan, bolehTulisKegiatan, berwenangKegiatan, type AksiKegiatan } from './kegiatan.policy.js';
import { SEBUTAN_STATUS, STATUS_DAPAT_DIUBAH, TRANSISI_KEGIATAN } from './kegiatan.status.js';
import { type BuktiBaru, type IsianKegiatan, type ObjekKegiatan, type PerubahanBukti } from './kegiatan.types.js';
import { RujukanKegiatanService } from './rujukan-kegiatan.service.js';

const OBJEK = 'kegiatan';

/** A report as an act holds it: locked, allowed, of the version the actor has seen. */
interface Terbuka {
  kegiatan: Kegiatan;
  objek: ObjekKegiatan;
}

/** What the secretary of an ormas does with the reports of its activities. */
@Injectable()
export class KegiatanService {
  constructor(
    private readonly transaksi: Transaksi,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly rujukan: RujukanKegiatanService,
  ) {}

  /**
   * Begins a report. It may be as unfinished as its writer likes; the files are attached at once.
   * @returns the id of the draft (its version is 1)
   * @throws DomainError `tidak-berwenang`; `isian-tidak-sah` when fields contradict each other or point to nothing
   */
  async simpanDraf(
    aktor: Aktor,
    ormasId: number,
    isian: IsianKegiatan,
    bukti: readonly BuktiBaru[] = [],
  ): Promise<number> {
    if (!bolehTulisKegiatan(aktor, ormasId)) throw new DomainError('tidak-berwenang');
    await this.periksaIsian(ormasId, isian);
    return this.transaksi.jalankan(async (em) => {
      const kini = this.clock.sekarang();
      await pastikanBukanGabungan(em, ormasId);
      const { identifiers } = await em.insert(Kegiatan, {
        ...isian,
        ormasId,
        status: 'draf',
        dibuatOleh: aktor.id,
        versi: 1,
        dibuatPada: kini,
        diubahPada: kini,
      });
      const id = (identifiers[0] as { id: number }).id;
      await this.lampirkan(em, aktor, { id, ormasId }, bukti);
      await this.audit.catat(em, aktor, {
        aksi: 'kegiatan.simpan-draf',
        objek: OBJEK,
        objekId: id,
        ormasId,
        ringkasan: 'Draf laporan kegiatan dibuat',
      });
      return id;
    });
  }

  /**
   * Changes a draft or a returned report: its fields, its evidence, its captions. A changed joint OPD has not confirmed
   * yet.
   * @returns the new version
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `versi-berbeda` with both versions, `transisi-tidak-sah`,
   *   `isian-tidak-sah`
   */
  async ubah(
    aktor: Aktor,
    id: number,
    versi: number,
    isian: IsianKegiatan,
    bukti: PerubahanBukti = { tambah: [], hapus: [], keterangan: {} },
  ): Promise<number> {
    if (aktor.ormasId !== null) await this.periksaIsian(aktor.ormasId, isian);
    return this.transaksi.jalankan(async (em) => {
      const { kegiatan: k } = await this.buka(em, aktor, 'ubah', id, { versi, isian });
      if (!STATUS_DAPAT_DIUBAH.includes(k.status)) {
        throw new DomainError(
          'transisi-tidak-sah',
          `Laporan ini berstatus “${SEBUTAN_STATUS[k.status].teks}” sehingga tidak dapat diubah.`,
        );
      }
      if (k.status !== 'draf' && (!isian.judul || !isian.tanggalMulai || !isian.tanggalSelesai)) {
        throw new DomainError('isian-tidak-sah', 'Nama dan tanggal kegiatan harus terisi.');
      }
      await em.update(
        Kegiatan,
        { id, versi },
        {
          ...isian,
          opdKonfirmasiPada: isian.bersamaOpdId === k.bersamaOpdId ? k.opdKonfirmasiPada : null,
          versi: versi + 1,
          diubahPada: this.clock.sekarang(),
        },
      );
      await this.ubahBukti(em, aktor, k, bukti);
      await this.audit.catat(em, aktor, {
        aksi: 'kegiatan.ubah',
        objek: OBJEK,
        objekId: id,
        ormasId: k.ormasId,
        ringkasan: `${sebutan(k, isian.judul)} diubah`,
        rincian: { bukti: { tambah: bukti.tambah.map((b) => b.siap.sha256), hapus: bukti.hapus } },
      });
      return versi + 1;
    });
  }

  /**
   * Submits a report to the office. The first submission fixes its timeliness for ever; a later one tells what changed
   * since the round before. Every attached file is read back from storage first: nobody is told "terkirim" about a file
   * that is not wholly there.
   * @throws DomainError `isian-tidak-sah` with everything that is missing; `berkas-ditolak` naming a damaged file;
   *   `tidak-ditemukan`, `tidak-berwenang`, `versi-berbeda`, `transisi-tidak-sah`
   */
  async ajukan(aktor: Aktor, id: number, versi: number): Promise<void> {
    const potretLalu = potretTerakhir(await this.audit.riwayat(OBJEK, id, 200));
    await this.transaksi.jalankan(async (em) => {
      const { kegiatan: k } = await this.buka(em, aktor, 'ajukan', id, { versi });
      const status = statusSetelah(TRANSISI_KEGIATAN, 'ajukan', k.status);
      const kini = this.clock.sekarang();
      const isian = isianDari(k);
      isian.tanggalSelesai ??= isian.tanggalMulai;
      const bukti = await bacaBukti(em, id);
      const kurang = kekuranganLaporan(isian, bukti, tanggalWib(kini), k.diajukanPertamaPada);
      if (kurang.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian: kurang });
      for (const b of bukti) {
        if (!(await this.berkas.utuh([b]))) {
          throw new DomainError(
            'berkas-ditolak',
            `Berkas “${b.nama}” tidak lagi utuh di penyimpanan. Laporan belum dikirim; lampirkan ulang berkas itu, lalu kirim lagi.`,
          );
        }
      }
      await em.update(
        Kegiatan,
        { id, versi },
        {
          status,
          tanggalSelesai: isian.tanggalSelesai,
          diajukanPertamaPada: k.diajukanPertamaPada ?? kini,
          diajukanPada: kini,
          versi: versi + 1,
          diubahPada: kini,
        },
      );
      const potret = potretKegiatan(isian, await this.rujukan.nama(isian, em), bukti);
      await this.audit.catat(em, aktor, {
        aksi: 'kegiatan.ajukan',
        objek: OBJEK,
        objekId: id,
        ormasId: k.ormasId,
        ringkasan: `Laporan kegiatan “${k.judul}” ${potretLalu ? 'diajukan kembali' : 'diajukan'}`,
        rincian: {
          potret,
          beda: potretLalu ? bedaPotret(potretLalu, potret) : [],
          berkas: bukti.map((b) => ({ berkasId: b.berkasId, ukuran: b.ukuran, sha256: b.sha256 })),
        },
      });
    });
  }

  /** Withdraws a report that is not decided yet. The way back is `pulihkan`. Errors as `ajukan`. */
  async batalkan(aktor: Aktor, id: number, versi: number, alasan = ''): Promise<void> {
    await this.pindahkan(aktor, id, versi, { aksi: 'batalkan', sebutan: 'dibatalkan oleh ormas', alasan });
  }

  /** Makes a withdrawn report a draft again. Errors as `ajukan`. */
  async pulihkan(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.pindahkan(aktor, id, versi, { aksi: 'pulihkan', sebutan: 'dipulihkan menjadi draf', alasan: null });
  }

  private async pindahkan(
    aktor: Aktor,
    id: number,
    versi: number,
    apa: { aksi: 'batalkan' | 'pulihkan'; sebutan: string; alasan: string | null },
  ): Promise<void> {
    // Others read this: of what is being rewritten they are told the title that was sent.
    const terkirim = potretTerakhir(await this.audit.riwayat(OBJEK, id, 200))?.['Nama kegiatan'];
    await this.transaksi.jalankan(async (em) => {
      const { kegiatan: k } = await this.buka(em, aktor, apa.aksi, id, { versi });
      const status = statusSetelah(TRANSISI_KEGIATAN, apa.aksi, k.status);
      await em.update(Kegiatan, { id, versi }, { status, versi: versi + 1, diubahPada: this.clock.sekarang() });
      await this.audit.catat(em, aktor, {
        aksi: `kegiatan.${apa.aksi}`,
        objek: OBJEK,
        objekId: id,
        ormasId: k.ormasId,
        ringkasan: `${sebutan(k, terkirim ?? k.judul)} ${apa.sebutan}`,
        rincian: { ...(apa.alasan && { catatan: apa.alasan }), ...(k.diajukanPertamaPada === null && { draf: true }) },
      });
    });
  }

  /** Locks the report and asks, in this order: may one see it, may one do this, has one seen its present version. */
  private async buka(
    em: EntityManager,
    aktor: Aktor,
    aksi: AksiKegiatan,
    id: number,
    dilihat: { versi: number; isian?: IsianKegiatan },
  ): Promise<Terbuka> {
    const kegiatan = await kunciKegiatan(em, id);
    const objek = objekDari(kegiatan, await bacaOrmas(em, kegiatan.ormasId));
    if (!bolehKegiatan(aktor, 'lihat', objek)) throw new DomainError('tidak-ditemukan');
    if (!berwenangKegiatan(aktor, aksi, objek)) throw new DomainError('tidak-berwenang');
    if (kegiatan.versi !== dilihat.versi) {
      const isianKini = isianDari(kegiatan);
      const isianAnda = dilihat.isian ?? isianKini;
      const bukti = await bacaBukti(em, id);
      throw new DomainError('versi-berbeda', undefined, {
        ...(await terakhirDiubah(em, 'kegiatan', id)),
        milikAnda: potretKegiatan(isianAnda, await this.rujukan.nama(isianAnda, em), []),
        tersimpan: {
          Status: SEBUTAN_STATUS[kegiatan.status].teks,
          ...potretKegiatan(isianKini, await this.rujukan.nama(isianKini, em), bukti),
        },
      });
    }
    return { kegiatan, objek };
  }

  private async periksaIsian(ormasId: number, isian: IsianKegiatan): Promise<void> {
    const galat = [...pertentanganIsian(isian), ...(await this.rujukan.salahRujuk(ormasId, isian))];
    if (galat.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
  }

  private async ubahBukti(em: EntityManager, aktor: Aktor, k: Kegiatan, p: PerubahanBukti): Promise<void> {
    for (const [id, keterangan] of Object.entries(p.keterangan)) {
      await em.update(KegiatanBukti, { id: Number(id), kegiatanId: k.id }, { keterangan });
    }
    if (p.hapus.length > 0) {
      await em.query('DELETE FROM kegiatan_bukti WHERE kegiatan_id = ? AND id IN (?)', [k.id, p.hapus]);
    }
    await this.lampirkan(em, aktor, k, p.tambah);
  }

  private async lampirkan(
    em: EntityManager,
    aktor: Aktor,
    k: Pick<Kegiatan, 'id' | 'ormasId'>,
    bukti: readonly BuktiBaru[],
  ): Promise<void> {
    if (bukti.length === 0) return;
    const ada = await em.countBy(KegiatanBukti, { kegiatanId: k.id });
    if (ada + bukti.length > BUKTI_MAKS) {
      throw new DomainError('berkas-ditolak', `Satu laporan paling banyak memuat ${BUKTI_MAKS} berkas.`);
    }
    const pemilik = { objek: OBJEK, objekId: k.id, ormasId: k.ormasId, dibuatOleh: aktor.id };
    const id = await this.berkas.catatBanyak(
      em,
      bukti.map(({ siap }) => ({ siap, pemilik })),
    );
    await sisipBukti(
      em,
      k.id,
      bukti.map((b, i) => ({ berkasId: id[i] as string, mime: b.siap.mime, keterangan: b.keterangan })),
    );
  }
}

/**
 * What a report is called in the trail. Before its first submission it belongs to the ormas alone, so the trail, which
 * others read, does not tell its title.
 */
function sebutan(k: Pick<Kegiatan, 'diajukanPertamaPada'>, judul: string): string {
  return k.diajukanPertamaPada === null ? 'Draf laporan kegiatan' : `Laporan kegiatan “${judul || 'tanpa nama'}”`;
}

/** The words of the last submission, out of the trail; null before the first. */
function potretTerakhir(riwayat: readonly BarisAudit[]): Potret | null {
  const ajuan = riwayat.find((r) => r.aksi === 'kegiatan.ajukan');
  return (ajuan?.rincian as { potret?: Potret } | null | undefined)?.potret ?? null;
}
