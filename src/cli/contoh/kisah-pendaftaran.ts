import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { acakToken } from '../../common/acak.js';
import { AKTOR_SISTEM, type Aktor } from '../../common/aktor.js';
import { Clock } from '../../common/clock.js';
import { type HariLibur } from '../../common/hari-kerja.js';
import { type Config } from '../../infra/config/config.js';
import { ConfigModule } from '../../infra/config/config.module.js';
import { DatabaseModule } from '../../infra/database/database.module.js';
import { buatLog } from '../../infra/log/log.js';
import { RedisModule } from '../../infra/queue/redis.module.js';
import { AkunModule } from '../../modules/akun/akun.module.js';
import { AkunService } from '../../modules/akun/akun.service.js';
import { BerkasService } from '../../modules/berkas/berkas.service.js';
import { BacaPendaftaranService } from '../../modules/pendaftaran/baca-pendaftaran.service.js';
import { PendaftaranModule } from '../../modules/pendaftaran/pendaftaran.module.js';
import { PendaftaranService } from '../../modules/pendaftaran/pendaftaran.service.js';
import { type HasilPeriksa, type Jawaban } from '../../modules/pendaftaran/pendaftaran.types.js';
import { PengesahanService } from '../../modules/pendaftaran/pengesahan.service.js';
import { PeriksaPendaftaranService } from '../../modules/pendaftaran/periksa-pendaftaran.service.js';
import { HariLiburService } from '../../modules/setelan/hari-libur.service.js';
import { SetelanModule } from '../../modules/setelan/setelan.module.js';
import { type AkunContoh } from './akun-contoh.js';
import { hariKerjaLalu, JamContoh } from './jam-contoh.js';
import { BerkasPendaftaran, isiFormulir, JAWABAN_CONTOH, rujukanContoh } from './pendaftaran.js';

/** What befalls an application. `bidang` and the number of a kelurahan choose from the reference data. */
interface Kisah {
  jawaban: Jawaban;
  bidang: string;
  kelurahan: number;
  jalan: (j: Jalan) => Promise<void>;
}

/** One applicant with the applications of theirs, in order. */
interface Pemohon {
  surel: string;
  nama: string;
  /** Whether `akun-contoh.json` tells the account. */
  ditunjukkan: boolean;
  /** Working days before today on which the account was opened. */
  dibuka: number;
  kisah: readonly Kisah[];
}

const orang = (ketua: string, sekretaris: string, bendahara: string): Jawaban => ({
  ...{ ketua: `${ketua} Rekaan`, sekretaris: `${sekretaris} Umpama`, bendahara: `${bendahara} Khayal` },
  pendiri: `${ketua} Rekaan\n${sekretaris} Umpama`,
});
const tanpaBadanHukum: Jawaban = {
  ...{ dasarHukumNomor: '', dasarHukumTanggal: '', pembina: '', keputusanTertinggi: 'Rapat anggota' },
};

/** One application in every state and of every legal form; the numbers are working days before today. */
const PEMOHON: readonly Pemohon[] = [
  {
    ...{ surel: 'pemohon2@contoh.invalid', nama: 'Pemohon Sriti Rekaan', ditunjukkan: true, dibuka: 31 },
    kisah: [
      {
        jawaban: {
          ...{ bentuk: 'non-badan-hukum', nama: 'Komunitas Layang Senja Rekaan', singkatan: 'KLSR' },
          ...{ npwp: '00.000.000.0-000.781', alamat: 'Gang Rekaan Layang Nomor 1', telepon: '0800 0000 7781' },
          ...{ surel: 'layang@contoh.invalid', tujuan: 'Merawat permainan layang-layang di kampung.' },
          ...{ ...orang('Sriti', 'Sawo', 'Duku'), ...tanpaBadanHukum },
        },
        ...{ bidang: 'seni-budaya', kelurahan: 3 },
        jalan: async (j) => {
          await j.kirim(30);
          j.pada(28, '10:40');
          const alasan = 'Nama organisasi akan diganti dahulu dalam rapat anggota; didaftarkan lagi sesudahnya.';
          await j.ambil(PendaftaranService).cabut(j.pemohon, j.id, await j.versi(), alasan);
        },
      },
      {
        jawaban: {
          ...{ bentuk: 'non-badan-hukum', nama: 'Komunitas Layang Cakrawala Rekaan', singkatan: 'KLCR' },
          ...{ npwp: '00.000.000.0-000.781', alamat: 'Gang Rekaan Layang Nomor 1', telepon: '0800 0000 7781' },
          ...{ surel: 'layang@contoh.invalid', tujuan: 'Merawat permainan layang-layang di kampung.' },
          ...{ ...orang('Sriti', 'Sawo', 'Duku'), ...tanpaBadanHukum },
        },
        ...{ bidang: 'seni-budaya', kelurahan: 3 },
        jalan: async (j) => j.tulis(2, 4),
      },
    ],
  },
  {
    ...{ surel: 'pemohon3@contoh.invalid', nama: 'Pemohon Cempaka Rekaan', ditunjukkan: true, dibuka: 41 },
    kisah: [
      {
        jawaban: {
          ...{ bentuk: 'cabang', nama: 'Cabang Bogor Ikatan Umpama Bahari Rekaan', singkatan: 'IUBR' },
          ...{ namaInduk: 'Ikatan Umpama Bahari Rekaan', npwp: '00.000.000.0-000.782', aktaNomor: '', aktaTanggal: '' },
          ...{ alamat: 'Jalan Rekaan Bahari Nomor 2', telepon: '0800 0000 7782', surel: 'bahari@contoh.invalid' },
          ...{ tujuan: 'Memperkenalkan dunia laut kepada pelajar.', ...orang('Cempaka', 'Nangka', 'Salak') },
          ...tanpaBadanHukum,
        },
        ...{ bidang: 'pendidikan', kelurahan: 9 },
        jalan: async (j) => {
          await j.kirim(40);
          await j.klaim(38);
          j.pada(33, '11:05');
          await j
            .ambil(PeriksaPendaftaranService)
            .tolak(
              j.petugas,
              j.id,
              await j.versi(),
              'Mandat dari pengurus induk (rekaan) berlaku untuk kota lain, bukan Kota Bogor. Mohon mandat yang baru, lalu daftarkan lagi.',
            );
        },
      },
      {
        jawaban: {
          ...{ bentuk: 'perkumpulan', nama: 'Perkumpulan Sahabat Bahari Rekaan', singkatan: 'PSBR', pembina: '' },
          ...{ dasarHukumNomor: 'AHU-0000000.AH.01.07.Tahun 2025', dasarHukumTanggal: '2025-02-10', aktaNomor: '12' },
          ...{ aktaTanggal: '2025-01-20', npwp: '00.000.000.0-000.783', alamat: 'Jalan Rekaan Bahari Nomor 2' },
          ...{ telepon: '0800 0000 7782', surel: 'bahari@contoh.invalid', keputusanTertinggi: 'Rapat anggota' },
          ...{ tujuan: 'Memperkenalkan dunia laut kepada pelajar.', ...orang('Cempaka', 'Nangka', 'Salak') },
        },
        ...{ bidang: 'pendidikan', kelurahan: 9 },
        jalan: async (j) => {
          await j.kirim(7);
          await j.klaim(6);
          await j.kembalikan(
            3,
            {
              bidang: {
                alamat: 'Nomor rumah berbeda dari surat domisili (tertulis 12). Samakan salah satunya.',
                tujuan: 'Tulis tujuan selengkapnya seperti pada pasal anggaran dasar.',
              },
              dokumen: {
                domisili: { putusan: 'tidak-sesuai', catatan: 'Cap kelurahan tidak terbaca; kirim yang terbaca.' },
                'sk-pengurus': { putusan: 'tidak-sesuai', catatan: 'Lampiran susunan pengurus belum ikut.' },
              },
            },
            'Hampir lengkap: dua isian dan dua dokumen perlu diperbaiki.',
          );
        },
      },
    ],
  },
  {
    ...{ surel: 'pemohon4@contoh.invalid', nama: 'Pemohon Tanjung Rekaan', ditunjukkan: true, dibuka: 20 },
    kisah: [
      {
        jawaban: {
          ...{ bentuk: 'non-badan-hukum', nama: 'Paguyuban Kebun Teratai Rekaan', singkatan: 'PKTR' },
          ...{ npwp: '00.000.000.0-000.784', alamat: 'Jalan Rekaan Teratai', telepon: '0800 0000 7784' },
          ...{ surel: 'teratai@contoh.invalid', tujuan: 'Menghijaukan halaman bersama warga.' },
          ...{ ...orang('Tanjung', 'Rambai', 'Kecapi'), ...tanpaBadanHukum },
        },
        ...{ bidang: 'lingkungan', kelurahan: 17 },
        jalan: async (j) => {
          await j.kirim(18);
          await j.klaim(17);
          await j.kembalikan(
            14,
            {
              bidang: { alamat: 'Nomor rumah belum ditulis.' },
              dokumen: { domisili: { putusan: 'tidak-sesuai', catatan: 'Masa berlakunya tidak terbaca.' } },
            },
            '',
          );
          j.pada(9, '13:20');
          const layanan = j.ambil(PendaftaranService);
          const alamat = { ...j.jawaban, alamat: 'Jalan Rekaan Teratai Nomor 21' };
          await layanan.simpanHalaman(j.pemohon, j.id, await j.versi(), 'alamat', alamat);
          const baru = 'Pindaian kedua (rekaan): masa berlakunya terbaca.';
          await layanan.simpanDokumen(j.pemohon, j.id, await j.versi(), 'domisili', {
            ...{ nomor: 'domisili/8', tanggal: '2025-01-15', berlakuSampai: '2099-12-31' },
            siap: await j.berkas.untuk('domisili', 'Surat keterangan domisili', false, baru),
          });
          await layanan.ajukan(j.pemohon, j.id, await j.versi());
        },
      },
    ],
  },
  {
    ...{ surel: 'pemohon5@contoh.invalid', nama: 'Sekretaris Yayasan Pelita Kenari Rekaan', ditunjukkan: true },
    dibuka: 15,
    kisah: [
      {
        jawaban: {
          ...{ bentuk: 'yayasan', nama: 'Yayasan Pelita Kenari Rekaan', singkatan: 'YPKR', aktaNomor: '31' },
          ...{ dasarHukumNomor: 'AHU-0000001.AH.01.04.Tahun 2024', npwp: '00.000.000.0-000.785' },
          ...{ alamat: 'Jalan Rekaan Kenari Nomor 5', telepon: '0800 0000 7785', surel: 'pelita@contoh.invalid' },
          ...{ tujuan: 'Menyediakan taman baca bagi anak dan remaja.', ...orang('Kenari', 'Matoa', 'Kemang') },
        },
        ...{ bidang: 'pendidikan', kelurahan: 25 },
        jalan: async (j) => {
          await j.kirim(12);
          await j.klaim(11);
          await j.verifikasi(5);
          j.pada(1, '10:10');
          await j.ambil(PengesahanService).daftarkan(j.kabid, j.id, await j.versi(), []);
        },
      },
    ],
  },
  {
    ...{ surel: 'pemohon6@contoh.invalid', nama: 'Pemohon Saga Rekaan', ditunjukkan: false, dibuka: 10 },
    kisah: [
      {
        jawaban: {
          ...{ bentuk: 'cabang', nama: 'Cabang Kota Bogor Himpunan Saga Khayal Rekaan', singkatan: 'HSKR' },
          ...{ namaInduk: 'Himpunan Saga Khayal Rekaan', npwp: '00.000.000.0-000.786', aktaNomor: '', aktaTanggal: '' },
          ...{ alamat: 'Jalan Rekaan Saga Nomor 9', telepon: '0800 0000 7786', surel: 'saga@contoh.invalid' },
          ...{ tujuan: 'Melatih usaha rumahan anggota.', ...orang('Saga', 'Gandaria', 'Menteng'), ...tanpaBadanHukum },
        },
        ...{ bidang: 'ekonomi', kelurahan: 33 },
        jalan: async (j) => {
          await j.kirim(8);
          await j.klaim(7);
          await j.verifikasi(2);
        },
      },
    ],
  },
  {
    ...{ surel: 'pemohon7@contoh.invalid', nama: 'Pemohon Bungur Rekaan', ditunjukkan: false, dibuka: 15 },
    kisah: [
      {
        jawaban: {
          ...{ bentuk: 'perkumpulan', nama: 'Perkumpulan Bungur Muda Rekaan', singkatan: 'PBMR', pembina: '' },
          ...{ dasarHukumNomor: 'AHU-0000002.AH.01.07.Tahun 2024', aktaNomor: '44', npwp: '00.000.000.0-000.787' },
          ...{ alamat: 'Jalan Rekaan Bungur Nomor 14', telepon: '0800 0000 7787', surel: 'bungur@contoh.invalid' },
          ...{ tujuan: 'Menggerakkan olahraga pemuda.', ...orang('Bungur', 'Ketapang', 'Waru') },
          keputusanTertinggi: 'Rapat anggota',
        },
        ...{ bidang: 'pemuda-olahraga', kelurahan: 41 },
        // Nobody has claimed it, and two of fifteen working days are left.
        jalan: async (j) => j.kirim(13),
      },
    ],
  },
];

/** What a story does, at an hour of a working day so many working days before today. */
class Jalan {
  id = 0;
  constructor(
    readonly ambil: <T>(kelas: Type<T>) => T,
    private readonly app: INestApplicationContext,
    readonly pada: (lalu: number, jam: string) => void,
    readonly siapa: { pemohon: Aktor; petugas: Aktor; kabid: Aktor },
    readonly isi: { jawaban: Jawaban; berkas: BerkasPendaftaran },
  ) {}

  get pemohon(): Aktor {
    return this.siapa.pemohon;
  }
  get petugas(): Aktor {
    return this.siapa.petugas;
  }
  get kabid(): Aktor {
    return this.siapa.kabid;
  }
  get jawaban(): Jawaban {
    return this.isi.jawaban;
  }
  get berkas(): BerkasPendaftaran {
    return this.isi.berkas;
  }

  async versi(): Promise<number> {
    return (await this.ambil(BacaPendaftaranService).rinci(this.pemohon, this.id)).versi;
  }

  /** Writes the first pages of the form and leaves it a draft. */
  async tulis(lalu: number, halaman?: number): Promise<void> {
    this.pada(lalu, '09:25');
    this.id = (await isiFormulir(this.app, this.pemohon, this.jawaban, this.berkas, halaman)).id;
  }

  async kirim(lalu: number): Promise<void> {
    await this.tulis(lalu);
    this.pada(lalu, '10:05');
    await this.ambil(PendaftaranService).ajukan(this.pemohon, this.id, await this.versi());
  }

  async klaim(lalu: number): Promise<void> {
    this.pada(lalu, '08:45');
    await this.ambil(PeriksaPendaftaranService).ambil(this.petugas, this.id);
  }

  async kembalikan(lalu: number, hasil: HasilPeriksa, catatan: string): Promise<void> {
    this.pada(lalu, '13:35');
    const periksa = this.ambil(PeriksaPendaftaranService);
    const dokumen = { ...(await this.semuaSesuai()), ...hasil.dokumen };
    await periksa.simpanPemeriksaan(this.petugas, this.id, await this.versi(), { ...hasil, dokumen });
    this.pada(lalu, '13:50');
    await periksa.kembalikan(this.petugas, this.id, await this.versi(), catatan);
  }

  async verifikasi(lalu: number): Promise<void> {
    this.pada(lalu, '14:10');
    const periksa = this.ambil(PeriksaPendaftaranService);
    const hasil = { bidang: {}, dokumen: await this.semuaSesuai() };
    await periksa.simpanPemeriksaan(this.petugas, this.id, await this.versi(), hasil);
    this.pada(lalu, '14:40');
    await periksa.verifikasi(this.petugas, this.id, await this.versi(), 'Lengkap dan sesuai.');
  }

  private async semuaSesuai(): Promise<HasilPeriksa['dokumen']> {
    const { dokumen } = await this.ambil(BacaPendaftaranService).rinci(this.pemohon, this.id);
    return Object.fromEntries(dokumen.map((d) => [d.kode, { putusan: 'sesuai' as const, catatan: '' }]));
  }
}

@Module({})
class PendaftaranContohModule {}

/** What the step tells, and the accounts that the demonstration's file tells on top. */
export interface HasilPendaftaran {
  kalimat: string;
  akun: AkunContoh[];
}

/**
 * Applications in every state, through the services that people use, each act at an hour of a working day: beside the
 * application that founds the city, under a clock of their own. One is approved and enters the register with its letter.
 * @param hariIni today, 'YYYY-MM-DD'
 */
export async function isiPendaftaran(config: Config, hariIni: string): Promise<HasilPendaftaran> {
  const jam = new JamContoh(hariIni);
  const konfig = ConfigModule.untuk(config);
  const app = await NestFactory.createApplicationContext(
    {
      module: PendaftaranContohModule,
      imports: [
        { ...konfig, providers: [...(konfig.providers ?? []), { provide: Clock, useValue: jam }] },
        ...[DatabaseModule, RedisModule, AkunModule, SetelanModule, PendaftaranModule],
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

async function isi(app: INestApplicationContext, jam: JamContoh, hariIni: string): Promise<HasilPendaftaran> {
  const ambil = <T>(kelas: Type<T>): T => app.get(kelas, { strict: false });
  const db = app.get<DataSource>(getDataSourceToken(), { strict: false });
  const libur: HariLibur = await ambil(HariLiburService).baca();
  const pada = (lalu: number, pukul: string): void => jam.berdiri(hariKerjaLalu(hariIni, lalu, libur), pukul);
  const [petugas, kabid] = [await bacaAktor(db, 'petugas'), await bacaAktor(db, 'kabid')];
  const berkas = new BerkasPendaftaran(ambil(BerkasService));
  const akun: AkunContoh[] = [];
  let jumlah = 0;
  for (const p of PEMOHON) {
    pada(p.dibuka, '08:30');
    const baru = { surel: p.surel, nama: p.nama, peran: 'sekretaris' as const, sandi: acakToken(12) };
    const [id = 0] = await ambil(AkunService).muatBanyak(AKTOR_SISTEM, [{ ...baru, pemohon: true }]);
    const pemohon: Aktor = { ...AKTOR_SISTEM, id, nama: p.nama, peran: 'sekretaris' };
    for (const k of p.kisah) {
      const jawaban = { ...JAWABAN_CONTOH, ...k.jawaban, ...(await rujukanContoh(db, k.bidang, k.kelurahan)) };
      await k.jalan(new Jalan(ambil, app, pada, { pemohon, petugas, kabid }, { jawaban, berkas }));
      jumlah++;
    }
    const [o] = await db.query<{ nama: string }[]>(
      'SELECT o.nama FROM akun a JOIN ormas o ON o.id = a.ormas_id WHERE a.id = ?',
      [id],
    );
    if (p.ditunjukkan) akun.push({ ...baru, ...(o && { ormas: o.nama }) });
  }
  return { kalimat: `${jumlah} pendaftaran dalam setiap keadaan, 1 di antaranya menjadi ormas terdaftar`, akun };
}

async function bacaAktor(db: DataSource, peran: 'petugas' | 'kabid'): Promise<Aktor> {
  const [a] = await db.query<{ id: number; nama: string }[]>(
    'SELECT id, nama FROM akun WHERE peran = ? ORDER BY id LIMIT 1',
    [peran],
  );
  return { ...AKTOR_SISTEM, id: a?.id ?? null, nama: a?.nama ?? '', peran };
}
