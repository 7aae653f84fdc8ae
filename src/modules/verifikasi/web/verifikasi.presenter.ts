import { tanggal } from '../../../common/format.js';
import { type BacaanKode, kodeBerkelompok } from '../../../common/kode-periksa.js';
import { type Butir, type Catatan, type KolomTeks } from '../../../infra/view/bagian.js';
import { type BuktiLaporan } from '../../laporan/bukti-laporan.service.js';
import { kataBerhenti } from '../../surat/surat.aturan.js';
import { type BuktiSurat, type OrmasTujuan } from '../../surat/surat.types.js';

export interface HalamanVerifikasi {
  judul: string;
  /** The answer in one sentence; null before anything was asked. */
  jawaban: Catatan | null;
  butir: Butir[];
  kolom: KolomTeks;
}

/** What was found for a code. */
export type Temuan =
  | { jenis: 'surat'; kode: string; surat: BuktiSurat }
  | { jenis: 'laporan'; kode: string; laporan: BuktiLaporan }
  | { jenis: 'tidak-ada'; kode: string }
  | Exclude<BacaanKode, { jenis: 'kode' }>;

/** The page on which anybody checks a paper. @param ketikan the code as it was typed, '' before */
export function presentVerifikasi(ketikan: string, temuan: Temuan | null): HalamanVerifikasi {
  const salah = temuan?.jenis === 'salah-ketik' || temuan?.jenis === 'bukan-kode';
  return {
    judul: 'Pemeriksaan keaslian dokumen',
    jawaban: temuan && jawab(temuan),
    butir: temuan ? rincian(temuan) : [],
    kolom: {
      nama: 'kode',
      label: 'Kode pemeriksaan',
      petunjuk: 'Enam belas huruf dan angka di bawah surat atau di samping kode QR. Tanda hubung boleh tidak diketik.',
      nilai: temuan && 'kode' in temuan ? kodeBerkelompok(temuan.kode) : ketikan,
      maksimal: 40,
      wajib: true,
      galat: salah ? 'Periksa kode huruf demi huruf.' : null,
    },
  };
}

function jawab(t: Temuan): Catatan {
  switch (t.jenis) {
    case 'surat':
      return jawabSurat(t.surat);
    case 'laporan':
      return t.laporan.disahkanPada
        ? {
            jenis: 'baik',
            judul: 'Asli dan sudah disahkan',
            teks: `Laporan ini diterbitkan kantor dan disahkan pada ${tanggal(t.laporan.disahkanPada)}.`,
          }
        : {
            jenis: 'perlu',
            judul: 'Asli, belum disahkan',
            teks: 'Laporan ini disusun kantor, tetapi pengesahannya belum tercatat.',
          };
    case 'tidak-ada':
      return {
        jenis: 'bahaya',
        judul: 'Kode ini tidak pernah diterbitkan',
        teks: 'Penulisannya benar, tetapi tidak ada dokumen dengan kode ini. Kertas yang memuatnya patut diragukan; tanyakan kepada kantor.',
      };
    case 'salah-ketik':
      return {
        jenis: 'perlu',
        judul: 'Kode salah ketik',
        teks: 'Ada huruf atau angka yang keliru, kurang, atau tertukar. Ini belum berarti dokumennya palsu. Angka 0 dan 1 serta huruf I, L, dan O tidak dipakai.',
      };
    case 'bukan-kode':
      return {
        jenis: 'perlu',
        judul: 'Ini bukan kode pemeriksaan',
        teks: 'Kode terdiri atas enam belas huruf dan angka, misalnya dalam empat kelompok: ABCD-EFGH-JKMN-PQRS.',
      };
  }
}

function jawabSurat(s: BuktiSurat): Catatan {
  const asli = 'Surat ini diterbitkan kantor';
  switch (s.keadaan) {
    case 'berlaku':
    case 'segera-berakhir':
      if (s.berubah)
        return {
          jenis: 'perlu',
          judul: 'Asli; sebagian datanya telah berubah sejak diterbitkan',
          teks: `${asli} dan berlaku sampai ${tanggal(s.berlakuSampai)}, tetapi sebagian yang tertulis padanya tidak lagi demikian. Mintalah surat penggantinya kepada ormas, atau tanyakan kepada kantor.`,
        };
      return {
        jenis: 'baik',
        judul: 'Asli dan masih berlaku',
        teks: `${asli} dan berlaku sampai ${tanggal(s.berlakuSampai)}.`,
      };
    case 'berakhir':
      return {
        jenis: 'perlu',
        judul: 'Asli, tetapi masa berlakunya habis',
        teks: `${asli}; masa berlakunya habis pada ${tanggal(s.berlakuSampai)}.`,
      };
    case 'ormas-berhenti':
      if (s.digabungKe) return jawabGabungan(s.digabungKe);
      return {
        jenis: 'bahaya',
        judul: `Asli, tetapi ormas ini ${kataBerhenti({ ...s, ormasSejak: null })}`,
        teks: `${asli}, tetapi ormas ini ${kataBerhenti(s)}. Surat ini tidak lagi menyatakan keadaan ormas sekarang.`,
      };
    case 'diganti':
      return {
        jenis: 'perlu',
        judul: 'Asli, tetapi sudah diganti',
        teks: `${asli}, tetapi tidak berlaku lagi: surat nomor ${s.digantikan ?? 'lain'} menggantikannya.`,
      };
    case 'dicabut':
      return {
        jenis: 'bahaya',
        judul: 'Asli, tetapi sudah dicabut',
        teks: `${asli}, tetapi dicabut pada ${tanggal(s.dicabutPada ?? s.terbit)} dan tidak berlaku lagi.`,
      };
  }
}

/** The organisation was recorded twice: it exists, under another number. */
function jawabGabungan(t: OrmasTujuan): Catatan {
  const surat = t.nomor === null ? '' : `, dengan surat nomor ${t.nomor}`;
  return {
    jenis: 'perlu',
    judul: 'Asli, tetapi catatannya sudah digabung',
    teks: `Surat ini diterbitkan kantor. Ormas ini kini tercatat sebagai “${t.nama}” dengan nomor register ${t.id}${surat}; mintalah surat atas catatan itu.`,
  };
}

/** What may be said in public: never a word about a person. */
function rincian(t: Temuan): Butir[] {
  if (t.jenis === 'surat') {
    const s = t.surat;
    return [
      { label: 'Jenis dokumen', nilai: 'Surat Keterangan Terdaftar Keberadaan' },
      { label: 'Nama ormas', nilai: s.nama },
      { label: 'Nomor', nilai: s.nomor },
      { label: 'Terbit', nilai: tanggal(s.terbit) },
      { label: 'Berlaku sampai', nilai: tanggal(s.berlakuSampai) },
      ...(s.dicabutPada === null ? [] : [{ label: 'Dicabut', nilai: tanggal(s.dicabutPada) }]),
      ...(s.digantikan === null ? [] : [{ label: 'Digantikan oleh', nilai: s.digantikan }]),
      ...(s.digabungKe === null
        ? []
        : [
            { label: 'Kini tercatat sebagai', nilai: s.digabungKe.nama, href: `/direktori/${s.digabungKe.id}` },
            { label: 'Nomor register', nilai: String(s.digabungKe.id) },
          ]),
    ];
  }
  if (t.jenis !== 'laporan') return [];
  const l = t.laporan;
  return [
    { label: 'Jenis dokumen', nilai: 'Laporan Monitoring dan Evaluasi Ormas' },
    { label: 'Tahun', nilai: String(l.tahun) },
    { label: 'Nomor', nilai: l.nomor },
    { label: 'Disahkan', nilai: l.disahkanPada ? tanggal(l.disahkanPada) : 'belum tercatat' },
    { label: 'SHA-256 berkas', nilai: l.sha256 ?? '' },
  ];
}
