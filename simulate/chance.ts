/**
 * Chance that can be repeated: the same seed, the same people, choices and outages. Each has a stream of its own, because how the calls of a
 * year follow each other is up to the machine.
 */
export interface Chance {
  /** 0 to just below 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  maybe(probability: number): boolean;
}

export function createChance(seed: number, stream = 0): Chance {
  let state = (seed + Math.imul(stream, 0x9e3779b9)) >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    maybe: (probability) => next() < probability,
  };
}
