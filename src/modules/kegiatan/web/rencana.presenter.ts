import { type Aktor } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, rupiah, tanggal } from '../../../common/format.js';
import { tanggalWib } from '../../../common/tanggal.js';
import { type KepalaHalaman, type KolomPilihan, type KolomTeks, type Lencana } from '../../../infra/view/bagian.js';
import { bolehTulisKegiatan } from '../kegiatan.policy.js';
import { type OrmasKegiatan } from '../kegiatan.types.js';
import { type BarisLaporanOrmas, type BarisProgram } from '../rencana-ormas.service.js';
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
  laporan: { tahun: string; dikirim: string; ringkasan: string }[];
  tulis: boolean;
  aksiProgram: string;
  /** Its form is folded unless there is something to mend in it. */
  programTerbuka: boolean;
  kolomProgram: Record<'tahun' | 'nama' | 'targetPenerima' | 'anggaran', KolomTeks>;
  /** null: every year that can be reported is. */
  formulirLaporan: { aksi: string; tahun: KolomPilihan; ringkasan: KolomTeks } | null;
}

/** The plan of an ormas and its yearly reports, with the forms to add to them for its secretary. */
export function presentRencana(b: {
  aktor: Aktor;
  ormas: OrmasKegiatan;
  program: BarisProgram[];
  laporan: BarisLaporanOrmas[];
  kini: Date;
  isian: Partial<IsianRencana>;
  galat: GalatIsian[];
}): HalamanRencana {
  const hari = tanggalWib(b.kini);
  const tahunIni = Number(hari.slice(0, 4));
  const galatPada = (bidang: string): string | null => b.galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const kolom = (nama: keyof IsianRencana, label: string, lain: Partial<KolomTeks> = {}): KolomTeks => ({
    nama,
    label,
    nilai: b.isian[nama] ?? '',
    galat: galatPada(nama),
    ...lain,
  });
  const sudah = new Set(b.laporan.map((l) => l.tahun));
  const dapat = [tahunIni, tahunIni - 1, tahunIni - 2].filter((t) => !sudah.has(t) && hari >= `${t}-12-01`);
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
      ringkasan: l.ringkasan,
    })),
    tulis: bolehTulisKegiatan(b.aktor, b.ormas.id),
    aksiProgram: jalurKegiatan.program(b.ormas.id),
    programTerbuka: ['tahun', 'nama', 'targetPenerima', 'anggaran'].some((bidang) => galatPada(bidang) !== null),
    kolomProgram: {
      tahun: kolom('tahun', 'Tahun', { wajib: true, nilai: b.isian.tahun ?? String(tahunIni) }),
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
                nilai: String(t),
                teks: String(t),
                terpilih: b.isian.tahunLaporan ? b.isian.tahunLaporan === String(t) : i === 0,
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
