import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, sisaWaktu, tanggal, tanggalJam } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type Catatan,
  type KepalaHalaman,
  type KolomBerkas,
  type KolomTeks,
  type Kosong,
  type Lencana,
  type Penomoran,
  type PesanProgres,
  type Progres,
  type Tab,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import {
  type BarisLengkap,
  type BarisPratinjau,
  bidangKolom,
  type HasilBaris,
  type PilahBaris,
  type PratinjauImpor,
  type RingkasImpor,
  type StatusImpor,
} from '../impor.types.js';
import { jalurImpor } from './impor.paths.js';

const REMAH = [
  { teks: 'Beranda', href: '/' },
  { teks: 'Ormas', href: '/ormas' },
];
const REMAH_IMPOR = [...REMAH, { teks: 'Impor', href: jalurImpor.daftar() }];

const LENCANA_STATUS: Readonly<Record<StatusImpor, Lencana>> = {
  menunggu: { jenis: 'proses', teks: 'Menunggu giliran' },
  memeriksa: { jenis: 'proses', teks: 'Sedang diperiksa' },
  siap: { jenis: 'perlu', teks: 'Menunggu keputusan Anda' },
  memasukkan: { jenis: 'proses', teks: 'Sedang dimasukkan' },
  selesai: { jenis: 'baik', teks: 'Sudah dimasukkan' },
  gagal: { jenis: 'bahaya', teks: 'Tidak dapat dibaca' },
};

const LENCANA_HASIL: Readonly<Record<HasilBaris, Lencana>> = {
  diterima: { jenis: 'baik', teks: 'Diterima' },
  ganda: { jenis: 'netral', teks: 'Ganda' },
  ditolak: { jenis: 'bahaya', teks: 'Ditolak' },
};
const DILEWATI: Lencana = { jenis: 'netral', teks: 'Ditinggalkan' };

const SEBUTAN_PILAH: Readonly<Record<PilahBaris, string>> = {
  diterima: 'Diterima',
  ganda: 'Ganda',
  ditolak: 'Ditolak',
  mirip: 'Nama mirip',
  dilewati: 'Ditinggalkan',
  dikoreksi: 'Dikoreksi',
};
const PILAH = Object.keys(SEBUTAN_PILAH) as PilahBaris[];

const SEBUTAN_TATA_LETAK: Readonly<Record<string, string>> = {
  polri: 'Polri Binmas',
  skko: 'register SKKO kota',
  portal: 'template portal',
};

/** A file of headings alone asks nobody for a decision. */
const lencanaImpor = (i: { status: StatusImpor; jumlah: number }): Lencana =>
  i.status === 'siap' && i.jumlah === 0 ? { jenis: 'netral', teks: 'Tanpa baris data' } : LENCANA_STATUS[i.status];

/** The outcome an address asks for; anything else is all lines. */
export function bacaPilah(nilai: unknown): PilahBaris | null {
  return PILAH.find((p) => p === nilai) ?? null;
}

/** Bytes of the largest register file that is taken. */
export const UKURAN_REGISTER_MAKS = 10 * 1024 * 1024;

/** `views/impor/daftar.hbs`: sending a file, and what was sent. */
export interface TampilanImpor {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  galat: GalatIsian[];
  kolom: { berkas: KolomBerkas };
  template: { csv: string; xlsx: string };
  terdahulu: { berkas: string; href: string; lencana: Lencana; keterangan: string; saat: string }[];
}

/** The page on which a register file is chosen. */
export function presentImpor(daftar: readonly RingkasImpor[], galat: GalatIsian[] = []): TampilanImpor {
  return {
    judul: 'Impor register',
    kepala: {
      judul: 'Impor register',
      pengantar:
        'Pilih berkas, lihat hasil pemeriksaan setiap barisnya, lalu putuskan. Register baru berubah setelah itu.',
      remah: REMAH,
    },
    aksi: jalurImpor.daftar(),
    galat,
    kolom: {
      berkas: {
        ...{
          nama: 'berkas',
          label: 'Berkas register',
          wajib: true,
          banyak: false,
          ukuranMaksimal: UKURAN_REGISTER_MAKS,
        },
        terima: '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        petunjuk: 'CSV atau Excel (.xlsx), paling banyak 50.000 baris, dengan judul kolom di baris pertama.',
        galat: galat.find((g) => g.bidang === 'berkas')?.pesan ?? null,
      },
    },
    template: { csv: jalurImpor.template('csv'), xlsx: jalurImpor.template('xlsx') },
    terdahulu: daftar.map((i) => ({
      berkas: i.berkas,
      href: jalurImpor.pratinjau(i.id),
      lencana: lencanaImpor(i),
      keterangan: i.masuk === null ? (i.jumlah > 0 ? `${angka(i.jumlah)} baris` : '') : `${angka(i.masuk)} ormas masuk`,
      saat: tanggalJam(i.dibuatPada),
    })),
  };
}

/** Whether the worker is at it. */
export const sedangBekerja = (status: StatusImpor): boolean => ['menunggu', 'memeriksa', 'memasukkan'].includes(status);

/** How far a preview is: one message of the stream, and the text of the page without it. */
export function pesanImpor(p: PratinjauImpor, kini: Date): PesanProgres {
  const jumlah = p.status === 'memasukkan' || p.status === 'selesai' ? (p.masuk ?? p.hitungan.diterima) : p.jumlah;
  return {
    selesai: Math.min(p.diproses, jumlah),
    jumlah,
    kalimat: kalimat(p, jumlah, kini),
    tuntas: !sedangBekerja(p.status),
    keadaan: p.status,
  };
}

function kalimat(p: PratinjauImpor, jumlah: number, kini: Date): string {
  const n = Math.min(p.diproses, jumlah);
  const lewat = p.mulaiPada === null ? 0 : Math.max(0, kini.getTime() - p.mulaiPada.getTime()) / 1000;
  const sisa = n > 0 && n < jumlah ? `; ${sisaWaktu((lewat / n) * (jumlah - n))}` : '';
  switch (p.status) {
    case 'menunggu':
      return 'Menunggu giliran diperiksa';
    case 'memeriksa':
      return `Memeriksa ${angka(n)} dari ${angka(jumlah)} baris${sisa}`;
    case 'memasukkan':
      return `Memasukkan ${angka(n)} dari ${angka(jumlah)} ormas${sisa}`;
    case 'selesai':
      return `Selesai: ${angka(p.masuk ?? 0)} ormas masuk ke register`;
    case 'gagal':
      return 'Berkas tidak dapat dibaca';
    case 'siap':
      return `Selesai diperiksa: ${angka(p.jumlah)} baris`;
  }
}

interface BarisTampil {
  nomor: string;
  nama: string;
  href: string | null;
  lencana: Lencana;
  alasan: string;
  kembaran: { teks: string; href: string } | null;
  mirip: { teks: string; href: string } | null;
  catatan: string[];
  dikoreksi: string;
}

/** `views/impor/pratinjau.hbs`: one file on its way into the register. */
export interface TampilanPratinjau {
  judul: string;
  kepala: KepalaHalaman;
  progres: Progres | null;
  gagal: Catatan | null;
  berubah: Catatan | null;
  selesai: Catatan | null;
  ringkas: string;
  masukkan: { aksi: string; teks: string; versi: string } | null;
  batalkan: { aksi: string; teks: string } | null;
  tab: Tab | null;
  baris: BarisTampil[];
  kosong: Kosong | null;
  penomoran: Penomoran;
  keterangan: string;
  muatUlang: number | null;
}

/** A preview with one page of its lines; `boleh` from the policy. */
export function presentPratinjau(
  p: PratinjauImpor,
  halaman: Halaman<BarisPratinjau>,
  pilah: PilahBaris | null,
  boleh: { ubah: boolean; batalkan: boolean },
  kini: Date,
): TampilanPratinjau {
  const bekerja = sedangBekerja(p.status);
  const { hitungan: h } = p;
  return {
    judul: `Impor ${p.berkas}`,
    kepala: { judul: p.berkas, remah: REMAH_IMPOR, lencana: [lencanaImpor(p)] },
    progres: bekerja ? { ...pesanImpor(p, kini), sse: jalurImpor.aliran(p.id) } : null,
    gagal:
      p.status === 'gagal' ? { jenis: 'bahaya', judul: 'Berkas ini tidak dapat diperiksa', teks: p.pesan ?? '' } : null,
    berubah:
      p.status === 'siap' && p.pesan !== null ? { jenis: 'perlu', judul: 'Periksa sekali lagi', teks: p.pesan } : null,
    selesai:
      p.status === 'selesai'
        ? {
            jenis: 'baik',
            judul: `${angka(p.masuk ?? 0)} ormas masuk ke register`,
            teks: `Dimasukkan pada ${tanggalJam(p.selesaiPada ?? kini)}. Daftar baris ini dapat dibaca sampai ${tanggal(p.kedaluwarsaPada)}.`,
          }
        : null,
    ringkas: bekerja || p.status === 'gagal' ? '' : kalimatRingkas(p),
    masukkan:
      boleh.ubah && h.diterima > 0
        ? { aksi: jalurImpor.masukkan(p.id), teks: `Masukkan ${angka(h.diterima)} ormas`, versi: String(p.versi) }
        : null,
    batalkan: boleh.batalkan
      ? { aksi: jalurImpor.batalkan(p.id), teks: p.status === 'gagal' ? 'Hapus pratinjau ini' : 'Batalkan' }
      : null,
    tab: bekerja || p.status === 'gagal' ? null : susunTab(p, pilah),
    baris: bekerja ? [] : halaman.isi.map((b) => presentBaris(p, b, boleh.ubah)),
    kosong:
      halaman.jumlah > 0 || bekerja || p.status === 'gagal'
        ? null
        : { judul: 'Tidak ada baris', teks: 'Tidak ada baris dengan hasil ini.' },
    penomoran: susunPenomoran(halaman, (n) => jalurImpor.pratinjau(p.id, pilah, n)),
    keterangan: `Baris dari ${p.berkas}`,
    muatUlang: bekerja ? 5 : null,
  };
}

function kalimatRingkas({ tataLetak, jumlah, hitungan: h, status, kedaluwarsaPada }: PratinjauImpor): string {
  if (jumlah === 0)
    return 'Berkas ini hanya memuat judul kolom, tanpa baris data di bawahnya. Register tidak berubah; isi barisnya, lalu kirim lagi.';
  const bagian = PILAH.filter((b) => b !== 'dikoreksi' && b !== 'mirip' && h[b] > 0).map(
    (b) => `${angka(h[b])} ${SEBUTAN_PILAH[b].toLowerCase()}`,
  );
  const awal = `${angka(jumlah)} baris menurut tata letak ${SEBUTAN_TATA_LETAK[tataLetak ?? ''] ?? ''}: ${bagian.join(', ')}.`;
  if (status !== 'siap') return awal;
  const akhir = `Belum ada yang masuk ke register. Pratinjau ini disimpan sampai ${tanggal(kedaluwarsaPada)}.`;
  return h.diterima > 0 ? `${awal} ${akhir}` : `${awal} Tidak ada yang baru untuk dimasukkan.`;
}

function susunTab({ id, jumlah, hitungan }: PratinjauImpor, pilah: PilahBaris | null): Tab {
  const semua = { teks: 'Semua', href: jalurImpor.pratinjau(id), aktif: pilah === null, jumlah: angka(jumlah) };
  const lain = PILAH.filter((p) => hitungan[p] > 0 || p === pilah).map((p) => ({
    ...{ teks: SEBUTAN_PILAH[p], href: jalurImpor.pratinjau(id, p), aktif: p === pilah },
    jumlah: angka(hitungan[p]),
  }));
  return { label: 'Menurut hasil', tab: [semua, ...lain] };
}

function presentBaris(p: PratinjauImpor, b: BarisPratinjau, bolehUbah: boolean): BarisTampil {
  return {
    nomor: angka(b.nomor),
    nama: b.nama === '' ? '(tanpa nama)' : b.nama,
    href: bolehUbah ? jalurImpor.baris(p.id, b.nomor) : null,
    ...hasilBaris(p.id, b),
  };
}

/** The command gives its reasons in words that other programs look for; a page writes the number's name as people do. */
const kataAlasan = ({ alasan }: Pick<BarisPratinjau, 'alasan'>): string =>
  (alasan ?? '').replaceAll('bukan npwp yang sah', 'bukan NPWP yang sah');

function hasilBaris(
  id: number,
  b: BarisPratinjau,
): Pick<BarisTampil, 'lencana' | 'alasan' | 'kembaran' | 'mirip' | 'catatan' | 'dikoreksi'> {
  return {
    lencana: b.dilewati ? DILEWATI : LENCANA_HASIL[b.hasil],
    alasan: kataAlasan(b),
    kembaran: tautan(id, b.kembaranOrmas, b.kembaran),
    mirip: b.hasil === 'diterima' ? tautan(id, b.miripOrmas, b.mirip) : null,
    catatan: b.catatan.map((c) => `${c.kolom}: ${c.pesan}`),
    dikoreksi: b.dikoreksi ? `Dikoreksi oleh ${b.dikoreksi.oleh}, ${tanggalJam(b.dikoreksi.pada)}` : '',
  };
}

/** Where another entry is read: the ormas of the register, or the line of the file. */
function tautan(id: number, ormas: BarisPratinjau['kembaranOrmas'], baris: number | null): BarisTampil['kembaran'] {
  if (ormas) return { teks: ormas.nama, href: jalurImpor.ormas(ormas.id) };
  return baris === null ? null : { teks: `Baris ${angka(baris)}`, href: jalurImpor.baris(id, baris) };
}

/** `views/impor/baris.hbs`: the cells of one line as a form. */
export interface TampilanBaris {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  galat: GalatIsian[];
  versi: string;
  hasil: Pick<BarisTampil, 'lencana' | 'alasan' | 'kembaran' | 'mirip' | 'catatan' | 'dikoreksi'>;
  kolom: KolomTeks[];
  lewati: { aksi: string; teks: string; nilai: '0' | '1' };
  kembali: string;
}

/** The form by which a line is corrected; `diketik` is what was typed, when it has to be typed again. */
export function presentKoreksi(
  p: PratinjauImpor,
  b: BarisLengkap,
  ulang: { diketik: readonly string[]; galat: GalatIsian[]; versi: string } | null = null,
): TampilanBaris {
  const galat = ulang?.galat ?? galatTersimpan(p, b);
  return {
    judul: `Baris ${angka(b.nomor)}`,
    kepala: {
      judul: `Baris ${angka(b.nomor)}`,
      pengantar: b.nama,
      remah: [...REMAH_IMPOR, { teks: p.berkas, href: jalurImpor.pratinjau(p.id) }],
    },
    aksi: jalurImpor.baris(p.id, b.nomor),
    // The summary on top is for what was just sent; what the file itself brought stands at its fields.
    galat: ulang?.galat ?? [],
    versi: ulang?.versi ?? String(b.versi),
    hasil: hasilBaris(p.id, b),
    kolom: p.judul.map((label, i) => {
      const asal = b.selAsal?.[i];
      return {
        ...{ nama: bidangKolom(i), label, wajib: true, nilai: (ulang ? ulang.diketik[i] : b.sel[i]) ?? '' },
        galat: galat.find((g) => g.bidang === bidangKolom(i))?.pesan ?? null,
        ...(asal !== undefined && asal !== b.sel[i]
          ? { petunjuk: `Dalam berkas: ${asal === '' ? 'kosong' : asal}` }
          : {}),
      };
    }),
    lewati: b.dilewati
      ? { aksi: jalurImpor.lewati(p.id, b.nomor), teks: 'Ikutkan kembali baris ini', nilai: '0' }
      : { aksi: jalurImpor.lewati(p.id, b.nomor), teks: 'Tinggalkan baris ini', nilai: '1' },
    kembali: jalurImpor.pratinjau(p.id),
  };
}

/** The faults of a rejected line at the fields of their columns. */
function galatTersimpan(p: PratinjauImpor, b: BarisLengkap): GalatIsian[] {
  if (b.hasil !== 'ditolak') return [];
  return p.judul.flatMap((judul, i) => {
    const pesan = kataAlasan(b)
      .split('; ')
      .find((a) => a.startsWith(`${judul}: `));
    return pesan === undefined ? [] : [{ bidang: bidangKolom(i), pesan: `${pesan.slice(judul.length + 2)}.` }];
  });
}
