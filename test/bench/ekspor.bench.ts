import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Transform } from 'node:stream';
import process from 'node:process';
import { createConnection } from 'mysql2';
import mysql, { type Connection } from 'mysql2/promise';
import type { BenchContext, Hasil } from './index.ts';
import { muat } from './lib/app.ts';
import { bulatkan, persentil, setelanApp, siapkanBasisData } from './lib/konteks.ts';
import { masukSebagai } from './lib/masuk.ts';
import { peladenPortal, type Peladen } from './lib/proses.ts';
import { gandakanRegister, tandaiRegister } from './lib/register-besar.ts';
import { registerBesar } from './lib/register.ts';

/** Taking the list of 100,000 ormas along, as CSV and as a workbook. */
export const nama = ['ekspor-100k'];

/** So many are taken in by the importer and taken along once in each format, and then multiplied. */
const ORMAS = 10_000;
const SALINAN = 10;
const TARGET_S = 10;
const KALI = 3;

/**
 * The whole answer of the running portal, personal columns included, each format several times; the middle of each, and
 * the slower format counts. The peak of the process's memory is told before, after 10,000 rows, and after 100,000: what
 * is not held does not grow with the rows. Floor: one statement that reads the same columns, streamed by mysql2 into a file.
 */
export async function jalankan(ctx: BenchContext): Promise<Hasil[]> {
  await siapkanBasisData(ctx);
  mkdirSync(ctx.varDir, { recursive: true });
  await isiOrmas(ctx);
  const portal = await peladenPortal(ctx);
  try {
    const [petugas] = await masukSebagai(ctx, portal.alamat, [{ peran: 'petugas' }]);
    const kue = petugas?.cookie ?? '';
    const awal = await portal.puncakMB();
    await unduh(portal, kue, 'csv');
    await unduh(portal, kue, 'xlsx');
    const sepersepuluh = await portal.puncakMB();
    await denganBasisData(ctx, besarkan);
    const csv = await ulangi(() => unduh(portal, kue, 'csv'));
    const tengah = await portal.puncakMB();
    const xlsx = await ulangi(() => unduh(portal, kue, 'xlsx'));
    const puncak = await portal.puncakMB();
    const lantai = persentil(
      (await ulangi(() => salin(ctx))).map((h) => h.detik),
      0.5,
    );
    const [c, x] = [csv, xlsx].map((h) =>
      persentil(
        h.map((y) => y.detik),
        0.5,
      ),
    ) as [number, number];
    const ours = Math.max(c, x);
    const mb = (h: Unduhan[]): number => Math.round((h[0]?.bita ?? 0) / 2 ** 20);
    return [
      {
        name: 'ekspor-100k',
        ours: bulatkan(ours),
        floor: bulatkan(lantai),
        ratio: bulatkan(ours / lantai, 2),
        target: TARGET_S,
        unit: 's',
        met: ours <= TARGET_S,
        catatan: `CSV ${c.toFixed(2)} s (${mb(csv)} MB), XLSX ${x.toFixed(2)} s (${mb(xlsx)} MB); puncak memori web ${awal} → ${sepersepuluh} (10.000 baris) → ${tengah} (100.000, CSV) → ${puncak} MB (100.000, XLSX)`,
      },
    ];
  } finally {
    await portal.akhiri();
  }
}

async function isiOrmas(ctx: BenchContext): Promise<void> {
  Object.assign(process.env, setelanApp(ctx));
  const { denganModul } = await muat('cli/konteks.js');
  const { ImporModule } = await muat('modules/ormas/impor.module.js');
  const { ImporService } = await muat('modules/ormas/impor.service.js');
  const { AKTOR_SISTEM } = await muat('common/aktor.js');
  await denganModul([ImporModule], (app) =>
    app.get(ImporService).impor(AKTOR_SISTEM, registerBesar(ORMAS, 4), { berkas: 'bench.csv' }),
  );
  await denganBasisData(ctx, tandaiRegister);
}

async function besarkan(k: Connection): Promise<void> {
  await gandakanRegister(k, SALINAN);
  await k.query(
    `INSERT INTO pengurus (ormas_id, jabatan, nama, dari)
     SELECT o.id, 'ketua', CONCAT('Ketua Rekaan ', o.id), '2022-01-01' FROM ormas o
     WHERE NOT EXISTS (SELECT 1 FROM pengurus p WHERE p.ormas_id = o.id)`,
  );
  await k.query('ANALYZE TABLE ormas, pengurus');
}

async function denganBasisData(ctx: BenchContext, fn: (k: Connection) => Promise<void>): Promise<void> {
  const k = await mysql.createConnection({ uri: ctx.databaseUrl, timezone: 'Z' });
  try {
    await fn(k);
  } finally {
    await k.end();
  }
}

interface Unduhan {
  detik: number;
  bita: number;
}

async function ulangi(kerja: () => Promise<Unduhan>): Promise<Unduhan[]> {
  const hasil: Unduhan[] = [];
  while (hasil.length < KALI) hasil.push(await kerja());
  return hasil;
}

async function unduh(portal: Peladen, kue: string, jenis: 'csv' | 'xlsx'): Promise<Unduhan> {
  const mulai = performance.now();
  const jawaban = await fetch(`${portal.alamat}/ekspor/ormas.${jenis}`, {
    headers: { cookie: kue, 'accept-encoding': 'identity' },
  });
  if (!jawaban.ok || !jawaban.body) throw new Error(`The export answered ${jawaban.status}`);
  const sidik = createHash('sha256');
  let bita = 0;
  for await (const potong of jawaban.body as AsyncIterable<Uint8Array>) {
    sidik.update(potong);
    bita += potong.length;
  }
  return { detik: (performance.now() - mulai) / 1000, bita };
}

async function salin(ctx: BenchContext): Promise<Unduhan> {
  const berkas = join(ctx.varDir, 'lantai.csv');
  const k = createConnection({ uri: ctx.databaseUrl, timezone: 'Z', dateStrings: true });
  let bita = 0;
  const mulai = performance.now();
  try {
    await pipeline(
      k
        .query(
          `SELECT o.nama, o.status, o.bentuk, o.bidang_id, o.opd_id, o.alamat, o.rt, o.rw, o.kelurahan_id, o.dasar_hukum_nomor,
             o.dasar_hukum_tanggal, o.nomor_skko, o.skko_berlaku_sampai, o.terdaftar_pada, o.sumber_dana, o.jumlah_anggota,
             o.kegiatan_terakhir, o.iko_tahun, o.iko_skor, o.iko_tingkat, o.npwp, o.telepon, o.surel, p.nama AS ketua
           FROM ormas o LEFT JOIN pengurus p ON p.ormas_id = o.id AND p.jabatan = 'ketua' ORDER BY o.nama, o.id`,
        )
        .stream(),
      new Transform({
        writableObjectMode: true,
        transform(baris: object, _sandi, lanjut) {
          const teks = `${Object.values(baris).join(',')}\n`;
          bita += teks.length;
          lanjut(null, teks);
        },
      }),
      createWriteStream(berkas),
    );
    return { detik: (performance.now() - mulai) / 1000, bita };
  } finally {
    k.destroy();
    rmSync(berkas, { force: true });
  }
}
