import { Logger } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { DomainError } from '../../common/domain-error.js';

/** The window in which attempts are counted, in minutes. */
export const JENDELA_PERCOBAAN_MENIT = 15;

const log = new Logger('Pembatas');

/**
 * Counts an attempt under one key after the other, each before it is asked, so that many at once cannot slip under a limit
 * together. What one key refuses does not count under those behind it: whoever is stopped at his own address cannot use up
 * what another's account allows.
 * @param batas keys (SHA-256, so that the table names nobody) with the most attempts within the window, narrowest first
 * @throws DomainError `terlalu-sering` when one of them is over its limit
 */
export async function catatPercobaan(
  db: DataSource,
  kini: Date,
  batas: readonly (readonly [kunci: string, batas: number])[],
): Promise<void> {
  const sejak = new Date(kini.getTime() - JENDELA_PERCOBAAN_MENIT * 60_000);
  for (const [kunci, paling] of batas) {
    await db.query(
      `INSERT INTO percobaan_masuk (kunci, jumlah, sejak) VALUES (?, 1, ?)
       ON DUPLICATE KEY UPDATE jumlah = IF(sejak > ?, jumlah + 1, 1), sejak = IF(sejak > ?, sejak, VALUES(sejak))`,
      [kunci, kini, sejak, sejak],
    );
    const [baris] = await db.query<{ jumlah: number }[]>('SELECT jumlah FROM percobaan_masuk WHERE kunci = ?', [kunci]);
    if (Number(baris?.jumlah ?? 0) > paling) tolak();
  }
}

function tolak(): never {
  log.warn({ pesan: 'Percobaan dibatasi' });
  throw new DomainError(
    'terlalu-sering',
    `Terlalu banyak percobaan. Tunggu ${JENDELA_PERCOBAAN_MENIT} menit, lalu coba lagi.`,
    { cobaLagiDetik: JENDELA_PERCOBAAN_MENIT * 60 },
  );
}
