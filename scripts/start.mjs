// npm start: from a fresh clone to a running portal; a second time it finds everything. See README.md.
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuild } from './lib/build.mjs';
import { familyOf, portalEnv } from './lib/env.mjs';
import { acquire } from './lib/lock.mjs';
import { main } from './lib/main.mjs';
import { migrate } from './lib/migrate.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { isFree, listensOn, nextFreePort } from './lib/ports.mjs';
import { endFamily, run, tail } from './lib/process.mjs';
import { ensurePrograms } from './lib/programs.mjs';
import { Progress, inSeconds } from './lib/progress.mjs';
import { CHECKOUT_VAR, NODE, ROOT, Stopped, UserError } from './lib/root.mjs';
import { readRunning, removeRunning, writeRunning } from './lib/running.mjs';
import { checkServers } from './lib/reach.mjs';
import { watchServices } from './lib/service-watch.mjs';
import { joinServices } from './lib/services.mjs';
import { readSettings } from './lib/settings.mjs';
import { Supervisor } from './lib/supervisor.mjs';

const READY_WITHIN = 90_000;
/** The web process ends with it when somebody else listens on its port: `keluarGagalMulai`, src/infra/health/. */
const PORT_TAKEN = 98;
/** So many ports may be taken from under us, one after the other. */
const PORT_TRIES = 5;

// whatever the portal writes is the owner's alone
process.umask(0o077);

await main(
  async ({ signal }) => {
    const began = performance.now();
    const empty = readArguments(process.argv.slice(2));
    const settings = readSettings();
    const { varDir } = settings;
    const release = await acquire(`portal:${varDir}`, { wait: false });
    if (!release) return sayRunning(varDir);
    const portal = { settings, signal, progress: new Progress(), supervisors: [], services: null, unwatch: null };
    try {
      await bringUp(portal);
      await (empty ? firstAdmin(portal) : demonstration(portal));
      sayReady(portal, performance.now() - began);
      await untilStopped(signal);
    } finally {
      await bringDown(portal);
      release();
    }
  },
  { stoppedCode: 0 },
);

function readArguments(args) {
  const unknown = args.find((argument) => argument !== '--kosong');
  if (unknown)
    throw new UserError(`Pilihan "${unknown}" tidak dikenal; yang ada hanya --kosong (mulai tanpa data contoh).`);
  return args.includes('--kosong');
}

function sayRunning(varDir) {
  const running = readRunning(varDir);
  process.stdout.write(
    running
      ? `Portal sudah berjalan di ${running.alamat} (proses ${running.pid}).\n`
      : 'Portal sedang dinyalakan oleh perintah lain.\n',
  );
}

async function bringUp(portal) {
  const { settings, signal, progress } = portal;
  // one made by an earlier version or an open umask; a folder that the person chose keeps the rights they gave it
  if (existsSync(CHECKOUT_VAR)) chmodSync(CHECKOUT_VAR, 0o700);
  process.stdout.write('Portal IKO\n');
  const family = familyOf(settings.varDir, 'portal');
  // whatever a portal that was killed has left behind
  const leftover = await endFamily(family);
  if (leftover > 0) progress.line(`  ✓ ${leftover} proses sisa dari portal yang terputus dihentikan`);

  await checkServers(settings);
  const needed = programsFor(settings);
  const [{ paths: programs }] = await together(signal, (each) => [
    progress.step(
      'Program sistem',
      () => systemPrograms(needed, progress, each),
      ({ installed }) => (installed ? 'Program sistem dipasang' : 'Program sistem lengkap'),
    ),
    progress.step(
      'Paket npm',
      () => ensurePackages({ signal: each }),
      (installed) => (installed ? 'Paket npm dipasang' : 'Paket npm lengkap'),
    ),
  ]);
  const owned = needed.filter((name) => name !== 'chromium');
  const [services] = await together(signal, (each) => [
    progress.step(
      'Layanan data',
      async () => (portal.services = await joinServices(settings.varDir, owned, { programs, signal: each })),
      () =>
        owned.length > 0 ? 'MariaDB dan Redis milik portal siap' : 'Layanan data menurut DATABASE_URL dan REDIS_URL',
    ),
    progress.step(
      'Kode',
      () => ensureBuild({ signal: each }),
      (built) => (built ? 'Kode dan aset dibangun' : 'Kode dan aset mutakhir'),
    ),
  ]);

  portal.usePort = (port) => {
    portal.port = port;
    portal.env = portalEnv(settings, {
      databaseUrl: services.databaseUrl('portal_iko'),
      redisUrl: services.redisUrl(),
      chromium: programs.chromium,
      secret: services.secrets.sesi,
      port,
    });
  };
  portal.usePort(await choosePort(settings, progress));
  await progress.step(
    'Basis data',
    () => migrate(settings.varDir, portal.env, signal),
    () => 'Skema dan data rujukan mutakhir',
  );
  await progress.step(
    'Proses web dan pekerja',
    () => startProcesses(portal, family),
    () => 'Proses web dan pekerja siap',
  );
  portal.unwatch = watchServices(services, owned, (text) => progress.line(text));
  writeRunning(settings.varDir, portal.env.PORTAL_URL);
}

/** What this start needs of the system: nothing for which the person named a server or a program. */
function programsFor(settings) {
  return [!settings.databaseUrl && 'mariadb', !settings.redisUrl && 'redis', !settings.chromium && 'chromium'].filter(
    Boolean,
  );
}

function systemPrograms(names, progress, signal) {
  const onInstall = (packages) => progress.line(`    memasang ${packages.join(', ')} …`);
  return ensurePrograms(names, { signal, onInstall });
}

/**
 * Like Promise.all for work that can be stopped: when one fails, the others are told to stop and waited for, so that
 * nothing goes on behind our back.
 */
async function together(signal, begin) {
  const other = new AbortController();
  const work = begin(AbortSignal.any([signal, other.signal]));
  work.forEach((each) => each.catch(() => other.abort()));
  const results = await Promise.allSettled(work);
  const errors = results.filter((result) => result.status === 'rejected').map((result) => result.reason);
  if (errors.length > 0) throw errors.find((error) => !(error instanceof Stopped)) ?? errors[0];
  return results.map((result) => result.value);
}

async function choosePort({ port, host }, progress) {
  return (await isFree(port, host)) ? port : portAfter(port, host, progress);
}

async function portAfter(port, host, progress) {
  const next = await nextFreePort(port + 1, host);
  if (!next) throw new UserError(`PORT ${port} dan seratus nomor sesudahnya sedang dipakai; pilih PORT lain.`);
  progress.line(`  ! Port ${port} sedang dipakai; portal memakai port ${next}.`);
  return next;
}

/** Runs one of the portal's own commands to its end, its output passed through line by line. */
async function command({ env, signal, progress }, args, { show = false } = {}) {
  const lines = [];
  const { code, output } = await run(NODE, [join(ROOT, 'dist', 'main-cli.js'), ...args], {
    env,
    signal,
    onLine: (line) => (show ? progress.line(line) : lines.push(line)),
  });
  if (code !== 0) throw new UserError(`Perintah "${args[0]}" gagal (kode ${code}):\n${output.trim().slice(-4_000)}`);
  return lines.join('\n').trim();
}

/** Brings up web and worker; when somebody takes the port between our choosing it and the web's listening, on the next. */
async function startProcesses(portal, family) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startPair(portal, family);
    } catch (error) {
      if (error.exitCode !== PORT_TAKEN || attempt === PORT_TRIES) throw error;
      // the worker too: it writes the portal's address into letters and onto papers
      await Promise.all(portal.supervisors.splice(0).map((each) => each.stop()));
      portal.usePort(await portAfter(portal.port, portal.settings.host, portal.progress));
    }
  }
}

async function startPair(portal, family) {
  const { settings, env, port, progress, signal } = portal;
  const logs = join(settings.varDir, 'log');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const onRestart = (label, how) => progress.line(`  ! Proses ${label} berhenti (${how}); dinyalakan kembali.`);
  for (const [label, script] of [
    ['web', 'dist/main-web.js'],
    ['pekerja', 'dist/main-worker.js'],
  ]) {
    const log = join(logs, `${label}.log`);
    portal.supervisors.push(new Supervisor({ label, script, log, env, family: `${family}.${label}`, onRestart }));
  }
  const [web] = portal.supervisors;
  // `over`: when the web has ended, nobody need be asked any more whether it answers
  const over = new AbortController();
  const asked = ready(settings, web, port, AbortSignal.any([signal, over.signal]));
  try {
    await Promise.race([asked, ...portal.supervisors.map((each) => each.failed)]);
  } finally {
    over.abort();
    await asked.catch(() => {});
  }
  for (const each of portal.supervisors) each.prove();
}

/** Resolves when GET /siap answers 200, and it is our web process that answers. */
async function ready({ host, varDir }, web, port, signal) {
  const target = ['0.0.0.0', '::', 'localhost'].includes(host) ? '127.0.0.1' : host;
  const url = `http://${target.includes(':') ? `[${target}]` : target}:${port}/siap`;
  const deadline = Date.now() + READY_WITHIN;
  while (Date.now() < deadline) {
    if (signal.aborted) throw new Stopped();
    const answer = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]) }).catch(
      () => null,
    );
    if (answer?.ok && listensOn(web.pid, port)) return;
    await pause(40);
  }
  const log = join(varDir, 'log', 'web.log');
  throw new UserError(
    `Portal tidak siap dalam ${READY_WITHIN / 1000} detik (${url}). Akhir catatannya (${log}):\n${tail(log)}`,
  );
}

async function demonstration(portal) {
  const result = join(portal.settings.varDir, 'contoh.json');
  const before = readJson(result);
  await portal.progress.step(
    'Kota contoh',
    () => command(portal, ['contoh'], { show: true }),
    () => 'Kota contoh lengkap',
  );
  portal.demonstration = readJson(result);
  // what an earlier start took is not told again
  if (before && portal.demonstration) portal.demonstration.langkah = [];
}

async function firstAdmin(portal) {
  portal.firstAdmin = await command(portal, ['admin-pertama']);
}

function sayReady({ env, settings, progress, ...portal }, took) {
  const shown = (path) => relative(ROOT, path) || path;
  const lines = ['', `Portal siap dalam ${inSeconds(took)}.`, '', `  Alamat         ${env.PORTAL_URL}`];
  if (portal.firstAdmin?.startsWith('http'))
    lines.push('', '  Buka tautan ini satu kali untuk membuat akun admin pertama:', `  ${portal.firstAdmin}`);
  else if (portal.firstAdmin) lines.push('', `  ${portal.firstAdmin}`);
  if (portal.demonstration) {
    const { langkah = [], laporan } = portal.demonstration;
    lines.push(`  Akun contoh    ${shown(join(settings.varDir, 'akun-contoh.json'))}`);
    if (laporan) lines.push(`  Laporan (PDF)  ${laporan}`);
    lines.push('', '  Langkah');
    for (const { nama, detik } of [
      ...progress.steps,
      ...langkah.map((step) => ({ ...step, nama: `· ${step.nama}` })),
    ]) {
      lines.push(`    ${nama.padEnd(48)} ${inSeconds(detik * 1000).padStart(10)}`);
    }
  }
  lines.push('', 'Tekan Ctrl-C untuk berhenti.', '');
  process.stdout.write(lines.join('\n'));
}

function untilStopped(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', resolve, { once: true });
    // an abort listener alone does not keep the process alive while both children are between two starts
    const alive = setInterval(() => {}, 60_000);
    signal.addEventListener('abort', () => clearInterval(alive), { once: true });
  });
}

async function bringDown({ supervisors, services, settings, signal, unwatch }) {
  if (signal.aborted && supervisors.length > 0) process.stdout.write('\nPortal dihentikan …\n');
  await unwatch?.();
  await Promise.all(supervisors.map((each) => each.stop()));
  await endFamily(familyOf(settings.varDir, 'portal'));
  removeRunning(settings.varDir);
  await services?.leave();
  if (signal.aborted && supervisors.length > 0) process.stdout.write('Portal berhenti.\n');
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}
