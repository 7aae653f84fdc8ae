import type { BenchContext } from '../index.ts';
import { muat } from './app.ts';

/** The settings under which the app's own processes run in a measurement. */
export function setelanApp(ctx: BenchContext): Record<string, string> {
  return {
    DATABASE_URL: ctx.databaseUrl,
    REDIS_URL: ctx.redisUrl,
    PORTAL_VAR: ctx.varDir,
    CHROMIUM: ctx.chromium,
    SESI_RAHASIA: 'bench'.repeat(8),
    LOG_LEVEL: 'warn',
    // The load speaks for many addresses, as a proxy in front of the portal does.
    PERCAYA_PROKSI: '1',
    NODE_ENV: 'production',
  };
}

/** Brings the schema and the reference data into the empty database of the measurement. */
export async function siapkanBasisData(ctx: BenchContext): Promise<void> {
  const { jalankanMigrasi } = await muat('cli/migrasi.js');
  await jalankanMigrasi(ctx.databaseUrl);
}

/** A small generator (mulberry32) of numbers in [0, 1): every run measures the same work. */
export function pengacak(benih: number): () => number {
  let a = benih >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The value below or at which the share `bagian` (0–1) lies (nearest rank); 0 of nothing. */
export function persentil(nilai: readonly number[], bagian: number): number {
  const urut = [...nilai].sort((a, b) => a - b);
  return urut[Math.max(0, Math.ceil(urut.length * bagian) - 1)] ?? 0;
}

export const bulatkan = (n: number, digit = 3): number => Math.round(n * 10 ** digit) / 10 ** digit;
