import { bacaKode, buatKode, jalurVerifikasi, kodeBerkelompok } from './kode-periksa.js';

const ALFABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

describe('the code on a paper', () => {
  it('is read back however it is written', () => {
    for (let i = 0; i < 200; i++) {
      const kode = buatKode();
      expect(kode).toMatch(/^[2-9A-HJKMNP-Z]{16}$/);
      for (const teks of [
        kode,
        kode.toLowerCase(),
        kodeBerkelompok(kode),
        ` ${kodeBerkelompok(kode).replaceAll('-', ' ')} `,
      ])
        expect(bacaKode(teks)).toEqual({ jenis: 'kode', kode });
    }
  });

  it('differs every time, with every letter of the alphabet in use', () => {
    const banyak = Array.from({ length: 2000 }, buatKode);
    expect(new Set(banyak).size).toBe(2000);
    expect(new Set(banyak.join('')).size).toBe(31);
  });

  it('notices every single wrong letter', () => {
    const kode = buatKode();
    for (let i = 0; i < 16; i++) {
      for (const huruf of ALFABET) {
        if (huruf === kode[i]) continue;
        expect(bacaKode(kode.slice(0, i) + huruf + kode.slice(i + 1))).toEqual({ jenis: 'salah-ketik' });
      }
    }
  });

  it('notices every two letters exchanged, a letter too many or too few, and letters that are never used', () => {
    const kode = '23456789ABCDEFG';
    const utuh = [...ALFABET].map((h) => kode + h).find((k) => bacaKode(k).jenis === 'kode') as string;
    for (let i = 0; i < 15; i++) {
      for (let j = i + 1; j < 16; j++) {
        if (utuh[i] === utuh[j]) continue;
        const huruf = [...utuh];
        [huruf[i], huruf[j]] = [huruf[j] as string, huruf[i] as string];
        expect(bacaKode(huruf.join(''))).toEqual({ jenis: 'salah-ketik' });
      }
    }
    for (const salah of [`${utuh}7`, utuh.slice(1), `O${utuh.slice(1)}`, `0${utuh.slice(1)}`])
      expect(bacaKode(salah)).toEqual({ jenis: 'salah-ketik' });
  });

  it('is told from what is no code', () => {
    for (const lain of ['', 'ABCD', "'; DROP TABLE surat", 'x'.repeat(500), 'Ü'.repeat(16)])
      expect(bacaKode(lain)).toEqual({ jenis: 'bukan-kode' });
  });

  it('is printed in groups of four and has an address', () => {
    expect(kodeBerkelompok('7K2MQX4P9WDBRT3H')).toBe('7K2M-QX4P-9WDB-RT3H');
    expect(jalurVerifikasi('7K2MQX4P9WDBRT3H')).toBe('/verifikasi/7K2MQX4P9WDBRT3H');
  });
});
