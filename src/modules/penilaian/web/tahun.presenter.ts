import { type Aktor } from '../../../common/aktor.js';
import { angka, desimal, rentangTanggal, tanggal, tanggalJam } from '../../../common/format.js';
import { type Halaman, jumlahHalaman } from '../../../common/page.js';
import {
  type Angka,
  type Bagan,
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KepalaKolom,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Progres,
  type Saringan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type Pita } from '../../../iko/instrumen.js';
import { bolehMulaiHitung, bolehTutupPeriode } from '../penilaian.policy.js';
import {
  type BarisHasil,
  type Kemajuan,
  type PeriodeRingkas,
  type RingkasanKelompok,
  type SaringanHasil,
} from '../penilaian.types.js';
import { gambarBatang } from './batang.js';
import { progresHitung, sedangBerjalan } from './kemajuan.presenter.js';
import { catatanJendela, lencanaPenanda, lencanaHasil } from './penilaian.kata.js';
import { jalurPenilaian } from './penilaian.paths.js';
import { kataInstrumen, lencanaPeriode } from './periode.presenter.js';

/** Everything the page of a year is made of. `hasil` null: no run has been completed yet. */
export interface BahanTahun {
  aktor: Aktor;
  periode: PeriodeRingkas;
  pita: readonly Pita[];
  terakhir: Kemajuan | null;
  hasil: {
    kelompok: readonly [RingkasanKelompok, ...RingkasanKelompok[]];
    daftar: Halaman<BarisHasil>;
    saringan: SaringanHasil;
  } | null;
  /** Why the period cannot be closed today; null when nothing is in the way, or the reader does not close. */
  halangan: string | null;
  /** Since when the data have changed that the scores rest on; null: they are up to date. */
  usangSejak: Date | null;
  kini: Date;
}

export interface BarisKlaster {
  nama: string;
  href: string;
  rata: string;
  keterangan: string;
  cakupan: string;
  sementara: string;
  profilSaja: string;
}

export interface BarisTabel {
  nama: string;
  href: string;
  opd: string;
  lencana: Lencana;
  bendera: Lencana[];
  skor: string;
  cakupan: string;
  /** null: not ranked before the window is over, so the table has no such column. */
  peringkat: string | null;
}

/** `views/penilaian/tahun.hbs`. */
export interface TampilanTahun {
  judul: string;
  kepala: KepalaHalaman;
  butir: Butir[];
  progres: Progres | null;
  gagal: (Catatan & { href: string }) | null;
  /** Said while the window runs: nothing is ranked yet. */
  jendela: Catatan | null;
  /** Said beside scores that no longer follow from the data. */
  usang: Catatan | null;
  /** Where to post "Hitung IKO"; null when it is not offered now. */
  mulai: { aksi: string; teks: string } | null;
  /** The way to close the period, or why it cannot be closed yet; for the kabid. */
  tutup: { halangan: string | null; href: string } | null;
  /** Opening it again, for the kabid. */
  buka: { aksi: string; versi: number } | null;
  /** Taking the population from the register again, offered in an opened period whose population is settled. */
  populasi: { aksi: string; versi: number } | null;
  kosong: Kosong | null;
  hasil: {
    angka: Angka[];
    bagan: Bagan;
    klaster: BarisKlaster[];
    saringan: Saringan;
    jumlah: string;
    kolom: KepalaKolom[];
    baris: BarisTabel[];
    penomoran: Penomoran;
  } | null;
  muatUlang: number | null;
}

/** A year: its period, the running calculation if any, and the results that count. */
export function presentTahun(b: BahanTahun): TampilanTahun {
  const { periode: p, terakhir } = b;
  const berjalan = sedangBerjalan(terakhir);
  const judul = `IKO ${p.tahun}`;
  return {
    judul,
    kepala: {
      judul,
      pengantar: `Periode ${rentangTanggal(p.mulai, p.akhir)}`,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'IKO', href: jalurPenilaian.periode() },
      ],
      lencana: [lencanaPeriode(p.status)],
    },
    butir: [
      { label: 'Instrumen', nilai: kataInstrumen(p) },
      { label: 'Hasil terakhir', nilai: p.dihitungPada ? tanggalJam(p.dihitungPada) : 'belum ada' },
    ],
    progres: terakhir && berjalan ? progresHitung(terakhir, b.kini) : null,
    gagal:
      terakhir?.status === 'gagal'
        ? {
            jenis: 'bahaya',
            judul: 'Perhitungan terakhir berhenti sebelum selesai',
            teks: `Hasil perhitungan sebelumnya tetap berlaku. Buka perhitungan itu untuk melihat sebabnya${p.status === 'berjalan' ? ' dan mencoba lagi' : ''}.`,
            href: jalurPenilaian.hitung(terakhir.id),
          }
        : null,
    jendela: b.hasil && catatanJendela(p, b.kini),
    usang:
      b.usangSejak && !berjalan
        ? {
            jenis: 'perlu',
            judul: bolehMulaiHitung(b.aktor, { statusPeriode: p.status })
              ? `Hitung ulang IKO ${p.tahun}`
              : 'Belum mutakhir',
            teks: `Data berubah setelah perhitungan ${p.dihitungPada ? tanggal(p.dihitungPada) : 'terakhir'}, sejak ${tanggal(b.usangSejak)}. Angka di halaman ini belum memuatnya.`,
          }
        : null,
    mulai:
      bolehMulaiHitung(b.aktor, { statusPeriode: p.status }) && !berjalan
        ? { aksi: jalurPenilaian.mulai(p.tahun), teks: p.hitungId === null ? 'Hitung IKO' : 'Hitung ulang IKO' }
        : null,
    tutup:
      bolehTutupPeriode(b.aktor) && p.status === 'berjalan'
        ? { halangan: b.halangan, href: jalurPenilaian.tutup(p.tahun) }
        : null,
    buka:
      bolehTutupPeriode(b.aktor) && p.status === 'ditutup'
        ? { aksi: jalurPenilaian.buka(p.tahun), versi: p.versi }
        : null,
    populasi:
      p.populasiTetap && bolehMulaiHitung(b.aktor, { statusPeriode: p.status }) && !berjalan
        ? { aksi: jalurPenilaian.populasi(p.tahun), versi: p.versi }
        : null,
    kosong: b.hasil
      ? null
      : {
          judul: 'Belum ada hasil',
          teks: berjalan
            ? 'Hasil muncul di sini setelah seluruh ormas selesai dinilai.'
            : 'IKO tahun ini belum pernah dihitung sampai selesai.',
        },
    hasil: b.hasil && susunHasil(b, b.hasil),
    muatUlang: berjalan ? 5 : null,
  };
}

function susunHasil(b: BahanTahun, hasil: NonNullable<BahanTahun['hasil']>): NonNullable<TampilanTahun['hasil']> {
  const [semua, ...klaster] = hasil.kelompok;
  const { daftar, saringan: s } = hasil;
  const tahun = b.periode.tahun;
  const berjalan = catatanJendela(b.periode, b.kini) !== null;
  return {
    angka: angkaRingkas(semua, tahun, berjalan),
    bagan: bagan(semua, b.pita, berjalan),
    klaster: klaster.map((k) => ({
      nama: k.opd ?? 'Belum ditetapkan',
      href: jalurPenilaian.tahun(tahun, { ...s, opdId: k.opdId ?? 0 }),
      rata: k.rerata.rata === null ? '–' : desimal(k.rerata.rata),
      keterangan: `${angka(k.rerata.n)} dari ${angka(k.rerata.populasi)}`,
      cakupan: k.rerata.cakupan === null ? '–' : `${desimal(k.rerata.cakupan)}%`,
      sementara: angka(k.sementara),
      profilSaja: angka(k.profilSaja),
    })),
    saringan: susunSaringan(tahun, s, klaster, berjalan),
    jumlah: `${angka(daftar.jumlah)} ormas`,
    kolom: KOLOM.filter((k) => !berjalan || k.teks !== 'Peringkat').map((k) => kepalaKolom(tahun, s, k)),
    baris: daftar.isi.map((h) => barisTabel(h, tahun, berjalan)),
    penomoran: susunPenomoran({ ...daftar, halaman: Math.min(daftar.halaman, jumlahHalaman(daftar)) }, (halaman) =>
      jalurPenilaian.tahun(tahun, s, halaman),
    ),
  };
}

function angkaRingkas(k: RingkasanKelompok, tahun: number, berjalan: boolean): Angka[] {
  const ke = (keadaan: SaringanHasil['keadaan']): string =>
    jalurPenilaian.tahun(tahun, { keadaan, urut: 'skor', arah: 'turun' });
  return [
    {
      label: berjalan ? 'Rata-rata sejauh ini' : 'Rata-rata IKO',
      nilai: k.rerata.rata === null ? '–' : desimal(k.rerata.rata),
      keterangan: `n ${angka(k.rerata.n)} dari ${angka(k.rerata.populasi)} ormas${k.rerata.cakupan === null ? '' : `, cakupan rata-rata ${desimal(k.rerata.cakupan)}%`}`,
    },
    {
      label: berjalan ? 'Cakupan sudah cukup' : 'Skor lengkap',
      nilai: angka(k.rerata.n),
      satuan: 'ormas',
      keterangan: berjalan ? 'belum diperingkat' : 'diberi peringkat',
      href: ke('lengkap'),
    },
    {
      label: berjalan ? 'Cakupan belum cukup' : 'Skor sementara',
      nilai: angka(k.sementara),
      satuan: 'ormas',
      keterangan: berjalan ? 'masih dilengkapi' : 'cakupan belum cukup; tanpa peringkat',
      href: ke('sementara'),
    },
    {
      label: 'Profil saja',
      nilai: angka(k.profilSaja),
      satuan: 'ormas',
      keterangan: 'terdaftar kurang dari satu tahun',
      href: ke('profil-saja'),
    },
  ];
}

function bagan(k: RingkasanKelompok, pita: readonly Pita[], berjalan: boolean): Bagan {
  const lengkap = berjalan ? 'skor yang cakupannya sudah cukup' : 'skor lengkap';
  const batang = k.tingkat.map((nilai, t) => ({
    label: `${t} · ${pita.find((p) => p.tingkat === t)?.sebutan ?? ''}`,
    nilai,
  }));
  const terbanyak = [...batang].sort((a, b) => b.nilai - a.nilai)[0];
  return {
    id: 'sebaran',
    judul: 'Sebaran tingkat',
    ringkas:
      k.rerata.n === 0 || !terbanyak
        ? `Belum ada ${lengkap}.`
        : `Paling banyak berada pada tingkat ${terbanyak.label}: ${angka(terbanyak.nilai)} dari ${angka(k.rerata.n)} ormas dengan ${lengkap}.`,
    svg: gambarBatang(batang),
    kepala: ['Tingkat', 'Ormas'],
    baris: batang.map((x) => [x.label, angka(x.nilai)]),
    catatan: `Hanya ${lengkap} (n ${angka(k.rerata.n)} dari ${angka(k.rerata.populasi)}).`,
  };
}

const KEADAAN: readonly [NonNullable<SaringanHasil['keadaan']>, string][] = [
  ['4', 'Tingkat 4'],
  ['3', 'Tingkat 3'],
  ['2', 'Tingkat 2'],
  ['1', 'Tingkat 1'],
  ['0', 'Tingkat 0'],
  ['lengkap', 'Skor lengkap'],
  ['sementara', 'Sementara'],
  ['profil-saja', 'Profil saja'],
  ['bertanda', 'Bertanda'],
];

const KEADAAN_BERJALAN: Readonly<Record<string, string>> = {
  lengkap: 'Cakupan sudah cukup',
  sementara: 'Cakupan belum cukup',
};

function susunSaringan(
  tahun: number,
  s: SaringanHasil,
  klaster: readonly RingkasanKelompok[],
  berjalan: boolean,
): Saringan {
  const pilihan = KEADAAN.map(([nilai, teks]): (typeof KEADAAN)[number] => [
    nilai,
    (berjalan ? KEADAAN_BERJALAN[nilai] : undefined) ?? teks,
  ]);
  const opd = klaster.map((k) => ({ nilai: String(k.opdId ?? 0), teks: k.opd ?? 'Belum ditetapkan' }));
  const namaOpd = opd.find((o) => o.nilai === String(s.opdId))?.teks;
  const keadaan = pilihan.find(([nilai]) => nilai === s.keadaan)?.[1];
  const tanpa = (bagian: Partial<SaringanHasil>): string => jalurPenilaian.tahun(tahun, { ...s, ...bagian });
  return {
    aksi: jalurPenilaian.tahun(tahun),
    cari: { nama: 'cari', label: 'Nama ormas', nilai: s.cari ?? '' },
    pilihan: [
      {
        nama: 'opd',
        label: 'Klaster',
        opsi: [
          { nilai: '', teks: 'Semua', terpilih: s.opdId === undefined },
          ...opd.map((o) => ({ ...o, terpilih: o.nilai === String(s.opdId) })),
        ],
      },
      {
        nama: 'keadaan',
        label: 'Hasil',
        opsi: [
          { nilai: '', teks: 'Semua', terpilih: !s.keadaan },
          ...pilihan.map(([nilai, teks]) => ({ nilai, teks, terpilih: nilai === s.keadaan })),
        ],
      },
    ],
    tersembunyi: [
      ...(s.urut === 'skor' ? [] : [{ nama: 'urut', nilai: s.urut }]),
      ...(s.arah === 'turun' ? [] : [{ nama: 'arah', nilai: s.arah }]),
    ],
    aktif: [
      ...(s.cari ? [{ teks: `“${s.cari}”`, href: tanpa({ cari: undefined }) }] : []),
      ...(namaOpd ? [{ teks: `Klaster: ${namaOpd}`, href: tanpa({ opdId: undefined }) }] : []),
      ...(keadaan ? [{ teks: `Hasil: ${keadaan}`, href: tanpa({ keadaan: undefined }) }] : []),
    ],
    hapusSemua: jalurPenilaian.tahun(tahun, { urut: s.urut, arah: s.arah }),
  };
}

interface Kolom {
  teks: string;
  urut?: SaringanHasil['urut'];
  awal?: SaringanHasil['arah'];
  angka?: boolean;
}
const KOLOM: readonly Kolom[] = [
  { teks: 'Peringkat', angka: true },
  { teks: 'Ormas', urut: 'nama', awal: 'naik' },
  { teks: 'Klaster' },
  { teks: 'Hasil' },
  { teks: 'Cakupan', urut: 'cakupan', awal: 'turun', angka: true },
  { teks: 'IKO', urut: 'skor', awal: 'turun', angka: true },
];

function kepalaKolom(tahun: number, s: SaringanHasil, k: Kolom): KepalaKolom {
  if (!k.urut || !k.awal) return { teks: k.teks, angka: k.angka };
  const kini = s.urut === k.urut;
  const arah = kini ? (s.arah === 'naik' ? 'turun' : 'naik') : k.awal;
  return {
    teks: k.teks,
    angka: k.angka,
    href: jalurPenilaian.tahun(tahun, { ...s, urut: k.urut, arah }),
    arah: kini ? s.arah : null,
  };
}

function barisTabel(h: BarisHasil, tahun: number, berjalan: boolean): BarisTabel {
  return {
    nama: h.nama,
    href: jalurPenilaian.ormas(tahun, h.ormasId),
    opd: h.opd ?? 'Belum ditetapkan',
    lencana: lencanaHasil(h),
    bendera: h.bendera.map(lencanaPenanda),
    skor: h.skor === null ? '–' : desimal(h.skor),
    cakupan: h.cakupan === null ? '–' : `${desimal(h.cakupan)}%`,
    peringkat: berjalan ? null : h.peringkat === null ? '–' : angka(h.peringkat),
  };
}
