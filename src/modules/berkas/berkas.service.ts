import { readFile, stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { acakToken } from '../../common/acak.js';
import { type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { ukuranBerkas } from '../../common/format.js';
import { sha256 } from '../../common/sidik.js';
import { awalHariWib, tanggalWib } from '../../common/tanggal.js';
import { konteksIni } from '../../infra/database/konteks.js';
import { sisipBanyak } from '../../infra/database/sisip.js';
import { Gudang } from '../../infra/storage/gudang.js';
import { Berkas } from './berkas.entity.js';
import {
  type BerkasSiap,
  type BerkasTersimpan,
  type JenisBerkas,
  KUOTA_AKUN_SEHARI,
  KUOTA_ORMAS,
  type MimeTersimpan,
  type PemilikBerkas,
} from './berkas.types.js';
import { hitungKiriman } from './kiriman-akun.js';
import { bersihkanNama, namaUntuk } from './nama-berkas.js';
import { periksaBerkas, periksaUkuran } from './periksa-berkas.js';

/**
 * Who may read the files of one kind of object. Modules to the right of this one register theirs when they start.
 * `dicatat` says whether the reading is written to the audit trail: documents that name people are (lists of those
 * present, identity papers), photos and the office's own publications are not.
 */
export interface PenjagaBerkas {
  boleh(aktor: Aktor, berkas: BerkasTersimpan): Promise<boolean>;
  dicatat(berkas: BerkasTersimpan): boolean;
}

const KOLOM = [
  'id',
  'sha256',
  'mime',
  'ukuran',
  'lebar',
  'tinggi',
  'sha256_kecil',
  'sha256_asal',
  'ukuran_asal',
  'nama',
  'objek',
  'objek_id',
  'ormas_id',
  'dibuat_oleh',
  'dibuat_pada',
] as const;

/**
 * Files: checked and made durable first (`siapkan`, outside any transaction), then given a row and an owner (`catat`,
 * inside the transaction of the act they belong to), and read through one guarded door (`BacaBerkasService`).
 */
@Injectable()
export class BerkasService {
  private readonly penjaga = new Map<string, PenjagaBerkas>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly gudang: Gudang,
    private readonly clock: Clock,
  ) {}

  /** Registers who may read the files of an `objek`; without a guard nobody may. */
  daftarkanPenjaga(objek: string, penjaga: PenjagaBerkas): void {
    this.penjaga.set(objek, penjaga);
  }

  /**
   * Checks a received file by its content, makes pictures anew, and stores the bytes durably. The temporary file stays.
   * @param jalurSementara where the upload lies
   * @param nama as the person knows it
   * @param hanya the only kind that is stored
   * @throws DomainError `berkas-ditolak` with a sentence that names the file
   */
  async siapkan(jalurSementara: string, nama: string, hanya?: JenisBerkas): Promise<BerkasSiap> {
    const { size } = await stat(jalurSementara);
    const alasan = periksaUkuran(size);
    if (alasan) throw new DomainError('berkas-ditolak', `Berkas “${bersihkanNama(nama)}” ${alasan}`);
    await hitungKiriman(this.db, this.clock, size);
    return this.siapkanIsi(await readFile(jalurSementara), nama, hanya);
  }

  /** The same for bytes in memory. @throws DomainError `berkas-ditolak` */
  async siapkanIsi(bita: Buffer, nama: string, hanya?: JenisBerkas): Promise<BerkasSiap> {
    const hasil = await periksaBerkas(bita, nama, konteksIni().akunId ?? null, hanya);
    if (!hasil.layak) throw new DomainError('berkas-ditolak', hasil.pesan);
    const [isi, kecil] = await Promise.all([
      this.gudang.simpan(hasil.bita),
      hasil.kecil ? this.gudang.simpan(hasil.kecil) : null,
    ]);
    return {
      nama: namaUntuk(nama, hasil.mime),
      mime: hasil.mime,
      ...isi,
      sha256Asal: sha256(bita),
      ukuranAsal: bita.length,
      lebar: hasil.lebar,
      tinggi: hasil.tinggi,
      sha256Kecil: kecil?.sha256 ?? null,
    };
  }

  /** Stores a document that the portal itself made (a rendered report): trusted, kept to the byte. */
  async siapkanBuatan(bita: Uint8Array, nama: string, mime: MimeTersimpan = 'application/pdf'): Promise<BerkasSiap> {
    const isi = await this.gudang.simpan(bita);
    return {
      nama: namaUntuk(nama, mime),
      mime,
      ...isi,
      sha256Asal: isi.sha256,
      ukuranAsal: isi.ukuran,
      lebar: null,
      tinggi: null,
      sha256Kecil: null,
    };
  }

  /** Gives one prepared file its row and owner within the caller's transaction; returns the opaque id. */
  async catat(em: EntityManager, siap: BerkasSiap, pemilik: PemilikBerkas): Promise<string> {
    const [id] = await this.catatBanyak(em, [{ siap, pemilik }]);
    return id as string;
  }

  /**
   * The same for many files with few statements; ids come back in the order given.
   * @throws DomainError `berkas-ditolak` when an ormas has no room for its files, or an account has stored enough today
   */
  async catatBanyak(
    em: EntityManager,
    daftar: readonly { siap: BerkasSiap; pemilik: PemilikBerkas }[],
  ): Promise<string[]> {
    const kini = this.clock.sekarang();
    await pastikanMuat(em, daftar);
    await pastikanMuatAkun(em, daftar, kini);
    const id = daftar.map(() => acakToken(16));
    await sisipBanyak(
      em,
      'berkas',
      KOLOM,
      daftar.map(({ siap: s, pemilik: p }, i) => [
        id[i],
        s.sha256,
        s.mime,
        s.ukuran,
        s.lebar,
        s.tinggi,
        s.sha256Kecil,
        s.sha256Asal,
        s.ukuranAsal,
        s.nama,
        p.objek,
        p.objekId,
        p.ormasId,
        p.dibuatOleh,
        kini,
      ]),
    );
    return id;
  }

  /**
   * Takes rows away that belong to nothing any more, within the caller's transaction: of copies, and of files that were
   * taken off before anybody else could read them. A content that no row names is swept after a day. The caller knows
   * that no other row names these.
   */
  async lepaskan(em: EntityManager, id: readonly string[]): Promise<void> {
    if (id.length > 0) await em.query('DELETE FROM berkas WHERE id IN (?)', [id]);
  }

  /** Rows of the given ids, in no order; unknown ids are left out. The caller has checked permission. */
  async menurutId(id: readonly string[], em: EntityManager = this.db.manager): Promise<BerkasTersimpan[]> {
    if (id.length === 0) return [];
    return em
      .createQueryBuilder(Berkas, 'b')
      .where('b.id IN (:...id)', { id: [...id] })
      .getMany();
  }

  /**
   * Bytes that an ormas may still store; 0 when its quota is used up. Senders at the same moment see the same rest: this
   * is for refusing early and by name, `catatBanyak` is what holds.
   */
  async sisaKuota(ormasId: number): Promise<number> {
    const [b] = await this.db.query<{ terpakai: string | null }[]>(
      'SELECT SUM(ukuran) AS terpakai FROM berkas WHERE ormas_id = ?',
      [ormasId],
    );
    return Math.max(0, KUOTA_ORMAS - Number(b?.terpakai ?? 0));
  }

  /** Whether every stored byte of these contents is there and unchanged; reads them from end to end. */
  async utuh(daftar: readonly Pick<BerkasSiap, 'sha256'>[]): Promise<boolean> {
    for (const { sha256: s } of daftar) if (!(await this.gudang.utuh(s))) return false;
    return true;
  }

  /**
   * The file behind an id, for somebody who wants to read it. One who may not is told what one is told who guesses.
   * @returns the row, and whether the reading belongs into the audit trail
   * @throws DomainError `tidak-ditemukan`
   */
  async untukDibaca(aktor: Aktor, id: string): Promise<{ berkas: BerkasTersimpan; dicatat: boolean }> {
    const berkas = /^[A-Za-z0-9_-]{22}$/.test(id) ? (await this.menurutId([id]))[0] : undefined;
    const penjaga = berkas && this.penjaga.get(berkas.objek);
    if (!berkas || !penjaga || !(await penjaga.boleh(aktor, berkas))) throw new DomainError('tidak-ditemukan');
    return { berkas, dicatat: penjaga.dicatat(berkas) && berkas.dibuatOleh !== aktor.id };
  }
}

/**
 * Refuses files that do not fit into what their ormas may store. The rows of the ormas are locked, always in the same
 * order, until the caller's transaction ends: a form that is sent at the same moment waits here and then sees what the
 * first one took. (A file's foreign key takes a weaker lock of the same row.)
 */
async function pastikanMuat(
  em: EntityManager,
  daftar: readonly { siap: BerkasSiap; pemilik: PemilikBerkas }[],
): Promise<void> {
  const baru = new Map<number, number>();
  for (const { siap, pemilik } of daftar)
    if (pemilik.ormasId !== null) baru.set(pemilik.ormasId, (baru.get(pemilik.ormasId) ?? 0) + siap.ukuran);
  if (baru.size === 0) return;
  const ormas = [...baru.keys()];
  await em.query('SELECT id FROM ormas WHERE id IN (?) ORDER BY id FOR UPDATE', [ormas]);
  const terpakai = await em.query<{ id: number; jumlah: string }[]>(
    'SELECT ormas_id AS id, SUM(ukuran) AS jumlah FROM berkas WHERE ormas_id IN (?) GROUP BY ormas_id',
    [ormas],
  );
  const ada = new Map(terpakai.map((t) => [t.id, Number(t.jumlah)]));
  for (const [id, ukuran] of baru)
    if ((ada.get(id) ?? 0) + ukuran > KUOTA_ORMAS)
      throw new DomainError(
        'berkas-ditolak',
        `Tempat penyimpanan ormas ini (${ukuranBerkas(KUOTA_ORMAS)}) tidak cukup untuk berkas yang dikirim. Formulir ini belum disimpan; kirim lagi dengan berkas yang lebih sedikit atau lebih kecil, atau hubungi petugas.`,
      );
}

/**
 * Refuses files that take no ormas' room once an account has stored its share of a day. The account's row is locked as
 * those of the ormas are, after them, so that forms sent at one moment count each other.
 */
async function pastikanMuatAkun(
  em: EntityManager,
  daftar: readonly { siap: BerkasSiap; pemilik: PemilikBerkas }[],
  kini: Date,
): Promise<void> {
  const baru = new Map<number, number>();
  for (const { siap, pemilik: p } of daftar)
    if (p.ormasId === null && p.dibuatOleh !== null)
      baru.set(p.dibuatOleh, (baru.get(p.dibuatOleh) ?? 0) + siap.ukuran);
  for (const [akun, ukuran] of [...baru].sort(([a], [b]) => a - b)) {
    await em.query('SELECT id FROM akun WHERE id = ? FOR UPDATE', [akun]);
    const [b] = await em.query<{ jumlah: string | null }[]>(
      'SELECT SUM(ukuran) AS jumlah FROM berkas WHERE dibuat_oleh = ? AND ormas_id IS NULL AND dibuat_pada >= ?',
      [akun, awalHariWib(tanggalWib(kini))],
    );
    if (Number(b?.jumlah ?? 0) + ukuran > KUOTA_AKUN_SEHARI)
      throw new DomainError(
        'berkas-ditolak',
        `Akun Anda hari ini sudah mengirim ${ukuranBerkas(Number(b?.jumlah ?? 0))} dari paling banyak ${ukuranBerkas(KUOTA_AKUN_SEHARI)}. Formulir ini belum disimpan; kirim lagi besok, atau dengan berkas yang lebih sedikit atau lebih kecil.`,
      );
  }
}
