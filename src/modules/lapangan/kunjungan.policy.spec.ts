import { type Aktor, PERAN } from '../../common/aktor.js';
import {
  bolehBacaIsi,
  bolehKunjungan,
  bolehLihatDaftarKunjungan,
  bolehLihatFoto,
  bolehLihatPenerima,
  bolehLihatYangDicabut,
  bolehRencanakanKunjungan,
} from './kunjungan.policy.js';
import { AKSI_KUNJUNGAN, type AksiKunjungan, STATUS_KUNJUNGAN, type StatusKunjungan } from './kunjungan.status.js';
import { type ObjekKunjungan } from './kunjungan.types.js';

const ORMAS = 7;
const OPD = 3;
const PERGI = 11;
const PEMOHON = 21;

/** Every role; those with a scope once inside and once outside it, and the officer who goes beside one who does not. */
const AKTOR: Record<string, Aktor> = Object.fromEntries<Aktor>([
  ...[...PERAN, 'sistem' as const]
    .filter((p) => p !== 'opd' && p !== 'sekretaris')
    .map((peran): [string, Aktor] => [peran, { id: 1, nama: peran, peran, opdId: null, ormasId: null }]),
  ['petugas yang pergi', { id: PERGI, nama: 'p', peran: 'petugas', opdId: null, ormasId: null }],
  ['sekretaris', { id: 2, nama: 's', peran: 'sekretaris', opdId: null, ormasId: ORMAS }],
  ['sekretaris lain', { id: 3, nama: 's', peran: 'sekretaris', opdId: null, ormasId: 8 }],
  ['pemohon', { id: PEMOHON, nama: 'm', peran: 'sekretaris', opdId: null, ormasId: null }],
  ['pemohon lain', { id: 22, nama: 'm', peran: 'sekretaris', opdId: null, ormasId: null }],
  ['opd klaster', { id: 4, nama: 'o', peran: 'opd', opdId: OPD, ormasId: null }],
  ['opd lain', { id: 5, nama: 'o', peran: 'opd', opdId: 5, ormasId: null }],
]);

const KE_ORMAS: Omit<ObjekKunjungan, 'status'> = {
  ...{ ormasId: ORMAS, ormasOpdId: OPD, pemohonId: null, petugas: [PERGI] },
};
const KE_PENDAFTARAN: Omit<ObjekKunjungan, 'status'> = {
  ...{ ormasId: null, ormasOpdId: null, pemohonId: PEMOHON, petugas: [PERGI] },
};

/** The whole law: act → state → who. Whatever is not named is refused. */
type Hukum = Record<AksiKunjungan, Partial<Record<StatusKunjungan, string[]>>>;
const kantor = ['admin', 'petugas', 'kabid', 'kaban', 'pimpinan', 'sistem', 'petugas yang pergi'];
const pelaku = ['petugas', 'kabid', 'kaban', 'sistem', 'petugas yang pergi'];
const perencana = ['petugas', 'kabid', 'petugas yang pergi'];
const pergi = ['petugas yang pergi'];
const pada = (status: readonly StatusKunjungan[], siapa: string[]) => Object.fromEntries(status.map((s) => [s, siapa]));

const hukum = (pembaca: string[], milik: string[]): Hukum => ({
  lihat: pada(STATUS_KUNJUNGAN, pembaca),
  ubahRencana: pada(['direncanakan'], perencana),
  laksanakan: pada(['direncanakan'], pergi),
  tulis: pada(['dilaksanakan'], pergi),
  selesaikan: pada(['dilaksanakan'], pergi),
  batalkan: pada(['direncanakan', 'dilaksanakan'], perencana),
  bukaKembali: pada(['selesai'], ['kabid', ...pergi]),
  pulihkan: pada(['dibatalkan'], perencana),
  tanggapi: pada(['selesai'], milik),
  ulangiDokumen: pada(['selesai'], ['kabid', ...pergi]),
});

describe.each<[string, Omit<ObjekKunjungan, 'status'>, Hukum]>([
  ['an ormas', KE_ORMAS, hukum([...kantor, 'sekretaris', 'opd klaster'], ['sekretaris'])],
  ['an application', KE_PENDAFTARAN, hukum([...pelaku, 'pemohon'], ['pemohon'])],
])('who may do what with a visit to %s', (_apa, objek, h) => {
  const tabel = AKSI_KUNJUNGAN.flatMap((aksi) =>
    STATUS_KUNJUNGAN.flatMap((status) =>
      Object.keys(AKTOR).map((siapa) => [aksi, status, siapa, (h[aksi][status] ?? []).includes(siapa)] as const),
    ),
  );
  it.each(tabel)('%s on %s by %s: %s', (aksi, status, siapa, boleh) => {
    expect(bolehKunjungan(AKTOR[siapa] as Aktor, aksi, { ...objek, status })).toBe(boleh);
  });
});

describe('what of a visit to an ormas is read', () => {
  const selesai = [...kantor, 'sekretaris', 'opd klaster'];
  const tanpaOpd = selesai.filter((s) => s !== 'opd klaster');
  it.each(Object.keys(AKTOR).flatMap((siapa) => STATUS_KUNJUNGAN.map((status) => [siapa, status] as const)))(
    '%s of one that is %s',
    (siapa, status) => {
      const aktor = AKTOR[siapa] as Aktor;
      const k = { ...KE_ORMAS, status };
      const dalam = pelaku.includes(siapa);
      expect(bolehBacaIsi(aktor, k)).toBe(dalam || (status === 'selesai' && selesai.includes(siapa)));
      expect(bolehLihatFoto(aktor, k)).toBe(dalam || (status === 'selesai' && tanpaOpd.includes(siapa)));
      expect(bolehLihatPenerima(aktor, k)).toBe(dalam);
      expect(bolehLihatYangDicabut(aktor, k)).toBe(dalam);
    },
  );
});

describe('lists and planning', () => {
  it.each(Object.keys(AKTOR))('%s', (siapa) => {
    const aktor = AKTOR[siapa] as Aktor;
    expect(bolehLihatDaftarKunjungan(aktor)).toBe([...kantor, 'opd klaster', 'opd lain'].includes(siapa));
    expect(bolehRencanakanKunjungan(aktor)).toBe(perencana.includes(siapa));
  });
  it('nobody', () => {
    expect([bolehLihatDaftarKunjungan(null), bolehRencanakanKunjungan(null)]).toEqual([false, false]);
  });
});
