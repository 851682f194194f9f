import type { Criterion, Framework } from "../catalogue/types.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import { type Profile, profileOf } from "./profile.ts";
import type { Weights } from "./weights.ts";

/**
 * The criteria of one framework, prepared for scoring: for every word (BM25 over text, examples and topic) and every concept, which criteria
 * it speaks for and how strongly. A win then touches only the criteria that it shares something with.
 */
export interface Candidate {
  readonly criterion: Criterion;
  readonly topic: string;
  readonly topicTitle: string;
  readonly level: number;
}

interface Posting {
  readonly at: number;
  readonly weight: number;
}

/** Side by side: which criteria, ascending, and how strongly. */
export interface Postings {
  readonly ats: Int32Array;
  readonly weights: Float64Array;
}

export interface CriterionIndex {
  readonly candidates: readonly Candidate[];
  readonly terms: ReadonlyMap<string, Postings>;
  readonly concepts: ReadonlyMap<number, Postings>;
  /** Per criterion, what its score is multiplied by whoever asks: small topics count more, inherited criteria less. */
  readonly leanings: Float64Array;
}

const K1 = 1.2;
const B = 0.5;
const NOTHING: Profile = { terms: new Map(), concepts: new Map() };
const EXAMPLES = 0.4;
const TITLE = 0.3;
/** A criterion speaks of a concept by the framework's phrases, less surely by people's, and hints say nothing. */
const KINDS = { asks: 1.25, tells: 0.4, hints: 0 } as const;

export function buildCriterionIndex(framework: Framework, phrases: PhraseIndex, weights: Weights): CriterionIndex {
  const candidates = candidatesOf(framework);
  const titles = new Map(
    framework.topics.map(({ name, title }) => [name, profileOf(`${name} ${title}`, phrases, KINDS)]),
  );
  const profiles = candidates.map((candidate) => ({
    text: profileOf(candidate.criterion.text, phrases, KINDS),
    examples: candidate.criterion.examples.length === 0 ? NOTHING : examplesOf(candidate, phrases),
    title: titles.get(candidate.topic) ?? NOTHING,
  }));
  // What is rare, long or broad is judged by the framework's own criteria: what it inherits is about everybody's work.
  const own = (at: number) => candidates[at]?.criterion.source === "own";
  const terms = wordPostings(
    profiles.map(({ text, examples, title }) => fields(text, examples, title)),
    own,
  );
  const concepts = conceptPostings(
    profiles.map(({ text, examples }) => mergeConcepts(text, examples)),
    own,
    weights.breadth,
  );
  return {
    candidates,
    leanings: leaningsOf(candidates, weights),
    terms: mapValues(terms, sideBySide),
    concepts: mapValues(concepts, sideBySide),
  };
}

/** What is added to the score of one criterion by what is shared; 0 where it is not among them. */
export function weightIn({ ats, weights }: Postings, at: number): number {
  let low = 0;
  let high = ats.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ats[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return ats[low] === at ? (weights[low] ?? 0) : 0;
}

function sideBySide(list: readonly Posting[]): Postings {
  return { ats: Int32Array.from(list, ({ at }) => at), weights: Float64Array.from(list, ({ weight }) => weight) };
}

function leaningsOf(candidates: readonly Candidate[], weights: Weights): Float64Array {
  const sizes = sizesOf(candidates);
  return Float64Array.from(candidates, ({ topic, criterion }) => {
    const small = (sizes.get(topic) ?? 1) ** weights.size;
    return criterion.source === "generic" ? small * weights.inherited : small;
  });
}

function examplesOf({ criterion }: Candidate, phrases: PhraseIndex): Profile {
  return profileOf(criterion.examples.join("\n"), phrases, KINDS);
}

/** Every criterion that may be suggested, once per place; unwritten ones never. */
function candidatesOf(framework: Framework): Candidate[] {
  return framework.topics.flatMap((topic) =>
    topic.levels.flatMap(({ level, criteria }) =>
      criteria
        .filter((criterion) => !criterion.todo && criterion.text.trim() !== "")
        .map((criterion) => ({ criterion, topic: topic.name, topicTitle: topic.title, level })),
    ),
  );
}

/** Topic to how small it is: criteria of an average topic over its own. */
function sizesOf(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { topic, criterion } of candidates) {
    if (criterion.source === "own") {
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
  }
  const average = Array.from(counts.values()).reduce((sum, count) => sum + count, 0) / Math.max(1, counts.size);
  return new Map(Array.from(counts, ([topic, count]) => [topic, average / count]));
}

function fields(text: Profile, examples: Profile, title: Profile): Map<string, number> {
  const all = new Map<string, number>();
  for (const [profile, weight] of [
    [text, 1],
    [examples, EXAMPLES],
    [title, TITLE],
  ] as const) {
    for (const [term, { count }] of profile.terms) {
      all.set(term, (all.get(term) ?? 0) + weight * count);
    }
  }
  return all;
}

function mergeConcepts(text: Profile, examples: Profile): Map<number, number> {
  const all = new Map<number, number>();
  for (const [concept, { strength }] of text.concepts) {
    all.set(concept, strength);
  }
  for (const [concept, { strength }] of examples.concepts) {
    all.set(concept, Math.max(all.get(concept) ?? 0, EXAMPLES * strength));
  }
  return all;
}

type IsOwn = (at: number) => boolean;

function wordPostings(documents: readonly ReadonlyMap<string, number>[], own: IsOwn): Map<string, Posting[]> {
  const lengths = documents.map(total);
  const judged = lengths.filter((_, at) => own(at));
  const average = mean(judged);
  const postings = invert(documents);
  return mapValues(postings, (list) => {
    const idf = rarity(judged.length, list.filter(({ at }) => own(at)).length);
    return list.map(({ at, weight }) => {
      const norm = 1 - B + (B * (lengths[at] ?? average)) / average;
      return { at, weight: (idf * weight * (K1 + 1)) / (weight + K1 * norm) };
    });
  });
}

function conceptPostings(
  documents: readonly ReadonlyMap<number, number>[],
  own: IsOwn,
  breadth: number,
): Map<number, Posting[]> {
  const judged = documents.filter((_, at) => own(at)).length;
  const postings = mapValues(invert(documents), (list) => {
    const having = list.reduce((sum, { at, weight }) => sum + (own(at) ? weight : 0), 0);
    const idf = rarity(judged, having);
    return list.map(({ at, weight }) => ({ at, weight: idf * weight }));
  });
  const norms = new Array<number>(documents.length).fill(0);
  for (const list of postings.values()) {
    for (const { at, weight } of list) {
      norms[at] = (norms[at] ?? 0) + weight * weight;
    }
  }
  const typical = Math.sqrt(mean(norms.filter((_, at) => own(at)))) || 1;
  return mapValues(postings, (list) =>
    list.map(({ at, weight }) => ({ at, weight: weight / (Math.sqrt(norms[at] ?? 1) / typical) ** breadth })),
  );
}

/** Words and concepts that few criteria speak of say more. */
function rarity(documents: number, having: number): number {
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}

function invert<Key>(documents: readonly ReadonlyMap<Key, number>[]): Map<Key, Posting[]> {
  const postings = new Map<Key, Posting[]>();
  documents.forEach((document, at) => {
    for (const [key, weight] of document) {
      const list = postings.get(key);
      if (list === undefined) {
        postings.set(key, [{ at, weight }]);
      } else {
        list.push({ at, weight });
      }
    }
  });
  return postings;
}

function mapValues<Key, From, To>(map: ReadonlyMap<Key, From>, change: (value: From) => To): Map<Key, To> {
  return new Map(Array.from(map, ([key, value]) => [key, change(value)]));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

function total(document: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of document.values()) {
    sum += weight;
  }
  return sum;
}
