import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Aktor, type Peran } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { sha256 } from '../../common/sidik.js';
import { Transaksi } from '../../infra/database/transaksi.js';
import { pemilikAlamat } from '../../infra/http/pemilik-alamat.js';
import { AuditService } from '../audit/audit.service.js';
import { bolehKelolaSesi } from './akun.policy.js';
import { type RingkasSesi } from './akun.types.js';
import { ingatAlamat, lupakanAlamat, pernahMasukDari } from './alamat-masuk.js';
import { catatPercobaan } from './pembatas.js';
import { cocokSandi, hashSandi } from './sandi.js';

/** Idle life of a session, in hours: a working day and its evening. */
const MASA_SESI_JAM = 12;
/** A session row is touched at most this often, so that reading pages does not write. */
const SENTUH_SETIAP_MS = 5 * 60_000;

/**
 * Attempts within the window: few for one account from one address, more for one account from anywhere (so that nobody
 * locks another's account from elsewhere with a handful of guesses), and a limit for one address on all accounts.
 */
const BATAS_MASUK = { pasangan: 8, akun: 60, alamat: 40 } as const;

/** However busy it is, a session ends so many days after signing in; one that nobody signed in to, after an hour. */
const UMUR_SESI_HARI = 7;
const MASA_TAMU_JAM = 1;

interface BarisAkun {
  id: number;
  surel: string;
  nama: string;
  peran: Peran;
  sandi: string | null;
  opdId: number | null;
  ormasId: number | null;
  aktif: number;
}

interface BarisSesi {
  data: string;
  terakhirPada: Date;
  akunId: number | null;
  nama: string | null;
  peran: Peran | null;
  opdId: number | null;
  ormasId: number | null;
  aktif: number | null;
}

/** Sign-in, and the sessions that follow from it. Sessions live in the database, so Redis may be wiped. */
@Injectable()
export class SesiService {
  private readonly log = new Logger('Sesi');

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly transaksi: Transaksi,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks e-mail and password. Throttled by account and by network address; the answer for an unknown account is the
   * same, in words and in time, as for a wrong password. Throws `masuk-gagal` or `terlalu-sering`.
   */
  async masuk(surel: string, sandi: string, alamat: string): Promise<Aktor> {
    const rapi = surel.trim().toLowerCase();
    const pemilik = pemilikAlamat(alamat);
    const kunci = {
      pasangan: sha256(`masuk:${rapi}|${pemilik}`),
      akun: sha256(`akun:${rapi}`),
      alamat: sha256(`alamat:${pemilik}`),
    };
    const akun = await this.akunDari(rapi);
    // Where its owner came in before, nobody elsewhere can lock the account.
    const dikenal = akun !== undefined && (await pernahMasukDari(this.db, akun.id, pemilik));
    await catatPercobaan(this.db, this.clock.sekarang(), [
      [kunci.alamat, BATAS_MASUK.alamat],
      [kunci.pasangan, BATAS_MASUK.pasangan],
      ...(dikenal ? [] : [[kunci.akun, BATAS_MASUK.akun] as const]),
    ]);
    const cocok = await cocokSandi(akun?.sandi ?? null, sandi);
    if (!akun || !cocok || !Number(akun.aktif)) {
      this.log.warn({ pesan: 'Masuk gagal', akun: akun?.id ?? null });
      if (akun) await this.catat(this.db.manager, this.aktorDari(akun), 'masuk-gagal', 'Percobaan masuk gagal');
      throw new DomainError('masuk-gagal');
    }
    const aktor = this.aktorDari(akun);
    await this.db.transaction(async (em) => {
      await em.query('DELETE FROM percobaan_masuk WHERE kunci IN (?)', [[kunci.pasangan, kunci.akun]]);
      await em.query('UPDATE percobaan_masuk SET jumlah = jumlah - 1 WHERE kunci = ? AND jumlah > 0', [kunci.alamat]);
      await ingatAlamat(em, akun.id, pemilik, this.clock.sekarang());
      await this.catat(em, aktor, 'masuk', 'Masuk ke portal');
    });
    return aktor;
  }

  /** Leaves a trace of signing out; the session itself is ended by the store. */
  async catatKeluar(aktor: Aktor): Promise<void> {
    await this.catat(this.db.manager, aktor, 'keluar', 'Keluar dari portal');
  }

  private async akunDari(surel: string): Promise<BarisAkun | undefined> {
    const [akun] = await this.db.query<BarisAkun[]>(
      `SELECT id, surel, nama, peran, sandi, opd_id AS opdId, ormas_id AS ormasId, aktif FROM akun WHERE surel = ?`,
      [surel],
    );
    // The collation takes "é" for "e"; the throttle, and so the account, is that of the exact address.
    return akun?.surel === surel ? akun : undefined;
  }

  private aktorDari(akun: BarisAkun): Aktor {
    return { id: akun.id, nama: akun.nama, peran: akun.peran, opdId: akun.opdId, ormasId: akun.ormasId };
  }

  private catat(em: EntityManager, aktor: Aktor, aksi: string, ringkasan: string): Promise<void> {
    return this.audit.catat(em, aktor, { aksi, objek: 'akun', objekId: aktor.id ?? 0, ringkasan });
  }

  /** Changes one's own password and ends every other session. `sid` is the session that stays. */
  async gantiSandi(aktor: Aktor, sid: string, sandiLama: string, sandiBaru: string): Promise<void> {
    await catatPercobaan(this.db, this.clock.sekarang(), [[sha256(`sandi:${aktor.id}`), BATAS_MASUK.pasangan]]);
    const [akun] = await this.db.query<{ surel: string; sandi: string | null }[]>(
      'SELECT surel, sandi FROM akun WHERE id = ?',
      [aktor.id],
    );
    if (!akun || !(await cocokSandi(akun.sandi, sandiLama))) {
      const pesan = 'Kata sandi sekarang tidak cocok.';
      throw new DomainError('isian-tidak-sah', pesan, { isian: [{ bidang: 'sandiLama', pesan }] });
    }
    const hash = await hashSandi(sandiBaru, akun.surel);
    await this.transaksi.jalankan(async (em) => {
      await em.query('UPDATE akun SET sandi = ?, versi = versi + 1, diubah_pada = ? WHERE id = ?', [
        hash,
        this.clock.sekarang(),
        aktor.id,
      ]);
      await em.query('DELETE FROM sesi WHERE akun_id = ? AND id <> ?', [aktor.id, sha256(sid)]);
      // A link issued before would set the password once more.
      await em.query('DELETE FROM tautan_sekali WHERE akun_id = ? AND dipakai_pada IS NULL', [aktor.id]);
      await em.query('DELETE FROM percobaan_masuk WHERE kunci = ?', [sha256(`sandi:${aktor.id}`)]);
      await this.audit.catat(em, aktor, {
        aksi: 'ganti-sandi',
        objek: 'akun',
        objekId: aktor.id ?? 0,
        ringkasan: 'Kata sandi diganti; sesi lain diakhiri',
      });
    });
  }

  /** The living sessions of one's own account, most recent first. */
  async daftar(aktor: Aktor): Promise<RingkasSesi[]> {
    return this.db.query<RingkasSesi[]>(
      `SELECT id, alamat, peramban, dibuat_pada AS dibuatPada, terakhir_pada AS terakhirPada FROM sesi
       WHERE akun_id = ? AND kedaluwarsa_pada > ? ORDER BY terakhir_pada DESC`,
      [aktor.id, this.clock.sekarang()],
    );
  }

  /** Ends one session of one's own account; throws `tidak-ditemukan` for anybody else's. */
  async akhiri(aktor: Aktor, id: string): Promise<void> {
    await this.transaksi.jalankan(async (em) => {
      const [sesi] = await em.query<{ akunId: number | null }[]>('SELECT akun_id AS akunId FROM sesi WHERE id = ?', [
        id,
      ]);
      if (!sesi || !bolehKelolaSesi(aktor, sesi)) throw new DomainError('tidak-ditemukan');
      await em.query('DELETE FROM sesi WHERE id = ?', [id]);
      await this.audit.catat(em, aktor, {
        aksi: 'akhiri-sesi',
        objek: 'akun',
        objekId: aktor.id ?? 0,
        ringkasan: 'Satu sesi diakhiri',
      });
    });
  }

  /** The stored data and the actor of a living session, in one query; undefined when there is none. */
  async baca(sid: string): Promise<{ data: string; aktor: Aktor | null; perluSentuh: boolean } | undefined> {
    const kini = this.clock.sekarang();
    const [b] = await this.db.query<BarisSesi[]>(
      `SELECT s.data, s.terakhir_pada AS terakhirPada, a.id AS akunId, a.nama, a.peran, a.opd_id AS opdId, a.ormas_id AS ormasId, a.aktif
       FROM sesi s LEFT JOIN akun a ON a.id = s.akun_id WHERE s.id = ? AND s.kedaluwarsa_pada > ? AND s.dibuat_pada > ?`,
      [sha256(sid), kini, new Date(kini.getTime() - UMUR_SESI_HARI * 86_400_000)],
    );
    if (!b) return undefined;
    const aktor =
      b.akunId && b.peran && Number(b.aktif)
        ? { id: b.akunId, nama: b.nama ?? '', peran: b.peran, opdId: b.opdId, ormasId: b.ormasId }
        : null;
    return { data: b.data, aktor, perluSentuh: kini.getTime() - b.terakhirPada.getTime() > SENTUH_SETIAP_MS };
  }

  /** Stores a session's data; a session that was ended meanwhile stays ended unless it is new. */
  async simpan(
    sid: string,
    isi: { data: string; akunId: number | null; alamat: string; peramban: string; baru: boolean },
  ): Promise<void> {
    const kini = this.clock.sekarang();
    const jam = isi.akunId === null ? MASA_TAMU_JAM : MASA_SESI_JAM;
    const sampai = new Date(kini.getTime() + jam * 3_600_000);
    if (isi.baru) {
      await this.db.query(
        'INSERT INTO sesi (id, akun_id, data, alamat, peramban, dibuat_pada, terakhir_pada, kedaluwarsa_pada) VALUES (?,?,?,?,?,?,?,?)',
        [sha256(sid), isi.akunId, isi.data, isi.alamat.slice(0, 45), isi.peramban.slice(0, 255), kini, kini, sampai],
      );
    } else {
      await this.db.query(
        'UPDATE sesi SET data = ?, akun_id = ?, terakhir_pada = ?, kedaluwarsa_pada = ? WHERE id = ?',
        [isi.data, isi.akunId, kini, sampai, sha256(sid)],
      );
    }
  }

  /** Prolongs a session that is in use. */
  async sentuh(sid: string): Promise<void> {
    const kini = this.clock.sekarang();
    await this.db.query('UPDATE sesi SET terakhir_pada = ?, kedaluwarsa_pada = ? WHERE id = ?', [
      kini,
      new Date(kini.getTime() + MASA_SESI_JAM * 3_600_000),
      sha256(sid),
    ]);
  }

  /** Ends the session with this cookie, as signing out does. */
  async hapus(sid: string): Promise<void> {
    await this.db.query('DELETE FROM sesi WHERE id = ?', [sha256(sid)]);
  }

  /** Removes what has expired: sessions, spent form tokens, used links, accounts never confirmed, old throttling counts. */
  async sapu(): Promise<void> {
    const kini = this.clock.sekarang();
    const lalu = (jam: number) => new Date(kini.getTime() - jam * 3_600_000);
    await this.db.query('DELETE FROM sesi WHERE kedaluwarsa_pada < ?', [kini]);
    await this.db.query('DELETE FROM token_formulir WHERE dipakai_pada < ?', [lalu(24 * 7)]);
    await this.db.query('DELETE FROM tautan_sekali WHERE kedaluwarsa_pada < ?', [lalu(24 * 30)]);
    await this.db.query('DELETE FROM calon_akun WHERE kedaluwarsa_pada < ?', [kini]);
    await this.db.query('DELETE FROM percobaan_masuk WHERE sejak < ?', [lalu(1)]);
    await lupakanAlamat(this.db, kini);
  }
}
