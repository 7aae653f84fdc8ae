import { type Aktor } from '../../../common/aktor.js';
import { angka, tanggal } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Opsi,
  type Penomoran,
  type Saringan,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { kalimatTerpotong, susunPenomoran } from '../../../infra/view/penomoran.js';
import { lencanaStatus } from '../../ormas/ormas.lencana.js';
import { bolehUbahStatus, lingkupOrmas } from '../../ormas/ormas.policy.js';
import { JENIS_PEMBINAAN } from '../../ormas/ormas.types.js';
import { kataSelisih, SEBUTAN_PEMBINAAN } from '../../ormas/sanksi.js';
import { type OrmasBerselisih, type PilihanDaftar } from '../daftar-pembinaan.service.js';
import { bolehKelolaPembinaan, bolehLihatSelisih } from '../pembinaan.policy.js';
import {
  type RingkasPembinaan,
  SARING_KEADAAN,
  type SaringanPembinaan,
  type SaringKeadaan,
} from '../pembinaan.types.js';
import { jalurPembinaan } from './pembinaan.paths.js';
import { kataMasa, kataSurat, lencanaCatatan } from './pembinaan.presenter.js';

/** `views/pembinaan/daftar.hbs`. */
export interface HalamanDaftar {
  judul: string;
  kepala: KepalaHalaman;
  /** Null on the sheet for print. */
  saringan: Saringan | null;
  jumlah: string;
  baris: {
    ormas: string;
    ormasHref: string;
    opd: string;
    jenis: string;
    href: string;
    lencana: Lencana;
    batal: boolean;
    masa: string;
    surat: string;
    dasar: string;
    dokumen: string;
  }[];
  kosong: Kosong;
  penomoran: Penomoran | null;
}

const JUDUL = 'Pembinaan dan sanksi';
const SEBUTAN_SARINGAN: Readonly<Record<SaringKeadaan, string>> = {
  berlaku: 'Sanksi yang berlaku',
  'tanpa-surat': 'Sanksi yang berlaku tanpa surat',
  berakhir: 'Sanksi yang berakhir',
  tercatat: 'Pembinaan saja',
  batal: 'Dibatalkan atau dikoreksi',
};

/** The log of many ormas. @param cetak the sheet for print, without pages */
export function presentDaftar(b: {
  aktor: Aktor;
  halaman: Halaman<RingkasPembinaan>;
  saringan: SaringanPembinaan;
  pilihan: PilihanDaftar;
  hari: string;
  cetak: boolean;
}): HalamanDaftar {
  const { aktor, halaman, saringan: s, cetak } = b;
  const susun = susunSaringan(aktor, s, b.pilihan);
  const menurut = susun.aktif.map((a) => a.teks).join(', ');
  return {
    judul: JUDUL,
    kepala: {
      judul: JUDUL,
      pengantar: cetak
        ? `${menurut === '' ? 'Semua catatan' : menurut}. Keadaan ${tanggal(b.hari)}.${kalimatTerpotong(halaman)}`
        : 'Yang sudah diputuskan pejabat yang berwenang, beserta suratnya. Portal hanya mencatat, tidak pernah menjatuhkan sanksi.',
      remah: [{ teks: 'Beranda', href: '/' }, ...(cetak ? [{ teks: JUDUL, href: jalurPembinaan.daftar(s) }] : [])],
      tindakan: cetak ? [] : tindakanDaftar(aktor, s, halaman.jumlah),
    },
    saringan: cetak ? null : susun,
    jumlah: angka(halaman.jumlah),
    baris: halaman.isi.map((x) => ({
      ...{ ormas: x.ormasNama, ormasHref: jalurPembinaan.daftarOrmas(x.ormasId), opd: x.opd ?? 'OPD belum ditetapkan' },
      ...{ jenis: SEBUTAN_PEMBINAAN[x.jenis], href: jalurPembinaan.rinci(x.id), lencana: lencanaCatatan(x) },
      ...{ batal: x.batalPada !== null, masa: kataMasa(x), surat: kataSurat(x), dasar: x.dasar },
      dokumen: x.jumlahBerkas === 0 ? 'belum ada' : `${angka(x.jumlahBerkas)} berkas`,
    })),
    kosong:
      halaman.jumlah > 0
        ? { judul: 'Halaman ini kosong', teks: 'Daftarnya lebih pendek daripada halaman yang Anda minta.' }
        : {
            judul: susun.aktif.length > 0 ? 'Tidak ada catatan untuk saringan ini' : 'Belum ada yang tercatat',
            teks: 'Pembinaan atau sanksi dicatat petugas dari halaman ormasnya.',
          },
    penomoran: cetak ? null : susunPenomoran(halaman, (n) => jalurPembinaan.daftar(s, n)),
  };
}

function tindakanDaftar(aktor: Aktor, s: SaringanPembinaan, jumlah: number): Tindakan[] {
  return [
    { teks: 'Rekomendasi', href: '/rekomendasi', ikon: 'tugas' },
    ...(bolehLihatSelisih(aktor)
      ? [{ teks: 'Status belum sejalan', href: jalurPembinaan.selisih(), ikon: 'perlu' }]
      : []),
    ...(jumlah === 0
      ? []
      : [
          { teks: 'Lembar cetak', href: jalurPembinaan.cetak(s), ikon: 'cetak' },
          { teks: 'Unduh Excel', href: jalurPembinaan.ekspor('xlsx', s), ikon: 'unduh' },
          { teks: 'Unduh CSV', href: jalurPembinaan.ekspor('csv', s), ikon: 'unduh' },
        ]),
  ];
}

function susunSaringan(aktor: Aktor, s: SaringanPembinaan, p: PilihanDaftar): Saringan {
  const pilih = (nama: keyof SaringanPembinaan, label: string, semua: string, isi: [string, string][]) => ({
    ...{ nama, label },
    opsi: [['', semua] as [string, string], ...isi].map(([nilai, teks]): Opsi => ({
      ...{ nilai, teks, terpilih: nilai === s[nama] },
    })),
  });
  const kode = (d: readonly { kode: string; nama: string }[]): [string, string][] => d.map((x) => [x.kode, x.nama]);
  const pilihan = [
    pilih(
      'jenis',
      'Jenis',
      'Semua jenis',
      JENIS_PEMBINAAN.map((j) => [j, SEBUTAN_PEMBINAAN[j]]),
    ),
    pilih(
      'keadaan',
      'Keadaan',
      'Semua keadaan',
      SARING_KEADAAN.map((k) => [k, SEBUTAN_SARINGAN[k]]),
    ),
    pilih(
      'tahun',
      'Tahun',
      'Semua tahun',
      p.tahun.map((t) => [t, t]),
    ),
    pilih('bidang', 'Bidang', 'Semua bidang', kode(p.bidang)),
    ...(lingkupOrmas(aktor).jenis === 'semua'
      ? [pilih('opd', 'OPD pembina', 'Semua OPD', [...kode(p.opd), ['belum', 'Belum ditetapkan']])]
      : []),
  ];
  return {
    aksi: jalurPembinaan.daftar(),
    cari: { nama: 'cari', label: 'Nama ormas, nomor surat, atau dasar', nilai: s.cari },
    pilihan,
    tersembunyi: [],
    aktif: [
      ...(s.cari === '' ? [] : [{ teks: `“${s.cari}”`, href: jalurPembinaan.daftar({ ...s, cari: '' }) }]),
      ...pilihan.flatMap((k) => {
        const o = k.opsi.find((x) => x.terpilih && x.nilai !== '');
        return o ? [{ teks: o.teks, href: jalurPembinaan.daftar({ ...s, [k.nama]: '' }) }] : [];
      }),
    ],
    hapusSemua: jalurPembinaan.daftar(),
  };
}

/** `views/pembinaan/selisih.hbs`. */
export interface HalamanSelisih {
  judul: string;
  kepala: KepalaHalaman;
  baris: { ormas: string; href: string; lencana: Lencana; judul: string; teks: string; tindakan: Tindakan | null }[];
  kosong: Kosong;
  penomoran: Penomoran;
}

/** The ormas whose standing in the register and log of sanctions differ. */
export function presentSemuaSelisih(aktor: Aktor, halaman: Halaman<OrmasBerselisih>): HalamanSelisih {
  const judul = 'Status dan sanksi yang belum sejalan';
  return {
    judul,
    kepala: {
      judul,
      pengantar: `${angka(halaman.jumlah)} ormas. Keduanya tidak saling mengubah dengan sendirinya: petugas mencatat yang kurang.`,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: JUDUL, href: jalurPembinaan.daftar() },
      ],
    },
    baris: halaman.isi.map(({ id, nama, status, selisih: s }) => {
      const { judul: apa, teks, tombol } = kataSelisih(s);
      const boleh = s.jenis === 'sanksi-tertinggal' ? bolehKelolaPembinaan(aktor) : bolehUbahStatus(aktor, { status });
      const href =
        s.jenis === 'sanksi-tertinggal' ? jalurPembinaan.baru(id, s.sanksi) : jalurPembinaan.status(id, s.sanksi.id);
      return {
        ...{ ormas: nama, href: jalurPembinaan.daftarOrmas(id), lencana: lencanaStatus(status), judul: apa, teks },
        tindakan: boleh ? { teks: tombol, href } : null,
      };
    }),
    kosong: { judul: 'Semuanya sejalan', teks: 'Status setiap ormas sama dengan sanksi yang tercatat.' },
    penomoran: susunPenomoran(halaman, (n) => jalurPembinaan.selisih(n)),
  };
}
