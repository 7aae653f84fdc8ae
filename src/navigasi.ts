import { type Aktor, type Peran } from './common/aktor.js';

interface Butir {
  href: string;
  teks: string;
  peran: readonly Peran[];
  /** Pages that belong to this entry though their address begins differently. */
  juga?: readonly string[];
}

const KANTOR: readonly Peran[] = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan'];
const SEMUA: readonly Butir[] = [
  { href: '/', teks: 'Beranda', peran: [...KANTOR, 'opd', 'sekretaris'], juga: ['/tugas'] },
  { href: '/ormas', teks: 'Ormas', peran: [...KANTOR, 'opd'] },
  { href: '/klaster', teks: 'Klaster', peran: [...KANTOR, 'opd'] },
  { href: '/kegiatan', teks: 'Kegiatan', peran: ['petugas', 'kabid', 'kaban', 'opd'] },
  { href: '/penilaian', teks: 'IKO', peran: [...KANTOR, 'opd', 'sekretaris'] },
  { href: '/laporan', teks: 'Laporan', peran: [...KANTOR, 'opd'] },
  { href: '/audit', teks: 'Jejak audit', peran: ['admin', 'kabid', 'kaban'] },
  { href: '/pengguna', teks: 'Pengguna', peran: ['admin'] },
  { href: '/setelan', teks: 'Setelan', peran: ['admin'] },
  { href: '/sistem', teks: 'Sistem', peran: ['admin'] },
];

/** A secretary goes straight to the own ormas; the pages of single reports belong to its activities. */
function milikOrmas(ormasId: number): Butir[] {
  const peran: readonly Peran[] = ['sekretaris'];
  return [
    { href: `/ormas/${ormasId}`, teks: 'Ormas kami', peran },
    { href: `/ormas/${ormasId}/kegiatan`, teks: 'Kegiatan', peran, juga: ['/kegiatan'] },
  ];
}

const memuat = (awal: string, jalur: string): boolean =>
  awal === '/' ? jalur === '/' : jalur === awal || jalur.startsWith(`${awal}/`);

/**
 * The main navigation of a role; at most one entry, the one that names the present page most closely, is `aktif`.
 * @param jalur the path of the present page, without its query
 */
export function navigasi(aktor: Aktor, jalur: string): { href: string; teks: string; aktif: boolean }[] {
  const [beranda, ...lain] = SEMUA.filter((b) => b.peran.some((p) => p === aktor.peran));
  if (!beranda) return [];
  const milik = aktor.peran === 'sekretaris' && aktor.ormasId !== null ? milikOrmas(aktor.ormasId) : [];
  const butir = [beranda, ...milik, ...lain];
  const terdalam = butir
    .flatMap((b) => [b.href, ...(b.juga ?? [])].filter((awal) => memuat(awal, jalur)).map((awal) => ({ b, awal })))
    .sort((x, y) => y.awal.length - x.awal.length)[0]?.b;
  return butir.map((b) => ({ href: b.href, teks: b.teks, aktif: b === terdalam }));
}
