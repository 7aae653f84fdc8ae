import { stopSignal } from './process.mjs';
import { Stopped, UserError } from './root.mjs';

/**
 * Runs a script's work with a signal that fires on Ctrl-C. Errors for people end it with their one sentence and code 1,
 * everything else with its stack, a wish to stop in silence with `stoppedCode`.
 */
export async function main(work, { stoppedCode = 130 } = {}) {
  const signal = stopSignal();
  try {
    if (process.platform !== 'linux') {
      throw new UserError(
        'Penyiapan otomatis hanya untuk Linux; di sistem lain jalankan portal dengan Docker memakai docker/compose.yaml.',
      );
    }
    await work({ signal });
  } catch (error) {
    process.exitCode = error instanceof Stopped || signal.aborted ? stoppedCode : 1;
    if (process.exitCode === stoppedCode) return;
    process.stderr.write(`${error instanceof UserError ? error.message : error.stack}\n`);
  }
}
