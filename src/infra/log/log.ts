import { type LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { konteksIni } from '../database/konteks.js';

/** The database's name of an error, whose message quotes values of people: `ER_DUP_ENTRY`. */
function kodeDb(galat: Error): string | undefined {
  const { code } = (galat as { driverError?: { code?: string } }).driverError ?? (galat as { code?: string });
  return typeof code === 'string' && code.startsWith('ER_') ? code : undefined;
}

/** Where it happened; of an error of the database without its message. */
function jejak(galat: Error): string | undefined {
  if (kodeDb(galat) === undefined) return galat.stack;
  return galat.stack
    ?.split('\n')
    .filter((b) => /^\s+at /.test(b))
    .join('\n');
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
      const isi =
        pesan instanceof Error
          ? { galat: pesan.name, ...(kodeDb(pesan) && { kode: kodeDb(pesan) }), jejak: jejak(pesan) }
          : typeof pesan === 'object'
            ? pesan
            : { pesan };
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
