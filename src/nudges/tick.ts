import { schedule as scheduleCron } from "node-cron";
import type { Log } from "../log.ts";
import type { Clock } from "./clock.ts";

/**
 * Once a minute, and nothing else: what is due is a question for the book. node-cron loses a tick when the loop was blocked, is silent for an
 * hour when the clock steps back one, and is dead for ever once a job never ends; so each run has its own deadline, and a watchdog that counts
 * in monotonic time runs the job when the cron does not.
 */
export interface Tick extends AsyncDisposable {
  /** Why reminders may be late, for the readiness page; null while all is well. */
  trouble(): string | null;
}

export interface TickParts {
  readonly run: (signal: AbortSignal) => Promise<void>;
  readonly clock: Pick<Clock, "monotonic">;
  readonly log: Log;
  /** For tests. */
  readonly schedule?: (job: () => Promise<void>) => () => Promise<void>;
}

const DEADLINE_MS = 50_000;
const WATCH_MS = 30_000;
const LATE_MS = 90_000;
const TROUBLE_MS = 180_000;

/** Runs once at the start, too. */
export function startTick({ run, clock, log, schedule = everyMinute }: TickParts): Tick {
  const leaving = new AbortController();
  let last = clock.monotonic();

  async function once(): Promise<void> {
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const signal = AbortSignal.any([deadline, leaving.signal]);
    const over = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));

    try {
      await Promise.race([run(signal).then(finished), over]);
      if (deadline.aborted) log.error("looking for due reminders took too long");
    } catch (error) {
      log.error({ error }, "looking for due reminders failed");
    }
  }

  function finished(): void {
    last = clock.monotonic();
  }

  const stopCron = schedule(once);
  const watchdog = setInterval(() => {
    if (clock.monotonic() - last > LATE_MS) {
      log.warn("the minute was missed, looking for due reminders now");
      void once();
    }
  }, WATCH_MS);
  watchdog.unref();
  void once();

  return {
    trouble() {
      const minutes = Math.floor((clock.monotonic() - last) / 60_000);
      return clock.monotonic() - last > TROUBLE_MS ? `no reminder was looked for in ${minutes} minutes` : null;
    },
    async [Symbol.asyncDispose]() {
      leaving.abort();
      clearInterval(watchdog);
      await stopCron();
    },
  };
}

function everyMinute(job: () => Promise<void>): () => Promise<void> {
  const task = scheduleCron("* * * * *", job, {
    timezone: "UTC",
    noOverlap: true,
    missedExecutionTolerance: 55_000,
    name: "reminders",
  });
  return async () => {
    await task.destroy();
  };
}
