// npm run bench [-- NAME …]: the measurements, on a MariaDB and a Redis of their own; results in var/bench.json.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { main } from './lib/main.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { withPrivateServices } from './lib/private-var.mjs';
import { FAMILY } from './lib/process.mjs';
import { ensurePrograms } from './lib/programs.mjs';
import { CHECKOUT_VAR, NODE, ROOT } from './lib/root.mjs';
import { readSettings } from './lib/settings.mjs';

// whatever is written here is the owner's alone
process.umask(0o077);

await main(async ({ signal }) => {
  const settings = readSettings();
  await ensurePackages({ signal });
  const chromium = settings.chromium ? [] : ['chromium'];
  const { paths: programs } = await ensurePrograms(['mariadb', 'redis', ...chromium], { signal });
  await ensureBuild({ signal });
  await withPrivateServices('bench', { programs, profile: 'tetap', signal }, async ({ varDir, services, family }) => {
    const env = {
      ...process.env,
      BENCH_DATABASE_URL: services.databaseUrl(''),
      BENCH_REDIS_URL: services.redisUrl(),
      BENCH_VAR: varDir,
      BENCH_KELUARAN: join(CHECKOUT_VAR, 'bench.json'),
      CHROMIUM: settings.chromium ?? programs.chromium,
      NODE_ENV: 'production',
      [FAMILY]: family,
    };
    const script = join(ROOT, 'test', 'bench', 'index.ts');
    const child = spawn(NODE, ['--disable-warning=ExperimentalWarning', script, ...process.argv.slice(2)], {
      cwd: ROOT,
      env,
      stdio: 'inherit',
    });
    const stop = () => child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    process.exitCode = await new Promise((resolve, reject) =>
      child.on('error', reject).on('exit', (code) => resolve(code ?? 1)),
    );
  });
});
