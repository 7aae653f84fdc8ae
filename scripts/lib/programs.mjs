import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { acquire } from './lock.mjs';
import { run } from './process.mjs';
import { Stopped, UserError } from './root.mjs';

/** What the portal needs of the system: names under which Debian and others install it, and Debian's packages. */
const PROGRAMS = {
  mariadb: { commands: ['mariadbd'], packages: ['mariadb-server-core'], label: 'MariaDB' },
  redis: { commands: ['redis-server'], packages: ['redis-server'], label: 'Redis' },
  chromium: {
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    packages: ['chromium', 'fonts-liberation'],
    label: 'Chromium',
  },
};

/** mariadbd stands in sbin, which is not in the PATH of ordinary users. */
const EXTRA_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/usr/local/bin', '/usr/bin', '/snap/bin'];

/** The absolute path of the first of `commands` found in `path`; null when there is none. */
export function findProgram(commands, path = searchPath()) {
  for (const command of commands) {
    for (const folder of path.split(delimiter).filter(Boolean)) {
      const candidate = join(folder, command);
      try {
        accessSync(candidate, constants.X_OK);
        if (statSync(candidate).isFile()) return candidate;
      } catch {
        // not here
      }
    }
  }
  return null;
}

function searchPath() {
  return [process.env.PATH ?? '', ...EXTRA_FOLDERS].join(delimiter);
}

/** The sentence for somebody whose machine lacks programs that we cannot install. */
export function missingSentence(missing) {
  const labels = [...new Set(missing.map((name) => PROGRAMS[name].label))].join(', ');
  return (
    `${labels} belum terpasang dan tidak dapat dipasang otomatis; jalankan ` +
    `"sudo apt-get install -y --no-install-recommends ${packagesOf(missing).join(' ')}" ` +
    'lalu ulangi, atau jalankan portal dengan Docker memakai docker/compose.yaml.'
  );
}

function packagesOf(missing) {
  return [...new Set(missing.flatMap((name) => PROGRAMS[name].packages))];
}

/**
 * Finds the system programs asked for and installs from Debian those that are missing, as root or where sudo asks no
 * password. No service of the system is started or enabled by it.
 * @param {('mariadb'|'redis'|'chromium')[]} names
 * @param options.path  where to look (tests)
 * @param options.mayInstall  false: only look (tests)
 * @returns {Promise<{paths: Record<string,string>, installed: boolean}>} absolute paths by name
 * @throws UserError with the command to type when something stays missing
 */
export async function ensurePrograms(names, { path, mayInstall = true, signal, onInstall } = {}) {
  const look = () => {
    const paths = Object.fromEntries(names.map((name) => [name, findProgram(PROGRAMS[name].commands, path)]));
    return { paths, missing: names.filter((name) => !paths[name]) };
  };
  let { paths, missing } = look();
  if (missing.length === 0) return { paths, installed: false };
  const prefix = mayInstall ? await installer() : null;
  if (!prefix) throw new UserError(missingSentence(missing));
  const release = await acquire('apt', { signal });
  try {
    ({ paths, missing } = look());
    if (missing.length === 0) return { paths, installed: false };
    onInstall?.(packagesOf(missing));
    const [command, ...args] = [...prefix, 'sh', '-s', '--', ...packagesOf(missing)];
    // not stopped by Ctrl-C: a package manager killed half-way leaves the machine's packages broken
    const { code, output } = await run(command, args, { input: INSTALL });
    if (signal?.aborted) throw new Stopped();
    ({ paths, missing } = look());
    if (missing.length > 0) {
      throw new UserError(
        `${missingSentence(missing)}\n(apt-get berakhir dengan kode ${code}) ${output.trim().slice(-1_500)}`,
      );
    }
  } finally {
    release();
  }
  return { paths, installed: true };
}

/** The words before a command that give it root: none for root, `sudo -n` where it asks nothing; null when we may not. */
async function installer() {
  if (!findProgram(['apt-get'])) return null;
  if (process.getuid() === 0) return [];
  if (!findProgram(['sudo'])) return null;
  const { code } = await run('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : null;
}

/**
 * Debian's redis-server starts a system service and enables it for the next boot. A policy (taken away again) forbids
 * the start; the enabling is undone, but only for a package that this very run brought.
 */
const INSTALL = `
export DEBIAN_FRONTEND=noninteractive
# our own is stricter: what is installed must be readable by everybody
umask 022
policy=/usr/sbin/policy-rc.d
made=
if [ ! -e "$policy" ]; then
  made=1
  printf '#!/bin/sh\\nexit 101\\n' > "$policy" && chmod 755 "$policy"
fi
trap '[ -z "$made" ] || rm -f "$policy"' EXIT
trap 'exit 130' INT TERM HUP
had_redis=
dpkg-query -W -f '\${Status}' redis-server 2>/dev/null | grep -q 'ok installed' && had_redis=1
apt-get -q -o DPkg::Lock::Timeout=300 update
apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@"
code=$?
if [ -z "$had_redis" ] && command -v systemctl >/dev/null 2>&1; then
  systemctl disable redis-server.service >/dev/null 2>&1
fi
exit $code
`;
