import * as z from "zod";
import type { FrontMatter } from "./frontmatter.ts";
import { problem } from "./problems.ts";
import type { Problem } from "./types.ts";

/**
 * The shape of the front matter: which keys there are and what kind of value each holds. What the values mean is read in
 * `parse.ts`, entry by entry, so that one wrong entry does not hide another.
 */

const text = z.string();
const entries = z.array(z.unknown()).nullish();

const cell = z.looseObject({
  level: z.union([z.number(), text]).optional(),
  criteria: entries,
  exampleCriteria: entries,
});

const topic = z.looseObject({
  name: text,
  title: text.nullish(),
  content: z.array(cell).nullish(),
});

const frontMatter = z.looseObject({
  path: text,
  title: text,
  sidebarTitle: text.nullish(),
  sidebarGroup: text.nullish(),
  yaml: z.boolean().nullish(),
  levels: z.union([z.number(), text]).nullish(),
  levelPrefix: text.nullish(),
  homepage: z.boolean().nullish(),
  lexicon: z.record(text, z.array(text)).nullish(),
  topics: z.array(topic).nullish(),
});

export const knownKeys = {
  framework: Object.keys(frontMatter.shape),
  topic: Object.keys(topic.shape),
  cell: Object.keys(cell.shape),
  criterion: ["id", "text"],
  example: ["criteria", "examples", "id"],
} as const;

const expected: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  boolean: "true or false",
  array: "a list",
  object: "keys with values",
  record: "keys with values",
};

const examples: Readonly<Record<string, string>> = {
  path: 'path: "/engineering/backend"',
  title: 'title: "Backend Engineering Framework"',
  name: 'name: "communication"',
};

/** What the wrong kinds of value are called in the file, deepest key first. */
export function checkShape(file: string, { data, places }: FrontMatter): Problem[] {
  const result = frontMatter.safeParse(data ?? {});
  if (result.success) return [];
  return result.error.issues.map((issue) => {
    const line = Math.max(places.lineOf(issue.path), 2);
    const named = issue.path.findLast((step) => typeof step === "string");
    const key = named === undefined ? "front matter" : String(named);
    const inEntry = typeof issue.path.at(-1) === "number";
    const value = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | null)?.[step], data);
    const example = examples[key];
    if (!inEntry && value == null && example !== undefined) return problem("missing-key", file, line, key, example);
    if (issue.code === "invalid_union") return problem("wrong-type", file, line, key, "a whole number");
    const kind = issue.code === "invalid_type" ? expected[issue.expected] : undefined;
    return problem("wrong-type", file, line, inEntry ? `an entry of ${key}` : key, kind ?? "a text in quotes");
  });
}
