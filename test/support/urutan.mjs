import Sequencer from '@jest/test-sequencer';

/** What takes longest is begun first, so that no core waits at the end for one long file. */
const URUTAN = [/gangguan|[/]start[.]/, /[/]browser[/]/, /[/](integration|e2e)[/]/, /./];

/**
 * The order of the test files where nothing is known yet of how long each takes, as in a fresh checkout; within a kind,
 * and once the times are known, as Jest has it.
 */
export default class Urutan extends Sequencer {
  sort(tests) {
    const urut = super.sort(tests);
    if (urut.some((t) => t.duration !== undefined)) return urut;
    const kelompok = (t) => URUTAN.findIndex((pola) => pola.test(t.path));
    return urut.sort((a, b) => kelompok(a) - kelompok(b));
  }
}
