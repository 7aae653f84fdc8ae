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
