import type { Call, Lexicon, Named } from "./names.ts";
import { callsOf } from "./names.ts";

/**
 * Which framework, topic, or both a bag of words calls. Every combination is weighed by how surely its words call it; the
 * best are kept, and when several are equally good none is preferred here: the caller asks.
 */

export interface NameReading {
  /** The framework that was called by name; null when only a topic was. */
  readonly framework: Named | null;
  readonly topic: Named | null;
  readonly sureness: number;
  /** How much of the names was typed, 0 to 1: decides between "Design" and "Design systems". */
  readonly complete: number;
  /** What each word was read as; a word that calls neither is in `left`. */
  readonly read: ReadonlyMap<string, Call>;
  readonly left: readonly string[];
}

export interface NameReadings {
  /** Equally good; empty when no word calls anything. */
  readonly best: readonly NameReading[];
  /** A framework and a topic that it does not have, when that explains more words than any real page. */
  readonly elsewhere: { readonly framework: Named; readonly topics: readonly Named[] } | null;
}

type Calls = ReadonlyMap<string, Call>;
const FRAMEWORKS_TRIED_ELSEWHERE = 3;

export function readNames(words: readonly string[], lexicon: Lexicon): NameReadings {
  const callsByNamed = new Map<number, Map<string, Call>>();
  for (const word of new Set(words)) {
    for (const [index, call] of callsOf(word, lexicon)) {
      const calls = callsByNamed.get(index);
      if (calls === undefined) callsByNamed.set(index, new Map([[word, call]]));
      else calls.set(word, call);
    }
  }
  const frameworks = new Map<string, Called>();
  const topics: Called[] = [];
  for (const [index, calls] of callsByNamed) {
    const named = lexicon.named[index];
    if (named === undefined) continue;
    const called: Called = { named, calls, sureness: surenessOf(calls) };
    if (named.topic === null) frameworks.set(named.framework.path, called);
    else topics.push(called);
  }

  // A name may stand in a thousand frameworks: all are weighed, and only the surest are read in full.
  const candidates: Candidate[] = [];
  for (const framework of frameworks.values()) {
    candidates.push({ framework, topic: null, sureness: framework.sureness });
  }
  for (const topic of topics) {
    candidates.push({ framework: null, topic, sureness: topic.sureness });
    const framework = frameworks.get(topic.named.framework.path);
    if (framework === undefined) continue;
    const sureness = surenessOfBoth(framework, topic);
    if (sureness > topic.sureness && sureness > framework.sureness) candidates.push({ framework, topic, sureness });
  }
  const most = candidates.reduce((max, { sureness }) => Math.max(max, sureness), 0);
  const surest = candidates.filter(({ sureness }) => sureness === most);
  const best = mostComplete(surest.map((candidate) => toReading(words, candidate)));
  return { best, elsewhere: findElsewhere([...frameworks.values()], topics, best[0]?.sureness ?? 0) };
}

/** What some of the words call, and how surely all of them together do. */
interface Called {
  readonly named: Named;
  readonly calls: Calls;
  readonly sureness: number;
}

interface Candidate {
  readonly framework: Called | null;
  readonly topic: Called | null;
  readonly sureness: number;
}

function mostComplete(readings: readonly NameReading[]): NameReading[] {
  const complete = readings.reduce((most, reading) => Math.max(most, reading.complete), 0);
  return readings.filter((reading) => reading.complete === complete);
}

/** Every word counts once, as what it calls more surely. */
function surenessOfBoth(a: Called, b: Called): number {
  let sum = a.sureness;
  for (const [word, { sureness }] of b.calls) sum += Math.max(0, sureness - (a.calls.get(word)?.sureness ?? 0));
  return sum;
}

const NO_CALLS: Calls = new Map();

function toReading(words: readonly string[], { framework, topic, sureness }: Candidate): NameReading {
  const frameworkCalls = framework?.calls ?? NO_CALLS;
  const topicCalls = topic?.calls ?? NO_CALLS;
  const read = new Map<string, Call>();
  const left: string[] = [];
  for (const word of new Set(words)) {
    const call = surer(frameworkCalls.get(word), topicCalls.get(word));
    if (call === undefined) left.push(word);
    else read.set(word, call);
  }
  const parts = [framework, topic].flatMap((called) => (called === null ? [] : completeness(called)));
  const complete = parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length);
  return { framework: framework?.named ?? null, topic: topic?.named ?? null, sureness, complete, read, left };
}

function surer(a: Call | undefined, b: Call | undefined): Call | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.sureness >= b.sureness ? a : b;
}

function surenessOf(calls: Calls): number {
  let sum = 0;
  for (const call of calls.values()) sum += call.sureness;
  return sum;
}

function completeness({ named, calls }: Called): number {
  let most = 0;
  for (const name of named.names) {
    let typed = 0;
    for (const word of name) if (isRead(word, calls)) typed += 1;
    most = Math.max(most, typed / name.length);
  }
  return most;
}

function isRead(word: string, calls: Calls): boolean {
  for (const call of calls.values()) if (call.word === word) return true;
  return false;
}

function findElsewhere(
  frameworks: readonly Called[],
  topics: readonly Called[],
  sureness: number,
): NameReadings["elsewhere"] {
  const called = frameworks.toSorted((a, b) => b.sureness - a.sureness);
  for (const of of called.slice(0, FRAMEWORKS_TRIED_ELSEWHERE)) {
    const there = topics.map((topic) => ({ named: topic.named, sureness: surenessOfBoth(of, topic) }));
    const most = there.reduce((max, topic) => Math.max(max, topic.sureness), 0);
    if (most > sureness) {
      return {
        framework: of.named,
        topics: there.filter((topic) => topic.sureness === most).map(({ named }) => named),
      };
    }
  }
  return null;
}
