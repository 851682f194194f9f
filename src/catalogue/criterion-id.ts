import { hash } from "node:crypto";

/**
 * Criteria have no ids in the format, and people reword them. The first id of a criterion comes from its framework's path and
 * its words, so that order and titles do not matter; whoever stores evidence matches later wordings to it.
 */

const PINNED = /^[a-z0-9][a-z0-9-]{0,39}$/;
const PLAIN = /^[\x20-\x7e]*$/;

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
/** 36 to the power of five. */
const HALF = 60_466_176;

/** `value` is below `HALF`. */
function fiveDigits(value: number): string {
  return `${DIGITS[Math.floor(value / 1_679_616)]}${PAIRS[Math.floor(value / 1296) % 1296]}${PAIRS[value % 1296]}`;
}

const SPACE = 0x20;
const FULL_STOP = 0x2e;
/** Set for what may not stand in words that need no normalising. */
const ODD = 0x80;
/** The small letter of every ASCII character, marked where it is a control character. */
const SMALL = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code < SPACE || code === 0x7f) return code | ODD;
  return code >= 65 && code <= 90 ? code + 32 : code;
});

/** Both halves of a seed: SHA-256 of the path, so that one sentence in two frameworks has two ids. */
function seedOf(path: string): readonly [number, number] {
  const digest = hash("sha256", path, "hex");
  return [Number.parseInt(digest.slice(0, 8), 16), Number.parseInt(digest.slice(8, 16), 16)];
}

/**
 * Ten characters of `0-9a-z`, about 51 bits, from two multiplicative hashes that stir each other at the end. Not SHA-256 for
 * each sentence: that alone took as long as parsing the file, and nobody gains by forging the id of a sentence.
 */
class ShortHash {
  readonly #first: number;
  readonly #second: number;
  #a = 0;
  #b = 0;

  constructor(path: string) {
    [this.#first, this.#second] = seedOf(path);
  }

  /**
   * Takes in words that are normal but for capitals. False, with nothing to be used, where normalising has more to do: looked at
   * while hashing, because most texts pass and a look of its own costs as much as the hash.
   */
  take(words: string, ordinal: number): boolean {
    const last = words.length - 1;
    let a = this.#first ^ ordinal;
    let b = this.#second ^ Math.imul(ordinal, 0x9e3779b1);
    let marks = 0;
    let before = 0;
    for (let at = 0; at <= last; at += 1) {
      const code = words.charCodeAt(at);
      const entry = code < 128 ? (SMALL[code] ?? ODD) : ODD;
      const unit = code < 128 ? entry & ~ODD : code;
      marks |= entry;
      if (code === SPACE && before === SPACE) marks |= ODD;
      before = code;
      a = Math.imul(a ^ unit, 0x9e3779b1);
      b = Math.imul(b ^ unit, 0x5f356495);
    }
    this.#a = a;
    this.#b = b;
    return last >= 0 && marks < ODD && before !== SPACE && before !== FULL_STOP && words.charCodeAt(0) !== SPACE;
  }

  /** The first five characters, as a number. */
  get head(): number {
    const mixed = Math.imul(this.#a ^ (this.#a >>> 16), 0x85ebca6b) ^ Math.imul(this.#b ^ (this.#b >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % HALF;
  }

  get tail(): number {
    const mixed = Math.imul(this.#b ^ (this.#b >>> 16), 0x85ebca6b) ^ Math.imul(this.#a ^ (this.#a >>> 13), 0x27d4eb2f);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % HALF;
  }
}

export interface CriterionEntry {
  readonly text: string;
  /** The id that the author wrote, if any; used as it is. */
  readonly pinned?: string | undefined;
}

/** One id per entry, in the order given, which is that of the document: the second and later twins get an ordinal. */
export function firstIds(path: string, entries: readonly CriterionEntry[]): string[] {
  const short = new ShortHash(path);
  const pinnedIds = new Set<string>();
  for (const { pinned } of entries) if (pinned !== undefined) pinnedIds.add(pinned);
  // Numbers are compared instead of texts, which a set would have to hash: only ids that begin alike can be one.
  const heads = new Set<number>();
  const ids: string[] = [];
  for (const { text, pinned } of entries) {
    if (pinned !== undefined) {
      ids.push(pinned);
      continue;
    }
    let words = text;
    for (let ordinal = 1; ; ordinal += 1) {
      if (!short.take(words, ordinal) && words === text) {
        words = normaliseCriterion(text);
        short.take(words, ordinal);
      }
      const { head } = short;
      const id = fiveDigits(head) + fiveDigits(short.tail);
      if ((heads.has(head) && ids.includes(id)) || (pinnedIds.size > 0 && pinnedIds.has(id))) continue;
      heads.add(head);
      ids.push(id);
      break;
    }
  }
  return ids;
}
