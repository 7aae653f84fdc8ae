import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { AuditService } from '../audit/audit.service.js';
import { BerkasService } from '../berkas/berkas.service.js';
import { type BerkasSiap } from '../berkas/berkas.types.js';
import { type JenisDokumen } from './ormas.types.js';
import { OBJEK_DOKUMEN } from './serah-dokumen.service.js';

/** A document as an office's archive has it. Days are 'YYYY-MM-DD'; no end means no end. */
export interface DokumenMuatan {
  ormasId: number;
  jenis: JenisDokumen;
  nomor: string | null;
  tanggal: string | null;
  berlakuSampai: string | null;
  status: 'belum-diperiksa' | 'sah' | 'tidak-sah';
  /** Its file, where the archive has one. */
  siap: BerkasSiap | null;
}

/**
 * The bulk entrance for what stands around a register: documents and confirmations taken over from an archive, for the
 * demonstration city and for measurements. Only the portal itself may use it.
 */
@Injectable()
export class MuatOrmasService {
  constructor(
    private readonly audit: AuditService,
    private readonly berkas: BerkasService,
  ) {}

  /** Takes documents over. @throws DomainError `tidak-berwenang` */
  async muatDokumen(em: EntityManager, aktor: Aktor, daftar: readonly DokumenMuatan[]): Promise<void> {
    if (aktor.peran !== 'sistem') throw new DomainError('tidak-berwenang');
    const kolom = ['ormas_id', 'jenis', 'nomor', 'tanggal', 'berlaku_sampai', 'status'];
    await sisipBanyak(
      em,
      'ormas_dokumen',
      kolom,
      daftar.map((d) => [d.ormasId, d.jenis, d.nomor, d.tanggal, d.berlakuSampai, d.status]),
    );
    await this.muatBerkas(em, daftar);
    await this.catat(em, aktor, `${daftar.length} dokumen ormas dimuat sekaligus`);
  }

  /** Gives the rows just made their files; each is found by its ormas, kind and number. */
  private async muatBerkas(em: EntityManager, daftar: readonly DokumenMuatan[]): Promise<void> {
    const siap = new Map(daftar.flatMap((d) => (d.siap ? [[`${d.ormasId}/${d.jenis}/${d.nomor}`, d.siap]] : [])));
    if (siap.size === 0) return;
    const baris = await em.query<{ id: number; ormasId: number; kunci: string }[]>(
      `SELECT id, ormas_id AS ormasId, CONCAT_WS('/', ormas_id, jenis, nomor) AS kunci FROM ormas_dokumen
       WHERE ormas_id IN (?) AND berkas_id IS NULL`,
      [[...new Set(daftar.map((d) => d.ormasId))]],
    );
    const berkas = baris.flatMap(({ id, ormasId, kunci }) => {
      const isi = siap.get(kunci);
      return isi ? [{ siap: isi, pemilik: { objek: OBJEK_DOKUMEN, objekId: id, ormasId, dibuatOleh: null } }] : [];
    });
    await this.berkas.catatBanyak(em, berkas);
    await em.query(
      `UPDATE ormas_dokumen d JOIN berkas b ON b.objek = ? AND b.objek_id = d.id SET d.berkas_id = b.id
       WHERE d.berkas_id IS NULL`,
      [OBJEK_DOKUMEN],
    );
  }

  /** Takes over on which days ormas confirmed their profile. @throws DomainError `tidak-berwenang` */
  async muatKonfirmasi(
    em: EntityManager,
    aktor: Aktor,
    daftar: readonly { ormasId: number; tanggal: string }[],
  ): Promise<void> {
    if (aktor.peran !== 'sistem') throw new DomainError('tidak-berwenang');
    await sisipBanyak(
      em,
      'ormas_konfirmasi',
      ['ormas_id', 'tanggal'],
      daftar.map((d) => [d.ormasId, d.tanggal]),
    );
    await this.catat(em, aktor, `${daftar.length} konfirmasi profil dimuat sekaligus`);
  }

  private async catat(em: EntityManager, aktor: Aktor, ringkasan: string): Promise<void> {
    await this.audit.catat(em, aktor, { aksi: 'ormas.muat', objek: 'register', objekId: 'banyak', ringkasan });
  }
}
