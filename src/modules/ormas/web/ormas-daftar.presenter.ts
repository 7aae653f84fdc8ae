import { angka, desimal, tanggalRingkas } from '../../../common/format.js';
import { type Halaman, jumlahHalaman } from '../../../common/page.js';
import {
  type Catatan,
  type KepalaHalaman,
  type KepalaKolom,
  type Kosong,
  type Lencana,
  type Opsi,
  type Penomoran,
  type Saringan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type OpsiOrmas, type RingkasOrmas, type SaringanOrmas, type UrutanOrmas } from '../ormas.types.js';
import { catatanKecamatan, type KecamatanTercari, tawaranKecamatan } from '../kata-kecamatan.js';
import { KATA_RAGAM, ragamCari } from '../ragam-cari.js';
import { kataSkor, lencanaKeaktifan, lencanaStatus } from '../ormas.lencana.js';
import { jalurOrmas, SARINGAN_KOSONG } from './ormas.paths.js';

/** One line of the list. Empty text: nothing to show there. */
export interface BarisOrmas {
  nama: string;
  singkatan: string;
  href: string;
  /** Only when it is not simply registered. */
  status: Lencana | null;
  bidang: string;
  tempat: string;
  kecamatan: string;
  opd: string;
  belumDitetapkan: boolean;
  keaktifan: Lencana;
  terakhir: string;
  skor: string;
  /** The column's name in the narrow layout: IKO and its year. */
  labelSkor: string;
  keteranganSkor: string;
}

export interface TampilanDaftar {
  judul: string;
  kepala: KepalaHalaman;
  saringan: Saringan;
  /** How a search was read: by single letters, or as a kecamatan; null: nothing to say. */
  catatan: Catatan | null;
  /** The list of the kecamatan that was typed, where names match too; null: nothing to offer. */
  kecamatan: { teks: string; href: string } | null;
  /** `210 ormas`, `18 ormas cocok`. */
  jumlah: string;
  kolom: KepalaKolom[];
  baris: BarisOrmas[];
  penomoran: Penomoran;
  kosong: Kosong | null;
}

const LABEL: Readonly<Record<keyof OpsiOrmas, string>> = {
  bidang: 'Bidang',
  opd: 'OPD',
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  status: 'Status',
  keaktifan: 'Keaktifan',
  tingkat: 'Tingkat IKO',
};
const NAMA_SARINGAN = Object.keys(LABEL) as (keyof OpsiOrmas)[];

const KOLOM: readonly { urut: UrutanOrmas; teks: string; awal: SaringanOrmas['arah']; angka?: boolean }[] = [
  { urut: 'nama', teks: 'Nama', awal: 'naik' },
  { urut: 'kelurahan', teks: 'Kelurahan', awal: 'naik' },
  { urut: 'opd', teks: 'OPD', awal: 'naik' },
  { urut: 'kegiatan', teks: 'Kegiatan terakhir', awal: 'turun' },
  { urut: 'skor', teks: 'IKO', awal: 'turun', angka: true },
];

/**
 * The list of ormas.
 * @param terbatas the actor sees one cluster only: the filter by OPD would have one answer
 * @param kecamatan the kecamatan that was typed into the search, and what is there
 */
export function presentDaftar(
  halaman: Halaman<RingkasOrmas>,
  s: SaringanOrmas,
  opsi: OpsiOrmas,
  terbatas: boolean,
  kecamatan: KecamatanTercari | null = null,
): TampilanDaftar {
  const tawaran = tawaranKecamatan(kecamatan);
  const aktif = susunAktif(s, opsi);
  const tahunIko = Math.max(0, ...halaman.isi.map((o) => o.iko?.tahun ?? 0));
  return {
    judul: 'Ormas',
    kepala: {
      judul: 'Ormas',
      pengantar:
        'Register organisasi kemasyarakatan. Aktif berarti ada kegiatan terverifikasi dalam satu tahun terakhir.',
      remah: [{ teks: 'Beranda', href: '/' }],
      // Who sees the list may take it along (`bolehEkspor`); an empty list leaves nothing to take.
      tindakan:
        halaman.jumlah === 0
          ? []
          : [
              { teks: 'Unduh Excel', href: jalurOrmas.ekspor('xlsx', s) },
              { teks: 'Unduh CSV', href: jalurOrmas.ekspor('csv', s) },
            ],
    },
    saringan: {
      aksi: jalurOrmas.cari(),
      kirim: true,
      cari: {
        nama: 'cari',
        label: 'Cari ormas',
        nilai: s.cari,
        petunjuk: 'Nama, kelurahan, kecamatan, NPWP, telepon, nomor SK/SKKO.',
      },
      pilihan: NAMA_SARINGAN.filter((n) => !(terbatas && n === 'opd')).map((nama) => ({
        nama,
        label: LABEL[nama],
        opsi: susunOpsi(opsi[nama], s[nama]),
      })),
      tersembunyi: (['urut', 'arah'] as const)
        .filter((n) => s[n] !== SARINGAN_KOSONG[n])
        .map((nama) => ({ nama, nilai: s[nama] })),
      aktif,
      hapusSemua: jalurOrmas.daftar({ urut: s.urut, arah: s.arah }),
    },
    catatan: kecamatan?.dibaca
      ? catatanKecamatan(kecamatan)
      : ragamCari(s.cari) === 'satu-huruf' && halaman.jumlah > 0
        ? { jenis: 'netral', ...KATA_RAGAM['satu-huruf'] }
        : null,
    kecamatan:
      kecamatan === null || tawaran === null
        ? null
        : {
            teks: tawaran,
            href: jalurOrmas.daftar({ ...s, cari: kecamatan.sisa, kecamatan: kecamatan.nilai }),
          },
    jumlah: `${halaman.lebih ? 'Lebih dari ' : ''}${angka(halaman.jumlah)} ormas${aktif.length > 0 ? ' cocok' : ''}`,
    kolom: KOLOM.map((k) => kepalaKolom(k, s, tahunIko)),
    baris: halaman.isi.map((o) => presentBaris(o, tahunIko)),
    penomoran: susunPenomoran(halaman, (n) => jalurOrmas.daftar(s, n)),
    kosong: halaman.isi.length > 0 ? null : susunKosong(halaman, s, aktif.length > 0),
  };
}

/**
 * What a search by number has found. The number stands in the field of the search alone, in no address of the page.
 * @param nomor as it was typed
 */
export function presentNomor(
  hasil: readonly RingkasOrmas[],
  nomor: string,
  opsi: OpsiOrmas,
  terbatas: boolean,
): TampilanDaftar {
  const jumlah = hasil.length;
  const semua = presentDaftar(
    { isi: [...hasil], halaman: 1, perHalaman: jumlah || 1, jumlah },
    SARINGAN_KOSONG,
    opsi,
    terbatas,
  );
  return {
    ...semua,
    saringan: { ...semua.saringan, cari: { nama: 'cari', label: 'Cari ormas', ...semua.saringan.cari, nilai: nomor } },
    jumlah: `${angka(jumlah)} ormas dengan nomor ini`,
    kolom: KOLOM.map(({ teks, angka: kanan }) => ({ teks, angka: kanan ?? false })),
    kosong:
      jumlah > 0
        ? null
        : {
            judul: 'Tidak ada ormas dengan nomor ini',
            teks: 'Periksa angkanya. NPWP dan telepon ditulis lengkap; nomor SK, SKKO, atau dokumen cukup awalnya.',
            tindakan: { teks: 'Tampilkan semua ormas', href: jalurOrmas.daftar() },
          },
  };
}

function susunOpsi(opsi: OpsiOrmas[keyof OpsiOrmas], nilai: string): Opsi[] {
  return [{ nilai: '', teks: 'Semua' }, ...opsi].map((o) => ({ ...o, terpilih: o.nilai === nilai }));
}

function susunAktif(s: SaringanOrmas, opsi: OpsiOrmas): Saringan['aktif'] {
  const pilihan = NAMA_SARINGAN.flatMap((nama) => {
    const terpilih = opsi[nama].find((o) => o.nilai === s[nama]);
    if (s[nama] === '' || !terpilih) return [];
    return [{ teks: `${LABEL[nama]}: ${terpilih.teks}`, href: jalurOrmas.daftar({ ...s, [nama]: '' }) }];
  });
  if (s.cari === '') return pilihan;
  return [{ teks: `Cari: ${s.cari}`, href: jalurOrmas.daftar({ ...s, cari: '' }) }, ...pilihan];
}

/** @param tahunIko the newest year whose scores stand on the page; 0: none */
function kepalaKolom(k: (typeof KOLOM)[number], s: SaringanOrmas, tahunIko: number): KepalaKolom {
  const kini = s.urut === k.urut;
  const berikut = kini ? (s.arah === 'naik' ? 'turun' : 'naik') : k.awal;
  return {
    teks: k.urut === 'skor' && tahunIko > 0 ? `IKO ${tahunIko}` : k.teks,
    href: jalurOrmas.daftar({ ...s, urut: k.urut, arah: berikut }),
    arah: kini ? s.arah : null,
    angka: k.angka ?? false,
  };
}

function presentBaris(o: RingkasOrmas, tahunIko: number): BarisOrmas {
  return {
    nama: o.nama,
    singkatan: o.singkatan ?? '',
    href: jalurOrmas.rincian(o.id),
    status: o.status === 'terdaftar' ? null : lencanaStatus(o.status),
    bidang: o.bidang ?? '',
    tempat: o.kelurahan ?? 'Luar domisili',
    kecamatan: o.kecamatan ?? '',
    opd: o.opd ?? 'Belum ditetapkan',
    belumDitetapkan: o.opdId === null,
    keaktifan: lencanaKeaktifan(o),
    terakhir: o.kegiatanTerakhir === null ? '' : tanggalRingkas(o.kegiatanTerakhir),
    skor: o.iko?.skor ? desimal(o.iko.skor) : '',
    labelSkor: o.iko ? `IKO ${o.iko.tahun}` : 'IKO',
    // A score of another year than the column's says so.
    keteranganSkor: `${o.iko && o.iko.tahun !== tahunIko ? `IKO ${o.iko.tahun} · ` : ''}${kataSkor(o.iko)}`,
  };
}

function susunKosong(h: Halaman<RingkasOrmas>, s: SaringanOrmas, disaring: boolean): Kosong {
  if (h.jumlah > 0) {
    return {
      judul: 'Halaman ini kosong',
      teks: `Daftar ini hanya sampai halaman ${angka(jumlahHalaman(h))}.`,
      tindakan: { teks: 'Ke halaman pertama', href: jalurOrmas.daftar(s) },
    };
  }
  if (!disaring) {
    return {
      judul: 'Belum ada ormas',
      teks: 'Register masih kosong. Petugas dan admin dapat memasukkan berkas register melalui halaman Impor.',
    };
  }
  const tindakan = { teks: 'Tampilkan semua ormas', href: jalurOrmas.daftar() };
  if (ragamCari(s.cari) === 'tanpa-kata') return { ...KATA_RAGAM['tanpa-kata'], tindakan };
  const dicari = s.cari === '' ? '' : `Tidak ada nama atau kelurahan yang memuat “${s.cari}”. `;
  return {
    judul: 'Tidak ada ormas yang cocok',
    teks: `${dicari}Coba kata yang lebih pendek, atau hapus sebagian saringan.`,
    tindakan,
  };
}
