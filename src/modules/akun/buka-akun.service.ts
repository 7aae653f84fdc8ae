import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { acakToken } from '../../common/acak.js';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { sha256 } from '../../common/sidik.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { AuditService } from '../audit/audit.service.js';
import { AkunService } from './akun.service.js';
import { bolehSerahkanTautan } from './akun.policy.js';
import { type CalonAkun } from './akun.types.js';
import { pemilikAlamat } from '../../infra/http/pemilik-alamat.js';
import { catatPercobaan } from './pembatas.js';
import { cocokSandi, hashSandi } from './sandi.js';

/** How long what somebody typed waits for its e-mail to be confirmed, in days; and how long one link lives, in hours. */
const MASA_CALON_HARI = 7;
const MASA_TAUTAN_JAM = 72;
/** Attempts within the window: from one network address, for one e-mail, with one link. */
const BATAS = { alamat: 20, surel: 5, tautan: 10 } as const;

/**
 * Opening an account by oneself. What was typed waits in `calon_akun`, and an account comes into being only when the
 * link to its e-mail is opened **and** the password that was chosen is typed again: whoever has only the mailbox, or only
 * the link, has no account. To the outside a known and an unknown e-mail look the same.
 */
@Injectable()
export class BukaAkunService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly akun: AkunService,
  ) {}

  /**
   * Keeps what somebody typed who wants an account. For an e-mail that has one, nothing is kept and nothing is said.
   * @param alamat network address of the sender
   * @throws DomainError `isian-tidak-sah` for a password that is refused, `terlalu-sering`
   */
  async minta(isian: { surel: string; nama: string; sandi: string }, alamat: string): Promise<void> {
    const surel = isian.surel.trim().toLowerCase();
    const kini = this.clock.sekarang();
    await catatPercobaan(this.db, kini, [
      [sha256(`daftar:${pemilikAlamat(alamat)}`), BATAS.alamat],
      [sha256(`daftar-surel:${surel}`), BATAS.surel],
    ]);
    // Made for a known e-mail too: the answer takes as long.
    const sandi = await hashSandi(isian.sandi, surel);
    await this.transaksi.jalankan(async (em) => {
      const [ada] = await em.query<unknown[]>('SELECT id FROM akun WHERE surel = ?', [surel]);
      if (ada) return;
      await em.query('INSERT INTO calon_akun (surel, nama, sandi, dibuat_pada, kedaluwarsa_pada) VALUES (?,?,?,?,?)', [
        surel,
        isian.nama.trim(),
        sandi,
        kini,
        new Date(kini.getTime() + MASA_CALON_HARI * 86_400_000),
      ]);
    });
  }

  /** Those who wait for their e-mail to be confirmed, oldest first. @throws DomainError `tidak-berwenang` */
  async menunggu(aktor: Aktor): Promise<CalonAkun[]> {
    if (!bolehSerahkanTautan(aktor)) throw new DomainError('tidak-berwenang');
    return this.db.query<CalonAkun[]>(
      `SELECT id, surel, nama, dibuat_pada AS dibuatPada, (token IS NOT NULL) AS bertautan FROM calon_akun
       WHERE kedaluwarsa_pada > ? ORDER BY dibuat_pada, id LIMIT 200`,
      [this.clock.sekarang()],
    );
  }

  /**
   * A fresh link (its secret part) that an officer hands over in person, where no mail is sent. An earlier one ends.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`
   */
  async serahkanTautan(aktor: Aktor, calonId: number): Promise<string> {
    if (!bolehSerahkanTautan(aktor)) throw new DomainError('tidak-berwenang');
    return this.transaksi.jalankan(async (em) => {
      const token = await this.terbitkan(em, calonId);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'akun.serahkan-tautan', objek: 'calon-akun', objekId: calonId },
        ringkasan: 'Tautan konfirmasi surel diterbitkan untuk diserahkan langsung',
      });
      return token;
    });
  }

  /** Whose link it is. @throws DomainError `sudah-tidak-berlaku` */
  async bacaTautan(token: string): Promise<{ surel: string; nama: string }> {
    const { surel, nama } = await this.calonDari(this.db.manager, token);
    return { surel, nama };
  }

  /**
   * Opens the account of a link: the password must be the one that was chosen.
   * @returns the id of the account, an applicant's
   * @throws DomainError `sudah-tidak-berlaku`, `terlalu-sering`, `isian-tidak-sah` for another password
   */
  async konfirmasi(token: string, sandi: string): Promise<number> {
    await catatPercobaan(this.db, this.clock.sekarang(), [[sha256(`konfirmasi:${token}`), BATAS.tautan]]);
    const awal = await this.calonDari(this.db.manager, token);
    if (!(await cocokSandi(awal.sandi, sandi))) {
      const pesan = 'Kata sandi ini berbeda dari yang Anda pilih saat membuka akun.';
      throw new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang: 'sandi', pesan }] });
    }
    return this.transaksi.jalankan(async (em) => {
      const calon = await this.calonDari(em, token, true);
      const pelaku: Aktor = { id: null, nama: calon.nama, peran: 'sekretaris', opdId: null, ormasId: null };
      const id = await this.akun.bukaPemohon(em, pelaku, calon);
      // Whatever else was typed for this e-mail is over.
      await em.query('DELETE FROM calon_akun WHERE surel = ?', [calon.surel]);
      return id;
    });
  }

  private async terbitkan(em: EntityManager, calonId: number): Promise<string> {
    const token = acakToken(32);
    const kini = this.clock.sekarang();
    const hasil = await em.query<{ affectedRows: number }>(
      'UPDATE calon_akun SET token = ?, token_sampai = ? WHERE id = ? AND kedaluwarsa_pada > ?',
      [sha256(token), new Date(kini.getTime() + MASA_TAUTAN_JAM * 3_600_000), calonId, kini],
    );
    if (hasil.affectedRows !== 1) throw new DomainError('tidak-ditemukan');
    return token;
  }

  private async calonDari(
    em: EntityManager,
    token: string,
    kunci = false,
  ): Promise<{ id: number; surel: string; nama: string; sandi: string }> {
    const kini = this.clock.sekarang();
    const [calon] = await em.query<{ id: number; surel: string; nama: string; sandi: string }[]>(
      `SELECT id, surel, nama, sandi FROM calon_akun
       WHERE token = ? AND token_sampai > ? AND kedaluwarsa_pada > ? ${kunci ? 'FOR UPDATE' : ''}`,
      [sha256(token), kini, kini],
    );
    if (!calon) throw new DomainError('sudah-tidak-berlaku');
    return calon;
  }
}
