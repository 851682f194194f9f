import { distance } from "fastest-levenshtein";
import type { FrontMatter } from "./frontmatter.ts";
import { type ProblemCode, problem, type Quotes } from "./problems.ts";
import type { Criterion, Problem } from "./types.ts";

/** The front matter of one file while it is read: raw values by path, and what there is to say about them. */

export type Path = readonly (string | number)[];
export type Raw = Readonly<Record<string, unknown>>;

export interface Reader {
  readonly data: unknown;
  /** The criteria whose id the author wrote, with the place of each. */
  readonly pinned: Map<Criterion, Path>;
  readonly lineOf: (path: Path) => number;
  readonly sourceOf: (path: Path) => string;
  readonly report: <C extends ProblemCode>(code: C, path: Path, ...args: Quotes<C>) => void;
}

export function createReader(file: string, { data, places }: FrontMatter, problems: Problem[]): Reader {
  const lineOf = (path: Path): number => places.lineOf(path);
  return {
    data,
    pinned: new Map(),
    lineOf,
    sourceOf: (path) => places.sourceOf(path),
    report: (code, path, ...args) => {
      problems.push(problem(code, file, lineOf(path), ...args));
    },
  };
}

export function recordOf(value: unknown): Raw | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Reports the keys that the format does not know, with the nearest one that it does. */
export function reportUnknownKeys(reader: Reader, path: Path, record: Raw, known: readonly string[]): void {
  for (const key in record) {
    if (known.includes(key)) continue;
    const near = known.find((candidate) => distance(candidate.toLowerCase(), key.toLowerCase()) <= 2);
    reader.report("unknown-key", [...path, key], key, near ?? "");
  }
}

const IN_TYPOGRAPHIC_QUOTES = /^\s*[“”„‘’«»](.+)[“”‘’«»]\s*$/;

/** A name or a title whose quotes a word processor has made: YAML takes them for letters. */
export function reportQuotes(reader: Reader, path: Path, key: string, value: unknown): void {
  const text = typeof value === "string" ? IN_TYPOGRAPHIC_QUOTES.exec(value)?.[1] : undefined;
  if (text !== undefined) reader.report("typographic-quotes", path, key, text);
}
