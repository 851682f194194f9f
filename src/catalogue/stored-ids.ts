import { eachInSteps } from "./breath.ts";
import type { SeenCriterion } from "./match-criteria.ts";
import type { Catalogue, Criterion, Framework, Level, Topic } from "./types.ts";

/**
 * The catalogue as it was read has first ids, made of place and words. Whoever remembers earlier readings knows the ids that evidence
 * hangs on: this lists what is there for them to match, and puts their ids in.
 */

/** Each criterion once, where it is written; an inherited one stands in generic. */
export function* seenInSteps({ frameworks }: Catalogue): Generator<void, SeenCriterion[]> {
  const seen: SeenCriterion[] = [];
  for (const framework of frameworks) {
    for (const topic of framework.topics) {
      for (const { level, criteria } of topic.levels) {
        for (const { id, text, source } of criteria) {
          if (source !== "own") continue;
          const pinnedId = FIRST_ID.test(id) ? null : id;
          seen.push({ framework: framework.path, topic: topic.name, level, text, pinnedId, firstId: id });
        }
      }
    }
    yield;
  }
  return seen;
}

/** An id that the author pinned in this very shape is matched like any other: by its place and words. */
const FIRST_ID = /^[0-9a-z]{10}$/;

/** The same catalogue with the ids that `seen` has by now; every framework that inherits a criterion gets the same one. */
export function* withIdsInSteps(
  catalogue: Catalogue,
  seen: readonly SeenCriterion[],
  ids: readonly string[],
): Generator<void, Catalogue> {
  const changed = new Map<string, string>();
  yield* eachInSteps(seen, ({ firstId }, index) => {
    const id = ids[index] ?? firstId;
    if (id !== firstId) changed.set(firstId, id);
  });
  if (changed.size === 0) return catalogue;

  const criterionOf = (criterion: Criterion): Criterion => {
    const id = changed.get(criterion.id);
    return id === undefined ? criterion : Object.freeze({ ...criterion, id });
  };
  const levelOf = (level: Level): Level =>
    Object.freeze({ ...level, criteria: Object.freeze(level.criteria.map(criterionOf)) });
  const topicOf = (topic: Topic): Topic =>
    Object.freeze({ ...topic, levels: Object.freeze(topic.levels.map(levelOf)) });
  const frameworks: Framework[] = [];
  for (const framework of catalogue.frameworks) {
    frameworks.push(Object.freeze({ ...framework, topics: Object.freeze(framework.topics.map(topicOf)) }));
    yield;
  }
  return Object.freeze({ ...catalogue, frameworks: Object.freeze(frameworks) });
}
