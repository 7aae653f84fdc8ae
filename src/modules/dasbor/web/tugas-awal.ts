import { type Tugas } from '../../../infra/view/bagian.js';
import { type LangkahAwal } from '../dasbor.types.js';
import { jalurDasbor, jalurLain } from './dasbor.paths.js';

/** Each step of a new portal: what to do, how, and where. The command is that of docs/panduan/admin.md. */
const LANGKAH: readonly [keyof LangkahAwal, Omit<Tugas, 'jenis'>][] = [
  [
    'petugas',
    {
      teks: 'buat akun petugas',
      alasan: 'Petugas memeriksa laporan dan menghitung IKO. Pemilik akun menyetel kata sandinya sendiri.',
      tombol: { teks: 'Buat akun', href: jalurLain.pengguna() },
    },
  ],
  [
    'register',
    {
      teks: 'baca register ormas',
      alasan:
        'Di komputer portal jalankan: npm run -s portal -- impor BERKAS.csv --periksa untuk memeriksa berkasnya, lalu sekali lagi tanpa --periksa untuk menyimpannya.',
      tombol: { teks: 'Baca bantuan', href: jalurDasbor.bantuan() },
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

/** The first steps that are not done yet, in their order; none once the portal is in use. */
export function tugasAwal(awal: LangkahAwal | undefined): Tugas[] {
  if (!awal) return [];
  return LANGKAH.flatMap(([nama, t], i) =>
    awal[nama] ? [] : [{ ...t, jenis: 'perlu' as const, teks: `Langkah ${i + 1} dari ${LANGKAH.length}: ${t.teks}` }],
  );
}
