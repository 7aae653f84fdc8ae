import { type Aktor, PERAN } from '../../common/aktor.js';
import { bolehBacaDokumen } from '../ormas/ormas.policy.js';
import {
  type AksiPerubahan,
  asalPerubahan,
  bolehBacaBukti,
  bolehLihatAntreanPerubahan,
  bolehPerubahan,
} from './perubahan.policy.js';
import { STATUS_PERUBAHAN, type StatusPerubahan, TINDAKAN_PERUBAHAN } from './perubahan.status.js';

const AKSI: AksiPerubahan[] = ['lihat', 'ubah', ...TINDAKAN_PERUBAHAN];
const ORMAS = { id: 7, opdId: 3, status: 'terdaftar' } as const;

const AKTOR: Record<string, Aktor> = Object.fromEntries<Aktor>([
  ...[...PERAN, 'sistem' as const]
    .filter((p) => p !== 'opd' && p !== 'sekretaris')
    .map((peran): [string, Aktor] => [peran, { id: 1, nama: peran, peran, opdId: null, ormasId: null }]),
  ['sekretaris', { id: 1, nama: 's', peran: 'sekretaris', opdId: null, ormasId: 7 }],
  ['sekretaris lain', { id: 1, nama: 's', peran: 'sekretaris', opdId: null, ormasId: 8 }],
  ['opd', { id: 1, nama: 'o', peran: 'opd', opdId: 3, ormasId: null }],
  ['opd lain', { id: 1, nama: 'o', peran: 'opd', opdId: 5, ormasId: null }],
]);
const kantor = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem'];
const pemutus = ['petugas', 'kabid'];

/** The whole law: act → states → who; `penulis` is the secretary or petugas, by where the request comes from. */
const hukum = (penulis: string): Record<AksiPerubahan, [readonly StatusPerubahan[], string[]]> => ({
  lihat: [STATUS_PERUBAHAN, [...kantor, 'sekretaris', 'opd']],
  ubah: [['draf', 'perlu-perbaikan'], [penulis]],
  ajukan: [['draf', 'perlu-perbaikan'], [penulis]],
  cabut: [['draf', 'diajukan', 'perlu-perbaikan'], [penulis]],
  pulihkan: [['dicabut-pemohon'], [penulis]],
  kembalikan: [['diajukan'], pemutus],
  setujui: [['diajukan'], pemutus],
  tolak: [['diajukan'], pemutus],
  bukaKembali: [['disetujui', 'ditolak', 'perlu-perbaikan'], pemutus],
});

const ASAL = [
  ['ormas', 'sekretaris'],
  ['petugas', 'petugas'],
] as const;

describe.each(ASAL)('a request entered by %s that was sent once', (asal, penulis) => {
  const tabel = AKSI.flatMap((aksi) =>
    STATUS_PERUBAHAN.flatMap((status) => {
      const [pada, siapa] = hukum(penulis)[aksi];
      return Object.keys(AKTOR).map((s) => [aksi, status, s, pada.includes(status) && siapa.includes(s)] as const);
    }),
  );
  it.each(tabel)('%s on %s by %s: %s', (aksi, status, siapa, boleh) => {
    const objek = { ormas: ORMAS, asal, status, pernahDiajukan: true };
    expect(bolehPerubahan(AKTOR[siapa] as Aktor, aksi, objek)).toBe(boleh);
  });

  it.each(AKSI.filter((a) => a !== 'lihat'))('%s is for nobody when the ormas has ended', (aksi) => {
    for (const status of STATUS_PERUBAHAN)
      for (const aktor of Object.values(AKTOR))
        for (const akhir of ['dicabut', 'bubar'] as const) {
          const objek = { ormas: { ...ORMAS, status: akhir }, asal, status, pernahDiajukan: true };
          expect(bolehPerubahan(aktor, aksi, objek)).toBe(false);
        }
  });

  it.each(Object.keys(AKTOR))('before it was sent %s sees it only as its writer', (siapa) => {
    const objek = { ormas: ORMAS, asal, status: 'draf' as const, pernahDiajukan: false };
    expect(bolehPerubahan(AKTOR[siapa] as Aktor, 'lihat', objek)).toBe([penulis, 'sistem'].includes(siapa));
  });
});

describe.each(Object.keys(AKTOR))('%s', (siapa) => {
  const aktor = AKTOR[siapa] as Aktor;
  it('begins requests, reads evidence and sees the work list by role', () => {
    expect(asalPerubahan(aktor, ORMAS)).toBe(siapa === 'sekretaris' ? 'ormas' : siapa === 'petugas' ? 'petugas' : null);
    const objek = { ormas: ORMAS, asal: 'ormas', status: 'diajukan', pernahDiajukan: true } as const;
    expect(bolehBacaBukti(aktor, objek)).toBe(['petugas', 'kabid', 'kaban', 'sekretaris'].includes(siapa));
    expect(bolehBacaBukti(aktor, objek)).toBe(bolehBacaDokumen(aktor, ORMAS.id));
    // A draft from a paper belongs to those who enter it, its files as well.
    const draf = { ...objek, asal: 'petugas', status: 'draf', pernahDiajukan: false } as const;
    expect(bolehBacaBukti(aktor, draf)).toBe(siapa === 'petugas');
    expect(bolehLihatAntreanPerubahan(aktor)).toBe(kantor.includes(siapa));
  });
});
