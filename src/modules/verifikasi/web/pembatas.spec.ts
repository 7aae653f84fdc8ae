import { Pembatas } from './pembatas.js';

describe('who asks too often', () => {
  it('waits for the rest of the window, the others do not', () => {
    const p = new Pembatas(2, 60_000);
    expect([p.hitung('a', 0), p.hitung('a', 1000), p.hitung('a', 20_500)]).toEqual([0, 0, 40]);
    expect(p.hitung('b', 20_500)).toBe(0);
    expect(p.hitung('a', 60_000)).toBe(0);
  });

  it('fills no memory', () => {
    const p = new Pembatas(1, 60_000);
    for (let i = 0; i < 25_000; i++) expect(p.hitung(`alamat-${i}`, 0)).toBe(0);
  });
});
