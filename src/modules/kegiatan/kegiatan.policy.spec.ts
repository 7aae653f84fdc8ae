import { type Aktor, PERAN } from '../../common/aktor.js';
import {
  type AksiKegiatan,
  bolehKegiatan,
  bolehLihatAntrean,
  bolehLihatKegiatanOrmas,
  bolehLihatNaskah,
  bolehTulisKegiatan,
} from './kegiatan.policy.js';
import { STATUS_KEGIATAN, type StatusKegiatan, TINDAKAN_KEGIATAN } from './kegiatan.status.js';

const AKSI: AksiKegiatan[] = [
  ...(['lihat', 'ubah', 'konfirmasiBersama', 'tarikKonfirmasi', 'bantahBersama', 'tarikBantahan'] as const),
  ...TINDAKAN_KEGIATAN,
];
const ORMAS = 7;
const OPD = 3;

/** Every role, those with a scope once inside and once outside it, and the OPD that held the activity together. */
const AKTOR: Record<string, Aktor> = Object.fromEntries<Aktor>([
  ...[...PERAN, 'sistem' as const]
    .filter((p) => p !== 'opd' && p !== 'sekretaris')
    .map((peran): [string, Aktor] => [peran, { id: 1, nama: peran, peran, opdId: null, ormasId: null }]),
  ['sekretaris', { id: 1, nama: 's', peran: 'sekretaris', opdId: null, ormasId: ORMAS }],
  ['sekretaris lain', { id: 1, nama: 's', peran: 'sekretaris', opdId: null, ormasId: 8 }],
  ['opd klaster', { id: 1, nama: 'o', peran: 'opd', opdId: OPD, ormasId: null }],
  ['opd bersama', { id: 1, nama: 'o', peran: 'opd', opdId: 4, ormasId: null }],
  ['opd lain', { id: 1, nama: 'o', peran: 'opd', opdId: 5, ormasId: null }],
  ['opd tanpa lingkup', { id: 1, nama: 'o', peran: 'opd', opdId: null, ormasId: null }],
]);

/** The whole law: act → state → who. Whatever is not named is refused. */
const pembaca = [
  'admin',
  'petugas',
  'kabid',
  'kaban',
  'pimpinan',
  'sistem',
  'sekretaris',
  'opd klaster',
  'opd bersama',
];
const pemutus = ['petugas', 'kabid'];
const semua = (siapa: string[]) => Object.fromEntries(STATUS_KEGIATAN.map((s) => [s, siapa]));
const pada = (status: StatusKegiatan[], siapa: string[]) => Object.fromEntries(status.map((s) => [s, siapa]));
const HUKUM: Record<AksiKegiatan, Partial<Record<StatusKegiatan, string[]>>> = {
  lihat: semua(pembaca),
  ubah: pada(['draf', 'dikembalikan'], ['sekretaris']),
  ajukan: pada(['draf', 'dikembalikan'], ['sekretaris']),
  batalkan: pada(['draf', 'diajukan', 'dikembalikan'], ['sekretaris']),
  pulihkan: pada(['dibatalkan'], ['sekretaris']),
  kembalikan: pada(['diajukan'], pemutus),
  verifikasi: pada(['diajukan'], pemutus),
  tolak: pada(['diajukan'], pemutus),
  bukaKembali: pada(['terverifikasi', 'ditolak', 'dikembalikan'], pemutus),
  konfirmasiBersama: pada(['diajukan', 'dikembalikan', 'terverifikasi'], ['opd bersama']),
  tarikKonfirmasi: pada(['diajukan', 'dikembalikan', 'terverifikasi'], ['opd bersama']),
  bantahBersama: pada(['diajukan', 'dikembalikan', 'terverifikasi'], ['opd bersama']),
  tarikBantahan: pada(['diajukan', 'dikembalikan', 'terverifikasi'], ['opd bersama']),
};

describe('who may do what with a report that was submitted once', () => {
  const tabel = AKSI.flatMap((aksi) =>
    STATUS_KEGIATAN.flatMap((status) =>
      Object.keys(AKTOR).map((siapa) => [aksi, status, siapa, (HUKUM[aksi][status] ?? []).includes(siapa)] as const),
    ),
  );
  it.each(tabel)('%s on %s by %s: %s', (aksi, status, siapa, boleh) => {
    const objek = { ormasId: ORMAS, ormasOpdId: OPD, bersamaOpdId: 4, status, pernahDiajukan: true };
    expect(bolehKegiatan(AKTOR[siapa] as Aktor, aksi, objek)).toBe(boleh);
  });
});

describe('who may do what with a report that was never submitted', () => {
  const milik: AksiKegiatan[] = ['lihat', 'ubah', 'ajukan', 'batalkan'];
  const tabel = AKSI.flatMap((aksi) =>
    Object.keys(AKTOR).map(
      (siapa) =>
        [
          aksi,
          siapa,
          (siapa === 'sekretaris' && milik.includes(aksi)) || (siapa === 'sistem' && aksi === 'lihat'),
        ] as const,
    ),
  );
  it.each(tabel)('%s on a draft by %s: %s', (aksi, siapa, boleh) => {
    const objek = { ormasId: ORMAS, ormasOpdId: OPD, bersamaOpdId: 4, status: 'draf' as const, pernahDiajukan: false };
    expect(bolehKegiatan(AKTOR[siapa] as Aktor, aksi, objek)).toBe(boleh);
  });
});

describe('lists', () => {
  const kantor = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem'];
  it.each(Object.keys(AKTOR))('%s', (siapa) => {
    const aktor = AKTOR[siapa] as Aktor;
    expect(bolehLihatKegiatanOrmas(aktor, { id: ORMAS, opdId: OPD })).toBe(
      [...kantor, 'sekretaris', 'opd klaster'].includes(siapa),
    );
    expect(bolehLihatAntrean(aktor)).toBe(kantor.includes(siapa) || siapa.startsWith('opd'));
    expect(bolehTulisKegiatan(aktor, ORMAS)).toBe(siapa === 'sekretaris');
  });
});

describe('what is being rewritten of a report that was sent', () => {
  it.each(Object.keys(AKTOR))('is read by its secretary alone: %s', (siapa) => {
    expect(bolehLihatNaskah(AKTOR[siapa] as Aktor, { ormasId: ORMAS })).toBe(siapa === 'sekretaris');
  });
});
