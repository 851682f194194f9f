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
  const frameworks = new Map<string, { named: Named; calls: Calls }>();
  const topics: { named: Named; calls: Calls }[] = [];
  for (const [index, calls] of callsByNamed) {
    const named = lexicon.named[index];
    if (named === undefined) continue;
    if (named.topic === null) frameworks.set(named.framework.path, { named, calls });
    else topics.push({ named, calls });
  }

  const readings: NameReading[] = [];
  for (const { named, calls } of frameworks.values()) readings.push(toReading(words, named, calls, null, new Map()));
  for (const { named, calls } of topics) {
    const alone = toReading(words, null, new Map(), named, calls);
    readings.push(alone);
    const of = frameworks.get(named.framework.path);
    if (of === undefined) continue;
    const both = toReading(words, of.named, of.calls, named, calls);
    if (both.sureness > alone.sureness && both.sureness > surenessOf(of.calls)) readings.push(both);
  }
  const best = bestOf(readings);
  return { best, elsewhere: findElsewhere(words, [...frameworks.values()], topics, best[0]?.sureness ?? 0) };
}

function bestOf(readings: readonly NameReading[]): NameReading[] {
  const sureness = readings.reduce((most, reading) => Math.max(most, reading.sureness), 0);
  const surest = readings.filter((reading) => reading.sureness === sureness);
  const complete = surest.reduce((most, reading) => Math.max(most, reading.complete), 0);
  return surest.filter((reading) => reading.complete === complete);
}

function toReading(
  words: readonly string[],
  framework: Named | null,
  frameworkCalls: Calls,
  topic: Named | null,
  topicCalls: Calls,
): NameReading {
  const read = new Map<string, Call>();
  const left: string[] = [];
  for (const word of new Set(words)) {
    const call = surer(frameworkCalls.get(word), topicCalls.get(word));
    if (call === undefined) left.push(word);
    else read.set(word, call);
  }
  const parts = [
    ...(framework === null ? [] : [completeness(framework, frameworkCalls)]),
    ...(topic === null ? [] : [completeness(topic, topicCalls)]),
  ];
  const complete = parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length);
  return { framework, topic, sureness: surenessOf(read), complete, read, left };
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

function completeness(named: Named, calls: Calls): number {
  const read = new Set(Array.from(calls.values(), (call) => call.word));
  return named.names.reduce((most, name) => {
    const typed = name.filter((word) => read.has(word)).length;
    return Math.max(most, typed / name.length);
  }, 0);
}

function findElsewhere(
  words: readonly string[],
  frameworks: readonly { named: Named; calls: Calls }[],
  topics: readonly { named: Named; calls: Calls }[],
  sureness: number,
): NameReadings["elsewhere"] {
  const called = frameworks.toSorted((a, b) => surenessOf(b.calls) - surenessOf(a.calls));
  for (const of of called.slice(0, FRAMEWORKS_TRIED_ELSEWHERE)) {
    const there = topics.map((topic) => ({
      ...topic,
      sureness: toReading(words, of.named, of.calls, topic.named, topic.calls).sureness,
    }));
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
