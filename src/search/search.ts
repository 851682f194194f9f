import { setImmediate } from "node:timers/promises";
import type { Catalogue } from "../catalogue/types.ts";
import { typoDistance } from "../text/spelling.ts";
import { fold, wordsOf } from "../text/words.ts";
import { type Entry, entriesOf } from "./entries.ts";
import type { SearchHit } from "./hit.ts";
import { buildPostings, type Postings, termsBeginning } from "./postings.ts";
import { allTerms, holdsPhrase, type Query, toQuery } from "./query.ts";

/**
 * Search over criteria and examples. Every word of the query must be in the text, as itself, inflected, or (from three letters)
 * as a beginning; when no text holds them all, texts that hold most of them are shown, and it is said. Work is bounded: eight
 * words, `BEGINNINGS` expansions a word, `MOST_HITS` hits.
 */
export interface Search {
  /** `framework`: its path, or null for all. */
  find(query: string, framework: string | null): Found;
  /** Builds the index ahead of the first search, in slices of `SLICE_MS`, so that nobody waits for it. */
  warm(): Promise<void>;
}

interface Found extends Hits {
  readonly leftOut: readonly string[];
  readonly nearest: readonly string[];
  /** Whether the query holds any word worth looking for. */
  readonly searchable: boolean;
}

interface Hits {
  readonly hits: readonly SearchHit[];
  /** There may be more than these. */
  readonly cut: boolean;
  /** Where no text holds everything that was asked: the words, as typed, that stand in some text. Else empty. */
  readonly apart: readonly string[];
}

interface Scored {
  readonly index: number;
  readonly score: number;
}

const BEGINNINGS = 40;
const BEGINNING_LETTERS = 3;
const MOST_HITS = 200;
/** So many texts at most are read for a phrase. */
const MOST_READ = 1_000;
const MOST_NEAREST = 5;
const WORDS_RESPELT = 3;
/** No typo is further from what was meant, see `typoDistance`. */
const FURTHEST = 3;
const BEGINNING_WEIGHT = 0.5;
const EXAMPLE_WEIGHT = 0.8;
const BM25 = { k: 1.2, b: 0.7 };

interface Index {
  readonly entries: readonly Entry[];
  readonly postings: Postings;
}

const SLICE_MS = 4;

/** The index is built by `warm`; a search that comes earlier builds the rest of it first. */
export function createSearch(catalogue: Catalogue): Search {
  const building = buildIndex(catalogue);
  let index: Index | null = null;
  const step = () => {
    const { done, value } = building.next();
    if (done === true) index = value;
  };
  const getIndex = (): Index => {
    while (index === null) step();
    return index;
  };
  return {
    find(text, framework) {
      const query = toQuery(text);
      const { leftOut } = query;
      if (query.words.length === 0) return { ...NOTHING, leftOut, nearest: [], searchable: false };
      const { entries, postings } = getIndex();
      const found = hitsOf(query, framework, entries, postings);
      const nearest = found.hits.length > 0 ? [] : nearestSpellings(query, postings);
      return { ...found, leftOut, nearest, searchable: true };
    },
    async warm() {
      while (index === null) {
        const until = performance.now() + SLICE_MS;
        while (index === null && performance.now() < until) step();
        await setImmediate();
      }
    },
  };
}

function* buildIndex(catalogue: Catalogue): Generator<void, Index> {
  const entries = yield* entriesOf(catalogue);
  return { entries, postings: yield* buildPostings(entries) };
}

const NOTHING: Hits = { hits: [], cut: false, apart: [] };

function hitsOf(query: Query, framework: string | null, entries: readonly Entry[], postings: Postings): Hits {
  const count = entries.length;
  const scores = new Float32Array(count);
  const held = new Uint8Array(count);
  const matched = query.words.map(({ term, typed }) => expand(term, typed, postings));
  const inside = insideOf(entries, framework);
  const standing = query.words.filter((_, at) => scoreWord(matched[at] ?? new Map(), scores, held, inside, postings));
  const apart = standing.map(({ typed }) => typed);
  const most = held.reduce((max, here) => Math.max(max, here), 0);
  if (most === 0 || most * 2 <= query.words.length - 1) return { ...NOTHING, apart };
  const scored: Scored[] = [];
  for (let at = 0; at < count; at += 1) {
    if (held[at] !== most) continue;
    const weight = entries[at]?.kind === "example" ? EXAMPLE_WEIGHT : 1;
    scored.push({ index: at, score: (scores[at] ?? 0) * weight });
  }
  scored.sort((a, b) => b.score - a.score || a.index - b.index);
  const terms = new Set(matched.flatMap((expansion) => [...expansion.keys()]));
  const hits: SearchHit[] = [];
  let cut = false;
  for (const [read, { index }] of scored.entries()) {
    const entry = entries[index];
    cut = query.phrases.length > 0 && read === MOST_READ;
    if (cut) break;
    if (entry === undefined || (query.phrases.length > 0 && !holdsAll(entry.text, query.phrases))) continue;
    cut = hits.length === MOST_HITS;
    if (cut) break;
    hits.push(toHit(entry, framework, terms));
  }
  return { hits, cut, apart: hits.length > 0 && most === query.words.length ? [] : apart };
}

/** The terms that a word of the query stands for, with their weight. */
function expand(term: string, typed: string, postings: Postings): Map<string, number> {
  const terms = new Map<string, number>();
  if (typed.length >= BEGINNING_LETTERS) {
    for (const longer of termsBeginning(typed, postings, BEGINNINGS)) terms.set(longer, BEGINNING_WEIGHT);
  }
  if (postings.byTerm.has(term)) terms.set(term, 1);
  return terms;
}

/** Flat arrays, as a common word stands in every text: of several terms for one word, the worthiest counts, once. True: it stands somewhere. */
function scoreWord(
  expansion: Map<string, number>,
  scores: Float32Array,
  held: Uint8Array,
  inside: Uint8Array,
  postings: Postings,
): boolean {
  const best = new Float32Array(scores.length);
  let stands = false;
  for (const [term, weight] of expansion) {
    const places = postings.byTerm.get(term) ?? [];
    const rarity = Math.log(1 + (scores.length - places.length + 0.5) / (places.length + 0.5));
    for (const at of places) {
      if (inside[at] === 0) continue;
      stands = true;
      const length = (postings.lengths[at] ?? 0) / postings.averageLength;
      const worth = (weight * rarity * (BM25.k + 1)) / (1 + BM25.k * (1 - BM25.b + BM25.b * length));
      const before = best[at] ?? 0;
      if (worth <= before) continue;
      if (before === 0) held[at] = (held[at] ?? 0) + 1;
      scores[at] = (scores[at] ?? 0) + worth - before;
      best[at] = worth;
    }
  }
  return stands;
}

/** 1 for each text that stands in the framework. */
function insideOf(entries: readonly Entry[], framework: string | null): Uint8Array {
  const inside = new Uint8Array(entries.length);
  if (framework === null) return inside.fill(1);
  for (const [at, { places }] of entries.entries()) {
    if (places.some((place) => place.framework === framework)) inside[at] = 1;
  }
  return inside;
}

function holdsAll(text: string, phrases: Query["phrases"]): boolean {
  const terms = allTerms(wordsOf(text));
  return phrases.every((phrase) => holdsPhrase(terms, phrase));
}

function toHit(entry: Entry, framework: string | null, terms: ReadonlySet<string>): SearchHit {
  return {
    text: entry.text,
    kind: entry.kind,
    criterion: entry.criterion,
    places: framework === null ? entry.places : entry.places.filter((place) => place.framework === framework),
    matches: wordsOf(entry.text)
      .filter((word) => !word.stop && terms.has(word.term))
      .map((word) => [word.start, word.start + word.text.length] as const),
  };
}

function nearestSpellings({ words }: Query, { spellings, spellingsByLength, byTerm }: Postings): string[] {
  const near: { spelling: string; apart: number; times: number }[] = [];
  const unknown = words.filter(({ term }) => !byTerm.has(term)).slice(0, WORDS_RESPELT);
  for (const { typed } of unknown) {
    for (let length = typed.length - FURTHEST; length <= typed.length + FURTHEST; length += 1) {
      for (const spelling of spellingsByLength.get(length) ?? []) {
        const apart = typoDistance(typed, spelling);
        if (apart !== null && apart > 0) near.push({ spelling, apart, times: spellings.get(spelling) ?? 0 });
      }
    }
  }
  near.sort((a, b) => a.apart - b.apart || b.times - a.times || (a.spelling < b.spelling ? -1 : 1));
  return [...new Set(near.map(({ spelling }) => fold(spelling)))].slice(0, MOST_NEAREST);
}
