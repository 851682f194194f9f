import type { Catalogue, Topic } from "../catalogue/types.ts";
import { plainTyped } from "../text/typed.ts";
import { wordsOf } from "../text/words.ts";
import type { Reader } from "./intent.ts";
import { callsOf, foldedWords, lexiconOf } from "./names.ts";
import { readPeriod } from "./period.ts";
import type { WinOrigin, WinsAsked } from "./wins-asked.ts";

/**
 * What is typed after `/wins`. In any order: a period ("last month", "Jan–Jun"), a level, "unfiled", a way ("by emoji"), and a topic. What
 * is left is looked for in the words of the wins. After "search" nothing is taken for a topic.
 */
export function parseWins(text: string, catalogue: Catalogue, reader: Reader, today: string): WinsAsked {
  const typed = plainTyped(text.slice(0, 2_000)).slice(0, 300);
  const searching = /(?:^|\s)(?:search|find)(?=\s|$)/i.test(typed);
  const dated = readPeriod(typed, today);
  let rest = dated?.rest ?? typed;
  const take = (form: RegExp): string | undefined => {
    const found = form.exec(rest);
    if (found === null) return undefined;
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found[1] ?? found[0];
  };

  const unfiled = take(/(?<!\p{L})(?:unfiled|not filed|without criteria)(?!\p{L})/iu);
  const changed = take(/(?<!\p{L})(?:changed|reworded)(?!\p{L})/iu);
  const way = take(
    new RegExp(`(?<!\\p{L})(?:by|via|from|through|origin)\\s+(?:the\\s+|an?\\s+)?(${WAYS.join("|")})(?!\\p{L})`, "iu"),
  );
  // Alone: "shared library" is looked for in the words.
  const shared = take(/^\s*(?:what i (?:have )?|my |all )?shared(?: wins| with others)?\s*$/iu);
  const level = take(/(?<!\p{L})(?:level|lvl|l)\s*(\d{1,2})(?![\p{L}\p{N}])/iu) ?? take(/(?:^|\s)(\d{1,2})(?=\s|$)/);
  const words = foldedWords(rest).filter((word) => !VERBS.has(word));
  const named = searching ? undefined : findTopic(words, catalogue, reader);
  const query = (named?.left ?? words).filter((word) => !FILLERS.has(word) || words.length === 1).join(" ");
  const origin = way === undefined ? undefined : ORIGINS[way.toLowerCase()];

  return {
    ...(wordsOf(query).some(({ stop }) => !stop) ? { words: query.slice(0, 200) } : {}),
    ...(named === undefined ? {} : { framework: named.framework, topic: named.topic }),
    ...(level === undefined ? {} : { level: Number(level) }),
    ...dated?.period,
    ...(unfiled === undefined ? {} : { unfiled: true }),
    ...(origin === undefined ? {} : { origin }),
    ...(shared === undefined ? {} : { shared: true as const }),
    ...(changed === undefined ? {} : { changed: true }),
  };
}

const VERBS: ReadonlySet<string> = new Set(["search", "find", "list", "show"]);
const FILLERS: ReadonlySet<string> = new Set([
  "my",
  "wins",
  "win",
  "all",
  "in",
  "on",
  "about",
  "the",
  "at",
  "for",
  "with",
  "and",
  "topic",
]);

const ORIGINS: Readonly<Record<string, WinOrigin>> = {
  command: "command",
  form: "modal",
  modal: "modal",
  shortcut: "shortcut",
  mention: "mention",
  dm: "dm",
  emoji: "emoji",
  reaction: "emoji",
  home: "home",
  import: "import",
};
const WAYS = Object.keys(ORIGINS);

const SURE = 90;

interface NamedTopic {
  readonly framework: string;
  readonly topic: string;
  readonly left: readonly string[];
}

/** The topic that most of the words call, in the reader's framework where they have one. A guess from a beginning or a slip is no filter. */
function findTopic(words: readonly string[], catalogue: Catalogue, reader: Reader): NamedTopic | undefined {
  const lexicon = lexiconOf(catalogue);
  const calls = words.map((word) => callsOf(word, lexicon));
  let best: (NamedTopic & { readonly called: number }) | undefined;

  lexicon.named.forEach(({ framework, topic }, index) => {
    if (topic === null || (reader.framework !== null && framework.path !== reader.framework)) return;
    const left = words.filter((_, at) => (calls[at]?.get(index)?.sureness ?? 0) < SURE);
    const called = words.length - left.length;
    const whole = called / Math.max(1, lengthOf(topic));
    if (called > 0 && whole >= 0.5 && called + whole > (best?.called ?? 0)) {
      best = { framework: framework.path, topic: topic.name, left, called: called + whole };
    }
  });
  return best;
}

function lengthOf({ title }: Topic): number {
  return wordsOf(title).filter(({ stop }) => !stop).length;
}
