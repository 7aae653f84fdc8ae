import { angka, desimal } from '../../../common/format.js';
import { type AngkaKelompok, layakKlaster } from '../laporan.angka.js';
import { persenDari, sejumlah, untai } from '../laporan.kata.js';
import { narasiKlaster } from '../laporan.narasi-klaster.js';
import { type DataLaporan, type KlasterLaporan, type OrmasLaporan } from '../laporan.types.js';
import { baganBaring } from './bagan.js';
import { type BahanBab, barisPeringkat, kataPerubahan, kataRerata } from './bahan.js';
import { type BagianBab, type Blok, type Penomor, paragrafSemua } from './blok.js';

/** Rankings up to this length are shown whole. */
const UTUH = 12;
/** Sections of chapter III before the clusters. */
const SEBELUM = 4;

/** One cluster: its figures, its words, its domains beside the city's, and who stands where. `urutan` from 0. */
export function bagianKlaster(
  bahan: BahanBab,
  { klaster, angka: k }: BahanBab['klaster'][number],
  urutan: number,
  nomor: Penomor,
): BagianBab {
  const { data, kota } = bahan;
  const layak = layakKlaster(klaster, k.rerata);
  const isi = paragrafSemua(narasiKlaster(data, klaster, k, kota));
  const ada = k.domain.filter((d) => d.persen !== null);
  if (k.ormas > 0)
    isi.unshift({
      jenis: 'angka',
      angka: [
        { label: 'Ormas', nilai: angka(k.ormas), keterangan: `${persenDari(k.ormas, kota.ormas)} dari kota` },
        { label: 'Rata-rata IKO', nilai: kataRerata(k), keterangan: `${angka(k.rerata.n)} skor lengkap` },
        {
          label: 'Perubahan',
          nilai: layak ? kataPerubahan(k) : '–',
          keterangan:
            k.perubahan.n === 0
              ? 'tidak ada pembanding'
              : layak && k.perubahan.layak
                ? `pada ${sejumlah(k.perubahan.n, 'ormas')}`
                : 'tidak dibandingkan',
        },
        { label: 'Kegiatan', nilai: angka(k.kegiatan.jumlah), keterangan: `oleh ${angka(k.kegiatan.aktif)} ormas` },
      ],
    });
  if (ada.length > 0 && layak) {
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
    judul: `${huruf(urutan + SEBELUM)}. ${klaster.opdId === null ? 'Ormas tanpa Klaster' : `Klaster ${klaster.nama}`}`,
    // Without a chart and a ranking it is short, and several stand on one page.
    halamanBaru: layak,
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
  const { compare } = new Intl.Collator('id');
  if (!layakKlaster(klaster, k.rerata))
    return nomor.tabel(
      `Skor lengkap ${klaster.opdId === null ? 'ormas yang belum ditetapkan klasternya' : `klaster ${klaster.nama}`}, menurut nama`,
      kepala.slice(1),
      barisPeringkat(
        [...peringkat].sort((a, b) => compare(a.nama, b.nama)),
        null,
        data,
        false,
      ),
    );
  if (peringkat.length <= UTUH)
    return nomor.tabel(
      `Skor lengkap klaster ${klaster.nama}`,
      kepala,
      barisPeringkat(peringkat, peringkat, data, false),
    );
  // Five and five beside each other: one above the other they would not fit on the page of the cluster.
  const ringkas = (ormas: readonly OrmasLaporan[]) =>
    barisPeringkat(ormas, peringkat, data, false).map(([tempat = '', nama = '', , skor = '', ubah = '']) => [
      tempat,
      nama,
      skor,
      ubah,
    ]);
  return nomor.berdua(
    `Skor tertinggi dan terendah klaster ${klaster.nama}`,
    [['#', '9%'], 'Ormas', ['#Skor', '16%'], ['#Ubah', '18%']],
    [
      { judul: 'Lima tertinggi', baris: ringkas(peringkat.slice(0, 5)) },
      { judul: 'Lima terendah', baris: ringkas(peringkat.slice(-5)) },
    ],
    'Ubah: terhadap skor lengkap tahun lalu. Skor seluruh anggota ada pada Lampiran 1.',
  );
}

const huruf = (i: number): string => String.fromCharCode(65 + (i % 26));
