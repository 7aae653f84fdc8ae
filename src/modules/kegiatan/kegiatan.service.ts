import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { statusSetelah } from '../../common/transitions.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { pastikanBukanGabungan } from '../ormas/gabungan-ormas.service.js';
import { bacaRiwayatStatus } from '../ormas/riwayat-status.js';
import { bedaPotret, kekuranganLaporan, pertentanganIsian, type Potret, potretKegiatan } from './kegiatan.aturan.js';
import { Kegiatan } from './kegiatan.entity.js';
import { bacaBukti, bacaOrmas, isianDari, kunciKegiatan, objekDari } from './kegiatan.kueri.js';
import { bolehKegiatan, bolehTulisKegiatan, berwenangKegiatan, type AksiKegiatan } from './kegiatan.policy.js';
import { SEBUTAN_STATUS, STATUS_DAPAT_DIUBAH, TRANSISI_KEGIATAN } from './kegiatan.status.js';
import { type BuktiBaru, type IsianKegiatan, type ObjekKegiatan, type PerubahanBukti } from './kegiatan.types.js';
import { masaTerhenti } from './masa-terhenti.js';
import { NaskahKegiatanService } from './naskah-kegiatan.service.js';
import { bacaNaskah } from './naskah.kueri.js';
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
    private readonly naskah: NaskahKegiatanService,
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
      await this.naskah.lampirkan(em, aktor, { id, ormasId }, bukti);
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
   * Changes a draft or a returned report: its fields, its evidence, its captions. Of one that was sent once, everybody
   * else goes on reading what was sent, until `ajukan`.
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
      await em.update(Kegiatan, { id, versi }, { versi: versi + 1, diubahPada: this.clock.sekarang() });
      await this.naskah.tulis(em, aktor, k, isian, bukti);
      await this.audit.catat(em, aktor, {
        aksi: 'kegiatan.ubah',
        objek: OBJEK,
        objekId: id,
        ormasId: k.ormasId,
        ringkasan: `${sebutan(k)} diubah`,
        rincian: { bukti: { tambah: bukti.tambah.map((b) => b.siap.sha256), hapus: bukti.hapus } },
      });
      return versi + 1;
    });
  }

  /**
   * Submits a report to the office. The first submission fixes its timeliness for ever; a later one tells what changed
   * since the round before, and what was rewritten becomes what everybody reads. The word of an OPD was given on what was
   * sent: it does not pass over to another OPD nor to other days. Every attached file is read back from storage first:
   * nobody is told "terkirim" about a file that is not wholly there.
   * @throws DomainError `isian-tidak-sah` with everything that is missing; `berkas-ditolak` naming a damaged file;
   *   `tidak-ditemukan`, `tidak-berwenang`, `versi-berbeda`, `transisi-tidak-sah`
   */
  async ajukan(aktor: Aktor, id: number, versi: number): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const { kegiatan: k } = await this.buka(em, aktor, 'ajukan', id, { versi });
      const status = statusSetelah(TRANSISI_KEGIATAN, 'ajukan', k.status);
      const kini = this.clock.sekarang();
      const { isian, bukti } = await bacaNaskah(em, k);
      isian.tanggalSelesai ??= isian.tanggalMulai;
      const kurang = kekuranganLaporan(isian, bukti, {
        hariIni: tanggalWib(kini),
        pertamaPada: k.diajukanPertamaPada,
        terhenti: masaTerhenti(await bacaRiwayatStatus(em, k.ormasId)),
      });
      if (kurang.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian: kurang });
      await this.naskah.pastikanUtuh(bukti);
      const potretLalu = k.diajukanPertamaPada === null ? null : await this.potret(em, k);
      await em.update(
        Kegiatan,
        { id, versi },
        {
          ...isian,
          status,
          opdKonfirmasiPada: samaBersama(k, isian) ? k.opdKonfirmasiPada : null,
          diajukanPertamaPada: k.diajukanPertamaPada ?? kini,
          diajukanPada: kini,
          versi: versi + 1,
          diubahPada: kini,
        },
      );
      await this.naskah.terbitkan(em, id);
      const potret = potretKegiatan(isian, await this.rujukan.nama(isian, em), bukti);
      await this.audit.catat(em, aktor, {
        aksi: 'kegiatan.ajukan',
        objek: OBJEK,
        objekId: id,
        ormasId: k.ormasId,
        ringkasan: `Laporan kegiatan “${isian.judul}” ${potretLalu ? 'diajukan kembali' : 'diajukan'}`,
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
    await this.transaksi.jalankan(async (em) => {
      const { kegiatan: k } = await this.buka(em, aktor, apa.aksi, id, { versi });
      const status = statusSetelah(TRANSISI_KEGIATAN, apa.aksi, k.status);
      await em.update(Kegiatan, { id, versi }, { status, versi: versi + 1, diubahPada: this.clock.sekarang() });
      await this.audit.catat(em, aktor, {
        aksi: `kegiatan.${apa.aksi}`,
        objek: OBJEK,
        objekId: id,
        ormasId: k.ormasId,
        ringkasan: `${sebutan(k)} ${apa.sebutan}`,
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
      const { isian: isianKini, bukti } = await bacaNaskah(em, kegiatan);
      const isianAnda = dilihat.isian ?? isianKini;
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

  /** In words, what the last sending of a report said. */
  private async potret(em: EntityManager, k: Kegiatan): Promise<Potret> {
    const isian = isianDari(k);
    return potretKegiatan(isian, await this.rujukan.nama(isian, em), await bacaBukti(em, k.id));
  }
}

/**
 * What a report is called in the trail, which others read: by the title that was sent. Before its first submission it
 * belongs to the ormas alone and has none.
 */
function sebutan(k: Pick<Kegiatan, 'diajukanPertamaPada' | 'judul'>): string {
  return k.diajukanPertamaPada === null ? 'Draf laporan kegiatan' : `Laporan kegiatan “${k.judul}”`;
}

/** Whether an OPD that confirmed the one has confirmed the other: the same OPD and the same days. */
function samaBersama(a: IsianKegiatan, b: IsianKegiatan): boolean {
  return (
    a.bersamaOpdId === b.bersamaOpdId && a.tanggalMulai === b.tanggalMulai && a.tanggalSelesai === b.tanggalSelesai
  );
}
