import { FILLERS } from "./aliases.ts";
import type { Intent, NotUnderstoodReason } from "./intent.ts";
import type { NameReading } from "./name-readings.ts";
import { toPage, unique } from "./nearest.ts";

/**
 * "backend vs frontend": a comparison of two things, where only two levels of one can be compared. Several readings alone are no
 * sign of it, as one word may call a topic of many frameworks; a word that one reading needs and another leaves out is.
 */
export function findSideBySide(readings: readonly NameReading[]): NotUnderstoodReason | null {
  const read = new Set(readings.flatMap((reading) => [...reading.read.keys()]));
  const apart = readings.some(({ left }) => left.some((word) => read.has(word) && !FILLERS.has(word)));
  if (!apart) return null;
  const frameworks = new Set(readings.map(({ framework }) => framework?.framework.path));
  return { kind: "side-by-side", things: frameworks.size > 1 ? "frameworks" : "topics" };
}

/** Each of them on its own, at the levels that were typed; in turn, so that none fills the list. */
export function eachOfThem(readings: readonly NameReading[], typed: readonly number[]): Intent[] {
  const groups = [...Map.groupBy(readings, ({ read }) => [...read.keys()].toSorted().join(" ")).values()];
  const longest = groups.reduce((most, { length }) => Math.max(most, length), 0);
  const turns = Array.from({ length: longest }, (_, at) => groups.flatMap((group) => group.slice(at, at + 1))).flat();
  const levels = typed.length === 0 ? [null] : [...new Set(typed)];
  const pages = levels.flatMap((level) =>
    turns.map(({ framework, topic }) => {
      const named = topic ?? framework;
      return named === null ? null : toPage(named.framework, topic?.topic ?? null, level);
    }),
  );
  return unique(pages.filter((page) => page !== null));
}
