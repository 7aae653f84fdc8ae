import { type Aktor } from '../../../common/aktor.js';
import { angka, desimal, tanggal, tanggalJam, ukuranBerkas } from '../../../common/format.js';
import {
  type Angka,
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type PesanProgres,
  type Progres,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import {
  bolehBatalkanPengesahan,
  bolehSahkanLaporan,
  bolehSetujuiLaporan,
  bolehSusunLaporan,
  bolehUlangiLaporan,
  bolehUnduhLaporan,
} from '../laporan.policy.js';
import { alasanBelumAkhir, kapital, tandaSementara, untai } from '../laporan.kata.js';
import { type AngkaRingkas, type LaporanRincian } from '../laporan.service.js';
import { type LaporanRingkas, type Pengesahan, type StatusLaporan, type TahunLaporan } from '../laporan.types.js';
import { type IsiLaporan, susunIsi } from './isi-laporan.js';
import { jalurLaporan } from './laporan.paths.js';

const LENCANA: Readonly<Record<StatusLaporan, Lencana>> = {
  menunggu: { jenis: 'proses', teks: 'Menunggu giliran' },
  dibuat: { jenis: 'proses', teks: 'Sedang disusun' },
  selesai: { jenis: 'baik', teks: 'Selesai' },
  gagal: { jenis: 'bahaya', teks: 'Gagal' },
};
const LENCANA_PENGESAHAN: Readonly<Record<Pengesahan, Lencana>> = {
  belum: { jenis: 'perlu', teks: 'Menunggu persetujuan' },
  disetujui: { jenis: 'proses', teks: 'Menunggu pengesahan' },
  disahkan: { jenis: 'baik', teks: 'Disahkan' },
};

/** A provisional report waits for nobody; an approval that was given before a period was opened again still shows. */
function lencana(l: LaporanRingkas): Lencana[] {
  const tanda: Lencana[] = l.sementara ? [{ jenis: 'perlu', teks: 'Sementara' }] : [];
  const pengesahan = l.status === 'selesai' && !l.sementara ? [LENCANA_PENGESAHAN[l.pengesahan]] : [];
  return [...tanda, LENCANA[l.status], ...pengesahan];
}

/** `Laporan tahunan 2025`, or with the mark and the day of the data. */
function namaLaporan(l: LaporanRingkas): string {
  const tanda = tandaSementara({ sementara: l.sementara, dihitung: l.dihitungPada });
  return `Laporan tahunan ${l.tahun}${tanda && ` (${tanda})`}`;
}

const berjalan = (l: Pick<LaporanRingkas, 'status'>): boolean => l.status === 'menunggu' || l.status === 'dibuat';

/** One line of the list. */
export interface BarisLaporan {
  nama: string;
  href: string;
  nomor: string;
  lencana: Lencana[];
  isi: string;
  oleh: string;
  pada: string;
  unduh: string | null;
}

/** `views/laporan/daftar.hbs`. */
export interface TampilanDaftar {
  judul: string;
  kepala: KepalaHalaman;
  /** Years a report may be asked for; empty when the reader may not, or none is scored. */
  susun: { tahun: number; label: string }[];
  /** What a report made now would lack. */
  catatan: Catatan | null;
  aksiSusun: string;
  baris: BarisLaporan[];
  kosong: Kosong;
}

/** The list of reports, newest first. */
export function presentDaftar(
  aktor: Aktor,
  laporan: readonly LaporanRingkas[],
  tahun: readonly TahunLaporan[],
  kurang: readonly string[],
): TampilanDaftar {
  const boleh = bolehSusunLaporan(aktor);
  const judul = 'Laporan';
  return {
    judul,
    kepala: {
      judul,
      pengantar:
        'Laporan monitoring dan evaluasi tahunan dalam bentuk PDF, disusun dari hasil IKO yang berlaku. Selama periode belum ditutup, laporannya bertanda SEMENTARA dan tidak dapat disahkan. Angka tahun dalam nomor laporan adalah tahun penerbitannya, bukan tahun yang dilaporkan.',
      remah: [{ teks: 'Beranda', href: '/' }],
    },
    susun: boleh
      ? tahun
          .filter((t) => !t.berjalan)
          .slice(0, 3)
          .map((t) => ({
            tahun: t.tahun,
            label: labelSusun(t, laporan),
          }))
      : [],
    catatan:
      boleh && kurang.length > 0
        ? {
            jenis: 'perlu',
            judul: 'Kop atau penanda tangan belum diisi',
            teks: `${kapital(untai(kurang))} belum diisi. Laporan yang disusun sekarang tidak dapat disetujui maupun disahkan; minta admin mengisinya dahulu pada halaman Setelan (/setelan).`,
          }
        : null,
    aksiSusun: jalurLaporan.daftar(),
    baris: laporan.map((l) => ({
      nama: namaLaporan(l),
      href: jalurLaporan.satu(l.id),
      nomor: l.nomor,
      lencana: [...lencana(l), ...(l.usang ? [{ jenis: 'netral' as const, teks: 'Hasil lama' }] : [])],
      isi: kataIsi(l),
      oleh: l.dibuatOleh ?? 'Sistem',
      pada: tanggalJam(l.dibuatPada),
      unduh: bolehUnduhLaporan(aktor, l) ? jalurLaporan.unduh(l.id) : null,
    })),
    kosong: {
      judul: 'Belum ada laporan',
      teks: boleh
        ? tahun.length > 0
          ? 'Pilih tahun di atas untuk menyusun laporan pertama.'
          : 'Laporan dapat disusun setelah IKO suatu tahun dihitung.'
        : 'Laporan akan tampil di sini setelah selesai disusun oleh Bakesbangpol.',
      ...(boleh && tahun.length === 0 ? { tindakan: { teks: 'Ke halaman IKO', href: '/penilaian' } } : {}),
    },
  };
}

function labelSusun(t: TahunLaporan, laporan: readonly LaporanRingkas[]): string {
  const ada = laporan.some((l) => l.hitungId === t.hitungId && l.sementara === t.terbuka && l.status === 'selesai');
  return `Susun ${ada ? 'ulang ' : ''}laporan ${t.terbuka ? 'sementara ' : ''}tahun ${t.tahun}`;
}

function kataIsi(l: LaporanRingkas): string {
  if (l.status === 'selesai') return `${angka(l.halaman ?? 0)} halaman, ${ukuranBerkas(l.ukuran ?? 0)}`;
  return l.jumlah === 0 ? '' : `${angka(l.selesai)} dari ${angka(l.jumlah)} bagian`;
}

/** Said until it is known of how many parts the report will be. */
const MENYIAPKAN = 'Menyiapkan data …';

/** One message of the stream, and the text of the page without it. */
export function pesanLaporan(l: LaporanRingkas): PesanProgres {
  const kalimat = {
    menunggu: MENYIAPKAN,
    dibuat:
      l.jumlah === 0
        ? MENYIAPKAN
        : l.selesai < l.jumlah
          ? `Menyusun bagian ${angka(l.selesai + 1)} dari ${angka(l.jumlah)}`
          : 'Menggabungkan seluruh bagian',
    selesai: 'Selesai',
    gagal:
      l.jumlah === 0
        ? 'Berhenti saat menyiapkan data'
        : `Berhenti pada ${angka(l.selesai)} dari ${angka(l.jumlah)} bagian`,
  }[l.status];
  // The parts stand in a table below: with each that is done the page is drawn again.
  const keadaan = `${l.status}-${l.selesai}`;
  return { selesai: l.selesai, jumlah: l.jumlah, kalimat, tuntas: !berjalan(l), keadaan };
}

/** `views/laporan/rincian.hbs`. */
export interface TampilanRincian {
  judul: string;
  kepala: KepalaHalaman;
  progres: Progres | null;
  /** Part of what follows the stream, so that it appears when the report is whole. */
  unduh: Tindakan | null;
  catatan: Catatan[];
  angka: Angka[];
  butir: Butir[];
  isi: IsiLaporan[];
  /** While it is made, each part says how far it is. */
  denganKeadaan: boolean;
  versi: number;
  ulangi: string | null;
  /** The pages that ask before it is approved, and before it is ratified. */
  setujui: string | null;
  sahkan: string | null;
  /** Taking the last step back, with a reason. */
  batalkan: { aksi: string; judul: string } | null;
  muatUlang: number | null;
}

/** One report: how far it is, its parts, the figures it speaks of, and what the reader may do. */
export function presentRincian(aktor: Aktor, l: LaporanRincian, ringkas: AngkaRingkas): TampilanRincian {
  const judul = namaLaporan(l);
  const jalan = berjalan(l);
  return {
    judul,
    kepala: {
      judul,
      pengantar: l.nomor,
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'Laporan', href: jalurLaporan.daftar() },
      ],
      lencana: lencana(l),
    },
    unduh: bolehUnduhLaporan(aktor, l)
      ? {
          teks: `Unduh PDF (${ukuranBerkas(l.ukuran ?? 0)})`,
          href: jalurLaporan.unduh(l.id),
          // One main act to a page: who may take the next step reads first, then takes it.
          jenis: bolehSetujuiLaporan(aktor, l) || bolehSahkanLaporan(aktor, l) ? 'biasa' : 'utama',
          ikon: 'unduh',
        }
      : null,
    progres: jalan ? { ...pesanLaporan(l), sse: jalurLaporan.aliran(l.id) } : null,
    catatan: catatan(l),
    angka: [
      { label: 'Ormas', nilai: angka(ringkas.ormas) },
      {
        label: 'Rata-rata IKO',
        nilai: ringkas.rata === null ? 'belum ada' : desimal(ringkas.rata),
        keterangan: `${angka(ringkas.n)} skor lengkap dari ${angka(ringkas.ormas)}`,
      },
      { label: 'Skor sementara', nilai: angka(ringkas.sementara), keterangan: 'cakupan belum cukup; tanpa peringkat' },
      { label: 'Profil saja', nilai: angka(ringkas.profilSaja), keterangan: 'terdaftar kurang dari satu tahun' },
    ],
    butir: butir(l),
    isi: susunIsi(l.bagian),
    denganKeadaan: l.status !== 'selesai',
    versi: l.versi,
    ulangi: bolehUlangiLaporan(aktor, l) ? jalurLaporan.tindakan(l.id, 'ulangi') : null,
    setujui: bolehSetujuiLaporan(aktor, l) ? jalurLaporan.tindakan(l.id, 'setujui') : null,
    sahkan: bolehSahkanLaporan(aktor, l) ? jalurLaporan.tindakan(l.id, 'sahkan') : null,
    batalkan: bolehBatalkanPengesahan(aktor, l)
      ? {
          aksi: jalurLaporan.tindakan(l.id, 'batalkan'),
          judul: l.pengesahan === 'disahkan' ? 'Batalkan pengesahan' : 'Batalkan persetujuan',
        }
      : null,
    muatUlang: jalan ? 5 : null,
  };
}

function catatan(l: LaporanRincian): Catatan[] {
  const belumAkhir = alasanBelumAkhir(l);
  return [
    ...(l.status === 'gagal'
      ? [
          {
            jenis: 'bahaya' as const,
            judul: 'Laporan ini berhenti sebelum selesai',
            teks: `${l.galat ?? 'Sebabnya tidak tercatat.'} Bagian yang sudah jadi tetap tersimpan dan tidak disusun ulang.`,
          },
        ]
      : []),
    ...(belumAkhir ? [{ jenis: 'perlu' as const, ...belumAkhir }] : []),
  ];
}

function butir(l: LaporanRincian): Butir[] {
  return [
    { label: 'Hasil yang dimuat', nilai: `Lihat hasil IKO ${l.tahun}`, href: `/penilaian/${l.tahun}` },
    { label: 'Data per', nilai: tanggal(l.dihitungPada) },
    { label: 'Disusun oleh', nilai: l.dibuatOleh ?? 'Sistem' },
    { label: 'Diminta pada', nilai: tanggalJam(l.dibuatPada) },
    ...(l.selesaiPada ? [{ label: 'Selesai pada', nilai: tanggalJam(l.selesaiPada) }] : []),
    ...(l.halaman === null ? [] : [{ label: 'Isi', nilai: kataIsi(l) }]),
    ...(l.disetujuiPada
      ? [{ label: 'Disetujui', nilai: `${l.disetujuiOleh ?? ''}, ${tanggalJam(l.disetujuiPada)}` }]
      : []),
    ...(l.disahkanPada ? [{ label: 'Disahkan', nilai: `${l.disahkanOleh ?? ''}, ${tanggalJam(l.disahkanPada)}` }] : []),
    ...(l.sha256 ? [{ label: 'Sidik berkas (SHA-256)', nilai: l.sha256 }] : []),
  ];
}
