import { createHash } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Stopped } from './root.mjs';

/** A shorter name of an abstract socket is filled up by Node 20 and not by Node 24: they would not see each other's lock. */
const ADDRESS_LENGTH = 108;

/**
 * A lock among the processes of this machine and user: whoever listens on the abstract socket of that name holds it.
 * The kernel gives it back when the holder ends in whatever way, so there is no stale lock to judge; and waiting is
 * an event: the connection of those who wait closes when the holder lets go.
 *
 * @param {string} name  what is locked, e.g. "bangun:/path/to/checkout"
 * @param options.wait   false: do not wait; resolve to null when another holds it
 * @param options.onWait called once when one has to wait
 * @returns {Promise<(() => void) | null>} the function that gives the lock back
 */
export async function acquire(name, { wait = true, onWait, signal } = {}) {
  const digest = createHash('sha256').update(`${process.getuid()}:${name}`).digest('hex');
  const address = `\0portal-iko-${digest}`.padEnd(ADDRESS_LENGTH, 'x');
  for (let first = true; ; first = false) {
    if (signal?.aborted) throw new Stopped();
    const release = await tryListen(address);
    if (release) return release;
    if (!wait) return null;
    if (first) onWait?.();
    await untilClosed(address, signal);
  }
}

/** Runs `act` while holding the lock. */
export async function withLock(name, options, act) {
  const release = await acquire(name, options);
  try {
    return await act();
  } finally {
    release();
  }
}

function tryListen(address) {
  return new Promise((resolve, reject) => {
    const waiting = new Set();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.unref();
      socket.on('error', () => {});
      socket.on('close', () => waiting.delete(socket));
    });
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => {
      server.unref();
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      });
    });
  });
}

function untilClosed(address, signal) {
  return new Promise((resolve) => {
    const socket = connect(address);
    const done = () => {
      signal?.removeEventListener('abort', done);
      socket.destroy();
      // a queue too long to join, or a holder just leaving: look again a little later
      void pause(10).then(resolve);
    };
    socket.on('error', done);
    socket.on('close', done);
    signal?.addEventListener('abort', done, { once: true });
  });
}
