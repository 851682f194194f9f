import { constructFromEvents, EVENT_ID, type Event, parseEvents, SCALAR_STYLE, YAMLException } from "js-yaml";
import { problem } from "./problems.ts";
import type { Problem } from "./types.ts";
import { lineOfOffset, mapEvents } from "./yaml-places.ts";

/**
 * YAML read so that one mistake does not hide the next: a line that cannot be read is reported, blanked in memory and read
 * over, a few times. What comes out of a file with errors is only used to find more of them.
 */

const MAX_DEPTH = 32;
const MAX_ROUNDS = 20;

export interface YamlReading {
  readonly value: unknown;
  readonly events: readonly Event[];
  /** What the events' offsets count in: the text as read at last. */
  readonly source: string;
  /** Something was left out or changed to be able to read on. */
  readonly incomplete: boolean;
}

const TAB_INDENT = /^ *\t[ \t]*(\S.*)$/gm;
const NO_BREAK_INDENT = /^[ \t]*\u00a0[ \t\u00a0]*(\S.*)$/gm;
const ENTRY = /^(\s*(?:- +)*(?:[\w-]+:(?: +|$))?)(.*)$/;
const DOUBLE = /^"(?:[^"\\]|\\.)*"/;
const SINGLE = /^'(?:[^']|'')*'/;

/** The quoted value of this line when its quotes do not work out within it. */
function brokenQuotes(line: string): string | undefined {
  const value = ENTRY.exec(line)?.[2] ?? "";
  if (value[0] !== '"' && value[0] !== "'") return undefined;
  const whole = (value[0] === '"' ? DOUBLE : SINGLE).exec(value)?.[0];
  if (whole === undefined) return value;
  return /^\s*(?:#.*|:(?: .*)?|[,\]}].*)?$/.test(value.slice(whole.length)) ? undefined : value;
}

/** The same line with a harmless value. */
function neutralise(line: string): string {
  const lead = ENTRY.exec(line)?.[1] ?? "";
  return lead.trim() === "" ? "" : `${lead}x`;
}

interface Finding {
  readonly line: number;
  readonly problem: Problem;
  /** What to read instead of the line. */
  readonly instead: string;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The line above that this one most likely belongs with: a dash for a dash, a key for a key, about as far in. */
function badIndent(file: string, lines: readonly string[], at: number): Problem {
  const line = lines[at] ?? "";
  const dash = line.trimStart().startsWith("-");
  const peer = lines.findLastIndex(
    (other, index) =>
      index < at &&
      other.trim() !== "" &&
      other.trimStart().startsWith("-") === dash &&
      Math.abs(indentOf(other) - indentOf(line)) <= 2,
  );
  const spaces = peer === -1 ? "" : String(indentOf(lines[peer] ?? ""));
  return problem("bad-indent", file, at + 1, line, spaces, peer === -1 ? "" : String(peer + 1));
}

function explain(file: string, lines: readonly string[], error: YAMLException): Finding | undefined {
  const { reason } = error;
  const at = Math.min(error.mark?.line ?? 0, lines.length - 1);
  const finding = (index: number, found: Problem, instead?: string): Finding => ({
    line: index,
    problem: found,
    instead: instead ?? neutralise(lines[index] ?? ""),
  });
  if (/maxDepth/.test(reason)) return finding(at, problem("too-deep", file, at + 1), "");
  const text = (lines[at] ?? "").trim();
  if (/escape sequence|hexadecimal/.test(reason)) {
    return finding(at, problem("bad-escape", file, at + 1, ENTRY.exec(text)?.[2] ?? text));
  }
  for (let index = at; index >= 0; index -= 1) {
    const value = brokenQuotes(lines[index] ?? "");
    const near = index >= at - 1 || /quoted scalar|deficient indentation|end of the stream/.test(reason);
    if (!near) break;
    if (value !== undefined) return finding(index, problem("broken-quotes", file, index + 1, value));
  }
  const colon = /^(?:- +)*([^"'#:\s][^:]*): +([^"'\s].*?:(?: .*|))$/.exec(text);
  if (colon !== null && /bad indentation of a mapping entry/.test(reason)) {
    const bare = /^(?:- +)+/.test(text);
    const sentence = bare ? text.replace(/^(?:- +)+/, "") : (colon[2] ?? "");
    const known = /^(?:- +)+(?:name|title|level|criteria|path|id|text)\b/.test(text);
    return finding(at, problem("unquoted-colon", file, at + 1, text, known ? (colon[2] ?? "") : sentence));
  }
  const value = ENTRY.exec(lines[at] ?? "")?.[2] ?? "";
  if (/^[@`%&*!|>{[-]/.test(value) && /bad indentation of a mapping entry/.test(reason)) {
    return finding(at, problem("invalid-yaml", file, at + 1, `the text ${value} begins with a mark that needs quotes`));
  }
  if (/indentation/.test(reason)) return finding(at, badIndent(file, lines, at), "");
  return finding(at, problem("invalid-yaml", file, at + 1, reason));
}

/** Indentation that only looks like spaces: YAML may fold such a line into the one before without a word. */
function mendIndents(file: string, source: string, problems: Problem[]): string {
  if (!source.includes("\t") && !source.includes("\u00a0")) return source;
  let mended = source;
  for (const [code, pattern] of [
    ["tab-indent", TAB_INDENT] as const,
    ["no-break-space-indent", NO_BREAK_INDENT] as const,
  ]) {
    mended = mended.replace(pattern, (whole: string, text: string, offset: number) => {
      problems.push(problem(code, file, lineOfOffset(mended, offset + 1), text));
      const indent = whole.slice(0, whole.length - text.length).replaceAll("\u00a0", " ");
      return asSpaces(indent, text, mended.slice(0, offset)) + text;
    });
  }
  return mended;
}

const TAB_WIDTHS = [2, 4, 8];
const ONE_STEP = 2;

/** As many spaces as the tabs were most likely meant to be: what stands below or beside the line above. Else its echo fills the report. */
function asSpaces(indent: string, content: string, above: string): string {
  if (!indent.includes("\t")) return indent;
  const line = above.trimEnd().split("\n").at(-1) ?? "";
  const text = line.replace(/^\s*(?:- +)*/, "");
  const places = [line.length - text.length, indentOf(line), indentOf(line) + ONE_STEP] as const;
  const wide = TAB_WIDTHS.map((width) => indent.replaceAll("\t", " ".repeat(width)));
  const fits = places.flatMap((place) => wide.filter((spaces) => spaces.length === place));
  const next = " ".repeat(nextTo(places, content.startsWith("-"), line.trimStart().startsWith("-")));
  return line.endsWith(":") ? next : (fits[0] ?? next);
}

/** A tab of no width that fits: below the line above, as an entry below an entry, a key of the entry above, or the first entry of a key. */
function nextTo([key, beside, below]: readonly [number, number, number], dash: boolean, dashAbove: boolean): number {
  if (dash === dashAbove) return beside;
  return dash ? below : key;
}

/** A dash that stands deeper than its list and follows an unquoted sentence becomes part of that sentence. */
function findFolded(file: string, source: string, events: readonly Event[], problems: Problem[]): void {
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR || event.fast || event.style !== SCALAR_STYLE.PLAIN || event.valueStart < 0)
      continue;
    const fold = /\n\s*- [^\n]*/.exec(source.slice(event.valueStart, event.valueEnd));
    if (fold === null) continue;
    const offset = event.valueStart + fold.index + fold[0].indexOf("-");
    problems.push(badIndent(file, source.split("\n"), lineOfOffset(source, offset) - 1));
  }
}

function construct(file: string, source: string, events: Event[], problems: Problem[]): unknown {
  const options = { source, maxAliases: 0 };
  try {
    const documents = constructFromEvents(events, options);
    if (documents.length > 1) problems.push(problem("invalid-yaml", file, 1, "it holds more than one YAML document"));
    return documents[0];
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { twice } = mapEvents(source, events);
    const aliases = events.flatMap((event) => (event.type === EVENT_ID.ALIAS ? [event.anchorStart] : []));
    for (const { key, first, second } of twice) {
      problems.push(
        problem("duplicate-key", file, lineOfOffset(source, second), key, String(lineOfOffset(source, first))),
      );
    }
    for (const line of new Set(aliases.map((offset) => lineOfOffset(source, offset)))) {
      problems.push(problem("yaml-alias", file, line, (source.split("\n")[line - 1] ?? "").trim()));
    }
    if (twice.length === 0 && aliases.length === 0) {
      problems.push(problem("invalid-yaml", file, (error.mark?.line ?? 0) + 1, error.reason));
      return undefined;
    }
    if (aliases.length > 0) return undefined;
  }
  try {
    return constructFromEvents(events, { ...options, json: true })[0];
  } catch {
    return undefined;
  }
}

/** `yaml` begins with the line break after the opening fence, so that its lines are the file's. */
export function readYaml(file: string, yaml: string, problems: Problem[]): YamlReading {
  let source = mendIndents(file, yaml, problems);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    try {
      const events = parseEvents(source, { maxDepth: MAX_DEPTH });
      findFolded(file, source, events, problems);
      return { value: construct(file, source, events, problems), events, source, incomplete: source !== yaml };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const lines = source.split("\n");
      const finding = explain(file, lines, error);
      if (finding === undefined) break;
      problems.push(finding.problem);
      if (lines[finding.line] === finding.instead) break;
      lines[finding.line] = finding.instead;
      source = lines.join("\n");
    }
  }
  return { value: undefined, events: [], source, incomplete: true };
}
