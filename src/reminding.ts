import type { WebClient } from "@slack/web-api";
import type { EvidenceLog } from "./evidence/evidence-log.ts";
import type { Log } from "./log.ts";
import { createClock } from "./nudges/clock.ts";
import { createReminders, type Reminders } from "./nudges/reminders.ts";
import { createComposer } from "./slack/compose-reminder.ts";
import { createOneDesk, type OneDesk } from "./slack/one-desk.ts";
import { createSlackMessenger } from "./slack/slack-messenger.ts";
import type { WinDesk } from "./slack/win-desk.ts";
import type { Database } from "./store/open-database.ts";
import { createSqlNudgeBook } from "./store/sql-nudge-book.ts";
import { createSqlOneToOnes } from "./store/sql-one-to-ones.ts";

/** 1:1s and nudges, from the database to the direct message. */
export interface Reminding {
  readonly desk: OneDesk;
  /** From now on what is due is sent, until it is disposed of. */
  start(): AsyncDisposable;
  /** Sends what is due by now, without waiting for the minute. */
  look(): Promise<void>;
  /** When the next reminder of anybody is due; null when none is planned. */
  next(): Promise<number | null>;
  trouble(): string | null;
}

export interface RemindingParts {
  readonly database: Database;
  readonly evidence: EvidenceLog;
  readonly wins: WinDesk;
  /** Its own: a 429 pauses everything that a client sends. */
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => number;
}

export function createReminding({ database, evidence, wins, client, log, now }: RemindingParts): Reminding {
  const plans = createSqlNudgeBook(database);
  const { later } = wins;
  let running: Reminders | undefined;

  const desk = createOneDesk({
    log: evidence,
    book: createSqlOneToOnes(database, { now: () => new Date(now()) }),
    plans,
    people: wins.people,
    catalogue: wins.catalogue,
    now,
    changed: wins.changed,
    look: () => later.run("look for what is due", async () => running?.look()),
    permalink: wins.permalink,
  });

  return {
    desk,
    start() {
      const reminders = createReminders({
        book: plans,
        messenger: createSlackMessenger(() => client),
        compose: createComposer(desk),
        log,
        clock: { ...createClock(), now },
      });
      running = reminders;
      return {
        async [Symbol.asyncDispose]() {
          running = undefined;
          await reminders[Symbol.asyncDispose]();
        },
      };
    },
    async look() {
      await running?.look();
      await running?.settled();
    },
    next: async () => {
      const row = await database.queries
        .selectFrom("nudge_plan")
        .select(({ fn }) => fn.min("next_at").as("next"))
        .executeTakeFirst();
      return typeof row?.next === "string" ? Date.parse(row.next) : null;
    },
    trouble: () => running?.trouble() ?? null,
  };
}
