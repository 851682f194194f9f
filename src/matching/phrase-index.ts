import { type Concept, phrasesOf } from "./lexicon/concept.ts";
import { GROUPS } from "./lexicon/groups.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Finds the phrases of the lexicon in a text: every phrase hangs on its first word, and is tried only where that word stands. */

export type PhraseKind = "asks" | "tells" | "hints";

interface PhraseHit {
  /** Position of the concept in the lexicon. */
  readonly concept: number;
  readonly kind: PhraseKind;
  /** Which phrase: the same phrase found twice counts once. */
  readonly phrase: number;
  readonly words: number;
  /** As it stands in the text; null when the phrase has a gap. */
  readonly surface: string | null;
}

interface Step {
  readonly term: string;
  /** How many words may stand before it. */
  readonly gap: number;
}

interface Pattern {
  readonly concept: number;
  readonly kind: PhraseKind;
  readonly phrase: number;
  readonly steps: readonly Step[];
}

export interface PhraseIndex {
  find(tokens: readonly Token[]): PhraseHit[];
  /** Every term that occurs in a phrase. */
  readonly terms: ReadonlySet<string>;
}

const GAP = 5;
/** A phrase with more choices than this keeps the first ones: choices multiply. */
const CHOICES = 64;
/** The lexicon uses few words often: each is read once. */
const read = new Map<string, readonly string[]>();
const GROUPS_OF: ReadonlyMap<string, readonly string[]> = groupsOf();

export function buildPhraseIndex(lexicon: readonly Concept[]): PhraseIndex {
  const starts = new Map<string, Pattern[]>();
  const terms = new Set<string>();
  let phrase = 0;
  lexicon.forEach((entry, concept) => {
    for (const kind of ["asks", "tells", "hints"] as const) {
      for (const text of phrasesOf(entry[kind])) {
        phrase += 1;
        for (const steps of readPhrase(text)) {
          const first = steps[0]?.term ?? "";
          const list = starts.get(first) ?? [];
          list.push({ concept, kind, phrase, steps });
          starts.set(first, list);
          for (const step of steps) {
            terms.add(step.term);
          }
        }
      }
    }
  });
  return { find: (tokens) => findPhrases(starts, tokens), terms };
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
  const known = read.get(word) ?? tokensOf(word).map((token) => token.term);
  read.set(word, known);
  return known;
}

function findPhrases(starts: ReadonlyMap<string, readonly Pattern[]>, tokens: readonly Token[]): PhraseHit[] {
  const hits = new Map<number, PhraseHit>();
  tokens.forEach((token, at) => {
    for (const key of [token.term, ...(GROUPS_OF.get(token.term) ?? [])]) {
      for (const pattern of starts.get(key) ?? []) {
        if (!hits.has(pattern.phrase)) {
          const end = endOf(pattern.steps, tokens, at);
          if (end !== -1) {
            hits.set(pattern.phrase, toHit(pattern, tokens, at, end));
          }
        }
      }
    }
  });
  return [...hits.values()];
}

function toHit(pattern: Pattern, tokens: readonly Token[], start: number, end: number): PhraseHit {
  const { concept, kind, phrase, steps } = pattern;
  const solid = steps.every((step) => step.gap === 0);
  const surface = solid ? tokens.slice(start, end + 1).map((token) => token.text) : null;
  return { concept, kind, phrase, words: steps.length, surface: surface === null ? null : surface.join(" ") };
}

/** Where the phrase that begins at `at` ends, or -1. Gaps take the nearest word that fits. */
function endOf(steps: readonly Step[], tokens: readonly Token[], at: number): number {
  let position = at;
  for (const step of steps.slice(1)) {
    let next = position + 1;
    const last = next + step.gap;
    while (next <= last && !fits(tokens[next], step.term)) {
      next += 1;
    }
    if (next > last) {
      return -1;
    }
    position = next;
  }
  return position;
}

function fits(token: Token | undefined, term: string): boolean {
  if (token === undefined) {
    return false;
  }
  return token.term === term || (term.startsWith("@") && (GROUPS_OF.get(token.term) ?? []).includes(term));
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
