import { expect, test } from "vitest";
import { MAX_TEXT, parseNewWin, type WinInput } from "../../src/evidence/parse-new-win.ts";

const today = "2026-03-04";

function parse(more: Partial<WinInput>) {
  return parseNewWin({ text: "Shipped it", origin: "command", ...more }, today);
}

test("what was typed is kept to the last space, and what was left out gets its default", () => {
  const text = "  <@U9> shipped *it*\n\n> quoted ";

  expect(parse({ text }).win).toEqual({
    text,
    happenedOn: today,
    origin: "command",
    outcome: null,
    note: null,
    people: [],
    links: [],
  });
});

test("blank remarks are none, lists lose blanks and repeats, a lone half of a character becomes a mark", () => {
  const { win } = parse({
    text: "Broken \ud83d",
    outcome: " \n ",
    note: "\u200b",
    people: ["U9", " ", "U9", " Sam "],
    links: [" https://example.com/a "],
    happenedOn: "",
  });

  expect(win).toMatchObject({
    text: "Broken \ufffd",
    outcome: null,
    note: null,
    people: ["U9", "Sam"],
    links: ["https://example.com/a"],
    happenedOn: today,
  });
});

test.for<[string, Partial<WinInput>, readonly object[]]>([
  ["nothing", { text: "" }, [{ code: "empty" }]],
  ["spaces of all kinds", { text: " \t\n\u00a0\u3000\u200b\u2060\ufeff\u3164\u2800" }, [{ code: "empty" }]],
  ["only a mention", { text: " <@U012AB3CD|sam> " }, [{ code: "only-a-mention" }]],
  ["only mentions of all kinds", { text: "<@U1> <#C1|general> <!here>\n<!subteam^S1>" }, [{ code: "only-a-mention" }]],
  ["40,000 characters", { text: "x".repeat(40_000) }, [{ code: "text-too-long", length: 40_000, max: 12_000 }]],
  ["12,001 characters", { text: "x".repeat(MAX_TEXT + 1) }, [{ code: "text-too-long", length: 12_001, max: 12_000 }]],
  ["a long outcome", { outcome: "x".repeat(3001) }, [{ code: "outcome-too-long", length: 3001, max: 3000 }]],
  ["a long note", { note: "x".repeat(3001) }, [{ code: "note-too-long", length: 3001, max: 3000 }]],
  ["tomorrow", { happenedOn: "2026-03-05" }, [{ code: "day-in-the-future", day: "2026-03-05" }]],
  ["1970", { happenedOn: "1970-01-01" }, [{ code: "day-too-early", day: "1970-01-01" }]],
  ["30 February", { happenedOn: "2026-02-30" }, [{ code: "no-such-day", day: "2026-02-30" }]],
  ["words for a day", { happenedOn: "yesterday" }, [{ code: "no-such-day", day: "yesterday" }]],
  ["a script as link", { links: ["javascript:alert(1)"] }, [{ code: "not-a-link", link: "javascript:alert(1)" }]],
  ["a link with a space", { links: ["https://a b"] }, [{ code: "not-a-link", link: "https://a b" }]],
  [
    "too many links",
    { links: Array.from({ length: 21 }, (_, index) => `https://example.com/${index}`) },
    [{ code: "too-many-links", count: 21, max: 20 }],
  ],
  [
    "too many people",
    { people: Array.from({ length: 21 }, (_, index) => `U${index}`) },
    [{ code: "too-many-people", count: 21, max: 20 }],
  ],
  [
    "several at once",
    { text: " ", happenedOn: "1999-12-31" },
    [{ code: "empty" }, { code: "day-too-early", day: "1999-12-31" }],
  ],
])("%s is no win yet, and every reason is given", ([, input, reasons]) => {
  expect(parse(input)).toEqual({ reasons });
});

test.for<[string, Partial<WinInput>]>([
  ["12,000 characters", { text: "x".repeat(MAX_TEXT) }],
  ["one emoji", { text: "🎉" }],
  ["a mention and a word", { text: "<@U1> helped" }],
  ["only a link", { text: "<https://example.com/pull/1>" }],
  ["the first day", { happenedOn: "2000-01-01" }],
  ["a leap day", { happenedOn: "2024-02-29" }],
])("%s is a win", ([, input]) => {
  expect(parse(input).reasons).toBeUndefined();
});
