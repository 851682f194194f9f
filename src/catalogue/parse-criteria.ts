import { isPinnedId } from "./criterion-id.ts";
import { type Path, type Raw, type Reader, recordOf, reportUnknownKeys } from "./reader.ts";
import { knownKeys } from "./schema.ts";
import type { Criterion } from "./types.ts";

/** The entries of one cell. A criterion is a sentence, or `{ id, text }`; an example criterion `{ criteria, examples, id }`. */

/** A criterion whose id is empty, unless the author wrote one, until all of the file is read. */
export interface CriterionDraft extends Omit<Criterion, "id"> {
  id: string;
}

const TODO = /^\W*TODO\b/i;
const NONE: readonly string[] = Object.freeze([]);

/** A text of which there is nothing to say: its place need not be known. */
function isPlain(value: unknown): value is string {
  return typeof value === "string" && value !== "" && isTrimmed(value) && !value.includes("\u00a0");
}

/** Between two marks of ASCII there is nothing to trim. */
function isTrimmed(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return (first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f) || text.trim() === text;
}

function isTodo(text: string): boolean {
  const first = text.charCodeAt(0) | 0x20;
  // Another letter than t begins nearly all: that much is seen without a pattern.
  return first >= 0x61 && first <= 0x7a && first !== 0x74 ? false : TODO.test(text);
}

function plainDraft(text: string, examples: readonly string[]): CriterionDraft | undefined {
  return isTodo(text) ? undefined : { id: "", text, examples, source: "own", todo: false };
}

/** A text that is there; everything else is reported. */
function readText(reader: Reader, path: Path, value: unknown): string | undefined {
  if (typeof value === "string" && value.trim() !== "") {
    if (value.includes("\u00a0")) reader.report("no-break-space", path, value);
    return value.trim() === value ? value : value.replace(/^[ \t\n]+|[ \t\n]+$/g, "");
  }
  if (value === null || value === undefined || value === "" || typeof value === "string") {
    reader.report("empty-criterion", path);
  } else if (recordOf(value) !== undefined) {
    reader.report("criterion-object", path, reader.sourceOf(path).replace(/^(?:-|criteria:|text:)\s+/, ""));
  } else {
    const source = reader.sourceOf(path).replace(/^(?:-|criteria:|text:)\s+/, "");
    reader.report("criterion-not-text", path, typeof value === "object" ? source : String(value));
  }
  return undefined;
}

/** Empty where the author wrote none. */
function readId(reader: Reader, path: Path, record: Raw): string {
  const { id } = record;
  if (id === undefined || id === null) return "";
  if (typeof id === "string" && isPinnedId(id)) return id;
  reader.report("bad-id", [...path, "id"], String(id));
  return "";
}

function draft(
  reader: Reader,
  path: Path,
  value: unknown,
  { examples = NONE, id = "" }: Partial<CriterionDraft> = {},
): CriterionDraft[] {
  const text = readText(reader, path, value);
  if (text === undefined) return [];
  const todo = isTodo(text);
  if (todo) reader.report("todo-criterion", path, text);
  const made: CriterionDraft = { id, text, examples, source: "own", todo };
  if (id !== "") reader.pinned.set(made, path);
  return [made];
}

/** The criteria of one cell. Nearly all are plain sentences, and those take the short way. */
export function readCriteria(reader: Reader, cell: Path, list: readonly unknown[]): CriterionDraft[] {
  const drafts: CriterionDraft[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const entry = list[index];
    const plain = isPlain(entry) ? plainDraft(entry, NONE) : undefined;
    if (plain === undefined) drafts.push(...readCriterion(reader, [...cell, "criteria", index], entry));
    else drafts.push(plain);
  }
  return drafts;
}

/** `{ id, text }`; whatever else is an object was meant as a sentence. */
function readCriterion(reader: Reader, path: Path, value: unknown): CriterionDraft[] {
  const record = recordOf(value);
  if (record === undefined || !("text" in record || "id" in record)) return draft(reader, path, value);
  reportUnknownKeys(reader, path, record, knownKeys.criterion);
  if (!("id" in record)) reader.report("missing-key", path, "id", "id: fast-reviews");
  if (!("text" in record)) {
    reader.report("missing-key", path, "text", 'text: "Reviews within a day"');
    return [];
  }
  return draft(reader, [...path, "text"], record["text"], { id: readId(reader, path, record) });
}

/** A sentence, with or without a list of plain examples, and nothing else. */
function plainExampleCriterion(entry: unknown): CriterionDraft | undefined {
  const record = recordOf(entry);
  if (record === undefined) return undefined;
  for (const key in record) if (key !== "criteria" && key !== "examples") return undefined;
  const { criteria, examples } = record;
  if (!isPlain(criteria)) return undefined;
  if (examples === undefined || examples === null) return plainDraft(criteria, NONE);
  if (!Array.isArray(examples) || !examples.every(isPlain)) return undefined;
  return plainDraft(criteria, Object.freeze(examples.slice()));
}

export function readExampleCriteria(reader: Reader, cell: Path, list: readonly unknown[]): CriterionDraft[] {
  const drafts: CriterionDraft[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const entry = list[index];
    const plain = plainExampleCriterion(entry);
    if (plain === undefined) drafts.push(...readExampleCriterion(reader, [...cell, "exampleCriteria", index], entry));
    else drafts.push(plain);
  }
  return drafts;
}

function readExamples(reader: Reader, path: Path, value: unknown): readonly string[] {
  if (value === null || value === undefined) return NONE;
  if (!Array.isArray(value)) {
    reader.report("wrong-type", path, "examples", "a list");
    return NONE;
  }
  return Object.freeze(value.flatMap((entry: unknown, index) => readText(reader, [...path, index], entry) ?? []));
}

function readExampleCriterion(reader: Reader, path: Path, value: unknown): CriterionDraft[] {
  if (typeof value === "string" && value.trim() !== "") reader.report("plain-example-criterion", path, value);
  const record = recordOf(value);
  if (record === undefined) return draft(reader, path, value);
  if (!("criteria" in record)) {
    if ("examples" in record) {
      reader.report("missing-key", path, "criteria", 'criteria: "Handles simple error cases"');
      return [];
    }
    return draft(reader, path, value);
  }
  reportUnknownKeys(reader, path, record, knownKeys.example);
  return draft(reader, [...path, "criteria"], record["criteria"], {
    examples: readExamples(reader, [...path, "examples"], record["examples"]),
    id: readId(reader, path, record),
  });
}
