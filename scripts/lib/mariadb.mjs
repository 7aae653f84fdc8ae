import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { startDaemon } from './daemon.mjs';
import { run } from './process.mjs';
import { UserError } from './root.mjs';

const REDO_LOG = { tetap: '256M', uji: '64M' };

/** Starts the private MariaDB of `varDir`, making its data folder first where there is none. */
export async function startMariadb({ varDir, secrets, profile, programs, signal, preferredPort, samePort, onSpawn }) {
  const data = join(varDir, 'mariadb');
  if (!existsSync(data)) await bootstrap(varDir, data, { profile, programs, signal });
  const users = join(varDir, 'layanan', 'mariadb-awal.sql');
  writeFileSync(users, initialStatements(secrets.mariadb), { mode: 0o600 });
  try {
    return await startDaemon({
      label: 'MariaDB',
      command: (port) => [
        programs.mariadb,
        ...serverOptions(varDir, data, profile),
        `--port=${port}`,
        `--init-file=${users}`,
      ],
      probe: (port) => probeMariadb(port),
      log: join(varDir, 'layanan', 'mariadb.log'),
      cwd: data,
      preferredPort,
      samePort,
      onSpawn,
      signal,
    });
  } finally {
    rmSync(users, { force: true });
  }
}

function serverOptions(varDir, data, profile) {
  return [
    '--no-defaults',
    ...asRoot(),
    temporaryFolder(varDir),
    `--datadir=${data}`,
    '--bind-address=127.0.0.1',
    // beside the data, by a short relative name: a socket's path may have 107 characters at most
    '--socket=mariadb.sock',
    '--pid-file=mariadb.pid',
    '--skip-name-resolve',
    '--local-infile=0',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--default-time-zone=+00:00',
    '--max-allowed-packet=64M',
    '--max-connections=200',
    // What MySQL 8 demands by default, MariaDB's reading of which is the stricter one: what runs here runs there.
    '--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
    `--innodb-log-file-size=${REDO_LOG[profile]}`,
    ...(profile === 'uji'
      ? [
          // A test run may lose its data with the machine, not with the process: nothing waits for the disk. Every test
          // makes a database of its own, and making its tables waited longer than testing did.
          '--innodb-buffer-pool-size=256M',
          '--innodb-flush-log-at-trx-commit=2',
          '--innodb-doublewrite=0',
          '--innodb-flush-method=nosync',
          '--debug-no-sync',
        ]
      : ['--innodb-buffer-pool-size=512M', '--innodb-flush-log-at-trx-commit=1']),
  ];
}

function asRoot() {
  return process.getuid() === 0 ? ['--user=root'] : [];
}

/** Its own: a server that starts deletes all temporary tables it finds, also those that another one is using in /tmp. */
function temporaryFolder(varDir) {
  const folder = join(varDir, 'layanan', 'sementara');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return `--tmpdir=${folder}`;
}

/** What mariadb-install-db feeds the server; the script itself also wants programs of the client package. */
const SYSTEM_TABLES = ['mysql_system_tables.sql', 'mysql_performance_tables.sql', 'mysql_system_tables_data.sql'];

/** The system's users as they are made hold one for the machine's name too, which --skip-name-resolve cannot match. */
const ONLY_LOCAL_ROOT = "DELETE FROM global_priv WHERE Host <> 'localhost';\nDELETE FROM proxies_priv;\n";

/** Made beside and renamed: a data folder that exists is a whole one. */
async function bootstrap(varDir, data, { profile, programs, signal }) {
  const share = systemTablesFolder(programs.mariadb);
  const tables = SYSTEM_TABLES.map((name) => readFileSync(join(share, name), 'utf8'));
  const making = `${data}.baru`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const { code, output } = await run(
    programs.mariadb,
    [
      '--no-defaults',
      ...asRoot(),
      temporaryFolder(varDir),
      '--bootstrap',
      `--datadir=${making}`,
      `--innodb-log-file-size=${REDO_LOG[profile]}`,
      '--enforce-storage-engine=',
      '--max-allowed-packet=8M',
      '--log-warnings=0',
    ],
    {
      signal,
      cwd: making,
      input: ['CREATE DATABASE mysql;', 'USE mysql;', 'SET @auth_root_socket=NULL;', ...tables, ONLY_LOCAL_ROOT].join(
        '\n',
      ),
    },
  );
  if (code !== 0) throw new UserError(`Basis data baru tidak dapat dibuat di ${data}:\n${output.trim().slice(-2_000)}`);
  renameSync(making, data);
}

function systemTablesFolder(mariadbd) {
  const prefix = dirname(dirname(realpathSync(mariadbd)));
  const folders = ['mysql', 'mariadb'].flatMap((name) => [join(prefix, 'share', name), join('/usr/share', name)]);
  const folder = folders.find((each) => existsSync(join(each, SYSTEM_TABLES[0])));
  if (folder) return folder;
  throw new UserError(
    `Berkas awal MariaDB (${SYSTEM_TABLES[0]}) tidak ditemukan di ${folders.join(', ')}; pasang ulang paket mariadb-server-core.`,
  );
}

/**
 * Run by the server at each start, before it takes connections, so that the passwords in rahasia.json always hold.
 * The user may do all with databases named `portal_…` and nothing else; root may not sign in at all.
 */
function initialStatements(password) {
  const statements = ["ALTER USER 'root'@'localhost' ACCOUNT LOCK"];
  statements.push("DROP USER IF EXISTS ''@'localhost'");
  for (const host of ['127.0.0.1', 'localhost']) {
    statements.push(`CREATE USER IF NOT EXISTS 'portal'@'${host}' IDENTIFIED BY '${password}'`);
    statements.push(`ALTER USER 'portal'@'${host}' IDENTIFIED BY '${password}'`);
    statements.push(`GRANT ALL PRIVILEGES ON \`portal\\_%\`.* TO 'portal'@'${host}'`);
  }
  statements.push('CREATE DATABASE IF NOT EXISTS `portal_iko` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
  return statements.map((statement) => `${statement};\n`).join('');
}

/** Does a MariaDB or MySQL greet on this port? The greeting is a packet that holds protocol version 10. */
export function probeMariadb(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(5_000, () => done(false));
    socket.on('error', () => done(false));
    socket.on('close', () => done(false));
    socket.on('data', (greeting) => done(greeting[4] === 10));
  });
}
