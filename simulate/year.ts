import { createAccidents } from "./accidents.ts";
import { createAgenda } from "./agenda.ts";
import { isAway } from "./bot.ts";
import { castOf, TEAM } from "./cast.ts";
import { type Chance, createChance } from "./chance.ts";
import { createChoices } from "./choices.ts";
import type { Without } from "./crash.ts";
import { createCrew } from "./crew.ts";
import { drawLedger, type Ledger } from "./ledger.ts";
import { createPromises } from "./promises.ts";
import { openWorld } from "./world.ts";

export interface YearOptions {
  readonly people: number;
  readonly from: number;
  readonly until: number;
  readonly seed: number;
  /** Of this folder only the database is used. */
  readonly folder: string;
  /** In so many weeks bots in processes of their own are killed. */
  readonly killWeeks: number;
  readonly without?: Without;
}

export interface YearResult extends Ledger {
  readonly accidents: Readonly<Record<"crashes" | "kills" | "bad answers" | "restarts" | "edits", number>>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Ticks when nothing is due; the others are left out because they do nothing. */
const IDLE = 6 * HOUR;

/** Lets people, bots and Slack live from `from` to `until`, with everything that goes wrong in between, and draws the ledger. */
export async function simulate(options: YearOptions): Promise<YearResult> {
  const { people, from, until, seed, folder, killWeeks, without = {} } = options;
  const chance = createChance(seed);
  const cast = castOf(people, from, chance);
  const promises = createPromises(from, until);
  const agenda = createAgenda();
  const moments: number[] = [];
  await using world = await openWorld(cast, from, folder);
  const { clock } = world;
  const crew = createCrew(world, createChance(seed, 1), without, () => moments.push(clock.truth()));
  const accidents = createAccidents({ world, crew, agenda, chance: createChance(seed, 2), moments });
  const choices = createChoices(crew, promises, from);
  const luck = createChance(seed, 3);
  let edits = 0;

  /** Made when the bot is there, its clock is right and nothing of this person is on its way; else a little later. */
  function planChoice(at: number, user: string, mind: Chance): void {
    agenda.at(at, async () => {
      const now = clock.truth();
      const wrong = accidents.troubles.some((one) => one.from - HOUR < now && one.until + HOUR > now);
      if (crew.book === undefined || wrong || (await crew.isBusy(user)))
        return planChoice(now + 37 * MINUTE, user, mind);
      edits += 1;
      await choices.choose(user, now, mind);
    });
  }

  await crew.start(2);
  for (const [index, { user, plans }] of cast.entries()) {
    const mind = createChance(seed, 10 + index);
    // As Home's event says it when somebody opens it to set this up.
    await crew.book?.rememberChannel({ team: TEAM, user }, `D${user.slice(1)}`);
    await choices.save(user, from, plans);
    const often = mind.between(0, Math.ceil((until - from) / (84 * DAY)));
    for (let time = 0; time < often; time += 1) {
      planChoice(from + mind.between(1, Math.floor((until - from) / MINUTE)) * MINUTE, user, mind);
    }
  }
  accidents.planYear(from, until, killWeeks, promises.oracle("Europe/Berlin"));
  for (let at = from + 30 * DAY; at < until; at += 30 * DAY) agenda.at(at, crew.keepRecords);

  while (clock.truth() < until) {
    const due = await crew.nextDue();
    const nextMinute = (Math.floor(clock.truth() / MINUTE) + 1) * MINUTE;
    const tick = Math.max(nextMinute, Math.ceil(Math.min(due, clock.truth() + IDLE) / MINUTE) * MINUTE);

    await clock.runTo(Math.min(tick, agenda.next(), until));
    await agenda.run(clock.truth());
    if (clock.truth() < tick || crew.book === undefined) continue;
    if (due <= clock.truth()) {
      accidents.maybeBadAnswers();
      if (luck.maybe(0.1)) crew.armOne(luck.between(1, 40));
    }
    await crew.minute();
  }
  // The last messages and questions come to rest.
  if (crew.book === undefined) await crew.start(1);
  world.faults({});
  for (let minute = 1; minute <= 45; minute += 1) {
    await clock.runTo(until + minute * MINUTE);
    await crew.minute();
  }
  await crew.stop();

  const ledger = drawLedger({
    promises,
    until: until - DAY,
    end: clock.truth(),
    arrivals: world.arrivals(),
    records: crew.records,
    troubles: accidents.troubles,
    accidents: moments,
    isAway,
  });
  return { ...ledger, accidents: { crashes: crew.crashes, ...accidents.count, edits } };
}
