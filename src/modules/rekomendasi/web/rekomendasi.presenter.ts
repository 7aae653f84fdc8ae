import { type GalatIsian } from '../../../common/domain-error.js';
import { tanggal, tanggalJam, ukuranBerkas } from '../../../common/format.js';
import {
  type Butir,
  type Catatan,
  type KepalaHalaman,
  type KolomBerkas,
  type KolomPilihan,
  type KolomTeks,
  type Lencana,
  type Linimasa,
} from '../../../infra/view/bagian.js';
import { jalurBerkas } from '../../berkas/berkas.paths.js';
import { TERIMA_DOKUMEN, TERIMA_FOTO, UKURAN_BERKAS_MAKS } from '../../berkas/berkas.types.js';
import { type DataOpd } from '../../klaster/klaster.types.js';
import { presentPeristiwa } from '../../ormas/peristiwa.js';
import { type OrmasDirekomendasi, type RekomendasiRinci } from '../baca-rekomendasi.service.js';
import { type Kemajuan, PENANGGUNG, SEBUTAN_PENANGGUNG } from '../rekomendasi.types.js';
import { lencanaRekomendasi } from '../rekomendasi.kata.js';
import { kataPenanggung } from './daftar.presenter.js';
import { type KetikanRekomendasi, type KetikanTindakan } from './rekomendasi.dto.js';
import { jalurRekomendasi, type TindakanJalur } from './rekomendasi.paths.js';

const pesanDi = (galat: readonly GalatIsian[], bidang: string): string | null =>
  galat
    .filter((g) => g.bidang === bidang)
    .map((g) => g.pesan)
    .join(' ') || null;

/** `views/rekomendasi/formulir.hbs`. */
export interface HalamanFormulir {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  aksi: string;
  kolom: { isi: KolomTeks; sumber: KolomTeks; penanggung: KolomPilihan; jatuhTempo: KolomTeks };
  kembali: string;
}

/** The form by which an ormas is given something to do. */
export function presentFormulir(
  ormas: OrmasDirekomendasi,
  k: KetikanRekomendasi,
  { opd, galat, kunjunganId }: { opd: readonly DataOpd[]; galat: GalatIsian[]; kunjunganId: number | null },
): HalamanFormulir {
  const judul = 'Beri rekomendasi';
  const pilihan = [
    ...PENANGGUNG.filter((p) => p !== 'opd').map((p): [string, string] => [p, SEBUTAN_PENANGGUNG[p]]),
    ...opd.map((o): [string, string] => [`opd:${o.kode}`, o.nama]),
  ];
  return {
    judul,
    kepala: {
      judul,
      pengantar: ormas.nama,
      remah: [
        { teks: ormas.nama, href: jalurRekomendasi.ormas(ormas.id) },
        ...(kunjunganId === null ? [] : [{ teks: 'Kunjungan', href: jalurRekomendasi.kunjungan(kunjunganId) }]),
        { teks: 'Rekomendasi', href: jalurRekomendasi.milikOrmas(ormas.id) },
      ],
    },
    galat,
    aksi: jalurRekomendasi.baru(ormas.id, kunjunganId),
    kolom: {
      isi: {
        ...{ nama: 'isi', label: 'Apa yang perlu dilakukan', wajib: true, maksimal: 500, baris: 4, nilai: k.isi },
        ...{ petunjuk: 'Satu hal yang dapat dibuktikan selesai.', galat: pesanDi(galat, 'isi') },
      },
      sumber: {
        ...{ nama: 'sumber', label: 'Dasar', wajib: true, maksimal: 200, nilai: k.sumber },
        ...{ petunjuk: 'Misalnya hasil monev, kunjungan, atau berita acara.', galat: pesanDi(galat, 'sumber') },
      },
      penanggung: {
        ...{ nama: 'penanggung', label: 'Penanggung jawab', wajib: true, kosong: 'Pilih penanggung jawab' },
        petunjuk: 'Siapa yang memastikan rekomendasi ini dilaksanakan.',
        galat: pesanDi(galat, 'penanggung'),
        opsi: pilihan.map(([nilai, teks]) => ({ nilai, teks, terpilih: nilai === k.penanggung })),
      },
      jatuhTempo: {
        ...{ nama: 'jatuhTempo', label: 'Batas waktu', wajib: true, nilai: k.jatuhTempo, terkecil: ormas.hari },
        ...{ petunjuk: 'Yang selesai sesudahnya tidak dihitung tepat waktu.', galat: pesanDi(galat, 'jatuhTempo') },
      },
    },
    kembali: kunjunganId === null ? jalurRekomendasi.milikOrmas(ormas.id) : jalurRekomendasi.kunjungan(kunjunganId),
  };
}

/** What was typed into one of the forms of the page, and what was wrong with it. */
export interface IsianRincian {
  tindakan: TindakanJalur;
  ketikan: KetikanTindakan;
  galat: GalatIsian[];
}

interface FormulirTindakan {
  aksi: string;
  judul: string;
  petunjuk: string;
  keadaan: KolomPilihan | null;
  panjang: KolomTeks | null;
  tanggal: KolomTeks | null;
  berkas: KolomBerkas | null;
  utama: boolean;
  bahaya: boolean;
  terbuka: boolean;
}

/** `views/rekomendasi/rincian.hbs`. */
export interface HalamanRincian {
  judul: string;
  kepala: KepalaHalaman;
  galat: GalatIsian[];
  versi: number;
  catatan: Catatan[];
  pokok: Butir[];
  kemajuan: {
    kapan: string;
    uraian: string;
    selesai: string;
    lencana: Lencana | null;
    catatan: string | null;
    berkas: { nama: string; href: string; ukuran: string }[];
  }[];
  tanpaBukti: string;
  tindakan: FormulirTindakan[];
  linimasa: Linimasa;
}

/** One recommendation. @param isian what was typed when a form is shown again */
export function presentRincian(p: RekomendasiRinci, isian: IsianRincian | null): HalamanRincian {
  const { r, ormas } = p;
  return {
    judul: `Rekomendasi untuk ${ormas.nama}`,
    kepala: {
      judul: 'Rekomendasi',
      pengantar: ormas.nama,
      remah: [
        ...(ormas.boleh.lihatDaftar ? [{ teks: 'Rekomendasi', href: jalurRekomendasi.daftar() }] : []),
        { teks: ormas.nama, href: jalurRekomendasi.ormas(ormas.id) },
        { teks: 'Rekomendasi ormas ini', href: jalurRekomendasi.milikOrmas(ormas.id) },
      ],
      lencana: [lencanaRekomendasi(r, ormas.hari)],
    },
    galat: isian?.galat ?? [],
    versi: r.versi,
    catatan: susunCatatan(p),
    pokok: [
      { label: 'Yang perlu dilakukan', nilai: r.isi },
      {
        label: 'Dasar',
        nilai: r.sumber,
        ...(r.kunjunganId !== null && { href: jalurRekomendasi.kunjungan(r.kunjunganId) }),
      },
      { label: 'Penanggung jawab', nilai: kataPenanggung(r) },
      { label: 'Batas waktu', nilai: tanggal(r.jatuhTempo) },
      { label: 'Selesai pada', nilai: r.selesaiPada === null ? 'belum selesai' : tanggal(r.selesaiPada) },
      {
        label: 'Diberikan',
        nilai: `${tanggalJam(r.dibuatPada)}${r.dibuatOleh === null ? '' : ` oleh ${r.dibuatOleh}`}`,
      },
    ],
    kemajuan: p.kemajuan.map(presentKemajuan),
    tanpaBukti: p.bolehBukti ? '' : 'Buktinya tidak untuk peran Anda.',
    tindakan: susunTindakan(p, isian),
    linimasa: { peristiwa: p.riwayat.map(presentPeristiwa) },
  };
}

const PUTUSAN: Readonly<Record<string, Lencana>> = {
  diterima: { jenis: 'baik', teks: 'Diterima' },
  dikembalikan: { jenis: 'perlu', teks: 'Dikembalikan' },
  dibuka: { jenis: 'netral', teks: 'Dibuka kembali' },
};

function presentKemajuan(k: Kemajuan): HalamanRincian['kemajuan'][number] {
  const menunggu = k.selesaiPada === null ? null : { jenis: 'proses' as const, teks: 'Menunggu pemeriksaan' };
  return {
    kapan: `${tanggalJam(k.dibuatPada)}${k.dibuatOleh === null ? '' : ` · ${k.dibuatOleh}`}`,
    uraian: k.uraian,
    selesai: k.selesaiPada === null ? 'Masih berjalan' : `Selesai ${tanggal(k.selesaiPada)}`,
    lencana: k.putusan === null ? menunggu : (PUTUSAN[k.putusan] ?? null),
    catatan: k.catatan,
    berkas: k.berkas.map((b) => ({ nama: b.nama, href: jalurBerkas(b.berkasId), ukuran: ukuranBerkas(b.ukuran) })),
  };
}

function susunCatatan({ r, kemajuan }: RekomendasiRinci): Catatan[] {
  if (r.batalPada !== null)
    return [
      {
        ...{ jenis: 'netral', judul: 'Rekomendasi ini dibatalkan' },
        teks: `${tanggalJam(r.batalPada)}${r.batalOleh === null ? '' : ` oleh ${r.batalOleh}`}: ${r.batalAlasan ?? ''}`,
      },
    ];
  const [terakhir] = kemajuan;
  if (r.status === 'terbuka' && terakhir?.catatan)
    return [{ jenis: 'perlu', judul: 'Yang masih kurang', teks: terakhir.catatan }];
  return [];
}

function susunTindakan(p: RekomendasiRinci, isian: IsianRincian | null): FormulirTindakan[] {
  const { r, ormas, boleh } = p;
  const susun = (t: TindakanJalur) => {
    const ini = isian?.tindakan === t ? isian : null;
    const nilai = (n: keyof KetikanTindakan, awal = ''): string => ini?.ketikan[n] ?? awal;
    const galat = (n: string): string | null => (ini ? pesanDi(ini.galat, n) : null);
    const buat = (judul: string, petunjuk: string, lain: Partial<FormulirTindakan> = {}): FormulirTindakan => ({
      ...{ aksi: jalurRekomendasi.tindakan(r.id, t), judul, petunjuk, terbuka: ini !== null, keadaan: null },
      ...{ panjang: null, tanggal: null, berkas: null, utama: false, bahaya: false, ...lain },
    });
    const kata = (nama: keyof KetikanTindakan, label: string, petunjuk: string, maksimal = 300): KolomTeks => ({
      ...{ nama, label, petunjuk, maksimal, wajib: true, baris: 3, nilai: nilai(nama), galat: galat(nama) },
    });
    const hari = (awal: string, wajib: boolean): KolomTeks => ({
      ...{ nama: 'selesaiPada', label: 'Tanggal selesai', nilai: nilai('selesaiPada', awal), terbesar: ormas.hari },
      ...{ galat: galat('selesaiPada'), ...(wajib ? { wajib } : { tanda: 'wajib bila sudah selesai' }) },
    });
    const bukti = (tanda: string): KolomBerkas => ({
      ...{ nama: 'bukti', label: 'Bukti', tanda, banyak: true, sisiMaksimal: 2400, galat: galat('bukti') },
      ...{ terima: `${TERIMA_FOTO},${TERIMA_DOKUMEN}`, ukuranMaksimal: UKURAN_BERKAS_MAKS },
      petunjuk: 'Foto atau PDF.',
    });
    return { buat, kata, hari, bukti, nilai, galat };
  };
  const [lapor, terima, kembali] = [susun('lapor'), susun('terima'), susun('kembalikan')];
  const [selesai, buka, batal, pulih] = [
    susun('selesaikan'),
    susun('buka-kembali'),
    susun('batalkan'),
    susun('pulihkan'),
  ];
  const diklaim = p.kemajuan.find((k) => k.putusan === null && k.selesaiPada !== null)?.selesaiPada ?? '';
  const opsi = (nilai: string, teks: string, petunjuk: string) => ({
    ...{ nilai, teks, petunjuk, terpilih: lapor.nilai('keadaan') === nilai },
  });
  return [
    ...(boleh.lapor
      ? [
          lapor.buat('Laporkan tindak lanjut', 'Petugas memeriksa laporan yang menyatakan selesai.', {
            keadaan: {
              ...{ nama: 'keadaan', label: 'Sampai di mana', wajib: true, galat: lapor.galat('keadaan') },
              opsi: [
                opsi('selesai', 'Sudah selesai', 'Isi tanggalnya dan lampirkan buktinya.'),
                opsi('berjalan', 'Masih berjalan', 'Kabar kemajuan; bukti boleh menyusul.'),
              ],
            },
            panjang: lapor.kata('uraian', 'Apa yang sudah dilakukan', 'Singkat dan dapat diperiksa.', 1000),
            ...{ tanggal: lapor.hari('', false), berkas: lapor.bukti('wajib bila sudah selesai'), utama: true },
          }),
        ]
      : []),
    ...(boleh.terima
      ? [
          terima.buat('Terima sebagai selesai', 'Tanggal selesai menentukan apakah dihitung tepat waktu.', {
            ...{ tanggal: terima.hari(diklaim, true), utama: true },
          }),
        ]
      : []),
    ...(boleh.kembalikan
      ? [
          kembali.buat('Kembalikan laporan', 'Rekomendasi kembali belum selesai.', {
            panjang: kembali.kata('catatan', 'Yang masih kurang', 'Ormas membaca kalimat ini.'),
          }),
        ]
      : []),
    ...(boleh.selesaikan
      ? [
          selesai.buat('Nyatakan selesai', 'Bila Anda sudah melihat buktinya sendiri.', {
            panjang: selesai.kata('uraian', 'Yang Anda lihat', 'Apa yang membuktikan bahwa ini selesai.', 1000),
            ...{ tanggal: selesai.hari('', true), berkas: selesai.bukti('tidak wajib') },
          }),
        ]
      : []),
    ...(boleh.bukaKembali
      ? [
          buka.buat('Buka kembali', 'Rekomendasi kembali belum selesai.', {
            panjang: buka.kata('alasan', 'Alasan', 'Mengapa ternyata belum selesai.'),
          }),
        ]
      : []),
    ...(boleh.batalkan
      ? [
          batal.buat('Batalkan rekomendasi', 'Tetap terbaca, tetapi tidak lagi dihitung.', {
            ...{ panjang: batal.kata('alasan', 'Alasan pembatalan', 'Ormas diberi tahu.'), bahaya: true },
          }),
        ]
      : []),
    ...(boleh.pulihkan ? [pulih.buat('Pulihkan rekomendasi', 'Berlaku kembali seperti sebelum dibatalkan.')] : []),
  ];
}
