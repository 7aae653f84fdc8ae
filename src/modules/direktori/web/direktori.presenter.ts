import { kataDialihkan, type SebutanOrmas } from '../../ormas/gabungan-ormas.service.js';
import { angka, tanggal, tanggalJam } from '../../../common/format.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { jumlahHalaman } from '../../../common/page.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type Kosong,
  type Lencana,
  type Opsi,
  type Penomoran,
  type Saringan,
} from '../../../infra/view/bagian.js';
import { susunPenomoran } from '../../../infra/view/penomoran.js';
import { type KeadaanPublik, type OrmasPublik, type SaringanPublik } from '../../ormas/ormas-publik.service.js';
import { lencanaStatus } from '../../ormas/ormas.lencana.js';
import { type OpsiOrmas, type StatusOrmas } from '../../ormas/ormas.types.js';
import { catatanKecamatan, tawaranKecamatan } from '../../ormas/kata-kecamatan.js';
import { KATA_RAGAM, ragamCari } from '../../ormas/ragam-cari.js';
import { type HasilDirektori, type Jawaban, type Kantor } from '../direktori.types.js';
import { alamatLengkap, KOLOM_DATA, LISENSI, VERSI_DATA } from './direktori.data.js';
import { jalurDirektori, SARINGAN_PUBLIK_KOSONG } from './direktori.paths.js';

interface BarisDirektori {
  nama: string;
  singkatan: string;
  href: string;
  nomor: string;
  status: Lencana;
  bidang: string;
  tempat: string;
  kecamatan: string;
  alamat: string;
}

/** The answer as a callout, with the names that might have been meant. */
interface TampilanJawaban {
  catatan: Catatan;
  mirip: { teks: string; href: string }[];
  /** What a name that is not there means, and whom to ask; empty when it is there. */
  penjelasan: string[];
}

export interface TampilanDirektori {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  saringan: Saringan;
  jawaban: TampilanJawaban | null;
  /** The list of the kecamatan that was typed; null: nothing to offer. */
  kecamatan: { teks: string; href: string } | null;
  jumlah: string;
  baris: BarisDirektori[];
  penomoran: Penomoran | null;
  kosong: Kosong | null;
  data: string;
}

type OpsiDirektori = Pick<OpsiOrmas, 'bidang' | 'kecamatan' | 'kelurahan' | 'status'>;

const LABEL: Readonly<Record<keyof OpsiDirektori, string>> = {
  bidang: 'Bidang',
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  status: 'Status',
};
const NAMA = Object.keys(LABEL) as (keyof OpsiDirektori)[];

/** What a standing means to somebody who deals with the organisation. */
export function kalimatStatus(status: StatusOrmas, { lembaga, kota }: Pick<Kantor, 'lembaga' | 'kota'>): string {
  const pada = `${lembaga} ${kota}`;
  return {
    terdaftar: `Keberadaannya tercatat pada ${pada}.`,
    dibekukan: `Tercatat pada ${pada}, tetapi kegiatannya sedang dihentikan untuk sementara.`,
    dicabut: `Pernah tercatat pada ${pada}; status terdaftarnya telah dicabut dan tidak berlaku lagi.`,
    bubar: `Pernah tercatat pada ${pada}; organisasi ini telah bubar.`,
    digabung: `Tercatat dua kali pada ${pada}; catatan ini sudah digabung ke catatan lain.`,
  }[status];
}

/** Until when the letter holds, in words; empty without a letter. `hari`: today, 'YYYY-MM-DD'. */
export function kalimatSurat({ nomor, nomorSampai }: Pick<OrmasPublik, 'nomor' | 'nomorSampai'>, hari: string): string {
  if (nomor === null || nomorSampai === null) return '';
  return nomorSampai < hari
    ? `Surat keterangannya berakhir pada ${tanggal(nomorSampai)}.`
    : `Surat keterangannya berlaku sampai ${tanggal(nomorSampai)}.`;
}

/** Whether the letter of the number has run out. */
const suratLewat = (o: OrmasPublik, hari: string): boolean =>
  o.nomor !== null && o.nomorSampai !== null && o.nomorSampai < hari;

/** Whose letter is over is not shown as if all were well, although it stands in the register. */
function suasana(o: OrmasPublik, hari: string): Catatan['jenis'] {
  return o.status === 'terdaftar' && suratLewat(o, hari) ? 'perlu' : lencanaStatus(o.status).jenis;
}

const kepala = (kantor: Kantor): KepalaHalaman => ({
  judul: 'Direktori ormas',
  pengantar: `Organisasi kemasyarakatan dalam register ${kantor.lembaga} ${kantor.kota}. Ketik nama organisasi untuk memastikan apakah organisasi itu tercatat.`,
});

/** The list with the answer to what was asked. `hari`: today, 'YYYY-MM-DD'. */
export function presentDirektori(
  { halaman, jawaban, saringan: s, kecamatan }: HasilDirektori,
  opsi: OpsiDirektori,
  { kantor, hari }: { kantor: Kantor; hari: string },
): TampilanDirektori {
  const saringan = susunSaringan(s, opsi);
  const disaring = saringan.aktif.length > 0;
  const ada = halaman.isi.length > 0;
  const tawaran = tawaranKecamatan(kecamatan);
  return {
    judul: s.cari === '' ? 'Direktori ormas' : `${s.cari} · Direktori ormas`,
    kepala: kepala(kantor),
    galat: [],
    saringan,
    jawaban: susunJawaban(jawaban, s, { kantor, hari, jumlah: halaman.jumlah }),
    kecamatan:
      kecamatan === null || tawaran === null
        ? null
        : {
            teks: tawaran,
            href: jalurDirektori.daftar({ ...s, cari: kecamatan.sisa, kecamatan: kecamatan.nilai }),
          },
    jumlah: `${halaman.lebih ? 'Lebih dari ' : ''}${angka(halaman.jumlah)} ormas${disaring ? ' cocok' : ''}`,
    baris: halaman.isi.map((o) => presentBaris(o, hari)),
    penomoran: ada ? susunPenomoran(halaman, (n) => jalurDirektori.daftar(s, n)) : null,
    kosong:
      ada || jawaban.jenis === 'tidak-ada'
        ? null
        : halaman.jumlah > 0
          ? {
              judul: 'Halaman ini kosong',
              teks: `Daftar ini hanya sampai halaman ${angka(jumlahHalaman(halaman))}.`,
              tindakan: { teks: 'Ke halaman pertama', href: jalurDirektori.daftar(s) },
            }
          : jawaban.jenis === 'tak-tercari'
            ? {
                ...KATA_RAGAM['tanpa-kata'],
                tindakan: { teks: 'Tampilkan semua ormas', href: jalurDirektori.daftar() },
              }
            : {
                judul: disaring ? 'Tidak ada ormas yang cocok' : 'Direktori masih kosong',
                teks: disaring
                  ? 'Hapus sebagian saringan untuk melihat lebih banyak.'
                  : 'Belum ada ormas dalam register. Silakan kembali lain waktu.',
                ...(disaring && { tindakan: { teks: 'Tampilkan semua ormas', href: jalurDirektori.daftar() } }),
              },
    data: jalurDirektori.data(),
  };
}

/** The form again, with what is wrong with the address; no list, for it would be another one than was asked for. */
export function presentKeliru(
  s: SaringanPublik,
  opsi: OpsiDirektori,
  kantor: Kantor,
  galat: GalatIsian[],
): TampilanDirektori {
  return {
    judul: 'Direktori ormas',
    kepala: kepala(kantor),
    galat,
    saringan: susunSaringan(s, opsi),
    jawaban: null,
    kecamatan: null,
    jumlah: '',
    baris: [],
    penomoran: null,
    kosong: {
      judul: 'Pencarian belum dijalankan',
      teks: 'Perbaiki isian yang disebutkan di atas, atau lihat seluruh direktori.',
      tindakan: { teks: 'Tampilkan semua ormas', href: jalurDirektori.daftar() },
    },
    data: jalurDirektori.data(),
  };
}

function susunSaringan(s: SaringanPublik, opsi: OpsiDirektori): Saringan {
  const pilihan = NAMA.flatMap((nama) => {
    const terpilih = opsi[nama].find((o) => o.nilai === s[nama]);
    if (!terpilih) return [];
    return [{ teks: `${LABEL[nama]}: ${terpilih.teks}`, href: jalurDirektori.daftar({ ...s, [nama]: '' }) }];
  });
  const susunOpsi = (nama: keyof OpsiDirektori): Opsi[] =>
    [{ nilai: '', teks: 'Semua' }, ...opsi[nama]].map((o) => ({ ...o, terpilih: o.nilai === s[nama] }));
  return {
    aksi: jalurDirektori.daftar(),
    cari: {
      nama: 'cari',
      label: 'Cari organisasi',
      nilai: s.cari,
      petunjuk: 'Nama organisasi, kelurahan, kecamatan, atau nomor surat. Beda ejaan tidak masalah.',
    },
    pilihan: NAMA.map((nama) => ({ nama, label: LABEL[nama], opsi: susunOpsi(nama) })),
    tersembunyi: [],
    aktif: [
      ...(s.cari === '' ? [] : [{ teks: `Cari: ${s.cari}`, href: jalurDirektori.daftar({ ...s, cari: '' }) }]),
      ...pilihan,
    ],
    hapusSemua: jalurDirektori.daftar(SARINGAN_PUBLIK_KOSONG),
  };
}

const presentBaris = (o: OrmasPublik, hari: string): BarisDirektori => ({
  nama: o.nama,
  singkatan: o.singkatan ?? '',
  href: jalurDirektori.satu(o.id),
  nomor: o.nomor === null ? '' : suratLewat(o, hari) ? `${o.nomor} (masa berlakunya habis)` : o.nomor,
  status: lencanaStatus(o.status),
  bidang: o.bidang ?? 'Belum dikenali',
  tempat: o.kelurahan ?? 'Luar kota',
  kecamatan: o.kecamatan ?? '',
  alamat: alamatLengkap(o),
});

function susunJawaban(
  jawaban: Jawaban,
  s: SaringanPublik,
  { kantor, hari, jumlah }: { kantor: Kantor; hari: string; jumlah: number },
): TampilanJawaban | null {
  if (jawaban.jenis === 'tidak-ditanya' || jawaban.jenis === 'tak-tercari') return null;
  const kosong = { mirip: [], penjelasan: [] };
  if (jawaban.jenis === 'kecamatan') return { ...kosong, catatan: catatanKecamatan(jawaban.kecamatan) };
  if (jawaban.jenis === 'ada') {
    const { ormas } = jawaban;
    const baik = ormas.status === 'terdaftar';
    return {
      ...kosong,
      catatan: {
        jenis: suasana(ormas, hari),
        judul: baik ? `Ya, ${ormas.nama} tercatat` : `${ormas.nama}: ${lencanaStatus(ormas.status).teks.toLowerCase()}`,
        teks: [kalimatStatus(ormas.status, kantor), baik ? kalimatSurat(ormas, hari) : ''].filter(Boolean).join(' '),
      },
    };
  }
  if (jawaban.jenis === 'mungkin') {
    return {
      ...kosong,
      catatan: {
        jenis: 'netral',
        ...(ragamCari(s.cari) === 'satu-huruf'
          ? KATA_RAGAM['satu-huruf']
          : {
              judul: jumlah === 1 ? 'Ada satu organisasi yang cocok' : 'Ada beberapa organisasi yang cocok',
              teks: 'Periksa nama lengkap, alamat, dan nomor suratnya di bawah ini: nama yang mirip dapat milik organisasi lain.',
            }),
      },
    };
  }
  const disaring = NAMA.some((nama) => s[nama] !== '');
  return {
    catatan: {
      jenis: 'perlu',
      judul: `Tidak ditemukan: ${s.cari}`,
      teks: disaring
        ? 'Tidak ada organisasi dengan nama atau nomor ini di antara pilihan yang Anda saring. Hapus saringan untuk mencari di seluruh register.'
        : `Tidak ada organisasi dengan nama atau nomor ini dalam register ${kantor.lembaga} ${kantor.kota}.`,
    },
    mirip: jawaban.mirip.map((m) => ({ teks: m.nama, href: jalurDirektori.satu(m.id) })),
    penjelasan: [
      `Artinya, keberadaannya belum dilaporkan kepada ${kantor.lembaga} ${kantor.kota}, atau namanya tercatat dengan cara lain. Coba satu atau dua kata khas dari namanya.`,
      'Tidak tercatat bukan berarti terlarang: mendaftar adalah hak, dan yayasan atau perkumpulan disahkan oleh Kementerian Hukum. Tetapi organisasi itu tidak dapat menunjukkan surat keterangan dari pemerintah kota yang sah.',
      `Ragu? Tanyakan sebelum memberi uang atau izin: ${[`${kantor.lembaga} ${kantor.kota}`, kantor.alamat, kantor.kontak].filter((t) => t !== '' && !t.startsWith('[')).join(', ')}.`,
    ],
  };
}

export interface TampilanOrmasPublik {
  judul: string;
  kepala: KepalaHalaman;
  keterangan: Catatan;
  /** Said to who came by the address of an entry that was merged into this one. */
  dialihkan: Catatan | null;
  butir: Butir[];
  alamatTetap: string;
}

/** The page of one ormas. `hari`: today; `portal`: the address of the portal. */
export function presentOrmasPublik(
  o: OrmasPublik,
  { kantor, hari, portal, dari }: { kantor: Kantor; hari: string; portal: string; dari: SebutanOrmas | null },
): TampilanOrmasPublik {
  const { jenis, teks } = lencanaStatus(o.status);
  return {
    judul: `${o.nama} · Direktori ormas`,
    kepala: {
      judul: o.nama,
      remah: [{ teks: 'Direktori ormas', href: jalurDirektori.daftar() }],
      lencana: [{ jenis, teks }],
    },
    keterangan: {
      jenis: suasana(o, hari),
      judul: kalimatStatus(o.status, kantor),
      teks: [
        o.status === 'terdaftar' ? kalimatSurat(o, hari) : '',
        'Pencatatan menyatakan bahwa keberadaannya dilaporkan; bukan penilaian atas kegiatannya dan bukan izin memungut dana.',
      ]
        .filter(Boolean)
        .join(' '),
    },
    butir: [
      ...(o.singkatan === null ? [] : [{ label: 'Singkatan', nilai: o.singkatan }]),
      { label: 'Nomor surat keterangan', nilai: o.nomor ?? 'tidak ada' },
      { label: 'Bidang', nilai: o.bidang ?? 'belum dikenali' },
      { label: 'Kelurahan', nilai: o.kelurahan ?? 'luar kota' },
      ...(o.kecamatan === null ? [] : [{ label: 'Kecamatan', nilai: o.kecamatan }]),
      { label: 'Sekretariat', nilai: alamatLengkap(o) || 'tidak ada' },
      { label: 'Data diubah terakhir', nilai: tanggal(o.diubah) },
    ],
    dialihkan: dari === null ? null : { jenis: 'netral', teks: kataDialihkan(dari) },
    alamatTetap: portal + jalurDirektori.satu(o.id),
  };
}

const SEBUTAN_JENIS = { integer: 'bilangan bulat', string: 'teks', date: 'tanggal (TTTT-BB-HH)' } as const;

export interface TampilanData {
  judul: string;
  kepala: KepalaHalaman;
  butir: Butir[];
  kolom: { nama: string; jenis: string; kosong: string; arti: string }[];
  unduhan: { teks: string; href: string; jenis: 'utama' | 'biasa' }[];
  lisensi: { nama: string; href: string };
  sebutan: string;
}

/** The page about the open data. */
export function presentData(keadaan: KeadaanPublik, kantor: Kantor): TampilanData {
  return {
    judul: 'Data terbuka · Direktori ormas',
    kepala: {
      judul: 'Data terbuka',
      pengantar: 'Seluruh direktori sebagai berkas, untuk diolah dan dipakai kembali. Tidak memuat data pribadi.',
      remah: [{ teks: 'Direktori ormas', href: jalurDirektori.daftar() }],
    },
    butir: [
      { label: 'Banyaknya ormas', nilai: angka(keadaan.jumlah) },
      { label: 'Diperbarui', nilai: keadaan.diubah === null ? 'belum ada isinya' : tanggalJam(keadaan.diubah) },
      { label: 'Penerbit', nilai: `${kantor.lembaga} ${kantor.kota}` },
      { label: 'Versi skema', nilai: VERSI_DATA },
    ],
    kolom: KOLOM_DATA.map((k) => ({
      nama: k.nama,
      jenis: SEBUTAN_JENIS[k.jenis],
      kosong: k.bolehKosong ? 'boleh' : 'tidak',
      arti: k.arti,
    })),
    unduhan: [
      { teks: 'Unduh CSV', href: jalurDirektori.csv(), jenis: 'utama' },
      { teks: 'Unduh JSON', href: jalurDirektori.json(), jenis: 'biasa' },
      { teks: 'Lihat skema JSON', href: jalurDirektori.skema(), jenis: 'biasa' },
    ],
    lisensi: { nama: LISENSI.nama, href: LISENSI.alamat },
    sebutan: `Sumber: Direktori Ormas, ${kantor.lembaga} ${kantor.kota}`,
  };
}
