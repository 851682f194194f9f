import { continued, type Line, lineText, plainOf, splitLine } from "../rich-text/line.ts";
import { weight } from "../rich-text/plain.ts";
import type { Break, Part, Row } from "./card.ts";
import { rowSize, rowText } from "./controls.ts";

/**
 * Parts become pages: as many whole parts as fit, in order, the same ones every time. A line that is too long for a page is split at a
 * word; a page that begins below a heading names that heading again.
 */

export interface Room {
  /** Characters of `text`, after escaping. */
  readonly text: number;
  /** Characters of all blocks, after escaping. */
  readonly shown: number;
  readonly blocks: number;
}

export interface Page {
  readonly parts: readonly (Line | Row)[];
  /** What the button that leads to it says. */
  readonly label: string;
}

/** Three headings, named again in at most 130 characters each. */
const NAMED_AGAIN = 400;
/** Half a page: a long line fills up the page that it begins on. */
const MOST_LINE = 1500;
/** Lines that are moved to the next page rather than left at the foot of one. */
const MOST_MOVED = 4;

export function toPages(parts: readonly Part[], room: Room): Page[] {
  const most = Math.max(200, Math.min(MOST_LINE, room.text - NAMED_AGAIN));
  const whole = parts.flatMap((part): Placed[] => {
    if (part.kind === "row" || part.kind === "break") return [{ part, above: [] }];
    return splitLine(part, most).map((piece) => ({ part: piece, above: [], whole: part }));
  });
  const placed = withAbove(whole);
  const pages: Page[] = [];
  let label = "More";
  let start = 0;
  while (start < placed.length) {
    const first = placed[start];
    if (first?.part.kind === "break") {
      label = first.part.label;
      start += 1;
      continue;
    }
    const end = endOf(placed, start, room);
    const shown = placed.slice(start, end).map(({ part }) => part);
    pages.push({ parts: [...(first?.above ?? []), ...shown].filter((part) => part.kind !== "break"), label });
    label = "More";
    start = end;
  }
  return pages.length === 0 ? [{ parts: [], label }] : pages;
}

interface Placed {
  readonly part: Line | Row | Break;
  /** The headings that it stands under. */
  readonly above: readonly Line[];
  /** What it is a piece of. */
  readonly whole?: Line;
}

function withAbove(parts: readonly Placed[]): Placed[] {
  let open: { readonly rank: number; readonly line: Line }[] = [];
  return parts.map((placed) => {
    const { part, whole } = placed;
    if (part.kind === "break") {
      open = [];
      return placed;
    }
    if (part.kind === "row") return { ...placed, above: open.map(({ line }) => line) };
    const rank = part.rank;
    if (rank !== null) open = open.filter((one) => one.rank < rank);
    const above = open.map(({ line }) => line);
    if (rank !== null && whole !== undefined) open = [...open, { rank, line: continued(whole) }];
    return { ...placed, above };
  });
}

function endOf(placed: readonly Placed[], start: number, room: Room): number {
  const above = placed[start]?.above ?? [];
  let used = above.reduce((sum, line) => add(sum, costOf(line)), { text: 0, shown: 0, blocks: 0 });
  let end = start;
  for (; end < placed.length; end += 1) {
    const part = placed[end]?.part;
    if (part === undefined || part.kind === "break") return end;
    used = add(used, costOf(part));
    const over = used.text > room.text || used.shown > room.shown || used.blocks > room.blocks;
    if (over) break;
  }
  if (end >= placed.length) return end;
  const least = Math.max(start + 1, end - MOST_MOVED);
  let back = end;
  while (back > least && isKept(placed[back - 1]?.part)) back -= 1;
  if (back > start + 1 || !isKept(placed[back - 1]?.part)) return Math.max(back, start + 1);
  return Math.max(end, start + 1);
}

function isKept(part: Placed["part"] | undefined): boolean {
  return part !== undefined && part.kind !== "row" && part.kind !== "break" && part.keep;
}

/** At most what it takes: blocks may be joined, and blank lines left out. */
function costOf(part: Line | Row): Room {
  if (part.kind === "row") return { text: weight(rowText(part)) + 2, shown: rowSize(part), blocks: 1 };
  const blocks = part.kind === "bullet" ? 0.25 : 1;
  return { text: weight(lineText(part)) + 2, shown: weight(plainOf(part)), blocks };
}

function add(a: Room, b: Room): Room {
  return { text: a.text + b.text, shown: a.shown + b.shown, blocks: a.blocks + b.blocks };
}
