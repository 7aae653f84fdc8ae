import Big from 'big.js';
import {
  angka,
  bulanTahun,
  desimal,
  hariTanggal,
  jam,
  nip,
  persen,
  rentangTanggal,
  rupiah,
  sisaWaktu,
  tanggal,
  tanggalJam,
  tanggalRingkas,
  ukuranBerkas,
} from './format.js';

describe('dates in the words of the office', () => {
  it('writes a date without time in Indonesian', () => {
    expect(tanggal('2026-12-05')).toBe('5 Desember 2026');
    expect(tanggalRingkas('2026-08-17')).toBe('17 Agu 2026');
    expect(hariTanggal('2026-12-05')).toBe('Sabtu, 5 Desember 2026');
    expect(bulanTahun('2026-02-01')).toBe('Februari 2026');
  });

  it.each([
    ['23:59 WIB on 30 November', '2026-11-30T16:59:00Z', '2026-11-30', '23.59 WIB'],
    ['00:01 WIB on 1 December', '2026-11-30T17:01:00Z', '2026-12-01', '00.01 WIB'],
    ['23:59 WIB on 31 December', '2026-12-31T16:59:59Z', '2026-12-31', '23.59 WIB'],
    ['00:01 WIB on 1 January', '2026-12-31T17:01:00Z', '2027-01-01', '00.01 WIB'],
    ['23:59 WIB on 30 June', '2026-06-30T16:59:00Z', '2026-06-30', '23.59 WIB'],
  ])('keeps the Jakarta day at %s', (_, iso, hari, pukul) => {
    expect(tanggal(new Date(iso))).toBe(tanggal(hari));
    expect(jam(new Date(iso))).toBe(pukul);
  });

  it('writes an instant with its clock', () => {
    expect(tanggalJam(new Date('2026-12-05T07:05:00Z'))).toBe('5 Desember 2026, 14.05 WIB');
  });

  it('says nothing twice in a span of days', () => {
    expect(rentangTanggal('2026-12-05', '2026-12-05')).toBe('5 Desember 2026');
    expect(rentangTanggal('2026-12-01', '2026-12-05')).toBe('1–5 Desember 2026');
    expect(rentangTanggal('2026-06-28', '2026-07-02')).toBe('28 Juni–2 Juli 2026');
    expect(rentangTanggal('2026-12-30', '2027-01-02')).toBe('30 Desember 2026–2 Januari 2027');
  });

  it.each(['2026-02-30', '2026-13-01', '05/12/2026', '', '2026-12-05T00:00:00Z'])('refuses %p as a date', (teks) => {
    expect(() => tanggal(teks)).toThrow(TypeError);
  });

  it('refuses an invalid instant', () => {
    expect(() => jam(new Date('x'))).toThrow(TypeError);
  });
});

describe('figures as Indonesians write them', () => {
  it('groups thousands by dots and decimals by a comma', () => {
    expect(angka(10000)).toBe('10.000');
    expect(angka('68.75')).toBe('68,75');
    expect(angka(1234567n)).toBe('1.234.567');
    expect(angka(new Big('-1234.5'))).toBe('-1.234,5');
    expect(angka('1e21')).toBe('1.000.000.000.000.000.000.000');
  });

  it('aligns a column on its decimals, half up and exact', () => {
    expect(desimal('1.005')).toBe('1,01');
    expect(desimal('68.5')).toBe('68,50');
    expect(desimal(0, 0)).toBe('0');
  });

  it('writes money, percentages and sizes', () => {
    expect(rupiah('1250000')).toBe('Rp1.250.000,00');
    expect(rupiah(-500)).toBe('-Rp500,00');
    expect(persen('35.71')).toBe('35,71%');
    expect(ukuranBerkas(512)).toBe('512 bita');
    expect(ukuranBerkas(340_400)).toBe('340 kB');
    expect(ukuranBerkas(999_600)).toBe('1 MB');
    expect(ukuranBerkas(2_540_000_000)).toBe('2,5 GB');
  });

  it('groups a NIP 8-6-1-3 and refuses a wrong length', () => {
    expect(nip('196009101980031003')).toBe('19600910 198003 1 003');
    expect(() => nip('123')).toThrow(TypeError);
  });

  it('refuses what is no number', () => {
    expect(() => angka('sepuluh')).toThrow();
  });

  it('tells the rest of a long work without false precision', () => {
    expect(sisaWaktu(2)).toBe('beberapa detik lagi');
    expect(sisaWaktu(18)).toBe('sekitar 20 detik lagi');
    expect(sisaWaktu(170)).toBe('sekitar 3 menit lagi');
    expect(sisaWaktu(7200)).toBe('sekitar 2 jam lagi');
  });
});
