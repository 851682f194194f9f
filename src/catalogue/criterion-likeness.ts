import { wordsOf } from "../text/words.ts";

/** How alike two criteria are in their words: 1 the same, 0 nothing in common. */
export interface Compared {
  /** Two criteria with one plain text say the same: case, spaces and a full stop at the end do not count. */
  readonly plain: string;
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Small words weigh little and not nothing: "with help" and "without help" differ in them alone. */
const STOP_WEIGHT = 0.4;

export function toCompared(text: string): Compared {
  const weights = new Map<string, number>();

  for (const { term, stop } of wordsOf(text)) {
    weights.set(term, (weights.get(term) ?? 0) + (stop ? STOP_WEIGHT : 1));
  }
  return {
    plain: text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s.]+$/, "")
      .replace(/\s+/g, " ")
      .trim(),
    weights,
    total: [...weights.values()].reduce((sum, weight) => sum + weight, 0),
  };
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
