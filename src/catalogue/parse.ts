import { hash } from "node:crypto";
import { firstIds } from "./criterion-id.ts";
import { type FrontMatter, readFrontMatter } from "./frontmatter.ts";
import type { CriterionDraft } from "./parse-criteria.ts";
import { readLevel, readTopics, type TopicDraft } from "./parse-topics.ts";
import type { ParsedCell, ParsedFramework, ParsedTopic } from "./parsed-framework.ts";
import { hasError, type ProblemCode, sortProblems } from "./problems.ts";
import {
  createReader,
  listOf,
  type Path,
  type Raw,
  type Reader,
  recordOf,
  reportQuotes,
  reportUnknownKeys,
} from "./reader.ts";
import { checkShape, knownKeys } from "./schema.ts";
import { readSourceText } from "./source-text.ts";
import type { Problem } from "./types.ts";

/** One file's bytes into one framework, or the reasons why not. Pure, never throws, and says everything in one run. */

export interface ParsedFile {
  readonly file: string;
  readonly contentHash: string;
  /** Undefined when the file is no framework or has an error. */
  readonly framework: ParsedFramework | undefined;
  readonly problems: readonly Problem[];
}

function textOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : otherwise;
}

/** Ids go by the order of the document; pinned ones must be alone. */
function giveIds(reader: Reader, path: string, topics: readonly TopicDraft[]): Map<string, Path> {
  const drafts: CriterionDraft[] = [];
  for (const { cells } of topics) {
    for (const { criteria, exampleCriteria } of cells.values()) drafts.push(...criteria, ...exampleCriteria);
  }
  const pinned = new Map<string, Path>();
  for (const draft of reader.pinned.size === 0 ? [] : drafts) {
    const place = reader.pinned.get(draft);
    if (place === undefined) continue;
    const first = pinned.get(draft.id);
    if (first === undefined) pinned.set(draft.id, place);
    else reader.report("duplicate-id", place, draft.id, `line ${reader.lineOf(first)}`);
  }
  const ids = firstIds(path, drafts);
  drafts.forEach((draft, index) => {
    draft.id = ids[index] ?? "";
    Object.freeze(draft);
  });
  return pinned;
}

/** Lists of just the length that they have, because they are kept. */
function toTopics(topics: readonly TopicDraft[]): ParsedTopic[] {
  return topics.map(({ name, title, path, cells: drafts }) => {
    const cells = new Map<number, ParsedCell>();
    for (const [level, { criteria, exampleCriteria }] of drafts) {
      cells.set(level, { own: Object.freeze([...criteria, ...exampleCriteria]), inheritable: criteria.length });
    }
    return { name, title, path, cells };
  });
}

function readKind(reader: Reader, data: Raw): "topics" | "prose" {
  const topics = data["topics"];
  const some = Array.isArray(topics) && topics.length > 0;
  if (data["yaml"] === true && !some && (topics == null || Array.isArray(topics))) {
    reader.report("no-topics", topics === undefined ? ["yaml"] : ["topics"]);
  }
  if (data["yaml"] === false && some) reader.report("topics-in-prose", ["topics"]);
  if (data["yaml"] == null) reader.report("yaml-missing", ["yaml"], String(some));
  return data["yaml"] === true || (data["yaml"] == null && some) ? "topics" : "prose";
}

function readLevels(reader: Reader, data: Raw, topics: readonly TopicDraft[]): number {
  const highest = Math.max(0, ...topics.flatMap(({ cells }) => Array.from(cells.keys())));
  const levels = readLevel(reader, ["levels"], "levels", data["levels"]);
  if (levels === undefined) {
    if (data["levels"] == null && highest > 0) reader.report("levels-missing", ["levels"], String(highest));
    return highest;
  }
  const raw = data["topics"];
  if (highest > levels && Array.isArray(raw)) {
    raw.forEach((topic: unknown, index) => {
      const content = recordOf(topic)?.["content"];
      if (!Array.isArray(content)) return;
      content.forEach((cell: unknown, at) => {
        const level = Number(recordOf(cell)?.["level"]);
        if (!(Number.isInteger(level) && level > levels && level <= highest)) return;
        reader.report("level-above-levels", ["topics", index, "content", at], String(level), String(levels));
      });
    });
  }
  return Math.max(levels, highest);
}

/** A part of a text keeps all of it alive: of the whole file nothing but this is kept. */
function copied(part: string): string {
  return Buffer.from(part).toString();
}

/** Whatever else it may hold is told by `checkShape`. */
function readLexicon(value: unknown): ParsedFramework["lexicon"] {
  const concepts = recordOf(value);
  if (concepts === undefined) return undefined;
  const texts = (phrases: unknown) => listOf(phrases).filter((phrase) => typeof phrase === "string");
  return Object.freeze(
    Object.fromEntries(Object.entries(concepts).map(([name, phrases]) => [name, Object.freeze(texts(phrases))])),
  );
}

function readFramework(
  file: string,
  contentHash: string,
  reader: Reader,
  { body, findPlaces }: FrontMatter,
): ParsedFramework | undefined {
  const data = recordOf(reader.data);
  if (data === undefined) return undefined;
  reportUnknownKeys(reader, [], data, knownKeys.framework);
  const path = textOr(data["path"], "");
  if (typeof data["path"] === "string") {
    if (path === "") reader.report("missing-key", ["path"], "path", 'path: "/engineering/backend"');
    else if (!/^\/\S*$/.test(path)) reader.report("bad-path", ["path"], path);
  }
  reportQuotes(reader, ["title"], "title", data["title"]);
  const title = textOr(data["title"], "");
  if (title === "" && typeof data["title"] === "string") {
    reader.report("missing-key", ["title"], "title", 'title: "Backend Engineering Framework"');
  }
  const kind = readKind(reader, data);
  const drafts = kind === "topics" ? readTopics(reader, data["topics"]) : [];
  const levels = kind === "topics" ? readLevels(reader, data, drafts) : 0;
  const pinned = giveIds(reader, path, drafts);
  return {
    file,
    contentHash,
    path,
    title,
    sidebarTitle: textOr(data["sidebarTitle"], title),
    sidebarGroup: textOr(data["sidebarGroup"], null),
    homepage: data["homepage"] === true,
    kind,
    levels,
    levelPrefix: textOr(data["levelPrefix"], ""),
    body: copied(body.trim()),
    lexicon: readLexicon(data["lexicon"]),
    topics: toTopics(drafts),
    pinned,
    findPlaces,
  };
}

/** What an entry says for itself. All else could be an echo of a line that was left out. */
const ENTRY_CODES: ReadonlySet<string> = new Set<ProblemCode>([
  "bad-id",
  "bad-level",
  "bad-path",
  "criterion-not-text",
  "criterion-object",
  "duplicate-id",
  "level-as-text",
  "no-break-space",
  "todo-criterion",
  "typographic-quotes",
  "unknown-key",
  "wrong-type",
]);

export function parseFramework(
  file: string,
  bytes: Uint8Array,
  contentHash = hash("sha256", bytes, "hex"),
): ParsedFile {
  const problems: Problem[] = [];
  const text = readSourceText(file, bytes, problems);
  const frontMatter = text === undefined ? undefined : readFrontMatter(file, text, problems);
  if (frontMatter === undefined) return { file, contentHash, framework: undefined, problems: sortProblems(problems) };
  const found: Problem[] = [];
  const reader = createReader(file, frontMatter, found);
  const framework = readFramework(file, contentHash, reader, frontMatter);
  if (frontMatter.data !== undefined || !hasError(problems)) found.push(...checkShape(file, frontMatter));
  const { incomplete, unread } = frontMatter;
  problems.push(...(incomplete ? found.filter(({ code, line }) => ENTRY_CODES.has(code) && !unread.has(line)) : found));
  const broken = hasError(problems);
  return { file, contentHash, framework: broken ? undefined : framework, problems: sortProblems(problems) };
}
