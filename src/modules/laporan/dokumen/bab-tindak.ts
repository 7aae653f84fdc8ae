import { angka, desimal, tanggal } from '../../../common/format.js';
import { type AngkaKelompok, bagianPersen } from '../laporan.angka.js';
import { kataRata, TERLALU_SEDIKIT, untai } from '../laporan.kata.js';
import { daftarMasalah, narasiSaran, narasiSimpulan, prioritasIndikator } from '../laporan.tindak.js';
import { type OrmasLaporan } from '../laporan.types.js';
import { type BahanBab } from './bahan.js';
import { type Bab, type Penomor, paragraf } from './blok.js';

/** Up to so many ormas are named; of more, some are. */
const DISEBUT = 12;

/** Chapter IV: problems with the names behind them, and what is to be done by whom. */
export function babMasalah({ data, kota }: BahanBab, nomor: Penomor): Bab {
  const masalah = daftarMasalah(data, kota);
  const prioritas = prioritasIndikator(data, kota);
  return {
    id: 'bab-4',
    nomor: 'BAB IV',
    judul: 'Permasalahan dan Tindak Lanjut',
    bagian: [
      {
        id: 'bab-4-masalah',
        judul: 'A. Permasalahan',
        halamanBaru: false,
        isi:
          masalah.length === 0
            ? [paragraf('Tidak ditemukan permasalahan yang perlu ditindaklanjuti secara khusus.')]
            : [
                {
                  jenis: 'huruf',
                  butir: masalah.map((m) => ({
                    judul: `${m.judul} (${angka(m.ormas.length)})`,
                    teks: `${m.kalimat} ${sebutNama(m.ormas, m.kunci, kota.rerata.berjalan != null)}`.trim(),
                  })),
                },
              ],
      },
      {
        id: 'bab-4-tindak',
        judul: 'B. Tindak Lanjut',
        halamanBaru: false,
        isi: [
          ...(masalah.length > 0
            ? [
                nomor.tabel(
                  'Rencana tindak lanjut atas permasalahan',
                  [['Permasalahan', '30%'], ['#Ormas', '9%'], 'Tindak lanjut', ['Penanggung jawab', '24%']],
                  masalah.map((m) => [m.judul, angka(m.ormas.length), m.tindakan, m.penanggungJawab]),
                ),
              ]
            : []),
          ...(prioritas.length === 0
            ? [
                paragraf(
                  `Indikator prioritas pembinaan ${data.tahun + 1} belum dapat ditentukan karena ${kota.rerata.berjalan ? 'jendela penilaian masih berjalan' : `yang dinilai ${TERLALU_SEDIKIT}`}.`,
                ),
              ]
            : [
                nomor.tabel(
                  `Indikator prioritas pembinaan ${data.tahun + 1}`,
                  [
                    ['Indikator', '30%'],
                    ['#Rata-rata tingkat', '13%'],
                    ['#Poin yang hilang', '13%'],
                    'Sasaran berikutnya',
                  ],
                  prioritas.map(({ indikator: i, kalimat }) => [
                    `${i.nama} (${i.kode})`,
                    `${desimal(i.rata ?? '0')} (n ${angka(i.n)})`,
                    desimal(i.hilang ?? '0'),
                    kalimat,
                  ]),
                  'Poin yang hilang: bobot indikator dikali bagian tingkat yang belum tercapai, rata-rata kota.',
                ),
              ]),
        ],
      },
    ],
  };
}

function sebutNama(ormas: readonly OrmasLaporan[], kunci: string, berjalan: boolean): string {
  // Nobody is named for what may still come.
  if (kunci === 'menunggu' || (kunci === 'diam' && berjalan)) return '';
  const rujuk =
    kunci === 'sementara'
      ? ' Alasan dan daftar lengkapnya ada pada Lampiran 2.'
      : kunci === 'diam'
        ? ' Daftar lengkapnya ada pada Lampiran 2.'
        : '';
  return ormas.length <= DISEBUT
    ? `Ormas dimaksud: ${untai(ormas.map((o) => o.nama))}.${kunci === 'sementara' ? rujuk : ''}`
    : `Di antaranya ${untai(
        ormas.map((o) => o.nama),
        6,
        'ormas',
      )}.${rujuk}`;
}

/** Chapter V: conclusions and recommendations. */
export function babPenutup({ data, kota, klaster }: BahanBab): Bab {
  return {
    id: 'bab-5',
    nomor: 'BAB V',
    judul: 'Penutup',
    bagian: [
      {
        id: 'bab-5-simpulan',
        judul: 'A. Kesimpulan',
        halamanBaru: false,
        isi: [
          {
            jenis: 'daftar',
            butir: narasiSimpulan(
              data,
              kota,
              klaster.filter((k) => k.klaster.opdId !== null).map((k) => ({ nama: k.klaster.nama, angka: k.angka })),
            ),
          },
        ],
      },
      {
        id: 'bab-5-saran',
        judul: 'B. Rekomendasi',
        halamanBaru: false,
        isi: [
          { jenis: 'daftar', butir: narasiSaran(data, kota) },
          paragraf(
            data.sementara
              ? `Laporan sementara ini disusun untuk memantau pelaksanaan monitoring dan evaluasi ormas tahun ${data.tahun} dengan data per ${tanggal(data.dihitung)}. Angkanya masih dapat berubah sampai periode penilaian ditutup.`
              : `Demikian laporan ini disusun sebagai pertanggungjawaban pelaksanaan monitoring dan evaluasi ormas tahun ${data.tahun}. Capaian yang disebut di sini, ${bagianRingkas(kota)}, menjadi titik awal pengukuran tahun ${data.tahun + 1}.`,
          ),
        ],
      },
    ],
  };
}

function bagianRingkas(kota: AngkaKelompok): string {
  if (kota.rerata.rata === null) return 'meskipun belum berupa rata-rata skor';
  const cakup = bagianPersen(kota.rerata.n, kota.ormas);
  return Number(cakup) === 100
    ? `rata-rata ${desimal(kota.rerata.rata)} atas seluruh ormas`
    : `rata-rata ${kataRata(kota.rerata)}`;
}
