import { angka, desimal, tanggalRingkas } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type Angka,
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type DataOpd, type DataPemetaan } from '../../klaster/klaster.types.js';
import { adaKekurangan, type KeadaanDokumen, type Legalitas, susunLegalitas } from '../legalitas.js';
import {
  type AngkaKlaster,
  type AngkaSemuaKlaster,
  type AnggotaKlaster,
  type RingkasOrmas,
  SEBUTAN_DOKUMEN,
} from '../ormas.types.js';
import { lencanaKeaktifan, lencanaStatus, teksTingkat } from './ormas.lencana.js';
import { jalurOrmas } from './ormas.paths.js';

export interface BarisKlaster {
  nama: string;
  namaLengkap: string;
  href: string;
  bidang: string;
  jumlah: string;
  aktif: string;
  rata: string;
  cakupan: string;
}

export interface TampilanSemuaKlaster {
  judul: string;
  kepala: KepalaHalaman;
  judulRata: string;
  baris: BarisKlaster[];
  belum: {
    jumlah: string;
    baris: { nama: string; href: string; tempat: string }[];
    semua: Tindakan | null;
    kosong: Kosong | null;
  };
}

/** `74 dari 120 (61,67%)`: a part of a whole, with the share. */
function dari(n: number, jumlah: number): string {
  if (jumlah === 0) return '0 dari 0';
  return `${angka(n)} dari ${angka(jumlah)} (${desimal((n / jumlah) * 100, 0)}%)`;
}

/** All clusters in figures, and what waits for a decision. */
export function presentSemuaKlaster(
  data: { opd: readonly DataOpd[]; bidang: ReadonlyMap<number, string>; pemetaan: readonly DataPemetaan[] },
  semua: AngkaSemuaKlaster,
  belum: Halaman<RingkasOrmas>,
): TampilanSemuaKlaster {
  const sisa = belum.jumlah - belum.isi.length;
  return {
    judul: 'Klaster',
    kepala: {
      judul: 'Klaster',
      pengantar: 'Ormas menurut OPD pembinanya. Ormas yang sudah dicabut atau bubar tidak dihitung.',
      remah: [{ teks: 'Beranda', href: '/' }],
    },
    judulRata: semua.tahun === null ? 'Rata-rata IKO' : `Rata-rata IKO ${semua.tahun}`,
    baris: data.opd.map((o) => {
      const a = semua.klaster.find((k) => k.opdId === o.id) ?? { opdId: o.id, jumlah: 0, aktif: 0, n: 0, rata: null };
      const bidang = data.pemetaan.filter((p) => p.opdId === o.id).map((p) => data.bidang.get(p.bidangId) ?? '');
      return {
        nama: o.nama,
        namaLengkap: o.namaLengkap,
        href: jalurOrmas.klasterOpd(o.kode),
        bidang: [...new Set(bidang)].join(', '),
        jumlah: angka(a.jumlah),
        aktif: dari(a.aktif, a.jumlah),
        rata: a.rata === null ? '–' : desimal(a.rata),
        cakupan: a.rata === null ? 'belum ada skor lengkap' : `n = ${dari(a.n, a.jumlah)}`,
      };
    }),
    belum: {
      jumlah: angka(belum.jumlah),
      baris: belum.isi.map((o) => ({
        nama: o.nama,
        href: jalurOrmas.rincian(o.id),
        tempat: o.kelurahan ?? 'Luar domisili',
      })),
      semua:
        sisa > 0 ? { teks: `Lihat semua (${angka(belum.jumlah)})`, href: jalurOrmas.daftar({ opd: 'belum' }) } : null,
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
  telepon: string;
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
export function presentKlasterOpd(
  k: { opd: DataOpd; tahun: number | null; angka: AngkaKlaster; anggota: Halaman<AnggotaKlaster>; hari: string },
  bolehSemua: boolean,
): TampilanKlasterOpd {
  const { opd, anggota } = k;
  return {
    judul: `Klaster ${opd.nama}`,
    kepala: {
      judul: `Klaster ${opd.nama}`,
      pengantar: opd.namaLengkap,
      remah: [
        { teks: 'Beranda', href: '/' },
        ...(bolehSemua ? [{ teks: 'Klaster', href: jalurOrmas.semuaKlaster() }] : []),
      ],
      tindakan: [
        {
          teks: 'Cari dan saring',
          href: jalurOrmas.daftar(bolehSemua ? { opd: opd.kode } : {}),
          ikon: 'saring',
        },
      ],
    },
    angka: [
      { label: 'Ormas', nilai: angka(k.angka.jumlah) },
      {
        label: 'Aktif',
        nilai: angka(k.angka.aktif),
        keterangan: `${dari(k.angka.aktif, k.angka.jumlah)} mempunyai kegiatan terverifikasi dalam satu tahun`,
      },
      {
        label: k.tahun === null ? 'Rata-rata IKO' : `Rata-rata IKO ${k.tahun}`,
        nilai: k.angka.rata === null ? '–' : desimal(k.angka.rata),
        keterangan:
          k.angka.rata === null
            ? 'Belum ada skor lengkap'
            : `n = ${dari(k.angka.n, k.angka.jumlah)}, tanpa skor sementara`,
      },
    ],
    baris: anggota.isi.map((o) => presentAnggota(o, k.hari)),
    penomoran: susunPenomoran(anggota, (n) => jalurOrmas.klasterOpd(opd.kode, n)),
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
    href: jalurOrmas.rincian(o.id),
    status: o.status === 'terdaftar' ? null : lencanaStatus(o.status),
    tempat: o.kelurahan ?? 'Luar domisili',
    ketua: o.ketua ?? '',
    telepon: o.telepon ?? '',
    kekurangan: susunKekurangan(legalitas),
    keaktifan: lencanaKeaktifan(o.aktif),
    terakhir: o.kegiatanTerakhir === null ? '' : tanggalRingkas(o.kegiatanTerakhir),
    kegiatan: jalurOrmas.kegiatan(o.id),
    skor: o.iko?.skor ? desimal(o.iko.skor) : '',
    keteranganSkor: o.iko ? `${teksTingkat(o.iko)}${o.iko.sementara ? ' (sementara)' : ''}` : 'Belum dinilai',
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
