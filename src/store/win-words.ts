import { termsOf, wordsOf } from "../text/words.ts";

/**
 * The full-text index is one row per win with its stemmed words, next to the other rows of its owner. A search reads that owner's rows and can
 * reach nobody else's; what is deleted is gone from it; and any database understands it. For one person that is as fast as an index
 * by word (2,000 wins: about a millisecond), and saving a win writes one row where that writes thirty.
 */
const MAX_TERM = 64;
const MAX_SEARCHED = 12;

interface Searchable {
  readonly text: string;
  readonly outcome: string | null;
  readonly note: string | null;
  readonly filings: readonly { readonly wording: string }[];
}

/** A space before and after each term, so that a term is found whole. */
export function indexedWords(win: Searchable): string {
  const texts = [win.text, win.outcome, win.note, ...win.filings.map(({ wording }) => wording)];
  const terms = unique(termsOf(texts.filter((text) => text !== null).join("\n")));
  return ` ${terms.join(" ")} `;
}

/**
 * One `like` pattern per word; terms are letters and digits, so nothing needs escaping. Words without meaning of their own ("the") are in every
 * text and are left out; undefined when nothing is left to look for.
 */
export function searchPatterns(words: string): string[] | undefined {
  const terms = unique(wordsOf(words).flatMap((word) => (word.stop ? [] : [word.term])));
  return terms.length === 0 ? undefined : terms.slice(0, MAX_SEARCHED).map((term) => `% ${term} %`);
}

function unique(terms: readonly string[]): string[] {
  return [...new Set(terms.map((term) => term.slice(0, MAX_TERM)))];
}
