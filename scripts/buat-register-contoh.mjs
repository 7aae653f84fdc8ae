// node scripts/buat-register-contoh.mjs: writes the register files of the demonstration city, always the same bytes.
// Every organisation and person is invented, and says so: the words "Rekaan", "Umpama", "Khayal", "Andaikata" and
// "Misalnya" stand in every name, NPWP begin with 00.000, telephone numbers with 0899 0000.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SEED = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'database', 'seed');
const tujuan = join(SEED, 'contoh');

/** A small linear congruential generator: the files must not change from run to run. */
let keadaan = 20221205;
const acak = (n) => {
  keadaan = (Math.imul(keadaan, 1664525) + 1013904223) >>> 0;
  return Math.floor((keadaan / 2 ** 32) * n);
};
const pilih = (daftar) => daftar[acak(daftar.length)];
const duaAngka = (n) => String(n).padStart(2, '0');

const wilayah = readFileSync(join(SEED, 'wilayah.csv'), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((baris) => {
    const [kecamatan, , kelurahan, varian] = baris.split(',');
    return { kecamatan, kelurahan, varian: varian ? varian.split('|') : [] };
  });

const BIDANG = [
  [
    'Keagamaan',
    24,
    [
      'Majelis Taklim Cahaya',
      'Remaja Masjid Al-Umpama',
      'Kerukunan Lintas Iman',
      'Pengajian Ibu Fajar',
      'Pemuda Vihara Terang',
    ],
  ],
  [
    'Pendidikan',
    22,
    [
      'Rumah Baca Layang-Layang',
      'Taman Belajar Kunang-Kunang',
      'Literasi Pinggir Kali',
      'Guru Relawan Senja',
      'Beasiswa Anak Kampung',
    ],
  ],
  ['Kesehatan', 14, ['Donor Darah Sukarela', 'Kader Posyandu Melati', 'Peduli Gizi Balita', 'Sahabat Lansia Sehat']],
  ['Ketenagakerjaan', 8, ['Buruh Rumahan Bersatu', 'Pekerja Informal Mandiri', 'Pengemudi Becak Guyub']],
  [
    'Lingkungan Hidup',
    24,
    [
      'Ciliwung Bersih',
      'Bank Sampah Lestari',
      'Pohon Kenari',
      'Hutan Kota Hijau',
      'Air Tanah Jernih',
      'Kompos Kampung',
    ],
  ],
  [
    'Seni dan Budaya',
    22,
    [
      'Sanggar Angklung',
      'Wayang Golek Muda',
      'Degung Talaga',
      'Pencak Silat Tepak',
      'Tari Jaipong Bunga',
      'Teater Payung',
    ],
  ],
  [
    'Sosial Kemanusiaan',
    20,
    ['Tanggap Bencana', 'Dapur Bersama', 'Yatim Bahagia', 'Relawan Payung Hujan', 'Difabel Berkarya'],
  ],
  ['Kepemudaan dan Olahraga', 16, ['Karang Muda', 'Sepeda Santai', 'Bulu Tangkis Kampung', 'Panjat Tebing Remaja']],
  [
    'Pemberdayaan Perempuan dan Perlindungan Anak',
    18,
    ['Perempuan Berdaya', 'Kepala Keluarga Perempuan', 'Anak Ceria', 'Ibu Tangguh', 'Ruang Aman Anak'],
  ],
  ['Demokrasi dan Kebangsaan', 10, ['Sahabat Konstitusi', 'Pemantau Pemilu Warga', 'Bela Negara Muda']],
  ['Hukum dan Pemerintahan', 8, ['Bantuan Hukum Warga', 'Pemantau Layanan Publik']],
  ['Ekonomi dan UKM', 18, ['Koperasi Talas', 'UMKM Asinan Maju', 'Pedagang Kecil Guyub', 'Petani Kota', 'Kriya Bambu']],
  ['Keamanan dan Ketertiban', 6, ['Siskamling Terpadu', 'Pemuda Ronda']],
];
const PENANDA = ['Rekaan', 'Umpama', 'Khayal', 'Andaikata', 'Misalnya'];
const BENTUK = ['Yayasan', 'Perkumpulan', 'Komunitas', 'Forum', 'Paguyuban', 'Gerakan', 'Lembaga', 'Himpunan'];
const DEPAN = [
  'Melati',
  'Cendana',
  'Kenanga',
  'Jati',
  'Mawar',
  'Beringin',
  'Teratai',
  'Rasamala',
  'Anggrek',
  'Kemuning',
  'Puspa',
  'Saga',
  'Angsana',
  'Bungur',
  'Flamboyan',
  'Ketapang',
  'Dahlia',
  'Cempaka',
  'Waru',
  'Sonokeling',
];
const JALAN = [
  'Jl. Contoh Kenari',
  'Jl. Contoh Talas',
  'Jl. Contoh Kujang',
  'Gg. Contoh Pala',
  'Jl. Contoh Hujan',
  'Jl. Contoh Rusa',
];
const DANA = [
  'Iuran anggota',
  'Donasi',
  'Usaha',
  'Iuran anggota, donasi',
  'Iuran anggota, hibah APBD',
  'Usaha, donasi',
];

const orang = () => `${pilih(DEPAN)} ${pilih(PENANDA)}`;
const dipakai = new Set();
function namaOrmas(inti) {
  for (;;) {
    const nama = `${pilih(BENTUK)} ${pilih(inti)} ${pilih(PENANDA)}`;
    if (!dipakai.has(nama)) {
      dipakai.add(nama);
      return nama;
    }
  }
}

let nomor = 0;
function buatOrmas(bidang, inti) {
  nomor++;
  const nama = namaOrmas(inti);
  const tempat = pilih(wilayah);
  const badanHukum = /^(Yayasan|Perkumpulan)/.test(nama) || acak(3) === 0;
  const tahun = 1996 + acak(27);
  const tanggal = `${tahun}-${duaAngka(1 + acak(12))}-${duaAngka(1 + acak(28))}`;
  // Most have been in the register for years; the last ones joined recently, so that "profil saja" has examples.
  const daftar =
    nomor % 23 === 0 ? 2025 : nomor % 17 === 0 ? 2024 : Math.max(tahun, 2014) + acak(2022 - Math.max(tahun, 2014) + 1);
  return {
    nama,
    bidang,
    bentuk: nama.startsWith('Yayasan') ? 'yayasan' : badanHukum ? 'perkumpulan' : 'non-badan-hukum',
    dasar: badanHukum
      ? `AHU-99${duaAngka(nomor % 100)}${String(nomor).padStart(3, '0')}.AH.01.07.${tahun}`
      : `220/9${String(nomor).padStart(3, '0')}-Rekaan/${tahun}`,
    tanggal,
    akta: String(1 + acak(120)),
    npwp:
      nomor % 9 === 0
        ? ''
        : nomor % 4 === 0
          ? `0000000000${String(nomor).padStart(3, '0')}000`
          : `00.000.${String(nomor).padStart(3, '0')}.${nomor % 10}-000.000`,
    alamat: `${pilih(JALAN)} No. ${1 + acak(180)}`,
    rt: String(1 + acak(9)),
    rw: String(1 + acak(14)),
    // Spelling as people type it: now and then a variant, or all capitals.
    kelurahan:
      acak(12) === 0
        ? tempat.kelurahan.toUpperCase()
        : tempat.varian.length > 0 && acak(3) === 0
          ? pilih(tempat.varian)
          : tempat.kelurahan,
    kecamatan: tempat.kecamatan,
    dana: pilih(DANA),
    anggota: String(12 + acak(600)),
    ketua: orang(),
    sekretaris: orang(),
    bendahara: orang(),
    telepon:
      acak(4) === 0 ? `+62899 0000 ${String(nomor).padStart(4, '0')}` : `08990000${String(nomor).padStart(4, '0')}`,
    surel: `ormas${String(nomor).padStart(3, '0')}@contoh.invalid`,
    daftar: `${daftar}-${duaAngka(1 + acak(11))}-${duaAngka(1 + acak(28))}`,
  };
}

const semua = BIDANG.flatMap(([bidang, jumlah, inti]) => Array.from({ length: jumlah }, () => buatOrmas(bidang, inti)));
// Three whose field nobody knows, one from outside the city.
semua[5].bidang = 'Hobi dan Minat';
semua[77].bidang = 'Radio Antarpenduduk';
semua[140].bidang = '';
Object.assign(semua[33], { kelurahan: 'Luar Domisili', kecamatan: '' });

const acakUrutan = semua
  .map((o) => ({ o, k: acak(2 ** 30) }))
  .sort((a, b) => a.k - b.k)
  .map(({ o }) => o);
const [portal, polri, skko] = [acakUrutan.slice(0, 152), acakUrutan.slice(152, 198), acakUrutan.slice(198)];

const kutip = (pemisah) => (nilai) =>
  new RegExp(`["${pemisah}\\n]`).test(nilai) ? `"${nilai.replaceAll('"', '""')}"` : nilai;
const susun = (pemisah, judul, baris) =>
  [judul, ...baris].map((b) => b.map(kutip(pemisah)).join(pemisah)).join('\r\n') + '\r\n';
const dmy = (iso) => iso.split('-').reverse().join('/');
const serial = (iso) => String(Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000));

const berkasPortal = susun(
  ',',
  'nama,bentuk,dasar_hukum,tanggal_dasar_hukum,akta,tanggal_akta,npwp,alamat,rt,rw,kelurahan,kecamatan,bidang,sumber_dana,jumlah_anggota,ketua,sekretaris,bendahara,telepon,surel,terdaftar_pada,nomor_skko,berlaku_skko'.split(
    ',',
  ),
  portal.map((o, i) => [
    o.nama,
    o.bentuk,
    o.dasar,
    o.tanggal,
    o.akta,
    o.tanggal,
    o.npwp,
    o.alamat,
    o.rt,
    o.rw,
    o.kelurahan,
    o.kecamatan,
    o.bidang,
    o.dana,
    o.anggota,
    o.ketua,
    o.sekretaris,
    o.bendahara,
    o.telepon,
    o.surel,
    o.daftar,
    `220/${String(i + 1).padStart(3, '0')}-SKKO/REKAAN`,
    `${i % 8 === 0 ? 2025 : 2027}-${duaAngka(1 + (i % 12))}-15`,
  ]),
);

const barisPolri = polri.map((o, i) => [
  String(i + 1),
  'Polda Rekaan',
  'Polresta Rekaan',
  o.nama,
  o.dasar,
  i % 3 === 0 ? serial(o.tanggal) : dmy(o.tanggal),
  o.akta,
  dmy(o.tanggal),
  o.npwp,
  o.rw,
  o.rt,
  o.kelurahan,
  o.kecamatan,
  'Kota Bogor',
  'Jawa Barat',
  o.alamat,
  o.dana,
  o.bidang,
  o.anggota,
  o.ketua,
  o.telepon,
]);
// What real registers hold, too: a line twice, a kelurahan that does not exist, a day that does not exist.
const cacat = (i, ubah) => barisPolri[i].map((nilai, kolom) => ubah[kolom] ?? nilai);
barisPolri.splice(12, 0, cacat(4, { 3: barisPolri[4][3].toUpperCase() }));
barisPolri.splice(
  20,
  0,
  cacat(7, { 3: 'Forum Salah Kelurahan Rekaan', 4: '220/9901-Rekaan/2020', 8: '', 11: 'Sukamaju Khayal' }),
);
barisPolri.splice(
  31,
  0,
  cacat(9, { 3: 'Gerakan Salah Tanggal Rekaan', 4: '220/9902-Rekaan/2020', 5: '31/02/2020', 8: '' }),
);
const berkasPolri = susun(
  ',',
  [
    'No',
    'Polda',
    'Polres',
    'Nama Orsosmas',
    'Dasar Hukum (AHU/SKT)',
    'Tanggal Dasar Hukum',
    'Nomor Akta Notaris',
    'Tanggal Akta Notaris',
    'NPWP',
    'RW',
    'RT',
    'Kelurahan/Desa',
    'Kecamatan',
    'Kota/Kabupaten',
    'Provinsi',
    'Detail Alamat',
    'Sumber Dana',
    'Bidang Kegiatan',
    'Jumlah Anggota',
    'Nama Ketua',
    'Nomor HP Ketua',
  ],
  barisPolri,
);

const berkasSkko = `\uFEFF${susun(
  ';',
  'nama_ormas;akta_notaris;sk_kemenkumham;sk_ormas;alamat_sekretariat;kecamatan;npwp;nomor_skko;nomor_reg;tanggal_reg;berlaku_skko;ketua;sekretaris;bendahara;bendahara_2;telepon'.split(
    ';',
  ),
  skko.map((o, i) => [
    o.nama,
    `Akta No. ${o.akta} tanggal ${o.tanggal.split('-').reverse().join('-')}`,
    o.dasar.startsWith('AHU') ? o.dasar : '',
    o.dasar.startsWith('AHU') ? '' : o.dasar,
    o.kecamatan ? `${o.alamat} RT ${o.rt}/RW ${o.rw} Kel. ${o.kelurahan}` : `${o.alamat} Kel. Luar Domisili`,
    o.kecamatan,
    o.npwp,
    `220/${String(i + 901).padStart(3, '0')}-SKKO/REKAAN`,
    `REG-REKAAN-${String(i + 1).padStart(3, '0')}`,
    o.daftar,
    `2027-${duaAngka(1 + (i % 12))}-20`,
    o.ketua,
    o.sekretaris,
    o.bendahara,
    '',
    o.telepon,
  ]),
)}`;

mkdirSync(tujuan, { recursive: true });
writeFileSync(join(tujuan, 'register-portal.csv'), berkasPortal);
writeFileSync(join(tujuan, 'register-polri.csv'), berkasPolri);
writeFileSync(join(tujuan, 'register-skko.csv'), berkasSkko);
console.log(`${portal.length} + ${polri.length} + ${skko.length} ormas`);
