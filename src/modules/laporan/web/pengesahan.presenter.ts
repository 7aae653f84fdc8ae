import { angka, tanggal, tanggalJam } from '../../../common/format.js';
import { type Butir, type KepalaHalaman } from '../../../infra/view/bagian.js';
import { type LaporanRincian } from '../laporan.service.js';
import { jalurLaporan } from './laporan.paths.js';

/** `views/laporan/sahkan.hbs`: the question before a report is ratified. */
export interface TampilanPengesahan {
  judul: string;
  kepala: KepalaHalaman;
  butir: Butir[];
  akibat: string[];
  aksi: string;
  versi: number;
  kembali: string;
}

/** What is ratified, what follows from it, and that it can be taken back. */
export function presentPengesahan({
  laporan: l,
  penandaTangan,
}: {
  laporan: LaporanRincian;
  penandaTangan: string;
}): TampilanPengesahan {
  const judul = `Sahkan laporan tahunan ${l.tahun}`;
  return {
    judul,
    kepala: {
      judul,
      pengantar: l.nomor,
      remah: [
        { teks: 'Laporan', href: jalurLaporan.daftar() },
        { teks: `Laporan tahunan ${l.tahun}`, href: jalurLaporan.satu(l.id) },
      ],
    },
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
    akibat: [
      'Portal mencatat bahwa laporan dengan sidik berkas di atas telah disahkan, beserta nama Anda dan waktunya.',
      'Siapa pun yang memeriksa kode pada laporan itu membaca bahwa laporan telah disahkan.',
      'Tanda tangan tetap dibubuhkan pada naskah cetak; berkas PDF tidak berubah.',
      'Pengesahan dapat dibatalkan pada halaman laporan, dengan alasan yang disimpan dalam jejak audit.',
    ],
    aksi: jalurLaporan.tindakan(l.id, 'sahkan'),
    versi: l.versi,
    kembali: jalurLaporan.satu(l.id),
  };
}
