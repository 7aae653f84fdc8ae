import { type Tindakan } from './bagian.js';

/** What `views/galat/galat.hbs` shows: what happened, what was kept, what to do. */
export interface HalamanGalat {
  kode: number;
  judul: string;
  terjadi: string;
  tersimpan: string;
  langkah: string[];
  tindakan: Tindakan[];
}

type Isi = Omit<HalamanGalat, 'kode'>;

const KE_BERANDA: Tindakan = { teks: 'Ke beranda', href: '/', jenis: 'utama' };
const KE_MASUK: Tindakan = { teks: 'Ke halaman masuk', href: '/masuk', jenis: 'utama' };

const ISI: Readonly<Record<number, Isi>> = {
  400: {
    judul: 'Permintaan tidak dapat dibaca',
    terjadi: 'Portal menerima permintaan yang tidak lengkap atau rusak di jalan.',
    tersimpan: 'Tidak ada data yang berubah.',
    langkah: ['Kembali ke halaman sebelumnya, lalu coba lagi.'],
    tindakan: [KE_BERANDA],
  },
  401: {
    judul: 'Silakan masuk terlebih dahulu',
    terjadi: 'Halaman ini hanya dapat dibuka setelah Anda masuk, atau masa masuk Anda sudah berakhir.',
    tersimpan: 'Isian yang belum terkirim tetap tersimpan di perangkat ini.',
    langkah: ['Masuk kembali; Anda akan diantar ke halaman yang sama.'],
    tindakan: [KE_MASUK],
  },
  403: {
    judul: 'Halaman ini bukan untuk peran Anda',
    terjadi: 'Akun Anda tidak memiliki wewenang untuk membuka halaman atau melakukan tindakan ini.',
    tersimpan: 'Tidak ada data yang berubah.',
    langkah: [
      'Jika Anda memiliki lebih dari satu akun, pastikan Anda masuk dengan akun yang tepat.',
      'Jika Anda merasa seharusnya berwenang, sampaikan kepada petugas Bakesbangpol.',
    ],
    tindakan: [KE_BERANDA],
  },
  404: {
    judul: 'Halaman tidak ditemukan',
    terjadi: 'Tidak ada halaman di alamat ini. Mungkin alamatnya salah ketik, atau datanya sudah dipindahkan.',
    tersimpan: 'Tidak ada data yang berubah.',
    langkah: ['Periksa kembali alamatnya.', 'Atau mulai dari beranda dan gunakan pencarian.'],
    tindakan: [KE_BERANDA],
  },
  409: {
    judul: 'Tindakan ini tidak dapat dilakukan sekarang',
    terjadi: 'Keadaan data sudah berubah sejak Anda membuka halaman ini.',
    tersimpan: 'Perubahan Anda belum disimpan; data yang tersimpan tidak berubah.',
    langkah: ['Buka kembali halamannya untuk melihat keadaan terakhir, lalu putuskan lagi.'],
    tindakan: [KE_BERANDA],
  },
  410: {
    judul: 'Tautan sudah tidak berlaku',
    terjadi: 'Tautan ini sudah dipakai satu kali atau sudah lewat masa berlakunya.',
    tersimpan: 'Yang sudah pernah Anda kirim melalui tautan ini tetap tersimpan.',
    langkah: ['Mintalah tautan baru kepada petugas Bakesbangpol.'],
    tindakan: [KE_MASUK],
  },
  413: {
    judul: 'Kiriman terlalu besar',
    terjadi: 'Kiriman ini melebihi ukuran yang dapat diterima portal.',
    tersimpan: 'Tidak ada yang disimpan dari kiriman ini, juga isian teksnya.',
    langkah: [
      'Tekan tombol kembali pada peramban: di sebagian besar peramban isian Anda masih ada. Pilih berkas yang lebih kecil atau lebih sedikit sekaligus, lalu kirim lagi.',
      'Untuk foto, pilih ukuran sedang pada telepon Anda.',
    ],
    tindakan: [KE_BERANDA],
  },
  422: {
    judul: 'Isian belum dapat diterima',
    terjadi: 'Ada isian yang perlu diperbaiki.',
    tersimpan: 'Kiriman ini belum disimpan. Isian Anda masih ada di halaman formulir.',
    langkah: ['Kembali ke formulir, perbaiki isian yang disebutkan, lalu kirim lagi.'],
    tindakan: [KE_BERANDA],
  },
  429: {
    judul: 'Terlalu banyak percobaan',
    terjadi: 'Dalam waktu singkat portal menerima terlalu banyak percobaan dari akun atau alamat ini.',
    tersimpan: 'Tidak ada data yang berubah.',
    langkah: ['Tunggu beberapa menit, lalu coba lagi.'],
    tindakan: [KE_MASUK],
  },
  500: {
    judul: 'Portal mengalami gangguan',
    terjadi: 'Terjadi kesalahan di pihak portal, bukan pada isian Anda. Kejadian ini sudah tercatat.',
    tersimpan: 'Yang sudah dinyatakan tersimpan tetap tersimpan; tindakan terakhir mungkin belum.',
    langkah: [
      'Tunggu sebentar, lalu buka kembali halaman sebelumnya.',
      'Jika terulang, sampaikan jam kejadiannya kepada petugas.',
    ],
    tindakan: [KE_BERANDA],
  },
  503: {
    judul: 'Portal sedang disiapkan',
    terjadi: 'Portal sedang dirawat atau sedang dinyalakan kembali.',
    tersimpan: 'Semua data yang sudah tersimpan aman.',
    langkah: ['Coba lagi beberapa menit lagi.'],
    tindakan: [KE_BERANDA],
  },
};

/** A form that was sent twice: nothing is lost and nothing is double. @param tujuan the page the first sending led to */
export function isiSudahTerkirim(terjadi: string, tujuan: string | undefined): HalamanGalat {
  return {
    kode: 409,
    judul: 'Sudah terkirim',
    terjadi,
    tersimpan: 'Kiriman pertama sudah tersimpan. Kiriman kedua ini diabaikan, jadi tidak ada yang ganda.',
    langkah: tujuan ? [] : ['Buka kembali halamannya dari beranda untuk melihat hasilnya.'],
    tindakan: tujuan
      ? [
          { teks: 'Lihat hasilnya', href: tujuan, jenis: 'utama' },
          { ...KE_BERANDA, jenis: 'biasa' },
        ]
      : [KE_BERANDA],
  };
}

/** A form that was sent after the session had ended. @param asal the page the form stood on, where signing in leads back to */
export function isiPerluMasuk(terjadi: string, asal: string): HalamanGalat {
  const tindakan: Tindakan = { ...KE_MASUK, href: `/masuk?kembali=${encodeURIComponent(asal)}` };
  return { ...isiGalat(401, terjadi), tindakan: [tindakan] };
}

/**
 * The words of an error page. `terjadi` may be replaced by a more exact sentence (that of a domain error).
 * An unknown status is told as 500 (or 400 below 500) and keeps its own number.
 */
export function isiGalat(kode: number, terjadi?: string): HalamanGalat {
  const isi = ISI[kode] ?? (kode >= 400 && kode < 500 ? ISI[400] : ISI[500]);
  if (!isi) throw new Error('The list of error pages lacks 400 or 500');
  return { kode, ...isi, ...(terjadi === undefined ? {} : { terjadi }) };
}
