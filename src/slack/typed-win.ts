import type { Reading } from "../command/intent.ts";

/** Whether words that were sent to the bot are a win, something to look up, or could be either. */

/** What stands after "win" or "/win"; undefined where it does not begin so. "wins" is another word. */
export function typedWin(text: string): string | undefined {
  return /^\s*\/?win(?:\s*[:,]\s*|\s+|$)([\s\S]*)$/i.exec(text)?.[1];
}

const MANY_WORDS = 5;

/** An exact look-up is answered, a line of five or more words that is none is a win; with anything else the person says what they meant. */
export function meantBy(text: string, { intent, remarks }: Reading): "win" | "lookup" | "unclear" {
  const words = text.trim().split(/\s+/).length;
  const understood = intent.kind !== "not-understood";

  if (understood && remarks.every(({ kind }) => kind === "sub-level") && !readsLikeProse(text, intent.kind, words)) {
    return "lookup";
  }
  if (understood && words < MANY_WORDS && remarks.every(({ kind }) => kind !== "ignored")) {
    return "lookup";
  }
  return words >= MANY_WORDS ? "win" : "unclear";
}

/** "find out why the deploy failed" begins like a search, and is more likely a sentence; "search …" is meant. */
function readsLikeProse(text: string, kind: Reading["intent"]["kind"], words: number): boolean {
  return kind === "search" && words >= MANY_WORDS && !/^\s*search\b/i.test(text);
}
