import type { Framework, Topic } from "../catalogue/types.ts";
import type { Intent, NotUnderstoodReason, Reader } from "./intent.ts";
import type { TypedLevel } from "./levels.ts";
import { toPage } from "./nearest.ts";

/** A framework and perhaps one of its topics, with the levels that were typed: which pages that asks for. */
export interface Target {
  readonly framework: Framework;
  readonly topic: Topic | null;
}

export type Asked =
  | { readonly kind: "pages"; readonly intents: readonly Intent[] }
  | { readonly kind: "problem"; readonly because: NotUnderstoodReason; readonly nearest: readonly Intent[] };

const MOST_PAIRS = 5;

export function askedOf(target: Target, typed: readonly TypedLevel[], compare: boolean, reader: Reader): Asked {
  const { framework, topic } = target;
  const path = framework.path;
  const levels = [...new Set(typed.map(({ level }) => level))].toSorted((a, b) => a - b);
  const comparing = compare || levels.length > 1;
  if (framework.kind === "prose" && (comparing || levels.length > 0)) {
    return problem({ kind: "no-levels", framework: path }, [toPage(framework, null, null)]);
  }
  const missing = typed.find(({ level }) => !Number.isInteger(level) || level < 1 || level > framework.levels);
  if (missing !== undefined) {
    return problem(
      { kind: "no-such-level", framework: path, level: missing.typed },
      levelsNear(target, missing.level, comparing),
    );
  }
  const own = reader.framework === null || reader.framework === path ? reader.level : null;
  const mine = own !== null && own >= 1 && own <= framework.levels ? own : null;
  if (!comparing) {
    const level = levels[0] ?? (topic === null ? null : mine);
    return pages([toPage(framework, topic, level)]);
  }
  if (framework.levels < 2) {
    return problem({ kind: "one-level-to-compare", framework: path }, [toPage(framework, topic, null)]);
  }
  return pages(
    pairsOf(levels.length === 0 && mine !== null ? [mine] : levels, framework.levels).map(compareIn(target)),
  );
}

/** The lower level always comes first: whichever way round it is typed, the question is what the higher one asks. */
function pairsOf(levels: readonly number[], highest: number): [number, number][] {
  const [first, second] = levels;
  if (first === undefined)
    return neighbours(Array.from({ length: highest }, (_, index) => index + 1)).slice(0, MOST_PAIRS);
  if (second === undefined) return [first < highest ? [first, first + 1] : [first - 1, first]];
  if (levels.length === 2) return [[first, second]];
  return [...neighbours(levels).slice(0, MOST_PAIRS - 1), [first, levels.at(-1) ?? second]];
}

function neighbours(levels: readonly number[]): [number, number][] {
  return levels.slice(1).map((level, index) => [levels[index] ?? level - 1, level]);
}

function levelsNear(target: Target, level: number, comparing: boolean): Intent[] {
  const highest = target.framework.levels;
  const near = level > highest ? [highest, highest - 1, highest - 2] : [1, 2, 3];
  const there = near.filter((one) => one >= 1 && one <= highest);
  if (!comparing || highest < 2) return there.map((one) => toPage(target.framework, target.topic, one));
  return [level > highest ? ([highest - 1, highest] as const) : ([1, 2] as const)].map(compareIn(target));
}

function compareIn({ framework, topic }: Target): (pair: readonly [number, number]) => Intent {
  return ([from, to]) => ({
    kind: "compare",
    framework: framework.path,
    topic: topic?.name ?? null,
    from,
    to,
    page: 1,
  });
}

function pages(intents: readonly Intent[]): Asked {
  return { kind: "pages", intents };
}

function problem(because: NotUnderstoodReason, nearest: readonly Intent[]): Asked {
  return { kind: "problem", because, nearest };
}
