import { bacaInstrumenBawaan } from './instrumen.seed.js';
import { sasaranTingkat, SASARAN } from './sasaran.data.js';

const SEMUA = bacaInstrumenBawaan().flatMap(({ isi }) =>
  isi.domain.flatMap((d) => d.indikator.map((i) => ({ instrumen: isi.kode, kode: i.kode }))),
);
/** Words of who stands low, which are no goal. */
const KEKURANGAN = /kurang dari|hanya|\btanpa\b|tetapi|^tidak/i;

describe('what to do to reach a level', () => {
  it.each(SEMUA)(
    '$instrumen $kode has a goal for each level above 0, and none of them a lack',
    ({ instrumen, kode }) => {
      const sasaran = [1, 2, 3, 4].map((t) => sasaranTingkat(instrumen, kode, t) ?? '');
      expect(sasaran.filter((s) => s.length < 10 || KEKURANGAN.test(s))).toEqual([]);
      expect(sasaranTingkat(instrumen, kode, 5)).toBeNull();
    },
  );

  it('speaks of no indicator that the instruments do not have', () => {
    const ada = new Set(SEMUA.map((i) => `${i.instrumen}/${i.kode}`));
    const disebut = Object.entries(SASARAN).flatMap(([instrumen, i]) => Object.keys(i).map((k) => `${instrumen}/${k}`));
    expect(disebut.filter((d) => !ada.has(d))).toEqual([]);
  });

  it('is silent about an instrument that it does not know', () => {
    expect(sasaranTingkat('milik-kantor', 'A1', 1)).toBeNull();
  });
});
