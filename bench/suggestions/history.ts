import type { Framework } from "../../src/catalogue/types.ts";
import { tokensOf } from "../../src/matching/tokens.ts";
import type { Ranker } from "./measure.ts";
import { ourRanker } from "./rankers.ts";
import type { LabelledWin } from "./seed.ts";

/**
 * What it would be worth to know where similar wins were filed: all other wins of the set stand for what the person filed before. The bot
 * does not do this, because this row is not better than the plain one.
 */
const ALIKE = 0.2;
const SHOWN = 5;

export function historyRanker(framework: Framework, wins: readonly LabelledWin[]): Ranker {
  const all = ourRanker(framework, {}, false, Number.MAX_SAFE_INTEGER);
  const known = new Map(wins.map((win) => [win, wordsOf(win)]));
  return (win) => {
    const likeness = new Map<string, number>();
    for (const [other, words] of known) {
      const alike = other === win ? 0 : cosine(wordsOf(win), words);
      const [criterion = ""] = other.criteria;
      if (alike >= ALIKE) likeness.set(criterion, Math.max(alike, likeness.get(criterion) ?? 0));
    }
    const ranked = all(win);
    const most = ranked[0]?.score ?? 0;
    const leaning = ({ text, score = 0 }: (typeof ranked)[number]) => score + most * (likeness.get(text) ?? 0);
    return [...ranked].sort((a, b) => leaning(b) - leaning(a)).slice(0, SHOWN);
  };
}

function wordsOf({ text }: LabelledWin): ReadonlySet<string> {
  return new Set(tokensOf(text).flatMap(({ term, stop }) => (stop ? [] : [term])));
}

function cosine(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.intersection(other).size / (Math.sqrt(one.size * other.size) || 1);
}
