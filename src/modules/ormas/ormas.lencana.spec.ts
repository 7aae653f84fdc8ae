import { keadaanIko } from './ormas-ringkas.js';
import { kataSkor, lencanaSkor } from './ormas.lencana.js';

const DINILAI = { skor: '68.75', tingkat: 3, sebutan: 'Berkembang (lanjut)', sementara: false, profilSaja: false };
const TANPA = { skor: null, tingkat: null, sebutan: null };

describe('the state of a score in words, wherever it is shown', () => {
  it.each<[string, Parameters<typeof kataSkor>[0], string]>([
    ['never scored', null, 'Belum dinilai'],
    ['registered for less than a year', { ...DINILAI, ...TANPA, sementara: true, profilSaja: true }, 'Profil saja'],
    ['the same as the register repeats it', { ...DINILAI, ...TANPA, profilSaja: true }, 'Profil saja'],
    ['too little covered', { ...DINILAI, sementara: true }, 'Sementara'],
    ['nothing scored yet', { ...DINILAI, ...TANPA, sementara: true }, 'Sementara'],
    ['whole', DINILAI, 'Tingkat 3 · Berkembang (lanjut)'],
    ['whole at the lowest level', { ...DINILAI, tingkat: 0, sebutan: 'Belum terukur' }, 'Tingkat 0 · Belum terukur'],
  ])('%s', (_, iko, kata) => {
    expect(kataSkor(iko)).toBe(kata);
    if (iko) expect(lencanaSkor(iko).teks).toBe(kata);
  });

  it.each<[string | null, number, boolean, boolean]>([
    ['68.75', 0, false, false],
    ['68.75', 1, true, false],
    [null, 1, true, false],
    [null, 0, false, true],
  ])('the register keeps score %s and provisional %s', (skor, sementara, isSementara, profilSaja) => {
    expect(keadaanIko(skor, sementara)).toEqual({ sementara: isSementara, profilSaja });
  });
});
