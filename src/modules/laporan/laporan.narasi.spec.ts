import { dataLaporan, ormasDiam, ormasLaporan } from '../../../test/factories/data-laporan.js';
import { hitungAngka } from './laporan.angka.js';
import { narasiDomain, narasiIko, narasiKegiatan, narasiKlaster, narasiRegister } from './laporan.narasi.js';
import {
  alasanSementara,
  catatanOrmas,
  daftarMasalah,
  langkahOrmas,
  narasiSaran,
  narasiSimpulan,
} from './laporan.tindak.js';
import { type DataLaporan, type OrmasLaporan } from './laporan.types.js';

const angka = (d: DataLaporan) => hitungAngka(d.ormas, d.instrumen, d.tahun);
const iko = (ormas: OrmasLaporan[], ubah: Partial<DataLaporan> = {}): string => {
  const d = dataLaporan(ormas, ubah);
  return narasiIko(d, angka(d)).join(' ');
};
const tahunLalu = (rata: string | null, sebanding = true) => [{ tahun: 2024, sebanding, rata, n: 2, populasi: 3 }];
const lalu = (skor: string, sementara = false) => ({ lalu: [{ tahun: 2024, skor, sementara }] });

describe('the mean of the city', () => {
  it.each<[string, OrmasLaporan[], Partial<DataLaporan>, string[]]>([
    [
      'none fixed',
      [ormasDiam(1)],
      {},
      [
        'Rata-rata IKO Kota Bogor tahun 2025 belum dapat dihitung karena belum ada ormas yang bernilai tetap (0 dari 1).',
        'Satu ormas bernilai sementara.',
      ],
    ],
    [
      'the first year says so',
      [ormasLaporan(1)],
      {},
      [
        'adalah 60,00 dari satu ormas bernilai tetap (100,0% dari 1 ormas).',
        'tahun pertama IKO dihitung melalui portal ini',
        'belum memuat perbandingan',
      ],
    ],
    [
      'a rise, with pairs',
      [
        ormasLaporan(1, { skor: '64.00', ...lalu('60.00') }),
        ormasLaporan(2, { skor: '56.00', ...lalu('58.50') }),
        ormasLaporan(3, lalu('60.00', true)),
      ],
      { tahunLalu: tahunLalu('58.00') },
      [
        'Dibandingkan dengan tahun 2024 (rata-rata 58,00 dari 2 ormas bernilai tetap), rata-rata kota naik 2,00.',
        'Di antara 2 ormas yang bernilai tetap pada kedua tahun, 1 naik, 1 turun, dan 0 tidak berubah; rata-rata skor mereka naik 0,75.',
        'Kenaikan terbesar dicapai Ormas Rekaan 1 (naik 4,00) dan penurunan terbesar dialami Ormas Rekaan 2 (turun 2,50).',
      ],
    ],
    [
      'a fall since two years',
      [ormasLaporan(1, { skor: '55.00' })],
      { tahunLalu: [{ tahun: 2023, sebanding: true, rata: '62.00', n: 1, populasi: 1 }, ...tahunLalu('58.00')] },
      ['rata-rata kota turun 3,00, penurunan yang berlangsung 2 tahun berturut-turut sejak 2023.'],
    ],
    [
      'another instrument',
      [ormasLaporan(1)],
      { tahunLalu: tahunLalu('58.00', false) },
      ['dihitung dengan instrumen yang berbeda, sehingga tidak dibandingkan'],
    ],
    [
      'no fixed score the year before',
      [ormasLaporan(1)],
      { tahunLalu: tahunLalu(null) },
      ['belum dapat dibuat karena salah satu tahun tidak mempunyai skor tetap'],
    ],
    [
      'a gap of years',
      [ormasLaporan(1)],
      { tahunLalu: [{ tahun: 2022, sebanding: true, rata: '50.00', n: 1, populasi: 1 }] },
      ['tidak didahului penghitungan setahun sebelumnya'],
    ],
  ])('%s', (_, ormas, ubah, kalimat) => {
    const teks = iko(ormas, ubah);
    for (const k of kalimat) expect(teks).toContain(k);
  });

  it('never counts or ranks a provisional score', () => {
    const d = dataLaporan([ormasLaporan(1), ormasLaporan(2, { skor: '99.00', sementara: true })]);
    const k = angka(d);
    expect(k.rerata).toEqual({ rata: '60.00', n: 1, populasi: 2 });
    expect(k.peringkat.map((o) => o.id)).toEqual([1]);
    expect(narasiKlaster(d, d.klaster[0]!, k, k).join(' ')).not.toContain('99,00');
  });
});

describe('the register', () => {
  it.each([
    [
      'all valid',
      [ormasLaporan(1)],
      'Dasar hukum yang sah dimiliki satu ormas (100,0%); tidak ada ormas yang dasar hukumnya tidak ada atau tidak berlaku.',
    ],
    [
      'one lacks it',
      [ormasLaporan(1), ormasLaporan(2, { dokumen: { 'dasar-hukum': false } })],
      'satu ormas tidak memilikinya atau masa berlakunya telah lewat.',
    ],
    [
      'without bidang or place',
      [ormasLaporan(1, { bidang: null, kecamatan: null })],
      'Satu ormas belum jelas bidangnya dan satu ormas berdomisili di luar kota.',
    ],
    ['nobody', [], 'Tidak ada ormas tercatat dalam register'],
  ])('%s', (_, ormas, kalimat) => {
    const d = dataLaporan(ormas);
    expect(narasiRegister(d, angka(d)).join(' ')).toContain(kalimat);
  });
});

describe('activities', () => {
  const teks = (ormas: OrmasLaporan[]) => narasiKegiatan(angka(dataLaporan(ormas))).join(' ');
  it.each([
    ['none', [ormasDiam(1)], 'Tidak ada kegiatan terverifikasi dari satu ormas dalam jendela penilaian.'],
    [
      'none, one waits',
      [ormasDiam(1, { kegiatan: { menunggu: 1 } })],
      'Satu laporan kegiatan belum terverifikasi saat penghitungan, sehingga tidak ikut dihitung.',
    ],
    ['everybody', [ormasLaporan(1)], 'setiap ormas mempunyai paling sedikit satu kegiatan terverifikasi'],
    ['shares', [ormasLaporan(1), ormasDiam(2)], 'satu ormas (50,0%) tidak mempunyai satu pun kegiatan terverifikasi'],
    ['by sex', [ormasLaporan(1)], '70 orang: 30 laki-laki (42,9%) dan 40 perempuan (57,1%)'],
    [
      'uncounted people are said',
      [ormasLaporan(1, { kegiatan: { tercatat: 3 } })],
      'Peserta tidak dicatat pada satu kegiatan, sehingga angka ini merupakan batas bawah.',
    ],
  ])('%s', (_, ormas, kalimat) => expect(teks(ormas)).toContain(kalimat));
});

describe('domains', () => {
  it('names the weakest, the indicator that weakens it, and the strongest', () => {
    const lemah = { KTH: '4.00', REL: '18.00' };
    const d = dataLaporan(
      [1, 2].map((id) =>
        ormasLaporan(id, {
          domain: { ...ormasLaporan(id).domain, ...lemah },
          indikator: { ...ormasLaporan(id).indikator, KTH2: { tingkat: 0 } },
        }),
      ),
    );
    expect(narasiDomain(angka(d))[0]).toBe(
      'Domain terlemah adalah Ketahanan, 4,00 dari 20 (20,0% bobotnya). Penyebab utamanya indikator Sekretariat dan arsip (KTH2) dengan rata-rata tingkat 0,00 dari 2 ormas; 2 ormas (100,0%) masih pada tingkat 0 atau 1. Domain terkuat adalah Relevansi, 18,00 dari 20 (90,0% bobotnya).',
    );
  });
  it('says when all are equal, and when there is nothing', () => {
    expect(narasiDomain(angka(dataLaporan([ormasLaporan(1)])))).toEqual([
      'Semua domain setara: masing-masing mencapai 60,0% dari bobotnya.',
    ]);
    expect(narasiDomain(angka(dataLaporan([])))).toEqual([
      'Capaian per domain belum dapat dihitung karena belum ada skor tetap.',
    ]);
  });
});

describe('a cluster', () => {
  const teks = (ormas: OrmasLaporan[], kota = ormas) => {
    const d = dataLaporan(ormas);
    return narasiKlaster(d, d.klaster[0]!, angka(d), angka(dataLaporan(kota))).join(' ');
  };
  it.each<[string, OrmasLaporan[], OrmasLaporan[] | undefined, string]>([
    ['empty', [], undefined, 'Belum ada ormas dalam klaster ini pada 30 November 2025.'],
    [
      'a leader',
      [ormasLaporan(1, { skor: '70.00' }), ormasLaporan(2)],
      undefined,
      'Skor tertinggi dicapai Ormas Rekaan 1 (70,00, Berkembang), disusul Ormas Rekaan 2 (60,00).',
    ],
    [
      'two leaders',
      [ormasLaporan(1), ormasLaporan(2)],
      undefined,
      'Skor tertinggi, 60,00, dicapai bersama oleh Ormas Rekaan 1 dan Ormas Rekaan 2.',
    ],
    [
      'beside the city',
      [ormasLaporan(1)],
      [ormasLaporan(1), ormasLaporan(2, { skor: '50.00' })],
      '5,00 di atas rata-rata kota',
    ],
    [
      'who is missing',
      [ormasLaporan(1), ormasDiam(2)],
      undefined,
      'satu ormas tidak mengirim laporan apa pun (Ormas Rekaan 2) dan satu ormas bernilai sementara',
    ],
  ])('%s', (_, ormas, kota, kalimat) => expect(teks(ormas, kota)).toContain(kalimat));
});

describe('why a score is provisional, and what helps', () => {
  const d = dataLaporan([]);
  it.each([
    ['fixed', ormasLaporan(1), ''],
    [
      'new',
      ormasLaporan(1, { status: 'profil-saja', skor: null, terdaftarPada: '2025-05-02' }),
      'Terdaftar sejak 2 Mei 2025, kurang dari satu tahun pada 30 November 2025.',
    ],
    [
      'low coverage',
      ormasLaporan(1, {
        sementara: true,
        cakupan: '75.00',
        indikator: {
          ...ormasLaporan(1).indikator,
          EFK2: { belum: 'menunggu-petugas' },
          REL2: { belum: 'menunggu-warga' },
        },
      }),
      'Cakupan 75,00% di bawah batas 80%. EFK2 belum diberi tingkat oleh petugas; REL2 menunggu penilaian warga.',
    ],
    [
      'an empty domain',
      ormasLaporan(1, { sementara: true, domain: { ...ormasLaporan(1).domain, KTH: null } }),
      'Domain Ketahanan belum bernilai.',
    ],
  ])('%s', (_, o, kalimat) => expect(alasanSementara(o, d)).toBe(kalimat));

  it('first completes what is missing, then raises what costs most', () => {
    const dasar = ormasLaporan(1).indikator;
    const tetap = ormasLaporan(1, { indikator: { ...dasar, EFK1: { tingkat: 0 }, KTH2: { tingkat: 4 } } });
    expect(langkahOrmas(tetap, d)[0]).toMatchObject({ kode: 'EFK1', dari: 0, ke: 1 });
    expect(langkahOrmas(tetap, d, 20).map((l) => l.kode)).not.toContain('KTH2');
    const sementara = ormasLaporan(1, {
      sementara: true,
      indikator: { ...dasar, KTH1: { belum: 'menunggu-petugas' } },
    });
    expect(langkahOrmas(sementara, d)[0]).toMatchObject({ kode: 'KTH1', ke: null });
  });

  it('tells sanctions and flags as facts with date and basis', () => {
    const o = ormasLaporan(1, {
      bendera: ['dasar-hukum-tidak-sah', 'sanksi-aktif'],
      pembinaan: [{ jenis: 'peringatan', tanggal: '2025-08-14', sampai: null, dasar: 'Surat Contoh 1', berlaku: true }],
    });
    expect(catatanOrmas(o)).toEqual([
      'Dasar hukum tidak ada atau tidak berlaku pada hari terakhir jendela penilaian.',
      'Peringatan tertulis 14 Agustus 2025 (Surat Contoh 1), masih berlaku.',
    ]);
  });
});

describe('problems, conclusions and recommendations', () => {
  it('leaves out what nobody has', () => {
    const d = dataLaporan([ormasLaporan(1)]);
    expect(daftarMasalah(d, angka(d))).toEqual([]);
  });
  it('counts each problem and asks for something', () => {
    const d = dataLaporan([
      ormasDiam(1),
      ormasLaporan(2, {
        opdId: null,
        dokumen: { 'dasar-hukum': false },
        rekomendasi: { jatuhTempo: 2, selesai: 1, tepatWaktu: 1 },
      }),
    ]);
    expect(daftarMasalah(d, angka(d)).map((m) => [m.kunci, m.ormas.length])).toEqual([
      ['diam', 1],
      ['sementara', 1],
      ['dasar-hukum', 1],
      ['rekomendasi', 1],
      ['klaster', 1],
    ]);
    expect(narasiSaran(d, angka(d)).join(' ')).toContain('Memastikan keberadaan satu ormas');
  });
  it('concludes without a mean when there is none', () => {
    const d = dataLaporan([ormasDiam(1)]);
    expect(narasiSimpulan(d, angka(d), [])[0]).toContain('belum dapat dihitung');
  });
});
