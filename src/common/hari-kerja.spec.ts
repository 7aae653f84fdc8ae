import fc from 'fast-check';
import { hitungHariKerja, isHariKerja, type Jeda, jamHariKerja, tambahHariKerja } from './hari-kerja.js';
import { tambahHari } from './tanggal.js';

const TANPA: ReadonlySet<string> = new Set();
/** Around Idul Fitri 2026: cuti bersama and holidays from Wednesday 18 to Tuesday 24 March. */
const LEBARAN = new Set([
  '2026-03-18',
  '2026-03-19',
  '2026-03-20',
  '2026-03-21',
  '2026-03-22',
  '2026-03-23',
  '2026-03-24',
]);
const wib = (teks: string): Date => new Date(`${teks}+07:00`);

const hari = fc.integer({ min: 0, max: 1500 }).map((n) => tambahHari('2025-01-01', n));
const libur = fc.uniqueArray(hari, { maxLength: 60 }).map((d): ReadonlySet<string> => new Set(d));

describe('working days', () => {
  it('are Monday to Friday but for the holidays', () => {
    expect(isHariKerja('2026-11-20', TANPA)).toBe(true);
    expect(isHariKerja('2026-11-21', TANPA)).toBe(false);
    expect(isHariKerja('2026-11-22', TANPA)).toBe(false);
    expect(isHariKerja('2026-03-20', LEBARAN)).toBe(false);
    expect(isHariKerja('1969-12-29', TANPA)).toBe(true);
    expect(isHariKerja('1969-12-28', TANPA)).toBe(false);
  });

  it('are counted from the day after', () => {
    expect(tambahHariKerja('2026-11-20', 1, TANPA)).toBe('2026-11-23');
    expect(tambahHariKerja('2026-03-17', 1, LEBARAN)).toBe('2026-03-25');
    expect(tambahHariKerja('2026-03-16', 15, LEBARAN)).toBe('2026-04-13');
    expect(tambahHariKerja('2026-11-22', 0, TANPA)).toBe('2026-11-22');
    expect(hitungHariKerja('2026-03-16', '2026-04-13', LEBARAN)).toBe(15);
  });

  it('refuse a count that is none, and a calendar without any working day', () => {
    expect(() => tambahHariKerja('2026-11-20', -1, TANPA)).toThrow(RangeError);
    expect(() => tambahHariKerja('2026-11-20', 1.5, TANPA)).toThrow(RangeError);
    const semua = new Set(Array.from({ length: 500 }, (_, i) => tambahHari('2026-01-01', i)));
    expect(() => tambahHariKerja('2026-01-01', 1, semua)).toThrow(RangeError);
  });

  it('counting undoes adding', () => {
    fc.assert(
      fc.property(hari, fc.integer({ min: 0, max: 90 }), libur, (dari, n, l) => {
        expect(hitungHariKerja(dari, tambahHariKerja(dari, n, l), l)).toBe(n);
      }),
    );
  });

  it('end on a working day, and never earlier with one holiday more', () => {
    fc.assert(
      fc.property(hari, fc.integer({ min: 1, max: 60 }), libur, hari, (dari, n, l, tambahan) => {
        const akhir = tambahHariKerja(dari, n, l);
        expect(isHariKerja(akhir, l)).toBe(true);
        expect(tambahHariKerja(dari, n, new Set([...l, tambahan])) >= akhir).toBe(true);
      }),
    );
  });

  it('add up over any day between, and change their sign when turned round', () => {
    fc.assert(
      fc.property(hari, hari, hari, libur, (a, b, c, l) => {
        const [x = '', y = '', z = ''] = [a, b, c].sort();
        expect(hitungHariKerja(x, y, l) + hitungHariKerja(y, z, l)).toBe(hitungHariKerja(x, z, l));
        expect(hitungHariKerja(z, x, l) + hitungHariKerja(x, z, l)).toBe(0);
      }),
    );
  });
});

describe('the clock of working days', () => {
  it('starts with the day after, by the calendar of Jakarta', () => {
    const kini = wib('2026-11-20T12:00');
    expect(jamHariKerja(wib('2026-11-18T23:59'), kini, 15, TANPA)).toEqual({
      terpakai: 2,
      sisa: 13,
      tenggat: '2026-12-09',
      berhenti: false,
    });
    expect(jamHariKerja(wib('2026-11-19T00:01'), kini, 15, TANPA)).toMatchObject({
      terpakai: 1,
      tenggat: '2026-12-10',
    });
  });

  it('has used up another day at 00.01 WIB, not before', () => {
    const mulai = wib('2026-12-29T10:00');
    expect(jamHariKerja(mulai, wib('2026-12-31T23:59'), 15, TANPA).terpakai).toBe(2);
    expect(jamHariKerja(mulai, wib('2027-01-01T00:01'), 15, TANPA).terpakai).toBe(3);
    expect(jamHariKerja(mulai, wib('2027-01-01T00:01'), 15, new Set(['2027-01-01'])).terpakai).toBe(2);
  });

  it('is overdue by the working days beyond the allowance', () => {
    expect(jamHariKerja(wib('2026-11-02T09:00'), wib('2026-11-25T09:00'), 15, TANPA)).toMatchObject({
      terpakai: 17,
      sisa: -2,
      tenggat: '2026-11-23',
    });
  });

  it('stands still while the applicant must act, and has no last day then', () => {
    const mulai = wib('2026-11-02T09:00');
    const buka: Jeda[] = [{ dari: wib('2026-11-04T16:00'), sampai: null }];
    const diam = { terpakai: 2, sisa: 13, tenggat: null, berhenti: true };
    expect(jamHariKerja(mulai, wib('2026-11-04T17:00'), 15, TANPA, buka)).toEqual(diam);
    expect(jamHariKerja(mulai, wib('2026-11-25T09:00'), 15, TANPA, buka)).toEqual(diam);
    const tutup: Jeda[] = [{ dari: wib('2026-11-04T16:00'), sampai: wib('2026-11-11T08:00') }];
    expect(jamHariKerja(mulai, wib('2026-11-11T23:59'), 15, TANPA, tutup)).toMatchObject({
      terpakai: 2,
      berhenti: false,
    });
    expect(jamHariKerja(mulai, wib('2026-11-12T00:01'), 15, TANPA, tutup)).toMatchObject({
      terpakai: 3,
      tenggat: '2026-11-30',
    });
  });

  it('gives and takes nothing when a matter goes back and forth within one day', () => {
    const mulai = wib('2026-11-02T09:00');
    const jeda: Jeda[] = [{ dari: wib('2026-11-04T09:00'), sampai: wib('2026-11-04T15:00') }];
    const kini = wib('2026-11-10T09:00');
    expect(jamHariKerja(mulai, kini, 15, TANPA, jeda)).toEqual(jamHariKerja(mulai, kini, 15, TANPA));
  });

  const MULAI = wib('2026-01-05T09:00').getTime();
  const saat = fc.integer({ min: 0, max: 120 * 24 * 60 }).map((menit) => new Date(MULAI + menit * 60_000));
  const jedaAcak = fc.array(
    fc.tuple(saat, saat).map(([a, b]): Jeda => (a < b ? { dari: a, sampai: b } : { dari: b, sampai: a })),
    { maxLength: 6 },
  );

  it('never runs faster with a pause more, and does not mind their order', () => {
    fc.assert(
      fc.property(saat, jedaAcak, fc.tuple(saat, saat), libur, (kini, jeda, [a, b], l) => {
        const mulai = new Date(MULAI);
        const satu = jamHariKerja(mulai, kini, 15, l, jeda);
        const lebih = jamHariKerja(mulai, kini, 15, l, [...jeda, { dari: a < b ? a : b, sampai: a < b ? b : a }]);
        expect(lebih.terpakai).toBeLessThanOrEqual(satu.terpakai);
        expect(jamHariKerja(mulai, kini, 15, l, [...jeda].reverse())).toEqual(satu);
        expect(satu.terpakai + satu.sisa).toBe(15);
      }),
    );
  });

  it('names as last day the day on which what is left is used up', () => {
    fc.assert(
      fc.property(saat, jedaAcak, libur, (kini, semua, l) => {
        const jeda = semua.filter((j) => j.sampai !== null && j.sampai <= kini);
        const jam = jamHariKerja(new Date(MULAI), kini, 15, l, jeda);
        if (jam.tenggat === null) return;
        const akhirHari = new Date(`${jam.tenggat}T23:59:00+07:00`);
        if (akhirHari >= kini) expect(jamHariKerja(new Date(MULAI), akhirHari, 15, l, jeda).sisa).toBe(0);
        else expect(jam.sisa).toBeLessThanOrEqual(0);
      }),
    );
  });
});
