import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggal } from '../../../common/format.js';
import { tambahHari } from '../../../common/tanggal.js';
import { type Catatan, type KepalaHalaman, type KolomPilihan, type KolomTeks } from '../../../infra/view/bagian.js';
import { type CalonKunjungan } from '../formulir-kunjungan.service.js';
import { HARI_SUSULAN, HARI_TERJAUH, type Ketikan, PETUGAS_MAKS } from '../kunjungan.aturan.js';
import {
  type KunjunganRinci,
  type PetugasKunjungan,
  type Sasaran,
  SEBUTAN_TUJUAN,
  TUJUAN_KUNJUNGAN,
} from '../kunjungan.types.js';
import { jalurKunjungan } from './kunjungan.paths.js';

export interface HalamanRencana {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  versi: number | null;
  galat: GalatIsian[];
  catatan: Catatan[];
  /** Hidden fields that say whom the plan is for. */
  sasaran: { nama: string; nilai: string }[];
  /** Where the plan is for several: each with its address. */
  daftar: { nama: string; alamat: string }[];
  kolom: {
    tujuan: KolomPilihan;
    tanggal: KolomTeks;
    jam: KolomTeks;
    petugas: KolomPilihan;
    tempat: KolomTeks | null;
    bekal: KolomTeks;
  };
  tombol: string;
  kembali: string;
}

interface Bahan {
  ketikan: Ketikan;
  petugas: readonly PetugasKunjungan[];
  galat: GalatIsian[];
  hari: string;
}

/** What the form of a new plan begins with. @param pelaku the account that plans, ticked when it may go itself */
export function ketikanAwal(calon: readonly CalonKunjungan[], pelaku: number | null, hari: string): Ketikan {
  const [satu] = calon;
  return {
    teks: {
      tujuan: satu?.sasaran.jenis === 'pendaftaran' ? 'verifikasi' : 'pemutakhiran',
      ...{ tanggal: tambahHari(hari, 1), jam: '', bekal: '' },
      tempat: calon.length === 1 ? (satu?.alamat ?? '') : '',
    },
    petugas: pelaku === null ? [] : [pelaku],
  };
}

/** The form with what is stored of a plan. */
export const ketikanDari = (k: KunjunganRinci): Ketikan => ({
  teks: { tujuan: k.tujuan, tanggal: k.tanggal, jam: k.jam ?? '', tempat: k.tempat, bekal: k.bekal },
  petugas: k.petugas.map((p) => p.id),
});

/** `views/lapangan/rencana.hbs`: planning a visit to one or to several. */
export function presentRencanaBaru(calon: readonly CalonKunjungan[], b: Bahan): HalamanRencana {
  const [satu] = calon;
  const banyak = calon.length > 1;
  const judul = banyak ? `Rencanakan ${calon.length} kunjungan` : 'Rencanakan kunjungan';
  return {
    judul,
    kepala: {
      judul,
      pengantar: banyak
        ? 'Satu kunjungan untuk setiap ormas, pada hari dan oleh petugas yang sama.'
        : (satu?.nama ?? ''),
      remah: [{ teks: 'Beranda', href: '/' }, ...remahSasaran(calon)],
    },
    aksi: jalurKunjungan.simpan(),
    versi: null,
    galat: b.galat,
    catatan: calon.flatMap(catatanBerjalan),
    sasaran: calon.map((c) => ({ nama: c.sasaran.jenis, nilai: String(c.sasaran.id) })),
    daftar: banyak ? calon.map((c) => ({ nama: c.nama, alamat: c.alamat || 'Alamat belum tercatat' })) : [],
    kolom: susunKolom(b, banyak ? null : (satu?.alamat ?? '')),
    tombol: judul,
    kembali: satu && !banyak ? jalurSasaran(satu.sasaran) : jalurKunjungan.keaktifan(),
  };
}

/** The same page for a plan that is stored. */
export function presentUbahRencana(k: KunjunganRinci, b: Bahan): HalamanRencana {
  return {
    judul: 'Ubah rencana kunjungan',
    kepala: {
      judul: 'Ubah rencana kunjungan',
      pengantar: k.nama,
      remah: [
        { teks: 'Kunjungan', href: jalurKunjungan.daftar() },
        { teks: k.nama, href: jalurKunjungan.rinci(k.id) },
      ],
    },
    aksi: jalurKunjungan.rencana(k.id),
    versi: k.versi,
    galat: b.galat,
    catatan: [],
    sasaran: [],
    daftar: [],
    kolom: susunKolom(b, k.tempat),
    tombol: 'Simpan rencana',
    kembali: jalurKunjungan.rinci(k.id),
  };
}

const jalurSasaran = (s: Sasaran): string =>
  s.jenis === 'ormas' ? jalurKunjungan.milikOrmas(s.id) : jalurKunjungan.pendaftaran(s.id);

function remahSasaran(calon: readonly CalonKunjungan[]): { teks: string; href: string }[] {
  const [satu] = calon;
  if (!satu || calon.length > 1) return [{ teks: 'Keaktifan ormas', href: jalurKunjungan.keaktifan() }];
  const { jenis, id } = satu.sasaran;
  return jenis === 'ormas'
    ? [{ teks: satu.nama, href: jalurKunjungan.ormas(id) }]
    : [{ teks: satu.nama, href: jalurKunjungan.pendaftaran(id) }];
}

function catatanBerjalan(c: CalonKunjungan): Catatan[] {
  if (c.berjalan.length === 0) return [];
  const hari = c.berjalan.map((k) => tanggal(k.tanggal)).join(', ');
  return [
    {
      jenis: 'perlu',
      judul: `${c.nama} sudah ada dalam rencana`,
      teks: `Kunjungan yang belum selesai: ${hari}. Rencanakan lagi hanya bila memang perlu kunjungan lain.`,
    },
  ];
}

function susunKolom(b: Bahan, tempat: string | null): HalamanRencana['kolom'] {
  const { teks, petugas } = b.ketikan;
  const dasar = (nama: string, label: string) => ({
    ...{ nama, label, nilai: teks[nama] ?? '', galat: b.galat.find((g) => g.bidang === nama)?.pesan ?? null },
  });
  return {
    tujuan: {
      ...dasar('tujuan', 'Tujuan kunjungan'),
      wajib: true,
      opsi: TUJUAN_KUNJUNGAN.map((t) => ({ nilai: t, teks: SEBUTAN_TUJUAN[t], terpilih: t === teks.tujuan })),
    },
    tanggal: {
      ...dasar('tanggal', 'Hari kunjungan'),
      petunjuk: `Kunjungan yang terlanjur dilaksanakan dapat dicatat sampai ${HARI_SUSULAN} hari sesudahnya.`,
      ...{ wajib: true, terkecil: tambahHari(b.hari, -HARI_SUSULAN), terbesar: tambahHari(b.hari, HARI_TERJAUH) },
    },
    jam: { ...dasar('jam', 'Jam'), tipe: 'time', lebar: 'pendek' },
    petugas: {
      ...dasar('petugas', 'Petugas yang berangkat'),
      wajib: true,
      petunjuk: `Satu sampai ${PETUGAS_MAKS} orang; mereka menulis berita acaranya.`,
      opsi: b.petugas.map((p) => ({ nilai: String(p.id), teks: p.nama, terpilih: petugas.includes(p.id) })),
    },
    tempat:
      tempat === null
        ? null
        : {
            ...dasar('tempat', 'Tempat'),
            maksimal: 300,
            petunjuk: tempat === '' ? 'Alamat belum tercatat.' : 'Kosongkan untuk memakai alamat yang tercatat.',
          },
    bekal: {
      ...dasar('bekal', 'Catatan untuk petugas'),
      ...{ maksimal: 1000, baris: 3, petunjuk: 'Yang perlu dilihat atau ditanyakan. Tidak terlihat oleh ormas.' },
    },
  };
}
