import { angka, tanggal, tanggalRingkas } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Saringan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { aktifPada, baruTerdaftar } from '../../ormas/keaktifan.js';
import { lencanaKeaktifan } from '../../ormas/ormas.lencana.js';
import { type OpsiOrmas, type OpsiSaringan } from '../../ormas/ormas.types.js';
import {
  type BarisKeaktifan,
  type BarisKunjungan,
  DIAM,
  type Diam,
  type SaringanKeaktifan,
  TANDA_HIDUP,
} from '../keaktifan.types.js';
import { kataDiam, SEBUTAN_TANDA, tandaTerakhir } from '../tanda.js';
import { jalurKeaktifan } from './keaktifan.paths.js';

const SEBUTAN_DIAM: Readonly<Record<Diam, string>> = {
  '3': 'Diam 3 bulan atau lebih',
  '6': 'Diam 6 bulan atau lebih',
  '12': 'Diam 12 bulan atau lebih',
  '24': 'Diam 24 bulan atau lebih',
  belum: 'Belum pernah ada tanda',
  '0': 'Semua ormas',
};
const URUT_DIAM: readonly Diam[] = ['3', '6', '12', '24', 'belum', '0'];

/** Choices out of the address; what is no choice narrows nothing. */
export function bacaSaringanKeaktifan(k: Record<string, unknown>, opsi: OpsiOrmas): SaringanKeaktifan {
  const pilih = (daftar: readonly OpsiSaringan[], v: unknown): string => daftar.find((o) => o.nilai === v)?.nilai ?? '';
  return {
    diam: DIAM.find((d) => d === k.diam) ?? '6',
    opd: pilih(opsi.opd, k.opd),
    kecamatan: pilih(opsi.kecamatan, k.kecamatan),
    kelurahan: pilih(opsi.kelurahan, k.kelurahan),
  };
}

export interface TampilanKeaktifan {
  judul: string;
  kepala: KepalaHalaman;
  saringan: Saringan;
  jumlah: string;
  /** Where a visit to those that are ticked is planned; null: not the reader's to do. */
  rencanakan: string | null;
  baris: {
    id: number;
    nama: string;
    href: string;
    di: string;
    keaktifan: Lencana;
    diam: string;
    terakhir: string;
    tanda: { nama: string; pada: string }[];
  }[];
  penomoran: Penomoran;
  kosong: Kosong | null;
}

/** The ladder of life signs. @param semua the reader sees every cluster and may choose one; `rencanakan`: plans visits */
export function presentKeaktifan(
  h: Halaman<BarisKeaktifan>,
  s: SaringanKeaktifan,
  opsi: OpsiOrmas,
  { hari, semua, rencanakan }: { hari: string; semua: boolean; rencanakan: boolean },
): TampilanKeaktifan {
  return {
    judul: 'Keaktifan ormas',
    kepala: {
      judul: 'Keaktifan ormas',
      pengantar:
        'Kapan setiap ormas terakhir memberi tanda: melapor, bertemu, ditemui saat kunjungan, mengubah data, memastikan profil, atau masuk ke portal. Yang paling lama diam ada di atas.',
      remah: [{ teks: 'Beranda', href: '/' }],
      ...(h.jumlah > 0
        ? { tindakan: [{ teks: 'Daftar kunjungan', href: jalurKeaktifan.kunjungan(s), ikon: 'cetak' }] }
        : {}),
    },
    saringan: susunSaringan(s, opsi, semua),
    jumlah: angka(h.jumlah),
    rencanakan: rencanakan ? jalurKeaktifan.rencanakan() : null,
    baris: h.isi.map((b) => {
      const terakhir = tandaTerakhir(b.tanda);
      return {
        id: b.id,
        nama: b.nama,
        href: jalurKeaktifan.ormas(b.id),
        di: [b.kelurahan ?? 'Luar domisili', b.opd ?? 'OPD belum ditetapkan'].join(' · '),
        keaktifan: lencanaKeaktifan({
          aktif: aktifPada(b.status, b.kegiatanTerakhir, hari),
          baru: baruTerdaftar(b.status, b.terdaftarPada, hari),
        }),
        diam: awalBesar(kataDiam(terakhir?.pada ?? null, hari)),
        terakhir: terakhir === null ? '' : `${SEBUTAN_TANDA[terakhir.jenis]}, ${tanggal(terakhir.pada)}`,
        tanda: TANDA_HIDUP.flatMap((t) => {
          const pada = b.tanda[t];
          return pada === null || t === terakhir?.jenis ? [] : [{ nama: SEBUTAN_TANDA[t], pada: tanggalRingkas(pada) }];
        }),
      };
    }),
    penomoran: susunPenomoran(h, (n) => jalurKeaktifan.daftar(s, n)),
    kosong: kosong(h.isi.length, h.jumlah),
  };
}

const awalBesar = (teks: string): string => teks.charAt(0).toUpperCase() + teks.slice(1);

function kosong(tampak: number, jumlah: number): Kosong | null {
  if (tampak > 0) return null;
  return jumlah > 0
    ? { judul: 'Halaman ini kosong', teks: 'Daftarnya lebih pendek daripada halaman yang Anda minta.' }
    : {
        judul: 'Tidak ada yang diam selama itu',
        teks: 'Pilih jangka waktu yang lebih pendek, atau hapus saringannya.',
      };
}

function susunSaringan(s: SaringanKeaktifan, opsi: OpsiOrmas, semua: boolean): Saringan {
  const jenis = [
    ...(semua ? [['opd', 'OPD'] as const] : []),
    ['kecamatan', 'Kecamatan'] as const,
    ['kelurahan', 'Kelurahan'] as const,
  ];
  return {
    aksi: jalurKeaktifan.daftar(),
    pilihan: [
      {
        nama: 'diam',
        label: 'Lama diam',
        opsi: URUT_DIAM.map((d) => ({ nilai: d, teks: SEBUTAN_DIAM[d], terpilih: d === s.diam })),
      },
      ...jenis.map(([nama, label]) => ({
        nama,
        label,
        opsi: [
          { nilai: '', teks: 'Semua', terpilih: s[nama] === '' },
          ...opsi[nama].map((o) => ({ ...o, terpilih: o.nilai === s[nama] })),
        ],
      })),
    ],
    tersembunyi: [],
    aktif: jenis.flatMap(([nama]) =>
      s[nama] === ''
        ? []
        : [
            {
              teks: opsi[nama].find((o) => o.nilai === s[nama])?.teks ?? '',
              href: jalurKeaktifan.daftar({ ...s, [nama]: '' }),
            },
          ],
    ),
    hapusSemua: jalurKeaktifan.daftar({ diam: s.diam }),
  };
}

export interface TampilanKunjungan {
  judul: string;
  kepala: KepalaHalaman;
  adaTelepon: boolean;
  /** Where a visit to those of a sheet that are ticked is planned; null: not the reader's to do. */
  rencanakan: string | null;
  kelompok: {
    judul: string;
    keterangan: string;
    baris: {
      id: number;
      nomor: string;
      nama: string;
      alamat: string;
      ketua: string;
      telepon: string;
      terakhir: string;
      diam: string;
    }[];
  }[];
  kosong: Kosong | null;
}

/** The visit list: a sheet per kelurahan. @param telepon whether the reader sees phone numbers */
export function presentKunjungan(
  baris: readonly BarisKunjungan[],
  s: SaringanKeaktifan,
  { hari, telepon, rencanakan }: { hari: string; telepon: boolean; rencanakan: boolean },
): TampilanKunjungan {
  const kelompok = new Map<string, BarisKunjungan[]>();
  for (const b of baris) {
    const tempat = b.kelurahan === null ? 'Luar domisili' : `Kelurahan ${b.kelurahan}, Kecamatan ${b.kecamatan ?? ''}`;
    const isi = kelompok.get(tempat);
    if (isi) isi.push(b);
    else kelompok.set(tempat, [b]);
  }
  return {
    judul: 'Daftar kunjungan',
    kepala: {
      judul: 'Daftar kunjungan',
      pengantar: `${SEBUTAN_DIAM[s.diam]}. ${angka(baris.length)} ormas, keadaan ${tanggal(hari)}. Setiap kelurahan dicetak pada lembar sendiri.`,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'Keaktifan ormas', href: jalurKeaktifan.daftar(s) },
      ],
    },
    adaTelepon: telepon,
    rencanakan: rencanakan ? jalurKeaktifan.rencanakan() : null,
    kelompok: [...kelompok].map(([judul, isi]) => ({
      judul,
      keterangan: `${judul}: ${angka(isi.length)} ormas`,
      baris: isi.map((b, i) => {
        const terakhir = tandaTerakhir(b.tanda);
        return {
          id: b.id,
          nomor: String(i + 1),
          nama: b.nama,
          alamat: [b.alamat, b.rt && `RT ${b.rt}`, b.rw && `RW ${b.rw}`].filter(Boolean).join(', ') || 'belum diisi',
          ketua: b.ketua ?? 'belum diisi',
          telepon: b.telepon ?? '',
          terakhir: terakhir === null ? '' : `${SEBUTAN_TANDA[terakhir.jenis]}, ${tanggalRingkas(terakhir.pada)}`,
          diam: awalBesar(kataDiam(terakhir?.pada ?? null, hari)),
        };
      }),
    })),
    kosong: kosong(baris.length, 0),
  };
}
