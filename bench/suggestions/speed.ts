import type { Framework } from "../../src/catalogue/types.ts";
import { createSuggester } from "../../src/matching/suggester.ts";
import type { LabelledWin } from "./seed.ts";

/** A win of 3,000 characters against 5,000 criteria: the largest that one command meets, many times over. */

const CRITERIA = 5_000;
const CHARACTERS = 3_000;
const RUNS = 50;

export function speedRows(framework: Framework, wins: readonly LabelledWin[]): string[] {
  const large = enlarge(framework);
  const text = wins
    .map((win) => win.text)
    .join("\n")
    .slice(0, CHARACTERS);
  const suggester = createSuggester(large);
  const times = Array.from({ length: RUNS }, () => elapsed(() => suggester.suggest(text, { level: 3 }))).sort(
    (a, b) => a - b,
  );
  const builds = Array.from({ length: 10 }, () => elapsed(() => createSuggester(framework))).sort((a, b) => a - b);
  return [
    `${CHARACTERS} characters against ${CRITERIA} criteria: median ${at(times, 0.5)} ms, slowest of ${RUNS} ${at(times, 1)} ms`,
    `one framework of ${count(framework)} criteria made ready: median ${at(builds, 0.5)} ms`,
  ];
}

function enlarge(framework: Framework): Framework {
  const copies = Math.ceil(CRITERIA / count(framework));
  const topics = Array.from({ length: copies }, (_, copy) =>
    framework.topics.map((topic) => ({ ...topic, name: `${topic.name} ${copy}` })),
  ).flat();
  return { ...framework, topics };
}

function count(framework: Framework): number {
  return framework.topics.flatMap((topic) => topic.levels.flatMap((level) => level.criteria)).length;
}

function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function at(sorted: readonly number[], part: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
}
