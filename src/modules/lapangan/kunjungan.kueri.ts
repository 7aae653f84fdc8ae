import { type EntityManager } from 'typeorm';
import { type Aktor } from '../../common/aktor.js';
import { DomainError } from '../../common/domain-error.js';
import { terakhirDiubah } from '../audit/audit.service.js';
import { masihAda } from '../ormas/riwayat-status.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import { DAFTAR_PERIKSA } from './daftar-periksa.data.js';
import { Kunjungan } from './kunjungan.entity.js';
import { berwenangKunjungan, bolehLihatKunjungan } from './kunjungan.policy.js';
import { type AksiKunjungan, SEBUTAN_STATUS } from './kunjungan.status.js';
import {
  type BeritaAcara,
  type FotoKunjungan,
  type IsianBeritaAcara,
  type IsiBeritaAcara,
  type JawabanPeriksa,
  type ObjekKunjungan,
  type PetugasKunjungan,
  type SasaranKunjungan,
} from './kunjungan.types.js';

// The statements that more than one service of this module needs.

/** Name of visits in the audit trail, and of their photos at the one door. */
export const OBJEK = 'kunjungan';
/** Name of the documents of records at the one door. */
export const OBJEK_BERITA_ACARA = 'berita-acara';

/** A visit as the policies see it, with what it is called and the kelurahan it is in. */
export type ObjekTerbaca = ObjekKunjungan & { nama: string; kelurahan: string | null };

/** Reads what the policies ask of a visit. */
export async function objekDari(em: EntityManager, k: Kunjungan): Promise<ObjekTerbaca> {
  const [baris] = await em.query<
    { nama: string | null; opdId: number | null; pemohonId: number | null; kelurahan: string | null }[]
  >(
    `SELECT COALESCE(o.nama, p.nama) AS nama, o.opd_id AS opdId, p.akun_id AS pemohonId, l.nama AS kelurahan
     FROM kunjungan k LEFT JOIN ormas o ON o.id = k.ormas_id LEFT JOIN pendaftaran p ON p.id = k.pendaftaran_id
       LEFT JOIN kelurahan l ON l.id = k.kelurahan_id
     WHERE k.id = ?`,
    [k.id],
  );
  const petugas = await em.query<{ id: number }[]>(
    'SELECT akun_id AS id FROM kunjungan_petugas WHERE kunjungan_id = ?',
    [k.id],
  );
  return {
    nama: baris?.nama ?? '',
    kelurahan: baris?.kelurahan ?? null,
    ormasId: k.ormasId,
    ormasOpdId: baris?.opdId ?? null,
    pemohonId: baris?.pemohonId ?? null,
    petugas: petugas.map((p) => p.id),
    status: k.status,
  };
}

/** A visit as an act holds it: locked, allowed, of the version the actor has seen. */
export interface KunjunganTerbuka {
  k: Kunjungan;
  objek: ObjekTerbaca;
}

/**
 * Locks a visit for an act and asks, in this order: may one see it, has one seen its present version, may one do this.
 * Who was taken off the visit meanwhile is told so by the version: the page was in order when it was opened.
 * @param kehendak what the actor wanted, in words, beside what is stored
 * @throws DomainError `tidak-ditemukan`, `versi-berbeda` with both, `tidak-berwenang`
 */
export async function buka(
  em: EntityManager,
  aktor: Aktor,
  aksi: AksiKunjungan,
  { id, versi, kehendak }: { id: number; versi: number; kehendak: Record<string, string> },
  tersimpan?: (k: Kunjungan) => Promise<Record<string, string>>,
): Promise<KunjunganTerbuka> {
  const k = await em.findOne(Kunjungan, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!k) throw new DomainError('tidak-ditemukan');
  const objek = await objekDari(em, k);
  if (!bolehLihatKunjungan(aktor, objek)) throw new DomainError('tidak-ditemukan');
  const berwenang = berwenangKunjungan(aktor, aksi, objek);
  if (k.versi !== versi && (berwenang || aktor.peran === 'petugas')) {
    throw new DomainError('versi-berbeda', undefined, {
      ...(await terakhirDiubah(em, OBJEK, id)),
      milikAnda: kehendak,
      tersimpan: { Keadaan: SEBUTAN_STATUS[k.status].teks, ...(tersimpan && (await tersimpan(k))) },
    });
  }
  if (!berwenang) throw new DomainError('tidak-berwenang');
  return { k, objek };
}

/** Writes the next version. The caller holds the lock. @throws DomainError `versi-berbeda` */
export async function simpan(em: EntityManager, k: Kunjungan, isi: Partial<Kunjungan>, kini: Date): Promise<void> {
  const hasil = await em.update(
    Kunjungan,
    { id: k.id, versi: k.versi },
    { ...isi, versi: k.versi + 1, diubahPada: kini },
  );
  if (hasil.affected !== 1) throw new DomainError('versi-berbeda');
}

/** The officers of a visit, by name. */
export function bacaPetugas(em: EntityManager, kunjunganId: number): Promise<PetugasKunjungan[]> {
  return em.query(
    `SELECT a.id, a.nama FROM kunjungan_petugas p JOIN akun a ON a.id = p.akun_id
     WHERE p.kunjungan_id = ? ORDER BY a.nama, a.id`,
    [kunjunganId],
  );
}

/** Accounts that may be sent on a visit: active officers, and those who are on this one already. */
export function bacaCalonPetugas(em: EntityManager, kunjunganId: number | null): Promise<PetugasKunjungan[]> {
  return em.query(
    `SELECT a.id, a.nama FROM akun a WHERE (a.peran = 'petugas' AND a.aktif = 1)
       OR a.id IN (SELECT p.akun_id FROM kunjungan_petugas p WHERE p.kunjungan_id = ?) ORDER BY a.nama, a.id`,
    [kunjunganId ?? 0],
  );
}

/** Puts exactly these officers on a visit. */
export async function simpanPetugas(em: EntityManager, kunjunganId: number, petugas: readonly number[]): Promise<void> {
  await em.query('DELETE FROM kunjungan_petugas WHERE kunjungan_id = ?', [kunjunganId]);
  await em.query(
    `INSERT INTO kunjungan_petugas (kunjungan_id, akun_id) VALUES ${petugas.map(() => '(?, ?)').join(', ')}`,
    petugas.flatMap((p) => [kunjunganId, p]),
  );
}

/** The photos of a visit that are on it now, oldest first. */
export function bacaFoto(em: EntityManager, kunjunganId: number): Promise<FotoKunjungan[]> {
  return em.query(
    `SELECT f.id, f.berkas_id AS berkasId, b.nama, f.keterangan, b.ukuran, b.sha256, b.mime
     FROM kunjungan_foto f JOIN berkas b ON b.id = f.berkas_id
     WHERE f.kunjungan_id = ? AND f.dilepas_pada IS NULL ORDER BY f.id`,
    [kunjunganId],
  );
}

/** Of photos `f`: those that no record shows that was signed off. */
export const TAK_DITANDATANGANI = `NOT EXISTS (SELECT 1 FROM berita_acara b
  WHERE b.kunjungan_id = f.kunjungan_id AND INSTR(b.isi, f.berkas_id) > 0)`;

/**
 * Takes away the rows of those of the given photos of a visit that no signed record shows. The caller holds the visit and
 * gives the files back (`BerkasService.lepaskan`).
 * @returns what was taken away
 */
export async function hapusFotoDraf(
  em: EntityManager,
  kunjunganId: number,
  foto: readonly number[],
): Promise<{ id: number; berkasId: string; sha256: string }[]> {
  if (foto.length === 0) return [];
  const draf = await em.query<{ id: number; berkasId: string; sha256: string }[]>(
    `SELECT f.id, f.berkas_id AS berkasId, k.sha256 FROM kunjungan_foto f JOIN berkas k ON k.id = f.berkas_id
     WHERE f.kunjungan_id = ? AND f.id IN (?) AND ${TAK_DITANDATANGANI}`,
    [kunjunganId, foto],
  );
  if (draf.length > 0) await em.query('DELETE FROM kunjungan_foto WHERE id IN (?)', [draf.map((f) => f.id)]);
  return draf;
}

/** The records of a visit that were signed off, the newest first. */
export async function bacaBeritaAcara(em: EntityManager, kunjunganId: number): Promise<BeritaAcara[]> {
  return uraikan(await em.query<Mentah[]>(`${PILIH} WHERE b.kunjungan_id = ? ORDER BY b.id DESC`, [kunjunganId]));
}

/** One record, with the visit that it is of; null when there is none. */
export async function satuBeritaAcara(
  em: EntityManager,
  id: number,
): Promise<(BeritaAcara & { kunjunganId: number }) | null> {
  const [satu] = uraikan(await em.query<(Mentah & { kunjunganId: number })[]>(`${PILIH} WHERE b.id = ?`, [id]));
  return satu ?? null;
}

type Mentah = Omit<BeritaAcara, 'isi'> & { isi: string };

const PILIH = `SELECT b.id, b.kunjungan_id AS kunjunganId, b.nomor, b.isi, b.dibuat_pada AS dibuatPada, a.nama AS dibuatOleh,
    b.dicabut_pada AS dicabutPada, b.dokumen, b.berkas_id AS berkasId, f.sha256
  FROM berita_acara b LEFT JOIN akun a ON a.id = b.dibuat_oleh LEFT JOIN berkas f ON f.id = b.berkas_id`;

const uraikan = <T extends Mentah>(baris: readonly T[]): (Omit<T, 'isi'> & { isi: IsiBeritaAcara })[] =>
  baris.map((b) => ({ ...b, isi: JSON.parse(b.isi) as IsiBeritaAcara }));

/** The next number of a record, `BAK-2026-0001`: the portal's own, per year of signing off, without gaps or twins. */
export async function nomorBerikut(em: EntityManager, tahun: number): Promise<string> {
  await em.query(
    'INSERT INTO berita_acara_nomor (tahun, terakhir) VALUES (?, 1) ON DUPLICATE KEY UPDATE terakhir = terakhir + 1',
    [tahun],
  );
  const [b] = await em.query<{ terakhir: number }[]>('SELECT terakhir FROM berita_acara_nomor WHERE tahun = ?', [
    tahun,
  ]);
  return `BAK-${tahun}-${String(b?.terakhir ?? 1).padStart(4, '0')}`;
}

/** The ormas as a visit needs it, or null. @param kunci holds its row until the transaction ends */
export async function bacaOrmasSasaran(em: EntityManager, id: number, kunci = false): Promise<SasaranKunjungan | null> {
  if (kunci) await em.query('SELECT id FROM ormas WHERE id = ? FOR UPDATE', [id]);
  const [o] = await em.query<
    {
      nama: string;
      status: StatusOrmas;
      opdId: number | null;
      alamat: string;
      rt: string | null;
      rw: string | null;
      kelurahanId: number | null;
    }[]
  >(
    `SELECT o.nama, o.status, o.opd_id AS opdId, o.alamat, o.rt, o.rw, o.kelurahan_id AS kelurahanId
     FROM ormas o WHERE o.id = ?`,
    [id],
  );
  if (!o) return null;
  const bagian = [o.alamat, o.rt && `RT ${o.rt}`, o.rw && `RW ${o.rw}`];
  return {
    ...{ sasaran: { jenis: 'ormas', id }, nama: o.nama, opdId: o.opdId, pemohonId: null },
    ...{ alamat: bagian.filter(Boolean).join(', '), kelurahanId: o.kelurahanId, terbuka: masihAda(o.status) },
  };
}

/** What is written of a visit so far. */
export function isianDari(k: Kunjungan, petugas: readonly number[]): IsianBeritaAcara {
  const periksa = JSON.parse(k.periksa) as Record<string, JawabanPeriksa>;
  return {
    ...{ tanggal: k.tanggalNyata, mulai: k.mulai, selesai: k.selesai, petugas },
    ditemui: k.ditemui === null ? null : Boolean(k.ditemui),
    ...{ penerimaNama: k.penerimaNama, penerimaJabatan: k.penerimaJabatan },
    periksa: Object.fromEntries(DAFTAR_PERIKSA.map((d) => [d.kode, periksa[d.kode] ?? { hasil: null, catatan: '' }])),
    ...{ temuan: k.temuan, rekomendasi: k.rekomendasi, sikap: k.sikap, kataOrmas: k.kataOrmas },
  };
}

/** The columns of what is written. */
export function kolomIsian(i: IsianBeritaAcara): Partial<Kunjungan> {
  return {
    ...{ tanggalNyata: i.tanggal, mulai: i.mulai, selesai: i.selesai, ditemui: i.ditemui },
    ...{ penerimaNama: i.penerimaNama, penerimaJabatan: i.penerimaJabatan, periksa: JSON.stringify(i.periksa) },
    ...{ temuan: i.temuan, rekomendasi: i.rekomendasi, sikap: i.sikap, kataOrmas: i.kataOrmas },
  };
}
