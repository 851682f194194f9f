/** Lines that are about 1:1s and nudges. Their words are people's own, so they are read as typed and never as a lookup. */
export type OneToOneLine =
  | { readonly kind: "list" }
  | { readonly kind: "set-up" }
  /** `words` as typed, without the command. */
  | { readonly kind: "add"; readonly words: string }
  | { readonly kind: "nudges" };

/** With spaces only as the whole line: "One on one with Sam …" begins a sentence. */
const ONE = /^\s*(?:1\s?:\s?1s?|1-1s?|1on1s?|121s?|one-to-ones?|one-on-ones?|one (?:to|on) ones?(?=\s*$))(?=\s|$)\s*/i;

export function readOneToOneLine(text: string): OneToOneLine | undefined {
  if (/^\s*(?:nudges?|reminders?)\s*$/i.test(text)) {
    return { kind: "nudges" };
  }
  const [named] = ONE.exec(text) ?? [];
  if (named === undefined) {
    return undefined;
  }
  const rest = text.slice(named.length);
  const add = /^add(?=\s|$)\s?/i.exec(rest);
  if (add !== null) {
    return { kind: "add", words: rest.slice(add[0].length) };
  }
  return /^(?:new|set\s?-?up)\s*$/i.test(rest) ? { kind: "set-up" } : { kind: "list" };
}
