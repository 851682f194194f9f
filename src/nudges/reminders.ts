import type { Log } from "../log.ts";
import { type Clock, createClock } from "./clock.ts";
import type { Compose } from "./composer.ts";
import { createEngine } from "./engine.ts";
import type { Messenger } from "./messenger.ts";
import type { NudgeBook } from "./nudge-book.ts";
import type { PaceOptions } from "./pace.ts";
import { takeTurn } from "./planning.ts";
import { usualReconciling } from "./reconcile.ts";
import { startTick } from "./tick.ts";
import { judge } from "./time/verdict.ts";

export interface ReminderParts {
  readonly book: NudgeBook;
  readonly messenger: Messenger;
  readonly compose: Compose;
  readonly log: Log;
  readonly clock?: Clock;
  readonly pace: PaceOptions;
}

export interface Reminders extends AsyncDisposable {
  /** Looks now, without waiting for the minute: after a plan was saved, or when a clock was moved. */
  look(): Promise<void>;
  /** Resolves when everything that a look has set going has come to rest. */
  settled(): Promise<void>;
  /** A reason for the readiness page; null while all is well. */
  trouble(): string | null;
}

/** Reminders that run until they are disposed of. */
export function createReminders({
  book,
  messenger,
  compose,
  log,
  pace,
  clock = createClock(),
}: ReminderParts): Reminders {
  const engine = createEngine({
    book,
    messenger,
    compose,
    log,
    clock,
    pace,
    random: Math.random,
    judge,
    takeTurn,
    reconciling: usualReconciling,
  });
  const replanned = book
    .replan(process.versions["tz"] ?? "unknown")
    .catch((error: unknown) => log.error({ error }, "reminders keep the moments of the zone data before"));
  const never = new AbortController().signal;
  const tick = startTick({ run: (signal) => engine.tick(signal), clock, log });

  return {
    look: () => engine.tick(never),
    settled: () => engine.idle(),
    trouble: tick.trouble,
    async [Symbol.asyncDispose]() {
      await tick[Symbol.asyncDispose]();
      await engine.stop();
      await replanned;
    },
  };
}
