export function endProcess(
  target: { pid: number; mulai: string },
  options?: { graceMs?: number; group?: boolean; force?: boolean },
): Promise<void>;
