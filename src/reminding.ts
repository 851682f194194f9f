import type { WebClient } from "@slack/web-api";
import type { EvidenceLog } from "./evidence/evidence-log.ts";
import type { Log } from "./log.ts";
import { createClock } from "./nudges/clock.ts";
import type { NudgeBook } from "./nudges/nudge-book.ts";
import type { PaceOptions } from "./nudges/pace.ts";
import { createReminders, type Reminders } from "./nudges/reminders.ts";
import { AWAY_SCOPE, createAway } from "./slack/away.ts";
import { createComposer } from "./slack/compose-reminder.ts";
import { createCopyPost } from "./slack/copy-post.ts";
import { createDirectChannels } from "./slack/direct-channels.ts";
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
  /** Why Slack takes no reminder of the whole workspace; null while it does. */
  note(): string | null;
  /** Slack took the token: what was stopped goes on. */
  reached(team: string): Promise<void>;
}

export interface RemindingParts {
  readonly database: Database;
  readonly evidence: EvidenceLog;
  readonly wins: WinDesk;
  /** Its own: a 429 pauses everything that a client sends. */
  readonly client: WebClient;
  /** Another, for what one person sends another: it never sends a second time by itself. */
  readonly posting: WebClient;
  /** Another of its own, with a short time limit, for questions that no nudge waits for. */
  readonly asking: WebClient;
  /** Scopes of the bot's token, once Slack has said them. */
  readonly scopes: () => readonly string[] | undefined;
  readonly pace: PaceOptions;
  readonly log: Log;
  readonly now: () => number;
}

export function createReminding(parts: RemindingParts): Reminding {
  const { database, evidence, wins, client, log, now } = parts;
  const book = createSqlNudgeBook(database);
  const channels = createDirectChannels(book);
  const { later, people } = wins;
  const away = createAway({ client: parts.asking, people, log, now });
  let running: Reminders | undefined;
  let stopped: string | null = null;

  const watched: NudgeBook = {
    ...book,
    async stopWorkspace(team, reason, at) {
      await book.stopWorkspace(team, reason, at);
      stopped = reason;
      log.error({ team, reason }, "reminders of the workspace are stopped");
    },
  };

  const ones = createSqlOneToOnes(database, { now: () => new Date(now()) });
  const desk = createOneDesk({
    log: evidence,
    book: ones,
    copies: createCopyPost({
      book: ones,
      messenger: createSlackMessenger(() => parts.posting, "progression_copy"),
      channels,
      log,
      now,
    }),
    plans: { ...book, ...channels.plans },
    people,
    later,
    heard: channels.heard,
    unseen: () => (parts.scopes()?.includes(AWAY_SCOPE) === false ? AWAY_SCOPE : away.missing()),
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
        book: watched,
        messenger: createSlackMessenger(() => client),
        compose: createComposer(desk, away),
        log,
        clock: { ...createClock(), now },
        pace: parts.pace,
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
    note: () => (stopped === null ? null : `reminders are stopped: Slack said ${stopped}`),
    async reached(team) {
      await book.resumeWorkspace(team);
      stopped = null;
    },
  };
}
