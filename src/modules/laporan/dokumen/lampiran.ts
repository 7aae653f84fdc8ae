import { angka, desimal, persen, tanggal } from '../../../common/format.js';
import { type SUMBER } from '../../../iko/instrumen.js';
import {
  AMBANG_UBAH,
  bobotDomain,
  CAKUPAN_BANDING,
  isDiam,
  isLengkap,
  jendelaBerjalan,
  MINIMUM_BANDING,
} from '../laporan.angka.js';
import { alasanSementara, keadaanSkor } from '../laporan.tindak.js';
import { type DataLaporan, type NilaiLaporan, type OrmasLaporan } from '../laporan.types.js';
import { type Sel, type TabelDokumen, susunTabel } from './blok.js';

/** Annex 1 lies on its side: one line per ormas with every level, domain score and total. */
export interface LampiranSkor {
  pertama: boolean;
  tabel: TabelDokumen;
}

function selNilai(nilai: NilaiLaporan | undefined): Partial<Sel> {
  if (!nilai || 'belum' in nilai) return { teks: '·', redup: true };
  if ('takBerlaku' in nilai) return { teks: 'tb', redup: true };
  return { teks: String(nilai.tingkat) };
}

const kataKlaster = (nama = ''): string =>
  nama.startsWith('Belum') ? `Klaster ${nama.toLowerCase()}` : `Klaster ${nama}`;

/** The scores of some of the ormas (a slice of `data.ormas` beginning at `dari`), with a line above each cluster. */
export function lampiranSkor(data: DataLaporan, dari: number, ormas: readonly OrmasLaporan[]): LampiranSkor {
  const indikator = data.instrumen.domain.flatMap((d) => d.indikator);
  const nama = new Map(data.klaster.map((k) => [k.opdId, k.nama]));
  const baris: (string | Partial<Sel>)[][] = [];
  ormas.forEach((o, i) => {
    if (i === 0 || ormas[i - 1]?.opdId !== o.opdId) baris.push([kataKlaster(nama.get(o.opdId))]);
    const redup = !isLengkap(o);
    baris.push([
      angka(dari + i + 1),
      o.nama,
      ...indikator.map((x) => selNilai(o.indikator[x.kode])),
      ...data.instrumen.domain.map((d) => ({ teks: o.domain[d.kode] ? desimal(o.domain[d.kode] ?? '0') : '–', redup })),
      { teks: o.skor === null ? '–' : `${desimal(o.skor)}${redup ? '*' : ''}`, redup },
      { teks: o.cakupan === null ? '–' : desimal(o.cakupan), redup },
    ]);
  });
  return {
    pertama: dari === 0,
    tabel: susunTabel(
      '',
      [
        ['#No', '7mm'],
        'Ormas',
        ...indikator.map((x): [string, string] => [`#${x.kode}`, '7.6mm']),
        ...data.instrumen.domain.map((d): [string, string] => [`#${d.kode}`, '9.6mm']),
        ['#IKO', '12mm'],
        ['#Cakupan', '13mm'],
      ],
      baris,
    ),
  };
}

/** Annexes 2–4: who has no ranked score and why, the instrument, and how figures are rounded. */
export interface LampiranLain {
  tanpaSkor: TabelDokumen | null;
  diam: TabelDokumen | null;
  instrumen: {
    judul: string;
    indikator: { judul: string; keterangan: string; rubrik: { tingkat: number; teks: string }[] }[];
  }[];
  butirInstrumen: { label: string; nilai: string }[];
  pembulatan: string[];
}

const KATA_SUMBER: Readonly<Record<(typeof SUMBER)[number], string>> = {
  A: 'dihitung dari register dan kegiatan terverifikasi',
  S: 'dinilai sendiri oleh ormas dengan bukti',
  V: 'ditetapkan petugas',
  C: 'penilaian warga',
  'A+V': 'dihitung, lalu dapat dikoreksi petugas dengan alasan',
  'S+V': 'dinilai sendiri oleh ormas dengan bukti, lalu ditetapkan petugas',
};

export function lampiranLain(data: DataLaporan): LampiranLain {
  const nama = new Map(data.klaster.map((k) => [k.opdId, k.nama]));
  const tanpa = data.ormas.filter((o) => !isLengkap(o));
  // Of a part of a year a list of names would accuse those whose time is not over.
  const diam = jendelaBerjalan(data) ? [] : data.ormas.filter(isDiam);
  const { instrumen } = data;
  return {
    tanpaSkor:
      tanpa.length === 0
        ? null
        : susunTabel(
            '',
            [['#No', '5%'], ['Ormas', '33%'], ['Keadaan', '16%'], 'Alasan'],
            tanpa.flatMap((o, i) => [
              ...(i > 0 && tanpa[i - 1]?.opdId === o.opdId ? [] : [[kataKlaster(nama.get(o.opdId))]]),
              [
                angka(i + 1),
                o.nama,
                o.skor === null ? keadaanSkor(o) : `${keadaanSkor(o)} (${desimal(o.skor)})`,
                alasanSementara(o, data),
              ],
            ]),
          ),
    diam:
      diam.length === 0
        ? null
        : susunTabel(
            '',
            [['#No', '5%'], 'Ormas', ['Klaster', '18%'], ['Kecamatan', '22%']],
            diam.map((o, i) => [angka(i + 1), o.nama, nama.get(o.opdId) ?? '', o.kecamatan ?? 'Di luar kota']),
          ),
    instrumen: instrumen.domain.map((d) => ({
      judul: `${d.nama} (${d.kode}), bobot ${angka(bobotDomain(d.indikator))}`,
      indikator: d.indikator.map((i) => ({
        judul: `${i.kode} ${i.nama}`,
        keterangan: [
          `bobot ${angka(i.bobot)}`,
          ...(i.sumber ? [KATA_SUMBER[i.sumber]] : []),
          ...(i.bolehTakBerlaku ? ['dapat dinyatakan tak berlaku'] : []),
        ].join(' · '),
        rubrik: (i.rubrik ?? []).map((teks, tingkat) => ({ tingkat, teks })),
      })),
    })),
    butirInstrumen: [
      {
        label: 'Instrumen',
        nilai: `${instrumen.nama ?? instrumen.kode} (${instrumen.kode}, versi ${instrumen.versi})`,
      },
      { label: 'Sidik instrumen (SHA-256)', nilai: data.instrumenHash },
      { label: 'Nomor penghitungan', nilai: `${data.hitungId}, selesai ${tanggal(data.dihitung)}` },
      { label: 'Nomor dokumen', nilai: data.nomor },
      ...(instrumen.catatan ? [{ label: 'Catatan', nilai: instrumen.catatan }] : []),
    ],
    pembulatan: [
      'Skor dihitung dengan bilangan tepat (pecahan), bukan bilangan pendekatan, dan setiap angka yang tercetak dibulatkan satu kali, setengah ke atas, menjadi dua desimal.',
      'Tingkat dibaca dari IKO yang sudah dibulatkan: 62,495 tercetak 62,50 dan dibaca pada tingkat untuk 62,50.',
      `Cakupan dibandingkan dengan batas ${persen(instrumen.cakupanMinimum)} juga setelah dibulatkan.`,
      'Jumlah nilai domain yang tercetak dapat berselisih 0,01 sampai 0,02 dari IKO karena masing-masing dibulatkan sendiri.',
      'Rata-rata dihitung tepat atas skor lengkap yang tercetak lalu dibulatkan satu kali. Skor sementara tidak ikut.',
      'Perubahan adalah selisih skor tercetak dua tahun. Rata-rata perubahan hanya memuat ormas yang skornya lengkap pada kedua tahun, sehingga dapat berbeda dari selisih kedua rata-rata.',
      `Kelompok dibandingkan dan diperingkat bila paling sedikit ${MINIMUM_BANDING} ormas dan ${CAKUPAN_BANDING}% anggotanya berskor lengkap. Perubahan disebut bila paling sedikit ${MINIMUM_BANDING} ormas skornya lengkap pada kedua tahun; selisih di bawah ${desimal(AMBANG_UBAH)} disebut relatif tetap.`,
      'Bagian (persen) dibulatkan satu desimal, sehingga jumlahnya dapat tidak tepat 100,0%.',
      'Peringkat hanya memuat skor lengkap; skor yang sama menempati peringkat yang sama, dan peringkat berikutnya dilewati.',
    ],
  };
}
