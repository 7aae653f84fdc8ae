import { type AnggotaKlaster, type RingkasOrmas } from '../../ormas/ormas.types.js';
import { type AngkaKota, type KlasterTerbuka, type SemuaKlaster } from '../dasbor.types.js';
import { presentKlasterOpd, presentSemuaKlaster } from './klaster.presenter.js';

const ORMAS: RingkasOrmas = {
  ...{ id: 7, nama: 'Yayasan Rekaan', singkatan: null, status: 'terdaftar', kelurahan: 'Gudang' },
  kecamatan: 'Bogor Tengah',
  ...{ luarDomisili: false, bidang: 'Pendidikan', bidangId: 2, opdId: 3, opd: 'DP3A', kegiatanTerakhir: '2026-10-14' },
  ...{
    aktif: true,
    baru: false,
    iko: { tahun: 2024, skor: '68.75', tingkat: 3, sebutan: 'Berkembang', sementara: false, profilSaja: false },
  },
};
const opd = {
  ...{ id: 3, kode: 'dp3a', nama: 'DP3A', namaLengkap: 'Dinas Rekaan' },
  ...{ berlakuDari: '2022-01-01', berlakuSampai: null },
};
const hasil = { tahun: 2025, hitungId: 8, dihitungPada: new Date('2025-12-02T03:00:00Z') };
const angka = {
  ...{ opdId: 3, opd: 'DP3A', kode: 'dp3a', jumlah: 210, aktif: 84 },
  iko: { rata: '61.20', n: 75, populasi: 190, cakupan: '81.00' },
};
const kota: AngkaKota = { jumlah: 210, aktif: 84, hasil, iko: angka.iko, klaster: [angka] };
const halaman = <T>(isi: T[], jumlah = isi.length) => ({ isi, halaman: 1, perHalaman: 25, jumlah });
const semua = (ubah: Partial<SemuaKlaster> = {}) =>
  presentSemuaKlaster({
    opd: [opd],
    bidang: new Map(),
    pemetaan: [],
    kota,
    belum: halaman([]),
    hari: '2026-11-21',
    ...ubah,
  });
const buka = (ubah: Partial<KlasterTerbuka> = {}, bolehSemua = true) =>
  presentKlasterOpd(
    {
      ...{ opd, hasil, angka, anggota: halaman<AnggotaKlaster>([]), hari: '2026-11-21' },
      ...{ semua: 0, tampil: '', akhir: new Map(), kegiatanAnggota: new Map(), belum: 0 },
      ringkasAkhir: { berakhir: 1, hari30: 2, hari60: 0, hari90: 3 },
      kegiatan: { tahun: 2026, mulai: '2025-12-01', akhir: '2026-11-30', jumlah: 120, terverifikasi: 96 },
      ...ubah,
    },
    bolehSemua,
  );

describe('the clusters', () => {
  it('a mean is never shown without its n and its own population; each figure leads to what it counts', () => {
    const t = semua();
    expect(t.baris[0]).toMatchObject({
      jumlah: { teks: '210', href: '/ormas?opd=dp3a&status=ada' },
      aktif: { teks: '84', href: '/ormas?opd=dp3a&status=ada&keaktifan=aktif' },
      rata: { teks: '61,20', href: '/penilaian/2025?opd=3&keadaan=lengkap' },
      cakupan: 'n = 75 dari 190 ormas (39%)',
    });
    expect(t.keterangan).toContain('register hari ini');
    expect(t.keterangan).toContain('Rata-rata IKO 2025 dari skor lengkap saja');
    expect(t.keterangan).toContain('2 Desember 2025');
    expect(t.belum.kosong).not.toBeNull();
  });

  it('a cluster without ormas or scores says so', () => {
    const t = semua({
      kota: { jumlah: 0, aktif: 0, hasil: null, iko: null, klaster: [] },
      belum: halaman([{ ...ORMAS, opdId: null, kelurahan: null }], 12),
    });
    expect(t.baris[0]).toMatchObject({ jumlah: { teks: '0' }, rata: { teks: '–', href: null } });
    expect(t.baris[0]?.cakupan).toBe('tidak ada yang dinilai');
    expect(t.keterangan).toContain('belum pernah dihitung');
    expect(t.belum.semua).toMatchObject({ teks: 'Lihat semua (12)', href: '/ormas?opd=belum&status=ada' });
  });

  it('one cluster says of which day each figure is, with the activities of the year', () => {
    expect(buka().angka.map((a) => [a.label, a.nilai, a.href])).toEqual([
      ['Ormas hari ini', '0', '/ormas?opd=dp3a&status=ada'],
      ['Aktif hari ini', '84', '/ormas?opd=dp3a&status=ada&keaktifan=aktif'],
      ['Kegiatan 2026', '120', '/tugas/tahun-ini?opd=dp3a'],
      ['Rata-rata IKO 2025', '61,20', '/penilaian/2025?opd=3&keadaan=lengkap'],
    ]);
    const [, , kegiatan, rata] = buka().angka;
    expect(kegiatan?.keterangan).toContain('96 sudah terverifikasi');
    expect(rata?.keterangan).toContain('n = 75 dari 190 ormas (39%) yang dinilai, cakupan rata-rata 81,00%');
    expect(rata?.keterangan).toContain('2 Desember 2025');
    // An OPD sees its own cluster only, so nothing needs narrowing.
    expect(buka({}, false).angka.map((a) => a.href)).toEqual([
      '/ormas?status=ada',
      '/ormas?status=ada&keaktifan=aktif',
      '/tugas/tahun-ini',
      '/penilaian/2025?keadaan=lengkap',
    ]);
  });

  it('an OPD reads per ormas whom to call and what is missing, and of which year a score is', () => {
    const anggota: AnggotaKlaster = {
      ...ORMAS,
      ketua: 'Ketua Rekaan',
      alamat: '',
      dokumen: (['dasar-hukum', 'ad-art', 'program-kerja', 'sop-keuangan', 'domisili'] as const).map((jenis) => ({
        ...{ jenis, nomor: null, tanggal: null, berlakuSampai: null, status: 'sah' as const },
      })),
    };
    const t = buka({ anggota: halaman([anggota]) }, false);
    expect(t.baris[0]).toMatchObject({
      ketua: 'Ketua Rekaan',
      alamat: '',
      kekurangan: ['Belum ada: SK pengurus, NPWP.'],
      keteranganSkor: 'IKO 2024: Tingkat 3 · Berkembang',
    });
    expect(t.kepala.remah).toHaveLength(1);
  });

  it('tells of each ormas what ends soon and its year, and narrows the page to what the radar counts', () => {
    const anggota: AnggotaKlaster = { ...ORMAS, ketua: null, alamat: '', dokumen: [] };
    const akhir = [
      { benda: 'dokumen' as const, rinci: 'domisili', berlakuSampai: '2026-11-20' },
      { benda: 'masa-bakti' as const, rinci: 'masa-bakti', berlakuSampai: '2026-12-01' },
    ];
    const t = buka({
      ...{ anggota: halaman([anggota]), semua: 40, tampil: '30', akhir: new Map([[7, akhir]]) },
      kegiatanAnggota: new Map([[7, { jumlah: 4, terverifikasi: 3 }]]),
    });
    expect(t.baris[0]?.akhir.map((a) => [a.lencana.jenis, a.lencana.teks])).toEqual([
      ['bahaya', 'sudah berakhir 1 hari lalu'],
      ['perlu', 'berakhir dalam 10 hari'],
    ]);
    expect(t.baris[0]?.tahunIni).toBe('4 kegiatan 2026, 3 terverifikasi');
    expect(t.saringan?.pilihan[0]?.opsi.map((o) => o.teks)).toContain('Masa berlaku berakhir dalam 61–90 hari (3)');
    expect(t.angka[0]?.nilai).toBe('40');
    expect(t.kepala.tindakan?.at(-1)?.href).toBe('/klaster/dp3a/cetak?tampil=30');
  });

  it('counts the undecided to the office that guides them until somebody decides', () => {
    const kantor = { ...opd, id: 1, kode: 'bakesbangpol', nama: 'Bakesbangpol' };
    const isi = { ...angka, opdId: 1, kode: 'bakesbangpol', jumlah: 30 };
    const t = semua({ opd: [kantor, opd], kota: { ...kota, klaster: [isi, angka] }, belum: halaman([], 12) });
    expect(t.baris.map((b) => b.catatan)).toEqual(['dengan 12 ormas yang belum ditetapkan: seluruhnya 42', '']);
    expect(buka({ belum: 12 }).belum?.href).toBe('/ormas?opd=belum&status=ada');
    expect(buka().belum).toBeNull();
  });
});
