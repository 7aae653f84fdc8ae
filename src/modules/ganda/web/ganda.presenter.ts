import { type Aktor } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, tanggal } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type KepalaHalaman,
  type KolomTeks,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Saringan,
  type Tab,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { KATA_SEBAB, SEBAB_KEMBAR, type SebabKembar } from '../../ormas/kembaran.js';
import { lencanaStatus } from '../../ormas/ormas.lencana.js';
import { bolehCariGanda } from '../ganda.policy.js';
import { type RingkasPasangan, type SaringanGanda, type SisiRingkas } from '../ganda.types.js';
import { jalurGanda } from './ganda.paths.js';

/** The reasons as the beginning of a line. */
export const sebutanSebab = (s: SebabKembar): string => KATA_SEBAB[s].charAt(0).toUpperCase() + KATA_SEBAB[s].slice(1);

/** One entry within a list. */
export interface SisiTampil {
  nama: string;
  href: string;
  keterangan: string;
  lencana: Lencana | null;
}

export function presentSisi(s: SisiRingkas): SisiTampil {
  return {
    nama: s.nama,
    href: s.status === 'digabung' ? jalurGanda.catatan(s.id) : jalurGanda.ormas(s.id),
    keterangan: `Nomor ${s.id} · ${s.kelurahan ?? 'Luar domisili'}`,
    lencana: s.status === 'terdaftar' ? null : lencanaStatus(s.status),
  };
}

/** The three lists about duplicates. */
export function tabGanda(aktif: 'dugaan' | 'bukan-kembaran' | 'gabungan'): Tab {
  return {
    label: 'Daftar data ganda',
    tab: [
      { teks: 'Menunggu keputusan', href: jalurGanda.daftar(), aktif: aktif === 'dugaan' },
      {
        teks: 'Bukan kembaran',
        href: jalurGanda.daftar({ status: 'bukan-kembaran' }),
        aktif: aktif === 'bukan-kembaran',
      },
      { teks: 'Sudah digabung', href: jalurGanda.gabungan(), aktif: aktif === 'gabungan' },
    ],
  };
}

/** `views/ganda/daftar.hbs` */
export interface HalamanDaftar {
  judul: string;
  kepala: KepalaHalaman;
  tab: Tab;
  saringan: Saringan;
  jumlah: string;
  /** The decision stands in the list of those that are two. */
  diputuskan: boolean;
  baris: { a: SisiTampil; b: SisiTampil; sebab: string[]; kapan: string; alasan: string; banding: string }[];
  kosong: Kosong | null;
  penomoran: Penomoran | null;
  cari: string | null;
  pilih: { aksi: string; a: KolomTeks; b: KolomTeks };
  galat: GalatIsian[];
}

/** The pairs that may be one organisation. @param ketikan what was typed to compare two others */
export function presentDaftar(
  aktor: Aktor,
  halaman: Halaman<RingkasPasangan>,
  s: SaringanGanda,
  ketikan: { a: string; b: string; galat: GalatIsian[] } = { a: '', b: '', galat: [] },
): HalamanDaftar {
  const judul = 'Data ganda';
  const dugaan = s.status === 'dugaan';
  return {
    judul,
    kepala: {
      judul,
      pengantar: dugaan
        ? 'Catatan yang mungkin satu organisasi, dugaan terkuat di atas. Bandingkan, lalu putuskan.'
        : 'Pasangan yang sudah dinyatakan dua organisasi yang berbeda.',
    },
    tab: tabGanda(s.status),
    saringan: {
      aksi: jalurGanda.daftar(),
      pilihan: [
        {
          nama: 'sebab',
          label: 'Alasan dugaan',
          opsi: [
            { nilai: '', teks: 'Semua alasan', terpilih: s.sebab === '' },
            ...SEBAB_KEMBAR.map((k) => ({ nilai: k, teks: sebutanSebab(k), terpilih: k === s.sebab })),
          ],
        },
      ],
      tersembunyi: dugaan ? [] : [{ nama: 'status', nilai: s.status }],
      aktif: s.sebab === '' ? [] : [{ teks: sebutanSebab(s.sebab), href: jalurGanda.daftar({ status: s.status }) }],
      hapusSemua: jalurGanda.daftar({ status: s.status }),
    },
    jumlah: `${halaman.lebih ? 'lebih dari ' : ''}${angka(halaman.jumlah)}`,
    diputuskan: !dugaan,
    baris: halaman.isi.map((p) => ({
      ...{ a: presentSisi(p.a), b: presentSisi(p.b), sebab: p.sebab.map(sebutanSebab) },
      kapan: dugaan
        ? `Ditemukan ${tanggal(p.ditemukanPada)}`
        : `${p.diputuskanOleh ?? 'Sistem'}, ${tanggal(p.diputuskanPada ?? p.ditemukanPada)}`,
      alasan: dugaan ? '' : (p.alasan ?? ''),
      banding: jalurGanda.banding(p.a.id, p.b.id),
    })),
    kosong: halaman.isi.length > 0 ? null : kosong(s),
    penomoran: halaman.isi.length > 0 ? susunPenomoran(halaman, (n) => jalurGanda.daftar(s, n)) : null,
    cari: bolehCariGanda(aktor) && dugaan ? jalurGanda.cari() : null,
    pilih: {
      aksi: jalurGanda.pilih(),
      a: kolomNomor('a', 'Nomor catatan pertama', ketikan),
      b: kolomNomor('b', 'Nomor catatan kedua', ketikan),
    },
    galat: ketikan.galat,
  };
}

function kolomNomor(nama: 'a' | 'b', label: string, k: { a: string; b: string; galat: GalatIsian[] }): KolomTeks {
  return {
    ...{ nama, label, nilai: k[nama], wajib: true, lebar: 'pendek' as const, maksimal: 9 },
    galat: k.galat.find((g) => g.bidang === nama)?.pesan ?? null,
  };
}

function kosong(s: SaringanGanda): Kosong {
  if (s.sebab !== '')
    return { judul: 'Tidak ada pasangan dengan alasan ini', teks: 'Pilih alasan lain, atau hapus saringannya.' };
  return s.status === 'dugaan'
    ? {
        judul: 'Tidak ada dugaan data ganda',
        teks: 'Register diperiksa sendiri setiap kali ada perubahan; pasangan baru muncul di sini.',
      }
    : { judul: 'Belum ada', teks: 'Pasangan yang dinyatakan bukan kembaran muncul di sini.' };
}
