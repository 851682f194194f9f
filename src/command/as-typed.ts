import { wordsOf } from "../text/words.ts";
import type { Intent, Reading, Remark } from "./intent.ts";
import { foldWord } from "./names.ts";

/**
 * Words are compared folded, and said as the person wrote them: folding takes off accents, and the marks that tell one
 * Japanese syllable from another. A word that stands nowhere in the line is said as it is.
 */
export function asTyped({ intent, remarks }: Reading, typed: string): Reading {
  const written = new Map(wordsOf(typed).map(({ text }) => [foldWord(text), text]));
  const say = (word: string) => written.get(word) ?? word;
  return { intent: intentAsTyped(intent, say), remarks: remarks.map((remark) => remarkAsTyped(remark, say)) };
}

type Say = (word: string) => string;

function intentAsTyped(intent: Intent, say: Say): Intent {
  if (intent.kind !== "not-understood" || intent.because.kind !== "unknown-words") return intent;
  return { ...intent, because: { ...intent.because, words: intent.because.words.map(say) } };
}

function remarkAsTyped(remark: Remark, say: Say): Remark {
  if (remark.kind === "corrected") return { ...remark, typed: say(remark.typed) };
  return remark.kind === "ignored" ? { ...remark, words: remark.words.map(say) } : remark;
}
