import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acakToken } from '../../common/acak.js';
import { AKTOR_SISTEM, type Peran } from '../../common/aktor.js';
import { type AkunService } from '../../modules/akun/akun.service.js';
import { type OrmasContoh } from './cerita.js';
import { KABAN_CONTOH } from './setelan-contoh.js';

/** One account of the demonstration as `var/akun-contoh.json` tells it. */
export interface AkunContoh {
  peran: Peran;
  surel: string;
  sandi: string;
  nama: string;
  opd?: string;
  ormas?: string;
}

/** Makes one account per role (more where there are several desks) and returns them with their random passwords. */
export async function buatAkun(
  layanan: AkunService,
  opd: readonly { id: number; kode: string; nama: string }[],
  ormas: readonly OrmasContoh[],
): Promise<{ akun: AkunContoh[]; id: Map<string, number> }> {
  const kantor: [Peran, string, string][] = [
    ['admin', 'admin', 'Admin Rekaan'],
    ['petugas', 'petugas', 'Petugas Melati Rekaan'],
    ['petugas', 'petugas2', 'Petugas Cendana Umpama'],
    ['kabid', 'kabid', 'Kabid Beringin Khayal'],
    ['kaban', 'kaban', KABAN_CONTOH],
    ['pimpinan', 'pimpinan', 'Pimpinan Teratai Andaikata'],
  ];
  const daftar: (AkunContoh & { opdId?: number; ormasId?: number; pemohon?: true })[] = [
    ...kantor.map(([peran, nama, sebutan]) => ({ peran, surel: `${nama}@contoh.invalid`, nama: sebutan })),
    ...opd.map((o) => ({
      peran: 'opd' as const,
      surel: `${o.kode.toLowerCase()}@contoh.invalid`,
      nama: `Penelaah ${o.nama}`,
      opdId: o.id,
      opd: o.nama,
    })),
    ...ormas.map((o, i) => ({
      peran: 'sekretaris' as const,
      surel: `sekretaris${i + 1}@contoh.invalid`,
      nama: `Sekretaris ${o.nama}`.slice(0, 160),
      ormasId: o.id,
      ormas: o.nama,
    })),
    // Has no ormas yet: applies for one.
    {
      ...{ peran: 'sekretaris' as const, surel: 'pemohon@contoh.invalid', nama: 'Pemohon Kemuning Rekaan' },
      pemohon: true as const,
    },
  ].map((a) => ({ ...a, sandi: acakToken(12) }));
  const id = await layanan.muatBanyak(AKTOR_SISTEM, daftar);
  return {
    akun: daftar.map(({ opdId: _opd, ormasId: _ormas, pemohon: _pemohon, ...akun }) => akun),
    id: new Map(daftar.map((d, i) => [d.surel, id[i] ?? 0])),
  };
}

/** Writes the accounts where only the owner of the machine's account can read them. */
export async function simpanAkun(varDir: string, akun: readonly AkunContoh[]): Promise<string> {
  const tujuan = join(varDir, 'akun-contoh.json');
  const sementara = `${tujuan}.baru`;
  await writeFile(sementara, `${JSON.stringify(akun, null, 2)}\n`, { mode: 0o600 });
  await chmod(sementara, 0o600);
  await rename(sementara, tujuan);
  return tujuan;
}

/** Tells accounts that were made later on top of those that the file tells. */
export async function tambahAkun(varDir: string, akun: readonly AkunContoh[]): Promise<void> {
  const ada = JSON.parse(await readFile(join(varDir, 'akun-contoh.json'), 'utf8')) as AkunContoh[];
  await simpanAkun(varDir, [...ada, ...akun]);
}
