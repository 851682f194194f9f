import fc from "fast-check";
import { expect, test } from "vitest";
import { inputParts, winParts } from "../../src/wins/parts.ts";

const anyText = fc.string({ unit: "binary", maxLength: 400 });

test("inputs put together are the text again, none is longer than Slack takes, and no character is cut in two", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 8, max: 60 }), (text, most) => {
      const parts = inputParts(text, most);
      expect(parts.join("")).toBe(text);
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(most);
    }),
  );
});

test("12,000 characters are four inputs", () => {
  const parts = inputParts("😀".repeat(6000));
  expect(parts.map(({ length }) => length)).toEqual([3000, 3000, 3000, 3000]);
  expect(parts.every((part) => part.isWellFormed())).toBe(true);
});

test("a text for several wins is cut between paragraphs, and no word of it is lost", () => {
  const text = `${"one ".repeat(10)}\n\n${"two ".repeat(10)}`;
  expect(winParts(text, 60)).toEqual(["one ".repeat(10).trim(), "two ".repeat(10).trim()]);
  fc.assert(
    fc.property(anyText, (words) => {
      const parts = winParts(words, 50);
      expect(parts.join("").replace(/\s/g, "")).toBe(words.replace(/\s/g, ""));
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(50);
    }),
  );
});
