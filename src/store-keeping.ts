import type { EvidenceLog } from "./evidence/evidence-log.ts";
import type { Log } from "./log.ts";
import type { Database } from "./store/open-database.ts";

const EVERY_MS = 10 * 60_000;

/** What is past its time leaves the database, and then the disk: at once and every ten minutes. */
export function keepPurged(parts: {
  readonly evidence: EvidenceLog;
  readonly database: Database;
  readonly log: Log;
  readonly now: () => Date;
}): AsyncDisposable {
  const { evidence, database, log, now } = parts;
  let running = Promise.resolve();

  const purge = async () => {
    try {
      const rows = await evidence.purge(now());
      if (rows > 0) {
        await database.settle(now());
        log.info({ rows }, "erased what was past its time");
      }
    } catch (error) {
      log.warn({ error }, "could not erase what is past its time");
    }
  };
  const start = () => {
    running = running.then(purge);
  };
  const timer = setInterval(start, EVERY_MS);

  timer.unref();
  start();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}
