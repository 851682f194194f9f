import type { PhraseIndex, PhraseKind } from "./phrase-index.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** What a text is about, in the two currencies that texts are compared in: its meaningful words and the concepts it speaks of. */
export interface Profile {
  /** Term to how often it occurs and how it was first written. */
  readonly terms: ReadonlyMap<string, { readonly count: number; readonly text: string }>;
  /** Concept to how surely the text speaks of it (0 to 1) and the words that say so. */
  readonly concepts: ReadonlyMap<number, { readonly strength: number; readonly said: readonly string[] }>;
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
  const found = new Map<number, { doubt: number; said: string[] }>();
  for (const hit of index.find(tokens)) {
    const entry = found.get(hit.concept) ?? { doubt: 1, said: [] };
    const sure = kinds[hit.kind] * (hit.words > 1 ? 1 : 0.75);
    // A concept that nothing speaks for is no concept of the text: a zero here would be divided by later.
    if (sure === 0) continue;
    entry.doubt *= 1 - 0.8 * sure;
    if (hit.surface !== null && hit.kind !== "hints") {
      entry.said.push(hit.surface);
    }
    found.set(hit.concept, entry);
  }
  return new Map(Array.from(found, ([concept, { doubt, said }]) => [concept, { strength: 1 - doubt, said }]));
}
