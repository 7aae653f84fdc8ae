import { angka, desimal, tanggal } from '../../common/format.js';
import { type Instrumen } from '../../iko/instrumen.js';
import { sasaranTingkat } from '../penilaian/sasaran.data.js';
import { SEBUTAN_DOKUMEN, JENIS_DOKUMEN } from '../ormas/ormas.types.js';
import {
  AMBANG_UBAH,
  arahSelisih,
  type AngkaDomain,
  type AngkaIndikator,
  type AngkaKelompok,
  type AngkaKegiatan,
  layakBanding,
} from './laporan.angka.js';
import {
  denganPersen,
  hariKeadaan,
  kalimatBerjalan,
  kapital,
  kataRata,
  kataTakBanding,
  kataUbah,
  persenDari,
  Sejumlah,
  sejumlah,
  syaratNaik,
  TERLALU_SEDIKIT,
  untai,
} from './laporan.kata.js';
import { type DataLaporan, type OrmasLaporan } from './laporan.types.js';

// What the chapters say, written from the figures alone. Nothing here ranks a provisional score; every mean says how
// many it counts and out of how many; a comparison is made only with the same instrument, between groups of which enough
// is scored (`layakBanding`), and over the years only among the same ormas (`Perubahan`).

/** The facts of the city's register and of its legality. */
export function narasiRegister(data: DataLaporan, kota: AngkaKelompok): string[] {
  const berjalan = kalimatBerjalan(data);
  const hasil = [
    ...(berjalan ? [berjalan] : []),
    `${Sejumlah(kota.ormas, 'ormas')} tercatat dalam register ${data.kantor.kota} dan masuk dalam penilaian tahun ${data.tahun}, menurut keadaan pada ${tanggal(hariKeadaan(data))}.${kalimatSebaran(data.ormas)}`,
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
  const luar = kecamatan.kosong;
  return (
    (bidang.urut.length > 0 ? ` Bidang dengan ormas terbanyak adalah ${sebut(bidang)}.` : '') +
    (kecamatan.urut.length > 0 ? ` Menurut wilayah, ormas terbanyak berada di Kecamatan ${sebut(kecamatan)}.` : '') +
    (luar > 0 ? ` ${Sejumlah(luar, 'ormas')} berdomisili di luar kota.` : '') +
    kalimatBelumDitetapkan(ormas)
  );
}

/**
 * Who had no cluster when the scores were computed, and how many of them have one by now: readers meet the second number
 * on the portal. Those with a cluster but no bidang are told apart. `''` when there are none; else it begins with a space.
 */
export function kalimatBelumDitetapkan(ormas: readonly OrmasLaporan[]): string {
  const belum = ormas.filter((o) => o.opdId === null);
  const sesudah = belum.filter((o) => o.ditetapkanSesudah).length;
  const tanpaBidang = ormas.filter((o) => o.opdId !== null && o.bidang === null).length;
  const ekor =
    sesudah === 0
      ? ''
      : `; ${sesudah === belum.length ? 'kini' : sejumlah(sesudah, 'di antaranya')} telah ditetapkan dan tampil pada klasternya mulai penghitungan berikutnya`;
  return (
    (belum.length > 0
      ? ` ${Sejumlah(belum.length, 'ormas')} belum ditetapkan bidang dan klasternya saat penghitungan${ekor}.`
      : '') + (tanpaBidang > 0 ? ` ${Sejumlah(tanpaBidang, 'ormas')} berklaster tetapi belum tercatat bidangnya.` : '')
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
  const { berjalan } = kelompok.rerata;
  if (k.jumlah === 0)
    return [
      berjalan
        ? `Sampai hari ke-${angka(berjalan.hari)} dari ${angka(berjalan.dari)} hari jendela penilaian belum ada kegiatan terverifikasi dari ${sejumlah(ormas, 'ormas')}.${kalimatMenunggu(k)}`
        : `Tidak ada kegiatan terverifikasi dari ${sejumlah(ormas, 'ormas')} dalam jendela penilaian.${kalimatMenunggu(k)}`,
    ];
  const hasil = [
    `${Sejumlah(k.jumlah, 'kegiatan')} terverifikasi dilaksanakan oleh ${denganPersen(k.aktif, ormas, 'ormas')}; ${
      k.tanpa === 0
        ? 'setiap ormas mempunyai paling sedikit satu kegiatan terverifikasi'
        : `${denganPersen(k.tanpa, ormas, 'ormas')} ${berjalan ? 'belum' : 'tidak'} mempunyai satu pun kegiatan terverifikasi`
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
  const layak = layakBanding(kota.rerata);
  const hasil = [
    `Rata-rata IKO ${data.kantor.kota} tahun ${data.tahun} ${kota.rerata.rata === null ? '' : 'adalah '}${kataRata(kota.rerata)}.${
      layak || kota.rerata.rata === null
        ? ''
        : ` Jumlah itu ${kataTakBanding(kota.rerata)}: angkanya disajikan tanpa peringkat dan tanpa arah perubahan.`
    }`,
  ];
  hasil.push(...kalimatBanding(data, kota));
  if (kota.rerata.n > 0) hasil.push(kalimatTingkat(data, kota));
  const tanpa = kota.sementara + kota.profilSaja;
  if (tanpa > 0)
    hasil.push(
      `${kapital(
        untai([
          ...(kota.sementara > 0 ? [`${Sejumlah(kota.sementara, 'ormas')} berskor sementara`] : []),
          ...(kota.profilSaja > 0
            ? [
                `${(kota.sementara > 0 ? sejumlah : Sejumlah)(kota.profilSaja, 'ormas')} baru memuat profil karena terdaftar kurang dari satu tahun`,
              ]
            : []),
        ]),
      )}. Skor mereka tidak masuk rata-rata dan tidak diperingkat.`,
    );
  return hasil;
}

function kalimatTingkat(data: DataLaporan, kota: AngkaKelompok): string {
  const ada = data.instrumen.tingkat.filter((p) => (kota.tingkat[p.tingkat] ?? 0) > 0);
  if (!layakBanding(kota.rerata))
    return `Menurut tingkat: ${untai(ada.map((p) => `${p.sebutan} ${angka(kota.tingkat[p.tingkat] ?? 0)}`))}.`;
  const terbanyak = Math.max(...kota.tingkat);
  const sebutan = ada.filter((p) => kota.tingkat[p.tingkat] === terbanyak).map((p) => p.sebutan);
  return `Tingkat yang paling banyak dicapai adalah ${untai(sebutan)}, ${sebutan.length > 1 ? 'masing-masing ' : ''}${denganPersen(terbanyak, kota.rerata.n, 'ormas')}. ${kalimatPuncak(data, kota)}`.trim();
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
  if (kota.rerata.berjalan)
    return [
      'Skor ini tidak dibandingkan dengan tahun sebelumnya: yang dibandingkan hanya tahun yang jendela penilaiannya sudah berakhir.',
    ];
  const lalu = data.tahunLalu.at(-1);
  if (!lalu || lalu.tahun !== data.tahun - 1)
    return [
      `Tahun ${data.tahun} adalah tahun ${data.tahunLalu.length === 0 ? 'pertama IKO dihitung melalui portal ini' : 'yang tidak didahului penghitungan setahun sebelumnya'}, sehingga laporan ini belum memuat perbandingan dengan tahun sebelumnya.`,
    ];
  if (!lalu.sebanding)
    return [
      `Skor tahun ${lalu.tahun} dihitung dengan instrumen yang berbeda, sehingga tidak dibandingkan dengan skor tahun ${data.tahun}.`,
    ];
  const p = kota.perubahan;
  const keduanya = `yang skornya lengkap pada ${lalu.tahun} dan ${data.tahun}`;
  const dulu =
    lalu.rata === null
      ? ''
      : ` Rata-rata kota tahun ${lalu.tahun}, ${desimal(lalu.rata)} dari ${sejumlah(lalu.n, 'ormas')}, memuat ormas yang berlainan sehingga tidak dibandingkan langsung.`;
  if (!p.layak || p.rata === null)
    return [
      p.n === 0
        ? `Tidak ada ormas ${keduanya}, sehingga perubahan skor belum dapat dibaca.${dulu}`
        : `Ormas ${keduanya} berjumlah ${angka(p.n)} dari ${angka(kota.ormas)}, ${TERLALU_SEDIKIT}; arah perubahan kota tidak disimpulkan.${dulu}`,
    ];
  return [
    `Perubahan dibaca pada ${sejumlah(p.n, 'ormas')} ${keduanya}. Rata-rata skor mereka ${kataUbah(p.rata)}${kalimatLama(p)}: ${untai([`${sejumlah(p.naik, 'ormas')} naik`, `${sejumlah(p.turun, 'ormas')} turun`, `${sejumlah(p.sama, 'ormas')} relatif tetap (selisih kurang dari ${desimal(AMBANG_UBAH)})`])}.${kalimatTerbesar(p)}${dulu}`,
  ];
}

function kalimatLama({ arah, rata }: AngkaKelompok['perubahan']): string {
  if (!arah || arah.kali < 2 || rata === null || arah.arah !== arahSelisih(rata)) return '';
  return `, ${arah.arah === 'naik' ? 'kenaikan' : 'penurunan'} yang berlangsung ${angka(arah.kali)} tahun berturut-turut sejak ${arah.sejak}`;
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

/** The weakest and the strongest domain of a group, and the indicator that weakens the first; figures alone if too few. */
export function narasiDomain(kelompok: AngkaKelompok): string[] {
  const ada = kelompok.domain.filter((d) => d.persen !== null);
  const [lemah, kuat] = [terkecil(ada), terkecil(ada, -1)];
  if (!lemah || !kuat) return ['Capaian per domain belum dapat dihitung karena belum ada skor lengkap.'];
  if (!layakBanding(kelompok.rerata))
    return [
      `Capaian domain berikut berasal dari ${denganPersen(kelompok.rerata.n, kelompok.ormas, 'ormas')} saja, ${kataTakBanding(kelompok.rerata)}.`,
    ];
  const sebut = (d: AngkaDomain) =>
    `${d.nama}, ${desimal(d.rata ?? '0')} dari ${angka(d.bobot)} (${desimal(d.persen ?? '0', 1)}% bobotnya)`;
  if (lemah.persen === kuat.persen)
    return [`Semua domain setara: masing-masing mencapai ${desimal(lemah.persen ?? '0', 1)}% dari bobotnya.`];
  const sebab = indikatorTerlemah(kelompok, lemah.kode);
  return [
    `Domain terlemah adalah ${sebut(lemah)}.${sebab ? ` Yang paling banyak mengurangi nilainya adalah ${kalimatIndikator(sebab)}.` : ''} Domain terkuat adalah ${sebut(kuat)}.`,
    ...kalimatGerakDomain(ada),
  ];
}

function kalimatGerakDomain(domain: readonly AngkaDomain[]): string[] {
  const bergerak = domain.flatMap((d) =>
    d.ubah === null || arahSelisih(d.ubah) === 'sama' ? [] : [{ ...d, arah: arahSelisih(d.ubah) }],
  );
  const naik = terkecil(
    bergerak.filter((d) => d.arah === 'naik'),
    -1,
    'ubah',
  );
  const turun = terkecil(
    bergerak.filter((d) => d.arah === 'turun'),
    1,
    'ubah',
  );
  const gerak = [
    ...(naik ? [`kenaikan terbesar terjadi pada ${naik.nama} (${kataUbah(naik.ubah ?? '0')})`] : []),
    ...(turun ? [`penurunan terbesar pada ${turun.nama} (${kataUbah(turun.ubah ?? '0')})`] : []),
  ];
  if (bergerak.length === 1 && domain.length > 1)
    return bergerak.map(
      (d) =>
        `Pada ormas yang skornya lengkap pada kedua tahun, hanya ${d.nama} yang berubah (${kataUbah(d.ubah ?? '0')}).`,
    );
  return gerak.length > 0 ? [`Pada ormas yang skornya lengkap pada kedua tahun, ${untai(gerak)}.`] : [];
}

function terkecil(
  domain: readonly AngkaDomain[],
  arah: 1 | -1 = 1,
  kunci: 'persen' | 'ubah' = 'persen',
): AngkaDomain | undefined {
  return [...domain].sort((a, b) => arah * (Number(a[kunci]) - Number(b[kunci])))[0];
}

/** The indicator that costs a domain most points; undefined where none has enough levels to compare. */
export function indikatorTerlemah(kelompok: AngkaKelompok, domain: string): AngkaIndikator | undefined {
  return urutHilang(kelompok.indikator.filter((i) => i.domain === domain))[0];
}

/** Indicators by the points that are lost to them, most first; those with too few levels to compare are left out. */
export function urutHilang(indikator: readonly AngkaIndikator[]): AngkaIndikator[] {
  const layak = (i: AngkaIndikator) => i.hilang !== null && layakBanding({ n: i.n, populasi: i.n + i.belum });
  return indikator.filter(layak).sort((a, b) => Number(b.hilang) - Number(a.hilang));
}

function kalimatIndikator(i: AngkaIndikator): string {
  const rendah = (i.sebaran[0] ?? 0) + (i.sebaran[1] ?? 0);
  return `indikator ${i.nama} (${i.kode}) dengan rata-rata tingkat ${desimal(i.rata ?? '0')} dari ${sejumlah(i.n, 'ormas')}; ${
    rendah === 0
      ? 'tidak ada yang berada pada tingkat 0 atau 1'
      : `${denganPersen(rendah, i.n, 'ormas')} masih pada tingkat 0 atau 1`
  }`;
}

/** What an indicator asks for to rise from a level, as a sentence; null at the top. */
export function kalimatNaik(instrumen: Instrumen, kode: string, tingkat: number): string | null {
  const sasaran = sasaranTingkat(instrumen.kode, kode, tingkat + 1);
  return (
    sasaran ?? syaratNaik(instrumen.domain.flatMap((d) => d.indikator).find((i) => i.kode === kode)?.rubrik, tingkat)
  );
}
