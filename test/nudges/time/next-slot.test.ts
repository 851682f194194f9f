import fc from "fast-check";
import { expect, test } from "vitest";
import { createZoneOracle } from "../../../simulate/zone-oracle.ts";
import { nextSlot } from "../../../src/nudges/time/next-slot.ts";
import { type Cadence, isZone, type Rule, ruleProblems, type Weekday } from "../../../src/nudges/time/rule.ts";

const utc = (text: string) => Date.parse(text);
const iso = (at: number) => new Date(at).toISOString().replace(":00.000Z", "Z");

const monday: Cadence = { kind: "weekly", weekday: 1 };
const sunday: Cadence = { kind: "weekly", weekday: 7 };

test.for<[string, string, string, Cadence, string, string]>([
  ["an ordinary Monday", "Europe/London", "09:00", monday, "2027-01-05T12:00Z", "2027-01-11T09:00Z"],
  ["the same instant is not later", "Europe/London", "09:00", monday, "2027-01-11T09:00Z", "2027-01-18T09:00Z"],
  [
    "the hour stays local after the clock went forward",
    "Europe/London",
    "09:00",
    monday,
    "2027-03-27T12:00Z",
    "2027-03-29T08:00Z",
  ],
  ["… and after it went back", "America/New_York", "09:00", monday, "2027-11-05T12:00Z", "2027-11-08T14:00Z"],
  ["a time in the gap is as much later", "Europe/London", "01:30", sunday, "2027-03-27T12:00Z", "2027-03-28T01:30Z"],
  ["a gap of half an hour", "Australia/Lord_Howe", "02:15", sunday, "2027-10-02T00:00Z", "2027-10-02T15:45Z"],
  [
    "a time that comes twice is its first time",
    "Europe/London",
    "01:30",
    sunday,
    "2027-10-30T12:00Z",
    "2027-10-31T00:30Z",
  ],
  ["… also when asked between the two", "Europe/London", "01:30", sunday, "2027-10-31T00:45Z", "2027-11-07T01:30Z"],
  ["a quarter of an hour off", "Asia/Kathmandu", "09:00", monday, "2027-01-05T12:00Z", "2027-01-11T03:15Z"],
  ["clocks that go back for Ramadan", "Africa/Casablanca", "09:00", monday, "2025-02-22T12:00Z", "2025-02-24T09:00Z"],
  ["… and forward after it", "Africa/Casablanca", "09:00", monday, "2025-04-05T12:00Z", "2025-04-07T08:00Z"],
  [
    "a gap at midnight",
    "Africa/Cairo",
    "00:30",
    { kind: "weekly", weekday: 5 },
    "2027-04-28T00:00Z",
    "2027-04-29T22:30Z",
  ],
  [
    "a day that does not exist has no slot",
    "Pacific/Apia",
    "09:00",
    { kind: "weekly", weekday: 5 },
    "2011-12-25T00:00Z",
    "2012-01-05T19:00Z",
  ],
  [
    "its neighbour has one",
    "Pacific/Apia",
    "09:00",
    { kind: "weekly", weekday: 6 },
    "2011-12-25T00:00Z",
    "2011-12-30T19:00Z",
  ],
  [
    "a leap day is a day",
    "Europe/London",
    "09:00",
    { kind: "weekly", weekday: 2 },
    "2028-02-23T00:00Z",
    "2028-02-29T09:00Z",
  ],
  [
    "the last Tuesday of a leap February",
    "Europe/London",
    "09:00",
    { kind: "monthly", weekday: 2, nth: "last" },
    "2028-02-01T10:00Z",
    "2028-02-29T09:00Z",
  ],
  [
    "the fourth Monday",
    "Europe/London",
    "09:00",
    { kind: "monthly", weekday: 1, nth: 4 },
    "2027-02-01T00:00Z",
    "2027-02-22T09:00Z",
  ],
  [
    "the first Friday, when this month's is over",
    "Europe/London",
    "09:00",
    { kind: "monthly", weekday: 5, nth: 1 },
    "2027-01-02T00:00Z",
    "2027-02-05T09:00Z",
  ],
  [
    "every second week begins at its first day",
    "Europe/London",
    "09:00",
    { kind: "fortnightly", anchor: "2027-02-01" },
    "2027-01-01T00:00Z",
    "2027-02-01T09:00Z",
  ],
  [
    "… and keeps its step over the year's end",
    "Europe/London",
    "09:00",
    { kind: "fortnightly", anchor: "2026-12-21" },
    "2026-12-21T10:00Z",
    "2027-01-04T09:00Z",
  ],
])("%s", ([, zone, time, cadence, after, expected]) => {
  expect(iso(nextSlot({ zone, time, cadence }, utc(after)).at)).toBe(expected);
});

test("a slot says its local day and ISO week, which may be another than in UTC", () => {
  expect(nextSlot({ zone: "Pacific/Apia", time: "09:00", cadence: monday }, utc("2027-01-01T00:00Z"))).toEqual({
    day: "2027-01-04",
    week: "2027-W01",
    at: utc("2027-01-03T20:00Z"),
  });
});

test("a rule from outside is checked: zone, time, anchor", () => {
  expect(ruleProblems({ zone: "Europe/London", time: "23:59", cadence: monday })).toEqual([]);
  expect(
    ruleProblems({ zone: "Mars/Olympus", time: "24:00", cadence: { kind: "fortnightly", anchor: "2027-02-30" } }),
  ).toEqual(["zone", "time", "anchor"]);
  expect(isZone("")).toBe(false);
});

const zones = [
  "Europe/London",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Pacific/Apia",
  "America/Nuuk",
  "Asia/Beirut",
  "Pacific/Chatham",
  "America/St_Johns",
  "UTC",
];
const begin = utc("2020-01-01T00:00:00Z");
const end = utc("2030-01-01T00:00:00Z");
const DAY = 86_400_000;

const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const cadence = fc.oneof(
  fc.record({ kind: fc.constant("weekly" as const), weekday }),
  fc.record({
    kind: fc.constant("fortnightly" as const),
    anchor: fc.integer({ min: 0, max: 3600 }).map((days) => new Date(begin + days * DAY).toISOString().slice(0, 10)),
  }),
  fc.record({
    kind: fc.constant("monthly" as const),
    weekday,
    nth: fc.constantFrom<1 | 2 | 3 | 4 | "last">(1, 2, 3, 4, "last"),
  }),
);
/** Half of them in the small hours, where clocks change. */
const time = fc
  .tuple(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 23 })), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);

test.for(zones)("over ten years of %s every slot is the one that walking from minute to minute finds", (zone) => {
  const oracle = createZoneOracle(zone, begin - 30 * DAY, end + 100 * DAY);
  const rule: fc.Arbitrary<Rule> = fc.record({ zone: fc.constant(zone), time, cadence });

  fc.assert(
    fc.property(rule, fc.integer({ min: begin, max: end }), (given, after) => {
      const from =
        given.cadence.kind === "fortnightly" ? Math.max(after, Date.parse(given.cadence.anchor) - 3 * DAY) : after;
      expect(iso(nextSlot(given, from).at)).toBe(iso(oracle.nextSlot(given, from)));
    }),
    { numRuns: 100 },
  );
});

test.for(zones)("every Sunday of ten years of %s, at two hours of the night, is the oracle's", (zone) => {
  const oracle = createZoneOracle(zone, begin - 30 * DAY, end + 30 * DAY);

  for (const time of ["00:15", "02:30"]) {
    const rule: Rule = { zone, time, cadence: sunday };
    let [ours, theirs] = [begin, begin];
    const differing: string[] = [];
    while (ours < end) {
      ours = nextSlot(rule, ours).at;
      theirs = oracle.nextSlot(rule, theirs);
      if (ours !== theirs) differing.push(`${iso(ours)} ${iso(theirs)}`);
    }
    expect(differing).toEqual([]);
  }
});
