import { angka, desimal, rentangTanggal, tanggal, tanggalRingkas } from '../../../common/format.js';
import {
  type Angka,
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Penomoran,
  type Saringan,
  type Tindakan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { KODE_KANTOR } from '../../klaster/klaster.types.js';
import { berlakuPada } from '../../klaster/pemetaan.js';
import { adaKekurangan, type KeadaanDokumen, type Legalitas, susunLegalitas } from '../../ormas/legalitas.js';
import { kataSkor, lencanaKeaktifan, lencanaStatus } from '../../ormas/ormas.lencana.js';
import { type AnggotaKlaster, SEBUTAN_DOKUMEN } from '../../ormas/ormas.types.js';
import { kataAkhir, namaBenda } from '../../radar/radar.kata.js';
import {
  type AkhirAnggota,
  type JumlahKegiatan,
  type KlasterTerbuka,
  type SemuaKlaster,
  TAMPIL_KLASTER,
  type TampilKlaster,
} from '../dasbor.types.js';
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
  /** Of the office: the undecided that it guides as well. */
  catatan: string;
}

/** Until somebody decides, the office guides who has no cluster. */
function kataBelum(jumlah: number, belum: number): string {
  if (belum === 0) return '';
  return `dengan ${angka(belum)} ormas yang belum ditetapkan: seluruhnya ${angka(jumlah + belum)}`;
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
export function presentSemuaKlaster({ opd, bidang, pemetaan, kota, belum, hari }: SemuaKlaster): TampilanSemuaKlaster {
  const { hasil } = kota;
  const sisa = belum.jumlah - belum.isi.length;
  return {
    judul: 'Klaster',
    kepala: {
      judul: 'Klaster',
      pengantar: 'Ormas menurut OPD pembinanya. Ormas yang sudah dicabut atau bubar tidak dihitung.',
      remah: [{ teks: 'Beranda', href: '/' }],
      tindakan: [{ teks: 'Pemetaan, OPD, dan bidang', href: jalurLain.pemetaan() }],
    },
    judulRata: hasil === null ? 'Rata-rata IKO' : `Rata-rata IKO ${hasil.tahun}`,
    keterangan: `Jumlah ormas dan keaktifan menurut register hari ini. ${
      hasil === null
        ? 'IKO belum pernah dihitung.'
        : `Rata-rata IKO ${hasil.tahun} dari skor lengkap saja, dengan ormas dan klaster menurut perhitungan ${tanggal(hasil.dihitungPada)}.`
    }`,
    baris: opd.map((o) => {
      const a = kota.klaster.find((k) => k.opdId === o.id) ?? { jumlah: 0, aktif: 0, iko: null };
      const milik = pemetaan
        .filter((p) => p.opdId === o.id && berlakuPada(p, hari))
        .map((p) => bidang.get(p.bidangId) ?? '');
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
        catatan: o.kode === KODE_KANTOR ? kataBelum(a.jumlah, belum.jumlah) : '',
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
  /** `4 kegiatan 2026, 3 terverifikasi`; empty: none. */
  tahunIni: string;
  /** What has ended or ends soon, the earliest first. */
  akhir: { teks: string; lencana: Lencana }[];
  skor: string;
  keteranganSkor: string;
}

export interface TampilanKlasterOpd {
  judul: string;
  kepala: KepalaHalaman;
  angka: Angka[];
  /** Of the office's own page: the undecided that it guides as well. */
  belum: { teks: string; href: string } | null;
  /** Null on the printed sheet. */
  saringan: Saringan | null;
  baris: BarisAnggota[];
  penomoran: Penomoran | null;
  kosong: Kosong | null;
}

/** One OPD's cluster: figures, and its ormas with contact and gaps in their documents. */
export function presentKlasterOpd(k: KlasterTerbuka, bolehSemua: boolean, cetak = false): TampilanKlasterOpd {
  const { opd, anggota, kegiatan, hasil, tampil } = k;
  const saring = bolehSemua ? { opd: opd.kode } : {};
  return {
    judul: `Klaster ${opd.nama}`,
    kepala: {
      judul: `Klaster ${opd.nama}`,
      pengantar: cetak ? `${opd.namaLengkap}. ${SEBUTAN_TAMPIL[tampil]}, per ${tanggal(k.hari)}.` : opd.namaLengkap,
      remah: [
        { teks: 'Beranda', href: '/' },
        ...(bolehSemua ? [{ teks: 'Klaster', href: jalurDasbor.klaster() }] : []),
        ...(cetak ? [{ teks: opd.nama, href: jalurDasbor.klasterOpd(opd.kode, 1, tampil) }] : []),
      ],
      tindakan: cetak
        ? []
        : [
            { teks: 'Cari di register', href: jalurLain.register(saring), ikon: 'cari' },
            { teks: 'Lembar cetak', href: jalurDasbor.cetakKlaster(opd.kode, tampil), ikon: 'cetak' },
          ],
    },
    angka: [
      { label: 'Ormas hari ini', nilai: angka(k.semua), href: jalurLain.register(saring) },
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
    belum:
      k.belum === 0
        ? null
        : {
            teks: `${angka(k.belum)} ormas yang klasternya belum ditetapkan`,
            href: jalurLain.register({ opd: 'belum' }),
          },
    saringan: cetak ? null : susunSaringan(k),
    baris: anggota.isi.map((o) => presentAnggota(o, k)),
    penomoran: cetak ? null : susunPenomoran(anggota, (n) => jalurDasbor.klasterOpd(opd.kode, n, tampil)),
    kosong:
      anggota.isi.length > 0
        ? null
        : tampil === ''
          ? {
              judul: 'Belum ada ormas di klaster ini',
              teks: 'Ormas masuk ke klaster menurut bidangnya atau keputusan petugas.',
            }
          : { judul: 'Tidak ada yang cocok', teks: 'Tidak ada ormas klaster ini yang sesuai dengan saringan.' },
  };
}

const SEBUTAN_TAMPIL: Readonly<Record<TampilKlaster, string>> = {
  '': 'Semua ormas',
  '30': 'Masa berlaku berakhir dalam 30 hari',
  '60': 'Masa berlaku berakhir dalam 31–60 hari',
  '90': 'Masa berlaku berakhir dalam 61–90 hari',
  berakhir: 'Masa berlaku sudah berakhir',
  'tidak-aktif': 'Tidak aktif dalam satu tahun',
};

function susunSaringan({ opd, tampil, ringkasAkhir: r }: KlasterTerbuka): Saringan {
  const polos = jalurDasbor.klasterOpd(opd.kode);
  const banyak: Partial<Record<TampilKlaster, number>> = {
    ...{ '30': r.hari30, '60': r.hari60, '90': r.hari90, berakhir: r.berakhir },
  };
  const opsi = TAMPIL_KLASTER.map((t) => {
    const n = banyak[t];
    return {
      ...{ nilai: t, terpilih: t === tampil },
      teks: n === undefined ? SEBUTAN_TAMPIL[t] : `${SEBUTAN_TAMPIL[t]} (${angka(n)})`,
    };
  });
  return {
    aksi: polos,
    pilihan: [{ nama: 'tampil', label: 'Tampilkan', opsi }],
    tersembunyi: [],
    aktif: tampil === '' ? [] : [{ teks: SEBUTAN_TAMPIL[tampil], href: polos }],
    hapusSemua: polos,
  };
}

/** So many ends are named for each ormas; the rest stands on its page. */
const AKHIR_MAKS = 3;

function presentAkhir(isi: readonly AkhirAnggota[], hari: string): BarisAnggota['akhir'] {
  return isi.slice(0, AKHIR_MAKS).map((b) => ({
    teks: `${namaBenda(b)}, ${tanggalRingkas(b.berlakuSampai)}`,
    lencana: { jenis: b.berlakuSampai < hari ? 'bahaya' : 'perlu', teks: kataAkhir(b.berlakuSampai, hari) },
  }));
}

function kataTahun(k: JumlahKegiatan | undefined, tahun: number): string {
  return k === undefined ? '' : `${angka(k.jumlah)} kegiatan ${tahun}, ${angka(k.terverifikasi)} terverifikasi`;
}

function presentAnggota(o: AnggotaKlaster, k: KlasterTerbuka): BarisAnggota {
  const { hari } = k;
  const legalitas = susunLegalitas(o.dokumen, hari).filter((l) => adaKekurangan(l.keadaan));
  return {
    nama: o.nama,
    href: jalurLain.ormas(o.id),
    status: o.status === 'terdaftar' ? null : lencanaStatus(o.status),
    tempat: o.kelurahan ?? 'Luar domisili',
    ketua: o.ketua ?? '',
    alamat: o.alamat,
    kekurangan: susunKekurangan(legalitas),
    keaktifan: lencanaKeaktifan(o),
    terakhir: o.kegiatanTerakhir === null ? '' : tanggalRingkas(o.kegiatanTerakhir),
    kegiatan: jalurLain.kegiatanOrmas(o.id),
    tahunIni: kataTahun(k.kegiatanAnggota.get(o.id), k.kegiatan.tahun),
    akhir: presentAkhir(k.akhir.get(o.id) ?? [], hari),
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
