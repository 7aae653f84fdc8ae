import Big from 'big.js';
import { angka, desimal, tanggal } from '../../common/format.js';
import { arahSelisih, type AngkaKelompok, layakBanding, layakKlaster } from './laporan.angka.js';
import {
  denganPersen,
  hariKeadaan,
  kapital,
  kataRata,
  kataTakBanding,
  kataUbah,
  sejumlah,
  sepanjang,
  TERLALU_SEDIKIT,
  untai,
} from './laporan.kata.js';
import { kalimatBelumDitetapkan, narasiDomain } from './laporan.narasi.js';
import { type DataLaporan, type KlasterLaporan, type OrmasLaporan } from './laporan.types.js';

// What the report says of clusters, under the same rules as `laporan.narasi.ts`.

/** One cluster: its members, its mean beside the city's, who leads, what is weak, who is missing. */
export function narasiKlaster(
  data: DataLaporan,
  klaster: KlasterLaporan,
  k: AngkaKelompok,
  kota: AngkaKelompok,
): string[] {
  if (k.ormas === 0) return [`Belum ada ormas dalam klaster ini pada ${tanggal(hariKeadaan(data))}.`];
  const hasil = [kalimatAnggota(data, klaster, k, kota)];
  if (layakKlaster(klaster, k.rerata))
    hasil.push(
      `Rata-rata IKO klaster ini adalah ${kataRata(k.rerata)}${kalimatSisi(k, kota)}.${kalimatUbahKlaster(k, data)}${kalimatPemimpin(k)}`,
      ...narasiDomain(k).slice(0, 1),
    );
  else if (klaster.opdId === null && layakBanding(k.rerata))
    hasil.push(
      `Rata-rata IKO mereka adalah ${kataRata(k.rerata)}. Mereka bukan satu klaster, sehingga tidak dibandingkan dan tidak diperingkat.`,
    );
  else hasil.push(kalimatSedikit(k));
  hasil.push(kalimatHilang(k));
  return hasil.filter((p) => p !== '');
}

/** The figures of a cluster with too few complete scores, without a comparison. */
function kalimatSedikit({ rerata, peringkat, ormas }: AngkaKelompok): string {
  const [satu] = peringkat;
  if (!satu) return `Rata-rata IKO klaster ini ${kataRata(rerata)}.`;
  if (rerata.n === 1)
    return `Baru satu dari ${sejumlah(ormas, 'ormas')} berskor lengkap, yaitu ${satu.nama} (${desimal(satu.skor ?? '0')}); satu skor ${kataTakBanding(rerata)}.`;
  return `Rata-rata IKO klaster ini adalah ${kataRata(rerata)}; jumlah itu ${kataTakBanding(rerata)}.`;
}

function kalimatSisi(k: AngkaKelompok, kota: AngkaKelompok): string {
  if (k.rerata.rata === null || kota.rerata.rata === null || !layakBanding(kota.rerata)) return '';
  const lebih = new Big(k.rerata.rata).minus(kota.rerata.rata);
  const arah = arahSelisih(lebih.toFixed(2));
  if (arah === 'sama') return `, ${lebih.eq(0) ? '' : 'hampir '}sama dengan rata-rata kota`;
  return `, ${desimal(lebih.abs())} di ${arah === 'naik' ? 'atas' : 'bawah'} rata-rata kota`;
}

/**
 * The clusters with too few complete scores to compare, gathered in one sentence; `''` when there are none. Clusters
 * without any ormas are not spoken of.
 */
export function kalimatKlasterKecil(klaster: readonly { nama: string; angka: AngkaKelompok }[]): string {
  const berisi = klaster.filter((k) => k.angka.ormas > 0);
  const kecil = berisi.filter((k) => !layakBanding(k.angka.rerata));
  if (kecil.length === 0 || kecil.some((k) => k.angka.rerata.berjalan)) return '';
  const sebut = kecil.map((k) => `${k.nama} (${angka(k.angka.rerata.n)} dari ${angka(k.angka.ormas)})`);
  const awal =
    kecil.length === berisi.length && kecil.length > 1
      ? `Di semua klaster jumlah skor lengkap masih ${TERLALU_SEDIKIT}`
      : `Jumlah skor lengkap di klaster ${untai(sebut)} ${TERLALU_SEDIKIT}`;
  return `${awal}; angkanya disajikan tanpa peringkat dan tanpa arah perubahan.`;
}

function kalimatAnggota(data: DataLaporan, klaster: KlasterLaporan, k: AngkaKelompok, kota: AngkaKelompok): string {
  const bidang = klaster.bidang.length > 0 ? ` dengan bidang ${untai(klaster.bidang)}` : '';
  const awal =
    klaster.opdId === null
      ? kalimatBelumDitetapkan(data.ormas.filter((o) => o.opdId === null)).trim()
      : `Klaster yang dibina ${klaster.namaLengkap}${bidang} beranggotakan ${denganPersen(k.ormas, kota.ormas, 'ormas')}.`;
  return `${awal} ${
    k.kegiatan.jumlah === 0
      ? `${k.rerata.berjalan ? 'Belum' : 'Tidak'} ada kegiatan terverifikasi ${sepanjang(data)}.`
      : `${kapital(sepanjang(data))} mereka melaksanakan ${sejumlah(k.kegiatan.jumlah, 'kegiatan')} terverifikasi${kalimatBersama(klaster, k)}.`
  }`;
}

function kalimatBersama({ opdId }: KlasterLaporan, { kegiatan }: AngkaKelompok): string {
  if (opdId === null) return '';
  return kegiatan.bersamaOpd === 0
    ? ', tidak satu pun bersama OPD pembina'
    : `, ${angka(kegiatan.bersamaOpd)} di antaranya bersama OPD pembina`;
}

function kalimatUbahKlaster({ perubahan: p }: AngkaKelompok, data: DataLaporan): string {
  if (!p.layak || p.rata === null) return '';
  return ` Skor ${sejumlah(p.n, 'anggota')} yang lengkap pada ${data.tahun - 1} dan ${data.tahun} rata-rata ${kataUbah(p.rata)}.`;
}

function kalimatPemimpin({ peringkat }: AngkaKelompok): string {
  const pertama = peringkat[0];
  if (!pertama) return '';
  const juara = peringkat.filter((o) => o.skor === pertama.skor);
  const sebut = (o: OrmasLaporan) => `${o.nama} (${desimal(o.skor ?? '0')})`;
  if (juara.length > 1)
    return ` Skor tertinggi, ${desimal(pertama.skor ?? '0')}, dicapai bersama oleh ${untai(
      juara.map((o) => o.nama),
      4,
      'ormas',
    )}.`;
  const berikut = peringkat.slice(1, 3);
  return ` Skor tertinggi dicapai ${pertama.nama} dengan ${desimal(pertama.skor ?? '0')} pada tingkat ${pertama.sebutan ?? ''}${
    berikut.length > 0 ? `, disusul ${untai(berikut.map(sebut))}` : ''
  }.`;
}

function kalimatHilang(k: AngkaKelompok): string {
  const bagian = [
    ...(k.diam.length > 0 && !k.rerata.berjalan
      ? [
          `${sejumlah(k.diam.length, 'ormas')} tidak mengirim laporan apa pun (${untai(
            k.diam.map((o) => o.nama),
            4,
            'ormas',
          )})`,
        ]
      : []),
    ...(k.sementara > 0 ? [`${sejumlah(k.sementara, 'ormas')} berskor sementara`] : []),
    ...(k.profilSaja > 0 ? [`${sejumlah(k.profilSaja, 'ormas')} baru memuat profil`] : []),
  ];
  return bagian.length > 0 ? `Yang perlu diperhatikan: ${untai(bagian)}.` : '';
}
