import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, tanggalJam } from '../../../common/format.js';
import { memuatNomorPribadi } from '../../../common/nomor-pribadi.js';
import { type Halaman } from '../../../common/page.js';
import { type Lencana, type Saringan } from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
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

/** `views/akun/calon.hbs`: a page of who waits for a link. `cari` narrows it; `baru` is a link just made, shown once. */
export function presentCalon(daftar: Halaman<CalonAkun>, cari: string, baru: { surel: string; tautan: string } | null) {
  // What was searched for may be an e-mail address: then it stands in no address of the page.
  const alamat = memuatNomorPribadi(cari) ? '' : cari;
  return {
    judul: 'Akun yang menunggu konfirmasi',
    pengantar:
      'Serahkan tautan konfirmasi langsung kepada orangnya, setelah Anda memastikan siapa dia. Tautan saja tidak cukup: kata sandi pilihannya tetap diminta.',
    remah: [{ teks: 'Beranda', href: '/' }],
    tautan: baru,
    saringan: {
      aksi: jalurAkun.cariCalon(),
      kirim: true,
      cari: { nama: 'cari', label: 'Cari yang menunggu', nilai: cari, petunjuk: 'Sebagian nama atau surel.' },
      pilihan: [],
      tersembunyi: [],
      aktif: cari === '' ? [] : [{ teks: `Cari: ${cari}`, href: jalurAkun.calon() }],
      hapusSemua: jalurAkun.calon(),
    } satisfies Saringan,
    jumlah: `${angka(daftar.jumlah)} menunggu`,
    penomoran: susunPenomoran(daftar, (n) => jalurAkun.calon(alamat, n)),
    asal: jalurAkun.calon(alamat, daftar.halaman),
    kosong: daftar.isi.length > 0 ? null : kosong(cari !== '' || daftar.halaman > 1),
    calon: daftar.isi.map((c) => ({
      nama: c.nama,
      surel: c.surel,
      sejak: tanggalJam(c.dibuatPada),
      lencana: (Number(c.bertautan)
        ? { jenis: 'proses', teks: 'Tautan sudah dibuat' }
        : { jenis: 'perlu', teks: 'Belum ada tautan' }) satisfies Lencana,
      aksi: jalurAkun.tautanCalon(c.id),
      hapus: jalurAkun.hapusCalon(c.id),
    })),
  };
}

function kosong(disaring: boolean) {
  return disaring
    ? {
        judul: 'Tidak ada yang cocok',
        teks: 'Coba sebagian nama atau surelnya saja.',
        tindakan: { teks: 'Tampilkan semua yang menunggu', href: jalurAkun.calon() },
      }
    : {
        judul: 'Tidak ada yang menunggu',
        teks: 'Orang yang membuka akun dan belum mengonfirmasi surelnya akan tampil di sini selama tujuh hari.',
      };
}
