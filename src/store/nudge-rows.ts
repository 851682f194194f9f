import type { Claim, DeliveryRecord, DuePlan, NewPlan, Plan } from "../nudges/plan.ts";
import { type Planned, placeOf } from "../nudges/planning.ts";
import type { Rule, Slot } from "../nudges/time/rule.ts";
import type { Timing } from "../nudges/time/window.ts";
import { usualHours, type WorkingHours } from "../nudges/time/working-hours.ts";
import type { DeliveryRow, PlanRow } from "./tables.ts";

/** Instants are numbers outside and ISO text inside; rule, timing and hours are JSON, because no statement looks into them. */

export function toTime(at: number): string {
  const known = written.get(at) ?? new Date(at).toISOString();
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(at, known);
  return known;
}

/** Thousands are due at the same moment, and writing it down costs more than looking it up. */
const written = new Map<number, string>();
const MOST_WRITTEN = 500;

export function toHours(hours: string | null): WorkingHours {
  return hours === null ? usualHours : JSON.parse(hours);
}

export function toPlan(row: PlanRow): Plan {
  const { next_at, paused_until } = row;
  const slot = toSlot(row);

  return {
    ...toNewPlan(row),
    owner: { team: row.team_id, user: row.user_id },
    state: row.state,
    reason: row.reason,
    pausedUntil: paused_until === null ? null : Date.parse(paused_until),
    next: next_at === null || slot === undefined ? null : { slot, due: Date.parse(next_at) },
  };
}

export function toNewPlan({ id, kind, about, rule, timing }: PlanRow): NewPlan {
  return { id, kind, about, rule: toRule(rule), timing: toTiming(timing) };
}

export function toDuePlan(row: PlanRow & { hours: string | null; stopped_at: string | null }): DuePlan | undefined {
  const slot = toSlot(row);

  return slot === undefined
    ? undefined
    : {
        ...toNewPlan(row),
        owner: { team: row.team_id, user: row.user_id },
        slot,
        hours: toHours(row.hours),
        stopped: row.stopped_at !== null,
      };
}

export function toPlanColumns(plan: NewPlan, next: Planned | null) {
  const { id, kind, about, rule, timing } = plan;

  return { id, kind, about, rule: JSON.stringify(rule), timing: JSON.stringify(timing), ...toNextColumns(next) };
}

export function toNextColumns(next: Planned | null) {
  return next === null
    ? { next_at: null, slot_at: null, slot_day: null, slot_week: null }
    : { next_at: toTime(next.due), slot_at: toTime(next.slot.at), slot_day: next.slot.day, slot_week: next.slot.week };
}

export interface WaitingRow extends Omit<DeliveryRow, "channel"> {
  readonly rule: string;
  readonly hours: string | null;
  readonly channel: string | null;
}

export function toClaim(row: WaitingRow): Claim {
  return {
    id: row.id,
    owner: { team: row.team_id, user: row.user_id },
    planId: row.plan_id,
    kind: row.kind,
    about: row.about,
    occurrence: row.occurrence,
    slot: { day: row.slot_day, week: row.slot_week, at: Date.parse(row.slot_at) },
    window: { from: Date.parse(row.useful_from), until: Date.parse(row.useful_until) },
    place: placeOf({ kind: row.kind, rule: toRule(row.rule) }, toHours(row.hours)),
    channel: row.channel,
    attempt: row.attempt,
    lookups: row.lookups,
    claimedAt: Date.parse(row.claimed_at),
  };
}

export function toRecord(row: DeliveryRow): DeliveryRecord {
  return {
    id: row.id,
    planId: row.plan_id,
    kind: row.kind,
    occurrence: row.occurrence,
    slotAt: Date.parse(row.slot_at),
    state: row.state,
    reason: row.reason,
    channel: row.channel,
    ts: row.message_ts,
  };
}

function toSlot({ slot_at, slot_day, slot_week }: PlanRow): Slot | undefined {
  return slot_at === null || slot_day === null || slot_week === null
    ? undefined
    : { day: slot_day, week: slot_week, at: Date.parse(slot_at) };
}

function toRule(rule: string): Rule {
  return JSON.parse(rule);
}

function toTiming(timing: string): Timing {
  return JSON.parse(timing);
}
