import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import matter from "gray-matter";
import { load } from "js-yaml";
import type { Criterion, Framework } from "../../src/catalogue/types.ts";

/** The seed framework and the labelled wins, read as they stand in the repository. */

export interface LabelledWin {
  readonly id: string;
  readonly text: string;
  readonly topics: readonly string[];
  readonly level_range: readonly [number, number];
  readonly criteria: readonly string[];
}

interface Written {
  readonly path: string;
  readonly title: string;
  readonly topics: readonly {
    readonly name: string;
    readonly title: string | null;
    readonly content: readonly {
      readonly level: number;
      readonly criteria?: readonly string[] | null;
      readonly exampleCriteria?: readonly { readonly criteria: string; readonly examples: readonly string[] }[] | null;
    }[];
  }[];
}

export function readWins(name: string): LabelledWin[] {
  const lines = readFileSync(new URL(name, import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as LabelledWin);
}

export function readBackend(): Framework {
  const url = new URL("../../frameworks/engineering/backend.md", import.meta.url);
  const file = matter(readFileSync(url, "utf8"), { engines: { yaml: (text) => load(text) as object } });
  const written = file.data as Written;
  return {
    path: written.path,
    title: written.title,
    sidebarTitle: written.title,
    sidebarGroup: null,
    homepage: true,
    kind: "topics",
    levels: 6,
    levelPrefix: "",
    body: "",
    file: "engineering/backend.md",
    contentHash: "",
    topics: written.topics.map((topic) => ({
      name: topic.name,
      title: topic.title ?? topic.name,
      levels: topic.content.map((content) => ({
        level: content.level,
        criteria: [
          ...(content.criteria ?? []).map((text) => toCriterion(text, [])),
          ...(content.exampleCriteria ?? []).map((entry) => toCriterion(entry.criteria, entry.examples)),
        ],
      })),
    })),
  };
}

function toCriterion(text: string, examples: readonly string[]): Criterion {
  const id = createHash("sha256").update(text).digest("hex").slice(0, 10);
  return { id, text, examples, source: "own", todo: /^TODO/.test(text) };
}
