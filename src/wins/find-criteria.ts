import type { Criterion, Framework, Topic } from "../catalogue/types.ts";
import { fold } from "../text/words.ts";

/** A criterion where it stands. */
export interface Placed {
  readonly topic: Topic;
  readonly level: number;
  readonly criterion: Criterion;
}

export interface Within {
  /** A topic's name; null for all. */
  readonly topic: string | null;
  readonly level: number | null;
}

interface Entry extends Placed {
  readonly folded: string;
}

const read = new WeakMap<Framework, readonly Entry[]>();

/** Criteria that hold every word that was typed, in the whole sentence and not only in what a menu shows of it; in the order of the framework. */
export function findCriteria(framework: Framework, within: Within, typed: string, most: number): Placed[] {
  const words = fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const found: Placed[] = [];

  for (const entry of entriesOf(framework)) {
    if (found.length >= most) break;
    const here =
      (within.topic === null || entry.topic.name === within.topic) &&
      (within.level === null || entry.level === within.level);
    if (here && words.every((word) => entry.folded.includes(word))) found.push(entry);
  }
  return found;
}

/** Where a criterion stands in this framework. */
export function placeOf(framework: Framework, criterionId: string): Placed | undefined {
  return entriesOf(framework).find(({ criterion }) => criterion.id === criterionId);
}

function entriesOf(framework: Framework): readonly Entry[] {
  const known = read.get(framework);
  if (known !== undefined) return known;
  const entries = framework.topics.flatMap((topic) =>
    topic.levels.flatMap(({ level, criteria }) =>
      criteria
        .filter(({ todo }) => !todo)
        .map((criterion): Entry => ({ topic, level, criterion, folded: fold(`${topic.title} ${criterion.text}`) })),
    ),
  );
  read.set(framework, entries);
  return entries;
}
