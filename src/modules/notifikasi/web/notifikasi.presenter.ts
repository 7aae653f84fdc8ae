import { angka, jam, tanggal } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type Jenis,
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Tab,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import {
  type KontakOrmas,
  type NotifikasiMasuk,
  type NotifikasiOrmas,
  SEBUTAN_NOTIFIKASI,
} from '../notifikasi.types.js';
import { paragraf, teksWhatsApp } from '../surel.js';
import { jalurNotifikasi } from './notifikasi.paths.js';

/** Who speaks, and where the portal is: for the text to pass on. */
export interface Kantor {
  kota: string;
  lembaga: string;
  portalUrl: string;
}

/** One notice on the page. */
export interface ButirNotifikasi {
  id: number;
  jenis: Jenis;
  judul: string;
  paragraf: string[];
  /** `Masa berlaku · 5 Desember 2026, 14.05 WIB`. */
  saat: string;
  baru: boolean;
  /** Where the form goes that marks it read and opens it. */
  baca: string;
  tautan: string | null;
  /** The text for WhatsApp; null for whoever is not to pass it on. */
  salin: string | null;
}

export interface TampilanNotifikasi {
  judul: string;
  kepala: KepalaHalaman;
  butir: ButirNotifikasi[];
  /** Marks all read up to this one; null when none is new. */
  semua: { aksi: string; sampai: number } | null;
  penomoran: Penomoran;
  kosong: Kosong | null;
}

const REMAH = [{ teks: 'Beranda', href: '/' }];
const saat = (n: { jenis: NotifikasiMasuk['jenis']; dibuatPada: Date }): string =>
  `${SEBUTAN_NOTIFIKASI[n.jenis]} · ${tanggal(n.dibuatPada)}, ${jam(n.dibuatPada)}`;

/** The own notices. @param kabar whether the reader also sees what was told to ormas; @param salin may pass texts on */
export function presentNotifikasi(
  h: Halaman<NotifikasiMasuk>,
  kantor: Kantor,
  { kabar, salin }: { kabar: boolean; salin: boolean },
): TampilanNotifikasi {
  const baru = h.isi.filter((n) => n.dibacaPada === null);
  return {
    judul: 'Notifikasi',
    kepala: {
      judul: 'Notifikasi',
      pengantar: 'Pemberitahuan untuk akun Anda. Yang belum dibaca ada di atas.',
      remah: REMAH,
      tindakan: [
        ...(kabar ? [{ teks: 'Kabar untuk ormas', href: jalurNotifikasi.ormas() }] : []),
        { teks: 'Atur surel', href: jalurNotifikasi.pilihan() },
      ],
    },
    butir: h.isi.map((n) => ({
      id: n.id,
      // News is not a warning: what must be done says so in its words and stands on the home page.
      jenis: n.dibacaPada === null ? 'proses' : 'netral',
      judul: n.judul,
      paragraf: paragraf(n.isi),
      saat: saat(n),
      baru: n.dibacaPada === null,
      baca: jalurNotifikasi.baca(n.id),
      tautan: n.tautan,
      salin: salin ? teksWhatsApp({ ...n, ...kantor }, kantor.portalUrl) : null,
    })),
    semua: baru.length > 0 ? { aksi: jalurNotifikasi.bacaSemua(), sampai: Math.max(...baru.map((n) => n.id)) } : null,
    penomoran: susunPenomoran(h, (n) => jalurNotifikasi.daftar(n)),
    kosong: kosong(h, 'Belum ada notifikasi', 'Pemberitahuan tentang masa berlaku dan keputusan muncul di sini.'),
  };
}

export interface ButirKabar {
  judul: string;
  ormas: string;
  href: string;
  paragraf: string[];
  saat: string;
  lencana: Lencana;
  surel: string;
  telepon: string;
  salin: string;
  id: number;
}

export interface TampilanKabar {
  judul: string;
  kepala: KepalaHalaman;
  tab: Tab;
  butir: ButirKabar[];
  penomoran: Penomoran;
  kosong: Kosong | null;
}

/** What was told to ormas, with the text and the number to pass it on. */
export function presentKabar(
  h: Halaman<NotifikasiOrmas>,
  kontak: ReadonlyMap<number, KontakOrmas>,
  kantor: Kantor,
  tanpaAkun: boolean,
): TampilanKabar {
  const tab = (teks: string, pilih: boolean) => ({
    teks,
    href: jalurNotifikasi.ormas(pilih),
    aktif: pilih === tanpaAkun,
  });
  return {
    judul: 'Kabar untuk ormas',
    kepala: {
      judul: 'Kabar untuk ormas',
      pengantar:
        'Yang sudah diberitahukan kepada ormas. Ormas tanpa akun belum mendengarnya: teruskan teksnya lewat WhatsApp atau telepon.',
      remah: [...REMAH, { teks: 'Notifikasi', href: jalurNotifikasi.daftar() }],
    },
    tab: { label: 'Kabar untuk ormas', tab: [tab('Semua', false), tab('Belum ada akun', true)] },
    butir: h.isi.map((n) => {
      const ormas = kontak.get(n.ormasId);
      return {
        id: n.id,
        judul: n.judul,
        ormas: ormas?.nama ?? `Ormas nomor ${n.ormasId}`,
        href: `/ormas/${n.ormasId}`,
        paragraf: paragraf(n.isi),
        saat: saat(n),
        lencana: lencanaTerbaca(n),
        surel: kataSurel(n),
        telepon: ormas?.telepon ?? '',
        salin: teksWhatsApp({ ...n, ...kantor }, kantor.portalUrl),
      };
    }),
    penomoran: susunPenomoran(h, (n) => jalurNotifikasi.ormas(tanpaAkun, n)),
    kosong: kosong(
      h,
      'Belum ada kabar',
      tanpaAkun
        ? 'Semua yang diberitahukan sampai ke akun ormasnya.'
        : 'Pemberitahuan kepada ormas, misalnya tentang masa berlaku, muncul di sini.',
    ),
  };
}

function lencanaTerbaca(n: NotifikasiOrmas): Lencana {
  if (n.penerima === 0) return { jenis: 'perlu', teks: 'Belum ada akun' };
  return n.dibaca > 0 ? { jenis: 'baik', teks: 'Sudah dibaca' } : { jenis: 'proses', teks: 'Belum dibaca' };
}

function kataSurel(n: NotifikasiOrmas): string {
  if (n.surelTerkirim > 0) return `${angka(n.surelTerkirim)} surel terkirim`;
  return n.surelGagal > 0 ? 'surel tidak sampai' : '';
}

function kosong(h: Halaman<unknown>, judul: string, teks: string): Kosong | null {
  if (h.isi.length > 0) return null;
  if (h.jumlah === 0) return { judul, teks };
  return { judul: 'Halaman ini kosong', teks: 'Daftarnya lebih pendek daripada halaman yang Anda minta.' };
}

export interface TampilanPilihan {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  keadaan: string;
  /** What the button sets, and what it says. */
  tombol: { nilai: string; teks: string };
  catatan: string;
}

/** Whether the own account wants mail. */
export function presentPilihan(mau: boolean, adaSurel: boolean): TampilanPilihan {
  return {
    judul: 'Pemberitahuan lewat surel',
    kepala: {
      judul: 'Pemberitahuan lewat surel',
      remah: [...REMAH, { teks: 'Notifikasi', href: jalurNotifikasi.daftar() }],
    },
    aksi: jalurNotifikasi.pilihan(),
    keadaan: mau
      ? 'Setiap pemberitahuan juga dikirim ke alamat surel akun Anda.'
      : 'Pemberitahuan hanya muncul di portal; tidak ada surel yang dikirim kepada Anda.',
    tombol: mau ? { nilai: 'tidak', teks: 'Jangan kirim surel lagi' } : { nilai: 'ya', teks: 'Kirim juga lewat surel' },
    catatan: adaSurel
      ? ''
      : 'Kantor belum menghubungkan portal dengan peladen surel. Untuk sementara semua pemberitahuan hanya ada di portal.',
  };
}
