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
  type Peristiwa,
} from '../../../infra/view/bagian.js';
import { jalurBerkas, jalurBerkasKecil } from '../../berkas/berkas.paths.js';
import { potretKegiatan } from '../kegiatan.aturan.js';
import { bolehKegiatan, bolehLihatKegiatanOrmas, bolehLihatNaskah } from '../kegiatan.policy.js';
import { SEBUTAN_STATUS } from '../kegiatan.status.js';
import { sebutMasa, terhentiPada } from '../masa-terhenti.js';
import { type KegiatanRinci, type PeristiwaKegiatan } from '../kegiatan.types.js';
import { kalimatTepatWaktu, lamaMenunggu, tanggalKegiatan } from './kalimat.js';
import { jalurKegiatan, type TindakanJalur } from './kegiatan.paths.js';

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
        ...(boleh('ubah') ? [{ teks: 'Ubah', href: jalurKegiatan.ubah(k.id), ikon: 'ubah' }] : []),
      ],
    },
    galat: isian?.galat ?? [],
    catatan: [...catatanNaskah(aktor, k), ...catatanTerhenti(aktor, k), ...catatanStatus(k)],
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
    keputusan: boleh('verifikasi') ? formulirKeputusan(k.id, isian) : null,
    tindakan: susunTindakan(k, boleh, isian),
    linimasa: { peristiwa: [...k.riwayat.map(peristiwa), ...peristiwaBawaan(k)] },
  };
}

/** What a decision is called that only the report itself tells of. */
const KEPUTUSAN_BAWAAN: Partial<Record<KegiatanRinci['status'], { jenis: Peristiwa['jenis']; apa: string }>> = {
  terverifikasi: { jenis: 'baik', apa: 'Laporan diverifikasi' },
  dikembalikan: { jenis: 'perlu', apa: 'Laporan dikembalikan untuk diperbaiki' },
  ditolak: { jenis: 'bahaya', apa: 'Laporan ditolak' },
};

/**
 * What happened to a report before it came here. Reports that are taken over in bulk carry the instants of their acts as
 * facts; the trail has one row for the whole load, since nobody did those acts in this portal. So the timeline tells them
 * from the report itself: only what is older than the trail's first row, and nothing where the trail has the beginning.
 */
function peristiwaBawaan(k: KegiatanRinci): Peristiwa[] {
  if (!k.dimuat) return [];
  const sebelum = k.riwayat.at(-1)?.waktu.getTime() ?? Infinity;
  const ulang = k.diajukanPada?.getTime() !== k.diajukanPertamaPada?.getTime();
  const keputusan = KEPUTUSAN_BAWAAN[k.status];
  const kantor = k.diputuskanOlehNama ?? 'Petugas';
  const fakta: [Date | null, Peristiwa['jenis'], string, string][] = [
    [k.opdKonfirmasiPada, 'baik', 'Kegiatan bersama dikonfirmasi', k.nama.bersamaOpd ?? 'OPD'],
    [keputusan ? k.diputuskanPada : null, keputusan?.jenis ?? 'netral', keputusan?.apa ?? '', kantor],
    [ulang ? k.diajukanPada : null, 'proses', 'Laporan diajukan kembali', k.ormasNama],
    [k.diajukanPertamaPada, 'proses', 'Laporan diajukan', k.ormasNama],
  ];
  return fakta
    .flatMap(([waktu, ...isi]) => (waktu && waktu.getTime() < sebelum ? [{ waktu, isi }] : []))
    .sort((a, b) => b.waktu.getTime() - a.waktu.getTime())
    .map(({ waktu, isi: [jenis, apa, siapa] }, i, semua) => ({
      jenis,
      apa,
      saat: tanggalJam(waktu),
      saatIso: waktu.toISOString(),
      siapa,
      ...(i === semua.length - 1 && { catatan: 'Dimuat ke portal bersama data asalnya; waktunya menurut data itu.' }),
    }));
}

function lencanaBersama(k: KegiatanRinci): Lencana[] {
  if (k.isian.bersamaOpdId === null) return [];
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

function formulirKeputusan(id: number, isian: IsianRincian | null): HalamanRincian['keputusan'] {
  const galatPada = (bidang: string) => isian?.galat.find((g) => g.bidang === bidang)?.pesan ?? null;
  const dipilih = isian?.keputusan ?? '';
  const opsi = (nilai: string, teks: string, petunjuk: string) => ({
    nilai,
    teks,
    petunjuk,
    terpilih: nilai === dipilih,
  });
  return {
    aksi: jalurKegiatan.keputusan(id),
    pilihan: {
      nama: 'keputusan',
      label: 'Keputusan Anda',
      wajib: true,
      galat: galatPada('keputusan'),
      opsi: [
        opsi('verifikasi', 'Verifikasi', 'Laporan benar dan buktinya cukup; kegiatan dihitung.'),
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

function susunTindakan(
  k: KegiatanRinci,
  boleh: (aksi: Parameters<typeof bolehKegiatan>[1]) => boolean,
  isian: IsianRincian | null,
): FormulirTindakan[] {
  const buat = (
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
  const daftar: FormulirTindakan[] = [];
  if (boleh('konfirmasiBersama') && k.opdKonfirmasiPada === null) {
    daftar.push(
      buat('konfirmasi', 'Konfirmasi kegiatan bersama', 'Nyatakan bahwa OPD Anda ikut menyelenggarakan kegiatan ini.'),
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

function peristiwa(r: PeristiwaKegiatan): Linimasa['peristiwa'][number] {
  const jenis: Record<string, Lencana['jenis']> = {
    'kegiatan.verifikasi': 'baik',
    'kegiatan.konfirmasi-bersama': 'baik',
    'kegiatan.tolak': 'bahaya',
    'kegiatan.kembalikan': 'perlu',
    'kegiatan.ajukan': 'proses',
    'kegiatan.buka-kembali': 'proses',
  };
  return {
    jenis: jenis[r.aksi] ?? 'netral',
    // The page is about this one activity: its name need not stand in every line.
    apa: r.ringkasan.replace(/ kegiatan “.*”(?= )/, ''),
    saat: tanggalJam(r.waktu),
    saatIso: r.waktu.toISOString(),
    siapa: r.aktorNama,
    ...(r.catatan ? { catatan: r.catatan } : {}),
    beda: r.beda,
  };
}
