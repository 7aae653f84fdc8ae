import { angka } from '../../../common/format.js';
import { layakKlaster } from '../laporan.angka.js';
import { sejumlah, singkat } from '../laporan.kata.js';
import { daftarMasalah, narasiSimpulan } from '../laporan.tindak.js';
import { type BahanBab, angkaKota, kataPerubahan, kataRerata } from './bahan.js';
import { type Blok, susunTabel } from './blok.js';

/** So many clusters and problems fit on the page; the rest stands in the chapters. */
const KLASTER_MAKS = 6;
const MASALAH_MAKS = 5;
/** Letters of a cluster's name that stand on one line. */
const NAMA_MAKS = 30;

/** A heading of the page with what stands below it. */
export interface BagianIkhtisar {
  judul: string;
  isi: Blok[];
}

/**
 * The executive summary, one page for whoever reads one page: the figures of the city, what was found, the clusters, and
 * what waits for whom. Everything in it is said again in the chapters, with its reasons. The largest clusters stand here
 * when there are many.
 */
export function ikhtisar({ data, kota, klaster }: BahanBab): BagianIkhtisar[] {
  const bernama = klaster
    .filter((k) => k.klaster.opdId !== null)
    .map((k) => ({ nama: k.klaster.nama, angka: k.angka }));
  const masalah = daftarMasalah(data, kota);
  return [
    { judul: '', isi: [angkaKota(data, kota)] },
    { judul: 'Temuan Utama', isi: [{ jenis: 'daftar', butir: narasiSimpulan(data, kota, bernama) }] },
    { judul: 'Capaian Klaster', isi: [tabelKlaster(klaster)] },
    ...(masalah.length === 0
      ? []
      : [
          {
            judul: 'Yang Memerlukan Tindakan',
            isi: [
              tabel(
                [['Permasalahan', '30%'], ['#Ormas', '9%'], 'Tindak lanjut', ['Penanggung jawab', '19%']],
                masalah
                  .slice(0, MASALAH_MAKS)
                  .map((m) => [m.judul, angka(m.ormas.length), m.tindakan, m.penanggungJawab]),
                `Uraian dan nama ormasnya ada pada BAB IV${
                  masalah.length > MASALAH_MAKS
                    ? `, beserta ${sejumlah(masalah.length - MASALAH_MAKS, 'permasalahan')} lainnya`
                    : ''
                }.`,
              ),
            ],
          },
        ]),
  ];
}

function tabelKlaster(klaster: BahanBab['klaster']): Blok {
  const tampil =
    klaster.length <= KLASTER_MAKS
      ? klaster
      : [...klaster].sort((a, b) => b.angka.ormas - a.angka.ormas).slice(0, KLASTER_MAKS);
  return tabel(
    [['Klaster', '34%'], '#Ormas', '#Skor lengkap', '#Rata-rata IKO', '#Perubahan', '#Tanpa kegiatan'],
    tampil.map(({ klaster: k, angka: a }) => {
      const layak = layakKlaster(k, a.rerata);
      return [
        singkat(k.nama, NAMA_MAKS),
        angka(a.ormas),
        angka(a.rerata.n),
        { teks: kataRerata(a), redup: !layak },
        layak ? kataPerubahan(a) : '–',
        angka(a.kegiatan.tanpa),
      ];
    }),
    [
      klaster.length > tampil.length
        ? `Klaster dengan ormas terbanyak; ${sejumlah(klaster.length - tampil.length, 'klaster')} lainnya ada pada BAB III.`
        : '',
      'Angka pudar dan garis datar: tidak dibandingkan.',
    ]
      .filter((k) => k !== '')
      .join(' '),
  );
}

/** A table without heading and number: the headings of the page say what it is. */
function tabel(
  kepala: Parameters<typeof susunTabel>[1],
  baris: Parameters<typeof susunTabel>[2],
  catatan: string,
): Blok {
  return { jenis: 'tabel', nomor: 0, ...susunTabel('', kepala, baris, catatan) };
}
