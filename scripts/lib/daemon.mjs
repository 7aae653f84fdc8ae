import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, startTime, tail } from './process.mjs';
import { isFree, listensOn, pickPort } from './ports.mjs';
import { Stopped, UserError } from './root.mjs';

/**
 * Starts a service detached in its own process group on a free port and waits until it answers. A port that somebody
 * else took in between is answered by another try.
 * @param options.command  (port) => [program, ...arguments]
 * @param options.samePort only the preferred port will do: there are clients that know the service by it
 * @param options.onSpawn (started) => void: told as soon as the process exists, so that one who is killed while it
 *   starts leaves word of it
 * @param options.probe    (port) => Promise<boolean>: does it answer?
 * @returns {Promise<{pid: number, mulai: string, port: number}>}
 */
export async function startDaemon({
  label,
  command,
  probe,
  log,
  cwd,
  preferredPort,
  samePort,
  onSpawn,
  signal,
  withinMs = 60_000,
}) {
  for (let attempt = 1; ; attempt++) {
    const fixed = samePort && preferredPort;
    if (fixed && !(await isFree(fixed)))
      throw new UserError(`Port ${fixed} milik ${label} sedang dipakai program lain.`);
    const port = fixed || (await pickPort(attempt === 1 ? preferredPort : undefined));
    const [program, ...args] = command(port);
    const file = openSync(log, 'w', 0o600);
    const child = spawn(program, args, { cwd, detached: true, stdio: ['ignore', file, file] });
    closeSync(file);
    let ended = null;
    child.on('error', (error) => (ended = error.message));
    child.on('exit', (code, by) => (ended ??= `berhenti dengan ${by ?? `kode ${code}`}`));
    const started = { pid: child.pid, mulai: child.pid ? startTime(child.pid) : null, port };
    if (child.pid) onSpawn?.(started);
    const deadline = Date.now() + withinMs;
    while (!ended && !signal?.aborted && Date.now() < deadline) {
      if ((await probe(port)) && listensOn(child.pid, port)) {
        child.unref();
        child.removeAllListeners();
        return started;
      }
      await pause(20);
    }
    await endProcess(started, { graceMs: 5_000 });
    if (signal?.aborted) throw new Stopped();
    if (attempt < 3 && /in use|EADDRINUSE/i.test(tail(log))) continue;
    throw new UserError(
      `${label} tidak dapat dinyalakan (${ended ?? 'tidak menjawab'}). Akhir catatannya (${log}):\n${tail(log)}`,
    );
  }
}
