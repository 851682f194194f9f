import { expect, test } from "vitest";
import type { Without } from "../../simulate/crash.ts";
import type { Fault } from "../../simulate/ledger.ts";
import { createScratch } from "../../simulate/scratch.ts";
import { simulate } from "../../simulate/year.ts";

/** The machine may be busy. */
const LIMIT = { timeout: 120_000 };

/** A few weeks of spring, in which New York, London, Lord Howe and Chatham change their clocks. `npm run simulate` takes the whole year. */
async function spring(weeks: number, people: number, killWeeks: number, without: Without = {}) {
  using folder = createScratch();
  const from = Date.parse("2028-03-08T00:00:00Z");
  const until = from + weeks * 7 * 86_400_000;

  return await simulate({ people, from, until, seed: 4, folder: folder.path, killWeeks, without });
}

test(
  "five weeks with crashes, kills, restarts, edits and a flaky Slack end with every promise kept",
  LIMIT,
  async () => {
    const { faults, onceInTime, accidents } = await spring(5, 60, 1);

    expect(faults).toEqual([]);
    expect(onceInTime).toBeGreaterThan(150);
    expect(accidents.crashes).toBeGreaterThan(10);
    expect(accidents.kills).toBeGreaterThan(0);
    expect(accidents.edits).toBeGreaterThan(0);
  },
);

const parts: readonly (readonly [string, Without, Fault["kind"]])[] = [
  ["the claim", { claim: true }, "doubled"],
  ["the reconciling", { reconciling: true }, "doubled"],
  ["the expiry", { expiry: true }, "wrong"],
];

test.for(parts)("without %s the ledger is red", LIMIT, async ([, without, kind]) => {
  const { faults } = await spring(3, 40, 0, without);

  expect(faults.filter((fault) => fault.kind === kind)).not.toEqual([]);
});
