import { setImmediate } from "node:timers/promises";
import { stemmer } from "stemmer";
import type { Catalogue, Framework, Topic } from "../catalogue/types.ts";
import { typoDistance } from "../text/spelling.ts";
import { fold, wordsOf } from "../text/words.ts";
import { ALIASES, FILLERS } from "./aliases.ts";

/**
 * Everything in a catalogue that can be called by name, and which word of a line calls what, how surely. Order never matters:
 * a name is a bag of words, so "feedback comms" finds "Comms & Feedback".
 */

/** A framework, or a topic of one. */
export interface Named {
  readonly framework: Framework;
  readonly topic: Topic | null;
  /** Its name, title, short title, initials …, each as folded words. */
  readonly names: readonly (readonly string[])[];
}

export interface Lexicon {
  readonly named: readonly Named[];
  /** What a word may call, as indices into `named`. */
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byStem: ReadonlyMap<string, readonly string[]>;
  readonly levelPrefixes: ReadonlySet<string>;
}

/** How surely a typed word calls something, from 0 to 100, and the word it was read as if that is a correction. */
export interface Call {
  readonly sureness: number;
  readonly word: string;
  readonly corrected: boolean;
}

const EXACT = 100;
const ALIAS = 95;
const STEM = 90;
const BEGINNING = 75;
const TYPO = 60;
const NOT_NAMES: ReadonlySet<string> = new Set(["framework", "frameworks"]);
const SLICE_MS = 4;
const WORDS_AT_ONCE = 200;
const lexicons = new WeakMap<Catalogue, Lexicon>();

export function foldedWords(text: string): string[] {
  return wordsOf(text).map((word) => foldWord(word.text));
}

export function foldWord(word: string): string {
  return fold(word).replace(/['’]/g, "");
}

export function lexiconOf(catalogue: Catalogue): Lexicon {
  const known = lexicons.get(catalogue);
  if (known !== undefined) return known;
  const building = buildLexicon(catalogue);
  for (let step = building.next(); ; step = building.next()) {
    if (step.done === true) return keep(catalogue, step.value);
  }
}

/** Collects the names ahead of the first line, in slices of `SLICE_MS`, so that nobody waits for it. */
export async function warmLexicon(catalogue: Catalogue): Promise<void> {
  const building = buildLexicon(catalogue);
  let until = performance.now() + SLICE_MS;
  while (!lexicons.has(catalogue)) {
    const { done, value } = building.next();
    if (done === true) keep(catalogue, value);
    else if (performance.now() >= until) {
      await setImmediate();
      until = performance.now() + SLICE_MS;
    }
  }
}

function keep(catalogue: Catalogue, lexicon: Lexicon): Lexicon {
  lexicons.set(catalogue, lexicon);
  return lexicon;
}

/** Pauses after every framework and every few words. */
function* buildLexicon(catalogue: Catalogue): Generator<void, Lexicon> {
  const named: Named[] = [];
  const byWord = new Map<string, number[]>();
  const add = (one: Named) => {
    const index = named.push(one) - 1;
    for (const word of new Set(one.names.flat())) {
      const called = byWord.get(word);
      if (called === undefined) byWord.set(word, [index]);
      else called.push(index);
    }
  };
  for (const framework of catalogue.frameworks) {
    add({ framework, topic: null, names: frameworkNames(framework) });
    for (const topic of framework.topics) add({ framework, topic, names: namesOf([topic.name, topic.title]) });
    yield;
  }
  const byStem = new Map<string, string[]>();
  for (const [at, word] of [...byWord.keys()].entries()) {
    if (at % WORDS_AT_ONCE === 0) yield;
    const stem = stemmer(word);
    const words = byStem.get(stem);
    if (words === undefined) byStem.set(stem, [word]);
    else words.push(word);
  }
  const levelPrefixes = new Set(catalogue.frameworks.map(({ levelPrefix }) => fold(levelPrefix).trim()));
  levelPrefixes.delete("");
  return { named, byWord, byStem, levelPrefixes };
}

/** Everything that one typed word may call. A typo is considered only when the word calls nothing as it stands. */
export function callsOf(word: string, lexicon: Lexicon): Map<number, Call> {
  const calls = new Map<number, Call>();
  const add = (called: string, sureness: number, corrected: boolean) => {
    for (const index of lexicon.byWord.get(called) ?? []) {
      if ((calls.get(index)?.sureness ?? 0) < sureness) calls.set(index, { sureness, word: called, corrected });
    }
  };
  add(word, EXACT, false);
  for (const meant of Object.hasOwn(ALIASES, word) ? (ALIASES[word] ?? []) : []) add(meant, ALIAS, false);
  if (word.length >= 4) for (const called of lexicon.byStem.get(stemmer(word)) ?? []) add(called, STEM, false);
  if (begins(word)) {
    for (const called of lexicon.byWord.keys()) if (called.startsWith(word)) add(called, BEGINNING, false);
  }
  if (calls.size > 0) return calls;
  for (const called of lexicon.byWord.keys()) {
    const apart = typoDistance(word, called);
    if (apart !== null) add(called, TYPO - 10 * apart, true);
  }
  return calls;
}

/** Whether `callsOf` has anything, without working out what: a name may stand in a thousand frameworks. */
export function callsAnything(word: string, lexicon: Lexicon): boolean {
  const { byWord, byStem } = lexicon;
  if (byWord.has(word) || (word.length >= 4 && byStem.has(stemmer(word)))) return true;
  if (Object.hasOwn(ALIASES, word) && (ALIASES[word] ?? []).some((meant) => byWord.has(meant))) return true;
  return byWord
    .keys()
    .some((called) => (begins(word) && called.startsWith(word)) || typoDistance(word, called) !== null);
}

/** "in" is a word of "Everyone in Engineering" and never short for "Influence". */
function begins(word: string): boolean {
  return word.length >= 2 && !FILLERS.has(word);
}

function frameworkNames(framework: Framework): string[][] {
  const segments = framework.path.split("/").filter((segment) => segment !== "");
  return namesOf([framework.title, framework.sidebarTitle, segments.at(-1) ?? "", segments.join(" ")]);
}

function namesOf(texts: readonly string[]): string[][] {
  const names = texts.map((text) => {
    const words = foldedWords(text);
    const telling = words.filter((word) => !NOT_NAMES.has(word));
    return telling.length > 0 ? telling : words;
  });
  const derived = names.flatMap((words) =>
    words.length < 2
      ? []
      : [[words.map((word) => word[0]).join("")], ...(words.length === 2 ? [[words.join("")]] : [])],
  );
  const all = [...names, ...derived].filter((words) => words.length > 0);
  return [...new Map(all.map((words) => [words.join(" "), words])).values()];
}
