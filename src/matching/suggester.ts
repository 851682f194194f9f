import type { Criterion, Framework } from "../catalogue/types.ts";
import {
  buildCriterionIndex,
  type Candidate,
  type CriterionIndex,
  type Postings,
  weightIn,
} from "./criterion-index.ts";
import { type Concept, concept } from "./lexicon/concept.ts";
import { LEXICON } from "./lexicon/lexicon.ts";
import { buildPhraseIndex, type PhraseIndex } from "./phrase-index.ts";
import { type Profile, profileOf } from "./profile.ts";
import { reasonsFor, type Share } from "./reasons.ts";
import { spreadOver } from "./spread.ts";
import { WEIGHTS, type Weights } from "./weights.ts";

/** From a win in free text to the criteria it may be evidence for. It only ever proposes: a person files. */

export interface Suggestion {
  readonly topic: string;
  readonly topicTitle: string;
  readonly level: number;
  readonly criterion: Criterion;
  /** Orders suggestions for one text; says nothing by itself and is never shown to people. */
  readonly score: number;
  /** Words of the win, or names of concepts, that speak for it; strongest first, at most three, none when it only completes the list. */
  readonly reasons: readonly string[];
}

interface SuggestOptions {
  /** The person's level; null when they did not say. */
  readonly level: number | null;
  /** Ids of criteria or names of topics. */
  readonly focus?: readonly string[];
  /** Five unless told. */
  readonly limit?: number;
}

export interface SuggesterOptions {
  /** Instead of the framework's own words: concept to phrases. A known concept's name extends it; another is new. */
  readonly lexicon?: Readonly<Record<string, readonly string[]>>;
  readonly weights?: Weights;
}

export interface Suggester {
  suggest(text: string, options: SuggestOptions): Suggestion[];
}

const LIMIT = 5;
/** Lets criteria that share nothing complete the list, after all that do, so that other topics are seen too. */
const FILLER = 1e-6;

export function createSuggester(framework: Framework, options: SuggesterOptions = {}): Suggester {
  const weights = options.weights ?? WEIGHTS;
  const own = options.lexicon ?? framework.lexicon;
  const lexicon = own === undefined ? LEXICON : extendLexicon(LEXICON, own);
  const phrases = own === undefined ? sharedIndex() : buildPhraseIndex(lexicon);
  const index = buildCriterionIndex(framework, phrases, weights);
  return {
    suggest(text, asked) {
      const win = profileOf(text, phrases, { asks: 1, tells: 1, hints: weights.hints });
      const scores = scoreAll(win, index, weights);
      if (scores.every((score) => score === 0)) {
        return [];
      }
      const leaning = leaningTo(asked, weights);
      const ranked = index.candidates.map((candidate, at) => {
        const score = ((scores[at] ?? 0) + FILLER) * leaning(candidate, index.leanings[at] ?? 1);
        return { at, topic: candidate.topic, score };
      });
      return spreadOver(ranked, asked.limit ?? LIMIT, weights.spread).flatMap((item) => {
        const candidate = index.candidates[item.at];
        if (candidate === undefined) {
          return [];
        }
        return [toSuggestion(candidate, item.score, reasonsFor(sharesOf(item.at, win, index, weights, lexicon)))];
      });
    },
  };
}

let shared: PhraseIndex | null = null;

function sharedIndex(): PhraseIndex {
  shared ??= buildPhraseIndex(LEXICON);
  return shared;
}

function extendLexicon(base: readonly Concept[], more: Readonly<Record<string, readonly string[]>>): Concept[] {
  const own = new Map(Object.entries(more).map(([name, phrases]) => [name, phrases.map(asOnePhrase)]));
  const extended = base.map((entry) => {
    const phrases = own.get(entry.name);
    own.delete(entry.name);
    return phrases === undefined ? entry : { ...entry, tells: `${entry.tells},${phrases.join(",")}` };
  });
  const added = Array.from(own, ([name, phrases]) => {
    return concept(name, { asks: [asOnePhrase(name), ...phrases].join(",") });
  });
  return [...extended, ...added];
}

/** In the lexicon a comma or a line end divides phrases; in an author's list each entry is one. */
function asOnePhrase(text: string): string {
  return text.replace(/[,\n]+/g, " ");
}

function scoreAll(win: Profile, index: CriterionIndex, weights: Weights): Float64Array {
  const scores = new Float64Array(index.candidates.length);
  for (const term of win.terms.keys()) {
    addTo(scores, index.terms.get(term), weights.words, 1);
  }
  for (const [concept, { strength }] of win.concepts) {
    addTo(scores, index.concepts.get(concept), weights.concepts, strength);
  }
  return scores;
}

function addTo(scores: Float64Array, postings: Postings | undefined, weight: number, strength: number): void {
  if (postings === undefined) return;
  const { ats, weights } = postings;
  for (let place = 0; place < ats.length; place += 1) {
    const at = ats[place] ?? 0;
    scores[at] = (scores[at] ?? 0) + weight * (weights[place] ?? 0) * strength;
  }
}

/** What each word and concept gave to one criterion: asked only for those that are shown. */
function sharesOf(
  at: number,
  win: Profile,
  index: CriterionIndex,
  weights: Weights,
  lexicon: readonly Concept[],
): Share[] {
  const shares: Share[] = [];
  const share = (postings: Postings | undefined, weight: number, name: string | null, said: string | null) => {
    const worth = postings === undefined ? 0 : weight * weightIn(postings, at);
    if (worth > 0) shares.push({ worth, name, said });
  };
  for (const [term, { text }] of win.terms) {
    share(index.terms.get(term), weights.words, null, text);
  }
  for (const [concept, { strength, said }] of win.concepts) {
    share(index.concepts.get(concept), weights.concepts * strength, lexicon[concept]?.name ?? null, said);
  }
  return shares;
}

/** What is known of the person draws a criterion up or holds it back; nothing is shut out. */
function leaningTo(
  { level, focus = [] }: SuggestOptions,
  weights: Weights,
): (candidate: Candidate, anyhow: number) => number {
  return (candidate, anyhow) => {
    const away = level === null ? 2 : Math.min(Math.abs(candidate.level - level), 4);
    const near = anyhow * (1 + weights.level * (1 - away / 2));
    const focused = focus.some((one) => one === candidate.topic || one === candidate.criterion.id);
    return focused ? near * (1 + weights.focus) : near;
  };
}

function toSuggestion(candidate: Candidate, score: number, reasons: readonly string[]): Suggestion {
  const { topic, topicTitle, level, criterion } = candidate;
  return { topic, topicTitle, level, criterion, score: Math.round(score * 1000) / 1000, reasons: reasons.slice(0, 3) };
}
