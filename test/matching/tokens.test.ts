import { expect, test } from "vitest";
import { tokensOf } from "../../src/matching/tokens.ts";

function terms(text: string): string[] {
  return tokensOf(text).map((token) => token.term);
}

test.each([
  ["wrote", "write"],
  ["led", "leading"],
  ["broken", "breaking"],
  ["docs", "documentation"],
  ["db", "database"],
  ["thru", "through"],
  ["w/", "with"],
  ["optimised", "optimized"],
  ["organisation", "organization"],
  ["behaviour", "behavior"],
])("%s and %s are one word", (one, other) => {
  expect(terms(one)).toEqual(terms(other));
});

test.each([
  ["led", "let"],
  ["wrote", "writeup"],
  ["product", "prod of staging"],
  ["our", "or"],
])("%s and %s stay two", (one, other) => {
  expect(terms(one)).not.toEqual(terms(other));
});

test("a text without end is read up to its 4,000th word", () => {
  expect(terms("word ".repeat(5_000))).toHaveLength(4_000);
});
