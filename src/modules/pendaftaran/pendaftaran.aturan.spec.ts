import fc from 'fast-check';
import { jawabanContoh } from '../../../test/factories/jawaban-pendaftaran.js';
import { BENTUK_ORMAS } from '../ormas/ormas.types.js';
import { DAFTAR_PERIKSA } from './daftar-periksa.data.js';
import { FORMULIR } from './formulir.data.js';
import {
  bacaJawaban,
  bedaPutaran,
  berlakuBila,
  dokumenDiminta,
  type DokumenAda,
  kekurangan,
  periksaDokumen,
  periksaHalaman,
  potretJawaban,
  teleponRapi,
} from './pendaftaran.aturan.js';
import { type Jawaban, type Rujukan } from './pendaftaran.types.js';

const HARI = '2026-11-21';
const RUJUKAN: Rujukan = {
  bidang: new Map([
    ['1', 'Pendidikan'],
    ['2', 'Kesehatan'],
  ]),
  kelurahan: new Map([['1', 'Babakan']]),
};
const KOLOM = FORMULIR.flatMap((h) => h.kolom);
const lengkap = (j: Jawaban): DokumenAda[] =>
  dokumenDiminta(j).map(({ dokumen: d }) => ({
    ...{ kode: d.kode, berkasId: 'x', nomor: '1', tanggal: '2026-01-01', berlakuSampai: '2030-01-01' },
  }));
const bentukAcak = fc.constantFrom(...BENTUK_ORMAS);
const jawabanUntuk = (bentuk: string): Jawaban => jawabanContoh({ bentuk, namaInduk: 'Ormas Induk Rekaan' });

describe('the form and the checklist', () => {
  it('are well made: every name once, every choice with words, every condition on a field that there is', () => {
    expect(new Set(KOLOM.map((k) => k.nama)).size).toBe(KOLOM.length);
    expect(new Set(DAFTAR_PERIKSA.map((d) => d.kode)).size).toBe(DAFTAR_PERIKSA.length);
    const bila = [...KOLOM.map((k) => k.wajib), ...DAFTAR_PERIKSA.flatMap((d) => Object.values(d.untuk))];
    for (const b of bila) {
      if (typeof b !== 'object') continue;
      const opsi = KOLOM.find((k) => k.nama === b.bidang)?.opsi?.map(([nilai]) => nilai) ?? [];
      expect([b.bidang, b.nilai.every((n) => opsi.includes(n))]).toEqual([b.bidang, true]);
    }
    for (const k of KOLOM) {
      const perluOpsi = ['pilihan', 'radio', 'centang'].includes(k.jenis);
      expect([k.nama, perluOpsi]).toEqual([k.nama, Boolean(k.opsi ?? k.sumber)]);
    }
  });

  it.each(BENTUK_ORMAS)('a complete application of a %s lacks nothing', (bentuk) => {
    const j = jawabanUntuk(bentuk);
    expect(kekurangan(j, lengkap(j), RUJUKAN, HARI)).toEqual([]);
  });

  it('whatever required answer is missing is named at its field', () => {
    fc.assert(
      fc.property(bentukAcak, fc.constantFrom(...KOLOM), (bentuk, kolom) => {
        const j = { ...jawabanUntuk(bentuk), [kolom.nama]: kolom.jenis === 'centang' ? [] : '' };
        const perlu = typeof kolom.wajib === 'boolean' ? kolom.wajib : berlakuBila(kolom.wajib, j);
        const galat = kekurangan(j, lengkap(j), RUJUKAN, HARI).flatMap((k) => k.galat);
        expect(galat.some((g) => g.bidang === kolom.nama && g.pesan === kolom.pesan)).toBe(perlu);
      }),
      { numRuns: 400 },
    );
  });

  it('whatever required document is missing is named, and none that is not asked for', () => {
    fc.assert(
      fc.property(
        bentukAcak,
        fc.constantFrom('tidak-ada', 'keagamaan'),
        fc.constantFrom('ya', 'tidak'),
        fc.constantFrom(...DAFTAR_PERIKSA),
        (bentuk, ciriKhusus, pejabatDicantumkan, hilang) => {
          const j = { ...jawabanUntuk(bentuk), ciriKhusus, pejabatDicantumkan };
          const ada = lengkap(j).filter((d) => d.kode !== hilang.kode);
          const kurang = kekurangan(j, ada, RUJUKAN, HARI).map((k) => k.tempat);
          const diminta = dokumenDiminta(j).find((d) => d.dokumen.kode === hilang.kode);
          expect(kurang).toEqual(diminta?.wajib ? [hilang.kode] : []);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('keeps everything that was typed, right or wrong, and nothing else', () => {
    const isi = fc.dictionary(
      fc.oneof(fc.constantFrom(...KOLOM.map((k) => k.nama)), fc.constantFrom('peran', '__proto__', 'ormasId')),
      fc.oneof(fc.string(), fc.array(fc.string()), fc.integer(), fc.constant(null)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...FORMULIR), isi, (halaman, kirim) => {
        const j = bacaJawaban(halaman, kirim);
        expect(Object.keys(j)).toEqual(halaman.kolom.map((k) => k.nama));
        for (const k of halaman.kolom) {
          const v = Object.hasOwn(kirim, k.nama) ? kirim[k.nama] : undefined;
          if (k.jenis === 'centang' || k.jenis === 'tanggal' || typeof v !== 'string') continue;
          expect(j[k.nama]).toBe(v.replace(/\r\n?/g, '\n').trim());
        }
        // Looking at any of it never fails.
        periksaHalaman(halaman, j, RUJUKAN, HARI);
        potretJawaban(j, RUJUKAN);
      }),
    );
  });

  it.each<[string, string, string]>([
    ['telepon', '12', 'Nomor telepon terdiri atas'],
    ['npwp', '123', 'NPWP terdiri atas'],
    ['surel', 'bukan-surel', 'Tulis alamat surel'],
    ['rt', '0a', 'Isi dengan angka'],
    ['aktaTanggal', '2026-02-30', 'Isi dengan tanggal yang ada'],
    ['aktaTanggal', '2026-11-22', 'tidak boleh di masa depan'],
    ['bidangUtama', '99', 'Pilih dari daftar'],
    ['anggotaLaki', '-1', 'Isi dengan angka bulat'],
    ['anggotaLaki', '11', 'Samakan keduanya'],
    ['masaBaktiSampai', '2020-01-01', 'harus setelah mulainya'],
    ['nama', 'x'.repeat(201), 'Paling banyak 200 huruf'],
  ])('%s as %j is told at a field of its page', (bidang, nilai, pesan) => {
    const j = { ...jawabanContoh(), [bidang]: nilai };
    const galat = kekurangan(j, lengkap(j), RUJUKAN, HARI).flatMap((k) => k.galat);
    expect(galat.map((g) => g.pesan).join(' ')).toContain(pesan);
  });

  it('asks beside a file for its number, day and end, and refuses one that has ended', () => {
    const domisili = DAFTAR_PERIKSA.find((d) => d.kode === 'domisili');
    if (!domisili) throw new Error('The checklist lacks domisili');
    const kosong = { nomor: '', tanggal: '', berlakuSampai: '' };
    expect(periksaDokumen(domisili, kosong, false, HARI).map((g) => g.bidang)).toEqual([
      'berkas',
      'nomor',
      'tanggal',
      'berlakuSampai',
    ]);
    const lewat = { nomor: '1', tanggal: '2026-01-01', berlakuSampai: '2026-11-20' };
    expect(periksaDokumen(domisili, lewat, true, HARI).map((g) => g.bidang)).toEqual(['berlakuSampai']);
    expect(periksaDokumen(domisili, { ...lewat, berlakuSampai: HARI }, true, HARI)).toEqual([]);
  });

  it('tells what changed between two rounds, in answers and in documents', () => {
    const lalu = {
      potret: potretJawaban(jawabanContoh(), RUJUKAN),
      dokumen: [{ kode: 'npwp', nilai: 'berkas a.pdf (aa)' }],
    };
    const kini = {
      potret: potretJawaban(jawabanContoh({ alamat: 'Jalan Rekaan Nomor 21' }), RUJUKAN),
      dokumen: [{ kode: 'npwp', nilai: 'berkas a.pdf (bb)' }],
    };
    expect(bedaPutaran(lalu, kini).map((b) => [b.label, b.sebelum, b.sesudah])).toEqual([
      ['Alamat sekretariat', 'Jalan Rekaan Nomor 12', 'Jalan Rekaan Nomor 21'],
      ['NPWP organisasi', 'berkas a.pdf (aa)', 'berkas a.pdf (bb)'],
    ]);
    expect(bedaPutaran(kini, kini)).toEqual([]);
  });

  it.each([
    ['+62 800-0000-1234', '080000001234'],
    ['62 800 0000 1234', '080000001234'],
    ['(0251) 000 1234', '02510001234'],
  ])('phone %s is kept as %s', (tulis, rapi) => {
    expect(teleponRapi(tulis)).toBe(rapi);
  });
});
