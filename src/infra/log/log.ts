import { type LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { konteksIni } from '../database/konteks.js';

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
          ? { galat: pesan.name, jejak: pesan.stack }
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
