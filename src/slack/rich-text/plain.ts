/**
 * Text that somebody else wrote, made fit to be shown. Slack parses a message's top-level `text` as mrkdwn, so there it is escaped and
 * the marks that could address people are broken with a word joiner; lengths are counted on that escaped form everywhere, which is the
 * longest that any surface makes of it.
 */

const WORD_JOINER = "\u2060";
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Well-formed Unicode without NUL and the other control characters that JSON readers and Slack refuse; tabs and line ends stay. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, " ");
}

/** For top-level `text`: nothing in it is a mention, a link or markup, and it still reads the same. */
export function escapeText(text: string): string {
  return clean(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/([@#])(?=[^\s\u2060])/gu, `$1${WORD_JOINER}`);
}

/** Characters that a text takes up after escaping, in UTF-16 units. */
export function weight(text: string): number {
  return escapeText(text).length;
}

/** At most `most` characters after escaping; what is left out is whole words, and an ellipsis stands for it. */
export function shorten(text: string, most: number): string {
  const line = clean(text).replace(/\s+/g, " ").trim();
  if (weight(line) <= most) return line;
  const [first = ""] = splitText(line, most - 1);
  return `${first.trimEnd()}…`;
}

/**
 * The text in pieces of at most `most` characters after escaping, which put together are the text again. Cut after white space where
 * there is some in the second half, else between graphemes, else between code points.
 */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = clean(text);
  while (weight(rest) > most) {
    const cut = cutAt(rest, fitting(rest, most));
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  pieces.push(rest);
  return pieces;
}

/** How many leading UTF-16 units fit, at least one. */
function fitting(text: string, most: number): number {
  let low = 1;
  let high = Math.min(text.length, most);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (weight(text.slice(0, middle)) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function cutAt(text: string, limit: number): number {
  const head = text.slice(0, limit);
  const space = head.search(/\s\S*$/u) + 1;
  if (space > limit / 2) return space;
  const grapheme = graphemes.segment(text).containing(limit)?.index ?? 0;
  if (grapheme > 0) return grapheme;
  const insidePair = limit > 1 && /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  if (insidePair) return limit - 1;
  return limit === 1 && text.codePointAt(0) !== text.charCodeAt(0) ? 2 : limit;
}
