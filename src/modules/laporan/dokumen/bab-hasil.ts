import { angka, desimal } from '../../../common/format.js';
import { JENIS_DOKUMEN, SEBUTAN_DOKUMEN } from '../../ormas/ormas.types.js';
import { type AngkaKelompok, bagianPersen, perubahanSkor, peringkatBersama } from '../laporan.angka.js';
import { kataRata, persenDari, tandaUbah, sejumlah, untai } from '../laporan.kata.js';
import {
  cacah,
  narasiDomain,
  narasiIko,
  narasiKegiatan,
  narasiKlaster,
  narasiRegister,
  urutHilang,
} from '../laporan.narasi.js';
import { daftarMasalah, narasiSaran, narasiSimpulan, penyebabDomain, prioritasIndikator } from '../laporan.tindak.js';
import { type DataLaporan, type KlasterLaporan, type OrmasLaporan } from '../laporan.types.js';
import { baganBaring, baganTegak, baganTren } from './bagan.js';
import { type Bab, type BagianBab, type Blok, type Penomor, paragraf, paragrafSemua } from './blok.js';

/** The figures of the city and of each cluster, computed once for all chapters. */
export interface BahanBab {
  data: DataLaporan;
  kota: AngkaKelompok;
  klaster: { klaster: KlasterLaporan; angka: AngkaKelompok }[];
}

const TERATAS = 10;
const DISEBUT = 12;
const rata = (k: AngkaKelompok) => (k.rerata.rata === null ? '–' : desimal(k.rerata.rata));
const ubah = (k: AngkaKelompok) => (k.perubahan.rata === null ? '–' : tandaUbah(k.perubahan.rata));

/** Chapter III: the city, its domains and indicators, then each cluster. */
export function babHasil(bahan: BahanBab, nomor: Penomor): Bab {
  const { data, kota } = bahan;
  return {
    id: 'bab-3',
    nomor: 'BAB III',
    judul: 'Hasil dan Analisis',
    bagian: [
      { id: 'bab-3-kota', judul: 'A. Gambaran Kota', halamanBaru: false, isi: isiKota(bahan, nomor) },
      {
        id: 'bab-3-kegiatan',
        judul: 'B. Kegiatan dan Pelaporan',
        halamanBaru: false,
        isi: [...paragrafSemua(narasiKegiatan(kota)), tabelKlaster(bahan, nomor)],
      },
      { id: 'bab-3-iko', judul: 'C. Indeks Kinerja Ormas', halamanBaru: false, isi: isiIko(bahan, nomor) },
      { id: 'bab-3-domain', judul: 'D. Domain dan Indikator', halamanBaru: false, isi: isiDomain(kota, data, nomor) },
      ...bahan.klaster.map((k, i) => bagianKlaster(bahan, k, i, nomor)),
    ],
  };
}

function isiKota({ data, kota }: BahanBab, nomor: Penomor): Blok[] {
  const bidang = cacah(data.ormas.map((o) => o.bidang));
  const kecamatan = cacah(data.ormas.map((o) => o.kecamatan));
  const baris = (c: ReturnType<typeof cacah>, kosong: string) => [
    ...c.urut.map(([nama, n]) => [nama, angka(n), persenDari(n, kota.ormas)]),
    ...(c.kosong > 0 ? [[kosong, angka(c.kosong), persenDari(c.kosong, kota.ormas)]] : []),
  ];
  return [
    {
      jenis: 'angka',
      angka: [
        {
          label: 'Ormas dinilai',
          nilai: angka(kota.ormas),
          keterangan: `${angka(data.klaster.filter((k) => k.opdId !== null).length)} klaster`,
        },
        {
          label: 'Rata-rata IKO',
          nilai: rata(kota),
          keterangan: `${angka(kota.rerata.n)} bernilai tetap (${persenDari(kota.rerata.n, kota.ormas)})`,
        },
        {
          label: 'Kegiatan terverifikasi',
          nilai: angka(kota.kegiatan.jumlah),
          keterangan: `oleh ${angka(kota.kegiatan.aktif)} ormas`,
        },
        {
          label: 'Peserta tercatat',
          nilai: angka(kota.kegiatan.laki + kota.kegiatan.perempuan),
          keterangan: `${persenDari(kota.kegiatan.perempuan, kota.kegiatan.laki + kota.kegiatan.perempuan)} perempuan`,
        },
      ],
    },
    ...paragrafSemua(narasiRegister(data, kota)),
    nomor.tabel(
      'Ormas menurut bidang',
      ['Bidang', ['#Ormas', '16%'], ['#Bagian', '16%']],
      baris(bidang, 'Bidang belum jelas'),
    ),
    nomor.tabel(
      'Ormas menurut kecamatan',
      ['Kecamatan', ['#Ormas', '16%'], ['#Bagian', '16%']],
      baris(kecamatan, 'Di luar kota'),
    ),
    nomor.tabel(
      'Dokumen yang sah pada hari terakhir jendela penilaian',
      ['Dokumen', ['#Ormas', '16%'], ['#Bagian', '16%']],
      JENIS_DOKUMEN.map((j) => [SEBUTAN_DOKUMEN[j], angka(kota.dokumen[j]), persenDari(kota.dokumen[j], kota.ormas)]),
    ),
  ];
}

function tabelKlaster({ kota, klaster }: BahanBab, nomor: Penomor): Blok {
  const baris = (nama: string, k: AngkaKelompok) => [
    nama,
    angka(k.ormas),
    angka(k.kegiatan.jumlah),
    angka(k.kegiatan.tanpa),
    k.kegiatan.jumlah === 0 ? '–' : persenDari(k.kegiatan.tepatWaktu, k.kegiatan.jumlah),
    angka(k.kegiatan.laki + k.kegiatan.perempuan),
    angka(k.laporanTahunan),
  ];
  return nomor.tabel(
    'Kegiatan dan pelaporan menurut klaster',
    [['Klaster', '22%'], '#Ormas', '#Kegiatan', '#Tanpa kegiatan', '#Tepat waktu', '#Peserta', '#Laporan tahunan'],
    [...klaster.map((k) => baris(k.klaster.nama, k.angka)), baris('Kota', kota)],
    'Tepat waktu: laporan kegiatan yang masuk paling lambat 30 hari setelah kegiatan selesai.',
  );
}

function isiIko({ data, kota, klaster }: BahanBab, nomor: Penomor): Blok[] {
  const isi: Blok[] = paragrafSemua(narasiIko(data, kota));
  const deret = [...data.tahunLalu.filter((t) => t.sebanding), { tahun: data.tahun, rata: kota.rerata.rata }].flatMap(
    (t) => (t.rata === null ? [] : [{ tahun: t.tahun, rata: t.rata }]),
  );
  if (deret.length > 1)
    isi.push(
      nomor.bagan(
        'Rata-rata IKO kota menurut tahun',
        `Rata-rata IKO: ${untai(deret.map((d) => `${d.tahun} ${desimal(d.rata)}`))}.`,
        baganTren(deret),
        'Hanya tahun yang memakai instrumen yang sama.',
      ),
    );
  const tingkat = data.instrumen.tingkat.map((p) => ({ nama: p.sebutan, n: kota.tingkat[p.tingkat] ?? 0 }));
  isi.push(
    nomor.bagan(
      `Ormas bernilai tetap menurut tingkat, ${data.tahun}`,
      `Jumlah ormas menurut tingkat: ${untai(tingkat.map((t) => `${t.nama} ${angka(t.n)}`))}.`,
      baganTegak(tingkat.map((t) => ({ nama: t.nama, nilai: t.n, label: angka(t.n) }))),
      `n = ${angka(kota.rerata.n)} dari ${angka(kota.ormas)} ormas.`,
    ),
    nomor.tabel(
      'IKO menurut klaster',
      [['Klaster', '22%'], '#Ormas', '#Bernilai tetap', '#Rata-rata', '#Perubahan', '#Sementara', '#Profil saja'],
      [...klaster.map((k) => [k.klaster.nama, k.angka] as const), ['Kota', kota] as const].map(([nama, k]) => [
        nama,
        angka(k.ormas),
        `${angka(k.rerata.n)} (${persenDari(k.rerata.n, k.ormas)})`,
        rata(k),
        ubah(k),
        angka(k.sementara),
        angka(k.profilSaja),
      ]),
      `Perubahan: rata-rata selisih skor anggota yang bernilai tetap pada ${data.tahun - 1} dan ${data.tahun}.`,
    ),
  );
  if (kota.peringkat.length > 0) {
    const teratas = kota.peringkat.slice(0, TERATAS);
    isi.push(
      nomor.tabel(
        teratas.length < TERATAS ? 'Skor tertinggi' : 'Sepuluh skor tertinggi',
        [['#', '7%'], 'Ormas', ['Klaster', '18%'], ['#Skor', '11%'], ['#Perubahan', '14%']],
        barisPeringkat(teratas, kota.peringkat, data, true),
        'Skor sama menempati peringkat yang sama; skor sementara tidak diperingkat.',
      ),
    );
  }
  return isi;
}

function barisPeringkat(
  ormas: readonly OrmasLaporan[],
  semua: readonly OrmasLaporan[],
  data: DataLaporan,
  denganKlaster: boolean,
) {
  const tempat = peringkatBersama(semua);
  const nama = new Map(data.klaster.map((k) => [k.opdId, k.nama]));
  return ormas.map((o) => {
    const selisih = perubahanSkor(o, data.tahun);
    return [
      angka(tempat.get(o.id) ?? 0),
      o.nama,
      ...(denganKlaster ? [nama.get(o.opdId) ?? ''] : [o.sebutan ?? '']),
      desimal(o.skor ?? '0'),
      selisih === null ? '–' : tandaUbah(selisih),
    ];
  });
}

function isiDomain(kota: AngkaKelompok, data: DataLaporan, nomor: Penomor): Blok[] {
  const ada = kota.domain.filter((d) => d.persen !== null);
  return [
    ...paragrafSemua(narasiDomain(kota)),
    ...(ada.length > 0
      ? [
          nomor.bagan(
            'Capaian domain kota terhadap bobotnya',
            `Capaian domain dalam persen bobot: ${untai(ada.map((d) => `${d.nama} ${desimal(d.persen ?? '0', 1)}%`))}.`,
            baganBaring(
              ada.map((d) => ({ nama: d.nama, nilai: Number(d.persen), label: `${desimal(d.persen ?? '0', 1)}%` })),
              { maks: 100, nama: ['Kota'] },
            ),
            `n = ${angka(kota.rerata.n)} ormas bernilai tetap.`,
          ),
        ]
      : []),
    nomor.tabel(
      'Domain kota',
      [
        ['Domain', '20%'],
        ['#Bobot', '10%'],
        ['#Rata-rata', '13%'],
        ['#Capaian', '12%'],
        ['#Perubahan', '14%'],
        'Indikator penyebab (rata-rata tingkat)',
      ],
      kota.domain.map((d) => [
        d.nama,
        angka(d.bobot),
        d.rata === null ? '–' : desimal(d.rata),
        d.persen === null ? '–' : `${desimal(d.persen, 1)}%`,
        d.ubah === null ? '–' : tandaUbah(d.ubah),
        penyebabDomain(kota, d.kode),
      ]),
      'Indikator penyebab: yang paling banyak mengurangi nilai domain.',
    ),
    nomor.tabel(
      'Tingkat setiap indikator, dari yang paling banyak mengurangi IKO',
      [['Indikator', '34%'], '#Bobot', '#Rata-rata', '#n', '#0', '#1', '#2', '#3', '#4', '#T.B.', '#Belum'],
      [...urutHilang(kota.indikator), ...kota.indikator.filter((i) => i.hilang === null)].map((i) => [
        `${i.nama} (${i.kode})`,
        angka(i.bobot),
        i.rata === null ? '–' : desimal(i.rata),
        angka(i.n),
        ...i.sebaran.map((n) => angka(n)),
        angka(i.takBerlaku),
        angka(i.belum),
      ]),
      `Kolom 0–4: jumlah ormas pada tingkat itu. T.B.: tak berlaku. Belum: belum dinilai. Dihitung atas ${sejumlah(data.ormas.filter((o) => o.status === 'dinilai').length, 'ormas')} yang dinilai, termasuk yang bernilai sementara.`,
    ),
  ];
}

function bagianKlaster(
  bahan: BahanBab,
  { klaster, angka: k }: BahanBab['klaster'][number],
  urutan: number,
  nomor: Penomor,
): BagianBab {
  const { data, kota } = bahan;
  const isi = paragrafSemua(narasiKlaster(data, klaster, k, kota));
  const ada = k.domain.filter((d) => d.persen !== null);
  if (k.ormas > 0)
    isi.unshift({
      jenis: 'angka',
      angka: [
        { label: 'Ormas', nilai: angka(k.ormas), keterangan: `${persenDari(k.ormas, kota.ormas)} dari kota` },
        { label: 'Rata-rata IKO', nilai: rata(k), keterangan: `${angka(k.rerata.n)} bernilai tetap` },
        {
          label: 'Perubahan',
          nilai: ubah(k),
          keterangan: k.perubahan.n > 0 ? `pada ${sejumlah(k.perubahan.n, 'ormas')}` : 'tidak ada pembanding',
        },
        { label: 'Kegiatan', nilai: angka(k.kegiatan.jumlah), keterangan: `oleh ${angka(k.kegiatan.aktif)} ormas` },
      ],
    });
  if (ada.length > 0) {
    const persenKota = (kode: string) => kota.domain.find((d) => d.kode === kode)?.persen ?? null;
    isi.push(
      nomor.bagan(
        `Capaian domain klaster ${klaster.nama} dibandingkan dengan kota`,
        `Capaian domain dalam persen bobot: ${untai(ada.map((d) => `${d.nama} ${desimal(d.persen ?? '0', 1)}% (kota ${desimal(persenKota(d.kode) ?? '0', 1)}%)`))}.`,
        baganBaring(
          ada.map((d) => ({ nama: d.nama, nilai: Number(d.persen), label: `${desimal(d.persen ?? '0', 1)}%` })),
          {
            maks: 100,
            nama: [`Klaster (n = ${angka(k.rerata.n)})`, `Kota (n = ${angka(kota.rerata.n)})`],
            banding: ada.map((d) => ({
              nama: d.nama,
              nilai: Number(persenKota(d.kode)),
              label: `${desimal(persenKota(d.kode) ?? '0', 1)}%`,
            })),
          },
        ),
      ),
    );
  }
  if (k.peringkat.length > 0) isi.push(tabelAnggota(data, klaster, k, nomor));
  return {
    id: `bab-3-klaster-${klaster.kode}`,
    judul: `${huruf(urutan + 4)}. Klaster ${klaster.nama}`,
    halamanBaru: true,
    isi,
  };
}

function tabelAnggota(data: DataLaporan, klaster: KlasterLaporan, k: AngkaKelompok, nomor: Penomor): Blok {
  const kepala: (string | [string, string])[] = [
    ['#', '7%'],
    'Ormas',
    ['Tingkat', '22%'],
    ['#Skor', '11%'],
    ['#Perubahan', '14%'],
  ];
  const { peringkat } = k;
  if (peringkat.length <= DISEBUT)
    return nomor.tabel(`Skor tetap klaster ${klaster.nama}`, kepala, barisPeringkat(peringkat, peringkat, data, false));
  const [atas, bawah] = [peringkat.slice(0, 5), peringkat.slice(-5)];
  return nomor.tabel(
    `Skor tertinggi dan terendah klaster ${klaster.nama}`,
    kepala,
    [
      ['Lima tertinggi'],
      ...barisPeringkat(atas, peringkat, data, false),
      ['Lima terendah'],
      ...barisPeringkat(bawah, peringkat, data, false),
    ],
    'Skor seluruh anggota ada pada halaman masing-masing dan pada Lampiran 1.',
  );
}

const huruf = (i: number): string => String.fromCharCode(65 + (i % 26));

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
                    teks: `${m.kalimat} ${sebutNama(m.ormas, m.kunci)}`.trim(),
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
          nomor.tabel(
            `Indikator prioritas pembinaan ${data.tahun + 1}`,
            [
              ['Indikator', '30%'],
              ['#Rata-rata tingkat', '13%'],
              ['#Poin yang hilang', '13%'],
              'Sasaran tingkat berikutnya',
            ],
            prioritas.map(({ indikator: i, kalimat }) => [
              `${i.nama} (${i.kode})`,
              `${desimal(i.rata ?? '0')} (n ${angka(i.n)})`,
              desimal(i.hilang ?? '0'),
              kalimat,
            ]),
            'Poin yang hilang: bobot indikator dikali bagian tingkat yang belum tercapai, rata-rata kota.',
          ),
        ],
      },
    ],
  };
}

function sebutNama(ormas: readonly OrmasLaporan[], kunci: string): string {
  if (kunci === 'menunggu') return '';
  const rujuk = kunci === 'sementara' || kunci === 'diam' ? ' Alasan dan daftar lengkapnya ada pada Lampiran 2.' : '';
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
              klaster.map((k) => ({ nama: k.klaster.nama, angka: k.angka })),
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
            `Demikian laporan ini disusun sebagai pertanggungjawaban pelaksanaan monitoring dan evaluasi ormas tahun ${data.tahun}. Capaian yang disebut di sini, ${bagianRingkas(kota)}, menjadi titik awal pengukuran tahun ${data.tahun + 1}.`,
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
