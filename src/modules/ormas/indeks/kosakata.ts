/** Needles remembered with the words they stand in; the vocabulary of a country has far more words than people type. */
const DIINGAT = 2_000;
/** Each half of a word that was typed as one and is written as two: shorter halves are everywhere. */
const SEPARUH = 3;

/** Slots that hold a word, in ascending order. Grows by doubling; only ever added to. */
class Daftar {
  isi = new Uint32Array(2);
  panjang = 0;

  tambah(slot: number): void {
    if (this.panjang > 0 && this.isi[this.panjang - 1] === slot) return;
    if (this.panjang === this.isi.length) {
      const lebar = new Uint32Array(this.isi.length * 2);
      lebar.set(this.isi);
      this.isi = lebar;
    }
    this.isi[this.panjang++] = slot;
  }
}

/** Where a needle stands: words that hold it; and pairs of words over whose border it reaches. */
interface Letak {
  kata: readonly Daftar[];
  perbatasan: readonly { akhir: readonly Daftar[]; awal: readonly Daftar[] }[];
}

/**
 * The words of a register and who has them: an inverted index whose words are looked through for fragments. A needle of
 * six letters or more is also found where it was typed as one and is written as two (`karangtaruna`), by words that end
 * with its beginning beside words that begin with its end.
 */
export class Kosakata {
  private readonly daftar = new Map<string, Daftar>();
  private readonly ingatan = new Map<string, Letak>();

  /** Notes that `slot` has the words. Slots come in ascending order. Words are folded and not empty. */
  tambah(slot: number, kata: readonly string[]): void {
    for (const k of kata) {
      let d = this.daftar.get(k);
      if (!d) {
        d = new Daftar();
        this.daftar.set(k, d);
        this.ingatan.clear();
      }
      d.tambah(slot);
    }
  }

  /**
   * Raises the mark of every slot that has the needle from `dari` to `dari + 1`; marks of others stay.
   * @param tanda a mark 0–255 per slot
   */
  naikkan(jarum: string, tanda: Uint8Array, dari: number): void {
    const { kata, perbatasan } = this.letak(jarum);
    for (const d of kata) naik(d, tanda, dari);
    for (const p of perbatasan) {
      const ujung = new Set<number>();
      for (const d of p.akhir) for (let i = 0; i < d.panjang; i++) ujung.add(d.isi[i] as number);
      for (const d of p.awal) {
        for (let i = 0; i < d.panjang; i++) {
          const slot = d.isi[i] as number;
          if (tanda[slot] === dari && ujung.has(slot)) tanda[slot] = dari + 1;
        }
      }
    }
  }

  /** Slots with a word that begins like this, each once, at most `batas`. */
  berawalan(awal: string, batas: number): number[] {
    const hasil = new Set<number>();
    for (const [k, d] of this.daftar) {
      if (!k.startsWith(awal)) continue;
      for (let i = 0; i < d.panjang && hasil.size < batas; i++) hasil.add(d.isi[i] as number);
      if (hasil.size >= batas) break;
    }
    return [...hasil];
  }

  private letak(jarum: string): Letak {
    const ada = this.ingatan.get(jarum);
    if (ada) return ada;
    const kata: Daftar[] = [];
    const banyakPisah = Math.max(0, jarum.length - 2 * SEPARUH + 1);
    const pisah = Array.from({ length: banyakPisah }, (_, i) => ({
      awalan: jarum.slice(0, SEPARUH + i),
      akhiran: jarum.slice(SEPARUH + i),
      akhir: [] as Daftar[],
      awal: [] as Daftar[],
    }));
    for (const [k, d] of this.daftar) {
      if (k.includes(jarum)) {
        kata.push(d);
        continue;
      }
      for (const p of pisah) {
        if (k.endsWith(p.awalan)) p.akhir.push(d);
        // Of two equal letters at the border folding leaves one: "karangunung" is "karang gunung".
        if (k.startsWith(p.akhiran) || (k.startsWith(p.awalan.at(-1) ?? '') && k.startsWith(p.akhiran, 1)))
          p.awal.push(d);
      }
    }
    const letak = { kata, perbatasan: pisah.filter((p) => p.akhir.length > 0 && p.awal.length > 0) };
    if (this.ingatan.size >= DIINGAT) this.ingatan.clear();
    this.ingatan.set(jarum, letak);
    return letak;
  }
}

function naik(d: Daftar, tanda: Uint8Array, dari: number): void {
  const { isi, panjang } = d;
  for (let i = 0; i < panjang; i++) {
    const slot = isi[i] as number;
    if (tanda[slot] === dari) tanda[slot] = dari + 1;
  }
}
