import { angka, desimal, rentangTanggal, tanggal } from '../../../common/format.js';
import { AMBANG_UBAH, bobotDomain, CAKUPAN_BANDING, MINIMUM_BANDING, type AngkaKelompok } from '../laporan.angka.js';
import { hariKeadaan, sejumlah, TERLALU_SEDIKIT, untai } from '../laporan.kata.js';
import { type DataLaporan } from '../laporan.types.js';
import { type Bab, type Penomor, paragraf } from './blok.js';

/**
 * Laws that the report rests on. Only those whose content the office's own material supports are named: adding one is
 * a line here.
 */
export const DASAR_HUKUM = [
  'Undang-Undang Nomor 17 Tahun 2013 tentang Organisasi Kemasyarakatan sebagaimana diubah dengan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2017 yang telah ditetapkan menjadi undang-undang dengan Undang-Undang Nomor 16 Tahun 2017;',
  'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi;',
  'Peraturan Menteri Dalam Negeri Nomor 56 Tahun 2017 tentang pengawasan organisasi kemasyarakatan, yang mengatur pemantauan dan evaluasi oleh Tim Terpadu;',
  'Peraturan Menteri Dalam Negeri Nomor 57 Tahun 2017 tentang pendaftaran organisasi kemasyarakatan.',
];

/** Chapter I: why, on what basis, to what end, and about whom. */
export function babPendahuluan(data: DataLaporan, kota: AngkaKelompok): Bab {
  const bernama = data.klaster.filter((k) => k.opdId !== null);
  return {
    id: 'bab-1',
    nomor: 'BAB I',
    judul: 'Pendahuluan',
    bagian: [
      {
        id: 'bab-1-latar',
        judul: 'A. Latar Belakang',
        halamanBaru: false,
        isi: [
          paragraf(
            `Organisasi kemasyarakatan (ormas) adalah mitra pemerintah daerah dalam pelayanan dan pemberdayaan masyarakat. ${data.kantor.kota} mencatat ${sejumlah(kota.ormas, 'ormas')} dalam penilaian tahun ${data.tahun}. Agar pembinaan tepat sasaran, ${data.kantor.lembaga} perlu mengetahui ormas mana yang benar-benar bekerja, apa yang sudah baik, dan apa yang masih perlu dibantu.`,
          ),
          paragraf(
            'Karena itu kinerja ormas diukur dengan Indeks Kinerja Ormas (IKO) yang bertumpu pada bukti: kegiatan yang laporannya terverifikasi, dokumen yang sah, dan tingkat yang ditetapkan petugas beserta alasannya. Setiap angka dalam laporan ini dapat ditelusuri sampai ke bukti di belakangnya melalui portal.',
          ),
        ],
      },
      {
        id: 'bab-1-dasar',
        judul: 'B. Dasar Hukum',
        halamanBaru: false,
        isi: [{ jenis: 'daftar', butir: DASAR_HUKUM }],
      },
      {
        id: 'bab-1-maksud',
        judul: 'C. Maksud dan Tujuan',
        halamanBaru: false,
        isi: [
          paragraf(
            `Laporan ini dimaksudkan sebagai bahan pimpinan untuk menilai keadaan ormas ${data.kantor.kota} dan menetapkan arah pembinaannya. Tujuannya:`,
          ),
          {
            jenis: 'daftar',
            butir: [
              'menyajikan kinerja ormas kota, setiap klaster, dan setiap ormas menurut ukuran yang sama;',
              'menunjukkan perubahan terhadap tahun sebelumnya sejauh dapat dibandingkan;',
              'menyebutkan ormas yang belum dapat dinilai beserta alasannya; dan',
              'mengusulkan tindak lanjut yang berangkat dari indikator terlemah.',
            ],
          },
        ],
      },
      {
        id: 'bab-1-lingkup',
        judul: 'D. Ruang Lingkup',
        halamanBaru: false,
        isi: [
          paragraf(
            `Laporan meliputi ${sejumlah(kota.ormas, 'ormas')} yang tercatat dalam register sampai ${tanggal(hariKeadaan(data))} dan tidak bubar, dengan kegiatan pada ${rentangTanggal(data.mulai, hariKeadaan(data))}. Ormas dikelompokkan ke dalam ${sejumlah(bernama.length, 'klaster')} menurut OPD pembinanya: ${untai(bernama.map((k) => k.nama))}. Skor menilai organisasi, bukan orang; laporan ini tidak memuat nomor telepon, NPWP, maupun nama pengurus.`,
          ),
        ],
      },
    ],
  };
}

/** Chapter II: with which instrument, from which sources, and how the figures arise. */
export function babMetode(data: DataLaporan, nomor: Penomor): Bab {
  const { instrumen } = data;
  const total = instrumen.domain.reduce((a, d) => a + Number(bobotDomain(d.indikator)), 0);
  const jumlahIndikator = instrumen.domain.reduce((a, d) => a + d.indikator.length, 0);
  const masa = instrumen.masaDaftar;
  return {
    id: 'bab-2',
    nomor: 'BAB II',
    judul: 'Pelaksanaan dan Metode',
    bagian: [
      {
        id: 'bab-2-instrumen',
        judul: 'A. Instrumen',
        halamanBaru: false,
        isi: [
          paragraf(
            `Penilaian memakai instrumen ${instrumen.nama ?? instrumen.kode} (kode ${instrumen.kode}, versi ${instrumen.versi}) dengan ${sejumlah(instrumen.domain.length, 'domain')} dan ${sejumlah(jumlahIndikator, 'indikator')}. Setiap indikator bertingkat 0 sampai 4: tingkat 0 berarti tidak ada bukti, tingkat 1 sampai 4 diuraikan dalam rubrik (Lampiran 3).`,
          ),
          ...(instrumen.catatan
            ? [
                {
                  jenis: 'catatan' as const,
                  judul: 'Kedudukan bobot',
                  teks: `${instrumen.catatan.charAt(0).toUpperCase()}${instrumen.catatan.slice(1)}. Skor dan tingkat dalam laporan ini perlu dibaca sebagai hasil uji terap sampai bobot dan ambangnya ditetapkan.`,
                },
              ]
            : []),
          nomor.tabel(
            'Domain, indikator, dan bobot',
            [['Domain', '24%'], 'Indikator', ['#Bobot', '12%']],
            instrumen.domain.map((d) => [
              d.nama,
              d.indikator.map((i) => `${i.nama} (${i.kode}, ${angka(i.bobot)})`).join('; '),
              angka(bobotDomain(d.indikator)),
            ]),
          ),
        ],
      },
      {
        id: 'bab-2-sumber',
        judul: 'B. Jendela Penilaian dan Sumber Data',
        halamanBaru: false,
        isi: [
          paragraf(
            `Kegiatan dihitung bila laporannya terverifikasi dan hari terakhirnya jatuh dalam jendela penilaian, ${rentangTanggal(data.mulai, data.akhir)}. Dokumen dan sanksi dibaca menurut keadaan pada hari terakhir jendela itu${hariKeadaan(data) === data.akhir ? '' : `, sejauh tercatat sampai ${tanggal(data.dihitung)}`}. Sumbernya tiga: register ormas dan laporan kegiatan dengan buktinya, penilaian mandiri ormas yang diperiksa petugas, dan tingkat yang ditetapkan petugas. Indikator yang dinilai sendiri tanpa berkas bukti paling tinggi bertingkat 1.`,
          ),
          paragraf(
            `Penghitungan diselesaikan pada ${tanggal(data.dihitung)} dan data laporan dibekukan pada saat laporan disusun, ${tanggal(data.disusun)}. Bukti yang diverifikasi sesudah penghitungan itu tidak termuat.`,
          ),
          ...(data.sementara
            ? [
                {
                  jenis: 'catatan' as const,
                  judul: 'Laporan sementara',
                  teks: `Periode penilaian ${data.tahun} belum ditutup ketika laporan ini disusun. Angka di dalamnya masih dapat berubah sampai periode itu ditutup dan tidak untuk disahkan.`,
                },
              ]
            : []),
        ],
      },
      {
        id: 'bab-2-hitung',
        judul: 'C. Cara Menghitung',
        halamanBaru: false,
        isi: [
          paragraf(
            `Nilai sebuah domain adalah bobot domain dikali bagian tingkat yang tercapai pada indikator yang dinilai. IKO adalah jumlah nilai domain dibagi jumlah bobotnya (${angka(total)}), dikali 100. Indikator yang tidak berlaku atau belum dinilai tidak dianggap nol: bobotnya disebar ke indikator lain di domain yang sama.`,
          ),
          paragraf(
            `Cakupan menyatakan berapa bagian bobot yang sungguh dinilai. Skor bersifat sementara bila cakupannya di bawah ${desimal(instrumen.cakupanMinimum)}% atau ada domain yang sama sekali belum bernilai. Skor sementara ditampilkan, tetapi tidak masuk rata-rata, tidak diperingkat, dan tidak disahkan. Skor yang tidak sementara disebut skor lengkap. Setiap rata-rata dalam laporan ini menyebut berapa ormas yang dihitung dan dari berapa.`,
          ),
          paragraf(
            `Kota dan klaster dibandingkan atau diperingkat bila paling sedikit ${MINIMUM_BANDING} ormas dan ${CAKUPAN_BANDING}% anggotanya berskor lengkap. Di bawah itu angkanya tetap disajikan, tetapi ${TERLALU_SEDIKIT}: satu ormas saja dapat menggeser rata-ratanya. Perubahan antartahun hanya dibaca pada ormas yang skornya lengkap pada kedua tahun, paling sedikit ${MINIMUM_BANDING}; selisih di bawah ${desimal(AMBANG_UBAH)} disebut relatif tetap.`,
          ),
          ...(masa
            ? [
                paragraf(
                  `Ormas yang terdaftar kurang dari ${masa.profilSajaDiBawahTahun === 1 ? 'satu' : masa.profilSajaDiBawahTahun} tahun hanya dimuat profilnya; yang kurang dari ${masa.ditandaiDiBawahTahun === 2 ? 'dua' : masa.ditandaiDiBawahTahun} tahun dinilai dengan tanda. Dasar hukum yang tidak sah dan sanksi dicatat di samping skor, tidak dicampurkan ke dalamnya.`,
                ),
              ]
            : []),
          nomor.tabel(
            'Tingkat IKO',
            ['Tingkat', 'Sebutan', '#Skor paling rendah'],
            [...instrumen.tingkat].reverse().map((p) => [String(p.tingkat), p.sebutan, desimal(p.dari)]),
            'Tingkat dibaca dari skor yang sudah dibulatkan dua desimal.',
          ),
        ],
      },
    ],
  };
}
