import { type CriterionDraft, readCriteria, readExampleCriteria } from "./parse-criteria.ts";
import { listOf, type Path, type Raw, type Reader, recordOf, reportQuotes, reportUnknownKeys } from "./reader.ts";
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

/** A list that is not there, or with nothing in it; of anything else is said that it is no list. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function readCell(reader: Reader, path: Path, raw: Raw, topic: TopicDraft, places: Map<number, Path>): void {
  reportUnknownKeys(reader, path, raw, knownKeys.cell);
  if (raw["level"] === undefined) reader.report("missing-key", path, "level", "level: 1");
  const level = readLevel(reader, [...path, "level"], "level", raw["level"]);
  const criteria = readCriteria(reader, path, listOf(raw["criteria"]));
  const exampleCriteria = readExampleCriteria(reader, path, listOf(raw["exampleCriteria"]));
  if (level === undefined) return;
  if ([raw["criteria"], raw["exampleCriteria"]].every(isEmpty)) {
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
  const topics = new Map<string | number, TopicDraft>();
  const places = new Map<string | number, Map<number, Path>>();
  listOf(value).forEach((entry, index) => {
    const raw = recordOf(entry);
    const path: Path = ["topics", index];
    if (raw === undefined) return;
    reportUnknownKeys(reader, path, raw, knownKeys.topic);
    // As it is written: a name that differs in a space is another name. Without one the rest is read for its problems.
    const named = typeof raw["name"] === "string" && raw["name"].trim() !== "";
    const name = named ? String(raw["name"]) : `number ${index + 1}`;
    const key = named ? name : index;
    if (!named && typeof raw["name"] === "string") reader.report("missing-key", path, "name", 'name: "communication"');
    for (const quoted of ["name", "title"]) reportQuotes(reader, [...path, quoted], quoted, raw[quoted]);
    const content = listOf(raw["content"]);
    if (content.length === 0 && (raw["content"] == null || Array.isArray(raw["content"]))) {
      reader.report("empty-topic", path, name);
      return;
    }
    const title = typeof raw["title"] === "string" && raw["title"].trim() !== "" ? raw["title"].trim() : null;
    const known = topics.get(key);
    if (known !== undefined) {
      reader.report("duplicate-topic", path, name, String(reader.lineOf(known.path)));
      known.title ??= title;
    }
    const topic = known ?? { name, title, path, cells: new Map<number, CellDraft>() };
    const seen = places.get(key) ?? new Map<number, Path>();
    topics.set(key, topic);
    places.set(key, seen);
    content.forEach((cell, at) => {
      const record = recordOf(cell);
      if (record !== undefined) readCell(reader, [...path, "content", at], record, topic, seen);
    });
  });
  const drafts = Array.from(topics.values());
  for (const topic of drafts) reportGaps(reader, topic);
  return drafts;
}
