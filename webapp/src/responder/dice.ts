/**
 * Random numbers that can be had again: the same seed, the same numbers, in every browser and without one. A Weyl
 * sequence whose terms are mixed by the finishing steps of MurmurHash3; its whole state is one 32-bit number.
 */
export class Dice {
  constructor(public state: number) {}

  /** At least 0, less than 1. */
  draw(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  }

  /** Both ends may come. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.draw() * (to - from + 1));
  }

  /** Which of these weights is hit. Zero never is. */
  weighted(weights: readonly number[]): number {
    let left = this.draw() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [index, weight] of weights.entries()) {
      if (left < weight) return index;
      left -= weight;
    }
    return weights.findLastIndex((weight) => weight > 0);
  }
}

/** A seed is shown as hexadecimal digits; undefined when these are none. */
export function seedState(seed: string): number | undefined {
  return /^[0-9a-f]{1,8}$/i.test(seed) ? Number.parseInt(seed, 16) : undefined;
}

/** Six digits from a number that is at least 0 and less than 1. */
export function seedFrom(chance: number): string {
  return Math.floor(Math.min(chance, 1 - 2 ** -24) * 2 ** 24)
    .toString(16)
    .padStart(6, "0");
}
