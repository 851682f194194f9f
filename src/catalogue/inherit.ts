import type { ParsedCell, ParsedCriterion, ParsedFramework, ParsedTopic } from "./parsed-framework.ts";
import type { Criterion, Level, Topic } from "./types.ts";

/**
 * What a framework takes from the one whose path is `/generic`: for each topic that it lists under exactly the same name, the
 * generic title, and generic's criteria of each level after its own. Generic's example criteria stay where they are.
 */

export const GENERIC_PATH = "/generic";

const sharedCriteria = new WeakMap<readonly ParsedCriterion[], readonly Criterion[]>();

function toCriteria(criteria: readonly ParsedCriterion[], source: Criterion["source"]): readonly Criterion[] {
  return criteria.map(({ id, text, examples, todo }) =>
    Object.freeze({ id, text, examples: Object.freeze(examples.slice()), source, todo }),
  );
}

/** Inherited criteria are the same values in every framework. */
function inheritedCriteria(criteria: readonly ParsedCriterion[]): readonly Criterion[] {
  const known = sharedCriteria.get(criteria);
  if (known !== undefined) return known;
  const made = toCriteria(criteria, "generic");
  sharedCriteria.set(criteria, made);
  return made;
}

/** A framework with the same names and titles as generic is generic, wherever it stands. */
function isGeneric(framework: ParsedFramework, generic: ParsedFramework): boolean {
  if (framework.path === GENERIC_PATH) return true;
  if (framework.topics.length !== generic.topics.length || framework.topics.length === 0) return false;
  const titles = new Map(generic.topics.map(({ name, title }) => [name, title]));
  return framework.topics.every(({ name, title }) => titles.has(name) && titles.get(name) === title);
}

function ownCriteria(cell: ParsedCell | undefined): readonly Criterion[] {
  return cell === undefined ? [] : toCriteria([...cell.criteria, ...cell.exampleCriteria], "own");
}

/** The parts of a framework that show, with what it inherits; frozen. */
export function inheritTopics(framework: ParsedFramework, generic: ParsedFramework | undefined): readonly Topic[] {
  const inherits = generic !== undefined && !isGeneric(framework, generic);
  const genericTopics = new Map<string, ParsedTopic>();
  if (inherits) for (const topic of generic.topics) genericTopics.set(topic.name, topic);
  const topics = framework.topics.map((topic): Topic => {
    const parent = genericTopics.get(topic.name);
    const levels = Array.from({ length: framework.levels }, (_, index): Level => {
      const level = index + 1;
      const inherited = inheritedCriteria(parent?.cells.get(level)?.criteria ?? NONE);
      const own = ownCriteria(topic.cells.get(level));
      return Object.freeze({ level, criteria: Object.freeze(inherited.length === 0 ? own : [...own, ...inherited]) });
    });
    const title = parent?.title ?? topic.title ?? topic.name;
    return Object.freeze({ name: topic.name, title, levels: Object.freeze(levels) });
  });
  return Object.freeze(topics);
}

const NONE: readonly ParsedCriterion[] = [];
