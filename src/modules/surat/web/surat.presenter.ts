import { type Aktor } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, tanggal } from '../../../common/format.js';
import { jalurVerifikasi, kodeBerkelompok } from '../../../common/kode-periksa.js';
import { type Halaman } from '../../../common/page.js';
import { selisihHari } from '../../../common/tanggal.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomTeks,
  type Kosong,
  type Lencana,
  type Linimasa,
  type Penomoran,
  type Periksa,
  type Saringan,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type BarisAudit } from '../../audit/audit.service.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { presentPeristiwa } from '../../ormas/peristiwa.js';
import { type BedaSurat, kalimatBeda } from '../beda-surat.js';
import { type CalonSurat } from '../baca-surat.service.js';
import { kataBerhenti, SEBUTAN_KEADAAN } from '../surat.aturan.js';
import { bolehCabutSurat, bolehTerbitkanSurat, bolehUlangiDokumen } from '../surat.policy.js';
import { type BarisSurat, type IsiSurat, KEADAAN_SURAT, type SaringanSurat, type SuratRinci } from '../surat.types.js';
import { jalurSurat } from './surat.paths.js';

const BERANDA = { teks: 'Beranda', href: '/' };
const DAFTAR = { teks: 'Surat keterangan', href: jalurSurat.daftar() };

export interface HalamanDaftarSurat {
  judul: string;
  kepala: KepalaHalaman;
  saringan: Saringan | null;
  jumlah: string;
  baris: { nomor: string; href: string; nama: string; terbit: string; sampai: string; lencana: Lencana }[];
  kosong: Kosong;
  penomoran: Penomoran;
}

/** The letters that the reader may see. @param ormasNama of the ormas the list is narrowed to, else null */
export function presentDaftarSurat(b: {
  aktor: Aktor;
  halaman: Halaman<BarisSurat>;
  saringan: SaringanSurat;
  hari: string;
}): HalamanDaftarSurat {
  const { aktor, halaman, saringan: s } = b;
  const milik = aktor.peran === 'sekretaris';
  const terbitkan =
    s.ormasId !== null && bolehTerbitkanSurat(aktor, { status: 'terdaftar' })
      ? [{ teks: 'Terbitkan surat', href: jalurSurat.baru(s.ormasId), jenis: 'utama' as const, ikon: 'tambah' }]
      : [];
  const aktif = [
    ...(s.cari ? [{ teks: `“${s.cari}”`, href: jalurSurat.daftar({ ...s, cari: '' }) }] : []),
    ...(s.keadaan ? [{ teks: SEBUTAN_KEADAAN[s.keadaan].teks, href: jalurSurat.daftar({ ...s, keadaan: '' }) }] : []),
    ...(s.ormasId !== null && !milik
      ? [{ teks: halaman.isi[0]?.nama ?? 'Satu ormas', href: jalurSurat.daftar({ ...s, ormasId: null }) }]
      : []),
  ];
  return {
    judul: 'Surat keterangan',
    kepala: {
      judul: 'Surat keterangan',
      pengantar: 'Surat Keterangan Terdaftar Keberadaan. Surat yang terbit tidak diubah; penggantinya surat baru.',
      remah: [BERANDA],
      tindakan: terbitkan,
    },
    saringan: milik
      ? null
      : {
          aksi: '/surat',
          cari: { nama: 'cari', label: 'Nama ormas atau nomor surat', nilai: s.cari },
          pilihan: [
            {
              nama: 'keadaan',
              label: 'Keadaan',
              opsi: [
                { nilai: '', teks: 'Semua keadaan', terpilih: s.keadaan === '' },
                ...KEADAAN_SURAT.map((k) => ({ nilai: k, teks: SEBUTAN_KEADAAN[k].teks, terpilih: s.keadaan === k })),
              ],
            },
          ],
          tersembunyi: s.ormasId === null ? [] : [{ nama: 'ormas', nilai: String(s.ormasId) }],
          aktif,
          hapusSemua: jalurSurat.daftar(),
        },
    jumlah: `${angka(halaman.jumlah)} surat`,
    baris: halaman.isi.map((x) => ({
      nomor: x.nomor,
      href: jalurSurat.satu(x.id),
      nama: x.nama,
      terbit: tanggal(x.terbit),
      sampai: tanggal(x.berlakuSampai),
      lencana: SEBUTAN_KEADAAN[x.keadaan],
    })),
    kosong: {
      judul: aktif.length > 0 ? 'Tidak ada surat untuk saringan ini' : 'Belum ada surat keterangan',
      teks: milik
        ? 'Surat terbit setelah pendaftaran disetujui, atau setelah petugas menerbitkannya dari register.'
        : 'Surat terbit ketika pendaftaran disetujui. Untuk ormas yang sudah dalam register, buka halaman ormas itu, lalu pilih Surat keterangan.',
    },
    penomoran: susunPenomoran(halaman, (n) => jalurSurat.daftar(s, n)),
  };
}

export interface HalamanSurat {
  judul: string;
  kepala: KepalaHalaman;
  catatan: Catatan | null;
  /** What on it is no longer so. */
  berubah: Catatan | null;
  /** Printing goes on: the page comes back by itself. */
  muatUlang: number | null;
  unduh: Tindakan | null;
  butir: Butir[];
  isi: Butir[];
  ganti: Tindakan | null;
  ulangi: { aksi: string; versi: number } | null;
  cabut: { aksi: string; versi: number; pada: KolomTeks; alasan: KolomTeks; terbuka: boolean } | null;
  galat: GalatIsian[];
  linimasa: Linimasa;
}

/** One letter, opened. @param isian what was typed into the form of revoking, when it was refused */
export function presentSurat(b: {
  aktor: Aktor;
  surat: SuratRinci;
  beda: readonly BedaSurat[];
  riwayat: BarisAudit[];
  hari: string;
  portalUrl: string;
  isian?: { pada: string; alasan: string };
  galat?: GalatIsian[];
}): HalamanSurat {
  const { aktor, surat: s, hari, galat = [] } = b;
  const bolehGanti = s.status === 'terbit' && bolehTerbitkanSurat(aktor, { status: s.ormasStatus });
  const galatDi = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  return {
    judul: `Surat keterangan ${s.nomor}`,
    kepala: {
      judul: s.nomor,
      pengantar: s.nama,
      remah: [BERANDA, DAFTAR],
      lencana: [SEBUTAN_KEADAAN[s.keadaan]],
    },
    catatan: catatanSurat(s, hari),
    berubah: catatanBerubah(b.beda, bolehGanti),
    muatUlang: s.dokumen === 'menunggu' ? 5 : null,
    unduh:
      s.berkasId === null
        ? null
        : { teks: 'Unduh surat (PDF)', href: jalurBerkas(s.berkasId), jenis: 'utama', ikon: 'unduh' },
    butir: [
      { label: 'Ormas', nilai: s.nama, href: jalurSurat.ormas(s.ormasId) },
      { label: 'Terbit', nilai: tanggal(s.terbit) },
      { label: 'Berlaku sampai', nilai: tanggal(s.berlakuSampai) },
      ...(s.dicabutPada === null ? [] : [{ label: 'Dicabut', nilai: tanggal(s.dicabutPada) }]),
      ...(s.menggantikan ? [pasangan('Menggantikan', s.menggantikan)] : []),
      ...(s.digantikan ? [pasangan('Digantikan oleh', s.digantikan)] : []),
      { label: 'Diterbitkan oleh', nilai: s.dibuatOleh ?? 'Sistem' },
      { label: 'Kode pemeriksaan', nilai: kodeBerkelompok(s.kode), href: jalurVerifikasi(s.kode) },
      { label: 'Alamat pemeriksaan', nilai: b.portalUrl + jalurVerifikasi(s.kode) },
      { label: 'SHA-256 dokumen', nilai: s.sha256 ?? 'dokumen belum siap' },
    ],
    isi: butirIsi(s.isi),
    ganti: !bolehGanti
      ? null
      : b.beda.length > 0
        ? { teks: 'Terbitkan surat pengganti', href: jalurSurat.baru(s.ormasId), jenis: 'utama' }
        : { teks: 'Perpanjang atau ganti', href: jalurSurat.baru(s.ormasId) },
    ulangi: bolehUlangiDokumen(aktor, s) ? { aksi: jalurSurat.ulangi(s.id), versi: s.versi } : null,
    cabut: bolehCabutSurat(aktor, s)
      ? {
          aksi: jalurSurat.cabut(s.id),
          versi: s.versi,
          terbuka: galat.length > 0,
          pada: {
            nama: 'pada',
            label: 'Dicabut per tanggal',
            wajib: true,
            nilai: b.isian?.pada ?? hari,
            terkecil: s.terbit,
            terbesar: hari,
            galat: galatDi('pada'),
          },
          alasan: {
            nama: 'alasan',
            label: 'Alasan dan dasar pencabutan',
            wajib: true,
            baris: 3,
            maksimal: 500,
            petunjuk: 'Sebutkan keputusan atau peristiwanya. Tampil pada riwayat, tidak pada halaman umum.',
            nilai: b.isian?.alasan ?? '',
            galat: galatDi('alasan'),
          },
        }
      : null,
    galat,
    linimasa: { peristiwa: b.riwayat.map(presentPeristiwa) },
  };
}

const pasangan = (label: string, s: { id: number; nomor: string }): Butir => ({
  label,
  nilai: s.nomor,
  href: jalurSurat.satu(s.id),
});

function catatanBerubah(beda: readonly BedaSurat[], bolehGanti: boolean): Catatan | null {
  if (beda.length === 0) return null;
  const lanjut = bolehGanti ? 'Terbitkan surat pengganti.' : 'Mintalah surat pengganti kepada petugas.';
  return {
    jenis: 'perlu',
    judul: 'Sebagian yang tertulis pada surat ini tidak lagi demikian',
    teks: [...beda.map(kalimatBeda), lanjut].join(' '),
  };
}

function catatanSurat(s: SuratRinci, hari: string): Catatan | null {
  if (s.keadaan === 'dicabut')
    return { jenis: 'bahaya', judul: `Dicabut per ${tanggal(s.dicabutPada ?? hari)}`, teks: s.alasanCabut ?? '' };
  if (s.keadaan === 'diganti')
    return {
      jenis: 'netral',
      teks: `Surat ini tidak berlaku lagi: ${s.digantikan?.nomor ?? 'surat lain'} menggantikannya.`,
    };
  if (s.dokumen === 'gagal')
    return {
      jenis: 'bahaya',
      judul: 'Dokumen gagal dibuat',
      teks: 'Surat tetap terbit dan bernomor. Buat ulang dokumennya.',
    };
  if (s.dokumen === 'menunggu')
    return { jenis: 'proses', teks: 'Dokumen sedang dibuat; halaman ini memuat ulang dengan sendirinya.' };
  if (s.keadaan === 'ormas-berhenti')
    return {
      jenis: 'bahaya',
      teks: `Ormas ini ${kataBerhenti(s)}. Pemeriksaan umum menyebutnya; cabut surat ini bila dasarnya sudah ada.`,
    };
  if (s.keadaan === 'berakhir')
    return { jenis: 'bahaya', teks: `Masa berlaku habis sejak ${tanggal(s.berlakuSampai)}.` };
  const sisa = selisihHari(hari, s.berlakuSampai);
  return s.keadaan === 'segera-berakhir'
    ? {
        jenis: 'perlu',
        teks: sisa === 0 ? 'Hari ini hari terakhir berlakunya.' : `Berakhir dalam ${angka(sisa)} hari.`,
      }
    : null;
}

function butirIsi(isi: IsiSurat): Butir[] {
  return [
    { label: 'Nama organisasi', nilai: isi.nama },
    { label: 'Bentuk', nilai: isi.bentuk },
    { label: 'Bidang kegiatan', nilai: isi.bidang },
    { label: 'Alamat sekretariat', nilai: isi.alamat },
    { label: 'Dasar hukum', nilai: isi.dasarHukum },
    { label: 'Akta notaris', nilai: isi.akta },
    ...isi.pengurus.map((p) => ({ label: p.jabatan, nilai: p.nama })),
  ];
}

export interface HalamanSuratBaru {
  judul: string;
  kepala: KepalaHalaman;
  catatan: Catatan;
  periksa: Periksa;
  aksi: string;
  ormasId: number;
  dilihat: string;
  galat: GalatIsian[];
  alasan: KolomTeks | null;
  tombol: string;
  kembali: string;
}

/** The check before a letter is issued: what it will say, and what it will replace. */
export function presentSuratBaru(calon: CalonSurat, alasan: string, galat: GalatIsian[]): HalamanSuratBaru {
  const { lama, isi } = calon;
  const judul = lama ? 'Perpanjang atau ganti surat keterangan' : 'Terbitkan surat keterangan';
  return {
    judul,
    kepala: {
      judul,
      pengantar: isi.nama,
      remah: [BERANDA, DAFTAR, { teks: isi.nama, href: jalurSurat.ormas(calon.ormasId) }],
    },
    catatan: lama
      ? {
          jenis: 'perlu',
          judul: `Surat ${lama.nomor} akan diganti`,
          teks: `Surat itu ${SEBUTAN_KEADAAN[lama.keadaan].teks.toLowerCase()} (sampai ${tanggal(lama.berlakuSampai)}). Setelah surat baru terbit, pemeriksaan umum menyebut surat lama sudah diganti.`,
        }
      : {
          jenis: 'netral',
          teks: 'Periksa data di bawah ini. Yang keliru diperbaiki dahulu dalam register: isi surat yang sudah terbit tidak dapat diubah.',
        },
    periksa: {
      kelompok: [
        { judul: 'Yang tertulis pada surat', butir: butirIsi(isi) },
        {
          judul: 'Masa berlaku dan penanda tangan',
          butir: [
            { label: 'Masa berlaku', nilai: `${isi.masaTahun} tahun, sampai ${tanggal(calon.berlakuSampai)}` },
            { label: 'Penanda tangan', nilai: `${isi.kantor.penandaTangan.nama}, ${isi.kantor.penandaTangan.jabatan}` },
          ],
        },
      ],
    },
    aksi: jalurSurat.terbitkan(),
    ormasId: calon.ormasId,
    dilihat: String(lama?.id ?? ''),
    galat,
    alasan: lama
      ? {
          nama: 'alasan',
          label: 'Alasan penerbitan surat pengganti',
          wajib: true,
          maksimal: 300,
          petunjuk: 'Misalnya: perpanjangan masa berlaku, atau perubahan alamat sekretariat.',
          nilai: alasan,
          galat: galat.find((g) => g.bidang === 'alasan')?.pesan ?? null,
        }
      : null,
    tombol: lama ? 'Terbitkan surat pengganti' : 'Terbitkan surat',
    kembali: lama ? jalurSurat.satu(lama.id) : jalurSurat.ormas(calon.ormasId),
  };
}
