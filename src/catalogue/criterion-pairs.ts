import type { OldEntry, SeenEntry } from "./criterion-entry.ts";
import type { LikenessIndex } from "./likeness-index.ts";
import type { CriterionPlaceText } from "./match-criteria.ts";

/** A criterion of before beside one of now, and whether they are alike enough for the distance between them. */

export interface Pair {
  readonly old: OldEntry;
  readonly seen: SeenEntry;
  readonly likeness: number;
}

/** Paths of former times with the path that the same framework has now. */
export type Renamed = ReadonlyMap<string, string>;

/** The further a criterion went, the more of its words must have stayed. Chosen on the fixtures and on invented edits, see the tests. */
const leastLikeness = { cell: 0.55, topic: 0.7, framework: 0.75, elsewhere: 0.85 } as const;

export function nameNow({ framework }: CriterionPlaceText, renamed: Renamed): string {
  return renamed.get(framework) ?? framework;
}

export function leastFor({ criterion: old }: OldEntry, { criterion: seen }: SeenEntry, renamed: Renamed): number {
  if (nameNow(old, renamed) !== seen.framework) {
    return leastLikeness.elsewhere;
  }
  if (old.topic !== seen.topic) {
    return leastLikeness.framework;
  }
  return old.level === seen.level ? leastLikeness.cell : leastLikeness.topic;
}

export function pairsOf(old: OldEntry, likeSeen: LikenessIndex<SeenEntry>, renamed: Renamed): Pair[] {
  return likeSeen(old.compared, (seen) => leastFor(old, seen, renamed)).map(({ entry, likeness }) => ({
    old,
    seen: entry,
    likeness,
  }));
}
