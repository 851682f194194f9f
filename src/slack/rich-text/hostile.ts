/**
 * Markdown readers are slow for a few inputs that nobody writes: endless brackets, stars and nested quotes take time that grows with the
 * square of their number. Such stretches are shown as plain text; everything else is read as Markdown.
 */

export interface Chunk {
  readonly text: string;
  readonly plain: boolean;
}

const MOST_CHARACTERS = 60_000;
/** Marks in one paragraph that may each open something. */
const MOST_MARKS = 400;
const MOST_LINE_NESTING = 24;

export function tame(markdown: string): Chunk[] {
  const text = markdown.replace(/\r\n?/g, "\n");
  if (text.length <= MOST_CHARACTERS && !isHostile(text)) return [{ text, plain: false }];
  return paragraphs(text).flatMap((part) =>
    part.trim() === "" ? [] : [{ text: part, plain: isHostile(part) || part.length > MOST_CHARACTERS }],
  );
}

/** Cut at blank lines, then put together again up to a size that is safe to read at once. */
function paragraphs(text: string): string[] {
  const made: string[] = [];
  let open = "";
  const close = () => {
    if (open !== "") made.push(open);
    open = "";
  };
  for (const part of text.split(/\n[ \t]*\n/)) {
    const alone = isHostile(part);
    if (alone || open.length + part.length > MOST_CHARACTERS / 4) close();
    open = open === "" ? part : `${open}\n\n${part}`;
    if (alone) close();
  }
  close();
  return made;
}

function isHostile(text: string): boolean {
  return text.split(/\n[ \t]*\n/).some((part) => {
    if (part.split("\n").some((line) => nesting(line) > MOST_LINE_NESTING)) return true;
    return (part.match(/[[\]*_~`<!&]|\]\(/g)?.length ?? 0) > MOST_MARKS;
  });
}

/** How many quotes, list marks and indents a line opens. */
function nesting(line: string): number {
  const [marks = ""] = /^[\s>*+\-\d.)]*/.exec(line) ?? [];
  const opened = marks.match(/[>*+-]|\d+[.)]/g)?.length ?? 0;
  const spaces = marks.match(/\s/g)?.length ?? 0;
  return opened + spaces / 4;
}
