import { type GalatIsian } from '../../../common/domain-error.js';
import { angka } from '../../../common/format.js';
import {
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type RingkasanGalat,
} from '../../../infra/view/bagian.js';
import { type MasihTerbuka, type SisaPeriode } from '../penutupan.js';
import { jalurPenilaian } from './penilaian.paths.js';

/** One kind of thing that would stay undone, with the first of them. */
export interface SisaTampil {
  judul: string;
  akibat: string;
  baris: { teks: string; href: string }[];
  lain: string;
}

/** `views/penilaian/tutup.hbs`. */
export interface TampilanPenutupan extends RingkasanGalat {
  judul: string;
  kepala: KepalaHalaman;
  /** Why it cannot be closed; then there is no form. */
  halangan: Catatan | null;
  sisa: SisaTampil[];
  formulir: { aksi: string; versi: number; paham: KolomPilihan } | null;
  kembali: string;
}

/** The page between the wish to close a period and the act. */
export function presentPenutupan(
  tahun: number,
  b: { versi: number; halangan: string | null; sisa: SisaPeriode },
  galat: GalatIsian[],
): TampilanPenutupan {
  const judul = `Tutup periode ${tahun}`;
  const sisa = susunSisa(tahun, b.sisa);
  return {
    judul,
    galat,
    kepala: {
      judul,
      pengantar:
        'Setelah ditutup, tingkat indikator tidak dapat diubah dan IKO tidak dapat dihitung lagi. Hasil yang berlaku menjadi dasar laporan tahunan.',
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'IKO', href: jalurPenilaian.periode() },
        { teks: `Tahun ${tahun}`, href: jalurPenilaian.tahun(tahun) },
      ],
    },
    halangan: b.halangan === null ? null : { jenis: 'perlu', judul: 'Belum dapat ditutup', teks: b.halangan },
    sisa,
    formulir:
      b.halangan === null
        ? {
            aksi: jalurPenilaian.tutup(tahun),
            versi: b.versi,
            paham: {
              nama: 'paham',
              label: 'Persetujuan Anda',
              wajib: true,
              galat: galat.find((g) => g.bidang === 'paham')?.pesan ?? null,
              opsi: [
                {
                  nilai: 'ya',
                  teks:
                    sisa.length === 0
                      ? `Saya menutup periode ${tahun}.`
                      : `Saya memahami yang belum selesai di atas tidak ikut dalam hasil ${tahun}, dan tetap menutup periode ini.`,
                  terpilih: false,
                },
              ],
            },
          }
        : null,
    kembali: jalurPenilaian.tahun(tahun),
  };
}

function susunSisa(tahun: number, s: SisaPeriode): SisaTampil[] {
  const satu = (m: MasihTerbuka, judul: string, akibat: string, href: (id: number) => string): SisaTampil[] =>
    m.jumlah === 0
      ? []
      : [
          {
            ...{ judul, akibat },
            baris: m.contoh.map((c) => ({ teks: c.teks, href: href(c.id) })),
            lain: m.jumlah > m.contoh.length ? `dan ${angka(m.jumlah - m.contoh.length)} lainnya` : '',
          },
        ];
  return [
    ...satu(
      s.laporan,
      `${angka(s.laporan.jumlah)} laporan kegiatan belum diverifikasi`,
      'Kegiatannya tidak ikut dihitung.',
      jalurPenilaian.kegiatan,
    ),
    ...satu(
      s.bersama,
      `${angka(s.bersama.jumlah)} kegiatan bersama belum dikonfirmasi OPD`,
      'Kegiatannya tidak dihitung sebagai kegiatan bersama.',
      jalurPenilaian.kegiatan,
    ),
    ...satu(
      s.mandiri,
      `${angka(s.mandiri.jumlah)} ormas mempunyai penilaian mandiri yang belum diputuskan`,
      'Tingkat yang belum diputuskan tidak dihitung.',
      (id) => jalurPenilaian.ormas(tahun, id),
    ),
    ...(s.sementara === 0
      ? []
      : [
          {
            judul: `${angka(s.sementara)} dari ${angka(s.dinilai)} skor masih sementara`,
            akibat: 'Skor sementara tidak diperingkat dan tidak masuk rata-rata.',
            baris: [
              {
                teks: 'Lihat ormas yang skornya sementara',
                href: jalurPenilaian.tahun(tahun, { urut: 'nama', arah: 'naik', keadaan: 'sementara' }),
              },
            ],
            lain: '',
          },
        ]),
  ];
}
