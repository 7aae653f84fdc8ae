import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggalJam, ukuranBerkas } from '../../../common/format.js';
import {
  type Catatan,
  type KepalaHalaman,
  type KolomBerkas,
  type KolomPilihan,
  type KolomTeks,
  type Periksa,
} from '../../../infra/view/bagian.js';
import { bidangKeterangan } from '../../berkas/penerima-unggahan.js';
import { jalurBerkas, jalurBerkasKecil } from '../../berkas/berkas.paths.js';
import { TERIMA_DOKUMEN, TERIMA_FOTO, UKURAN_BERKAS_MAKS } from '../../berkas/berkas.types.js';
import { BUKTI_MAKS, potretKegiatan } from '../kegiatan.aturan.js';
import { SEBUTAN_STATUS } from '../kegiatan.status.js';
import {
  type BuktiKegiatan,
  type IsianKegiatan,
  type KegiatanRinci,
  type OrmasKegiatan,
  type PilihanKegiatan,
} from '../kegiatan.types.js';
import { catatanMasa } from './kalimat-masa.js';
import { jalurKegiatan } from './kegiatan.paths.js';
import { TEMPAT_BERKAS, type TempatBerkas } from './unggahan-bukti.js';

type Mentah = Record<keyof IsianKegiatan, string>;

/** What the form page is made from. */
export interface BahanFormulir {
  ormas: Pick<OrmasKegiatan, 'id' | 'nama'>;
  /** null: a report that was not stored yet. */
  kegiatan: Pick<KegiatanRinci, 'id' | 'versi' | 'status' | 'catatan' | 'bukti'> | null;
  mentah: Mentah;
  galat: GalatIsian[];
  pilihan: PilihanKegiatan;
  hariIni: string;
  /** Captions that were typed where no file was taken, by their place. */
  keteranganDitolak?: Partial<Record<TempatBerkas, string>>;
}

interface BuktiFormulir {
  id: number;
  nama: string;
  ukuran: number;
  href: string;
  gambar: string | null;
  keterangan: KolomTeks;
}

/** A place for a file, with its caption. */
interface TempatFormulir {
  berkas: KolomBerkas;
  keterangan: KolomTeks;
}

export interface HalamanFormulir {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  kunciDraf: string;
  versi: number | null;
  galat: GalatIsian[];
  judulGalat: string;
  catatan: Catatan | null;
  kolom: Record<keyof IsianKegiatan, KolomTeks & KolomPilihan>;
  bukti: BuktiFormulir[];
  tempat: TempatFormulir[];
  /** Places that are folded away below the first ones. */
  tempatLain: TempatFormulir[];
  /** Parts of the form that are unfolded, because something stands in them or is wrong there. */
  terbuka: { berkas: boolean; peserta: boolean; kaitan: boolean };
  sisaTempat: number;
  kembali: string;
}

/** The form of a report, new or stored; what was typed stands in it, also when it was wrong. */
export function presentFormulir(b: BahanFormulir): HalamanFormulir {
  const k = b.kegiatan;
  const judul = k ? 'Ubah laporan kegiatan' : 'Laporan kegiatan baru';
  const sisa = Math.max(0, BUKTI_MAKS - (k?.bukti.length ?? 0));
  const tempat = TEMPAT_BERKAS.slice(0, sisa);
  const galatPada = (bidang: string): string | null => b.galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const adaIsi = (n: keyof IsianKegiatan): boolean => b.mentah[n] !== '' || galatPada(n) !== null;
  const susunSemua = (daftar: readonly TempatBerkas[]): TempatFormulir[] =>
    daftar.map((t) => susunTempat(t, galatPada, b.keteranganDitolak?.[t] ?? ''));
  return {
    judul,
    kepala: {
      judul,
      pengantar: 'Sekitar lima menit. Anda dapat menyimpan draf kapan saja dan meneruskannya nanti.',
      remah: remahOrmas(b.ormas),
      ...(k ? { lencana: [SEBUTAN_STATUS[k.status]] } : {}),
    },
    aksi: k ? jalurKegiatan.ubah(k.id) : jalurKegiatan.baru(b.ormas.id),
    kunciDraf: k ? `kegiatan-${k.id}` : `kegiatan-baru-${b.ormas.id}`,
    versi: k?.versi ?? null,
    galat: b.galat,
    judulGalat: k
      ? 'Draf sudah disimpan, tetapi ada yang perlu diperbaiki sebelum dikirim'
      : 'Ada isian yang perlu diperbaiki',
    catatan:
      k?.status === 'dikembalikan' && k.catatan
        ? { jenis: 'perlu', judul: 'Yang diminta petugas untuk diperbaiki', teks: k.catatan }
        : null,
    kolom: susunKolom(b, galatPada),
    bukti: (k?.bukti ?? []).map((bukti) => buktiFormulir(bukti, galatPada)),
    tempat: susunSemua(tempat.slice(0, TEMPAT_TERBUKA)),
    tempatLain: susunSemua(tempat.slice(TEMPAT_TERBUKA)),
    terbuka: {
      berkas: tempat
        .slice(TEMPAT_TERBUKA)
        .some((t) => galatPada(t) ?? galatPada(bidangKeterangan(t)) ?? b.keteranganDitolak?.[t]),
      peserta: PESERTA.some(adaIsi),
      // The bidang is that of the ormas unless another one is chosen.
      kaitan: KAITAN.some(adaIsi) || galatPada('bidangId') !== null,
    },
    sisaTempat: sisa,
    kembali: k ? jalurKegiatan.rinci(k.id) : jalurKegiatan.daftarOrmas(b.ormas.id),
  };
}

const remahOrmas = (ormas: Pick<OrmasKegiatan, 'id' | 'nama'>): { teks: string; href: string }[] => [
  { teks: ormas.nama, href: jalurKegiatan.ormas(ormas.id) },
  { teks: 'Kegiatan', href: jalurKegiatan.daftarOrmas(ormas.id) },
];

/** What each field of a report is called, in its form and where a fault of it is told. */
const LABEL: Readonly<Record<keyof IsianKegiatan, string>> = {
  judul: 'Nama kegiatan',
  tanggalMulai: 'Tanggal mulai',
  tanggalSelesai: 'Tanggal selesai',
  tempat: 'Tempat',
  kelurahanId: 'Kelurahan',
  bidangId: 'Bidang kegiatan',
  programKerjaId: 'Bagian dari program kerja',
  bersamaOpdId: 'Diselenggarakan bersama OPD',
  uraian: 'Uraian kegiatan',
  pesertaLaki: 'Peserta laki-laki',
  pesertaPerempuan: 'Peserta perempuan',
  pesertaAnak: 'di antaranya anak (di bawah 18 tahun)',
  pesertaPemuda: 'di antaranya pemuda (16–30 tahun)',
  pesertaLansia: 'di antaranya lansia (60 tahun ke atas)',
  pesertaDifabel: 'di antaranya penyandang disabilitas',
  realisasi: 'Biaya yang terpakai',
};

const PESERTA = [
  ...(['pesertaLaki', 'pesertaPerempuan', 'pesertaAnak', 'pesertaPemuda'] as const),
  ...(['pesertaLansia', 'pesertaDifabel', 'realisasi'] as const),
];
const KAITAN = ['programKerjaId', 'bersamaOpdId'] as const;
/** One photo is the least that is asked for; the places for more are folded away. */
const TEMPAT_TERBUKA = 1;

/** The fields as they follow each other on the page; evidence stands behind the story. */
const URUTAN: readonly (keyof IsianKegiatan | 'bukti')[] = [
  'judul',
  'tanggalMulai',
  'tanggalSelesai',
  'tempat',
  'kelurahanId',
  'uraian',
  'bukti',
  'pesertaLaki',
  'pesertaPerempuan',
  'pesertaAnak',
  'pesertaPemuda',
  'pesertaLansia',
  'pesertaDifabel',
  'realisasi',
  'bidangId',
  'programKerjaId',
  'bersamaOpdId',
];

/** Where a field stands in the form, counted from 0; files and captions stand at the evidence. */
export function tempatBidang(bidang: string): number {
  const tempat = (URUTAN as readonly string[]).indexOf(bidang);
  return tempat < 0 ? URUTAN.indexOf('bukti') : tempat;
}

function susunKolom(
  b: BahanFormulir,
  galatPada: (bidang: string) => string | null,
): Record<keyof IsianKegiatan, KolomTeks & KolomPilihan> {
  const dasar = (nama: keyof IsianKegiatan, lain: Partial<KolomTeks & KolomPilihan> = {}) => ({
    nama,
    label: LABEL[nama],
    nilai: b.mentah[nama],
    galat: galatPada(nama),
    opsi: [],
    ...lain,
  });
  const pilih = (nama: keyof IsianKegiatan, daftar: readonly { id: number; nama: string }[]) => ({
    opsi: daftar.map((p) => ({ nilai: String(p.id), teks: p.nama, terpilih: String(p.id) === b.mentah[nama] })),
  });
  const orang = { satuan: 'orang' };
  return {
    judul: dasar('judul', {
      wajib: true,
      maksimal: 200,
      petunjuk: 'Misalnya: Pelatihan membatik bagi remaja',
    }),
    tanggalMulai: dasar('tanggalMulai', { wajib: true, terbesar: b.hariIni }),
    tanggalSelesai: dasar('tanggalSelesai', {
      terbesar: b.hariIni,
      petunjuk: 'Kosongkan bila kegiatannya satu hari.',
    }),
    tempat: dasar('tempat', { wajib: true, maksimal: 200, petunjuk: 'Misalnya: Aula RW 05' }),
    kelurahanId: dasar('kelurahanId', {
      kosong: 'Pilih kelurahan',
      petunjuk: 'Kosongkan bila di luar Kota Bogor.',
      ...pilih('kelurahanId', b.pilihan.kelurahan),
    }),
    bidangId: dasar('bidangId', { kosong: 'Pilih bidang', ...pilih('bidangId', b.pilihan.bidang) }),
    programKerjaId: dasar('programKerjaId', {
      kosong: 'Bukan bagian dari program kerja',
      ...pilih(
        'programKerjaId',
        b.pilihan.program.map((p) => ({ id: p.id, nama: `${p.tahun}: ${p.nama}` })),
      ),
    }),
    bersamaOpdId: dasar('bersamaOpdId', {
      kosong: 'Tidak bersama OPD',
      petunjuk: 'OPD yang Anda pilih akan diminta mengonfirmasi.',
      ...pilih('bersamaOpdId', b.pilihan.opd),
    }),
    uraian: dasar('uraian', {
      wajib: true,
      baris: 6,
      maksimal: 5000,
      petunjuk: 'Apa yang dilakukan, siapa yang hadir, apa hasilnya. Beberapa kalimat cukup.',
    }),
    pesertaLaki: dasar('pesertaLaki', orang),
    pesertaPerempuan: dasar('pesertaPerempuan', orang),
    pesertaAnak: dasar('pesertaAnak', orang),
    pesertaPemuda: dasar('pesertaPemuda', orang),
    pesertaLansia: dasar('pesertaLansia', orang),
    pesertaDifabel: dasar('pesertaDifabel', orang),
    realisasi: dasar('realisasi', {
      satuan: 'rupiah',
      lebar: 'sedang',
      petunjuk: 'Misalnya 1.250.000',
    }),
  };
}

const labelKeterangan = (bukti: Pick<BuktiKegiatan, 'jenis' | 'nama'>): string =>
  `Keterangan ${bukti.jenis} “${bukti.nama}”`;

function buktiFormulir(bukti: BuktiKegiatan, galatPada: (bidang: string) => string | null): BuktiFormulir {
  const nama = `keterangan_${bukti.id}`;
  return {
    id: bukti.id,
    nama: bukti.nama,
    ukuran: bukti.ukuran,
    href: jalurBerkas(bukti.berkasId),
    gambar: bukti.jenis === 'foto' ? jalurBerkasKecil(bukti.berkasId) : null,
    keterangan: {
      nama,
      label: labelKeterangan(bukti),
      nilai: bukti.keterangan,
      maksimal: 300,
      wajib: bukti.jenis === 'foto',
      galat: galatPada(nama),
    },
  };
}

function susunTempat(
  tempat: TempatBerkas,
  galatPada: (bidang: string) => string | null,
  keterangan: string,
): TempatFormulir {
  const foto = tempat.startsWith('foto');
  const label = foto ? `Foto ${tempat.slice(-1)}` : 'Dokumen (PDF)';
  return {
    berkas: {
      nama: tempat,
      label,
      terima: foto ? TERIMA_FOTO : TERIMA_DOKUMEN,
      banyak: false,
      ukuranMaksimal: UKURAN_BERKAS_MAKS,
      galat: galatPada(tempat),
      // Which of the places is filled is free; that one is, before sending, is not.
      ...(tempat === 'foto1' ? { tanda: 'sedikitnya satu foto atau dokumen' } : {}),
      ...(foto ? { sisiMaksimal: 2000 } : { petunjuk: 'Misalnya daftar hadir atau undangan.' }),
    },
    keterangan: {
      nama: bidangKeterangan(tempat),
      label: `Keterangan ${label.toLowerCase().replace('(pdf)', '').trim()}`,
      nilai: keterangan,
      maksimal: 300,
      // Needed with a photo alone: the place may stay empty, so the browser must not demand it.
      ...(foto
        ? { tanda: 'wajib bila ada fotonya', petunjuk: 'Apa yang terlihat, misalnya: Peserta menanam bibit di RW 05' }
        : {}),
    },
  };
}

export interface HalamanPeriksa {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  /** What stands in no field: its year is over. */
  catatan: Catatan[];
  /** What the fields of the form are called: the summary of faults speaks of them. */
  isian: { nama: string; label: string }[];
  ubah: string;
  periksa: Periksa;
  foto: { gambar: string; href: string; keterangan: string }[];
  aksi: string;
  versi: number;
}

/** Check your answers: everything that will be sent, each part with the way back to it. */
export function presentPeriksa(k: KegiatanRinci, kurang: GalatIsian[]): HalamanPeriksa {
  const ubah = jalurKegiatan.ubah(k.id);
  const potret = potretKegiatan(k.isian, k.nama, []);
  const butir = (label: string[]) => label.map((l) => ({ label: l, nilai: potret[l] ?? '' }));
  return {
    judul: 'Periksa sebelum mengirim',
    kepala: {
      judul: 'Periksa sebelum mengirim',
      pengantar: 'Setelah terkirim, laporan tidak dapat diubah kecuali petugas mengembalikannya.',
      remah: [...remahOrmas({ id: k.ormasId, nama: k.ormasNama }), { teks: k.isian.judul || 'Draf', href: ubah }],
    },
    galat: kurang,
    catatan: catatanMasa(k.masa, 'ormas'),
    isian: [
      ...Object.entries(LABEL).map(([nama, label]) => ({ nama, label })),
      ...k.bukti.map((b) => ({ nama: `keterangan_${b.id}`, label: labelKeterangan(b) })),
      { nama: 'foto1', label: 'Foto dan dokumen' },
    ],
    ubah,
    periksa: {
      kelompok: [
        {
          judul: 'Kegiatan',
          ubah: `${ubah}#isian-judul`,
          butir: butir([
            'Nama kegiatan',
            'Tanggal',
            'Tempat',
            'Kelurahan',
            'Bidang',
            'Program kerja',
            'Bersama OPD',
            'Uraian kegiatan',
          ]),
        },
        {
          judul: 'Peserta dan biaya',
          ubah: `${ubah}#isian-pesertaLaki`,
          butir: butir([
            'Peserta laki-laki',
            'Peserta perempuan',
            'Peserta anak',
            'Peserta pemuda',
            'Peserta lansia',
            'Peserta difabel',
            'Realisasi biaya',
          ]),
        },
        {
          judul: `Bukti (${k.bukti.length} berkas)`,
          ubah: `${ubah}#bukti`,
          butir: k.bukti.map((b) => ({
            label: b.jenis === 'foto' ? 'Foto' : 'Dokumen',
            nilai: `${b.nama} (${ukuranBerkas(b.ukuran)})${b.keterangan ? `: ${b.keterangan}` : ''}`,
            href: jalurBerkas(b.berkasId),
          })),
        },
      ],
    },
    foto: k.bukti
      .filter((b) => b.jenis === 'foto')
      .map((b) => ({
        gambar: jalurBerkasKecil(b.berkasId),
        href: jalurBerkas(b.berkasId),
        keterangan: b.keterangan || b.nama,
      })),
    aksi: jalurKegiatan.ajukan(k.id),
    versi: k.versi,
  };
}

export interface HalamanTandaTerima {
  judul: string;
  kepala: KepalaHalaman;
  kalimat: string;
  nomor: string;
  berkas: { nama: string; href: string; diterima: string; disimpan: string; sha256: string }[];
  rinci: string;
  daftar: string;
}

/** The receipt: what was sent, when, and every file with its size and SHA-256 as storage holds it. */
export function presentTandaTerima(k: KegiatanRinci): HalamanTandaTerima {
  const saat = k.diajukanPada ? tanggalJam(k.diajukanPada) : '';
  return {
    judul: 'Tanda terima laporan',
    kepala: {
      judul: 'Laporan terkirim',
      pengantar: k.isian.judul,
      remah: remahOrmas({ id: k.ormasId, nama: k.ormasNama }),
      lencana: [SEBUTAN_STATUS[k.status]],
    },
    kalimat: `Laporan kegiatan “${k.isian.judul}” dari ${k.ormasNama} diterima pada ${saat}. ${k.bukti.length} dari ${k.bukti.length} berkas tersimpan utuh dan sudah dibaca ulang.`,
    nomor: `KGT-${String(k.id).padStart(6, '0')}`,
    berkas: k.bukti.map((b) => ({
      nama: b.nama,
      href: jalurBerkas(b.berkasId),
      diterima: ukuranBerkas(b.ukuranAsal),
      disimpan: ukuranBerkas(b.ukuran),
      sha256: b.sha256,
    })),
    rinci: jalurKegiatan.rinci(k.id),
    daftar: jalurKegiatan.daftarOrmas(k.ormasId),
  };
}
