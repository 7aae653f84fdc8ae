import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDaemon } from '../../scripts/lib/daemon.mjs';
import { endProcess } from '../../scripts/lib/process.mjs';
import { ensurePrograms } from '../../scripts/lib/programs.mjs';

const folder = mkdtempSync(join(tmpdir(), 'layanan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Somebody takes the connection: all that is known of a server whose greeting is that of any other. */
async function answers(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  const [event] = await Promise.race([
    once(socket, 'connect').then(() => ['connect']),
    once(socket, 'close').then(() => ['close']),
  ]).catch(() => ['error']);
  socket.destroy();
  return event === 'connect';
}

describe('a private service whose port another program takes before it listens', () => {
  it('starts on another port, although the other program answers on the first as it would itself', async () => {
    const { paths: programs } = await ensurePrograms(['redis'], { mayInstall: false });
    const tried: number[] = [];
    let intruder: Server | undefined;
    const started = await startDaemon({
      label: 'Redis',
      command: (port) => {
        tried.push(port);
        // Without a host the port is taken at once, before this returns.
        intruder ??= createServer((socket) => socket.end()).listen(port);
        return [programs['redis'] ?? '', '--bind', '127.0.0.1', '--port', String(port), '--save', ''];
      },
      probe: answers,
      log: join(folder, 'redis.log'),
      cwd: folder,
    });
    try {
      expect(tried).toHaveLength(2);
      expect(started.port).toBe(tried[1]);
      expect(await answers(started.port)).toBe(true);
    } finally {
      await endProcess(started);
      intruder?.close();
    }
  }, 30_000);
});
