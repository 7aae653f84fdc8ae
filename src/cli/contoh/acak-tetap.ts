/**
 * A small generator of repeatable pseudo-random numbers (linear congruential, Numerical Recipes): the demonstration
 * city must be the same city on every machine.
 */
export class AcakTetap {
  constructor(private keadaan: number) {}

  /** A whole number from 0 to n − 1. */
  bulat(n: number): number {
    this.keadaan = (Math.imul(this.keadaan, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.keadaan / 2 ** 32) * n);
  }

  /** A whole number from `dari` to `sampai`, both included. */
  antara(dari: number, sampai: number): number {
    return dari + this.bulat(sampai - dari + 1);
  }

  /** True in so many of 100 cases. */
  peluang(persen: number): boolean {
    return this.bulat(100) < persen;
  }

  pilih<T>(daftar: readonly T[]): T {
    return daftar[this.bulat(daftar.length)] as T;
  }
}
