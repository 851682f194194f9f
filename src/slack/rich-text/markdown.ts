import { createRequire } from "node:module";
import type { List, ListItem, Nodes, PhrasingContent, Root, RootContent, Table } from "mdast";
import { tame } from "./hostile.ts";
import { bullet, code, heading, type Line, paragraph, plainOf, quote, type Span, type Style } from "./line.ts";
import { followable } from "./links.ts";

const load = createRequire(import.meta.url);

/** The parser comes with the first prose that is shown: its hundred and fifty files were a tenth of every start. */
function parse(markdown: string): Root {
  const { fromMarkdown } = load("mdast-util-from-markdown") as typeof import("mdast-util-from-markdown");
  const { gfmFromMarkdown } = load("mdast-util-gfm") as typeof import("mdast-util-gfm");
  const { gfm } = load("micromark-extension-gfm") as typeof import("micromark-extension-gfm");

  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Deeper nesting than any author writes; what lies below is shown as it stands in the file. */
const MOST_DEPTH = 12;

/** Markdown as lines: nothing of it is live but plain web addresses that are shown in full. Bounded in time for any input. */
export function toLines(markdown: string): Line[] {
  return tame(markdown).flatMap((chunk) => {
    if (chunk.plain) return [paragraph(chunk.text)];
    return createReader(chunk.text).blocks(parse(chunk.text).children, 0);
  });
}

interface Reader {
  blocks(nodes: readonly RootContent[], depth: number): Line[];
}

function createReader(source: string): Reader {
  const raw = (node: Nodes): string => source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

  function blocks(nodes: readonly RootContent[], depth: number): Line[] {
    return nodes.flatMap((node) => blockLines(node, depth));
  }

  function blockLines(node: RootContent, depth: number): Line[] {
    if (depth > MOST_DEPTH) return filled([paragraph(raw(node))]);
    switch (node.type) {
      case "heading":
        return filled([heading(inline(node.children, {}, depth))]);
      case "paragraph":
        return filled([paragraph(inline(node.children, {}, depth))]);
      case "list":
        return listLines(node, depth);
      case "blockquote":
        return blocks(node.children, depth + 1).map((line) => (line.kind === "paragraph" ? quote(line.spans) : line));
      case "code":
        return filled([code(node.value)]);
      case "table":
        return tableLines(node, depth);
      case "thematicBreak":
        return [];
      case "html":
        return filled([paragraph(node.value)]);
      default:
        return filled([paragraph(raw(node))]);
    }
  }

  function listLines(list: List, depth: number): Line[] {
    const first = list.start ?? 1;
    return list.children.flatMap((entry, index) =>
      entryLines(entry, list.ordered === true ? first + index : null, depth),
    );
  }

  /** An entry's first paragraph is the bullet; what follows in it is nested one deeper. */
  function entryLines(entry: ListItem, number: number | null, depth: number): Line[] {
    const [head, ...rest] = entry.children;
    const nested = { depth: Math.min(depth, 8), number };
    const box =
      entry.checked === null || entry.checked === undefined ? [] : [{ text: entry.checked ? "[x] " : "[ ] " }];
    const below = (nodes: readonly RootContent[]) =>
      blocks(nodes, depth + 1).map((line) =>
        line.kind === "paragraph" ? bullet(line.spans, { depth: Math.min(depth + 1, 8) }) : line,
      );
    if (head?.type === "paragraph") {
      return [bullet([...box, ...inline(head.children, {}, depth)], nested), ...below(rest)];
    }
    return below(entry.children);
  }

  /** A row a line: "Header: cell; header: cell". */
  function tableLines(table: Table, depth: number): Line[] {
    const [head, ...rows] = table.children;
    const headers = head?.children.map((cell) => inline(cell.children, {}, depth)) ?? [];
    if (rows.length === 0) return filled([paragraph(headers.flatMap((spans, at) => between(at, spans)))]);
    return filled(
      rows.map((row) =>
        bullet(
          row.children.flatMap((cell, at) => {
            const name = headers[at] ?? [];
            const content = inline(cell.children, {}, depth);
            return between(at, name.length === 0 ? content : [...name, { text: ": " }, ...content]);
          }),
        ),
      ),
    );
  }

  function inline(nodes: readonly PhrasingContent[], style: Style, depth: number): Span[] {
    return nodes.flatMap((node) => inlineSpans(node, style, depth + 1));
  }

  function inlineSpans(node: PhrasingContent, style: Style, depth: number): Span[] {
    if (depth > MOST_DEPTH * 2) return spans(raw(node), style);
    switch (node.type) {
      case "text":
        return spans(node.value, style);
      case "inlineCode":
        return spans(node.value, { ...style, code: true });
      case "strong":
        return inline(node.children, { ...style, bold: true }, depth);
      case "emphasis":
        return inline(node.children, { ...style, italic: true }, depth);
      case "delete":
        return inline(node.children, { ...style, strike: true }, depth);
      case "break":
        return spans("\n", style);
      case "image":
        return spans(
          node.alt === null || node.alt === undefined || node.alt === "" ? "(image)" : `(image: ${node.alt})`,
          style,
        );
      case "link":
        return linkSpans(inline(node.children, style, depth), node.url, style);
      case "html":
        return spans(node.value, style);
      default:
        return spans(raw(node), style);
    }
  }

  return { blocks };
}

/** The words, then the address in full: what is seen is where it leads. */
function linkSpans(words: readonly Span[], url: string, style: Style): Span[] {
  const address = followable(url);
  const shown = words.map((span) => span.text).join("");
  const link: Span = address === null ? { text: url, style } : { text: address, url: address, style };
  if (shown === "" || shown === url || shown === address) return [link];
  return [...words, { text: " (", style }, link, { text: ")", style }];
}

function between(at: number, content: readonly Span[]): Span[] {
  return at === 0 ? [...content] : [{ text: "; " }, ...content];
}

function spans(text: string, style: Style): Span[] {
  return text === "" ? [] : [Object.keys(style).length === 0 ? { text } : { text, style }];
}

function filled(lines: readonly Line[]): Line[] {
  return lines.filter((line) => plainOf(line).trim() !== "");
}
