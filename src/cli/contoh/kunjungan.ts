import { type INestApplicationContext, type Type } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { tambahHari } from '../../common/tanggal.js';
import { BerkasService } from '../../modules/berkas/berkas.service.js';
import { BacaKunjunganService } from '../../modules/lapangan/baca-kunjungan.service.js';
import { BeritaAcaraService } from '../../modules/lapangan/berita-acara.service.js';
import { DAFTAR_PERIKSA } from '../../modules/lapangan/daftar-periksa.data.js';
import {
  type IsianBeritaAcara,
  type JawabanPeriksa,
  type Sasaran,
  type SikapOrmas,
  type TujuanKunjungan,
} from '../../modules/lapangan/kunjungan.types.js';
import { RencanaKunjunganService } from '../../modules/lapangan/rencana-kunjungan.service.js';
import { TanggapanKunjunganService } from '../../modules/lapangan/tanggapan-kunjungan.service.js';
import { MASIH_ADA } from '../../modules/ormas/riwayat-status.js';
import { AcakTetap } from './acak-tetap.js';
import { gambarKegiatan } from './gambar-contoh.js';

/** How far a visit of the story goes. `dijawab`: signed off, and the ormas does not agree. */
type Akhir = 'rencana' | 'draf' | 'selesai' | 'dijawab' | 'dibuka' | 'batal';

interface Kisah {
  akhir: Akhir;
  /** Days from today: below zero in the past. */
  hari: number;
  tujuan: TujuanKunjungan;
  /** Whether the ormas has a secretary with an account; the others are those that have been silent longest. */
  berakun: boolean;
  berdua?: boolean;
  ditemui?: boolean;
  sikap?: SikapOrmas;
  temuan: string;
  rekomendasi?: string;
  /** Lines of the checklist that were not found in order. */
  tidak?: Readonly<Record<string, JawabanPeriksa>>;
}

const tidakSesuai = (catatan: string): JawabanPeriksa => ({ hasil: 'tidak-sesuai', catatan });
const tidakDiperiksa = (catatan: string): JawabanPeriksa => ({ hasil: 'tidak-diperiksa', catatan });

/** One visit in every state: found well, found wanting, found nobody, being written, planned, overdue, called off. */
const KISAH: readonly Kisah[] = [
  {
    ...{ akhir: 'selesai', hari: -12, tujuan: 'penilaian', berakun: true, berdua: true, sikap: 'setuju' },
    temuan:
      'Sekretariat buka setiap hari kerja dan dipakai rapat mingguan. Buku tamu, buku kegiatan, dan daftar anggota terisi sampai bulan ini.',
    rekomendasi: 'Menyimpan salinan arsip di tempat kedua.',
  },
  {
    ...{ akhir: 'selesai', hari: -5, tujuan: 'pemutakhiran', berakun: true, sikap: 'belum' },
    temuan: 'Sekretariat ditemukan. Bendahara yang tercatat sudah digantikan sejak musyawarah tahun lalu.',
    rekomendasi: 'Mengajukan perubahan susunan pengurus beserta SK yang baru.',
    tidak: { data: tidakSesuai('Bendahara menurut pengurus berbeda dari yang tercatat.') },
  },
  {
    ...{ akhir: 'dijawab', hari: -9, tujuan: 'pembinaan', berakun: true, sikap: 'belum' },
    temuan: 'Papan nama tidak terlihat dari jalan. Arsip kegiatan tahun ini belum dijilid.',
    rekomendasi: 'Memasang papan nama yang terbaca dari luar.',
    tidak: { 'papan-nama': tidakSesuai('Tidak terlihat dari jalan.') },
  },
  {
    ...{ akhir: 'selesai', hari: -20, tujuan: 'pemutakhiran', berakun: false, berdua: true, ditemui: false },
    temuan: 'Rumah di alamat yang tercatat kosong. Tetangga menyebut organisasi tidak lagi berkumpul di sana.',
    rekomendasi: 'Menghubungi ketua melalui kelurahan sebelum kunjungan kedua.',
    tidak: {
      sekretariat: tidakSesuai('Alamat tercatat tidak lagi dipakai.'),
      'papan-nama': tidakSesuai('Tidak ada.'),
      'pengurus-inti': tidakSesuai('Tidak seorang pun hadir.'),
      arsip: tidakDiperiksa('Rumah terkunci.'),
      data: tidakDiperiksa('Tidak ada yang dapat ditanya.'),
    },
  },
  {
    ...{ akhir: 'dibuka', hari: -15, tujuan: 'penilaian', berakun: true, sikap: 'setuju' },
    temuan: 'Arsip lengkap. Jumlah anggota menurut buku induk 84 orang.',
  },
  {
    ...{ akhir: 'draf', hari: -1, tujuan: 'pembinaan', berakun: false, ditemui: true },
    temuan: 'Ketua menyampaikan kegiatan berhenti karena pengurus sibuk bekerja.',
  },
  { akhir: 'rencana', hari: -4, tujuan: 'pemutakhiran', berakun: false, temuan: '' },
  { akhir: 'rencana', hari: 1, tujuan: 'penilaian', berakun: true, berdua: true, temuan: '' },
  { akhir: 'rencana', hari: 3, tujuan: 'pemutakhiran', berakun: false, temuan: '' },
  { akhir: 'rencana', hari: 8, tujuan: 'pembinaan', berakun: false, berdua: true, temuan: '' },
  { akhir: 'batal', hari: 2, tujuan: 'pembinaan', berakun: true, temuan: '' },
];

interface Tokoh {
  id: number;
  sekretaris: Aktor | null;
}

/** Field visits in every state, through the services that people use. Returns a sentence. */
export async function isiKunjungan(app: INestApplicationContext, hariIni: string): Promise<string> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const db = app.get<DataSource>(getDataSourceToken(), { strict: false });
  const petugas = await bacaPetugas(db);
  const [pertama] = petugas;
  if (!pertama) return 'tanpa petugas, tidak ada kunjungan';
  const tokoh = { berakun: await bacaTokoh(db, true), diam: await bacaTokoh(db, false) };
  const foto = [];
  const acak = new AcakTetap(1967);
  for (const nama of ['sekretariat.jpg', 'ruang-arsip.jpg'])
    foto.push(await ambil(BerkasService).siapkanIsi(await gambarKegiatan(acak), nama));
  let jumlah = 0;
  for (const [i, kisah] of KISAH.entries()) {
    const t = (kisah.berakun ? tokoh.berakun : tokoh.diam).shift();
    if (!t) continue;
    const pelaku = petugas[i % petugas.length] ?? pertama;
    const pergi = kisah.berdua ? petugas.slice(0, 2) : [pelaku];
    await jalani(ambil, { kisah, t, pelaku, pergi, foto, hariIni });
    jumlah++;
  }
  const [lamaran] = await db.query<{ id: number }[]>(
    "SELECT id FROM pendaftaran WHERE status IN ('diajukan', 'diajukan-ulang') ORDER BY id LIMIT 1",
  );
  if (lamaran) {
    const sasaran: Sasaran = { jenis: 'pendaftaran', id: lamaran.id };
    await ambil(RencanaKunjunganService).rencanakan(pertama, [sasaran], {
      teks: { tujuan: 'verifikasi', tanggal: tambahHari(hariIni, 2), jam: '10.00', tempat: '', bekal: BEKAL },
      petugas: [pertama.id ?? 0],
    });
    jumlah++;
  }
  return `${jumlah} kunjungan`;
}

const BEKAL = 'Cocokkan alamat dengan surat domisili (rekaan).';

async function bacaPetugas(db: DataSource): Promise<Aktor[]> {
  const baris = await db.query<{ id: number; nama: string }[]>(
    "SELECT id, nama FROM akun WHERE peran = 'petugas' ORDER BY id LIMIT 2",
  );
  return baris.map((p) => ({ ...AKTOR_SISTEM, id: p.id, nama: p.nama, peran: 'petugas' }));
}

/** Those with a secretary, or those without whose last verified activity is the oldest. */
async function bacaTokoh(db: DataSource, berakun: boolean): Promise<Tokoh[]> {
  const baris = await db.query<{ id: number; akunId: number | null; akunNama: string | null }[]>(
    `SELECT o.id, MIN(a.id) AS akunId, MIN(a.nama) AS akunNama
     FROM ormas o LEFT JOIN akun a ON a.ormas_id = o.id AND a.peran = 'sekretaris'
     WHERE ${MASIH_ADA} AND o.status = 'terdaftar' AND a.id IS ${berakun ? 'NOT ' : ''}NULL
     GROUP BY o.id, o.kegiatan_terakhir ORDER BY ${berakun ? 'akunId' : 'o.kegiatan_terakhir, o.id'} LIMIT 12`,
  );
  return baris.map(({ id, akunId, akunNama }) => ({
    id,
    sekretaris:
      akunId === null
        ? null
        : { ...AKTOR_SISTEM, id: akunId, nama: akunNama ?? '', peran: 'sekretaris' as const, ormasId: id },
  }));
}

interface Bahan {
  kisah: Kisah;
  t: Tokoh;
  pelaku: Aktor;
  pergi: readonly Aktor[];
  foto: readonly Awaited<ReturnType<BerkasService['siapkanIsi']>>[];
  hariIni: string;
}

async function jalani(ambil: <T>(kelas: Type<T>) => T, b: Bahan): Promise<void> {
  const { kisah, t, pelaku, pergi, hariIni } = b;
  const [rencana, acara] = [ambil(RencanaKunjunganService), ambil(BeritaAcaraService)];
  const hari = tambahHari(hariIni, kisah.hari);
  const [id = 0] = await rencana.rencanakan(pelaku, [{ jenis: 'ormas', id: t.id }], {
    teks: { tujuan: kisah.tujuan, tanggal: hari, jam: '09.00', tempat: '', bekal: BEKAL },
    petugas: pergi.map((p) => p.id ?? 0),
  });
  if (kisah.akhir === 'rencana') return;
  if (kisah.akhir === 'batal') return rencana.batalkan(pelaku, id, 1, 'Pengurus meminta hari lain karena ada hajatan.');
  const penulis = pergi[0] ?? pelaku;
  await acara.mulai(penulis, id, 1);
  const foto = b.foto.map((siap, i) => ({
    siap,
    keterangan: i === 0 ? 'Sekretariat dilihat dari jalan' : 'Petugas bersama pengurus',
  }));
  const versi = await acara.tulis(penulis, id, 2, isian(kisah, hari, pergi), {
    ...{ tambah: kisah.ditemui === false ? foto.slice(0, 1) : foto, lepas: [], keterangan: {} },
  });
  if (kisah.akhir === 'draf') return;
  await acara.selesaikan(penulis, id, versi);
  const terlihat = async (): Promise<number> => (await ambil(BacaKunjunganService).rinci(penulis, id)).versi;
  if (kisah.akhir === 'dibuka')
    await acara.bukaKembali(penulis, id, await terlihat(), 'Jumlah anggota keliru dibaca dari buku induk lama.');
  if (kisah.akhir === 'dijawab' && t.sekretaris)
    await ambil(TanggapanKunjunganService).tanggapi(t.sekretaris, id, await terlihat(), {
      sikap: 'tidak-setuju',
      kata: 'Papan nama sedang dicat ulang pada hari kunjungan; sekarang sudah terpasang.',
    });
}

function isian(k: Kisah, hari: string, pergi: readonly Aktor[]): IsianBeritaAcara {
  const ditemui = k.ditemui ?? true;
  return {
    ...{ tanggal: hari, mulai: '09:10', selesai: ditemui ? '10:30' : '09:35', petugas: pergi.map((p) => p.id ?? 0) },
    ...{ ditemui, penerimaNama: ditemui ? 'Kenanga Khayal' : '', penerimaJabatan: ditemui ? 'Sekretaris' : '' },
    periksa: Object.fromEntries(
      DAFTAR_PERIKSA.map(({ kode }) => [kode, k.tidak?.[kode] ?? { hasil: 'sesuai' as const, catatan: '' }]),
    ),
    ...{ temuan: k.temuan, rekomendasi: k.rekomendasi ?? '', sikap: k.sikap ?? null, kataOrmas: '' },
  };
}
