import { learnWords } from "../text/words.ts";
import { type Concept, phrasesOf } from "./lexicon/concept.ts";
import { GROUPS } from "./lexicon/groups.ts";
import { type Token, tokensOf } from "./tokens.ts";

/**
 * Finds the phrases of the lexicon in a text. The phrases are a tree of words: a text is walked along it from each of its words, so that what
 * this costs depends on the text, and not on how many phrases begin alike.
 */

export type PhraseKind = "asks" | "tells" | "hints";

interface Phrase {
  /** Position of the concept in the lexicon. */
  readonly concept: number;
  readonly kind: PhraseKind;
  /** Which phrase: the same phrase found twice counts once. */
  readonly phrase: number;
  readonly words: number;
  /** Without a gap: its words stand side by side. */
  readonly solid: boolean;
}

interface PhraseHit extends Phrase {
  /** Positions of its first and last token. */
  readonly start: number;
  readonly end: number;
}

interface Step {
  readonly term: string;
  /** How many words may stand before it. */
  readonly gap: number;
}

export interface PhraseIndex {
  /** In the order of their beginnings, and of the lexicon where they begin together. */
  find(tokens: readonly Token[]): PhraseHit[];
}

const GAP = 5;
/** A phrase with more choices than this keeps the first ones: choices multiply. */
const CHOICES = 64;
/** The lexicon uses few words often: each is read once. */
const read = new Map<string, readonly string[]>();
const GROUPS_OF: ReadonlyMap<string, readonly string[]> = groupsOf();
const NO_GROUPS: readonly string[] = [];

/** Where the words so far lead. */
interface Branch {
  /** Phrases that end here. */
  readonly ends: Phrase[];
  /** By the very next word. */
  next: Map<string, Branch> | null;
  /** By a word after a gap. */
  later: Map<string, Branch> | null;
}

export function buildPhraseIndex(lexicon: readonly Concept[]): PhraseIndex {
  const root = newBranch();
  let phrase = 0;
  lexicon.forEach((entry, concept) => {
    for (const kind of ["asks", "tells", "hints"] as const) {
      for (const text of phrasesOf(entry[kind])) {
        phrase += 1;
        for (const steps of readPhrase(text)) {
          const solid = steps.every(({ gap }) => gap === 0);
          grow(root, steps).ends.push({ concept, kind, phrase, words: steps.length, solid });
        }
      }
    }
  });
  return { find: (tokens) => findPhrases(root, tokens) };
}

function newBranch(): Branch {
  return { ends: [], next: null, later: null };
}

function grow(root: Branch, steps: readonly Step[]): Branch {
  let branch = root;
  for (const [index, { term, gap }] of steps.entries()) {
    const side = index === 0 || gap === 0 ? "next" : "later";
    const children = branch[side] ?? new Map<string, Branch>();
    const child = children.get(term) ?? newBranch();
    branch[side] = children.set(term, child);
    branch = child;
  }
  return branch;
}

/** The word sequences that a phrase stands for: one for each choice of its `a|b` words. */
function readPhrase(text: string): Step[][] {
  let found: Step[][] = [[]];
  let gap = 0;
  for (const part of text.split(/\s+/)) {
    if (part === "…") {
      gap = GAP;
      continue;
    }
    const choices = part.split("|").map((choice) => (choice.startsWith("@") ? [choice] : termsOfWord(choice)));
    found = found
      .flatMap((steps) =>
        choices.map((terms) => [...steps, ...terms.map((term, index) => ({ term, gap: index === 0 ? gap : 0 }))]),
      )
      .slice(0, CHOICES);
    gap = 0;
  }
  return found.filter((steps) => steps.length > 0);
}

function termsOfWord(word: string): readonly string[] {
  const known = read.get(word);
  if (known !== undefined) return known;
  learnWords(word);
  const terms = tokensOf(word).map((token) => token.term);
  read.set(word, terms);
  return terms;
}

function findPhrases(root: Branch, tokens: readonly Token[]): PhraseHit[] {
  const groups = tokens.map(({ term }) => GROUPS_OF.get(term) ?? NO_GROUPS);
  const hits: PhraseHit[] = [];
  const seen = new Set<number>();
  let begun: PhraseHit[] = [];

  function follow(branch: Branch, start: number, at: number): void {
    for (const end of branch.ends) if (!seen.has(end.phrase)) begun.push({ ...end, start, end: at });
    if (branch.next !== null) step(branch.next, start, at + 1);
    if (branch.later === null) return;
    for (let to = at + 1; to <= at + 1 + GAP && to < tokens.length; to += 1) {
      step(branch.later, start, to, at + 1);
    }
  }

  /** On by the word at `to`, or by a group that it belongs to; a gap (from `from` on) takes the nearest that fits. */
  function step(children: Map<string, Branch>, start: number, to: number, from = to): void {
    const term = tokens[to]?.term;
    if (term === undefined) return;
    enter(children, term, start, to, from);
    for (const group of groups[to] ?? NO_GROUPS) enter(children, group, start, to, from);
  }

  function enter(children: Map<string, Branch>, key: string, start: number, to: number, from: number): void {
    const child = children.get(key);
    if (child === undefined) return;
    for (let before = from; before < to; before += 1) {
      if (tokens[before]?.term === key || groups[before]?.includes(key) === true) return;
    }
    follow(child, start, to);
  }

  /** A phrase that was found with other choices or further to the left is found already. */
  function keep(): void {
    for (const hit of begun.sort((a, b) => a.phrase - b.phrase)) {
      if (!seen.has(hit.phrase)) hits.push(hit);
      seen.add(hit.phrase);
    }
    begun = [];
  }

  for (const [at, { term }] of tokens.entries()) {
    for (const key of [term, ...(groups[at] ?? NO_GROUPS)]) {
      const first = root.next?.get(key);
      if (first !== undefined) follow(first, at, at);
      if (begun.length > 0) keep();
    }
  }
  return hits;
}

function groupsOf(): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, words] of Object.entries(GROUPS)) {
    for (const word of phrasesOf(words)) {
      for (const term of termsOfWord(word)) {
        groups.set(term, [...(groups.get(term) ?? []), name]);
      }
    }
  }
  return groups;
}
