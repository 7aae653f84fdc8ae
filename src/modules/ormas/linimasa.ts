import { type Aktor } from '../../common/aktor.js';
import { AKSI_BACA, type KecualiAudit } from '../audit/audit.service.js';
import { sembunyikanPribadi } from './kata-fakta.js';

/** Acts of a secretary on a report between submissions: the work of the ormas alone. */
const AKSI_DRAF = ['kegiatan.simpan-draf', 'kegiatan.ubah', 'perubahan.buat', 'perubahan.ubah'];
/** Acts on drafts and on what was sent alike; on a draft their row carries `draf: true`. */
const AKSI_KADANG_DRAF = [
  'kegiatan.batalkan',
  'kegiatan.pulihkan',
  'perubahan.cabut',
  'perubahan.pulihkan',
  'tingkat.bukti',
];

/** Which rows of a trail are drafts of an ormas: its own secretary reads them, others do not. */
export function kecualiDraf(aktor: Pick<Aktor, 'peran' | 'ormasId'>, ormasId: number): KecualiAudit {
  return aktor.peran === 'sekretaris' && aktor.ormasId === ormasId
    ? { aksi: [], draf: [] }
    : { aksi: AKSI_DRAF, draf: AKSI_KADANG_DRAF };
}

/** Which rows of the trail of an ormas stand not in its timeline: drafts as above; and looking at a file is no event. */
export function kecualiLinimasa(aktor: Pick<Aktor, 'peran' | 'ormasId'>, ormasId: number): KecualiAudit {
  const { aksi, draf } = kecualiDraf(aktor, ormasId);
  return { aksi: [...AKSI_BACA, ...aksi], draf };
}

/** A row of the trail whose before and after tell no number of a person or a taxpayer. */
export function tanpaPribadi<B extends { rincian: unknown }>(b: B): B {
  const rincian = b.rincian as { sebelum?: unknown; sesudah?: unknown } | null;
  if (!rincian || typeof rincian !== 'object') return b;
  const bersih = (isi: unknown): unknown =>
    typeof isi === 'object' && isi !== null ? sembunyikanPribadi(isi as Record<string, unknown>) : isi;
  return { ...b, rincian: { ...rincian, sebelum: bersih(rincian.sebelum), sesudah: bersih(rincian.sesudah) } };
}
