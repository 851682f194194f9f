import { termsOf, wordsOf } from "../text/words.ts";

/**
 * The full-text index is a table of (owner, term, win): a search begins at its owner, so no query can reach anybody else's words, and
 * what is deleted is gone from it by the same statement that any database understands.
 */
const MAX_TERM = 64;

interface Searchable {
  readonly text: string;
  readonly outcome: string | null;
  readonly note: string | null;
  readonly filings: readonly { readonly wording: string }[];
}

export function termsOfWin(win: Searchable): string[] {
  const texts = [win.text, win.outcome, win.note, ...win.filings.map(({ wording }) => wording)];
  return unique(termsOf(texts.filter((text) => text !== null).join("\n")));
}

/** Words without meaning of their own ("the") are in every text and are left out; undefined when nothing is left to look for. */
export function searchTerms(words: string): string[] | undefined {
  const terms = unique(wordsOf(words).flatMap((word) => (word.stop ? [] : [word.term])));
  return terms.length === 0 ? undefined : terms.slice(0, MAX_SEARCH_TERMS);
}

const MAX_SEARCH_TERMS = 12;

function unique(terms: readonly string[]): string[] {
  return [...new Set(terms.map((term) => term.slice(0, MAX_TERM)))];
}
