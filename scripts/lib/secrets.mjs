import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './root.mjs';

const random = () => randomBytes(24).toString('hex');

/**
 * The random passwords of the private services and the secret of the sessions, made once and kept in
 * `<var>/rahasia.json` (readable by the owner only). Call it under the lock of the services.
 * @returns {{mariadb: string, redis: string, sesi: string}}
 */
export function readSecrets(varDir) {
  const path = join(varDir, 'rahasia.json');
  let known = {};
  if (existsSync(path)) {
    try {
      known = JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      throw new UserError(`${path} rusak; hapus berkas itu lalu ulangi (sandi layanan dibuat baru, data tetap ada).`);
    }
  }
  const secrets = { mariadb: random(), redis: random(), sesi: random() + random(), ...known };
  if (Object.keys(secrets).some((name) => !known[name])) {
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(temporary, path);
  }
  return secrets;
}
