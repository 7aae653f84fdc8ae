import { type GalatIsian } from '../../../common/domain-error.js';
import { bulanTahun, nip, rentangTanggal } from '../../../common/format.js';
import { type KepalaHalaman, type KolomPilihan, type KolomTeks } from '../../../infra/view/bagian.js';
import { jendelaTahun } from '../jendela.js';
import { type SetelanKantor } from '../setelan.types.js';
import { JALUR_LAMBANG, JALUR_SETELAN, jalurLibur } from './setelan.paths.js';

const TEKS = {
  kota: 'Kota',
  lembaga: 'Lembaga',
  barisKop: 'Baris kop surat',
  alamat: 'Alamat kantor',
  kontak: 'Telepon, surel, dan laman',
  tempat: 'Tempat penandatanganan',
  jabatan: 'Jabatan',
  nama: 'Nama',
  pangkat: 'Pangkat',
  nip: 'NIP',
  formatSurat: 'Format nomor surat keterangan',
  masaSurat: 'Masa berlaku surat keterangan (tahun)',
} as const;
const TAMBAHAN: Readonly<Record<string, Partial<KolomTeks>>> = {
  barisKop: { baris: 3, petunjuk: 'Satu baris kop per baris.' },
  formatSurat: {
    petunjuk: '{urut} nomor urut dalam tahun terbit, {bulan} bulan dalam angka Romawi, {tahun} tahun terbit.',
  },
  masaSurat: { lebar: 'pendek' },
};
type KolomSetelan = keyof typeof TEKS;

/** The form as it was typed: every field a text. */
export type KetikanSetelan = Record<KolomSetelan | 'kertas' | 'jendelaMulai' | 'versi', string>;

export interface TampilanSetelan {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  versi: string;
  galat: GalatIsian[];
  /** The window of this year under the settings in force. */
  jendela: string;
  kolom: Record<KolomSetelan, KolomTeks> & Record<'kertas' | 'jendelaMulai', KolomPilihan>;
}

/** The settings as the form shows them first. */
export function ketikanSetelan(s: SetelanKantor, versi: number): KetikanSetelan {
  const { penandaTangan: p } = s;
  return {
    kota: s.kota,
    lembaga: s.lembaga,
    barisKop: s.kop.baris.join('\n'),
    alamat: s.kop.alamat,
    kontak: s.kop.kontak,
    tempat: s.tempat,
    kertas: s.kertas,
    jabatan: p.jabatan,
    nama: p.nama,
    pangkat: p.pangkat,
    nip: nip(p.nip),
    formatSurat: s.surat.format,
    masaSurat: String(s.surat.masaTahun),
    jendelaMulai: s.jendelaMulai,
    versi: String(versi),
  };
}

/**
 * The page of settings.
 * @param tahun the year by which the window is shown
 */
export function presentSetelan(
  isi: KetikanSetelan,
  berlaku: SetelanKantor,
  tahun: number,
  galat: GalatIsian[] = [],
): TampilanSetelan {
  const galatDi = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const teks = Object.fromEntries(
    Object.entries(TEKS).map(([nama, label]) => {
      const kolom: KolomTeks = { nama, label, wajib: true, nilai: isi[nama as KolomSetelan], galat: galatDi(nama) };
      return [nama, { ...kolom, ...TAMBAHAN[nama] }];
    }),
  ) as Record<KolomSetelan, KolomTeks>;
  const { mulai, akhir } = jendelaTahun(berlaku.jendelaMulai, tahun);
  const bulan = Array.from({ length: 12 }, (_, i) => `${String(i + 1).padStart(2, '0')}-01`);
  return {
    judul: 'Setelan kantor',
    kepala: {
      judul: 'Setelan kantor',
      pengantar: 'Dipakai pada kop, laporan, dan perhitungan. Isian dalam kurung siku masih menunggu data kantor.',
      remah: [{ teks: 'Beranda', href: '/' }],
      tindakan: [
        { teks: 'Hari libur', href: jalurLibur.daftar() },
        { teks: 'Lambang', href: JALUR_LAMBANG },
      ],
    },
    aksi: JALUR_SETELAN,
    versi: isi.versi,
    galat,
    jendela: `Penilaian tahun ${tahun} memuat kegiatan ${rentangTanggal(mulai, akhir)}.`,
    kolom: {
      ...teks,
      kertas: {
        nama: 'kertas',
        label: 'Kertas dokumen',
        wajib: true,
        galat: galatDi('kertas'),
        opsi: [
          { nilai: 'A4', teks: 'A4 (210 × 297 mm)', terpilih: isi.kertas === 'A4' },
          { nilai: 'F4', teks: 'F4 (215 × 330 mm)', terpilih: isi.kertas === 'F4' },
        ],
      },
      jendelaMulai: {
        nama: 'jendelaMulai',
        label: 'Awal jendela penilaian',
        wajib: true,
        galat: galatDi('jendelaMulai'),
        opsi: bulan.map((b) => ({
          nilai: b,
          teks: `1 ${bulanTahun(`2000-${b}`).replace(' 2000', '')}${b === '01-01' ? ' (tahun kalender)' : ' tahun sebelumnya'}`,
          terpilih: isi.jendelaMulai === b,
        })),
      },
    },
  };
}
