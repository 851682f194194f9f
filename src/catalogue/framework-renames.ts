import { eachInSteps } from "./breath.ts";
import type { Entry } from "./criterion-entry.ts";
import { addTo } from "./groups.ts";
import type { KnownCriterion, SeenCriterion } from "./match-criteria.ts";

/** A path that is gone and a path that is new are one framework if most of the words went there. */
export function* findRenames(
  before: readonly Entry<KnownCriterion>[],
  now: readonly Entry<SeenCriterion>[],
): Generator<void, Map<string, string>> {
  const present = new Map<string, Entry<KnownCriterion>[]>();
  const pathsNow = new Set<string>();
  const newPlaces = new Map<string, string[]>();
  const renamed = new Map<string, string>();

  yield* eachInSteps(before, (old) => {
    const { framework, retired } = old.criterion;
    if (!retired) addTo(present, framework, old);
  });
  yield* eachInSteps(now, ({ criterion: { framework }, plain }) => {
    pathsNow.add(framework);
    if (!present.has(framework)) addTo(newPlaces, plain, framework);
  });
  yield* eachInSteps(present, ([path, entries]) => {
    if (pathsNow.has(path)) return;
    const votes = entries.flatMap(({ plain }) => newPlaces.get(plain) ?? []);
    const counted = [...Map.groupBy(votes, (place) => place)];
    const [winner] = counted.sort(([, a], [, b]) => b.length - a.length);

    if (winner !== undefined && winner[1].length * 2 > entries.length) {
      renamed.set(path, winner[0]);
    }
  });
  return renamed;
}
