import { AKTOR_SISTEM, type Aktor, PERAN, type Peran } from './common/aktor.js';
import { navigasi } from './navigasi.js';

const sebagai = (peran: Peran): Aktor => ({
  id: 1,
  nama: 'Rekaan',
  peran,
  opdId: peran === 'opd' ? 2 : null,
  ormasId: peran === 'sekretaris' ? 7 : null,
});
const tautan = (peran: Peran) => navigasi(sebagai(peran), '/').map((b) => b.href);
const aktif = (peran: Peran, jalur: string) =>
  navigasi(sebagai(peran), jalur)
    .filter((b) => b.aktif)
    .map((b) => b.teks);

/** Every entry in the order in which it stands, and whose it is; a secretary's own ormas is 7. */
const ENTRI: readonly [string, readonly Peran[]][] = [
  ['/', PERAN],
  ['/ormas', PERAN.filter((p) => p !== 'sekretaris')],
  ['/ormas/7', ['sekretaris']],
  ['/impor', ['admin', 'petugas']],
  ['/klaster', PERAN.filter((p) => p !== 'sekretaris')],
  ['/pendaftaran', ['petugas', 'kabid', 'kaban']],
  ['/perubahan', ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan']],
  ['/ganda', ['petugas', 'kabid', 'kaban']],
  ['/kegiatan', PERAN.filter((p) => p !== 'sekretaris')],
  ['/ormas/7/kegiatan', ['sekretaris']],
  ['/pembinaan', PERAN.filter((p) => p !== 'sekretaris')],
  ['/radar', PERAN],
  ['/surat', PERAN],
  ['/keaktifan', PERAN.filter((p) => p !== 'sekretaris')],
  ['/kunjungan', PERAN.filter((p) => p !== 'sekretaris')],
  ['/penilaian', PERAN],
  ['/laporan', PERAN.filter((p) => p !== 'sekretaris')],
  ['/audit', ['admin', 'kabid', 'kaban']],
  ['/pengguna', ['admin']],
  ['/setelan', ['admin']],
  ['/sistem', ['admin']],
];

describe('the main navigation', () => {
  it.each(PERAN)('shows %s what belongs to the role', (peran) => {
    expect(tautan(peran)).toEqual(ENTRI.filter(([, milik]) => milik.includes(peran)).map(([jalur]) => jalur));
  });

  it('begins with the home page for every role', () => {
    for (const peran of PERAN) expect(tautan(peran)[0]).toBe('/');
  });

  it.each<[Peran, string, string[]]>([
    ['petugas', '/', ['Beranda']],
    ['petugas', '/tugas/dokumen', ['Beranda']],
    ['petugas', '/ormas', ['Ormas']],
    ['petugas', '/ormas/12/kegiatan', ['Ormas']],
    ['petugas', '/kegiatan/3', ['Kegiatan']],
    ['petugas', '/ormas-lain', []],
    ['petugas', '/akun/sesi', []],
    ['sekretaris', '/ormas/7', ['Ormas kami']],
    ['sekretaris', '/ormas/7/kontak', ['Ormas kami']],
    ['sekretaris', '/ormas/7/kegiatan/baru', ['Kegiatan']],
    ['sekretaris', '/kegiatan/3/ubah', ['Kegiatan']],
    ['sekretaris', '/ormas/70', []],
    ['sekretaris', '/penilaian/2026/ormas/7', ['IKO']],
    ['admin', '/sistem', ['Sistem']],
  ])('marks for %s on %s the one entry %j', (peran, jalur, harapan) => {
    expect(aktif(peran, jalur)).toEqual(harapan);
  });

  it('has nothing for the portal itself', () => {
    expect(navigasi(AKTOR_SISTEM, '/')).toEqual([]);
  });
});
