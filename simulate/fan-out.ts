import { openDatabase } from "../src/store/open-database.ts";
import { createSqlNudgeBook } from "../src/store/sql-nudge-book.ts";
import { isAway } from "./bot.ts";
import { castOf, TEAM } from "./cast.ts";
import { type Chance, createChance } from "./chance.ts";
import type { Fate } from "./children.ts";
import type { Verdict } from "./report.ts";
import { openWorld, type World } from "./world.ts";

export interface FanOutOptions {
  readonly people: number;
  /** At least so many, if there is enough to send. */
  readonly kills: number;
  readonly seed: number;
  /** Of this folder only the database is used. */
  readonly folder: string;
}

export interface FanOut {
  readonly kills: number;
  readonly lostReplies: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

const LOST_REPLIES = 0.02;
/** So that a short life is over in the middle of several messages, and not after all of them. */
const pace = { start: 10, least: 5, most: 60, burst: 4 };
const nine = { zone: "Europe/London", time: "09:00", cadence: { kind: "weekly", weekday: 1 } } as const;
const week = "2028-W02";
const monday = Date.parse("2028-01-10T09:00:00Z");
const MINUTE = 60_000;

/**
 * A Monday at nine on which everybody is due at once: two processes at one database, each killed at any moment again and again, while Slack
 * takes messages and does not say so.
 */
export async function fanOut({ people, kills, seed, folder }: FanOutOptions): Promise<FanOut> {
  const chance = createChance(seed);
  const cast = castOf(people, monday, chance);
  const users = cast.map(({ user }) => user);
  await using world = await openWorld(cast, monday, folder);
  await planAll(world, users);
  const replies = loseReplies(world, chance);
  const fate = (): Fate => ({ kind: "moment", milliseconds: chance.between(0, 200) });
  let killed = 0;

  for (let round = 0; round < kills && killed < kills; round += 1) {
    world.prepareChildren(4);
    const ends = await world.runChildren([fate(), fate()], pace);
    killed += ends.filter((wasKilled) => wasKilled).length;
  }
  await world.runChildren([{ kind: "lives" }, { kind: "lives" }], pace);

  const arrivals = Map.groupBy(world.arrivals(), ({ user }) => user);
  const came = (user: string) => arrivals.get(user)?.length ?? 0;
  return {
    kills: killed,
    lostReplies: replies.count,
    lost: users.filter((user) => came(user) === 0 && !isAway(user, week)),
    doubled: users.filter((user) => came(user) > 1),
  };
}

export function fanOutVerdicts(people: number, { kills, lostReplies, lost, doubled }: FanOut): readonly Verdict[] {
  const under = `${people} people at nine, ${kills} kills at any moment, ${lostReplies} lost replies`;
  return [
    { promise: `${under}: none lost`, breaches: lost },
    { promise: `${under}: none doubled`, breaches: doubled },
  ];
}

async function planAll({ databaseUrl }: World, users: readonly string[]): Promise<void> {
  await using database = await openDatabase(databaseUrl, { now: () => new Date(monday) });
  const book = createSqlNudgeBook(database);
  const timing = { kind: "at", usefulMinutes: 180 } as const;

  for (const user of users) {
    const owner = { team: TEAM, user };
    await book.rememberChannel(owner, `D${user.slice(1)}`);
    await book.savePlan(owner, { id: "nudge", kind: "nudge", about: "", rule: nine, timing }, monday - MINUTE);
  }
}

/** After each message it is decided whether the reply to the next one is lost. */
function loseReplies(world: World, chance: Chance): { readonly count: number } {
  const lost = { count: 0 };

  async function decide(after: number): Promise<void> {
    const { id } = await world.slack.received.until((entry) => entry.what === "chat.postMessage" && entry.id > after);
    if (chance.maybe(LOST_REPLIES)) {
      lost.count += 1;
      world.faults({ loseReply: true, methods: ["chat.postMessage"], remaining: 1 });
    }
    return decide(id);
  }
  void decide(0);
  return lost;
}
