import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { hitungDokumen } from '../iko/dokumen-hitung.js';

/** `hitung MASUKAN.json`: 0 with the result on standard output, or 2 with the faults on standard error only. */
export async function jalankan([masukan, ...lebih]: string[]): Promise<number> {
  if (!masukan || lebih.length > 0) {
    process.stderr.write('Pemakaian: npm run -s portal -- hitung MASUKAN.json\n');
    return 2;
  }
  let teks: string;
  try {
    teks = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(masukan));
  } catch (galat) {
    const sebab = galat instanceof TypeError ? 'bukan teks UTF-8 yang utuh' : 'tidak dapat dibaca';
    process.stderr.write(`Berkas "${masukan}" ${sebab}.\n`);
    return 2;
  }
  const hasil = hitungDokumen(teks);
  if (!hasil.ok) {
    process.stderr.write(`${hasil.galat.join('\n')}\n`);
    return 2;
  }
  await new Promise<void>((selesai) => process.stdout.write(hasil.keluaran, () => selesai()));
  return 0;
}
