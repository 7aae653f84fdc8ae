// node scripts/lib/transpile.mjs <folder>: src/**/*.ts → <folder>/**/*.js with source maps; data files are copied.
// File by file, as the tests do it (isolatedModules): a second instead of ten. Types are checked by `npm run check`.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from './root.mjs';

const source = join(ROOT, 'src');
const target = process.argv[2];
const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
const problems = [];

for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || /\.spec\.ts$|\.d\.ts$/.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const output = join(target, relative(source, path));
  mkdirSync(dirname(output), { recursive: true });
  if (path.endsWith('.ts')) transpile(path, output.replace(/\.ts$/, '.js'));
  else copyFileSync(path, output);
}

if (problems.length > 0) {
  process.stderr.write(
    ts.formatDiagnostics(problems, {
      getCurrentDirectory: () => ROOT,
      getCanonicalFileName: (name) => name,
      getNewLine: () => '\n',
    }),
  );
  process.exitCode = 1;
}

function transpile(path, output) {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(readFileSync(path, 'utf8'), {
    fileName: path,
    // alone with one file the compiler cannot see that the package is one of ES modules
    compilerOptions: {
      ...options,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      noEmit: false,
      sourceMap: true,
    },
    reportDiagnostics: true,
  });
  problems.push(...(diagnostics ?? []));
  const map = JSON.parse(sourceMapText);
  map.sources = [relative(join(ROOT, 'dist', relative(target, dirname(output))), path)];
  writeFileSync(output, outputText);
  writeFileSync(`${output}.map`, JSON.stringify({ ...map, file: basename(output) }));
}
