/**
 * Randomness for generators: a seed and an index give a stream, the same everywhere and for ever.
 * Draws are 32-bit words scaled to their range: the bias is below 2^-14 for every range used here,
 * and a draw costs a few nanoseconds.
 */
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export class Dice {
  readonly #next: () => number;

  /** `seed` and `index` are mixed, so that neighbouring indexes give unrelated streams. */
  constructor(seed: number, index: number) {
    const generator = xoroshiro128plus(mix(mix(seed | 0) ^ index));
    this.#next = () => generator.next();
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return ((this.#next() >>> 0) * n * 2 ** -32) | 0;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)]!;
  }
}

/** A 32-bit finalizer (murmur3's): each input bit reaches each output bit. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
