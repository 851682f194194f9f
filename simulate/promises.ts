import type { NewPlan } from "../src/nudges/plan.ts";
import { type Window, windowOf } from "../src/nudges/time/window.ts";
import { usualHours } from "../src/nudges/time/working-hours.ts";
import { createZoneOracle, type ZoneOracle } from "./zone-oracle.ts";

/** What was promised: every turn of every plan, worked out from what people chose and when, without looking at the bot. */
export interface Promised {
  readonly user: string;
  readonly kind: NewPlan["kind"];
  readonly occurrence: string;
  readonly plan: NewPlan;
  readonly slotAt: number;
  readonly window: Window;
  /** When the person chose it: nobody could send it before. */
  readonly chosen: number;
}

export interface Promises {
  /** From now on this plan counts, and no earlier version of it. */
  choose(user: string, plan: NewPlan, now: number, from?: number): void;
  /** From now on nothing of that person counts. */
  leave(user: string, now: number): void;
  plansOf(user: string): readonly NewPlan[];
  /** Everything whose time comes before `until`, worked out once after the last choice. */
  list(until: number): readonly Promised[];
  oracle(zone: string): ZoneOracle;
}

interface Stretch {
  readonly plan: NewPlan;
  readonly chosen: number;
  /** Slots after this moment. */
  readonly from: number;
  /** Whose moment to be sent lies before this one. */
  until: number;
}

const DAY = 86_400_000;

export function createPromises(begin: number, end: number): Promises {
  const stretches = new Map<string, Stretch[]>();
  const oracles = new Map<string, ZoneOracle>();
  const lists = new Map<number, readonly Promised[]>();

  const oracle = (zone: string): ZoneOracle => {
    const known = oracles.get(zone) ?? createZoneOracle(zone, begin - 40 * DAY, end + 80 * DAY);
    oracles.set(zone, known);
    return known;
  };

  function close(key: string, now: number): void {
    lists.clear();
    const last = stretches.get(key)?.at(-1);
    if (last !== undefined) last.until = Math.min(last.until, now);
  }

  const keysOf = (user: string) => [...stretches.keys()].filter((key) => key.startsWith(`${user} `));

  return {
    oracle,
    choose(user, plan, now, from = now) {
      const key = `${user} ${plan.id}`;
      close(key, now);
      stretches.set(key, [...(stretches.get(key) ?? []), { plan, chosen: now, from, until: Number.POSITIVE_INFINITY }]);
    },
    leave(user, now) {
      for (const key of keysOf(user)) close(key, now);
    },
    plansOf: (user) => keysOf(user).flatMap((key) => stretches.get(key)?.at(-1)?.plan ?? []),
    list(until) {
      const known = lists.get(until);
      const turns = known ?? [...stretches].flatMap(([key, of]) => turnsOf(key.split(" ")[0] ?? "", of, until, oracle));
      lists.set(until, turns);
      return turns;
    },
  };
}

function turnsOf(user: string, stretches: readonly Stretch[], end: number, oracle: Promises["oracle"]): Promised[] {
  const turns: Promised[] = [];
  const spent = new Set<string>();

  for (const { plan, chosen, from, until } of stretches) {
    const zone = oracle(plan.rule.zone);

    for (let slotAt = zone.nextSlot(plan.rule, from); ; slotAt = zone.nextSlot(plan.rule, slotAt)) {
      const wall = new Date(zone.wall(slotAt));
      const slot = { at: slotAt, day: wall.toISOString().slice(0, 10), week: isoWeek(wall) };
      const window = windowOf(plan.timing, slot, { zone: plan.rule.zone, hours: usualHours });
      if (Math.max(window.from, from) >= Math.min(until, end)) break;
      const occurrence = plan.about === "" ? slot.week : `${plan.about}/${slot.week}`;
      if (!spent.has(occurrence)) turns.push({ user, kind: plan.kind, occurrence, plan, slotAt, window, chosen });
      spent.add(occurrence);
    }
  }
  return turns;
}

/** The week that holds the Thursday. */
function isoWeek(wall: Date): string {
  const thursday = new Date(wall.getTime() + (4 - (wall.getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
