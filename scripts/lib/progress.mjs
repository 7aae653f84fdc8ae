import { performance } from 'node:perf_hooks';

const seconds = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `12,3 dtk` */
export function inSeconds(milliseconds) {
  return `${seconds.format(milliseconds / 1000)} dtk`;
}

/** How long a step may be silent where its progress is not shown live. */
const SIGN_OF_LIFE = 15_000;

/**
 * One line for each step of a longer piece of work, printed when the step is done, with the time it took. On a terminal
 * the step under way is shown while it lasts; elsewhere (a file, a pipe) a line says that it began, and every 15 seconds
 * that it still goes on.
 */
export class Progress {
  #under = [];
  #stream;
  #live;
  #every;
  /** @type {{nama: string, detik: number}[]} */
  steps = [];

  constructor(stream = process.stdout, { every = SIGN_OF_LIFE } = {}) {
    this.#stream = stream;
    this.#every = every;
    this.#live = Boolean(stream.isTTY);
  }

  /** Runs `work` as a step; `done(result)` may give the line's words, else they are `name`. Steps may overlap. */
  async step(name, work, done) {
    const began = performance.now();
    this.#under.push(name);
    this.#showLive();
    const sign = this.#live ? null : this.#signsOfLife(name, began);
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
    } finally {
      clearInterval(sign ?? undefined);
    }
  }

  /** Prints a line above the step under way. */
  line(text) {
    this.#clearLive();
    this.#stream.write(`${text}\n`);
    this.#showLive();
  }

  #signsOfLife(name, began) {
    this.line(`  … ${name}`);
    const sign = setInterval(
      () => this.line(`  … ${name}, masih berjalan (${inSeconds(performance.now() - began)})`),
      this.#every,
    );
    return sign.unref();
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
