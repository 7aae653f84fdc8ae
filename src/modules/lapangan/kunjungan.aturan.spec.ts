import { DAFTAR_PERIKSA } from './daftar-periksa.data.js';
import {
  bacaJam,
  BIDANG_BERITA_ACARA,
  kekuranganBeritaAcara,
  type Ketikan,
  pekan,
  periksaTanggapan,
  potretBeritaAcara,
  rapikanBeritaAcara,
  uraiBeritaAcara,
  uraiRencana,
} from './kunjungan.aturan.js';
import { type IsianBeritaAcara } from './kunjungan.types.js';

const HARI = '2026-11-21';
const SAH = new Set([1, 2]);
const bidang = (galat: readonly { bidang: string }[]) => galat.map((g) => g.bidang);

const lengkap: IsianBeritaAcara = {
  ...{ tanggal: '2026-11-20', mulai: '09:00', selesai: '10:30', petugas: [1], ditemui: true },
  ...{ penerimaNama: 'Melati Rekaan', penerimaJabatan: 'Sekretaris', temuan: 'Sekretariat aktif.', rekomendasi: '' },
  ...{ sikap: 'setuju', kataOrmas: '' },
  periksa: Object.fromEntries(DAFTAR_PERIKSA.map((d) => [d.kode, { hasil: 'sesuai' as const, catatan: '' }])),
};
const foto = { id: 4, keterangan: 'Papan nama' };

describe('an hour', () => {
  it.each([
    ['9.05', '09:05'],
    ['09:05', '09:05'],
    ['23.59', '23:59'],
    ['24.00', null],
    ['9', null],
    ['pagi', null],
  ])('%s: %s', (teks, jam) => expect(bacaJam(teks)).toBe(jam));
});

describe('a week', () => {
  it.each([
    ['2026-11-16', '2026-11-16', '2026-11-22'],
    ['2026-11-22', '2026-11-16', '2026-11-22'],
    ['2026-12-01', '2026-11-30', '2026-12-06'],
  ])('of %s goes from %s to %s', (hari, senin, minggu) => expect(pekan(hari)).toEqual([senin, minggu]));
});

describe('the form of a plan', () => {
  const rencana = (lain: Record<string, string> = {}, petugas: number[] = [1]): Ketikan => ({
    teks: { tujuan: 'pembinaan', tanggal: '2026-11-25', jam: '', tempat: '', bekal: '', ...lain },
    petugas,
  });

  it('is read as it is meant', () => {
    const { isian, galat } = uraiRencana(rencana({ jam: '9.30' }, [2, 2, 1]), SAH, HARI);
    expect(galat).toEqual([]);
    expect(isian).toEqual({
      ...{ tujuan: 'pembinaan', tanggal: '2026-11-25', jam: '09:30', petugas: [2, 1], tempat: '', bekal: '' },
    });
  });

  it.each<[string, Ketikan, string[]]>([
    ['no purpose', rencana({ tujuan: 'lain' }), ['tujuan']],
    ['a day more than a month ago', rencana({ tanggal: '2026-10-21' }), ['tanggal']],
    ['no day', rencana({ tanggal: '2026-02-30' }), ['tanggal']],
    ['more than a year ahead', rencana({ tanggal: '2027-12-01' }), ['tanggal']],
    ['no hour', rencana({ jam: 'siang' }), ['jam']],
    ['nobody', rencana({}, []), ['petugas']],
    ['somebody else', rencana({}, [1, 9]), ['petugas']],
    ['too much', rencana({ tempat: 'x'.repeat(301), bekal: 'x'.repeat(1001) }), ['tempat', 'bekal']],
  ])('%s is told at its field', (_apa, k, harapan) => {
    const { isian, galat } = uraiRencana(k, SAH, HARI);
    expect([isian, bidang(galat)]).toEqual([null, harapan]);
  });
});

describe('the form of a record', () => {
  const ketikan = (lain: Record<string, string> = {}, petugas: number[] = [1]): Ketikan => ({
    teks: { ...Object.fromEntries(BIDANG_BERITA_ACARA.map((b) => [b, ''])), ...lain },
    petugas,
  });
  const urai = (k: Ketikan) => uraiBeritaAcara(k, lengkap, { petugasSah: SAH, wajib: 1 });

  it('may be empty: a draft is as unfinished as its writer likes', () => {
    const { isian, galat } = urai(ketikan());
    expect(galat).toEqual([]);
    expect(isian).toMatchObject({ tanggal: null, mulai: null, ditemui: null, sikap: null, temuan: '' });
  });

  it('keeps what is stored where a field is wrong, and the rest as typed', () => {
    const salah = { tanggal: '2026-13-01', mulai: 'pagi', penerimaNama: 'x'.repeat(161), temuan: 'Baru' };
    const { isian, galat } = urai(ketikan(salah, [9]));
    expect(bidang(galat).sort()).toEqual(['mulai', 'penerimaNama', 'petugas', 'tanggal']);
    expect(isian).toMatchObject({
      ...{ tanggal: '2026-11-20', mulai: '09:00', penerimaNama: 'Melati Rekaan', petugas: [1], temuan: 'Baru' },
    });
  });

  it('ends not before it begins, and names its writer', () => {
    expect(bidang(urai(ketikan({ mulai: '10.00', selesai: '9.00' })).galat)).toEqual(['selesai']);
    expect(bidang(urai(ketikan({}, [2])).galat)).toEqual(['petugas']);
  });
});

describe('what keeps a record from being signed off', () => {
  it('is nothing when it is complete', () => expect(kekuranganBeritaAcara(lengkap, [foto], HARI)).toEqual([]));

  it('is everything at once when it is empty, in the order of the form', () => {
    const kosong: IsianBeritaAcara = {
      ...{ tanggal: null, mulai: null, selesai: null, petugas: [], ditemui: null, penerimaNama: '' },
      ...{ penerimaJabatan: '', periksa: {}, temuan: '', rekomendasi: '', sikap: null, kataOrmas: '' },
    };
    expect(bidang(kekuranganBeritaAcara(kosong, [], HARI))).toEqual([
      ...['tanggal', 'mulai', 'selesai', 'petugas', 'ditemui'],
      ...DAFTAR_PERIKSA.map((d) => `hasil_${d.kode}`),
      ...['temuan', 'foto1'],
    ]);
  });

  it.each<[string, Partial<IsianBeritaAcara>, string[]]>([
    ['a day that has not come', { tanggal: '2026-11-22' }, ['tanggal']],
    ['nobody named who was met', { penerimaNama: '' }, ['penerimaNama']],
    [
      'a finding without a word',
      { periksa: { ...lengkap.periksa, arsip: { hasil: 'tidak-sesuai', catatan: '' } } },
      ['catatan_arsip'],
    ],
    ['a refusal without a word', { sikap: 'tidak-setuju' }, ['kataOrmas']],
    ['no word of the ormas that was met', { sikap: null }, ['sikap']],
  ])('is %s', (_apa, lain, harapan) => {
    expect(bidang(kekuranganBeritaAcara({ ...lengkap, ...lain }, [foto], HARI))).toEqual(harapan);
  });

  it('is a photo without words', () => {
    expect(bidang(kekuranganBeritaAcara(lengkap, [{ id: 4, keterangan: '' }], HARI))).toEqual(['keterangan_4']);
  });

  it('is nothing of who was met where nobody was, and none of it is kept', () => {
    const sepi = { ...lengkap, ditemui: false, penerimaJabatan: '', sikap: null };
    expect(kekuranganBeritaAcara(sepi, [foto], HARI)).toEqual([]);
    expect(rapikanBeritaAcara(sepi)).toMatchObject({ penerimaNama: '', penerimaJabatan: '', sikap: 'belum' });
    expect(rapikanBeritaAcara(lengkap)).toBe(lengkap);
  });
});

it('an answer says something, and a refusal why', () => {
  expect(bidang(periksaTanggapan(null, ''))).toEqual(['sikap']);
  expect(bidang(periksaTanggapan('tidak-setuju', ''))).toEqual(['kata']);
  expect(bidang(periksaTanggapan('setuju', 'x'.repeat(1001)))).toEqual(['kata']);
  expect(periksaTanggapan('setuju', '')).toEqual([]);
});

it('a record in words tells each thing once', () => {
  const potret = potretBeritaAcara(lengkap, [{ id: 1, nama: 'Cendana Umpama' }], [{ nama: 'a.jpg', keterangan: '' }]);
  expect(potret).toMatchObject({
    ...{ Tanggal: '20 November 2026', Jam: '09.00 WIB sampai 10.30 WIB', 'Petugas yang hadir': 'Cendana Umpama' },
    ...{ 'Yang menerima': 'Melati Rekaan, Sekretaris', 'Papan nama': 'Sesuai', Foto: 'a.jpg' },
  });
});
