import type { Engine } from "../src/nudges/engine.ts";
import type { NudgeBook } from "../src/nudges/nudge-book.ts";
import type { DeliveryRecord } from "../src/nudges/plan.ts";
import { type Database, openDatabase } from "../src/store/open-database.ts";
import { createSqlNudgeBook } from "../src/store/sql-nudge-book.ts";
import { createBot, messengerTo } from "./bot.ts";
import type { Chance } from "./chance.ts";
import { type CrashPoint, createCrashPoint, type Without } from "./crash.ts";
import type { World } from "./world.ts";

/** The bots that run at this moment: none, one, or two on one book. */
export interface Crew {
  readonly book: NudgeBook | undefined;
  start(engines: number): Promise<void>;
  /** A clean end of every bot, and of the database. */
  stop(): Promise<void>;
  /** One of them dies within the next steps. */
  armOne(steps: number): void;
  /** One minute of every bot; whoever died has begun again by the next. */
  minute(): Promise<void>;
  /** The next moment at which there is something to do; never, while nobody is there. */
  nextDue(): Promise<number>;
  /** Whether a turn of this person is due, waiting or on its way. */
  isBusy(user: string): Promise<boolean>;
  /** Why turns were not sent, by person. */
  keepRecords(): Promise<void>;
  readonly records: ReadonlyMap<string, readonly DeliveryRecord[]>;
  readonly crashes: number;
}

interface Bot {
  readonly engine: Engine;
  readonly crash: CrashPoint;
}

/** By the machine's clock, however busy it is. */
const CALL_MS = 2_000;
const SETTLE_MS = 30_000;
const SOON = 10 * 60_000;

export function createCrew(world: World, chance: Chance, without: Without, onCrash: () => void): Crew {
  const { clock, slack, token } = world;
  const never = new AbortController().signal;
  const messenger = clock.awaiting(messengerTo(slack.apiUrl, token, CALL_MS, () => slack.faults().hang));
  const records = new Map<string, DeliveryRecord[]>();
  let database: Database | undefined;
  let book: NudgeBook | undefined;
  let bots: Bot[] = [];
  let crashes = 0;

  function newBot(on: NudgeBook): Bot {
    const crash = createCrashPoint(() => {
      crashes += 1;
      onCrash();
    });
    return {
      crash,
      engine: createBot({ book: on, messenger, clock, crash, random: chance.next, settleMs: SETTLE_MS, without }),
    };
  }

  async function keepRecords(): Promise<void> {
    if (database === undefined) return;
    const rows = await database.queries
      .selectFrom("nudge_delivery")
      .selectAll()
      .where("reason", "is not", null)
      .execute();
    for (const row of rows) {
      const { id, plan_id: planId, kind, occurrence, state, reason, channel, message_ts: ts } = row;
      const known = records.get(row.user_id) ?? [];
      if (known.some((record) => record.id === id)) continue;
      const slotAt = Date.parse(row.slot_at);
      records.set(row.user_id, [...known, { id, planId, kind, occurrence, state, reason, channel, ts, slotAt }]);
    }
  }

  return {
    records,
    keepRecords,
    get book() {
      return book;
    },
    get crashes() {
      return crashes;
    },

    async start(engines) {
      database = await openDatabase(world.databaseUrl, { now: () => new Date(clock.now()) });
      const opened = clock.awaiting(createSqlNudgeBook(database));
      book = opened;
      bots = Array.from({ length: engines }, () => newBot(opened));
    },

    async stop() {
      await clock.settle();
      const alive = bots.filter(({ crash }) => !crash.dead);
      bots = [];
      const stopped = Promise.all(alive.map(({ engine }) => engine.stop()));
      await clock.settle();
      await Promise.race([stopped, clock.settle()]);
      await keepRecords();
      book = undefined;
      await database?.close();
      database = undefined;
    },

    armOne(steps) {
      bots[chance.between(0, bots.length - 1)]?.crash.arm(steps);
    },

    async minute() {
      const on = book;
      if (on === undefined) return;
      bots = bots.map((bot) => (bot.crash.dead ? newBot(on) : bot));
      for (const { engine } of bots) void engine.tick(never);
      await clock.settle();
    },

    async nextDue() {
      if (database === undefined) return Number.POSITIVE_INFINITY;
      const { queries } = database;
      const plan = await queries
        .selectFrom("nudge_plan")
        .select((eb) => eb.fn.min("next_at").as("at"))
        .executeTakeFirst();
      const claim = await queries
        .selectFrom("nudge_delivery")
        .select((eb) => eb.fn.min("retry_at").as("at"))
        .where("state", "in", ["claimed", "sending"])
        .executeTakeFirst();
      const moments = [plan?.at, claim?.at].filter((at) => typeof at === "string").map((at) => Date.parse(at));
      return Math.min(...moments, Number.POSITIVE_INFINITY);
    },

    async isBusy(user) {
      if (database === undefined) return true;
      const { queries } = database;
      const soon = new Date(clock.truth() + SOON).toISOString();
      const waiting = await queries
        .selectFrom("nudge_delivery")
        .select("id")
        .where("user_id", "=", user)
        .where("state", "in", ["claimed", "sending"])
        .execute();
      const due = await queries
        .selectFrom("nudge_plan")
        .select("id")
        .where("user_id", "=", user)
        .where("next_at", "<=", soon)
        .execute();
      return waiting.length + due.length > 0;
    },
  };
}
