import { type Aktor } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggalJam } from '../../../common/format.js';
import { type Indikator } from '../../../iko/instrumen.js';
import { isMandiri } from '../../../iko/tingkat.js';
import {
  type Butir,
  type KepalaHalaman,
  type KolomBerkas,
  type KolomPilihan,
  type KolomTeks,
  type RingkasanGalat,
} from '../../../infra/view/bagian.js';
import { bidangKeterangan } from '../../berkas/penerima-unggahan.js';
import { bolehUbahBuktiTingkat } from '../penilaian.policy.js';
import { type HasilTerbuka } from '../penilaian.types.js';
import { type BuktiTampil, buktiTampil, tempatBerkas } from './bukti.presenter.js';
import { kalimatCara, kataNilai } from './penilaian.kata.js';
import { jalurPenilaian } from './penilaian.paths.js';
import { TEMPAT_BUKTI } from './unggahan-tingkat.js';

/** What was typed, shown again when it could not be saved. */
export interface KetikanTingkat {
  nilai: string;
  alasan: string;
  /** Ids of the files that are ticked. */
  dasar: string[];
  versi: number;
  /** Captions by their field, of files that were not taken. */
  keterangan: Readonly<Record<string, string>>;
}

/** One attached file beside the claim, with its tick. */
export interface BuktiDasar extends BuktiTampil {
  terpilih: boolean;
  /** May be taken off: the officer's own, while no decision rests on it. */
  lepas: boolean;
}

/** `views/penilaian/tingkat.hbs`: the officer's decision about one indicator. */
export interface TampilanTingkat extends RingkasanGalat {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  kembali: string;
  versi: number;
  kini: Butir[];
  nilai: KolomPilihan;
  alasan: KolomTeks;
  bukti: BuktiDasar[];
  /** Said where no file is attached yet. */
  tanpaBukti: string;
  galatDasar: string | null;
  tempat: { berkas: KolomBerkas; keterangan: KolomTeks }[];
}

/** The form as it stands before anything was typed: ticked is what the standing decision rests on. */
export function ketikanAwal(h: HasilTerbuka, indikator: Indikator): KetikanTingkat {
  const t = h.tingkat[indikator.kode];
  return {
    nilai: String(t?.akhir ?? (t?.takBerlaku ? 'tak-berlaku' : '')),
    alasan: '',
    dasar: (h.putusanKini[indikator.kode]?.berkas ?? []).map((b) => b.berkasId),
    versi: t?.versi ?? 0,
    keterangan: {},
  };
}

/** The head of a page about one level. */
export function kepalaTingkat(h: HasilTerbuka, indikator: Indikator, apa: string): KepalaHalaman {
  const { tahun } = h.periode;
  return {
    judul: `${indikator.kode} ${indikator.nama}`,
    pengantar: `${apa} ${h.nama}, tahun ${tahun}`,
    remah: [
      { teks: 'Beranda', href: '/' },
      { teks: `IKO ${tahun}`, href: jalurPenilaian.tahun(tahun) },
      { teks: h.nama, href: jalurPenilaian.ormas(tahun, h.ormasId) },
    ],
  };
}

/** The officer's form: the claim, the files beside it, the level with its reason. */
export function presentTingkat(
  aktor: Aktor,
  h: HasilTerbuka,
  indikator: Indikator,
  isi: { ketikan: KetikanTingkat; galat: GalatIsian[] },
): TampilanTingkat {
  const { ketikan, galat } = isi;
  const { tahun } = h.periode;
  const mandiri = isMandiri(indikator.sumber ?? 'V');
  const pesan = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const kepala = kepalaTingkat(h, indikator, 'Tingkat akhir');
  const opsi = [...opsiTingkat(indikator), ...opsiPetugas(indikator, isDitetapkan(h, indikator))];
  const bukti = (h.bukti[indikator.kode] ?? []).filter((b) => b.terbaca);
  return {
    judul: kepala.judul,
    galat,
    kepala,
    aksi: jalurPenilaian.tingkat(tahun, h.ormasId, indikator.kode),
    kembali: jalurPenilaian.ormas(tahun, h.ormasId),
    versi: ketikan.versi,
    kini: [...butirKini(h, indikator), ...butirKunjungan(h.ormasId, indikator)],
    nilai: {
      nama: 'nilai',
      label: 'Tingkat',
      ...(mandiri && { petunjuk: 'Tanpa berkas yang ditandai sebagai dasar, tingkat paling tinggi 1.' }),
      wajib: true,
      galat: pesan('nilai'),
      opsi: opsi.map((o) => ({ ...o, terpilih: o.nilai === ketikan.nilai })),
    },
    alasan: {
      nama: 'alasan',
      label: 'Alasan',
      petunjuk: 'Disimpan bersama tingkatnya dan tampil pada halaman skor.',
      nilai: ketikan.alasan,
      wajib: true,
      maksimal: 300,
      baris: 3,
      galat: pesan('alasan'),
    },
    bukti: bukti.map((b) => ({
      ...buktiTampil(b),
      terpilih: ketikan.dasar.includes(b.berkasId),
      lepas:
        b.pihak === 'petugas' &&
        bolehUbahBuktiTingkat(aktor, { ...b, ormasId: h.ormasId, statusPeriode: h.periode.status }),
    })),
    tanpaBukti: mandiri
      ? 'Ormas belum melampirkan berkas untuk indikator ini.'
      : 'Belum ada berkas untuk indikator ini.',
    galatDasar: pesan('dasar'),
    tempat: TEMPAT_BUKTI.slice(0, 1).map((t) =>
      tempatBerkas(t, 'Berkas dari petugas', {
        galat: pesan(t),
        keterangan: ketikan.keterangan[bidangKeterangan(t)] ?? '',
        petunjuk: 'Misalnya berita acara kunjungan atau foto; langsung menjadi dasar keputusan ini.',
      }),
    ),
  };
}

interface OpsiRubrik {
  nilai: string;
  teks: string;
  petunjuk?: string;
}

/** The five levels, each with its sentence of the rubric. */
export function opsiTingkat(i: Indikator): OpsiRubrik[] {
  return [0, 1, 2, 3, 4].map((t) => ({
    nilai: String(t),
    teks: `Tingkat ${t}`,
    ...(i.rubrik?.[t] && { petunjuk: i.rubrik[t] }),
  }));
}

const isDitetapkan = (h: HasilTerbuka, i: Indikator): boolean => {
  const t = h.tingkat[i.kode];
  return t !== undefined && (t.akhir !== null || t.takBerlaku !== null);
};

function opsiPetugas(i: Indikator, ditetapkan: boolean): OpsiRubrik[] {
  const opsi: OpsiRubrik[] = [];
  if (i.bolehTakBerlaku)
    opsi.push({
      nilai: 'tak-berlaku',
      teks: 'Tak berlaku',
      petunjuk: 'Bobotnya dibagi kepada indikator lain dalam domain ini.',
    });
  if (ditetapkan)
    opsi.push({
      nilai: 'tarik',
      teks: 'Tarik kembali tingkat petugas',
      petunjuk: 'Yang berlaku kembali menjadi hitungan portal, atau belum dinilai.',
    });
  return opsi;
}

/** Where the records of visits are, for an indicator that asks for one as evidence. */
const butirKunjungan = (ormasId: number, i: Indikator): Butir[] =>
  (i.bukti ?? []).some((b) => /kunjungan/i.test(b))
    ? [{ label: 'Kunjungan lapangan', nilai: 'Buka kunjungan ormas ini', href: jalurPenilaian.kunjungan(ormasId) }]
    : [];

/** What is known of the level today. */
export function butirKini(h: HasilTerbuka, i: Indikator): Butir[] {
  const asal = h.hasil?.asal.find((a) => a.kode === i.kode);
  const t = h.tingkat[i.kode];
  const bukti = (h.bukti[i.kode] ?? []).filter((b) => b.pihak === 'ormas').length;
  const putusan = h.putusanKini[i.kode];
  return [
    ...(asal
      ? [
          {
            label: 'Dalam skor sekarang',
            // What is not assessed is called so by both.
            nilai: [...new Set([kataNilai(asal.akhir), kalimatCara(asal.cara)])].join('. '),
          },
        ]
      : []),
    ...(asal?.hitungan !== undefined ? [{ label: 'Hitungan portal', nilai: kataNilai(asal.hitungan) }] : []),
    ...(t?.mandiri !== null && t?.mandiri !== undefined
      ? [
          {
            label: 'Penilaian mandiri',
            nilai: `Tingkat ${t.mandiri}; ${bukti > 0 ? `${bukti} berkas bukti` : 'tanpa berkas bukti'}`,
          },
        ]
      : []),
    ...(putusan
      ? [
          {
            label: 'Keputusan terakhir',
            nilai: `${putusan.alasan} (${putusan.oleh ?? 'Sistem'}, ${tanggalJam(putusan.pada)})`,
          },
        ]
      : t?.alasan
        ? [{ label: 'Alasan terakhir', nilai: t.alasan }]
        : []),
    ...(i.bukti?.length ? [{ label: 'Bukti yang diminta', nilai: i.bukti.join('; ') }] : []),
  ];
}
