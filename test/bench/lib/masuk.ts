import { randomBytes } from 'node:crypto';
import type { Peran } from '../../../src/common/aktor.js';
import type { BenchContext } from '../index.ts';
import { muat } from './app.ts';
import { setelanApp } from './konteks.ts';

/** A role and, for an OPD, which one. */
export interface Pemeran {
  peran: Peran;
  opdId?: number;
}

/** What somebody's browser has who is signed in. */
export interface Peramban {
  peran: Peran;
  cookie: string;
}

/** Makes an account for each and signs in as each through the pages, as a person does. */
export async function masukSebagai(ctx: BenchContext, alamat: string, pemeran: Pemeran[]): Promise<Peramban[]> {
  const akun = pemeran.map((p, i) => ({
    ...p,
    surel: `${p.peran}-${i}@contoh.invalid`,
    nama: `Contoh ${p.peran} ${i + 1}`,
    sandi: randomBytes(12).toString('base64url'),
  }));
  Object.assign(process.env, setelanApp(ctx));
  const { denganModul } = await muat('cli/konteks.js');
  const { AkunModule } = await muat('modules/akun/akun.module.js');
  const { AkunService } = await muat('modules/akun/akun.service.js');
  const { AKTOR_SISTEM } = await muat('common/aktor.js');
  await denganModul([AkunModule], (app) => app.get(AkunService).muatBanyak(AKTOR_SISTEM, akun));
  const peramban: Peramban[] = [];
  for (const { peran, surel, sandi } of akun) {
    peramban.push({ peran, cookie: await satuMasuk(alamat, { surel, sandi }) });
  }
  return peramban;
}

async function satuMasuk(alamat: string, isian: { surel: string; sandi: string }): Promise<string> {
  const halaman = await fetch(`${alamat}/masuk`, { headers: { accept: 'text/html' } });
  const teks = await halaman.text();
  const rahasia = (nama: string): string => new RegExp(`name="${nama}" value="([^"]*)"`).exec(teks)?.[1] ?? '';
  const jawaban = await fetch(`${alamat}/masuk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', cookie: kue(halaman) },
    body: new URLSearchParams({ ...isian, _csrf: rahasia('_csrf'), _formulir: rahasia('_formulir') }),
  });
  await jawaban.arrayBuffer();
  if (jawaban.status !== 303) throw new Error(`Signing in was answered ${jawaban.status}`);
  return kue(jawaban);
}

const kue = (jawaban: Response): string =>
  jawaban.headers
    .getSetCookie()
    .map((k) => k.split(';')[0])
    .join('; ');
