// npm run -s portal -- COMMAND …: the portal's commands, whether or not the portal is running. Standard output belongs to
// the command alone; what has to be set up first is told on the standard error, and only if it takes long.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { familyOf, portalEnv } from './lib/env.mjs';
import { main } from './lib/main.mjs';
import { migrate } from './lib/migrate.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { FAMILY, endFamily, exitCode } from './lib/process.mjs';
import { ensurePrograms } from './lib/programs.mjs';
import { NODE, ROOT } from './lib/root.mjs';
import { readRunning } from './lib/running.mjs';
import { joinServices } from './lib/services.mjs';
import { readSettings } from './lib/settings.mjs';

const CLI = join(ROOT, 'dist', 'main-cli.js');

/** Commands that need less than everything; whatever stands not here may need all. */
const NEEDS = {
  hitung: [],
  impor: ['mariadb', 'redis'],
  'admin-pertama': ['mariadb', 'redis'],
};

// whatever is written here is the owner's alone
process.umask(0o077);

await main(async ({ signal }) => {
  const args = process.argv.slice(2);
  const needs = args.length === 0 ? [] : (NEEDS[args[0]] ?? ['mariadb', 'redis', 'chromium']);
  const settings = readSettings();
  const told = setTimeout(() => process.stderr.write('Menyiapkan paket, layanan, dan kode; mohon tunggu …\n'), 3_000);
  let services = null;
  try {
    await ensurePackages({ signal });
    await ensureBuild({ signal, parts: ['kode'] });
    const given = { mariadb: settings.databaseUrl, redis: settings.redisUrl, chromium: settings.chromium };
    const wanted = needs.filter((name) => !given[name]);
    const { paths: programs } = await ensurePrograms(wanted, { signal });
    if (needs.length > 0)
      services = await joinServices(
        settings.varDir,
        wanted.filter((name) => name !== 'chromium'),
        { programs, signal },
      );
    const env = portalEnv(settings, {
      databaseUrl: services?.databaseUrl('portal_iko'),
      redisUrl: services?.redisUrl(),
      chromium: programs.chromium,
      secret: services?.secrets.sesi,
    });
    // a portal that is up has migrated
    if (needs.length > 0 && !readRunning(settings.varDir)) await migrate(settings.varDir, env, signal);
    clearTimeout(told);
    process.exitCode = await hand(args, env, familyOf(settings.varDir, `perintah.${process.pid}.`), signal);
  } finally {
    clearTimeout(told);
    await services?.leave();
  }
});

/** Runs the command with our own standard streams; resolves to its exit code once nothing of it is left. */
function hand(args, env, family, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, ['--enable-source-maps', CLI, ...args], {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: { ...env, [FAMILY]: family },
      stdio: 'inherit',
    });
    // Ctrl-C reaches the child by itself, a SIGTERM for us does not
    signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
    child.on('error', reject);
    child.on('exit', (code, by) => void endFamily(family).then(() => resolve(exitCode(code, by))));
  });
}
