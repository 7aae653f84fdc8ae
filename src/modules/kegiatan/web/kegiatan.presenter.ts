import { type Aktor, PERAN_KANTOR } from '../../../common/aktor.js';
import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggal, tanggalJam, ukuranBerkas } from '../../../common/format.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomPilihan,
  type KolomTeks,
  type Lencana,
  type Linimasa,
} from '../../../infra/view/bagian.js';
import { jalurBerkas, jalurBerkasKecil } from '../../berkas/berkas.paths.js';
import { potretKegiatan } from '../kegiatan.aturan.js';
import { bolehKegiatan, bolehLihatKegiatanOrmas, bolehLihatNaskah } from '../kegiatan.policy.js';
import { SEBUTAN_STATUS } from '../kegiatan.status.js';
import { sebutMasa, terhentiPada } from '../masa-terhenti.js';
import { type KegiatanRinci, type PeristiwaKegiatan } from '../kegiatan.types.js';
import { catatanMasa, kalimatDihitung } from './kalimat-masa.js';
import { kalimatTepatWaktu, lamaMenunggu, tanggalKegiatan } from './kalimat.js';
import { jalurKegiatan, type TindakanJalur } from './kegiatan.paths.js';
import { susunLinimasa } from './linimasa.presenter.js';

/** One act with a small form of its own; without a `kolom` the button alone is the form. */
interface FormulirTindakan {
  aksi: string;
  judul: string;
  petunjuk: string;
  kolom: KolomTeks | null;
  tombol: string;
  bahaya: boolean;
  terbuka: boolean;
}

export interface HalamanRincian {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  catatan: Catatan[];
  versi: number;
  pokok: Butir[];
  uraian: string;
  peserta: Butir[];
  foto: { gambar: string; href: string; keterangan: string }[];
  dokumen: { nama: string; href: string; ukuran: string; keterangan: string }[];
  perubahan: PeristiwaKegiatan['beda'];
  /** What the named OPD is asked; null: this reader is not that OPD, or it has answered. */
  bersama: { judul: string; petunjuk: string; ya: FormulirTindakan; bukan: FormulirTindakan } | null;
  keputusan: { aksi: string; pilihan: KolomPilihan; catatan: KolomTeks } | null;
  tindakan: FormulirTindakan[];
  linimasa: Linimasa;
}

/** What was sent with a decision that could not be taken, to be shown again. */
export interface IsianRincian {
  keputusan: string;
  catatan: string;
  tindakan: TindakanJalur | null;
  galat: GalatIsian[];
}

/** One report with its evidence, its history, and the acts that this reader may do. */
export function presentRincian(aktor: Aktor, k: KegiatanRinci, kini: Date, isian: IsianRincian | null): HalamanRincian {
  const potret = potretKegiatan(k.isian, k.nama, []);
  const butir = (label: string[]): Butir[] => label.map((l) => ({ label: l, nilai: potret[l] ?? '' }));
  const tepat = kalimatTepatWaktu(k.isian.tanggalSelesai, k.diajukanPertamaPada);
  const boleh = (aksi: Parameters<typeof bolehKegiatan>[1]) => bolehKegiatan(aktor, aksi, k);
  return {
    judul: k.isian.judul || 'Draf laporan kegiatan',
    kepala: {
      judul: k.isian.judul || 'Draf laporan kegiatan',
      pengantar: `${k.ormasNama}, ${tanggalKegiatan(k.isian.tanggalMulai, k.isian.tanggalSelesai)}`,
      remah: bolehLihatKegiatanOrmas(aktor, { id: k.ormasId, opdId: k.ormasOpdId })
        ? [
            { teks: k.ormasNama, href: jalurKegiatan.ormas(k.ormasId) },
            { teks: 'Kegiatan', href: jalurKegiatan.daftarOrmas(k.ormasId) },
          ]
        : [{ teks: 'Kegiatan', href: jalurKegiatan.antrean() }],
      lencana: [SEBUTAN_STATUS[k.status], ...lencanaBersama(k)],
      tindakan: [
        ...(boleh('ajukan')
          ? [{ teks: 'Periksa dan kirim', href: jalurKegiatan.periksa(k.id), jenis: 'utama' as const }]
          : []),
        ...(perluJawaban(k, boleh) ? [{ teks: 'Beri jawaban', href: '#bersama', jenis: 'utama' as const }] : []),
        ...(boleh('ubah') ? [{ teks: 'Ubah', href: jalurKegiatan.ubah(k.id), ikon: 'ubah' }] : []),
      ],
    },
    galat: isian?.galat ?? [],
    catatan: [
      ...catatanNaskah(aktor, k),
      ...catatanTerhenti(aktor, k),
      ...catatanStatus(k),
      ...catatanBantahan(k),
      ...(k.status === 'diajukan' ? catatanMasa(k.masa, aktor.peran === 'sekretaris' ? 'ormas' : 'kantor') : []),
    ],
    versi: k.versi,
    pokok: [
      ...butir(['Tanggal', 'Tempat']),
      { label: 'Kelurahan', nilai: k.nama.kelurahan ? `${k.nama.kelurahan}, Kecamatan ${k.nama.kecamatan ?? ''}` : '' },
      ...butir(['Bidang', 'Program kerja', 'Bersama OPD']),
      {
        label: 'Pelaporan',
        nilai: k.diajukanPertamaPada
          ? `Pertama dikirim ${tanggal(k.diajukanPertamaPada)}${tepat ? `, ${tepat}` : ''}`
          : 'Belum dikirim',
      },
      ...(k.status === 'diajukan' && k.diajukanPada
        ? [{ label: 'Menunggu verifikasi', nilai: lamaMenunggu(k.diajukanPada, kini) }]
        : []),
    ],
    uraian: k.isian.uraian,
    peserta: butir([
      'Peserta laki-laki',
      'Peserta perempuan',
      'Peserta anak',
      'Peserta pemuda',
      'Peserta lansia',
      'Peserta difabel',
      'Realisasi biaya',
    ]),
    foto: k.bukti
      .filter((b) => b.jenis === 'foto')
      .map((b) => ({
        gambar: jalurBerkasKecil(b.berkasId),
        href: jalurBerkas(b.berkasId),
        keterangan: b.keterangan || b.nama,
      })),
    dokumen: k.bukti
      .filter((b) => b.jenis === 'dokumen')
      .map((b) => ({
        nama: b.nama,
        href: jalurBerkas(b.berkasId),
        ukuran: ukuranBerkas(b.ukuran),
        keterangan: b.keterangan,
      })),
    perubahan: k.status === 'diajukan' ? (k.riwayat.find((r) => r.aksi === 'kegiatan.ajukan')?.beda ?? []) : [],
    bersama: tanyaBersama(k, boleh, isian),
    keputusan: boleh('verifikasi') ? formulirKeputusan(k, isian) : null,
    tindakan: susunTindakan(k, boleh, isian),
    linimasa: susunLinimasa(k),
  };
}

function lencanaBersama(k: KegiatanRinci): Lencana[] {
  if (k.isian.bersamaOpdId === null) return [];
  if (k.bantahan && k.isian.bersamaOpdId === k.bersamaOpdId)
    return [{ jenis: 'perlu', teks: `Bukan kegiatan bersama ${k.nama.bersamaOpd ?? 'OPD'}` }];
  // The word was given on what was sent, not on another OPD that its writer names now.
  return k.opdKonfirmasiPada && k.isian.bersamaOpdId === k.bersamaOpdId
    ? [{ jenis: 'baik', teks: `Dikonfirmasi ${k.nama.bersamaOpd ?? 'OPD'}` }]
    : [{ jenis: 'proses', teks: `Menunggu konfirmasi ${k.nama.bersamaOpd ?? 'OPD'}` }];
}

/** Whose words the page shows of a report that is being rewritten. */
function catatanNaskah(aktor: Aktor, k: KegiatanRinci): Catatan[] {
  const kirim = k.diajukanPada ? ` pada ${tanggalJam(k.diajukanPada)}` : '';
  if (k.naskah) {
    return [
      {
        jenis: 'perlu',
        judul: 'Perbaikan Anda belum dikirim',
        teks: `Petugas dan OPD masih membaca laporan seperti terakhir dikirim${kirim}. Mereka membaca perbaikan ini setelah Anda mengirimnya.`,
      },
    ];
  }
  const ditulisUlang = k.status === 'draf' || (k.status === 'dikembalikan' && k.ditulisUlangPada !== null);
  if (bolehLihatNaskah(aktor, k) || !ditulisUlang) return [];
  return [
    {
      jenis: 'proses',
      judul: 'Ormas sedang menulis ulang laporan ini',
      teks: `Yang tampil di sini adalah laporan seperti terakhir dikirim${kirim}. Perubahannya tampil setelah ormas mengirimnya lagi.`,
    },
  ];
}

/** What an officer must know before deciding: that the ormas was not to hold activities on those days. */
function catatanTerhenti(aktor: Aktor, k: KegiatanRinci): Catatan[] {
  if (!PERAN_KANTOR.includes(aktor.peran)) return [];
  const masa = terhentiPada(k.terhenti, k.isian.tanggalMulai, k.isian.tanggalSelesai);
  const henti = k.penghentian;
  const keadaan = masa
    ? `Menurut register, ormas ini ${sebutMasa(masa)}`
    : henti &&
      `Kegiatan ormas ini dihentikan sejak ${tanggal(henti.sejak)}${henti.sampai ? ` sampai ${tanggal(henti.sampai)}` : ''}`;
  if (!keadaan) return [];
  return [
    {
      jenis: 'bahaya',
      judul: 'Tanggal kegiatan tidak cocok dengan keadaan ormas',
      teks: `${keadaan}, sedangkan kegiatan ini berlangsung pada masa itu. Periksa tanggalnya sebelum memverifikasi.`,
    },
  ];
}

function catatanBantahan(k: KegiatanRinci): Catatan[] {
  if (!k.bantahan) return [];
  return [
    {
      jenis: 'perlu',
      judul: `${k.nama.bersamaOpd ?? 'OPD'} menyatakan ini bukan kegiatan bersamanya (${tanggal(k.bantahan.pada)})`,
      teks: k.bantahan.alasan,
    },
  ];
}

function catatanStatus(k: KegiatanRinci): Catatan[] {
  if (!k.catatan) return [];
  const oleh = k.diputuskanOlehNama ? ` (${k.diputuskanOlehNama})` : '';
  if (k.status === 'dikembalikan') {
    return [{ jenis: 'perlu', judul: `Yang perlu diperbaiki${oleh}`, teks: k.catatan }];
  }
  if (k.status === 'ditolak') return [{ jenis: 'bahaya', judul: `Alasan penolakan${oleh}`, teks: k.catatan }];
  if (k.status === 'terverifikasi') return [{ jenis: 'baik', judul: `Catatan petugas${oleh}`, teks: k.catatan }];
  return [];
}

function formulirKeputusan(k: KegiatanRinci, isian: IsianRincian | null): HalamanRincian['keputusan'] {
  const galatPada = (bidang: string) => isian?.galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const dipilih = isian?.keputusan ?? '';
  const opsi = (nilai: string, teks: string, petunjuk: string) => ({
    nilai,
    teks,
    petunjuk,
    terpilih: nilai === dipilih,
  });
  return {
    aksi: jalurKegiatan.keputusan(k.id),
    pilihan: {
      nama: 'keputusan',
      label: 'Keputusan Anda',
      wajib: true,
      galat: galatPada('keputusan'),
      opsi: [
        opsi('verifikasi', 'Verifikasi', kalimatDihitung(k.masa)),
        opsi('kembalikan', 'Kembalikan untuk diperbaiki', 'Tulis di catatan apa yang perlu diperbaiki.'),
        opsi('tolak', 'Tolak', 'Tulis alasannya di catatan.'),
      ],
    },
    catatan: {
      nama: 'catatan',
      label: 'Catatan untuk ormas',
      petunjuk: 'Wajib diisi bila laporan dikembalikan atau ditolak.',
      nilai: isian?.tindakan === null ? isian.catatan : '',
      galat: galatPada('catatan'),
      maksimal: 1000,
      baris: 4,
    },
  };
}

type Boleh = (aksi: Parameters<typeof bolehKegiatan>[1]) => boolean;

const perluJawaban = (k: KegiatanRinci, boleh: Boleh): boolean =>
  boleh('konfirmasiBersama') && k.opdKonfirmasiPada === null && k.bantahan === null;

/** The main act of an OPD: whether it took part, with either answer. */
function tanyaBersama(k: KegiatanRinci, boleh: Boleh, isian: IsianRincian | null): HalamanRincian['bersama'] {
  if (!perluJawaban(k, boleh)) return null;
  const buat = pembuat(k, isian);
  return {
    judul: 'Apakah ini kegiatan bersama Anda?',
    petunjuk: `${k.ormasNama} melaporkan kegiatan ini diadakan bersama ${k.nama.bersamaOpd ?? 'OPD Anda'}. Jawaban dapat ditarik kembali dengan alasan.`,
    ya: buat('konfirmasi', 'Ya, kegiatan bersama', ''),
    bukan: buat('bantah', 'Bukan kegiatan bersama kami', 'Ormas dan petugas membaca alasan Anda.', {
      alasan: 'Alasan',
      tombol: 'Kirim jawaban',
    }),
  };
}

/** Makes the forms of single acts; one that could not be done is shown again with what was typed. */
function pembuat(k: KegiatanRinci, isian: IsianRincian | null) {
  return (
    tindakan: TindakanJalur,
    judul: string,
    petunjuk: string,
    lain: { alasan?: string; bahaya?: boolean; tombol?: string } = {},
  ): FormulirTindakan => {
    const milik = isian?.tindakan === tindakan ? isian : null;
    return {
      aksi: jalurKegiatan.tindakan(k.id, tindakan),
      judul,
      petunjuk,
      kolom: lain.alasan
        ? {
            nama: 'alasan',
            label: lain.alasan,
            wajib: true,
            nilai: milik?.catatan ?? '',
            galat: milik?.galat.find((g) => g.bidang === 'alasan')?.pesan ?? null,
            maksimal: 1000,
            baris: 3,
          }
        : null,
      tombol: lain.tombol ?? judul,
      bahaya: lain.bahaya ?? false,
      terbuka: milik !== null,
    };
  };
}

function susunTindakan(k: KegiatanRinci, boleh: Boleh, isian: IsianRincian | null): FormulirTindakan[] {
  const buat = pembuat(k, isian);
  const daftar: FormulirTindakan[] = [];
  if (boleh('tarikBantahan') && k.bantahan !== null) {
    daftar.push(
      buat('tarik-bantahan', 'Tarik jawaban “bukan kegiatan bersama”', 'Setelah itu Anda dapat menjawab lagi.', {
        alasan: 'Alasan',
        tombol: 'Tarik jawaban',
      }),
    );
  }
  if (boleh('tarikKonfirmasi') && k.opdKonfirmasiPada !== null) {
    daftar.push(
      buat('tarik-konfirmasi', 'Tarik konfirmasi', 'Kegiatan tidak lagi dihitung sebagai kegiatan bersama OPD.', {
        alasan: 'Alasan',
        bahaya: true,
      }),
    );
  }
  if (boleh('bukaKembali')) {
    daftar.push(
      buat(
        'buka-kembali',
        'Buka kembali keputusan',
        'Laporan kembali menunggu verifikasi; keputusan lama tetap tercatat di riwayat.',
        { alasan: 'Alasan membuka kembali' },
      ),
    );
  }
  if (boleh('pulihkan')) {
    daftar.push(buat('pulihkan', 'Pulihkan sebagai draf', 'Laporan dapat diubah dan dikirim lagi.'));
  }
  if (boleh('batalkan')) {
    daftar.push(
      buat('batalkan', 'Batalkan laporan', 'Laporan ditarik dan tidak dihitung. Anda dapat memulihkannya nanti.', {
        bahaya: true,
      }),
    );
  }
  return daftar;
}
