import type { PhraseIndex, PhraseKind } from "./phrase-index.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What a text is about, in the two currencies that texts are compared in: its meaningful words and the concepts it speaks of. */
export interface Profile {
  /** Term to how often it occurs and how it was first written. */
  readonly terms: ReadonlyMap<string, { readonly count: number; readonly text: string }>;
  /** Concept to how surely the text speaks of it (0 to 1) and the first words that say so in one piece; null where none do. */
  readonly concepts: ReadonlyMap<number, { readonly strength: number; readonly said: string | null }>;
}

export function profileOf(text: string, index: PhraseIndex, kinds: Readonly<Record<PhraseKind, number>>): Profile {
  const tokens = tokensOf(text);
  return { terms: termsOf(tokens), concepts: conceptsOf(tokens, index, kinds) };
}

function termsOf(tokens: readonly Token[]): Profile["terms"] {
  const terms = new Map<string, { count: number; text: string }>();
  for (const token of tokens) {
    if (!token.stop) {
      const known = terms.get(token.term);
      terms.set(token.term, { count: (known?.count ?? 0) + 1, text: known?.text ?? token.text });
    }
  }
  return terms;
}

function conceptsOf(
  tokens: readonly Token[],
  index: PhraseIndex,
  kinds: Readonly<Record<PhraseKind, number>>,
): Profile["concepts"] {
  const found = new Map<number, { strength: number; said: string | null }>();
  for (const hit of index.find(tokens)) {
    const sure = kinds[hit.kind] * (hit.words > 1 ? 1 : 0.75);
    // A concept that nothing speaks for is no concept of the text: a zero here would be divided by later.
    if (sure === 0) continue;
    const entry = found.get(hit.concept) ?? { strength: 0, said: null };
    entry.strength = 1 - (1 - entry.strength) * (1 - 0.8 * sure);
    if (hit.solid && hit.kind !== "hints") entry.said ??= asWritten(tokens, hit);
    found.set(hit.concept, entry);
  }
  return found;
}

function asWritten(tokens: readonly Token[], { start, end }: { readonly start: number; readonly end: number }): string {
  return tokens
    .slice(start, end + 1)
    .map(({ text }) => text)
    .join(" ");
}
