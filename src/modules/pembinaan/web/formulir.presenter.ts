import { type GalatIsian } from '../../../common/domain-error.js';
import {
  type Catatan,
  type KepalaHalaman,
  type KolomBerkas,
  type KolomPilihan,
  type KolomTeks,
} from '../../../infra/view/bagian.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { TERIMA_DOKUMEN, TERIMA_FOTO, UKURAN_BERKAS_MAKS } from '../../berkas/berkas.types.js';
import { JENIS_PEMBINAAN } from '../../ormas/ormas.types.js';
import { SEBUTAN_PEMBINAAN } from '../../ormas/sanksi.js';
import { type OrmasBercatatan, type PembinaanRinci } from '../baca-pembinaan.service.js';
import { PORTAL_MENCATAT, URAIAN_JENIS } from '../pembinaan.aturan.js';
import { type KetikanPembinaan } from './pembinaan.dto.js';
import { jalurPembinaan } from './pembinaan.paths.js';

/** `views/pembinaan/formulir.hbs`. */
export interface HalamanFormulir {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  aksi: string;
  /** null: a new row. */
  versi: string | null;
  tangga: Catatan;
  kolom: {
    jenis: KolomPilihan;
    tanggal: KolomTeks;
    sampai: KolomTeks;
    nomor: KolomTeks;
    tanggalSurat: KolomTeks;
    dasar: KolomTeks;
    keterangan: KolomTeks;
    /** Corrections alone. */
    alasan: KolomTeks | null;
    dokumen: KolomBerkas;
  };
  /** Files of the row that is corrected. */
  tersimpan: { id: number; nama: string; href: string; lepas: boolean }[];
  simpan: string;
  kembali: string;
}

/** The upload field of every form of the log. */
export const kolomDokumen = (galat: string | null, petunjuk: string): KolomBerkas => ({
  ...{ nama: 'dokumen', label: 'Dokumen', banyak: true, galat, petunjuk, sisiMaksimal: 2400 },
  ...{ terima: `${TERIMA_DOKUMEN},${TERIMA_FOTO}`, ukuranMaksimal: UKURAN_BERKAS_MAKS },
});

/** Each sentence at its field; several at one field follow each other. */
export const pesanDi = (galat: readonly GalatIsian[], bidang: string): string | null =>
  galat
    .filter((g) => g.bidang === bidang)
    .map((g) => g.pesan)
    .join(' ') || null;

/** The form by which a row is recorded, or put right. @param rinci the row that is corrected; null: a new one */
export function presentFormulir(b: {
  ormas: OrmasBercatatan;
  rinci: PembinaanRinci | null;
  ketikan: KetikanPembinaan;
  galat: GalatIsian[];
  lepas?: readonly number[];
}): HalamanFormulir {
  const { ormas, rinci, ketikan: k, galat } = b;
  const judul = rinci ? 'Koreksi catatan' : 'Catat pembinaan atau sanksi';
  const kolom = (nama: keyof KetikanPembinaan, label: string, lain: Partial<KolomTeks>): KolomTeks => ({
    ...{ nama, label, nilai: k[nama], galat: pesanDi(galat, nama), ...lain },
  });
  return {
    judul,
    kepala: {
      judul,
      pengantar: ormas.nama,
      remah: [
        { teks: ormas.nama, href: jalurPembinaan.ormas(ormas.id) },
        { teks: 'Pembinaan dan sanksi', href: jalurPembinaan.daftarOrmas(ormas.id) },
        ...(rinci ? [{ teks: SEBUTAN_PEMBINAAN[rinci.baris.jenis], href: jalurPembinaan.rinci(rinci.baris.id) }] : []),
      ],
    },
    galat,
    aksi: rinci ? jalurPembinaan.koreksi(rinci.baris.id) : jalurPembinaan.baru(ormas.id),
    versi: rinci ? k.versi : null,
    tangga: {
      jenis: 'netral',
      judul: 'Tangga sanksi menurut UU 16/2017: peringatan tertulis, penghentian kegiatan, pencabutan',
      teks: PORTAL_MENCATAT,
    },
    kolom: {
      jenis: {
        ...{ nama: 'jenis', label: 'Jenis', wajib: true, galat: pesanDi(galat, 'jenis') },
        opsi: JENIS_PEMBINAAN.map((j) => ({
          ...{ nilai: j, teks: SEBUTAN_PEMBINAAN[j], petunjuk: URAIAN_JENIS[j], terpilih: j === k.jenis },
        })),
      },
      tanggal: kolom('tanggal', 'Berlaku sejak, atau hari pelaksanaan', { wajib: true, terbesar: ormas.hari }),
      sampai: kolom('sampai', 'Hari terakhir berlaku', {
        petunjuk: 'Hanya bila suratnya menyebut masa, misalnya penghentian enam bulan. Kosongkan bila belum diketahui.',
      }),
      nomor: kolom('nomor', 'Nomor surat atau keputusan', {
        ...{ maksimal: 120, tanda: 'wajib untuk sanksi' },
        petunjuk: 'Untuk pencabutan: nomor keputusan Menteri.',
      }),
      tanggalSurat: kolom('tanggalSurat', 'Tanggal surat atau keputusan', {
        ...{ terbesar: ormas.hari, tanda: 'wajib untuk sanksi' },
      }),
      dasar: kolom('dasar', 'Dasar', {
        ...{ wajib: true, maksimal: 200, baris: 2 },
        petunjuk: 'Siapa yang memutuskan dan menurut apa, misalnya surat Kepala Bakesbangpol, UU 16/2017.',
      }),
      keterangan: kolom('keterangan', 'Keterangan', {
        ...{ wajib: true, maksimal: 500, baris: 4 },
        petunjuk:
          'Apa yang terjadi. Ormas dan OPD pembinanya membaca kalimat ini; jangan tulis NIK atau nomor telepon.',
      }),
      alasan: rinci
        ? kolom('alasan', 'Alasan koreksi', {
            ...{ wajib: true, maksimal: 300, baris: 2 },
            petunjuk: 'Catatan yang keliru tetap terbaca, dicoret, dengan alasan ini.',
          })
        : null,
      dokumen: kolomDokumen(
        pesanDi(galat, 'dokumen'),
        'Surat atau berita acaranya, PDF atau foto yang terbaca. Dapat dilampirkan kemudian.',
      ),
    },
    tersimpan: (rinci?.berkas ?? []).map((f) => ({
      ...{ id: f.id, nama: f.nama, href: jalurBerkas(f.berkasId), lepas: (b.lepas ?? []).includes(f.id) },
    })),
    simpan: rinci ? 'Simpan koreksi' : 'Simpan catatan',
    kembali: rinci ? jalurPembinaan.rinci(rinci.baris.id) : jalurPembinaan.daftarOrmas(ormas.id),
  };
}
