import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean, escapeText, shorten, splitText, weight } from "../../../src/slack/rich-text/plain.ts";

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(fc.constantFrom("&", "<", "@", "a", " ", "\n", "👩‍👩‍👧‍👦", "\uD83D", "\u0301", "\u{E0100}"), {
      maxLength: 300,
    })
    .map((all) => all.join("")),
);

describe("escaping", () => {
  test.each([
    ["<!channel> & <@U1>", "&lt;!channel&gt; &amp; &lt;@\u2060U1&gt;"],
    ["@here #general", "@\u2060here #\u2060general"],
    ["a @ b # c", "a @ b # c"],
    ["&lt;!here&gt;", "&amp;lt;!here&amp;gt;"],
    ["lone \uD800 half", "lone \uFFFD half"],
    ["NUL \u0000, tab \t, line\r\nend", "NUL  , tab \t, line\nend"],
  ])("%j", (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  test("never takes up more than is counted", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(escapeText(text).length).toBeLessThanOrEqual(weight(text));
      }),
    );
  });
});

describe("splitting", () => {
  test("loses nothing, keeps the bound and halves no character", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 8, max: 120 }), (text, most) => {
        const pieces = splitText(text, most);
        expect(pieces.join("")).toBe(clean(text));
        for (const piece of pieces) {
          expect(weight(piece)).toBeLessThanOrEqual(most);
          expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test("cuts after a space where there is one in the second half", () => {
    expect(splitText("one two three four", 10)).toEqual(["one two ", "three four"]);
    expect(splitText("a bbbbbbbbbbbbbbbb", 10)).toEqual(["a bbbbbbbb", "bbbbbbbb"]);
  });

  test("keeps together what is seen as one sign", () => {
    expect(splitText("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 15)).toEqual(["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]);
  });

  test("cuts even inside a sign without end, but between its characters", () => {
    const pieces = splitText(`a${"\u{E0100}".repeat(30)}`, 10);
    expect(pieces.length).toBeGreaterThan(5);
    for (const piece of pieces) expect(piece.isWellFormed()).toBe(true);
  });
});

describe("shortening", () => {
  test.each([
    ["short", 10, "short"],
    ["  white \n space  ", 20, "white space"],
    ["several words in a row", 15, "several words…"],
    ["onelongwordwithoutspace", 10, "onelongwo…"],
  ])("%j to %i", (text, most, short) => {
    expect(shorten(text, most)).toBe(short);
  });

  test("keeps the bound", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 8, max: 80 }), (text, most) => {
        expect(weight(shorten(text, most))).toBeLessThanOrEqual(most);
      }),
    );
  });
});
