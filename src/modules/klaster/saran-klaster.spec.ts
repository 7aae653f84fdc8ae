import { readFileSync } from 'node:fs';
import { DAFTAR_KATA, saranBidang, saranTunggal } from './saran-klaster.js';

const saran = (nama: string, bidang = '', tujuan = '') =>
  saranTunggal(saranBidang({ nama, bidang, tujuan }))?.bidang ?? null;

/** Invented names, and the bidang their words speak for; null: the officer alone can tell. */
const NAMA: readonly [nama: string, bidang: string | null][] = [
  ['Majelis Taklim Rekaan Al-Misal', 'keagamaan'],
  ['Ikatan Remaja Masjid Umpama', 'keagamaan'],
  ['Yayasan Pesantren Andaikata', 'keagamaan'],
  ['Persekutuan Umat Kristen Rekaan', 'keagamaan'],
  ['Forum Dakwah Khayal', 'keagamaan'],
  ['Perhimpunan Muslimah Rekaan', 'keagamaan'],
  ['Yayasan Pendidikan Melati Rekaan', 'pendidikan'],
  ['Taman Baca Cendana', 'pendidikan'],
  ['Forum Guru Honorer Rekaan', 'pendidikan'],
  ['Komunitas Literasi Umpama', 'pendidikan'],
  ['Ikatan Pelajar Misalnya', 'pendidikan'],
  ['Yayasan Sekolah Rakyat Khayal', 'pendidikan'],
  ['Yayasan Kesehatan Kenanga', 'kesehatan'],
  ['Perkumpulan Kader Posyandu Rekaan', 'kesehatan'],
  ['Komunitas Donor Darah Umpama', 'kesehatan'],
  ['Ikatan Bidan Rekaan', 'kesehatan'],
  ['Gerakan Cegah Stunting Misalnya', 'kesehatan'],
  ['Serikat Buruh Rekaan', 'ketenagakerjaan'],
  ['Perhimpunan Pekerja Rumahan Umpama', 'ketenagakerjaan'],
  ['Keluarga Migran Khayal', 'ketenagakerjaan'],
  ['Komunitas Peduli Ciliwung Rekaan', 'lingkungan'],
  ['Bank Sampah Melati', 'lingkungan'],
  ['Sahabat Pohon Umpama', 'lingkungan'],
  ['Forum Konservasi Andaikata', 'lingkungan'],
  ['Gerakan Daur Ulang Rekaan', 'lingkungan'],
  ['Pencinta Alam Khayal', 'lingkungan'],
  ['Sanggar Tari Cendana', 'seni-budaya'],
  ['Paguyuban Angklung Rekaan', 'seni-budaya'],
  ['Lingkung Seni Degung Umpama', 'seni-budaya'],
  ['Teater Misalnya', 'seni-budaya'],
  ['Dewan Kebudayaan Rekaan', 'seni-budaya'],
  ['Yayasan Yatim Melati', 'sosial'],
  ['Panti Lansia Kenanga', 'sosial'],
  ['Relawan Bencana Rekaan', 'sosial'],
  ['Forum Difabel Umpama', 'sosial'],
  ['Aksi Kemanusiaan Khayal', 'sosial'],
  ['Karang Taruna Rekaan', 'pemuda-olahraga'],
  ['Gerakan Pemuda Umpama', 'pemuda-olahraga'],
  ['Klub Futsal Misalnya', 'pemuda-olahraga'],
  ['Komunitas Sepeda Andaikata', 'pemuda-olahraga'],
  ['Persatuan Sepak Bola Rekaan', 'pemuda-olahraga'],
  ['Forum Anak Rekaan', 'perempuan-anak'],
  ['Perkumpulan Perempuan Umpama', 'perempuan-anak'],
  ['Ikatan Wanita Misalnya', 'perempuan-anak'],
  ['Paguyuban Ibu Melati', 'perempuan-anak'],
  ['Forum Pancasila Rekaan', 'kebangsaan'],
  ['Kader Bela Negara Umpama', 'kebangsaan'],
  ['Jaringan Pemantau Pemilu Khayal', 'kebangsaan'],
  ['Laskar Merah Putih Rekaan', 'kebangsaan'],
  ['Lembaga Bantuan Hukum Umpama', 'hukum'],
  ['Gerakan Antikorupsi Rekaan', 'hukum'],
  ['Forum Advokat Misalnya', 'hukum'],
  ['Pusat Transparansi Khayal', 'hukum'],
  ['Koperasi Melati Rekaan', 'ekonomi'],
  ['Forum UMKM Umpama', 'ekonomi'],
  ['Paguyuban Pedagang Pasar Rekaan', 'ekonomi'],
  ['Kelompok Petani Misalnya', 'ekonomi'],
  ['Rumah Kriya Andaikata', 'ekonomi'],
  ['Paguyuban Ronda Rekaan', 'keamanan'],
  ['Forum Keamanan Warga Umpama', 'keamanan'],
  ['Jaga Warga Melati', 'keamanan'],
  ['Perkumpulan Melati Rekaan', null],
  ['Ikatan Keluarga Besar Umpama Rekaan 1945', 'perempuan-anak'],
  ['Yayasan Andaikata', null],
  ['Forum Silaturahmi Rekaan', null],
  ['Lembaga Swadaya Masyarakat Khayal', null],
  ['Sanggar Pelajar Umpama', null],
  ['', null],
];

it('is tried with enough names', () => expect(NAMA.length).toBeGreaterThanOrEqual(60));

it.each(NAMA)('“%s” speaks for %s', (nama, bidang) => expect(saran(nama)).toBe(bidang));

it('names the words that led to it, and where they stood', () => {
  expect(saranBidang({ nama: 'Forum Anak', bidang: 'Lingkungan Hidup', tujuan: 'Mengelola sampah warga.' })).toEqual([
    {
      bidang: 'lingkungan',
      skor: 15,
      kata: [
        { kata: 'lingkungan hidup', asal: 'bidang' },
        { kata: 'sampah', asal: 'tujuan' },
      ],
    },
    { bidang: 'perempuan-anak', skor: 6, kata: [{ kata: 'anak', asal: 'nama' }] },
  ]);
});

it('reads any spelling of case and accents, and no part of another word', () => {
  expect(saran('YAYASAN KÉSEHATAN')).toBe('kesehatan');
  expect(saran('Paguyuban Kesenian')).toBeNull();
});

it('knows only bidang that there are, and each of them', () => {
  const kode = readFileSync(new URL('../../database/seed/bidang.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((b) => b.split(',')[0]);
  expect([...new Set(DAFTAR_KATA.map((k) => k.bidang))].sort()).toEqual([...kode].sort());
  for (const k of DAFTAR_KATA) expect([k.kata.length > 0, k.bobot >= 1 && k.bobot <= 4]).toEqual([true, true]);
});
