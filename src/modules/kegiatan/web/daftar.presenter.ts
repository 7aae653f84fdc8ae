import { type Aktor } from '../../../common/aktor.js';
import { angka } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type Angka,
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Saringan,
  type Tab,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { bolehTulisKegiatan } from '../kegiatan.policy.js';
import { SEBUTAN_STATUS } from '../kegiatan.status.js';
import {
  type BarisKegiatan,
  type HitunganTahun,
  type OrmasKegiatan,
  type Pilihan,
  type TahunPenilaian,
} from '../kegiatan.types.js';
import { kalimatTahun } from './kalimat-masa.js';
import { kalimatStatus, lamaMenunggu, tanggalKegiatan } from './kalimat.js';
import { jalurKegiatan } from './kegiatan.paths.js';

interface BarisDaftar {
  judul: string;
  href: string;
  tanggal: string;
  tempat: string;
  lencana: Lencana;
  status: string;
  bukti: string;
}

export interface HalamanDaftarOrmas {
  judul: string;
  kepala: KepalaHalaman;
  tab: Tab | null;
  angka: Angka[];
  keterangan: string;
  /** Which days the year covers. */
  rentang: string;
  baris: BarisDaftar[];
  kosong: Kosong;
}

/** The activities of an ormas in one year of assessment. */
export function presentDaftarOrmas(b: {
  aktor: Aktor;
  ormas: OrmasKegiatan;
  masa: TahunPenilaian;
  hitungan: HitunganTahun[];
  baris: BarisKegiatan[];
  kini: Date;
}): HalamanDaftarOrmas {
  const { aktor, ormas, masa, hitungan, baris, kini } = b;
  const { tahun } = masa;
  const h = hitungan.find((x) => x.tahun === tahun);
  const tulis = bolehTulisKegiatan(aktor, ormas.id);
  const tindakan: Tindakan[] = [
    ...(tulis
      ? [{ teks: 'Laporkan kegiatan', href: jalurKegiatan.baru(ormas.id), jenis: 'utama' as const, ikon: 'tambah' }]
      : []),
    { teks: 'Rencana dan laporan tahunan', href: jalurKegiatan.rencana(ormas.id) },
  ];
  return {
    judul: `Kegiatan ${ormas.nama}`,
    kepala: {
      judul: 'Kegiatan',
      pengantar: ormas.nama,
      remah: [{ teks: ormas.nama, href: jalurKegiatan.ormas(ormas.id) }],
      tindakan,
    },
    tab:
      hitungan.length > 1
        ? {
            label: 'Tahun penilaian',
            tab: hitungan.map((t) => ({
              teks: String(t.tahun),
              href: jalurKegiatan.daftarOrmas(ormas.id, t.tahun),
              aktif: t.tahun === tahun,
              jumlah: angka(t.jumlah),
            })),
          }
        : null,
    angka: h
      ? [
          { label: 'Laporan', nilai: angka(h.jumlah), keterangan: `tahun penilaian ${tahun}` },
          { label: 'Terverifikasi', nilai: angka(h.terverifikasi), keterangan: `dari ${angka(h.jumlah)} laporan` },
          { label: 'Menunggu verifikasi', nilai: angka(h.menunggu) },
          { label: 'Perlu diperbaiki', nilai: angka(h.perluDiperbaiki) },
        ]
      : [],
    keterangan: `Kegiatan dalam tahun penilaian ${tahun}`,
    rentang: kalimatTahun(masa),
    baris: baris.map((k) => ({
      judul: k.judul || 'Draf tanpa nama',
      href: jalurKegiatan.rinci(k.id),
      tanggal: tanggalKegiatan(k.tanggalMulai, k.tanggalSelesai),
      tempat: k.tempat,
      lencana: SEBUTAN_STATUS[k.status],
      status: kalimatStatus(k, kini, tulis),
      bukti: `${angka(k.jumlahFoto)} foto, ${angka(k.jumlahDokumen)} dokumen`,
    })),
    kosong: {
      judul: `Belum ada laporan kegiatan dalam tahun penilaian ${tahun}`,
      teks: tulis
        ? 'Laporkan kegiatan yang sudah selesai beserta fotonya. Laporan dihitung tepat waktu bila dikirim paling lambat 30 hari setelah kegiatan.'
        : 'Laporan muncul di sini setelah dikirim oleh ormas.',
      ...(tulis
        ? { tindakan: { teks: 'Laporkan kegiatan', href: jalurKegiatan.baru(ormas.id), jenis: 'utama' as const } }
        : {}),
    },
  };
}

export interface HalamanAntrean {
  judul: string;
  kepala: KepalaHalaman;
  saringan: Saringan | null;
  keterangan: string;
  baris: {
    judul: string;
    href: string;
    ormas: string;
    ormasHref: string;
    opd: string;
    tanggal: string;
    bukti: string;
    menunggu: string;
    /** Only where the states differ: an OPD confirms in several. */
    lencana: Lencana | null;
    /** The year of the activity is closed: it will not count. */
    ditutup: Lencana | null;
  }[];
  kosong: Kosong;
  penomoran: Penomoran;
}

/** The work list of the office, or of an OPD. */
export function presentAntrean(b: {
  aktor: Aktor;
  halaman: Halaman<BarisKegiatan>;
  saringan: { opd: string; kecamatan: string };
  opd: Pilihan[];
  kecamatan: Pilihan[];
  kini: Date;
}): HalamanAntrean {
  const { aktor, halaman, saringan, kini } = b;
  const opdSaja = aktor.peran === 'opd';
  const judul = opdSaja ? 'Kegiatan bersama menunggu konfirmasi' : 'Laporan menunggu verifikasi';
  const opsi = (daftar: Pilihan[], nilai: string, semua: string) => [
    { nilai: '', teks: semua, terpilih: nilai === '' },
    ...daftar.map((p) => ({ nilai: String(p.id), teks: p.nama, terpilih: String(p.id) === nilai })),
  ];
  const nama = (daftar: Pilihan[], nilai: string) => daftar.find((p) => String(p.id) === nilai)?.nama;
  const aktif = [
    { teks: nama(b.opd, saringan.opd), href: jalurKegiatan.antrean({ ...saringan, opd: '' }) },
    { teks: nama(b.kecamatan, saringan.kecamatan), href: jalurKegiatan.antrean({ ...saringan, kecamatan: '' }) },
  ].flatMap((a) => (a.teks ? [{ teks: a.teks, href: a.href }] : []));
  return {
    judul,
    kepala: {
      judul,
      pengantar:
        halaman.jumlah === 0 ? 'Tidak ada yang menunggu.' : `${angka(halaman.jumlah)} laporan, yang terlama di atas.`,
    },
    saringan: opdSaja
      ? null
      : {
          aksi: jalurKegiatan.antrean(),
          pilihan: [
            { nama: 'opd', label: 'OPD', opsi: opsi(b.opd, saringan.opd, 'Semua OPD') },
            { nama: 'kecamatan', label: 'Kecamatan', opsi: opsi(b.kecamatan, saringan.kecamatan, 'Semua kecamatan') },
          ],
          tersembunyi: [],
          aktif,
          hapusSemua: jalurKegiatan.antrean(),
        },
    keterangan: judul,
    baris: halaman.isi.map((k) => ({
      judul: k.judul,
      href: jalurKegiatan.rinci(k.id),
      ormas: k.ormasNama,
      ormasHref: jalurKegiatan.ormas(k.ormasId),
      opd: k.opdNama ?? 'Klaster belum ditetapkan',
      tanggal: tanggalKegiatan(k.tanggalMulai, k.tanggalSelesai),
      bukti: `${angka(k.jumlahFoto)} foto, ${angka(k.jumlahDokumen)} dokumen`,
      menunggu: k.diajukanPada ? lamaMenunggu(k.diajukanPada, kini) : '',
      lencana: opdSaja ? SEBUTAN_STATUS[k.status] : null,
      ditutup:
        k.tahunDitutup === null
          ? null
          : { jenis: 'perlu', teks: `Tahun ${k.tahunDitutup} sudah ditutup, tidak dihitung dalam IKO` },
    })),
    kosong: {
      judul: 'Semua sudah selesai',
      teks:
        aktif.length > 0
          ? 'Tidak ada laporan menunggu untuk saringan ini.'
          : opdSaja
            ? 'Tidak ada kegiatan bersama yang menunggu konfirmasi Anda.'
            : 'Tidak ada laporan kegiatan yang menunggu verifikasi.',
    },
    penomoran: susunPenomoran(halaman, (n) => jalurKegiatan.antrean({ ...saringan, halaman: n })),
  };
}
