import { type CriterionDraft, readCriterion, readExampleCriterion } from "./parse-criteria.ts";
import { listOf, type Path, type Raw, type Reader, recordOf, reportUnknownKeys } from "./reader.ts";
import { knownKeys } from "./schema.ts";

/** The topics of one file, level by level, in the order of the file; what stands twice is joined. */

interface CellDraft {
  criteria: CriterionDraft[];
  exampleCriteria: CriterionDraft[];
}

export interface TopicDraft {
  readonly name: string;
  title: string | null;
  readonly path: Path;
  readonly cells: Map<number, CellDraft>;
}

const HIGHEST = 99;

export function readLevel(reader: Reader, path: Path, key: string, value: unknown): number | undefined {
  const written = typeof value === "string" && /^\s*\d{1,9}\s*$/.test(value);
  const level = written ? Number(value) : value;
  if (typeof level === "number" && Number.isInteger(level) && level >= 1 && level <= HIGHEST) {
    if (written) reader.report("level-as-text", path, String(value));
    return level;
  }
  if (typeof value === "number" || typeof value === "string") reader.report("bad-level", path, key, String(value));
  return undefined;
}

function readCell(reader: Reader, path: Path, raw: Raw, topic: TopicDraft, places: Map<number, Path>): void {
  reportUnknownKeys(reader, path, raw, knownKeys.cell);
  if (raw["level"] === undefined || raw["level"] === null) reader.report("missing-key", path, "level", "level: 1");
  const level = readLevel(reader, [...path, "level"], "level", raw["level"]);
  const criteria = listOf(raw["criteria"]).flatMap((entry, index) =>
    readCriterion(reader, [...path, "criteria", index], entry),
  );
  const exampleCriteria = listOf(raw["exampleCriteria"]).flatMap((entry, index) =>
    readExampleCriterion(reader, [...path, "exampleCriteria", index], entry),
  );
  if (level === undefined) return;
  if (listOf(raw["criteria"]).length === 0 && listOf(raw["exampleCriteria"]).length === 0) {
    reader.report("no-criteria", path, String(level), topic.name);
  }
  const known = topic.cells.get(level);
  const first = places.get(level);
  if (known === undefined) {
    topic.cells.set(level, { criteria, exampleCriteria });
    places.set(level, path);
    return;
  }
  if (first !== undefined) reader.report("duplicate-level", path, String(level), String(reader.lineOf(first)));
  known.criteria.push(...criteria);
  known.exampleCriteria.push(...exampleCriteria);
}

function reportGaps(reader: Reader, topic: TopicDraft): void {
  const levels = Array.from(topic.cells.keys());
  const lowest = Math.min(...levels);
  const highest = Math.max(...levels);
  for (let level = lowest + 1; level < highest; level += 1) {
    if (!topic.cells.has(level)) reader.report("level-gap", topic.path, topic.name, String(level));
  }
}

export function readTopics(reader: Reader, value: unknown): TopicDraft[] {
  const topics = new Map<string, TopicDraft>();
  const places = new Map<string, Map<number, Path>>();
  listOf(value).forEach((entry, index) => {
    const raw = recordOf(entry);
    const path: Path = ["topics", index];
    if (raw === undefined || typeof raw["name"] !== "string") return;
    // As it is written: a name that differs in a space is another name.
    const { name } = raw;
    if (name.trim() === "") {
      reader.report("missing-key", path, "name", 'name: "communication"');
      return;
    }
    reportUnknownKeys(reader, path, raw, knownKeys.topic);
    const content = listOf(raw["content"]);
    if (content.length === 0 && (raw["content"] == null || Array.isArray(raw["content"]))) {
      reader.report("empty-topic", path, name);
      return;
    }
    const title = typeof raw["title"] === "string" && raw["title"].trim() !== "" ? raw["title"].trim() : null;
    const known = topics.get(name);
    if (known !== undefined) {
      reader.report("duplicate-topic", path, name, String(reader.lineOf(known.path)));
      known.title ??= title;
    }
    const topic = known ?? { name, title, path, cells: new Map<number, CellDraft>() };
    const seen = places.get(name) ?? new Map<number, Path>();
    topics.set(name, topic);
    places.set(name, seen);
    content.forEach((cell, at) => {
      const record = recordOf(cell);
      if (record !== undefined) readCell(reader, [...path, "content", at], record, topic, seen);
    });
  });
  const drafts = Array.from(topics.values());
  for (const topic of drafts) reportGaps(reader, topic);
  return drafts;
}
