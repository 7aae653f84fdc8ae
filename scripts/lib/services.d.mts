export interface Services {
  /** Passwords of the private services and the secret of the sessions. */
  secrets: { mariadb: string; redis: string; sesi: string };
  /** The URL of a database on the private MariaDB; an empty name gives the server's (its user may make `portal_…`). */
  databaseUrl(database: string): string;
  redisUrl(): string;
  pid(name: 'mariadb' | 'redis'): number | undefined;
  /** Stops one service; `force` kills it (SIGKILL). For tests of what survives that. */
  stop(name: 'mariadb' | 'redis', options?: { force?: boolean }): Promise<void>;
  isAlive(name: 'mariadb' | 'redis'): boolean;
  /** Starts one service again on the same data and the same port; rejects when another program has taken that. */
  start(name: 'mariadb' | 'redis', options?: { signal?: AbortSignal }): Promise<void>;
  /** Takes this user off the list; who leaves last stops the services. */
  leave(): Promise<void>;
}

export function joinServices(
  varDir: string,
  names: ('mariadb' | 'redis')[],
  options?: { profile?: 'tetap' | 'uji'; programs?: Record<string, string>; signal?: AbortSignal },
): Promise<Services>;

export function stopAbandoned(varDir: string): Promise<void>;
