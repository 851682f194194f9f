import type { Catalogue, Framework, Topic } from "../catalogue/types.ts";
import { likeness } from "../text/spelling.ts";
import type { Intent } from "./intent.ts";
import type { Named } from "./names.ts";
import { lexiconOf } from "./names.ts";

/** What would have worked: the pages whose names are most like what was typed, best first. */
const MOST = 5;
const WORDS_WEIGHED = 8;

export function toPage(framework: Framework, topic: Topic | null, level: number | null): Intent {
  const path = framework.path;
  const there = level !== null && level >= 1 && level <= framework.levels;
  if (topic === null) {
    if (level === null || !there) return { kind: "framework", framework: path, page: 1 };
    return { kind: "all-topics", framework: path, level, examples: false, page: 1 };
  }
  if (level === null || !there) return { kind: "topic", framework: path, topic: topic.name, page: 1 };
  return { kind: "level", framework: path, topic: topic.name, level, examples: false, page: 1 };
}

/** `within`: only this framework's topics, all of them if nothing is alike. */
export function nearestPages(
  words: readonly string[],
  catalogue: Catalogue,
  level: number | null,
  within: Framework | null,
): Intent[] {
  const weighed = words.slice(0, WORDS_WEIGHED);
  const { named, byWord } = lexiconOf(catalogue);
  const like = new Map<string, number>();
  for (const name of byWord.keys()) {
    if (name.length > 2)
      like.set(
        name,
        weighed.reduce((most, word) => Math.max(most, likeness(word, name)), 0),
      );
  }
  const candidates =
    within === null ? named : named.filter(({ framework, topic }) => framework === within && topic !== null);
  const ranked = candidates
    .map((candidate) => ({ candidate, like: mostOf(candidate, like) }))
    .toSorted((a, b) => b.like - a.like);
  const alike = ranked.filter(({ like }) => like >= 0.45);
  const chosen =
    alike.length > 0 ? alike : ranked.filter(({ candidate }) => within !== null || candidate.topic === null);
  return unique(chosen.slice(0, 20).map(({ candidate }) => toPage(candidate.framework, candidate.topic, level)));
}

export function unique(intents: readonly Intent[]): Intent[] {
  const first = new Map<string, Intent>();
  for (const intent of intents) {
    if (first.size === MOST) break;
    const told = JSON.stringify(intent);
    if (!first.has(told)) first.set(told, intent);
  }
  return [...first.values()];
}

function mostOf({ names }: Named, like: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const name of names) for (const word of name) most = Math.max(most, like.get(word) ?? 0);
  return most;
}
