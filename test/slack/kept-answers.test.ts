import { expect, test } from "vitest";
import type { Catalogue } from "../../src/catalogue/types.ts";
import { searchOf } from "../../src/search/searches.ts";
import { createDesk } from "../../src/slack/desk.ts";
import { keepAnswers } from "../../src/slack/kept-answers.ts";
import { answerView } from "../../src/slack/views/answer.ts";
import { levelAnswer } from "../support/answer-builders.ts";
import { sampleBackend, sampleCatalogue } from "../support/sample-catalogue.ts";

const answer = levelAnswer(sampleBackend(), "mastery", 3);
const catalogue = sampleCatalogue();

test("an answer is found again for its catalogue and its key, and for no other", () => {
  const kept = keepAnswers();

  kept.keep(catalogue, "one", answer);
  expect(kept.find(catalogue, "one")).toBe(answer);
  expect(kept.find(catalogue, "two")).toBeUndefined();
  expect(kept.find(sampleCatalogue(), "one")).toBeUndefined();
});

test("the oldest goes when there are too many, and long lines are not kept", () => {
  const kept = keepAnswers(2);

  for (const key of ["one", "two", "three", "x".repeat(1000)]) kept.keep(catalogue, key, answer);
  expect(["one", "two", "three", "x".repeat(1000)].map((key) => kept.find(catalogue, key) !== undefined)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("words that somebody wrote are not kept", () => {
  const kept = keepAnswers();

  kept.keep(catalogue, "one", { ...answer, remarks: [{ kind: "ignored", words: ["promotion"] }] });
  expect(kept.find(catalogue, "one")).toBeUndefined();
});

function desk(current: () => Catalogue) {
  const reload = () => Promise.reject(new Error("not asked for"));

  return createDesk({
    library: { current, loadedAt: () => new Date(0), reload },
    admins: { includes: async () => false },
    version: "0",
    readerOf: async () => ({ framework: null, level: null }),
  });
}

test("a line is worked out once, and again for a changed catalogue and for another command", async () => {
  let current = catalogue;
  const { line } = desk(() => current);
  const asker = { user: "U1", team: null, command: "/progression" };
  const first = await line("backend mastery 3", asker);

  expect(await line("backend mastery 3", { ...asker, user: "U2" })).toBe(first);
  expect(await line("backend mastery 3", { ...asker, command: "/levels" })).not.toBe(first);
  current = sampleCatalogue();
  expect(await line("backend mastery 3", asker)).not.toBe(first);
});

test("what is drawn once differs by surface, and equals what is drawn anew", () => {
  const surfaces = [
    { kind: "home" },
    { kind: "message", canShare: true },
    { kind: "message", canShare: false },
  ] as const;

  for (const surface of surfaces) {
    expect(answerView(answer, surface)).toBe(answerView(answer, surface));
    expect(answerView(answer, surface)).toEqual(answerView({ ...answer }, surface));
  }
  expect(answerView(answer, surfaces[1])).not.toEqual(answerView(answer, surfaces[2]));
});

test("a catalogue has one search", () => {
  expect(searchOf(catalogue)).toBe(searchOf(catalogue));
  expect(searchOf(catalogue)).not.toBe(searchOf(sampleCatalogue()));
});
