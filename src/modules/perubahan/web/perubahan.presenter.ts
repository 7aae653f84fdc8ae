import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, tanggal, tanggalJam, ukuranBerkas } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import { selisihHari, tanggalWib } from '../../../common/tanggal.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Kosong,
  type Lencana,
  type Linimasa,
  type Penomoran,
  type Tab,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type BarisAudit } from '../../audit/audit.service.js';
import { sebutKembaran } from '../../ormas/cari-kembaran.service.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { type OrmasBerpermohonan, type PerubahanRinci, type RingkasPerubahan } from '../baca-perubahan.service.js';
import { ATURAN, type BarisBanding } from '../perubahan.aturan.js';
import { SEBUTAN_STATUS, STATUS_PERUBAHAN, type StatusPerubahan } from '../perubahan.status.js';
import { jalurPerubahan, type TindakanJalur } from './perubahan.paths.js';

interface BarisDaftar {
  judul: string;
  href: string;
  ormas: string;
  ormasHref: string;
  asal: string;
  lama: string;
  lencana: Lencana;
}

/** `views/perubahan/daftar.hbs`: the work list, and the requests of one ormas. */
export interface HalamanDaftar {
  judul: string;
  kepala: KepalaHalaman;
  tab: Tab | null;
  baris: BarisDaftar[];
  /** The column of the ormas stands in the work list alone. */
  denganOrmas: boolean;
  kosong: Kosong;
  penomoran: Penomoran | null;
}

/** Since when it waits, or when it was last touched. */
function kapan(p: RingkasPerubahan, kini: Date): string {
  if (p.status === 'diajukan' && p.diajukanPada) {
    const n = selisihHari(tanggalWib(p.diajukanPada), tanggalWib(kini));
    return n === 0 ? 'menunggu sejak hari ini' : `menunggu ${angka(n)} hari`;
  }
  return tanggal(p.diputuskanPada ?? p.diajukanPada ?? p.diubahPada);
}

function baris(p: RingkasPerubahan, kini: Date): BarisDaftar {
  return {
    judul: ATURAN[p.perihal].sebutan,
    href: jalurPerubahan.rinci(p.id),
    ormas: p.ormasNama,
    ormasHref: jalurPerubahan.ormas(p.ormasId),
    asal: p.asal === 'petugas' ? 'Dicatat petugas dari surat' : 'Diajukan ormas',
    lama: kapan(p, kini),
    lencana: SEBUTAN_STATUS[p.status],
  };
}

/** The work list of the office: what waits for a decision first, the oldest on top. */
export function presentAntrean(halaman: Halaman<RingkasPerubahan>, status: StatusPerubahan, kini: Date): HalamanDaftar {
  const judul = 'Permohonan perubahan data';
  const menunggu = status === 'diajukan';
  return {
    judul,
    kepala: {
      judul,
      pengantar: menunggu
        ? `${angka(halaman.jumlah)} menunggu keputusan, yang terlama di atas.`
        : `${angka(halaman.jumlah)} permohonan, yang terbaru di atas.`,
    },
    tab: {
      label: 'Status permohonan',
      tab: STATUS_PERUBAHAN.filter((s) => s !== 'draf')
        .sort((a, b) => Number(b === 'diajukan') - Number(a === 'diajukan'))
        .map((s) => ({ teks: SEBUTAN_STATUS[s].teks, href: jalurPerubahan.antrean(s), aktif: s === status })),
    },
    baris: halaman.isi.map((p) => baris(p, kini)),
    denganOrmas: true,
    kosong: {
      judul: menunggu ? 'Semua sudah diputuskan' : 'Tidak ada permohonan',
      teks: menunggu
        ? 'Tidak ada permohonan perubahan yang menunggu keputusan.'
        : 'Tidak ada permohonan dengan status ini.',
    },
    penomoran: susunPenomoran(halaman, (n) => jalurPerubahan.antrean(status, n)),
  };
}

/** The requests of one ormas. */
export function presentDaftarOrmas(o: OrmasBerpermohonan, semua: RingkasPerubahan[], kini: Date): HalamanDaftar {
  return {
    judul: `Permohonan perubahan ${o.nama}`,
    kepala: {
      judul: 'Permohonan perubahan',
      pengantar: o.nama,
      remah: [{ teks: o.nama, href: jalurPerubahan.ormas(o.id) }],
      tindakan: o.bolehAjukan
        ? [{ teks: 'Ajukan perubahan', href: jalurPerubahan.baru(o.id), jenis: 'utama', ikon: 'tambah' }]
        : [],
    },
    tab: null,
    baris: semua.map((p) => baris(p, kini)),
    denganOrmas: false,
    kosong: {
      judul: 'Belum ada permohonan perubahan',
      teks: o.bolehAjukan
        ? 'Bila nama, alamat, pengurus, atau data lain berubah, ajukan di sini beserta buktinya.'
        : 'Permohonan muncul di sini setelah diajukan.',
    },
    penomoran: null,
  };
}

interface FormulirTindakan {
  aksi: string;
  judul: string;
  petunjuk: string;
  kolom: KolomTeks | null;
  bahaya: boolean;
  utama: boolean;
  terbuka: boolean;
}

/** `views/perubahan/rincian.hbs`. */
export interface HalamanRincian {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  catatan: Catatan[];
  versi: number;
  versiOrmas: number;
  banding: BarisBanding[];
  judulSebelum: string;
  berubahSejak: BarisBanding[];
  serupa: { nama: string; href: string; sebab: string }[];
  pokok: Butir[];
  bukti: { nama: string; href: string; ukuran: string }[];
  tanpaBukti: string;
  kurang: { galat: GalatIsian[]; ubah: string } | null;
  keputusan: { aksi: string; pilihan: KolomPilihan; catatan: KolomTeks } | null;
  tindakan: FormulirTindakan[];
  linimasa: Linimasa;
}

/** What was sent with a decision that could not be taken, to be shown again. */
export interface IsianRincian {
  keputusan: string;
  catatan: string;
  tindakan: TindakanJalur | null;
  galat: GalatIsian[];
}

/** One request: before and after, evidence, and the acts that this reader may do. */
export function presentRincian(p: PerubahanRinci, isian: IsianRincian | null): HalamanRincian {
  const aturan = ATURAN[p.perihal];
  const judul = `Perubahan: ${aturan.sebutan}`;
  const hari = (t: string | null): string => (t === null ? '' : tanggal(t));
  return {
    judul,
    kepala: {
      judul,
      pengantar: p.ormasNama,
      remah: [
        ...(p.lihatDaftar ? [{ teks: 'Perubahan data', href: jalurPerubahan.antrean() }] : []),
        { teks: p.ormasNama, href: jalurPerubahan.ormas(p.ormasId) },
        { teks: 'Permohonan perubahan', href: jalurPerubahan.daftarOrmas(p.ormasId) },
      ],
      lencana: [SEBUTAN_STATUS[p.status]],
      tindakan: p.boleh.ubah ? [{ teks: 'Ubah isian', href: jalurPerubahan.ubah(p.id), ikon: 'ubah' }] : [],
    },
    galat: isian?.galat ?? [],
    catatan: susunCatatan(p),
    versi: p.versi,
    versiOrmas: p.versiOrmas,
    banding: p.banding,
    judulSebelum: p.status === 'disetujui' || p.status === 'ditolak' ? 'Sebelum' : 'Sekarang dalam register',
    berubahSejak: p.berubahSejak,
    serupa: p.serupa.map((s) => ({ nama: s.nama, href: jalurPerubahan.ormas(s.id), sebab: sebutKembaran(s) })),
    pokok: [
      { label: 'Berlaku sejak', nilai: hari(p.berlaku) },
      { label: 'Alasan', nilai: p.alasan },
      { label: 'Asal', nilai: p.asal === 'petugas' ? 'Dicatat petugas dari surat ormas' : 'Diajukan ormas' },
      { label: 'Diajukan', nilai: p.diajukanPada ? tanggalJam(p.diajukanPada) : 'Belum dikirim' },
      ...(p.buktiNomor ? [{ label: 'Nomor surat bukti', nilai: p.buktiNomor }] : []),
      ...(p.buktiTanggal ? [{ label: 'Tanggal surat bukti', nilai: hari(p.buktiTanggal) }] : []),
      ...(p.buktiSampai ? [{ label: 'Berlaku sampai', nilai: hari(p.buktiSampai) }] : []),
    ],
    bukti: p.bukti.map((b) => ({ nama: b.nama, href: jalurBerkas(b.berkasId), ukuran: ukuranBerkas(b.ukuran) })),
    tanpaBukti: p.bolehBukti
      ? `Belum ada berkas. ${aturan.bukti.wajib ? `Yang diminta: ${aturan.bukti.sebutan}.` : 'Bukti tidak diwajibkan.'}`
      : 'Berkas bukti memuat data pribadi: hanya dibuka oleh petugas, kepala bidang, kepala badan, dan ormas yang bersangkutan.',
    kurang: p.boleh.ajukan && p.galat.length > 0 ? { galat: p.galat, ubah: jalurPerubahan.ubah(p.id) } : null,
    keputusan: p.boleh.setujui ? formulirKeputusan(p.id, isian) : null,
    tindakan: susunTindakan(p, isian),
    linimasa: { peristiwa: p.riwayat.map(peristiwa) },
  };
}

function susunCatatan(p: PerubahanRinci): Catatan[] {
  const oleh = p.diputuskanOlehNama ? ` (${p.diputuskanOlehNama})` : '';
  if (p.status === 'perlu-perbaikan' && p.catatan)
    return [{ jenis: 'perlu', judul: `Yang perlu diperbaiki${oleh}`, teks: p.catatan }];
  if (p.status === 'ditolak' && p.catatan)
    return [{ jenis: 'bahaya', judul: `Alasan penolakan${oleh}`, teks: p.catatan }];
  if (p.status === 'disetujui')
    return [
      {
        ...{ jenis: 'baik' as const, judul: `Sudah berlaku dalam register${oleh}` },
        teks: p.catatan ?? `Berlaku sejak ${tanggal(p.berlaku ?? '')}.`,
      },
    ];
  return [];
}

function formulirKeputusan(id: number, isian: IsianRincian | null): HalamanRincian['keputusan'] {
  const galatDi = (bidang: string) => isian?.galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const opsi = (nilai: string, teks: string, petunjuk: string) => ({
    ...{ nilai, teks, petunjuk, terpilih: nilai === isian?.keputusan },
  });
  return {
    aksi: jalurPerubahan.keputusan(id),
    pilihan: {
      ...{ nama: 'keputusan', label: 'Keputusan Anda', wajib: true, galat: galatDi('keputusan') ?? galatDi('berlaku') },
      opsi: [
        opsi('setujui', 'Setujui', 'Register langsung berubah; keadaan lama tetap tersimpan.'),
        opsi('kembalikan', 'Kembalikan untuk diperbaiki', 'Tulis di catatan apa yang perlu diperbaiki.'),
        opsi('tolak', 'Tolak', 'Tulis alasannya di catatan.'),
      ],
    },
    catatan: {
      ...{ nama: 'catatan', label: 'Catatan untuk pemohon', galat: galatDi('catatan'), maksimal: 1000, baris: 4 },
      ...{ petunjuk: 'Wajib bila dikembalikan atau ditolak.', nilai: isian?.tindakan === null ? isian.catatan : '' },
    },
  };
}

function susunTindakan(p: PerubahanRinci, isian: IsianRincian | null): FormulirTindakan[] {
  const buat = (tindakan: TindakanJalur, judul: string, petunjuk: string, lain: Partial<FormulirTindakan> = {}) => ({
    ...{ aksi: jalurPerubahan.tindakan(p.id, tindakan), judul, petunjuk, kolom: null, bahaya: false, utama: false },
    terbuka: isian?.tindakan === tindakan,
    ...lain,
  });
  const alasan: KolomTeks = {
    ...{ nama: 'alasan', label: 'Alasan', wajib: true, maksimal: 1000, baris: 3 },
    nilai: isian?.tindakan === 'buka-kembali' ? isian.catatan : '',
    galat: isian?.galat.find((g) => g.bidang === 'alasan')?.pesan ?? null,
  };
  const bukaKembali =
    p.status === 'disetujui'
      ? buat(
          'buka-kembali',
          'Batalkan persetujuan',
          'Register kembali ke keadaan sebelum perubahan ini, dan permohonan menunggu keputusan lagi. Keduanya tercatat.',
          { kolom: alasan, bahaya: true },
        )
      : buat('buka-kembali', 'Buka kembali keputusan', 'Permohonan kembali menunggu keputusan.', { kolom: alasan });
  return [
    ...(p.boleh.ajukan && p.galat.length === 0
      ? [buat('ajukan', 'Kirim permohonan', 'Periksa sekali lagi isian di atas, lalu kirim.', { utama: true })]
      : []),
    ...(p.boleh.bukaKembali ? [bukaKembali] : []),
    ...(p.boleh.pulihkan ? [buat('pulihkan', 'Pulihkan sebagai draf', 'Dapat diubah dan dikirim lagi.')] : []),
    ...(p.boleh.cabut
      ? [buat('cabut', 'Cabut permohonan', 'Permohonan ditarik; dapat dipulihkan nanti.', { bahaya: true })]
      : []),
  ];
}

const JENIS: Readonly<Record<string, Lencana['jenis']>> = {
  'perubahan.ajukan': 'proses',
  'perubahan.setujui': 'baik',
  'perubahan.tolak': 'bahaya',
  'perubahan.kembalikan': 'perlu',
  'perubahan.buka-kembali': 'proses',
};

function peristiwa(r: BarisAudit): Linimasa['peristiwa'][number] {
  const { alasan, catatan } = (r.rincian ?? {}) as { alasan?: string; catatan?: string };
  const kata = catatan ?? (r.aksi === 'perubahan.ajukan' || r.aksi === 'perubahan.setujui' ? undefined : alasan);
  return {
    jenis: JENIS[r.aksi] ?? 'netral',
    apa: r.ringkasan,
    saat: tanggalJam(r.waktu),
    saatIso: r.waktu.toISOString(),
    siapa: r.aktorNama,
    ...(kata ? { catatan: kata } : {}),
  };
}
