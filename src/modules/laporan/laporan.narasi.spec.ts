import { dataLaporan, ormasDiam, ormasLaporan } from '../../../test/factories/data-laporan.js';
import { hitungAngka } from './laporan.angka.js';
import { narasiKlaster } from './laporan.narasi-klaster.js';
import { narasiDomain, narasiIko, narasiKegiatan, narasiRegister } from './laporan.narasi.js';
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
const tahunLalu = (rata: string | null, sebanding = true) => [{ tahun: 2024, sebanding, rata, n: 12, populasi: 13 }];
const lalu = (skor: string, sementara = false) => ({ lalu: [{ tahun: 2024, skor, sementara }] });
/** So many alike, with ids from `dari`. */
const banyak = (n: number, ubah: Parameters<typeof ormasLaporan>[1] = {}, dari = 1): OrmasLaporan[] =>
  Array.from({ length: n }, (_, i) => ormasLaporan(dari + i, ubah));

describe('the mean of the city', () => {
  it.each<[string, OrmasLaporan[], Partial<DataLaporan>, string[]]>([
    [
      'none complete',
      [ormasDiam(1)],
      {},
      [
        'Rata-rata IKO Kota Bogor tahun 2025 belum dapat dihitung karena belum ada ormas berskor lengkap (0 dari 1).',
        'Satu ormas berskor sementara. Skor mereka tidak masuk rata-rata dan tidak diperingkat.',
      ],
    ],
    [
      'too few',
      banyak(2),
      {},
      [
        'adalah 60,00 dari 2 ormas berskor lengkap (100,0% dari 2 ormas). Jumlah itu terlalu sedikit untuk dibandingkan',
        'Menurut tingkat: Berkembang 2.',
      ],
    ],
    [
      'the first year says so',
      banyak(5),
      {},
      [
        'adalah 60,00 dari 5 ormas berskor lengkap (100,0% dari 5 ormas).',
        'tahun pertama IKO dihitung melalui portal ini',
        'belum memuat perbandingan',
        'Tingkat yang paling banyak dicapai adalah Berkembang, 5 ormas (100,0%).',
      ],
    ],
    [
      'a rise, among the same',
      [
        ...banyak(4, { skor: '64.00', ...lalu('60.00') }),
        ormasLaporan(5, { skor: '56.00', ...lalu('58.50') }),
        ormasLaporan(6, { skor: '60.40', ...lalu('60.00') }),
        ormasLaporan(7, lalu('20.00', true)),
      ],
      { tahunLalu: tahunLalu('58.00') },
      [
        'Perubahan dibaca pada 6 ormas yang skornya lengkap pada 2024 dan 2025. Rata-rata skor mereka naik 2,32: 4 ormas naik, satu ormas turun, dan satu ormas relatif tetap (selisih kurang dari 0,50).',
        'Kenaikan terbesar dicapai Ormas Rekaan 1 (naik 4,00) dan penurunan terbesar dialami Ormas Rekaan 5 (turun 2,50).',
        'Rata-rata kota tahun 2024, 58,00 dari 12 ormas, memuat ormas yang berlainan sehingga tidak dibandingkan langsung.',
      ],
    ],
    [
      'hardly any change',
      banyak(5, { skor: '60.30', ...lalu('60.00') }),
      { tahunLalu: tahunLalu('60.00') },
      [
        'Rata-rata skor mereka relatif tetap (+0,30): tidak ada ormas naik, tidak ada ormas turun, dan 5 ormas relatif tetap',
      ],
    ],
    [
      'a fall since two years, each among the same',
      banyak(5, {
        skor: '55.00',
        lalu: [
          { tahun: 2022, skor: '61.00', sementara: true },
          { tahun: 2023, skor: '62.00', sementara: false },
          { tahun: 2024, skor: '58.00', sementara: false },
        ],
      }),
      { tahunLalu: tahunLalu('58.00') },
      ['Rata-rata skor mereka turun 3,00, penurunan yang berlangsung 2 tahun berturut-turut sejak 2023: '],
    ],
    [
      'a mean that fell only because others are scored',
      banyak(6, { skor: '50.00' }),
      { tahunLalu: tahunLalu('70.00') },
      ['Tidak ada ormas yang skornya lengkap pada 2024 dan 2025, sehingga perubahan skor belum dapat dibaca.'],
    ],
    [
      'too few pairs',
      [...banyak(4, { skor: '64.00', ...lalu('60.00') }), ...banyak(6, {}, 5)],
      { tahunLalu: tahunLalu('58.00') },
      [
        'Ormas yang skornya lengkap pada 2024 dan 2025 berjumlah 4 dari 10, terlalu sedikit untuk dibandingkan; arah perubahan kota tidak disimpulkan.',
      ],
    ],
    [
      'another instrument',
      banyak(5),
      { tahunLalu: tahunLalu('58.00', false) },
      ['dihitung dengan instrumen yang berbeda, sehingga tidak dibandingkan'],
    ],
    [
      'a gap of years',
      banyak(5),
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
      'outside the city, and with a cluster but no bidang',
      [ormasLaporan(1, { bidang: null, kecamatan: null })],
      'Satu ormas berdomisili di luar kota. Satu ormas berklaster tetapi belum tercatat bidangnya.',
    ],
    [
      'without a cluster, some with one since',
      [
        ...banyak(3, { opdId: null, bidang: null }),
        ormasLaporan(4, { opdId: null, bidang: null, ditetapkanSesudah: true }),
      ],
      'Sebanyak 4 ormas belum ditetapkan bidang dan klasternya saat penghitungan; satu di antaranya telah ditetapkan dan tampil pada klasternya mulai penghitungan berikutnya.',
    ],
    [
      'without a cluster, all with one since',
      [ormasLaporan(1, { opdId: null, bidang: null, ditetapkanSesudah: true })],
      'saat penghitungan; kini telah ditetapkan dan tampil',
    ],
    ['nobody', [], 'Tidak ada ormas tercatat dalam register'],
  ])('%s', (_, ormas, kalimat) => {
    const d = dataLaporan(ormas);
    expect(narasiRegister(d, angka(d)).join(' ')).toContain(kalimat);
  });
});

describe('who has sent nothing', () => {
  it.each([
    ['at all', {}, 1],
    ['that was looked at', { menunggu: 1 }, 0],
    ['that was taken: a refused report was sent all the same', { ditolak: 1 }, 0],
  ] as const)('%s', (_, kegiatan, banyak) => {
    expect(angka(dataLaporan([ormasDiam(1, { kegiatan })])).diam).toHaveLength(banyak);
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
      [1, 2, 3, 4, 5].map((id) =>
        ormasLaporan(id, {
          domain: { ...ormasLaporan(id).domain, ...lemah },
          indikator: { ...ormasLaporan(id).indikator, KTH2: { tingkat: 0 } },
        }),
      ),
    );
    expect(narasiDomain(angka(d))[0]).toBe(
      'Domain terlemah adalah Ketahanan, 4,00 dari 20 (20,0% bobotnya). Yang paling banyak mengurangi nilainya adalah indikator Sekretariat dan arsip (KTH2) dengan rata-rata tingkat 0,00 dari 5 ormas; 5 ormas (100,0%) masih pada tingkat 0 atau 1. Domain terkuat adalah Relevansi, 18,00 dari 20 (90,0% bobotnya).',
    );
  });
  it('says when all are equal, and when there is nothing', () => {
    expect(narasiDomain(angka(dataLaporan(banyak(5))))).toEqual([
      'Semua domain setara: masing-masing mencapai 60,0% dari bobotnya.',
    ]);
    expect(narasiDomain(angka(dataLaporan([])))).toEqual([
      'Capaian per domain belum dapat dihitung karena belum ada skor lengkap.',
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
      [ormasLaporan(1, { skor: '70.00' }), ormasLaporan(2), ...banyak(3, { skor: '50.00' }, 3)],
      undefined,
      'Skor tertinggi dicapai Ormas Rekaan 1 dengan 70,00 pada tingkat Berkembang, disusul Ormas Rekaan 2 (60,00) dan Ormas Rekaan 3 (50,00).',
    ],
    [
      'two leaders',
      [...banyak(2), ...banyak(3, { skor: '50.00' }, 3)],
      undefined,
      'Skor tertinggi, 60,00, dicapai bersama oleh Ormas Rekaan 1 dan Ormas Rekaan 2.',
    ],
    ['beside the city', banyak(5), [...banyak(5), ...banyak(5, { skor: '50.00' }, 6)], '5,00 di atas rata-rata kota'],
    [
      'hardly beside the city',
      banyak(5),
      [...banyak(5), ...banyak(5, { skor: '59.90' }, 6)],
      'hampir sama dengan rata-rata kota',
    ],
    [
      'one score',
      [ormasLaporan(1), ormasDiam(2)],
      undefined,
      'Baru satu dari 2 ormas berskor lengkap, yaitu Ormas Rekaan 1 (60,00); satu skor terlalu sedikit untuk dibandingkan.',
    ],
    [
      'less than half',
      [...banyak(5), ...Array.from({ length: 6 }, (_, i) => ormasDiam(6 + i))],
      undefined,
      '60,00 dari 5 ormas berskor lengkap (45,5% dari 11 ormas); jumlah itu terlalu sedikit untuk dibandingkan.',
    ],
    [
      'none',
      [ormasDiam(1)],
      undefined,
      'Rata-rata IKO klaster ini belum dapat dihitung karena belum ada ormas berskor lengkap (0 dari 1).',
    ],
    [
      'who is missing',
      [ormasLaporan(1), ormasDiam(2)],
      undefined,
      'satu ormas tidak mengirim laporan apa pun (Ormas Rekaan 2) dan satu ormas berskor sementara',
    ],
  ])('%s', (_, ormas, kota, kalimat) => expect(teks(ormas, kota)).toContain(kalimat));
});

describe('those without a cluster', () => {
  it('are counted with their mean, and neither ranked nor compared', () => {
    const d = dataLaporan(banyak(6, { opdId: null, bidang: null, ...lalu('50.00') }));
    const teks = narasiKlaster(d, d.klaster[1]!, angka(d), angka(d)).join(' ');
    expect(teks).toContain('Sebanyak 6 ormas belum ditetapkan bidang dan klasternya saat penghitungan.');
    expect(teks).toContain('Mereka bukan satu klaster, sehingga tidak dibandingkan dan tidak diperingkat.');
    expect(teks).not.toMatch(/tertinggi|terlemah|naik|OPD pembina/);
  });
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
