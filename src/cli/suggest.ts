import { parseArgs } from "node:util";
import type { Catalogue, Framework } from "../catalogue/types.ts";
import { createSuggester, type Suggestion } from "../matching/suggester.ts";
import { reasonsInWords } from "../text/reasons-in-words.ts";
import { likeness } from "../text/spelling.ts";
import { fold } from "../text/words.ts";

/** `progression suggest`: one win per line on standard input, its likely criteria on standard output. */

export interface SuggestIo {
  out(text: string): void;
  err(text: string): void;
  readLines(): AsyncIterable<string>;
}

interface Asked {
  readonly framework: Framework;
  readonly level: number | null;
  readonly limit: number;
  readonly json: boolean;
}

const USAGE =
  "Usage: progression suggest --framework NAME [--level N] [--limit K] [--json], with one win per line on standard input.";
const DONE = 0;
const WRONG_USE = 2;

export async function suggest(args: readonly string[], io: SuggestIo, catalogue: Catalogue): Promise<number> {
  const asked = readArgs(args, catalogue);
  if (typeof asked === "string") {
    io.err(`${asked}\n`);
    return WRONG_USE;
  }
  const suggester = createSuggester(asked.framework);
  for await (const text of io.readLines()) {
    if (text.trim() !== "") {
      const found = suggester.suggest(text, { level: asked.level, limit: asked.limit });
      io.out(asked.json ? `${toJson(text, found)}\n` : toLines(text, found, asked.framework.levelPrefix));
    }
  }
  return DONE;
}

/** What was asked for, or the sentence that says what is wrong with it. */
function readArgs(args: readonly string[], catalogue: Catalogue): Asked | string {
  const values = readFlags(args);
  if (values === null) {
    return USAGE;
  }
  const frameworks = catalogue.frameworks.filter((framework) => framework.kind === "topics");
  const names = frameworks.map((framework) => framework.path).join(", ");
  if (values.framework === undefined) {
    return `Say which framework: --framework NAME. There are: ${names}.`;
  }
  const found = findFrameworks(values.framework, frameworks);
  const [framework] = found;
  if (framework === undefined) {
    const nearest = nearestTo(values.framework, frameworks);
    return `There is no framework with topics called “${values.framework}”. ${nearest}There are: ${names}.`;
  }
  if (found.length > 1) {
    return `“${values.framework}” is the name of several frameworks; give the path: ${found.map(({ path }) => path).join(", ")}.`;
  }
  const level = values.level === undefined ? null : readWhole(values.level);
  if (level === undefined || (level !== null && level > framework.levels)) {
    return `--level takes a whole number from 1 to ${framework.levels}.`;
  }
  const limit = readWhole(values.limit ?? "5");
  return limit === undefined
    ? "--limit takes a whole number from 1."
    : { framework, level, limit, json: values.json === true };
}

function readFlags(args: readonly string[]) {
  try {
    const text = { type: "string" } as const;
    const options = { framework: text, level: text, limit: text, json: { type: "boolean" } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}

const NAMES: readonly ((framework: Framework) => readonly string[])[] = [
  ({ path }) => [path],
  ({ path }) => [path.split("/").at(-1) ?? path],
  ({ title, sidebarTitle }) => [title, sidebarTitle],
];
/** Less alike than this is another word. */
const ALIKE = 0.5;

/** The sentence that says which name was probably meant; empty where none is alike. */
function nearestTo(name: string, frameworks: readonly Framework[]): string {
  const wanted = plain(name);
  const [nearest] = frameworks
    .map((framework) => {
      const names = NAMES.flatMap((way) => way(framework)).map(plain);
      return { framework, like: Math.max(...names.map((own) => likeness(wanted, own))) };
    })
    .filter(({ like }) => like >= ALIKE)
    .sort((a, b) => b.like - a.like);
  return nearest === undefined ? "" : `Did you mean ${nearest.framework.path}? `;
}

/** By path, by its last part or by title, in that order; capitals, accents and signs do not matter. */
function findFrameworks(name: string, frameworks: readonly Framework[]): readonly Framework[] {
  const wanted = plain(name);
  for (const way of NAMES) {
    const found = frameworks.filter((framework) => way(framework).some((own) => plain(own) === wanted));
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

function plain(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}/]+/gu, " ")
    .trim()
    .replace(/^\//, "");
}

function readWhole(text: string): number | undefined {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}

function toJson(text: string, found: readonly Suggestion[]): string {
  const suggestions = found.map(({ topic, level, criterion, score, reasons }) => ({
    topic,
    level,
    criterion: criterion.text,
    id: criterion.id,
    score,
    reasons,
  }));
  return JSON.stringify({ text, suggestions });
}

function toLines(text: string, found: readonly Suggestion[], prefix: string): string {
  const lines = found.map(({ topicTitle, level, criterion, reasons }) => {
    const place = `${topicTitle} ${prefix}${level}`;
    return `  ${place}: ${criterion.text}${reasons.length === 0 ? "" : `\n    because of ${reasonsInWords(reasons, text)}`}`;
  });
  return `${[text, ...(lines.length === 0 ? ["  Nothing here says which criterion it may belong to."] : lines)].join("\n")}\n\n`;
}
