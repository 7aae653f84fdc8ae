import { type Aktor, PERAN } from '../../common/aktor.js';
import { STATUS_ORMAS } from '../ormas/ormas.types.js';
import {
  bolehCabutSurat,
  bolehLihatDaftarSurat,
  bolehLihatSurat,
  bolehTerbitkanSurat,
  bolehUbahLambang,
  bolehUlangiDokumen,
} from './surat.policy.js';
import { STATUS_SURAT } from './surat.types.js';

const ORMAS = 7;
const OPD = 3;

/** Every role, those with a scope once inside and once outside it, the portal itself, and the public. */
const AKTOR: Record<string, Aktor | null> = {
  ...Object.fromEntries(
    [...PERAN, 'sistem' as const]
      .filter((p) => p !== 'opd' && p !== 'sekretaris')
      .map((peran) => [peran, { id: 1, nama: peran, peran, opdId: null, ormasId: null }]),
  ),
  sekretaris: { id: 1, nama: 's', peran: 'sekretaris', opdId: null, ormasId: ORMAS },
  'sekretaris lain': { id: 1, nama: 's', peran: 'sekretaris', opdId: null, ormasId: 8 },
  'opd klaster': { id: 1, nama: 'o', peran: 'opd', opdId: OPD, ormasId: null },
  'opd lain': { id: 1, nama: 'o', peran: 'opd', opdId: 5, ormasId: null },
  umum: null,
};
const KANTOR = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem'];
const PENERBIT = ['petugas', 'kabid', 'sistem'];

describe.each(Object.keys(AKTOR))('%s', (siapa) => {
  const aktor = AKTOR[siapa] as Aktor | null;

  it.each(STATUS_SURAT)('and a letter that is %s', (status) => {
    const surat = { ormasId: ORMAS, ormasOpdId: OPD, status };
    expect(bolehLihatSurat(aktor, { pembacaId: surat.ormasId, pembacaOpdId: surat.ormasOpdId })).toBe(
      [...KANTOR, 'sekretaris', 'opd klaster'].includes(siapa),
    );
    expect(bolehCabutSurat(aktor, surat)).toBe(siapa === 'kabid' && status === 'terbit');
  });

  it.each(STATUS_ORMAS)('and issuing to an ormas that is %s', (status) => {
    expect(bolehTerbitkanSurat(aktor, { status })).toBe(PENERBIT.includes(siapa) && status === 'terdaftar');
  });

  it.each(['menunggu', 'selesai', 'gagal'] as const)('and a document that is %s', (dokumen) => {
    expect(bolehUlangiDokumen(aktor, { dokumen })).toBe(PENERBIT.includes(siapa) && dokumen === 'gagal');
  });

  it('and the list and the emblem', () => {
    expect(bolehLihatDaftarSurat(aktor)).toBe(siapa !== 'umum');
    expect(bolehUbahLambang(aktor)).toBe(siapa === 'admin');
  });
});
