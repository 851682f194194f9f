import type { ContextBlock, RichTextBlock, RichTextBlockElement, RichTextElement, RichTextList } from "@slack/types";
import { type Line, plainOf, type Span } from "./line.ts";
import { clean, weight } from "./plain.ts";

/** Slack states no limit for rich text; a section's is kept (docs.slack.dev, section block, 3,000). */
const MOST_PER_BLOCK = 3000;

/** Lines as rich text and, for quiet ones, context blocks. */
export function toBlocks(lines: readonly Line[]): (RichTextBlock | ContextBlock)[] {
  const blocks: (RichTextBlock | ContextBlock)[] = [];
  let open: Line[] = [];
  const close = () => {
    if (open.length > 0) blocks.push({ type: "rich_text", elements: elementsOf(open) });
    open = [];
  };
  for (const line of lines) {
    if (startsBlock(open.at(-1), line) || sizeOf(open) + sizeOf([line]) > MOST_PER_BLOCK) close();
    if (line.kind === "quiet") blocks.push(context(plainOf(line)));
    else open.push(line);
  }
  close();
  return blocks;
}

export function context(text: string): ContextBlock {
  return { type: "context", elements: [{ type: "plain_text", text: clean(text), emoji: true }] };
}

/** Paragraphs stand apart; a list stays with the line that introduces it. */
function startsBlock(previous: Line | undefined, line: Line): boolean {
  if (previous === undefined) return false;
  if (line.kind === "quiet" || line.kind === "heading") return true;
  return line.kind !== "bullet" && previous.kind !== "heading";
}

function sizeOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + weight(plainOf(line)), 0);
}

function elementsOf(lines: readonly Line[]): RichTextBlockElement[] {
  const elements: RichTextBlockElement[] = [];
  let list: RichTextList | null = null;
  let last: Line | null = null;
  for (const line of lines) {
    const leaves = leavesOf(line);
    if (line.kind === "bullet") {
      const section = { type: "rich_text_section" as const, elements: leaves };
      if (list !== null && last !== null && goesOn(last, line)) list.elements.push(section);
      else {
        list = listOf(line);
        list.elements.push(section);
        elements.push(list);
      }
    } else {
      list = null;
      elements.push(elementOf(line, leaves));
    }
    last = line;
  }
  return elements;
}

function goesOn(last: Line, line: Line): boolean {
  if (last.depth !== line.depth) return false;
  return line.number === null ? last.number === null : last.number === line.number - 1;
}

/** Documented by Slack (rich text block, `offset`), missing from its types: the first number is one more. */
interface OffsetList extends RichTextList {
  offset?: number;
}

function listOf(line: Line): OffsetList {
  const indent = Math.min(line.depth, 8);
  if (line.number === null) return { type: "rich_text_list", style: "bullet", indent, elements: [] };
  const offset = line.number > 1 ? { offset: line.number - 1 } : {};
  return { type: "rich_text_list", style: "ordered", indent, ...offset, elements: [] };
}

function elementOf(line: Line, leaves: RichTextElement[]): RichTextBlockElement {
  if (line.kind === "quote") return { type: "rich_text_quote", elements: leaves };
  if (line.kind === "code") {
    return { type: "rich_text_preformatted", elements: [{ type: "text", text: clean(plainOf(line)) }] };
  }
  return { type: "rich_text_section", elements: leaves };
}

/** At least one: Slack refuses an empty element. */
function leavesOf(line: Line): RichTextElement[] {
  const leaves = line.spans.filter((span) => span.text !== "").map(leaf);
  return leaves.length === 0 ? [{ type: "text", text: " " }] : leaves;
}

function leaf(span: Span): RichTextElement {
  const style = span.style === undefined ? {} : { style: { ...span.style } };
  if (span.url !== undefined) return { type: "link", url: span.url, text: clean(span.text), ...style };
  return { type: "text", text: clean(span.text), ...style };
}
