import { type Token, tokensOf } from "./tokens.ts";

/** People's wins resemble each other: a text like one that they filed before probably belongs to the same criterion. */

export interface Confirmed {
  readonly text: string;
  readonly criterionId: string;
}

/** So many are read, from the beginning of the list: the caller puts the newest first. */
const READ = 200;
/** Less alike than this is chance. */
const ALIKE = 0.2;

/** Criterion to how alike the most similar of its wins is, from 0 to 1; only those that are alike at all. */
export function likenessTo(words: ReadonlySet<string>, confirmed: readonly Confirmed[]): Map<string, number> {
  const likeness = new Map<string, number>();
  for (const { text, criterionId } of confirmed.slice(0, READ)) {
    const value = cosine(words, wordSet(tokensOf(text)));
    if (value >= ALIKE && value > (likeness.get(criterionId) ?? 0)) {
      likeness.set(criterionId, value);
    }
  }
  return likeness;
}

function wordSet(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter((token) => !token.stop).map((token) => token.term));
}

function cosine(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.size === 0 || other.size === 0 ? 0 : one.intersection(other).size / Math.sqrt(one.size * other.size);
}
