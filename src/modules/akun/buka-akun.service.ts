import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { acakToken } from '../../common/acak.js';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { type Halaman } from '../../common/page.js';
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
const PER_HALAMAN = 25;
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
   * Keeps what somebody typed who wants an account. For an e-mail that has one, nothing is kept and nothing is said. Of one
   * e-mail the newest waits alone, under an id of its own, so that no link is made for other words than the officer read;
   * once a link was handed over, what it belongs to stays until the link ends.
   * @param alamat network address of the sender
   * @throws DomainError `isian-tidak-sah` for a password that is refused, `terlalu-sering`
   */
  async minta(isian: { surel: string; nama: string; sandi: string }, alamat: string): Promise<void> {
    const surel = isian.surel.trim().toLowerCase();
    const kini = this.clock.sekarang();
    const kunciSurel = sha256(`daftar-surel:${surel}`);
    await catatPercobaan(this.db, kini, [
      [sha256(`daftar:${pemilikAlamat(alamat)}`), BATAS.alamat],
      [kunciSurel, BATAS.surel],
    ]);
    // Made for a known e-mail too: the answer takes as long.
    const sandi = await hashSandi(isian.sandi, surel);
    await this.transaksi.jalankan(async (em) => {
      const [ada] = await em.query<unknown[]>('SELECT id FROM akun WHERE surel = ?', [surel]);
      if (ada) return;
      // Its count of attempts is the one row that two sendings of one e-mail share: they go one after the other.
      await em.query('SELECT kunci FROM percobaan_masuk WHERE kunci = ? FOR UPDATE', [kunciSurel]);
      if (!(await this.kosongkan(em, surel, kini))) return;
      const { insertId } = await em.query<{ insertId: number }>(
        'INSERT INTO calon_akun (surel, nama, sandi, dibuat_pada, kedaluwarsa_pada) VALUES (?,?,?,?,?)',
        [surel, isian.nama.trim(), sandi, kini, new Date(kini.getTime() + MASA_CALON_HARI * 86_400_000)],
      );
      // The trail outlives what was typed, so it names nobody.
      await this.audit.catat(em, AKTOR_SISTEM, {
        ...{ aksi: 'akun.minta', objek: 'calon-akun', objekId: insertId },
        ringkasan: 'Permintaan akun diterima dan menunggu konfirmasi surel',
      });
    });
  }

  /**
   * One page of those who wait for their e-mail to be confirmed, oldest first.
   * @param cari a piece of a name or of an e-mail; empty: all
   * @param halaman from 1; beyond the end the page is empty
   * @throws DomainError `tidak-berwenang`
   */
  async menunggu(aktor: Aktor, cari: string, halaman: number): Promise<Halaman<CalonAkun>> {
    if (!bolehSerahkanTautan(aktor)) throw new DomainError('tidak-berwenang');
    const pola = `%${cari.replace(/[\\%_]/g, '\\$&')}%`;
    const kini = this.clock.sekarang();
    const dimana = 'WHERE kedaluwarsa_pada > ? AND (nama LIKE ? OR surel LIKE ?)';
    const [[hitung], isi] = await Promise.all([
      this.db.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM calon_akun ${dimana}`, [kini, pola, pola]),
      this.db.query<CalonAkun[]>(
        `SELECT id, surel, nama, dibuat_pada AS dibuatPada, (token IS NOT NULL AND token_sampai > ?) AS bertautan
         FROM calon_akun ${dimana} ORDER BY dibuat_pada, id LIMIT ? OFFSET ?`,
        [kini, kini, pola, pola, PER_HALAMAN, (halaman - 1) * PER_HALAMAN],
      ),
    ]);
    return { isi, halaman, perHalaman: PER_HALAMAN, jumlah: Number(hitung?.n ?? 0) };
  }

  /**
   * Removes what somebody typed who is not known or not wanted; a link that was made for it ends.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`
   */
  async hapus(aktor: Aktor, calonId: number): Promise<void> {
    if (!bolehSerahkanTautan(aktor)) throw new DomainError('tidak-berwenang');
    await this.transaksi.jalankan(async (em) => {
      const hasil = await em.query<{ affectedRows: number }>('DELETE FROM calon_akun WHERE id = ?', [calonId]);
      if (hasil.affectedRows !== 1) throw new DomainError('tidak-ditemukan');
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'akun.hapus-calon', objek: 'calon-akun', objekId: calonId },
        ringkasan: 'Permintaan akun yang menunggu konfirmasi dihapus',
      });
    });
  }

  /**
   * A fresh link (its secret part) that an officer hands over in person, where no mail is sent, and to which e-mail it
   * belongs. An earlier one ends.
   * @throws DomainError `tidak-berwenang`, `tidak-ditemukan`
   */
  async serahkanTautan(aktor: Aktor, calonId: number): Promise<{ token: string; surel: string }> {
    if (!bolehSerahkanTautan(aktor)) throw new DomainError('tidak-berwenang');
    return this.transaksi.jalankan(async (em) => {
      const token = await this.terbitkan(em, calonId);
      await this.audit.catat(em, aktor, {
        ...{ aksi: 'akun.serahkan-tautan', objek: 'calon-akun', objekId: calonId },
        ringkasan: 'Tautan konfirmasi surel diterbitkan untuk diserahkan langsung',
      });
      const [calon] = await em.query<{ surel: string }[]>('SELECT surel FROM calon_akun WHERE id = ?', [calonId]);
      return { token, surel: calon?.surel ?? '' };
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

  /** Takes away what waits for an e-mail; false, and nothing is taken, while a link to it is out. */
  private async kosongkan(em: EntityManager, surel: string, kini: Date): Promise<boolean> {
    const baris = await em.query<{ id: number; surel: string; terpakai: number }[]>(
      `SELECT id, surel, (token IS NOT NULL AND token_sampai > ? AND kedaluwarsa_pada > ?) AS terpakai
       FROM calon_akun WHERE surel = ? FOR UPDATE`,
      [kini, kini, surel],
    );
    // The collation takes "é" for "e"; those are two addresses.
    const lama = baris.filter((b) => b.surel === surel);
    if (lama.some((b) => Number(b.terpakai))) return false;
    if (lama.length > 0) await em.query('DELETE FROM calon_akun WHERE id IN (?)', [lama.map((b) => b.id)]);
    return true;
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
