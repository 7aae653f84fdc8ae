import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { Supervisor } from '../../scripts/lib/supervisor.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'catatan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the log of a process that runs on', () => {
  test('is moved aside once it is long, and the process writes on in the emptied file', async () => {
    const script = join(folder, 'cerewet.mjs');
    const log = join(folder, 'cerewet.log');
    const aside = `${log}.1`;
    // Eleven megabytes, then a line for as long as it takes: what is written after the move must arrive as well.
    writeFileSync(
      script,
      `import { writeSync } from 'node:fs';
       for (let n = 0; n < 11; n++) writeSync(2, 'x'.repeat(999_999) + '\\n');
       setInterval(() => writeSync(2, 'masih jalan\\n'), 20);`,
    );
    const watcher = watch(folder);
    const supervisor = new Supervisor({
      label: 'uji',
      script: relative(ROOT, script),
      log,
      env: process.env,
      family: `uji.${process.pid}`,
    });
    supervisor.prove();
    try {
      const pid = supervisor.pid;
      const moved = () => existsSync(aside) && statSync(log).size > 0 && statSync(log).size < 10_000_000;
      while (!moved()) await once(watcher, 'change');
      expect(supervisor.pid).toBe(pid);
    } finally {
      await supervisor.stop();
      watcher.close();
    }
    expect(statSync(aside).size).toBeGreaterThanOrEqual(11_000_000);
    expect(readFileSync(log, 'utf8')).toMatch(/^(masih jalan\n)+$/);
  });
});
