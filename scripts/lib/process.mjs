import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT, Stopped } from './root.mjs';

/**
 * When a process started, in clock ticks since boot, as text: with the pid it names a process for good,
 * since the system hands out pids again. Null when there is none, or only its zombie.
 */
export function startTime(pid) {
  const fields = statFields(pid);
  return !fields || fields[0] === 'Z' || fields[0] === 'X' ? null : fields[19];
}

/** The fields of /proc/<pid>/stat from the state on; null when there is no such process. */
function statFields(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  return stat === '' ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Is the very process that was written down as `{pid, mulai}` still alive? */
export function isAlive(process) {
  return Boolean(process?.pid) && startTime(process.pid) === process.mulai;
}

/** This process as `{pid, mulai}`. */
export function myself() {
  return { pid: process.pid, mulai: startTime(process.pid) };
}

/**
 * Ends a process: SIGTERM, then SIGKILL when it is still there after `graceMs` (`force`: SIGKILL at once). Resolves once
 * it is gone.
 * The process need not be our child, so its end cannot be awaited as an event: it is looked for every 20 ms.
 */
export async function endProcess(target, { graceMs = 10_000, group = false, force = false } = {}) {
  const kill = (signal) => {
    try {
      process.kill(group ? -target.pid : target.pid, signal);
    } catch {
      // already gone
    }
  };
  if (isAlive(target)) kill(force ? 'SIGKILL' : 'SIGTERM');
  for (let waited = 0; isAlive(target) && waited < graceMs; waited += 20) await pause(20);
  if (isAlive(target)) kill('SIGKILL');
  while (isAlive(target)) await pause(20);
  if (group) kill('SIGKILL');
}

/** The name of the variable by which processes of one family are found again, whatever became of their parent. */
export const FAMILY = 'PORTAL_PROSES';

/**
 * Ends whatever is left of a family: every process whose environment says `PORTAL_PROSES=<prefix>…`. A worker that is
 * killed cannot close its Chromium, and a killed `npm start` cannot stop its children; their environment still names them.
 */
export async function endFamily(prefix) {
  const needle = `${FAMILY}=${prefix}`;
  const members = [];
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    // unreadable and so empty: another user's process, or one that has just ended
    const environment = readText(`/proc/${pid}/environ`).split('\0');
    if (environment.some((line) => line.startsWith(needle))) members.push({ pid, mulai: startTime(pid) });
  }
  await Promise.all(members.map((member) => endProcess(member, { graceMs: 5_000 })));
  return members.length;
}

/** The last `bytes` of a file as text; empty when it cannot be read. */
export function tail(path, bytes = 4_000) {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const buffer = Buffer.alloc(Math.min(bytes, size));
      readSync(file, buffer, 0, buffer.length, size - buffer.length);
      return buffer.toString('utf8').trim();
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

/**
 * Runs a command to its end.
 * @param options.signal   ends the command's process group when it fires; the call then rejects with Stopped
 * @param options.onLine   is given each line of the standard output; without it the output is only kept
 * @returns {Promise<{code: number, output: string}>} exit code (128 + n after a signal) and the last 100 kB of both streams
 */
export function run(command, args, { env = process.env, cwd = ROOT, signal, onLine, input } = {}) {
  if (signal?.aborted) return Promise.reject(new Stopped());
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let line = '';
    const keep = (text) => {
      output = (output + text).slice(-100_000);
    };
    const stop = () =>
      void endProcess({ pid: child.pid, mulai: startTime(child.pid) }, { graceMs: 5_000, group: true });
    signal?.addEventListener('abort', stop, { once: true });
    if (input) child.stdin.end(input);
    child.stdout.setEncoding('utf8').on('data', (text) => {
      keep(text);
      if (!onLine) return;
      const lines = (line + text).split('\n');
      line = lines.pop();
      lines.forEach(onLine);
    });
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => {
      signal?.removeEventListener('abort', stop);
      reject(error);
    });
    child.on('close', (code, ended) => {
      signal?.removeEventListener('abort', stop);
      if (onLine && line) onLine(line);
      if (signal?.aborted) reject(new Stopped());
      else resolve({ code: code ?? 128 + (SIGNALS[ended] ?? 0), output });
    });
  });
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** The exit code a shell would show for a child that ended with `code` or by `signal`. */
export function exitCode(code, signal) {
  return code ?? 128 + (SIGNALS[signal] ?? 0);
}

/**
 * A signal that fires when this process is asked to end: SIGINT, SIGTERM, SIGHUP, or the death of the npm that started
 * it (npm killed outright cannot pass anything on). Signals after the first change nothing: npm repeats those of the terminal.
 */
export function stopSignal() {
  const controller = new AbortController();
  const stop = () => controller.abort(new Stopped());
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
  if (process.env.npm_lifecycle_event) {
    const started = ancestry();
    setInterval(() => ancestry() !== started && stop(), 1_000).unref();
  }
  return controller.signal;
}

/** Our parent, and its parent where ours is only the shell through which npm runs its scripts. */
function ancestry() {
  const isShell = readText(`/proc/${process.ppid}/cmdline`).startsWith('sh\0-c\0');
  return isShell ? `${process.ppid} ${statFields(process.ppid)?.[1]}` : `${process.ppid}`;
}
