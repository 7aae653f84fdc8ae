import { angka, desimal, hariTanggal } from '../../../common/format.js';
import {
  type Angka,
  type Butir,
  type DaftarTugas,
  type KepalaHalaman,
  type Tugas,
} from '../../../infra/view/bagian.js';
import {
  type AngkaKota,
  type BahanAdmin,
  type BahanBeranda,
  type BahanOpd,
  type RadarDokumen,
  type TungguOpd,
} from '../dasbor.types.js';
import { jalurDasbor, jalurLain } from './dasbor.paths.js';
import { dariOrmas, kataLama, salam } from './kata.js';
import { tugasAdmin, tugasKabid, tugasOpd, tugasPembaca, tugasPetugas } from './tugas-kantor.js';
import { keadaanOrmas, perluKonfirmasi, tugasSekretaris } from './tugas-sekretaris.js';

/** Figures under a heading; `keterangan` empty: nothing to add. */
export interface KelompokAngka {
  judul: string;
  keterangan: string;
  angka: Angka[];
}

interface BarisKlaster {
  nama: string;
  href: string;
  jumlah: string;
  aktif: string;
  rata: string;
  cakupan: string;
}

/** `views/dasbor/beranda.hbs`; what a role has not is null. */
export interface TampilanBeranda {
  judul: string;
  kepala: KepalaHalaman;
  tugas: DaftarTugas;
  /** The question whether the profile still holds, with its form. */
  konfirmasi: { aksi: string; ormas: string; ubah: string } | null;
  keadaan: { judul: string; butir: Butir[] } | null;
  perOpd: { nama: string; href: string | null; jumlah: string; lama: string }[] | null;
  angka: KelompokAngka[];
  klaster: { judul: string; baris: BarisKlaster[] } | null;
}

type Isi = Partial<Omit<TampilanBeranda, 'judul' | 'kepala' | 'tugas'>> & {
  daftar: Tugas[];
  kosong: string;
  tindakan?: KepalaHalaman['tindakan'];
};

/** The home page of a role: first what waits, then how things stand. */
export function presentBeranda(b: BahanBeranda): TampilanBeranda {
  const { daftar, kosong, tindakan = [], ...isi } = susun(b);
  return {
    judul: 'Beranda',
    kepala: { judul: `${salam(b.kini)}, ${b.nama}`, pengantar: `${hariTanggal(b.kini)}.`, tindakan },
    tugas: { tugas: daftar.map(rapikan), kosong },
    konfirmasi: null,
    keadaan: null,
    perOpd: null,
    angka: [],
    klaster: null,
    ...isi,
  };
}

/** What follows after a dot in the middle goes on with the sentence before it. */
function rapikan(t: Tugas): Tugas {
  return t.alasan && t.sejak ? { ...t, alasan: t.alasan.replace(/\.$/, '') } : t;
}

function susun(b: BahanBeranda): Isi {
  switch (b.peran) {
    case 'petugas':
      return {
        daftar: tugasPetugas(b),
        kosong: 'Semua sudah beres. Laporan baru dari ormas akan muncul di sini.',
        perOpd: perOpd(b.verifikasi, b.kini),
        angka: [angkaKota(b.kota), angkaRadar(b.dokumen)],
      };
    case 'kabid':
      return {
        daftar: tugasKabid(b),
        kosong: 'Tidak ada yang menunggu keputusan Anda.',
        angka: [angkaKota(b.kota)],
        klaster: tabelKlaster(b.kota),
      };
    case 'kaban':
    case 'pimpinan':
      return {
        daftar: tugasPembaca(b),
        kosong: 'Belum ada laporan tahunan. Begitu selesai disusun, laporannya dapat diunduh di sini.',
        angka: [angkaKota(b.kota)],
        klaster: tabelKlaster(b.kota),
      };
    case 'opd':
      return {
        daftar: tugasOpd(b),
        kosong: 'Tidak ada yang menunggu Anda. Kegiatan bersama dan peringatan dari klaster Anda akan muncul di sini.',
        angka: [angkaOpd(b), angkaRadar(b.dokumen)],
      };
    case 'sekretaris':
      return {
        daftar: tugasSekretaris(b),
        kosong:
          'Tidak ada yang perlu diperbaiki. Terima kasih; laporkan kegiatan berikutnya paling lambat 30 hari setelah selesai.',
        tindakan: [
          { teks: 'Laporkan kegiatan', href: jalurLain.kegiatanBaru(b.ormas.id), jenis: 'utama', ikon: 'tambah' },
        ],
        konfirmasi: perluKonfirmasi(b)
          ? {
              aksi: jalurLain.konfirmasiProfil(b.ormas.id),
              ormas: b.ormas.nama,
              ubah: jalurLain.kontak(b.ormas.id),
            }
          : null,
        keadaan: { judul: b.ormas.nama, butir: keadaanOrmas(b) },
      };
    case 'admin':
      return {
        daftar: tugasAdmin(b),
        kosong: 'Portal berjalan baik. Tidak ada akun atau pekerjaan yang perlu diurus.',
        angka: [angkaAdmin(b)],
      };
  }
}

function perOpd(verifikasi: readonly TungguOpd[], kini: Date): TampilanBeranda['perOpd'] {
  if (verifikasi.length === 0) return null;
  return verifikasi.map((v) => ({
    nama: v.opd ?? 'Belum ditetapkan',
    href: v.opdId === null ? null : jalurLain.antrean(v.opdId),
    jumlah: angka(v.jumlah),
    lama: kataLama(v.sejak, kini),
  }));
}

function angkaRata({ tahun, n, jumlah, rata }: Pick<AngkaKota, 'tahun' | 'n' | 'jumlah' | 'rata'>): Angka {
  if (tahun === null) return { label: 'Rata-rata IKO', nilai: '–', keterangan: 'belum pernah dihitung' };
  const cakupan = `n = ${angka(n)}, cakupan ${dariOrmas(n, jumlah)}`;
  return {
    label: `Rata-rata IKO ${tahun}`,
    nilai: rata === null ? '–' : desimal(rata),
    keterangan: rata === null ? `belum ada skor lengkap; ${cakupan}` : cakupan,
    href: jalurLain.penilaian(tahun),
  };
}

function angkaKota(k: AngkaKota): KelompokAngka {
  return {
    judul: 'Kota dalam angka',
    keterangan: '',
    angka: [
      { label: 'Ormas dalam register', nilai: angka(k.jumlah), href: jalurLain.klaster() },
      {
        label: 'Aktif',
        nilai: angka(k.aktif),
        keterangan: `${dariOrmas(k.aktif, k.jumlah)} punya kegiatan terverifikasi dalam satu tahun`,
        href: jalurLain.klaster(),
      },
      angkaRata(k),
    ],
  };
}

function angkaOpd(b: BahanOpd): KelompokAngka {
  const k = b.kota.klaster.find((x) => x.kode === b.opd.kode) ?? { jumlah: 0, aktif: 0, n: 0, rata: null };
  const rata = angkaRata({ tahun: b.kota.tahun, n: k.n, jumlah: k.jumlah, rata: k.rata });
  return {
    judul: `Klaster ${b.opd.nama}`,
    keterangan: '',
    angka: [
      { label: 'Ormas dalam klaster', nilai: angka(k.jumlah), href: jalurLain.klasterOpd(b.opd.kode) },
      {
        label: 'Aktif',
        nilai: angka(k.aktif),
        keterangan: `${dariOrmas(k.aktif, k.jumlah)} punya kegiatan terverifikasi dalam satu tahun`,
        href: jalurLain.klasterOpd(b.opd.kode),
      },
      {
        label: 'Kegiatan bulan ini',
        nilai: angka(b.bulanIni.jumlah),
        keterangan: `${angka(b.bulanIni.terverifikasi)} sudah terverifikasi`,
        href: jalurDasbor.daftar('bulan-ini'),
      },
      { ...rata, ...(rata.href && { href: jalurLain.klasterOpd(b.opd.kode) }) },
    ],
  };
}

function angkaRadar(r: RadarDokumen): KelompokAngka {
  const satu = (label: string, n: number, keadaan: Parameters<typeof jalurDasbor.daftar>[1]): Angka => ({
    label,
    nilai: angka(n),
    href: jalurDasbor.daftar('dokumen', keadaan),
  });
  return {
    judul: 'Masa berlaku dokumen',
    keterangan: 'Dokumen yang sudah ada penggantinya tidak dihitung.',
    angka: [
      satu('Berakhir dalam 30 hari', r.hari30, '30'),
      satu('Berakhir dalam 31–60 hari', r.hari60, '60'),
      satu('Berakhir dalam 61–90 hari', r.hari90, '90'),
      satu('Sudah berakhir', r.berakhir, 'berakhir'),
    ],
  };
}

function angkaAdmin(b: BahanAdmin): KelompokAngka {
  return {
    judul: 'Portal dalam angka',
    keterangan: '',
    angka: [
      {
        label: 'Akun aktif',
        nilai: angka(b.akun.aktif),
        keterangan: `dari ${angka(b.akun.jumlah)} akun`,
        href: jalurLain.pengguna(),
      },
      { label: 'Sesi yang sedang masuk', nilai: angka(b.sesi), href: jalurDasbor.sistem() },
      {
        label: 'Pekerjaan selesai',
        nilai: angka(b.kotak.selesai),
        keterangan: 'dalam 24 jam terakhir',
        href: jalurDasbor.sistem(),
      },
      { label: 'Ormas dalam register', nilai: angka(b.kota.jumlah), href: jalurLain.klaster() },
    ],
  };
}

function tabelKlaster(k: AngkaKota): TampilanBeranda['klaster'] {
  if (k.klaster.length === 0) return null;
  return {
    judul: k.tahun === null ? 'Klaster' : `Klaster dan rata-rata IKO ${k.tahun}`,
    baris: k.klaster.map((x) => ({
      nama: x.opd ?? 'Belum ditetapkan',
      href: x.kode === null ? jalurLain.klaster() : jalurLain.klasterOpd(x.kode),
      jumlah: angka(x.jumlah),
      aktif: angka(x.aktif),
      rata: x.rata === null ? '–' : desimal(x.rata),
      cakupan: dariOrmas(x.n, x.jumlah),
    })),
  };
}
