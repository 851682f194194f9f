import { distance } from "fastest-levenshtein";

/** Longer words are nobody's typo of a name; the cap keeps a comparison short whatever is typed. */
const LONGEST = 32;

/** How many letters two words of this length may differ by: none when short, as a changed short word is another word. */
function allowance(length: number): number {
  if (length <= 4) return 0;
  if (length <= 6) return 1;
  return length <= 9 ? 2 : 3;
}

/** Letters added, left out or changed to come from one word to the other; two swapped neighbours count as one. */
export function lettersApart(a: string, b: string): number {
  const apart = distance(a, b);
  return apart === 2 && isOneSwap(a, b) ? 1 : apart;
}

/** How far apart two spellings are, or null when they are too far apart to be the same word mistyped. */
export function typoDistance(typed: string, word: string): number | null {
  const allowed = allowance(Math.max(typed.length, word.length));
  const tooFar = Math.abs(typed.length - word.length) > allowed;
  if (allowed === 0 || tooFar || typed.length < 4 || typed.length > LONGEST) return null;
  const apart = lettersApart(typed, word);
  return apart <= allowed ? apart : null;
}

/** From 0 (nothing in common) to 1 (the same): a shared beginning counts, so that "mast" is near "mastery". */
export function likeness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  const short = a.slice(0, LONGEST);
  const longest = Math.max(short.length, b.length);
  const whole = 1 - lettersApart(short, b) / longest;
  const begun = 1 - distance(short, b.slice(0, short.length)) / short.length;
  return short.length < 4 ? whole : Math.max(whole, begun * 0.9);
}

function isOneSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((_, index) => a[index] !== b[index]);
  return a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2) === b;
}
