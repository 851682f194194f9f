import { problem } from "./problems.ts";
import type { Problem } from "./types.ts";

/** How far in a line of YAML stands, and how far in it was most likely meant to stand. */

/** A dash, or several, and the spaces after each. */
const DASHES = /^(?:-(?: +|$))*/;

export const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Where the text of a line begins, behind its dashes. */
function textColumn(line: string): number {
  const indent = indentOf(line);
  return indent + (DASHES.exec(line.slice(indent))?.[0].length ?? 0);
}

const isEntry = (line: string): boolean => line.trimStart().startsWith("-");
const isKey = (line: string): boolean => /^(?:- +)*[^\s"'#-][^:]*:(?: |$)/.test(line.trimStart());
const opens = (line: string): boolean => /:\s*(?:#.*)?$/.test(line);
const ONE_STEP = 2;

interface Column {
  readonly spaces: number;
  /** The line that stands there, or that this one would stand below; counted from 0. */
  readonly line: number;
}

/** Where the lines above, the nearest first, leave room for a line of this kind. */
function columnsAbove(lines: readonly string[], at: number): Column[] {
  const line = lines[at] ?? "";
  const kind = isEntry(line) ? "entry" : isKey(line) ? "key" : "text";
  const columns: Column[] = [];
  for (let index = at - 1; index >= 0 && columns.length < 12; index -= 1) {
    const above = lines[index] ?? "";
    if (above.trim() === "") continue;
    const [beside, inside] = [indentOf(above), textColumn(above)];
    if (kind === "text") return [{ spaces: inside + (isKey(above) ? ONE_STEP : 0), line: index }];
    if (kind === "entry" && isEntry(above)) columns.push({ spaces: beside, line: index });
    if (kind === "key" && isKey(above)) columns.push({ spaces: inside, line: index });
    if (opens(above)) {
      columns.push({ spaces: inside + ONE_STEP, line: index });
      // The first entry of a list has no other place.
      if (kind === "entry" && columns.length === 1) return columns;
    }
  }
  return columns;
}

/** The place that is nearest to where the line stands; undefined when the lines above leave none. */
function fittingColumn(lines: readonly string[], at: number): Column | undefined {
  const indent = indentOf(lines[at] ?? "");
  const columns = columnsAbove(lines, at).filter(({ spaces }) => spaces !== indent);
  const [first, ...others] = columns;
  if (first === undefined) return undefined;
  const away = ({ spaces }: Column): number => Math.abs(spaces - indent);
  return others.reduce((best, column) => (away(column) < away(best) ? column : best), first);
}

export interface Misplaced {
  readonly problem: Problem;
  /** The line where it was most likely meant to stand; as it is when nobody can say. */
  readonly moved: string;
}

/** A line that does not line up with those around it. */
export function misplaced(file: string, lines: readonly string[], at: number): Misplaced {
  const line = lines[at] ?? "";
  const column = fittingColumn(lines, at);
  const [spaces, beside] = column === undefined ? ["", ""] : [String(column.spaces), String(column.line + 1)];
  return {
    problem: problem("bad-indent", file, at + 1, line, spaces, beside),
    moved: column === undefined ? line : " ".repeat(column.spaces) + line.trimStart(),
  };
}

const TAB_WIDTHS = [2, 4, 8];

/** As many spaces as the tabs were most likely meant to be: what stands below or beside the line above. Else its echo fills the report. */
function asSpaces(indent: string, content: string, above: string): string {
  if (!indent.includes("\t")) return indent;
  const places = [textColumn(above), indentOf(above), indentOf(above) + ONE_STEP] as const;
  const wide = TAB_WIDTHS.map((width) => indent.replaceAll("\t", " ".repeat(width)));
  const fits = places.flatMap((place) => wide.filter((spaces) => spaces.length === place));
  const next = " ".repeat(nextTo(places, content.startsWith("-"), isEntry(above)));
  return above.endsWith(":") ? next : (fits[0] ?? next);
}

/** A tab of no width that fits: below the line above, as an entry below an entry, a key of the entry above, or the first entry of a key. */
function nextTo([key, beside, below]: readonly [number, number, number], dash: boolean, dashAbove: boolean): number {
  if (dash === dashAbove) return beside;
  return dash ? below : key;
}

const TAB_INDENT = /^ *\t[ \t\u00a0]*(?=\S)/;
const NO_BREAK_INDENT = /^[ \t]*\u00a0[ \t\u00a0]*(?=\S)/;

/** Indentation that only looks like spaces: YAML may fold such a line into the one before without a word. */
export function mendIndents(file: string, source: string, problems: Problem[]): string {
  if (!source.includes("\t") && !source.includes("\u00a0")) return source;
  let above = "";
  const mended = source.split("\n").map((line, index) => {
    const [tabs, spaces] = [TAB_INDENT.exec(line)?.[0], NO_BREAK_INDENT.exec(line)?.[0]];
    const text = line.slice((tabs ?? spaces ?? "").length);
    if (tabs !== undefined) problems.push(problem("tab-indent", file, index + 1, text));
    if (spaces !== undefined) problems.push(problem("no-break-space-indent", file, index + 1, text));
    const indent = (tabs ?? spaces ?? "").replaceAll("\u00a0", " ");
    const clean = tabs === undefined && spaces === undefined ? line : asSpaces(indent, text, above) + text;
    if (clean.trim() !== "") above = clean.trimEnd();
    return clean;
  });
  return mended.join("\n");
}
