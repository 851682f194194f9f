import type { Criterion, Framework } from "../catalogue/types.ts";
import { buildCriterionIndex, type Candidate, type CriterionIndex } from "./criterion-index.ts";
import { type Confirmed, likenessTo } from "./history.ts";
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
  /** What the person filed before, newest first: similar texts lean to the same criteria. */
  readonly confirmed?: readonly Confirmed[];
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
const FILED = "like a win you filed here";

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
      const alike = likenessTo(new Set(win.terms.keys()), asked.confirmed ?? []);
      const most = scores.reduce((high, score) => Math.max(high, score), 0);
      if (most === 0 && alike.size === 0) {
        return [];
      }
      const ranked = index.candidates
        .map((candidate, at) => {
          const known = weights.history * (most || 1) * (alike.get(candidate.criterion.id) ?? 0);
          const raw = (scores[at] ?? 0) + known + FILLER;
          return { at, topic: candidate.topic, score: raw * leaning(candidate, asked, index, weights) };
        })
        .sort((a, b) => b.score - a.score || a.at - b.at);
      return spreadOver(ranked, asked.limit ?? LIMIT, weights.spread).flatMap((item) => {
        const candidate = index.candidates[item.at];
        if (candidate === undefined) {
          return [];
        }
        const reasons = reasonsFor(sharesOf(item.at, win, index, weights, lexicon));
        return [toSuggestion(candidate, item.score, alike.has(candidate.criterion.id) ? [FILED, ...reasons] : reasons)];
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

function leaning(candidate: Candidate, asked: SuggestOptions, index: CriterionIndex, weights: Weights): number {
  let factor = (index.sizes.get(candidate.topic) ?? 1) ** weights.size;
  if (candidate.criterion.source === "generic") {
    factor *= weights.inherited;
  }
  if (asked.level !== null) {
    const away = Math.abs(candidate.level - asked.level);
    factor *= 1 + weights.level * (1 - Math.min(away, 4) / 2);
  }
  if (asked.focus?.some((focus) => focus === candidate.topic || focus === candidate.criterion.id)) {
    factor *= 1 + weights.focus;
  }
  return factor;
}

function toSuggestion(candidate: Candidate, score: number, reasons: readonly string[]): Suggestion {
  const { topic, topicTitle, level, criterion } = candidate;
  return { topic, topicTitle, level, criterion, score: Math.round(score * 1000) / 1000, reasons: reasons.slice(0, 3) };
}
