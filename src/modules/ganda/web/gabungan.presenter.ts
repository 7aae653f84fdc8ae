import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, tanggal, tanggalJam } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomTeks,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Tab,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type RingkasGabungan } from '../baca-gabungan.service.js';
import { type RincianGabungan } from '../ganda.types.js';
import { jalurGanda } from './ganda.paths.js';
import { presentSisi, type SisiTampil, tabGanda } from './ganda.presenter.js';

/** `views/ganda/gabungan.hbs`: what was merged. */
export interface HalamanGabungan {
  judul: string;
  kepala: KepalaHalaman;
  tab: Tab;
  baris: { asal: SisiTampil; tujuan: SisiTampil; href: string; kapan: string; lencana: Lencana }[];
  kosong: Kosong;
  penomoran: Penomoran | null;
}

const lencana = (g: Pick<RingkasGabungan, 'batal'>): Lencana =>
  g.batal === null ? { jenis: 'baik', teks: 'Berlaku' } : { jenis: 'netral', teks: 'Dibatalkan' };

export function presentGabungan(halaman: Halaman<RingkasGabungan>): HalamanGabungan {
  const judul = 'Catatan yang digabung';
  return {
    judul,
    kepala: { judul, pengantar: 'Setiap penggabungan dengan alasannya, yang terbaru di atas.' },
    tab: tabGanda('gabungan'),
    baris: halaman.isi.map((g) => ({
      ...{ asal: presentSisi(g.asal), tujuan: presentSisi(g.tujuan), href: jalurGanda.rinci(g.id) },
      ...{ kapan: `${g.oleh ?? 'Sistem'}, ${tanggal(g.pada)}`, lencana: lencana(g) },
    })),
    kosong: { judul: 'Belum ada yang digabung', teks: 'Penggabungan muncul di sini beserta alasannya.' },
    penomoran: halaman.isi.length > 0 ? susunPenomoran(halaman, jalurGanda.gabungan) : null,
  };
}

/** `views/ganda/rincian.hbs`: one merging. */
export interface HalamanRinci {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  pokok: Butir[];
  diambil: { label: string; sebelum: string; sesudah: string }[];
  dipindah: Butir[];
  batal: { butir: Butir[]; hasil: string[] } | null;
  halangan: Catatan | null;
  formulir: { aksi: string; versi: number; alasan: KolomTeks } | null;
}

/** @param isian what was typed with an undoing that could not be done */
export function presentRinci(
  g: RincianGabungan,
  isian: { alasan: string; galat: GalatIsian[] } | null = null,
): HalamanRinci {
  const judul = 'Penggabungan catatan';
  const [asal, tujuan] = [presentSisi(g.asal), presentSisi(g.tujuan)];
  return {
    judul,
    kepala: {
      judul,
      pengantar: `“${g.asal.nama}” ke “${g.tujuan.nama}”`,
      remah: [
        { teks: 'Data ganda', href: jalurGanda.daftar() },
        { teks: 'Sudah digabung', href: jalurGanda.gabungan() },
      ],
      lencana: [lencana(g)],
    },
    galat: isian?.galat ?? [],
    pokok: [
      { label: 'Yang digabung', nilai: `Nomor ${g.asal.id}: ${g.asal.nama}`, href: asal.href },
      { label: 'Yang tetap', nilai: `Nomor ${g.tujuan.id}: ${g.tujuan.nama}`, href: tujuan.href },
      { label: 'Digabung oleh', nilai: g.oleh ?? 'Sistem' },
      { label: 'Pada', nilai: tanggalJam(g.pada) },
      { label: 'Alasan', nilai: g.alasan },
    ],
    diambil: g.diambil,
    dipindah: g.dipindah.map((d) => ({
      label: d.sebutan.charAt(0).toUpperCase() + d.sebutan.slice(1),
      nilai: angka(d.jumlah),
    })),
    batal: g.batal && {
      butir: [
        { label: 'Dibatalkan oleh', nilai: g.batal.oleh ?? 'Sistem' },
        { label: 'Pada', nilai: tanggalJam(g.batal.pada) },
        { label: 'Alasan', nilai: g.batal.alasan },
      ],
      hasil: g.batal.hasil,
    },
    halangan: g.halangan === null ? null : { jenis: 'perlu', judul: 'Belum dapat dibatalkan', teks: g.halangan },
    formulir:
      g.bolehBatalkan && g.halangan === null
        ? {
            aksi: jalurGanda.batal(g.id),
            versi: g.versi,
            alasan: {
              ...{ nama: 'alasan', label: 'Alasan pembatalan', wajib: true, maksimal: 500, baris: 3 },
              ...{ nilai: isian?.alasan ?? '', galat: isian?.galat.find((x) => x.bidang === 'alasan')?.pesan ?? null },
            },
          }
        : null,
  };
}
