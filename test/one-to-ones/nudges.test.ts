import { expect, test } from "vitest";
import { usualHours } from "../../src/nudges/time/working-hours.ts";
import {
  lessOften,
  type NudgeSettings,
  nudgePlan,
  settingsOf,
  settingsProblems,
} from "../../src/one-to-ones/nudge-settings.ts";
import { meetingQuestions, nudgeQuestion } from "../../src/one-to-ones/questions.ts";
import { parseTerms } from "../../src/one-to-ones/set-up.ts";
import { type NudgeMoment, type SkipReason, skipReason } from "../../src/one-to-ones/skip-reason.ts";

const now = Date.parse("2026-11-20T15:00:00Z");
const settings: NudgeSettings = {
  on: true,
  weeks: 1,
  weekday: 5,
  time: "15:00",
  zone: "Europe/London",
  pausedUntil: null,
};
const moment: NudgeMoment = {
  settings,
  place: { zone: "Europe/London", hours: usualHours },
  away: false,
  loggedSincePreviousSlot: false,
  now,
};

test.for<readonly [Partial<NudgeMoment>, SkipReason | null]>([
  [{}, null],
  [{ loggedSincePreviousSlot: true }, "logged"],
  [{ away: true }, "away"],
  [{ settings: { ...settings, on: false } }, "off"],
  [{ settings: { ...settings, pausedUntil: now + 1 } }, "paused"],
  [{ settings: { ...settings, pausedUntil: now } }, null],
  [{ now: Date.parse("2026-11-21T15:00:00Z") }, "outside-hours"],
  [{ now: Date.parse("2026-11-20T17:30:00Z") }, "outside-hours"],
])("a nudge is skipped for %o: %s", ([change, reason]) => {
  expect(skipReason({ ...moment, ...change })).toBe(reason);
});

test("settings survive the plan that they are kept as", () => {
  for (const weeks of [1, 2, 4] as const) {
    for (const weekday of [1, 2, 3, 4, 5, 6, 7] as const) {
      const wanted = { ...settings, weeks, weekday };
      const plan = {
        ...nudgePlan(wanted),
        owner: { team: "T1", user: "U1" },
        state: "on" as const,
        reason: null,
        pausedUntil: null,
        next: null,
      };
      expect(settingsOf([plan], null)).toEqual(wanted);
    }
  }
});

test("nobody is nudged who did not ask for it", () => {
  expect(settingsOf([], "Asia/Kathmandu")).toMatchObject({ on: false, zone: "Asia/Kathmandu" });
  expect(settingsOf([], "Not/AZone").zone).toBe("UTC");
});

test("less often ends at once a month", () => {
  expect([1, 2, 4].map((weeks) => lessOften({ weeks: weeks as 1 }))).toEqual([2, 4, 4]);
});

test("the hour of a nudge lies inside the working hours", () => {
  expect(settingsProblems(settings, usualHours, now)).toEqual([]);
  expect(settingsProblems({ ...settings, time: "17:30" }, usualHours, now)).toEqual(["outside-hours"]);
  expect(settingsProblems({ ...settings, weekday: 6 }, usualHours, now)).toEqual(["day-off"]);
  expect(settingsProblems({ ...settings, zone: "Mars/Base" }, usualHours, now)).toEqual(["zone"]);
  expect(settingsProblems({ ...settings, time: "25:00" }, usualHours, now)).toEqual(["time-format"]);
  expect(settingsProblems(settings, { ...usualHours, days: [] }, now)).toEqual(["days"]);
  expect(settingsProblems({ ...settings, pausedUntil: now - 1 }, usualHours, now)).toEqual(["pause"]);
});

test("questions rotate from week to week and are the same all week", () => {
  const weeks = Array.from({ length: 8 }, (_, week) =>
    Temporal.PlainDate.from("2026-11-02")
      .add({ days: 7 * week })
      .toString(),
  );
  expect(new Set(weeks.map(nudgeQuestion)).size).toBe(8);
  expect(nudgeQuestion("2026-11-02")).toBe(nudgeQuestion("2026-11-08"));
  for (const week of weeks) expect(new Set(meetingQuestions(week)).size).toBe(3);
  expect(new Set(weeks.slice(0, 3).flatMap(meetingQuestions)).size).toBe(9);
});

test("terms from a form are read whole, or every reason is given", () => {
  const input = {
    with: "UTOM",
    often: "weekly",
    firstOn: "2026-11-24",
    time: "14:00",
    zone: "Europe/London",
    durationMinutes: 30,
    leadMinutes: 60,
    followUp: true,
  };
  const today = "2026-11-21";
  expect(parseTerms(input, "UMAYA", today).terms).toEqual(input);
  expect(parseTerms({ ...input, with: "UMAYA" }, "UMAYA", today).reasons).toEqual(["with-oneself"]);
  expect(parseTerms({ ...input, firstOn: "2026-11-20" }, "UMAYA", today).reasons).toEqual(["first-day-past"]);
  const known = { ...input, often: "weekly", firstOn: "2026-11-20" } as const;
  expect(parseTerms({ ...input, firstOn: "2026-11-20" }, "UMAYA", today, known).terms?.firstOn).toBe("2026-11-20");
  expect(
    parseTerms(
      {
        ...input,
        with: "<!here>",
        often: "hourly",
        firstOn: "2026-02-30",
        time: "9",
        durationMinutes: -1,
        leadMinutes: 7,
      },
      "UMAYA",
      today,
    ).reasons,
  ).toEqual(["with", "often", "first-day", "time", "duration", "lead"]);
});
