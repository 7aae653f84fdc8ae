import { type Aktor } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, rentangTanggal, rupiah, tanggal } from '../../../common/format.js';
import {
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Lencana,
} from '../../../infra/view/bagian.js';
import { bolehTulisKegiatan } from '../kegiatan.policy.js';
import { type OrmasKegiatan } from '../kegiatan.types.js';
import { ketepatanLaporanTahunan, masaLaporanTahunan } from '../../setelan/jendela.js';
import { type BarisLaporanOrmas, type BarisProgram, type TahunTahunRencana } from '../rencana-ormas.service.js';
import { jalurKegiatan } from './kegiatan.paths.js';

/** What was typed into the two forms of the page. */
export type IsianRencana = Record<
  'tahun' | 'nama' | 'targetPenerima' | 'anggaran' | 'tahunLaporan' | 'ringkasan',
  string
>;

export interface HalamanRencana {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  program: { tahun: string; nama: string; target: string; anggaran: string; lencana: Lencana }[];
  laporan: { tahun: string; dikirim: string; terlambat: boolean; ringkasan: string }[];
  tulis: boolean;
  aksiProgram: string;
  /** Its form is folded unless there is something to mend in it. */
  programTerbuka: boolean;
  kolomProgram: Record<'nama' | 'targetPenerima' | 'anggaran', KolomTeks> & { tahun: KolomPilihan };
  /** What is missing or comes next, for whoever writes; null: nothing to say. */
  catatanLaporan: Catatan | null;
  /** null: every year that can be reported by now is. */
  formulirLaporan: { aksi: string; tahun: KolomPilihan; ringkasan: KolomTeks } | null;
}

/** The plan of an ormas and its yearly reports, with the forms to add to them for its secretary. */
export function presentRencana(b: {
  aktor: Aktor;
  ormas: OrmasKegiatan;
  program: BarisProgram[];
  laporan: BarisLaporanOrmas[];
  tahun: TahunTahunRencana;
  kini: Date;
  isian: Partial<IsianRencana>;
  galat: GalatIsian[];
}): HalamanRencana {
  const galatPada = (bidang: string): string | null => b.galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const kolom = (nama: keyof IsianRencana, label: string, lain: Partial<KolomTeks> = {}): KolomTeks => ({
    nama,
    label,
    nilai: b.isian[nama] ?? '',
    galat: galatPada(nama),
    ...lain,
  });
  const sudah = new Set(b.laporan.map((l) => l.tahun));
  const dapat = b.tahun.dapatDilaporkan
    .map((t) => ({ ...t, ...masaLaporanTahunan(t), ketepatan: ketepatanLaporanTahunan(t, b.kini) }))
    .filter((t) => !sudah.has(t.tahun) && t.ketepatan !== 'belum-dibuka');
  const tulis = bolehTulisKegiatan(b.aktor, b.ormas.id);
  return {
    judul: `Rencana dan laporan tahunan ${b.ormas.nama}`,
    kepala: {
      judul: 'Rencana dan laporan tahunan',
      pengantar: b.ormas.nama,
      remah: [
        { teks: b.ormas.nama, href: jalurKegiatan.ormas(b.ormas.id) },
        { teks: 'Kegiatan', href: jalurKegiatan.daftarOrmas(b.ormas.id) },
      ],
    },
    galat: b.galat,
    program: b.program.map((p) => ({
      tahun: String(p.tahun),
      nama: p.nama,
      target: p.targetPenerima === null ? '' : `${angka(p.targetPenerima)} orang`,
      anggaran: p.anggaran === null ? '' : rupiah(p.anggaran),
      lencana:
        p.terverifikasi > 0
          ? { jenis: 'baik', teks: `${angka(p.terverifikasi)} kegiatan terverifikasi` }
          : { jenis: 'netral', teks: 'Belum ada kegiatan' },
    })),
    laporan: b.laporan.map((l) => ({
      tahun: String(l.tahun),
      dikirim: tanggal(l.diajukanPada),
      terlambat: l.terlambat,
      ringkasan: l.ringkasan,
    })),
    tulis,
    catatanLaporan: tulis ? catatanLaporan(b.tahun, sudah, b.kini) : null,
    aksiProgram: jalurKegiatan.program(b.ormas.id),
    programTerbuka: ['tahun', 'nama', 'targetPenerima', 'anggaran'].some((bidang) => galatPada(bidang) !== null),
    kolomProgram: {
      tahun: {
        nama: 'tahun',
        label: 'Tahun penilaian',
        wajib: true,
        galat: galatPada('tahun'),
        opsi: b.tahun.dapatDirencanakan.map((t) => ({
          nilai: String(t.tahun),
          teks: `${t.tahun} (${rentangTanggal(t.mulai, t.akhir)})`,
          terpilih: (b.isian.tahun ?? String(b.tahun.berjalan)) === String(t.tahun),
        })),
      },
      nama: kolom('nama', 'Nama program', { wajib: true, maksimal: 200 }),
      targetPenerima: kolom('targetPenerima', 'Target penerima manfaat', { satuan: 'orang' }),
      anggaran: kolom('anggaran', 'Anggaran', { satuan: 'rupiah', lebar: 'sedang', petunjuk: 'Misalnya 5.000.000' }),
    },
    formulirLaporan:
      dapat.length === 0
        ? null
        : {
            aksi: jalurKegiatan.laporanTahunan(b.ormas.id),
            tahun: {
              nama: 'tahunLaporan',
              label: 'Laporan untuk tahun',
              wajib: true,
              galat: galatPada('tahunLaporan'),
              opsi: dapat.map((t, i) => ({
                nilai: String(t.tahun),
                teks:
                  t.ketepatan === 'tepat'
                    ? `${t.tahun}, paling lambat ${tanggal(t.batas)}`
                    : `${t.tahun}, terlambat: batasnya ${tanggal(t.batas)}`,
                terpilih: b.isian.tahunLaporan ? b.isian.tahunLaporan === String(t.tahun) : i === 0,
              })),
            },
            ringkasan: kolom('ringkasan', 'Perkembangan ormas selama setahun', {
              wajib: true,
              baris: 8,
              maksimal: 10_000,
              petunjuk:
                'Kegiatan utama, perubahan pengurus atau anggota, keuangan, dan kendala. Laporan dikirim satu kali.',
            }),
          },
  };
}

/** What the page says above the form: the report of the year just closed is missing, or when the next one is due. */
function catatanLaporan(
  { berjalan, dapatDilaporkan }: TahunTahunRencana,
  sudah: ReadonlySet<number>,
  kini: Date,
): HalamanRencana['catatanLaporan'] {
  const lalu = dapatDilaporkan.find((t) => t.tahun === berjalan - 1);
  if (lalu && !sudah.has(lalu.tahun)) {
    const { batas } = masaLaporanTahunan(lalu);
    return {
      jenis: 'perlu',
      teks: `Laporan tahunan ${lalu.tahun} belum dikirim dan batasnya, ${tanggal(batas)}, sudah lewat. Laporan itu masih dapat dikirim; pada penilaian ${lalu.tahun} tercatat terlambat.`,
    };
  }
  const ini = dapatDilaporkan.find((t) => t.tahun === berjalan);
  if (!ini || sudah.has(berjalan)) return null;
  const { buka, batas } = masaLaporanTahunan(ini);
  return {
    jenis: 'netral',
    teks:
      ketepatanLaporanTahunan(ini, kini) === 'belum-dibuka'
        ? `Laporan tahunan ${berjalan} dapat dikirim mulai ${tanggal(buka)}, paling lambat ${tanggal(batas)}.`
        : `Laporan tahunan ${berjalan} dikirim paling lambat ${tanggal(batas)}.`,
  };
}
