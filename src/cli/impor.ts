import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { AKTOR_SISTEM } from '../common/aktor.js';
import { ImporService } from '../modules/ormas/impor.service.js';
import { ringkas } from '../modules/ormas/impor/baca-register.js';
import { ImporModule } from '../modules/ormas/impor.module.js';
import { denganModul } from './konteks.js';

/** `impor FILE [--periksa]`: prints what became of each line as JSON; 2 for wrong use or a file that cannot be read. */
export async function jalankan(argumen: string[]): Promise<number> {
  const periksa = argumen.includes('--periksa');
  const [file, ...lebih] = argumen.filter((a) => a !== '--periksa');
  if (!file || lebih.length > 0 || file.startsWith('--')) {
    process.stderr.write('Pemakaian: npm run -s portal -- impor FILE [--periksa]\n');
    return 2;
  }
  let isi: Uint8Array;
  try {
    isi = await readFile(file);
  } catch {
    process.stderr.write(`Berkas "${file}" tidak dapat dibaca.\n`);
    return 2;
  }
  const hasil = await denganModul([ImporModule], (app) =>
    app.get(ImporService).impor(AKTOR_SISTEM, isi, { berkas: basename(file), periksa }),
  );
  process.stdout.write(`${JSON.stringify(ringkas(hasil))}\n`);
  return 0;
}
