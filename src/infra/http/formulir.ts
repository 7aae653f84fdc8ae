import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { csrfSync } from 'csrf-sync';
import { acakToken } from '../../common/acak.js';
import { DomainError } from '../../common/domain-error.js';
import { type DataSource } from 'typeorm';
import { sha256 } from '../../common/sidik.js';
import { denganKonteks } from '../database/konteks.js';

const medan = (req: Request, nama: string): string | undefined => {
  const nilai = (req.body as Record<string, unknown> | undefined)?.[nama];
  return typeof nilai === 'string' ? nilai : undefined;
};

const csrf = csrfSync({
  size: 32,
  getTokenFromRequest: (req) => medan(req, '_csrf') ?? req.get('x-csrf-token'),
});

/** Whether the request may change something (and so must bring both tokens). */
const mengubah = (req: Request): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(req.method);

/** The CSRF token of this visitor's session. */
export function tokenCsrf(req: Request): string {
  return csrf.generateToken(req);
}

const MASA_HABIS = 'Masa masuk Anda berakhir sebelum isian ini sampai, jadi isian ini belum disimpan di portal.';
/** Forms of people who are not signed in. */
const TANPA_MASUK = /^\/(masuk|keluar|tautan|daftar)(\/|$)/;

/** Refuses a changing request whose synchroniser token is not that of its session; says so where the session itself is gone. */
export const jagaCsrf: RequestHandler = (req: Request, res: Response, next: NextFunction) => {
  csrf.csrfSynchronisedProtection(req, res, (galat?: unknown) => {
    if (!galat) return next();
    const habis = !req.aktor && !TANPA_MASUK.test(req.path);
    next(habis ? new DomainError('perlu-masuk', MASA_HABIS) : new DomainError('csrf-tidak-sah'));
  });
};

/** Carries the request's id, the account that is signed in and the form's one-time token to the transaction that will spend it. */
export const bawaKonteks: RequestHandler = (req, res, next) => {
  const idPermintaan = acakToken(9);
  res.setHeader('X-Request-Id', idPermintaan);
  const konteks = { idPermintaan, akunId: req.aktor?.id ?? null };
  denganKonteks(mengubah(req) ? { ...konteks, tokenFormulir: medan(req, '_formulir') ?? null } : konteks, next);
};

/** Longest address that `token_formulir.tujuan` holds. */
const PANJANG_TUJUAN = 200;

/**
 * Writes beside a spent token where its sending led, so that whoever sends the form again is shown the way there. A
 * convenience: when it fails, the second sender is only told that the first was taken.
 */
export const ingatTujuan =
  (db: DataSource): RequestHandler =>
  (req, res, next) => {
    const token = mengubah(req) ? medan(req, '_formulir') : undefined;
    if (token) {
      res.on('finish', () => {
        const tujuan = res.get('Location') ?? '';
        if (res.statusCode !== 303 || !/^\/(?!\/)/.test(tujuan) || tujuan.length > PANJANG_TUJUAN) return;
        db.query('UPDATE token_formulir SET tujuan = ? WHERE token = ? AND tujuan IS NULL', [
          tujuan,
          sha256(token),
        ]).catch(() => undefined);
      });
    }
    next();
  };
