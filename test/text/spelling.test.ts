import { expect, test } from "vitest";
import { lettersApart, likeness, typoDistance } from "../../src/text/spelling.ts";
import { plainTyped } from "../../src/text/typed.ts";

test("two swapped neighbours are one mistake", () => {
  expect(lettersApart("mastrey", "mastery")).toBe(1);
  expect(lettersApart("abcd", "dbca")).toBe(2);
});

test("a short word is never corrected into another", () => {
  expect(typoDistance("data", "date")).toBeNull();
  expect(typoDistance("bakend", "backend")).toBe(1);
  expect(typoDistance("frontend", "backend")).toBeNull();
});

test("a beginning is like the whole, and nothing is like nothing", () => {
  expect(likeness("mast", "mastery")).toBeGreaterThan(likeness("mast", "impact"));
  expect(likeness("", "mastery")).toBe(0);
});

test.each([
  ["<@U1|sam> hi", "@sam hi"],
  ["<@U1> hi", "hi"],
  ["<#C1|team> <https://a.b/c|link> <https://a.b/c>", "team link a.b/c"],
  ["a &amp;lt; b &gt; c", "a &lt; b > c"],
  [":tada: “quoted” ‘it’", "\"quoted\" 'it'"],
  ["zero\u200bwidth\u0000 \ud800", "zerowidth"],
])("%j is seen as %j", (typed, seen) => {
  expect(plainTyped(typed)).toBe(seen);
});
