import { type Tugas } from '../../../infra/view/bagian.js';
import { type LangkahAwal } from '../dasbor.types.js';
import { jalurLain } from './dasbor.paths.js';

/** Each step of a new portal: what to do, why, and where. */
const LANGKAH: readonly [keyof LangkahAwal, Omit<Tugas, 'jenis'>][] = [
  [
    'petugas',
    {
      teks: 'buat akun petugas',
      alasan: 'Petugas memeriksa laporan dan menghitung IKO. Pemilik akun menyetel kata sandinya sendiri.',
      tombol: { teks: 'Buat akun', href: `${jalurLain.pengguna()}#akun-baru` },
    },
  ],
  [
    'setelan',
    {
      teks: 'isi setelan kantor',
      alasan:
        'Kop surat dan penanda tangan dicetak pada surat keterangan dan laporan tahunan; tanpa itu laporan tidak dapat disahkan.',
      tombol: { teks: 'Isi setelan', href: jalurLain.setelan() },
    },
  ],
  [
    'register',
    {
      teks: 'impor register ormas',
      alasan: 'Dari berkas CSV atau Excel (.xlsx): setiap baris diperiksa dahulu, baru disimpan setelah Anda setuju.',
      tombol: { teks: 'Impor register', href: jalurLain.impor() },
    },
  ],
  [
    'periode',
    {
      teks: 'pastikan periode dan instrumen',
      alasan: 'Petugas atau kepala bidang membuat periode tahun ini; periksa jendela dan instrumennya di sana.',
      tombol: { teks: 'Buka IKO', href: jalurLain.semuaPenilaian() },
    },
  ],
];

/** The first steps in their order, each ticked off when it is done; none once all are. */
export function tugasAwal(awal: LangkahAwal | undefined): Tugas[] {
  if (!awal || LANGKAH.every(([nama]) => awal[nama])) return [];
  return LANGKAH.map(([nama, t], i) => {
    const teks = `Langkah ${i + 1} dari ${LANGKAH.length}: ${t.teks}`;
    return awal[nama]
      ? { teks, jenis: 'baik', alasan: 'Sudah.', tombol: { ...t.tombol, teks: 'Lihat' } }
      : { ...t, teks, jenis: 'perlu' };
  });
}
