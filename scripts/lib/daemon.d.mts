export function startDaemon(options: {
  label: string;
  command: (port: number) => string[];
  probe: (port: number) => Promise<boolean>;
  log: string;
  cwd: string;
  preferredPort?: number;
  samePort?: boolean;
  onSpawn?: (started: { pid: number; mulai: string | null; port: number }) => void;
  signal?: AbortSignal;
  withinMs?: number;
}): Promise<{ pid: number; mulai: string; port: number }>;
