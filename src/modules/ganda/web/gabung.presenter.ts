import { type GalatIsian } from '../../../common/domain-error.js';
import { angka } from '../../../common/format.js';
import {
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Periksa,
} from '../../../infra/view/bagian.js';
import { type FaktaPilihan, type Perbandingan, type Sekeliling, type Sisi } from '../ganda.types.js';
import { type KetikanGabung } from './ganda.isian.js';
import { jalurGanda } from './ganda.paths.js';

const KOSONG = 'belum diisi';

/** What happens, before it does. */
const AKIBAT: Catatan = {
  jenis: 'proses',
  judul: 'Yang terjadi',
  teks: 'Kegiatan, dokumen, akun, permohonan, dan catatan lain pindah ke catatan yang tetap. Catatan yang digabung keluar dari daftar, direktori, dan penilaian tahun berjalan; alamat, nama, dan nomornya mengantar ke catatan yang tetap. Nilai tahun yang sudah ditutup dan laporan yang sudah jadi tidak berubah. Riwayat keduanya tersimpan, dan penggabungan dapat dibatalkan.',
};

/** `views/ganda/gabung.hbs`: which of the two stays, and which value holds. */
export interface HalamanGabung {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  halangan: Catatan | null;
  aksi: string;
  batal: string;
  akibat: Catatan;
  tetap: KolomPilihan;
  pilihan: KolomPilihan[];
  alasan: KolomTeks;
  versiA: string;
  versiB: string;
}

const banyak = (s: Sekeliling): number => s.kegiatan + s.rencana + s.akun.length + s.surat.length;

/** The form as it first stands: the entry with more around it stays, and of each fact the value that is filled in. */
export function ketikanAwal(p: Perbandingan): KetikanGabung {
  const tetap = banyak(p.b.sekeliling) > banyak(p.a.sekeliling) ? 'b' : 'a';
  const lain = tetap === 'a' ? 'b' : 'a';
  return {
    tetap,
    pilihan: Object.fromEntries(p.beda.map((d) => [d.fakta, d[tetap] === KOSONG ? lain : tetap])),
    alasan: '',
    versiA: String(p.a.o.versi),
    versiB: String(p.b.o.versi),
  };
}

/** Whether both entries are still those that the form was made from; one that does not say is asked for what it lacks. */
export const masihSama = (p: Perbandingan, k: KetikanGabung): boolean =>
  ['', String(p.a.o.versi)].includes(k.versiA) && ['', String(p.b.o.versi)].includes(k.versiB);

/** The form of the entries as they are now, with what was chosen and written. */
export const perbarui = (p: Perbandingan, k: KetikanGabung): KetikanGabung => ({
  ...k,
  ...{ versiA: String(p.a.o.versi), versiB: String(p.b.o.versi) },
});

/** What is still missing. */
export function galatKetikan(p: Perbandingan, k: KetikanGabung): GalatIsian[] {
  return [
    ...(k.tetap === '' ? [{ bidang: 'tetap', pesan: 'Pilih catatan yang tetap.' }] : []),
    ...p.beda
      .filter((d) => k.pilihan[d.fakta] === undefined)
      .map((d) => ({ bidang: `nilai-${d.fakta}`, pesan: `Pilih ${d.label.toLowerCase()} yang berlaku.` })),
    ...(k.alasan.length < 5
      ? [{ bidang: 'alasan', pesan: 'Tulis alasannya, agar yang membaca kelak mengerti.' }]
      : k.alasan.length > 500
        ? [{ bidang: 'alasan', pesan: 'Alasan paling banyak 500 huruf.' }]
        : []),
  ];
}

const sebut = ({ o }: Sisi): string => `Nomor ${o.id}: ${o.nama}`;
const sekitar = ({ sekeliling: s }: Sisi): string =>
  `${angka(s.kegiatan)} laporan kegiatan, ${angka(s.akun.length)} akun, ${angka(s.surat.length)} surat keterangan`;

/** @param halangan why it could not be done although nothing was typed wrongly; what was typed is still there */
export function presentGabung(
  p: Perbandingan,
  k: KetikanGabung,
  galat: readonly GalatIsian[],
  halangan: string | null = null,
): HalamanGabung {
  const { a, b } = p;
  const judul = 'Gabungkan dua catatan';
  const galatDi = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  return {
    judul,
    kepala: { judul, pengantar: `${a.o.nama} dan ${b.o.nama}`, remah: remah(p) },
    galat: [...galat],
    halangan: halangan === null ? null : { jenis: 'perlu', judul: 'Belum ada yang digabung', teks: halangan },
    aksi: jalurGanda.gabung(a.o.id, b.o.id),
    batal: jalurGanda.banding(a.o.id, b.o.id),
    akibat: AKIBAT,
    tetap: {
      ...{ nama: 'tetap', label: 'Catatan yang tetap', wajib: true, galat: galatDi('tetap') },
      opsi: (['a', 'b'] as const).map((s) => ({
        ...{ nilai: s, teks: sebut(p[s]), petunjuk: sekitar(p[s]), terpilih: k.tetap === s },
      })),
    },
    pilihan: p.beda.map((d) => ({
      ...{
        nama: `nilai-${d.fakta}`,
        label: `${d.label} yang berlaku`,
        wajib: true,
        galat: galatDi(`nilai-${d.fakta}`),
      },
      opsi: (['a', 'b'] as const).map((s) => ({
        ...{ nilai: s, teks: d[s], petunjuk: `Menurut nomor ${p[s].o.id}`, terpilih: k.pilihan[d.fakta] === s },
      })),
    })),
    alasan: {
      ...{ nama: 'alasan', label: 'Alasan penggabungan', wajib: true, maksimal: 500, baris: 3, nilai: k.alasan },
      ...{
        petunjuk: 'Misalnya surat atau akta yang menunjukkan bahwa keduanya satu organisasi.',
        galat: galatDi('alasan'),
      },
    },
    ...{ versiA: k.versiA, versiB: k.versiB },
  };
}

/** `views/ganda/periksa.hbs`: everything once more, before it is done. */
export interface HalamanPeriksa {
  judul: string;
  kepala: KepalaHalaman;
  periksa: Periksa;
  akibat: Catatan;
  peringatan: Catatan[];
  lakukan: string;
  ubah: string;
  tersembunyi: { nama: string; nilai: string }[];
}

export function presentPeriksa(p: Perbandingan, k: KetikanGabung): HalamanPeriksa {
  const [tetap, digabung] = k.tetap === 'b' ? [p.b, p.a] : [p.a, p.b];
  const judul = 'Periksa penggabungan';
  const s = digabung.sekeliling;
  return {
    judul,
    kepala: { judul, pengantar: `“${digabung.o.nama}” digabung ke “${tetap.o.nama}”`, remah: remah(p) },
    periksa: {
      kelompok: [
        {
          judul: 'Catatan',
          butir: [
            { label: 'Yang tetap', nilai: sebut(tetap) },
            { label: 'Yang digabung', nilai: sebut(digabung) },
            { label: 'Alasan', nilai: k.alasan },
          ],
        },
        ...(p.beda.length === 0
          ? []
          : [
              {
                judul: 'Data yang berlaku sejak hari ini',
                butir: p.beda.map((d) => ({ label: d.label, nilai: d[k.pilihan[d.fakta] ?? 'a'] })),
              },
            ]),
        {
          judul: 'Yang pindah',
          butir: [
            { label: 'Laporan kegiatan', nilai: angka(s.kegiatan) },
            { label: 'Rencana kerja', nilai: angka(s.rencana) },
            { label: 'Dokumen', nilai: angka(digabung.o.dokumen.length) },
            { label: 'Akun sekretaris', nilai: s.akun.map((x) => x.nama).join(', ') || 'tidak ada' },
            { label: 'Rekomendasi dan pembinaan', nilai: angka(s.rekomendasi + s.pembinaan) },
          ],
        },
      ],
    },
    akibat: AKIBAT,
    peringatan: peringatan(tetap, digabung),
    lakukan: jalurGanda.lakukan(p.a.o.id, p.b.o.id),
    ubah: jalurGanda.gabung(p.a.o.id, p.b.o.id),
    tersembunyi: [
      ...(['tetap', 'alasan', 'versiA', 'versiB'] as const).map((nama) => ({ nama, nilai: k[nama] })),
      ...(Object.entries(k.pilihan) as [FaktaPilihan, string][]).map(([f, nilai]) => ({ nama: `nilai-${f}`, nilai })),
    ],
  };
}

/** What an officer should know that the two pages do not say by themselves. */
function peringatan(tetap: Sisi, digabung: Sisi): Catatan[] {
  const surat = digabung.sekeliling.surat.filter((s) => s.status === 'terbit');
  return [
    ...(surat.length === 0
      ? []
      : [
          {
            ...{ jenis: 'perlu' as const, judul: 'Surat keterangan' },
            teks: `Surat ${surat.map((s) => s.nomor).join(', ')} menyebut catatan yang digabung. Pemeriksa surat akan diberi tahu nomor catatan yang tetap; terbitkan surat baru bila perlu.`,
          },
        ]),
    ...(tetap.o.status === digabung.o.status
      ? []
      : [
          {
            ...{ jenis: 'perlu' as const, judul: 'Status keduanya berbeda' },
            teks: 'Yang berlaku ialah status catatan yang tetap. Ubah statusnya sesudah penggabungan bila keliru.',
          },
        ]),
  ];
}

const remah = (p: Perbandingan): KepalaHalaman['remah'] => [
  { teks: 'Data ganda', href: jalurGanda.daftar() },
  { teks: 'Bandingkan', href: jalurGanda.banding(p.a.o.id, p.b.o.id) },
];
