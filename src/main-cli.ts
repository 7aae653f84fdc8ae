import process from 'node:process';
import { bacaConfig, ConfigError } from './infra/config/config.js';
import { kalimatGalatKoneksi } from './infra/config/galat-koneksi.js';

const PENGGUNAAN = `Pemakaian: npm run -s portal -- PERINTAH …

  hitung MASUKAN.json              menghitung IKO dari satu dokumen JSON
  impor FILE [--periksa]           membaca register ormas (CSV atau .xlsx) ke dalam portal
  laporan tahunan --tahun Y --keluaran F.pdf
                                   membuat laporan monev tahunan
  migrasi                          memperbarui skema dan data rujukan
  admin-pertama                    mencetak tautan satu kali untuk admin pertama
  contoh                           mengisi kota contoh pada basis data kosong
`;

/** Each command loads only what it needs, so that `hitung` starts without a database. */
const PERINTAH: Record<string, () => Promise<{ jalankan(argumen: string[]): Promise<number> }>> = {
  hitung: () => import('./cli/hitung.js'),
  migrasi: () => import('./cli/migrasi.js'),
  impor: () => import('./cli/impor.js'),
  laporan: () => import('./cli/laporan.js'),
  contoh: () => import('./cli/contoh.js'),
  'admin-pertama': () => import('./cli/admin-pertama.js'),
};

/** Asks the server one question before a command builds anything that would go on trying, or log a stack of its own. */
async function cobaBasisData(): Promise<void> {
  const { opsiDataSource } = await import('./database/data-source.js');
  await opsiDataSource(bacaConfig().databaseUrl);
}

// what a command writes (documents, the sample town) is the owner's alone
process.umask(0o077);

const [perintah = '', ...argumen] = process.argv.slice(2);
const muat = PERINTAH[perintah];
if (perintah === '--help' || perintah === '-h') {
  process.stdout.write(PENGGUNAAN);
} else if (!muat) {
  process.stderr.write(perintah ? `Perintah "${perintah}" tidak dikenal.\n\n${PENGGUNAAN}` : PENGGUNAAN);
  process.exitCode = 2;
} else {
  try {
    if (perintah !== 'hitung') await cobaBasisData();
    process.exitCode = await (await muat()).jalankan(argumen);
  } catch (galat) {
    const pesan =
      galat instanceof ConfigError || (galat as Error).name === 'DomainError'
        ? (galat as Error).message
        : (kalimatGalatKoneksi(galat) ?? (galat as Error).stack ?? String(galat));
    process.stderr.write(`${pesan}\n`);
    process.exitCode = 1;
  }
}
