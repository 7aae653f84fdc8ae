import { type BahanBeranda } from '../dasbor.types.js';
import { presentBeranda } from './beranda.presenter.js';
import {
  admin,
  DISETUJUI,
  DITUTUP,
  kabid,
  lalu,
  LAPORAN,
  opd,
  pembaca,
  PERIODE,
  petugas,
  RADAR,
  SAH,
  sekretaris,
} from '../../../../test/factories/beranda.js';

describe('the order of the tasks: what others wait for, then the own work, then what is only to be read', () => {
  const BARU = { ...PERIODE, dihitungPada: lalu(1) };
  const verifikasi = [{ opdId: 2, opd: 'DLH', jumlah: 4, sejak: lalu(5) }];
  const kata = (b: BahanBeranda): string[] =>
    presentBeranda(b).tugas.tugas.map((t) => t.teks.replace(/ \d.*| tahunan.*/, ''));

  it.each<[string, BahanBeranda, string[]]>([
    [
      'petugas',
      petugas({
        ...{ verifikasi, belumDitetapkan: { jumlah: 6, sejak: lalu(3) }, dikembalikan: { jumlah: 2, sejak: lalu(40) } },
        ...{ tingkat: { tahun: 2026, jumlah: 168, dari: 210 }, laporan: [] },
        ...{
          dokumen: { ...RADAR, belumDiperiksa: 9, hari30: 4 },
          periode: [{ ...BARU, usangSejak: lalu(1) }, DITUTUP],
        },
      }),
      [
        ...['Verifikasi', 'Tetapkan klaster', 'Periksa', 'Hitung ulang IKO', 'Susun laporan'],
        ...['Lengkapi tingkat indikator', 'Tanyakan', 'Ingatkan ormas:'],
      ],
    ],
    [
      'kabid with three years of new results',
      kabid({
        ...{ verifikasi, laporan: [LAPORAN] },
        periode: [
          { ...BARU, usangSejak: lalu(1) },
          { ...DITUTUP, dihitungPada: lalu(1) },
          { ...DITUTUP, tahun: 2024, dihitungPada: lalu(1) },
        ],
      }),
      [
        ...['Setujui laporan', 'Verifikasi', 'Hitung ulang IKO'],
        ...['Lihat hasil IKO', 'Lihat hasil IKO', 'Lihat hasil IKO'],
      ],
    ],
    ['kaban', pembaca('kaban', [DISETUJUI]), ['Sahkan laporan']],
    ['pimpinan', pembaca('pimpinan', [SAH]), ['Baca laporan']],
    [
      'opd',
      opd({ konfirmasi: { jumlah: 3, sejak: lalu(1) }, diam: 12, dokumen: { ...RADAR, hari30: 1 }, laporan: [SAH] }),
      ['Konfirmasi', 'Hubungi', 'Ingatkan ormas:', 'Baca laporan'],
    ],
    [
      'sekretaris',
      sekretaris({
        perbaikan: [{ id: 3, judul: 'Kelas membaca', catatan: null, sejak: lalu(6) }],
        ...{ programKerja: 0, laporanTahunan: false, mandiri: { tahun: 2026, terisi: 2, dari: 5 } },
        draf: [{ id: 4, judul: '', sejak: lalu(0) }],
      }),
      [
        ...['Perbaiki laporan “Kelas membaca”', 'Kirim laporan', 'Isi program kerja', 'Isi penilaian mandiri'],
        'Lanjutkan draf tanpa nama',
      ],
    ],
    [
      'admin',
      admin({
        kotak: { menunggu: 4, berjalan: 0, gagal: 2, selesai: 0, diamSejak: lalu(0) },
        akun: { jumlah: 9, aktif: 8, tanpaSandi: { jumlah: 3, sejak: lalu(2) } },
      }),
      ['Proses pekerja tidak menjawab', 'Coba lagi', '3 akun belum menyetel kata sandi'],
    ],
  ])('%s', (_, bahan, harapan) => {
    expect(kata(bahan)).toEqual(harapan);
  });
});
