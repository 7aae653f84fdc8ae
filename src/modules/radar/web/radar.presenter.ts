import { angka, tanggal } from '../../../common/format.js';
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
import { type DataOpd } from '../../klaster/klaster.types.js';
import { kataAkhir, namaBenda, SEBUTAN_BENDA } from '../radar.kata.js';
import {
  type BarisRadar,
  BENDA_RADAR,
  MASA_RADAR,
  type MasaRadar,
  type RingkasRadar,
  type SaringanRadar,
} from '../radar.types.js';
import { jalurRadar } from './radar.paths.js';

export interface TampilanRadar {
  judul: string;
  kepala: KepalaHalaman;
  /** Null on the sheet for print. */
  tab: Tab | null;
  saringan: Saringan | null;
  keterangan: string;
  /** Of all pages. */
  jumlah: string;
  baris: {
    ormas: string;
    href: string;
    di: string;
    apa: string;
    nomor: string;
    sampai: string;
    lencana: Lencana;
  }[];
  penomoran: Penomoran | null;
  kosong: Kosong | null;
}

const MASA: Readonly<Record<MasaRadar, { teks: string; jumlah: (r: RingkasRadar) => number }>> = {
  '30': { teks: 'Dalam 30 hari', jumlah: (r) => r.hari30 },
  '60': { teks: '31–60 hari', jumlah: (r) => r.hari60 },
  '90': { teks: '61–90 hari', jumlah: (r) => r.hari90 },
  berakhir: { teks: 'Sudah berakhir', jumlah: (r) => r.berakhir },
};

/** Choices out of the address; what is no choice narrows nothing. */
export function bacaSaringanRadar(k: Record<string, unknown>, opd: readonly DataOpd[]): SaringanRadar {
  return {
    masa: MASA_RADAR.find((m) => m === k.masa) ?? '30',
    benda: BENDA_RADAR.find((b) => b === k.benda) ?? '',
    opd: k.opd === 'belum' ? 'belum' : (opd.find((o) => o.kode === k.opd)?.kode ?? ''),
  };
}

/** @param opd the choices of OPD; null for whoever sees one cluster or one ormas only */
export function presentRadar(
  { halaman, ringkas, hari }: { halaman: Halaman<BarisRadar>; ringkas: RingkasRadar; hari: string },
  s: SaringanRadar,
  opd: readonly DataOpd[] | null,
  cetak: boolean,
): TampilanRadar {
  const judul = 'Radar masa berlaku';
  return {
    judul,
    kepala: {
      judul,
      pengantar: cetak
        ? `${MASA[s.masa].teks}. Keadaan ${tanggal(hari)}.${kalimatTerpotong(halaman)}`
        : 'Surat, dokumen, dan masa bakti pengurus yang segera atau sudah berakhir dan belum ada penggantinya.',
      remah: [{ teks: 'Beranda', href: '/' }, ...(cetak ? [{ teks: judul, href: jalurRadar.daftar(s) }] : [])],
      ...(cetak || halaman.jumlah === 0
        ? {}
        : { tindakan: [{ teks: 'Lembar cetak', href: jalurRadar.cetak(s), ikon: 'cetak' }] }),
    },
    tab: cetak
      ? null
      : {
          label: 'Kapan berakhir',
          tab: MASA_RADAR.map((m) => ({
            teks: MASA[m].teks,
            href: jalurRadar.daftar({ ...s, masa: m }),
            aktif: m === s.masa,
            jumlah: angka(MASA[m].jumlah(ringkas)),
          })),
        },
    saringan: cetak ? null : susunSaringan(s, opd),
    keterangan: `Masa berlaku: ${MASA[s.masa].teks.toLowerCase()}`,
    jumlah: angka(halaman.jumlah),
    baris: halaman.isi.map((b) => ({
      ormas: b.ormas,
      href: jalurRadar.ormas(b),
      di: [b.kelurahan ?? 'Luar domisili', b.opd ?? 'OPD belum ditetapkan'].join(' · '),
      apa: namaBenda(b),
      nomor: b.nomor ?? '',
      sampai: tanggal(b.berlakuSampai),
      lencana: {
        jenis: b.berlakuSampai < hari ? 'bahaya' : s.masa === '30' ? 'perlu' : 'proses',
        teks: awalBesar(kataAkhir(b.berlakuSampai, hari)),
      },
    })),
    penomoran: cetak ? null : susunPenomoran(halaman, (n) => jalurRadar.daftar(s, n)),
    kosong:
      halaman.isi.length > 0
        ? null
        : {
            judul: halaman.jumlah > 0 ? 'Halaman ini kosong' : 'Tidak ada yang berakhir di sini',
            teks:
              halaman.jumlah > 0
                ? 'Daftarnya lebih pendek daripada halaman yang Anda minta.'
                : 'Pilih jangka waktu lain di atas, atau hapus saringannya.',
          },
  };
}

const awalBesar = (teks: string): string => teks.charAt(0).toUpperCase() + teks.slice(1);

function susunSaringan(s: SaringanRadar, opd: readonly DataOpd[] | null): Saringan {
  const pilihBenda = BENDA_RADAR.map((b) => ({ nilai: b, teks: SEBUTAN_BENDA[b], terpilih: b === s.benda }));
  const pilihOpd = [
    ...(opd ?? []).map((o) => ({ nilai: o.kode, teks: o.nama, terpilih: o.kode === s.opd })),
    { nilai: 'belum', teks: 'Belum ditetapkan', terpilih: s.opd === 'belum' },
  ];
  const semua = (teks: string, kosong: boolean) => ({ nilai: '', teks, terpilih: kosong });
  const dipilih = (daftar: readonly { teks: string; terpilih: boolean }[]): string =>
    daftar.find((o) => o.terpilih)?.teks ?? '';
  return {
    aksi: '/radar',
    pilihan: [
      { nama: 'benda', label: 'Jenis', opsi: [semua('Semua jenis', s.benda === ''), ...pilihBenda] },
      ...(opd === null ? [] : [{ nama: 'opd', label: 'OPD', opsi: [semua('Semua OPD', s.opd === ''), ...pilihOpd] }]),
    ],
    tersembunyi: s.masa === '30' ? [] : [{ nama: 'masa', nilai: s.masa }],
    aktif: [
      ...(s.benda === '' ? [] : [{ teks: dipilih(pilihBenda), href: jalurRadar.daftar({ ...s, benda: '' }) }]),
      ...(s.opd === '' || opd === null
        ? []
        : [{ teks: dipilih(pilihOpd), href: jalurRadar.daftar({ ...s, opd: '' }) }]),
    ],
    hapusSemua: jalurRadar.daftar({ masa: s.masa }),
  };
}
