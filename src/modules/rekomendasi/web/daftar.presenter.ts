import { type Aktor } from '../../../common/aktor.js';
import { angka, tanggal } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import {
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Opsi,
  type Penomoran,
  type Saringan,
} from '../../../infra/view/bagian.js';
import { kalimatTerpotong, susunPenomoran } from '../../../infra/view/penomoran.js';
import { type DataOpd } from '../../klaster/klaster.types.js';
import { lingkupOrmas } from '../../ormas/ormas.policy.js';
import { type BacaRekomendasiService } from '../baca-rekomendasi.service.js';
import {
  type RingkasRekomendasi,
  type SaringanRekomendasi,
  type SaringKeadaan,
  SEBUTAN_PENANGGUNG,
} from '../rekomendasi.types.js';
import { lencanaRekomendasi } from '../rekomendasi.kata.js';
import { jalurRekomendasi } from './rekomendasi.paths.js';

interface Baris {
  isi: string;
  href: string;
  batal: boolean;
  ormas: string;
  ormasHref: string;
  sumber: string;
  penanggung: string;
  tempo: string;
  lencana: Lencana;
}

/** `views/rekomendasi/daftar.hbs`: the list of many ormas, and that of one. */
export interface HalamanDaftar {
  judul: string;
  kepala: KepalaHalaman;
  saringan: Saringan | null;
  jumlah: string;
  baris: Baris[];
  /** The column of the ormas stands in the list of many alone. */
  denganOrmas: boolean;
  kosong: Kosong;
  penomoran: Penomoran | null;
}

const JUDUL = 'Rekomendasi';
const KEADAAN: Readonly<Record<SaringKeadaan, string>> = {
  dilaporkan: 'Menunggu pemeriksaan',
  terlambat: 'Lewat batas waktu',
  terbuka: 'Belum selesai',
  selesai: 'Selesai',
  batal: 'Dibatalkan',
};

/** Who answers for it, by name where it is an OPD. */
export const kataPenanggung = (r: Pick<RingkasRekomendasi, 'penanggung' | 'opdPenanggung'>): string =>
  r.opdPenanggung ?? SEBUTAN_PENANGGUNG[r.penanggung];

const baris = (r: RingkasRekomendasi, hari: string): Baris => ({
  ...{ isi: r.isi, href: jalurRekomendasi.rinci(r.id), batal: r.status === 'batal', ormas: r.ormasNama },
  ...{ ormasHref: jalurRekomendasi.milikOrmas(r.ormasId), sumber: r.sumber, penanggung: kataPenanggung(r) },
  ...{ tempo: tanggal(r.jatuhTempo), lencana: lencanaRekomendasi(r, hari) },
});

/** The recommendations of one ormas. */
export function presentMilikOrmas({
  ormas,
  keadaan,
  baris: isi,
}: Awaited<ReturnType<BacaRekomendasiService['milikOrmas']>>): HalamanDaftar {
  return {
    judul: `Rekomendasi untuk ${ormas.nama}`,
    kepala: {
      judul: JUDUL,
      pengantar: ormas.nama,
      remah: [
        ...(ormas.boleh.lihatDaftar ? [{ teks: JUDUL, href: jalurRekomendasi.daftar() }] : []),
        { teks: ormas.nama, href: jalurRekomendasi.ormas(ormas.id) },
      ],
      tindakan: ormas.boleh.beri
        ? [{ teks: 'Beri rekomendasi', href: jalurRekomendasi.baru(ormas.id), jenis: 'utama', ikon: 'tambah' }]
        : [],
    },
    saringan: {
      aksi: jalurRekomendasi.milikOrmas(ormas.id),
      pilihan: [pilihanKeadaan(keadaan)],
      tersembunyi: [],
      aktif: keadaan === '' ? [] : [{ teks: KEADAAN[keadaan], href: jalurRekomendasi.milikOrmas(ormas.id) }],
      hapusSemua: jalurRekomendasi.milikOrmas(ormas.id),
    },
    ...{ jumlah: angka(isi.length), denganOrmas: false, penomoran: null },
    baris: isi.map((r) => baris(r, ormas.hari)),
    kosong: {
      judul: keadaan === '' ? 'Belum ada rekomendasi' : 'Tidak ada rekomendasi untuk saringan ini',
      teks: 'Yang diminta kepada ormas ini, dengan batas waktunya, tampil di sini.',
    },
  };
}

const pilihanKeadaan = (terpilih: SaringKeadaan | '') => ({
  ...{ nama: 'keadaan', label: 'Keadaan' },
  opsi: [['', 'Semua keadaan'], ...Object.entries(KEADAAN)].map(([nilai = '', teks = '']): Opsi => ({
    ...{ nilai, teks, terpilih: nilai === terpilih },
  })),
});

/** The list of many ormas. @param cetak the sheet for print, without pages */
export function presentDaftar(b: {
  aktor: Aktor;
  halaman: Halaman<RingkasRekomendasi>;
  saringan: SaringanRekomendasi;
  pilihan: { opd: readonly DataOpd[]; tahun: readonly string[] };
  hari: string;
  cetak: boolean;
}): HalamanDaftar {
  const { halaman, saringan: s, cetak } = b;
  const susun = susunSaringan(b.aktor, s, b.pilihan);
  const menurut = susun.aktif.map((a) => a.teks).join(', ');
  return {
    judul: JUDUL,
    kepala: {
      judul: JUDUL,
      pengantar: cetak
        ? `${menurut === '' ? 'Semua rekomendasi' : menurut}. Keadaan ${tanggal(b.hari)}.${kalimatTerpotong(halaman)}`
        : 'Yang diminta kepada ormas, dan tindak lanjutnya. Yang menunggu pemeriksaan di atas, lalu yang paling dekat batas waktunya.',
      remah: [{ teks: 'Beranda', href: '/' }, ...(cetak ? [{ teks: JUDUL, href: jalurRekomendasi.daftar(s) }] : [])],
      tindakan: cetak
        ? []
        : [
            { teks: 'Pembinaan dan sanksi', href: '/pembinaan', ikon: 'riwayat' },
            ...(halaman.jumlah === 0
              ? []
              : [
                  { teks: 'Lembar cetak', href: jalurRekomendasi.cetak(s), ikon: 'cetak' },
                  { teks: 'Unduh Excel', href: jalurRekomendasi.ekspor('xlsx', s), ikon: 'unduh' },
                  { teks: 'Unduh CSV', href: jalurRekomendasi.ekspor('csv', s), ikon: 'unduh' },
                ]),
          ],
    },
    saringan: cetak ? null : susun,
    jumlah: angka(halaman.jumlah),
    baris: halaman.isi.map((r) => baris(r, b.hari)),
    denganOrmas: true,
    kosong: {
      judul: susun.aktif.length > 0 ? 'Tidak ada rekomendasi untuk saringan ini' : 'Belum ada rekomendasi',
      teks: 'Rekomendasi diberikan petugas dari halaman ormasnya.',
    },
    penomoran: cetak ? null : susunPenomoran(halaman, (n) => jalurRekomendasi.daftar(s, n)),
  };
}

function susunSaringan(
  aktor: Aktor,
  s: SaringanRekomendasi,
  p: { opd: readonly DataOpd[]; tahun: readonly string[] },
): Saringan {
  const pilih = (nama: keyof SaringanRekomendasi, label: string, semua: string, isi: [string, string][]) => ({
    ...{ nama, label },
    opsi: [['', semua] as [string, string], ...isi].map(([nilai, teks]): Opsi => ({
      ...{ nilai, teks, terpilih: nilai === s[nama] },
    })),
  });
  const pilihan = [
    pilihanKeadaan(s.keadaan),
    pilih(
      'tahun',
      'Tahun batas waktu',
      'Semua tahun',
      p.tahun.map((t) => [t, t]),
    ),
    ...(lingkupOrmas(aktor).jenis === 'semua'
      ? [
          pilih('opd', 'OPD pembina', 'Semua OPD', [
            ...p.opd.map((o): [string, string] => [o.kode, o.nama]),
            ['belum', 'Belum ditetapkan'],
          ]),
        ]
      : []),
  ];
  return {
    aksi: jalurRekomendasi.daftar(),
    cari: { nama: 'cari', label: 'Nama ormas, rekomendasi, atau dasar', nilai: s.cari },
    ...{ pilihan, tersembunyi: [] },
    aktif: [
      ...(s.cari === '' ? [] : [{ teks: `“${s.cari}”`, href: jalurRekomendasi.daftar({ ...s, cari: '' }) }]),
      ...pilihan.flatMap((k) => {
        const o = k.opsi.find((x) => x.terpilih && x.nilai !== '');
        return o ? [{ teks: o.teks, href: jalurRekomendasi.daftar({ ...s, [k.nama]: '' }) }] : [];
      }),
    ],
    hapusSemua: jalurRekomendasi.daftar(),
  };
}
