import Big from 'big.js';
import { angka, desimal, tanggal } from '../../../common/format.js';
import { JENIS_DOKUMEN, SEBUTAN_BENTUK, SEBUTAN_DOKUMEN } from '../../ormas/ormas.types.js';
import {
  type AngkaKelompok,
  bobotDomain,
  isLengkap,
  jendelaBerjalan,
  layakKlaster,
  perubahanSkor,
  peringkatBersama,
  skorLalu,
} from '../laporan.angka.js';
import { kapital, kataUbah, sejumlah, singkat, uraianTingkat } from '../laporan.kata.js';
import { alasanSementara, catatanOrmas, keadaanSkor, langkahOrmas } from '../laporan.tindak.js';
import { type DataLaporan, type KlasterLaporan, type NilaiLaporan, type OrmasLaporan } from '../laporan.types.js';
import { garisKecil } from './bagan.js';

// One page per ormas. Everything on it has an upper bound, so that it never needs a second page.

const HURUF_NAMA = [60, 110] as const;
const PANJANG_LANGKAH = 175;
const PANJANG_CATATAN = 150;
const BANYAK_CATATAN = 3;
/**
 * How a page can be set, the best first: the whole sentences of the rubric as long as there is room, then closer lines,
 * and only then sentences cut short. Each holds so many lines of text, see `banyakBaris`.
 */
const CARA = [
  { kerapatan: '', rubrik: 300, muat: { A4: 37, F4: 43 } },
  { kerapatan: 'rapat', rubrik: 300, muat: { A4: 43, F4: 53 } },
  { kerapatan: 'rapat', rubrik: 120, muat: { A4: 43, F4: 53 } },
] as const;
/** Sentences that take one line each: this always fits. */
const RUBRIK_PENDEK = 62;

export interface HalamanOrmas {
  id: string;
  nama: string;
  /** `''`, `panjang` or `sangat-panjang`: the longer the name, the smaller its type. */
  ukuranNama: string;
  klaster: string;
  keterangan: string;
  skor: { nilai: string; sebutan: string; kelas: string; butir: string[] };
  tren: string;
  trenRingkas: string;
  domain: { nama: string; nilai: string; bobot: string; lebar: string; klaster: string; kosong: boolean }[];
  domainKlaster: boolean;
  judulIndikator: string;
  /** `''`, `rapat` (much text: closer lines) or `padat` (many indicators: no rubric). */
  kerapatan: string;
  indikator: {
    kode: string;
    nama: string;
    tingkat: string;
    ada: boolean;
    kalimat: string;
  }[];
  kegiatan: { label: string; nilai: string }[];
  dokumen: { nama: string; sah: boolean; kata: string }[];
  judulLangkah: string;
  langkah: { kode: string; nama: string; ke: string; kalimat: string }[];
  catatan: string[];
}

/** What all pages of a cluster share. */
export interface BahanProfil {
  data: DataLaporan;
  klaster: KlasterLaporan;
  angka: AngkaKelompok;
}

/** The pages of the given ormas of one cluster, in their order. */
export function halamanOrmas({ data, klaster, angka: k }: BahanProfil, ormas: readonly OrmasLaporan[]): HalamanOrmas[] {
  const layak = layakKlaster(klaster, k.rerata);
  const berjalan = jendelaBerjalan(data) !== null;
  const tempat = layak ? peringkatBersama(k.peringkat) : new Map<number, number>();
  const banyak = data.instrumen.domain.reduce((a, d) => a + d.indikator.length, 0) > 17;
  const halaman = (o: OrmasLaporan, rubrik: number) => ({
    id: `ormas-${o.id}`,
    nama: o.nama,
    ukuranNama: o.nama.length > HURUF_NAMA[1] ? 'sangat-panjang' : o.nama.length > HURUF_NAMA[0] ? 'panjang' : '',
    klaster: klaster.opdId === null ? 'Klaster belum ditetapkan' : `Klaster ${klaster.nama}`,
    keterangan: keterangan(o),
    skor: kartuSkor(o, data, k, tempat.get(o.id)),
    ...tren(o, data),
    domain: barisDomain(o, data, layak ? k : null),
    domainKlaster: layak,
    judulIndikator:
      o.status === 'profil-saja' ? 'Keadaan indikator (belum dihitung menjadi skor)' : 'Tingkat indikator',
    indikator: data.instrumen.domain
      .flatMap((d) => d.indikator)
      .map((i) => barisIndikator(i, o.indikator[i.kode], rubrik)),
    kegiatan: barisKegiatan(o, berjalan),
    dokumen: [
      ...JENIS_DOKUMEN.map((j) => ({ nama: SEBUTAN_DOKUMEN[j], sah: o.dokumen[j] })),
      { nama: 'Profil dikonfirmasi dalam 12 bulan', sah: o.profilMutakhir },
      { nama: `Laporan tahunan ${data.tahun}`, sah: o.laporanTahunan },
    ].map((d) => ({ ...d, kata: d.sah ? 'ada' : berjalan ? 'belum ada' : 'tidak ada' })),
    judulLangkah: berjalan
      ? 'Langkah yang paling menambah nilai'
      : o.status === 'dinilai' && !isLengkap(o)
        ? 'Yang perlu dilengkapi dan diperbaiki'
        : 'Yang perlu diperbaiki',
    langkah: langkahOrmas(o, data).map((l) => ({
      kode: l.kode,
      nama: l.nama,
      ke: l.ke === null ? '' : `dari tingkat ${l.dari ?? 0} ke ${l.ke}`,
      kalimat: singkat(l.kalimat, PANJANG_LANGKAH),
    })),
    catatan: batasi(catatanOrmas(o)),
  });
  return ormas.map((o) => {
    if (banyak) return { ...halaman(o, 0), kerapatan: 'padat' };
    for (const { kerapatan, rubrik, muat } of CARA) {
      const isi = { ...halaman(o, rubrik), kerapatan };
      if (banyakBaris(isi) <= muat[data.kantor.kertas]) return isi;
    }
    return { ...halaman(o, RUBRIK_PENDEK), kerapatan: 'rapat' };
  });
}

/** Roughly how many lines of text a page has, beyond what every page has. */
function banyakBaris(
  h: Pick<HalamanOrmas, 'nama' | 'indikator' | 'langkah' | 'catatan' | 'kegiatan' | 'skor'>,
): number {
  const baris = (teks: readonly string[], muat: number) => teks.reduce((a, t) => a + Math.ceil(t.length / muat), 0);
  return (
    baris([h.nama], 60) +
    h.indikator.reduce((a, i) => a + Math.max(Math.ceil(i.kalimat.length / 64), Math.ceil(i.nama.length / 26)), 0) +
    baris(
      h.langkah.map((l) => `${l.nama} (${l.kode}), ${l.ke}. ${l.kalimat}`),
      100,
    ) +
    (h.catatan.length > 0 ? 2 : 0) +
    baris(h.catatan, 85) +
    h.kegiatan.length +
    Math.max(0, baris(h.skor.butir, 42) - 3)
  );
}

function batasi(catatan: string[]): string[] {
  const pendek = catatan.map((c) => singkat(c, PANJANG_CATATAN));
  if (pendek.length <= BANYAK_CATATAN) return pendek;
  return [
    ...pendek.slice(0, BANYAK_CATATAN - 1),
    `${kapital(sejumlah(pendek.length - BANYAK_CATATAN + 1, 'catatan'))} lainnya ada pada portal.`,
  ];
}

function keterangan(o: OrmasLaporan): string {
  const tempat = o.kelurahan ? `Kelurahan ${o.kelurahan}, Kecamatan ${o.kecamatan ?? ''}` : 'Di luar kota';
  return [
    o.bidang ?? 'Bidang belum ditetapkan',
    tempat,
    SEBUTAN_BENTUK[o.bentuk],
    o.terdaftarPada ? `Terdaftar ${tanggal(o.terdaftarPada)}` : 'Tanggal pendaftaran tidak diketahui',
  ].join(' · ');
}

function kartuSkor(
  o: OrmasLaporan,
  data: DataLaporan,
  k: AngkaKelompok,
  tempat: number | undefined,
): HalamanOrmas['skor'] {
  if (o.skor === null) {
    return {
      nilai: '–',
      sebutan: keadaanSkor(o),
      kelas: 'tanpa',
      butir: [singkat(alasanSementara(o, data), 170)],
    };
  }
  const cakupan = `Cakupan ${desimal(o.cakupan ?? '0')}% dari bobot`;
  if (!isLengkap(o))
    return {
      nilai: desimal(o.skor),
      sebutan: keadaanSkor(o),
      kelas: 'sementara',
      butir: [singkat(alasanSementara(o, data), 200), 'Tidak diperingkat dan tidak masuk rata-rata.'],
    };
  const selisih = perubahanSkor(o, data.tahun);
  const lalu = skorLalu(o, data.tahun);
  return {
    nilai: desimal(o.skor),
    sebutan: o.sebutan ?? '',
    kelas: '',
    butir: [
      tempat === undefined
        ? k.rerata.berjalan
          ? 'Belum diperingkat: jendela penilaian masih berjalan'
          : `Tidak diperingkat (${angka(k.rerata.n)} skor lengkap di kelompoknya)`
        : `Peringkat ${angka(tempat)} dari ${angka(k.rerata.n)} skor lengkap di klaster`,
      selisih === null || lalu === null
        ? k.rerata.berjalan
          ? 'Tidak dibandingkan dengan tahun lalu'
          : 'Belum ada skor lengkap tahun lalu sebagai pembanding'
        : `${kapital(kataUbah(selisih))} dari ${desimal(lalu)} pada ${data.tahun - 1}`,
      cakupan,
      ...(o.ditandai ? ['Terdaftar kurang dari dua tahun'] : []),
    ],
  };
}

function tren(o: OrmasLaporan, data: DataLaporan): { tren: string; trenRingkas: string } {
  const deret = [...o.lalu, { tahun: data.tahun, skor: o.skor, sementara: o.sementara }];
  const gambar = garisKecil(
    deret.map((t) => ({ tahun: t.tahun, nilai: t.skor === null ? null : Number(t.skor), sementara: t.sementara })),
  );
  const kata = deret.map(
    (t) => `${t.tahun}: ${t.skor === null ? 'tanpa skor' : `${desimal(t.skor)}${t.sementara ? ' (sementara)' : ''}`}`,
  );
  return { tren: gambar, trenRingkas: `Skor menurut tahun. ${kata.join('; ')}.` };
}

function barisDomain(o: OrmasLaporan, data: DataLaporan, k: AngkaKelompok | null): HalamanOrmas['domain'] {
  return data.instrumen.domain.map((d) => {
    const nilai = o.domain[d.kode] ?? null;
    const bobot = bobotDomain(d.indikator);
    return {
      nama: d.nama,
      nilai: nilai === null ? '–' : desimal(nilai),
      bobot: angka(bobot),
      lebar: nilai === null ? '0' : new Big(nilai).times(100).div(bobot).toFixed(1),
      klaster: k?.domain.find((x) => x.kode === d.kode)?.persen ?? '',
      kosong: nilai === null,
    };
  });
}

function barisIndikator(
  i: { kode: string; nama: string; rubrik?: readonly string[] },
  nilai: NilaiLaporan | undefined,
  panjang: number,
): HalamanOrmas['indikator'][number] {
  const dasar = { kode: i.kode, nama: singkat(i.nama, 44), ada: false };
  if (!nilai || 'belum' in nilai) return { ...dasar, tingkat: 'belum', kalimat: 'Belum dinilai.' };
  if ('takBerlaku' in nilai)
    return { ...dasar, tingkat: 't.b.', kalimat: singkat(`Tak berlaku: ${nilai.takBerlaku}`, panjang) };
  return {
    ...dasar,
    ada: true,
    tingkat: String(nilai.tingkat),
    kalimat: singkat(uraianTingkat(i.rubrik, nilai.tingkat), panjang),
  };
}

function barisKegiatan(o: OrmasLaporan, berjalan: boolean): HalamanOrmas['kegiatan'] {
  const k = o.kegiatan;
  if (k.jumlah === 0)
    return [
      { label: 'Kegiatan terverifikasi', nilai: berjalan ? 'belum ada' : 'tidak ada' },
      ...(k.menunggu > 0 ? [{ label: 'Belum terverifikasi', nilai: angka(k.menunggu) }] : []),
    ];
  const golongan = (
    [
      ['anak', k.anak],
      ['pemuda', k.pemuda],
      ['lansia', k.lansia],
      ['difabel', k.difabel],
    ] as const
  )
    .filter(([, n]) => n > 0)
    .map(([nama, n]) => `${nama} ${angka(n)}`);
  return [
    { label: 'Kegiatan terverifikasi', nilai: angka(k.jumlah) },
    { label: 'Dilaporkan tepat waktu', nilai: angka(k.tepatWaktu) },
    { label: 'Bersama OPD pembina', nilai: angka(k.bersamaOpd) },
    {
      label: 'Peserta tercatat',
      nilai:
        k.tercatat === 0
          ? 'tidak dicatat'
          : `${angka(k.laki + k.perempuan)} (L ${angka(k.laki)}, P ${angka(k.perempuan)})`,
    },
    ...(golongan.length > 0 ? [{ label: 'Di antaranya', nilai: golongan.join(', ') }] : []),
    { label: 'Bukti', nilai: `${angka(k.foto)} foto, ${angka(k.dokumen)} dokumen` },
    ...(k.terakhir ? [{ label: 'Kegiatan terakhir', nilai: tanggal(k.terakhir) }] : []),
    ...(k.menunggu > 0 ? [{ label: 'Belum terverifikasi', nilai: angka(k.menunggu) }] : []),
  ];
}
