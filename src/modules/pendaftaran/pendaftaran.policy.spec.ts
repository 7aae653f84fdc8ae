import { type Aktor, PERAN } from '../../common/aktor.js';
import {
  type AksiPendaftaran,
  BAGIAN_FORMULIR,
  bolehBacaFormulir,
  bolehBukaPendaftaran,
  bolehLihatDaftarKerja,
  bolehMulaiPendaftaran,
  bolehPendaftaran,
} from './pendaftaran.policy.js';
import { STATUS_PENDAFTARAN, type StatusPendaftaran, TINDAKAN_PENDAFTARAN } from './pendaftaran.status.js';

const AKSI: AksiPendaftaran[] = ['lihat', 'lihatPribadi', 'isi', 'ambil', 'lepas', 'periksa', ...TINDAKAN_PENDAFTARAN];
const PEMOHON = 7;
const PEMEGANG = 3;

/** Every role; the applicant before and after being registered, another applicant, the holder and another officer. */
const AKTOR: Record<string, Aktor> = Object.fromEntries<Aktor>([
  ...[...PERAN, 'sistem' as const]
    .filter((p) => p !== 'sekretaris' && p !== 'petugas')
    .map((peran): [string, Aktor] => [
      peran,
      { id: 1, nama: peran, peran, opdId: peran === 'opd' ? 1 : null, ormasId: null },
    ]),
  ['pemegang', { id: PEMEGANG, nama: 'p', peran: 'petugas', opdId: null, ormasId: null }],
  ['petugas lain', { id: 4, nama: 'p', peran: 'petugas', opdId: null, ormasId: null }],
  ['pemohon', { id: PEMOHON, nama: 's', peran: 'sekretaris', opdId: null, ormasId: null }],
  ['pemohon terdaftar', { id: PEMOHON, nama: 's', peran: 'sekretaris', opdId: null, ormasId: 9 }],
  ['pemohon lain', { id: 8, nama: 's', peran: 'sekretaris', opdId: null, ormasId: null }],
  ['sekretaris lain', { id: 11, nama: 's', peran: 'sekretaris', opdId: null, ormasId: 2 }],
]);

const pemohon = ['pemohon', 'pemohon terdaftar'];
const semua = (siapa: string[]) => Object.fromEntries(STATUS_PENDAFTARAN.map((s) => [s, siapa]));
const pada = (status: StatusPendaftaran[], siapa: string[]) => Object.fromEntries(status.map((s) => [s, siapa]));
const diperiksa: StatusPendaftaran[] = ['diajukan', 'diajukan-ulang'];

/** The whole law for an application that an officer holds: act → state → who. Whatever is not named is refused. */
const HUKUM: Record<AksiPendaftaran, Partial<Record<StatusPendaftaran, string[]>>> = {
  lihat: semua([...pemohon, 'pemegang', 'petugas lain', 'kabid', 'kaban', 'sistem']),
  lihatPribadi: semua([...pemohon, 'pemegang', 'petugas lain', 'kabid']),
  isi: pada(['draf', 'perlu-perbaikan'], pemohon),
  ajukan: pada(['draf'], pemohon),
  ajukanUlang: pada(['perlu-perbaikan'], pemohon),
  cabut: pada(['draf', 'diajukan', 'perlu-perbaikan', 'diajukan-ulang', 'terverifikasi'], pemohon),
  pulihkan: pada(['dicabut-pemohon'], pemohon),
  ambil: {},
  lepas: pada([...diperiksa, 'terverifikasi', 'perlu-perbaikan'], ['pemegang', 'kabid']),
  periksa: pada(diperiksa, ['pemegang']),
  verifikasi: pada(diperiksa, ['pemegang']),
  kembalikan: { ...pada(diperiksa, ['pemegang']), terverifikasi: ['kabid'] },
  tolak: { ...pada(diperiksa, ['pemegang']), terverifikasi: ['kabid'] },
  batalkanVerifikasi: pada(['terverifikasi'], ['pemegang', 'kabid']),
  daftarkan: pada(['terverifikasi'], ['kabid']),
  bukaKembali: pada(['ditolak'], ['kabid']),
};

const objek = (status: StatusPendaftaran, petugasId: number | null = PEMEGANG, pernahDiajukan = true) => ({
  pemohonId: PEMOHON,
  petugasId,
  status,
  pernahDiajukan,
});

describe('who may do what with an application', () => {
  const tabel = AKSI.flatMap((aksi) =>
    STATUS_PENDAFTARAN.flatMap((status) =>
      Object.keys(AKTOR).map((siapa) => [aksi, status, siapa, (HUKUM[aksi][status] ?? []).includes(siapa)] as const),
    ),
  );
  it.each(tabel)('%s on %s by %s: %s', (aksi, status, siapa, boleh) => {
    expect(bolehPendaftaran(AKTOR[siapa] as Aktor, aksi, objek(status))).toBe(boleh);
  });

  it.each(Object.keys(AKTOR))(
    'nobody holds it: %s takes it only as an officer, and examines it not before',
    (siapa) => {
      const aktor = AKTOR[siapa] as Aktor;
      for (const status of STATUS_PENDAFTARAN) {
        const ambil = aktor.peran === 'petugas' && diperiksa.includes(status);
        expect([status, bolehPendaftaran(aktor, 'ambil', objek(status, null))]).toEqual([status, ambil]);
        for (const aksi of ['periksa', 'verifikasi', 'lepas'] as const)
          expect(bolehPendaftaran(aktor, aksi, objek(status, null))).toBe(false);
      }
    },
  );

  it.each(Object.keys(AKTOR))('before the first submission it is its writer’s alone: %s', (siapa) => {
    const boleh = pemohon.includes(siapa);
    for (const aksi of ['lihat', 'lihatPribadi'] as const)
      expect(bolehPendaftaran(AKTOR[siapa] as Aktor, aksi, objek('draf', null, false))).toBe(boleh);
  });

  it('the list is the office’s and the applicants’; only applicants begin', () => {
    const yang = (f: (a: Aktor) => boolean) => Object.keys(AKTOR).filter((s) => f(AKTOR[s] as Aktor));
    expect(yang(bolehLihatDaftarKerja).sort()).toEqual(['kaban', 'kabid', 'pemegang', 'petugas lain']);
    expect(yang(bolehMulaiPendaftaran)).toEqual(['pemohon', 'pemohon lain']);
    expect(yang(bolehBukaPendaftaran).sort()).toEqual(
      ['kaban', 'kabid', 'pemegang', 'pemohon', 'pemohon lain', 'petugas lain'].sort(),
    );
    expect([bolehBukaPendaftaran(null), bolehMulaiPendaftaran(null), bolehLihatDaftarKerja(null)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('who reads which part of an approved form', () => {
  /** The application of an ormas with number 9 in the cluster of OPD 1. */
  const disetujui = { status: 'terdaftar' as const, pemohonId: PEMOHON, ormas: { id: 9, opdId: 1 } };
  const PEMBACA: Record<string, Aktor> = {
    ...AKTOR,
    'opd lain': { id: 1, nama: 'o', peran: 'opd', opdId: 2, ormasId: null },
    'opd tanpa penugasan': { id: 1, nama: 'o', peran: 'opd', opdId: null, ormasId: null },
    'sekretaris ormas itu': { id: 12, nama: 's', peran: 'sekretaris', opdId: null, ormasId: 9 },
  };
  const kantor = ['pemegang', 'petugas lain', 'kabid', 'kaban'];
  const HUKUM_FORMULIR = {
    isian: [...kantor, ...pemohon, 'sekretaris ormas itu', 'opd'],
    nomor: [...kantor, ...pemohon, 'sekretaris ormas itu'],
    dokumen: [...kantor, ...pemohon, 'sekretaris ormas itu'],
    bank: [...kantor, ...pemohon],
  };
  it.each(
    BAGIAN_FORMULIR.flatMap((bagian) =>
      Object.keys(PEMBACA).map((siapa) => [bagian, siapa, HUKUM_FORMULIR[bagian].includes(siapa)] as const),
    ),
  )('%s by %s: %s', (bagian, siapa, boleh) => {
    expect(bolehBacaFormulir(PEMBACA[siapa] as Aktor, bagian, disetujui)).toBe(boleh);
  });

  it('there is none before the approval, for nobody; nor for who has not signed in', () => {
    for (const status of STATUS_PENDAFTARAN.filter((s) => s !== 'terdaftar'))
      for (const aktor of Object.values(PEMBACA))
        expect(bolehBacaFormulir(aktor, 'isian', { ...disetujui, status })).toBe(false);
    expect(bolehBacaFormulir(null, 'isian', disetujui)).toBe(false);
    expect(bolehBacaFormulir(PEMBACA.pemegang as Aktor, 'isian', { ...disetujui, ormas: null })).toBe(false);
  });
});
