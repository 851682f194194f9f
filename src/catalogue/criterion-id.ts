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

const ID_LENGTH = 10;
const DIGITS = Buffer.from("0123456789abcdefghijklmnopqrstuvwxyz", "latin1");
/** 36 to the power of five. */
const HALF = 60_466_176;

const SPACE = 0x20;
const FULL_STOP = 0x2e;
/** Set for what may not stand in words that need no normalising. */
const ODD = 0x80;
/** The small letter of every ASCII character, marked where it is a control character. */
const SMALL = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code < SPACE || code === 0x7f) return code | ODD;
  return code >= 65 && code <= 90 ? code + 32 : code;
});

/**
 * About 51 bits from two multiplicative hashes that stir each other at the end. Not SHA-256 for each sentence: that alone took as
 * long as parsing the file, and nobody gains by forging the id of a sentence.
 */
class ShortHash {
  readonly #first: number;
  readonly #second: number;
  /** The first five characters of the id, as a number. */
  head = 0;
  tail = 0;

  /** Both halves of the seed are SHA-256 of the path, so that one sentence in two frameworks has two ids. */
  constructor(path: string) {
    const digest = hash("sha256", path, "hex");
    this.#first = Number.parseInt(digest.slice(0, 8), 16);
    this.#second = Number.parseInt(digest.slice(8, 16), 16);
  }

  /**
   * Takes in words that are normal but for capitals. False, with nothing to be used, where normalising has more to do: looked at
   * while hashing, because most texts pass and a look of its own costs as much as the hash.
   */
  take(words: string, ordinal: number): boolean {
    const { length } = words;
    let a = this.#first ^ ordinal;
    let b = this.#second ^ Math.imul(ordinal, 0x9e3779b1);
    let marks = 0;
    let before = SPACE;
    for (let at = 0; at < length; at += 1) {
      const code = words.charCodeAt(at);
      const entry = code < 128 ? (SMALL[code] ?? ODD) : ODD;
      const unit = code < 128 ? entry & ~ODD : code;
      // Odd as well: a space after a space, or before all else.
      marks |= code === SPACE && before === SPACE ? ODD : entry;
      before = code;
      a = Math.imul(a ^ unit, 0x9e3779b1);
      b = Math.imul(b ^ unit, 0x5f356495);
    }
    const first = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    const second = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0x27d4eb2f);
    this.head = ((first ^ (first >>> 15)) >>> 0) % HALF;
    this.tail = ((second ^ (second >>> 14)) >>> 0) % HALF;
    return marks < ODD && before !== SPACE && before !== FULL_STOP;
  }
}

/** Five characters of an id; `value` is below `HALF`. */
function writeHalf(ids: Uint8Array, from: number, value: number): void {
  let rest = value;
  for (let at = from + 4; at >= from; at -= 1) {
    const shifted = Math.trunc(rest / 36);
    ids[at] = DIGITS[rest - shifted * 36] ?? 0;
    rest = shifted;
  }
}

/** An id as the number that it is to the base of 36; those of authors that look otherwise never clash with one of ours. */
function numberOf(id: string): number {
  return /^[0-9a-z]{10}$/.test(id) ? Number.parseInt(id, 36) : -1;
}

export interface CriterionEntry {
  readonly text: string;
  /** The id that the author wrote, used as it is; else there is none, or it is empty. */
  readonly id?: string;
}

/** One id per entry, in the order given, which is that of the document: the second and later twins get an ordinal. */
export function firstIds(path: string, entries: readonly CriterionEntry[]): string[] {
  const short = new ShortHash(path);
  const taken = new Set<number>();
  /** The highest ordinal of those whose first id this is. */
  const twins = new Map<number, number>();
  for (const { id: pinned = "" } of entries) if (pinned !== "") taken.add(numberOf(pinned));
  // Side by side and cut at the end: putting a text together for each took longer than the hash.
  const ids = Buffer.allocUnsafe(entries.length * ID_LENGTH);
  for (let index = 0; index < entries.length; index += 1) {
    const { text = "", id: pinned = "" } = entries[index] ?? {};
    if (pinned !== "") continue;
    let words = text;
    let twin = -1;
    for (let ordinal = 1; ; ordinal += 1) {
      if (!short.take(words, ordinal) && words === text) {
        words = normaliseCriterion(text);
        short.take(words, ordinal);
      }
      const id = short.head * HALF + short.tail;
      if (taken.has(id)) {
        if (ordinal > 1) continue;
        // Hundreds of twins: each goes on where the last one stopped.
        twin = id;
        ordinal = twins.get(id) ?? 1;
        continue;
      }
      taken.add(id);
      if (twin !== -1) twins.set(twin, ordinal);
      writeHalf(ids, index * ID_LENGTH, short.head);
      writeHalf(ids, index * ID_LENGTH + 5, short.tail);
      break;
    }
  }
  const cut = ids.toString("latin1");
  return entries.map(({ id }, index) => id || cut.slice(index * ID_LENGTH, (index + 1) * ID_LENGTH));
}
