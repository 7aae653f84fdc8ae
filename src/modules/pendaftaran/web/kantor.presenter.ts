import { type Aktor } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, tanggalJam } from '../../../common/format.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Lencana,
  type Linimasa,
} from '../../../infra/view/bagian.js';
import { type BarisKunjungan } from '../../lapangan/kunjungan.types.js';
import { type Kembaran, sebutKembaran } from '../../ormas/cari-kembaran.service.js';
import { catatanIsian } from '../catatan.aturan.js';
import { FORMULIR } from '../formulir.data.js';
import { bedaPutaran, kataJawaban, selisihIsian, teks } from '../pendaftaran.aturan.js';
import { bolehLihatPribadi, bolehPendaftaran } from '../pendaftaran.policy.js';
import { type HasilPeriksa, type PendaftaranRinci, type PutusanDokumen } from '../pendaftaran.types.js';
import {
  dokumenTampil,
  type DokumenTampil,
  kataJam,
  type KunjunganTampil,
  lencanaJam,
  lencanaStatus,
  linimasaPendaftaran,
  nomorPendaftaran,
  sebutanPendaftaran,
} from './pendaftaran.kata.js';
import { adaBelumSelesai, bagianKunjungan, peringatanKunjungan } from './kantor-kunjungan.js';
import { jalurPendaftaran, type TindakanJalur } from './pendaftaran.paths.js';

/** What was sent with a form that could not be taken, to be shown again. */
export interface IsianKantor {
  hasil?: HasilPeriksa | undefined;
  keputusan?: string;
  catatan?: string;
  tindakan?: TindakanJalur;
  alasan?: string;
  /** The version that the sent page stood on: a later one is a conflict, also after a fault. */
  versi?: number;
  /** The examination was kept; the decision on the same page was not sent yet. */
  tersimpan?: boolean;
  galat: GalatIsian[];
}

/** A document beside the answers, with the finding on it. */
interface DokumenKantor extends DokumenTampil {
  lencana: Lencana;
  catatan: string;
  /** Where number or date beside the file are not those of the form, in words. */
  selisih: string[];
  pilihan: KolomPilihan | null;
  kolom: KolomTeks | null;
}

interface FormulirTindakan {
  aksi: string;
  judul: string;
  petunjuk: string;
  kolom: KolomTeks | null;
  centang: KolomPilihan | null;
  tombol: string;
  utama: boolean;
  terbuka: boolean;
}

/** What the words of an application say of its bidang, beside the one that the applicant chose. */
interface SaranKantor {
  lencana: Lencana;
  teks: string;
  baris: string[];
}

export interface HalamanKantor {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  catatan: Catatan[];
  jam: string;
  pokok: Butir[];
  versi: number;
  ambil: string | null;
  kembaran: { nama: string; href: string; sebab: string }[];
  saran: SaranKantor | null;
  kunjungan: KunjunganTampil[];
  /** Where a visit is planned; null: not the reader's to do, or not now. */
  rencanakan: string | null;
  beda: { label: string; sebelum: string; sesudah: string }[];
  bagian: {
    judul: string;
    butir: Butir[];
    catatan: KolomTeks[];
    tersimpan: { label: string; teks: string }[];
    /** Remarks whose field was changed since: they block no more. */
    dijawab: { label: string; teks: string; sebelum: string; sesudah: string }[];
    terbuka: boolean;
  }[];
  dokumen: DokumenKantor[];
  pemeriksaan: string | null;
  /** The button that finds in order what is not marked yet; null: nothing is left to mark. */
  semuaSesuai: string | null;
  /** Whether links to the documents and to the decision stand at the top. */
  lompat: boolean;
  keputusan: { aksi: string; pilihan: KolomPilihan; catatan: KolomTeks } | null;
  tindakan: FormulirTindakan[];
  linimasa: Linimasa;
}

const LENCANA_PUTUSAN: Readonly<Record<PutusanDokumen, Lencana>> = {
  belum: { jenis: 'netral', teks: 'Belum diperiksa' },
  sesuai: { jenis: 'baik', teks: 'Sesuai' },
  'tidak-sesuai': { jenis: 'bahaya', teks: 'Tidak sesuai' },
};

const TERSIMPAN: Catatan = {
  jenis: 'baik',
  judul: 'Hasil pemeriksaan disimpan',
  teks: 'Keputusan yang Anda isi di bawah belum dikirim; pilih “Simpan keputusan” bila sudah selesai.',
};

/** So many suggestions help; more would be noise. */
const SARAN_MAKS = 3;

/** `views/pendaftaran/kantor.hbs`: one application before the office: what was sent, what was found, what may be done. */
export function presentKantor(
  aktor: Aktor,
  p: PendaftaranRinci,
  { kembaran, kunjungan }: { kembaran: readonly Kembaran[]; kunjungan: readonly BarisKunjungan[] },
  isian: IsianKantor = { galat: [] },
): HalamanKantor {
  const boleh = (aksi: Parameters<typeof bolehPendaftaran>[1]) => bolehPendaftaran(aktor, aksi, p);
  const periksa = boleh('periksa');
  const jam = lencanaJam(p.jam);
  const [lalu, kini] = [p.putaran.at(-2), p.putaran.at(-1)];
  return {
    judul: sebutanPendaftaran(p),
    kepala: {
      judul: sebutanPendaftaran(p),
      pengantar: nomorPendaftaran(p.id),
      remah: [
        { teks: 'Beranda', href: '/' },
        { teks: 'Pendaftaran', href: jalurPendaftaran.daftar() },
      ],
      lencana: [lencanaStatus(p), ...(jam ? [jam] : [])],
    },
    galat: isian.galat,
    catatan: [
      ...(isian.tersimpan ? [TERSIMPAN] : []),
      ...(p.catatan === '' ? [] : [{ jenis: 'perlu' as const, judul: 'Kata kantor kepada pemohon', teks: p.catatan }]),
      ...peringatanKunjungan(p, kunjungan),
    ],
    jam: kataJam(p.jam),
    pokok: [
      { label: 'Pemohon', nilai: p.pemohon },
      { label: 'Petugas', nilai: p.petugas ?? 'Belum diambil' },
      { label: 'Pertama diajukan', nilai: p.diajukanPertamaPada ? tanggalJam(p.diajukanPertamaPada) : '' },
      { label: 'Pengajuan ke', nilai: angka(p.putaran.length) },
      ...(p.ormasId === null ? [] : [{ label: 'Ormas', nilai: p.nama, href: jalurPendaftaran.ormas(p.ormasId) }]),
    ],
    versi: isian.versi ?? p.versi,
    ambil: boleh('ambil') ? jalurPendaftaran.tindakan(p.id, 'ambil') : null,
    kembaran: kembaran.map((k) => ({
      ...{ nama: k.nama, href: jalurPendaftaran.ormas(k.id), sebab: sebutKembaran(k) },
    })),
    saran: periksa || boleh('daftarkan') ? saranKantor(p) : null,
    ...bagianKunjungan(aktor, p, kunjungan),
    beda:
      lalu && kini ? bedaPutaran(lalu, kini).map(({ label, sebelum, sesudah }) => ({ label, sebelum, sesudah })) : [],
    bagian: bagianKantor(p, periksa, isian),
    dokumen: dokumenTampil(p, bolehLihatPribadi(aktor, p)).map((d) => dokumenKantor(p, d, periksa, isian)),
    pemeriksaan: periksa ? jalurPendaftaran.pemeriksaan(p.id) : null,
    semuaSesuai: periksa ? sebutSemuaSesuai(p) : null,
    lompat: periksa,
    keputusan: susunKeputusan(aktor, p, isian, kunjungan),
    tindakan: susunTindakan(aktor, p, isian, kembaran),
    linimasa: linimasaPendaftaran(p, false),
  };
}

/** A suggestion from the name and the purpose; the officer decides, and may send the application back for its bidang. */
function saranKantor(p: PendaftaranRinci): SaranKantor | null {
  const saran = p.saranBidang;
  const dipilih = teks(p.jawaban, 'bidangUtama');
  if (dipilih === '') return null;
  const nama = (id: string): string => p.rujukan.bidang.get(id) ?? '';
  const sama = saran[0]?.bidangId === dipilih;
  return {
    lencana: sama
      ? { jenis: 'baik', teks: 'Sejalan dengan pilihan pemohon' }
      : saran.length === 0
        ? { jenis: 'netral', teks: 'Tidak ada kata yang dikenal' }
        : { jenis: 'perlu', teks: 'Berbeda dengan pilihan pemohon' },
    teks: `Pemohon memilih ${nama(dipilih)}. Saran ini dari kata-kata dalam nama dan tujuan organisasi, dan tidak memutuskan apa pun.`,
    baris: saran
      .slice(0, SARAN_MAKS)
      .map((s) => `${nama(s.bidangId)} (${s.opd}): ${s.kata.map((k) => `“${k.kata}” dalam ${k.asal}`).join(', ')}`),
  };
}

function bagianKantor(p: PendaftaranRinci, periksa: boolean, isian: IsianKantor): HalamanKantor['bagian'] {
  const lama = catatanIsian(p);
  const dijawab = lama.filter((c) => c.dijawab);
  // An answered remark stands beside its field; what is typed into it is a new one.
  const terbuka = Object.fromEntries(lama.filter((c) => !c.dijawab).map((c) => [c.bidang, c.teks]));
  const catatan: Readonly<Record<string, string>> = { ...terbuka, ...isian.hasil?.bidang };
  const galat = (nama: string): string | null => isian.galat.find((g) => g.bidang === `catatan-${nama}`)?.pesan ?? null;
  return FORMULIR.map((h) => ({
    judul: h.judul,
    butir: h.kolom.map((k) => ({ label: k.label, nilai: kataJawaban(k, p.jawaban, p.rujukan) })),
    catatan: periksa
      ? h.kolom.map((k) => ({
          nama: `catatan-${k.nama}`,
          label: `Catatan untuk “${k.label}”`,
          nilai: catatan[k.nama] ?? '',
          maksimal: 500,
          galat: galat(k.nama),
        }))
      : [],
    tersimpan: periksa
      ? []
      : h.kolom.flatMap((k) => (terbuka[k.nama] ? [{ label: k.label, teks: terbuka[k.nama] ?? '' }] : [])),
    dijawab: dijawab
      .filter((c) => c.tempat === h.kode)
      .map(({ label, teks: kata, sebelum, sesudah }) => ({ label, teks: kata, sebelum, sesudah })),
    terbuka: h.kolom.some((k) => catatan[k.nama] || galat(k.nama)),
  }));
}

function dokumenKantor(p: PendaftaranRinci, d: DokumenTampil, periksa: boolean, isian: IsianKantor): DokumenKantor {
  const kirim = isian.hasil?.dokumen[d.kode];
  const putusan = kirim?.putusan ?? d.dokumen?.putusan ?? 'belum';
  const catatan = kirim?.catatan ?? d.dokumen?.catatan ?? '';
  const dinilai = periksa && d.dokumen !== null;
  return {
    ...d,
    lencana: d.ada
      ? LENCANA_PUTUSAN[d.dokumen?.putusan ?? 'belum']
      : { jenis: d.wajib ? 'perlu' : 'netral', teks: d.wajib ? 'Tidak ada' : 'Tidak dilampirkan' },
    catatan: periksa ? '' : (d.dokumen?.catatan ?? ''),
    selisih: selisihIsian(p.jawaban, d.kode, d.dokumen),
    pilihan: dinilai
      ? {
          nama: `putusan-${d.kode}`,
          label: `Hasil pemeriksaan ${d.nama}`,
          wajib: true,
          galat: isian.galat.find((g) => g.bidang === `putusan-${d.kode}`)?.pesan ?? null,
          opsi: (['belum', 'sesuai', 'tidak-sesuai'] as const).map((n) => ({
            ...{ nilai: n, teks: LENCANA_PUTUSAN[n].teks, terpilih: n === putusan },
          })),
        }
      : null,
    kolom: dinilai
      ? {
          nama: `catatan-dokumen-${d.kode}`,
          label: `Catatan untuk ${d.nama}`,
          nilai: catatan,
          maksimal: 500,
          galat: isian.galat.find((g) => g.bidang === `catatan-dokumen-${d.kode}`)?.pesan ?? null,
        }
      : null,
  };
}

function sebutSemuaSesuai(p: PendaftaranRinci): string | null {
  const belum = dokumenTampil(p, true).filter((d) => d.ada && d.dokumen?.putusan === 'belum').length;
  return belum === 0 ? null : 'Nyatakan sesuai yang belum diperiksa, lalu simpan';
}

function susunKeputusan(
  aktor: Aktor,
  p: PendaftaranRinci,
  isian: IsianKantor,
  kunjungan: readonly BarisKunjungan[],
): HalamanKantor['keputusan'] {
  const ingat = adaBelumSelesai(kunjungan) ? ' Perhatikan: kunjungan lapangannya belum selesai.' : '';
  const opsi = (
    [
      ['verifikasi', 'Verifikasi', `Semua sesuai; teruskan kepada Kepala Bidang.${ingat}`],
      ['kembalikan', 'Kembalikan untuk diperbaiki', 'Pemohon memperbaiki yang diberi catatan; waktu layanan berhenti.'],
      ['tolak', 'Tolak', 'Pemohon membaca alasannya. Data pemohon tetap tersimpan.'],
    ] as const
  ).filter(([aksi]) => bolehPendaftaran(aktor, aksi, p));
  if (opsi.length === 0) return null;
  const galat = (bidang: string): string | null => isian.galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  return {
    aksi: jalurPendaftaran.keputusan(p.id),
    pilihan: {
      nama: 'keputusan',
      label: 'Keputusan',
      wajib: true,
      galat: galat('keputusan'),
      opsi: opsi.map(([nilai, teks, petunjuk]) => ({ nilai, teks, petunjuk, terpilih: isian.keputusan === nilai })),
    },
    catatan: {
      nama: 'catatan',
      label: 'Kata kepada pemohon',
      nilai: isian.catatan ?? '',
      maksimal: 1000,
      baris: 4,
      petunjuk: 'Wajib bila menolak; boleh kosong bila catatannya sudah ada pada isian atau dokumen.',
      galat: galat('catatan'),
    },
  };
}

function susunTindakan(
  aktor: Aktor,
  p: PendaftaranRinci,
  isian: IsianKantor,
  kembaran: readonly Kembaran[],
): FormulirTindakan[] {
  const alasan = (t: TindakanJalur): KolomTeks => ({
    nama: 'alasan',
    label: 'Alasan',
    nilai: isian.tindakan === t ? (isian.alasan ?? '') : '',
    wajib: true,
    maksimal: 1000,
    baris: 3,
    galat: isian.tindakan === t ? (isian.galat.find((g) => g.bidang === 'alasan')?.pesan ?? null) : null,
  });
  const buat = (t: TindakanJalur, lain: Omit<FormulirTindakan, 'aksi' | 'terbuka'>): FormulirTindakan => ({
    aksi: jalurPendaftaran.tindakan(p.id, t),
    terbuka: isian.tindakan === t || lain.utama,
    ...lain,
  });
  const boleh = (aksi: Parameters<typeof bolehPendaftaran>[1]) => bolehPendaftaran(aktor, aksi, p);
  const polos = { kolom: null, centang: null, utama: false };
  return [
    ...(boleh('daftarkan')
      ? [
          buat('daftarkan', {
            ...{ judul: 'Setujui dan daftarkan', tombol: 'Setujui dan daftarkan', utama: true, kolom: null },
            petunjuk:
              'Organisasi masuk register, klasternya mengikuti bidang utama, dan pemohon menjadi sekretarisnya.',
            centang:
              kembaran.length > 0
                ? {
                    nama: 'bukanKembaran',
                    label: 'Kemungkinan sudah terdaftar',
                    wajib: true,
                    galat: isian.galat.find((g) => g.bidang === 'bukanKembaran')?.pesan ?? null,
                    opsi: [
                      {
                        // Those that stand on this page: another that comes to light meanwhile is not meant by it.
                        nilai: kembaran.map((k) => k.id).join('-'),
                        teks: 'Sudah saya periksa: organisasi ini bukan salah satu di atas',
                        terpilih: false,
                      },
                    ],
                  }
                : null,
          }),
        ]
      : []),
    ...(boleh('batalkanVerifikasi')
      ? [
          buat('batalkan-verifikasi', {
            ...{ judul: 'Batalkan verifikasi', tombol: 'Batalkan verifikasi' },
            ...{
              ...polos,
              petunjuk: 'Pendaftaran diperiksa kembali oleh petugas.',
              kolom: alasan('batalkan-verifikasi'),
            },
          }),
        ]
      : []),
    ...(boleh('bukaKembali')
      ? [
          buat('buka-kembali', {
            ...{ judul: 'Buka kembali', tombol: 'Buka kembali' },
            ...{
              ...polos,
              petunjuk: 'Penolakan dicabut dan pendaftaran diperiksa lagi.',
              kolom: alasan('buka-kembali'),
            },
          }),
        ]
      : []),
    ...(boleh('lepas')
      ? [
          buat('lepas', {
            ...{ judul: 'Lepaskan ke daftar kerja', tombol: 'Lepaskan' },
            ...{ ...polos, petunjuk: 'Petugas lain dapat mengambilnya. Hasil pemeriksaan tetap tersimpan.' },
          }),
        ]
      : []),
  ];
}
