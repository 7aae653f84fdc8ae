import { type GalatIsian } from '../../../common/domain-error.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { type BarisStatus, TIDAK_TERJADI } from '../koreksi-status.js';
import { type RincianOrmas, SEBUTAN_STATUS, STATUS_ORMAS } from '../ormas.types.js';
import { usulStatus } from '../sanksi.js';
import { jalurOrmas } from './ormas.paths.js';
import { barisCatatan } from './pembinaan-ormas.presenter.js';
import { type BarisRiwayatStatus, presentRiwayatStatus, sebutBaris, sebutMasa } from './riwayat-status.presenter.js';

/** The forms as they were typed. */
export type KetikanStatus = Record<'status' | 'berlaku' | 'alasan' | 'versi', string>;

/** `views/ormas/status.hbs`. */
export interface TampilanStatus {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  batal: string;
  versi: string;
  galat: GalatIsian[];
  kini: string;
  akibat: Catatan;
  kolom: { status: KolomPilihan; berlaku: KolomTeks; alasan: KolomTeks };
  riwayatStatus: BarisRiwayatStatus[];
  /** Guidance and sanctions beside it, and the way to record one. */
  sanksi: { baris: ReturnType<typeof barisCatatan>[]; semua: Tindakan };
}

/** `views/ormas/status-koreksi.hbs`. */
export interface TampilanKoreksiStatus {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  batal: string;
  versi: string;
  galat: GalatIsian[];
  tercatat: Butir[];
  akibat: Catatan;
  kolom: { status: KolomPilihan; berlaku: KolomTeks; alasan: KolomTeks };
}

/**
 * The change of status as the form shows it first: its day is that of the decision, which nobody knows here, unless one
 * comes from a row of the log of sanctions. @param sanksi the id of that row, as it stands in the address
 */
export function ketikanStatus(o: RincianOrmas, sanksi: unknown = undefined): KetikanStatus {
  const baris = o.pembinaan.catatan.find((b) => String(b.id) === sanksi);
  const usul = baris ? usulStatus(baris, o.hari) : null;
  return { status: '', berlaku: '', alasan: '', ...usul, versi: String(o.versi) };
}

/** The correction as the form shows it first: what is recorded, to be put right. */
export function ketikanKoreksi(o: RincianOrmas, b: BarisStatus): KetikanStatus {
  return { status: b.status ?? '', berlaku: b.berlaku ?? '', alasan: '', versi: String(o.versi) };
}

/** Whom a year assesses, as far as the history of standing decides it. */
const AKIBAT: Catatan = {
  jenis: 'netral',
  judul: 'Siapa yang dinilai',
  teks: 'Suatu tahun menilai ormas yang terdaftar atau dibekukan pada hari terakhirnya. Tahun yang masih terbuka mengikuti riwayat ini ketika dihitung berikutnya. Tahun yang sudah ditutup tidak berubah, juga bila dibuka kembali, kecuali petugas menyusun ulang daftar ormasnya dengan alasan.',
};

const remah = (o: RincianOrmas): { teks: string; href: string }[] => [
  { teks: 'Beranda', href: '/' },
  { teks: 'Ormas', href: jalurOrmas.daftar() },
  { teks: o.nama, href: jalurOrmas.rincian(o.id) },
];

const pesanDi = (galat: readonly GalatIsian[], bidang: string): string | null =>
  galat.find((g) => g.bidang === bidang)?.pesan ?? null;

function kolomBerlaku(o: RincianOrmas, isi: KetikanStatus, galat: readonly GalatIsian[]): KolomTeks {
  const terkecil = o.terdaftarPada;
  return {
    ...{ nama: 'berlaku', label: 'Berlaku sejak', wajib: true, nilai: isi.berlaku, terbesar: o.hari },
    ...(terkecil !== null && { terkecil }),
    ...{ petunjuk: 'Tanggal menurut surat keputusan atau akta.', galat: pesanDi(galat, 'berlaku') },
  };
}

/** The form by which petugas records another standing in the register, and the history it adds to. */
export function presentStatus(
  o: RincianOrmas,
  riwayat: readonly BarisStatus[],
  isi: KetikanStatus,
  galat: GalatIsian[] = [],
): TampilanStatus {
  return {
    judul: 'Ubah status',
    kepala: { judul: 'Ubah status', pengantar: o.nama, remah: remah(o) },
    aksi: jalurOrmas.status(o.id),
    batal: jalurOrmas.rincian(o.id),
    versi: isi.versi,
    galat,
    kini: `Sekarang: ${SEBUTAN_STATUS[o.status]}.`,
    akibat: AKIBAT,
    kolom: {
      status: {
        ...{
          nama: 'status',
          label: 'Status baru',
          wajib: true,
          kosong: 'Pilih status',
          galat: pesanDi(galat, 'status'),
        },
        opsi: STATUS_ORMAS.filter((s) => s !== o.status).map((s) => ({
          ...{ nilai: s, teks: SEBUTAN_STATUS[s], terpilih: s === isi.status },
        })),
      },
      berlaku: kolomBerlaku(o, isi, galat),
      alasan: {
        ...{ nama: 'alasan', label: 'Dasar', wajib: true, nilai: isi.alasan, maksimal: 300, baris: 3 },
        ...{ petunjuk: 'Nomor surat keputusan, akta, atau hasil rapat.', galat: pesanDi(galat, 'alasan') },
      },
    },
    riwayatStatus: presentRiwayatStatus(riwayat, { ormasId: o.id }),
    sanksi: {
      baris: o.pembinaan.catatan.filter((b) => b.jenis !== 'pembinaan').map((b) => barisCatatan(b, o.hari)),
      semua: { teks: 'Pembinaan dan sanksi', href: jalurOrmas.pembinaan(o.id), ikon: 'riwayat' },
    },
  };
}

/** The form by which petugas puts a wrong row of the history right. */
export function presentKoreksiStatus(
  o: RincianOrmas,
  b: BarisStatus,
  isi: KetikanStatus,
  galat: GalatIsian[] = [],
): TampilanKoreksiStatus {
  return {
    judul: 'Koreksi riwayat status',
    kepala: {
      judul: 'Koreksi riwayat status',
      pengantar: o.nama,
      remah: [...remah(o), { teks: 'Ubah status', href: jalurOrmas.status(o.id) }],
    },
    aksi: jalurOrmas.koreksiStatus(o.id, b.id),
    batal: jalurOrmas.status(o.id),
    versi: isi.versi,
    galat,
    tercatat: [
      { label: 'Yang tercatat', nilai: `${sebutBaris(b)} ${sebutMasa(b)}` },
      { label: 'Dasar', nilai: b.alasan ?? '' },
    ],
    akibat: AKIBAT,
    kolom: {
      status: {
        ...{ nama: 'status', label: 'Yang benar', wajib: true, galat: pesanDi(galat, 'status') },
        petunjuk: 'Catatan yang keliru tetap terbaca dalam riwayat, dicoret, dengan alasan koreksinya.',
        opsi: [
          ...STATUS_ORMAS.map((s) => ({ nilai: s, teks: SEBUTAN_STATUS[s], terpilih: s === isi.status })),
          {
            ...{ nilai: TIDAK_TERJADI, teks: 'Tidak pernah terjadi', terpilih: isi.status === TIDAK_TERJADI },
            petunjuk: 'Status sebelumnya berlaku kembali; tanggal di bawah tidak dipakai.',
          },
        ],
      },
      berlaku: { ...kolomBerlaku(o, isi, galat), wajib: false },
      alasan: {
        ...{ nama: 'alasan', label: 'Alasan koreksi', wajib: true, nilai: isi.alasan, maksimal: 300, baris: 3 },
        ...{ petunjuk: 'Apa yang keliru, dan dari mana diketahui.', galat: pesanDi(galat, 'alasan') },
      },
    },
  };
}
