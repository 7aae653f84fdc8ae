import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, tanggal } from '../../../common/format.js';
import {
  type Butir,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Lencana,
  type Tab,
} from '../../../infra/view/bagian.js';
import { type BendaRujukan, type JenisRujukan, type RujukanRinci } from '../pemetaan.types.js';
import { jalurPemetaan } from './pemetaan.paths.js';
import { masaRujukan, REMAH, REMAH_PEMETAAN, tabPemetaan } from './pemetaan.presenter.js';

const KATA = {
  opd: {
    judul: 'OPD pembina',
    pengantar: 'Perangkat daerah yang membina klaster. Yang berakhir tetap terbaca dalam riwayat.',
    tambah: 'Tambah OPD',
    kaitan: 'Bidang hari ini',
  },
  bidang: {
    judul: 'Bidang',
    pengantar: 'Bidang kegiatan ormas. Yang berakhir tidak dapat dipilih lagi; ormas yang memakainya tetap memakainya.',
    tambah: 'Tambah bidang',
    kaitan: 'OPD hari ini',
  },
} as const;

/** What was typed, by the name of the field. */
export type KetikanRujukan = Readonly<Record<string, string>>;

/** Which form of the page of one thing was sent. */
export type TindakanRujukan = 'kontak' | 'nama' | 'akhiri' | 'lanjutkan';

/** Several forms stand on one page: each field bears the word of its act, so that no two have one name. */
export const namaKolom = (tindakan: TindakanRujukan, kolom: string): string => `${tindakan}-${kolom}`;

type Isian = [isi: KetikanRujukan, galat: readonly GalatIsian[]];

const kolomTeks = ([isi, galat]: Isian, nama: string, label: string, lain: Partial<KolomTeks> = {}): KolomTeks => ({
  ...{ nama, label, wajib: true, nilai: isi[nama] ?? '' },
  galat: galat.find((g) => g.bidang === nama)?.pesan ?? null,
  ...lain,
});

const kolomKontak = (isian: Isian, nama = 'kontak'): KolomTeks =>
  kolomTeks(isian, nama, 'Kontak kantor', {
    ...{ wajib: false, maksimal: 300 },
    petunjuk: 'Alamat, telepon, atau surel kantor; bukan milik pribadi seseorang.',
  });

function lencanaMasa(b: BendaRujukan, hari: string): Lencana {
  if (b.berlakuDari > hari) return { jenis: 'proses', teks: 'Belum mulai' };
  if (b.berlakuSampai === null) return { jenis: 'baik', teks: 'Berlaku' };
  return b.berlakuSampai < hari
    ? { jenis: 'netral', teks: 'Berakhir' }
    : { jenis: 'perlu', teks: `Berakhir ${tanggal(b.berlakuSampai)}` };
}

/** `views/pemetaan/rujukan.hbs` */
export interface TampilanRujukan {
  judul: string;
  kepala: KepalaHalaman;
  tab: Tab;
  kaitan: string;
  baris: {
    nama: string;
    href: string;
    lengkap: string;
    kode: string;
    kaitan: string;
    ormas: string;
    masa: string;
    lencana: Lencana;
  }[];
  galat: GalatIsian[];
  tambah: {
    judul: string;
    aksi: string;
    kode: KolomTeks;
    nama: KolomTeks;
    namaLengkap: KolomTeks | null;
    kontak: KolomTeks | null;
    opd: KolomPilihan | null;
    mulai: KolomTeks;
  } | null;
}

interface BahanDaftar {
  jenis: JenisRujukan;
  daftar: readonly BendaRujukan[];
  opd: readonly BendaRujukan[];
  hari: string;
  bolehUbah: boolean;
  isi: KetikanRujukan;
  galat: GalatIsian[];
}

/** One of the two lists, with the form to add to it. */
export function presentRujukan(b: BahanDaftar): TampilanRujukan {
  const kata = KATA[b.jenis];
  return {
    judul: kata.judul,
    kepala: { judul: kata.judul, pengantar: kata.pengantar, remah: REMAH },
    tab: tabPemetaan(b.jenis),
    kaitan: kata.kaitan,
    baris: b.daftar.map((d) => ({
      nama: d.nama,
      href: jalurPemetaan.benda(b.jenis, d.id),
      lengkap: d.namaLengkap,
      kode: d.kode,
      kaitan: d.kaitan.join(', '),
      ormas: angka(d.ormas),
      masa: masaRujukan(d.berlakuDari, d.berlakuSampai),
      lencana: lencanaMasa(d, b.hari),
    })),
    galat: b.galat,
    tambah: b.bolehUbah ? formulirTambah(b) : null,
  };
}

function formulirTambah({ jenis, opd, hari, isi, galat }: BahanDaftar): NonNullable<TampilanRujukan['tambah']> {
  const isian: Isian = [isi, galat];
  const milikOpd = jenis === 'opd';
  return {
    ...{ judul: KATA[jenis].tambah, aksi: jalurPemetaan.rujukan(jenis) },
    kode: kolomTeks(isian, 'kode', 'Kode', {
      ...{ maksimal: 30, lebar: 'sedang' },
      petunjuk: 'Huruf kecil tanpa spasi; berdiri dalam alamat halaman dan tidak dapat diubah lagi.',
    }),
    nama: kolomTeks(isian, 'nama', milikOpd ? 'Nama singkat' : 'Nama', { maksimal: 80 }),
    namaLengkap: milikOpd ? kolomTeks(isian, 'namaLengkap', 'Nama lengkap', { maksimal: 200 }) : null,
    kontak: milikOpd ? kolomKontak(isian) : null,
    opd: milikOpd
      ? null
      : {
          ...{ nama: 'opd', label: 'OPD pembina', wajib: true, kosong: 'Pilih OPD' },
          galat: galat.find((g) => g.bidang === 'opd')?.pesan ?? null,
          opsi: opd
            .filter((o) => o.berlakuSampai === null)
            .map((o) => ({ nilai: o.kode, teks: o.nama, terpilih: o.kode === isi.opd })),
        },
    mulai: kolomTeks(isian, 'mulai', 'Mulai berlaku', { terkecil: hari, petunjuk: 'Hari ini atau sesudahnya.' }),
  };
}

interface FormulirBenda {
  judul: string;
  aksi: string;
  terbuka: boolean;
  pengantar: string;
  teks: KolomTeks[];
  tanggal: KolomTeks | null;
  alasan: KolomTeks | null;
  tombol: string;
}

/** `views/pemetaan/benda.hbs` */
export interface TampilanBenda {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  butir: Butir[];
  riwayat: { nama: string; lengkap: string; masa: string; alasan: string }[];
  versi: string;
  formulir: FormulirBenda[];
}

interface BahanBenda {
  jenis: JenisRujukan;
  benda: RujukanRinci;
  hari: string;
  bolehUbah: boolean;
  /** The form that was sent with faults, with what was typed; null: the page as it is first shown. */
  tindakan: TindakanRujukan | null;
  isi: KetikanRujukan;
  galat: GalatIsian[];
}

/** One OPD or bidang, with what may be changed of it. */
export function presentBenda(b: BahanBenda): TampilanBenda {
  const { jenis, benda, hari } = b;
  const opd = jenis === 'opd';
  return {
    judul: benda.nama,
    kepala: {
      judul: benda.nama,
      ...(opd && { pengantar: benda.namaLengkap }),
      remah: [...REMAH_PEMETAAN, { teks: KATA[jenis].judul, href: jalurPemetaan.rujukan(jenis) }],
      lencana: [lencanaMasa(benda, hari)],
      ...(opd && { tindakan: [{ teks: 'Buka klaster', href: jalurPemetaan.klasterOpd(benda.kode) }] }),
    },
    galat: b.galat,
    butir: [
      { label: 'Kode', nilai: benda.kode },
      { label: 'Masa berlaku', nilai: masaRujukan(benda.berlakuDari, benda.berlakuSampai) },
      { label: KATA[jenis].kaitan, nilai: benda.kaitan.join(', ') || 'tidak ada' },
      { label: 'Ormas dalam register', nilai: angka(benda.ormas) },
      ...(opd
        ? [
            { label: 'Kontak kantor', nilai: benda.kontak },
            { label: 'Akun aktif', nilai: angka(benda.akun) },
          ]
        : []),
    ],
    riwayat: benda.riwayatNama.map((n, i) => {
      const sesudah = benda.riwayatNama[i - 1];
      return {
        nama: n.nama,
        lengkap: opd ? n.namaLengkap : '',
        masa: `sejak ${tanggal(n.berlakuDari)}${sesudah ? `, sebelum ${tanggal(sesudah.berlakuDari)}` : ''}`,
        alasan: n.alasan ?? '',
      };
    }),
    versi: b.isi.versi ?? String(benda.versi),
    formulir: b.bolehUbah ? susunFormulir(b) : [],
  };
}

function susunFormulir(b: BahanBenda): FormulirBenda[] {
  const { jenis, benda, hari } = b;
  const opd = jenis === 'opd';
  const { nama, namaLengkap, kontak } = benda;
  const awal: KetikanRujukan = { nama, namaLengkap, kontak, mulai: hari };
  const isian = (t: TindakanRujukan): Isian => {
    const isi = b.tindakan === t ? b.isi : awal;
    return [
      Object.fromEntries(Object.entries(isi).map(([k, v]) => [namaKolom(t, k), v])),
      b.tindakan === t ? b.galat : [],
    ];
  };
  const kolom = (t: TindakanRujukan, n: string, label: string, lain: Partial<KolomTeks> = {}): KolomTeks =>
    kolomTeks(isian(t), namaKolom(t, n), label, lain);
  const buat = (t: TindakanRujukan, lain: Omit<FormulirBenda, 'aksi' | 'terbuka' | 'alasan'>): FormulirBenda => ({
    ...{ aksi: jalurPemetaan.tindakan(jenis, benda.id, t), terbuka: b.tindakan === t },
    alasan: t === 'kontak' ? null : kolom(t, 'alasan', 'Alasan', { maksimal: 1000, baris: 3 }),
    ...lain,
  });
  const akanBerakhir = benda.berlakuSampai !== null && benda.berlakuSampai >= hari;
  return [
    ...(opd
      ? [
          buat('kontak', {
            ...{ judul: 'Ubah kontak kantor', pengantar: '', tanggal: null, tombol: 'Simpan kontak' },
            teks: [kolomKontak(isian('kontak'), namaKolom('kontak', 'kontak'))],
          }),
        ]
      : []),
    buat('nama', {
      judul: 'Ganti nama',
      pengantar: 'Nama lama tetap dalam riwayat; laporan suatu tahun memakai nama pada hari terakhir tahun itu.',
      teks: [
        kolom('nama', 'nama', opd ? 'Nama singkat' : 'Nama', { maksimal: 80 }),
        ...(opd ? [kolom('nama', 'namaLengkap', 'Nama lengkap', { maksimal: 200 })] : []),
      ],
      tanggal: kolom('nama', 'mulai', 'Berlaku sejak', { terbesar: hari }),
      tombol: 'Ganti nama',
    }),
    ...(akanBerakhir
      ? [
          buat('lanjutkan', {
            ...{ judul: 'Batalkan pengakhiran', teks: [], tanggal: null },
            ...{ pengantar: 'Berlaku terus tanpa tanggal akhir.', tombol: 'Batalkan pengakhiran' },
          }),
        ]
      : []),
    ...(benda.berlakuSampai === null
      ? [
          buat('akhiri', {
            judul: 'Akhiri',
            pengantar: benda.penghalang.join(' ') || 'Sesudah tanggal ini tidak dapat dipilih lagi.',
            teks: [],
            tanggal: kolom('akhiri', 'sampai', 'Hari terakhir', {
              terkecil: hari,
            }),
            tombol: 'Akhiri',
          }),
        ]
      : []),
  ];
}
