import { type Request, type RequestHandler } from 'express';
import session, { type SessionData, Store } from 'express-session';
import { type Aktor } from '../../../common/aktor.js';
import { type SesiService } from '../sesi.service.js';

declare module 'express-session' {
  interface SessionData {
    akunId?: number;
    /** Set once the session stands in the database. */
    tersimpan?: boolean;
    /** Where and with what the session was opened, for the owner's list. */
    alamat?: string;
    peramban?: string;
  }
}

/** What the store learnt while reading a session: one query serves the session, its actor and its age. */
const terbaca = new WeakMap<object, { aktor: Aktor | null; perluSentuh: boolean }>();

/** express-session over the `sesi` table; the cookie's value is stored as its SHA-256 only. */
class SesiStore extends Store {
  constructor(private readonly sesi: SesiService) {
    super();
  }

  override get(sid: string, cb: (galat: unknown, data?: SessionData | null) => void): void {
    this.sesi.baca(sid).then(
      (baris) => {
        if (!baris) return cb(null, null);
        const data = JSON.parse(baris.data) as SessionData;
        terbaca.set(data, { aktor: baris.aktor, perluSentuh: baris.perluSentuh });
        cb(null, data);
      },
      (galat: unknown) => cb(galat),
    );
  }

  override createSession(req: Request, data: SessionData): ReturnType<Store['createSession']> {
    const sesi = super.createSession(req, data);
    const tahu = terbaca.get(data) ?? { aktor: null, perluSentuh: false };
    terbaca.set(sesi, tahu);
    req.aktor = tahu.aktor;
    return sesi;
  }

  /** A new session is inserted, a known one only updated: one that its owner ended elsewhere does not come back. */
  override set(sid: string, data: SessionData, cb?: (galat?: unknown) => void): void {
    const baru = !data.tersimpan;
    data.tersimpan = true;
    const isi = {
      data: JSON.stringify(data),
      akunId: data.akunId ?? null,
      alamat: data.alamat ?? '',
      peramban: data.peramban ?? '',
      baru,
    };
    this.sesi.simpan(sid, isi).then(
      () => cb?.(),
      (galat: unknown) => cb?.(galat),
    );
  }

  override touch(sid: string, data: SessionData, cb?: () => void): void {
    if (!terbaca.get(data)?.perluSentuh) return cb?.();
    // Prolonging is a courtesy: the page is served all the same.
    this.sesi.sentuh(sid).then(
      () => cb?.(),
      () => cb?.(),
    );
  }

  override destroy(sid: string, cb?: (galat?: unknown) => void): void {
    this.sesi.hapus(sid).then(
      () => cb?.(),
      (galat: unknown) => cb?.(galat),
    );
  }
}

/**
 * The session cookie: `__Host-` and Secure over https; plain on http (a desk trying the portal on its own machine).
 * Sets `req.aktor` from the same query that reads the session.
 */
export function sesiMiddleware(sesi: SesiService, opsi: { rahasia: string; https: boolean }): RequestHandler {
  return session({
    name: opsi.https ? '__Host-iko' : 'iko',
    secret: opsi.rahasia,
    store: new SesiStore(sesi),
    resave: false,
    saveUninitialized: false,
    rolling: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: opsi.https, path: '/' },
  });
}

/** A callback of express-session as a promise. */
function selesaikan(kerja: (selesai: (galat?: unknown) => void) => void): Promise<void> {
  return new Promise((selesai, gagal) =>
    kerja((galat) => (galat ? gagal(galat instanceof Error ? galat : new Error('Session store failed')) : selesai())),
  );
}

/** Opens a session for the actor under a new id (what was there before is gone). */
export async function bukaSesi(req: Request, akunId: number): Promise<void> {
  await selesaikan((cb) => req.session.regenerate(cb));
  req.session.akunId = akunId;
  req.session.alamat = req.ip ?? '';
  req.session.peramban = req.get('user-agent') ?? '';
  await selesaikan((cb) => req.session.save(cb));
}

/** Ends the session of this request. */
export async function tutupSesi(req: Request): Promise<void> {
  await selesaikan((cb) => req.session.destroy(cb));
}
