import { Clock } from '../../../common/clock.js';
import { BatasLaju } from './batas-laju.js';

class JamUji extends Clock {
  kini = 0;
  override sekarang(): Date {
    return new Date(this.kini);
  }
}

describe('how much one address may ask for', () => {
  it('so much at once, then as the bucket fills up again; others are not held up', () => {
    const jam = new JamUji();
    const batas = new BatasLaju(jam);
    const takaran = { sekaligus: 3, perDetik: 0.5 };
    const ambil = (alamat = '192.0.2.1') => batas.ambil('uji', alamat, takaran);
    for (let n = 0; n < 3; n++) ambil();
    let galat: unknown;
    try {
      ambil();
    } catch (g) {
      galat = g;
    }
    expect(galat).toMatchObject({ kode: 'terlalu-sering', rincian: { cobaLagiDetik: 2 } });
    ambil('192.0.2.2');
    jam.kini += 2000;
    ambil();
    expect(() => ambil()).toThrow();
    jam.kini += 3_600_000;
    for (let n = 0; n < 3; n++) ambil();
    expect(() => ambil()).toThrow();
  });
});
