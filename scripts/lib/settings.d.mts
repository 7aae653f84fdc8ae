export interface Settings {
  port: number;
  host: string;
  varDir: string;
  portalUrl?: string;
  databaseUrl?: string;
  redisUrl?: string;
  chromium?: string;
  sesiRahasia?: string;
  env: Record<string, string | undefined>;
}

export function readSettings(source?: Record<string, string | undefined>, root?: string): Settings;
