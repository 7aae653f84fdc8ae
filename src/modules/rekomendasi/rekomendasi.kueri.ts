import { type EntityManager } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';
import { statusRekomendasi } from './rekomendasi.aturan.js';
import { Rekomendasi } from './rekomendasi.entity.js';
import { type Kemajuan, type RingkasRekomendasi, type SaringKeadaan } from './rekomendasi.types.js';

export interface OrmasRekomendasi {
  id: number;
  nama: string;
  opdId: number | null;
}

/** Columns of a recommendation for `DARI_REKOMENDASI`. */
export const KOLOM_REKOMENDASI = `r.id, r.ormas_id AS ormasId, o.nama AS ormasNama, p.nama AS opdOrmas, r.isi, r.sumber,
  r.penanggung, r.opd_id AS opdId, q.nama AS opdPenanggung, r.dibuat_pada AS dibuatPada, c.nama AS dibuatOleh,
  r.jatuh_tempo AS jatuhTempo, r.kunjungan_id AS kunjunganId, r.selesai_pada AS selesaiPada, r.dilaporkan_pada AS dilaporkanPada,
  r.batal_pada AS batalPada, x.nama AS batalOleh, r.batal_alasan AS batalAlasan, r.versi`;
export const DARI_REKOMENDASI = `FROM rekomendasi r JOIN ormas o ON o.id = r.ormas_id LEFT JOIN opd p ON p.id = o.opd_id
  LEFT JOIN opd q ON q.id = r.opd_id LEFT JOIN akun c ON c.id = r.dibuat_oleh LEFT JOIN akun x ON x.id = r.batal_oleh`;

const HIDUP = 'r.batal_pada IS NULL AND r.selesai_pada IS NULL';

/** SQL: recommendation `r` stands so on a day ('YYYY-MM-DD'); the condition and its parameters. */
export function syaratKeadaan(keadaan: SaringKeadaan, hari: string): [sql: string, ...nilai: string[]] {
  switch (keadaan) {
    case 'terbuka':
      return [`${HIDUP} AND r.dilaporkan_pada IS NULL`];
    case 'terlambat':
      return [`${HIDUP} AND r.dilaporkan_pada IS NULL AND r.jatuh_tempo < ?`, hari];
    case 'dilaporkan':
      return [`${HIDUP} AND r.dilaporkan_pada IS NOT NULL`];
    case 'selesai':
      return ['r.batal_pada IS NULL AND r.selesai_pada IS NOT NULL'];
    case 'batal':
      return ['r.batal_pada IS NOT NULL'];
  }
}

/** A row as the database gives it. */
export type MentahRekomendasi = Omit<RingkasRekomendasi, 'status'>;

export const keRingkas = (r: MentahRekomendasi): RingkasRekomendasi => ({ ...r, status: statusRekomendasi(r) });

export async function bacaOrmasRekomendasi(em: EntityManager, id: number): Promise<OrmasRekomendasi> {
  const [o] = await em.query<OrmasRekomendasi[]>('SELECT id, nama, opd_id AS opdId FROM ormas WHERE id = ?', [id]);
  if (!o) throw new DomainError('tidak-ditemukan');
  return o;
}

/** Whether a visit went to the ormas and its record is signed off: then it may have led to a recommendation. */
export async function kunjunganSelesai(em: EntityManager, id: number, ormasId: number): Promise<boolean> {
  const baris = await em.query<unknown[]>(
    "SELECT 1 FROM kunjungan WHERE id = ? AND ormas_id = ? AND status = 'selesai'",
    [id, ormasId],
  );
  return baris.length > 0;
}

/** The recommendation, locked until the transaction ends. @throws DomainError `tidak-ditemukan` */
export async function kunciRekomendasi(em: EntityManager, id: number): Promise<Rekomendasi> {
  const r = await em.findOne(Rekomendasi, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!r) throw new DomainError('tidak-ditemukan');
  return r;
}

/** The reports about a recommendation, newest first, with their files. */
export async function bacaKemajuan(em: EntityManager, rekomendasiId: number): Promise<Kemajuan[]> {
  const baris = await em.query<Omit<Kemajuan, 'berkas'>[]>(
    `SELECT k.id, k.uraian, k.selesai_pada AS selesaiPada, k.dibuat_pada AS dibuatPada, a.nama AS dibuatOleh, k.putusan,
       k.catatan, d.nama AS diputuskanOleh
     FROM rekomendasi_kemajuan k LEFT JOIN akun a ON a.id = k.dibuat_oleh LEFT JOIN akun d ON d.id = k.diputuskan_oleh
     WHERE k.rekomendasi_id = ? ORDER BY k.id DESC LIMIT 100`,
    [rekomendasiId],
  );
  if (baris.length === 0) return [];
  const berkas = await em.query<(Kemajuan['berkas'][number] & { kemajuanId: number })[]>(
    `SELECT b.kemajuan_id AS kemajuanId, b.berkas_id AS berkasId, f.nama, f.ukuran FROM rekomendasi_berkas b
     JOIN berkas f ON f.id = b.berkas_id WHERE b.kemajuan_id IN (?) ORDER BY b.id`,
    [baris.map((k) => k.id)],
  );
  return baris.map((k) => ({ ...k, berkas: berkas.filter((b) => b.kemajuanId === k.id) }));
}
