import { hash } from "node:crypto";

/**
 * Criteria have no ids in the format, and people reword them. The first id of a criterion comes from its framework's path and
 * its words, so that order and titles do not matter; whoever stores evidence matches later wordings to it.
 */

const PINNED = /^[a-z0-9][a-z0-9-]{0,39}$/;
const PLAIN = /^[\x20-\x7e]*$/;
/** Nothing to normalise but capitals, which the hash reads as small letters: saves a copy of most texts. */
const NORMAL_BUT_CASE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

function plainMarks(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-");
}

/** The words without what an editor changes by itself: kinds of spaces and quotes, case, a full stop at the end. */
export function normaliseCriterion(text: string): string {
  const plain = PLAIN.test(text) ? text : plainMarks(text);
  const spaced = plain.includes("  ") || plain !== text ? plain.replace(/\s+/g, " ") : plain;
  const words = spaced.trim().toLowerCase();
  return words.replace(/(?<=[^\s.])\.$/, "");
}

export function isPinnedId(id: string): boolean {
  return PINNED.test(id);
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
const PAIRS = Array.from({ length: 36 * 36 }, (_, n) => `${DIGITS[Math.floor(n / 36)]}${DIGITS[n % 36]}`);

function fiveDigits(value: number): string {
  const low = value % 1296;
  const middle = Math.floor(value / 1296) % 1296;
  return `${DIGITS[Math.floor(value / 1_679_616) % 36]}${PAIRS[middle]}${PAIRS[low]}`;
}

/** Both halves of a seed: SHA-256 of the path, so that one sentence in two frameworks has two ids. */
function seedOf(path: string): readonly [number, number] {
  const digest = hash("sha256", path, "hex");
  return [Number.parseInt(digest.slice(0, 8), 16), Number.parseInt(digest.slice(8, 16), 16)];
}

/**
 * Ten characters of `0-9a-z`, about 51 bits, from two multiplicative hashes that stir each other at the end. Not SHA-256 for
 * each sentence: that alone took as long as parsing the file, and nobody gains by forging the id of a sentence.
 */
function shortHash([first, second]: readonly [number, number], words: string, ordinal: number): string {
  let a = first ^ ordinal;
  let b = second ^ Math.imul(ordinal, 0x9e3779b1);
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    const unit = code >= 65 && code <= 90 ? code + 32 : code;
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  const mixed = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  const other = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0x27d4eb2f);
  return fiveDigits((mixed ^ (mixed >>> 15)) >>> 0) + fiveDigits((other ^ (other >>> 14)) >>> 0);
}

export interface CriterionEntry {
  readonly text: string;
  /** The id that the author wrote, if any; used as it is. */
  readonly pinned?: string | undefined;
}

/** One id per entry, in the order given, which is that of the document: the second and later twins get an ordinal. */
export function firstIds(path: string, entries: readonly CriterionEntry[]): string[] {
  const seed = seedOf(path);
  const seen = new Set(entries.map(({ pinned }) => pinned));
  return entries.map(({ text, pinned }) => {
    if (pinned !== undefined) return pinned;
    const words =
      NORMAL_BUT_CASE.test(text) && !text.endsWith(".") && !text.includes("  ") ? text : normaliseCriterion(text);
    let ordinal = 1;
    let id = shortHash(seed, words, ordinal);
    while (seen.has(id)) {
      ordinal += 1;
      id = shortHash(seed, words, ordinal);
    }
    seen.add(id);
    return id;
  });
}
