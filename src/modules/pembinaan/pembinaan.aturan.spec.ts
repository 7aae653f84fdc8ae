import { galatPembinaan, keadaanPembinaan, samaPembinaan } from './pembinaan.aturan.js';
import { type IsianPembinaan } from './pembinaan.types.js';

const HARI = '2026-03-10';
const ISI: IsianPembinaan = {
  ...{ jenis: 'peringatan', tanggal: '2026-02-01', sampai: null, nomor: '220/1-Rekaan', tanggalSurat: '2026-01-30' },
  ...{ dasar: 'Surat Kepala Badan (rekaan)', keterangan: 'Lambang serupa dengan lambang lain.' },
};
const bidang = (ubah: Partial<IsianPembinaan>): string[] =>
  galatPembinaan({ ...ISI, ...ubah }, HARI).map((g) => g.bidang);

describe('what may be recorded', () => {
  it.each<[string, Partial<IsianPembinaan>, string[]]>([
    ['a warning with its letter', {}, []],
    ['a warning without a letter', { nomor: null, tanggalSurat: null }, ['nomor', 'tanggalSurat']],
    ['a revocation without the decision of the Ministry', { jenis: 'pencabutan', nomor: null }, ['nomor']],
    ['a revocation without the day of the decision', { jenis: 'pencabutan', tanggalSurat: null }, ['tanggalSurat']],
    ['guidance without a letter', { jenis: 'pembinaan', nomor: null, tanggalSurat: null }, []],
    ['what lies in the future', { tanggal: '2026-03-11' }, ['tanggal']],
    ['what is of today', { tanggal: HARI, sampai: HARI }, []],
    ['an end that is to come', { sampai: '2026-08-01' }, []],
    ['an end before the beginning', { sampai: '2026-01-31' }, ['sampai']],
    ['days that do not exist', { tanggal: '2026-02-30', sampai: '2026-13-01' }, ['tanggal', 'sampai']],
    ['nothing written', { dasar: '', keterangan: '' }, ['dasar', 'keterangan']],
  ])('%s', (_apa, ubah, harapan) => {
    expect(bidang(ubah)).toEqual(harapan);
  });
});

describe('how a row stands', () => {
  it.each<[Partial<IsianPembinaan> & { batalPada?: Date }, string]>([
    [{}, 'berlaku'],
    [{ sampai: HARI }, 'berlaku'],
    [{ sampai: '2026-03-09' }, 'berakhir'],
    [{ jenis: 'pembinaan' }, 'tercatat'],
    [{ batalPada: new Date(0) }, 'batal'],
  ])('%j: %s', (ubah, keadaan) => {
    expect(keadaanPembinaan({ ...ISI, batalPada: null, ...ubah }, HARI)).toBe(keadaan);
  });
});

it('a correction that changes nothing is none', () => {
  expect(samaPembinaan(ISI, { ...ISI })).toBe(true);
  expect(samaPembinaan(ISI, { ...ISI, tanggalSurat: null })).toBe(false);
});
