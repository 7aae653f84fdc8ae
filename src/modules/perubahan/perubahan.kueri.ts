import { type EntityManager } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';
import { type Ketikan } from './perubahan.aturan.js';
import { PerubahanOrmas } from './perubahan.entity.js';
import { type ObjekPerubahan, type OrmasPerubahan } from './perubahan.policy.js';

/** A piece of evidence of a request. */
export interface BuktiPerubahan {
  id: number;
  berkasId: string;
  nama: string;
  mime: string;
  ukuran: number;
  sha256: string;
}

/** The request, locked until the transaction ends. @throws DomainError `tidak-ditemukan` */
export async function kunciPerubahan(em: EntityManager, id: number): Promise<PerubahanOrmas> {
  const p = await em.findOne(PerubahanOrmas, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!p) throw new DomainError('tidak-ditemukan');
  return p;
}

export async function bacaOrmasPerubahan(em: EntityManager, id: number): Promise<OrmasPerubahan & { nama: string }> {
  const [o] = await em.query<(OrmasPerubahan & { nama: string })[]>(
    // Of an entry that was merged the requests are read by whoever sees the one that holds; decided is nothing more.
    `SELECT COALESCE(t.id, o.id) AS id, o.nama, IF(t.id IS NULL, o.opd_id, t.opd_id) AS opdId, o.status
     FROM ormas o LEFT JOIN ormas t ON t.id = o.digabung_ke WHERE o.id = ?`,
    [id],
  );
  if (!o) throw new DomainError('tidak-ditemukan');
  return o;
}

export const objekDari = (p: PerubahanOrmas, ormas: OrmasPerubahan): ObjekPerubahan => ({
  ...{ ormas, asal: p.asal, status: p.status, pernahDiajukan: p.diajukanPertamaPada !== null },
});

/** The evidence in force of a request, oldest first. */
export function bacaBukti(em: EntityManager, perubahanId: number): Promise<BuktiPerubahan[]> {
  return em.query<BuktiPerubahan[]>(
    `SELECT b.id, b.berkas_id AS berkasId, f.nama, f.mime, f.ukuran, f.sha256 FROM perubahan_bukti b
     JOIN berkas f ON f.id = b.berkas_id WHERE b.perubahan_id = ? AND b.dilepas_pada IS NULL ORDER BY b.id`,
    [perubahanId],
  );
}

export const ketikanDari = (p: Pick<PerubahanOrmas, 'usul'>): Ketikan => JSON.parse(p.usul) as Ketikan;
