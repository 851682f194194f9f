import { expect, test } from "vitest";
import { plainTyped } from "../../src/text/typed.ts";

test.each([
  [":tada: backend :tada:", "backend"],
  [":man-office-worker::skin-tone-2: backend", "backend"],
  [":rocket::tada: backend", "backend"],
  [":rocket:backend", "backend"],
  ["backend:rocket: 3", "backend 3"],
  ["backend :+1::skin-tone-3: 3", "backend 3"],
  ["(:rocket:) backend", "( ) backend"],
  ["backend :100: :8ball:", "backend"],
  ["backend👍🏽3", "backend 3"],
  ["👩🏾‍💻 backend 🏳️‍🌈 🇩🇪 3", "backend 3"],
  ["3➡️4", "3 4"],
])("an emoji is as if it were not there, however it is written and whatever it touches: %s", (typed, plain) => {
  expect(plainTyped(typed)).toBe(plain);
});

test.each([
  "3:30",
  "at :30: sharp",
  "12:30:45",
  "backend:mastery:3",
  "a:b::c:d",
  "std::vector",
  "scope: own; wider",
  "::",
  "backend 3→4",
  "* # 0 9",
])("colons and signs that make no emoji stay: %s", (typed) => {
  expect(plainTyped(typed)).toBe(typed);
});

test("a line of nothing but colons and letters is read at once", () => {
  const before = performance.now();
  for (const part of [":a:", "a:", ":a::a:b", "::", ":aaaa"]) plainTyped(part.repeat(20_000 / part.length));

  expect(performance.now() - before).toBeLessThan(500);
});
