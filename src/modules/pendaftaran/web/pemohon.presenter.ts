import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, tanggal, ukuranBerkas } from '../../../common/format.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomBerkas,
  type KolomPilihan,
  type KolomTeks,
  type Lencana,
  type Linimasa,
  type Periksa,
} from '../../../infra/view/bagian.js';
import { BATAS_UNGGAHAN } from '../../../infra/http/unggahan.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { TERIMA_DOKUMEN, TERIMA_FOTO, UKURAN_BERKAS_MAKS } from '../../berkas/berkas.types.js';
import { type BarisKunjungan } from '../../lapangan/kunjungan.types.js';
import { catatanKantor, tanpaJawaban } from '../catatan.aturan.js';
import { type DokumenDiminta } from '../daftar-periksa.data.js';
import { FORMULIR } from '../formulir.data.js';
import { type HalamanFormulir, type KolomFormulir } from '../formulir.types.js';
import { dokumenDiminta, type Kekurangan, kekurangan, opsiKolom, pilihan, teks } from '../pendaftaran.aturan.js';
import { bolehPendaftaran } from '../pendaftaran.policy.js';
import { type Aktor } from '../../../common/aktor.js';
import { STATUS_BERJALAN, STATUS_DAPAT_DIISI } from '../pendaftaran.status.js';
import {
  type Jawaban,
  type KeteranganDokumen,
  type PendaftaranRinci,
  type RingkasPendaftaran,
  type Rujukan,
} from '../pendaftaran.types.js';
import {
  dokumenTampil,
  type DokumenTampil,
  kataJam,
  kelompokJawaban,
  kunjunganTampil,
  type KunjunganTampil,
  lencanaStatus,
  linimasaPendaftaran,
  nomorPendaftaran,
  sebutanPendaftaran,
} from './pendaftaran.kata.js';
import { type CatatanTampil, catatanTampil, jalurCatatan } from './catatan-tampil.js';
import { jalurPendaftaran } from './pendaftaran.paths.js';

const BERANDA = { teks: 'Beranda', href: '/' };
const remahRinci = (p: { id: number; nama: string }): { teks: string; href: string }[] => [
  BERANDA,
  { teks: 'Pendaftaran', href: jalurPendaftaran.daftar() },
  { teks: sebutanPendaftaran(p), href: jalurPendaftaran.rinci(p.id) },
];

/** `views/pendaftaran/milik.hbs`: an applicant's own applications. */
export function presentMilik(daftar: readonly RingkasPendaftaran[]) {
  const berjalan = daftar.some((p) => STATUS_BERJALAN.includes(p.status));
  return {
    judul: 'Pendaftaran keberadaan',
    kepala: {
      judul: 'Pendaftaran keberadaan',
      pengantar:
        'Isi beberapa halaman pendek, lampirkan dokumen, periksa, lalu kirim. Semua tersimpan di setiap langkah.',
      remah: [BERANDA],
    } satisfies KepalaHalaman as KepalaHalaman,
    mulai: berjalan ? null : jalurPendaftaran.daftar(),
    daftar: daftar.map((p) => ({
      judul: sebutanPendaftaran(p),
      href: jalurPendaftaran.rinci(p.id),
      nomor: nomorPendaftaran(p.id),
      mulai: `Dimulai ${tanggal(p.dibuatPada)}`,
      lencana: lencanaStatus(p),
      jam: kataJam(p.jam),
    })),
  };
}

/** One part of an application and how far it is. */
interface BagianIsian {
  judul: string;
  butir: Butir[];
}

export interface HalamanPemohon {
  judul: string;
  kepala: KepalaHalaman;
  catatan: Catatan[];
  /** What the office wants mended, each with the way to its place and whether it was changed since. */
  diminta: CatatanTampil[];
  jam: string;
  /** While it may be changed: what is done, what is left, where to go on. */
  isian: { ringkasan: string; bagian: BagianIsian[]; lanjut: { teks: string; href: string }; periksa: string } | null;
  /** Once it was sent: what was sent. */
  terkirim: { periksa: Periksa; dokumen: DokumenTampil[] } | null;
  cabut: { aksi: string; kolom: KolomTeks } | null;
  pulihkan: string | null;
  kunjungan: KunjunganTampil[];
  versi: number;
  linimasa: Linimasa;
}

const SELESAI: Lencana = { jenis: 'baik', teks: 'Lengkap' };

/** `views/pendaftaran/pemohon.hbs`: where an application stands and what its applicant should do next. */
export function presentPemohon(
  aktor: Aktor,
  p: PendaftaranRinci,
  kunjungan: readonly BarisKunjungan[],
): HalamanPemohon {
  const boleh = (aksi: Parameters<typeof bolehPendaftaran>[1]) => bolehPendaftaran(aktor, aksi, p);
  return {
    judul: sebutanPendaftaran(p),
    kepala: {
      judul: sebutanPendaftaran(p),
      pengantar: nomorPendaftaran(p.id),
      remah: remahRinci(p).slice(0, 2),
      lencana: [lencanaStatus(p)],
    },
    catatan: catatanPemohon(p),
    diminta: catatanTampil(p),
    jam: kataJam(p.jam),
    isian: boleh('isi') ? bagianIsian(p) : null,
    terkirim: boleh('isi') ? null : { periksa: { kelompok: kelompokJawaban(p) }, dokumen: dokumenTampil(p, true) },
    cabut: boleh('cabut')
      ? {
          aksi: jalurPendaftaran.cabut(p.id),
          kolom: { nama: 'alasan', label: 'Alasan mencabut', nilai: '', maksimal: 1000, baris: 3 },
        }
      : null,
    pulihkan: boleh('pulihkan') && aktor.ormasId === null ? jalurPendaftaran.pulihkan(p.id) : null,
    kunjungan: kunjunganTampil(kunjungan, p.hari),
    versi: p.versi,
    linimasa: linimasaPendaftaran(p, true),
  };
}

function catatanPemohon(p: PendaftaranRinci): Catatan[] {
  const isi = (judul: string, jenis: Catatan['jenis'], teks: string): Catatan[] => [{ judul, jenis, teks }];
  switch (p.status) {
    case 'perlu-perbaikan':
      return isi(
        'Yang diminta petugas',
        'perlu',
        p.catatan || 'Perbaiki isian dan dokumen yang diberi catatan di bawah ini, lalu kirim lagi.',
      );
    case 'ditolak':
      return isi('Alasan penolakan', 'bahaya', p.catatan);
    case 'terdaftar':
      return isi(
        'Organisasi Anda sudah terdaftar',
        'baik',
        'Akun Anda kini akun sekretaris organisasi; laporkan kegiatan dari beranda.',
      );
    case 'diajukan':
    case 'diajukan-ulang':
    case 'terverifikasi':
      return isi(
        'Pendaftaran sudah terkirim',
        'proses',
        'Tidak ada yang perlu Anda lakukan. Perkembangannya tampil di halaman ini.',
      );
    case 'draf':
    case 'dicabut-pemohon':
      return [];
  }
}

function bagianIsian(p: PendaftaranRinci): NonNullable<HalamanPemohon['isian']> {
  const kurang = kekurangan(p.jawaban, p.dokumen, p.rujukan, p.hari);
  const keadaan = (jenis: Kekurangan['jenis'], tempat: string, tersentuh: boolean): Lencana => {
    const k = kurang.find((x) => x.jenis === jenis && x.tempat === tempat);
    if (!k) return SELESAI;
    return tersentuh
      ? { jenis: 'perlu', teks: `${angka(k.galat.length)} perlu dilengkapi` }
      : { jenis: 'netral', teks: 'Belum diisi' };
  };
  const diberiCatatan = (ada: boolean): string => (ada ? ' (ada catatan petugas)' : '');
  const diminta = dokumenDiminta(p.jawaban);
  const halaman = FORMULIR.map((h): Butir => {
    const catatan = h.kolom.some((k) => p.catatanBidang[k.nama]) && p.status === 'perlu-perbaikan';
    return {
      label: h.judul + diberiCatatan(catatan),
      nilai: 'Isi atau ubah',
      href: jalurPendaftaran.isi(p.id, h.kode),
      lencana: keadaan(
        'halaman',
        h.kode,
        h.kolom.some((k) => pilihan(p.jawaban, k.nama).length > 0),
      ),
    };
  });
  const dokumen = diminta.map(({ dokumen: d, wajib }): Butir => {
    const ada = p.dokumen.find((x) => x.kode === d.kode);
    const lencana: Lencana =
      ada?.putusan === 'tidak-sesuai'
        ? { jenis: 'perlu', teks: 'Tidak sesuai' }
        : !ada && !wajib
          ? { jenis: 'netral', teks: 'Tidak wajib' }
          : keadaan('dokumen', d.kode, Boolean(ada));
    const catatan = Boolean(ada?.catatan) && p.status === 'perlu-perbaikan';
    return {
      label: d.nama + diberiCatatan(catatan),
      nilai: ada?.berkasId ? 'Lihat atau ganti' : 'Lampirkan',
      href: jalurPendaftaran.dokumen(p.id, d.kode),
      lencana,
    };
  });
  const jumlah = halaman.length + diminta.filter((d) => d.wajib).length;
  const [pertama] = kurang;
  const beres = jumlah - kurang.length;
  const catatan = p.status === 'perlu-perbaikan' ? catatanKantor(p) : [];
  const terbuka = catatan.find((c) => !c.dijawab);
  const dijawab =
    catatan.length === 0
      ? ''
      : ` ${angka(catatan.filter((c) => c.dijawab).length)} dari ${angka(catatan.length)} catatan petugas sudah Anda jawab.`;
  return {
    ringkasan: `${angka(Math.max(0, beres))} dari ${angka(jumlah)} bagian wajib sudah lengkap.${dijawab}${diminta.length === 0 ? ' Daftar dokumen muncul setelah bentuk organisasi dipilih.' : ''}`,
    bagian: [{ judul: 'Isian', butir: halaman }, ...(dokumen.length > 0 ? [{ judul: 'Dokumen', butir: dokumen }] : [])],
    lanjut: pertama
      ? { teks: `Lanjut: ${pertama.judul}`, href: jalurTempat(p.id, pertama) }
      : terbuka
        ? { teks: `Perbaiki: ${terbuka.label}`, href: jalurCatatan(p.id, terbuka) }
        : { teks: 'Periksa dan kirim', href: jalurPendaftaran.periksa(p.id) },
    periksa: jalurPendaftaran.periksa(p.id),
  };
}

const jalurTempat = (id: number, k: Pick<Kekurangan, 'jenis' | 'tempat'>): string =>
  k.jenis === 'halaman' ? jalurPendaftaran.isi(id, k.tempat) : jalurPendaftaran.dokumen(id, k.tempat);

/** One field on the page: which partial draws it, and what the office remarked on it. */
export interface KolomTampil {
  jenis: KolomFormulir['jenis'];
  kolom: KolomTeks & KolomPilihan;
  catatan: Catatan | null;
}

/** `views/pendaftaran/isi.hbs`: one page of the form; what was typed stands in it, also when it was wrong. */
export function presentIsi(p: PendaftaranRinci, h: HalamanFormulir, jawaban: Jawaban, galat: GalatIsian[]) {
  const ke = FORMULIR.findIndex((x) => x.kode === h.kode);
  return {
    judul: h.judul,
    kepala: {
      judul: h.judul,
      pengantar: h.pengantar,
      remah: remahRinci(p),
      lencana: [{ jenis: 'netral', teks: `Halaman ${ke + 1} dari ${FORMULIR.length}` }],
    } satisfies KepalaHalaman as KepalaHalaman,
    galat,
    aksi: jalurPendaftaran.isi(p.id, h.kode),
    versi: p.versi,
    kunciDraf: `pendaftaran-${p.id}-${h.kode}`,
    kolom: h.kolom.map((k): KolomTampil => {
      const catatan = p.status === 'perlu-perbaikan' ? p.catatanBidang[k.nama] : undefined;
      return {
        jenis: k.jenis,
        kolom: susunKolom(k, jawaban, p.rujukan, p.hari, galat),
        catatan: catatan ? { jenis: 'perlu', judul: `Catatan petugas: ${k.label}`, teks: catatan } : null,
      };
    }),
    kembali: jalurPendaftaran.rinci(p.id),
  };
}

function susunKolom(
  k: KolomFormulir,
  jawaban: Jawaban,
  rujukan: Rujukan,
  hari: string,
  galat: readonly GalatIsian[],
): KolomTampil['kolom'] {
  const isi = pilihan(jawaban, k.nama);
  const opsi = opsiKolom(k, rujukan);
  return {
    nama: k.nama,
    label: k.label,
    nilai: teks(jawaban, k.nama),
    galat: galat.find((g) => g.bidang === k.nama)?.pesan ?? null,
    wajib: k.wajib !== false,
    opsi: [...(opsi ?? [])].map(([nilai, kata]) => ({ nilai, teks: kata, terpilih: isi.includes(nilai) })),
    ...(k.jenis === 'pilihan' && { kosong: 'Pilih salah satu' }),
    ...(k.petunjuk !== undefined && { petunjuk: k.petunjuk }),
    ...(k.maksimal !== undefined && { maksimal: k.maksimal }),
    ...(k.satuan !== undefined && { satuan: k.satuan }),
    ...(k.otomatis !== undefined && { otomatis: k.otomatis }),
    ...(k.waktu === 'lampau' && { terbesar: hari }),
    ...(k.pola === 'telepon' && { tipe: 'tel' as const }),
    ...(k.pola === 'surel' && { tipe: 'email' as const }),
    ...(k.pola === 'rtrw' && { lebar: 'pendek' as const }),
  };
}

/** `views/pendaftaran/dokumen.hbs`: one document of the checklist. */
export function presentDokumen(p: PendaftaranRinci, d: DokumenDiminta, isian: KeteranganDokumen, galat: GalatIsian[]) {
  const diminta = dokumenDiminta(p.jawaban);
  const ke = diminta.findIndex((x) => x.dokumen.kode === d.kode);
  const ada = p.dokumen.find((x) => x.kode === d.kode);
  const galatPada = (bidang: string): string | null => galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const kolom = (nama: keyof KeteranganDokumen, label: string, cara: DokumenDiminta['nomor']) =>
    cara === 'tidak' ? null : { nama, label, nilai: isian[nama], wajib: cara === 'wajib', galat: galatPada(nama) };
  const berkas: KolomBerkas = {
    nama: 'berkas',
    label: d.nama,
    terima: { dokumen: TERIMA_DOKUMEN, foto: TERIMA_FOTO, keduanya: `${TERIMA_DOKUMEN},${TERIMA_FOTO}` }[d.terima],
    banyak: d.terima === 'keduanya',
    wajib: true,
    ukuranMaksimal: UKURAN_BERKAS_MAKS,
    galat: galatPada('berkas'),
    petunjuk: {
      dokumen: 'Berkas PDF.',
      foto: 'Foto JPEG, PNG, atau WebP.',
      keduanya: `Satu PDF, atau foto setiap halamannya (paling banyak ${BATAS_UNGGAHAN.berkas}; pilih sekaligus menurut urutan).`,
    }[d.terima],
    ...(d.terima !== 'dokumen' && { sisiMaksimal: 2200 }),
    ...(ada?.berkasId && {
      tersimpan: [{ nama: ada.namaBerkas, ukuran: ada.ukuran, href: jalurBerkas(ada.berkasId) }],
    }),
  };
  return {
    judul: d.nama,
    kepala: {
      judul: d.nama,
      pengantar: d.petunjuk,
      remah: remahRinci(p),
      lencana: [{ jenis: 'netral', teks: `Dokumen ${ke + 1} dari ${diminta.length}` }],
    } satisfies KepalaHalaman as KepalaHalaman,
    catatan:
      p.status === 'perlu-perbaikan' && ada?.catatan
        ? ({ jenis: 'perlu', judul: 'Catatan petugas', teks: ada.catatan } satisfies Catatan as Catatan)
        : null,
    galat,
    aksi: jalurPendaftaran.dokumen(p.id, d.kode),
    versi: p.versi,
    kolom: {
      berkas,
      nomor: kolom('nomor', 'Nomor dokumen', d.nomor),
      tanggal: kolom('tanggal', 'Tanggal dokumen', d.tanggal),
      berlakuSampai: kolom('berlakuSampai', 'Berlaku sampai', d.berlaku),
    },
    kembali: jalurPendaftaran.rinci(p.id),
  };
}

/** The place after a page or document: the next one that is not in order, else the check. */
export function jalurBerikut(p: PendaftaranRinci, dari: { jenis: Kekurangan['jenis']; tempat: string }): string {
  const urutan = [
    ...FORMULIR.map((h) => ({ jenis: 'halaman' as const, tempat: h.kode })),
    ...dokumenDiminta(p.jawaban).map((d) => ({ jenis: 'dokumen' as const, tempat: d.dokumen.kode })),
  ];
  const letak = (x: Pick<Kekurangan, 'jenis' | 'tempat'>): number =>
    urutan.findIndex((u) => u.jenis === x.jenis && u.tempat === x.tempat);
  const kurang = kekurangan(p.jawaban, p.dokumen, p.rujukan, p.hari).filter((k) => letak(k) !== letak(dari));
  const [lanjut] = [...kurang.filter((k) => letak(k) > letak(dari)), ...kurang];
  return lanjut ? jalurTempat(p.id, lanjut) : jalurPendaftaran.periksa(p.id);
}

/** `views/pendaftaran/periksa.hbs`: check your answers, and what is still missing, each with the way there. */
export function presentPeriksa(p: PendaftaranRinci, galat: readonly GalatIsian[] = []) {
  const kurang = kekurangan(p.jawaban, p.dokumen, p.rujukan, p.hari);
  const dokumen = dokumenTampil(p, true).filter((d) => d.wajib || d.ada);
  const ulang = p.status === 'perlu-perbaikan';
  const dariPutaran = p.putaran.at(-1);
  const pesanTanya = galat.find((g) => g.bidang === 'tetapKirim');
  const tanya: KolomPilihan | null =
    ulang && kurang.length === 0 && tanpaJawaban(p)
      ? {
          ...{ nama: 'tetapKirim', label: 'Yang diminta petugas belum Anda ubah', wajib: true },
          galat: pesanTanya?.pesan ?? null,
          opsi: [{ nilai: 'ya', teks: 'Memang tidak perlu diubah; kirim apa adanya', terpilih: false }],
        }
      : null;
  return {
    judul: 'Periksa sebelum mengirim',
    kepala: {
      judul: 'Periksa sebelum mengirim',
      pengantar:
        'Setelah terkirim, isian tidak dapat diubah kecuali petugas mengembalikannya. Anda tetap dapat mencabutnya.',
      remah: remahRinci(p),
    } satisfies KepalaHalaman as KepalaHalaman,
    kurang: kurang.flatMap((k) =>
      k.galat.map((g) => ({
        teks: `${k.judul}: ${g.pesan}`,
        href: `${jalurTempat(p.id, k)}#isian-${g.bidang}`,
      })),
    ),
    periksa: {
      kelompok: [
        ...kelompokJawaban(p, (kode) => jalurPendaftaran.isi(p.id, kode)),
        {
          judul: 'Dokumen',
          butir: dokumen.map((d): Butir => ({
            label: d.nama,
            nilai: d.ada
              ? [d.namaBerkas, d.dokumen ? `(${ukuranBerkas(d.dokumen.ukuran)})` : '', d.keterangan]
                  .filter(Boolean)
                  .join(' ')
              : '',
            ...(d.href === null ? {} : { href: d.href }),
          })),
        },
      ],
    } satisfies Periksa,
    diminta: catatanTampil(p),
    tanya,
    galat: tanya && pesanTanya ? [pesanTanya] : [],
    aksi: jalurPendaftaran.ajukan(p.id),
    tombol: ulang && dariPutaran ? 'Kirim ulang' : 'Kirim pendaftaran',
    versi: p.versi,
    kembali: jalurPendaftaran.rinci(p.id),
    dapatDiisi: STATUS_DAPAT_DIISI.includes(p.status),
  };
}
