import { expect, test } from "vitest";
import { parseWins } from "../../src/command/parse-wins.ts";
import { readPeriod } from "../../src/command/period.ts";
import { sampleCatalogue } from "../support/sample-catalogue.ts";

const TODAY = "2026-03-11";

test.for([
  ["today", "2026-03-11", "2026-03-11"],
  ["yesterday", "2026-03-10", "2026-03-10"],
  ["this week", "2026-03-09", "2026-03-15"],
  ["last week", "2026-03-02", "2026-03-08"],
  ["this month", "2026-03-01", "2026-03-31"],
  ["last month", "2026-02-01", "2026-02-28"],
  ["last quarter", "2025-10-01", "2025-12-31"],
  ["last year", "2025-01-01", "2025-12-31"],
  ["last 10 days", "2026-03-01", "2026-03-11"],
  ["the past 2 weeks", "2026-02-25", "2026-03-11"],
  ["2026-03", "2026-03-01", "2026-03-31"],
  ["2026-03-05", "2026-03-05", "2026-03-05"],
  ["in 2025", "2025-01-01", "2025-12-31"],
  ["q4", "2025-10-01", "2025-12-31"],
  ["Q1 2026", "2026-01-01", "2026-03-31"],
  ["February", "2026-02-01", "2026-02-28"],
  ["May", "2025-05-01", "2025-05-31"],
  ["5 Jan 2024", "2024-01-05", "2024-01-05"],
  ["March 3rd", "2026-03-03", "2026-03-03"],
  ["Jan–Jun 2025", "2025-01-01", "2025-06-30"],
  ["jan to feb", "2026-01-01", "2026-02-28"],
  ["Nov-Feb", "2025-11-01", "2026-02-28"],
  ["2025-11 to 2026-01", "2025-11-01", "2026-01-31"],
  ["between 1 Feb and 3 March", "2026-02-01", "2026-03-03"],
])("%s is %s to %s", ([typed = "", from, to]) => {
  expect(readPeriod(typed, TODAY)).toEqual({ period: { from, to }, rest: "" });
});

test.for([
  ["since 1 May", { from: "2025-05-01" }],
  ["since last month", { from: "2026-02-01" }],
  ["until 2026-01-31", { to: "2026-01-31" }],
  ["before March", { to: "2026-02-28" }],
  ["up to March", { to: "2026-03-31" }],
] as const)("%s is open at one end", ([typed, period]) => {
  expect(readPeriod(typed, TODAY)?.period).toEqual(period);
});

test.for(["", "payments", "2026-13", "31 Feb 2026", "maybe", "marching band", "version 12345"])(
  "%s is no period",
  (typed) => {
    expect(readPeriod(typed, TODAY)).toBeNull();
  },
);

const BACKEND = "/engineering/backend";
const mine = { framework: BACKEND, level: 3 };
const filter = (line: string) => parseWins(line, sampleCatalogue(), mine, TODAY);

test.for([
  ["", {}],
  ["payments", { words: "payments" }],
  ["search payments", { words: "payments" }],
  ["payments search rollback", { words: "payments rollback" }],
  ["mastery", { framework: BACKEND, topic: "mastery" }],
  ["search mastery", { words: "mastery" }],
  ["mastery 3", { framework: BACKEND, topic: "mastery", level: 3 }],
  ["level 3 mastery payments", { framework: BACKEND, topic: "mastery", level: 3, words: "payments" }],
  ["L2", { level: 2 }],
  ["unfiled last month", { unfiled: true, from: "2026-02-01", to: "2026-02-28" }],
  ["last month unfiled", { unfiled: true, from: "2026-02-01", to: "2026-02-28" }],
  ["since 1 May payments", { from: "2025-05-01", words: "payments" }],
  ["payments by emoji", { words: "payments", origin: "emoji" }],
  ["via dm", { origin: "dm" }],
  ["emoji", { words: "emoji" }],
  ["changed", { changed: true }],
  ["my wins about the payments", { words: "payments" }],
  ["the", {}],
  ["🎉 !!", {}],
] as const)("/wins %s", ([line, expected]) => {
  expect(filter(line)).toEqual(expected);
});

test("a line of any length and shape is read in a moment", () => {
  for (const line of [
    "a ".repeat(20_000),
    "since ".repeat(5000),
    "1 jan ".repeat(4000),
    "-".repeat(40_000),
    "\u0000".repeat(100),
  ]) {
    expect(JSON.stringify(filter(line)).length).toBeLessThan(500);
  }
});
