import { brightwater } from "../local-slack/brightwater.ts";
import type { Scenario, ScenarioPerson } from "../local-slack/scenario.ts";
import type { NewPlan } from "../src/nudges/plan.ts";
import type { Cadence, Weekday } from "../src/nudges/time/rule.ts";
import type { Chance } from "./chance.ts";

/** Two hundred invented people in twelve zones, everybody with a nudge, every fourth with a 1:1. */
export interface Member {
  readonly user: string;
  readonly zone: string;
  readonly plans: readonly NewPlan[];
}

export const zones = [
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Pacific/Apia",
  "Europe/Berlin",
  "Asia/Tokyo",
  "America/Sao_Paulo",
  "Pacific/Chatham",
] as const;

export const TEAM = brightwater.team.id;

export function castOf(people: number, from: number, chance: Chance): Member[] {
  return Array.from({ length: people }, (_, index) => {
    const zone = zones[index % zones.length] ?? "UTC";
    const oneToOne = index % 4 === 0 ? oneToOnePlans(zone, from, chance) : [];
    return { user: `U0SIM${String(index).padStart(5, "0")}`, zone, plans: [nudgePlan(zone, chance), ...oneToOne] };
  });
}

/** Most choose nine o'clock. */
export function nudgePlan(zone: string, chance: Chance, weekday: Weekday = 1): NewPlan {
  const time = chance.maybe(0.5) ? "09:00" : workTime(chance);
  return {
    id: "nudge",
    kind: "nudge",
    about: "",
    rule: { zone, time, cadence: { kind: "weekly", weekday } },
    timing: { kind: "at", usefulMinutes: 180 },
  };
}

/** A 1:1 of half an hour: the preparation before it, and what was agreed two hours after its end. */
export function oneToOnePlans(zone: string, from: number, chance: Chance): NewPlan[] {
  const rule = { zone, time: workTime(chance), cadence: cadenceOf(from, chance) };
  const leadMinutes = chance.pick([10, 60, 180, 1440, 2880]);
  return [
    { id: "before-1", kind: "preparation", about: "one", rule, timing: { kind: "before", leadMinutes } },
    {
      id: "after-1",
      kind: "follow-up",
      about: "one",
      rule,
      timing: { kind: "after", delayMinutes: 150, usefulMinutes: 1440 },
    },
  ];
}

function cadenceOf(from: number, chance: Chance): Cadence {
  const weekday = chance.pick<Weekday>([1, 2, 3, 4, 5]);
  const anchor = new Date(from + chance.between(0, 20) * 86_400_000);
  return chance.pick<Cadence>([
    { kind: "weekly", weekday },
    { kind: "fortnightly", anchor: weekdayAfter(anchor) },
    { kind: "monthly", weekday, nth: chance.pick<1 | 2 | 3 | 4 | "last">([1, 2, 3, 4, "last"]) },
  ]);
}

function weekdayAfter(day: Date): string {
  const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
  return new Date(day.getTime() + (weekend ? 2 * 86_400_000 : 0)).toISOString().slice(0, 10);
}

export function workTime(chance: Chance): string {
  const minutes = 9 * 60 + 5 * chance.between(0, 90);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export function scenarioOf(cast: readonly Member[]): Scenario {
  const [pattern] = brightwater.people;
  if (pattern === undefined) throw new Error("Brightwater has people.");
  const people = cast.map(({ user, zone }): ScenarioPerson => ({ ...pattern, id: user, name: user, tz: zone }));
  return { ...brightwater, people, channels: [] };
}
