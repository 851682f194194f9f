import { clean, shorten, splitText, weight } from "./plain.ts";

/**
 * What cards are made of: lines of styled spans, from which both the blocks and the plain text are made, so that the two cannot
 * disagree.
 */

export interface Style {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
}

export interface Span {
  readonly text: string;
  readonly style?: Style;
  /** The text is this address and may be followed. */
  readonly url?: string;
}

type LineKind = "heading" | "paragraph" | "bullet" | "quote" | "code" | "quiet";

export interface Line {
  readonly kind: LineKind;
  readonly spans: readonly Span[];
  /** Nesting of a bullet, 0 to 8. */
  readonly depth: number;
  /** Its number in an ordered list. */
  readonly number: number | null;
  /** It heads what follows, down to the next line of the same or a smaller rank, and is named again when a page breaks below it. */
  readonly rank: number | null;
  /** No page ends with it. */
  readonly keep: boolean;
}

type Content = string | readonly Span[];

function line(kind: LineKind, content: Content, rest: Partial<Line> = {}): Line {
  const spans = typeof content === "string" ? [{ text: content }] : content;
  return { kind, spans, depth: 0, number: null, rank: null, keep: false, ...rest };
}

export function heading(content: Content, rank = 1): Line {
  const spans = (typeof content === "string" ? [{ text: content }] : content).map((span) => bold(span));
  return line("heading", spans, { rank, keep: true });
}

export function paragraph(content: Content, rest: Pick<Partial<Line>, "keep" | "rank"> = {}): Line {
  return line("paragraph", content, rest);
}

/** Small and grey. With a rank it heads what follows. */
export function quiet(text: string, rank: number | null = null): Line {
  return line("quiet", text, { rank, keep: rank !== null });
}

export function bullet(content: Content, rest: Pick<Partial<Line>, "depth" | "number" | "rank" | "keep"> = {}): Line {
  return line("bullet", content, rest);
}

export function quote(content: Content): Line {
  return line("quote", content);
}

export function code(text: string): Line {
  return line("code", text);
}

export function bold(span: Span): Span {
  return { ...span, style: { ...span.style, bold: true } };
}

export function italic(text: string): Span {
  return { text, style: { italic: true } };
}

export function plainOf(line: Line): string {
  return line.spans.map((span) => span.text).join("");
}

/** As it is read aloud and in a terminal: list marks and indents, no styles. */
export function lineText(line: Line): string {
  const indent = "  ".repeat(line.depth);
  const text = clean(plainOf(line));
  if (line.kind === "bullet") return `${indent}${line.number === null ? mark(line.depth) : `${line.number}.`} ${text}`;
  if (line.kind === "quote") return `“${text}”`;
  return text;
}

function mark(depth: number): string {
  return depth === 0 ? "•" : "◦";
}

/** The line named again at the top of a page. */
export function continued(line: Line): Line {
  const first = line.spans[0];
  const text = `${shorten(plainOf(line), 100)} (continued)`;
  const style = line.kind === "bullet" ? undefined : first?.style;
  return { ...line, spans: [style === undefined ? { text } : { text, style }], keep: true };
}

const SPLIT_MARK = "…";

/** Pieces of at most `most` characters after escaping, each ending or beginning with the split mark where it was cut. */
export function splitLine(line: Line, most: number): Line[] {
  if (weight(plainOf(line)) <= most) return [line];
  const room = most - 2 * SPLIT_MARK.length;
  const pieces: Span[][] = [[]];
  let left = room;
  for (const span of line.spans) {
    const fitsWhole = weight(span.text) <= left;
    if (fitsWhole || (span.url !== undefined && weight(span.text) <= room)) {
      if (!fitsWhole) {
        pieces.push([]);
        left = room;
      }
      pieces.at(-1)?.push(span);
      left -= weight(span.text);
      continue;
    }
    for (const text of cut(span.text, left, room)) {
      if (text === null) {
        pieces.push([]);
        left = room;
      } else if (text !== "") {
        pieces.at(-1)?.push({ ...span, text });
        left -= weight(text);
      }
    }
  }
  const filled = pieces.filter((spans) => spans.length > 0);
  return filled.map((spans, index) => ({
    ...line,
    spans: [
      ...(index > 0 ? [{ text: SPLIT_MARK }] : []),
      ...spans,
      ...(index < filled.length - 1 ? [{ text: SPLIT_MARK }] : []),
    ],
    keep: line.keep && index === filled.length - 1,
  }));
}

/** The text in pieces with `null` where a new line piece begins; the first piece takes what is left of the current one. */
function* cut(text: string, left: number, room: number): Generator<string | null> {
  let rest = text;
  if (left > room / 4) {
    const [first = ""] = splitText(rest, left);
    yield first;
    rest = clean(rest).slice(first.length);
  }
  for (const piece of rest === "" ? [] : splitText(rest, room)) {
    yield null;
    yield piece;
  }
}
