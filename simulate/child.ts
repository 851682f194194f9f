import { setTimeout as delay } from "node:timers/promises";
import { createClock } from "../src/nudges/clock.ts";
import { openDatabase } from "../src/store/open-database.ts";
import { createSqlNudgeBook } from "../src/store/sql-nudge-book.ts";
import { createBot, messengerTo } from "./bot.ts";
import { createCrashPoint } from "./crash.ts";

/** A bot in a process of its own, which sends what is due and ends, or is killed at the numbered step. */
export interface ChildOrder {
  readonly databaseUrl: string;
  readonly apiUrl: string;
  readonly token: string;
  /** Milliseconds by which the simulated world is ahead of the machine's clock. */
  readonly ahead: number;
  readonly killAt: number | null;
}

/** Longer than a call may take, twice over. */
const SETTLE_MS = 350;
const LOOKS = 60;

const order: ChildOrder = JSON.parse(process.argv[2] ?? "{}");
const clock = createClock(order.ahead);
const never = new AbortController().signal;
const database = await openDatabase(order.databaseUrl, { now: () => new Date(clock.now()) });
const book = createSqlNudgeBook(database);
const crash = createCrashPoint(() => process.kill(process.pid, "SIGKILL"));
const messenger = messengerTo(order.apiUrl, order.token);
const bot = createBot({ book, messenger, clock, crash, random: Math.random, settleMs: SETTLE_MS });

if (order.killAt !== null) {
  crash.arm(order.killAt);
}
for (let look = 0; look < LOOKS; look += 1) {
  await bot.tick(never);
  await bot.idle();
  const inDoubt = await book.unresolved(clock.now() + 60_000, 1);
  const waiting = await book.workspacesWaiting(clock.now() + 60_000);
  if (inDoubt.length === 0 && waiting.length === 0) break;
  await delay(100);
}
await bot.stop();
await database.close();
