import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { acakToken } from '../../common/acak.js';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { sha256 } from '../../common/sidik.js';
import { kunciGanda, Transaksi } from '../../infra/database/transaksi.js';
import { AuditService, terakhirDiubah } from '../audit/audit.service.js';
import { Akun } from './akun.entity.js';
import { bolehKelolaAkun } from './akun.policy.js';
import { type AkunBaru } from './akun.types.js';
import { hashSandi } from './sandi.js';

/** How long a one-time link lives, in hours. */
const MASA_TAUTAN_JAM = { 'admin-pertama': 24, 'setel-sandi': 72 } as const;
type JenisTautan = keyof typeof MASA_TAUTAN_JAM;

/** Accounts and the one-time links by which their owners set a password. */
@Injectable()
export class AkunService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Makes an account without a password; its owner sets one through a link. Throws `sudah-ada` for a known e-mail. */
  async buat(aktor: Aktor, baru: AkunBaru): Promise<number> {
    if (!bolehKelolaAkun(aktor)) throw new DomainError('tidak-berwenang');
    return this.transaksi.jalankan((em) => this.sisipkan(em, aktor, baru, null));
  }

  /**
   * Makes many accounts with passwords in one transaction, for the demonstration city. The passwords are random and
   * given by the caller; nothing keeps them here.
   */
  async muatBanyak(aktor: Aktor, daftar: readonly (AkunBaru & { sandi: string })[]): Promise<number[]> {
    if (aktor.peran !== 'sistem') throw new DomainError('tidak-berwenang');
    const hash = await Promise.all(daftar.map((d) => hashSandi(d.sandi, d.surel)));
    return this.transaksi.jalankan(async (em) => {
      const id: number[] = [];
      for (const [i, d] of daftar.entries()) id.push(await this.sisipkan(em, aktor, d, hash[i] ?? null));
      return id;
    });
  }

  /**
   * Opens the account of an applicant whose e-mail was confirmed: a secretary whose ormas is not in the register yet.
   * `calon.sandi` is the hash.
   * @throws DomainError `sudah-ada`
   */
  async bukaPemohon(
    em: EntityManager,
    pelaku: Aktor,
    calon: { surel: string; nama: string; sandi: string },
  ): Promise<number> {
    const { surel, nama } = calon;
    return this.sisipkan(em, pelaku, { surel, nama, peran: 'sekretaris', pemohon: true }, calon.sandi);
  }

  /**
   * Makes an applicant's account that of the secretary of an ormas, as part of the act that registers it.
   * @throws DomainError `transisi-tidak-sah` when it is no applicant's account (any more)
   */
  async ikatOrmas(em: EntityManager, aktor: Aktor, akunId: number, ormasId: number): Promise<void> {
    const hasil = await em.query<{ affectedRows: number }>(
      `UPDATE akun SET ormas_id = ?, versi = versi + 1, diubah_pada = ?
       WHERE id = ? AND peran = 'sekretaris' AND ormas_id IS NULL`,
      [ormasId, this.clock.sekarang(), akunId],
    );
    if (hasil.affectedRows !== 1)
      throw new DomainError('transisi-tidak-sah', 'Akun pemohon sudah terikat pada ormas lain. Hubungi admin portal.');
    await this.audit.catat(em, aktor, {
      ...{ aksi: 'ikat-akun', objek: 'akun', objekId: akunId, ormasId },
      ringkasan: 'Akun pemohon menjadi akun sekretaris ormas yang terdaftar',
    });
  }

  /** The OPD that an account of role `opd` can belong to. */
  async pilihanOpd(): Promise<{ id: number; nama: string }[]> {
    return this.db.query('SELECT id, nama FROM opd WHERE berlaku_sampai IS NULL ORDER BY nama');
  }

  /** Switches an account on or off; switching off ends all its sessions. */
  async aturAktif(aktor: Aktor, id: number, versi: number, aktif: boolean): Promise<void> {
    if (!bolehKelolaAkun(aktor)) throw new DomainError('tidak-berwenang');
    if (aktor.id === id) throw new DomainError('tidak-berwenang', 'Anda tidak dapat menonaktifkan akun Anda sendiri.');
    await this.transaksi.jalankan(async (em) => {
      const hasil = await em.update(
        Akun,
        { id, versi },
        { aktif, versi: versi + 1, diubahPada: this.clock.sekarang() },
      );
      if (hasil.affected !== 1) throw new DomainError('versi-berbeda', undefined, await terakhirDiubah(em, 'akun', id));
      if (!aktif) await em.query('DELETE FROM sesi WHERE akun_id = ?', [id]);
      await this.audit.catat(em, aktor, {
        aksi: aktif ? 'aktifkan-akun' : 'nonaktifkan-akun',
        objek: 'akun',
        objekId: id,
        ringkasan: aktif ? 'Akun diaktifkan' : 'Akun dinonaktifkan',
      });
    });
  }

  /** A one-time link (its secret part) for setting the password of an account; earlier links of the account end. */
  async buatTautanSandi(aktor: Aktor, akunId: number): Promise<string> {
    if (!bolehKelolaAkun(aktor)) throw new DomainError('tidak-berwenang');
    return this.transaksi.jalankan(async (em) => {
      const akun = await em.findOneBy(Akun, { id: akunId });
      if (!akun) throw new DomainError('tidak-ditemukan');
      await em.query('DELETE FROM tautan_sekali WHERE akun_id = ? AND dipakai_pada IS NULL', [akunId]);
      const token = await this.terbitkanTautan(em, 'setel-sandi', akunId);
      await this.audit.catat(em, aktor, {
        aksi: 'terbitkan-tautan-sandi',
        objek: 'akun',
        objekId: akunId,
        ringkasan: 'Tautan setel kata sandi diterbitkan',
      });
      return token;
    });
  }

  /** The one-time link for the first administrator, or null when there is an active admin already. */
  async tautanAdminPertama(): Promise<string | null> {
    return this.transaksi.jalankan(async (em) => {
      const [ada] = await em.query<{ id: number }[]>("SELECT id FROM akun WHERE peran = 'admin' AND aktif = 1 LIMIT 1");
      if (ada) return null;
      await em.query("DELETE FROM tautan_sekali WHERE jenis = 'admin-pertama' AND dipakai_pada IS NULL");
      const token = await this.terbitkanTautan(em, 'admin-pertama', null);
      await this.audit.catat(em, AKTOR_SISTEM, {
        aksi: 'terbitkan-tautan-admin-pertama',
        objek: 'akun',
        objekId: 'admin-pertama',
        ringkasan: 'Tautan untuk admin pertama diterbitkan',
      });
      return token;
    });
  }

  /** What a link is for; throws `sudah-tidak-berlaku` when it was used or is too old. */
  async bacaTautan(token: string): Promise<{ jenis: JenisTautan; surel: string | null; nama: string | null }> {
    return this.tautanBerlaku(this.db.manager, token);
  }

  /** Uses a link: sets the password (making the first admin's account if that is what it is for) and ends all its sessions. */
  async pakaiTautan(token: string, isian: { surel: string; nama: string; sandiBaru: string }): Promise<void> {
    const awal = await this.bacaTautan(token);
    const hash = await hashSandi(isian.sandiBaru, awal.surel ?? isian.surel);
    await this.transaksi.jalankan(async (em) => {
      const tautan = await this.tautanBerlaku(em, token, true);
      const kini = this.clock.sekarang();
      await em.query('UPDATE tautan_sekali SET dipakai_pada = ? WHERE token = ?', [kini, sha256(token)]);
      let { akunId } = tautan;
      const pelaku: Aktor = {
        id: akunId,
        nama: tautan.nama ?? isian.nama,
        peran: 'sistem',
        opdId: null,
        ormasId: null,
      };
      if (tautan.jenis === 'admin-pertama') {
        akunId = await this.sisipkan(em, pelaku, { surel: isian.surel, nama: isian.nama, peran: 'admin' }, hash);
      } else {
        await em.query('UPDATE akun SET sandi = ?, versi = versi + 1, diubah_pada = ? WHERE id = ?', [
          hash,
          kini,
          akunId,
        ]);
        await em.query('DELETE FROM sesi WHERE akun_id = ?', [akunId]);
      }
      await this.audit.catat(em, pelaku, {
        aksi: 'setel-sandi',
        objek: 'akun',
        objekId: akunId ?? 0,
        ringkasan: 'Kata sandi disetel melalui tautan satu kali',
      });
    });
  }

  private async sisipkan(em: EntityManager, aktor: Aktor, baru: AkunBaru, sandi: string | null): Promise<number> {
    await this.pastikanLingkup(em, baru);
    const kini = this.clock.sekarang();
    try {
      const hasil = await em.insert(Akun, {
        surel: baru.surel.trim().toLowerCase(),
        nama: baru.nama.trim(),
        peran: baru.peran,
        sandi,
        opdId: baru.peran === 'opd' ? (baru.opdId ?? null) : null,
        ormasId: baru.peran === 'sekretaris' ? (baru.ormasId ?? null) : null,
        aktif: true,
        versi: 1,
        dibuatPada: kini,
        diubahPada: kini,
      });
      const id = Number((hasil.identifiers[0] as { id: number }).id);
      await this.audit.catat(em, aktor, {
        aksi: 'buat-akun',
        objek: 'akun',
        objekId: id,
        ormasId: baru.ormasId ?? null,
        ringkasan: `Akun ${baru.peran} dibuat`,
      });
      return id;
    } catch (galat) {
      if (kunciGanda(galat)) {
        const pesan = 'Surel ini sudah dipakai akun lain.';
        throw new DomainError('sudah-ada', pesan, { isian: [{ bidang: 'surel', pesan }] });
      }
      throw galat;
    }
  }

  private async pastikanLingkup(em: EntityManager, { peran, opdId, ormasId, pemohon }: AkunBaru): Promise<void> {
    const salah = (bidang: string, pesan: string) =>
      new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang, pesan }] });
    if (peran === 'opd' && (await em.query<unknown[]>('SELECT id FROM opd WHERE id = ?', [opdId ?? 0])).length === 0)
      throw salah('opdId', 'Pilih OPD yang ada.');
    if (peran !== 'sekretaris' || pemohon) return;
    // Held: an account for an entry that is being merged would be left behind, and its secretary with it.
    const [ormas] = await em.query<{ tujuanId: number | null }[]>(
      'SELECT digabung_ke AS tujuanId FROM ormas WHERE id = ? LOCK IN SHARE MODE',
      [ormasId ?? 0],
    );
    if (!ormas) throw salah('ormasId', 'Ormas ini tidak ada dalam register.');
    if (ormas.tujuanId !== null)
      throw salah('ormasId', `Catatan ini sudah digabung ke catatan nomor ${ormas.tujuanId}. Pilih catatan itu.`);
  }

  private async terbitkanTautan(em: EntityManager, jenis: JenisTautan, akunId: number | null): Promise<string> {
    const token = acakToken(32);
    const kini = this.clock.sekarang();
    await em.query(
      'INSERT INTO tautan_sekali (token, jenis, akun_id, dibuat_pada, kedaluwarsa_pada) VALUES (?,?,?,?,?)',
      [sha256(token), jenis, akunId, kini, new Date(kini.getTime() + MASA_TAUTAN_JAM[jenis] * 3_600_000)],
    );
    return token;
  }

  private async tautanBerlaku(em: EntityManager, token: string, kunci = false) {
    const [tautan] = await em.query<
      { jenis: JenisTautan; akunId: number | null; surel: string | null; nama: string | null }[]
    >(
      `SELECT t.jenis, t.akun_id AS akunId, a.surel, a.nama FROM tautan_sekali t LEFT JOIN akun a ON a.id = t.akun_id
       WHERE t.token = ? AND t.dipakai_pada IS NULL AND t.kedaluwarsa_pada > ? ${kunci ? 'FOR UPDATE' : ''}`,
      [sha256(token), this.clock.sekarang()],
    );
    if (!tautan) throw new DomainError('sudah-tidak-berlaku');
    return tautan;
  }
}
