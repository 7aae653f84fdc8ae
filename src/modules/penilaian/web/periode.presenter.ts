import { rentangTanggal, tanggalJam } from '../../../common/format.js';
import { type KepalaHalaman, type Kosong, type Lencana, type RingkasanGalat } from '../../../infra/view/bagian.js';
import { type KolomTeks } from '../../../infra/view/bagian.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { type Kemajuan, type PeriodeRingkas, type StatusPeriode } from '../penilaian.types.js';
import { lencanaHitung } from './kemajuan.presenter.js';
import { jalurPenilaian } from './penilaian.paths.js';

/** State of a period as word, icon and colour. */
export function lencanaPeriode(status: StatusPeriode): Lencana {
  return status === 'berjalan' ? { jenis: 'proses', teks: 'Berjalan' } : { jenis: 'netral', teks: 'Ditutup' };
}

/** "Indeks Kinerja Ormas, lima domain, versi 1 (bobot bawaan, belum ditetapkan kantor)". */
export function kataInstrumen(p: PeriodeRingkas): string {
  return `${p.instrumenNama}, versi ${p.instrumenVersi}${p.instrumenCatatan ? ` (${p.instrumenCatatan})` : ''}`;
}

/** `views/penilaian/daftar.hbs`: every period. */
export interface TampilanPeriode extends RingkasanGalat {
  judul: string;
  kepala: KepalaHalaman;
  baris: {
    tahun: number;
    href: string;
    jendela: string;
    instrumen: string;
    status: Lencana;
    hitung: Lencana | null;
    keterangan: string;
  }[];
  kosong: Kosong | null;
  /** The form for a new year; null for those who may not. */
  baru: { aksi: string; tahun: KolomTeks } | null;
}

/** Every period, newest first; `terakhir` holds the newest run of each. */
export function presentPeriode(
  daftar: readonly { periode: PeriodeRingkas; terakhir: Kemajuan | null }[],
  boleh: boolean,
  isian: { tahun: string; galat: GalatIsian[] },
): TampilanPeriode {
  return {
    judul: 'Indeks Kinerja Ormas',
    kepala: {
      judul: 'Indeks Kinerja Ormas',
      pengantar: 'Satu periode untuk setiap tahun penilaian, dengan instrumen dan hasilnya.',
      remah: [{ teks: 'Beranda', href: '/' }],
    },
    galat: isian.galat,
    baris: daftar.map(({ periode: p, terakhir }) => ({
      tahun: p.tahun,
      href: jalurPenilaian.tahun(p.tahun),
      jendela: rentangTanggal(p.mulai, p.akhir),
      instrumen: kataInstrumen(p),
      status: lencanaPeriode(p.status),
      hitung: terakhir ? lencanaHitung(terakhir.status) : null,
      keterangan: p.dihitungPada ? `hasil per ${tanggalJam(p.dihitungPada)}` : 'belum pernah selesai dihitung',
    })),
    kosong:
      daftar.length === 0
        ? {
            judul: 'Belum ada periode penilaian',
            teks: 'Periode dibuat oleh petugas atau kepala bidang, satu untuk setiap tahun.',
          }
        : null,
    baru: boleh
      ? {
          aksi: jalurPenilaian.periode(),
          tahun: {
            nama: 'tahun',
            label: 'Tahun penilaian',
            petunjuk: 'Jendela penilaian mengikuti setelan kantor.',
            nilai: isian.tahun,
            wajib: true,
            lebar: 'pendek',
            galat: isian.galat.find((g) => g.bidang === 'tahun')?.pesan ?? null,
          },
        }
      : null,
  };
}
