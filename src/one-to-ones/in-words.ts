import type { OneToOneTerms } from "./types.ts";
import { nthOf, type Turn } from "./when.ts";

/** Times as people say them. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "today at 14:00", "tomorrow at 09:30", "in 3 days, on Tuesday at 14:00", "under way". */
export function countdown(turn: Pick<Turn, "at" | "endsAt">, zone: string, now: number): string {
  if (now >= turn.at) {
    return now < turn.endsAt ? "under way" : "over";
  }
  const at = Temporal.Instant.fromEpochMilliseconds(turn.at).toZonedDateTimeISO(zone);
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const days = here.toPlainDate().until(at.toPlainDate()).days;
  const clock = at.toPlainTime().toString({ smallestUnit: "minute" });

  if (days === 0) {
    const left = turn.at - now;
    return left < HOUR ? `in ${minutes(Math.ceil(left / MINUTE))}` : `today at ${clock}`;
  }
  if (days === 1) {
    return `tomorrow at ${clock}`;
  }
  const weekday = at.toLocaleString("en-GB", { weekday: "long" });
  if (days < 7) {
    return `in ${days} days, on ${weekday} at ${clock}`;
  }
  const date = at.toLocaleString("en-GB", { day: "numeric", month: "long" });
  const weeks = Math.round(days / 7);
  return `in ${weeks === 1 ? "a week" : `${weeks} weeks`}, on ${weekday} ${date} at ${clock}`;
}

/** "every second Tuesday at 14:00, 30 minutes"; with its zone for somebody who is elsewhere. */
export function schedule({ often, firstOn, time, zone, durationMinutes }: OneToOneTerms, here: string): string {
  const first = Temporal.PlainDate.from(firstOn);
  const weekday = first.toLocaleString("en-GB", { weekday: "long" });
  const nth = nthOf(first);
  const place =
    often === "monthly-last" || nth === "last" ? "last" : (["first", "second", "third", "fourth"][nth - 1] ?? "");
  const days = {
    weekly: `every ${weekday}`,
    fortnightly: `every second ${weekday}`,
    monthly: `every ${place} ${weekday} of the month`,
    "monthly-last": `every last ${weekday} of the month`,
  }[often];
  const where = zone === here ? "" : ` in ${zone}`;
  return `${days} at ${time}${where}, ${lengthInWords(durationMinutes)}`;
}

/** "15 minutes", "1 hour", "2 hours 30 minutes", "1 day". */
export function lengthInWords(total: number): string {
  const parts = [
    [Math.floor(total / 1440), "day"],
    [Math.floor((total % 1440) / 60), "hour"],
    [total % 60, "minute"],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}${amount === 1 ? "" : "s"}`)
    .join(" ");
}

/** "Tue 24 Nov at 14:00". */
export function moment(at: number, zone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const day = there.toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short" }).replace(",", "");
  return `${day} at ${there.toPlainTime().toString({ smallestUnit: "minute" })}`;
}

/** "24 November". */
export function dayOnly(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString("en-GB", { day: "numeric", month: "long" });
}

function minutes(amount: number): string {
  if (amount === 60) return "an hour";
  return amount === 1 ? "1 minute" : `${amount} minutes`;
}
