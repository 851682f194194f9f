import { stemmer } from "stemmer";
import { eng } from "stopword";
import { verbOf } from "./irregular-verbs.ts";

/**
 * How text becomes comparable: words are letters and digits in any script, folded to lower case without accents, stop words
 * dropped, the rest stemmed (Porter). Search, comparison and suggestions all read text through here, so that they agree.
 */

export interface Word {
  /** As written. */
  readonly text: string;
  /** Offset of its first UTF-16 unit in the text. */
  readonly start: number;
  /** What it is compared by. */
  readonly term: string;
  /** Carries no meaning of its own: "the", "of". */
  readonly stop: boolean;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const STOP: ReadonlySet<string> = new Set(eng.map((word) => word.replaceAll("'", "")));

/** Lower case, without accents, compatibility forms and no-break spaces made plain: "Ｃafé" and "cafe" are one. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const folded = fold(match[0]).replace(/['’]/g, "");
    return { text: match[0], start: match.index, term: stemmer(verbOf(folded)), stop: STOP.has(folded) };
  });
}

/** The terms of the meaningful words, in order, repeated as often as they occur. */
export function termsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !word.stop)
    .map((word) => word.term);
}
