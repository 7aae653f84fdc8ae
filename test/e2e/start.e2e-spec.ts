import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer as createWeb } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const varDir = mkdtempSync(join(tmpdir(), 'mulai-'));

/** Processes that work for our var folder: it stands in their arguments or their environment. */
function processes(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    return ['cmdline', 'environ'].some((name) => {
      try {
        return readFileSync(`/proc/${pid}/${name}`, 'utf8').includes(varDir);
      } catch {
        return false;
      }
    });
  });
}

type Service = { pid: number; port: number };

/** The private servers of our var folder as their starter wrote them down. */
function services(): Record<'mariadb' | 'redis', Service> {
  return JSON.parse(readFileSync(join(varDir, 'layanan.json'), 'utf8')) as Record<'mariadb' | 'redis', Service>;
}

class Start {
  output = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(port: number) {
    const env = { ...process.env, PORTAL_VAR: varDir, PORT: String(port), npm_lifecycle_event: '' };
    const args = [join(ROOT, 'scripts/start.mjs'), '--kosong'];
    this.child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text) => (this.output += String(text)));
    this.ended = once(this.child, 'exit').then(([code]) => code as number | null);
  }

  /** Resolves with the address once the closing block has been printed. */
  async ready(): Promise<string> {
    await this.says(/Ctrl-C/);
    return /Alamat\s+(\S+)/.exec(this.output)?.[1] ?? '';
  }

  async says(words: RegExp): Promise<void> {
    while (!words.test(this.output)) {
      const more = this.child.stdout ? once(this.child.stdout, 'data') : this.ended;
      if ((await Promise.race([more, this.ended.then(() => 'ended')])) === 'ended') throw new Error(this.output);
    }
  }
}

describe('npm start', () => {
  const blocker = createServer();
  /** Another program that answers every question with yes, as another portal would. */
  const intruder = createWeb((_, answer) => answer.end('{}'));
  let port: number;

  beforeAll(async () => {
    await once(blocker.listen(0, '127.0.0.1'), 'listening');
    port = (blocker.address() as { port: number }).port;
  });

  afterAll(() => {
    blocker.close();
    intruder.close();
    for (const pid of processes()) process.kill(Number(pid), 'SIGKILL');
    rmSync(varDir, { recursive: true, force: true });
  });

  test('comes up on the next free port, also when the one it chose is taken before it listens, is found by a second start, outlives kill -9, and leaves no process', async () => {
    const first = new Start(port);
    await first.says(/portal memakai port \d+/);
    const chosen = Number(/portal memakai port (\d+)/.exec(first.output)?.[1]);
    await once(intruder.listen(chosen, '127.0.0.1'), 'listening');
    const address = await first.ready();
    expect(first.output).toContain(`Port ${port} sedang dipakai; portal memakai port ${chosen}.`);
    expect(first.output).toMatch(
      new RegExp(`Port ${chosen} sedang dipakai; portal memakai port ${new URL(address).port}\\.`),
    );
    expect(first.output).toMatch(/\/[A-Za-z0-9_-]{20,}/);
    expect((await fetch(`${address}/siap`)).status).toBe(200);

    const beside = new Start(port);
    expect(await beside.ended).toBe(0);
    expect(beside.output).toContain(`Portal sudah berjalan di ${address}`);

    const before = services();
    for (const { pid } of Object.values(before)) process.kill(pid, 'SIGKILL');
    await first.says(/MariaDB berhenti; dinyalakan kembali/);
    await first.says(/Redis berhenti; dinyalakan kembali/);
    while (!(await fetch(`${address}/siap`).catch(() => null))?.ok);
    expect([services().mariadb.port, services().redis.port]).toEqual([before.mariadb.port, before.redis.port]);

    first.child.kill('SIGKILL');
    await first.ended;
    const second = new Start(port);
    const again = await second.ready();
    expect((await fetch(`${again}/siap`)).status).toBe(200);

    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(processes()).toEqual([]);
  }, 240_000);
});
