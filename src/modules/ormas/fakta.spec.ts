import fc from 'fast-check';
import { tambahHari } from '../../common/tanggal.js';
import { type BarisFakta, berlakuPada, faktaPada, langkahFakta, samaFakta } from './fakta.js';

const baris = (nama: string, dari: string | null): BarisFakta<'nama'> => ({
  ...{ fakta: 'nama' as const, nilai: { nama }, berlakuDari: dari, berlakuSampai: null, sumber: 'perubahan' as const },
  ...{ alasan: null, perubahanId: null, dicatatPada: new Date(0) },
});

/** The history as it grows: what `langkahFakta` says, done to a list. */
function tumbuh(riwayat: BarisFakta<'nama'>[], nama: string, berlaku: string): BarisFakta<'nama'>[] {
  const kini = riwayat.find((b) => b.berlakuSampai === null) as BarisFakta<'nama'>;
  const l = langkahFakta(kini, berlaku);
  if (l.jenis === 'ganti') return riwayat.map((b) => (b === kini ? baris(nama, l.dari) : b));
  return [...riwayat.map((b) => (b === kini ? { ...b, berlakuSampai: l.tutup } : b)), baris(nama, l.dari)];
}

const HARI = fc.integer({ min: 0, max: 900 }).map((n) => tambahHari('2024-01-01', n));

describe('the history of a fact, whatever is recorded in whatever order', () => {
  it('has exactly one value on every day: no gap, no overlap', () => {
    fc.assert(
      fc.property(fc.option(HARI), fc.array(HARI, { maxLength: 12 }), (awal, perubahan) => {
        let r = [baris('0', awal)];
        for (const [i, hari] of perubahan.entries()) r = tumbuh(r, String(i + 1), hari);
        const mulai = r[0]?.berlakuDari ?? '2023-12-25';
        for (let n = 0; n < 920; n += 1) {
          const hari = tambahHari('2023-12-25', n);
          const berlaku = r.filter((b) => berlakuPada(b, hari));
          expect(berlaku).toHaveLength(hari < mulai ? 0 : 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ends in what was recorded last, and that row alone is open', () => {
    fc.assert(
      fc.property(fc.option(HARI), fc.array(HARI, { minLength: 1, maxLength: 12 }), (awal, perubahan) => {
        let r = [baris('0', awal)];
        for (const [i, hari] of perubahan.entries()) r = tumbuh(r, String(i + 1), hari);
        const terbuka = r.filter((b) => b.berlakuSampai === null);
        expect(terbuka.map((b) => b.nilai.nama)).toEqual([String(perubahan.length)]);
        expect(faktaPada(r, 'nama', '2099-01-01')).toBe(terbuka[0]);
      }),
      { numRuns: 100 },
    );
  });

  it('changes on the day itself, not a day before or after', () => {
    const r = tumbuh([baris('Lama', null)], 'Baru', '2025-03-01');
    expect(['2025-02-28', '2025-03-01', '2025-03-02'].map((h) => faktaPada(r, 'nama', h)?.nilai.nama)).toEqual([
      'Lama',
      'Baru',
      'Baru',
    ]);
  });

  it('before anything is known says the first that is known; of a fact without rows nothing', () => {
    expect(faktaPada([baris('Awal', '2025-01-01')], 'nama', '2024-01-01')?.nilai.nama).toBe('Awal');
    expect(faktaPada([baris('Awal', null)], 'npwp', '2024-01-01')).toBeNull();
  });
});

it('two values are the same when every part is', () => {
  expect(samaFakta('kontak', { telepon: null, surel: 'a' }, { telepon: null, surel: 'a' })).toBe(true);
  expect(samaFakta('kontak', { telepon: '1', surel: 'a' }, { telepon: null, surel: 'a' })).toBe(false);
});
