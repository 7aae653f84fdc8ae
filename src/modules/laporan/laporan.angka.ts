import Big from 'big.js';
import { type Indikator, type Instrumen } from '../../iko/instrumen.js';
import { rataRata } from '../../iko/pembulatan.js';
import { JENIS_DOKUMEN, type JenisDokumen } from '../ormas/ormas.types.js';
import { selisihHari } from '../../common/tanggal.js';
import { type DataLaporan, type OrmasLaporan } from './laporan.types.js';

// The figures of the report: sums, shares and means over the frozen data. Means are exact over the printed figures and
// rounded once, half up; each knows how many it counts and out of how many.

/**
 * Fewest complete scores that are ranked, or compared with others or with another year. Below it one ormas alone carries
 * a fifth of the mean or more, so that a difference tells who happened to be complete and not how the group is doing, and
 * a rank of two or three points at persons. The figures are still given.
 */
export const MINIMUM_BANDING = 5;
/**
 * Least share of a group, in per cent, whose scores must be complete. Below half the mean speaks of those who sent their
 * evidence, who are the better ones as a rule, and says little of the others.
 */
export const CAKUPAN_BANDING = 50;
/**
 * Differences smaller than this many points are no rise and no fall ("relatif tetap"): one level of one indicator is
 * worth more than that to a single ormas, so less of it lies within what rounding and one late report bring about.
 */
export const AMBANG_UBAH = '0.50';

/** How much of a window is over: day `hari` of `dari`, both from 1. */
export interface JendelaBerjalan {
  hari: number;
  dari: number;
}

/**
 * How much of the window was over when the scores of a provisional report were computed; null once it was all of it. Such
 * scores speak of a part of a year: they are not ranked, not compared with whole years, and accuse nobody.
 */
export function jendelaBerjalan(
  d: Pick<DataLaporan, 'sementara' | 'dihitung' | 'mulai' | 'akhir'>,
): JendelaBerjalan | null {
  if (!d.sementara || d.dihitung > d.akhir) return null;
  return { hari: Math.max(1, selisihHari(d.mulai, d.dihitung) + 1), dari: selisihHari(d.mulai, d.akhir) + 1 };
}

/** Whether a group has enough complete scores of a whole year to be ranked or compared. */
export function layakBanding({ n, populasi, berjalan }: Omit<RerataLaporan, 'rata'>): boolean {
  return !berjalan && n >= MINIMUM_BANDING && n * 100 >= populasi * CAKUPAN_BANDING;
}

/** The same for a cluster; those who belong to none (`opdId` null) are no group that could be ranked or compared. */
export function layakKlaster(klaster: { opdId: number | null }, rerata: RerataLaporan): boolean {
  return klaster.opdId !== null && layakBanding(rerata);
}

/** Direction of a signed difference in points; within AMBANG_UBAH it has none. */
export function arahSelisih(selisih: string): 'naik' | 'turun' | 'sama' {
  const n = new Big(selisih);
  return n.abs().lt(AMBANG_UBAH) ? 'sama' : n.gt(0) ? 'naik' : 'turun';
}

/** How long the same ormas have gone one way, up to the present year. */
export interface Arah {
  arah: 'naik' | 'turun';
  /** Steps in a row in this direction, at least 1. */
  kali: number;
  /** The year from which it goes that way. */
  sejak: number;
}

/** The mean of complete scores, with what must always stand beside it. */
export interface RerataLaporan {
  rata: string | null;
  n: number;
  populasi: number;
  /** The scores are of a part of the year only. */
  berjalan?: JendelaBerjalan | null;
}

/** A domain over the complete scores of a group. `persen` is the share of the domain's weight that was reached. */
export interface AngkaDomain {
  kode: string;
  nama: string;
  bobot: string;
  rata: string | null;
  persen: string | null;
  n: number;
  /** Mean change of those with a complete score in both years; null where they are too few to compare. */
  ubah: string | null;
}

/** An indicator over the scored ormas of a group. */
export interface AngkaIndikator {
  kode: string;
  nama: string;
  domain: string;
  bobot: string;
  /** Mean level, 0.00–4.00, of the `n` that have one. */
  rata: string | null;
  n: number;
  /** How many stand at level 0, 1, 2, 3, 4. */
  sebaran: number[];
  takBerlaku: number;
  belum: number;
  /** Points of the IKO lost to this indicator on average: weight × (4 − mean) ÷ 4. */
  hilang: string | null;
}

/** The panel: the ormas with a complete score both this year and the year before. No other change is spoken of. */
export interface Perubahan {
  n: number;
  /** Enough of them, in a group of which enough is scored, to speak of a rise or a fall. */
  layak: boolean;
  /** Up to this year, each step over its own panel; null where it is not `layak` or stands still. */
  arah: Arah | null;
  /** Those that change less than AMBANG_UBAH count as `sama`. */
  naik: number;
  turun: number;
  sama: number;
  /** Mean change, signed. */
  rata: string | null;
  terbesarNaik: { ormas: OrmasLaporan; ubah: string }[];
  terbesarTurun: { ormas: OrmasLaporan; ubah: string }[];
}

/** Activities of a group. */
export interface AngkaKegiatan {
  jumlah: number;
  tercatat: number;
  laki: number;
  perempuan: number;
  anak: number;
  pemuda: number;
  lansia: number;
  difabel: number;
  tepatWaktu: number;
  bersamaOpd: number;
  foto: number;
  dokumen: number;
  menunggu: number;
  /** Ormas with at least one verified activity, and without any. */
  aktif: number;
  tanpa: number;
}

/** The figures of the city or of one cluster. */
export interface AngkaKelompok {
  ormas: number;
  rerata: RerataLaporan;
  sementara: number;
  profilSaja: number;
  ditandai: number;
  /** Complete scores by level 0–4. */
  tingkat: number[];
  domain: AngkaDomain[];
  indikator: AngkaIndikator[];
  perubahan: Perubahan;
  kegiatan: AngkaKegiatan;
  laporanTahunan: number;
  /** Neither a verified activity, nor one waiting, nor an annual report. */
  diam: OrmasLaporan[];
  dokumen: Record<JenisDokumen, number>;
  /** Complete scores, highest first; equal scores by name. */
  peringkat: OrmasLaporan[];
}

/** Whether the score is complete: scored, and not provisional. */
export function isLengkap(o: OrmasLaporan): boolean {
  return o.status === 'dinilai' && !o.sementara && o.skor !== null;
}

/** The score of the year before, where it was complete; else null. */
export function skorLalu(o: OrmasLaporan, tahun: number): string | null {
  const lalu = o.lalu.find((l) => l.tahun === tahun - 1);
  return lalu && !lalu.sementara ? lalu.skor : null;
}

/** Changes from the year before `ke` of all with a complete score in both; `tahun` is the report's own. */
function selisihPanel(ormas: readonly OrmasLaporan[], ke: number, tahun: number): string[] {
  return ormas.flatMap((o) => {
    const kini = ke < tahun ? skorLalu(o, ke + 1) : isLengkap(o) ? o.skor : null;
    const dulu = skorLalu(o, ke);
    return kini === null || dulu === null ? [] : [new Big(kini).minus(dulu).toFixed(2)];
  });
}

/** The direction of a group up to `tahun` and since when, each step over the panel of its two years. */
function arahPanel(ormas: readonly OrmasLaporan[], tahun: number): Arah | null {
  let hasil = null as Arah | null;
  for (let ke = tahun; ; ke--) {
    const selisih = selisihPanel(ormas, ke, tahun);
    const rata = selisih.length < MINIMUM_BANDING ? null : rataSelisih(selisih);
    const arah = rata === null ? 'sama' : arahSelisih(rata);
    if (arah === 'sama' || (hasil && hasil.arah !== arah)) return hasil;
    hasil = { arah, kali: (hasil?.kali ?? 0) + 1, sejak: ke - 1 };
  }
}

/** Change of a complete score against the year before, two decimals with sign; null when one of the two is missing. */
export function perubahanSkor(o: OrmasLaporan, tahun: number): string | null {
  const lalu = skorLalu(o, tahun);
  return isLengkap(o) && o.skor !== null && lalu !== null ? new Big(o.skor).minus(lalu).toFixed(2) : null;
}

/** Mean of signed figures, two decimals, half away from zero; null when there are none. */
export function rataSelisih(nilai: readonly string[]): string | null {
  if (nilai.length === 0) return null;
  const jumlah = nilai.reduce((a, b) => a.plus(b), new Big(0));
  return jumlah.div(nilai.length).toFixed(2, Big.roundHalfUp);
}

/** `n` of `dari` in percent with one decimal, half up; `0.0` of nothing. */
export function bagianPersen(n: number, dari: number): string {
  return dari === 0 ? '0.0' : new Big(n).times(100).div(dari).toFixed(1, Big.roundHalfUp);
}

/** All figures of a group of ormas (the city: all of them). `berjalan`: they are of a part of the year only. */
export function hitungAngka(
  ormas: readonly OrmasLaporan[],
  instrumen: Instrumen,
  tahun: number,
  berjalan: JendelaBerjalan | null = null,
): AngkaKelompok {
  const lengkap = ormas.filter(isLengkap);
  const layak = layakBanding({ n: lengkap.length, populasi: ormas.length, berjalan });
  const { compare } = new Intl.Collator('id');
  const peringkat = [...lengkap].sort((a, b) => Number(b.skor) - Number(a.skor) || compare(a.nama, b.nama));
  return {
    ormas: ormas.length,
    rerata: {
      ...rataRata(
        lengkap.map((o) => o.skor as string),
        ormas.length,
      ),
      ...(berjalan && { berjalan }),
    },
    sementara: ormas.filter((o) => o.status === 'dinilai' && !isLengkap(o)).length,
    profilSaja: ormas.filter((o) => o.status === 'profil-saja').length,
    ditandai: ormas.filter((o) => o.ditandai).length,
    tingkat: [0, 1, 2, 3, 4].map((t) => lengkap.filter((o) => o.tingkat === t).length),
    domain: instrumen.domain.map((d) => angkaDomain(d, lengkap, { tahun, layak })),
    indikator: instrumen.domain.flatMap((d) => d.indikator.map((i) => angkaIndikator(d.kode, i, ormas))),
    perubahan: hitungPerubahan(ormas, tahun, berjalan),
    kegiatan: jumlahKegiatan(ormas),
    laporanTahunan: ormas.filter((o) => o.laporanTahunan).length,
    diam: ormas.filter(isDiam),
    dokumen: Object.fromEntries(JENIS_DOKUMEN.map((j) => [j, ormas.filter((o) => o.dokumen[j]).length])) as Record<
      JenisDokumen,
      number
    >,
    peringkat,
  };
}

/** Nothing came from it: no verified activity, no report that waits or was refused, no annual report. */
export function isDiam(o: OrmasLaporan): boolean {
  const { jumlah, menunggu, ditolak = 0 } = o.kegiatan;
  return jumlah === 0 && menunggu === 0 && ditolak === 0 && !o.laporanTahunan;
}

/** Weight of a domain: the sum of its indicators' weights. */
export function bobotDomain(indikator: readonly Indikator[]): string {
  return indikator.reduce((a, i) => a.plus(i.bobot), new Big(0)).toString();
}

function angkaDomain(
  d: Instrumen['domain'][number],
  lengkap: readonly OrmasLaporan[],
  { tahun, layak }: { tahun: number; layak: boolean },
): AngkaDomain {
  const nilai = lengkap.map((o) => o.domain[d.kode] ?? null).filter((n) => n !== null);
  const bobot = bobotDomain(d.indikator);
  const { rata } = rataRata(nilai, lengkap.length);
  const ubah = lengkap.flatMap((o) => {
    const [kini, dulu] = [o.domain[d.kode], skorLalu(o, tahun) === null ? null : o.domainLalu?.[d.kode]];
    return kini && dulu ? [new Big(kini).minus(dulu).toFixed(2)] : [];
  });
  return {
    kode: d.kode,
    nama: d.nama,
    bobot,
    rata,
    persen: rata === null ? null : new Big(rata).times(100).div(bobot).toFixed(1, Big.roundHalfUp),
    n: nilai.length,
    ubah: layak && ubah.length >= MINIMUM_BANDING ? rataSelisih(ubah) : null,
  };
}

function angkaIndikator(domain: string, i: Indikator, ormas: readonly OrmasLaporan[]): AngkaIndikator {
  const nilai = ormas.filter((o) => o.status === 'dinilai').map((o) => o.indikator[i.kode]);
  const tingkat = nilai.flatMap((n) => (n && 'tingkat' in n ? [n.tingkat] : []));
  const { rata } = rataRata(tingkat.map(String), tingkat.length);
  return {
    kode: i.kode,
    nama: i.nama,
    domain,
    bobot: i.bobot,
    rata,
    n: tingkat.length,
    sebaran: [0, 1, 2, 3, 4].map((t) => tingkat.filter((n) => n === t).length),
    takBerlaku: nilai.filter((n) => n && 'takBerlaku' in n).length,
    belum: nilai.filter((n) => !n || 'belum' in n).length,
    hilang: rata === null ? null : new Big(4).minus(rata).times(i.bobot).div(4).toFixed(2, Big.roundHalfUp),
  };
}

function hitungPerubahan(ormas: readonly OrmasLaporan[], tahun: number, berjalan: JendelaBerjalan | null): Perubahan {
  const pasangan = ormas.flatMap((o) => {
    const ubah = perubahanSkor(o, tahun);
    return ubah === null ? [] : [{ ormas: o, ubah, arah: arahSelisih(ubah) }];
  });
  const n = ormas.filter(isLengkap).length;
  const layak = pasangan.length >= MINIMUM_BANDING && layakBanding({ n, populasi: ormas.length, berjalan });
  const urut = [...pasangan].sort((a, b) => Number(b.ubah) - Number(a.ubah));
  return {
    n: pasangan.length,
    layak,
    arah: layak ? arahPanel(ormas, tahun) : null,
    naik: pasangan.filter((p) => p.arah === 'naik').length,
    turun: pasangan.filter((p) => p.arah === 'turun').length,
    sama: pasangan.filter((p) => p.arah === 'sama').length,
    rata: rataSelisih(pasangan.map((p) => p.ubah)),
    terbesarNaik: urut.filter((p) => p.arah === 'naik').slice(0, 5),
    terbesarTurun: urut
      .filter((p) => p.arah === 'turun')
      .reverse()
      .slice(0, 5),
  };
}

const KUNCI_KEGIATAN = [
  'jumlah',
  'tercatat',
  'laki',
  'perempuan',
  'anak',
  'pemuda',
  'lansia',
  'difabel',
  'tepatWaktu',
  'bersamaOpd',
  'foto',
  'dokumen',
  'menunggu',
] as const;

function jumlahKegiatan(ormas: readonly OrmasLaporan[]): AngkaKegiatan {
  const jumlah = Object.fromEntries(
    KUNCI_KEGIATAN.map((k) => [k, ormas.reduce((a, o) => a + o.kegiatan[k], 0)]),
  ) as Record<(typeof KUNCI_KEGIATAN)[number], number>;
  const aktif = ormas.filter((o) => o.kegiatan.jumlah > 0).length;
  return { ...jumlah, aktif, tanpa: ormas.length - aktif };
}

/** Position by score, equal scores sharing a place: 1, 2, 2, 4. By id of the ormas. */
export function peringkatBersama(urut: readonly OrmasLaporan[]): Map<number, number> {
  const hasil = new Map<number, number>();
  urut.forEach((o, i) => {
    const sebelum = urut[i - 1];
    hasil.set(o.id, sebelum?.skor === o.skor ? (hasil.get(sebelum?.id ?? -1) ?? i + 1) : i + 1);
  });
  return hasil;
}
