import { type INestApplicationContext } from '@nestjs/common';
import { AKTOR_SISTEM } from '../../src/common/aktor.js';
import { SetelanService } from '../../src/modules/setelan/setelan.service.js';
import { SETELAN_CONTOH } from '../../src/cli/contoh/setelan-contoh.js';

/** Letterhead and signer of the demonstration, so that a report may be signed. */
export async function isiSetelan(app: INestApplicationContext): Promise<void> {
  await app.get(SetelanService, { strict: false }).ubah({ ...AKTOR_SISTEM, peran: 'admin' }, 0, SETELAN_CONTOH);
}
