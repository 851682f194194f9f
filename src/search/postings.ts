import { fold, wordsOf } from "../text/words.ts";
import type { Entry } from "./entries.ts";

/**
 * An inverted index over terms. MiniSearch is not used: what is needed is one field, whole terms and beginnings, every match counted
 * by BM25, and a bound on the work of one query that holds whatever the vocabulary; flat arrays give that in less memory.
 */
export interface Postings {
  /** For each term, the entries that hold it, ascending. */
  readonly byTerm: ReadonlyMap<string, readonly number[]>;
  /** Sorted, for beginnings. */
  readonly terms: readonly string[];
  /** Meaningful words per entry. */
  readonly lengths: Uint16Array;
  readonly averageLength: number;
  /** Words as somebody wrote them, folded, with how many entries hold them: for spelling. */
  readonly spellings: ReadonlyMap<string, number>;
  /** The same words by their length: a typo is about as long as what was meant. */
  readonly spellingsByLength: ReadonlyMap<number, readonly string[]>;
}

const TEXTS_AT_ONCE = 50;

/** Pauses after every `TEXTS_AT_ONCE` texts. */
export function* buildPostings(entries: readonly Entry[]): Generator<void, Postings> {
  const byTerm = new Map<string, number[]>();
  const spellings = new Map<string, number>();
  const lengths = new Uint16Array(entries.length);
  let total = 0;
  for (const [index, { text }] of entries.entries()) {
    if (index % TEXTS_AT_ONCE === 0) yield;
    const words = wordsOf(text).filter(({ stop }) => !stop);
    lengths[index] = words.length;
    total += words.length;
    for (const { text: written, term } of words) {
      const held = byTerm.get(term);
      if (held === undefined) byTerm.set(term, [index]);
      else if (held.at(-1) !== index) held.push(index);
      const spelling = fold(written);
      spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1);
    }
  }
  return {
    byTerm,
    terms: [...byTerm.keys()].toSorted(),
    lengths,
    averageLength: total / Math.max(1, entries.length),
    spellings,
    spellingsByLength: Map.groupBy(spellings.keys(), ({ length }) => length),
  };
}

/** Terms that begin so, at most `most`. */
export function termsBeginning(beginning: string, { terms }: Postings, most: number): string[] {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? "") < beginning) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < terms.length && found.length < most; at += 1) {
    const term = terms[at] ?? "";
    if (!term.startsWith(beginning)) break;
    found.push(term);
  }
  return found;
}
