// npm test [-- arguments for Jest]: the whole suite against a MariaDB, a Redis and a Chromium of its own. Ends with the
// plain line "N passed, N failed".
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { main } from './lib/main.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { withPrivateServices } from './lib/private-var.mjs';
import { FAMILY } from './lib/process.mjs';
import { ensurePrograms } from './lib/programs.mjs';
import { NODE, ROOT, Stopped } from './lib/root.mjs';
import { readSettings } from './lib/settings.mjs';

let passed = 0;
let failed = 0;
let finished = false;

// whatever is written here is the owner's alone
process.umask(0o077);

await main(async ({ signal }) => {
  const settings = readSettings();
  await ensurePackages({ signal, onWait: () => process.stderr.write('Menunggu pemasangan paket yang lain …\n') });
  const chromium = settings.chromium ? [] : ['chromium'];
  const { paths: programs } = await ensurePrograms(['mariadb', 'redis', ...chromium], { signal });
  await ensureBuild({ signal });
  await withPrivateServices('uji', { programs, profile: 'uji', signal }, async ({ varDir, services, family }) => {
    const env = {
      ...process.env,
      UJI_DATABASE_URL: services.databaseUrl(''),
      UJI_REDIS_URL: services.redisUrl(),
      UJI_VAR: varDir,
      CHROMIUM: settings.chromium ?? programs.chromium,
      NODE_ENV: 'test',
      [FAMILY]: family,
    };
    // what the person has set for a portal of their own is none of the tests' business
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'PORT', 'HOST', 'PORTAL_VAR', 'PORTAL_URL', 'SESI_RAHASIA'])
      delete env[name];
    await runJest(join(varDir, 'hasil.json'), env, signal);
  });
  finished = true;
});

if (!finished) failed++;
if (passed + failed === 0) process.stderr.write('Tidak ada satu pun uji yang cocok.\n');
const good = failed === 0 && passed > 0;
process.stdout.write(`${passed} passed, ${passed + failed === 0 ? 1 : failed} failed\n`);
process.exitCode ||= good ? 0 : 1;

/** Runs Jest and counts its results; a suite that could not run counts as one failed test. */
async function runJest(resultFile, env, signal) {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const nodeOptions = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const args = ['--maxWorkers=2', '--json', `--outputFile=${resultFile}`, ...process.argv.slice(2)];
  const child = spawn(NODE, [...nodeOptions, jest, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve));
  signal.removeEventListener('abort', stop);
  if (signal.aborted) throw new Stopped();
  const result = readResult(resultFile);
  passed = result?.numPassedTests ?? 0;
  failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
  if (code !== 0 && failed === 0) failed++;
}

function readResult(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
