import type { ParsedCell, ParsedFramework, ParsedTopic } from "./parsed-framework.ts";
import type { Criterion, Level, Topic } from "./types.ts";

/**
 * What a framework takes from the one whose path is `/generic`: for each topic that it lists under exactly the same name, the
 * generic title, and generic's criteria of each level after its own. Generic's example criteria stay where they are.
 */

export const GENERIC_PATH = "/generic";

const NONE: readonly Criterion[] = Object.freeze([]);

const sharedCriteria = new WeakMap<ParsedCell, readonly Criterion[]>();

/** Inherited criteria are the same values in every framework. */
function inheritedCriteria(cell: ParsedCell | undefined): readonly Criterion[] {
  if (cell === undefined) return NONE;
  const known = sharedCriteria.get(cell);
  if (known !== undefined) return known;
  const made = cell.own
    .slice(0, cell.inheritable)
    .map((criterion): Criterion => Object.freeze({ ...criterion, source: "generic" }));
  sharedCriteria.set(cell, made);
  return made;
}

/** A framework with the same names and titles as generic is generic, wherever it stands. */
function isGeneric(framework: ParsedFramework, generic: ParsedFramework): boolean {
  if (framework.path === GENERIC_PATH) return true;
  if (framework.topics.length !== generic.topics.length || framework.topics.length === 0) return false;
  const titles = new Map(generic.topics.map(({ name, title }) => [name, title]));
  return framework.topics.every(({ name, title }) => titles.has(name) && titles.get(name) === title);
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
      const inherited = inheritedCriteria(parent?.cells.get(level));
      const own = topic.cells.get(level)?.own ?? NONE;
      const criteria = inherited.length === 0 ? own : Object.freeze([...own, ...inherited]);
      return Object.freeze({ level, criteria });
    });
    const title = parent?.title ?? topic.title ?? topic.name;
    return Object.freeze({ name: topic.name, title, levels: Object.freeze(levels) });
  });
  return Object.freeze(topics);
}
