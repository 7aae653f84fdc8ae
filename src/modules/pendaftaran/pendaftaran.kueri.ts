import { type EntityManager } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';
import { type Aktor } from '../../common/aktor.js';
import { kataDokumen, potretJawaban } from './pendaftaran.aturan.js';
import { Pendaftaran } from './pendaftaran.entity.js';
import { type AksiPendaftaran, berwenangPendaftaran, bolehLihatPendaftaran } from './pendaftaran.policy.js';
import { SEBUTAN_STATUS } from './pendaftaran.status.js';
import {
  type Butir,
  type DokumenPendaftaran,
  type Jawaban,
  type ObjekPendaftaran,
  type PotretDokumen,
  type PutaranPendaftaran,
  type Rujukan,
} from './pendaftaran.types.js';
import { terakhirDiubah } from '../audit/audit.service.js';

// The statements that more than one service of this module needs.

/** Name of these things in the audit trail. */
export const OBJEK = 'pendaftaran';

/** What the policies ask about. */
export function objekDari(p: Pendaftaran): ObjekPendaftaran {
  return {
    pemohonId: p.akunId,
    petugasId: p.petugasId,
    status: p.status,
    pernahDiajukan: p.diajukanPertamaPada !== null,
  };
}

/** The stored answers. */
export const jawabanDari = (p: Pick<Pendaftaran, 'jawaban'>): Jawaban => JSON.parse(p.jawaban) as Jawaban;

/** The stored remarks on fields, and what the fields said then. */
export const catatanDari = (p: Pick<Pendaftaran, 'catatanBidang' | 'catatanBidangAtas'>) => ({
  catatanBidang: JSON.parse(p.catatanBidang) as Record<string, string>,
  catatanBidangAtas: JSON.parse(p.catatanBidangAtas ?? '{}') as Record<string, string>,
});

/** What an act was sent with beside what is stored, in words: both are shown when the page was not the newest. */
export interface Banding {
  milikAnda: Record<string, string>;
  tersimpan: Record<string, string>;
}

/**
 * Locks an application for an act and asks, in this order: may one see it, may one do this, has one seen its present
 * version.
 * @throws DomainError `tidak-ditemukan`, `tidak-berwenang`, `versi-berbeda`
 */
export async function buka(
  em: EntityManager,
  aktor: Aktor,
  aksi: AksiPendaftaran,
  id: number,
  dilihat: { versi: number; kehendak: string; banding?: (p: Pendaftaran) => Banding | Promise<Banding> },
): Promise<Pendaftaran> {
  const p = await em.findOne(Pendaftaran, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!p || !bolehLihatPendaftaran(aktor, objekDari(p))) throw new DomainError('tidak-ditemukan');
  // Who has lost the matter meanwhile is told so by the version first: the page was in order when it was opened.
  const berwenang = berwenangPendaftaran(aktor, aksi, objekDari(p));
  if (p.versi !== dilihat.versi && (berwenang || aktor.peran === 'petugas')) {
    const banding = await dilihat.banding?.(p);
    throw new DomainError('versi-berbeda', undefined, {
      ...(await terakhirDiubah(em, 'pendaftaran', id)),
      milikAnda: { Tindakan: dilihat.kehendak, ...banding?.milikAnda },
      tersimpan: { Keadaan: SEBUTAN_STATUS[p.status].teks, ...banding?.tersimpan },
    });
  }
  if (!berwenang) throw new DomainError('tidak-berwenang');
  return p;
}

/** The documents of an application, with their files. */
export async function bacaDokumen(em: EntityManager, id: number): Promise<(DokumenPendaftaran & { sha256: string })[]> {
  return em.query(
    `SELECT d.kode, d.nomor, d.tanggal, d.berlaku_sampai AS berlakuSampai, d.berkas_id AS berkasId, d.putusan, d.catatan,
       COALESCE(b.nama, '') AS namaBerkas, COALESCE(b.mime, '') AS mime, COALESCE(b.ukuran, 0) AS ukuran,
       COALESCE(b.sha256, '') AS sha256
     FROM pendaftaran_dokumen d LEFT JOIN berkas b ON b.id = d.berkas_id WHERE d.pendaftaran_id = ? ORDER BY d.id`,
    [id],
  );
}

/** The rounds of an application, oldest first. */
export async function bacaPutaran(em: EntityManager, id: number): Promise<PutaranPendaftaran[]> {
  const baris = await em.query<{ nomor: number; diajukanPada: Date; berakhirPada: Date | null; potret: string }[]>(
    `SELECT nomor, diajukan_pada AS diajukanPada, berakhir_pada AS berakhirPada, potret FROM pendaftaran_putaran
     WHERE pendaftaran_id = ? ORDER BY nomor`,
    [id],
  );
  return baris.map(({ potret, ...b }) => ({
    ...b,
    ...(JSON.parse(potret) as { potret: readonly Butir[]; dokumen: readonly PotretDokumen[] }),
  }));
}

/** Begins a round with everything in the words of now. */
export async function mulaiPutaran(
  em: EntityManager,
  id: number,
  isi: {
    jawaban: Jawaban;
    dokumen: readonly (DokumenPendaftaran & { sha256: string })[];
    rujukan: Rujukan;
    kini: Date;
  },
): Promise<void> {
  const potret = {
    potret: potretJawaban(isi.jawaban, isi.rujukan),
    dokumen: isi.dokumen.map((d) => ({ kode: d.kode, nilai: kataDokumen({ ...d, sidik: d.sha256 }) })),
  };
  await em.query(
    `INSERT INTO pendaftaran_putaran (pendaftaran_id, nomor, diajukan_pada, potret)
     SELECT ?, COALESCE(MAX(nomor), 0) + 1, ?, ? FROM pendaftaran_putaran WHERE pendaftaran_id = ?`,
    [id, isi.kini, JSON.stringify(potret), id],
  );
}

/** Ends the round that runs, if one does: from here the office does not have the matter any more. */
export async function akhiriPutaran(em: EntityManager, id: number, kini: Date): Promise<void> {
  await em.query(
    'UPDATE pendaftaran_putaran SET berakhir_pada = ? WHERE pendaftaran_id = ? AND berakhir_pada IS NULL',
    [kini, id],
  );
}

/** Writes the next version. The caller holds the lock. */
export async function simpan(em: EntityManager, p: Pendaftaran, isi: Partial<Pendaftaran>, kini: Date): Promise<void> {
  const hasil = await em.update(
    Pendaftaran,
    { id: p.id, versi: p.versi },
    { ...isi, versi: p.versi + 1, diubahPada: kini },
  );
  if (hasil.affected !== 1) throw new DomainError('versi-berbeda');
}
