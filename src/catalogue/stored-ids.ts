import type { SeenCriterion } from "./match-criteria.ts";
import type { Catalogue, Criterion, Framework } from "./types.ts";

/**
 * The catalogue as it was read has first ids, made of place and words. Whoever remembers earlier readings knows the ids that evidence
 * hangs on: this lists what is there for them to match, and puts their ids in.
 */

/** Each criterion once, where it is written; an inherited one stands in generic. */
export function seenCriteria({ frameworks }: Catalogue): SeenCriterion[] {
  return frameworks.flatMap((framework) =>
    framework.topics.flatMap((topic) =>
      topic.levels.flatMap(({ level, criteria }) =>
        criteria
          .filter(({ source }) => source === "own")
          .map(({ id, text }) => ({
            framework: framework.path,
            topic: topic.name,
            level,
            text,
            pinnedId: FIRST_ID.test(id) ? null : id,
            firstId: id,
          })),
      ),
    ),
  );
}

/** An id that the author pinned in this very shape is matched like any other: by its place and words. */
const FIRST_ID = /^[0-9a-z]{10}$/;

/** The same catalogue with other ids; every framework that inherits a criterion gets the same one. */
export function withIds(catalogue: Catalogue, ids: ReadonlyMap<string, string>): Catalogue {
  const criterionOf = (criterion: Criterion): Criterion => {
    const id = ids.get(criterion.id);
    return id === undefined || id === criterion.id ? criterion : Object.freeze({ ...criterion, id });
  };
  const frameworkOf = (framework: Framework): Framework =>
    Object.freeze({
      ...framework,
      topics: Object.freeze(
        framework.topics.map((topic) =>
          Object.freeze({
            ...topic,
            levels: Object.freeze(
              topic.levels.map((one) =>
                Object.freeze({ ...one, criteria: Object.freeze(one.criteria.map(criterionOf)) }),
              ),
            ),
          }),
        ),
      ),
    });
  const changes = [...ids].some(([first, id]) => first !== id);

  return changes
    ? Object.freeze({ ...catalogue, frameworks: Object.freeze(catalogue.frameworks.map(frameworkOf)) })
    : catalogue;
}
