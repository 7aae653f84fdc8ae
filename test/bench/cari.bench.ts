import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import type { BenchContext, Hasil } from './index.ts';
import { muat } from './lib/app.ts';
import { beri, type HasilBeban, type Permintaan } from './lib/beban.ts';
import { bulatkan, pengacak, setelanApp, siapkanBasisData } from './lib/konteks.ts';
import { masukSebagai } from './lib/masuk.ts';
import { akhiri, jalankanAnak, peladen, peladenPortal, pesanAnak } from './lib/proses.ts';
import { gandakanRegister, tandaiRegister } from './lib/register-besar.ts';
import { KATA, registerBesar } from './lib/register.ts';

/** Searching and reading a register, smallest first: the list of the office, one ormas, and the public directory. */
export const nama = ['cari-10k', 'ormas-rincian', 'direktori', 'cari-600k'];

const TARGET_MS: Readonly<Record<string, number>> = {
  'cari-10k': 50,
  'ormas-rincian': 60,
  direktori: 30,
  'cari-600k': 100,
};
const ORMAS = 10_000;
const KALI = 60;
const LAJU = 50;
const PEMANASAN_S = 10;
const UKUR_S = 20;
const RAGAM = 500;

/**
 * Pages from the real web process at 50 requests/s, constant arrival, latency from when each was due; the database and the
 * load are on the same two cores. Signed in as six officers (the directory: nobody), compressed; 500 different addresses
 * of words, filters, orders and pages. Floor: a Nest route alone that sends the same pages from memory, under the same
 * load, in the same run.
 */
export async function jalankan(ctx: BenchContext, dipilih: string[]): Promise<Hasil[]> {
  await siapkanBasisData(ctx);
  await isi(ctx);
  const petugas = await akunPetugas(ctx);
  const hasil: Hasil[] = [];
  for (const satu of nama.filter((n) => dipilih.includes(n))) {
    if (satu === 'cari-600k') await denganBasisData(ctx, besarkan);
    hasil.push(await ukurSatu(ctx, satu, satu === 'direktori' ? [''] : petugas));
  }
  return hasil;
}

/** The cookies of six officers; they hold from one web process to the next. */
async function akunPetugas(ctx: BenchContext): Promise<string[]> {
  const portal = await peladenPortal(ctx);
  try {
    const enam = Array.from({ length: 6 }, () => ({ peran: 'petugas' as const }));
    return (await masukSebagai(ctx, portal.alamat, enam)).map((p) => p.cookie);
  } finally {
    await portal.akhiri();
  }
}

async function ukurSatu(ctx: BenchContext, name: string, cookie: string[]): Promise<Hasil> {
  const berkas = join(ctx.varDir, `${name}.json`);
  const portal = await peladenPortal(ctx);
  try {
    const jumlah = name === 'cari-600k' ? ORMAS * KALI : ORMAS;
    const permintaan = susunPermintaan(name, jumlah, cookie);
    const halaman = await bacaHalaman(portal.alamat, permintaan);
    writeFileSync(berkas, JSON.stringify(Object.fromEntries(halaman)));
    const kami = await ukur(portal.alamat, permintaan);
    await portal.akhiri();
    const anak = jalankanAnak(new URL('./lib/lantai-web.ts', import.meta.url).href, [berkas], {});
    const telanjang = peladen(await pesanAnak<string>(anak), anak);
    try {
      return susun(name, kami, await ukur(telanjang.alamat, permintaan));
    } finally {
      await akhiri(anak);
    }
  } finally {
    rmSync(berkas, { force: true });
    await portal.akhiri();
  }
}

async function ukur(alamat: string, permintaan: Permintaan[]): Promise<HasilBeban> {
  await beri({ alamat, permintaan, laju: LAJU, detik: PEMANASAN_S });
  return beri({ alamat, permintaan, laju: LAJU, detik: UKUR_S });
}

function susun(name: string, kami: HasilBeban, lantai: HasilBeban): Hasil {
  const target = TARGET_MS[name] ?? 0;
  return {
    name,
    ours: bulatkan(kami.p95, 1),
    floor: bulatkan(lantai.p95, 1),
    ratio: bulatkan(kami.p95 / lantai.p95, 2),
    target,
    unit: 'ms p95',
    met: kami.p95 <= target && kami.jumlahGagal === 0 && lantai.jumlahGagal === 0,
    catatan: `p50 ${kami.p50.toFixed(1)}, p99 ${kami.p99.toFixed(1)} ms (lantai ${lantai.p50.toFixed(1)}, ${lantai.p99.toFixed(1)}); gagal ${kami.jumlahGagal}; terbesar ${(Math.max(...kami.bita) / 1000).toFixed(1)} kB; pembangkit terlambat paling lama ${kami.terlambat.toFixed(1)} ms`,
  };
}

async function isi(ctx: BenchContext): Promise<void> {
  Object.assign(process.env, setelanApp(ctx));
  mkdirSync(ctx.varDir, { recursive: true });
  const { denganModul } = await muat('cli/konteks.js');
  const { ImporModule } = await muat('modules/ormas/impor.module.js');
  const { ImporService } = await muat('modules/ormas/impor.service.js');
  const { AKTOR_SISTEM } = await muat('common/aktor.js');
  const register = registerBesar(ORMAS, 2);
  await denganModul([ImporModule], (app) =>
    app.get(ImporService).impor(AKTOR_SISTEM, register, { berkas: 'bench.csv' }),
  );
  await denganBasisData(ctx, async (k) => {
    await tandaiRegister(k);
    await k.query('ANALYZE TABLE ormas');
    const [ada] = await k.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM ormas');
    if (Number(ada[0]?.n) !== ORMAS) throw new Error('Not all ormas were taken in');
  });
}

async function besarkan(k: Connection): Promise<void> {
  await gandakanRegister(k, KALI);
  await k.query('ANALYZE TABLE ormas');
}

async function denganBasisData<T>(ctx: BenchContext, fn: (k: Connection) => Promise<T>): Promise<T> {
  const k = await mysql.createConnection({ uri: ctx.databaseUrl, timezone: 'Z' });
  try {
    return await fn(k);
  } finally {
    await k.end();
  }
}

function susunPermintaan(name: string, jumlah: number, cookie: string[]): Permintaan[] {
  const acak = pengacak(5);
  const bulat = (n: number): number => Math.floor(acak() * n);
  const pilih = <T>(daftar: readonly T[]): T => daftar[bulat(daftar.length)] as T;
  const umum = name === 'direktori';
  const akar = umum ? '/direktori' : '/ormas';
  const saringan: [string, string[]][] = [
    ['bidang', ['keagamaan', 'pendidikan', 'lingkungan', 'ekonomi']],
    ['kecamatan', ['bogor-selatan', 'bogor-utara', 'tanah-sareal']],
    ['kelurahan', ['batutulis', 'kencana', 'babakan', 'luar']],
    ['status', ['terdaftar', 'dibekukan']],
    ...(umum
      ? []
      : ([
          ['opd', ['dlh', 'dp3a', 'bakesbangpol']],
          ['keaktifan', ['aktif', 'tidak-aktif']],
          ['tingkat', ['1', '3', 'belum']],
        ] as [string, string[]][])),
  ];
  const satu = (): string => {
    if (name === 'ormas-rincian' || (umum && acak() < 0.3)) return `${akar}/${1 + bulat(jumlah)}`;
    const kueri = new URLSearchParams();
    if (acak() < 0.6)
      kueri.set(
        'cari',
        pilih([
          ...[`${pilih(KATA)} peduli`, pilih(KATA), `yayasan ${pilih(KATA)}`, 'kencana', pilih(KATA).slice(0, 4)],
          'bogor utara',
        ]),
      );
    for (let n = pilih([0, 0, 1, 1, 2]); n > 0; n--) {
      const [medan, nilai] = pilih(saringan);
      kueri.set(medan, pilih(nilai));
    }
    if (!umum && acak() < 0.25) {
      kueri.set('urut', pilih(['nama', 'kelurahan', 'opd', 'skor', 'kegiatan']));
      kueri.set('arah', pilih(['naik', 'turun']));
    }
    // Deep pages are asked for where there are some: of the whole list.
    if (!umum && acak() < 0.3) kueri.set('halaman', String(2 + bulat(acak() < 0.9 ? 5 : 390)));
    const teks = kueri.toString();
    return teks === '' ? akar : `${akar}?${teks}`;
  };
  return Array.from({ length: RAGAM }, (_, i) => ({
    jalur: satu(),
    cookie: pilih(cookie),
    ...(umum && { dari: `192.0.2.${1 + (i % 250)}` }),
  }));
}

/** Every page once, read and looked at: the load itself counts bytes only. */
async function bacaHalaman(alamat: string, permintaan: Permintaan[]): Promise<Map<string, string>> {
  const halaman = new Map<string, string>();
  for (const { jalur, cookie, dari } of permintaan) {
    const headers = { cookie, accept: 'text/html', ...(dari && { 'x-forwarded-for': dari }) };
    const jawaban = await fetch(alamat + jalur, { headers, redirect: 'manual' });
    const teks = await jawaban.text();
    if (jawaban.status !== 200 || !teks.endsWith('</html>\n') || !jawaban.headers.get('content-encoding')) {
      throw new Error(`${jalur} was answered ${jawaban.status} with another page`);
    }
    halaman.set(jalur, teks);
  }
  return halaman;
}
