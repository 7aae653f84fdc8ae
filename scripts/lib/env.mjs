import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** The environment of the portal's own processes. */
export function portalEnv(settings, { databaseUrl, redisUrl, chromium, secret, port }) {
  const known = {
    DATABASE_URL: settings.databaseUrl ?? databaseUrl,
    REDIS_URL: settings.redisUrl ?? redisUrl,
    PORT: String(port ?? settings.port),
    HOST: settings.host,
    PORTAL_VAR: settings.varDir,
    PORTAL_URL: settings.portalUrl ?? `http://localhost:${port ?? settings.port}`,
    CHROMIUM: settings.chromium ?? chromium,
    SESI_RAHASIA: settings.sesiRahasia ?? secret,
    NODE_ENV: 'production',
    // compiled code is kept between starts: a second start is that much sooner up
    NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'kode'),
  };
  const env = { ...settings.env };
  for (const [name, value] of Object.entries(known)) if (value !== undefined) env[name] = value;
  return env;
}

/** What marks the processes of one var folder in their environment (see endFamily). */
export function familyOf(varDir, kind) {
  return `${createHash('sha256').update(varDir).digest('hex').slice(0, 16)}.${kind}`;
}
