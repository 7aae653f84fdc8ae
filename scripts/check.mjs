// npm run check: everything that can be said about the code without running it, two at a time.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { main } from './lib/main.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { run } from './lib/process.mjs';
import { inSeconds } from './lib/progress.mjs';
import { NODE, ROOT } from './lib/root.mjs';

const bin = (...path) => join(ROOT, 'node_modules', ...path);

/** The longest first, so that the short ones fill up the other core. */
const CHECKS = {
  eslint: [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'],
  tsc: [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json'],
  prettier: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'],
  'dependency-cruiser': [bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), 'src'],
  knip: [bin('knip', 'bin', 'knip.js')],
  docker: [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    bin('jest', 'bin', 'jest.js'),
    'test/architecture/docker',
    '--runInBand',
    '--selectProjects',
    'unit',
  ],
};

// whatever the terminal can do: the words end up in one summary
const plain = { ...process.env, NO_COLOR: '1' };
delete plain.FORCE_COLOR;

await main(async ({ signal }) => {
  await ensurePackages({ signal });
  const asked = process.argv.slice(2);
  const queue = Object.keys(CHECKS).filter((name) => asked.length === 0 || asked.includes(name));
  const failed = [];
  const worker = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) {
      const began = performance.now();
      const { code, output } = await run(NODE, CHECKS[name], { signal, env: plain });
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name.padEnd(20)} ${inSeconds(performance.now() - began)}\n`);
      if (code === 0) continue;
      failed.push(name);
      process.stdout.write(`${output.trim()}\n\n`);
    }
  };
  await Promise.all([worker(), worker()]);
  process.stdout.write(failed.length === 0 ? 'Semua pemeriksaan lulus.\n' : `Tidak lulus: ${failed.join(', ')}.\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
});
