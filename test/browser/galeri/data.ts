import * as echarts from 'echarts';
import {
  type Bagan,
  type Butir,
  type DaftarTugas,
  type Jejak,
  type KepalaHalaman,
  type KepalaKolom,
  type KolomBerkas,
  type KolomPilihan,
  type KolomTeks,
  type Konflik,
  type Kosong,
  type Lencana,
  type Linimasa,
  type Angka,
  type Penomoran,
  type Periksa,
  type Progres,
  type Saringan,
  type Tab,
} from '../../../src/infra/view/bagian.js';
import { type HalamanLokal } from '../../../src/infra/view/halaman.js';
import { susunPenomoran } from '../../../src/infra/view/penomoran.js';
import { bersihkanSvg } from '../../../src/infra/view/svg.js';
import { presentMasuk } from '../../../src/modules/akun/web/akun.presenter.js';

// A page of every kind with every part, filled with invented organisations: for looking, and for the browser tests.

export const lokal: HalamanLokal = {
  aktor: { id: 7, nama: 'Ratna Contohwati', peran: 'petugas', peranSebutan: 'Petugas' },
  navigasi: [
    { href: '/galeri/beranda', teks: 'Beranda', aktif: true },
    { href: '/galeri/daftar', teks: 'Ormas', aktif: false },
    { href: '/galeri/rincian', teks: 'Kegiatan', aktif: false },
    { href: '/klaster', teks: 'Klaster OPD', aktif: false },
    { href: '/penilaian', teks: 'Penilaian IKO', aktif: false },
    { href: '/laporan', teks: 'Laporan', aktif: false },
    { href: '/catatan', teks: 'Catatan tindakan', aktif: false },
  ],
  csrf: 'contoh-csrf',
  tokenFormulir: 'contoh-token',
  kilat: [],
  kota: 'Kota Bogor',
  lembaga: 'Badan Kesatuan Bangsa dan Politik',
};

const remah = [{ teks: 'Beranda', href: '/galeri/beranda' }];

export const beranda: KepalaHalaman &
  DaftarTugas & { angka: Angka[]; progres: Progres; tanpaTugas: DaftarTugas; kilat: HalamanLokal['kilat'] } = {
  judul: 'Selamat datang, Ratna',
  pengantar: 'Sabtu, 5 Desember 2026. Ada tiga pekerjaan yang menunggu Anda.',
  kilat: [{ jenis: 'berhasil', teks: 'Laporan kegiatan “Bersih Sungai Contoh” sudah diverifikasi dan tersimpan.' }],
  tugas: [
    {
      jenis: 'perlu',
      teks: 'Verifikasi 3 laporan kegiatan',
      alasan: 'Dikirim oleh 2 ormas',
      sejak: 'paling lama menunggu 6 hari',
      tombol: { teks: 'Buka laporan', href: '/kegiatan' },
    },
    {
      jenis: 'bahaya',
      teks: 'Tindak lanjuti 2 ormas dengan dasar hukum tidak berlaku',
      alasan: 'Masa berlaku SKT berakhir',
      sejak: 'sejak 30 November 2026',
      tombol: { teks: 'Lihat ormas', href: '/ormas' },
    },
    {
      jenis: 'proses',
      teks: 'Tetapkan klaster untuk 5 ormas baru',
      alasan: 'Bidangnya belum dikenal',
      sejak: 'sejak kemarin',
      tombol: { teks: 'Tetapkan', href: '/klaster' },
    },
  ],
  kosong: 'Tidak ada yang menunggu Anda.',
  tanpaTugas: { tugas: [], kosong: 'Tidak ada yang menunggu Anda saat ini.' },
  angka: [
    { label: 'Ormas terdaftar', nilai: '210', keterangan: '172 aktif dalam satu tahun terakhir', href: '/ormas' },
    { label: 'Laporan terverifikasi', nilai: '1.046', keterangan: 'dari 1.112 yang dikirim', href: '/kegiatan' },
    {
      label: 'Rata-rata IKO',
      nilai: '58,41',
      keterangan: 'n = 75 dari 210 ormas, cakupan 91,20%',
      href: '/penilaian',
    },
  ],
  progres: {
    selesai: 140,
    jumlah: 210,
    kalimat: 'Menilai 140 dari 210; sekitar 20 detik lagi',
    tuntas: false,
    sse: '/galeri/arus',
  },
};

const status: Lencana[] = [
  { jenis: 'baik', teks: 'Aktif' },
  { jenis: 'perlu', teks: 'SK berakhir 30 hari lagi' },
  { jenis: 'bahaya', teks: 'Dasar hukum berakhir' },
  { jenis: 'proses', teks: 'Menunggu verifikasi' },
  { jenis: 'netral', teks: 'Tidak aktif' },
];
const nama = [
  'Perkumpulan Contoh Peduli Sungai Ciliwung',
  'Yayasan Contoh Cahaya Ibu',
  'Forum Contoh Pemuda Katulampa',
  'Paguyuban Contoh Seni Pasundan',
  'Lembaga Contoh Bina Ekonomi Warga Tanah Sareal',
  'Ikatan Contoh Guru Mengaji',
];
const kelurahan = ['Katulampa', 'Babakan Pasar', 'Tanah Sareal', 'Sempur', 'Bantarjati', 'Cikaret'];
const bidang = ['Lingkungan Hidup', 'Perempuan dan Anak', 'Kepemudaan', 'Seni dan Budaya', 'Ekonomi', 'Keagamaan'];

const semuaBaris = Array.from({ length: 12 }, (_, i) => ({
  id: i + 1,
  nama: nama[i % 6] ?? '',
  bidang: bidang[i % 6] ?? '',
  kelurahan: kelurahan[(i * 5) % 6] ?? '',
  status: status[i % 5] ?? { jenis: 'netral' as const, teks: '' },
  skor: i % 4 === 3 ? null : (80.25 - i * 3.5).toFixed(2),
  sampai: `2027-0${(i % 9) + 1}-17`,
}));

export const daftar: KepalaHalaman & {
  saringan: Saringan;
  kolom: KepalaKolom[];
  baris: typeof semuaBaris;
  penomoran: Penomoran;
  kosong: Kosong;
} = {
  judul: 'Ormas',
  pengantar: 'Semua organisasi kemasyarakatan yang terdaftar di Kota Bogor.',
  remah,
  tindakan: [
    { teks: 'Unduh CSV', href: '/ormas.csv', ikon: 'unduh' },
    { teks: 'Catat ormas', href: '/ormas/baru', jenis: 'utama', ikon: 'tambah' },
  ],
  saringan: {
    aksi: '/galeri/daftar',
    cari: { nama: 'q', label: 'Cari nama, ketua, atau nomor dasar hukum', nilai: 'contoh' },
    pilihan: ['Bidang', 'OPD', 'Kecamatan', 'Kelurahan', 'Status', 'Tingkat IKO'].map((label, i) => ({
      nama: `s${i}`,
      label,
      opsi: [
        { nilai: '', teks: 'Semua', terpilih: i > 0 },
        { nilai: '1', teks: bidang[i] ?? '', terpilih: i === 0 },
      ],
    })),
    tersembunyi: [{ nama: 'urut', nilai: 'nama' }],
    aktif: [
      { teks: 'Nama memuat “contoh”', href: '/galeri/daftar?s0=1' },
      { teks: 'Bidang: Lingkungan Hidup', href: '/galeri/daftar?q=contoh' },
    ],
    hapusSemua: '/galeri/daftar',
  },
  kolom: [
    { teks: 'Nama', href: '?urut=-nama', arah: 'naik' },
    { teks: 'Bidang', href: '?urut=bidang' },
    { teks: 'Kelurahan', href: '?urut=kelurahan' },
    { teks: 'Status' },
    { teks: 'IKO 2025', href: '?urut=skor', angka: true },
    { teks: 'SK sampai', href: '?urut=sk' },
  ],
  baris: semuaBaris,
  penomoran: susunPenomoran({ isi: semuaBaris, halaman: 4, perHalaman: 12, jumlah: 210 }, (n) => `?halaman=${n}`),
  kosong: {
    judul: 'Tidak ada ormas yang cocok',
    teks: 'Tidak ada ormas dengan saringan ini. Kurangi saringan atau periksa ejaannya.',
    tindakan: { teks: 'Hapus saringan', href: '/galeri/daftar' },
  },
};

function gambarBagan(): string {
  const bagan = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 640, height: 260 });
  bagan.setOption({
    animation: false,
    color: ['#0d5752'],
    grid: { left: 36, right: 8, top: 16, bottom: 28 },
    xAxis: { type: 'category', data: ['Efektivitas', 'Efisiensi', 'Relevansi', 'Keberlanjutan', 'Ketahanan'] },
    yAxis: { type: 'value', max: 20 },
    series: [{ type: 'bar', barWidth: 36, data: [14.5, 12, 15, 14, 13.25] }],
  });
  const svg = bagan.renderToSVGString();
  bagan.dispose();
  return bersihkanSvg(svg);
}

export const rincian: KepalaHalaman &
  Linimasa & {
    tab: Tab;
    catatan: { jenis: 'perlu'; judul: string; teks: string };
    jejak: Jejak;
    bagan: Bagan;
    butir: Butir[];
  } = {
  judul: 'Perkumpulan Contoh Peduli Sungai Ciliwung',
  remah: [...remah, { teks: 'Ormas', href: '/galeri/daftar' }],
  lencana: status.slice(0, 2),
  tindakan: [{ teks: 'Cetak', href: '/cetak', ikon: 'cetak' }],
  tab: {
    label: 'Bagian ormas',
    tab: [
      { teks: 'Ringkasan', href: '/galeri/rincian', aktif: true },
      { teks: 'Kegiatan', href: '/kegiatan', aktif: false, jumlah: '14' },
      { teks: 'Dokumen', href: '/dokumen', aktif: false, jumlah: '4' },
      { teks: 'Nilai IKO', href: '/nilai', aktif: false },
    ],
  },
  catatan: {
    jenis: 'perlu',
    judul: 'SK pengurus berakhir dalam 30 hari',
    teks: 'Masa bakti pengurus berakhir pada 4 Januari 2027. Perpanjangan dapat dikirim mulai sekarang.',
  },
  jejak: {
    label: 'Indeks Kinerja Ormas',
    nilai: '68,75',
    keterangan: 'Berkembang (lanjut), cakupan 94,00%',
    terbuka: true,
    rincian: [
      {
        label: 'Efektivitas',
        nilai: '14,50',
        keterangan: 'dari 20',
        terbuka: true,
        rincian: [
          {
            label: 'Realisasi program kerja',
            nilai: 'tingkat 3',
            keterangan: 'bobot 8, dihitung dari register',
            terbuka: true,
            butir: [
              { label: 'Butir rencana', nilai: '10' },
              { label: 'Terlaksana', nilai: '8 butir, 14 kegiatan terverifikasi', href: '/kegiatan' },
              { label: 'Ditetapkan', nilai: '12 Desember 2025, 09.14 WIB, oleh Sistem' },
            ],
          },
          { label: 'Manfaat', nilai: 'tingkat 2', keterangan: 'bobot 7' },
        ],
      },
      { label: 'Efisiensi', nilai: '12,00', keterangan: 'dari 20' },
      { label: 'Relevansi', nilai: '15,00', keterangan: 'dari 20' },
    ],
  },
  bagan: {
    id: 'ranah',
    judul: 'Nilai menurut ranah',
    ringkas: 'Relevansi tertinggi (15,00), Efisiensi terendah (12,00) dari 20.',
    svg: gambarBagan(),
    kepala: ['Ranah', 'Nilai'],
    baris: [
      ['Efektivitas', '14,50'],
      ['Efisiensi', '12,00'],
    ],
    catatan: 'Sumber: hasil penilaian tahun 2025.',
  },
  butir: [
    { label: 'Ketua', nilai: 'Sutrisna Contoh' },
    { label: 'Sekretariat', nilai: 'Jalan Contoh Raya Nomor 12\nKelurahan Katulampa, Bogor Timur' },
    { label: 'NPWP', nilai: '' },
    { label: 'Dasar hukum', nilai: 'sampai 17 Agustus 2028', lencana: { jenis: 'baik', teks: 'Berlaku' } },
  ],
  peristiwa: [
    {
      jenis: 'baik',
      apa: 'Laporan semester I diterima tepat waktu',
      saat: '2 Juli 2026, 10.20 WIB',
      saatIso: '2026-07-02T03:20:00Z',
      siapa: 'Ratna Contohwati, Petugas',
      catatan: 'Foto dan daftar hadir lengkap.',
    },
    {
      jenis: 'perlu',
      apa: 'Alamat sekretariat diubah',
      saat: '15 Mei 2026, 14.05 WIB',
      saatIso: '2026-05-15T07:05:00Z',
      siapa: 'Sekretaris ormas',
      beda: [{ bidang: 'Alamat', sebelum: 'Jalan Contoh 1', sesudah: 'Jalan Contoh Raya Nomor 12' }],
    },
    {
      jenis: 'netral',
      apa: 'Terdaftar',
      saat: '3 Maret 2021, 08.00 WIB',
      saatIso: '2021-03-03T01:00:00Z',
      siapa: 'Sistem',
    },
  ],
};

const galat = [
  { bidang: 'judulKegiatan', pesan: 'Isi nama kegiatan.' },
  { bidang: 'peserta', pesan: 'Jumlah peserta harus berupa bilangan bulat, misalnya 120.' },
];

export const formulir: KepalaHalaman & {
  galat: typeof galat;
  teks: KolomTeks[];
  tanggalKegiatan: KolomTeks;
  peserta: KolomTeks;
  kelurahan: KolomPilihan;
  bentuk: KolomPilihan;
  kelompok: KolomPilihan;
  uraian: KolomTeks;
  foto: KolomBerkas;
} = {
  judul: 'Laporkan kegiatan',
  pengantar: 'Sekitar lima menit. Isian tersimpan sendiri sebagai draf.',
  remah,
  galat,
  teks: [
    {
      nama: 'judulKegiatan',
      label: 'Nama kegiatan',
      nilai: '',
      wajib: true,
      petunjuk: 'Misalnya: Bersih Sungai Ciliwung.',
      galat: galat[0]?.pesan ?? null,
    },
    { nama: 'tempat', label: 'Tempat', nilai: 'Balai Warga Contoh', maksimal: 200 },
  ],
  tanggalKegiatan: { nama: 'tanggal', label: 'Tanggal kegiatan', nilai: '2026-11-28', wajib: true },
  peserta: {
    nama: 'peserta',
    label: 'Jumlah peserta',
    nilai: 'seratusan',
    satuan: 'orang',
    wajib: true,
    galat: galat[1]?.pesan ?? null,
  },
  kelurahan: {
    nama: 'kelurahan',
    label: 'Kelurahan',
    wajib: true,
    kosong: 'Pilih kelurahan',
    opsi: kelurahan.map((k) => ({ nilai: k, teks: k, terpilih: k === 'Katulampa' })),
  },
  bentuk: {
    nama: 'bentuk',
    label: 'Bentuk kegiatan',
    wajib: true,
    opsi: [
      { nilai: 'aksi', teks: 'Aksi lapangan', petunjuk: 'Kerja bakti, penanaman, penyaluran bantuan', terpilih: true },
      { nilai: 'latih', teks: 'Pelatihan', terpilih: false },
    ],
  },
  kelompok: {
    nama: 'kelompok',
    label: 'Kelompok peserta',
    petunjuk: 'Boleh lebih dari satu.',
    opsi: ['Anak', 'Pemuda', 'Lansia', 'Difabel'].map((k) => ({ nilai: k, teks: k, terpilih: k === 'Pemuda' })),
  },
  uraian: { nama: 'uraian', label: 'Uraian singkat', nilai: '', petunjuk: 'Apa yang dilakukan dan apa hasilnya.' },
  foto: {
    nama: 'foto',
    label: 'Foto dan dokumen',
    wajib: true,
    banyak: true,
    terima: 'image/jpeg,image/png,image/webp,application/pdf',
    ukuranMaksimal: 10_000_000,
    sisiMaksimal: 1600,
    tersimpan: [{ nama: 'daftar-hadir.pdf', ukuran: 184_000, href: '/berkas/1' }],
  },
};

export const periksa: KepalaHalaman & Periksa = {
  judul: 'Periksa sebelum mengirim',
  pengantar: 'Setelah dikirim, laporan diperiksa petugas dan tidak dapat diubah sampai dikembalikan.',
  remah,
  kelompok: [
    {
      judul: 'Kegiatan',
      ubah: '/galeri/formulir',
      butir: [
        { label: 'Nama kegiatan', nilai: 'Bersih Sungai Contoh' },
        { label: 'Tanggal', nilai: '28 November 2026' },
      ],
    },
    { judul: 'Peserta', ubah: '/galeri/formulir', butir: [{ label: 'Jumlah', nilai: '120 orang' }] },
  ],
};

export const konflik: { judul: string; konflik: Konflik } = {
  judul: 'Data sudah diubah orang lain',
  konflik: {
    kalimat: 'Data ini baru saja diubah orang lain. Perubahan Anda belum disimpan.',
    baris: [
      { bidang: 'Ketua', milikAnda: 'Sutrisna Contoh', tersimpan: 'Dewi Contoh', berbeda: true },
      { bidang: 'Telepon', milikAnda: '(disembunyikan)', tersimpan: '(disembunyikan)', berbeda: false },
    ],
    terakhir: { oleh: 'Petugas Rekaan', pada: '5 Desember 2026, 14.05 WIB', saatIso: '2026-12-05T07:05:00.000Z' },
    tindakan: [{ teks: 'Buka versi terbaru', href: '/galeri/rincian', jenis: 'utama' }],
  },
};

export const masuk = {
  kosong: presentMasuk({ surel: '', kembali: null, galat: [] }),
  gagal: presentMasuk({
    surel: 'ratna@contoh.id',
    kembali: null,
    galat: [{ bidang: 'surel', pesan: 'Surel atau kata sandi tidak cocok.' }],
  }),
};
