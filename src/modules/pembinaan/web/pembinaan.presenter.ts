import { type GalatIsian } from '../../../common/domain-error.js';
import { rentangTanggal, tanggal, tanggalJam, ukuranBerkas } from '../../../common/format.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomBerkas,
  type KolomTeks,
  type Kosong,
  type Lencana,
  type Linimasa,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { lencanaStatus } from '../../ormas/ormas.lencana.js';
import { presentPeristiwa } from '../../ormas/peristiwa.js';
import { kataSelisih, SEBUTAN_PEMBINAAN } from '../../ormas/sanksi.js';
import { type BacaPembinaanService, type OrmasBercatatan, type PembinaanRinci } from '../baca-pembinaan.service.js';
import { PORTAL_MENCATAT } from '../pembinaan.aturan.js';
import { type LampiranPembinaan, type RingkasPembinaan, SEBUTAN_KEADAAN } from '../pembinaan.types.js';
import { kolomDokumen, pesanDi } from './formulir.presenter.js';
import { jalurPembinaan, type TindakanJalur } from './pembinaan.paths.js';

/** `views/ormas/selisih.hbs`. */
export interface TampilanSelisih {
  judul: string;
  teks: string;
  tindakan: Tindakan | null;
}

interface BerkasTampil {
  nama: string;
  href: string;
  ukuran: string;
}

/** A row of the log on the page of its ormas. */
export interface BarisCatatan {
  jenis: string;
  href: string;
  masa: string;
  lencana: Lencana;
  /** Cancelled or corrected: why. null: it counts. */
  batal: string | null;
  nomor: string;
  dasar: string;
  keterangan: string;
  akhir: string;
  berkas: BerkasTampil[];
  /** In place of files: that there are none, or none for this reader. */
  tanpaBerkas: string;
  dicatat: string;
}

/** `views/pembinaan/ormas.hbs`. */
export interface HalamanOrmas {
  judul: string;
  kepala: KepalaHalaman;
  tentang: string;
  selisih: TampilanSelisih | null;
  status: Butir[];
  baris: BarisCatatan[];
  kosong: Kosong;
}

/** How long it holds, or held. */
export function kataMasa(b: Pick<RingkasPembinaan, 'jenis' | 'tanggal' | 'sampai'>): string {
  if (b.sampai !== null) return rentangTanggal(b.tanggal, b.sampai);
  return b.jenis === 'pembinaan' ? tanggal(b.tanggal) : `sejak ${tanggal(b.tanggal)}`;
}

/** Number and day of the letter, as far as there are any. */
export const kataSurat = (b: Pick<RingkasPembinaan, 'nomor' | 'tanggalSurat'>): string =>
  [b.nomor ?? '', b.tanggalSurat === null ? '' : tanggal(b.tanggalSurat)].filter((t) => t !== '').join(', ');

/** How it stands, with the word for what was put right. */
export const lencanaCatatan = (b: Pick<RingkasPembinaan, 'keadaan' | 'digantiId'>): Lencana =>
  b.digantiId === null ? SEBUTAN_KEADAAN[b.keadaan] : { jenis: 'netral', teks: 'Dikoreksi' };

/** Who recorded a row, and when. */
function kataDicatat(b: RingkasPembinaan): string {
  if (b.dicatatPada === null) return 'Dari catatan kantor sebelum portal';
  return `${tanggalJam(b.dicatatPada)}${b.dicatatOleh === null ? '' : ` oleh ${b.dicatatOleh}`}`;
}

function kataBatal(b: RingkasPembinaan): string | null {
  if (b.batalPada === null) return null;
  const apa = b.digantiId === null ? 'Dibatalkan' : 'Dikoreksi';
  return `${apa} ${tanggalJam(b.batalPada)}${b.batalOleh === null ? '' : ` oleh ${b.batalOleh}`}: ${b.batalAlasan ?? ''}`;
}

const berkasTampil = (f: LampiranPembinaan): BerkasTampil => ({
  ...{ nama: f.nama, href: jalurBerkas(f.berkasId), ukuran: ukuranBerkas(f.ukuran) },
});

function kataTanpaBerkas(jumlah: number, bolehBuka: boolean): string {
  if (jumlah === 0) return 'Belum ada dokumen.';
  return bolehBuka ? '' : 'Dokumennya tidak untuk peran Anda.';
}

/** A difference between standing and log, with the way to settle it for who may. */
export function presentSelisih(o: OrmasBercatatan): TampilanSelisih | null {
  const s = o.selisih;
  if (s === null) return null;
  const { judul, teks, tombol } = kataSelisih(s);
  if (s.jenis === 'sanksi-tertinggal')
    return {
      judul,
      teks,
      tindakan: o.boleh.catat ? { teks: tombol, href: jalurPembinaan.baru(o.id, s.sanksi) } : null,
    };
  return {
    judul,
    teks,
    tindakan: o.boleh.ubahStatus ? { teks: tombol, href: jalurPembinaan.status(o.id, s.sanksi.id) } : null,
  };
}

/** The standing of the ormas, with the way to where it is read or changed. */
const butirStatus = (o: OrmasBercatatan): Butir[] => [
  {
    label: 'Status dalam register',
    nilai: o.boleh.ubahStatus ? 'Riwayat status' : 'Halaman ormas',
    href: o.boleh.ubahStatus ? jalurPembinaan.status(o.id) : jalurPembinaan.ormas(o.id),
    lencana: lencanaStatus(o.status),
  },
];

/** The log of one ormas. */
export function presentDaftarOrmas({
  ormas,
  baris,
}: Awaited<ReturnType<BacaPembinaanService['daftar']>>): HalamanOrmas {
  return {
    judul: `Pembinaan dan sanksi ${ormas.nama}`,
    kepala: {
      judul: 'Pembinaan dan sanksi',
      pengantar: ormas.nama,
      remah: [
        ...(ormas.boleh.lihatDaftar ? [{ teks: 'Pembinaan dan sanksi', href: jalurPembinaan.daftar() }] : []),
        { teks: ormas.nama, href: jalurPembinaan.ormas(ormas.id) },
      ],
      tindakan: ormas.boleh.catat
        ? [{ teks: 'Catat pembinaan atau sanksi', href: jalurPembinaan.baru(ormas.id), jenis: 'utama', ikon: 'tambah' }]
        : [],
    },
    tentang: PORTAL_MENCATAT,
    selisih: presentSelisih(ormas),
    status: butirStatus(ormas),
    baris: baris.map((b) => ({
      ...{ jenis: SEBUTAN_PEMBINAAN[b.jenis], href: jalurPembinaan.rinci(b.id), masa: kataMasa(b) },
      ...{ lencana: lencanaCatatan(b), batal: kataBatal(b), nomor: kataSurat(b), dasar: b.dasar },
      ...{ keterangan: b.keterangan, akhir: b.akhirDasar ?? '', berkas: b.berkas.map(berkasTampil) },
      tanpaBerkas: kataTanpaBerkas(b.jumlahBerkas, ormas.boleh.bukaBerkas),
      dicatat: kataDicatat(b),
    })),
    kosong: {
      judul: 'Belum ada yang tercatat',
      teks: 'Pembinaan dan sanksi terhadap ormas ini tampil di sini, yang terbaru di atas, beserta surat dan dasarnya.',
    },
  };
}

/** What was typed into one of the forms of the page, and what was wrong with it. */
export interface IsianRincian {
  tindakan: TindakanJalur;
  ketikan: Record<'sampai' | 'dasar' | 'alasan', string>;
  galat: GalatIsian[];
}

interface FormulirTindakan {
  aksi: string;
  judul: string;
  petunjuk: string;
  tanggal: KolomTeks | null;
  panjang: KolomTeks | null;
  berkas: KolomBerkas | null;
  bahaya: boolean;
  terbuka: boolean;
}

/** `views/pembinaan/rincian.hbs`. */
export interface HalamanRincian {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  versi: number;
  batal: boolean;
  catatan: (Catatan & { tautan: { teks: string; href: string } | null })[];
  selisih: TampilanSelisih | null;
  pokok: Butir[];
  status: Butir[];
  berkas: BerkasTampil[];
  tanpaBerkas: string;
  tindakan: FormulirTindakan[];
  linimasa: Linimasa;
}

/** One row of the log. @param isian what was typed when a form is shown again */
export function presentRincian(p: PembinaanRinci, isian: IsianRincian | null): HalamanRincian {
  const { baris: b, ormas } = p;
  const judul = SEBUTAN_PEMBINAAN[b.jenis];
  return {
    judul: `${judul}: ${ormas.nama}`,
    kepala: {
      judul,
      pengantar: `${ormas.nama} · ${kataMasa(b)}`,
      remah: [
        ...(ormas.boleh.lihatDaftar ? [{ teks: 'Pembinaan dan sanksi', href: jalurPembinaan.daftar() }] : []),
        { teks: ormas.nama, href: jalurPembinaan.ormas(ormas.id) },
        { teks: 'Catatan ormas ini', href: jalurPembinaan.daftarOrmas(ormas.id) },
      ],
      lencana: [lencanaCatatan(b)],
      tindakan: p.boleh.koreksi ? [{ teks: 'Koreksi catatan', href: jalurPembinaan.koreksi(b.id), ikon: 'ubah' }] : [],
    },
    galat: isian?.galat ?? [],
    versi: b.versi,
    batal: b.batalPada !== null,
    catatan: susunCatatan(b),
    selisih: b.batalPada === null ? presentSelisih(ormas) : null,
    pokok: susunPokok(b),
    status: butirStatus(ormas),
    berkas: p.berkas.map(berkasTampil),
    tanpaBerkas: kataTanpaBerkas(b.jumlahBerkas, p.boleh.bukaBerkas),
    tindakan: susunTindakan(p, isian),
    linimasa: { peristiwa: p.riwayat.map(presentPeristiwa) },
  };
}

function susunCatatan(b: RingkasPembinaan): HalamanRincian['catatan'] {
  const batal = kataBatal(b);
  return [
    ...(batal === null
      ? []
      : [
          {
            ...{ jenis: 'netral' as const, judul: 'Catatan ini tidak berlaku', teks: batal },
            tautan:
              b.digantiId === null
                ? null
                : { teks: 'Buka catatan penggantinya', href: jalurPembinaan.rinci(b.digantiId) },
          },
        ]),
    ...(b.menggantikanId === null
      ? []
      : [
          {
            ...{ jenis: 'netral' as const, teks: 'Catatan ini menggantikan catatan yang keliru.' },
            tautan: { teks: 'Buka catatan yang digantikan', href: jalurPembinaan.rinci(b.menggantikanId) },
          },
        ]),
  ];
}

function susunPokok(b: RingkasPembinaan): Butir[] {
  const sanksi = b.jenis !== 'pembinaan';
  return [
    { label: sanksi ? 'Berlaku sejak' : 'Hari pelaksanaan', nilai: tanggal(b.tanggal) },
    ...(sanksi || b.sampai !== null
      ? [{ label: 'Hari terakhir', nilai: b.sampai === null ? 'belum diketahui' : tanggal(b.sampai) }]
      : []),
    ...(b.akhirDasar === null ? [] : [{ label: 'Dasar berakhirnya', nilai: b.akhirDasar }]),
    ...(sanksi || b.nomor !== null || b.tanggalSurat !== null
      ? [{ label: b.jenis === 'pencabutan' ? 'Keputusan Menteri' : 'Surat', nilai: kataSurat(b) }]
      : []),
    { label: 'Dasar', nilai: b.dasar },
    { label: 'Keterangan', nilai: b.keterangan },
    { label: 'Dicatat', nilai: kataDicatat(b) },
  ];
}

function susunTindakan(p: PembinaanRinci, isian: IsianRincian | null): FormulirTindakan[] {
  const { baris: b, ormas, boleh } = p;
  const sanksi = b.jenis !== 'pembinaan';
  const buat = (t: TindakanJalur, judul: string, petunjuk: string): FormulirTindakan => ({
    ...{ aksi: jalurPembinaan.tindakan(b.id, t), judul, petunjuk, terbuka: isian?.tindakan === t },
    ...{ tanggal: null, panjang: null, berkas: null, bahaya: false },
  });
  const nilai = (t: TindakanJalur, n: keyof IsianRincian['ketikan']): string =>
    isian?.tindakan === t ? isian.ketikan[n] : '';
  const galat = (t: TindakanJalur, n: string): string | null =>
    isian?.tindakan === t ? pesanDi(isian.galat, n) : null;
  return [
    ...(boleh.akhiri
      ? [
          {
            ...buat(
              'akhiri',
              sanksi ? 'Catat berakhirnya sanksi' : 'Catat selesainya pembinaan',
              'Ormas dan OPD pembinanya diberi tahu. Status dalam register tidak berubah sendiri.',
            ),
            tanggal: {
              ...{ nama: 'sampai', label: sanksi ? 'Hari terakhir berlaku' : 'Hari terakhir', wajib: true },
              ...{ nilai: nilai('akhiri', 'sampai'), galat: galat('akhiri', 'sampai') },
              ...{ terkecil: b.tanggal, terbesar: ormas.hari },
            },
            panjang: {
              ...{ nama: 'dasar', label: 'Dasar berakhirnya', wajib: true, maksimal: 300, baris: 2 },
              ...{ nilai: nilai('akhiri', 'dasar'), galat: galat('akhiri', 'dasar') },
              petunjuk: 'Misalnya nomor surat, masanya habis, atau putusan pengadilan.',
            },
            berkas: {
              ...kolomDokumen(galat('akhiri', 'surat'), 'Bila ada.'),
              ...{ nama: 'surat', label: 'Surat berakhirnya' },
            },
          },
        ]
      : []),
    ...(boleh.lampirkan
      ? [
          {
            ...buat('dokumen', 'Lampirkan dokumen', 'Setiap pembacaan dokumen tercatat.'),
            berkas: { ...kolomDokumen(galat('dokumen', 'dokumen'), 'PDF atau foto yang terbaca.'), wajib: true },
          },
        ]
      : []),
    ...(boleh.batalkan
      ? [
          {
            ...buat(
              'batalkan',
              'Batalkan catatan ini',
              'Hanya bila tidak pernah terjadi atau salah ormas. Catatan tetap terbaca, dicoret; untuk isian yang keliru pilih Koreksi catatan.',
            ),
            panjang: {
              ...{ nama: 'alasan', label: 'Alasan pembatalan', wajib: true, maksimal: 300, baris: 2 },
              ...{ nilai: nilai('batalkan', 'alasan'), galat: galat('batalkan', 'alasan') },
            },
            bahaya: true,
          },
        ]
      : []),
  ];
}
