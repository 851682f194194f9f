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
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Most text: no sign in it has another form. */
const PLAIN = /^[\0-\x7F]*$/;

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const { term, stop } = read(match[0]);
    words.push({ text: match[0], start: match.index, term, stop });
  }
  return words;
}

type Reading = Pick<Word, "term" | "stop">;

/**
 * Stemming costs more than all the rest of reading, and most of what people write are words that the program knows before they write. Only
 * such words are kept: those of the lexicon and of frameworks, never a word because somebody typed it.
 */
const learnt = new Map<string, Reading>();
const MOST_LEARNT = 20_000;

/** The words of a text that everybody may see are read faster from now on. */
export function learnWords(text: string): void {
  for (const [word] of text.matchAll(WORD)) {
    if (learnt.size < MOST_LEARNT) learnt.set(plainWord(word), read(word));
  }
}

function read(written: string): Reading {
  const known = learnt.get(written);
  if (known !== undefined) return known;
  const word = plainWord(written);
  return learnt.get(word) ?? { term: stemmer(verbOf(word)), stop: STOP.has(word) };
}

function plainWord(written: string): string {
  const folded = fold(written);
  return APOSTROPHE.test(folded) ? folded.replace(APOSTROPHES, "") : folded;
}

const APOSTROPHE = /['’]/;
const APOSTROPHES = /['’]/g;

learnWords([...STOP].join(" "));

/** The terms of the meaningful words, in order, repeated as often as they occur. */
export function termsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !word.stop)
    .map((word) => word.term);
}
