import { expect, test } from "vitest";
import { concept } from "../../src/matching/lexicon/concept.ts";
import { buildPhraseIndex } from "../../src/matching/phrase-index.ts";
import { tokensOf } from "../../src/matching/tokens.ts";

const index = buildPhraseIndex([
  concept("splitting", { tells: "broke … into, show|teach the way, asked @boss for" }),
  concept("calls", { asks: "on call", hints: "call" }),
]);

function found(text: string): string[] {
  const tokens = tokensOf(text);
  return index.find(tokens).map(({ concept: at, kind, solid, start, end }) => {
    const words = tokens.slice(start, end + 1).map((token) => token.text);
    return `${at} ${kind} ${solid ? words.join(" ") : "…"}`;
  });
}

test.each([
  ["I broke the large search rewrite into parts", ["0 tells …"]],
  ["breaking it into parts", ["0 tells …"]],
  ["broke into parts", ["0 tells …"]],
  ["broke one two three four five six into parts", []],
  ["into parts I broke it", []],
  ["taught the way", ["0 tells taught the way"]],
  ["Asked managers for", ["0 tells Asked managers for"]],
  ["asked the cat for", []],
  ["first on-call", ["1 asks on call", "1 hints call"]],
  ["call call call", ["1 hints call"]],
])("%s", (text, hits) => {
  expect(found(text)).toEqual(hits);
});
