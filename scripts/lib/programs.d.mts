export function ensurePrograms(
  names: ('mariadb' | 'redis' | 'chromium')[],
  options?: { path?: string; mayInstall?: boolean; signal?: AbortSignal; onInstall?: (packages: string[]) => void },
): Promise<{ paths: Record<string, string>; installed: boolean }>;
