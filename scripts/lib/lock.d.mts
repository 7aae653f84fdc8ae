interface LockOptions {
  wait?: boolean;
  onWait?: () => void;
  signal?: AbortSignal;
}

export function acquire(name: string, options?: LockOptions): Promise<(() => void) | null>;

export function withLock<T>(name: string, options: LockOptions, act: () => Promise<T>): Promise<T>;
