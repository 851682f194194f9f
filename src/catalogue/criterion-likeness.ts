import { wordsOf } from "../text/words.ts";

/** How alike two criteria are in their words: 1 the same, 0 nothing in common. */
export interface Compared {
  /** Two criteria with one plain text say the same: case, spaces and a full stop at the end do not count. */
  readonly plain: string;
  readonly weights: ReadonlyMap<string, number>;
  /** The weights of words with a meaning of their own, which alone make two alike enough to be compared. */
  readonly heavy: readonly (readonly [string, number])[];
  /** The weight of all other words. */
  readonly light: number;
  readonly total: number;
}

/** Small words weigh little and not nothing: "with help" and "without help" differ in them alone. */
const STOP_WEIGHT = 0.4;

export function toCompared(text: string): Compared {
  const weights = new Map<string, number>();
  const heavy = new Set<string>();

  for (const { term, stop } of wordsOf(text)) {
    weights.set(term, (weights.get(term) ?? 0) + (stop ? STOP_WEIGHT : 1));
    if (!stop) {
      heavy.add(term);
    }
  }
  const total = sum(weights.values());
  const heavyWeights = [...weights].filter(([term]) => heavy.has(term));

  return {
    plain: plainOf(text),
    weights,
    heavy: heavyWeights,
    light: total - sum(heavyWeights.map(([, weight]) => weight)),
    total,
  };
}

export function plainOf(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

function sum(weights: Iterable<number>): number {
  return Iterator.from(weights).reduce((total, weight) => total + weight, 0);
}

/** The weight of shared words, twice, over the weight of all. */
export function likeness(a: Compared, b: Compared): number {
  if (a.plain === b.plain) {
    return 1;
  }
  let shared = 0;

  for (const [term, weight] of a.weights) {
    shared += Math.min(weight, b.weights.get(term) ?? 0);
  }
  return a.total + b.total === 0 ? 0 : (2 * shared) / (a.total + b.total);
}
