/**
 * Markdown readers are slow for a few inputs that nobody writes: endless brackets, stars and nested quotes take time that grows with the
 * square of their number. Such stretches are shown as plain text; everything else is read as Markdown.
 */

export interface Chunk {
  readonly text: string;
  readonly plain: boolean;
}

/** Read as Markdown at most: half a second where every character is a mark. What follows is shown as plain paragraphs. */
const MOST_CHARACTERS = 40_000;
/** Marks in one paragraph that may each open something. */
const MOST_MARKS = 400;
const MOST_LINE_NESTING = 24;

export function tame(markdown: string): Chunk[] {
  const text = markdown.replace(/\r\n?/g, "\n").replace(/\n{5,}/g, "\n\n\n\n");
  const parts = text.split(/\n[ \t]*\n/);
  if (text.length <= MOST_CHARACTERS && !parts.some(isHostile)) return [{ text, plain: false }];
  const chunks: Chunk[] = [];
  let open: string[] = [];
  let read = 0;
  const close = () => {
    if (open.length > 0) chunks.push({ text: open.join("\n\n"), plain: false });
    open = [];
  };
  for (const part of parts) {
    read += part.length + 2;
    if (read <= MOST_CHARACTERS && !isHostile(part)) open.push(part);
    else if (part.trim() !== "") {
      close();
      chunks.push({ text: part, plain: true });
    }
  }
  close();
  return chunks;
}

/** `part` holds no blank line. */
function isHostile(part: string): boolean {
  if (part.split("\n").some((line) => nesting(line) > MOST_LINE_NESTING)) return true;
  return (part.match(/[[\]*_~`<!&]|\]\(/g)?.length ?? 0) > MOST_MARKS;
}

/** How many quotes, list marks and indents a line opens. */
function nesting(line: string): number {
  const [marks = ""] = /^[\s>*+\-\d.)]*/.exec(line) ?? [];
  const opened = marks.match(/[>*+-]|\d+[.)]/g)?.length ?? 0;
  const spaces = marks.match(/\s/g)?.length ?? 0;
  return opened + spaces / 4;
}
