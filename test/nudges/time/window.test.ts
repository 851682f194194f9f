import fc from "fast-check";
import { expect, test } from "vitest";
import { createZoneOracle } from "../../../simulate/zone-oracle.ts";
import type { Slot } from "../../../src/nudges/time/rule.ts";
import { judge } from "../../../src/nudges/time/verdict.ts";
import { type Timing, windowOf } from "../../../src/nudges/time/window.ts";
import {
  hoursProblems,
  isWorking,
  lastHourBefore,
  nextWorking,
  usualHours,
  type Workplace,
} from "../../../src/nudges/time/working-hours.ts";

const utc = (text: string) => Date.parse(text);
const iso = (at: number) => new Date(at).toISOString().replace(":00.000Z", "Z");
const london: Workplace = { zone: "Europe/London", hours: usualHours };
const slot = (at: string): Slot => ({ day: at.slice(0, 10), week: "", at: utc(at) });
const before = (leadMinutes: number): Timing => ({ kind: "before", leadMinutes });
const hour = 60;
const day = 24 * hour;

test.for<[string, number, string, string]>([
  ["one hour before", hour, "2027-01-13T14:00Z", "2027-01-13T13:00Z"],
  ["ten minutes before", 10, "2027-01-13T14:00Z", "2027-01-13T13:50Z"],
  ["an hour before nine is yesterday's last hour", hour, "2027-01-13T09:00Z", "2027-01-12T16:30Z"],
  ["… on a Monday, Friday's", hour, "2027-01-11T09:00Z", "2027-01-08T16:30Z"],
  ["a day before a Monday is Friday's last hour", day, "2027-01-11T14:00Z", "2027-01-08T16:30Z"],
  ["two days are calendar days, also across a change", 2 * day, "2027-03-30T09:00Z", "2027-03-26T16:30Z"],
  ["… with the same hour", 5 * day, "2027-03-31T09:00Z", "2027-03-26T10:00Z"],
  ["a 1:1 in the evening", 3 * hour, "2027-01-13T21:00Z", "2027-01-13T16:30Z"],
  ["exactly at the end of work is outside", hour, "2027-01-13T18:30Z", "2027-01-13T16:30Z"],
])("lead: %s", ([, lead, start, expected]) => {
  const { from, until } = windowOf(before(lead), slot(start), london);
  expect([iso(from), iso(until)]).toEqual([expected, start]);
});

test.for<[string, Timing, string, string, string]>([
  ["a nudge is of use for three hours", at(3), "2027-01-11T09:00Z", "2027-01-11T09:00Z", "2027-01-11T12:00Z"],
  ["… but not after work", at(3), "2027-01-11T16:00Z", "2027-01-11T16:00Z", "2027-01-11T17:30Z"],
  [
    "before their new working hours it waits for them",
    at(3),
    "2027-01-11T08:00Z",
    "2027-01-11T09:00Z",
    "2027-01-11T12:00Z",
  ],
  ["after them it is their last hour", at(3), "2027-01-11T19:00Z", "2027-01-11T16:30Z", "2027-01-11T17:30Z"],
  ["on a day off it is of no use", at(3), "2027-01-10T09:00Z", "2027-01-10T09:00Z", "2027-01-10T09:00Z"],
  ["a follow-up two hours after", after(150), "2027-01-11T10:00Z", "2027-01-11T12:30Z", "2027-01-12T12:30Z"],
  ["… in the evening is tomorrow morning's", after(150), "2027-01-11T16:00Z", "2027-01-12T09:00Z", "2027-01-13T09:00Z"],
  ["… on a Friday is Monday's", after(150), "2027-01-08T16:00Z", "2027-01-11T09:00Z", "2027-01-12T09:00Z"],
])("window: %s", ([, timing, start, from, until]) => {
  const found = windowOf(timing, slot(start), london);
  expect([iso(found.from), iso(found.until)]).toEqual([from, until]);
});

function at(hours: number): Timing {
  return { kind: "at", usefulMinutes: hours * hour };
}

function after(delayMinutes: number): Timing {
  return { kind: "after", delayMinutes, usefulMinutes: day };
}

test("a reminder waits, is sent, is dropped: by the clock that it is given", () => {
  const window = windowOf(before(hour), slot("2027-01-11T09:30Z"), london);
  const at = (now: string) => judge(window, london, utc(now));

  expect(iso(window.from)).toBe("2027-01-08T16:30Z");
  expect(at("2027-01-08T16:29Z")).toEqual({ kind: "wait", until: utc("2027-01-08T16:30Z") });
  expect(at("2027-01-08T16:30Z")).toEqual({ kind: "send" });
  expect(at("2027-01-08T17:30Z")).toEqual({ kind: "wait", until: utc("2027-01-11T09:00Z") });
  expect(at("2027-01-11T09:29Z")).toEqual({ kind: "send" });
  expect(at("2027-01-11T09:30Z")).toEqual({ kind: "drop", reason: "stale" });
});

test("what could only be said outside their hours is not said", () => {
  const early = windowOf(before(hour), slot("2027-01-11T09:00Z"), london);
  const never = windowOf(at(3), slot("2027-01-10T09:00Z"), london);

  expect(judge(early, london, utc("2027-01-10T12:00Z"))).toEqual({ kind: "drop", reason: "outside-hours" });
  expect(judge(never, london, utc("2027-01-10T09:00Z"))).toEqual({ kind: "drop", reason: "outside-hours" });
});

test("working hours are checked: at least one day, and an end after the beginning", () => {
  expect(hoursProblems(usualHours)).toEqual([]);
  expect(hoursProblems({ days: [], from: "09:00", to: "09:00" })).toEqual(["days", "times"]);
});

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

test.for(["Europe/London", "Australia/Lord_Howe", "Africa/Cairo", "Pacific/Apia", "America/Nuuk"])(
  "working hours in %s are those that walking from minute to minute finds, also when work is at night",
  (zone) => {
    const begin = utc("2010-01-01T00:00Z");
    const end = utc("2027-12-01T00:00Z");
    const oracle = createZoneOracle(zone, begin - 30 * DAY, end + 30 * DAY);
    const work = (hours: Workplace["hours"]) => (at: number) => {
      const wall = new Date(oracle.wall(at));
      const clock = wall.toISOString().slice(11, 16);
      return hours.days.some((d) => d === (wall.getUTCDay() || 7)) && clock >= hours.from && clock < hours.to;
    };
    const walk = (from: number, step: number, found: (at: number) => boolean) => {
      let at = from;
      while (!found(at)) at += step;
      return at;
    };
    const hours = fc.constantFrom<Workplace["hours"]>(
      usualHours,
      { days: [1, 3, 5, 7], from: "00:00", to: "06:00" },
      { days: [6, 7], from: "20:00", to: "23:00" },
    );
    const moments = fc.integer({ min: begin / MINUTE, max: end / MINUTE }).map((minute) => minute * MINUTE);

    fc.assert(
      fc.property(hours, moments, (given, now) => {
        const place = { zone, hours: given };
        const works = work(given);
        expect(isWorking(place, now)).toBe(works(now));
        expect(iso(nextWorking(place, now))).toBe(iso(walk(now, MINUTE, works)));
        const last = lastHourBefore(place, now);
        expect(last <= now && works(last) && !works(walk(last, MINUTE, (at) => !works(at)))).toBe(true);
        expect(now - last).toBeLessThan(7 * DAY);
      }),
      { numRuns: 25 },
    );
  },
);
