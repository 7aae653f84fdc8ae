import { PERAN } from '../../../common/aktor.js';
import { type Tugas } from '../../../infra/view/bagian.js';
import { type BahanBeranda, type BahanSekretaris } from '../dasbor.types.js';
import { presentBeranda } from './beranda.presenter.js';
import {
  admin,
  DISETUJUI,
  kabid,
  KOTA,
  lalu,
  LAPORAN,
  opd,
  pembaca,
  PERIODE,
  petugas,
  RADAR,
  SAH,
  sekretaris,
  SEPI,
} from '../../../../test/factories/beranda.js';

const tugas = (b: BahanBeranda): Tugas[] => presentBeranda(b).tugas.tugas;
const ringkas = (b: BahanBeranda): string[] => tugas(b).map((t) => `${t.jenis}: ${t.teks} → ${t.tombol.href}`);

describe('the tasks of a role in a situation', () => {
  it.each(PERAN)('%s: when nothing waits there is a kind sentence and no task', (peran) => {
    const t = presentBeranda(SEPI[peran]);
    expect(t.tugas.tugas).toEqual([]);
    expect(t.tugas.kosong.length).toBeGreaterThan(20);
  });

  const opdTunggu = (n: number, hari: number) => [{ opdId: 2, opd: 'DLH', jumlah: n, sejak: lalu(hari) }];
  it.each<[string, BahanBeranda, string[]]>([
    [
      'petugas: reports, some waiting long',
      petugas({ verifikasi: [...opdTunggu(3, 2), ...opdTunggu(2, 9)] }),
      ['perlu: Verifikasi 5 laporan kegiatan → /kegiatan'],
    ],
    [
      'petugas: accounts that wait for their link',
      petugas({ calon: { jumlah: 2, sejak: lalu(3) } }),
      ['perlu: Konfirmasi 2 akun pemohon → /daftar/menunggu'],
    ],
    [
      'petugas: reports of this week',
      petugas({ verifikasi: opdTunggu(1, 7) }),
      ['proses: Verifikasi 1 laporan kegiatan → /kegiatan'],
    ],
    [
      'petugas: clusters, levels, sent back, documents',
      petugas({
        belumDitetapkan: { jumlah: 6, sejak: lalu(3) },
        tingkat: { tahun: 2026, jumlah: 168, dari: 210 },
        dikembalikan: { jumlah: 2, sejak: lalu(40) },
        dokumen: { ...RADAR, belumDiperiksa: 1200, hari30: 4 },
      }),
      [
        'perlu: Tetapkan klaster 6 ormas → /klaster/pemetaan/saran',
        'proses: Periksa 1.200 dokumen ormas → /tugas/dokumen',
        'proses: Lengkapi tingkat indikator 168 ormas → /tugas/tingkat',
        'perlu: Tanyakan 2 laporan yang belum diperbaiki → /tugas/dikembalikan',
        'perlu: Ingatkan ormas: 4 masa berlaku berakhir dalam 30 hari → /radar',
      ],
    ],
    [
      'petugas: the running year never computed',
      petugas({ periode: [{ ...PERIODE, hitungId: null, terakhir: null, dihitungPada: null }] }),
      ['netral: Hitung IKO 2026 → /penilaian/2026'],
    ],
    [
      'petugas: a year that is over and was never computed',
      petugas({ periode: [{ ...PERIODE, akhir: '2026-11-04', hitungId: null, terakhir: null, dihitungPada: null }] }),
      ['perlu: Hitung IKO 2026 → /penilaian/2026'],
    ],
    [
      'petugas: out of date',
      petugas({ periode: [{ ...PERIODE, usangSejak: lalu(1) }] }),
      ['proses: Hitung ulang IKO 2026 → /penilaian/2026'],
    ],
    [
      'petugas: a run goes on',
      petugas({ periode: [{ ...PERIODE, terakhir: { id: 10, status: 'berjalan' } }] }),
      ['proses: Perhitungan IKO 2026 sedang berjalan → /penilaian/hitung/10'],
    ],
    [
      'petugas: a run failed',
      petugas({ periode: [{ ...PERIODE, terakhir: { id: 10, status: 'gagal' }, usangSejak: lalu(1) }] }),
      ['bahaya: Ulangi perhitungan IKO 2026 → /penilaian/hitung/10'],
    ],
    ['petugas: no report yet', petugas({ laporan: [] }), ['perlu: Susun laporan tahunan 2025 → /laporan']],
    [
      'petugas: report of an older run',
      petugas({ laporan: [{ ...SAH, usang: true }] }),
      ['perlu: Susun ulang laporan tahunan 2025 → /laporan'],
    ],
    [
      'petugas: report in the making',
      petugas({ laporan: [{ ...LAPORAN, status: 'dibuat' }] }),
      ['proses: Laporan tahunan 2025 sedang disusun → /laporan/5'],
    ],
    [
      'petugas: report failed',
      petugas({ laporan: [{ ...LAPORAN, status: 'gagal' }] }),
      ['bahaya: Ulangi penyusunan laporan tahunan 2025 → /laporan/5'],
    ],
    ['kabid: a report to approve', kabid({ laporan: [LAPORAN] }), ['perlu: Setujui laporan tahunan 2025 → /laporan/5']],
    [
      'kabid: an outdated report is not for approval',
      kabid({ laporan: [{ ...LAPORAN, usang: true }] }),
      ['perlu: Susun ulang laporan tahunan 2025 → /laporan'],
    ],
    [
      'kabid: a report without letterhead, or of a year that is open again, says what is in the way',
      kabid({
        laporan: [
          { ...LAPORAN, kurang: ['NIP pejabat'] },
          { ...LAPORAN, id: 4, tahun: 2024, terbuka: true },
        ],
      }),
      [
        'netral: Laporan tahunan 2025 belum dapat disetujui → /laporan/5',
        'netral: Laporan tahunan 2024 belum dapat disetujui → /penilaian/2024',
      ],
    ],
    [
      'kaban: an approved report of older results',
      pembaca('kaban', [{ ...DISETUJUI, usang: true }]),
      [
        'netral: Laporan tahunan 2025 belum dapat disahkan → /laporan/5',
        'proses: Baca laporan tahunan 2025 → /laporan/5/unduh',
      ],
    ],
    [
      'kabid: a period that can be closed, with new results',
      kabid({ periode: [{ ...PERIODE, akhir: '2026-11-04', dihitungPada: lalu(1) }] }),
      ['perlu: Tutup periode penilaian 2026 → /penilaian/2026/tutup', 'netral: Lihat hasil IKO 2026 → /penilaian/2026'],
    ],
    [
      'kabid: the last day of the window is not yet over',
      kabid({ periode: [{ ...PERIODE, akhir: '2026-11-05' }] }),
      [],
    ],
    [
      'kabid: over but out of date: first compute',
      kabid({ periode: [{ ...PERIODE, akhir: '2026-11-04', usangSejak: lalu(1) }] }),
      ['proses: Hitung ulang IKO 2026 → /penilaian/2026'],
    ],
    ['kaban: a report to ratify', pembaca('kaban', [DISETUJUI]), ['perlu: Sahkan laporan tahunan 2025 → /laporan/5']],
    ['kaban: not yet approved', pembaca('kaban', [LAPORAN]), []],
    ['pimpinan: not yet approved', pembaca('pimpinan', [LAPORAN]), []],
    [
      'pimpinan: approved, not yet ratified',
      pembaca('pimpinan', [DISETUJUI]),
      ['proses: Baca laporan tahunan 2025 → /laporan/5/unduh'],
    ],
    ['pimpinan: read already', pembaca('pimpinan', [{ ...SAH, dibaca: true }]), []],
    ['opd: read already', opd({ laporan: [{ ...SAH, dibaca: true }] }), []],
    [
      'sekretaris: an overdue recommendation and a letter that has ended',
      sekretaris({
        rekomendasi: { jumlah: 2, terdekat: '2025-09-25' },
        surat: { nama: 'SKKO', nomor: '12/SKKO/2021', berlakuSampai: '2026-11-04' },
      }),
      [
        'bahaya: Tindak lanjuti 2 rekomendasi → /ormas/7/rekomendasi?keadaan=terbuka',
        'bahaya: Perpanjang SKKO → /surat?ormas=7',
      ],
    ],
    [
      'sekretaris: a recommendation and a letter that have time',
      sekretaris({
        rekomendasi: { jumlah: 1, terdekat: '2026-11-05' },
        surat: { nama: 'Surat keterangan terdaftar', nomor: '1', berlakuSampai: '2026-12-06' },
      }),
      ['perlu: Tindak lanjuti 1 rekomendasi → /ormas/7/rekomendasi?keadaan=terbuka'],
    ],
    [
      'pimpinan: the newest finished report',
      pembaca('pimpinan', [{ ...LAPORAN, id: 6, tahun: 2026, status: 'dibuat' }, SAH]),
      ['baik: Baca laporan tahunan 2025 → /laporan/5/unduh'],
    ],
    [
      'opd: joint activities, silent ormas, documents, a report',
      opd({ konfirmasi: { jumlah: 3, sejak: lalu(1) }, diam: 12, dokumen: { ...RADAR, hari30: 1 }, laporan: [SAH] }),
      [
        'perlu: Konfirmasi 3 kegiatan bersama → /kegiatan',
        'perlu: Hubungi 12 ormas yang lama tidak melapor → /ormas?keaktifan=tidak-aktif&status=terdaftar',
        'perlu: Ingatkan ormas: 1 masa berlaku berakhir dalam 30 hari → /radar',
        'baik: Baca laporan tahunan 2025 → /laporan/5/unduh',
      ],
    ],
    [
      'sekretaris: returned, documents, plan, yearly report, self-assessment, draft',
      sekretaris({
        perbaikan: [{ id: 3, judul: 'Kelas membaca', catatan: 'Foto kurang.', sejak: lalu(6) }],
        dokumen: [
          { jenis: 'sk-pengurus', nomor: null, tanggal: null, berlakuSampai: '2026-12-05', status: 'sah' },
          { jenis: 'domisili', nomor: null, tanggal: null, berlakuSampai: '2026-11-04', status: 'sah' },
          { jenis: 'npwp', nomor: null, tanggal: null, berlakuSampai: null, status: 'tidak-sah' },
        ],
        ...{ programKerja: 0, laporanTahunan: false, mandiri: { tahun: 2026, terisi: 2, dari: 5 } },
        draf: [{ id: 4, judul: '', sejak: lalu(0) }],
      }),
      [
        'perlu: Perbaiki laporan “Kelas membaca” → /kegiatan/3/ubah',
        'perlu: Perbarui SK pengurus → /ormas/7/dokumen/baru?jenis=sk-pengurus',
        'bahaya: Perbarui Surat domisili → /ormas/7/dokumen/baru?jenis=domisili',
        'bahaya: Ganti NPWP → /ormas/7/dokumen/baru?jenis=npwp',
        'perlu: Kirim laporan tahunan 2026 → /ormas/7/rencana',
        'perlu: Isi program kerja 2026 → /ormas/7/rencana',
        'netral: Isi penilaian mandiri 2026 → /penilaian/2026/ormas/7#penilaian-mandiri',
        'netral: Lanjutkan draf tanpa nama → /kegiatan/4/ubah',
      ],
    ],
    [
      'sekretaris: the yearly report is not asked for in spring',
      sekretaris({ laporanTahunan: false, kini: new Date('2026-04-05T02:00:00Z') }),
      [],
    ],
    [
      'sekretaris of an ormas that has ended: nothing to do',
      sekretaris({
        ormas: { id: 7, nama: 'Yayasan Rekaan', status: 'bubar', iko: null },
        ...{ programKerja: 0, konfirmasi: null },
      }),
      [],
    ],
    [
      'admin: silent worker, failed jobs, accounts',
      admin({
        kotak: { menunggu: 4, berjalan: 0, gagal: 2, selesai: 0, diamSejak: lalu(0) },
        akun: { jumlah: 9, aktif: 8, tanpaSandi: { jumlah: 3, sejak: lalu(2) } },
      }),
      [
        'bahaya: Proses pekerja tidak menjawab → /sistem',
        'bahaya: Coba lagi 2 pekerjaan yang gagal → /sistem',
        'perlu: 3 akun belum menyetel kata sandi → /pengguna?keadaan=belum-sandi',
      ],
    ],
  ])('%s', (_, bahan, harapan) => {
    expect(ringkas(bahan)).toEqual(harapan);
  });
});

describe('the words of a task', () => {
  it('says why and since when as one sentence', () => {
    const [t] = tugas(petugas({ verifikasi: [{ opdId: null, opd: null, jumlah: 1, sejak: lalu(6) }] }));
    expect(t).toMatchObject({ alasan: 'Ormas menunggu keputusan Anda', sejak: 'paling lama menunggu 6 hari' });
  });

  it.each([
    ['2026-11-04T16:59:00Z', 'menunggu sejak kemarin'], // 23.59 WIB of the day before
    ['2026-11-04T17:01:00Z', 'masuk hari ini'], // 0.01 WIB
  ])('counts days on the calendar of Jakarta: %s', (sejak, kata) => {
    const [t] = tugas(petugas({ verifikasi: [{ opdId: 2, opd: 'DLH', jumlah: 1, sejak: new Date(sejak) }] }));
    expect(t?.sejak).toBe(kata);
  });

  it.each([
    ['2026-11-04T20:59:00Z', 'Selamat malam'],
    ['2026-11-04T21:00:00Z', 'Selamat pagi'],
    ['2026-11-05T04:00:00Z', 'Selamat siang'],
    ['2026-11-05T08:00:00Z', 'Selamat sore'],
    ['2026-11-05T11:00:00Z', 'Selamat malam'],
  ])('greets by the clock of Jakarta: %s', (saat, kata) => {
    expect(presentBeranda({ ...admin(), kini: new Date(saat) }).kepala.judul).toBe(`${kata}, Admin`);
  });
});

describe('the figures', () => {
  it('a mean has its n and coverage beside it, and every figure can be opened', () => {
    for (const b of [petugas(), kabid(), pembaca('kaban'), pembaca('pimpinan'), opd(), admin()]) {
      const angka = presentBeranda(b).angka.flatMap((k) => k.angka);
      expect(angka.filter((a) => !a.href)).toEqual([]);
      for (const a of angka.filter((x) => x.label.startsWith('Rata-rata'))) {
        expect(a.keterangan).toMatch(
          /n = \d+ dari \d+ ormas \(\d+%\) yang dinilai, cakupan rata-rata \d+,\d\d%; .*2 Desember 2025$/,
        );
      }
    }
    expect(presentBeranda(pembaca('pimpinan')).angka[0]?.angka[2]).toMatchObject({
      nilai: '61,20',
      href: '/penilaian/2025?keadaan=lengkap',
    });
  });

  it('a cluster without a final score shows no mean, and says so', () => {
    expect(presentBeranda(kabid()).klaster?.baris).toEqual([
      {
        nama: 'DLH',
        href: '/klaster/DLH',
        jumlah: { teks: '40', href: '/ormas?opd=DLH&status=ada' },
        aktif: { teks: '30', href: '/ormas?opd=DLH&status=ada&keaktifan=aktif' },
        rata: { teks: '64,00', href: '/penilaian/2025?opd=2&keadaan=lengkap' },
        cakupan: '20 dari 38 ormas (53%)',
      },
      {
        nama: 'Belum ditetapkan',
        href: '/klaster#belum',
        jumlah: { teks: '6', href: '/ormas?opd=belum&status=ada' },
        aktif: { teks: '0', href: '/ormas?opd=belum&status=ada&keaktifan=aktif' },
        rata: { teks: '–', href: null },
        cakupan: 'tidak ada yang dinilai',
      },
    ]);
  });

  it('before the first run there is no year to lead to', () => {
    const kota = { ...KOTA, hasil: null, iko: null };
    expect(presentBeranda(petugas({ kota })).angka[0]?.angka[2]).toEqual({
      label: 'Rata-rata IKO',
      nilai: '–',
      keterangan: 'belum pernah dihitung',
    });
  });

  it('reports to verify stand per cluster with the address of the filtered list', () => {
    const verifikasi = [
      { opdId: 2, opd: 'DLH', jumlah: 3, sejak: lalu(6) },
      { opdId: null, opd: null, jumlah: 1, sejak: lalu(0) },
    ];
    expect(presentBeranda(petugas({ verifikasi })).perOpd).toEqual([
      { nama: 'DLH', href: '/kegiatan?opd=2', jumlah: '3', lama: '6 hari' },
      { nama: 'Belum ditetapkan', href: null, jumlah: '1', lama: 'hari ini' },
    ]);
  });
});

describe('how the own ormas stands', () => {
  const butir = (ubah: Partial<BahanSekretaris>, label: string) =>
    presentBeranda(sekretaris(ubah)).keadaan?.butir.find((b) => b.label === label);

  it.each<[BahanSekretaris['kegiatan'], string, string]>([
    [{}, 'Belum ada', 'belum ada laporan'],
    [{ terverifikasi: 3 }, 'Diterima', '3 terverifikasi'],
    [{ terverifikasi: 3, diajukan: 1 }, 'Sedang diperiksa', '3 terverifikasi, 1 menunggu verifikasi'],
    [{ terverifikasi: 3, dikembalikan: 1 }, 'Perlu diperbaiki', '3 terverifikasi, 1 perlu diperbaiki'],
  ])('reports %j: %s', (kegiatan, lencana, nilai) => {
    expect(butir({ kegiatan }, 'Laporan kegiatan 2026')).toMatchObject({ lencana: { teks: lencana }, nilai });
  });

  it('reports of other years that wait or were decided are seen as well, each with its list', () => {
    const kegiatanLain = [{ tahun: 2025, kegiatan: { ditolak: 1 } }];
    expect(butir({ kegiatanLain }, 'Laporan kegiatan 2025')).toEqual({
      label: 'Laporan kegiatan 2025',
      lencana: { jenis: 'bahaya', teks: 'Ditolak' },
      nilai: '1 ditolak',
      href: '/ormas/7/kegiatan?tahun=2025',
    });
  });

  it('the letter of existence says until when, and an overdue recommendation since when', () => {
    const surat = { nama: 'SKKO', nomor: '12/SKKO/2021', berlakuSampai: '2026-11-04' };
    expect(butir({ surat }, 'SKKO')).toMatchObject({
      lencana: { jenis: 'bahaya', teks: 'Berakhir 4 November 2026' },
      nilai: '12/SKKO/2021',
    });
    const nilai = (terdekat: string) => butir({ rekomendasi: { jumlah: 2, terdekat } }, 'Rekomendasi')?.nilai;
    expect(['2026-11-05', '2026-10-20', '2025-09-25', '2023-01-31'].map(nilai)).toEqual([
      'jatuh tempo terdekat 5 November 2026',
      'jatuh tempo 20 Oktober 2026, lewat 16 hari',
      'jatuh tempo 25 September 2025, lewat 13 bulan',
      'jatuh tempo 31 Januari 2023, lewat 3 tahun',
    ]);
  });

  it('a document says until when, in the words of the page of the ormas', () => {
    const dokumen = (berlakuSampai: string | null) => [
      { jenis: 'sk-pengurus' as const, nomor: null, tanggal: null, berlakuSampai, status: 'sah' as const },
    ];
    const teks = (sampai: string | null) => butir({ dokumen: dokumen(sampai) }, 'SK pengurus')?.lencana?.teks;
    expect([null, '2027-11-05', '2026-12-05', '2026-11-05', '2026-11-04'].map(teks)).toEqual([
      'Sah',
      'Berlaku sampai 5 November 2027',
      'Berakhir dalam 30 hari',
      'Berakhir hari ini',
      'Berakhir 4 November 2026',
    ]);
    expect(butir({}, 'SK pengurus')?.lencana?.teks).toBe('Belum ada');
  });

  it.each([
    [null, true],
    ['2025-11-05', true],
    ['2025-12-05', true],
    ['2025-12-06', false],
  ])('the profile confirmed %s: asked %s', (konfirmasi, ditanya) => {
    expect(presentBeranda(sekretaris({ konfirmasi })).konfirmasi !== null).toBe(ditanya);
  });

  const IKO_ORMAS = {
    ...{ tahun: 2025, skor: '68.75', tingkat: 3, sebutan: 'Berkembang (lanjut)' },
    ...{ sementara: false, profilSaja: false },
  };
  it('a profile only says so and leads to its page', () => {
    const iko = { ...IKO_ORMAS, skor: null, tingkat: null, sebutan: null, profilSaja: true };
    expect(butir({ ormas: { id: 7, nama: 'Y', status: 'terdaftar', iko } }, 'IKO 2025')).toEqual({
      label: 'IKO 2025',
      lencana: { jenis: 'netral', teks: 'Profil saja' },
      nilai: '',
      href: '/penilaian/2025/ormas/7',
    });
  });

  it('the score leads to its inputs, and a provisional one says so', () => {
    const iko = { ...IKO_ORMAS, sementara: true };
    expect(butir({ ormas: { id: 7, nama: 'Y', status: 'terdaftar', iko } }, 'IKO 2025')).toEqual({
      label: 'IKO 2025',
      lencana: { jenis: 'perlu', teks: 'Sementara' },
      nilai: '68,75 · tingkat 3 · Berkembang (lanjut)',
      href: '/penilaian/2025/ormas/7',
    });
  });
});
