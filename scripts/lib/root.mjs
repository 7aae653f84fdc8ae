import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder (absolute). */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Node 24 from the project's packages: everything of the app runs with it. */
export const NODE = join(ROOT, 'node_modules', '.bin', 'node');

/** Locks and temporary folders of the checkout itself (builds, package installs), whatever PORTAL_VAR says. */
export const CHECKOUT_VAR = join(ROOT, 'var');

/** An error whose message is one Indonesian sentence for the person at the terminal: printed without a stack. */
export class UserError extends Error {}

/** The person asked to stop (Ctrl-C, SIGTERM): unwinds through every step, prints nothing. */
export class Stopped extends Error {}
