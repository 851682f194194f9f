/**
 * A concept joins the words of a framework to the words people use when they did it: a framework "resolves incidents", a person "got paged at 3
 * and rolled it back". Phrases are separated by commas. `a|b` is either word, `…` up to five words between, `@junior` any word of that group.
 */
export interface Concept {
  /** Shown to people as the reason for a suggestion. */
  readonly name: string;
  /** How frameworks put it. */
  readonly asks: string;
  /** What people say when it happened; each is enough by itself. */
  readonly tells: string;
  /** Leans this way, but proves nothing alone. */
  readonly hints: string;
}

export function concept(name: string, phrases: Partial<Omit<Concept, "name">>): Concept {
  return { name, asks: phrases.asks ?? "", tells: phrases.tells ?? "", hints: phrases.hints ?? "" };
}

export function phrasesOf(list: string): string[] {
  return list
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}
