import { instantOn, localDay, weekOf } from "./local-day.ts";
import type { Cadence, Rule, Slot, Weekday } from "./rule.ts";

/**
 * The first slot of the rule that is later than `after` (milliseconds since 1970). A local time that comes twice is one slot, at its first
 * time, also when it is asked for between the two.
 */
export function nextSlot(rule: Rule, after: number): Slot {
  // A late time may be carried over midnight by a gap, so yesterday's slot can still lie ahead.
  const from = localDay(rule.zone, after).subtract({ days: 1 });

  for (const day of daysOf(rule.cadence, from)) {
    const at = instantOn(rule.zone, day, rule.time);

    if (at !== undefined && at > after) {
      return { day: day.toString(), week: weekOf(day), at };
    }
  }
  throw new Error("A rule has no end.");
}

function* daysOf(cadence: Cadence, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  if (cadence.kind === "monthly") {
    yield* daysOfMonths(cadence, from);
    return;
  }
  for (let day = firstDay(cadence, from); ; day = day.add({ days: cadence.kind === "weekly" ? 7 : 14 })) {
    yield day;
  }
}

function firstDay(cadence: Exclude<Cadence, { kind: "monthly" }>, from: Temporal.PlainDate): Temporal.PlainDate {
  if (cadence.kind === "weekly") {
    return from.add({ days: (cadence.weekday - from.dayOfWeek + 7) % 7 });
  }
  const anchor = Temporal.PlainDate.from(cadence.anchor);
  const days = anchor.until(from).days;

  return days <= 0 ? anchor : from.add({ days: (14 - (days % 14)) % 14 });
}

function* daysOfMonths(
  { weekday, nth }: Extract<Cadence, { kind: "monthly" }>,
  from: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  for (let month = from.with({ day: 1 }); ; month = month.add({ months: 1 })) {
    const day = nth === "last" ? lastOf(month, weekday) : nthOf(month, weekday, nth);

    if (Temporal.PlainDate.compare(day, from) >= 0) {
      yield day;
    }
  }
}

function nthOf(first: Temporal.PlainDate, weekday: Weekday, nth: number): Temporal.PlainDate {
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
}

function lastOf(first: Temporal.PlainDate, weekday: Weekday): Temporal.PlainDate {
  const last = first.with({ day: first.daysInMonth });

  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}
