import { setTimeout as pause } from 'node:timers/promises';

/** How often the private services are looked at: they need not be our children, so their end is no event for us. */
const LOOK_EVERY = 1_000;
const LONGEST_PAUSE = 30_000;
const LABELS = { mariadb: 'MariaDB', redis: 'Redis' };

/**
 * Starts a private service that has died again, on the same data and the same port (the portal's processes hold its
 * URL), until stopped. One that cannot be started is tried again, ever more seldom.
 * @param services as joinServices gives them
 * @param {('mariadb'|'redis')[]} names
 * @param {(text: string) => void} say is given one line for each death, and one when it cannot be started at once
 * @returns {() => Promise<void>} stops watching; resolves once no start is under way
 */
export function watchServices(services, names, say) {
  const stopped = new AbortController();
  const watches = names.map((name) => watch(services, name, say, stopped.signal));
  return async () => {
    stopped.abort();
    await Promise.all(watches);
  };
}

async function watch(services, name, say, signal) {
  const label = LABELS[name];
  let wait = LOOK_EVERY;
  while (await waited(wait, signal)) {
    if (services.isAlive(name)) {
      wait = LOOK_EVERY;
      continue;
    }
    const first = wait === LOOK_EVERY;
    if (first) say(`  ! ${label} berhenti; dinyalakan kembali dengan data yang sama.`);
    try {
      await services.start(name, { signal });
      wait = LOOK_EVERY;
    } catch (error) {
      if (signal.aborted) return;
      if (first) say(`  ! ${label} belum dapat dinyalakan kembali dan dicoba terus: ${error.message}`);
      wait = Math.min(wait * 2, LONGEST_PAUSE);
    }
  }
}

/** Resolves to whether to go on: true after `ms`, false as soon as `signal` fires. */
function waited(ms, signal) {
  return pause(ms, true, { signal, ref: false }).catch(() => false);
}
