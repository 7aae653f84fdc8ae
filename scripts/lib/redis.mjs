import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startDaemon } from './daemon.mjs';

/** Starts the private Redis of `varDir`. Nothing of it is kept: the database's rows are the truth, the queue a nudge. */
export async function startRedis({ varDir, secrets, programs, signal, preferredPort, samePort, onSpawn }) {
  const folder = join(varDir, 'redis');
  const settings = join(folder, 'redis.conf');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return startDaemon({
    label: 'Redis',
    command: (port) => {
      // in a file of the owner's, since arguments can be read by everybody on the machine
      writeFileSync(settings, configuration(port, secrets.redis), { mode: 0o600 });
      return [programs.redis, settings];
    },
    probe: (port) => probeRedis(port, secrets),
    log: join(varDir, 'layanan', 'redis.log'),
    cwd: folder,
    preferredPort,
    samePort,
    onSpawn,
    signal,
  });
}

function configuration(port, password) {
  return `bind 127.0.0.1
port ${port}
requirepass ${password}
databases 64
save ""
appendonly no
maxmemory-policy noeviction
daemonize no
`;
}

/** Does our Redis answer on this port, to our password? */
export function probeRedis(port, { redis: password }) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    let answer = '';
    const done = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(5_000, () => done(false));
    socket.on('error', () => done(false));
    socket.on('close', () => done(false));
    socket.on('data', (data) => {
      answer += data;
      if (answer.includes('+PONG')) done(true);
      else if (answer.startsWith('-')) done(false);
    });
  });
}
