/** Slack takes 3,000 characters in one input (`plain_text_input`), so longer words are edited in consecutive ones. */
const MOST_PER_INPUT = 3000;

/**
 * The text in as few parts as fit, about equally long so that each has room to grow; put together they are the text again. Cut after a
 * line end or a space where there is one near, and never inside a surrogate pair.
 */
export function inputParts(text: string, most = MOST_PER_INPUT): string[] {
  const least = Math.max(1, Math.ceil(text.length / most));
  const parts = inParts(text, least, most);
  // A pair that must stay whole can push the last part over the edge when all are full.
  return parts.every((part) => part.length <= most) ? parts : inParts(text, least + 1, most);
}

function inParts(text: string, count: number, most: number): string[] {
  const parts: string[] = [];
  let from = 0;

  for (let left = count; left > 1; left -= 1) {
    const wanted = from + Math.ceil((text.length - from) / left);
    // What follows must still fit into the inputs that are left.
    const least = Math.max(from + 1, text.length - (left - 1) * most);
    const cut = cutNear(text, wanted, least, Math.min(from + most, text.length));
    parts.push(text.slice(from, cut));
    from = cut;
  }
  return [...parts, text.slice(from)];
}

function cutNear(text: string, wanted: number, least: number, last: number): number {
  for (const mark of [/\n/, /\s/]) {
    for (let away = 0; away < 400; away += 1) {
      for (const at of [wanted - away, wanted + away]) {
        if (at >= least && at <= last && mark.test(text.charAt(at - 1))) return at;
      }
    }
  }
  const insidePair = /[\uD800-\uDBFF]/.test(text.charAt(wanted - 1)) && wanted < text.length;
  if (!insidePair) return wanted;
  return wanted + 1 <= last ? wanted + 1 : wanted - 1;
}

/** A text that is too long for one win, as several: cut between paragraphs, lines or words. */
export function winParts(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;

  while (rest.length > most) {
    const room = rest.slice(0, most);
    const cut = [/\n\s*\n/g, /\n/g, /[.!?]\s/g, /\s/g]
      .map((mark) => Array.from(room.matchAll(mark)).at(-1))
      .find((found) => found !== undefined && found.index > most / 3);
    const at = cut === undefined ? safeCut(room) : cut.index + cut[0].length;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at);
  }
  return [...parts, rest.trim()].filter((part) => part !== "");
}

function safeCut(room: string): number {
  return /[\uD800-\uDBFF]$/.test(room) ? room.length - 1 : room.length;
}
