import { type Aktor } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggal } from '../../../common/format.js';
import { type Indikator } from '../../../iko/instrumen.js';
import {
  type Butir,
  type KepalaHalaman,
  type KolomBerkas,
  type KolomPilihan,
  type KolomTeks,
  type RingkasanGalat,
} from '../../../infra/view/bagian.js';
import { bidangKeterangan } from '../../berkas/penerima-unggahan.js';
import { BUKTI_TINGKAT_MAKS } from '../lampiran-tingkat.js';
import { bolehUbahBuktiTingkat } from '../penilaian.policy.js';
import { type BuktiTingkat, type HasilTerbuka, type PilihanBukti } from '../penilaian.types.js';
import { type BuktiTampil, buktiTampil, tempatBerkas } from './bukti.presenter.js';
import { jalurPenilaian } from './penilaian.paths.js';
import { butirKini, kepalaTingkat, opsiTingkat } from './tingkat.presenter.js';
import { TEMPAT_BUKTI } from './unggahan-tingkat.js';

/** What was typed, shown again when it could not be saved. */
export interface KetikanMandiri {
  nilai: string;
  /** Captions by their field, of files that were not taken. */
  keterangan: Readonly<Record<string, string>>;
  versi: number;
}

/** `views/penilaian/mandiri.hbs`: the self-assessment of one indicator with its evidence. */
export interface TampilanMandiri extends RingkasanGalat {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  kembali: string;
  versi: number;
  kini: Butir[];
  nilai: KolomPilihan;
  bukti: (BuktiTampil & { kolom: KolomTeks; lepas: boolean; galat: string | null })[];
  tempat: { berkas: KolomBerkas; keterangan: KolomTeks }[];
  /** null where the portal holds no file of the ormas, or there is no room. */
  rujuk: { pilihan: KolomPilihan; keterangan: KolomTeks } | null;
  /** `3 dari 10 berkas`. */
  hitungan: string;
}

/** The form as it stands before anything was typed. */
export function ketikanMandiri(h: HasilTerbuka, indikator: Indikator): KetikanMandiri {
  const t = h.tingkat[indikator.kode];
  return { nilai: String(t?.mandiri ?? ''), keterangan: {}, versi: t?.versi ?? 0 };
}

/** The form of the ormas: its level, the files it has attached, and places for new ones. */
export function presentMandiri(
  aktor: Aktor,
  h: HasilTerbuka,
  indikator: Indikator,
  isi: { ketikan: KetikanMandiri; galat: GalatIsian[]; pilihan: readonly PilihanBukti[] },
): TampilanMandiri {
  const { ketikan, galat, pilihan } = isi;
  const { tahun } = h.periode;
  const pesan = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const bukti = (h.bukti[indikator.kode] ?? []).filter((b) => b.pihak === 'ormas');
  const sisa = Math.max(0, BUKTI_TINGKAT_MAKS - bukti.length);
  const kepala = kepalaTingkat(h, indikator, 'Penilaian mandiri');
  return {
    judul: kepala.judul,
    galat,
    ...(galat.length > 0 && bukti.length > 0 && { judulGalat: 'Berkas tersimpan, tetapi ada yang perlu diperbaiki' }),
    kepala,
    aksi: jalurPenilaian.mandiri(tahun, h.ormasId, indikator.kode),
    kembali: jalurPenilaian.daftarMandiri(tahun, h.ormasId),
    versi: ketikan.versi,
    kini: butirKini(h, indikator),
    nilai: {
      nama: 'nilai',
      label: 'Tingkat menurut Anda',
      petunjuk: 'Tanpa berkas bukti, tingkat paling tinggi 1.',
      wajib: true,
      galat: pesan('nilai'),
      opsi: opsiTingkat(indikator).map((o) => ({ ...o, terpilih: o.nilai === ketikan.nilai })),
    },
    bukti: bukti.map((b) => ({
      ...susunBukti(b, pesan),
      lepas: bolehUbahBuktiTingkat(aktor, { ...b, ormasId: h.ormasId, statusPeriode: h.periode.status }),
    })),
    tempat: TEMPAT_BUKTI.slice(0, sisa).map((t, i) =>
      tempatBerkas(t, `Berkas baru ${i + 1}`, {
        galat: pesan(t),
        keterangan: ketikan.keterangan[bidangKeterangan(t)] ?? '',
        petunjuk: 'Foto (JPEG, PNG, WebP) atau PDF.',
      }),
    ),
    rujuk:
      sisa > 0 && pilihan.length > 0
        ? susunRujuk(pilihan, pesan('rujuk'), ketikan.keterangan[bidangKeterangan('rujuk')] ?? '')
        : null,
    hitungan:
      bukti.length === 0
        ? `Belum ada berkas; paling banyak ${BUKTI_TINGKAT_MAKS}`
        : `${bukti.length} dari ${BUKTI_TINGKAT_MAKS} berkas`,
  };
}

function susunBukti(
  b: BuktiTingkat,
  pesan: (bidang: string) => string | null,
): Omit<TampilanMandiri['bukti'][number], 'lepas'> {
  return {
    ...buktiTampil(b),
    kolom: {
      nama: `keterangan_${b.id}`,
      label: `Keterangan “${b.nama}”`,
      nilai: b.keterangan,
      maksimal: 300,
    },
    galat: pesan(`hapus-${b.id}`) ?? pesan(`bukti-${b.id}`),
  };
}

function susunRujuk(
  pilihan: readonly PilihanBukti[],
  galat: string | null,
  keterangan: string,
): { pilihan: KolomPilihan; keterangan: KolomTeks } {
  return {
    pilihan: {
      nama: 'rujuk',
      label: 'Bukti yang sudah ada di portal',
      petunjuk: 'Dokumen ormas, atau berkas dari laporan kegiatan Anda.',
      kosong: 'Tidak ada yang dipilih',
      galat,
      opsi: pilihan.map((p) => ({
        nilai: p.kunci,
        teks: [
          p.sumber === 'dokumen' ? 'Dokumen' : 'Kegiatan',
          [p.sumberTeks, p.tanggal && tanggal(p.tanggal), p.keterangan || p.nama].filter(Boolean).join(', '),
        ].join(': '),
        terpilih: false,
      })),
    },
    keterangan: {
      nama: bidangKeterangan('rujuk'),
      label: 'Keterangan bukti dari portal',
      petunjuk: 'Bila dikosongkan, keterangan yang sudah ada dipakai.',
      nilai: keterangan,
      maksimal: 300,
    },
  };
}
