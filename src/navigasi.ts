import { type Aktor, type Peran } from './common/aktor.js';

const SEMUA: readonly { href: string; teks: string; peran: readonly Peran[] }[] = [
  { href: '/', teks: 'Beranda', peran: ['admin', 'petugas', 'kabid', 'kaban', 'opd', 'sekretaris', 'pimpinan'] },
  { href: '/ormas', teks: 'Ormas', peran: ['admin', 'petugas', 'kabid', 'kaban', 'opd', 'pimpinan'] },
  { href: '/klaster', teks: 'Klaster', peran: ['admin', 'petugas', 'kabid', 'kaban', 'opd', 'pimpinan'] },
  { href: '/kegiatan', teks: 'Kegiatan', peran: ['petugas', 'kabid', 'opd'] },
  { href: '/penilaian', teks: 'IKO', peran: ['admin', 'petugas', 'kabid', 'kaban', 'opd', 'pimpinan', 'sekretaris'] },
  { href: '/laporan', teks: 'Laporan', peran: ['admin', 'petugas', 'kabid', 'kaban', 'opd', 'pimpinan'] },
  { href: '/audit', teks: 'Jejak audit', peran: ['admin', 'kabid', 'kaban'] },
  { href: '/pengguna', teks: 'Pengguna', peran: ['admin'] },
];

/** The main navigation of a role; the entry of the present page is marked. A secretary goes straight to the own ormas. */
export function navigasi(aktor: Aktor, jalur: string): { href: string; teks: string; aktif: boolean }[] {
  const butir = SEMUA.filter((b) => b.peran.includes(aktor.peran as Peran));
  const milik =
    aktor.peran === 'sekretaris'
      ? [
          { href: `/ormas/${aktor.ormasId}`, teks: 'Ormas kami' },
          { href: `/ormas/${aktor.ormasId}/kegiatan`, teks: 'Kegiatan' },
        ]
      : [];
  const lengkap = [...butir.slice(0, 1), ...milik, ...butir.slice(1)];
  const cocok = lengkap.filter((b) =>
    b.href === '/' ? jalur === '/' : jalur === b.href || jalur.startsWith(`${b.href}/`),
  );
  const terdalam = cocok.sort((a, b) => b.href.length - a.href.length)[0];
  return lengkap.map(({ href, teks }) => ({ href, teks, aktif: href === terdalam?.href }));
}
