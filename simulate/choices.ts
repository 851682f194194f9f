import { nudgePlan, oneToOnePlans, TEAM, workTime, zones } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Crew } from "./crew.ts";
import type { Promises } from "./promises.ts";

/** What people do with their reminders during the year, to the bot and to what it promised them, in the same words. */
export interface Choices {
  save(user: string, now: number, plans: ReturnType<Promises["plansOf"]>): Promise<void>;
  /** Any one of the things that somebody may choose. */
  choose(user: string, now: number, chance: Chance): Promise<void>;
}

const DAY = 24 * 3_600_000;

export function createChoices(crew: Crew, promises: Promises, begin: number): Choices {
  const pauses = new Map<string, number>();
  const stopped = new Set<string>();
  const owner = (user: string) => ({ team: TEAM, user });

  const choices: Choices = {
    async save(user, now, plans) {
      for (const one of plans) {
        await crew.book?.savePlan(owner(user), one, now);
        promises.choose(user, one, now);
        pauses.delete(`${user} ${one.id}`);
      }
      stopped.delete(user);
    },

    async choose(user, now, chance) {
      const before = promises.plansOf(user);
      const zone = before[0]?.rule.zone ?? "UTC";
      const kind = chance.pick(["zone", "hour", "day", "pause", "one-to-one", "stop"]);

      switch (stopped.has(user) ? "hour" : kind) {
        case "zone": {
          const next = chance.pick(zones);
          await crew.book?.changeZone(owner(user), next, now);
          for (const one of before) {
            const from = Math.max(now, pauses.get(`${user} ${one.id}`) ?? now);
            promises.choose(user, { ...one, rule: { ...one.rule, zone: next } }, now, from);
          }
          return;
        }
        case "hour": {
          const time = workTime(chance);
          return choices.save(
            user,
            now,
            before.map((one) => ({ ...one, rule: { ...one.rule, time } })),
          );
        }
        case "day":
          return choices.save(user, now, [nudgePlan(zone, chance, chance.pick([1, 2, 3, 4, 5]))]);
        case "pause": {
          const end = now + chance.between(3, 30) * DAY;
          for (const one of before) {
            await crew.book?.pause(owner(user), one.id, end, now);
            promises.choose(user, one, now, end);
            pauses.set(`${user} ${one.id}`, end);
          }
          return;
        }
        case "one-to-one":
          return choices.save(user, now, oneToOnePlans(zone, begin, chance));
        case "stop":
          for (const one of before) await crew.book?.switchOff(owner(user), one.id, "stopped", now);
          promises.leave(user, now);
          stopped.add(user);
      }
    },
  };

  return choices;
}
