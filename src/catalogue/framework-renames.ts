import { eachInSteps } from "./breath.ts";
import type { OldEntry, SeenEntry } from "./criterion-entry.ts";
import { addTo } from "./groups.ts";
import { ShardedMap } from "./sharded.ts";

/** The paths of all frameworks that there were and that there are. */
export interface FrameworkPaths {
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

/** A path that is gone and a path that is new are one framework if most of the words went there. */
export function* findRenames(
  paths: FrameworkPaths,
  before: readonly OldEntry[],
  now: readonly SeenEntry[],
): Generator<void, Map<string, string>> {
  const leaving = new Map<string, OldEntry[]>();
  const newPlaces = new ShardedMap<string[]>();
  const renamed = new Map<string, string>();

  yield* eachInSteps(before, (old) => {
    const { framework, retired } = old.criterion;
    if (!retired && !paths.now.has(framework)) addTo(leaving, framework, old);
  });
  if (leaving.size === 0) {
    return renamed;
  }
  yield* eachInSteps(now, (seen) => {
    const { framework } = seen.criterion;
    if (!paths.before.has(framework)) addTo(newPlaces, seen.plain, framework);
  });
  for (const [path, entries] of leaving) {
    const votes = new Map<string, number>();
    yield* eachInSteps(entries, ({ plain }) => {
      for (const place of newPlaces.get(plain) ?? []) votes.set(place, (votes.get(place) ?? 0) + 1);
    });
    const [winner] = [...votes].sort(([, a], [, b]) => b - a);

    if (winner !== undefined && winner[1] * 2 > entries.length) {
      renamed.set(path, winner[0]);
    }
    yield;
  }
  return renamed;
}
