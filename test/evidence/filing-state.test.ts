import { expect, test } from "vitest";
import { type CriterionNow, type FilingState, filingState } from "../../src/evidence/filing-state.ts";
import type { Filing } from "../../src/evidence/types.ts";

const filing: Filing = {
  criterionId: "aaaaaaaaaa",
  framework: "/engineering/backend",
  topic: "mastery",
  level: 2,
  wording: "Writes tests for the café",
  contentHash: "then",
  filedAt: "2026-01-01T00:00:00.000Z",
};
const place = { framework: "/engineering/backend", topic: "mastery", level: 2 };
const elsewhere = { ...place, framework: "/engineering/mobile" };

test.for<[string, Omit<CriterionNow, "id"> | undefined, FilingState]>([
  ["the same words and place", { text: filing.wording, places: [place] }, "current"],
  ["one of several places", { text: filing.wording, places: [elsewhere, place] }, "current"],
  ["other spaces and accents", { text: "Writes  tests for the cafe\u0301\n", places: [place] }, "current"],
  ["other words", { text: "Writes good tests", places: [place] }, "reworded"],
  ["other words elsewhere", { text: "Writes good tests", places: [elsewhere] }, "reworded"],
  ["another level", { text: filing.wording, places: [{ ...place, level: 3 }] }, "moved"],
  ["another topic", { text: filing.wording, places: [{ ...place, topic: "delivery" }] }, "moved"],
  ["another framework", { text: filing.wording, places: [elsewhere] }, "moved"],
  ["no place", { text: filing.wording, places: [] }, "removed"],
  ["nobody knows it", undefined, "removed"],
])("%s", ([, now, state]) => {
  const find = (id: string) => (now === undefined || id !== filing.criterionId ? undefined : { id, ...now });

  expect(filingState(filing, find)).toBe(state);
});
