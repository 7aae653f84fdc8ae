import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggalJam } from '../../../common/format.js';
import { type KolomTeks } from '../../../infra/view/bagian.js';
import { type RingkasSesi } from '../akun.types.js';
import { jalurAkun } from './akun.paths.js';

/** The sentence beside one field, or null. */
export const galatDi = (galat: readonly GalatIsian[], bidang: string): string | null =>
  galat.find((g) => g.bidang === bidang)?.pesan ?? null;

const PETUNJUK_SANDI =
  'Paling sedikit 10 karakter. Beberapa kata yang mudah Anda ingat lebih baik daripada satu kata yang rumit.';

/** A field for a password; it never shows what was typed. */
export const kolomSandi = (nama: string, label: string, galat: readonly GalatIsian[], baru: boolean): KolomTeks => ({
  nama,
  label,
  tipe: 'password',
  nilai: '',
  otomatis: baru ? 'new-password' : 'current-password',
  wajib: true,
  galat: galatDi(galat, nama),
  ...(baru && { petunjuk: PETUNJUK_SANDI }),
});

/** The field for one's own e-mail. */
export const kolomSurel = (nilai: string, galat: readonly GalatIsian[]): KolomTeks => ({
  nama: 'surel',
  label: 'Surel',
  tipe: 'email',
  nilai,
  otomatis: 'username',
  wajib: true,
  galat: galatDi(galat, 'surel'),
});

/** The field for one's own name. */
export const kolomNama = (nilai: string, galat: readonly GalatIsian[]): KolomTeks => ({
  nama: 'nama',
  label: 'Nama',
  nilai,
  otomatis: 'name',
  wajib: true,
  maksimal: 160,
  galat: galatDi(galat, 'nama'),
});

/** `views/akun/masuk.hbs`. */
export function presentMasuk(isi: { surel: string; kembali: string | null; galat: GalatIsian[] }) {
  return {
    judul: 'Masuk',
    ...isi,
    kolom: { surel: kolomSurel(isi.surel, isi.galat), sandi: kolomSandi('sandi', 'Kata sandi', isi.galat, false) },
  };
}

/** `views/akun/sesi.hbs`: where one is signed in. `sidIni` is the handle of the session of this request. */
export function presentSesi(daftar: readonly RingkasSesi[], sidIni: string) {
  return {
    judul: 'Perangkat yang sedang masuk',
    pengantar: 'Akhiri sesi yang tidak Anda kenali, lalu ganti kata sandi.',
    remah: [{ teks: 'Beranda', href: '/' }],
    tindakan: [{ teks: 'Ganti kata sandi', href: jalurAkun.sandi() }],
    sesi: daftar.map((s) => ({
      peramban: namaPeramban(s.peramban),
      alamat: s.alamat,
      dibuat: tanggalJam(s.dibuatPada),
      terakhir: tanggalJam(s.terakhirPada),
      ini: s.id === sidIni,
      akhiri: jalurAkun.akhiriSesi(s.id),
    })),
  };
}

/** `views/akun/sandi.hbs`. */
export function presentSandi(galat: GalatIsian[]) {
  return {
    judul: 'Ganti kata sandi',
    pengantar: 'Setelah diganti, semua sesi Anda di perangkat lain berakhir.',
    remah: [
      { teks: 'Beranda', href: '/' },
      { teks: 'Perangkat yang sedang masuk', href: jalurAkun.sesi() },
    ],
    aksi: jalurAkun.sandi(),
    galat,
    kolom: {
      sandiLama: kolomSandi('sandiLama', 'Kata sandi sekarang', galat, false),
      sandiBaru: kolomSandi('sandiBaru', 'Kata sandi baru', galat, true),
    },
  };
}

/** `views/akun/tautan.hbs`: setting a password through a one-time link. */
export function presentTautan(isi: {
  token: string;
  pertama: boolean;
  surel: string;
  nama: string;
  galat: GalatIsian[];
}) {
  return {
    judul: isi.pertama ? 'Admin pertama portal' : 'Setel kata sandi',
    pengantar: isi.pertama
      ? 'Akun ini dapat membuat akun lain. Tautan hanya dapat dipakai satu kali.'
      : `Kata sandi untuk ${isi.surel}. Tautan hanya dapat dipakai satu kali.`,
    aksi: jalurAkun.tautan(isi.token),
    galat: isi.galat,
    kolom: {
      // Only the first administrator names the account; all others have been named.
      diri: isi.pertama ? [kolomNama(isi.nama, isi.galat), kolomSurel(isi.surel, isi.galat)] : [],
      sandiBaru: kolomSandi('sandiBaru', 'Kata sandi', isi.galat, true),
    },
  };
}

/** A browser's family and system in words, from its User-Agent; never more exact than a person needs to recognise it. */
export function namaPeramban(ua: string): string {
  const keluarga = /Edg\//.test(ua)
    ? 'Edge'
    : /OPR\//.test(ua)
      ? 'Opera'
      : /Firefox\//.test(ua)
        ? 'Firefox'
        : /Chrome\//.test(ua)
          ? 'Chrome'
          : /Safari\//.test(ua)
            ? 'Safari'
            : 'Peramban lain';
  const sistem = /Android/.test(ua)
    ? 'Android'
    : /iPhone|iPad/.test(ua)
      ? 'iOS'
      : /Windows/.test(ua)
        ? 'Windows'
        : /Mac OS/.test(ua)
          ? 'macOS'
          : /Linux/.test(ua)
            ? 'Linux'
            : 'perangkat lain';
  return `${keluarga} di ${sistem}`;
}
