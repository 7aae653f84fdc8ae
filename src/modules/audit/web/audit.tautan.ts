import { type Aktor } from '../../../common/aktor.js';
import { type BarisAudit } from '../audit.service.js';

type Pembaca = Aktor['peran'];
type Alamat = (b: Pick<BarisAudit, 'objekId' | 'ormasId'>) => string | null;

const PEMBACA: readonly Pembaca[] = ['admin', 'kabid', 'kaban'];
const ADMIN: readonly Pembaca[] = ['admin'];

const bernomor =
  (awal: string): Alamat =>
  ({ objekId }) =>
    /^\d{1,10}$/.test(objekId) && Number(objekId) > 0 ? `${awal}/${objekId}` : null;
const padaOrmas =
  (bagian = ''): Alamat =>
  ({ ormasId }) =>
    ormasId === null ? null : `/ormas/${ormasId}${bagian}`;

/** Where each kind of thing is shown, and to whom of those who read the trail. */
const HALAMAN: Readonly<Record<string, { boleh: readonly Pembaca[]; alamat: Alamat }>> = {
  akun: { boleh: ADMIN, alamat: () => '/pengguna' },
  ormas: { boleh: PEMBACA, alamat: bernomor('/ormas') },
  'ormas-dokumen': { boleh: PEMBACA, alamat: padaOrmas() },
  kegiatan: { boleh: PEMBACA, alamat: bernomor('/kegiatan') },
  'laporan-ormas': { boleh: PEMBACA, alamat: padaOrmas('/rencana') },
  'program-kerja': { boleh: PEMBACA, alamat: padaOrmas('/rencana') },
  periode: { boleh: PEMBACA, alamat: () => '/penilaian' },
  hitung: { boleh: PEMBACA, alamat: bernomor('/penilaian/hitung') },
  nilai: {
    boleh: PEMBACA,
    alamat: ({ objekId }) => {
      const [, tahun, ormas] = /^(\d{4})\D(\d{1,10})$/.exec(objekId) ?? [];
      return tahun && ormas ? `/penilaian/${tahun}/ormas/${ormas}` : null;
    },
  },
  laporan: { boleh: PEMBACA, alamat: bernomor('/laporan') },
  surat: { boleh: PEMBACA, alamat: bernomor('/surat') },
  kunjungan: { boleh: ['kabid', 'kaban'], alamat: bernomor('/kunjungan') },
  perubahan: { boleh: PEMBACA, alamat: bernomor('/perubahan') },
  pemetaan: { boleh: PEMBACA, alamat: bernomor('/klaster/pemetaan/perubahan') },
  opd: { boleh: PEMBACA, alamat: bernomor('/klaster/pemetaan/opd') },
  bidang: { boleh: PEMBACA, alamat: bernomor('/klaster/pemetaan/bidang') },
  pembinaan: { boleh: PEMBACA, alamat: bernomor('/pembinaan') },
  rekomendasi: { boleh: PEMBACA, alamat: bernomor('/rekomendasi') },
  pendaftaran: { boleh: ['kabid', 'kaban'], alamat: bernomor('/pendaftaran') },
  setelan: { boleh: ADMIN, alamat: () => '/setelan' },
  'hari-libur': { boleh: ADMIN, alamat: () => '/setelan/hari-libur' },
  lambang: { boleh: ADMIN, alamat: () => '/setelan/lambang' },
  'kotak-keluar': { boleh: ADMIN, alamat: () => '/sistem' },
};

/** Work of an applicant or a secretary that may not have been sent yet: until then the page is theirs alone. */
const BELUM_DIKIRIM: ReadonlySet<string> = new Set([
  ...['kegiatan.simpan-draf', 'kegiatan.ubah', 'perubahan.buat', 'perubahan.ubah'],
  ...['pendaftaran.mulai', 'pendaftaran.isi', 'pendaftaran.dokumen'],
]);

/** The page of the thing that a row is about; null where there is none, or none for this reader. */
export function alamatObjek(aktor: Pick<Aktor, 'peran'>, b: Omit<BarisAudit, 'rincian'>): string | null {
  const h = HALAMAN[b.objek];
  if (!h || !h.boleh.includes(aktor.peran)) return null;
  if (BELUM_DIKIRIM.has(b.aksi) || (b.aksi.endsWith('.muat') && b.objek !== 'periode')) return null;
  return h.alamat(b);
}
