import { localDay } from "./local-day.ts";
import type { Slot } from "./rule.ts";
import { isWorking, lastHourBefore, nextWorking, type Workplace, workdayOn } from "./working-hours.ts";

/** Where a reminder lies relative to its slot. A slot is the hour of the nudge itself, or the beginning of a 1:1. */
export type Timing =
  /** At the slot, and of use for so long, but no longer than their working day. */
  | { readonly kind: "at"; readonly usefulMinutes: number }
  /** Ahead of the slot, and of use until it begins. Whole days are calendar days. */
  | { readonly kind: "before"; readonly leadMinutes: number }
  /** So long after the slot began, in their next working hours, and of use for so long. */
  | { readonly kind: "after"; readonly delayMinutes: number; readonly usefulMinutes: number };

/** When a reminder may be sent: from, and before until. Milliseconds since 1970. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

export function windowOf(timing: Timing, slot: Slot, place: Workplace): Window {
  switch (timing.kind) {
    case "at":
      return aroundSlot(timing.usefulMinutes, slot, place);
    case "before": {
      const lead = ahead(slot.at, timing.leadMinutes, place.zone);
      return { from: isWorking(place, lead) ? lead : lastHourBefore(place, lead), until: slot.at };
    }
    case "after": {
      const from = nextWorking(place, slot.at + timing.delayMinutes * MINUTE);
      return { from, until: from + timing.usefulMinutes * MINUTE };
    }
  }
}

/**
 * The hour lies inside the working hours when it is chosen. They may change afterwards: then it moves to their edge on that day, and on a day
 * off nothing is of use.
 */
function aroundSlot(usefulMinutes: number, slot: Slot, place: Workplace): Window {
  const work = workdayOn(place, localDay(place.zone, slot.at));

  if (work === undefined) {
    return { from: slot.at, until: slot.at };
  }
  const lastHour = Math.max(work.from, work.to - 60 * MINUTE);
  const from = slot.at >= work.to ? lastHour : Math.max(slot.at, work.from);
  return { from, until: Math.min(from + usefulMinutes * MINUTE, work.to) };
}

function ahead(start: number, leadMinutes: number, zone: string): number {
  const days = Math.floor(leadMinutes / DAY_MINUTES);
  const there = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).subtract({ days });

  return there.epochMilliseconds - (leadMinutes % DAY_MINUTES) * MINUTE;
}
