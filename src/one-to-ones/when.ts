import { instantOn, localDay } from "../nudges/time/local-day.ts";
import { nextSlot } from "../nudges/time/next-slot.ts";
import type { Cadence, Rule, Weekday } from "../nudges/time/rule.ts";
import { type OneToOne, type OneToOneTerms, type TurnNotes, UNTIL_RESUMED } from "./types.ts";

/** When a 1:1 takes place: what its rule says, with what the person skipped, moved and paused. */

export interface Turn {
  /** The day that the rule gives: what names the turn, wherever it was moved. */
  readonly day: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly endsAt: number;
}

const DAY = 86_400_000;
/** More than two months: at least one turn of every rule. */
const FAR_BACK = 70 * DAY;

export function ruleOf({ often, firstOn, time, zone }: OneToOneTerms): Rule {
  return { zone, time, cadence: cadenceOf(often, firstOn) };
}

function cadenceOf(often: OneToOneTerms["often"], firstOn: string): Cadence {
  const first = Temporal.PlainDate.from(firstOn);
  const weekday = weekdayOf(first);

  switch (often) {
    case "weekly":
      return { kind: "weekly", weekday };
    case "fortnightly":
      return { kind: "fortnightly", anchor: firstOn };
    case "monthly":
      return { kind: "monthly", weekday, nth: nthOf(first) };
    case "monthly-last":
      return { kind: "monthly", weekday, nth: "last" };
  }
}

/** The fifth of a month is its last: not every month has a fifth. */
export function nthOf(day: Temporal.PlainDate): 1 | 2 | 3 | 4 | "last" {
  const nths = [1, 2, 3, 4] as const;
  return nths[Math.ceil(day.day / 7) - 1] ?? "last";
}

function weekdayOf({ dayOfWeek }: Temporal.PlainDate): Weekday {
  const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
  return weekdays[dayOfWeek - 1] ?? 1;
}

/** The next turn that begins after `after`; without a pause of which nobody knows the end. */
export function nextTurn(one: OneToOne, notes: readonly TurnNotes[], after: number): Turn {
  const rule = ruleOf(one);
  const known = new Map(notes.map((turn) => [turn.day, turn]));
  const opens = [one.firstOn, one.pausedUntil === UNTIL_RESUMED ? null : one.pausedUntil]
    .filter((day) => day !== null)
    .map((day) => (instantOn(one.zone, Temporal.PlainDate.from(day), "00:00") ?? 0) - 1);
  const moved = movedTurns(one, notes).filter((turn) => turn.at > after && !isPaused(one, turn));

  for (let slot = nextSlot(rule, Math.max(after, ...opens)); ; slot = nextSlot(rule, slot.at)) {
    const turn = known.get(slot.day);
    if (turn?.skipped !== true && turn?.moved == null) {
      return [...moved, toTurn(one, slot.day, slot.at)].reduce((first, other) => (other.at < first.at ? other : first));
    }
  }
}

/** Whether a pause lasts. */
export function isPausedNow({ zone, pausedUntil }: Pick<OneToOne, "zone" | "pausedUntil">, now: number): boolean {
  return pausedUntil !== null && dayThere(zone, now) < pausedUntil;
}

/** Whether the person had paused it when that turn came. */
export function isPaused({ pausedUntil, pausedAt }: OneToOne, { day, at }: Pick<Turn, "day" | "at">): boolean {
  return pausedUntil !== null && day < pausedUntil && (pausedAt === null || at >= Date.parse(pausedAt));
}

/** The last turn that took place and began before `before`; undefined before the first. */
export function lastTurn(one: OneToOne, notes: readonly TurnNotes[], before: number): Turn | undefined {
  const rule = ruleOf(one);
  const known = new Map(notes.map((turn) => [turn.day, turn]));
  const isSpared = (turn: Pick<Turn, "day" | "at">) => one.pausedAt !== null && isPaused(one, turn);
  let last = movedTurns(one, notes)
    .filter((turn) => turn.at < before && !isSpared(turn))
    .sort((a, b) => a.at - b.at)
    .at(-1);

  for (let slot = nextSlot(rule, before - FAR_BACK); slot.at < before; slot = nextSlot(rule, slot.at)) {
    const turn = known.get(slot.day);
    const took = slot.day >= one.firstOn && turn?.skipped !== true && turn?.moved == null && !isSpared(slot);
    if (took && (last === undefined || slot.at > last.at)) {
      last = toTurn(one, slot.day, slot.at);
    }
  }
  return last;
}

/** The turn of that name, where the rule or the person's notes have it. */
export function turnOn(one: OneToOne, notes: readonly TurnNotes[], day: string): Turn | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) {
    return undefined;
  }
  const moved = movedTurns(one, notes).find((turn) => turn.day === day);
  if (moved !== undefined) {
    return moved;
  }
  try {
    const morning = Temporal.PlainDate.from(day).toZonedDateTime(one.zone).epochMilliseconds - 1;
    const slot = nextSlot(ruleOf(one), morning);
    return slot.day === day && day >= one.firstOn ? toTurn(one, slot.day, slot.at) : undefined;
  } catch {
    return undefined;
  }
}

/** A turn that has begun is what it was, whatever the rule became since; one that was moved is where it was moved to. */
export function turnThatWas(one: OneToOne, notes: readonly TurnNotes[], { day, at }: Pick<Turn, "day" | "at">): Turn {
  return movedTurns(one, notes).find((turn) => turn.day === day) ?? toTurn(one, day, at);
}

function movedTurns(one: OneToOne, notes: readonly TurnNotes[]): Turn[] {
  return notes.flatMap(({ day, skipped, moved }) => {
    const at = moved === null ? undefined : instantOn(one.zone, Temporal.PlainDate.from(moved.day), moved.time);
    return skipped || at === undefined ? [] : [toTurn(one, day, at)];
  });
}

function toTurn({ durationMinutes }: OneToOne, day: string, at: number): Turn {
  return { day, at, endsAt: at + durationMinutes * 60_000 };
}

/** `YYYY-MM-DD` there, at that moment. */
export function dayThere(zone: string, at: number): string {
  return localDay(zone, at).toString();
}
