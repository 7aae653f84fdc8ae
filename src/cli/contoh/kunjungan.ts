import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { tambahHari } from '../../common/tanggal.js';
import { type Config } from '../../infra/config/config.js';
import { ConfigModule } from '../../infra/config/config.module.js';
import { DatabaseModule } from '../../infra/database/database.module.js';
import { buatLog } from '../../infra/log/log.js';
import { RedisModule } from '../../infra/queue/redis.module.js';
import { AkunModule } from '../../modules/akun/akun.module.js';
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
import { LapanganModule } from '../../modules/lapangan/lapangan.module.js';
import { RencanaKunjunganService } from '../../modules/lapangan/rencana-kunjungan.service.js';
import { TanggapanKunjunganService } from '../../modules/lapangan/tanggapan-kunjungan.service.js';
import { MASIH_ADA } from '../../modules/ormas/riwayat-status.js';
import { PendaftaranModule } from '../../modules/pendaftaran/pendaftaran.module.js';
import { AcakTetap } from './acak-tetap.js';
import { gambarKegiatan } from './gambar-contoh.js';
import { hariKerja, JamContoh } from './jam-contoh.js';
import { kirimPendaftaran } from './pendaftaran.js';

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

@Module({})
class KunjunganContohModule {}

/**
 * Field visits in every state, through the services that people use, each act at an hour of a working day: beside the
 * application that founds the city, under a clock of their own. Returns a sentence.
 * @param hariIni today, 'YYYY-MM-DD'
 */
export async function isiKunjungan(config: Config, hariIni: string): Promise<string> {
  const jam = new JamContoh(hariIni);
  const konfig = ConfigModule.untuk(config);
  const app = await NestFactory.createApplicationContext(
    {
      module: KunjunganContohModule,
      imports: [
        { ...konfig, providers: [...(konfig.providers ?? []), { provide: Clock, useValue: jam }] },
        ...[DatabaseModule, RedisModule, AkunModule, LapanganModule, PendaftaranModule],
      ],
    },
    { logger: buatLog('warn', 'contoh'), abortOnError: false },
  );
  try {
    return await isi(app, jam, hariIni);
  } finally {
    await app.close();
  }
}

async function isi(app: INestApplicationContext, jam: JamContoh, hariIni: string): Promise<string> {
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
  // In the order of their days, as the numbers of their records are.
  const urut = [...KISAH].sort((a, b) => a.hari - b.hari);
  for (const [i, kisah] of urut.entries()) {
    const t = (kisah.berakun ? tokoh.berakun : tokoh.diam).shift();
    if (!t) continue;
    const pelaku = petugas[i % petugas.length] ?? pertama;
    const pergi = kisah.berdua ? petugas.slice(0, 2) : [pelaku];
    await jalani(ambil, { kisah, t, pelaku, pergi, foto, hariIni, jam, pagi: i % 2 === 0 });
    jumlah++;
  }
  const kemarin = hariKerja(tambahHari(hariIni, -1), -1);
  jam.berdiri(kemarin, '09:20');
  const lamaran = await kirimPendaftaran(app);
  if (lamaran !== null) {
    jam.berdiri(kemarin, '14:05');
    const sasaran: Sasaran = { jenis: 'pendaftaran', id: lamaran };
    await ambil(RencanaKunjunganService).rencanakan(pertama, [sasaran], {
      teks: {
        tujuan: 'verifikasi',
        tanggal: hariKerja(tambahHari(hariIni, 2), 1),
        jam: '10.00',
        tempat: '',
        bekal: BEKAL,
      },
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
  jam: JamContoh;
  /** In the morning, or after noon. */
  pagi: boolean;
}

async function jalani(ambil: <T>(kelas: Type<T>) => T, b: Bahan): Promise<void> {
  const { kisah, t, pelaku, pergi, hariIni, jam } = b;
  const [rencana, acara] = [ambil(RencanaKunjunganService), ambil(BeritaAcaraService)];
  const hari = hariKerja(tambahHari(hariIni, kisah.hari), kisah.hari < 0 ? -1 : 1);
  const direncanakan = tambahHari(hari < hariIni ? hari : hariIni, -3);
  const esok = hariKerja(tambahHari(hari, 1), 1);
  const pukul = b.pagi
    ? { mulai: '09:10', selesai: '10:30', tulis: '11:15' }
    : { mulai: '13:10', selesai: '14:30', tulis: '15:05' };
  jam.berdiri(hariKerja(direncanakan, -1), '10:15');
  const [id = 0] = await rencana.rencanakan(pelaku, [{ jenis: 'ormas', id: t.id }], {
    teks: { tujuan: kisah.tujuan, tanggal: hari, jam: b.pagi ? '09.00' : '13.00', tempat: '', bekal: BEKAL },
    petugas: pergi.map((p) => p.id ?? 0),
  });
  if (kisah.akhir === 'rencana') return;
  if (kisah.akhir === 'batal') return rencana.batalkan(pelaku, id, 1, 'Pengurus meminta hari lain karena ada hajatan.');
  const penulis = pergi[0] ?? pelaku;
  jam.berdiri(hari, pukul.mulai);
  await acara.mulai(penulis, id, 1);
  const foto = b.foto.map((siap, i) => ({
    siap,
    keterangan: i === 0 ? 'Sekretariat dilihat dari jalan' : 'Petugas bersama pengurus',
  }));
  jam.berdiri(hari, pukul.tulis);
  const versi = await acara.tulis(penulis, id, 2, isian(kisah, { hari, ...pukul }, pergi), {
    ...{ tambah: kisah.ditemui === false ? foto.slice(0, 1) : foto, lepas: [], keterangan: {} },
  });
  if (kisah.akhir === 'draf') return;
  jam.berdiri(hari, '15:40');
  await acara.selesaikan(penulis, id, versi);
  const terlihat = async (): Promise<number> => (await ambil(BacaKunjunganService).rinci(penulis, id)).versi;
  jam.berdiri(esok, '09:30');
  if (kisah.akhir === 'dibuka')
    await acara.bukaKembali(penulis, id, await terlihat(), 'Jumlah anggota keliru dibaca dari buku induk lama.');
  if (kisah.akhir === 'dijawab' && t.sekretaris)
    await ambil(TanggapanKunjunganService).tanggapi(t.sekretaris, id, await terlihat(), {
      sikap: 'tidak-setuju',
      kata: 'Papan nama sedang dicat ulang pada hari kunjungan; sekarang sudah terpasang.',
    });
}

function isian(
  k: Kisah,
  b: { hari: string; mulai: string; selesai: string },
  pergi: readonly Aktor[],
): IsianBeritaAcara {
  const ditemui = k.ditemui ?? true;
  return {
    ...{
      tanggal: b.hari,
      mulai: b.mulai,
      selesai: ditemui ? b.selesai : b.mulai.replace(':10', ':35'),
      petugas: pergi.map((p) => p.id ?? 0),
    },
    ...{ ditemui, penerimaNama: ditemui ? 'Kenanga Khayal' : '', penerimaJabatan: ditemui ? 'Sekretaris' : '' },
    periksa: Object.fromEntries(
      DAFTAR_PERIKSA.map(({ kode }) => [kode, k.tidak?.[kode] ?? { hasil: 'sesuai' as const, catatan: '' }]),
    ),
    ...{ temuan: k.temuan, rekomendasi: k.rekomendasi ?? '', sikap: k.sikap ?? null, kataOrmas: '' },
  };
}
