import process from 'node:process';
import { bacaConfig } from '../infra/config/config.js';
import { AkunModule } from '../modules/akun/akun.module.js';
import { AkunService } from '../modules/akun/akun.service.js';
import { denganModul } from './konteks.js';

/** `admin-pertama`: prints a one-time link while there is no administrator; says so otherwise. */
export async function jalankan(): Promise<number> {
  const token = await denganModul([AkunModule], (app) => app.get(AkunService).tautanAdminPertama());
  process.stdout.write(
    token ? `${bacaConfig().portalUrl}/tautan/${token}\n` : 'Sudah ada admin; mintalah tautan kepadanya.\n',
  );
  return 0;
}
