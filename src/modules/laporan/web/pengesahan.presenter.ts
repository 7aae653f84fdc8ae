import { angka, tanggal, tanggalJam } from '../../../common/format.js';
import { type Butir, type KepalaHalaman } from '../../../infra/view/bagian.js';
import { type LaporanRincian } from '../laporan.service.js';
import { jalurLaporan } from './laporan.paths.js';

/** The steps towards the leaders that ask once more before they are taken. */
export type LangkahPengesahan = 'setujui' | 'sahkan';

/** `views/laporan/pengesahan.hbs`: the question before a report is approved, and before it is ratified. */
export interface TampilanPengesahan {
  judul: string;
  kepala: KepalaHalaman;
  judulButir: string;
  butir: Butir[];
  judulAkibat: string;
  akibat: string[];
  tombol: string;
  aksi: string;
  versi: number;
  kembali: string;
}

/** The words of each step; that it can be taken back stands among what follows. */
const KATA: Readonly<
  Record<LangkahPengesahan, { judul: string; pasif: string; tombol: string; akibat: readonly string[] }>
> = {
  setujui: {
    judul: 'Setujui',
    pasif: 'disetujui',
    tombol: 'Setujui laporan ini',
    akibat: [
      'Portal mencatat bahwa Anda sudah membaca dan menyetujui laporan dengan sidik berkas di atas, beserta waktunya.',
      'Laporan menunggu pengesahan Kepala Badan; siapa pun yang memeriksa kode padanya membaca bahwa laporan belum disahkan.',
      'Persetujuan dapat dibatalkan pada halaman laporan selama belum disahkan, dengan alasan yang disimpan dalam jejak audit.',
    ],
  },
  sahkan: {
    judul: 'Sahkan',
    pasif: 'disahkan',
    tombol: 'Sahkan laporan ini',
    akibat: [
      'Portal mencatat bahwa laporan dengan sidik berkas di atas telah disahkan, beserta nama Anda dan waktunya.',
      'Siapa pun yang memeriksa kode pada laporan itu membaca bahwa laporan telah disahkan.',
      'Tanda tangan tetap dibubuhkan pada naskah cetak; berkas PDF tidak berubah.',
      'Pengesahan dapat dibatalkan pada halaman laporan, dengan alasan yang disimpan dalam jejak audit.',
    ],
  },
};

/** What is approved or ratified, what follows from it, and that it can be taken back. */
export function presentPengesahan(
  langkah: LangkahPengesahan,
  { laporan: l, penandaTangan }: { laporan: LaporanRincian; penandaTangan: string },
): TampilanPengesahan {
  const kata = KATA[langkah];
  const judul = `${kata.judul} laporan tahunan ${l.tahun}`;
  return {
    judul,
    kepala: {
      judul,
      pengantar: l.nomor,
      remah: [
        { teks: 'Laporan', href: jalurLaporan.daftar() },
        { teks: `Laporan tahunan ${l.tahun}`, href: jalurLaporan.satu(l.id) },
      ],
      tindakan: [{ teks: 'Unduh dan baca PDF', href: jalurLaporan.unduh(l.id), ikon: 'unduh' }],
    },
    judulButir: `Yang ${kata.pasif}`,
    butir: [
      { label: 'Nomor', nilai: l.nomor },
      { label: 'Tahun yang dilaporkan', nilai: String(l.tahun) },
      { label: 'Data per', nilai: tanggal(l.dihitungPada) },
      { label: 'Isi', nilai: `${angka(l.halaman ?? 0)} halaman` },
      { label: 'Penanda tangan', nilai: penandaTangan },
      ...(l.disetujuiPada
        ? [{ label: 'Disetujui', nilai: `${l.disetujuiOleh ?? ''}, ${tanggalJam(l.disetujuiPada)}` }]
        : []),
      ...(l.sha256 ? [{ label: 'Sidik berkas (SHA-256)', nilai: l.sha256 }] : []),
    ],
    judulAkibat: `Sesudah ${kata.pasif}`,
    akibat: [...kata.akibat],
    tombol: kata.tombol,
    aksi: jalurLaporan.tindakan(l.id, langkah),
    versi: l.versi,
    kembali: jalurLaporan.satu(l.id),
  };
}
