import { hash } from "node:crypto";

/**
 * Criteria have no ids in the format, and people reword them. The first id of a criterion comes from its framework's path and
 * its words, so that order and titles do not matter; whoever stores evidence matches later wordings to it.
 */

const PINNED = /^[a-z0-9][a-z0-9-]{0,39}$/;
const SPACE = 36 ** 10;

/** The words without what an editor changes by itself: kinds of spaces and quotes, case, a full stop at the end. */
export function normaliseCriterion(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=[^.])\.$/, "")
    .toLowerCase();
}

export function isPinnedId(id: string): boolean {
  return PINNED.test(id);
}

/** Ten characters of `0-9a-z`: 52 bits of SHA-256. */
function shortHash(text: string): string {
  const digest = hash("sha256", text, "hex");
  return (Number.parseInt(digest.slice(0, 13), 16) % SPACE).toString(36).padStart(10, "0");
}

export interface CriterionEntry {
  readonly text: string;
  /** The id that the author wrote, if any; used as it is. */
  readonly pinned?: string | undefined;
}

/** One id per entry, in the order given, which is that of the document: the second and later twins get an ordinal. */
export function firstIds(path: string, entries: readonly CriterionEntry[]): string[] {
  const seen = new Map<string, number>();
  return entries.map(({ text, pinned }) => {
    if (pinned !== undefined) return pinned;
    const words = normaliseCriterion(text);
    const ordinal = (seen.get(words) ?? 0) + 1;
    seen.set(words, ordinal);
    return shortHash(ordinal === 1 ? `${path}\n${words}` : `${path}\n${words}\n${ordinal}`);
  });
}
