import type { KnownBlock } from "@slack/types";
import type { Intent } from "../../command/intent.ts";
import { context, toBlocks } from "../rich-text/blocks.ts";
import { heading, type Line, lineText, quiet } from "../rich-text/line.ts";
import { escapeText, shorten, weight } from "../rich-text/plain.ts";
import type { Card, Part, Row } from "./card.ts";
import { button, plain, rowBlock, rowInFull, rowSize, rows, rowText } from "./controls.ts";
import { type Page, toPages } from "./pages.ts";

export interface View {
  /** Everything that the blocks show, escaped for Slack. */
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Our own bounds, below what Slack takes (4,000 and about 13,200 characters, 50 blocks). */
const MOST_TEXT = 4000;
const MOST_SHOWN = 12_000;
const MOST_BLOCKS = 50;
const MOST_TITLE = 150;
/** "Page 12 of 34", More and Back, and the line that says what did not fit. */
const PAGING = 260;

/** The page that was asked for, or the nearest that there is. Pages are cut as `sizing` needs it: two cards with one body get the same. */
export function render(card: Card, sizing: Card = card): View {
  const pages = pagesOf(sizing);
  const wanted = card.paged !== null && "page" in card.paged ? card.paged.page : 1;
  const number = Math.max(1, Math.min(pages.length, wanted));
  return draw(card, pages, number);
}

/** Every page, as text for a terminal: nothing escaped, nothing to press. */
export function inFull(card: Card): string {
  const parts = longTitle(card).map((part) => {
    if (part.kind === "row") return rowInFull(part);
    if (part.kind === "break") return "";
    return spaced(part, lineText(part));
  });
  return `${[card.title, ...card.notes, "", ...parts]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

function pagesOf(card: Card): Page[] {
  const notes = card.notes.reduce((sum, note) => sum + weight(note) + 1, 0);
  const title = weight(shorten(card.title, MOST_TITLE));
  const foot = card.foot.reduce((sum, row) => sum + weight(rowText(row)) + 1, 0);
  const pressed = card.foot.reduce((sum, row) => sum + rowSize(row), 0);
  return toPages(longTitle(card), {
    text: MOST_TEXT - title - notes - foot - PAGING,
    shown: MOST_SHOWN - title - notes - pressed - PAGING,
    blocks: MOST_BLOCKS - 4 - card.notes.length - card.foot.length,
  });
}

/** A title that Slack's header cannot hold stands in full below it. */
function longTitle(card: Card): readonly Part[] {
  return weight(card.title) <= MOST_TITLE
    ? card.parts
    : [{ ...heading(card.title), rank: null, keep: false }, ...card.parts];
}

function draw(card: Card, pages: readonly Page[], number: number): View {
  const { parts } = pages[number - 1] ?? { parts: [] };
  const several = card.paged !== null && pages.length > 1;
  const left = card.paged === null && pages.length > 1 ? [quiet(leftOut(card, pages))] : [];
  const title = shorten(card.title, MOST_TITLE);
  const notes = [...card.notes, ...(several ? [`Page ${number} of ${pages.length}`] : [])];
  const body = [...parts, ...left];
  const foot = [...(several && !card.still ? paging(card.paged, pages, number) : []), ...card.foot];
  const text = [title, ...notes, "", ...body.map(partText), "", ...foot.map(rowText)].join("\n");
  return {
    text: escapeText(text.replace(/\n{3,}/g, "\n\n").trim()),
    blocks: [{ type: "header", text: plain(title) }, ...notes.map(context), ...bodyBlocks(body), ...foot.map(rowBlock)],
  };
}

function bodyBlocks(parts: readonly (Line | Row)[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let lines: Line[] = [];
  for (const part of parts) {
    if (part.kind !== "row") {
      lines.push(part);
      continue;
    }
    blocks.push(...toBlocks(lines), rowBlock(part));
    lines = [];
  }
  return [...blocks, ...toBlocks(lines)];
}

function partText(part: Line | Row): string {
  return part.kind === "row" ? rowText(part) : spaced(part, lineText(part));
}

function spaced(line: Line, text: string): string {
  return line.kind === "bullet" ? text : `\n${text}`;
}

function paging(intent: Intent | null, pages: readonly Page[], number: number): Row[] {
  if (intent === null) return [];
  const to = (page: number): Intent => ("page" in intent ? { ...intent, page } : intent);
  const next = pages[number];
  return rows([
    number > 1 ? button("Back", to(number - 1), "back") : null,
    next === undefined ? null : button(next.label, to(number + 1), "more"),
  ]);
}

function leftOut(card: Card, pages: readonly Page[]): string {
  const lines = pages.slice(1).reduce((sum, page) => sum + page.parts.length, 0);
  return `${lines} more ${lines === 1 ? "line does" : "lines do"} not fit here. ${card.rest}`.trim();
}
