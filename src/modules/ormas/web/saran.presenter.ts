import { angka } from '../../../common/format.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { type KepalaHalaman, type Kosong, type Opsi, type Penomoran } from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type Halaman } from '../../../common/page.js';
import { type BarisSaran, type BidangPilihan } from '../saran-klaster.service.js';
import { jalurSaran } from './saran.paths.js';

/** What was ticked and chosen, to be shown again: the chosen bidang by ormas, and who was ticked. */
export interface KetikanSaran {
  centang: ReadonlySet<number>;
  bidang: ReadonlyMap<number, string>;
}

export interface TampilanSaran {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  galat: GalatIsian[];
  jumlah: string;
  baris: {
    id: number;
    nama: string;
    href: string;
    versi: number;
    tertulis: string;
    tujuan: string;
    /** `Lingkungan Hidup (DLH): “sampah” dalam nama`. */
    saran: string[];
    opsi: Opsi[];
    centang: boolean;
    galat: string;
  }[];
  penomoran: Penomoran;
  kosong: Kosong | null;
}

const ASAL = { nama: 'dalam nama', bidang: 'dalam bidang tertulis', tujuan: 'dalam tujuan' } as const;
const SARAN_MAKS = 3;
/** So much of a purpose is shown beside the name; the words that led to a suggestion are told apart. */
const TUJUAN_MAKS = 160;

/** The undecided with what their words speak for; nothing is ticked until the officer does. */
export function presentSaran(
  { halaman, bidang }: { halaman: Halaman<BarisSaran>; bidang: BidangPilihan[] },
  ketikan: KetikanSaran | null = null,
  galat: GalatIsian[] = [],
): TampilanSaran {
  const sebut = (kode: string): string => {
    const b = bidang.find((x) => x.kode === kode);
    return b ? `${b.nama} (${b.opd})` : kode;
  };
  return {
    judul: 'Saran klaster',
    kepala: {
      judul: 'Saran klaster',
      pengantar:
        'Ormas yang klasternya belum ditetapkan, dengan bidang yang disarankan oleh kata-kata dalam nama, bidang tertulis, dan tujuannya. Saran tidak memutuskan apa pun: periksa, ganti bila perlu, centang, lalu tetapkan.',
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'Klaster', href: '/klaster' },
      ],
    },
    aksi: jalurSaran.daftar(halaman.halaman),
    galat,
    jumlah: angka(halaman.jumlah),
    baris: halaman.isi.map((b) => {
      const dipilih = ketikan?.bidang.get(b.id) ?? b.bidang;
      return {
        id: b.id,
        nama: b.nama,
        href: `/ormas/${b.id}`,
        versi: b.versi,
        tertulis: b.bidangTeks,
        tujuan: b.tujuan.length > TUJUAN_MAKS ? `${b.tujuan.slice(0, TUJUAN_MAKS)}…` : b.tujuan,
        saran: b.saran
          .slice(0, SARAN_MAKS)
          .map((s) => `${sebut(s.bidang)}: ${s.kata.map((k) => `“${k.kata}” ${ASAL[k.asal]}`).join(', ')}`),
        opsi: [
          { nilai: '', teks: 'Pilih bidang', terpilih: dipilih === '' },
          ...bidang.map((x) => ({ nilai: x.kode, teks: `${x.nama} (${x.opd})`, terpilih: x.kode === dipilih })),
        ],
        centang: ketikan?.centang.has(b.id) ?? false,
        galat: galat.find((g) => g.bidang === `bidang-${b.id}`)?.pesan ?? '',
      };
    }),
    penomoran: susunPenomoran(halaman, (n) => jalurSaran.daftar(n)),
    kosong:
      halaman.isi.length > 0
        ? null
        : halaman.jumlah > 0
          ? { judul: 'Halaman ini kosong', teks: 'Daftarnya lebih pendek daripada halaman yang Anda minta.' }
          : { judul: 'Semua ormas sudah mempunyai klaster', teks: 'Tidak ada yang menunggu penetapan.' },
  };
}
