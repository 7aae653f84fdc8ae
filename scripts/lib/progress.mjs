import { performance } from 'node:perf_hooks';

const seconds = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `12,3 dtk` */
export function inSeconds(milliseconds) {
  return `${seconds.format(milliseconds / 1000)} dtk`;
}

/**
 * One line for each step of a longer piece of work, printed when the step is done, with the time it took. On a terminal
 * the step under way is shown while it lasts.
 */
export class Progress {
  #under = [];
  #stream;
  #live;
  /** @type {{nama: string, detik: number}[]} */
  steps = [];

  constructor(stream = process.stdout) {
    this.#stream = stream;
    this.#live = Boolean(stream.isTTY);
  }

  /** Runs `work` as a step; `done(result)` may give the line's words, else they are `name`. Steps may overlap. */
  async step(name, work, done) {
    const began = performance.now();
    this.#under.push(name);
    this.#showLive();
    try {
      const result = await work();
      const took = performance.now() - began;
      this.steps.push({ nama: name, detik: Math.round(took / 100) / 10 });
      this.#finish(name);
      this.line(`  ✓ ${(done?.(result) || name).padEnd(48)} ${inSeconds(took).padStart(10)}`);
      return result;
    } catch (error) {
      this.#finish(name);
      throw error;
    }
  }

  /** Prints a line above the step under way. */
  line(text) {
    this.#clearLive();
    this.#stream.write(`${text}\n`);
    this.#showLive();
  }

  #finish(name) {
    this.#clearLive();
    this.#under.splice(this.#under.indexOf(name), 1);
    this.#showLive();
  }

  #showLive() {
    if (this.#live && this.#under.length > 0) this.#stream.write(`\r\u001b[K  … ${this.#under.join(', ')}`);
  }

  #clearLive() {
    if (this.#live) this.#stream.write('\r\u001b[K');
  }
}
