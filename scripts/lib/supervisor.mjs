import { spawn } from 'node:child_process';
import { closeSync, copyFileSync, openSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { FAMILY, endFamily, endProcess, startTime, tail } from './process.mjs';
import { NODE, ROOT, UserError } from './root.mjs';

const FOLLOW_PARENT = join(ROOT, 'scripts', 'lib', 'follow-parent.mjs');
/** A log longer than this, in bytes, moves to `<log>.1` in place of the one before; looked at so often, in milliseconds. */
const LOG_LIMIT = 10_000_000;
const LOG_CHECK = 2_000;

/** Waits before the next start after a process died: at once the first time, at most 30 s; calm for a minute starts over. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 30_000;
const CALM = 60_000;

/** Keeps one of the portal's processes running in its own process group, its output in a log file. */
export class Supervisor {
  #options;
  #process = null;
  #generation = 0;
  #pause = FIRST_PAUSE;
  #timer = null;
  #logTimer = null;
  #stopping = false;
  #proven = false;
  #fail;
  /**
   * Rejects when the process ends before `prove()` was called: a portal that cannot start should say why, not try for ever.
   * The error's `exitCode` is the process's, null after a signal.
   */
  failed = new Promise((_, reject) => (this.#fail = reject));

  /** @param options {label, script, log, env, family, onRestart(label, how)} */
  constructor(options) {
    this.#options = options;
    this.failed.catch(() => {});
    rotate(options.log);
    this.#logTimer = setInterval(() => rotate(options.log), LOG_CHECK).unref();
    this.#start();
  }

  /** From now on an end is answered by a new start. */
  prove() {
    this.#proven = true;
  }

  get pid() {
    return this.#process?.pid;
  }

  async stop() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    clearInterval(this.#logTimer);
    if (this.#process) await endProcess(this.#process, { graceMs: 15_000, group: true });
  }

  #start() {
    const { script, log, env, family } = this.#options;
    const mark = `${family}.${++this.#generation}.`;
    const file = openSync(log, 'a', 0o600);
    // the pipe on its standard input closes when we die, however we die: see follow-parent.mjs
    const child = spawn(NODE, ['--enable-source-maps', '--import', FOLLOW_PARENT, join(ROOT, script)], {
      cwd: ROOT,
      env: { ...env, [FAMILY]: mark },
      detached: true,
      stdio: ['pipe', file, file],
    });
    closeSync(file);
    const began = Date.now();
    this.#process = { pid: child.pid, mulai: startTime(child.pid) };
    child.stdin.on('error', () => {});
    child.once('error', (error) => this.#fail(error));
    child.once('exit', (code, by) => {
      this.#process = null;
      if (this.#stopping) return;
      void endFamily(mark);
      this.#ended(by ?? `kode ${code}`, code, Date.now() - began);
    });
  }

  #ended(how, exitCode, lasted) {
    const { label, log, onRestart } = this.#options;
    if (!this.#proven) {
      const sentence = `Proses ${label} berhenti sendiri (${how}). Akhir catatannya (${log}):\n${tail(log)}`;
      this.#fail(Object.assign(new UserError(sentence), { exitCode }));
      return;
    }
    if (lasted > CALM) this.#pause = FIRST_PAUSE;
    onRestart?.(label, how);
    this.#timer = setTimeout(() => this.#start(), this.#pause);
    this.#pause = Math.min(this.#pause * 3, LONGEST_PAUSE);
  }
}

/**
 * Moves a log that has grown too long to `<log>.1`. The process keeps the file open for appending, so its content is copied
 * and the file emptied: renamed, it would be written on for as long as the process runs.
 */
function rotate(log) {
  try {
    const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    if (size <= LOG_LIMIT) return;
    copyFileSync(log, `${log}.1`);
    truncateSync(log);
  } catch {
    // a full disk, say: the portal goes on, and the next look tries again
  }
}
