import { type INestApplicationContext } from '@nestjs/common';
import { RadarHarianService } from '../../modules/radar/radar-harian.service.js';

/** Does the radar's work of the day for the finished city, so that its notices are there when somebody first looks. */
export async function beritahuMasaBerlaku(app: INestApplicationContext): Promise<string> {
  await app.get(RadarHarianService, { strict: false }).kerjakan();
  return 'ormas, petugas, dan OPD diberi tahu';
}
