import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { createClock } from "../src/nudges/clock.ts";
import type { PaceOptions } from "../src/nudges/pace.ts";
import { openDatabase } from "../src/store/open-database.ts";
import { createSqlNudgeBook } from "../src/store/sql-nudge-book.ts";
import { createBot, messengerTo } from "./bot.ts";
import { createCrashPoint } from "./crash.ts";
import { createHurriedClock, type Hurry } from "./hurried-clock.ts";
import { openShared } from "./shared-database.ts";

/** A bot in a process of its own, which waits for its order, sends what is due and ends, or is killed. */
export interface ChildOrder {
  readonly databaseUrl: string;
  /** Others are at the same database. */
  readonly shared: boolean;
  readonly apiUrl: string;
  readonly token: string;
  readonly hurry: Hurry;
  readonly pace?: PaceOptions | undefined;
  /** The numbered step at which it kills itself; null: none. */
  readonly killAt: number | null;
}

/** By the machine's clock. */
const CALL_MS = 150;
/** Longer than a call may take, twice over. */
const SETTLE_MS = 350;
const LOOKS = 120;
const BETWEEN_MS = 50;

// Whoever started it is gone: nobody waits for this one.
process.once("disconnect", () => process.exit());
const [order] = (await once(process, "message")) as [ChildOrder];
const clock = createHurriedClock(order.hurry, createClock());
const never = new AbortController().signal;
const database = await (order.shared
  ? openShared(order.databaseUrl)
  : openDatabase(order.databaseUrl, { now: () => new Date(clock.now()) }));
const book = createSqlNudgeBook(database);
const crash = createCrashPoint(() => process.kill(process.pid, "SIGKILL"));
const messenger = messengerTo(order.apiUrl, order.token, CALL_MS);
const settleMs = SETTLE_MS * order.hurry.speed;
const bot = createBot({ book, messenger, clock, crash, random: Math.random, settleMs, pace: order.pace });

if (order.killAt !== null) {
  crash.arm(order.killAt);
}
process.send?.("begins", () => undefined);
for (let look = 0; look < LOOKS; look += 1) {
  await bot.tick(never);
  await bot.idle();
  const inDoubt = await book.unresolved(clock.now() + 600_000, 1);
  const waiting = await book.workspacesWaiting(clock.now() + 600_000);
  if (inDoubt.length === 0 && waiting.length === 0) break;
  await delay(BETWEEN_MS);
}
await bot.stop();
await database.close();
process.disconnect?.();
