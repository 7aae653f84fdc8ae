import { bacaInstrumenBawaan, INSTRUMEN_BAWAAN } from './instrumen.seed.js';

describe('the instruments that come with the portal', () => {
  const semua = bacaInstrumenBawaan();

  it('are at least two, so that the engine is known to know none', () => {
    expect(semua.length).toBeGreaterThanOrEqual(2);
    expect(semua.map((i) => i.isi.kode)).toContain(INSTRUMEN_BAWAAN);
  });

  it('have a rubric of five sentences for every indicator', () => {
    for (const { isi } of semua)
      for (const i of isi.domain.flatMap((d) => d.indikator)) expect([i.kode, i.rubrik?.length]).toEqual([i.kode, 5]);
  });

  it('say that their weights are the default ones', () => {
    const bawaan = semua.find((i) => i.isi.kode === INSTRUMEN_BAWAAN);
    expect(bawaan?.isi.catatan).toBe('bobot bawaan, belum ditetapkan kantor');
  });
});
