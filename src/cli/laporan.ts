import 'reflect-metadata';
import { access, constants, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AKTOR_SISTEM } from '../common/aktor.js';
import { acakToken } from '../common/acak.js';
import { DomainError } from '../common/domain-error.js';
import { ukuranBerkas } from '../common/format.js';
import { bacaConfig } from '../infra/config/config.js';
import { buatLog } from '../infra/log/log.js';
import { Gudang } from '../infra/storage/gudang.js';
import { LaporanService, type LaporanRincian } from '../modules/laporan/laporan.service.js';
import { HitungService } from '../modules/penilaian/hitung.service.js';
import { PeriodeService } from '../modules/penilaian/periode.service.js';
import { WorkerModule } from '../worker.module.js';

const PEMAKAIAN = 'Pemakaian: npm run -s portal -- laporan tahunan --tahun Y --keluaran F.pdf\n';
/** The rows are the truth and tell nobody outside when they change, so they are looked at. */
const JEDA_LIHAT_MS = 150;

/**
 * `laporan tahunan --tahun Y --keluaran F.pdf`: writes the annual report of a year. It brings a worker of its own, so it
 * works whether or not the portal is running; where it is, both take from the same outbox. A year that was never scored
 * is scored first. A finished report over the scores that count is used again, anything else is made.
 * @returns 0 written, 1 not possible (the reason on standard error), 2 wrong arguments
 */
export async function jalankan(argumen: string[]): Promise<number> {
  const minta = bacaArgumen(argumen);
  if (!minta) {
    process.stderr.write(PEMAKAIAN);
    return 2;
  }
  const folder = dirname(minta.keluaran);
  if (
    !(await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    ))
  ) {
    process.stderr.write(`Folder "${folder}" tidak ada atau tidak dapat ditulisi.\n`);
    return 1;
  }
  const config = bacaConfig();
  const app = await NestFactory.createApplicationContext(WorkerModule.untuk(config), {
    logger: buatLog('error', 'cli'),
    abortOnError: false,
  });
  try {
    const laporan = await buat(app, minta.tahun);
    await tulis(app.get(Gudang, { strict: false }), laporan.sha256 ?? '', minta.keluaran);
    lapor(`${minta.keluaran}: ${laporan.halaman ?? 0} halaman, ${ukuranBerkas(laporan.ukuran ?? 0)}.`);
    return 0;
  } finally {
    await app.close();
  }
}

function bacaArgumen(argumen: string[]): { tahun: number; keluaran: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: argumen,
      allowPositionals: true,
      options: { tahun: { type: 'string' }, keluaran: { type: 'string' } },
    });
    const tahun = Number(values.tahun);
    if (positionals.join() !== 'tahunan' || !values.keluaran || !/^\d{4}$/.test(values.tahun ?? '')) return null;
    return { tahun, keluaran: resolve(values.keluaran) };
  } catch {
    return null;
  }
}

async function buat(app: INestApplicationContext, tahun: number): Promise<LaporanRincian> {
  const layanan = app.get(LaporanService, { strict: false });
  const periode = app.get(PeriodeService, { strict: false });
  let { hitungId } = await periode.untukTahun(tahun);
  if (hitungId === null) {
    lapor(`IKO ${tahun} belum pernah dihitung; dihitung dahulu.`);
    await hitung(app, tahun);
    hitungId = (await periode.untukTahun(tahun)).hitungId;
  }
  const ada = hitungId === null ? null : await layanan.selesaiUntuk(hitungId);
  if (ada && (await app.get(Gudang, { strict: false }).utuh(ada.sha256 ?? ''))) {
    lapor(`Memakai laporan ${ada.nomor} yang sudah jadi.`);
    return ada;
  }
  const id = await layanan.susun(AKTOR_SISTEM, tahun);
  const jadi = await ikuti(
    () => layanan.rincian(AKTOR_SISTEM, id),
    (l) => (l.jumlah === 0 ? 'Menyiapkan data' : `Menyusun bagian ${l.selesai} dari ${l.jumlah}`),
  );
  if (jadi.status === 'gagal')
    throw new DomainError('dokumen-gagal', `Laporan ${tahun} gagal disusun: ${jadi.galat ?? ''}`);
  return jadi;
}

async function hitung(app: INestApplicationContext, tahun: number): Promise<void> {
  const layanan = app.get(HitungService, { strict: false });
  const { hitungId } = await layanan.mulaiHitung(AKTOR_SISTEM, tahun);
  const akhir = await ikuti(
    () => layanan.kemajuan(AKTOR_SISTEM, hitungId),
    (k) => `Menilai ${k.selesai} dari ${k.jumlah}`,
  );
  if (akhir.status === 'gagal')
    throw new DomainError('dokumen-gagal', `Perhitungan IKO ${tahun} gagal: ${akhir.galat ?? ''}`);
}

/** Looks at a row until its work is over, telling every change once. */
async function ikuti<T extends { status: string }>(lihat: () => Promise<T>, kalimat: (isi: T) => string): Promise<T> {
  for (let lalu = ''; ;) {
    const isi = await lihat();
    if (isi.status === 'selesai' || isi.status === 'gagal') return isi;
    const kini = kalimat(isi);
    if (kini !== lalu) lapor(kini);
    lalu = kini;
    await new Promise((lanjut) => setTimeout(lanjut, JEDA_LIHAT_MS));
  }
}

/** The file appears under its name only when every byte is on the disk. */
async function tulis(gudang: Gudang, sha256: string, tujuan: string): Promise<void> {
  const sementara = `${tujuan}.${acakToken(6)}.sementara`;
  try {
    const berkas = await open(sementara, 'wx');
    await pipeline(gudang.baca(sha256), berkas.createWriteStream({ flush: true }));
    await rename(sementara, tujuan);
  } catch (galat) {
    await rm(sementara, { force: true });
    throw galat;
  }
}

function lapor(kalimat: string): void {
  process.stderr.write(`${kalimat}\n`);
}
