import process from 'node:process';
import { kunciNama } from './pencocok-ganda.js';
import { PencocokMirip } from './pencocok-mirip.js';
import { normalNama } from '../../../common/normalisasi.js';

const kunci = (nama: string, kelurahan: string | null = 'Gudang'): string => kunciNama(normalNama(nama), kelurahan);

describe('names of a file that are nearly the same', () => {
  it.each([
    ['one letter more', 'Paguyuban Warga Harmonis Rekaan', 'Paguyuban Warga Harmoni Rekaan', true],
    ['one letter less', 'Paguyuban Warga Harmni Rekaan', 'Paguyuban Warga Harmoni Rekaan', true],
    ['another letter', 'Paguyuban Warga Hormoni Rekaan', 'Paguyuban Warga Harmoni Rekaan', true],
    ['neighbours exchanged', 'Paguyuban Warga Harmnoi Rekaan', 'Paguyuban Warga Harmoni Rekaan', true],
    ['the words in another order', 'Rekaan Harmoni Paguyuban Warga', 'Paguyuban Warga Harmoni Rekaan', true],
    ['the same name', 'PAGUYUBAN warga harmoni rekaan', 'Paguyuban Warga Harmoni Rekaan', false],
    ['two letters', 'Paguyuban Warga Hormonis Rekaan', 'Paguyuban Warga Harmoni Rekaan', false],
    ['another number', 'Karang Taruna Rekaan 2', 'Karang Taruna Rekaan 1', false],
    ['short names', 'PSSI', 'PSTI', false],
  ])('%s', (_, nama, ada, ketemu) => {
    const hasil = new PencocokMirip([[kunci(ada), 7]]).cari(kunci(nama));
    expect(hasil).toEqual(ketemu ? { ormasId: 7 } : null);
  });

  it('of another kelurahan are not compared, those outside the city with each other are', () => {
    const p = new PencocokMirip([[kunci('Forum Bina Cipta Rekaan', null), 3]]);
    expect(p.cari(kunci('Forum Bina Citta Rekaan', 'Gudang'))).toBeNull();
    expect(p.cari(kunci('Forum Bina Citta Rekaan', null))).toEqual({ ormasId: 3 });
  });

  it('within the file are found by their line', () => {
    const p = new PencocokMirip();
    p.catat(kunci('Forum Bina Cipta Rekaan'), 12);
    expect(p.cari(kunci('Forum Bina Cipto Rekaan'))).toEqual({ baris: 12 });
  });

  it('costs by the line, not by the square of the lines', () => {
    const lama = (n: number): number => {
      const p = new PencocokMirip();
      const mulai = process.cpuUsage();
      for (let i = 0; i < n; i++) {
        const k = kunci(
          `Forum ${i
            .toString(26)
            .padStart(8, 'q')
            .replace(/\d/g, (d) => 'qrstuvwxyz'[Number(d)] ?? '')}`,
        );
        p.cari(k);
        p.catat(k, i);
      }
      const { user, system } = process.cpuUsage(mulai);
      return user + system;
    };
    lama(4000);
    expect(lama(16_000) / lama(4000)).toBeLessThan(10);
  });
});
