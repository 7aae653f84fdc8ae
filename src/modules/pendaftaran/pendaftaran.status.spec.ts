import { transisiSah } from '../../common/transitions.js';
import {
  STATUS_PENDAFTARAN,
  type StatusPendaftaran,
  TINDAKAN_PENDAFTARAN,
  TRANSISI_PENDAFTARAN,
} from './pendaftaran.status.js';

/** Every way an application can go: from, act, to. Whatever is not named does not exist. */
const JALAN: [StatusPendaftaran, (typeof TINDAKAN_PENDAFTARAN)[number], StatusPendaftaran][] = [
  ['draf', 'ajukan', 'diajukan'],
  ['draf', 'cabut', 'dicabut-pemohon'],
  ['diajukan', 'cabut', 'dicabut-pemohon'],
  ['diajukan', 'kembalikan', 'perlu-perbaikan'],
  ['diajukan', 'tolak', 'ditolak'],
  ['diajukan', 'verifikasi', 'terverifikasi'],
  ['perlu-perbaikan', 'ajukanUlang', 'diajukan-ulang'],
  ['perlu-perbaikan', 'cabut', 'dicabut-pemohon'],
  ['diajukan-ulang', 'cabut', 'dicabut-pemohon'],
  ['diajukan-ulang', 'kembalikan', 'perlu-perbaikan'],
  ['diajukan-ulang', 'tolak', 'ditolak'],
  ['diajukan-ulang', 'verifikasi', 'terverifikasi'],
  ['terverifikasi', 'cabut', 'dicabut-pemohon'],
  ['terverifikasi', 'kembalikan', 'perlu-perbaikan'],
  ['terverifikasi', 'tolak', 'ditolak'],
  ['terverifikasi', 'batalkanVerifikasi', 'diajukan'],
  ['terverifikasi', 'daftarkan', 'terdaftar'],
  ['ditolak', 'bukaKembali', 'diajukan'],
  ['dicabut-pemohon', 'pulihkan', 'draf'],
];

describe('the states of an application', () => {
  const tabel = STATUS_PENDAFTARAN.flatMap((s) => TINDAKAN_PENDAFTARAN.map((t) => [s, t] as const));
  it.each(tabel)('from %s by %s', (dari, tindakan) => {
    const jalan = JALAN.find(([d, t]) => d === dari && t === tindakan);
    expect(transisiSah(TRANSISI_PENDAFTARAN, tindakan, dari)).toBe(jalan !== undefined);
    if (jalan) expect(TRANSISI_PENDAFTARAN[tindakan].ke).toBe(jalan[2]);
  });

  it('every state can be reached, and only the register is an end without a way back', () => {
    const tercapai = new Set(['draf', ...JALAN.map(([, , ke]) => ke)]);
    expect([...tercapai].sort()).toEqual([...STATUS_PENDAFTARAN].sort());
    const buntu = STATUS_PENDAFTARAN.filter((s) => !JALAN.some(([dari]) => dari === s));
    expect(buntu).toEqual(['terdaftar']);
  });
});
