import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggalJam } from '../../../common/format.js';
import { type Lencana } from '../../../infra/view/bagian.js';
import { type CalonAkun } from '../akun.types.js';
import { jalurAkun } from './akun.paths.js';
import { kolomNama, kolomSandi, kolomSurel } from './akun.presenter.js';

/** `views/akun/daftar.hbs`: opening an account; what was typed stands in it, but for the password. */
export function presentDaftar(isian: { surel: string; nama: string }, galat: GalatIsian[]) {
  return {
    judul: 'Buka akun pemohon',
    aksi: jalurAkun.daftar(),
    galat,
    kolom: {
      nama: { ...kolomNama(isian.nama, galat), label: 'Nama Anda' },
      surel: {
        ...kolomSurel(isian.surel, galat),
        petunjuk: 'Surel yang Anda buka sendiri; tautan konfirmasi menuju ke sana.',
      },
      sandiBaru: kolomSandi('sandiBaru', 'Kata sandi', galat, true),
    },
  };
}

/** `views/akun/daftar-terkirim.hbs`: the same for a known and an unknown e-mail. */
export function presentDaftarTerkirim() {
  return { judul: 'Satu langkah lagi', masuk: jalurAkun.masuk() };
}

/** `views/akun/daftar-konfirmasi.hbs`: the link was opened; the password makes it an account. */
export function presentKonfirmasi(token: string, calon: { surel: string; nama: string }, galat: GalatIsian[]) {
  return {
    judul: 'Konfirmasi surel',
    ...calon,
    aksi: jalurAkun.konfirmasi(token),
    galat,
    kolom: { sandi: kolomSandi('sandi', 'Kata sandi yang tadi Anda pilih', galat, false) },
  };
}

/** `views/akun/calon.hbs`: who waits for a link. `baru` is one just made, shown once. */
export function presentCalon(daftar: readonly CalonAkun[], baru: { id: number; tautan: string } | null) {
  return {
    judul: 'Akun yang menunggu konfirmasi',
    pengantar:
      'Serahkan tautan konfirmasi langsung kepada orangnya, setelah Anda memastikan siapa dia. Tautan saja tidak cukup: kata sandi pilihannya tetap diminta.',
    remah: [{ teks: 'Beranda', href: '/' }],
    tautan: baru === null ? null : { ...baru, surel: daftar.find((c) => c.id === baru.id)?.surel ?? '' },
    kosong: {
      judul: 'Tidak ada yang menunggu',
      teks: 'Orang yang membuka akun dan belum mengonfirmasi surelnya akan tampil di sini selama tujuh hari.',
    },
    calon: daftar.map((c) => ({
      nama: c.nama,
      surel: c.surel,
      sejak: tanggalJam(c.dibuatPada),
      lencana: (Number(c.bertautan)
        ? { jenis: 'proses', teks: 'Tautan sudah dibuat' }
        : { jenis: 'perlu', teks: 'Belum ada tautan' }) satisfies Lencana,
      aksi: jalurAkun.tautanCalon(c.id),
    })),
  };
}
