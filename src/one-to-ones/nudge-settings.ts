import type { NewPlan, Plan } from "../nudges/plan.ts";
import { isZone, type Rule, type Weekday } from "../nudges/time/rule.ts";
import { hoursProblems, type WorkingHours } from "../nudges/time/working-hours.ts";

/** A person's own say in when the bot may ask. Nothing is on until they switch it on. Kept as the plan of their nudge. */
export interface NudgeSettings {
  readonly on: boolean;
  /** How often: every week, every second week, once a month. */
  readonly weeks: 1 | 2 | 4;
  readonly weekday: Weekday;
  readonly time: string;
  readonly zone: string;
  /** Milliseconds since 1970; null: not paused. */
  readonly pausedUntil: number | null;
  /** Why it is off: `stopped` by the person, or what Slack said. Absent: it is on, or never was. */
  readonly offBecause?: string;
}

export const NUDGE = "nudge";

/** Of use for the rest of the afternoon, not for the rest of the week. */
const USEFUL_MINUTES = 180;

/** Fortnights are counted from the first Monday of 1970, so that everybody is asked in the same weeks. */
const FIRST_MONDAY = "1970-01-05";

export function settingsOf(plans: readonly Plan[], zone: string | null): NudgeSettings {
  const plan = plans.find(({ id }) => id === NUDGE);
  const known = zone !== null && isZone(zone) ? zone : "UTC";

  if (plan === undefined) {
    return { on: false, weeks: 1, weekday: 5, time: "15:00", zone: known, pausedUntil: null };
  }
  const { rule, state, reason, pausedUntil } = plan;
  return {
    on: state === "on",
    weeks: weeksOf(rule),
    weekday: weekdayOf(rule),
    time: rule.time,
    zone: rule.zone,
    pausedUntil,
    ...(reason === null ? {} : { offBecause: reason }),
  };
}

export function nudgePlan(settings: NudgeSettings): NewPlan {
  return {
    id: NUDGE,
    kind: "nudge",
    about: "",
    rule: nudgeRule(settings),
    timing: { kind: "at", usefulMinutes: USEFUL_MINUTES },
  };
}

function nudgeRule({ weeks, weekday, time, zone }: NudgeSettings): Rule {
  if (weeks === 1) {
    return { zone, time, cadence: { kind: "weekly", weekday } };
  }
  if (weeks === 4) {
    return { zone, time, cadence: { kind: "monthly", weekday, nth: 1 } };
  }
  const anchor = Temporal.PlainDate.from(FIRST_MONDAY).add({ days: weekday - 1 });
  return { zone, time, cadence: { kind: "fortnightly", anchor: anchor.toString() } };
}

function weeksOf({ cadence }: Rule): NudgeSettings["weeks"] {
  return ({ weekly: 1, fortnightly: 2, monthly: 4 } as const)[cadence.kind];
}

function weekdayOf({ cadence }: Rule): Weekday {
  if (cadence.kind !== "fortnightly") {
    return cadence.weekday;
  }
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
  return weekdays[Temporal.PlainDate.from(cadence.anchor).dayOfWeek - 1] ?? 1;
}

/** "Less often" goes from every week to every second week to once a month, and stays there. */
export function lessOften({ weeks }: Pick<NudgeSettings, "weeks">): NudgeSettings["weeks"] {
  return weeks === 1 ? 2 : 4;
}

export type SettingsReason = "zone" | "days" | "times" | "time-format" | "day-off" | "outside-hours" | "pause";

/** What is wrong with settings that came from outside. */
export function settingsProblems(settings: NudgeSettings, hours: WorkingHours, now: number): readonly SettingsReason[] {
  const { weekday, time, zone, pausedUntil, on } = settings;
  const timesOk = [time, hours.from, hours.to].every((one) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(one));
  const hoursWrong = hoursProblems(hours);
  const inside = time >= hours.from && time < hours.to;

  return [
    ...(isZone(zone) ? [] : ["zone" as const]),
    ...(timesOk ? [] : ["time-format" as const]),
    ...hoursWrong,
    ...(on && hours.days.length > 0 && !hours.days.includes(weekday) ? ["day-off" as const] : []),
    ...(on && timesOk && hoursWrong.length === 0 && !inside ? ["outside-hours" as const] : []),
    ...(pausedUntil === null || pausedUntil > now ? [] : ["pause" as const]),
  ];
}
