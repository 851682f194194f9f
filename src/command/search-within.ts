import { wordsOf } from "../text/words.ts";
import { ALIASES } from "./aliases.ts";
import type { Intent } from "./intent.ts";
import { foldedWords, type Lexicon } from "./names.ts";

/**
 * "incidents in backend" is looked for in Backend: what stands behind the last "in" is the whole name of one framework, or a short
 * form of it. Part of a name is no sign of it, as criteria are full of "in the …": then every word is looked for.
 */
export function searchWithin(query: string, lexicon: Lexicon): Intent {
  const [, words = "", name = ""] = WITHIN.exec(query) ?? [];
  const framework = wordsOf(words).some(({ stop }) => !stop) ? findFramework(name, lexicon) : null;
  return framework === null
    ? { kind: "search", query, framework: null, page: 1 }
    : { kind: "search", query: words, framework, page: 1 };
}

const WITHIN = /^(.*\S)\s+in\s+(?:the\s+)?([^"]+)$/i;

/** The path of the only framework that is called so. */
function findFramework(name: string, { named }: Lexicon): string | null {
  const words = foldedWords(name);
  const typed = (words.at(-1) === "framework" ? words.slice(0, -1) : words).join("");
  const called = new Set([typed, ...(Object.hasOwn(ALIASES, typed) ? (ALIASES[typed] ?? []) : [])]);
  const found = named.filter(
    ({ framework, topic, names }) =>
      topic === null && framework.kind === "topics" && names.some((one) => called.has(one.join(""))),
  );
  const [first] = found;
  return found.length === 1 && first !== undefined ? first.framework.path : null;
}
