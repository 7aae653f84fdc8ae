import { FAKTA_KOSONG } from '../../../iko/fakta.js';
import {
  kalimatRubrik,
  kataFakta,
  kataIsiFakta,
  kataNilai,
  kataPecahan,
  langkahDomain,
  lencanaHasil,
} from './penilaian.kata.js';
import { gambarBatang } from './batang.js';
import { jalurPenilaian } from './penilaian.paths.js';

describe('the words of scores', () => {
  it.each([
    ['70/13', '5,38'],
    ['4', '4,00'],
    ['1/200', '0,01'],
    ['0', '0,00'],
    [null, '–'],
    [undefined, '–'],
  ])('writes the exact fraction %s as %s', (pecahan, teks) => {
    expect(kataPecahan(pecahan)).toBe(teks);
  });

  it('tells every step from the levels to the score of a domain', () => {
    const domain = { kode: 'REL', bobot: '20', pembilang: '42', penyebut: '56', nilai: '15' };
    const indikator = [
      { kode: 'REL1', bobot: '7', tingkat: 3 },
      { kode: 'REL2', bobot: '7', tingkat: 3 },
      { kode: 'REL3', bobot: '6', takBerlaku: 'Sebab' },
      { kode: 'REL4', bobot: '1/2' },
    ];
    expect(langkahDomain(domain, indikator).map((b) => b.nilai)).toEqual([
      '7,00 × 3 = 21,00',
      '7,00 × 3 = 21,00',
      'tidak ikut dihitung (tak berlaku)',
      'tidak ikut dihitung (belum dinilai)',
      '42,00',
      '4 × jumlah bobot yang ikut dihitung 14,00 = 56,00',
      '20,00 × 42,00 ÷ 56,00 = 15,00',
    ]);
    expect(langkahDomain({ ...domain, penyebut: '0', nilai: null }, [])).toEqual([]);
  });

  it('has a name for every fact', () => {
    for (const nama of Object.keys(FAKTA_KOSONG).filter((n) => n !== 'terdaftarSejak'))
      expect(kataFakta(nama)).not.toBe(nama);
    expect([true, false, null, 12].map(kataIsiFakta)).toEqual(['ya', 'tidak', 'tidak ada', '12']);
  });

  it('keeps level 0, "tak berlaku" and "belum dinilai" apart', () => {
    expect([0, { takBerlaku: 'Contoh' }, undefined].map(kataNilai)).toEqual([
      'Tingkat 0',
      'Tak berlaku',
      'Belum dinilai',
    ]);
    expect(kalimatRubrik({ kode: 'X', cara: 'hitungan', akhir: 0 }, ['Nol', 'Satu'])).toBe('Nol');
    expect(kalimatRubrik({ kode: 'X', cara: 'hitungan', akhir: { takBerlaku: 'Sebab' } }, ['Nol'])).toBe('Sebab');
    expect(kalimatRubrik({ kode: 'X', cara: 'belum' }, ['Nol'])).toBe('');
  });

  it('shows a level for complete scores only', () => {
    const h = { status: 'dinilai' as const, sementara: false, tingkat: 3, sebutan: 'Berkembang (lanjut)' };
    expect(lencanaHasil(h).teks).toBe('Tingkat 3 · Berkembang (lanjut)');
    expect(lencanaHasil({ ...h, sementara: true }).teks).toBe('Sementara');
    expect(lencanaHasil({ ...h, status: 'profil-saja', sementara: true }).teks).toBe('Profil saja');
  });

  it('draws bars without any style, and with every label escaped', () => {
    const svg = gambarBatang([
      { label: '<0> "Belum"', nilai: 0 },
      { label: '1', nilai: 12 },
    ]);
    expect(svg).toContain('&lt;0&gt; &quot;Belum&quot;');
    expect(svg).not.toContain('style');
    expect(svg.match(/<rect/g)).toHaveLength(2);
  });

  it('leaves out of the address what is as usual', () => {
    expect(jalurPenilaian.tahun(2025)).toBe('/penilaian/2025');
    expect(jalurPenilaian.tahun(2025, { urut: 'nama', arah: 'naik', opdId: 0, cari: 'a b' }, 2)).toBe(
      '/penilaian/2025?cari=a+b&opd=0&urut=nama&arah=naik&halaman=2',
    );
  });
});
