import { expect, test } from "vitest";
import { readWins } from "../../bench/suggestions/seed.ts";
import { phrasesOf } from "../../src/matching/lexicon/concept.ts";
import { GROUPS } from "../../src/matching/lexicon/groups.ts";
import { LEXICON } from "../../src/matching/lexicon/lexicon.ts";
import { buildPhraseIndex } from "../../src/matching/phrase-index.ts";
import { tokensOf } from "../../src/matching/tokens.ts";

const KINDS = ["asks", "tells", "hints"] as const;

test("no concept has two of one name", () => {
  const names = LEXICON.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test.each(LEXICON.map((concept) => [concept.name, concept] as const))(
  "%s: no phrase stands twice",
  (_name, concept) => {
    const people = [...phrasesOf(concept.tells), ...phrasesOf(concept.hints)];
    expect(people.filter((phrase, at) => people.indexOf(phrase) !== at)).toEqual([]);
    const asks = phrasesOf(concept.asks);
    expect(asks.filter((phrase, at) => asks.indexOf(phrase) !== at)).toEqual([]);
  },
);

test("every phrase is found in itself", () => {
  const index = buildPhraseIndex(LEXICON);
  const lost = LEXICON.flatMap((concept, at) =>
    KINDS.flatMap((kind) =>
      phrasesOf(concept[kind])
        .filter(
          (phrase) => !index.find(tokensOf(asText(phrase))).some((hit) => hit.concept === at && hit.kind === kind),
        )
        .map((phrase) => `${concept.name}: ${phrase}`),
    ),
  );
  expect(lost).toEqual([]);
});

test("every group that a phrase names exists", () => {
  const named = LEXICON.flatMap((concept) => KINDS.flatMap((kind) => concept[kind].match(/@\w+/g) ?? []));
  expect([...new Set(named)].filter((name) => GROUPS[name] === undefined)).toEqual([]);
});

test.each(["wins-dev.jsonl", "wins-held-out.jsonl"])("no phrase repeats four words in a row of %s", (file) => {
  const runs = new Set(readWins(file).flatMap((win) => runsOf(win.text)));
  const copied = LEXICON.flatMap((concept) =>
    KINDS.flatMap((kind) =>
      phrasesOf(concept[kind]).filter((phrase) => runsOf(asText(phrase)).some((run) => runs.has(run))),
    ),
  );
  expect(copied).toEqual([]);
});

/** A phrase as somebody might write it: without its gap, with the first of each choice. */
function asText(phrase: string): string {
  return phrase
    .split(/\s+/)
    .filter((part) => part !== "…")
    .map((part) => part.split("|")[0] ?? "")
    .map((part) => (part.startsWith("@") ? (phrasesOf(GROUPS[part] ?? "")[0] ?? "") : part))
    .join(" ");
}

function runsOf(text: string): string[] {
  const terms = tokensOf(text).map((token) => token.term);
  return terms.slice(3).map((_term, at) => terms.slice(at, at + 4).join(" "));
}
