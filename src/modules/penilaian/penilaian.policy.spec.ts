import { type Aktor, PERAN } from '../../common/aktor.js';
import {
  bolehHitung,
  bolehLihatBuktiTingkat,
  bolehLihatHasil,
  bolehLihatPeriode,
  bolehLihatSemuaHasil,
  bolehMuatTingkat,
  bolehMulaiHitung,
  bolehNilaiMandiri,
  bolehTetapkanTingkat,
  bolehTutupPeriode,
  bolehUbahBuktiTingkat,
} from './penilaian.policy.js';
import { type PihakBukti, type StatusPeriode } from './penilaian.types.js';

const ORMAS = 7;
const OPD = 3;
const STATUS: StatusPeriode[] = ['berjalan', 'ditutup'];

/** Every role; those with a scope once inside it, once outside, once without one. */
const AKTOR: Record<string, Aktor> = Object.fromEntries<Aktor>([
  ...[...PERAN, 'sistem' as const]
    .filter((p) => p !== 'opd' && p !== 'sekretaris')
    .map((peran): [string, Aktor] => [peran, { id: 1, nama: peran, peran, opdId: null, ormasId: null }]),
  ['opd sendiri', { id: 1, nama: 'o', peran: 'opd', opdId: OPD, ormasId: null }],
  ['opd lain', { id: 1, nama: 'o', peran: 'opd', opdId: 4, ormasId: null }],
  ['opd tanpa lingkup', { id: 1, nama: 'o', peran: 'opd', opdId: null, ormasId: null }],
  ['sekretaris sendiri', { id: 1, nama: 's', peran: 'sekretaris', opdId: null, ormasId: ORMAS }],
  ['sekretaris lain', { id: 1, nama: 's', peran: 'sekretaris', opdId: null, ormasId: 8 }],
  ['sekretaris tanpa lingkup', { id: 1, nama: 's', peran: 'sekretaris', opdId: null, ormasId: null }],
]);
const SIAPA = Object.keys(AKTOR);
const KANTOR = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem'];
const PENILAI = ['petugas', 'kabid', 'sistem'];

/** The whole law: act → state of the period → who. Whoever is not named is refused. */
const HUKUM: Record<
  string,
  { boleh: (a: Aktor, s: StatusPeriode) => boolean; siapa: Record<StatusPeriode, string[]> }
> = {
  'membuat periode': { boleh: bolehHitung, siapa: { berjalan: PENILAI, ditutup: PENILAI } },
  'menghitung IKO': {
    boleh: (a, statusPeriode) => bolehMulaiHitung(a, { statusPeriode }),
    siapa: { berjalan: PENILAI, ditutup: [] },
  },
  'menutup dan membuka periode': {
    boleh: bolehTutupPeriode,
    siapa: { berjalan: ['kabid', 'sistem'], ditutup: ['kabid', 'sistem'] },
  },
  'melihat hasil seluruh kota': { boleh: bolehLihatSemuaHasil, siapa: { berjalan: KANTOR, ditutup: KANTOR } },
  'melihat skor ormas 7 dalam klaster 3': {
    boleh: (a) => bolehLihatHasil(a, { ormasId: ORMAS, opdId: OPD }),
    siapa: {
      berjalan: [...KANTOR, 'opd sendiri', 'sekretaris sendiri'],
      ditutup: [...KANTOR, 'opd sendiri', 'sekretaris sendiri'],
    },
  },
  'melihat skor ormas 7 tanpa klaster': {
    boleh: (a) => bolehLihatHasil(a, { ormasId: ORMAS, opdId: null }),
    siapa: { berjalan: [...KANTOR, 'sekretaris sendiri'], ditutup: [...KANTOR, 'sekretaris sendiri'] },
  },
  'menetapkan tingkat': {
    boleh: (a, statusPeriode) => bolehTetapkanTingkat(a, { statusPeriode }),
    siapa: { berjalan: PENILAI, ditutup: [] },
  },
  'memuat tingkat sekaligus': { boleh: bolehMuatTingkat, siapa: { berjalan: ['sistem'], ditutup: ['sistem'] } },
  'melampirkan berkas ormas 7': {
    boleh: (a, statusPeriode) => bolehUbahBuktiTingkat(a, { ormasId: ORMAS, pihak: 'ormas', statusPeriode }),
    siapa: { berjalan: ['sekretaris sendiri'], ditutup: [] },
  },
  'melampirkan berkas petugas': {
    boleh: (a, statusPeriode) => bolehUbahBuktiTingkat(a, { ormasId: ORMAS, pihak: 'petugas', statusPeriode }),
    siapa: { berjalan: PENILAI, ditutup: [] },
  },
  'melepaskan berkas yang menjadi dasar keputusan': {
    boleh: (a, statusPeriode) =>
      bolehUbahBuktiTingkat(a, { ormasId: ORMAS, pihak: 'ormas', statusPeriode, dirujuk: true }) ||
      bolehUbahBuktiTingkat(a, { ormasId: ORMAS, pihak: 'petugas', statusPeriode, dirujuk: true }),
    siapa: { berjalan: [], ditutup: [] },
  },
  'menilai sendiri ormas 7': {
    boleh: (a, statusPeriode) => bolehNilaiMandiri(a, { ormasId: ORMAS, statusPeriode }),
    siapa: { berjalan: ['sekretaris sendiri'], ditutup: [] },
  },
};

describe('who may do what with scores', () => {
  const tabel = Object.entries(HUKUM).flatMap(([aksi, { siapa }]) =>
    STATUS.flatMap((status) => SIAPA.map((s) => [aksi, status, s, siapa[status].includes(s)] as const)),
  );

  it.each(tabel)('%s, period %s, %s: %s', (aksi, status, siapa, harapan) => {
    expect(HUKUM[aksi]?.boleh(AKTOR[siapa] as Aktor, status)).toBe(harapan);
  });

  it('shows the list of periods to whoever is signed in but an applicant, and to nobody else', () => {
    const pemohon = (a: Aktor | undefined) => a?.peran === 'sekretaris' && a.ormasId === null;
    for (const s of SIAPA) expect([s, bolehLihatPeriode(AKTOR[s] ?? null)]).toEqual([s, !pemohon(AKTOR[s])]);
    expect(bolehLihatPeriode(null)).toBe(false);
  });
});

describe('who may read a file behind a level of ormas 7 in cluster 3', () => {
  /** Who attached it → draft or sent → who. */
  const PEMBACA: Record<PihakBukti, Record<'draf' | 'terkirim', string[]>> = {
    ormas: {
      draf: ['sekretaris sendiri', 'sistem'],
      terkirim: ['petugas', 'kabid', 'kaban', 'opd sendiri', 'sekretaris sendiri', 'sistem'],
    },
    petugas: {
      draf: ['petugas', 'kabid', 'sistem'],
      terkirim: ['petugas', 'kabid', 'kaban', 'opd sendiri', 'sekretaris sendiri', 'sistem'],
    },
  };
  const tabel = (['ormas', 'petugas'] as const).flatMap((pihak) =>
    (['draf', 'terkirim'] as const).flatMap((keadaan) =>
      SIAPA.map((s) => [pihak, keadaan, s, PEMBACA[pihak][keadaan].includes(s)] as const),
    ),
  );

  it.each(tabel)('attached by %s, %s, %s: %s', (pihak, keadaan, siapa, harapan) => {
    const objek = { ormasId: ORMAS, opdId: OPD, pihak, terkirim: keadaan === 'terkirim' };
    expect(bolehLihatBuktiTingkat(AKTOR[siapa] as Aktor, objek)).toBe(harapan);
    expect(bolehLihatBuktiTingkat(null, objek)).toBe(false);
  });

  it('is no OPD where the cluster is not decided', () => {
    const objek = { ormasId: ORMAS, opdId: null, pihak: 'ormas' as const, terkirim: true };
    expect(SIAPA.filter((s) => s.startsWith('opd') && bolehLihatBuktiTingkat(AKTOR[s] as Aktor, objek))).toEqual([]);
  });
});
