import { PERAN, type Aktor, type Peran } from '../../common/aktor.js';
import {
  bolehBatalkanPengesahan,
  bolehLihatDaftarLaporan,
  bolehLihatLaporan,
  bolehSahkanLaporan,
  bolehSetujuiLaporan,
  bolehSusunLaporan,
  bolehUlangiLaporan,
  bolehUnduhLaporan,
  type ObjekPengesahan,
} from './laporan.policy.js';
import { STATUS_LAPORAN, type Pengesahan } from './laporan.types.js';

const SEMUA = [...PERAN, 'sistem', null] as const;
type Siapa = (typeof SEMUA)[number];
const aktor = (peran: Siapa): Aktor | null =>
  peran && { id: 1, nama: 'Uji', peran, opdId: peran === 'opd' ? 1 : null, ormasId: peran === 'sekretaris' ? 1 : null };
const PENGESAHAN: readonly Pengesahan[] = ['belum', 'disetujui', 'disahkan'];
const KANTOR: readonly Siapa[] = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem'];
const OBJEK: ObjekPengesahan[] = STATUS_LAPORAN.flatMap((status) =>
  (status === 'selesai' ? PENGESAHAN : (['belum'] as const)).flatMap((pengesahan) =>
    [{}, { usang: true }, { sementara: true }, { terbuka: true }, { kurang: ['alamat kantor'] }].map((beda) => ({
      ...{ status, pengesahan, usang: false, sementara: false, terbuka: false, kurang: [] as string[] },
      ...beda,
    })),
  ),
);

const isAkhir = (o: ObjekPengesahan) => !o.usang && !o.sementara && !o.terbuka && o.kurang.length === 0;

/** Who may, per state: the whole table in words. */
const TABEL: Record<
  string,
  { act: (a: Aktor | null, o: ObjekPengesahan) => boolean; siapa: (o: ObjekPengesahan) => readonly Siapa[] }
> = {
  'see a report': {
    act: bolehLihatLaporan,
    siapa: ({ status }) => (status === 'selesai' ? [...KANTOR, 'opd'] : KANTOR),
  },
  'download it': {
    act: bolehUnduhLaporan,
    siapa: ({ status }) => (status === 'selesai' ? [...KANTOR, 'opd'] : []),
  },
  'take it up again': {
    act: bolehUlangiLaporan,
    siapa: ({ status }) => (status === 'gagal' ? ['petugas', 'kabid', 'sistem'] : []),
  },
  'approve it': {
    act: bolehSetujuiLaporan,
    siapa: (o) => (o.status === 'selesai' && o.pengesahan === 'belum' && isAkhir(o) ? ['kabid'] : []),
  },
  'ratify it': {
    act: bolehSahkanLaporan,
    siapa: (o) => (o.status === 'selesai' && o.pengesahan === 'disetujui' && isAkhir(o) ? ['kaban'] : []),
  },
  'take it back': {
    act: bolehBatalkanPengesahan,
    siapa: ({ status, pengesahan }) =>
      status !== 'selesai' || pengesahan === 'belum' ? [] : pengesahan === 'disahkan' ? ['kaban'] : ['kabid'],
  },
};

describe.each(Object.entries(TABEL))('who may %s', (_, { act, siapa }) => {
  const kasus = OBJEK.flatMap((objek) =>
    SEMUA.map((peran) => {
      const hasil = objek.usang
        ? 'older results'
        : objek.sementara
          ? 'provisional'
          : objek.terbuka
            ? 'opened again'
            : objek.kurang.length > 0
              ? 'no letterhead'
              : 'final results';
      return { nama: [peran ?? 'public', objek.status, objek.pengesahan, hasil].join(', '), peran, objek };
    }),
  );
  it.each(kasus)('$nama', ({ peran, objek }) => {
    expect(act(aktor(peran), objek)).toBe(siapa(objek).includes(peran));
  });
});

describe('who may ask for a report, and see the list', () => {
  it.each(SEMUA.map((p) => [p ?? 'public', p] as const))('%s', (_, peran) => {
    expect(bolehSusunLaporan(aktor(peran))).toBe((['petugas', 'kabid', 'sistem'] as Siapa[]).includes(peran));
    expect(bolehLihatDaftarLaporan(aktor(peran))).toBe(
      ([...KANTOR, 'opd'] as (Peran | 'sistem' | null)[]).includes(peran),
    );
  });
});
