import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import type { BenchContext, Hasil } from './index.ts';
import { beri, type HasilBeban, lajuTertinggi, type Permintaan } from './lib/beban.ts';
import { muat } from './lib/app.ts';
import { bulatkan, pengacak, setelanApp, siapkanBasisData } from './lib/konteks.ts';
import { masukSebagai, type Pemeran, type Peramban } from './lib/masuk.ts';
import { akhiri, jalankanAnak, peladen, type Peladen, peladenPortal, pesanAnak } from './lib/proses.ts';
import { KATA, registerBesar } from './lib/register.ts';

/** The list of ormas under load. */
export const nama = ['daftar-10k'];

const ORMAS = 10_000;
const TARGET_MS = 50;
const LAJU = 50;
const UKURAN_MAKS_KB = 25;
const PEMANASAN_S = 8;
const UKUR_S = 20;
/** Different addresses in one round of the load. */
const RAGAM = 500;

/**
 * The list page of 10,000 ormas from the real web process, asked for by people of several roles who search, filter, sort
 * and turn pages: 50 requests/s at constant arrival, latency from when each was due. Floor: a Nest route alone that
 * sends the same pages from memory, compressed alike, under the same load.
 */
export async function jalankan(ctx: BenchContext): Promise<Hasil[]> {
  await siapkanBasisData(ctx);
  await isiOrmas(ctx);
  const opd = await kodeOpd(ctx);
  const portal = await peladenPortal(ctx);
  const berkas = join(ctx.varDir, 'halaman.json');
  try {
    const peramban = await masukSebagai(ctx, portal.alamat, pemeran(opd));
    const permintaan = susunPermintaan(peramban, [...opd.keys()]);
    const halaman = await bacaHalaman(portal.alamat, permintaan);
    writeFileSync(berkas, JSON.stringify(Object.fromEntries(halaman)));
    const kami = await ukur(portal, permintaan);
    const tertinggi = await lajuTertinggi({ alamat: portal.alamat, permintaan });
    const puncak = await portal.puncakMB();
    await portal.akhiri();

    const anak = jalankanAnak(new URL('./lib/lantai-web.ts', import.meta.url).href, [berkas], {});
    const telanjang = peladen(await pesanAnak<string>(anak), anak);
    try {
      const lantai = await ukur(telanjang, permintaan);
      const lantaiTertinggi = await lajuTertinggi({ alamat: telanjang.alamat, permintaan });
      return [susun(kami, lantai, { tertinggi, lantaiTertinggi, puncak, mentah: rataPanjang([...halaman.values()]) })];
    } finally {
      await akhiri(anak);
    }
  } finally {
    rmSync(berkas, { force: true });
    await portal.akhiri();
  }
}

/** A measured load, and what one answer cost the server's processor (ms). */
type Ukuran = HasilBeban & { prosesor: number };

async function ukur(peladen: Peladen, permintaan: Permintaan[]): Promise<Ukuran> {
  const { alamat } = peladen;
  await beri({ alamat, permintaan, laju: LAJU, detik: PEMANASAN_S });
  const sebelum = await peladen.prosesorMs();
  const hasil = await beri({ alamat, permintaan, laju: LAJU, detik: UKUR_S });
  return { ...hasil, prosesor: ((await peladen.prosesorMs()) - sebelum) / hasil.latensi.length };
}

interface Sampingan {
  tertinggi: number;
  lantaiTertinggi: number;
  puncak: number;
  mentah: number;
}

function susun(kami: Ukuran, lantai: Ukuran, lain: Sampingan): Hasil {
  const terbesar = Math.max(...kami.bita) / 1000;
  const ms = (u: Ukuran): string =>
    `p50 ${u.p50.toFixed(1)}, p99 ${u.p99.toFixed(1)}, prosesor ${u.prosesor.toFixed(1)} ms`;
  return {
    name: 'daftar-10k',
    ours: bulatkan(kami.p95, 1),
    floor: bulatkan(lantai.p95, 1),
    ratio: bulatkan(kami.p95 / lantai.p95, 2),
    target: TARGET_MS,
    unit: 'ms p95',
    met: kami.p95 <= TARGET_MS && kami.jumlahGagal === 0 && lantai.jumlahGagal === 0 && terbesar <= UKURAN_MAKS_KB,
    catatan: [
      `${LAJU} permintaan/s selama ${UKUR_S} s, ${ms(kami)} (lantai ${ms(lantai)})`,
      `gagal ${kami.jumlahGagal}`,
      `p95 ≤ 100 ms sampai ${lain.tertinggi} permintaan/s (lantai ${lain.lantaiTertinggi})`,
      `halaman ${(kami.bita.reduce((a, b) => a + b, 0) / kami.bita.length / 1000).toFixed(1)} kB, terbesar ${terbesar.toFixed(1)} kB, sebelum dimampatkan ${(lain.mentah / 1000).toFixed(0)} kB`,
      `memori web ${lain.puncak} MB`,
      `pembangkit terlambat paling lama ${kami.terlambat.toFixed(1)} ms`,
    ].join('; '),
  };
}

/** Fills the register by the importer, and gives the ormas the marks of a few years: activity, scores, standings. */
async function isiOrmas(ctx: BenchContext): Promise<void> {
  Object.assign(process.env, setelanApp(ctx));
  mkdirSync(ctx.varDir, { recursive: true });
  const { denganModul } = await muat('cli/konteks.js');
  const { ImporModule } = await muat('modules/ormas/impor.module.js');
  const { ImporService } = await muat('modules/ormas/impor.service.js');
  const { AKTOR_SISTEM } = await muat('common/aktor.js');
  const isi = registerBesar(ORMAS, 2);
  const { diterima } = await denganModul([ImporModule], (app) =>
    app.get(ImporService).impor(AKTOR_SISTEM, isi, { berkas: 'bench.csv' }),
  );
  if (diterima.length !== ORMAS) throw new Error(`Only ${diterima.length} of ${ORMAS} ormas were taken in`);
  await denganBasisData(ctx, async (k) => {
    await k.query(
      `UPDATE ormas SET
         kegiatan_terakhir = IF(CRC32(id) % 10 < 7, DATE_SUB(CURDATE(), INTERVAL CRC32(id * 3) % 700 DAY), NULL),
         status = CASE WHEN CRC32(id * 5) % 100 < 96 THEN 'terdaftar' WHEN CRC32(id * 5) % 100 < 98 THEN 'dibekukan' ELSE 'bubar' END`,
    );
    await k.query(
      `UPDATE ormas SET iko_tahun = YEAR(CURDATE()) - 1, iko_skor = (CRC32(id * 7) % 10001) / 100,
         iko_tingkat = 1 + CRC32(id * 7) % 10001 DIV 2001,
         iko_sebutan = ELT(1 + CRC32(id * 7) % 10001 DIV 2001, 'Sangat Rendah', 'Rendah', 'Sedang', 'Tinggi', 'Sangat Tinggi'),
         iko_sementara = CRC32(id * 11) % 20 = 0
       WHERE CRC32(id * 13) % 10 < 9`,
    );
    await k.query('ANALYZE TABLE ormas');
  });
}

async function kodeOpd(ctx: BenchContext): Promise<Map<string, number>> {
  return denganBasisData(ctx, async (k) => {
    const [baris] = await k.query<RowDataPacket[]>('SELECT id, kode FROM opd ORDER BY id');
    return new Map(baris.map((b) => [String(b.kode), Number(b.id)]));
  });
}

async function denganBasisData<T>(ctx: BenchContext, fn: (k: Connection) => Promise<T>): Promise<T> {
  const k = await mysql.createConnection({ uri: ctx.databaseUrl, timezone: 'Z' });
  try {
    return await fn(k);
  } finally {
    await k.end();
  }
}

/** An office at work: mostly officers. */
function pemeran(opd: ReadonlyMap<string, number>): Pemeran[] {
  const dinas = ['dlh', 'dp3a'].map((kode): Pemeran => ({ peran: 'opd', opdId: opd.get(kode) }));
  const kantor = (['kabid', 'kaban', 'pimpinan', 'admin'] as const).map((peran): Pemeran => ({ peran }));
  return [...Array.from({ length: 6 }, (): Pemeran => ({ peran: 'petugas' })), ...kantor, ...dinas];
}

/** What people ask of the list, weighted as an office would: pages, words, one filter, two, another order. */
function susunPermintaan(peramban: Peramban[], opd: string[]): Permintaan[] {
  const acak = pengacak(3);
  const bulat = (n: number): number => Math.floor(acak() * n);
  const pilih = <T>(isi: readonly T[]): T => isi[bulat(isi.length)] as T;
  const saringan: readonly (() => [string, string])[] = [
    () => ['bidang', pilih(['keagamaan', 'pendidikan', 'lingkungan', 'ekonomi', 'sosial', 'belum'])],
    () => ['opd', pilih(opd)],
    () => ['kecamatan', pilih(['bogor-selatan', 'bogor-utara', 'bogor-tengah', 'tanah-sareal'])],
    () => ['kelurahan', pilih(['batutulis', 'kencana', 'babakan', 'ciwaringin', 'luar'])],
    () => ['status', pilih(['terdaftar', 'dibekukan'])],
    () => ['keaktifan', pilih(['aktif', 'tidak-aktif'])],
    () => ['tingkat', pilih(['1', '3', '5', 'belum'])],
  ];
  const satu = (): string => {
    const kueri = new URLSearchParams();
    if (acak() < 0.3)
      kueri.set('cari', pilih([pilih(KATA), `yayasan ${pilih(KATA)}`, 'kencana', pilih(KATA).slice(0, 4)]));
    for (let n = pilih([0, 0, 1, 1, 2]); n > 0; n--) kueri.set(...pilih(saringan)());
    if (acak() < 0.25) {
      kueri.set('urut', pilih(['nama', 'kelurahan', 'opd', 'skor', 'kegiatan']));
      kueri.set('arah', pilih(['naik', 'turun']));
    }
    if (acak() < 0.4) kueri.set('halaman', String(2 + bulat(acak() < 0.8 ? 5 : 390)));
    const teks = kueri.toString();
    return teks === '' ? '/ormas' : `/ormas?${teks}`;
  };
  return Array.from({ length: RAGAM }, () => ({ jalur: satu(), cookie: pilih(peramban).cookie }));
}

/** Every page once, read and looked at: the load itself counts bytes only. */
async function bacaHalaman(alamat: string, permintaan: Permintaan[]): Promise<Map<string, string>> {
  const halaman = new Map<string, string>();
  let berisi = 0;
  for (const { jalur, cookie } of permintaan) {
    const jawaban = await fetch(alamat + jalur, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
    const teks = await jawaban.text();
    if (jawaban.status !== 200 || !teks.includes('Register organisasi kemasyarakatan') || !teks.endsWith('</html>\n')) {
      throw new Error(`${jalur} was answered ${jawaban.status} with another page`);
    }
    if (!jawaban.headers.get('content-encoding')) throw new Error(`${jalur} was not compressed`);
    if (/<tbody[ >]/.test(teks)) berisi++;
    halaman.set(jalur, teks);
  }
  if (berisi < permintaan.length * 0.7) throw new Error(`Only ${berisi} of ${permintaan.length} pages have rows`);
  return halaman;
}

const rataPanjang = (teks: string[]): number => teks.reduce((n, t) => n + Buffer.byteLength(t), 0) / teks.length;
