import { angka, tanggal, ukuranBerkas } from '../../../common/format.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { type Tugas } from '../../../infra/view/bagian.js';
import {
  type BahanAdmin,
  type BahanKabid,
  type BahanOpd,
  type BahanPembaca,
  type BahanPetugas,
  type LaporanBeranda,
  type PeriodeBeranda,
  type Tunggu,
  type TungguOpd,
} from '../dasbor.types.js';
import { jalurDasbor, jalurLain } from './dasbor.paths.js';
import { hariSejak, kataLalu, kataMenunggu } from './kata.js';
import { alasanBelumAkhir } from '../../laporan/laporan.kata.js';
import { langkahPengesahan } from '../../laporan/laporan.policy.js';
import { halanganTutup } from '../../penilaian/penutupan.js';
import { tugasAwal } from './tugas-awal.js';
import { tugasPembinaan } from './tugas-pembinaan.js';

/** Waiting longer than this asks for attention. */
const HARI_LAMA = 7;
/** For so long a new result is news. */
const HARI_BARU = 7;

const bila = (syarat: unknown, buat: () => Tugas): Tugas[] => (syarat ? [buat()] : []);
const sejak = (kata: string | undefined): { sejak?: string } => (kata === undefined ? {} : { sejak: kata });

/** Applications that wait for this reader. `apa`: what to do with them. */
function tugasPendaftaran(t: Tunggu, kini: Date, apa: string, alasan: string): Tugas[] {
  return bila(t.jumlah, () => ({
    jenis: 'perlu',
    teks: `${apa} ${angka(t.jumlah)} pendaftaran keberadaan`,
    alasan,
    ...sejak(kataMenunggu(t.sejak, kini)),
    tombol: { teks: apa, href: jalurLain.pendaftaran() },
  }));
}

/** What an officer should do: what others wait for first, then the year, then what the officer asks of others. */
export function tugasPetugas(b: BahanPetugas): Tugas[] {
  const { dikembalikan, belumDitetapkan, tingkat, dokumen, kini } = b;
  return [
    ...tugasPendaftaran(b.pendaftaran, kini, 'Periksa', 'Batas pemeriksaan 15 hari kerja.'),
    ...bila(b.calon.jumlah, () => ({
      jenis: 'perlu',
      teks: `Konfirmasi ${angka(b.calon.jumlah)} akun pemohon`,
      alasan: 'Pastikan siapa orangnya, lalu serahkan tautannya. Permintaan hilang setelah tujuh hari.',
      ...sejak(kataMenunggu(b.calon.sejak, kini)),
      tombol: { teks: 'Lihat akun', href: jalurLain.calonAkun() },
    })),
    ...tugasVerifikasi(b.verifikasi, kini, 'Ormas menunggu keputusan Anda.'),
    ...tugasPerubahan(b.perubahan, kini),
    ...tugasKunjungan(b.kunjungan, kini),
    ...tugasPembinaan(b.pembinaan, kini),
    ...bila(belumDitetapkan.jumlah, () => ({
      jenis: 'perlu',
      teks: `Tetapkan klaster ${angka(belumDitetapkan.jumlah)} ormas`,
      alasan: 'Bidangnya belum dikenali, jadi belum ada OPD pembinanya.',
      ...sejak(kataMenunggu(belumDitetapkan.sejak, kini)),
      tombol: { teks: 'Tetapkan', href: jalurLain.ormasBelumDitetapkan() },
    })),
    ...bila(b.ganda.jumlah, () => ({
      jenis: 'perlu',
      teks: `Putuskan ${angka(b.ganda.jumlah)} pasang ormas yang mungkin kembar`,
      alasan: 'Nama, nomor, atau alamatnya sama.',
      ...sejak(kataMenunggu(b.ganda.sejak, kini)),
      tombol: { teks: 'Bandingkan', href: jalurLain.ganda() },
    })),
    ...bila(dokumen.belumDiperiksa, () => ({
      jenis: 'proses',
      teks: `Periksa ${angka(dokumen.belumDiperiksa)} dokumen ormas`,
      alasan: 'Dokumen yang belum diperiksa belum dihitung sah.',
      tombol: { teks: 'Periksa', href: jalurDasbor.daftar('dokumen') },
    })),
    ...b.periode.flatMap((p) => tugasHitung(p, kini)),
    ...tugasSusunLaporan(b.periode, b.laporan),
    ...bila(tingkat?.jumlah, () => ({
      jenis: 'proses',
      teks: `Lengkapi tingkat indikator ${angka(tingkat?.jumlah ?? 0)} ormas`,
      alasan: `Penilaian ${tingkat?.tahun ?? ''}: ${angka((tingkat?.dari ?? 0) - (tingkat?.jumlah ?? 0))} dari ${angka(tingkat?.dari ?? 0)} ormas sudah lengkap.`,
      tombol: { teks: 'Lengkapi', href: jalurDasbor.daftar('tingkat') },
    })),
    ...bila(dikembalikan.jumlah, () => ({
      jenis: 'perlu',
      teks: `Tanyakan ${angka(dikembalikan.jumlah)} laporan yang belum diperbaiki`,
      alasan: 'Dikembalikan lebih dari 14 hari lalu dan belum dikirim kembali oleh ormas.',
      ...sejak(kataMenunggu(dikembalikan.sejak, kini)),
      tombol: { teks: 'Lihat daftar', href: jalurDasbor.daftar('dikembalikan') },
    })),
    ...tugasDokumen(dokumen.hari30),
  ];
}

/** What the kabid should decide: what others wait for first, then the year, and what is only to be read last. */
export function tugasKabid(b: BahanKabid): Tugas[] {
  const { kini } = b;
  return [
    ...tugasPendaftaran(b.pendaftaran, kini, 'Setujui', 'Sudah diverifikasi petugas.'),
    ...tugasPengesahan(b, b.laporan),
    ...tugasVerifikasi(b.verifikasi, kini, 'Menunggu keputusan petugas atau Anda.'),
    ...tugasPerubahan(b.perubahan, kini),
    ...b.periode.flatMap((p) => [...tugasTutup(p, tanggalWib(kini)), ...tugasHitung(p, kini)]),
    ...tugasSusunLaporan(b.periode, b.laporan),
    ...b.periode.flatMap((p) => tugasHasil(p, kini)),
  ];
}

/** What the kaban should ratify; for kaban and pimpinan the newest report to read. */
export function tugasPembaca(b: BahanPembaca): Tugas[] {
  // Whoever is to ratify a report reads it there.
  const dibaca = b.laporan.filter((l) => !langkahPengesahan(b, { ...l, sementara: false })?.boleh);
  return [...tugasPengesahan(b, b.laporan), ...tugasBaca(dibaca)];
}

/** What an OPD should do for its cluster. */
export function tugasOpd(b: BahanOpd): Tugas[] {
  const { konfirmasi, diam, kini } = b;
  return [
    ...bila(konfirmasi.jumlah, () => ({
      jenis: 'perlu',
      teks: `Konfirmasi ${angka(konfirmasi.jumlah)} kegiatan bersama`,
      alasan: `Ormas melaporkan kegiatan ini diadakan bersama ${b.opd.nama}.`,
      ...sejak(kataMenunggu(konfirmasi.sejak, kini)),
      tombol: { teks: 'Konfirmasi', href: jalurLain.antrean() },
    })),
    ...bila(diam, () => ({
      jenis: 'perlu',
      teks: `Hubungi ${angka(diam)} ormas yang lama tidak melapor`,
      alasan: 'Tidak ada kegiatan terverifikasi dalam satu tahun terakhir.',
      tombol: { teks: 'Lihat ormas', href: jalurLain.ormasDiam() },
    })),
    ...tugasDokumen(b.dokumen.hari30),
    ...tugasBaca(b.laporan),
  ];
}

/** What the admin should see to. */
export function tugasAdmin(b: BahanAdmin): Tugas[] {
  const { kotak, akun, kini } = b;
  return [
    ...tugasAwal(b.awal),
    ...bila(kotak.diamSejak, () => ({
      jenis: 'bahaya',
      teks: 'Proses pekerja tidak menjawab',
      alasan: 'Perhitungan dan laporan menunggu. Tidak ada yang hilang; jalankan kembali proses pekerja.',
      ...sejak(kotak.diamSejak ? `menunggu sejak ${tanggal(kotak.diamSejak)}` : undefined),
      tombol: { teks: 'Lihat keadaan', href: jalurDasbor.sistem() },
    })),
    ...bila(kotak.gagal, () => ({
      jenis: 'bahaya',
      teks: `Coba lagi ${angka(kotak.gagal)} pekerjaan yang gagal`,
      alasan: 'Sebabnya tertulis pada setiap pekerjaan.',
      tombol: { teks: 'Lihat pekerjaan', href: jalurDasbor.sistem() },
    })),
    ...bila(akun.tanpaSandi.jumlah, () => ({
      jenis: 'perlu',
      teks: `${angka(akun.tanpaSandi.jumlah)} akun belum menyetel kata sandi`,
      alasan: 'Sampaikan tautan baru bila tautan sebelumnya sudah lewat masanya.',
      ...sejak(kataMenunggu(akun.tanpaSandi.sejak, kini)),
      tombol: { teks: 'Buka pengguna', href: jalurLain.penggunaTanpaSandi() },
    })),
  ];
}

function tugasPerubahan(perubahan: Tunggu, kini: Date): Tugas[] {
  return bila(perubahan.jumlah, () => ({
    jenis: 'proses',
    teks: `Putuskan ${angka(perubahan.jumlah)} permohonan perubahan data`,
    alasan: 'Register berubah setelah disetujui.',
    ...sejak(kataMenunggu(perubahan.sejak, kini)),
    tombol: { teks: 'Putuskan', href: jalurLain.perubahan() },
  }));
}

function tugasKunjungan({ akunId, tertunda, sepekan }: BahanPetugas['kunjungan'], kini: Date): Tugas[] {
  return [
    ...bila(tertunda.jumlah, () => ({
      jenis: 'perlu',
      teks: `Selesaikan berita acara ${angka(tertunda.jumlah)} kunjungan`,
      alasan: 'Hari kunjungannya sudah lewat, atau berita acaranya masih draf.',
      ...sejak(kataMenunggu(tertunda.sejak, kini)),
      tombol: { teks: 'Buka kunjungan', href: jalurLain.kunjunganPetugas('terlewat', akunId) },
    })),
    ...bila(sepekan.jumlah, () => ({
      jenis: 'proses',
      teks: `Siapkan ${angka(sepekan.jumlah)} kunjungan dalam tujuh hari`,
      alasan: `Yang terdekat ${sepekan.terdekat === null ? '' : tanggal(sepekan.terdekat)}.`,
      tombol: { teks: 'Lihat jadwal', href: jalurLain.kunjunganPetugas('sepekan', akunId) },
    })),
  ];
}

function tugasVerifikasi(verifikasi: readonly TungguOpd[], kini: Date, alasan: string): Tugas[] {
  const jumlah = verifikasi.reduce((n, v) => n + v.jumlah, 0);
  if (jumlah === 0) return [];
  const tertua = verifikasi.flatMap((v) => (v.sejak ? [v.sejak.getTime()] : []));
  const awal = tertua.length > 0 ? new Date(Math.min(...tertua)) : null;
  const lama = awal !== null && hariSejak(awal, kini) > HARI_LAMA;
  return [
    {
      jenis: lama ? 'perlu' : 'proses',
      teks: `Verifikasi ${angka(jumlah)} laporan kegiatan`,
      alasan,
      ...sejak(kataMenunggu(awal, kini)),
      tombol: { teks: 'Verifikasi', href: jalurLain.antrean() },
    },
  ];
}

function tugasDokumen(hari30: number): Tugas[] {
  return bila(hari30, () => ({
    jenis: 'perlu',
    teks: `Ingatkan ormas: ${angka(hari30)} masa berlaku berakhir dalam 30 hari`,
    alasan: 'Belum ada penggantinya. Diingatkan sebelum berakhir lebih mudah diurus.',
    tombol: { teks: 'Lihat radar', href: jalurLain.radar() },
  }));
}

/** What a period's run asks for: it failed, it goes on, it never was, or its inputs have changed since. */
function tugasHitung(p: PeriodeBeranda, kini: Date): Tugas[] {
  const { terakhir, tahun } = p;
  if (terakhir?.status === 'gagal') {
    return [
      {
        jenis: 'bahaya',
        teks: `Ulangi perhitungan IKO ${tahun}`,
        alasan: 'Perhitungan terakhir gagal sebelum selesai; hasil sebelumnya tetap berlaku.',
        tombol: { teks: 'Buka perhitungan', href: jalurLain.hitung(terakhir.id) },
      },
    ];
  }
  if (terakhir && terakhir.status !== 'selesai') {
    return [
      {
        jenis: 'proses',
        teks: `Perhitungan IKO ${tahun} sedang berjalan`,
        alasan: 'Halaman ini boleh ditinggalkan; hasilnya tersimpan sendiri.',
        tombol: { teks: 'Ikuti', href: jalurLain.hitung(terakhir.id) },
      },
    ];
  }
  if (p.hitungId === null) {
    const lewat = p.akhir < tanggalWib(kini);
    return [
      {
        jenis: lewat ? 'perlu' : 'netral',
        teks: `Hitung IKO ${tahun}`,
        alasan: lewat
          ? `Masa penilaian berakhir ${tanggal(p.akhir)} dan IKO belum dihitung.`
          : 'Belum pernah dihitung. Hasil sementara menunjukkan apa yang masih kurang.',
        tombol: { teks: 'Buka penilaian', href: jalurLain.penilaian(tahun) },
      },
    ];
  }
  return bila(p.usangSejak, () => ({
    jenis: 'proses',
    teks: `Hitung ulang IKO ${tahun}`,
    alasan: p.dihitungPada
      ? `Data berubah setelah perhitungan ${tanggal(p.dihitungPada)}.`
      : 'Data berubah setelah perhitungan terakhir.',
    ...sejak(p.usangSejak ? `berubah sejak ${tanggal(p.usangSejak)}` : undefined),
    tombol: { teks: 'Buka penilaian', href: jalurLain.penilaian(tahun) },
  }));
}

/** A period whose window has ended and whose numbers are up to date may be closed. */
function tugasTutup(p: PeriodeBeranda, hari: string): Tugas[] {
  const siap = p.status === 'berjalan' && halanganTutup({ ...p, terakhir: p.terakhir?.status ?? null }, hari) === null;
  return bila(siap && p.terakhir?.status === 'selesai', () => ({
    jenis: 'perlu',
    teks: `Tutup periode penilaian ${p.tahun}`,
    alasan: `Masa penilaian berakhir ${tanggal(p.akhir)} dan IKO sudah dihitung. Setelah ditutup, tingkat indikator dibekukan.`,
    tombol: { teks: 'Periksa dan tutup', href: jalurLain.tutupPeriode(p.tahun) },
  }));
}

/** New results are worth a look. */
function tugasHasil(p: PeriodeBeranda, kini: Date): Tugas[] {
  const { dihitungPada } = p;
  const baru = dihitungPada !== null && hariSejak(dihitungPada, kini) <= HARI_BARU;
  return bila(baru && p.terakhir?.status === 'selesai', () => ({
    jenis: 'netral',
    teks: `Lihat hasil IKO ${p.tahun}`,
    alasan: 'Perhitungan baru selesai.',
    ...sejak(dihitungPada ? `selesai ${kataLalu(dihitungPada, kini)}` : undefined),
    tombol: { teks: 'Lihat hasil', href: jalurLain.penilaian(p.tahun) },
  }));
}

/** Reports to approve or to ratify; where the act would be refused, what stands in its way and where that is mended. */
function tugasPengesahan(
  b: Pick<BahanKabid | BahanPembaca, 'peran' | 'kini'>,
  laporan: readonly LaporanBeranda[],
): Tugas[] {
  return laporan.flatMap((l): Tugas[] => {
    const langkah = langkahPengesahan(b, { ...l, sementara: false });
    if (!langkah) return [];
    if (!langkah.boleh) return tugasHalangan(b, l, langkah.langkah);
    return langkah.langkah === 'setujui'
      ? [
          {
            jenis: 'perlu',
            teks: `Setujui laporan tahunan ${l.tahun}`,
            alasan: `Laporan selesai disusun${rincianBerkas(l)}. Setelah disetujui, Kepala Badan mengesahkannya.`,
            ...sejak(l.selesaiPada ? `selesai ${kataLalu(l.selesaiPada, b.kini)}` : undefined),
            tombol: { teks: 'Periksa', href: jalurLain.laporan(l.id) },
          },
        ]
      : [
          {
            jenis: 'perlu',
            teks: `Sahkan laporan tahunan ${l.tahun}`,
            alasan: 'Sudah disetujui Kepala Bidang. Tanda tangan dibubuhkan pada cetakannya.',
            ...sejak(l.disetujuiPada ? `disetujui ${kataLalu(l.disetujuiPada, b.kini)}` : undefined),
            tombol: { teks: 'Baca dan sahkan', href: jalurLain.laporan(l.id) },
          },
        ];
  });
}

function tugasHalangan(
  { peran }: Pick<BahanKabid | BahanPembaca, 'peran'>,
  l: LaporanBeranda,
  langkah: 'setujui' | 'sahkan',
): Tugas[] {
  // The kabid has a report of older results made again: that is a task of its own, `tugasSusunLaporan`.
  if (peran === 'kabid' && l.usang && !l.terbuka) return [];
  return [
    {
      jenis: 'netral',
      teks: `Laporan tahunan ${l.tahun} belum dapat ${langkah === 'setujui' ? 'disetujui' : 'disahkan'}`,
      alasan: alasanBelumAkhir({ ...l, sementara: false })?.teks ?? '',
      tombol: l.terbuka
        ? { teks: 'Buka penilaian', href: jalurLain.penilaian(l.tahun) }
        : { teks: 'Buka laporan', href: jalurLain.laporan(l.id) },
    },
  ];
}

/** The report of the newest closed year: to be made, made again, or taken up again. */
function tugasSusunLaporan(periode: readonly PeriodeBeranda[], laporan: readonly LaporanBeranda[]): Tugas[] {
  const p = periode.find((x) => x.status === 'ditutup' && x.hitungId !== null);
  if (!p) return [];
  const l = laporan.find((x) => x.tahun === p.tahun);
  if (l?.status === 'gagal') {
    return [
      {
        jenis: 'bahaya',
        teks: `Ulangi penyusunan laporan tahunan ${p.tahun}`,
        alasan: 'Penyusunan terakhir gagal; bagian yang sudah jadi tetap tersimpan.',
        tombol: { teks: 'Buka laporan', href: jalurLain.laporan(l.id) },
      },
    ];
  }
  if (l && l.status !== 'selesai') {
    return [
      {
        jenis: 'proses',
        teks: `Laporan tahunan ${p.tahun} sedang disusun`,
        alasan: 'Halaman ini boleh ditinggalkan; laporan tersimpan sendiri.',
        tombol: { teks: 'Ikuti', href: jalurLain.laporan(l.id) },
      },
    ];
  }
  return bila(!l || l.usang, () => ({
    jenis: 'perlu',
    teks: `${l ? 'Susun ulang' : 'Susun'} laporan tahunan ${p.tahun}`,
    alasan: l
      ? 'IKO dihitung ulang setelah laporan terakhir disusun.'
      : 'Periode sudah ditutup dan laporannya belum disusun.',
    tombol: { teks: 'Buka laporan', href: jalurLain.semuaLaporan() },
  }));
}

/** The newest report that was approved, until its reader has opened it. */
function tugasBaca(laporan: readonly LaporanBeranda[]): Tugas[] {
  const l = laporan.find((x) => x.status === 'selesai' && x.disetujuiPada !== null);
  if (!l || l.dibaca) return [];
  const kedudukan = l.disahkanPada ? `Disahkan ${tanggal(l.disahkanPada)}` : 'Menunggu pengesahan Kepala Badan';
  return [
    {
      jenis: l.disahkanPada ? 'baik' : 'proses',
      teks: `Baca laporan tahunan ${l.tahun}`,
      alasan: `${kedudukan}${rincianBerkas(l)}.`,
      tombol: { teks: 'Unduh PDF', href: jalurLain.unduhLaporan(l.id) },
    },
  ];
}

function rincianBerkas(l: LaporanBeranda): string {
  const bagian = [
    ...(l.halaman === null ? [] : [`${angka(l.halaman)} halaman`]),
    ...(l.ukuran === null ? [] : [ukuranBerkas(l.ukuran)]),
  ];
  return bagian.length === 0 ? '' : `, ${bagian.join(', ')}`;
}
