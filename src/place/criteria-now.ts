import { ShardedMap } from "../catalogue/sharded.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { CriterionNow, CriterionPlace } from "../evidence/filing-state.ts";

/** Finds a criterion as it stands now, by an id that it has or once had. */
export type FindCriterion = (criterionId: string) => CriterionNow | undefined;

/** `aliases` leads from ids of former times to those of now. */
export function* findCriterionInSteps(
  catalogue: Catalogue,
  aliases: ReadonlyMap<string, string>,
): Generator<void, FindCriterion> {
  const known = new ShardedMap<{ readonly text: string; readonly places: CriterionPlace[] }>();

  for (const framework of catalogue.frameworks) {
    for (const topic of framework.topics) {
      for (const { level, criteria } of topic.levels) {
        for (const { id, text } of criteria) {
          const place = { framework: framework.path, topic: topic.name, level };
          const found = known.get(id);
          if (found === undefined) known.set(id, { text, places: [place] });
          else found.places.push(place);
        }
      }
    }
    yield;
  }
  return (criterionId) => {
    const id = known.has(criterionId) ? criterionId : (aliases.get(criterionId) ?? criterionId);
    const found = known.get(id);
    return found === undefined ? undefined : { id, ...found };
  };
}
