import { type GalatIsian } from '../../../common/domain-error.js';
import { type Indikator } from '../../../iko/instrumen.js';
import { isMandiri } from '../../../iko/tingkat.js';
import {
  type Butir,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type RingkasanGalat,
} from '../../../infra/view/bagian.js';
import { type HasilTerbuka } from '../penilaian.types.js';
import { kalimatCara, kataNilai } from './penilaian.kata.js';
import { jalurPenilaian } from './penilaian.paths.js';

/** What was typed, shown again when it could not be saved. */
export interface KetikanTingkat {
  nilai: string;
  alasan: string;
  adaBerkas: boolean;
  versi: number;
}

/** `views/penilaian/tingkat.hbs`: the level of one indicator. */
export interface TampilanTingkat extends RingkasanGalat {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  kembali: string;
  versi: number;
  kini: Butir[];
  nilai: KolomPilihan;
  /** null in the self-assessment, which needs none. */
  alasan: KolomTeks | null;
  /** null where no file is asked for. */
  berkas: KolomPilihan | null;
}

/** The form as it stands before anything was typed. */
export function ketikanAwal(h: HasilTerbuka, indikator: Indikator, mandiri: boolean): KetikanTingkat {
  const t = h.tingkat[indikator.kode];
  const nilai = mandiri ? t?.mandiri : (t?.akhir ?? (t?.takBerlaku ? 'tak-berlaku' : null));
  const berkas = mandiri ? t?.adaBerkasMandiri : t?.adaBerkas;
  return { nilai: String(nilai ?? ''), alasan: '', adaBerkas: berkas ?? false, versi: t?.versi ?? 0 };
}

/** The form of one indicator, for the officer or (`mandiri`) for the ormas itself. */
export function presentTingkat(
  h: HasilTerbuka,
  indikator: Indikator,
  isi: { mandiri: boolean; ketikan: KetikanTingkat; galat: GalatIsian[] },
): TampilanTingkat {
  const { mandiri, ketikan, galat } = isi;
  const { tahun } = h.periode;
  const jalur = mandiri ? jalurPenilaian.mandiri : jalurPenilaian.tingkat;
  const judul = `${indikator.kode} ${indikator.nama}`;
  const pesan = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const tersimpan = h.tingkat[indikator.kode];
  return {
    judul,
    galat,
    kepala: {
      judul,
      pengantar: `${mandiri ? 'Penilaian mandiri' : 'Tingkat akhir'} ${h.nama}, tahun ${tahun}`,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: `IKO ${tahun}`, href: jalurPenilaian.tahun(tahun) },
        { teks: h.nama, href: jalurPenilaian.ormas(tahun, h.ormasId) },
      ],
    },
    aksi: jalur(tahun, h.ormasId, indikator.kode),
    kembali: jalurPenilaian.ormas(tahun, h.ormasId),
    versi: ketikan.versi,
    kini: butirKini(h, indikator),
    nilai: {
      nama: 'nilai',
      label: 'Tingkat',
      wajib: true,
      galat: pesan('nilai') ?? pesan('tingkat'),
      opsi: opsiTingkat(indikator, mandiri, tersimpan !== undefined).map((o) => ({
        ...o,
        terpilih: o.nilai === ketikan.nilai,
      })),
    },
    alasan: mandiri
      ? null
      : {
          nama: 'alasan',
          label: 'Alasan',
          petunjuk: 'Disimpan bersama tingkatnya dan tampil pada halaman skor.',
          nilai: ketikan.alasan,
          wajib: true,
          maksimal: 300,
          baris: 3,
          galat: pesan('alasan'),
        },
    berkas: isMandiri(indikator.sumber ?? 'V')
      ? {
          nama: 'adaBerkas',
          label: 'Berkas bukti',
          petunjuk: 'Tanpa berkas bukti, tingkat paling tinggi 1.',
          galat: pesan('adaBerkas'),
          opsi: [
            {
              nilai: 'ya',
              teks: mandiri
                ? 'Saya sudah menyerahkan berkas bukti kepada petugas'
                : 'Berkas bukti ada dan sudah saya periksa',
              terpilih: ketikan.adaBerkas,
            },
          ],
        }
      : null,
  };
}

function opsiTingkat(
  i: Indikator,
  mandiri: boolean,
  tersimpan: boolean,
): { nilai: string; teks: string; petunjuk?: string }[] {
  const opsi: { nilai: string; teks: string; petunjuk?: string }[] = [0, 1, 2, 3, 4].map((t) => ({
    nilai: String(t),
    teks: `Tingkat ${t}`,
    ...(i.rubrik?.[t] && { petunjuk: i.rubrik[t] }),
  }));
  if (mandiri) return opsi;
  if (i.bolehTakBerlaku)
    opsi.push({
      nilai: 'tak-berlaku',
      teks: 'Tak berlaku',
      petunjuk: 'Bobotnya dibagi kepada indikator lain dalam domain ini.',
    });
  if (tersimpan)
    opsi.push({
      nilai: 'tarik',
      teks: 'Tarik kembali tingkat petugas',
      petunjuk: 'Yang berlaku kembali menjadi hitungan portal, atau belum dinilai.',
    });
  return opsi;
}

function kataBerkas(t: { adaBerkasMandiri: boolean }): string {
  return t.adaBerkasMandiri ? 'menurut ormas, berkas bukti sudah diserahkan' : 'tanpa berkas bukti';
}

function butirKini(h: HasilTerbuka, i: Indikator): Butir[] {
  const asal = h.hasil?.asal.find((a) => a.kode === i.kode);
  const t = h.tingkat[i.kode];
  return [
    ...(asal ? [{ label: 'Dalam skor sekarang', nilai: `${kataNilai(asal.akhir)}. ${kalimatCara(asal.cara)}` }] : []),
    ...(asal?.hitungan !== undefined ? [{ label: 'Hitungan portal', nilai: kataNilai(asal.hitungan) }] : []),
    ...(t?.mandiri !== null && t?.mandiri !== undefined
      ? [{ label: 'Penilaian mandiri', nilai: `Tingkat ${t.mandiri}; ${kataBerkas(t)}` }]
      : []),
    ...(t?.alasan ? [{ label: 'Alasan terakhir', nilai: t.alasan }] : []),
    ...(i.bukti?.length ? [{ label: 'Bukti yang diminta', nilai: i.bukti.join('; ') }] : []),
  ];
}
