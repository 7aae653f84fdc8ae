import Big from 'big.js';
import { angka, desimal, tanggal } from '../../common/format.js';
import { type Instrumen } from '../../iko/instrumen.js';
import { SEBUTAN_DOKUMEN, JENIS_DOKUMEN } from '../ormas/ormas.types.js';
import { type AngkaDomain, type AngkaIndikator, type AngkaKelompok, type AngkaKegiatan } from './laporan.angka.js';
import {
  arahTren,
  denganPersen,
  kapital,
  kataRata,
  kataUbah,
  persenDari,
  Sejumlah,
  sejumlah,
  syaratNaik,
  untai,
} from './laporan.kata.js';
import { type DataLaporan, type KlasterLaporan, type OrmasLaporan } from './laporan.types.js';

// What the chapters say, written from the figures alone. Nothing here ranks a provisional score; every mean says how
// many it counts and out of how many; a comparison is made only with the same instrument.

/** The facts of the city's register and of its legality. */
export function narasiRegister(data: DataLaporan, kota: AngkaKelompok): string[] {
  const hasil = [
    `${Sejumlah(kota.ormas, 'ormas')} tercatat dalam register ${data.kantor.kota} dan masuk dalam penilaian tahun ${data.tahun}, dihitung menurut keadaan pada ${tanggal(data.akhir)}.${kalimatSebaran(data.ormas)}`,
  ];
  const sah = kota.dokumen['dasar-hukum'];
  const langka = [...JENIS_DOKUMEN].sort((a, b) => kota.dokumen[a] - kota.dokumen[b])[0] ?? 'sop-keuangan';
  const kurang = kota.ormas - sah;
  hasil.push(
    `Dasar hukum yang sah dimiliki ${denganPersen(sah, kota.ormas, 'ormas')}; ${
      kurang === 0
        ? 'tidak ada ormas yang dasar hukumnya tidak ada atau tidak berlaku'
        : `${sejumlah(kurang, 'ormas')} tidak memilikinya atau masa berlakunya telah lewat`
    }. Dokumen yang paling jarang dimiliki secara sah adalah ${SEBUTAN_DOKUMEN[langka]}, yaitu pada ${denganPersen(kota.dokumen[langka], kota.ormas, 'ormas')}.`,
  );
  return hasil;
}

function kalimatSebaran(ormas: readonly OrmasLaporan[]): string {
  const bidang = cacah(ormas.map((o) => o.bidang));
  const kecamatan = cacah(ormas.map((o) => o.kecamatan));
  const sebut = (c: Cacahan) => untai(c.urut.slice(0, 3).map(([nama, n]) => `${nama} (${angka(n)})`));
  const kosong = [
    ...(bidang.kosong > 0 ? [`${sejumlah(bidang.kosong, 'ormas')} belum jelas bidangnya`] : []),
    ...(kecamatan.kosong > 0 ? [`${sejumlah(kecamatan.kosong, 'ormas')} berdomisili di luar kota`] : []),
  ];
  return (
    (bidang.urut.length > 0 ? ` Bidang dengan ormas terbanyak adalah ${sebut(bidang)}.` : '') +
    (kecamatan.urut.length > 0 ? ` Menurut wilayah, ormas terbanyak berada di Kecamatan ${sebut(kecamatan)}.` : '') +
    (kosong.length > 0 ? ` ${kapital(untai(kosong))}.` : '')
  );
}

interface Cacahan {
  urut: [string, number][];
  kosong: number;
}

/** Counts by name, most first, equal counts by name. */
export function cacah(nama: readonly (string | null)[]): Cacahan {
  const hitung = new Map<string, number>();
  for (const n of nama) if (n !== null) hitung.set(n, (hitung.get(n) ?? 0) + 1);
  const urut = [...hitung].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'id'));
  return { urut, kosong: nama.filter((n) => n === null).length };
}

/** Activities and reports of a group. */
export function narasiKegiatan(kelompok: AngkaKelompok): string[] {
  const { kegiatan: k, ormas } = kelompok;
  if (k.jumlah === 0)
    return [
      `Tidak ada kegiatan terverifikasi dari ${sejumlah(ormas, 'ormas')} dalam jendela penilaian.${kalimatMenunggu(k)}`,
    ];
  const hasil = [
    `${Sejumlah(k.jumlah, 'kegiatan')} terverifikasi dilaksanakan oleh ${denganPersen(k.aktif, ormas, 'ormas')}; ${
      k.tanpa === 0
        ? 'setiap ormas mempunyai paling sedikit satu kegiatan terverifikasi'
        : `${denganPersen(k.tanpa, ormas, 'ormas')} tidak mempunyai satu pun kegiatan terverifikasi`
    }. Laporan yang masuk paling lambat 30 hari setelah kegiatan selesai berjumlah ${angka(k.tepatWaktu)} (${persenDari(k.tepatWaktu, k.jumlah)}), dan ${sejumlah(k.bersamaOpd, 'kegiatan')} dikonfirmasi OPD sebagai kegiatan bersama.${kalimatMenunggu(k)}`,
  ];
  const peserta = k.laki + k.perempuan;
  if (peserta > 0) {
    const golongan = (
      [
        ['anak', k.anak],
        ['pemuda', k.pemuda],
        ['lanjut usia', k.lansia],
        ['penyandang disabilitas', k.difabel],
      ] as const
    ).map(([nama, n]) => `${angka(n)} ${nama}`);
    const luput = k.jumlah - k.tercatat;
    hasil.push(
      `Peserta yang tercatat berjumlah ${angka(peserta)} orang: ${angka(k.laki)} laki-laki (${persenDari(k.laki, peserta)}) dan ${angka(k.perempuan)} perempuan (${persenDari(k.perempuan, peserta)}); di antaranya ${untai(golongan)} menurut rincian yang diisi ormas.${
        luput > 0
          ? ` Peserta tidak dicatat pada ${sejumlah(luput, 'kegiatan')}, sehingga angka ini merupakan batas bawah.`
          : ''
      } Bukti yang menyertainya: ${sejumlah(k.foto, 'foto')} dan ${sejumlah(k.dokumen, 'dokumen')}.`,
    );
  }
  return hasil;
}

function kalimatMenunggu(k: AngkaKegiatan): string {
  return k.menunggu === 0
    ? ''
    : ` ${Sejumlah(k.menunggu, 'laporan kegiatan')} belum terverifikasi saat penghitungan, sehingga tidak ikut dihitung.`;
}

/** The mean of the city, how it moved and since when, and how the levels are spread. */
export function narasiIko(data: DataLaporan, kota: AngkaKelompok): string[] {
  const hasil = [
    `Rata-rata IKO ${data.kantor.kota} tahun ${data.tahun} ${kota.rerata.rata === null ? '' : 'adalah '}${kataRata(kota.rerata)}.`,
  ];
  hasil.push(...kalimatBanding(data, kota));
  if (kota.rerata.n > 0) {
    const terbanyak = Math.max(...kota.tingkat);
    const sebutan = data.instrumen.tingkat.filter((p) => kota.tingkat[p.tingkat] === terbanyak).map((p) => p.sebutan);
    hasil.push(
      `Tingkat yang paling banyak dicapai adalah ${untai(sebutan)}, ${sebutan.length > 1 ? 'masing-masing ' : ''}${denganPersen(terbanyak, kota.rerata.n, 'ormas')}. ${kalimatPuncak(data, kota)}`.trim(),
    );
  }
  const tanpa = kota.sementara + kota.profilSaja;
  if (tanpa > 0)
    hasil.push(
      `${kapital(
        untai([
          ...(kota.sementara > 0 ? [`${sejumlah(kota.sementara, 'ormas')} bernilai sementara`] : []),
          ...(kota.profilSaja > 0
            ? [`${sejumlah(kota.profilSaja, 'ormas')} baru memuat profil karena terdaftar kurang dari satu tahun`]
            : []),
        ]),
      )}. Nilai mereka tidak masuk rata-rata dan tidak diperingkat.`,
    );
  return hasil;
}

function kalimatPuncak(data: DataLaporan, kota: AngkaKelompok): string {
  const dewasa = data.instrumen.tingkat.at(-1);
  const n = dewasa ? (kota.tingkat[dewasa.tingkat] ?? 0) : 0;
  if (!dewasa) return '';
  return n === 0
    ? `Belum ada ormas yang mencapai tingkat tertinggi, ${dewasa.sebutan}.`
    : `Tingkat tertinggi, ${dewasa.sebutan}, dicapai ${sejumlah(n, 'ormas')}.`;
}

/** How the mean compares with earlier years; says so where it cannot be compared. */
export function kalimatBanding(data: DataLaporan, kota: AngkaKelompok): string[] {
  const lalu = data.tahunLalu.at(-1);
  if (!lalu || lalu.tahun !== data.tahun - 1)
    return [
      `Tahun ${data.tahun} adalah tahun ${data.tahunLalu.length === 0 ? 'pertama IKO dihitung melalui portal ini' : 'yang tidak didahului penghitungan setahun sebelumnya'}, sehingga laporan ini belum memuat perbandingan dengan tahun sebelumnya.`,
    ];
  if (!lalu.sebanding)
    return [
      `Skor tahun ${lalu.tahun} dihitung dengan instrumen yang berbeda, sehingga tidak dibandingkan dengan skor tahun ${data.tahun}.`,
    ];
  if (lalu.rata === null || kota.rerata.rata === null)
    return [
      `Perbandingan dengan tahun ${lalu.tahun} belum dapat dibuat karena salah satu tahun tidak mempunyai skor tetap.`,
    ];
  const selisih = new Big(kota.rerata.rata).minus(lalu.rata).toFixed(2);
  const deret = [...data.tahunLalu.filter((t) => t.sebanding), { tahun: data.tahun, rata: kota.rerata.rata }];
  const tren = arahTren(deret);
  const lama =
    tren && tren.kali > 1 && tren.arah !== 'sama'
      ? `, ${tren.arah === 'naik' ? 'kenaikan' : 'penurunan'} yang berlangsung ${tren.kali} tahun berturut-turut sejak ${tren.sejak}`
      : '';
  const kalimat = [
    `Dibandingkan dengan tahun ${lalu.tahun} (rata-rata ${desimal(lalu.rata)} dari ${sejumlah(lalu.n, 'ormas')} bernilai tetap), rata-rata kota ${kataUbah(selisih)}${lama}.`,
  ];
  const p = kota.perubahan;
  if (p.n > 0 && p.rata !== null)
    kalimat.push(
      `Di antara ${sejumlah(p.n, 'ormas')} yang bernilai tetap pada kedua tahun, ${untai([`${angka(p.naik)} naik`, `${angka(p.turun)} turun`, `${angka(p.sama)} tidak berubah`])}; rata-rata skor mereka ${kataUbah(p.rata)}.${kalimatTerbesar(p)}`,
    );
  return [kalimat.join(' ')];
}

function kalimatTerbesar({ terbesarNaik, terbesarTurun }: AngkaKelompok['perubahan']): string {
  const sebut = (p: { ormas: OrmasLaporan; ubah: string }) => `${p.ormas.nama} (${kataUbah(p.ubah)})`;
  const [naik, turun] = [terbesarNaik[0], terbesarTurun[0]];
  const bagian = [
    ...(naik ? [`kenaikan terbesar dicapai ${sebut(naik)}`] : []),
    ...(turun ? [`penurunan terbesar dialami ${sebut(turun)}`] : []),
  ];
  return bagian.length > 0 ? ` ${kapital(untai(bagian))}.` : '';
}

/** The weakest and the strongest domain of a group, and the indicator that weakens the first. */
export function narasiDomain(kelompok: AngkaKelompok): string[] {
  const ada = kelompok.domain.filter((d) => d.persen !== null);
  const [lemah, kuat] = [terkecil(ada), terkecil(ada, -1)];
  if (!lemah || !kuat) return ['Capaian per domain belum dapat dihitung karena belum ada skor tetap.'];
  const sebut = (d: AngkaDomain) =>
    `${d.nama}, ${desimal(d.rata ?? '0')} dari ${angka(d.bobot)} (${desimal(d.persen ?? '0', 1)}% bobotnya)`;
  if (lemah.persen === kuat.persen)
    return [`Semua domain setara: masing-masing mencapai ${desimal(lemah.persen ?? '0', 1)}% dari bobotnya.`];
  const sebab = indikatorTerlemah(kelompok, lemah.kode);
  const ubah = ada.filter((d) => d.ubah !== null);
  const [turun, naik] = [terkecil(ubah, 1, 'ubah'), terkecil(ubah, -1, 'ubah')];
  const gerak = [
    ...(naik?.ubah && Number(naik.ubah) > 0
      ? [`kenaikan terbesar terjadi pada ${naik.nama} (${kataUbah(naik.ubah)})`]
      : []),
    ...(turun?.ubah && Number(turun.ubah) < 0
      ? [`penurunan terbesar pada ${turun.nama} (${kataUbah(turun.ubah)})`]
      : []),
  ];
  return [
    `Domain terlemah adalah ${sebut(lemah)}.${sebab ? ` Penyebab utamanya ${kalimatIndikator(sebab)}.` : ''} Domain terkuat adalah ${sebut(kuat)}.`,
    ...(gerak.length > 0 ? [`Pada ormas yang bernilai tetap pada kedua tahun, ${untai(gerak)}.`] : []),
  ];
}

function terkecil(
  domain: readonly AngkaDomain[],
  arah: 1 | -1 = 1,
  kunci: 'persen' | 'ubah' = 'persen',
): AngkaDomain | undefined {
  return [...domain].sort((a, b) => arah * (Number(a[kunci]) - Number(b[kunci])))[0];
}

/** The indicator that costs a domain most points; undefined where none is scored. */
export function indikatorTerlemah(kelompok: AngkaKelompok, domain: string): AngkaIndikator | undefined {
  return urutHilang(kelompok.indikator.filter((i) => i.domain === domain))[0];
}

/** Indicators by the points that are lost to them, most first; unscored ones are left out. */
export function urutHilang(indikator: readonly AngkaIndikator[]): AngkaIndikator[] {
  return indikator.filter((i) => i.hilang !== null).sort((a, b) => Number(b.hilang) - Number(a.hilang));
}

function kalimatIndikator(i: AngkaIndikator): string {
  const rendah = (i.sebaran[0] ?? 0) + (i.sebaran[1] ?? 0);
  return `indikator ${i.nama} (${i.kode}) dengan rata-rata tingkat ${desimal(i.rata ?? '0')} dari ${sejumlah(i.n, 'ormas')}; ${
    rendah === 0
      ? 'tidak ada yang berada pada tingkat 0 atau 1'
      : `${denganPersen(rendah, i.n, 'ormas')} masih pada tingkat 0 atau 1`
  }`;
}

/** One cluster: its members, its mean beside the city's, who leads, what is weak, who is missing. */
export function narasiKlaster(
  data: DataLaporan,
  klaster: KlasterLaporan,
  k: AngkaKelompok,
  kota: AngkaKelompok,
): string[] {
  if (k.ormas === 0) return [`Belum ada ormas dalam klaster ini pada ${tanggal(data.akhir)}.`];
  const hasil = [kalimatAnggota(klaster, k, kota)];
  const lebih =
    k.rerata.rata !== null && kota.rerata.rata !== null ? new Big(k.rerata.rata).minus(kota.rerata.rata) : null;
  const sisi =
    lebih === null
      ? ''
      : lebih.eq(0)
        ? ', sama dengan rata-rata kota'
        : `, ${desimal(lebih.abs())} di ${lebih.gt(0) ? 'atas' : 'bawah'} rata-rata kota`;
  hasil.push(
    `Rata-rata IKO klaster ini ${k.rerata.rata === null ? '' : 'adalah '}${kataRata(k.rerata)}${sisi}.${kalimatUbahKlaster(k, data)}${kalimatPemimpin(k)}`,
  );
  if (k.rerata.n > 0) hasil.push(...narasiDomain(k).slice(0, 1));
  hasil.push(kalimatHilang(k));
  return hasil.filter((p) => p !== '');
}

function kalimatAnggota(klaster: KlasterLaporan, k: AngkaKelompok, kota: AngkaKelompok): string {
  const bidang = klaster.bidang.length > 0 ? ` dengan bidang ${untai(klaster.bidang)}` : '';
  const awal =
    klaster.opdId === null
      ? `${Sejumlah(k.ormas, 'ormas')} belum ditetapkan klasternya karena bidangnya belum jelas`
      : `Klaster yang dibina ${klaster.namaLengkap}${bidang} beranggotakan ${denganPersen(k.ormas, kota.ormas, 'ormas')}`;
  return `${awal}. ${
    k.kegiatan.jumlah === 0
      ? 'Tidak ada kegiatan terverifikasi selama jendela penilaian.'
      : `Selama jendela penilaian mereka melaksanakan ${sejumlah(k.kegiatan.jumlah, 'kegiatan')} terverifikasi, ${sejumlah(k.kegiatan.bersamaOpd, 'kegiatan')} di antaranya bersama OPD pembina.`
  }`;
}

function kalimatUbahKlaster({ perubahan: p }: AngkaKelompok, data: DataLaporan): string {
  if (p.n === 0 || p.rata === null) return '';
  return ` Skor ${sejumlah(p.n, 'anggota')} yang bernilai tetap pada ${data.tahun - 1} dan ${data.tahun} rata-rata ${kataUbah(p.rata)}.`;
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
  return ` Skor tertinggi dicapai ${pertama.nama} (${desimal(pertama.skor ?? '0')}, ${pertama.sebutan ?? ''})${
    berikut.length > 0 ? `, disusul ${untai(berikut.map(sebut))}` : ''
  }.`;
}

function kalimatHilang(k: AngkaKelompok): string {
  const bagian = [
    ...(k.diam.length > 0
      ? [
          `${sejumlah(k.diam.length, 'ormas')} tidak mengirim laporan apa pun (${untai(
            k.diam.map((o) => o.nama),
            4,
            'ormas',
          )})`,
        ]
      : []),
    ...(k.sementara > 0 ? [`${sejumlah(k.sementara, 'ormas')} bernilai sementara`] : []),
    ...(k.profilSaja > 0 ? [`${sejumlah(k.profilSaja, 'ormas')} baru memuat profil`] : []),
  ];
  return bagian.length > 0 ? `Yang perlu diperhatikan: ${untai(bagian)}.` : '';
}

/** What an indicator asks for to rise from a level, as a sentence; null at the top. */
export function kalimatNaik(instrumen: Instrumen, kode: string, tingkat: number): string | null {
  return syaratNaik(instrumen.domain.flatMap((d) => d.indikator).find((i) => i.kode === kode)?.rubrik, tingkat);
}
