import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';

/**
 * Is a port free to listen on? `localhost` may mean ::1 as well as 127.0.0.1, so both are asked.
 * @returns {Promise<boolean>}
 */
export async function isFree(port, host = '127.0.0.1') {
  const hosts = [...new Set([host === 'localhost' ? '127.0.0.1' : host, '127.0.0.1', '::1'])];
  for (const each of hosts) {
    const error = await tryListen(port, each);
    if (error && !['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code)) return false;
  }
  return true;
}

function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host, ipv6Only: host.includes(':') }, () => server.close(() => resolve(null)));
  });
}

/** The first free port from `start` on (at most 100 are tried); null when none is. */
export async function nextFreePort(start, host) {
  for (let port = start; port < Math.min(start + 100, 65_536); port++) if (await isFree(port, host)) return port;
  return null;
}

/** A free port of 127.0.0.1 for a private service: `preferred` if it is free, else one the system picks. */
export async function pickPort(preferred) {
  if (preferred && (await isFree(preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Is it this process that listens on the port? Between choosing a port and listening on it another program may take it,
 * and may answer as ours would: another portal does. What the system does not let us see is believed.
 * @returns {boolean}
 */
export function listensOn(pid, port) {
  let open;
  try {
    const folder = `/proc/${pid}/fd`;
    open = new Set(readdirSync(folder).map((name) => targetOf(`${folder}/${name}`)));
  } catch (error) {
    return error.code === 'EACCES';
  }
  return ['tcp', 'tcp6'].some((kind) =>
    textOf(`/proc/${pid}/net/${kind}`)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .some(
        ([, local, , state, , , , , , inode]) =>
          state === LISTENING && Number.parseInt(local.split(':')[1], 16) === port && open.has(`socket:[${inode}]`),
      ),
  );
}

/** The state of a listening socket in /proc/net/tcp. */
const LISTENING = '0A';

function targetOf(link) {
  try {
    return readlinkSync(link);
  } catch {
    return ''; // closed since
  }
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // a system without IPv6 has no tcp6
  }
}
