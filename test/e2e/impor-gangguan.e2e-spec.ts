import { type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AKTOR_SISTEM, type Aktor } from '../../src/common/aktor.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { ImporBacaService } from '../../src/modules/ormas/impor-baca.service.js';
import { ImporPratinjauService } from '../../src/modules/ormas/impor-pratinjau.service.js';
import { ImporModule } from '../../src/modules/ormas/impor.module.js';
import { type PratinjauImpor } from '../../src/modules/ormas/impor.types.js';
import { basisDataUji, type BasisDataUji } from '../support/basis-data.js';
import { akhiri, nyalakanPekerja } from '../support/penilaian.js';

/** Enough for a middle: some twenty chunks of checking, ten of storing. */
const JUMLAH = 10_000;

describe('an import under disturbance, with the real worker process, Redis and MariaDB', () => {
  let uji: BasisDataUji;
  let app: INestApplicationContext;
  let petugas: Aktor;
  let pekerja: ChildProcess | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'impor-gangguan-'));

  beforeAll(async () => {
    uji = await basisDataUji();
    class UjiModule {}
    const imports = [ConfigModule.untuk(uji.config), DatabaseModule, RedisModule, AkunModule, ImporModule];
    app = await NestFactory.createApplicationContext(
      { module: UjiModule, imports },
      { logger: false, abortOnError: false },
    );
    const akun = {
      surel: 'petugas@contoh.invalid',
      nama: 'Uji',
      peran: 'petugas' as const,
      sandi: 'kata-sandi-rekaan-uji',
    };
    const [id = 0] = await app.get(AkunService).muatBanyak(AKTOR_SISTEM, [akun]);
    petugas = { id, nama: 'Uji', peran: 'petugas', opdId: null, ormasId: null };
  }, 60_000);

  afterAll(async () => {
    if (pekerja) await akhiri(pekerja);
    await app?.close();
    await uji?.hapus();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** Waits for a state of the preview; rows of the database announce nothing, so they are looked at. */
  async function sampai(id: number, syarat: (p: PratinjauImpor) => boolean): Promise<PratinjauImpor> {
    for (;;) {
      const p = await app.get(ImporBacaService).pratinjau(petugas, id);
      if (syarat(p)) return p;
      if (p.status === 'gagal') throw new Error(`Import ${id} failed: ${String(p.pesan)}`);
      await new Promise((lanjut) => setTimeout(lanjut, 5));
    }
  }
  const bunuh = (): Promise<void> => akhiri(pekerja as ChildProcess, 'SIGKILL');

  it('kill -9 of the worker while it checks, and while it stores: the next one ends with every line once', async () => {
    const jalur = join(folder, 'register.csv');
    const baris = Array.from({ length: JUMLAH }, (_, i) => `Forum Gangguan ${i % (JUMLAH - 100)} Rekaan,Gudang`);
    writeFileSync(jalur, ['nama,kelurahan', ...baris].join('\n'));
    const { id } = await app.get(ImporPratinjauService).kirim(petugas, { nama: 'register.csv', jalur });

    pekerja = nyalakanPekerja(uji.config);
    await sampai(id, (p) => p.diproses > 0);
    await bunuh();
    const terputus = await sampai(id, () => true);
    expect([terputus.status, terputus.diproses < JUMLAH]).toEqual(['memeriksa', true]);
    pekerja = nyalakanPekerja(uji.config);
    const siap = await sampai(id, (p) => p.status === 'siap');
    expect(siap.hitungan).toMatchObject({ diterima: JUMLAH - 100, ganda: 100, ditolak: 0 });
    expect(await jumlah('impor_baris')).toBe(JUMLAH);

    await app.get(ImporPratinjauService).masukkan(petugas, id, siap.versi);
    await sampai(id, (p) => p.diproses > 0 && p.diproses < JUMLAH - 100);
    await bunuh();
    // All of it is one transaction: what the killed worker had stored is not there.
    const [{ n } = { n: 0 }] = await uji.db.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM ormas');
    expect(Number(n)).toBe(0);
    expect((await sampai(id, () => true)).status).toBe('memasukkan');
    pekerja = nyalakanPekerja(uji.config);
    expect(await sampai(id, (p) => p.status === 'selesai')).toMatchObject({ masuk: JUMLAH - 100 });
    expect([await jumlah('ormas'), await jumlah("audit WHERE aksi = 'ormas.impor'")]).toEqual([JUMLAH - 100, 1]);
  }, 240_000);

  async function jumlah(tabel: string): Promise<number> {
    return Number((await uji.db.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM ${tabel}`))[0]?.n);
  }
});
