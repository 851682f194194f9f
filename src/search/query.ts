import { fold, type Word, wordsOf } from "../text/words.ts";

const TERM_LIMIT = 8;
const QUERY_LIMIT = 200;

export interface Query {
  /** Each different meaningful word once, at most `TERM_LIMIT`. */
  readonly words: readonly { readonly term: string; readonly typed: string }[];
  /** Words in quotes, as runs of terms that must stand side by side. */
  readonly phrases: readonly (readonly string[])[];
  /** Stop words, as typed. */
  readonly leftOut: readonly string[];
}

export function toQuery(text: string): Query {
  const all = wordsOf(text.slice(0, QUERY_LIMIT));
  const meant = new Map<string, string>();
  for (const word of all) {
    if (!word.stop && meant.size < TERM_LIMIT && !meant.has(word.term)) meant.set(word.term, fold(word.text));
  }
  const words = Array.from(meant, ([term, typed]) => ({ term, typed }));
  return {
    words,
    phrases: phrasesOf(text.slice(0, QUERY_LIMIT)),
    leftOut: [...new Set(all.filter((word) => word.stop).map(({ text: typed }) => typed))],
  };
}

function phrasesOf(text: string): string[][] {
  const parts = text.replace(/[“”]/g, '"').split('"');
  const quoted = parts.filter((_, index) => index % 2 === 1 && index < parts.length - 1);
  return quoted.map((part) => meaningful(wordsOf(part)).slice(0, TERM_LIMIT)).filter((terms) => terms.length > 1);
}

export function meaningful(words: readonly Word[]): string[] {
  return words.filter(({ stop }) => !stop).map(({ term }) => term);
}

export function holdsPhrase(terms: readonly string[], phrase: readonly string[]): boolean {
  return terms.some((_, start) => phrase.every((term, offset) => terms[start + offset] === term));
}
