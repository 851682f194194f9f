/**
 * Text that somebody else wrote, made fit to be shown. Slack parses a message's top-level `text` as mrkdwn, so there it is escaped and
 * the marks that could address people are broken with a word joiner; lengths are counted on that escaped form everywhere, which is the
 * longest that any surface makes of it.
 */

const WORD_JOINER = "\u2060";
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Most texts: nothing to mend, and nothing that is spent on finding that out. */
const ORDINARY = /^[\t\n -~\u00A0-\uD7FF\uE000-\uFFFF]*$/;
/** Words with single spaces of the plain kind between them. */
const ONE_LINE = /^[!-~\u00B7\u2013\u2014\u2018-\u201D\u2026]+(?: [!-~\u00B7\u2013\u2014\u2018-\u201D\u2026]+)*$/;

/** Well-formed Unicode without NUL and the other control characters that JSON readers and Slack refuse; tabs and line ends stay. */
export function clean(text: string): string {
  if (ORDINARY.test(text)) return text;
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

/** Characters that a text takes up after escaping, in UTF-16 units; for a mark before a space one too many. */
export function weight(text: string): number {
  let sum = text.length;
  if (!MARKS.test(text)) return sum;
  for (let at = 0; at < text.length; at += 1) sum += EXTRA.get(text.charCodeAt(at)) ?? 0;
  return sum;
}

const MARKS = /[&<>@#]/;

/** What escaping adds to `&`, `<`, `>`, `@` and `#`. */
const EXTRA: ReadonlyMap<number, number> = new Map([
  [0x26, 4],
  [0x3c, 3],
  [0x3e, 3],
  [0x40, 1],
  [0x23, 1],
]);

/** At most `most` characters after escaping; what is left out is whole words, and an ellipsis stands for it. */
export function shorten(text: string, most: number): string {
  const line = ONE_LINE.test(text) ? text : clean(text).replace(/\s+/g, " ").trim();
  if (weight(line) <= most) return line;
  const [first = ""] = splitText(line, most - 1);
  return `${first.trimEnd()}…`;
}

/**
 * The text in pieces of at most `most` characters after escaping, which put together are the text again. Cut after white space where
 * there is some in the second half, else between graphemes, else between code points.
 */
export function splitText(text: string, most: number): string[] {
  const whole = clean(text);
  const pieces: string[] = [];
  let from = 0;
  for (let to = fitting(whole, from, most); to < whole.length; to = fitting(whole, from, most)) {
    const cut = from + cutAt(whole.slice(from, to + 1), to - from);
    pieces.push(whole.slice(from, cut));
    from = cut;
  }
  return [...pieces, whole.slice(from)];
}

/** Where the characters from `from` on that fit end: at least one further. */
function fitting(text: string, from: number, most: number): number {
  let left = most;
  let at = from;
  for (; at < text.length; at += 1) {
    left -= 1 + (EXTRA.get(text.charCodeAt(at)) ?? 0);
    if (left < 0) break;
  }
  return Math.max(at, Math.min(from + 1, text.length));
}

/** `text` is what fits and one character more, so that a mark or a second half that follows is seen. */
function cutAt(text: string, limit: number): number {
  const space = lastSpace(text, limit);
  if (space > limit / 2) return space;
  const grapheme = graphemes.segment(text).containing(limit)?.index ?? 0;
  if (grapheme > 0) return grapheme;
  const insidePair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  if (!insidePair) return limit;
  return limit === 1 ? 2 : limit - 1;
}

/** The end of the last run of white space within the limit; 0 where there is none. */
function lastSpace(text: string, limit: number): number {
  for (let at = limit; at > 0; at -= 1) if (/\s/.test(text.charAt(at - 1))) return at;
  return 0;
}
