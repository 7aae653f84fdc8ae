import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { run } from './process.mjs';
import { NODE, ROOT, UserError } from './root.mjs';

/** Brings the schema and the reference data up to date; one at a time for a var folder. */
export function migrate(varDir, env, signal) {
  return withLock(`migrasi:${varDir}`, { signal }, async () => {
    const { code, output } = await run(NODE, [join(ROOT, 'dist', 'main-cli.js'), 'migrasi'], { env, signal });
    if (code !== 0)
      throw new UserError(`Basis data tidak dapat disiapkan (kode ${code}):\n${output.trim().slice(-4_000)}`);
  });
}
