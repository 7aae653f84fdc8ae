import { type GalatIsian } from '../../../common/domain-error.js';
import { angka, desimal, rentangTanggal, tanggal } from '../../../common/format.js';
import { type Catatan, type KepalaHalaman, type KolomTeks } from '../../../infra/view/bagian.js';
import { SEBUTAN_JABATAN } from '../../ormas/jabatan.js';
import { statusSah } from '../../ormas/koreksi-status.js';
import { kataSkor, lencanaStatus } from '../../ormas/ormas.lencana.js';
import { SEBUTAN_BENTUK, SEBUTAN_DOKUMEN, SEBUTAN_STATUS } from '../../ormas/ormas.types.js';
import { type Perbandingan, type Sisi } from '../ganda.types.js';
import { jalurGanda } from './ganda.paths.js';
import { presentSisi, sebutanSebab, type SisiTampil } from './ganda.presenter.js';

interface BarisBanding {
  label: string;
  a: string[];
  b: string[];
  berbeda: boolean;
}

/** `views/ganda/banding.hbs` */
export interface HalamanBanding {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  a: SisiTampil;
  b: SisiTampil;
  /** The heads of the columns, as the cells of a phone repeat them. */
  judulA: string;
  judulB: string;
  sebab: string[];
  keadaan: Catatan | null;
  kelompok: { judul: string; baris: BarisBanding[] }[];
  gabung: string | null;
  putusan: { aksi: string; judul: string; petunjuk: string; tombol: string; versi: number; alasan: KolomTeks } | null;
}

/** What was sent with a decision that could not be taken, to be shown again. */
export interface IsianBanding {
  alasan: string;
  galat: GalatIsian[];
}

/** Two entries side by side. */
export function presentBanding(p: Perbandingan, isian: IsianBanding | null = null): HalamanBanding {
  const { a, b } = p;
  const judul = 'Bandingkan dua catatan';
  return {
    judul,
    kepala: {
      judul,
      pengantar: `${a.o.nama} dan ${b.o.nama}`,
      remah: [{ teks: 'Data ganda', href: jalurGanda.daftar() }],
    },
    galat: isian?.galat ?? [],
    a: ringkas(a),
    b: ringkas(b),
    judulA: `Nomor ${a.o.id}`,
    judulB: `Nomor ${b.o.id}`,
    sebab: p.sebab.map(sebutanSebab),
    keadaan: keadaan(p),
    kelompok: KELOMPOK.map(({ judul: j, baris }) => ({
      judul: j,
      baris: baris.map(([label, nilai]) => {
        const [x, y] = [isi(nilai(a)), isi(nilai(b))];
        return { label, a: x, b: y, berbeda: x.join('\n') !== y.join('\n') };
      }),
    })),
    gabung: p.boleh.gabungkan ? jalurGanda.gabung(a.o.id, b.o.id) : null,
    putusan: putusan(p, isian),
  };
}

const ringkas = ({ o }: Sisi): SisiTampil =>
  presentSisi({ id: o.id, nama: o.nama, status: o.status, kelurahan: o.kelurahan });
const isi = (nilai: string[] | string | null): string[] =>
  (Array.isArray(nilai) ? nilai : [nilai ?? '']).filter((t) => t !== '');
const hari = (t: string | null): string => (t === null ? '' : tanggal(t));
const nomorTanggal = (nomor: string | null, pada: string | null): string =>
  [nomor ?? '', hari(pada)].filter((t) => t !== '').join(', ');

type Nilai = (s: Sisi) => string[] | string | null;

const KELOMPOK: readonly { judul: string; baris: readonly (readonly [string, Nilai])[] }[] = [
  {
    judul: 'Register',
    baris: [
      ['Nama', ({ o }) => o.nama],
      ['Status', ({ o }) => lencanaStatus(o.status).teks],
      ['Bentuk', ({ o }) => SEBUTAN_BENTUK[o.bentuk]],
      ['Bidang', ({ o }) => o.bidang ?? o.bidangTeks],
      ['OPD pembina', ({ o }) => o.opd ?? 'Belum ditetapkan'],
      ['Dasar hukum', ({ o }) => nomorTanggal(o.dasarHukumNomor, o.dasarHukumTanggal)],
      ['Akta notaris', ({ o }) => nomorTanggal(o.aktaNomor, o.aktaTanggal)],
      ['NPWP', ({ o }) => o.npwp],
      ['Surat keterangan', ({ o }) => nomorTanggal(o.nomorSkko, o.skkoBerlakuSampai)],
      ['Terdaftar sejak', ({ o }) => hari(o.terdaftarPada)],
      [
        'Sekretariat',
        ({ o: { kontak: k, kelurahan } }) =>
          [k.alamat, k.rt && `RT ${k.rt}`, k.rw && `RW ${k.rw}`, kelurahan ?? 'Luar domisili']
            .filter(Boolean)
            .join(', '),
      ],
      ['Telepon', ({ o }) => o.kontak.telepon],
      ['Surel', ({ o }) => o.kontak.surel],
      ['Sumber dana', ({ o }) => o.sumberDana],
      ['Jumlah anggota', ({ o }) => (o.jumlahAnggota === null ? '' : angka(o.jumlahAnggota))],
    ],
  },
  {
    judul: 'Pengurus dan akun',
    baris: [
      [
        'Pengurus',
        ({ o }) =>
          o.pengurus.map(
            (p) =>
              `${SEBUTAN_JABATAN[p.jabatan] ?? p.jabatan}: ${p.nama}, ${
                p.sampai === null ? `sejak ${tanggal(p.dari)}` : rentangTanggal(p.dari, p.sampai)
              }`,
          ),
      ],
      ['Akun sekretaris', ({ sekeliling: s }) => s.akun.map((x) => (x.aktif ? x.nama : `${x.nama} (dimatikan)`))],
    ],
  },
  {
    judul: 'Dokumen dan surat',
    baris: [
      [
        'Dokumen',
        ({ o }) =>
          o.dokumen.map(
            (d) =>
              `${SEBUTAN_DOKUMEN[d.jenis]}${d.nomor === null ? '' : ` ${d.nomor}`}${
                d.berlakuSampai === null ? '' : `, sampai ${tanggal(d.berlakuSampai)}`
              }`,
          ),
      ],
      [
        'Surat keterangan',
        ({ sekeliling: s }) => s.surat.map((x) => `${x.nomor}, ${x.status}, sampai ${tanggal(x.berlakuSampai)}`),
      ],
    ],
  },
  {
    judul: 'Yang sudah dikerjakan',
    baris: [
      [
        'Laporan kegiatan',
        ({ sekeliling: s }) => `${angka(s.kegiatan)}, di antaranya ${angka(s.terverifikasi)} terverifikasi`,
      ],
      ['Kegiatan terakhir', ({ o }) => hari(o.kegiatanTerakhir)],
      ['Rencana kerja', ({ sekeliling: s }) => angka(s.rencana)],
      ['Laporan tahunan', ({ sekeliling: s }) => s.laporanTahunan.join(', ')],
      ['Rekomendasi', ({ sekeliling: s }) => angka(s.rekomendasi)],
      ['Pembinaan dan sanksi', ({ sekeliling: s }) => angka(s.pembinaan)],
      ['Permohonan perubahan', ({ sekeliling: s }) => angka(s.permohonan)],
      [
        'IKO per tahun',
        ({ o }) => o.riwayatIko.map((i) => `${i.tahun}: ${i.skor === null ? kataSkor(i) : desimal(i.skor)}`),
      ],
    ],
  },
  {
    judul: 'Riwayat status',
    baris: [
      [
        'Status',
        ({ riwayatStatus: r }) =>
          statusSah(r).map(
            (x) => `${SEBUTAN_STATUS[x.status]}${x.berlaku === null ? '' : ` sejak ${tanggal(x.berlaku)}`}`,
          ),
      ],
    ],
  },
];

function keadaan(p: Perbandingan): Catatan | null {
  const { status, oleh, pada, alasan } = p.pasangan;
  if ([p.a, p.b].some((s) => s.o.status === 'digabung'))
    return { jenis: 'netral', judul: 'Salah satunya sudah digabung', teks: 'Buka catatannya untuk melihat ke mana.' };
  if (status === 'bukan-kembaran')
    return {
      jenis: 'baik',
      judul: `Dinyatakan bukan kembaran oleh ${oleh ?? 'sistem'}${pada === null ? '' : `, ${tanggal(pada)}`}`,
      teks: alasan ?? '',
    };
  return null;
}

function putusan(p: Perbandingan, isian: IsianBanding | null): HalamanBanding['putusan'] {
  const { a, b } = p;
  const alasan: KolomTeks = {
    ...{ nama: 'alasan', label: 'Alasan', wajib: true, maksimal: 500, baris: 3 },
    nilai: isian?.alasan ?? '',
    galat: isian?.galat.find((g) => g.bidang === 'alasan')?.pesan ?? null,
  };
  const bersama = { versi: p.pasangan.versi, alasan };
  if (p.boleh.nyatakanBukan)
    return {
      ...{ aksi: jalurGanda.bukan(a.o.id, b.o.id), judul: 'Bukan kembaran', tombol: 'Nyatakan bukan kembaran' },
      petunjuk: 'Keduanya organisasi yang berbeda. Pasangan ini tidak diajukan lagi; pernyataannya dapat ditarik.',
      ...bersama,
    };
  if (p.boleh.tarik)
    return {
      ...{ aksi: jalurGanda.tarik(a.o.id, b.o.id), judul: 'Tarik pernyataan', tombol: 'Tarik pernyataan' },
      petunjuk: 'Pasangan ini kembali menunggu keputusan.',
      ...bersama,
    };
  return null;
}
