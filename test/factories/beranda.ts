import { type PERAN } from '../../src/common/aktor.js';
import {
  type AngkaKota,
  type BahanAdmin,
  type BahanBeranda,
  type BahanKabid,
  type BahanOpd,
  type BahanPembaca,
  type BahanPetugas,
  type BahanSekretaris,
  type LaporanBeranda,
  type PeriodeBeranda,
} from '../../src/modules/dasbor/dasbor.types.js';

// A home page of every role on 5 November 2026, nine in the morning; where nothing is said, nothing waits.

export const kini = new Date('2026-11-05T02:00:00Z'); // 9.00 WIB
export const lalu = (hari: number): Date => new Date(kini.getTime() - hari * 86_400_000);
export const IKO = { rata: '61.20', n: 75, populasi: 200, cakupan: '80.50' };
export const KOTA: AngkaKota = {
  ...{ jumlah: 210, aktif: 140, iko: IKO },
  hasil: { tahun: 2025, hitungId: 8, dihitungPada: new Date('2025-12-02T03:00:00Z') },
  klaster: [
    {
      ...{ opdId: 2, opd: 'DLH', kode: 'DLH', jumlah: 40, aktif: 30 },
      iko: { rata: '64.00', n: 20, populasi: 38, cakupan: '79.00' },
    },
    { opdId: null, opd: null, kode: null, jumlah: 6, aktif: 0, iko: null },
  ],
};
export const RADAR = { belumDiperiksa: 0, berakhir: 0, hari30: 0, hari60: 0, hari90: 0 };
export const TIADA = { jumlah: 0, sejak: null };
export const PERIODE: PeriodeBeranda = {
  id: 1,
  tahun: 2026,
  mulai: '2025-12-01',
  akhir: '2026-11-30',
  status: 'berjalan',
  instrumenId: 1,
  hitungId: 9,
  populasiTetap: false,
  dibekukanPada: lalu(30),
  dihitungPada: lalu(30),
  terakhir: { id: 9, status: 'selesai' },
  usangSejak: null,
};
export const DITUTUP: PeriodeBeranda = {
  ...PERIODE,
  ...{ id: 2, tahun: 2025, mulai: '2024-12-01', akhir: '2025-11-30', status: 'ditutup', hitungId: 8 },
  terakhir: { id: 8, status: 'selesai' },
};
export const LAPORAN: LaporanBeranda = {
  ...{ id: 5, tahun: 2025, nomor: '001', status: 'selesai', usang: false, halaman: 240, ukuran: 4_200_000 },
  ...{ pengesahan: 'belum', terbuka: false, kurang: [], dihitungPada: lalu(3) },
  ...{ selesaiPada: lalu(2), disetujuiPada: null, disahkanPada: null, dibaca: false },
};
export const DISETUJUI: LaporanBeranda = { ...LAPORAN, pengesahan: 'disetujui', disetujuiPada: lalu(1) };
export const SAH: LaporanBeranda = { ...DISETUJUI, pengesahan: 'disahkan', disahkanPada: lalu(0) };

const TANPA_KUNJUNGAN = { akunId: 3, tertunda: TIADA, sepekan: { jumlah: 0, terdekat: null } };
export const petugas = (ubah: Partial<BahanPetugas> = {}): BahanPetugas => ({
  ...{ peran: 'petugas', nama: 'Melati', kini, verifikasi: [], dikembalikan: TIADA, belumDitetapkan: TIADA },
  ...{ perubahan: TIADA, pendaftaran: TIADA, calon: TIADA, ganda: TIADA, kunjungan: TANPA_KUNJUNGAN },
  ...{ pembinaan: { rekomendasi: TIADA, selisih: 0, tanpaDokumen: 0 } },
  ...{ tingkat: null, dokumen: RADAR, periode: [PERIODE, DITUTUP], laporan: [SAH], kota: KOTA, ...ubah },
});
export const kabid = (ubah: Partial<BahanKabid> = {}): BahanKabid => ({
  ...{ peran: 'kabid', nama: 'Beringin', kini, verifikasi: [], periode: [PERIODE, DITUTUP], laporan: [SAH] },
  ...{ perubahan: TIADA, pendaftaran: TIADA },
  ...{ kota: KOTA, ...ubah },
});
export const pembaca = (peran: BahanPembaca['peran'], laporan: LaporanBeranda[] = []): BahanPembaca => ({
  ...{ peran, nama: 'Jati', kini, laporan, kota: KOTA },
});
export const opd = (ubah: Partial<BahanOpd> = {}): BahanOpd => ({
  ...{ peran: 'opd', nama: 'Penelaah', kini, opd: { id: 2, nama: 'DLH', kode: 'DLH' }, konfirmasi: TIADA, diam: 0 },
  ...{ dokumen: RADAR, bulanIni: { jumlah: 3, terverifikasi: 2 }, kota: KOTA, laporan: [], ...ubah },
});
export const sekretaris = (ubah: Partial<BahanSekretaris> = {}): BahanSekretaris => ({
  ...{ peran: 'sekretaris', nama: 'Cendana', kini, tahun: 2026, akhirJendela: '2026-11-30' },
  ormas: { id: 7, nama: 'Yayasan Rekaan', status: 'terdaftar', iko: null },
  ...{ kegiatan: { terverifikasi: 3 }, kegiatanLain: [], perbaikan: [], perubahan: [], draf: [], dokumen: [] },
  ...{ konfirmasi: '2026-06-01', kunjungan: [], surat: null },
  ...{ programKerja: 4, laporanTahunan: true, rekomendasi: { jumlah: 0, terdekat: null }, mandiri: null, ...ubah },
});
export const admin = (ubah: Partial<BahanAdmin> = {}): BahanAdmin => ({
  ...{ peran: 'admin', nama: 'Admin', kini, akun: { jumlah: 9, aktif: 8, tanpaSandi: TIADA }, sesi: 3, kota: KOTA },
  ...{ kotak: { menunggu: 0, berjalan: 0, gagal: 0, selesai: 12, diamSejak: null }, ...ubah },
});
export const SEPI: Record<(typeof PERAN)[number], BahanBeranda> = {
  petugas: petugas(),
  kabid: kabid(),
  kaban: pembaca('kaban'),
  pimpinan: pembaca('pimpinan'),
  opd: opd(),
  sekretaris: sekretaris(),
  admin: admin(),
};
