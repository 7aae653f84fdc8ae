import { type Aktor } from '../../common/aktor.js';
import { sembunyikanPribadi } from './kata-fakta.js';

/** What the timeline needs to know of a row of the trail. */
export interface BarisLinimasa {
  aksi: string;
  aktorPeran: string;
  rincian: unknown;
}

/** Acts of a secretary on a report between submissions: the work of the ormas alone. */
const AKSI_DRAF: ReadonlySet<string> = new Set([
  'kegiatan.simpan-draf',
  'kegiatan.ubah',
  'perubahan.buat',
  'perubahan.ubah',
]);
/** Acts on drafts and on submitted reports alike; on a draft their row carries `draf: true`. */
const AKSI_KADANG_DRAF: ReadonlySet<string> = new Set([
  'kegiatan.batalkan',
  'kegiatan.pulihkan',
  'perubahan.cabut',
  'perubahan.pulihkan',
]);

/**
 * Whether a row of the trail of an ormas stands in the timeline this actor reads. Its own secretary sees everything;
 * others nothing of drafts, and not which of its own documents the ormas opened.
 */
export function tampakDiLinimasa(aktor: Pick<Aktor, 'peran' | 'ormasId'>, ormasId: number, b: BarisLinimasa): boolean {
  if (aktor.peran === 'sekretaris' && aktor.ormasId === ormasId) return true;
  if (AKSI_DRAF.has(b.aksi)) return false;
  if (AKSI_KADANG_DRAF.has(b.aksi)) return (b.rincian as { draf?: boolean } | null)?.draf !== true;
  return !(b.aksi === 'berkas.baca' && b.aktorPeran === 'sekretaris');
}

/** A row of the trail whose before and after tell no number of a person or a taxpayer. */
export function tanpaPribadi<B extends BarisLinimasa>(b: B): B {
  const rincian = b.rincian as { sebelum?: unknown; sesudah?: unknown } | null;
  if (!rincian || typeof rincian !== 'object') return b;
  const bersih = (isi: unknown): unknown =>
    typeof isi === 'object' && isi !== null ? sembunyikanPribadi(isi as Record<string, unknown>) : isi;
  return { ...b, rincian: { ...rincian, sebelum: bersih(rincian.sebelum), sesudah: bersih(rincian.sesudah) } };
}
