import { type GalatIsian } from '../../../common/domain-error.js';
import {
  type KepalaHalaman,
  type KolomBerkas,
  type KolomPilihan,
  type KolomTeks,
  type Periksa,
} from '../../../infra/view/bagian.js';
import { jalurBerkas, jalurBerkasKecil } from '../../berkas/berkas.paths.js';
import { TERIMA_FOTO, UKURAN_BERKAS_MAKS } from '../../berkas/berkas.types.js';
import { bidangKeterangan } from '../../berkas/penerima-unggahan.js';
import { DAFTAR_PERIKSA, HASIL_PERIKSA, SEBUTAN_HASIL } from '../daftar-periksa.data.js';
import { bidangCatatan, bidangHasil, FOTO_MAKS, type Ketikan, potretBeritaAcara } from '../kunjungan.aturan.js';
import { SEBUTAN_STATUS } from '../kunjungan.status.js';
import {
  type FotoKunjungan,
  type IsianBeritaAcara,
  type KunjunganRinci,
  type PetugasKunjungan,
  SEBUTAN_SIKAP,
  SIKAP_ORMAS,
} from '../kunjungan.types.js';
import { jalurKunjungan } from './kunjungan.paths.js';
import { type HasilFoto, TEMPAT_FOTO, type TempatFoto } from './unggahan-foto.js';

/** A place for a photo, with its caption. */
interface TempatFormulir {
  berkas: KolomBerkas;
  keterangan: KolomTeks;
}

interface FotoFormulir {
  id: number;
  nama: string;
  ukuran: number;
  href: string;
  gambar: string;
  keterangan: KolomTeks;
}

export interface HalamanFormulir {
  judul: string;
  kepala: KepalaHalaman;
  aksi: string;
  kunciDraf: string;
  versi: number;
  galat: GalatIsian[];
  bekal: string;
  kolom: {
    tanggal: KolomTeks;
    mulai: KolomTeks;
    selesai: KolomTeks;
    petugas: KolomPilihan;
    ditemui: KolomPilihan;
    penerimaNama: KolomTeks;
    penerimaJabatan: KolomTeks;
    temuan: KolomTeks;
    rekomendasi: KolomTeks;
    sikap: KolomPilihan;
    kataOrmas: KolomTeks;
  };
  periksa: { hasil: KolomPilihan; catatan: KolomTeks }[];
  foto: FotoFormulir[];
  tempat: TempatFormulir[];
  /** Places that are folded away below the first one. */
  tempatLain: TempatFormulir[];
  tempatTerbuka: boolean;
  fotoMaks: number;
  kembali: string;
}

/** The form with what is stored of a record. */
export function ketikanDari(i: IsianBeritaAcara): Ketikan {
  const { periksa, petugas, ditemui } = i;
  const teks: Record<string, string> = {
    ...{ tanggal: i.tanggal ?? '', mulai: i.mulai ?? '', selesai: i.selesai ?? '', sikap: i.sikap ?? '' },
    ...{ penerimaNama: i.penerimaNama, penerimaJabatan: i.penerimaJabatan, kataOrmas: i.kataOrmas },
    ...{ temuan: i.temuan, rekomendasi: i.rekomendasi, ditemui: ditemui === null ? '' : ditemui ? 'ya' : 'tidak' },
  };
  for (const { kode } of DAFTAR_PERIKSA) {
    teks[bidangHasil(kode)] = periksa[kode]?.hasil ?? '';
    teks[bidangCatatan(kode)] = periksa[kode]?.catatan ?? '';
  }
  return { teks, petugas };
}

/** `views/lapangan/berita-acara.hbs`: the record as it is written, on a phone in the field. */
export function presentFormulir(
  k: KunjunganRinci,
  b: { ketikan: Ketikan; petugas: readonly PetugasKunjungan[]; galat: GalatIsian[]; unggah: HasilFoto | null },
): HalamanFormulir {
  const galatPada = (bidang: string): string | null => b.galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const sisa = Math.max(0, FOTO_MAKS - k.foto.length);
  const tempat = TEMPAT_FOTO.slice(0, sisa);
  const susun = (daftar: readonly TempatFoto[]): TempatFormulir[] =>
    daftar.map((t) => susunTempat(t, galatPada, b.unggah?.keteranganDitolak[t] ?? ''));
  return {
    judul: 'Berita acara kunjungan',
    kepala: {
      judul: 'Berita acara kunjungan',
      pengantar: `${k.nama}. Simpan draf kapan saja, lalu teruskan nanti.`,
      remah: [
        { teks: 'Kunjungan', href: jalurKunjungan.daftar() },
        { teks: k.nama, href: jalurKunjungan.rinci(k.id) },
      ],
      lencana: [SEBUTAN_STATUS[k.status]],
    },
    aksi: jalurKunjungan.beritaAcara(k.id),
    kunciDraf: `kunjungan-${k.id}`,
    versi: k.versi,
    galat: b.galat,
    bekal: k.bekal,
    kolom: susunKolom(b, k.hari, galatPada),
    periksa: DAFTAR_PERIKSA.map((d) => ({
      hasil: {
        ...{ nama: bidangHasil(d.kode), label: d.sebutan, petunjuk: d.petunjuk, wajib: true },
        galat: galatPada(bidangHasil(d.kode)),
        opsi: HASIL_PERIKSA.map((h) => ({
          ...{ nilai: h, teks: SEBUTAN_HASIL[h], terpilih: b.ketikan.teks[bidangHasil(d.kode)] === h },
        })),
      },
      catatan: {
        nama: bidangCatatan(d.kode),
        label: `Catatan: ${d.sebutan.charAt(0).toLowerCase()}${d.sebutan.slice(1)}`,
        tanda: 'wajib bila tidak sesuai atau tidak dapat diperiksa',
        nilai: b.ketikan.teks[bidangCatatan(d.kode)] ?? '',
        galat: galatPada(bidangCatatan(d.kode)),
        maksimal: 500,
      },
    })),
    foto: k.foto.map((f) => susunFoto(f, galatPada)),
    tempat: susun(tempat.slice(0, 1)),
    tempatLain: susun(tempat.slice(1)),
    tempatTerbuka: tempat.slice(1).some((t) => galatPada(t) !== null || (b.unggah?.keteranganDitolak[t] ?? '') !== ''),
    fotoMaks: FOTO_MAKS,
    kembali: jalurKunjungan.rinci(k.id),
  };
}

function susunKolom(
  b: { ketikan: Ketikan; petugas: readonly PetugasKunjungan[] },
  hari: string,
  galatPada: (bidang: string) => string | null,
): HalamanFormulir['kolom'] {
  const { teks, petugas } = b.ketikan;
  const dasar = (nama: string, label: string) => ({ nama, label, nilai: teks[nama] ?? '', galat: galatPada(nama) });
  const pilih = (nama: string, label: string, opsi: readonly (readonly [nilai: string, teks: string])[]) => ({
    ...dasar(nama, label),
    wajib: true,
    opsi: opsi.map(([nilai, kata]) => ({ nilai, teks: kata, terpilih: teks[nama] === nilai })),
  });
  const adaPenerima = { tanda: 'wajib bila ada yang menerima' };
  return {
    tanggal: { ...dasar('tanggal', 'Tanggal pelaksanaan'), wajib: true, terbesar: hari },
    mulai: { ...dasar('mulai', 'Jam mulai'), wajib: true, tipe: 'time', lebar: 'pendek' },
    selesai: { ...dasar('selesai', 'Jam selesai'), wajib: true, tipe: 'time', lebar: 'pendek' },
    petugas: {
      ...dasar('petugas', 'Petugas yang hadir'),
      wajib: true,
      opsi: b.petugas.map((p) => ({ nilai: String(p.id), teks: p.nama, terpilih: petugas.includes(p.id) })),
    },
    ditemui: pilih('ditemui', 'Apakah ada pengurus yang menerima kunjungan?', [
      ['ya', 'Ya, ada yang menerima'],
      ['tidak', 'Tidak ada'],
    ]),
    penerimaNama: {
      ...dasar('penerimaNama', 'Nama yang menerima'),
      ...{ ...adaPenerima, maksimal: 160, petunjuk: 'Hanya dibaca kantor; tidak tercetak pada berita acara.' },
    },
    penerimaJabatan: {
      ...dasar('penerimaJabatan', 'Jabatannya dalam organisasi'),
      ...{ ...adaPenerima, maksimal: 120, petunjuk: 'Misalnya: Sekretaris' },
    },
    temuan: {
      ...dasar('temuan', 'Temuan'),
      wajib: true,
      baris: 6,
      maksimal: 4000,
      petunjuk: 'Apa yang dilihat dan didengar di tempat.',
    },
    rekomendasi: {
      ...dasar('rekomendasi', 'Rekomendasi'),
      baris: 4,
      maksimal: 4000,
      petunjuk: 'Apa yang sebaiknya dilakukan ormas atau kantor.',
    },
    sikap: {
      ...pilih(
        'sikap',
        'Sikap pihak ormas atas isi berita acara',
        SIKAP_ORMAS.map((s) => [s, SEBUTAN_SIKAP[s]] as const),
      ),
      ...{ wajib: false, petunjuk: 'Wajib bila ada yang menerima. Ormas juga dapat menanggapi melalui portal.' },
    },
    kataOrmas: {
      ...dasar('kataOrmas', 'Tanggapan pihak ormas'),
      ...{ baris: 3, maksimal: 1000, tanda: 'wajib bila tidak menyetujui' },
    },
  };
}

const labelKeterangan = (f: Pick<FotoKunjungan, 'nama'>): string => `Keterangan foto “${f.nama}”`;

function susunFoto(f: FotoKunjungan, galatPada: (bidang: string) => string | null): FotoFormulir {
  const nama = `keterangan_${f.id}`;
  return {
    ...{
      id: f.id,
      nama: f.nama,
      ukuran: f.ukuran,
      href: jalurBerkas(f.berkasId),
      gambar: jalurBerkasKecil(f.berkasId),
    },
    keterangan: {
      ...{ nama, label: labelKeterangan(f), nilai: f.keterangan, maksimal: 300, wajib: true, galat: galatPada(nama) },
    },
  };
}

function susunTempat(
  tempat: TempatFoto,
  galatPada: (bidang: string) => string | null,
  keterangan: string,
): TempatFormulir {
  const nomor = tempat.slice(-1);
  return {
    berkas: {
      ...{ nama: tempat, label: `Foto ${nomor}`, terima: TERIMA_FOTO, banyak: false },
      ...{ ukuranMaksimal: UKURAN_BERKAS_MAKS, sisiMaksimal: 2000, galat: galatPada(tempat) },
    },
    keterangan: {
      ...{ nama: bidangKeterangan(tempat), label: `Keterangan foto ${nomor}`, nilai: keterangan, maksimal: 300 },
      ...{ tanda: 'wajib bila ada fotonya', petunjuk: 'Apa yang terlihat, misalnya: Papan nama di depan sekretariat' },
    },
  };
}

/** The fields as they follow each other on the page. */
const URUTAN: readonly string[] = [
  ...['tanggal', 'mulai', 'selesai', 'petugas', 'ditemui', 'penerimaNama', 'penerimaJabatan'],
  ...DAFTAR_PERIKSA.flatMap((d) => [bidangHasil(d.kode), bidangCatatan(d.kode)]),
  ...['temuan', 'rekomendasi', 'foto', 'sikap', 'kataOrmas'],
];

/** One sentence per field, the first one said; in the order of the form. */
export function satuPerBidang(...daftar: readonly (readonly GalatIsian[])[]): GalatIsian[] {
  const per = new Map<string, GalatIsian>();
  for (const g of daftar.flat()) if (!per.has(g.bidang)) per.set(g.bidang, g);
  const tempat = (bidang: string): number => {
    const i = URUTAN.indexOf(bidang);
    return i < 0 ? URUTAN.indexOf('foto') : i;
  };
  return [...per.values()].sort((a, b) => tempat(a.bidang) - tempat(b.bidang));
}

export interface HalamanPeriksa {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  /** What the fields of the form are called: the summary of faults speaks of them. */
  isian: { nama: string; label: string }[];
  ubah: string;
  periksa: Periksa;
  foto: { gambar: string; href: string; keterangan: string }[];
  aksi: string;
  versi: number;
}

/** `views/lapangan/periksa.hbs`: check what was written before it is signed off. */
export function presentPeriksa(
  k: KunjunganRinci,
  isian: IsianBeritaAcara,
  petugas: readonly PetugasKunjungan[],
  kurang: readonly GalatIsian[],
): HalamanPeriksa {
  const ubah = jalurKunjungan.beritaAcara(k.id);
  const potret = potretBeritaAcara(isian, petugas, k.foto);
  const butir = (label: readonly string[]) => label.map((l) => ({ label: l, nilai: potret[l] ?? '' }));
  const label = susunKolom({ ketikan: ketikanDari(isian), petugas }, k.hari, () => null);
  return {
    judul: 'Periksa berita acara',
    kepala: {
      judul: 'Periksa berita acara',
      pengantar:
        'Setelah selesai, berita acara bernomor dan dibaca ormas; memperbaikinya memerlukan keputusan membuka kembali.',
      remah: [
        { teks: 'Kunjungan', href: jalurKunjungan.daftar() },
        { teks: k.nama, href: jalurKunjungan.rinci(k.id) },
      ],
    },
    galat: [...kurang],
    isian: [
      ...Object.values(label).map((x) => ({ nama: x.nama, label: x.label })),
      ...DAFTAR_PERIKSA.flatMap((d) => [
        { nama: bidangHasil(d.kode), label: d.sebutan },
        { nama: bidangCatatan(d.kode), label: `Catatan ${d.sebutan.toLowerCase()}` },
      ]),
      ...k.foto.map((f) => ({ nama: `keterangan_${f.id}`, label: labelKeterangan(f) })),
      { nama: 'foto1', label: 'Foto' },
    ],
    ubah,
    periksa: {
      kelompok: [
        {
          judul: 'Pelaksanaan',
          ubah: `${ubah}#pelaksanaan`,
          butir: butir(['Tanggal', 'Jam', 'Petugas yang hadir', 'Ada yang menerima', 'Yang menerima']),
        },
        { judul: 'Pemeriksaan', ubah: `${ubah}#pemeriksaan`, butir: butir(DAFTAR_PERIKSA.map((d) => d.sebutan)) },
        { judul: 'Temuan dan rekomendasi', ubah: `${ubah}#temuan`, butir: butir(['Temuan', 'Rekomendasi']) },
        { judul: 'Sikap ormas', ubah: `${ubah}#sikap`, butir: butir(['Sikap ormas', 'Kata ormas']) },
      ],
    },
    foto: galeri(k.foto),
    aksi: jalurKunjungan.selesaikan(k.id),
    versi: k.versi,
  };
}

/** Photos with their captions as `galeri` shows them. */
export const galeri = (foto: readonly FotoKunjungan[]): { gambar: string; href: string; keterangan: string }[] =>
  foto.map((f) => ({
    ...{ gambar: jalurBerkasKecil(f.berkasId), href: jalurBerkas(f.berkasId), keterangan: f.keterangan || f.nama },
  }));
