import type { Framework } from "../../src/catalogue/types.ts";
import { phrasesOf } from "../../src/matching/lexicon/concept.ts";
import { LEXICON } from "../../src/matching/lexicon/lexicon.ts";
import { createSuggester } from "../../src/matching/suggester.ts";
import type { LabelledWin } from "./seed.ts";

/** A win of 3,000 characters against 5,000 criteria: the largest that one command meets, many times over. */

const CRITERIA = 5_000;
const CHARACTERS = 3_000;
const RUNS = 50;

export function speedRows(framework: Framework, wins: readonly LabelledWin[]): string[] {
  const suggester = createSuggester(enlarge(framework));
  const rows = textsOf(framework, wins).map(([name, text]) => {
    const times = timesOf(RUNS, () => suggester.suggest(text, { level: 3 }));
    return `${CHARACTERS} characters of ${name} against ${CRITERIA} criteria: median ${at(times, 0.5)} ms, slowest of ${RUNS} ${at(times, 1)} ms`;
  });
  const builds = timesOf(10, () => createSuggester(framework));
  return [...rows, `one framework of ${count(framework)} criteria made ready: median ${at(builds, 0.5)} ms`];
}

/** What people write, and what costs most: the criteria's own words, every beginning of a phrase, one word and one letter without end. */
function textsOf(framework: Framework, wins: readonly LabelledWin[]): (readonly [string, string])[] {
  const criteria = framework.topics.flatMap(({ levels }) =>
    levels.flatMap((level) => level.criteria.map(({ text }) => text)),
  );
  const told = LEXICON.flatMap(({ tells }) => phrasesOf(tells));
  const texts: Record<string, string> = {
    wins: wins.map(({ text }) => text).join("\n"),
    criteria: criteria.join("\n"),
    phrases: told.map((phrase) => phrase.replace(/[|…@]/g, " ")).join(" "),
    openers: told.map((phrase) => phrase.split(/[\s|]/)[0]).join(" "),
    "one word": "asked ".repeat(CHARACTERS),
    "one letter": "a".repeat(CHARACTERS),
    "one ligature": "\uFDFA".repeat(CHARACTERS),
  };
  return Object.entries(texts).map(([name, text]) => [name, text.slice(0, CHARACTERS)]);
}

function timesOf(runs: number, work: () => unknown): number[] {
  return Array.from({ length: runs }, () => elapsed(work)).sort((a, b) => a - b);
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
