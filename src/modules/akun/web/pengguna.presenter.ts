import { PERAN, SEBUTAN_PERAN } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { angka } from '../../../common/format.js';
import { type Halaman } from '../../../common/page.js';
import { memuatNomorPribadi } from '../../../common/nomor-pribadi.js';
import { type KolomPilihan, type Lencana, type Opsi, type Saringan } from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import {
  KEADAAN_AKUN,
  type KeadaanAkun,
  ORMAS_DICARI_MAKS,
  type OrmasDicari,
  type RingkasAkun,
  type SaringanAkun,
} from '../akun.types.js';
import { jalurAkun } from './akun.paths.js';
import { galatDi } from './akun.presenter.js';

interface IsianAkun {
  surel: string;
  nama: string;
  peran: string;
  opdId: string;
  /** What was typed to find the ormas, and the one that was chosen. */
  ormas: string;
  ormasId: string;
}

/** `views/akun/pengguna.hbs`: a page of the accounts, and the form for a new one. `tautan` is a link just made, shown once. */
export function presentPengguna(isi: {
  daftar: Halaman<RingkasAkun>;
  saringan: SaringanAkun;
  opd: readonly { id: number; nama: string }[];
  /** What was found for `isian.ormas`; null: nothing was looked for. */
  ormas: readonly OrmasDicari[] | null;
  isian: IsianAkun;
  galat: GalatIsian[];
  tautan: string | null;
  aktorId: number | null;
}) {
  // What was searched for may be an e-mail address: then it stands in no address of the page.
  const alamat = memuatNomorPribadi(isi.saringan.cari) ? { ...isi.saringan, cari: '' } : isi.saringan;
  const galat = galatOrmas(isi);
  return {
    judul: 'Pengguna',
    pengantar: 'Akun dibuat tanpa kata sandi; pemiliknya menyetel sendiri melalui tautan satu kali.',
    remah: [{ teks: 'Beranda', href: '/' }],
    tindakan: [{ teks: 'Buat akun baru', href: '#akun-baru' }],
    tautan: isi.tautan,
    saringan: susunSaringan(isi.saringan),
    jumlah: `${angka(isi.daftar.jumlah)} akun`,
    penomoran: susunPenomoran(isi.daftar, (n) => jalurAkun.pengguna(alamat, n)),
    asal: jalurAkun.pengguna(alamat, isi.daftar.halaman),
    kosong:
      isi.daftar.isi.length > 0
        ? null
        : {
            judul: 'Tidak ada akun yang cocok',
            teks: 'Coba sebagian nama saja, atau hapus saringannya.',
            tindakan: { teks: 'Tampilkan semua akun', href: jalurAkun.pengguna() },
          },
    aksi: jalurAkun.pengguna(),
    galat,
    kolom: kolomAkun({ ...isi, galat }),
    pilihanOrmas: isi.ormas && isi.ormas.length > 0 ? pilihanOrmas(isi.ormas, isi.isian, galat) : null,
    dicari: isi.ormas ? isi.isian.ormas.trim() : '',
    aksiCari: `${jalurAkun.pengguna()}#akun-baru`,
    akun: isi.daftar.isi.map((a) => ({
      nama: a.nama,
      surel: a.surel,
      peran: SEBUTAN_PERAN[a.peran],
      lingkup: a.opdNama ?? a.ormasNama ?? '',
      lencana: lencanaAkun(a),
      versi: a.versi,
      aturAktif: jalurAkun.aturAktif(a.id),
      aktifBaru: a.aktif ? 'tidak' : 'ya',
      tombolAktif: a.aktif ? 'Nonaktifkan' : 'Aktifkan',
      bolehAturAktif: a.id !== isi.aktorId,
      tautanSandi: jalurAkun.tautanSandi(a.id),
    })),
  };
}

function kolomAkun({
  isian,
  galat,
  opd,
}: {
  isian: IsianAkun;
  galat: GalatIsian[];
  opd: readonly { id: number; nama: string }[];
}) {
  const peran: KolomPilihan = {
    nama: 'peran',
    label: 'Peran',
    wajib: true,
    kosong: 'Pilih peran',
    galat: galatDi(galat, 'peran'),
    opsi: PERAN.map((p) => ({ nilai: p, teks: SEBUTAN_PERAN[p], terpilih: isian.peran === p })),
  };
  const pilihanOpd: KolomPilihan = {
    nama: 'opdId',
    label: 'OPD',
    petunjuk: 'Hanya untuk peran OPD',
    kosong: 'Pilih OPD',
    galat: galatDi(galat, 'opdId'),
    opsi: opd.map((o) => ({ nilai: String(o.id), teks: o.nama, terpilih: isian.opdId === String(o.id) })),
  };
  return {
    nama: { nama: 'nama', label: 'Nama', nilai: isian.nama, wajib: true, maksimal: 160, galat: galatDi(galat, 'nama') },
    surel: {
      nama: 'surel',
      label: 'Surel',
      tipe: 'email' as const,
      nilai: isian.surel,
      wajib: true,
      maksimal: 190,
      galat: galatDi(galat, 'surel'),
    },
    peran,
    opdId: pilihanOpd,
    ormas: {
      nama: 'ormas',
      label: 'Ormas',
      petunjuk: 'Hanya untuk sekretaris: sebagian nama atau nomornya, lalu Cari ormas.',
      nilai: isian.ormas,
      maksimal: 200,
      galat: galatDi(galat, 'ormas'),
    },
  };
}

/** Where nothing can be chosen yet, what is wrong with the choice is said at the search. */
function galatOrmas({
  ormas,
  isian,
  galat,
}: {
  ormas: readonly OrmasDicari[] | null;
  isian: IsianAkun;
  galat: readonly GalatIsian[];
}): GalatIsian[] {
  if (ormas !== null && ormas.length > 0) return [...galat];
  const tiada = `Tidak ada ormas yang cocok dengan “${isian.ormas.trim()}”. Coba sebagian namanya saja.`;
  const lain = galat.filter((g) => g.bidang !== 'ormasId');
  if (ormas !== null) return [...lain, { bidang: 'ormas', pesan: tiada }];
  return galat.map((g) => (g.bidang === 'ormasId' ? { ...g, bidang: 'ormas' } : g));
}

/** Those that were found, to choose one of; a single one is chosen already. */
function pilihanOrmas(ormas: readonly OrmasDicari[], isian: IsianAkun, galat: readonly GalatIsian[]): KolomPilihan {
  return {
    nama: 'ormasId',
    label: 'Pilih ormas',
    wajib: true,
    ...(ormas.length > ORMAS_DICARI_MAKS && {
      petunjuk: `${angka(ORMAS_DICARI_MAKS)} yang pertama. Belum ada? Tulis nama yang lebih lengkap, lalu cari lagi.`,
    }),
    galat: galatDi(galat, 'ormasId'),
    opsi: ormas.slice(0, ORMAS_DICARI_MAKS).map((o) => ({
      nilai: String(o.id),
      teks: o.nama,
      petunjuk: `${o.kelurahan ?? 'Luar Kota Bogor'}, nomor ${o.id}${o.akun > 0 ? `; sudah punya ${angka(o.akun)} akun` : ''}`,
      terpilih: isian.ormasId === String(o.id) || ormas.length === 1,
    })),
  };
}

function lencanaAkun(a: RingkasAkun): Lencana {
  if (!a.aktif) return { jenis: 'bahaya', teks: 'Nonaktif' };
  return a.punyaSandi ? { jenis: 'baik', teks: 'Aktif' } : { jenis: 'perlu', teks: 'Belum menyetel kata sandi' };
}

const SEBUTAN_KEADAAN: Readonly<Record<KeadaanAkun, string>> = {
  aktif: 'Aktif',
  'belum-sandi': 'Belum menyetel kata sandi',
  nonaktif: 'Nonaktif',
};

function susunSaringan(s: SaringanAkun): Saringan {
  const { cari, peran, keadaan } = s;
  const pribadi = memuatNomorPribadi(cari);
  const tanpa = (bidang: keyof SaringanAkun): string =>
    jalurAkun.pengguna({ ...s, ...(pribadi && { cari: '' }), [bidang]: '' });
  return {
    aksi: jalurAkun.cariPengguna(),
    kirim: true,
    cari: { nama: 'cari', label: 'Cari akun', nilai: cari, petunjuk: 'Nama, surel, ormas, atau OPD.' },
    pilihan: [
      {
        nama: 'peran',
        label: 'Peran',
        opsi: opsi(
          PERAN.map((p) => [p, SEBUTAN_PERAN[p]]),
          peran,
          'Semua peran',
        ),
      },
      {
        nama: 'keadaan',
        label: 'Keadaan',
        opsi: opsi(
          KEADAAN_AKUN.map((k) => [k, SEBUTAN_KEADAAN[k]]),
          keadaan,
          'Semua keadaan',
        ),
      },
    ],
    tersembunyi: [],
    aktif: [
      ...(cari === '' ? [] : [{ teks: `Cari: ${cari}`, href: tanpa('cari') }]),
      ...(peran === '' ? [] : [{ teks: `Peran: ${SEBUTAN_PERAN[peran]}`, href: tanpa('peran') }]),
      ...(keadaan === '' ? [] : [{ teks: `Keadaan: ${SEBUTAN_KEADAAN[keadaan]}`, href: tanpa('keadaan') }]),
    ],
    hapusSemua: jalurAkun.pengguna(),
  };
}

const opsi = (pilihan: readonly (readonly [string, string])[], terpilih: string, semua: string): Opsi[] => [
  { nilai: '', teks: semua, terpilih: terpilih === '' },
  ...pilihan.map(([nilai, teks]) => ({ nilai, teks, terpilih: nilai === terpilih })),
];
