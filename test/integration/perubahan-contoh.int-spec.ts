import { Test } from '@nestjs/testing';
import { isiPerubahan } from '../../src/cli/contoh/perubahan.js';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { ConfigModule } from '../../src/infra/config/config.module.js';
import { DatabaseModule } from '../../src/infra/database/database.module.js';
import { RedisModule } from '../../src/infra/queue/redis.module.js';
import { AkunModule } from '../../src/modules/akun/akun.module.js';
import { AkunService } from '../../src/modules/akun/akun.service.js';
import { PerubahanModule } from '../../src/modules/perubahan/perubahan.module.js';
import { buatOrmas } from '../factories/ormas.js';
import { basisDataUji } from '../support/basis-data.js';

it('the demonstration has requests in every state, a move, a new board and a new name, and its history fits', async () => {
  const dasar = await basisDataUji();
  const modul = await Test.createTestingModule({
    imports: [ConfigModule.untuk(dasar.config), DatabaseModule, RedisModule, AkunModule, PerubahanModule],
  }).compile();
  await modul.init();
  const akun = [
    { surel: 'p@contoh.invalid', nama: 'Petugas Rekaan', peran: 'petugas' as const, sandi: 'kata-sandi-uji-1' },
  ];
  const sekretaris = [];
  for (let i = 0; i < 10; i++) {
    const o = await buatOrmas(dasar.db, { nama: `Yayasan Contoh Rekaan Nomor ${i + 1}` });
    if (i < 9)
      sekretaris.push({
        ...{ surel: `s${i}@contoh.invalid`, nama: `Sekretaris ${i}`, peran: 'sekretaris' as const },
        ...{ sandi: 'kata-sandi-uji-1', ormasId: o.id },
      });
  }
  await modul.get(AkunService).muatBanyak(AKTOR_SISTEM, [...akun, ...sekretaris]);
  expect(await isiPerubahan(modul, '2026-11-21')).toBe('10 permohonan, riwayat register utuh');
  const baris = await dasar.db.query<{ status: string; n: string }[]>(
    'SELECT status, COUNT(*) AS n FROM perubahan_ormas GROUP BY status',
  );
  expect(Object.fromEntries(baris.map((b) => [b.status, Number(b.n)]))).toEqual({
    ...{ disetujui: 3, diajukan: 3, 'perlu-perbaikan': 1, ditolak: 1, 'dicabut-pemohon': 1, draf: 1 },
  });
  await modul.close();
  await dasar.hapus();
});
