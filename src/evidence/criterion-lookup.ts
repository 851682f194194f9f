import type { Catalogue } from "../catalogue/types.ts";
import type { CriterionNow, CriterionPlace } from "./filing-state.ts";

/** Finds a criterion of the catalogue by its id or by one that it had before; places are all that it is read at, inherited ones included. */
export function createCriterionLookup(
  catalogue: Catalogue,
  aliases: ReadonlyMap<string, string>,
): (criterionId: string) => CriterionNow | undefined {
  const found = new Map<string, { readonly text: string; readonly places: CriterionPlace[] }>();

  for (const { path, topics } of catalogue.frameworks) {
    for (const { name, levels } of topics) {
      for (const { level, criteria } of levels) {
        for (const { id, text } of criteria) {
          const known = found.get(id) ?? { text, places: [] };
          known.places.push({ framework: path, topic: name, level });
          found.set(id, known);
        }
      }
    }
  }

  return (criterionId) => {
    const id = found.has(criterionId) ? criterionId : (aliases.get(criterionId) ?? criterionId);
    const now = found.get(id);
    return now === undefined ? undefined : { id, ...now };
  };
}
