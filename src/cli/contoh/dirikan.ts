import 'reflect-metadata';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import process from 'node:process';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock } from '../../common/clock.js';
import { tanggalWib } from '../../common/tanggal.js';
import { type Config } from '../../infra/config/config.js';
import { buatLog } from '../../infra/log/log.js';
import { AkunModule } from '../../modules/akun/akun.module.js';
import { KegiatanModule } from '../../modules/kegiatan/kegiatan.module.js';
import { ImporModule } from '../../modules/ormas/impor.module.js';
import { PembinaanModule } from '../../modules/pembinaan/pembinaan.module.js';
import { PemetaanModule } from '../../modules/pemetaan/pemetaan.module.js';
import { PerubahanModule } from '../../modules/perubahan/perubahan.module.js';
import { RekomendasiModule } from '../../modules/rekomendasi/rekomendasi.module.js';
import { WorkerModule } from '../../worker.module.js';
import { tambahAkun } from './akun-contoh.js';
import { isiPendaftaran } from './kisah-pendaftaran.js';
import { isiKunjungan } from './kunjungan.js';
import { isiPembinaan } from './catatan-pembinaan.js';
import { terbitkanSuratContoh } from './surat.js';
import { beritahuMasaBerlaku } from './masa-berlaku.js';
import { Tahapan } from './tahapan.js';
import { segarkanRegister } from './register-contoh.js';
import { PendiriKota } from './pendiri-kota.js';
import { putuskanGanda } from './ganda.js';
import { isiPemetaan } from './pemetaan.js';
import { isiPerubahan } from './perubahan.js';

@Module({})
class ContohModule {}

const REGISTER = new URL('../../database/seed/contoh/', import.meta.url);

/**
 * Fills an empty database with the demonstration city and does the portal's job once before the reader's eyes:
 * register → clusters → a year of reports → IKO through the queue → the annual report. Prints a line per step and
 * leaves `contoh.json` (steps and the report's path) in the var folder.
 */
export async function dirikanKota(config: Config): Promise<void> {
  await mkdir(config.varDir, { recursive: true });
  const app = await NestFactory.createApplicationContext(
    {
      module: ContohModule,
      imports: [
        WorkerModule.untuk(config),
        AkunModule,
        ImporModule,
        KegiatanModule,
        RekomendasiModule,
        PembinaanModule,
        PerubahanModule,
        PemetaanModule,
      ],
    },
    { logger: buatLog('warn', 'contoh'), abortOnError: false },
  );
  try {
    await dirikan(app, config);
  } finally {
    await app.close();
  }
}

async function bacaContoh(nama: string, hariIni: string): Promise<Uint8Array> {
  const isi = await readFile(new URL(nama, REGISTER));
  return nama === 'register-portal.csv' ? Buffer.from(segarkanRegister(isi.toString('utf8'), hariIni)) : isi;
}

async function dirikan(app: INestApplicationContext, config: Config): Promise<void> {
  const tahap = new Tahapan((baris) => process.stdout.write(`${baris}\n`));
  const hariIni = tanggalWib(app.get(Clock, { strict: false }).sekarang());
  const kota = new PendiriKota(app, config, hariIni);

  for (const nama of ['register-portal.csv', 'register-polri.csv', 'register-skko.csv']) {
    await tahap.kerjakan(`Membaca ${nama}`, async () => kota.bacaRegister(nama, await bacaContoh(nama, hariIni)));
  }
  await tahap.kerjakan('Membuat akun contoh', () => kota.buatAkun());
  await tahap.kerjakan('Menetapkan klaster yang belum jelas', () => kota.tetapkanKlaster());
  await tahap.kerjakan('Menggambar foto dan menulis daftar hadir', () => kota.siapkanBukti());
  for (const tahun of kota.tahun) await tahap.kerjakan(`Mengisi kegiatan ${tahun}`, () => kota.isiTahun(tahun));
  await tahap.kerjakan('Mengisi dokumen, tingkat, dan rekomendasi', () => kota.isiPenilaian());
  await tahap.kerjakan('Mengajukan perubahan data', () => isiPerubahan(app, hariIni));
  await tahap.kerjakan('Mencatat pembekuan, pencabutan, dan pembubaran', () => kota.catatStatus());
  await tahap.kerjakan('Mencatat pembinaan, sanksi, dan rekomendasi', () => isiPembinaan(app, hariIni));
  await tahap.kerjakan('Memberitahukan masa berlaku yang segera berakhir', () => beritahuMasaBerlaku(app));
  for (const tahun of kota.tahunTertutup) {
    await tahap.kerjakan(`Menghitung IKO ${tahun} melalui antrean`, (lapor) => kota.hitung(tahun, lapor));
  }
  await tahap.kerjakan(`Menyusun laporan tahunan ${kota.tahunDisahkan}`, (lapor) => kota.sahkanLaporanLalu(lapor));
  let pdf = '';
  await tahap.kerjakan(`Menyusun laporan tahunan ${kota.tahunLaporan}`, async (lapor) => {
    const hasil = await kota.susunLaporan(lapor);
    pdf = hasil.jalur;
    return hasil.kalimat;
  });
  await tahap.kerjakan('Mengalihkan satu bidang dan merencanakan satu lagi', () => isiPemetaan(app, hariIni));
  await tahap.kerjakan('Menerbitkan surat keterangan', () => terbitkanSuratContoh(app, hariIni));
  await tahap.kerjakan('Memeriksa pendaftaran ormas baru', async () => {
    const { kalimat, akun } = await isiPendaftaran(config, hariIni);
    await tambahAkun(config.varDir, akun);
    return kalimat;
  });
  await tahap.kerjakan('Merencanakan dan mencatat kunjungan lapangan', () => isiKunjungan(config, hariIni));
  // A later file, so that what it repeats is found in a register that is at work.
  await tahap.kerjakan('Membaca register-ganda.csv', async () =>
    kota.bacaRegister('register-ganda.csv', await readFile(new URL('register-ganda.csv', REGISTER))),
  );
  await tahap.kerjakan('Mencari data ganda', () => putuskanGanda(app));
  const isi = { langkah: tahap.langkah, laporan: relative(process.cwd(), pdf) };
  const tujuan = join(config.varDir, 'contoh.json');
  await writeFile(`${tujuan}.baru`, `${JSON.stringify(isi, null, 2)}\n`);
  await rename(`${tujuan}.baru`, tujuan);
}
