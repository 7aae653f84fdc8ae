// npm run build: src/ and the assets into dist/, when anything has changed.
import { ensureBuild } from './lib/build.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { main } from './lib/main.mjs';

await main(async ({ signal }) => {
  await ensurePackages({ signal });
  const built = await ensureBuild({ signal });
  process.stdout.write(built ? 'dist/ dibangun.\n' : 'dist/ sudah mutakhir.\n');
});
