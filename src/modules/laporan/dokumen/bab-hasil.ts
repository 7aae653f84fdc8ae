import { angka, desimal } from '../../../common/format.js';
import { JENIS_DOKUMEN, SEBUTAN_DOKUMEN } from '../../ormas/ormas.types.js';
import { type AngkaKelompok, CAKUPAN_BANDING, layakBanding, layakKlaster, MINIMUM_BANDING } from '../laporan.angka.js';
import { persenDari, sejumlah, tandaUbah, untai } from '../laporan.kata.js';
import { kalimatKlasterKecil } from '../laporan.narasi-klaster.js';
import { cacah, narasiDomain, narasiIko, narasiKegiatan, narasiRegister, urutHilang } from '../laporan.narasi.js';
import { penyebabDomain } from '../laporan.tindak.js';
import { type DataLaporan } from '../laporan.types.js';
import { baganBaring, baganTegak, baganTren } from './bagan.js';
import { bagianKlaster } from './bab-klaster.js';
import { angkaKota, type BahanBab, barisPeringkat, kataPerubahan, kataRerata } from './bahan.js';
import { type Bab, type Blok, type Penomor, paragrafSemua } from './blok.js';

const TERATAS = 10;
const KATA_MINIMUM = `Perbandingan dan peringkat dibuat bila paling sedikit ${MINIMUM_BANDING} ormas dan ${CAKUPAN_BANDING}% anggota berskor lengkap.`;

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
      {
        id: 'bab-3-domain',
        judul: 'D. Domain dan Indikator',
        halamanBaru: true,
        rapat: true,
        isi: isiDomain(kota, data, nomor),
      },
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
    angkaKota(data, kota),
    ...paragrafSemua(narasiRegister(data, kota)),
    nomor.tabel(
      'Ormas menurut bidang',
      ['Bidang', ['#Ormas', '16%'], ['#Bagian', '16%']],
      baris(bidang, 'Belum ditetapkan'),
      'Menurut bidang pada klaster yang berlaku saat penghitungan.',
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
  const deret = [...data.tahunLalu.filter((t) => t.sebanding), { tahun: data.tahun, ...kota.rerata }].flatMap((t) =>
    t.rata === null || !layakBanding(t) ? [] : [{ tahun: t.tahun, rata: t.rata, n: t.n }],
  );
  if (layakBanding(kota.rerata) && deret.length > 1)
    isi.push(
      nomor.bagan(
        'Rata-rata IKO kota menurut tahun',
        `Rata-rata IKO: ${untai(deret.map((d) => `${d.tahun} ${desimal(d.rata)}`))}.`,
        baganTren(deret),
        `Hanya tahun dengan instrumen yang sama dan skor lengkap yang cukup: ${untai(deret.map((d) => `${d.tahun} n = ${angka(d.n)}`))}. Ormas yang dihitung berlainan setiap tahun, sehingga garis ini tidak sama dengan perubahan pada ormas yang sama.`,
      ),
    );
  const bernama = klaster
    .filter((k) => k.klaster.opdId !== null)
    .map((k) => ({ nama: k.klaster.nama, angka: k.angka }));
  const tingkat = data.instrumen.tingkat.map((p) => ({ nama: p.sebutan, n: kota.tingkat[p.tingkat] ?? 0 }));
  isi.push(
    nomor.bagan(
      `Ormas berskor lengkap menurut tingkat, ${data.tahun}`,
      `Jumlah ormas menurut tingkat: ${untai(tingkat.map((t) => `${t.nama} ${angka(t.n)}`))}.`,
      baganTegak(tingkat.map((t) => ({ nama: t.nama, nilai: t.n, label: angka(t.n) }))),
      `n = ${angka(kota.rerata.n)} dari ${angka(kota.ormas)} ormas.`,
    ),
    ...paragrafSemua([kalimatKlasterKecil(bernama)].filter((k) => k !== '')),
    nomor.tabel(
      'IKO menurut klaster',
      [['Klaster', '22%'], '#Ormas', '#Skor lengkap', '#Rata-rata', '#Perubahan', '#Sementara', '#Profil saja'],
      [
        ...klaster.map((k) => [k.klaster.nama, k.angka, layakKlaster(k.klaster, k.angka.rerata)] as const),
        ['Kota', kota, layakBanding(kota.rerata)] as const,
      ].map(([nama, k, layak]) => [
        nama,
        angka(k.ormas),
        `${angka(k.rerata.n)} (${persenDari(k.rerata.n, k.ormas)})`,
        { teks: kataRerata(k), redup: !layak },
        layak ? kataPerubahan(k) : '–',
        angka(k.sementara),
        angka(k.profilSaja),
      ]),
      `Perubahan: rata-rata selisih skor anggota yang skornya lengkap pada ${data.tahun - 1} dan ${data.tahun}. ${KATA_MINIMUM} Angka pudar dan garis datar: tidak dibandingkan.`,
    ),
  );
  if (layakBanding(kota.rerata)) {
    const teratas = kota.peringkat.slice(0, TERATAS);
    isi.push(
      nomor.tabel(
        teratas.length < TERATAS ? 'Skor tertinggi' : 'Sepuluh skor tertinggi',
        [['#', '7%'], 'Ormas', ['Klaster', '18%'], ['#Skor', '11%'], ['#Perubahan', '14%']],
        barisPeringkat(teratas, kota.peringkat, data, true),
        'Skor sama menempati peringkat yang sama; skor sementara tidak diperingkat. Garis datar: tidak ada skor lengkap tahun lalu.',
      ),
    );
  }
  return isi;
}

function isiDomain(kota: AngkaKelompok, data: DataLaporan, nomor: Penomor): Blok[] {
  const ada = kota.domain.filter((d) => d.persen !== null);
  const terurut = urutHilang(kota.indikator);
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
            `n = ${angka(kota.rerata.n)} ormas berskor lengkap.`,
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
      'Indikator penyebab: yang paling banyak mengurangi nilai domain, di antara indikator yang cukup banyak dinilai.',
    ),
    nomor.tabel(
      'Tingkat setiap indikator, dari yang paling banyak mengurangi IKO',
      [['Indikator', '34%'], '#Bobot', '#Rata-rata', '#n', '#0', '#1', '#2', '#3', '#4', '#T.B.', '#Belum'],
      [...terurut, ...kota.indikator.filter((i) => !terurut.includes(i))].map((i) => [
        `${i.nama} (${i.kode})`,
        angka(i.bobot),
        i.rata === null ? '–' : desimal(i.rata),
        angka(i.n),
        ...i.sebaran.map((n) => angka(n)),
        angka(i.takBerlaku),
        angka(i.belum),
      ]),
      `Kolom 0–4: jumlah ormas pada tingkat itu. T.B.: tak berlaku. Belum: belum dinilai. Yang terlalu sedikit dinilai untuk dibandingkan berada paling bawah. Dihitung atas ${sejumlah(data.ormas.filter((o) => o.status === 'dinilai').length, 'ormas')} yang dinilai, termasuk yang skornya sementara.`,
    ),
  ];
}
