import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError, type GalatIsian } from '../../common/domain-error.js';
import { tanggalWib } from '../../common/tanggal.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { type BerkasSiap } from '../berkas/berkas.types.js';
import { Ormas, OrmasDokumen } from './ormas.entity.js';
import { bolehBacaDokumen, bolehLihatOrmas, bolehSerahkanDokumen } from './ormas.policy.js';
import { type JenisDokumen, SEBUTAN_DOKUMEN } from './ormas.types.js';

/** The `objek` of the files of an ormas's documents; `objekId` is the document's row. */
export const OBJEK_DOKUMEN = 'ormas-dokumen';
/** So many documents of one kind may wait for an officer: a third would only bury the second. */
const MENUNGGU_MAKS = 2;

/** A document as it is handed in; days as 'YYYY-MM-DD', '' where there is none. */
export interface IsianDokumen {
  jenis: JenisDokumen;
  nomor: string;
  tanggal: string;
  berlakuSampai: string;
}

/** Documents of the register as they are handed in, with their file: by the ormas, or by petugas for it. */
@Injectable()
export class SerahDokumenService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // They name founders and boards, some are identity papers: every reading leaves a trace.
    this.berkas.daftarkanPenjaga(OBJEK_DOKUMEN, {
      boleh: (aktor, berkas) => Promise.resolve(bolehBacaDokumen(aktor, berkas.ormasId)),
      dicatat: () => true,
    });
  }

  /**
   * What speaks against handing a document in, before its file is stored; `serahkan` asks again.
   * @param adaBerkas whether a file comes with it
   */
  async periksa(aktor: Aktor, ormasId: number, isian: IsianDokumen, adaBerkas: boolean): Promise<GalatIsian[]> {
    return this.salah(this.db.manager, aktor, ormasId, isian, adaBerkas);
  }

  /**
   * Adds a document that waits for an officer's finding; those before it stay as they are.
   * @param siap its file; petugas may leave it out for a paper they have seen
   * @returns the document's id
   * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `isian-tidak-sah` per field, `berkas-ditolak` without room
   */
  async serahkan(aktor: Aktor, ormasId: number, isian: IsianDokumen, siap: BerkasSiap | null): Promise<number> {
    return this.transaksi.jalankan(async (em) => {
      const o = await em.findOne(Ormas, { where: { id: ormasId }, lock: { mode: 'pessimistic_write' } });
      if (!o || !bolehLihatOrmas(aktor, o)) throw new DomainError('tidak-ditemukan');
      if (!bolehSerahkanDokumen(aktor, o)) throw new DomainError('tidak-berwenang');
      const galat = await this.salah(em, aktor, ormasId, isian, siap !== null);
      if (galat.length > 0) throw new DomainError('isian-tidak-sah', undefined, { isian: galat });
      const { id } = await em.save(OrmasDokumen, {
        ormasId,
        jenis: isian.jenis,
        nomor: isian.nomor || null,
        tanggal: isian.tanggal || null,
        berlakuSampai: isian.berlakuSampai || null,
        status: 'belum-diperiksa' as const,
        berkasId: null,
      });
      if (siap) {
        const pemilik = { objek: OBJEK_DOKUMEN, objekId: id, ormasId, dibuatOleh: aktor.id };
        await em.update(OrmasDokumen, { id }, { berkasId: await this.berkas.catat(em, siap, pemilik) });
      }
      await this.audit.catat(em, aktor, {
        aksi: 'ormas.serah-dokumen',
        objek: 'ormas',
        objekId: ormasId,
        ormasId,
        ringkasan: `${SEBUTAN_DOKUMEN[isian.jenis]} diserahkan${siap ? '' : ' tanpa berkas'}`,
        rincian: { dokumenId: id, ...isian, sha256: siap?.sha256 ?? null, ukuran: siap?.ukuran ?? null },
      });
      return id;
    });
  }

  private async salah(
    em: EntityManager,
    aktor: Aktor,
    ormasId: number,
    isian: IsianDokumen,
    adaBerkas: boolean,
  ): Promise<GalatIsian[]> {
    const berkasKurang = aktor.peran !== 'petugas' && !adaBerkas;
    return [
      ...salahDokumen(isian, tanggalWib(this.clock.sekarang()), berkasKurang),
      ...(await this.terlaluBanyak(em, ormasId, isian.jenis)),
    ];
  }

  private async terlaluBanyak(em: EntityManager, ormasId: number, jenis: JenisDokumen): Promise<GalatIsian[]> {
    const menunggu = await em.countBy(OrmasDokumen, { ormasId, jenis, status: 'belum-diperiksa' });
    if (menunggu < MENUNGGU_MAKS) return [];
    const pesan = `Sudah ada ${menunggu} ${SEBUTAN_DOKUMEN[jenis]} yang menunggu pemeriksaan petugas. Tunggu hasilnya sebelum menyerahkan yang lain.`;
    return [{ bidang: 'jenis', pesan }];
  }
}

/** What is wrong with a document before anybody looks into it. @param hari today, 'YYYY-MM-DD' */
export function salahDokumen(d: IsianDokumen, hari: string, berkasKurang: boolean): GalatIsian[] {
  const galat: GalatIsian[] = [];
  if (d.tanggal > hari) galat.push({ bidang: 'tanggal', pesan: 'Tanggal dokumen tidak boleh sesudah hari ini.' });
  if (d.berlakuSampai && d.tanggal && d.berlakuSampai < d.tanggal)
    galat.push({ bidang: 'berlakuSampai', pesan: 'Masa berlaku tidak boleh berakhir sebelum tanggal dokumennya.' });
  if (d.jenis === 'domisili' && !d.berlakuSampai)
    galat.push({ bidang: 'berlakuSampai', pesan: 'Isi sampai kapan surat domisili ini berlaku.' });
  if (berkasKurang) galat.push({ bidang: 'berkas', pesan: 'Pilih berkas dokumennya: PDF atau foto yang terbaca.' });
  return galat;
}
