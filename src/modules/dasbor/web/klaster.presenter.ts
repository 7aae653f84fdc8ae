import { angka, desimal, rentangTanggal, tanggal, tanggalRingkas } from '../../../common/format.js';
import {
  type Angka,
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { adaKekurangan, type KeadaanDokumen, type Legalitas, susunLegalitas } from '../../ormas/legalitas.js';
import { kataSkor, lencanaKeaktifan, lencanaStatus } from '../../ormas/ormas.lencana.js';
import { type AnggotaKlaster, SEBUTAN_DOKUMEN } from '../../ormas/ormas.types.js';
import { type KlasterTerbuka, type SemuaKlaster } from '../dasbor.types.js';
import { angkaRata, type Sel } from './beranda.presenter.js';
import { jalurDasbor, jalurLain } from './dasbor.paths.js';
import { dariOrmas } from './kata.js';

export interface BarisKlaster {
  nama: string;
  namaLengkap: string;
  href: string;
  bidang: string;
  jumlah: Sel;
  aktif: Sel;
  rata: Sel;
  cakupan: string;
}

export interface TampilanSemuaKlaster {
  judul: string;
  kepala: KepalaHalaman;
  judulRata: string;
  keterangan: string;
  baris: BarisKlaster[];
  belum: {
    jumlah: string;
    baris: { nama: string; href: string; tempat: string }[];
    semua: Tindakan | null;
    kosong: Kosong | null;
  };
}

/** All clusters in figures, and what waits for a decision. */
export function presentSemuaKlaster({ opd, bidang, pemetaan, kota, belum }: SemuaKlaster): TampilanSemuaKlaster {
  const { hasil } = kota;
  const sisa = belum.jumlah - belum.isi.length;
  return {
    judul: 'Klaster',
    kepala: {
      judul: 'Klaster',
      pengantar: 'Ormas menurut OPD pembinanya. Ormas yang sudah dicabut atau bubar tidak dihitung.',
      remah: [{ teks: 'Beranda', href: '/' }],
    },
    judulRata: hasil === null ? 'Rata-rata IKO' : `Rata-rata IKO ${hasil.tahun}`,
    keterangan: `Jumlah ormas dan keaktifan menurut register hari ini. ${
      hasil === null
        ? 'IKO belum pernah dihitung.'
        : `Rata-rata IKO ${hasil.tahun} dari skor lengkap saja, dengan ormas dan klaster menurut perhitungan ${tanggal(hasil.dihitungPada)}.`
    }`,
    baris: opd.map((o) => {
      const a = kota.klaster.find((k) => k.opdId === o.id) ?? { jumlah: 0, aktif: 0, iko: null };
      const milik = pemetaan.filter((p) => p.opdId === o.id).map((p) => bidang.get(p.bidangId) ?? '');
      return {
        nama: o.nama,
        namaLengkap: o.namaLengkap,
        href: jalurDasbor.klasterOpd(o.kode),
        bidang: [...new Set(milik)].join(', '),
        jumlah: { teks: angka(a.jumlah), href: jalurLain.register({ opd: o.kode }) },
        aktif: { teks: angka(a.aktif), href: jalurLain.register({ opd: o.kode, aktif: true }) },
        rata: {
          teks: a.iko?.rata ? desimal(a.iko.rata) : '–',
          href: hasil && a.iko ? jalurLain.skorLengkap(hasil.tahun, o.id) : null,
        },
        cakupan: a.iko === null ? 'tidak ada yang dinilai' : `n = ${dariOrmas(a.iko.n, a.iko.populasi)}`,
      };
    }),
    belum: {
      jumlah: angka(belum.jumlah),
      baris: belum.isi.map((o) => ({
        nama: o.nama,
        href: jalurLain.ormas(o.id),
        tempat: o.kelurahan ?? 'Luar domisili',
      })),
      semua:
        sisa > 0 ? { teks: `Lihat semua (${angka(belum.jumlah)})`, href: jalurLain.register({ opd: 'belum' }) } : null,
      kosong:
        belum.jumlah > 0
          ? null
          : { judul: 'Semua ormas sudah mempunyai klaster', teks: 'Tidak ada yang menunggu penetapan.' },
    },
  };
}

export interface BarisAnggota {
  nama: string;
  href: string;
  status: Lencana | null;
  tempat: string;
  ketua: string;
  alamat: string;
  /** One sentence per kind of gap; empty: nothing is missing. */
  kekurangan: string[];
  keaktifan: Lencana;
  terakhir: string;
  kegiatan: string;
  skor: string;
  keteranganSkor: string;
}

export interface TampilanKlasterOpd {
  judul: string;
  kepala: KepalaHalaman;
  angka: Angka[];
  baris: BarisAnggota[];
  penomoran: Penomoran;
  kosong: Kosong | null;
}

/** One OPD's cluster: figures, and its ormas with contact and gaps in their documents. */
export function presentKlasterOpd(k: KlasterTerbuka, bolehSemua: boolean): TampilanKlasterOpd {
  const { opd, anggota, kegiatan, hasil } = k;
  const saring = bolehSemua ? { opd: opd.kode } : {};
  return {
    judul: `Klaster ${opd.nama}`,
    kepala: {
      judul: `Klaster ${opd.nama}`,
      pengantar: opd.namaLengkap,
      remah: [
        { teks: 'Beranda', href: '/' },
        ...(bolehSemua ? [{ teks: 'Klaster', href: jalurDasbor.klaster() }] : []),
      ],
      tindakan: [{ teks: 'Cari dan saring', href: jalurLain.register(saring), ikon: 'saring' }],
    },
    angka: [
      { label: 'Ormas hari ini', nilai: angka(anggota.jumlah), href: jalurLain.register(saring) },
      {
        label: 'Aktif hari ini',
        nilai: angka(k.angka.aktif),
        keterangan: `${dariOrmas(k.angka.aktif, k.angka.jumlah)} mempunyai kegiatan terverifikasi dalam satu tahun`,
        href: jalurLain.register({ ...saring, aktif: true }),
      },
      {
        label: `Kegiatan ${kegiatan.tahun}`,
        nilai: angka(kegiatan.jumlah),
        keterangan: `terkirim untuk masa penilaian ${rentangTanggal(kegiatan.mulai, kegiatan.akhir)}; ${angka(kegiatan.terverifikasi)} sudah terverifikasi`,
        href: jalurDasbor.daftar('tahun-ini', 1, bolehSemua ? opd.kode : null),
      },
      angkaRata(k.angka.iko, hasil, bolehSemua ? opd.id : undefined),
    ],
    baris: anggota.isi.map((o) => presentAnggota(o, k.hari)),
    penomoran: susunPenomoran(anggota, (n) => jalurDasbor.klasterOpd(opd.kode, n)),
    kosong:
      anggota.isi.length > 0
        ? null
        : {
            judul: 'Belum ada ormas di klaster ini',
            teks: 'Ormas masuk ke klaster menurut bidangnya atau keputusan petugas.',
          },
  };
}

function presentAnggota(o: AnggotaKlaster, hari: string): BarisAnggota {
  const legalitas = susunLegalitas(o.dokumen, hari).filter((l) => adaKekurangan(l.keadaan));
  return {
    nama: o.nama,
    href: jalurLain.ormas(o.id),
    status: o.status === 'terdaftar' ? null : lencanaStatus(o.status),
    tempat: o.kelurahan ?? 'Luar domisili',
    ketua: o.ketua ?? '',
    alamat: o.alamat,
    kekurangan: susunKekurangan(legalitas),
    keaktifan: lencanaKeaktifan(o.aktif),
    terakhir: o.kegiatanTerakhir === null ? '' : tanggalRingkas(o.kegiatanTerakhir),
    kegiatan: jalurLain.kegiatanOrmas(o.id),
    skor: o.iko?.skor ? desimal(o.iko.skor) : '',
    keteranganSkor: `${o.iko ? `IKO ${o.iko.tahun}: ` : ''}${kataSkor(o.iko)}`,
  };
}

const KURANG: readonly [KeadaanDokumen, string][] = [
  ['berakhir', 'Berakhir'],
  ['tidak-sah', 'Tidak sah'],
  ['belum-ada', 'Belum ada'],
];

/** The gaps by kind, what is worst first: `Berakhir: SK pengurus.` */
function susunKekurangan(legalitas: readonly Legalitas[]): string[] {
  return KURANG.flatMap(([keadaan, kata]) => {
    const dokumen = legalitas.filter((l) => l.keadaan === keadaan).map((l) => SEBUTAN_DOKUMEN[l.jenis]);
    return dokumen.length === 0 ? [] : [`${kata}: ${dokumen.join(', ')}.`];
  });
}
