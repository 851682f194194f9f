import { fold, type Word, wordsOf } from "../text/words.ts";

const TERM_LIMIT = 8;
const QUERY_LIMIT = 200;

export interface Query {
  /** Each different meaningful word once, at most `TERM_LIMIT`. */
  readonly words: readonly { readonly term: string; readonly typed: string }[];
  /** Words in quotes, stop words too, as runs of terms that must stand side by side. */
  readonly phrases: readonly (readonly string[])[];
  /** Stop words outside of phrases, as typed. */
  readonly leftOut: readonly string[];
}

export function toQuery(text: string): Query {
  const parts = partsOf(text.slice(0, QUERY_LIMIT));
  const meant = new Map<string, string>();
  for (const word of parts.flatMap(({ words }) => words)) {
    if (!word.stop && meant.size < TERM_LIMIT && !meant.has(word.term)) meant.set(word.term, fold(word.text));
  }
  const loose = parts.filter(({ phrase }) => !phrase).flatMap(({ words }) => words);
  return {
    words: Array.from(meant, ([term, typed]) => ({ term, typed })),
    phrases: parts.filter(({ phrase }) => phrase).map(({ words }) => allTerms(words).slice(0, TERM_LIMIT)),
    leftOut: [...new Set(loose.filter(({ stop }) => stop).map(({ text: typed }) => typed))],
  };
}

interface QueryPart {
  readonly words: readonly Word[];
  /** In quotes, and more than one word. */
  readonly phrase: boolean;
}

function partsOf(text: string): QueryPart[] {
  const parts = text.replace(/[“”]/g, '"').split('"');
  return parts.map((part, index) => {
    const words = wordsOf(part);
    return { words, phrase: index % 2 === 1 && index < parts.length - 1 && words.length > 1 };
  });
}

/** Of every word: in a phrase also those count that say little. */
export function allTerms(words: readonly Word[]): string[] {
  return words.map(({ term }) => term);
}

export function holdsPhrase(terms: readonly string[], phrase: readonly string[]): boolean {
  return terms.some((_, start) => phrase.every((term, offset) => terms[start + offset] === term));
}
