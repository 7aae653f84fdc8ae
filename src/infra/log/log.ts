import { type LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { QueryFailedError } from 'typeorm';
import { konteksIni } from '../database/konteks.js';

/** Codes of the server, of its protocol, and of the line to it. */
const KODE_DB = /^(?:ER_|WARN_|PROTOCOL_|HANDSHAKE_|POOL_|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_)/;

/**
 * Whether an error came from the database, whose messages quote values of people (and hosts and users), with its name for
 * it, `ER_DUP_ENTRY`, where it has one. Known by what the driver hangs on it: an error of a query may bear any code or none.
 */
function galatDb(galat: Error): { kode?: string } | null {
  const { code } = (galat as { driverError?: { code?: unknown } }).driverError ?? (galat as { code?: unknown });
  const kode = typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : undefined;
  const dariDriver = galat instanceof QueryFailedError || 'driverError' in galat || 'sqlMessage' in galat;
  return dariDriver || (kode !== undefined && KODE_DB.test(kode)) ? { ...(kode && { kode }) } : null;
}

/** Where it happened; of an error of the database without its message. */
export function jejakGalat(galat: unknown): string | undefined {
  if (!(galat instanceof Error)) return undefined;
  if (!galatDb(galat)) return galat.stack;
  // The message is several lines when the value was; it stands before the places, and may itself look like one.
  const awal = `${galat.name}: ${galat.message}`;
  const tempat = galat.stack?.startsWith(awal) ? galat.stack.slice(awal.length) : galat.stack;
  const baris = tempat?.split('\n').filter((b) => /^\s+at (?:.+ \()?(?:file:|node:|\/|<anonymous>)/.test(b));
  return baris?.join('\n');
}

/** What the log says of an error. */
export function isiGalat(galat: Error): { galat: string; kode?: string; jejak?: string } {
  const jejak = jejakGalat(galat);
  return { galat: galat.name, ...galatDb(galat), ...(jejak !== undefined && { jejak }) };
}

/** JSON lines on standard error; personal data never reaches it, because callers pass kinds and ids only. */
export function buatLog(tingkat: string, proses: string): LoggerService {
  const p = pino(
    {
      level: tingkat,
      base: { proses },
      mixin: () => (konteksIni().idPermintaan ? { permintaan: konteksIni().idPermintaan } : {}),
    },
    pino.destination({ fd: 2, sync: false }),
  );
  const tulis =
    (metode: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (pesan: unknown, ...lain: unknown[]) => {
      const bagian = lain.at(-1);
      const isi = pesan instanceof Error ? isiGalat(pesan) : typeof pesan === 'object' ? pesan : { pesan };
      p[metode]({ bagian: typeof bagian === 'string' ? bagian : undefined, ...isi });
    };
  return {
    log: tulis('info'),
    error: tulis('error'),
    warn: tulis('warn'),
    debug: tulis('debug'),
    verbose: tulis('trace'),
    fatal: tulis('fatal'),
  };
}
