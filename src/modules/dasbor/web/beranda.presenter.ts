import { angka, desimal, hariTanggal, tanggal } from '../../../common/format.js';
import {
  type Angka,
  type Butir,
  type DaftarTugas,
  type KepalaHalaman,
  type Tugas,
} from '../../../infra/view/bagian.js';
import { type Rerata } from '../../penilaian/penilaian.types.js';
import {
  type AngkaKota,
  type BahanAdmin,
  type BahanBeranda,
  type BahanOpd,
  type RadarDokumen,
  type TungguOpd,
} from '../dasbor.types.js';
import { jalurDasbor, jalurLain } from './dasbor.paths.js';
import { dariOrmas, kataLama, kataRerata, salam } from './kata.js';
import { tugasAdmin, tugasKabid, tugasOpd, tugasPembaca, tugasPetugas } from './tugas-kantor.js';
import { keadaanOrmas, tanyaKonfirmasi, tugasSekretaris } from './tugas-sekretaris.js';

/** Figures under a heading; `keterangan` empty: nothing to add. */
export interface KelompokAngka {
  judul: string;
  keterangan: string;
  angka: Angka[];
}

/** A figure of a table, with the list whose rows it counts. */
export interface Sel {
  teks: string;
  href: string | null;
}

interface BarisKlaster {
  nama: string;
  href: string;
  jumlah: Sel;
  aktif: Sel;
  rata: Sel;
  cakupan: string;
}

/** `views/dasbor/beranda.hbs`; what a role has not is null. */
export interface TampilanBeranda {
  judul: string;
  kepala: KepalaHalaman;
  tugas: DaftarTugas;
  /** The question whether the profile still holds, and the page that asks it fact by fact. */
  konfirmasi: { href: string; ormas: string } | null;
  keadaan: { judul: string; butir: Butir[] } | null;
  perOpd: { nama: string; href: string | null; jumlah: string; lama: string }[] | null;
  angka: KelompokAngka[];
  klaster: { judul: string; judulRata: string; keterangan: string; baris: BarisKlaster[] } | null;
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
        kosong: b.laporan.some((l) => l.dibaca)
          ? 'Tidak ada yang menunggu Anda. Laporan tahunan yang sudah Anda baca tetap ada di menu Laporan.'
          : 'Belum ada laporan tahunan untuk dibaca. Begitu disetujui, laporannya dapat diunduh di sini.',
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
        konfirmasi: tanyaKonfirmasi(b) ? { href: jalurLain.konfirmasiProfil(b.ormas.id), ormas: b.ormas.nama } : null,
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

/** The mean of the last year that is over; `opdId` undefined for what the reader sees as a whole. */
export function angkaRata(iko: Rerata | null, hasil: AngkaKota['hasil'], opdId?: number): Angka {
  if (hasil === null) return { label: 'Rata-rata IKO', nilai: '–', keterangan: 'belum pernah dihitung' };
  const label = `Rata-rata IKO ${hasil.tahun}`;
  if (iko === null) return { label, nilai: '–', keterangan: `tidak ada ormas yang dinilai pada ${hasil.tahun}` };
  return {
    label,
    nilai: iko.rata === null ? '–' : desimal(iko.rata),
    keterangan: `${iko.rata === null ? 'belum ada skor lengkap; ' : ''}${kataRerata(iko, hasil.dihitungPada)}`,
    href: jalurLain.skorLengkap(hasil.tahun, opdId),
  };
}

function angkaAktif(aktif: number, jumlah: number, href: string): Angka {
  return {
    label: 'Aktif hari ini',
    nilai: angka(aktif),
    keterangan: `${dariOrmas(aktif, jumlah)} punya kegiatan terverifikasi dalam satu tahun`,
    href,
  };
}

function angkaKota(k: AngkaKota): KelompokAngka {
  return {
    judul: 'Kota dalam angka',
    keterangan: '',
    angka: [
      { label: 'Ormas dalam register hari ini', nilai: angka(k.jumlah), href: jalurLain.register() },
      angkaAktif(k.aktif, k.jumlah, jalurLain.register({ aktif: true })),
      angkaRata(k.iko, k.hasil),
    ],
  };
}

function angkaOpd(b: BahanOpd): KelompokAngka {
  const k = b.kota.klaster.find((x) => x.opdId === b.opd.id) ?? { jumlah: 0, aktif: 0, iko: null };
  return {
    judul: `Klaster ${b.opd.nama}`,
    keterangan: '',
    angka: [
      { label: 'Ormas dalam klaster hari ini', nilai: angka(k.jumlah), href: jalurLain.register() },
      angkaAktif(k.aktif, k.jumlah, jalurLain.register({ aktif: true })),
      {
        label: 'Kegiatan bulan ini',
        nilai: angka(b.bulanIni.jumlah),
        keterangan: `${angka(b.bulanIni.terverifikasi)} sudah terverifikasi`,
        href: jalurDasbor.daftar('bulan-ini'),
      },
      angkaRata(k.iko, b.kota.hasil),
    ],
  };
}

function angkaRadar(r: RadarDokumen): KelompokAngka {
  const satu = (label: string, n: number, masa: '30' | '60' | '90' | 'berakhir'): Angka => ({
    label,
    nilai: angka(n),
    href: jalurLain.radar(masa),
  });
  return {
    judul: 'Masa berlaku',
    keterangan: 'Dokumen, surat, dan masa bakti pengurus; yang sudah ada penggantinya tidak dihitung.',
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
      { label: 'Ormas dalam register hari ini', nilai: angka(b.kota.jumlah), href: jalurLain.register() },
    ],
  };
}

function tabelKlaster(k: AngkaKota): TampilanBeranda['klaster'] {
  if (k.klaster.length === 0) return null;
  const { hasil } = k;
  return {
    judul: 'Klaster',
    judulRata: hasil === null ? 'Rata-rata IKO' : `Rata-rata IKO ${hasil.tahun}`,
    keterangan:
      hasil === null
        ? 'Jumlah ormas dan keaktifan menurut register hari ini. IKO belum pernah dihitung.'
        : `Jumlah ormas dan keaktifan menurut register hari ini. Rata-rata IKO ${hasil.tahun} dari skor lengkap, dengan ormas dan klaster menurut perhitungan ${tanggal(hasil.dihitungPada)}.`,
    baris: k.klaster.map((x) => {
      const opd = x.kode ?? 'belum';
      return {
        nama: x.opd ?? 'Belum ditetapkan',
        href: x.kode === null ? `${jalurDasbor.klaster()}#belum` : jalurDasbor.klasterOpd(x.kode),
        jumlah: { teks: angka(x.jumlah), href: jalurLain.register({ opd }) },
        aktif: { teks: angka(x.aktif), href: jalurLain.register({ opd, aktif: true }) },
        rata: {
          teks: x.iko?.rata ? desimal(x.iko.rata) : '–',
          href: hasil && x.iko ? jalurLain.skorLengkap(hasil.tahun, x.opdId ?? 0) : null,
        },
        cakupan: x.iko === null ? 'tidak ada yang dinilai' : dariOrmas(x.iko.n, x.iko.populasi),
      };
    }),
  };
}
