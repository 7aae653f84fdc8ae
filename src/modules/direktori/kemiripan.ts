import { kata } from '../../common/normalisasi.js';

/** Below this, two names have little more in common than the language. */
const CUKUP_MIRIP = 0.5;

/** Every two letters that follow each other in a word, with its border: `' f', 'fo', 'or', …`. */
function pasangan(teks: string): Map<string, number> {
  const hasil = new Map<string, number>();
  for (const k of kata(teks)) {
    const bertepi = ` ${k} `;
    for (let i = 0; i < bertepi.length - 1; i++) {
      const p = bertepi.slice(i, i + 2);
      hasil.set(p, (hasil.get(p) ?? 0) + 1);
    }
  }
  return hasil;
}

/**
 * How much of what was typed a name contains, letter pair by letter pair, 0–1: `Melatii` is nearly all of `Yayasan
 * Melati`, whatever else the name says.
 */
export function kemiripan(ketikan: string, nama: string): number {
  const [a, b] = [pasangan(ketikan), pasangan(nama)];
  let sama = 0;
  let semua = 0;
  for (const [p, n] of a) {
    semua += n;
    sama += Math.min(n, b.get(p) ?? 0);
  }
  return semua === 0 ? 0 : sama / semua;
}

/** The names most like what was typed, best first; names that are hardly alike are left out. */
export function palingMirip<T extends { nama: string }>(ketikan: string, calon: readonly T[], sebanyak: number): T[] {
  return calon
    .map((c) => ({ c, nilai: kemiripan(ketikan, c.nama) }))
    .filter(({ nilai }) => nilai >= CUKUP_MIRIP)
    .sort((x, y) => y.nilai - x.nilai || x.c.nama.localeCompare(y.c.nama, 'id'))
    .slice(0, sebanyak)
    .map(({ c }) => c);
}
