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
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { ukuranBerkas } from '../common/format.js';
import { bacaConfig } from '../infra/config/config.js';
import { buatLog } from '../infra/log/log.js';
import { Gudang } from '../infra/storage/gudang.js';
import { tandaSementara, untai } from '../modules/laporan/laporan.kata.js';
import { LaporanModule } from '../modules/laporan/laporan.module.js';
import { type LaporanRincian, LaporanService } from '../modules/laporan/laporan.service.js';
import { HitungService } from '../modules/penilaian/hitung.service.js';
import { PenilaianModule } from '../modules/penilaian/penilaian.module.js';
import { type PeriodeRingkas } from '../modules/penilaian/penilaian.types.js';
import { PeriodeService } from '../modules/penilaian/periode.service.js';
import { tahunBerjalan } from '../modules/setelan/jendela.js';
import { SetelanService } from '../modules/setelan/setelan.service.js';
import { WorkerModule } from '../worker.module.js';
import { denganModul } from './konteks.js';

const PEMAKAIAN = 'Pemakaian: npm run -s portal -- laporan tahunan --tahun Y --keluaran F.pdf\n';
/** The rows are the truth and tell nobody outside when they change, so they are looked at. */
const JEDA_LIHAT_MS = 150;

/**
 * `laporan tahunan --tahun Y --keluaran F.pdf`: writes the annual report of a year. It brings a worker of its own, so it
 * works whether or not the portal is running; where it is, both take from the same outbox. The worker starts only when there
 * is something to make. A finished report over the
 * scores that count is used again, anything else is made: of the running year and the one before even the period, and
 * of a year that was never scored its scores. It says each. A year that is not closed gives a provisional report.
 * @returns 0 written, 1 not possible (the reason on standard error), 2 wrong arguments
 */
export async function jalankan(argumen: string[]): Promise<number> {
  const minta = bacaArgumen(argumen);
  if (typeof minta === 'string') {
    process.stderr.write(minta);
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
  if (await salinYangJadi(minta)) return 0;
  const config = bacaConfig();
  const app = await NestFactory.createApplicationContext(WorkerModule.untuk(config), {
    logger: buatLog('error', 'cli'),
    abortOnError: false,
  });
  try {
    const laporan = await buatLaporan(app, minta.tahun);
    await tulis(app.get(Gudang, { strict: false }), laporan.sha256 ?? '', minta.keluaran);
    laporTertulis(minta.keluaran, laporan);
    return 0;
  } finally {
    await app.close();
  }
}

/**
 * Copies the finished report over the scores that count, where there is one: that takes no worker and no browser.
 * @returns whether there was one
 */
async function salinYangJadi({ tahun, keluaran }: { tahun: number; keluaran: string }): Promise<boolean> {
  return denganModul([PenilaianModule, LaporanModule], async (app) => {
    const periode = (await app.get(PeriodeService, { strict: false }).daftar()).find((p) => p.tahun === tahun);
    const ada = periode && (await laporanJadi(app, periode));
    if (!ada) return false;
    laporSementara(periode);
    lapor(`Memakai laporan ${ada.nomor} yang sudah jadi.`);
    await tulis(app.get(Gudang, { strict: false }), ada.sha256 ?? '', keluaran);
    laporTertulis(keluaran, ada);
    return true;
  });
}

/** The newest finished report over the scores that count whose file is whole; null: there is none. */
async function laporanJadi(app: INestApplicationContext, periode: PeriodeRingkas): Promise<LaporanRincian | null> {
  if (periode.hitungId === null) return null;
  const layanan = app.get(LaporanService, { strict: false });
  const ada = await layanan.selesaiUntuk(periode.hitungId, periode.status !== 'ditutup');
  return ada && (await app.get(Gudang, { strict: false }).utuh(ada.sha256 ?? '')) ? ada : null;
}

function laporSementara(periode: PeriodeRingkas): void {
  const sementara = periode.status !== 'ditutup';
  if (sementara)
    lapor(
      `Periode ${periode.tahun} belum ditutup: setiap halaman laporan ini bertanda ${tandaSementara({ sementara, dihitung: periode.dihitungPada ?? periode.akhir })}, dan laporan ini tidak dapat disahkan.`,
    );
}

function laporTertulis(keluaran: string, l: LaporanRincian): void {
  lapor(`${keluaran}: ${l.halaman ?? 0} halaman, ${ukuranBerkas(l.ukuran ?? 0)}.`);
}

/** What was asked for; text: what is wrong with it. */
function bacaArgumen(argumen: string[]): { tahun: number; keluaran: string } | string {
  try {
    const { values, positionals } = parseArgs({
      args: argumen,
      allowPositionals: true,
      options: { tahun: { type: 'string' }, keluaran: { type: 'string' } },
    });
    if (positionals.join() !== 'tahunan' || !values.keluaran || !values.tahun) return PEMAKAIAN;
    if (!/^\d{4}$/.test(values.tahun))
      return `"${values.tahun}" pada --tahun bukan tahun; tulis empat angka, misalnya --tahun 2025.\n${PEMAKAIAN}`;
    return { tahun: Number(values.tahun), keluaran: resolve(values.keluaran) };
  } catch {
    return PEMAKAIAN;
  }
}

/**
 * The finished report over the scores that count: an old one where it is whole, else a new one; tells on standard error
 * what it does. @throws DomainError `tidak-ditemukan` with what is missing and what to type, `dokumen-gagal`
 */
export async function buatLaporan(app: INestApplicationContext, tahun: number) {
  const layanan = app.get(LaporanService, { strict: false });
  let periode = await bacaPeriode(app, tahun);
  if (periode.hitungId === null) {
    lapor(`IKO ${tahun} belum pernah dihitung; dihitung dahulu.`);
    await jalankanHitung(app, tahun);
    periode = await bacaPeriode(app, tahun);
  }
  laporSementara(periode);
  const ada = await laporanJadi(app, periode);
  if (ada) {
    lapor(`Memakai laporan ${ada.nomor} yang sudah jadi.`);
    return ada;
  }
  const id = await layanan.susun(AKTOR_SISTEM, tahun);
  const jadi = await ikuti(
    () => layanan.rincian(AKTOR_SISTEM, id),
    (l) =>
      l.jumlah === 0 ? 'Menyiapkan data …' : `Menyusun bagian ${Math.min(l.selesai + 1, l.jumlah)} dari ${l.jumlah}`,
  );
  if (jadi.status === 'gagal')
    throw new DomainError('dokumen-gagal', `Laporan ${tahun} gagal disusun: ${jadi.galat ?? ''}`);
  return jadi;
}

const perintah = (tahun: number): string =>
  `npm run -s portal -- laporan tahunan --tahun ${tahun} --keluaran laporan-${tahun}.pdf`;

/**
 * The period of a year; of the running year of assessment and the one before it is made, for these are the ones reported on.
 * @throws DomainError `tidak-ditemukan` with the years that there are and what to type
 */
async function bacaPeriode(app: INestApplicationContext, tahun: number): Promise<PeriodeRingkas> {
  const layanan = app.get(PeriodeService, { strict: false });
  const daftar = await layanan.daftar();
  const periode = daftar.find((p) => p.tahun === tahun);
  if (periode) return periode;
  const { jendelaMulai } = await app.get(SetelanService, { strict: false }).baca();
  const tahunIni = tahunBerjalan(jendelaMulai, app.get(Clock, { strict: false }).sekarang());
  if (tahun === tahunIni || tahun === tahunIni - 1) {
    lapor(`Periode penilaian ${tahun} belum ada; dibuat dahulu.`);
    await layanan.buatPeriode(AKTOR_SISTEM, tahun);
    return layanan.untukTahun(tahun);
  }
  const terhitung = daftar.filter((p) => p.hitungId !== null).map((p) => p.tahun);
  const contoh = terhitung[0] ?? tahunIni - 1;
  throw new DomainError(
    'tidak-ditemukan',
    `Tidak ada apa pun tentang tahun ${tahun}: periode penilaiannya belum dibuat; tahun yang dapat dilaporkan: ${untai((terhitung.length > 0 ? terhitung : [tahunIni, contoh]).map(String))}, misalnya ketik: ${perintah(contoh)}`,
  );
}

async function jalankanHitung(app: INestApplicationContext, tahun: number): Promise<void> {
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
