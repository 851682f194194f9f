import { expect, test } from "vitest";
import { type Arrival, drawLedger, type Fault, type Trouble } from "../../simulate/ledger.ts";
import { createPromises } from "../../simulate/promises.ts";
import type { NewPlan } from "../../src/nudges/plan.ts";

/** A 1:1 on Tuesdays at 15:25 whose preparation comes a day ahead, on the Monday of the nudge and of another 1:1. */
const rule = { zone: "Europe/London", time: "15:25", cadence: { kind: "weekly", weekday: 2 } } as const;
const preparation: NewPlan = {
  id: "before-1",
  kind: "preparation",
  about: "one",
  rule,
  timing: { kind: "before", leadMinutes: 1440 },
};
const user = "U0SIM00036";
const turn = "one/2028-W41";

const at = (time: string) => Date.parse(`2028-10-${time}:00Z`);
const nudgeAt = (time: string): Arrival => ({ user, text: "nudge 2028-W41", at: at(time) });
const away = (from: string, until: string): Trouble => ({ why: "bot-down", from: at(from), until: at(until) });
const wholeWeek = away("09T15:25", "14T00:00");

/** What breaks the promise of that kind. Of the preparation the book says that it had become stale. */
function breaches(
  kind: Fault["kind"],
  arrivals: readonly Arrival[],
  troubles: readonly Trouble[] = [],
  chosen = at("08T00:00"),
): readonly string[] {
  const promises = createPromises(at("01T00:00"), at("14T00:00"));
  const nudge = { ...rule, time: "10:00", cadence: { kind: "weekly", weekday: 1 } } as const;
  promises.choose(user, preparation, chosen);
  promises.choose(
    user,
    { ...preparation, id: "nudge", kind: "nudge", about: "", rule: nudge, timing: { kind: "at", usefulMinutes: 180 } },
    at("08T00:00"),
  );
  promises.choose(
    user,
    {
      id: "after-2",
      kind: "follow-up",
      about: "two",
      rule: { ...rule, time: "10:00", cadence: { kind: "weekly", weekday: 1 } },
      timing: { kind: "after", delayMinutes: 150, usefulMinutes: 1440 },
    },
    at("08T00:00"),
  );
  const record = {
    id: "1",
    planId: "before-1",
    kind: "preparation",
    occurrence: turn,
    slotAt: at("10T14:25"),
    state: "dropped",
    reason: "stale",
    channel: null,
    ts: null,
  } as const;
  const ledger = drawLedger({
    promises,
    until: at("12T00:00"),
    end: at("14T00:00"),
    arrivals,
    records: new Map([[user, [record]]]),
    troubles,
    accidents: [],
    isAway: () => false,
  });
  return ledger.faults.filter((fault) => fault.kind === kind).map(({ what }) => what);
}

/** Of the preparation alone. */
const faults = (...given: [readonly Arrival[], readonly Trouble[], number?]) =>
  breaches("lost", ...given).filter((what) => what.startsWith(`${user} preparation`));

test("a day that had its message leaves only the next, and an outage over that one is a reason", () => {
  expect(faults([nudgeAt("09T09:00")], [wholeWeek])).toEqual([]);
});

test.for<[string, readonly Arrival[], readonly Trouble[]]>([
  ["an hour before the outage with the day's message still to be had", [], [wholeWeek]],
  ["the day's message came only after this one's hour", [nudgeAt("09T15:20")], [wholeWeek]],
  ["the outage left an hour of the next day", [nudgeAt("09T09:00")], [away("09T15:25", "10T13:25")]],
  ["nothing was wrong", [nudgeAt("09T09:00")], []],
  ["the day before had its message, not this one", [nudgeAt("08T09:00")], [wholeWeek]],
  ["somebody else had a message", [{ ...nudgeAt("09T09:00"), user: "U0SIM00052" }], [wholeWeek]],
])("no reason: %s", ([, arrivals, troubles]) => {
  expect(faults(arrivals, troubles)).toEqual([`${user} preparation ${turn} (stale)`]);
});

test("what another 1:1 brings on its own day does not take the day", () => {
  expect(faults([{ user, text: "follow-up two/2028-W41", at: at("09T12:00") }], [wholeWeek])).toHaveLength(1);
});

test("what was chosen a moment before the outage could not be sent in the hours before", () => {
  expect(faults([], [wholeWeek], at("09T15:00"))).toEqual([]);
  expect(faults([], [wholeWeek], at("09T14:40"))).toHaveLength(1);
});

const preparationAt = (time: string): Arrival => ({ user, text: `preparation ${turn}`, at: at(time) });

test.for<[string, Fault["kind"], readonly Arrival[], readonly string[]]>([
  ["once each, on two days", "doubled", [nudgeAt("09T09:00"), preparationAt("10T10:00")], []],
  [
    "the same one twice",
    "doubled",
    [nudgeAt("09T09:00"), nudgeAt("09T09:01")],
    [`${user} nudge 2028-W41 came 2 times`],
  ],
  ["on the day of the 1:1", "second of the day", [nudgeAt("10T09:00"), preparationAt("10T10:00")], []],
  [
    "both on the day before",
    "second of the day",
    [nudgeAt("09T09:00"), preparationAt("09T14:30")],
    [`${user} 2028-10-09: nudge 2028-W41, preparation ${turn}`],
  ],
  ["at its hour", "wrong", [nudgeAt("09T09:00")], []],
  [
    "an hour early",
    "wrong",
    [nudgeAt("09T08:00")],
    [`${user} nudge 2028-W41 2028-10-09T08:00:00.000Z -60 minutes after its hour`],
  ],
  [
    "of a week that nobody chose",
    "never promised",
    [{ user, text: "nudge 2027-W41", at: at("09T09:00") }],
    [`${user} nudge 2027-W41 2028-10-09T09:00:00.000Z`],
  ],
])("what Slack received, %s, against: %s", ([, kind, arrivals, broken]) => {
  expect(breaches(kind, arrivals)).toEqual(broken);
});
