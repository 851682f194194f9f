import type { Criterion, Framework } from "../catalogue/types.ts";
import { buildCriterionIndex, type Candidate, type CriterionIndex } from "./criterion-index.ts";
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
  /** Words of the win, or names of concepts, that speak for it; strongest first, at most three. */
  readonly reasons: readonly string[];
}

export interface SuggestOptions {
  /** The person's level; null when they did not say. */
  readonly level: number | null;
  /** Ids of criteria or names of topics. */
  readonly focus?: readonly string[];
  /** What the person filed before: similar texts lean to the same criteria. */
  readonly confirmed?: readonly { readonly text: string; readonly criterionId: string }[];
  /** Five unless told. */
  readonly limit?: number;
}

export interface SuggesterOptions {
  /** The framework's own words: concept to phrases. A known concept's name extends it; another is new. */
  readonly lexicon?: Readonly<Record<string, readonly string[]>>;
  readonly weights?: Weights;
}

export interface Suggester {
  suggest(text: string, options: SuggestOptions): Suggestion[];
}

const LIMIT = 5;

export function createSuggester(framework: Framework, options: SuggesterOptions = {}): Suggester {
  const weights = options.weights ?? WEIGHTS;
  const lexicon = options.lexicon === undefined ? LEXICON : extendLexicon(LEXICON, options.lexicon);
  const phrases = options.lexicon === undefined ? sharedIndex() : buildPhraseIndex(lexicon);
  const index = buildCriterionIndex(framework, phrases, weights);
  return {
    suggest(text, asked) {
      const kinds = { asks: 1, tells: 1, hints: weights.hints };
      const win = profileOf(text, phrases, kinds);
      const scores = scoreAll(win, index, weights);
      const topics = topicShares(scores, index.candidates, weights.topic);
      const ranked = index.candidates
        .map((candidate, at) => {
          const raw = (scores[at] ?? 0) + (topics.get(candidate.topic) ?? 0);
          return { at, topic: candidate.topic, score: raw * leaning(candidate, asked, weights) };
        })
        .filter((item) => item.score > 0)
        .sort((a, b) => b.score - a.score || a.at - b.at);
      return spreadOver(ranked, asked.limit ?? LIMIT, weights.spread).flatMap((item) => {
        const candidate = index.candidates[item.at];
        const shares = sharesOf(item.at, win, index, weights, lexicon);
        return candidate === undefined ? [] : [toSuggestion(candidate, item.score, shares)];
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
  const own = new Map(Object.entries(more));
  const extended = base.map((entry) => {
    const phrases = own.get(entry.name);
    own.delete(entry.name);
    return phrases === undefined ? entry : { ...entry, tells: `${entry.tells},${phrases.join(",")}` };
  });
  const added = Array.from(own, ([name, phrases]) => {
    const list = [name, ...phrases].join(",");
    return concept(name, { asks: list });
  });
  return [...extended, ...added];
}

function scoreAll(win: Profile, index: CriterionIndex, weights: Weights): number[] {
  const scores = new Array<number>(index.candidates.length).fill(0);
  for (const term of win.terms.keys()) {
    for (const { at, weight } of index.terms.get(term) ?? []) {
      scores[at] = (scores[at] ?? 0) + weights.words * weight;
    }
  }
  for (const [concept, { strength }] of win.concepts) {
    for (const { at, weight } of index.concepts.get(concept) ?? []) {
      scores[at] = (scores[at] ?? 0) + weights.concepts * weight * strength;
    }
  }
  return scores;
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
  for (const [term, { text }] of win.terms) {
    const posting = index.terms.get(term)?.find((entry) => entry.at === at);
    if (posting !== undefined) {
      shares.push({ worth: weights.words * posting.weight, name: null, said: [text] });
    }
  }
  for (const [concept, { strength, said }] of win.concepts) {
    const posting = index.concepts.get(concept)?.find((entry) => entry.at === at);
    if (posting !== undefined) {
      const worth = weights.concepts * posting.weight * strength;
      shares.push({ worth, name: lexicon[concept]?.name ?? null, said });
    }
  }
  return shares;
}

/** A criterion gets a part of the mean of its topic's three best. */
function topicShares(scores: readonly number[], candidates: readonly Candidate[], weight: number): Map<string, number> {
  const best = new Map<string, number[]>();
  candidates.forEach(({ topic }, at) => {
    const top = best.get(topic) ?? [];
    best.set(topic, top);
    top.push(scores[at] ?? 0);
    if (top.length > 3) {
      top.sort((a, b) => b - a).pop();
    }
  });
  return new Map(
    Array.from(best, ([topic, top]) => [topic, (weight * top.reduce((sum, score) => sum + score, 0)) / 3]),
  );
}

function leaning(candidate: Candidate, asked: SuggestOptions, weights: Weights): number {
  let factor = 1;
  if (asked.level !== null) {
    const away = Math.abs(candidate.level - asked.level);
    factor *= 1 + weights.level * (1 - Math.min(away, 4) / 2);
  }
  if (asked.focus?.some((focus) => focus === candidate.topic || focus === candidate.criterion.id)) {
    factor *= 1 + weights.focus;
  }
  return factor;
}

function toSuggestion(candidate: Candidate, score: number, shares: readonly Share[]): Suggestion {
  return {
    topic: candidate.topic,
    topicTitle: candidate.topicTitle,
    level: candidate.level,
    criterion: candidate.criterion,
    score: Math.round(score * 1000) / 1000,
    reasons: reasonsFor(shares),
  };
}
