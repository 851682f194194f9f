import type { YAMLException } from "js-yaml";
import { problem } from "./problems.ts";
import { knownKeys } from "./schema.ts";
import type { Problem } from "./types.ts";
import { indentOf, misplaced } from "./yaml-indents.ts";

/**
 * What a line that YAML cannot read was most likely meant to say. The parser stops where it can no longer go on, which is often a
 * line below the mistake: here the line is found that an author has to mend, and what to read instead to get on.
 */

export interface Finding {
  /** Counted from 0. */
  readonly line: number;
  /** None for a line that is left out together with another one. */
  readonly problem?: Problem;
  /** What to read instead of the line. */
  readonly instead: string;
  /** The text below the front matter seems to begin here, so that nothing from here on is YAML. */
  readonly textBegins?: boolean;
}

const ENTRY = /^(\s*(?:- +)*(?:[\w-]+:(?: +|$))?)(.*)$/;
const DOUBLE = /^"(?:[^"\\]|\\.)*"/;
const SINGLE = /^'(?:[^']|'')*'/;

const ENTRY_KEYS = ["name", "level", "criteria", "id", "text"];
/** What stands behind them when their list is below is a slip of the hand. */
const LISTS = ["topics", "content", "criteria", "exampleCriteria", "examples"];
const KEY = Object.values(knownKeys).flat().join("|");
/** A no-break space is no space to YAML. */
const TIGHT_KEY = new RegExp(`^(\\s*)(${KEY}):(?![ \\t]|$)\\s*(.+)$`);
const TIGHT_ENTRY_KEY = new RegExp(`^(\\s*(?:- +)+)(${ENTRY_KEYS.join("|")}):(?![ \\t]|$)\\s*(.+)$`);
const TIGHT_DASH = /^(\s*(?:- +)*)-(?![ -]|$)\s*(.+)$/;
const NO_COLON = new RegExp(`^(\\s*(?:- +)*)(${KEY})(?:\\s+([^:\\s].*))?$`);
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;

/** What stands behind the dashes and the key of a line. */
const valueIn = (line: string): string => ENTRY.exec(line)?.[2] ?? "";

/** The quoted value of this line when its quotes do not work out within it. */
function brokenQuotes(line: string): string | undefined {
  const value = valueIn(line);
  if (value[0] !== '"' && value[0] !== "'") return undefined;
  const whole = (value[0] === '"' ? DOUBLE : SINGLE).exec(value)?.[0];
  if (whole === undefined) return value;
  return /^\s*(?:#.*|:(?: .*)?|[,\]}].*)?$/.test(value.slice(whole.length)) ? undefined : value;
}

/** Below a quote that does not end: the lines that belong to its sentence, to be left out with it. */
function restOf(lines: readonly string[], at: number): Finding[] {
  const end = lines.findIndex((line, index) => index > at && isRead(line));
  return Array.from({ length: Math.max(0, end - at - 1) }, (_, index) => ({ line: at + 1 + index, instead: "" }));
}

/** The same line with a harmless value. */
export function neutralise(line: string): string {
  const [, lead = "", value = ""] = ENTRY.exec(line) ?? [];
  if (lead.trim() === "") return "";
  // A mark by itself stands before what belongs to the key.
  return value.length === 1 && lead.includes(":") ? lead : `${lead}x`;
}

/** The marks that Git leaves where two versions could not be joined. */
function findConflicts(file: string, lines: readonly string[]): Finding[] {
  return lines.flatMap((line, index) =>
    CONFLICT.test(line) ? { line: index, problem: problem("merge-conflict", file, index + 1, line), instead: "" } : [],
  );
}

const FLOW_OPENS = /^[[{]/;

/** The line whose bracket is not closed, as far as quotes and brackets within the line tell. */
function findBracket(file: string, lines: readonly string[], at: number): Finding | undefined {
  const index = lines.findLastIndex((line, number) => {
    const value = valueIn(line);
    return number <= at && FLOW_OPENS.test(value) && !/[\]}]\s*(?:#.*)?$/.test(value);
  });
  if (index === -1) return undefined;
  const line = lines[index] ?? "";
  const value = valueIn(line);
  return { line: index, problem: problem("open-bracket", file, index + 1, value), instead: neutralise(line) };
}

/** A colon or a dash that sticks to what follows it is none to YAML. */
function findTight(file: string, lines: readonly string[], at: number): Finding | undefined {
  const line = lines[at] ?? "";
  const key = TIGHT_KEY.exec(line) ?? TIGHT_ENTRY_KEY.exec(line);
  const [, lead = "", mark = "", rest = ""] = key ?? [];
  const [, before = "", entry = ""] = key === null ? (TIGHT_DASH.exec(line) ?? []) : [];
  if (key === null && entry === "") return undefined;
  const heads =
    lines
      .slice(at + 1)
      .find((below) => below.trim() !== "")
      ?.trimStart()
      .startsWith("- ") === true;
  const value = heads && LISTS.includes(mark) ? "" : ` ${rest}`;
  const [tight, mended] = key === null ? ["-", `- ${entry}`] : [`${mark}:`, `${mark}:${value}`];
  return {
    line: at,
    problem: problem("missing-space", file, at + 1, tight, mended),
    instead: (key === null ? before : lead) + mended,
  };
}

/** The same in a line above: the nearest one, or any down from the nearest key when the parser took them all for one text. */
function findTightAbove(file: string, lines: readonly string[], at: number, far: boolean): Finding | undefined {
  for (let index = at - 1; index > 0; index -= 1) {
    const line = lines[index] ?? "";
    if (line.trim() === "") continue;
    const tight = findTight(file, lines, index);
    if (tight !== undefined || !far || isKey(line)) return tight;
  }
  return undefined;
}

const isKey = (line: string): boolean => /^\s*(?:- +)*[^\s"'#][^:]*:(?:\s|$)/.test(line);

const isRead = (line: string): boolean => isKey(line) || /^\s*(?:-(?: |$)|#|$)/.test(line);

/** The nearest line above that is neither a key with a value, nor an entry, nor the rest of one: the first of several such. */
function looseAbove(lines: readonly string[], at: number): number {
  let adjacent = true;
  for (let index = at - 1; index > 0; index -= 1) {
    const line = lines[index] ?? "";
    if (isRead(line)) {
      adjacent &&= line.trim() === "";
      continue;
    }
    let before = index - 1;
    while (before > 0 && /^\s*(?:#|$)/.test(lines[before] ?? "")) before -= 1;
    if (before > 0 && !isRead(lines[before] ?? "")) continue;
    if (adjacent || indentOf(line) <= indentOf(lines[before] ?? "")) return index;
  }
  return -1;
}

function findLoose(file: string, lines: readonly string[], at: number): Finding | undefined {
  const guilty = looseAbove(lines, at);
  if (guilty === -1) return undefined;
  const line = lines[guilty] ?? "";
  const [, lead = "", key, value = ""] = NO_COLON.exec(line) ?? [];
  const mended = key === undefined ? "" : `${key}: ${value}`.trimEnd();
  return {
    line: guilty,
    problem: problem("missing-colon", file, guilty + 1, line, mended),
    instead: mended === "" ? "" : lead + mended,
    textBegins: mended === "" && /^\S/.test(line),
  };
}

function findColon(file: string, lines: readonly string[], at: number): Finding | undefined {
  const line = lines[at] ?? "";
  const text = line.trim();
  const colon = /^(?:- +)*([^"'#:\s][^:]*): +([^"'\s].*?:(?: .*|))$/.exec(text);
  if (colon === null) return undefined;
  const bare = /^(?:- +)+/.test(text);
  const sentence = bare ? text.replace(/^(?:- +)+/, "") : (colon[2] ?? "");
  const known = /^(?:- +)+(?:name|title|level|criteria|path|id|text)\b/.test(text);
  const meant = known ? (colon[2] ?? "") : sentence;
  return { line: at, problem: problem("unquoted-colon", file, at + 1, text, meant), instead: neutralise(line) };
}

/** What stands behind the parser's error: usually one line, or none when it cannot be said. */
export function explain(file: string, lines: readonly string[], { reason, mark }: YAMLException): readonly Finding[] {
  const conflicts = findConflicts(file, lines);
  if (conflicts.length > 0) return conflicts;
  const at = Math.min(mark?.line ?? 0, lines.length - 1);
  const line = lines[at] ?? "";
  const here = (found: Problem, instead = neutralise(line)): Finding[] => [{ line: at, problem: found, instead }];
  if (/maxDepth/.test(reason)) return here(problem("too-deep", file, at + 1), "");
  const value = valueIn(line);
  if (/escape sequence|hexadecimal/.test(reason)) {
    return here(problem("bad-escape", file, at + 1, ENTRY.exec(line.trim())?.[2] ?? line));
  }
  if (/unknown .*tag/.test(reason)) {
    return here(problem("yaml-tag", file, at + 1, /!\S*/.exec(value)?.[0] ?? value), line.replace(/!\S*\s*/, ""));
  }
  const bracket = /flow|comma|\[|\{/.test(reason) ? findBracket(file, lines, at) : undefined;
  if (bracket !== undefined) return [bracket];
  for (let index = at; index >= 0; index -= 1) {
    const near = index >= at - 1 || /quoted scalar|deficient indentation|end of the stream/.test(reason);
    if (!near) break;
    const other = lines[index] ?? "";
    const found = brokenQuotes(other);
    if (found !== undefined) {
      const told = {
        line: index,
        problem: problem("broken-quotes", file, index + 1, found),
        instead: neutralise(other),
      };
      return [told, ...restOf(lines, index)];
    }
  }
  const open = /deficient indentation/.test(reason) ? findBracket(file, lines, at) : undefined;
  if (open !== undefined) return [open];
  const tight = findTight(file, lines, at);
  if (tight !== undefined) return [tight];
  if (/bad indentation of a mapping entry/.test(reason)) {
    const colon = findColon(file, lines, at);
    if (colon !== undefined) return [colon];
    if (/^[@`%&*!|>{[-]/.test(value)) {
      return here(problem("invalid-yaml", file, at + 1, `the text ${value} begins with a mark that needs quotes`));
    }
  }
  const loosely = /multiline key|document separator|expected ':'/.test(reason);
  const found = findTightAbove(file, lines, at, loosely);
  if (found !== undefined) return [found];
  const loose = loosely ? findLoose(file, lines, at) : undefined;
  if (loose !== undefined) return [loose];
  if (/indentation/.test(reason)) {
    const { problem: told, moved } = misplaced(file, lines, at);
    return here(told, moved === line ? "" : moved);
  }
  return here(problem("invalid-yaml", file, at + 1, reason));
}
