import { instantOn, localDay } from "./local-day.ts";
import type { Weekday } from "./rule.ts";

/** When a person may be written to, in their own zone. `from` is before `to`, and there is at least one day. */
export interface WorkingHours {
  readonly days: readonly Weekday[];
  /** `HH:MM`; `to` is the first minute after work. */
  readonly from: string;
  readonly to: string;
  /** Where the person is. Absent: where their plan is. */
  readonly zone?: string;
  /** They wrote the zone themselves, so what Slack says does not replace it. */
  readonly zoneChosen?: boolean;
}

/** Where and when a person works. */
export interface Workplace {
  readonly zone: string;
  readonly hours: WorkingHours;
}

export const usualHours: WorkingHours = { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:30" };

interface Workday {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
/** A week, and two days more for a day that does not exist and one that has just ended. */
const FAR = 9;

export function hoursProblems({ days, from, to }: WorkingHours): readonly ("days" | "times")[] {
  return [...(days.length === 0 ? ["days" as const] : []), ...(from < to ? [] : ["times" as const])];
}

export function isWorking(place: Workplace, at: number): boolean {
  const today = workdayOn(place, localDay(place.zone, at));

  return today !== undefined && at >= today.from && at < today.to;
}

/** `at` itself when they are at work, else the beginning of their next working day. */
export function nextWorking(place: Workplace, at: number): number {
  const today = localDay(place.zone, at);

  for (let ahead = 0; ahead <= FAR; ahead += 1) {
    const day = workdayOn(place, today.add({ days: ahead }));

    if (day !== undefined && at < day.to) {
      return Math.max(at, day.from);
    }
  }
  throw new Error("Working hours without a working day.");
}

/** The beginning of the last hour of work that begins no later than `at`. */
export function lastHourBefore(place: Workplace, at: number): number {
  const today = localDay(place.zone, at);

  for (let back = 0; back <= FAR; back += 1) {
    const day = workdayOn(place, today.subtract({ days: back }));
    const hour = day === undefined ? Number.POSITIVE_INFINITY : Math.max(day.from, day.to - HOUR);

    if (hour <= at) {
      return hour;
    }
  }
  throw new Error("Working hours without a working day.");
}

/** undefined: they do not work that day, or it does not exist there. */
export function workdayOn({ zone, hours }: Workplace, day: Temporal.PlainDate): Workday | undefined {
  if (!hours.days.some((weekday) => weekday === day.dayOfWeek)) {
    return undefined;
  }
  const from = instantOn(zone, day, hours.from);
  const to = instantOn(zone, day, hours.to);

  return from === undefined || to === undefined ? undefined : { from, to };
}
