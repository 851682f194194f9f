import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
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

const FRAMEWORKS = new URL("../../frameworks/", import.meta.url);

/** The 135 criteria of backend, alone. */
export function readBackend(): Framework {
  return toFramework(readWritten("engineering/backend.md"), []);
}

/** Backend with what it inherits; null where there is no generic framework. */
export function readBackendWithGeneric(): Framework | null {
  return existsSync(new URL("generic.md", FRAMEWORKS))
    ? toFramework(readWritten("engineering/backend.md"), readWritten("generic.md").topics)
    : null;
}

function readWritten(file: string): Written {
  const source = readFileSync(new URL(file, FRAMEWORKS), "utf8");
  return matter(source, { engines: { yaml: (text) => load(text) as object } }).data as Written;
}

function toFramework(written: Written, generic: Written["topics"]): Framework {
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
    topics: written.topics.map((topic) => {
      const shared = generic.find(({ name }) => name === topic.name);
      const inherited = (level: number): readonly string[] =>
        shared?.content.find((content) => content.level === level)?.criteria ?? [];
      return {
        name: topic.name,
        title: shared?.title ?? topic.title ?? topic.name,
        levels: topic.content.map((content) => ({
          level: content.level,
          criteria: [
            ...(content.criteria ?? []).map((text) => toCriterion(text, [], "own")),
            ...(content.exampleCriteria ?? []).map((entry) => toCriterion(entry.criteria, entry.examples, "own")),
            ...inherited(content.level).map((text) => toCriterion(text, [], "generic")),
          ],
        })),
      };
    }),
  };
}

function toCriterion(text: string, examples: readonly string[], source: Criterion["source"]): Criterion {
  const id = createHash("sha256").update(text).digest("hex").slice(0, 10);
  return { id, text, examples, source, todo: /^TODO/.test(text) };
}
