import { type Aktor } from '../../../common/aktor.js';
import { angka, hariTanggal, tanggal, tanggalRingkas } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Saringan,
  type Tab,
} from '../../../infra/view/bagian.js';
import { kalimatTerpotong, susunPenomoran } from '../../../infra/view/penomoran.js';
import { kataJam, pekan } from '../kunjungan.aturan.js';
import { STATUS_BERJALAN } from '../kunjungan.status.js';
import {
  BAGIAN_KUNJUNGAN,
  type BagianKunjungan,
  type BarisKunjungan,
  type SaringanKunjungan,
  SEBUTAN_TUJUAN,
  TUJUAN_KUNJUNGAN,
} from '../kunjungan.types.js';
import { lencanaHasil, lencanaKunjungan } from '../kunjungan.kata.js';
import { jalurKunjungan } from './kunjungan.paths.js';

const SEBUTAN_BAGIAN: Readonly<Record<BagianKunjungan, string>> = {
  saya: 'Tugas saya',
  minggu: 'Minggu ini',
  sepekan: 'Tujuh hari ini',
  mendatang: 'Mendatang',
  terlewat: 'Perlu diselesaikan',
  selesai: 'Selesai',
  dibatalkan: 'Dibatalkan',
};

const KOSONG: Readonly<Record<BagianKunjungan, string>> = {
  saya: 'Tidak ada kunjungan yang menunggu Anda.',
  minggu: 'Tidak ada kunjungan pada minggu ini.',
  sepekan: 'Tidak ada kunjungan yang direncanakan dalam tujuh hari ini.',
  mendatang: 'Tidak ada kunjungan yang direncanakan.',
  terlewat: 'Tidak ada rencana yang terlewat atau berita acara yang belum selesai.',
  selesai: 'Kunjungan muncul di sini setelah berita acaranya selesai.',
  dibatalkan: 'Tidak ada kunjungan yang dibatalkan.',
};

export interface BarisTampil {
  judul: string;
  href: string;
  /** `Pembinaan`. */
  tujuan: string;
  hari: string;
  jam: string;
  tempat: string;
  wilayah: string;
  petugas: string;
  lencana: Lencana;
  hasil: Lencana[];
}

/** One visit as every list shows it. */
export function barisTampil(k: BarisKunjungan, hari: string): BarisTampil {
  const pada = k.tanggalNyata ?? k.tanggal;
  return {
    judul: k.nama || 'Pendaftaran tanpa nama',
    href: jalurKunjungan.rinci(k.id),
    tujuan: SEBUTAN_TUJUAN[k.tujuan],
    hari: tanggalRingkas(pada),
    jam: k.jam === null ? '' : kataJam(k.jam),
    tempat: k.tempat,
    wilayah: k.kelurahan === null ? 'Luar kota atau belum tercatat' : `Kelurahan ${k.kelurahan}`,
    petugas: k.petugas,
    lencana: lencanaKunjungan(k, hari),
    hasil: lencanaHasil(k),
  };
}

type Pilihan = readonly { id: number; nama: string }[];

export interface HalamanDaftar {
  judul: string;
  kepala: KepalaHalaman;
  tab: Tab;
  saringan: Saringan;
  keterangan: string;
  baris: BarisTampil[];
  kosong: Kosong;
  penomoran: Penomoran;
}

/** `views/lapangan/daftar.hbs`: the visits of the office, or of an OPD's cluster. */
export function presentDaftar(
  aktor: Aktor,
  d: { jumlah: Record<BagianKunjungan, number>; isi: Halaman<BarisKunjungan> },
  s: SaringanKunjungan,
  { hari, petugas, kelurahan }: { hari: string; petugas: Pilihan; kelurahan: Pilihan },
): HalamanDaftar {
  const [senin, minggu] = pekan(hari);
  const bagian = BAGIAN_KUNJUNGAN.filter((b) => b !== 'saya' || aktor.peran === 'petugas');
  return {
    judul: 'Kunjungan lapangan',
    kepala: {
      judul: 'Kunjungan lapangan',
      pengantar: `Minggu ini: ${tanggal(senin)} sampai ${tanggal(minggu)}. Kunjungan direncanakan dari halaman ormas, pendaftaran, atau daftar keaktifan.`,
      remah: [{ teks: 'Beranda', href: '/' }],
      tindakan: [
        ...(d.isi.jumlah > 0 ? [{ teks: 'Lembar cetak', href: jalurKunjungan.cetak(s), ikon: 'cetak' }] : []),
        { teks: 'Ormas yang lama diam', href: jalurKunjungan.keaktifan() },
      ],
    },
    tab: {
      label: 'Bagian daftar kunjungan',
      tab: bagian.map((b) => ({
        ...{ teks: SEBUTAN_BAGIAN[b], href: jalurKunjungan.daftar({ ...s, bagian: b }), aktif: b === s.bagian },
        ...(d.jumlah[b] > 0 && { jumlah: angka(d.jumlah[b]) }),
      })),
    },
    saringan: susunSaringan(s, petugas, kelurahan),
    keterangan: `Kunjungan: ${SEBUTAN_BAGIAN[s.bagian].toLowerCase()}`,
    baris: d.isi.isi.map((k) => barisTampil(k, hari)),
    kosong:
      d.isi.jumlah > 0
        ? { judul: 'Halaman ini kosong', teks: 'Daftarnya lebih pendek daripada halaman yang Anda minta.' }
        : { judul: 'Tidak ada kunjungan di sini', teks: KOSONG[s.bagian] },
    penomoran: susunPenomoran(d.isi, (n) => jalurKunjungan.daftar(s, n)),
  };
}

function susunSaringan(s: SaringanKunjungan, petugas: Pilihan, kelurahan: Pilihan): Saringan {
  const opsi = (daftar: Pilihan, dipilih: number | null, semua: string) => [
    { nilai: '', teks: semua, terpilih: dipilih === null },
    ...daftar.map((p) => ({ nilai: String(p.id), teks: p.nama, terpilih: p.id === dipilih })),
  ];
  const aktif = (teks: string | undefined, tanpa: Partial<SaringanKunjungan>) =>
    teks === undefined ? [] : [{ teks, href: jalurKunjungan.daftar({ ...s, ...tanpa }) }];
  return {
    aksi: jalurKunjungan.daftar(),
    pilihan: [
      {
        nama: 'tujuan',
        label: 'Tujuan',
        opsi: [
          { nilai: '', teks: 'Semua tujuan', terpilih: s.tujuan === '' },
          ...TUJUAN_KUNJUNGAN.map((t) => ({ nilai: t, teks: SEBUTAN_TUJUAN[t], terpilih: t === s.tujuan })),
        ],
      },
      { nama: 'petugas', label: 'Petugas', opsi: opsi(petugas, s.petugasId, 'Semua petugas') },
      { nama: 'kelurahan', label: 'Kelurahan', opsi: opsi(kelurahan, s.kelurahanId, 'Semua kelurahan') },
    ],
    tersembunyi: [{ nama: 'bagian', nilai: s.bagian }],
    aktif: [
      ...aktif(s.tujuan === '' ? undefined : SEBUTAN_TUJUAN[s.tujuan], { tujuan: '' }),
      ...aktif(petugas.find((p) => p.id === s.petugasId)?.nama, { petugasId: null }),
      ...aktif(kelurahan.find((k) => k.id === s.kelurahanId)?.nama, { kelurahanId: null }),
    ],
    hapusSemua: jalurKunjungan.daftar({ bagian: s.bagian }),
  };
}

export interface HalamanCetak {
  judul: string;
  kepala: KepalaHalaman;
  kelompok: { judul: string; keterangan: string; baris: BarisTampil[] }[];
  kosong: Kosong;
}

/** `views/lapangan/cetak.hbs`: the same visits day by day, to take along. */
export function presentCetak(
  lembar: Pick<Halaman<BarisKunjungan>, 'isi' | 'jumlah'>,
  s: SaringanKunjungan,
  hari: string,
): HalamanCetak {
  const perHari = new Map<string, BarisKunjungan[]>();
  for (const k of lembar.isi) {
    const pada = k.tanggalNyata ?? k.tanggal;
    const isi = perHari.get(pada);
    if (isi) isi.push(k);
    else perHari.set(pada, [k]);
  }
  return {
    judul: 'Jadwal kunjungan',
    kepala: {
      judul: 'Jadwal kunjungan',
      pengantar: `${SEBUTAN_BAGIAN[s.bagian]}. ${angka(lembar.jumlah)} kunjungan, keadaan ${tanggal(hari)}.${kalimatTerpotong(lembar)}`,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'Kunjungan lapangan', href: jalurKunjungan.daftar(s) },
      ],
    },
    kelompok: [...perHari].map(([pada, isi]) => ({
      judul: hariTanggal(pada),
      keterangan: `Kunjungan ${tanggal(pada)}`,
      baris: isi.map((k) => barisTampil(k, hari)),
    })),
    kosong: { judul: 'Tidak ada kunjungan di sini', teks: KOSONG[s.bagian] },
  };
}

export interface HalamanMilik {
  judul: string;
  kepala: KepalaHalaman;
  keterangan: string;
  baris: BarisTampil[];
  kosong: Kosong;
}

/** `views/lapangan/ormas.hbs`: the visits of one ormas. */
export function presentMilikOrmas(
  ormas: { id: number; nama: string; boleh: { rencanakan: boolean; daftar: boolean } },
  isi: readonly BarisKunjungan[],
  hari: string,
): HalamanMilik {
  const baru = jalurKunjungan.baru([{ jenis: 'ormas', id: ormas.id }]);
  const berjalan = isi.filter((k) => STATUS_BERJALAN.includes(k.status)).length;
  return {
    judul: `Kunjungan ${ormas.nama}`,
    kepala: {
      judul: 'Kunjungan lapangan',
      pengantar: ormas.nama,
      remah: [
        ...(ormas.boleh.daftar ? [{ teks: 'Kunjungan', href: jalurKunjungan.daftar() }] : []),
        { teks: ormas.nama, href: jalurKunjungan.ormas(ormas.id) },
      ],
      tindakan: ormas.boleh.rencanakan
        ? [
            {
              ...{ teks: 'Rencanakan kunjungan', href: baru, ikon: 'tambah' },
              jenis: berjalan > 0 ? ('biasa' as const) : ('utama' as const),
            },
          ]
        : [],
    },
    keterangan: `Kunjungan ke ${ormas.nama}`,
    baris: isi.map((k) => barisTampil(k, hari)),
    kosong: {
      judul: 'Belum pernah dikunjungi',
      teks: ormas.boleh.rencanakan
        ? 'Rencanakan kunjungan; ormas dan petugasnya diberi tahu.'
        : 'Kunjungan muncul di sini setelah direncanakan petugas.',
    },
  };
}
