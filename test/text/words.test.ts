import { expect, test } from "vitest";
import { termsOf, wordsOf } from "../../src/text/words.ts";

test("inflections of one word are one term, and stop words are none", () => {
  expect(termsOf("Leads the incidents")).toEqual(termsOf("leading an incident"));
});

test("accents, case, width and no-break spaces do not matter", () => {
  expect(termsOf("Ｒésumé\u00a0REVIEW")).toEqual(termsOf("resume review"));
});

test("a word knows where it stands in the text as written", () => {
  const text = "“Self-healing” code, don’t panic";

  const words = wordsOf(text);

  expect(words.map((word) => text.slice(word.start, word.start + word.text.length))).toEqual([
    "Self",
    "healing",
    "code",
    "don’t",
    "panic",
  ]);
});

test("a past form that no stemmer knows is the verb, and is told from a verb that looks like it", () => {
  expect(termsOf("led, wrote, found")).toEqual(termsOf("leads, writes, finds"));
  expect(termsOf("found the cause")).not.toEqual(termsOf("founded the cause"));
});
