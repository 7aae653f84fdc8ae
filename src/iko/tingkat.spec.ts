import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { daftarAturan, type HasilAturan, kalimatMasukan, siapkanAturan } from './aturan.js';
import { FAKTA_KOSONG, type FaktaOrmas, periksaFakta } from './fakta.js';
import { type Indikator, type Instrumen, type Sumber } from './instrumen.js';
import { kalimatCatatan, masaDaftar, type NilaiManusia, penandaOrmas, putuskan, tolakPetugas } from './tingkat.js';

const IKO_2022 = JSON.parse(
  readFileSync(new URL('../database/seed/instrumen/iko-2022.v1.json', import.meta.url), 'utf8'),
) as Instrumen;
const indikator = (kode: string): Indikator =>
  IKO_2022.domain.flatMap((d) => d.indikator).find((i) => i.kode === kode)!;
const hitung = (kode: string, fakta: Partial<FaktaOrmas>): HasilAturan => {
  const lengkap = { ...FAKTA_KOSONG, ...fakta };
  expect(periksaFakta(lengkap)).toEqual([]);
  return siapkanAturan(indikator(kode).aturan!)(lengkap);
};
const tingkat = (kode: string, fakta: Partial<FaktaOrmas>): number | string => {
  const hasil = hitung(kode, fakta);
  return 'tingkat' in hasil ? hasil.tingkat : 'takBerlaku' in hasil ? 'N/A' : 'belum';
};

describe('EFK1, realisation of the programme of work', () => {
  it.each([
    [0, 0, 0, 0],
    [0, 0, 7, 0],
    [8, 0, 0, 0],
    [8, 0, 3, 1],
    [1000, 499, 9, 1],
    [1000, 500, 9, 2],
    [1000, 749, 9, 2],
    [1000, 750, 9, 3],
    [1000, 899, 9, 3],
    [1000, 900, 9, 4],
    [3, 3, 3, 3],
    [3, 3, 4, 4],
    [10, 9, 4, 4],
    [10, 9, 3, 3],
  ])('of %i items %i done, %i verified activities: level %i', (butirRencana, butirTerlaksana, kegiatan, harapan) => {
    expect(tingkat('EFK1', { butirRencana, butirTerlaksana, kegiatan })).toBe(harapan);
  });
});

describe('EFK3, four standard documents', () => {
  it.each([0, 1, 2, 3, 4])('%i valid documents are that level', (n) => {
    expect(
      tingkat('EFK3', { adArtSah: n > 0, skPengurusSah: n > 1, programKerjaSah: n > 2, sopKeuanganSah: n > 3 }),
    ).toBe(n);
  });
});

describe('EFS2, reports in time', () => {
  it.each([
    [0, 0, true, 0],
    [5, 0, true, 0],
    [100, 1, true, 1],
    [100, 49, true, 1],
    [100, 50, true, 2],
    [100, 74, true, 2],
    [100, 75, true, 3],
    [100, 89, true, 3],
    [100, 90, false, 3],
    [100, 90, true, 4],
    [1, 1, false, 3],
    [1, 1, true, 4],
  ])(
    'of %i activities %i reported in time, annual report %s: level %i',
    (kegiatan, laporanTepatWaktu, tahunan, harapan) => {
      expect(tingkat('EFS2', { kegiatan, laporanTepatWaktu, laporanTahunanTepatWaktu: tahunan })).toBe(harapan);
    },
  );
});

describe('EFS3, reach', () => {
  it.each<[Partial<FaktaOrmas>, number]>([
    [{ kegiatan: 10, targetPeserta: 1, peserta: 90 }, 0],
    [{ kegiatan: 0, targetPeserta: 100 }, 0],
    [{ kegiatan: 10, kegiatanTercatat: 4, kegiatanTerpilah: 4, targetPeserta: 1, peserta: 90 }, 1],
    [{ kegiatan: 10, kegiatanTercatat: 5, kegiatanTerpilah: 0, targetPeserta: 1, peserta: 90 }, 2],
    [{ kegiatan: 10, kegiatanTercatat: 10, kegiatanTerpilah: 7, targetPeserta: 1, peserta: 90 }, 2],
    [{ kegiatan: 10, kegiatanTercatat: 8, kegiatanTerpilah: 8, targetPeserta: null, peserta: 90 }, 3],
    [{ kegiatan: 10, kegiatanTercatat: 8, kegiatanTerpilah: 8, targetPeserta: 0, peserta: 90 }, 3],
    [{ kegiatan: 10, kegiatanTercatat: 8, kegiatanTerpilah: 8, targetPeserta: 91, peserta: 90 }, 3],
    [{ kegiatan: 10, kegiatanTercatat: 8, kegiatanTerpilah: 8, targetPeserta: 90, peserta: 90 }, 4],
  ])('%j: level %i', (fakta, harapan) => {
    expect(tingkat('EFS3', fakta)).toBe(harapan);
  });
});

describe('REL1, fit with the field', () => {
  it.each([
    [0, 0, 0, 0],
    [10, 0, 0, 0],
    [10, 4, 4, 1],
    [10, 5, 2, 2],
    [100, 75, 0, 2],
    [100, 74, 2, 2],
    [100, 75, 1, 3],
    [100, 75, 2, 4],
  ])(
    'of %i activities %i in the field, %i joint: level %i',
    (kegiatan, kegiatanSebidang, kegiatanBersamaOpd, harapan) => {
      expect(tingkat('REL1', { kegiatan, kegiatanSebidang, kegiatanBersamaOpd })).toBe(harapan);
    },
  );
});

describe('REL2, what citizens say', () => {
  it.each<[string, Partial<FaktaOrmas>, number | string]>([
    ['no session', {}, 'N/A'],
    ['invited, session still to come', { wargaDiundang: true }, 'belum'],
    ['invited, refused', { wargaDiundang: true, wargaDitolak: true }, 0],
    ['mean 1.99', { wargaBanyakNilai: 100, wargaJumlahNilai: 199, wargaPenilai: 20, wargaKelompok: 3 }, 1],
    ['mean 2.0', { wargaBanyakNilai: 100, wargaJumlahNilai: 200, wargaPenilai: 20, wargaKelompok: 3 }, 2],
    ['mean 2.99', { wargaBanyakNilai: 100, wargaJumlahNilai: 299, wargaPenilai: 20, wargaKelompok: 3 }, 2],
    ['mean 3.0', { wargaBanyakNilai: 100, wargaJumlahNilai: 300, wargaPenilai: 20, wargaKelompok: 3 }, 3],
    ['mean 3.999', { wargaBanyakNilai: 1000, wargaJumlahNilai: 3999, wargaPenilai: 20, wargaKelompok: 3 }, 3],
    [
      'mean 4.0 of 10 people and 2 groups',
      { wargaBanyakNilai: 10, wargaJumlahNilai: 40, wargaPenilai: 10, wargaKelompok: 2 },
      4,
    ],
    ['mean 5.0 of 9 people', { wargaBanyakNilai: 9, wargaJumlahNilai: 45, wargaPenilai: 9, wargaKelompok: 2 }, 3],
    ['mean 5.0 of one group', { wargaBanyakNilai: 12, wargaJumlahNilai: 60, wargaPenilai: 12, wargaKelompok: 1 }, 3],
  ])('%s', (_apa, fakta, harapan) => {
    expect(tingkat('REL2', fakta)).toBe(harapan);
  });
});

describe('REL3, follow-up of recommendations', () => {
  it.each<[number, number, number, number | string]>([
    [0, 0, 0, 'N/A'],
    [4, 0, 0, 0],
    [4, 1, 0, 1],
    [100, 24, 24, 1],
    [100, 25, 25, 2],
    [100, 50, 49, 2],
    [100, 50, 50, 3],
    [100, 99, 74, 3],
    [100, 75, 75, 4],
  ])(
    'of %i due %i done, %i in time: %s',
    (rekomendasiJatuhTempo, rekomendasiSelesai, rekomendasiTepatWaktu, harapan) => {
      expect(tingkat('REL3', { rekomendasiJatuhTempo, rekomendasiSelesai, rekomendasiTepatWaktu })).toBe(harapan);
    },
  );
});

describe('KBL1, legal basis and current data', () => {
  it.each([
    [false, 4, 0],
    [false, 0, 0],
    [true, 0, 1],
    [true, 1, 2],
    [true, 2, 2],
    [true, 3, 3],
    [true, 4, 4],
  ])('legal basis %s and %i other data: level %i', (dasarHukumSah, n, harapan) => {
    expect(
      tingkat('KBL1', {
        dasarHukumSah,
        skPengurusSah: n > 0,
        domisiliSah: n > 1,
        npwpSah: n > 2,
        profilMutakhir: n > 3,
      }),
    ).toBe(harapan);
  });
});

describe('KTH3, order and influence', () => {
  const aktif = { forumDihadiri: 2, usulanTercatat: 2, usulanDiakomodasi: 1 };
  it.each<[string, Partial<FaktaOrmas>, number]>([
    ['a sanction in force, whatever else', { ...aktif, sanksiAktif: true }, 0],
    ['an open dispute, whatever else', { ...aktif, sengketaAktif: true }, 0],
    ['order, no participation', {}, 1],
    ['attends a forum', { forumDihadiri: 1 }, 2],
    ['a proposal recorded', { usulanTercatat: 1 }, 3],
    ['a proposal accommodated', { usulanTercatat: 1, usulanDiakomodasi: 1 }, 4],
  ])('%s', (_apa, fakta, harapan) => {
    expect(tingkat('KTH3', fakta)).toBe(harapan);
  });
});

describe('a computed level', () => {
  it('carries its inputs by name, and a sentence can be made of them', () => {
    const hasil = hitung('EFK1', { butirRencana: 8, butirTerlaksana: 6, kegiatan: 9 });
    expect(hasil).toEqual({
      tingkat: 3,
      terkunci: false,
      masukan: { butirRencana: 8, butirTerlaksana: 6, kegiatan: 9 },
    });
    expect(kalimatMasukan('realisasi-program-kerja', hasil.masukan)).toBe(
      '6 dari 8 (75,00%) butir program kerja terlaksana; 9 kegiatan terverifikasi.',
    );
  });

  it('has a sentence for every rule, of any facts', () => {
    for (const nama of daftarAturan().keys()) {
      const i = IKO_2022.domain.flatMap((d) => d.indikator).find((x) => x.aturan?.nama === nama)!;
      for (const fakta of [
        {},
        { kegiatan: 3, wargaDitolak: true },
        { wargaBanyakNilai: 3, wargaJumlahNilai: 10, targetPeserta: 4, sanksiAktif: true, sengketaAktif: true },
      ])
        expect(kalimatMasukan(nama, hitung(i.kode, fakta).masukan)).toMatch(/^[A-Z0-9].*\.$/);
    }
    expect(kalimatMasukan('aturan-lama', {})).toBeNull();
  });

  it('moves with a cut-off that is changed in the data alone', () => {
    const aturan = { nama: 'realisasi-program-kerja', syarat: { 2: { persenTerlaksana: '33.3' } } };
    const coba = (butirTerlaksana: number) =>
      siapkanAturan(aturan)({ ...FAKTA_KOSONG, butirRencana: 1000, butirTerlaksana, kegiatan: 1 });
    expect([coba(332), coba(333)]).toMatchObject([{ tingkat: 0 }, { tingkat: 2 }]);
  });

  it('never falls when more of the plan is done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.nat(60), (butirRencana, a, kegiatan) => {
        const butirTerlaksana = a % butirRencana;
        const satu = tingkat('EFK1', { butirRencana, butirTerlaksana, kegiatan });
        expect(
          tingkat('EFK1', { butirRencana, butirTerlaksana: butirTerlaksana + 1, kegiatan }),
        ).toBeGreaterThanOrEqual(Number(satu));
      }),
    );
  });

  it('cannot be prepared from a rule or measure that does not exist', () => {
    expect(() => siapkanAturan({ nama: 'toString', syarat: {} })).toThrow(RangeError);
    expect(() => siapkanAturan({ nama: 'jangkauan', syarat: { 1: { toString: '1' } } })).toThrow(RangeError);
  });
});

describe('facts that cannot be', () => {
  it.each<[string, Partial<FaktaOrmas>, RegExp]>([
    [
      'more done than planned',
      { butirTerlaksana: 2, butirRencana: 1 },
      /"butirTerlaksana" \(2\).*"butirRencana" \(1\)/,
    ],
    ['a negative count', { peserta: -1 }, /"peserta"/],
    ['a fraction', { kegiatan: 1.5 }, /"kegiatan"/],
    ['text for a count', { kegiatan: '3' as unknown as number }, /"kegiatan"/],
    ['a number for a yes or no', { npwpSah: 1 as unknown as boolean }, /"npwpSah"/],
    ['no target is fine, a broken one is not', { targetPeserta: -3 }, /"targetPeserta"/],
    ['an impossible mean', { wargaBanyakNilai: 2, wargaJumlahNilai: 11 }, /"wargaJumlahNilai"/],
    ['a date in another form', { terdaftarSejak: '1/2/2020' }, /"terdaftarSejak"/],
  ])('are told: %s', (_apa, fakta, pola) => {
    expect(periksaFakta({ ...FAKTA_KOSONG, ...fakta }).join()).toMatch(pola);
  });

  it('an ormas of which nothing is known is possible', () => {
    expect(periksaFakta(FAKTA_KOSONG)).toEqual([]);
    expect(periksaFakta({ ...FAKTA_KOSONG, targetPeserta: 0, terdaftarSejak: '2020-02-29' })).toEqual([]);
  });
});

describe('the final level', () => {
  const untuk = (sumber: Sumber, bolehTakBerlaku = false): Indikator => ({
    kode: 'I',
    nama: 'I',
    bobot: '1',
    bolehTakBerlaku,
    sumber,
  });
  const h = (tingkat: number, terkunci = false): HasilAturan => ({ tingkat, terkunci, masukan: {} });
  const na: HasilAturan = { takBerlaku: 'tidak ada', masukan: {} };
  const belum: HasilAturan = { belum: 'nanti', masukan: {} };

  it.each<[Sumber, NilaiManusia, HasilAturan | undefined, unknown]>([
    // Computed, alone or with an officer's part.
    ['A', {}, h(3), { cara: 'hitungan', akhir: 3 }],
    ['A', { mandiri: 4, adaBerkas: true }, h(3), { cara: 'hitungan', akhir: 3, mandiri: 4 }],
    ['A', { petugas: 3 }, h(3), { cara: 'konfirmasi', akhir: 3 }],
    [
      'A',
      { petugas: 2, alasanPetugas: 'dua kegiatan sama' },
      h(3),
      { cara: 'koreksi', akhir: 2, hitungan: 3, alasanPetugas: 'dua kegiatan sama' },
    ],
    [
      'A',
      { petugas: 4, alasanPetugas: ' ' },
      h(3),
      { cara: 'hitungan', akhir: 3, petugas: 4, catatan: 'tanpa-alasan' },
    ],
    ['A+V', {}, h(2), { cara: 'hitungan', akhir: 2 }],
    ['A+V', { petugas: 4, alasanPetugas: 'MoU dilihat' }, h(2), { cara: 'koreksi', akhir: 4 }],
    [
      'A+V',
      { petugas: 4, alasanPetugas: 'ada forum' },
      h(0, true),
      { cara: 'hitungan', akhir: 0, petugas: 4, catatan: 'terkunci' },
    ],
    ['A+V', { petugas: 0 }, h(0, true), { cara: 'konfirmasi', akhir: 0 }],
    ['C', {}, belum, { cara: 'belum', catatan: 'menunggu-warga' }],
    ['C', { petugas: 2 }, belum, { cara: 'belum', catatan: 'tanpa-alasan' }],
    ['C', { petugas: 2, alasanPetugas: 'kartu di luar portal' }, belum, { cara: 'koreksi', akhir: 2 }],
    // Self-assessed and then verified: counts only with the officer.
    ['S+V', {}, undefined, { cara: 'belum', catatan: 'menunggu-petugas' }],
    ['S+V', { mandiri: 3, adaBerkas: true }, undefined, { cara: 'belum', mandiri: 3, catatan: 'menunggu-petugas' }],
    ['S+V', { mandiri: 3, petugas: 3, adaBerkas: true }, undefined, { cara: 'konfirmasi', akhir: 3 }],
    ['S+V', { mandiri: 3, petugas: 2, adaBerkas: true }, undefined, { cara: 'belum', catatan: 'tanpa-alasan' }],
    [
      'S+V',
      { mandiri: 3, petugas: 2, alasanPetugas: 'satu program', adaBerkas: true },
      undefined,
      { cara: 'koreksi', akhir: 2 },
    ],
    ['S+V', { petugas: 2, adaBerkas: true }, undefined, { cara: 'petugas', akhir: 2 }],
    // Without a file.
    [
      'S+V',
      { mandiri: 4, petugas: 4 },
      undefined,
      { cara: 'konfirmasi', akhir: 1, petugas: 4, catatan: 'tanpa-berkas' },
    ],
    ['S+V', { mandiri: 1, petugas: 1, adaBerkas: false }, undefined, { cara: 'konfirmasi', akhir: 1 }],
    ['S+V', { petugas: 0 }, undefined, { cara: 'petugas', akhir: 0 }],
    ['S', { mandiri: 2 }, undefined, { cara: 'mandiri', akhir: 1, catatan: 'tanpa-berkas' }],
    ['S', { mandiri: 2, adaBerkas: true }, undefined, { cara: 'mandiri', akhir: 2 }],
    [
      'S',
      { mandiri: 2, petugas: 3, alasanPetugas: 'lebih', adaBerkas: true },
      undefined,
      { cara: 'koreksi', akhir: 3 },
    ],
    // Set by an officer.
    ['V', {}, undefined, { cara: 'belum', catatan: 'menunggu-petugas' }],
    ['V', { petugas: 3 }, undefined, { cara: 'petugas', akhir: 3 }],
    // N/A needs the instrument's permission.
    ['V', { petugas: { takBerlaku: 'x' } }, undefined, { cara: 'belum', catatan: 'tak-boleh-tak-berlaku' }],
    ['S', { mandiri: { takBerlaku: 'x' } }, undefined, { cara: 'belum', catatan: 'tak-boleh-tak-berlaku' }],
  ])('%s with %j', (sumber, manusia, hitungan, harapan) => {
    const asal = putuskan(untuk(sumber), manusia, hitungan);
    expect(asal).toMatchObject(harapan as object);
    expect(asal.akhir).toEqual((harapan as { akhir?: unknown }).akhir);
    expect(asal.catatan).toBe((harapan as { catatan?: unknown }).catatan);
    if (asal.catatan) expect(kalimatCatatan(asal.catatan)).toMatch(/\.$/);
  });

  it('keeps a computed N/A, and lets an officer replace it with a reason', () => {
    expect(putuskan(untuk('A+V', true), {}, na)).toMatchObject({
      cara: 'hitungan',
      akhir: { takBerlaku: 'tidak ada' },
    });
    expect(putuskan(untuk('A+V', true), { petugas: { takBerlaku: 'sama' } }, na)).toMatchObject({ cara: 'konfirmasi' });
    expect(putuskan(untuk('A+V', true), { petugas: 2, alasanPetugas: 'ada satu' }, na)).toMatchObject({
      cara: 'koreksi',
      akhir: 2,
    });
  });

  it('tells the officer beforehand what would not count', () => {
    expect(tolakPetugas(untuk('A'), { petugas: 2 }, h(3))).toMatch(/alasan/);
    expect(tolakPetugas(untuk('A+V'), { petugas: 2, alasanPetugas: 'x' }, h(0, true))).toMatch(/tidak dapat diubah/);
    expect(tolakPetugas(untuk('V'), { petugas: { takBerlaku: 'x' } })).toMatch(/tidak dibolehkan/);
    expect(tolakPetugas(untuk('A'), { petugas: 3 }, h(3))).toBeNull();
    expect(tolakPetugas(untuk('S+V'), { mandiri: 2, petugas: 3, alasanPetugas: 'x' })).toBeNull();
    expect(tolakPetugas(untuk('S+V'), { mandiri: 2 })).toBeNull();
  });

  it('locks the level of an ormas under sanction in the default instrument', () => {
    const hasil = hitung('KTH3', { sanksiAktif: true });
    expect(putuskan(indikator('KTH3'), { petugas: 3, alasanPetugas: 'aktif di forum' }, hasil)).toMatchObject({
      akhir: 0,
      catatan: 'terkunci',
    });
  });
});

describe('how long an ormas has been registered, on 30 November 2026', () => {
  it.each([
    ['2026-11-30', 'profil-saja'],
    ['2025-12-01', 'profil-saja'],
    ['2025-11-30', 'ditandai'],
    ['2024-12-01', 'ditandai'],
    ['2024-11-30', 'penuh'],
    ['1998-05-17', 'penuh'],
    ['2027-01-01', 'profil-saja'],
    [null, 'tak-diketahui'],
  ])('since %s: %s', (sejak, masa) => {
    expect(masaDaftar(sejak, '2026-11-30')).toBe(masa);
  });

  it('a year from 29 February is full on 1 March', () => {
    expect(masaDaftar('2024-02-29', '2025-02-28')).toBe('profil-saja');
    expect(masaDaftar('2024-02-29', '2025-03-01')).toBe('ditandai');
  });

  it('follows the limits of the instrument', () => {
    expect(masaDaftar('2026-01-01', '2026-11-30', { profilSajaDiBawahTahun: 0, ditandaiDiBawahTahun: 1 })).toBe(
      'ditandai',
    );
  });
});

describe('flags beside the number', () => {
  it('name legal invalidity, sanction, dispute and short or unknown registration', () => {
    expect(penandaOrmas({ ...FAKTA_KOSONG, sanksiAktif: true, sengketaAktif: true }, 'ditandai')).toEqual([
      'dasar-hukum-tidak-sah',
      'sanksi-aktif',
      'sengketa-aktif',
      'terdaftar-belum-lama',
    ]);
    expect(penandaOrmas({ ...FAKTA_KOSONG, dasarHukumSah: true }, 'tak-diketahui')).toEqual([
      'tanggal-daftar-tak-diketahui',
    ]);
    expect(penandaOrmas({ ...FAKTA_KOSONG, dasarHukumSah: true }, 'penuh')).toEqual([]);
  });
});
