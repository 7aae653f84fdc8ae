import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { baca, berkas } from '../../../../test/fixtures/register/rujukan-uji.js';
import { ringkas } from './baca-register.js';
import { PencocokGanda } from './pencocok-ganda.js';
import type { HasilBaca } from './register.types.js';
import { JUDUL_PORTAL } from './tata-letak.js';

interface Harapan {
  baris: number;
  diterima: number;
  ganda: number[];
  /** Line → the plain words its reason must hold. */
  ditolak: Record<string, string | string[]>;
}

const harapan = (nama: string): Harapan =>
  JSON.parse(
    readFileSync(new URL(`../../../../test/fixtures/register/${nama}.harapan.json`, import.meta.url), 'utf8'),
  ) as Harapan;

const CONTOH = ['register-contoh-polri', 'kasus-portal', 'kasus-skko'];
const teks = (nama: string): string => new TextDecoder().decode(berkas(`${nama}.csv`));
/** The outcome without the keys and notes, which name headings. */
const inti = ({ catatan: _c, sandi: _s, ditolak, ...h }: HasilBaca): object => ({
  ...h,
  ditolak: ditolak.map((d) => ({ ...d, alasan: d.alasan.toLowerCase() })),
});

function sudahTerdaftar(h: HasilBaca): PencocokGanda {
  return new PencocokGanda({
    nama: h.diterima.map((d) => [d.kunci.nama, d.baris]),
    npwp: h.diterima.flatMap((d) => (d.kunci.npwp === null ? [] : [[d.kunci.npwp, d.baris] as const])),
    dasarHukum: h.diterima.flatMap((d) => d.kunci.dasarHukum.map((k) => [k, d.baris] as const)),
  });
}

describe('a register file', () => {
  it.each(CONTOH)('%s gives what is expected of it', (nama) => {
    const harap = harapan(nama);
    const hasil = ringkas(baca(berkas(`${nama}.csv`)));
    expect(Object.keys(hasil)).toEqual(['baris', 'diterima', 'ganda', 'ditolak']);
    expect({ ...hasil, ditolak: Object.keys(hasil.ditolak) }).toEqual({
      ...harap,
      ditolak: Object.keys(harap.ditolak),
    });
    for (const [baris, kata] of Object.entries(harap.ditolak)) {
      for (const k of [kata].flat()) expect(hasil.ditolak[baris]).toContain(k);
    }
  });

  it('of the city is taken whole, with the kelurahan out of the address', () => {
    const hasil = baca(berkas('register-contoh-skko.csv'));
    expect(ringkas(hasil)).toEqual({ baris: 15, diterima: 15, ganda: [], ditolak: {} });
    expect(hasil.catatan).toEqual([]);
    expect(hasil.diterima[0]).toMatchObject({
      alamat: 'Jl. Pajajaran No. 16',
      rt: '2',
      rw: '14',
      kelurahan: 'Gudang',
      kecamatan: 'Bogor Tengah',
      aktaNomor: '88',
      aktaTanggal: '1999-05-05',
      telepon: '08628598208',
      terdaftarPada: '2023-09-27',
      bidangKode: null,
    });
  });

  it.each([...CONTOH, 'register-contoh-skko'])('%s read twice is all repetition and rejection', (nama) => {
    const pertama = baca(berkas(`${nama}.csv`));
    const kedua = baca(berkas(`${nama}.csv`), sudahTerdaftar(pertama));
    expect(kedua.diterima).toEqual([]);
    expect(kedua.ditolak).toEqual(pertama.ditolak);
    expect(kedua.ganda.every((g) => g.kembaran === null || g.kembaran < g.baris)).toBe(true);
  });

  it('says of a line everything that is wrong with it, with the headings of the file', () => {
    const { ditolak } = ringkas(baca(berkas('kasus-portal.csv')));
    expect(ditolak['6']).toBe(
      [
        'nama: kosong, tulis nama ormas',
        'kelurahan: "Antah" bukan kelurahan di Kota Bogor atau "Luar Domisili"',
        'tanggal_dasar_hukum: "31/04/2020" bukan tanggal yang ada, seharusnya hari/bulan/tahun',
        'npwp: "12.345" bukan npwp yang sah, seharusnya 15 atau 16 angka',
        'telepon: berisi 4 angka, nomor telepon seharusnya 10 sampai 13 angka',
        'berlaku_skko: "30/02/2021" bukan tanggal yang ada, seharusnya hari/bulan/tahun',
      ].join('; '),
    );
  });

  it.each<[string, string, string, string | null]>([
    ['today', '2026-11-30', '', null],
    ['the first day of the Republic', '17/08/1945', '', null],
    ['a legal basis older than the Republic', '', '18/11/1912', null],
    [
      'tomorrow',
      '2026-12-01',
      '',
      'terdaftar_pada: 1 Desember 2026 belum tiba, isi hari ini atau tanggal yang sudah lewat',
    ],
    [
      'the day before the Republic',
      '16/08/1945',
      '',
      'terdaftar_pada: 16 Agustus 1945 lebih tua daripada 17 Agustus 1945, periksa tahunnya',
    ],
    [
      'a legal basis of tomorrow',
      '',
      '01/12/2026',
      'tanggal_dasar_hukum: 1 Desember 2026 belum tiba, isi hari ini atau tanggal yang sudah lewat',
    ],
  ])('takes or rejects a registration by its day: %s', (_, terdaftar, dasar, alasan) => {
    const isi: Record<string, string> = {
      ...{ nama: 'Perkumpulan Rekaan Hari', kelurahan: 'Gudang', alamat: 'Jl. Contoh No. 1' },
      ...{ terdaftar_pada: terdaftar, tanggal_dasar_hukum: dasar },
    };
    const judul = Object.keys(isi);
    const { ditolak, diterima } = baca(
      `${JUDUL_PORTAL.join(',')}\n${JUDUL_PORTAL.map((j) => isi[j] ?? '').join(',')}\n`,
    );
    expect(judul.every((j) => JUDUL_PORTAL.includes(j as never))).toBe(true);
    expect(ditolak.map((d) => d.alasan)).toEqual(alasan === null ? [] : [alasan]);
    expect(diterima).toHaveLength(alasan === null ? 1 : 0);
  });

  it.each([
    ['PRH', 'PRH', undefined],
    ['', null, undefined],
    ['P'.repeat(41), undefined, 'singkatan'],
  ])('takes an abbreviation where the template has one: %s', (singkatan, diterima, ditolak) => {
    const isi: Record<string, string> = { nama: 'Perkumpulan Rekaan Hari', kelurahan: 'Gudang', singkatan };
    const hasil = baca(`${JUDUL_PORTAL.join(',')}\n${JUDUL_PORTAL.map((j) => isi[j] ?? '').join(',')}\n`);
    expect(hasil.diterima[0]?.singkatan).toBe(diterima);
    expect(hasil.ditolak[0]?.alasan.split(':')[0]).toBe(ditolak);
  });

  it.each(CONTOH)('%s: every reason names its column once and does not stutter', (nama) => {
    const alasan = Object.values(ringkas(baca(berkas(`${nama}.csv`))).ditolak).flatMap((a) => a.split('; '));
    for (const a of alasan.filter((x) => /^[\w /()]+: /.test(x))) {
      const [judul = '', ...sebab] = a.split(': ');
      expect(judul.toLowerCase().split(/[^a-z]+/)).not.toContain(sebab.join(': ').split(' ')[0]?.toLowerCase());
    }
  });

  it('says which line a repetition repeats, and why', () => {
    expect(baca(berkas('kasus-portal.csv')).ganda).toEqual([
      { baris: 7, sebab: 'NPWP sama dengan baris 2', kembaran: 2, ormasId: null },
      { baris: 8, sebab: 'Nomor dasar hukum sama dengan baris 2', kembaran: 2, ormasId: null },
      { baris: 10, sebab: 'Nama dan kelurahan sama dengan baris 9', kembaran: 9, ormasId: null },
      { baris: 19, sebab: 'Nama dan kelurahan sama dengan baris 14', kembaran: 14, ormasId: null },
    ]);
  });

  it('notes what it put right', () => {
    const hasil = baca(berkas('kasus-portal.csv'));
    expect(hasil.catatan).toEqual([
      { baris: 9, kolom: 'kecamatan', pesan: '"Bogor Tengah" bukan kecamatan Empang, dipakai Bogor Selatan' },
      { baris: 9, kolom: 'bidang', pesan: '"Perikanan" bukan bidang yang dikenal, klaster belum ditetapkan' },
    ]);
    expect(hasil.diterima[1]).toMatchObject({
      baris: 3,
      nama: 'Forum "Contoh" Dua',
      alamat: 'Jl. Contoh No. 2 Blok B',
      kelurahan: 'Kebon Kalapa',
      bidangKode: 'seni-budaya',
      bentuk: 'yayasan',
      dasarHukumTanggal: '2021-01-04',
      telepon: '081200000002',
    });
    expect(hasil.diterima.find((d) => d.luarDomisili)).toMatchObject({ baris: 12, kelurahan: null, kecamatan: null });
  });
});

describe('the same register in another dress', () => {
  it.each(CONTOH)('%s: BOM, line ends, separator and encoding change nothing', (nama) => {
    const asli = teks(nama);
    const acuan = inti(baca(asli));
    expect(inti(baca(`\ufeff${asli}`))).toEqual(acuan);
    expect(inti(baca(asli.replaceAll('\r\n', '\n')))).toEqual(acuan);
    expect(inti(baca(asli.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')))).toEqual(acuan);
    expect(inti(baca(Uint8Array.from(asli, (h) => h.charCodeAt(0))))).toEqual(acuan);
  });

  it('the columns may stand in any order, the headings in any case, with others between them', () => {
    const [judul = '', ...isi] = teks('register-contoh-polri')
      .trim()
      .split('\n')
      .map((b) => b.match(/"(?:[^"]|"")*"|[^,]+/g) ?? []);
    const acuan = inti(baca(berkas('register-contoh-polri.csv')));
    const kolom = Array.from(judul, (_, i) => i);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(kolom, { minLength: kolom.length }),
        fc.constantFrom(',', ';'),
        (urut, pemisah) => {
          const baris = [judul, ...isi].map((b, n) => {
            const sel = urut.map((i) => (n === 0 ? ` ${(b[i] ?? '').toUpperCase()} ` : b[i]));
            return [...sel.slice(0, 3), n === 0 ? 'Keterangan' : 'x', ...sel.slice(3)].join(pemisah);
          });
          expect(inti(baca(baris.join('\n')))).toEqual(acuan);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('never fails but with a sentence, whatever stands in the cells', () => {
    const sel = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('Gudang', '1/1/2000', '=1', ''));
    const isi = fc.array(fc.array(sel, { minLength: 23, maxLength: 23 }), { maxLength: 5 });
    fc.assert(
      fc.property(isi, (tabel) => {
        const apit = (s: string): string => `"${s.replaceAll('"', '""')}"`;
        const hasil = baca([JUDUL_PORTAL.join(','), ...tabel.map((r) => r.map(apit).join(','))].join('\n'));
        expect(hasil.diterima.length + hasil.ganda.length + hasil.ditolak.length).toBe(hasil.baris);
        for (const d of hasil.diterima) expect(d.luarDomisili || d.kelurahan !== null).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (s) => {
        try {
          baca(`nama,kelurahan\n${s}`);
        } catch (e) {
          expect(e).toHaveProperty('kode', 'berkas-ditolak');
        }
      }),
    );
  });
});

describe('headings that are no layout', () => {
  it('are refused with the three layouts named', () => {
    expect(() => baca('a,b,c\n1,2,3')).toThrow(/baris 1\) tidak dikenali\..*Polri Binmas.*SKKO.*portal/);
  });

  it('name the column that is missing from the layout they resemble', () => {
    const judul = (teks('register-contoh-polri').split('\n')[0] ?? '').replace('Kelurahan/Desa,', '');
    expect(() => baca(judul)).toThrow(/mirip Polri Binmas.*kolom Kelurahan\/Desa tidak ada.*SKKO/);
    expect(() => baca('nama_ormas;akta_notaris;sk_kemenkumham;sk_ormas;kecamatan;npwp;nomor_skko')).toThrow(
      'alamat_sekretariat',
    );
  });

  it('may not hold one column twice', () => {
    expect(() => baca('nama,kelurahan,Nama\na,Gudang,b')).toThrow('kolom nama ada lebih dari satu');
  });

  it('alone are a register of nobody', () => {
    expect(ringkas(baca('nama,kelurahan\n'))).toEqual({ baris: 0, diterima: 0, ganda: [], ditolak: {} });
  });
});

describe('the smallest lines', () => {
  const satu = (isi: string, judul = 'nama,kelurahan,dasar_hukum,catatan_lain'): HasilBaca => baca(`${judul}\n${isi}`);

  it.each([
    ['Yayasan Contoh,Gudang,AHU-1.AH.01.07.2020', 'yayasan'],
    ['Perkumpulan Contoh,Gudang,AHU-1.AH.01.07.2020', 'perkumpulan'],
    ['Forum Contoh,Gudang,AHU-1.AH.01.04.2020', 'yayasan'],
    ['Forum Contoh,Gudang,AHU-1.AH.01.07.2020', 'perkumpulan'],
    ['Yayasan Contoh,Gudang,220/1-Bkbp/2020', 'non-badan-hukum'],
    ['DPC Contoh Kota Bogor,Gudang,AHU-1.AH.01.07.2020', 'cabang'],
    ['Contoh Raya Cabang Bogor,Gudang,', 'cabang'],
    ['Forum Contoh,Gudang,', 'non-badan-hukum'],
  ])('%s is a %s', (isi, bentuk) => expect(satu(isi).diterima[0]?.bentuk).toBe(bentuk));

  it('a formula rejects even in a column nobody knows, or beyond the last', () => {
    expect(satu('Forum Contoh,Gudang,,=1+1').ditolak[0]?.alasan).toMatch(/^catatan_lain: .*rumus/);
    expect(satu('Forum Contoh,Gudang,,,,=1+1').ditolak[0]?.alasan).toMatch(/kolom ke-6: .*rumus/);
  });

  it('a text longer than its column rejects', () => {
    expect(satu(`${'x'.repeat(201)},Gudang`).ditolak[0]?.alasan).toMatch(/^nama: .*paling banyak 200/);
    expect(satu(`Forum,Gudang,,${'x'.repeat(2001)}`).ditolak[0]?.alasan).toMatch(/^catatan_lain: terlalu panjang/);
  });

  it('legal-basis numbers are compared without their dress, and only where there is a number', () => {
    const ganda = (a: string, b: string): boolean => satu(`Satu,Gudang,${a}\nDua,Gudang,${b}`).ganda.length === 1;
    expect(
      ganda('AHU-0000012.AH.01.07.2020', 'SK Kemenkumham No. AHU-0000012.AH.01.07.Tahun 2020 tanggal 3 Mei 2020'),
    ).toBe(true);
    expect(ganda('220/469-Bkbp/2001', '220 / 469 / BKBP / 2001')).toBe(true);
    expect(ganda('220/469-Bkbp/2001', '22/0469-Bkbp/2001')).toBe(false);
    expect(ganda('SKT', 'SKT')).toBe(false);
    expect(ganda('220', '220')).toBe(false);
    expect(ganda('-', '-')).toBe(false);
  });
});
