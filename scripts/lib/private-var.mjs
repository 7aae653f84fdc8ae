import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from './env.mjs';
import { endFamily, isAlive, myself } from './process.mjs';
import { CHECKOUT_VAR } from './root.mjs';
import { joinServices, stopAbandoned } from './services.mjs';

/**
 * Runs `work` with a MariaDB and a Redis that nobody else uses, in `var/<kind>-<pid>`, and takes everything away again
 * however the work ends: services, processes left behind, the folder. What a killed run could not take away is
 * taken away here as well.
 * @param {(place: {varDir: string, services: import('./services.mjs').Services, family: string}) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withPrivateServices(kind, { programs, profile, signal }, work) {
  await sweep(kind);
  const varDir = join(CHECKOUT_VAR, `${kind}-${process.pid}`);
  mkdirSync(varDir, { recursive: true, mode: 0o700 });
  writeFileSync(join(varDir, 'pemilik.json'), JSON.stringify(myself()));
  try {
    const services = await joinServices(varDir, ['mariadb', 'redis'], { programs, profile, signal });
    const family = familyOf(varDir, kind);
    try {
      return await work({ varDir, services, family });
    } finally {
      await endFamily(family);
      await services.leave();
    }
  } finally {
    rmSync(varDir, { recursive: true, force: true });
  }
}

async function sweep(kind) {
  mkdirSync(CHECKOUT_VAR, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(CHECKOUT_VAR).filter(
    (each) => /^[a-z]+-\d+$/.test(each) && each.startsWith(`${kind}-`),
  )) {
    const folder = join(CHECKOUT_VAR, name);
    if (isAlive(ownerOf(folder))) continue;
    await endFamily(familyOf(folder, kind));
    await stopAbandoned(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

function ownerOf(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, 'pemilik.json'), 'utf8'));
  } catch {
    return null;
  }
}
