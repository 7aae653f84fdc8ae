import { type Aktor } from './common/aktor.js';
import { bolehKelolaAkun } from './modules/akun/akun.policy.js';
import { bolehBacaAudit } from './modules/audit/audit.policy.js';
import { bolehKelolaSistem } from './modules/dasbor/dasbor.policy.js';
import { bolehLihatKeaktifan } from './modules/keaktifan/keaktifan.policy.js';
import { bolehLihatAntrean } from './modules/kegiatan/kegiatan.policy.js';
import { bolehLihatDaftarKunjungan } from './modules/lapangan/kunjungan.policy.js';
import { bolehLihatDaftarLaporan } from './modules/laporan/laporan.policy.js';
import { bolehImpor } from './modules/ormas/impor.policy.js';
import { bolehLihatGanda, bolehLihatSemuaKlaster, lingkupOrmas } from './modules/ormas/ormas.policy.js';
import { bolehBukaPendaftaran } from './modules/pendaftaran/pendaftaran.policy.js';
import { bolehLihatDaftarPembinaan } from './modules/pembinaan/pembinaan.policy.js';
import { bolehLihatPeriode } from './modules/penilaian/penilaian.policy.js';
import { bolehLihatDaftarSurat } from './modules/surat/surat.policy.js';
import { bolehLihatAntreanPerubahan } from './modules/perubahan/perubahan.policy.js';
import { bolehUbahSetelan } from './modules/setelan/setelan.policy.js';

interface Butir {
  href: string;
  teks: string;
  /** Who sees the entry: the question that its page asks too, so that what is shown opens and what opens is shown. */
  boleh: (aktor: Aktor) => boolean;
  /** Pages that belong to this entry though their address begins differently. */
  juga?: readonly string[];
}

const SEMUA: readonly Butir[] = [
  { href: '/', teks: 'Beranda', boleh: () => true, juga: ['/tugas'] },
  { href: '/ormas', teks: 'Ormas', boleh: (a) => ['semua', 'opd'].includes(lingkupOrmas(a).jenis) },
  { href: '/impor', teks: 'Impor', boleh: bolehImpor },
  { href: '/klaster', teks: 'Klaster', boleh: (a) => bolehLihatSemuaKlaster(a) || lingkupOrmas(a).jenis === 'opd' },
  { href: '/pendaftaran', teks: 'Pendaftaran', boleh: bolehBukaPendaftaran },
  { href: '/perubahan', teks: 'Perubahan', boleh: bolehLihatAntreanPerubahan },
  { href: '/ganda', teks: 'Ganda', boleh: bolehLihatGanda },
  { href: '/kegiatan', teks: 'Kegiatan', boleh: bolehLihatAntrean },
  { href: '/pembinaan', teks: 'Pembinaan', boleh: bolehLihatDaftarPembinaan, juga: ['/rekomendasi'] },
  { href: '/radar', teks: 'Radar', boleh: (a) => lingkupOrmas(a).jenis !== 'tidak-ada' },
  { href: '/surat', teks: 'Surat', boleh: bolehLihatDaftarSurat },
  { href: '/keaktifan', teks: 'Keaktifan', boleh: bolehLihatKeaktifan },
  { href: '/kunjungan', teks: 'Kunjungan', boleh: bolehLihatDaftarKunjungan },
  { href: '/penilaian', teks: 'IKO', boleh: bolehLihatPeriode },
  { href: '/laporan', teks: 'Laporan', boleh: bolehLihatDaftarLaporan },
  { href: '/audit', teks: 'Jejak audit', boleh: bolehBacaAudit },
  { href: '/pengguna', teks: 'Pengguna', boleh: bolehKelolaAkun },
  { href: '/setelan', teks: 'Setelan', boleh: bolehUbahSetelan },
  { href: '/sistem', teks: 'Sistem', boleh: bolehKelolaSistem },
];

/** A secretary goes straight to the own ormas; the pages of single reports belong to its activities. */
function milikOrmas(ormasId: number): Butir[] {
  const boleh = (a: Aktor): boolean => a.ormasId === ormasId;
  return [
    {
      href: `/ormas/${ormasId}`,
      teks: 'Ormas kami',
      boleh,
      juga: ['/perubahan', '/kunjungan', '/pembinaan', '/rekomendasi'],
    },
    { href: `/ormas/${ormasId}/kegiatan`, teks: 'Kegiatan', boleh, juga: ['/kegiatan'] },
  ];
}

const memuat = (awal: string, jalur: string): boolean =>
  awal === '/' ? jalur === '/' : jalur === awal || jalur.startsWith(`${awal}/`);

/**
 * The main navigation of a role; at most one entry, the one that names the present page most closely, is `aktif`.
 * @param jalur the path of the present page, without its query
 */
export function navigasi(aktor: Aktor, jalur: string): { href: string; teks: string; aktif: boolean }[] {
  if (aktor.peran === 'sistem') return [];
  const [beranda, ...lain] = SEMUA.filter((b) => b.boleh(aktor));
  if (!beranda) return [];
  const milik = aktor.peran === 'sekretaris' && aktor.ormasId !== null ? milikOrmas(aktor.ormasId) : [];
  const butir = [beranda, ...milik, ...lain];
  const terdalam = butir
    .flatMap((b) => [b.href, ...(b.juga ?? [])].filter((awal) => memuat(awal, jalur)).map((awal) => ({ b, awal })))
    .sort((x, y) => y.awal.length - x.awal.length)[0]?.b;
  return butir.map((b) => ({ href: b.href, teks: b.teks, aktif: b === terdalam }));
}
