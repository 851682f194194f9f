import { TEAM } from "../../simulate/cast.ts";
import { createChance } from "../../simulate/chance.ts";
import { type Crew, createCrew } from "../../simulate/crew.ts";
import { createScratch } from "../../simulate/scratch.ts";
import { openWorld, type World } from "../../simulate/world.ts";
import type { NewPlan } from "../../src/nudges/plan.ts";

/** People in London with a nudge on Mondays at nine, the real engine, book and Web API client, and the local Slack. */
export interface Life extends AsyncDisposable {
  readonly world: World;
  readonly crew: Crew;
  /** A tick in each minute up to that one. */
  minutesTo(time: string): Promise<void>;
  /** UTC hour and minute of every message that somebody received, by person. */
  received(): ReadonlyMap<string, readonly string[]>;
}

const nudge: NewPlan = {
  id: "nudge",
  kind: "nudge",
  about: "",
  rule: { zone: "Europe/London", time: "09:00", cadence: { kind: "weekly", weekday: 1 } },
  timing: { kind: "at", usefulMinutes: 180 },
};

const MINUTE = 60_000;
const at = (time: string) => Date.parse(`2028-01-10T${time}:00Z`);

/** From five to nine on a Monday on. */
export async function openLife(people: number, knowsDms = true): Promise<Life> {
  const folder = createScratch();
  const users = Array.from({ length: people }, (_, index) => `U0SIM${String(index).padStart(5, "0")}`);
  const cast = users.map((user) => ({ user, zone: nudge.rule.zone, plans: [nudge] }));
  const world = await openWorld(cast, at("08:55"), folder.path);
  const crew = createCrew(world, createChance(1), {}, () => undefined);
  await crew.start(1);
  for (const user of users) {
    if (knowsDms) await crew.book?.rememberChannel({ team: TEAM, user }, `D${user.slice(1)}`);
    await crew.book?.savePlan({ team: TEAM, user }, nudge, world.clock.truth());
  }

  return {
    world,
    crew,
    async minutesTo(time) {
      while (world.clock.truth() < at(time)) {
        await world.clock.runTo(world.clock.truth() + MINUTE);
        await crew.minute();
      }
    },
    received() {
      const arrivals = Map.groupBy(world.arrivals(), ({ user }) => user);
      return new Map(
        users.map((user) => [
          user,
          (arrivals.get(user) ?? []).map((arrival) => new Date(arrival.at).toISOString().slice(11, 16)),
        ]),
      );
    },
    async [Symbol.asyncDispose]() {
      await crew.stop();
      await world[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}
