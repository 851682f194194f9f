import fc from "fast-check";
import { expect, test } from "vitest";
import { countdown, schedule } from "../../src/one-to-ones/in-words.ts";
import { emptyNotes } from "../../src/one-to-ones/prepare.ts";
import type { OneToOne, TurnNotes } from "../../src/one-to-ones/types.ts";
import { lastTurn, nextTurn, turnOn } from "../../src/one-to-ones/when.ts";

const at = (iso: string) => Date.parse(iso);
const weekly: OneToOne = {
  id: "o",
  with: "UTOM",
  often: "weekly",
  firstOn: "2026-11-10",
  time: "14:00",
  zone: "Europe/London",
  durationMinutes: 30,
  leadMinutes: 60,
  followUp: true,
  pausedUntil: null,
  pausedAt: null,
  createdAt: "2026-11-01T09:00:00.000Z",
};
const notes = (day: string, more: Partial<TurnNotes>): TurnNotes => ({ ...emptyNotes(day), ...more });

test("nothing takes place before the first day, and before it there was no last one", () => {
  expect(nextTurn(weekly, [], at("2026-10-01T00:00:00Z")).day).toBe("2026-11-10");
  expect(lastTurn(weekly, [], at("2026-11-10T14:00:00Z"))).toBeUndefined();
  expect(lastTurn(weekly, [], at("2026-11-10T14:00:01Z"))?.day).toBe("2026-11-10");
});

test("a skipped turn is neither the next nor the last one", () => {
  const skipped = [notes("2026-11-17", { skipped: true })];
  expect(nextTurn(weekly, skipped, at("2026-11-11T00:00:00Z")).day).toBe("2026-11-24");
  expect(lastTurn(weekly, skipped, at("2026-11-20T00:00:00Z"))?.day).toBe("2026-11-10");
});

test("a moved turn keeps its name and begins when it was moved to", () => {
  const moved = [notes("2026-11-17", { moved: { day: "2026-11-19", time: "09:30" } })];
  const turn = nextTurn(weekly, moved, at("2026-11-11T00:00:00Z"));
  expect(turn).toEqual({
    day: "2026-11-17",
    at: at("2026-11-19T09:30:00Z"),
    endsAt: at("2026-11-19T10:00:00Z"),
  });
  expect(lastTurn(weekly, moved, at("2026-11-18T00:00:00Z"))?.day).toBe("2026-11-10");
  expect(lastTurn(weekly, moved, at("2026-11-20T00:00:00Z"))).toEqual(turn);
  expect(turnOn(weekly, moved, "2026-11-17")).toEqual(turn);
});

test("a pause ends on its day", () => {
  const paused = { ...weekly, pausedUntil: "2026-12-01" };
  expect(nextTurn(paused, [], at("2026-11-11T00:00:00Z")).day).toBe("2026-12-01");
});

test("a turn within a pause did not take place, one before it did", () => {
  const paused = { ...weekly, pausedUntil: "2026-12-15", pausedAt: "2026-11-24T15:00:00.000Z" };
  expect(lastTurn(paused, [], at("2026-12-15T13:00:00Z"))?.day).toBe("2026-11-24");
  expect(lastTurn(paused, [], at("2026-12-16T13:00:00Z"))?.day).toBe("2026-12-15");
  expect(lastTurn({ ...paused, pausedAt: null }, [], at("2026-12-15T13:00:00Z"))?.day).toBe("2026-12-08");
});

test("what is no turn of the rule is no turn", () => {
  for (const day of [
    "2026-11-18",
    "2026-11-03",
    "2026-02-30",
    "",
    "yesterday",
    "2026-11-17; drop table",
    "9".repeat(99),
  ]) {
    expect(turnOn(weekly, [], day), day).toBeUndefined();
  }
});

test("whatever the zone, cadence and season, a turn begins at its local time and the last is before the next", () => {
  const zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom("weekly", "fortnightly", "monthly", "monthly-last" as const),
      fc.integer({ min: at("2026-11-30T00:00:00Z"), max: at("2030-01-01T00:00:00Z") }),
      (zone, often, now) => {
        const one = { ...weekly, zone, often } as OneToOne;
        const next = nextTurn(one, [], now);
        const last = lastTurn(one, [], now + 1);
        const there = Temporal.Instant.fromEpochMilliseconds(next.at).toZonedDateTimeISO(zone);

        expect(next.at).toBeGreaterThan(now);
        expect(there.toPlainDate().toString()).toBe(next.day);
        expect(there.toPlainTime().toString({ smallestUnit: "minute" })).toBe("14:00");
        expect(there.dayOfWeek).toBe(2);
        expect(last === undefined || last.at <= now).toBe(true);
        expect(turnOn(one, [], next.day)).toEqual(next);
        if (last !== undefined) expect(nextTurn(one, [], last.at)).toEqual(next);
      },
    ),
    { numRuns: 200 },
  );
});

test.for([
  ["2026-11-24T13:30:00Z", "in 30 minutes"],
  ["2026-11-24T08:00:00Z", "today at 14:00"],
  ["2026-11-23T23:00:00Z", "tomorrow at 14:00"],
  ["2026-11-21T09:00:00Z", "in 3 days, on Tuesday at 14:00"],
  ["2026-11-17T15:00:00Z", "in a week, on Tuesday 24 November at 14:00"],
  ["2026-11-24T14:10:00Z", "under way"],
  ["2026-11-24T14:40:00Z", "over"],
])("at %s the 1:1 is %s", ([now = "", said = ""]) => {
  const turn = { at: at("2026-11-24T14:00:00Z"), endsAt: at("2026-11-24T14:30:00Z") };
  expect(countdown(turn, "Europe/London", at(now))).toBe(said);
});

test.for([
  ["weekly", "2026-11-10", "every Tuesday at 14:00, 30 minutes"],
  ["fortnightly", "2026-11-10", "every second Tuesday at 14:00, 30 minutes"],
  ["monthly", "2026-11-10", "every second Tuesday of the month at 14:00, 30 minutes"],
  ["monthly", "2026-12-29", "every last Tuesday of the month at 14:00, 30 minutes"],
  ["monthly-last", "2026-11-24", "every last Tuesday of the month at 14:00, 30 minutes"],
] as const)("%s from %s is said as it is", ([often, firstOn, said]) => {
  expect(schedule({ ...weekly, often, firstOn }, weekly.zone)).toBe(said);
  expect(schedule({ ...weekly, often, firstOn }, "Asia/Kathmandu")).toContain(`at 14:00 in ${weekly.zone}, 30 minutes`);
});
