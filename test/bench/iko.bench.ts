import process from 'node:process';
import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import type * as Transaksi from '../../src/infra/database/transaksi.js';
import type * as Hitung from '../../src/modules/penilaian/hitung.service.js';
import type * as Modul from '../../src/modules/penilaian/penilaian.module.js';
import type * as Periode from '../../src/modules/penilaian/periode.service.js';
import { isiSintetis } from '../factories/register-sintetis.ts';
import type { BenchContext, Hasil } from './index.ts';
import { dist, muat } from './lib/app.ts';
import { bulatkan, persentil, setelanApp, siapkanBasisData } from './lib/konteks.ts';
import { akhiri, jalankanAnak } from './lib/proses.ts';

/** The IKO of a year over so many ormas, smallest first. */
export const nama = ['iko-210', 'iko-10k'];

const UKURAN: Readonly<Record<string, { jumlah: number; target: number; kali: number }>> = {
  'iko-210': { jumlah: 210, target: 1, kali: 7 },
  'iko-10k': { jumlah: 10_000, target: 10, kali: 3 },
};
const TAHUN = 2025;
/** Rows per statement of the floor. */
const SEKALI = 250;

/**
 * From the press of "Hitung IKO" (`mulaiHitung`) to a complete run that readers see, through real Redis and a worker
 * process of its own; the middle of several runs, after a first one that is told beside. Floor: inserting the same
 * result rows, and nothing else, in bulk.
 */
export async function jalankan(ctx: BenchContext, dipilih: string[]): Promise<Hasil[]> {
  await siapkanBasisData(ctx);
  const k = await mysql.createConnection({ uri: ctx.databaseUrl, timezone: 'Z' });
  const pekerja = jalankanAnak(dist('main-worker.js'), [], setelanApp(ctx));
  try {
    const hasil: Hasil[] = [];
    for (const satu of nama.filter((n) => dipilih.includes(n))) hasil.push(await ukurSatu(ctx, k, satu));
    return hasil;
  } finally {
    await akhiri(pekerja);
    await k.end();
  }
}

async function ukurSatu(ctx: BenchContext, k: Connection, name: string): Promise<Hasil> {
  const { jumlah, target, kali } = UKURAN[name] ?? { jumlah: 0, target: 0, kali: 0 };
  const { pertama, semua } = await ukur(ctx, k, { jumlah, kali });
  const ours = persentil(semua, 0.5);
  const floor = await ukurLantai(k);
  return {
    name,
    ours: bulatkan(ours),
    floor: bulatkan(floor),
    ratio: bulatkan(ours / floor, 2),
    target,
    unit: 's',
    met: ours <= target,
    catatan: `median dari ${kali} kali: ${semua.map((d) => bulatkan(d, 2)).join('; ')} s; yang pertama ${bulatkan(pertama, 2)} s`,
  };
}

async function ukur(
  ctx: BenchContext,
  k: Connection,
  { jumlah, kali }: { jumlah: number; kali: number },
): Promise<{ pertama: number; semua: number[] }> {
  Object.assign(process.env, setelanApp(ctx));
  const { denganModul } = await muat('cli/konteks.js');
  const { AKTOR_SISTEM } = await muat('common/aktor.js');
  const { PenilaianModule } = (await import(dist('modules/penilaian/penilaian.module.js'))) as typeof Modul;
  const { PeriodeService } = (await import(dist('modules/penilaian/periode.service.js'))) as typeof Periode;
  const { HitungService } = (await import(dist('modules/penilaian/hitung.service.js'))) as typeof Hitung;
  const basis = (await import(dist('infra/database/transaksi.js'))) as typeof Transaksi;

  return denganModul([PenilaianModule], async (app) => {
    await app.get(basis.Transaksi).jalankan((em) => app.get(PeriodeService).pastikanPeriode(em, TAHUN));
    const [ada] = await k.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM ormas');
    await isiSintetis(k, { jumlah: jumlah - Number(ada[0]?.n), tahun: TAHUN, benih: jumlah });
    const sekali = async (): Promise<number> => {
      const mulai = performance.now();
      const { hitungId } = await app.get(HitungService).mulaiHitung(AKTOR_SISTEM, TAHUN);
      await selesai(k, hitungId);
      return (performance.now() - mulai) / 1000;
    };
    const pertama = await sekali();
    const semua: number[] = [];
    while (semua.length < kali) semua.push(await sekali());
    return { pertama, semua };
  });
}

/** The end of a run is a change of its row, which nothing announces outside: it is looked up every 5 ms. */
async function selesai(k: Connection, hitungId: number): Promise<void> {
  for (;;) {
    const [baris] = await k.query<RowDataPacket[]>('SELECT status, galat FROM hitung WHERE id = ?', [hitungId]);
    if (baris[0]?.status === 'selesai') return;
    if (baris[0]?.status === 'gagal') throw new Error(`Run ${hitungId} failed: ${String(baris[0].galat)}`);
    await new Promise((lanjut) => setTimeout(lanjut, 5));
  }
}

async function ukurLantai(k: Connection): Promise<number> {
  const [baris] = await k.query<RowDataPacket[][]>({
    sql: 'SELECT * FROM hasil_iko WHERE hitung_id = (SELECT MAX(id) FROM hitung) ORDER BY id',
    rowsAsArray: true,
  });
  await k.query('CREATE TABLE lantai_hasil LIKE hasil_iko');
  const mulai = performance.now();
  for (let i = 0; i < baris.length; i += SEKALI)
    await k.query('INSERT INTO lantai_hasil VALUES ?', [baris.slice(i, i + SEKALI)]);
  const detik = (performance.now() - mulai) / 1000;
  await k.query('DROP TABLE lantai_hasil');
  return detik;
}
