import { eachInSteps } from "./breath.ts";
import type { KnownCriterion, SeenCriterion } from "./match-criteria.ts";
import { ShardedMap } from "./sharded.ts";

/**
 * Nearly every criterion is, after a reload, letter by letter where it was, and its first id says so. Those are found without a look at
 * their words, and only the others have to be matched.
 */
export interface Changed {
  readonly before: readonly KnownCriterion[];
  readonly after: readonly SeenCriterion[];
  /** By the position in all of `after`. */
  wasUntouched(position: number): boolean;
}

/** Whatever an author pinned, or claims by a pin, counts as changed. */
export function* findChanged(
  before: readonly KnownCriterion[],
  after: readonly SeenCriterion[],
): Generator<void, Changed> {
  const waiting = new ShardedMap<number>();
  const untouchedBefore = new Uint8Array(before.length);
  const untouched = new Uint8Array(after.length);
  const pins = new Set<string>();
  const changedBefore: KnownCriterion[] = [];
  const changed: SeenCriterion[] = [];

  yield* eachInSteps(after, ({ pinnedId }) => {
    if (pinnedId !== null) pins.add(pinnedId);
  });
  yield* eachInSteps(before, ({ id, retired }, position) => {
    if (!retired && !pins.has(id)) waiting.set(id, position);
  });
  yield* eachInSteps(after, (seen, position) => {
    const there = seen.pinnedId === null ? waiting.get(seen.firstId) : undefined;
    const known = there === undefined ? undefined : before[there];

    if (there === undefined || known === undefined || !isSame(known, seen)) {
      changed.push(seen);
      return;
    }
    waiting.delete(seen.firstId);
    untouchedBefore[there] = 1;
    untouched[position] = 1;
  });
  yield* eachInSteps(before, (known, position) => {
    if (untouchedBefore[position] === 0) changedBefore.push(known);
  });
  return { before: changedBefore, after: changed, wasUntouched: (position) => untouched[position] === 1 };
}

function isSame(known: KnownCriterion, { framework, topic, level, text }: SeenCriterion): boolean {
  return known.text === text && known.level === level && known.topic === topic && known.framework === framework;
}
