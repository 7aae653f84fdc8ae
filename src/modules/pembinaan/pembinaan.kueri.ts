import { type EntityManager } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';
import { type StatusOrmas } from '../ormas/ormas.types.js';
import { keadaanPembinaan } from './pembinaan.aturan.js';
import { Pembinaan } from './pembinaan.entity.js';
import { type ObjekPembinaan } from './pembinaan.policy.js';
import { type LampiranPembinaan, type RingkasPembinaan } from './pembinaan.types.js';

/** What the log must know of an ormas. */
export interface OrmasPembinaan {
  id: number;
  nama: string;
  opdId: number | null;
  status: StatusOrmas;
  terdaftarPada: string | null;
}

/** Columns of a row of the log for `DARI_PEMBINAAN`. */
export const KOLOM_PEMBINAAN = `b.id, b.ormas_id AS ormasId, o.nama AS ormasNama, p.nama AS opd, b.jenis, b.tanggal, b.sampai,
  b.nomor, b.tanggal_surat AS tanggalSurat, b.dasar, b.keterangan, b.akhir_dasar AS akhirDasar, b.versi,
  b.dicatat_pada AS dicatatPada, c.nama AS dicatatOleh, b.batal_pada AS batalPada, x.nama AS batalOleh,
  b.batal_alasan AS batalAlasan, b.menggantikan_id AS menggantikanId, g.id AS digantiId,
  (SELECT COUNT(*) FROM pembinaan_berkas f WHERE f.pembinaan_id = b.id) AS jumlahBerkas`;
export const DARI_PEMBINAAN = `FROM pembinaan b JOIN ormas o ON o.id = b.ormas_id LEFT JOIN opd p ON p.id = o.opd_id
  LEFT JOIN akun c ON c.id = b.dicatat_oleh LEFT JOIN akun x ON x.id = b.batal_oleh
  LEFT JOIN pembinaan g ON g.menggantikan_id = b.id`;

/** A row as the database gives it. */
export type MentahPembinaan = Omit<RingkasPembinaan, 'keadaan' | 'jumlahBerkas'> & { jumlahBerkas: string };

/** A row with how it stands on a day. */
export const keRingkas = (b: MentahPembinaan, hari: string): RingkasPembinaan => ({
  ...b,
  jumlahBerkas: Number(b.jumlahBerkas),
  keadaan: keadaanPembinaan(b, hari),
});

export async function bacaOrmasPembinaan(em: EntityManager, id: number): Promise<OrmasPembinaan> {
  const [o] = await em.query<OrmasPembinaan[]>(
    'SELECT id, nama, opd_id AS opdId, status, terdaftar_pada AS terdaftarPada FROM ormas WHERE id = ?',
    [id],
  );
  if (!o) throw new DomainError('tidak-ditemukan');
  return o;
}

/** The row, locked until the transaction ends. @throws DomainError `tidak-ditemukan` */
export async function kunciPembinaan(em: EntityManager, id: number): Promise<Pembinaan> {
  const p = await em.findOne(Pembinaan, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!p) throw new DomainError('tidak-ditemukan');
  return p;
}

/** What policies ask of a row on a day. */
export const objekDari = (
  p: Pick<Pembinaan, 'jenis' | 'tanggal' | 'sampai' | 'batalPada'>,
  ormas: ObjekPembinaan['ormas'],
  hari: string,
): ObjekPembinaan => ({
  ormas,
  keadaan: keadaanPembinaan(p, hari),
  lewat: p.sampai !== null && p.sampai < hari,
});

/** The files of a row, oldest first. */
export function bacaLampiran(em: EntityManager, pembinaanId: number): Promise<LampiranPembinaan[]> {
  return em.query<LampiranPembinaan[]>(
    `SELECT b.id, b.berkas_id AS berkasId, f.nama, f.mime, f.ukuran FROM pembinaan_berkas b
     JOIN berkas f ON f.id = b.berkas_id WHERE b.pembinaan_id = ? ORDER BY b.id`,
    [pembinaanId],
  );
}
