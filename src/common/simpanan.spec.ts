import { Clock } from './clock.js';
import { Simpanan } from './simpanan.js';

class JamUji extends Clock {
  kini = 0;
  override sekarang(): Date {
    return new Date(this.kini);
  }
}

function siapkan() {
  const jam = new JamUji();
  let ke = 0;
  const simpanan = new Simpanan(jam, 1000, () => Promise.resolve(++ke));
  return { jam, simpanan };
}

describe('a value kept in the process', () => {
  it('is read once by all who come while it is good', async () => {
    const { jam, simpanan } = siapkan();
    expect(await Promise.all([simpanan.ambil(), simpanan.ambil()])).toEqual([1, 1]);
    jam.kini = 999;
    expect(await simpanan.ambil()).toBe(1);
    jam.kini = 1000;
    expect(await simpanan.ambil()).toBe(2);
  });

  it('is read anew after it was forgotten', async () => {
    const { simpanan } = siapkan();
    await simpanan.ambil();
    simpanan.lupakan();
    expect(await simpanan.ambil()).toBe(2);
  });

  it('does not keep a reading that failed', async () => {
    let ke = 0;
    const simpanan = new Simpanan(new JamUji(), 1000, () =>
      ke++ === 0 ? Promise.reject(new Error('putus')) : Promise.resolve('ada'),
    );
    await expect(simpanan.ambil()).rejects.toThrow('putus');
    expect(await simpanan.ambil()).toBe('ada');
  });
});
